// SPDX-License-Identifier: BSD-2-Clause
//
// A build's manifest.json: what it was made from, so that a build older than its sources is never run. A source is
// the same as long as its SHA-256 is; large files (kernels) whose size and time have not changed are not read.

import { createHash } from "node:crypto"
import { lstat, readdir, readFile, readlink, stat } from "node:fs/promises"
import { isAbsolute, relative } from "node:path"

import { BUILD_FORMAT, VERSION } from "../version.ts"

const SOURCES = /\.(system|dtso?)$/

/** Names of the files in a folder that make up a system, sorted. */
async function sourceNames(path: string): Promise<readonly string[]> {
  return (await readdir(path)).filter((name) => SOURCES.test(name)).sort()
}

export interface ManifestSource {
  /** As seen from the working directory of the build. */
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

export interface Manifest {
  readonly format: typeof BUILD_FORMAT
  readonly tool: { readonly version: string; readonly sha256: string }
  readonly name: string
  /** The folder, and `--guest`, as the build was asked. */
  readonly folder: string
  readonly guest?: string | undefined
  /** Names of the folder's `.system` and device tree files. */
  readonly names: readonly string[]
  readonly sources: readonly ManifestSource[]
}

/** Files from this size on are taken as unchanged when size and time are. */
const LARGE = 0x10_0000

const hashOf = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex")

/** What made the build: the version, and its hash together with the form of its builds. */
function toolStamp(): Manifest["tool"] {
  return { version: VERSION, sha256: hashOf(`vmm ${VERSION} ${BUILD_FORMAT}`) }
}

interface Seen {
  readonly size: number
  readonly mtimeMs: number
  readonly kind: "file" | "folder" | "link"
}

/** A link stands for the file or folder it leads to; in a tree for a guest it may lead to what only the guest has. */
async function look(path: string): Promise<Seen> {
  const stats = (await stat(path).catch(() => undefined)) ?? (await lstat(path))
  const { size, mtimeMs } = stats
  if (stats.isFile()) return { size, mtimeMs, kind: "file" }
  return { size: 0, mtimeMs, kind: stats.isDirectory() ? "folder" : "link" }
}

/** A file's hash; a folder's is that of the names in it and below, a lone link's that of where it leads. */
async function hashAt(path: string, kind: Seen["kind"]): Promise<string> {
  if (kind === "file") return hashOf(await readFile(path))
  if (kind === "link") return hashOf(await readlink(path))
  return hashOf((await readdir(path, { recursive: true })).sort().join("\n"))
}

async function stampOf(path: string): Promise<ManifestSource> {
  const { size, mtimeMs, kind } = await look(path)
  return { path, size, mtimeMs, sha256: await hashAt(path, kind) }
}

/** Relative to the working directory for what lies in it, so that a build moves with its folder. */
function shortest(path: string): string {
  const own = relative(process.cwd(), path)
  return own.startsWith("..") || isAbsolute(own) ? path : own
}

export interface ManifestRequest {
  readonly name: string
  readonly folder: string
  readonly guest: string | undefined
  readonly inputs: Iterable<string>
}

export async function makeManifest({ name, folder, guest, inputs }: ManifestRequest): Promise<Manifest> {
  return {
    format: BUILD_FORMAT,
    tool: toolStamp(),
    name,
    folder,
    ...(guest === undefined ? {} : { guest }),
    names: await sourceNames(folder),
    sources: await Promise.all([...new Set([...inputs].map(shortest))].sort().map(stampOf)),
  }
}

async function sourceChanged(source: ManifestSource): Promise<boolean> {
  const { size, mtimeMs, kind } = await look(source.path)
  if (size !== source.size) return true
  if (size >= LARGE && mtimeMs === source.mtimeMs) return false
  return (await hashAt(source.path, kind)) !== source.sha256
}

/** Why the build is not to be run as it is, in words; undefined when it is up to date. */
export async function staleness(manifest: Manifest): Promise<string | undefined> {
  const tool = toolStamp()
  if (manifest.tool.sha256 !== tool.sha256) {
    return `it was made by vmm ${manifest.tool.version}, this is ${tool.version}`
  }
  const names = await sourceNames(manifest.folder).catch(() => [])
  const come = names.find((name) => !manifest.names.includes(name))
  if (come !== undefined) return `${come} is new in ${manifest.folder}`
  for (const source of manifest.sources) {
    const changed = await sourceChanged(source).catch(() => "gone")
    if (changed === "gone") return `${source.path} is gone`
    if (changed === true) return `${source.path} has changed`
  }
  return undefined
}
