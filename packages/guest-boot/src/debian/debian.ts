// SPDX-License-Identifier: BSD-2-Clause
//
// `debian:NAME` to files: out of the cache when it has what guest.lock pins, else fetched once with apt, checked by
// SHA-256, unpacked and kept. A second run touches no network. A .deb that a person puts into the cache's folder
// serves where there is no network.

import { nearest, type Place, replaceAt } from "@vmm/diagnostic"
import * as Effect from "effect/Effect"
import { readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"

import { holdCache, makeFolder, readIfThere, sha256, writeWhole } from "../cache.ts"
import { guestError, type GuestError, guestErrorAt, onFile } from "../config/guest-error.ts"
import { type Lock, lockText, type Pin } from "../config/guest-lock.ts"
import { type DebianSource, sourceText } from "../config/guest-source.ts"
import {
  type Apt,
  downloadPackage,
  openApt,
  packageNames,
  type PackageRecord,
  showPackage,
  updateLists,
} from "./apt.ts"
import {
  ARCHITECTURE,
  cachedPin,
  currentPath,
  debPath,
  debsOf,
  type FetchedFile,
  folderOf,
  unpack,
  unpacked,
} from "./package-cache.ts"
import { debName, debPattern, metaTarget, type Selection, selectionOf } from "./package-files.ts"
import { goneKernel } from "./package-names.ts"

/** What a source turned out to be. */
export interface FetchedPackage {
  readonly source: DebianSource
  readonly pin: Pin
  /** The file the source stands for. */
  readonly main: FetchedFile
  /** Where it goes in an initramfs. */
  readonly place: string
  /** Every file taken, `main` among them: a kernel's config and System.map too. */
  readonly files: readonly FetchedFile[]
}

export interface FetchOptions {
  /** The cache, see `cacheRoot`. */
  readonly root: string
  /** False never asks apt. */
  readonly online: boolean
  /** The file that names the packages, for messages. */
  readonly file: string
  /** Where it names them, by the text of the source. */
  readonly places: ReadonlyMap<string, Place>
  /** Path of the lock, for messages. */
  readonly lockFile: string
  /** Told what takes its time. */
  readonly log: (line: string) => void
}

interface Work {
  readonly options: FetchOptions
  readonly source: DebianSource
  readonly selection: Selection
  readonly locked: Pin | undefined
  /** apt with fresh lists, made once a run; the text is its complaint. */
  readonly apt: Effect.Effect<readonly [Apt, string], GuestError>
}

/** What a person can do where nothing can be fetched. */
function provideRemedy({ options, source, locked }: Work): string {
  const name =
    locked === undefined
      ? `${source.package}_VERSION_${ARCHITECTURE}.deb`
      : debName(locked.package, locked.version, ARCHITECTURE)
  const meta = locked === undefined && source.package === `linux-image-${ARCHITECTURE}`
  const what = meta ? `linux-image-VERSION-${ARCHITECTURE}_VERSION_${ARCHITECTURE}.deb` : name
  return (
    `put the package ${what} into ${debsOf(options.root)}, or name a file of your own instead of ` +
    `"${sourceText(source)}" in ${options.file}`
  )
}

/** A .deb that somebody put into the cache, the newest one first. */
function providedDeb(root: string, name: string): Effect.Effect<string | undefined> {
  return Effect.promise(async () => {
    const names = (await readdir(debsOf(root)).catch(() => [])).filter((one) => debPattern(name).test(one))
    const dated = names.map(async (one) => ({ one, time: (await stat(join(debsOf(root), one))).mtimeMs }))
    const [newest] = (await Promise.all(dated)).sort((a, b) => b.time - a.time)
    return newest === undefined ? undefined : join(debsOf(root), newest.one)
  })
}

/** Package and version by the name apt gives a .deb. */
function pinOfDeb(path: string, bytes: Uint8Array): Pin {
  const [name = "", version = ""] = (path.split("/").at(-1) ?? "").split("_")
  return { package: name, version: version.replaceAll("%3a", ":"), sha256: sha256(bytes), files: {} }
}

/** The record in apt's lists that the source, or its lock, means. */
function findRecord(work: Work): Effect.Effect<readonly [Apt, PackageRecord], GuestError> {
  return Effect.gen(function* () {
    const { options, source, locked } = work
    const [apt, trouble] = yield* work.apt.pipe(
      Effect.mapError(({ diagnostics }) => {
        const message = `${sourceText(source)} is not in the cache: ${diagnostics[0]?.message ?? "apt fails"}`
        return atSource(work, message, provideRemedy(work))
      }),
    )
    const first = yield* showPackage(apt, locked?.package ?? source.package, locked?.version)
    const target = first === undefined ? undefined : metaTarget(first.package, first.depends)
    const record = locked !== undefined || target === undefined ? first : yield* showPackage(apt, target)
    if (record !== undefined) return [apt, record] as const
    if (trouble !== "") {
      const message = `${sourceText(source)} is not in the cache and cannot be fetched: ${trouble}`
      return yield* atSource(work, message, `connect to the network; or ${provideRemedy(work)}`)
    }
    if (locked !== undefined) {
      const message = `${locked.package} ${locked.version} is no longer in the archive`
      return yield* guestError(
        options.lockFile,
        message,
        `delete ${options.lockFile} to take the current version`,
      )
    }
    return yield* unknownPackage(work, apt)
  })
}

/** A name that the lists have not: what they have that is the nearest to it. */
function unknownPackage(work: Work, apt: Apt): Effect.Effect<never, GuestError> {
  return Effect.gen(function* () {
    const { package: name } = work.source
    const begin = name.startsWith("linux-image-") ? "linux-image-" : name.slice(0, 2)
    const names = yield* packageNames(apt, begin)
    const gone = goneKernel(name, names)
    const near = nearest(name, names)
    const other = near === undefined ? [] : [`debian:${near}`]
    const meant = gone === undefined ? other : [gone.meant, gone.other].filter((one) => one !== undefined)
    const message = gone?.message ?? `apt knows no package ${name} for ${ARCHITECTURE}`
    const does = gone?.remedy ?? (near === undefined ? undefined : `did you mean "debian:${near}"?`)
    const check = `check the name, and that apt's sources offer ${ARCHITECTURE}`
    return yield* atSource(work, message, `${does ?? check}; or ${provideRemedy(work)}`, meant)
  })
}

/** An error where the guest file names the package, with the fixes that write others. */
function atSource(work: Work, message: string, remedy: string, meant: readonly string[] = []): GuestError {
  const { file, places } = work.options
  const place = places.get(sourceText(work.source))
  const fixes = meant.flatMap((one) => {
    const { path } = work.source
    const written = JSON.stringify(path === undefined ? one : `${one}/${path}`)
    const edits = place === undefined ? [] : [replaceAt(place, written)]
    return edits.length === 0 ? [] : [{ id: "package", title: `write ${written}`, edits, notes: [] }]
  })
  return guestErrorAt(file, place, message, remedy, { code: "package-unknown", fixes })
}

/** Fetches the .deb with apt; its hash must be that of apt's lists, and of the lock where there is one. */
function download(work: Work): Effect.Effect<readonly [Pin, string], GuestError> {
  return Effect.gen(function* () {
    const { options, source, locked } = work
    options.log(`fetching ${sourceText(source)}${locked === undefined ? "" : ` ${locked.version}`}`)
    const [apt, record] = yield* findRecord(work)
    const path = debPath(options.root, record)
    yield* makeFolder(debsOf(options.root))
    yield* downloadPackage(apt, record, path, `check the network and run again; or ${provideRemedy(work)}`)
    const bytes = yield* onFile(path, "run again", () => readFile(path))
    const hash = sha256(bytes)
    const wanted = locked?.sha256 ?? record.sha256
    if (hash !== wanted) {
      const message = `the download of ${record.package} ${record.version} has SHA-256 ${hash}, not ${wanted}`
      const remedy =
        locked === undefined
          ? "run again; the download was damaged on its way"
          : `run again; if it stays, delete ${options.lockFile} to take what the archive has now`
      return yield* guestError(locked === undefined ? path : options.lockFile, message, remedy)
    }
    const { package: name, version } = record
    return [{ package: name, version, sha256: hash, files: locked?.files ?? {} }, path] as const
  })
}

/** The .deb on disk that serves, when there is one whose hash is right. */
function debOnDisk(
  work: Work,
  pin: Pin | undefined,
): Effect.Effect<readonly [Pin, string] | undefined, GuestError> {
  return Effect.gen(function* () {
    const { options, source } = work
    const path =
      pin === undefined ? yield* providedDeb(options.root, source.package) : debPath(options.root, pin)
    const bytes = path === undefined ? undefined : yield* readIfThere(path)
    if (path === undefined || bytes === undefined) return undefined
    const found = pinOfDeb(path, bytes)
    if (pin === undefined || pin.sha256 === found.sha256) return [pin ?? found, path] as const
    if (options.online) return undefined
    const message = `this package has SHA-256 ${found.sha256}, not ${pin.sha256}: it is cut short or another one`
    return yield* guestError(path, message, "delete the file and run again with a network, or copy it again")
  })
}

function offline(work: Work): Effect.Effect<never, GuestError> {
  const message = `${sourceText(work.source)} is not in the cache, and fetching is turned off`
  return Effect.fail(atSource(work, message, provideRemedy(work)))
}

/** Files a pin promises must come out as it says. */
function checkPinned(work: Work, pin: Pin): Effect.Effect<void, GuestError> {
  const promised = Object.entries(work.locked?.files ?? {})
  const bad = promised.find(([path, hash]) => (pin.files[path] ?? hash) !== hash)
  if (bad === undefined) return Effect.void
  const message = `${bad[0]} of ${pin.package} has not the SHA-256 the lock names`
  const remedy = `delete ${work.options.lockFile}; it was edited or belongs to another package`
  return Effect.fail(guestError(work.options.lockFile, message, remedy))
}

function fetchOne(work: Work): Effect.Effect<FetchedPackage, GuestError> {
  return Effect.gen(function* () {
    const { options, source, selection, locked } = work
    const { root } = options
    const known = locked ?? (yield* cachedPin(root, source.package))
    let pin = known
    let files = known === undefined ? undefined : yield* unpacked(root, known, selection)
    if (files === undefined) {
      const deb = (yield* debOnDisk(work, known)) ?? (yield* options.online ? download(work) : offline(work))
      pin = yield* unpack(root, deb[0], deb[1], selection)
      yield* checkPinned(work, pin)
      files = yield* unpacked(root, pin, selection)
    }
    const main = files?.find(({ inPackage }) => selection.main.test(inPackage))
    if (pin === undefined || files === undefined || main === undefined) {
      return yield* guestError(folderOf(root), "the cache changed while it was used", "run again")
    }
    yield* writeWhole(
      currentPath(root, source.package),
      lockText(ARCHITECTURE, new Map([[source.package, pin]])),
    )
    return { source, pin, main, place: selection.place ?? main.inPackage, files }
  })
}

/**
 * The files of `sources`, out of the cache or fetched. `lock` pins versions; the pins of what was used come back for
 * the lock to be written. Errors: no network and nothing cached, a version that is gone, a damaged download, a
 * package without the file, each with what to do.
 */
export function fetchPackages(
  sources: readonly DebianSource[],
  lock: Lock,
  options: FetchOptions,
): Effect.Effect<readonly FetchedPackage[], GuestError> {
  return Effect.gen(function* () {
    yield* holdCache(options.root)
    const apt = yield* Effect.cached(
      openApt(options.root, ARCHITECTURE).pipe(
        Effect.flatMap((opened) => Effect.map(updateLists(opened), (trouble) => [opened, trouble] as const)),
      ),
    )
    const fetched: FetchedPackage[] = []
    for (const source of sources) {
      const selection = selectionOf(source)
      if (selection === undefined) {
        const message = `which file of the package ${source.package}?`
        const remedy = `name it: "debian:${source.package}/usr/bin/PROGRAM"`
        const place = options.places.get(sourceText(source))
        return yield* guestErrorAt(options.file, place, message, remedy, { code: "package-unknown" })
      }
      const locked = lock.get(source.package)
      fetched.push(yield* fetchOne({ options, source, selection, locked, apt }))
    }
    return fetched
  }).pipe(Effect.scoped)
}
