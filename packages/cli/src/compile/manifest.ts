// SPDX-License-Identifier: BSD-2-Clause
//
// A build's manifest.json: what it was made from, so that a build older than its sources is never run. A source is
// the same as long as its SHA-256 is; large files (kernels) whose size and time have not changed are not read.

import { createHash } from "node:crypto"
import { readdir, readFile, stat } from "node:fs/promises"
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

/** A file's hash; a folder's is that of the names in it and below. */
async function hashAt(path: string, isFolder: boolean): Promise<string> {
  if (!isFolder) return hashOf(await readFile(path))
  return hashOf((await readdir(path, { recursive: true })).sort().join("\n"))
}

async function stampOf(path: string): Promise<ManifestSource> {
  const stats = await stat(path)
  const size = stats.isDirectory() ? 0 : stats.size
  return { path, size, mtimeMs: stats.mtimeMs, sha256: await hashAt(path, stats.isDirectory()) }
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
  const stats = await stat(source.path)
  const isFolder = stats.isDirectory()
  if (!isFolder && stats.size !== source.size) return true
  if (source.size >= LARGE && stats.mtimeMs === source.mtimeMs) return false
  return (await hashAt(source.path, isFolder)) !== source.sha256
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
