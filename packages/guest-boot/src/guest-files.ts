// SPDX-License-Identifier: BSD-2-Clause
//
// From guest.json to what goes into guest memory: reads the file, fetches packages under guest.lock, reads the
// kernel and assembles the ramdisk. Paths in guest.json count from its own folder.

import { readFile, stat } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"

import * as Effect from "effect/Effect"

import { cacheRoot } from "./cache-root.ts"
import { readIfThere, writeWhole } from "./cache.ts"
import { fetchPackages, type FetchedPackage } from "./debian/debian.ts"
import { parseGuestConfig, type GuestConfig } from "./config/guest-config.ts"
import { fromPure, guestError, onFile, type GuestError } from "./config/guest-error.ts"
import { lockText, parseLock, type Lock } from "./config/guest-lock.ts"
import { sourceText, type DebianSource, type GuestSource } from "./config/guest-source.ts"
import { readFlatImage, readLinuxImage, type KernelImage } from "./kernel/kernel-file.ts"
import { folderEntries } from "./ramdisk/ramdisk-folder.ts"
import { assembleRamdisk, type RamdiskLayer } from "./ramdisk/ramdisk.ts"

/** A guest's files, read and checked. */
export interface GuestFiles {
  readonly kernel: KernelImage
  /** Where the kernel came from, for a report: `debian:linux-image-arm64 (6.1.192-2)`, `Image`. */
  readonly kernelOrigin: string
  /** Absent when guest.json names none. */
  readonly ramdisk?: Uint8Array
  readonly ramdiskOrigin: readonly string[]
  /** Files of this machine that went in; one newer than a build makes the build stale. */
  readonly inputs: readonly string[]
}

/** How a guest's files are fetched. */
export interface GuestFileOptions {
  /** The cache; by default what the environment says, see `cacheRoot`. */
  readonly root?: string
  /** False never asks apt. */
  readonly online?: boolean
  readonly log?: (line: string) => void
}

/** Reads and checks the guest file at `path`. Errors: all its mistakes. */
export function readGuestFile(path: string): Effect.Effect<GuestConfig, GuestError> {
  return onFile(path, 'write one: { "kernel": "debian:linux-image-arm64" }', () =>
    readFile(path, "utf8"),
  ).pipe(Effect.flatMap((json) => fromPure(parseGuestConfig(path, json))))
}

/** guest.lock beside guest.json; another guest file has its own lock beside it. */
export function lockPath(guestFile: string): string {
  const name = basename(guestFile).replace(/\.json$/, "")
  return join(dirname(guestFile), `${name}.lock`)
}

function readLock(path: string): Effect.Effect<Lock, GuestError> {
  return readIfThere(path).pipe(
    Effect.flatMap((text) =>
      text === undefined ? Effect.succeed<Lock>(new Map()) : fromPure(parseLock(path, text.toString("utf8"))),
    ),
  )
}

/** Writes the lock when it changed; a folder that cannot be written to is told and lived with. */
function keepLock(path: string, before: Lock, used: readonly FetchedPackage[], log: (line: string) => void) {
  const after = new Map(before)
  for (const { source, pin } of used) {
    const files = { ...after.get(source.package)?.files, ...pin.files }
    after.set(source.package, { ...pin, files })
  }
  const text = lockText("arm64", after)
  if (used.length === 0 || text === lockText("arm64", before)) return Effect.void
  return writeWhole(path, text).pipe(
    Effect.catchAll(({ diagnostics }) =>
      Effect.sync(() => log(`${path} is not written (${diagnostics[0]?.message}); versions are not pinned`)),
    ),
  )
}

/** What packages gave, by the text of their source. */
type Fetched = ReadonlyMap<string, FetchedPackage>

const at = (config: GuestConfig, path: string): string => resolve(dirname(config.file), path)

function originOf(source: GuestSource, fetched: Fetched): string {
  const pin = fetched.get(sourceText(source))?.pin
  return pin === undefined ? sourceText(source) : `${sourceText(source)} (${pin.package} ${pin.version})`
}

function readSource(config: GuestConfig, key: string, source: GuestSource, fetched: Fetched) {
  const main = fetched.get(sourceText(source))?.main
  if (main !== undefined) return Effect.succeed(main.bytes)
  const path = at(config, sourceText(source))
  const remedy = `correct "${key}" in ${config.file}, or put the file there`
  return onFile<Uint8Array>(path, remedy, () => readFile(path))
}

function readLayer(config: GuestConfig, source: GuestSource, fetched: Fetched) {
  return Effect.gen(function* () {
    const name = sourceText(source)
    const one = fetched.get(name)
    if (one !== undefined) {
      const data = one.main.bytes
      const entries = [{ kind: "file" as const, path: one.place, mode: 0o755, data }]
      return { kind: "entries", name, entries } satisfies RamdiskLayer
    }
    const path = at(config, name)
    const remedy = `correct "ramdisk" in ${config.file}, or put the file or folder there`
    const stats = yield* onFile(path, remedy, () => stat(path))
    if (!stats.isDirectory()) {
      const bytes = yield* readSource(config, "ramdisk", source, fetched)
      return { kind: "archive", name: path, bytes } satisfies RamdiskLayer
    }
    const entries = yield* folderEntries(path)
    if (entries.length > 0) return { kind: "entries", name: path, entries } satisfies RamdiskLayer
    return yield* guestError(path, "this folder of the ramdisk is empty", remedy)
  })
}

function isDebian(source: GuestSource): source is DebianSource {
  return source.kind === "debian"
}

/** Fetches, reads and assembles what `config` names. Errors: see `fetchPackages`, `readLinuxImage`, and files. */
export function loadGuestFiles(
  config: GuestConfig,
  options: GuestFileOptions = {},
): Effect.Effect<GuestFiles, GuestError> {
  return Effect.gen(function* () {
    const log = options.log ?? (() => undefined)
    const lockFile = lockPath(config.file)
    const lock = yield* readLock(lockFile)
    const root = options.root ?? cacheRoot()
    const online = options.online ?? true
    const packages = [config.kernel.source, ...config.ramdisk].filter(isDebian)
    const used =
      packages.length === 0
        ? []
        : yield* fetchPackages(packages, lock, {
            root,
            online,
            file: config.file,
            places: config.sources,
            lockFile,
            log,
          })
    yield* keepLock(lockFile, lock, used, log)
    const fetched = new Map(used.map((one) => [sourceText(one.source), one]))
    const { source, flat } = config.kernel
    const bytes = yield* readSource(config, "kernel", source, fetched)
    const kernelName = isDebian(source) ? sourceText(source) : at(config, source.path)
    const kernel = yield* fromPure<KernelImage>((flat ? readFlatImage : readLinuxImage)(kernelName, bytes))
    const layers = yield* Effect.forEach(config.ramdisk, (one) => readLayer(config, one, fetched))
    const files = [source, ...config.ramdisk].flatMap((one) => (isDebian(one) ? [] : [at(config, one.path)]))
    const inFolders = layers.flatMap((one, index) => {
      const folder = one.kind === "entries" && config.ramdisk[index]?.kind === "file"
      return folder ? one.entries.map(({ path }) => join(one.name, path)) : []
    })
    const found = {
      kernel,
      kernelOrigin: originOf(source, fetched),
      ramdiskOrigin: config.ramdisk.map((one) => originOf(one, fetched)),
      inputs: [config.file, ...files, ...inFolders, ...used.map(({ main }) => main.path)],
    }
    if (layers.length === 0) return found
    return { ...found, ramdisk: yield* fromPure(assembleRamdisk(layers)) }
  })
}
