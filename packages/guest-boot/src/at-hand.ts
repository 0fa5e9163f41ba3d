// SPDX-License-Identifier: BSD-2-Clause
//
// What is known of a guest's files without fetching anything: files of the folder, and packages that the cache holds
// unpacked. Nothing is verified, since nothing is booted from this; what is not there is left out. Nothing is written
// but facts of the kernel, into the cache.

import { readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, resolve } from "node:path"

import { cacheRoot } from "./cache-root.ts"
import { type Diagnostic, fileDiagnostic } from "./diagnostic.ts"
import { type Pure, settle } from "./either.ts"
import type { GuestConfig } from "./config/guest-config.ts"
import { parseLock, type Pin } from "./config/guest-lock.ts"
import { type DebianSource, type GuestSource, sourceText } from "./config/guest-source.ts"
import { kernelFacts, type KernelFacts } from "./kernel/kernel-facts.ts"
import { type KernelImage, readFlatImage, readLinuxImage } from "./kernel/kernel-file.ts"
import { layersBeside, noInit, type NoInit } from "./ramdisk/init-at-hand.ts"
import { knownKernels } from "./debian/known-kernels.ts"
import { packageTrouble, type PackageTrouble } from "./debian/package-names.ts"
import { debPattern, selectionOf } from "./debian/package-files.ts"
import { againOf, type Walk } from "./ramdisk/archive-walk.ts"
import { archiveAt, type Layer, ramdiskContents } from "./ramdisk/ramdisk-contents.ts"
import { headOf } from "./head-of.ts"
import { HEAD_BYTES, imageTrouble, ramdiskTrouble, type Trouble } from "./ramdisk/ramdisk-kind.ts"

/** A kernel whose file is at hand. */
export interface KernelAtHand extends KernelFacts {
  /** As guest.json names it. */
  readonly name: string
}

/** What can be told of a guest without fetching anything; what is not at hand is absent. */
export interface GuestAtHand {
  readonly kernel?: KernelAtHand
  /** What is wrong with the kernel's file. */
  readonly wrong?: Diagnostic
  /** Bytes of the layers of the ramdisk together; absent when one of them is not there. */
  readonly initrdSize?: number
  /** Files that are no ramdisk, by the path that guest.json gives. */
  readonly noRamdisks?: readonly (Trouble & {
    readonly path: string
    /** Layers that do in its place. */
    readonly meant?: readonly string[]
  })[]
  /** Files that are not looked into to their end, and why: "is compressed with zstd". */
  readonly unseen?: readonly { readonly path: string; readonly why: string }[]
  /** What parts of files are packed by: "gzip", "zstd". */
  readonly packings?: readonly { readonly path: string; readonly method: string }[]
  /** Why Linux cannot start a program of the ramdisk; absent when the ramdisk is not at hand or there is none. */
  readonly noInit?: (path: string) => NoInit | undefined
  /** Where there is no ramdisk: layers of one that can be started, out of what lies beside the guest file. */
  readonly layersBeside?: readonly string[]
  /** Packages that there are not, or that do not do, each by what guest.json writes. */
  readonly noPackages?: readonly (PackageTrouble & { readonly source: string })[]
}

function readText(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, "utf8") : undefined
}

function pinIn(path: string, name: string): Pin | undefined {
  const text = readText(path)
  return text === undefined
    ? undefined
    : settle(
        parseLock(path, text),
        () => undefined,
        (lock) => lock.get(name),
      )
}

/** The main file of a package in the cache. */
function packageFile(config: GuestConfig, root: string, source: DebianSource): string | undefined {
  const lock = join(
    dirname(config.file),
    `${config.file.replace(/^.*[/\\]/, "").replace(/\.json$/, "")}.lock`,
  )
  const folder = join(root, "debian", "arm64")
  const pin =
    pinIn(lock, source.package) ?? pinIn(join(folder, "current", `${source.package}.json`), source.package)
  const main = selectionOf(source)?.main
  const inPackage = Object.keys(pin?.files ?? {}).find((path) => main?.test(path) === true)
  if (pin === undefined || inPackage === undefined) return undefined
  const path = join(folder, "files", pin.sha256.slice(0, 16), inPackage)
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? path : undefined
}

function pathOf(config: GuestConfig, root: string, source: GuestSource): string | undefined {
  if (source.kind === "debian") return packageFile(config, root, source)
  const path = resolve(dirname(config.file), source.path)
  return statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : path
}

function sizeOf(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

/** A folder or file that cannot be read is as good as none: the build will say so. */
function quietly<A>(work: () => A): A | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** A folder where a kernel should be; one that was built in, or copied to, has the Image at a known place. */
function folderKernel(name: string, path: string): Diagnostic {
  const inside = ["Image", "arch/arm64/boot/Image", "Image.gz"].find(
    (one) => statSync(join(path, one), { throwIfNoEntry: false })?.isFile() === true,
  )
  const remedy = `name the Image itself${inside === undefined ? "" : `: ${join(name, inside)}`}`
  return fileDiagnostic(name, "this is a folder, not a file", remedy)
}

type Walks = (path: string) => Walk

function noRamdisksOf(
  config: GuestConfig,
  walk: Walks,
): Pick<GuestAtHand, "noRamdisks" | "unseen" | "packings"> {
  const unseen: { path: string; why: string }[] = []
  const packings: { path: string; method: string }[] = []
  const line = config.cmdline === undefined ? undefined : [config.cmdline, ...config.cmdlineAdd].join(" ")
  const noRamdisks = config.ramdisk.flatMap((source) => {
    if (source.kind !== "file") return []
    const path = resolve(dirname(config.file), source.path)
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return []
    const head = headOf(path, HEAD_BYTES)
    const image = line === undefined ? undefined : imageTrouble(head, line)
    const trouble = ramdiskTrouble(head) ?? image ?? brokenAt(path, walk)
    if (trouble === undefined) {
      const { unseen: why, packings: methods } = walk(path)
      if (why !== undefined) unseen.push({ path: source.path, why })
      packings.push(...[...methods].map((method) => ({ path: source.path, method })))
      return []
    }
    const meant = config.ramdisk.length > 1 ? undefined : layersBeside(dirname(config.file), [])
    return [{ ...trouble, path: source.path, ...(meant === undefined ? {} : { meant }) }]
  })
  return {
    ...(noRamdisks.length === 0 ? {} : { noRamdisks }),
    ...(unseen.length === 0 ? {} : { unseen }),
    ...(packings.length === 0 ? {} : { packings }),
  }
}

function brokenAt(path: string, walk: Walks): Trouble | undefined {
  const { broken } = walk(path)
  return broken === undefined ? undefined : { message: broken, remedy: againOf(broken) }
}

/** Each archive is walked once. */
function walksOnce(): Walks {
  const known = new Map<string, Walk>()
  return (path) => {
    const walk = known.get(path) ?? archiveAt(path)
    known.set(path, walk)
    return walk
  }
}

/** The layers of the ramdisk, where each is at hand or known without being looked at. */
function layersOf(config: GuestConfig, root: string): readonly Layer[] | undefined {
  const layers = config.ramdisk.map((source): Layer | undefined => {
    const path = quietly(() => pathOf(config, root, source))
    if (source.kind === "file") return path === undefined ? undefined : { kind: "path", path }
    const place = selectionOf(source)?.place ?? source.path
    return place === undefined ? undefined : { kind: "program", place, path }
  })
  const known = layers.filter((layer) => layer !== undefined)
  return known.length === layers.length && layers.length > 0 ? known : undefined
}

function initOf(
  config: GuestConfig,
  root: string,
  walk: Walks,
): Pick<GuestAtHand, "noInit" | "layersBeside"> {
  if (config.ramdisk.length === 0) {
    const meant = layersBeside(dirname(config.file), [])
    return meant === undefined ? {} : { layersBeside: meant }
  }
  const layers = layersOf(config, root)
  if (layers === undefined) return {}
  const contents = ramdiskContents(layers, walk)
  return { noInit: (path) => noInit(dirname(config.file), layers, contents, path) }
}

/** A .deb of the package that was put into the cache. */
function isProvided(root: string, name: string): boolean {
  const debs = quietly(() => readdirSync(join(root, "debian", "arm64", "debs"))) ?? []
  return debs.some((one) => debPattern(name).test(one))
}

function noPackagesOf(config: GuestConfig, root: string): Pick<GuestAtHand, "noPackages"> {
  const named = [
    { source: config.kernel.source, kernel: true },
    ...config.ramdisk.map((source) => ({ source, kernel: false })),
  ]
  const noPackages = named.flatMap(({ source, kernel }) => {
    if (source.kind !== "debian") return []
    // Of the kernel's package all is known, in the cache or not.
    const misplaced = !kernel && source.package.startsWith("linux-image-")
    if (!misplaced && packageFile(config, root, source) !== undefined) return []
    const known = () => (isProvided(root, source.package) ? undefined : knownKernels(root))
    const trouble = packageTrouble(source, kernel, known)
    const alone = misplaced && config.ramdisk.length === 1
    const layers = alone ? layersBeside(dirname(config.file), []) : undefined
    return trouble === undefined
      ? []
      : [{ ...trouble, source: sourceText(source), ...(layers === undefined ? {} : { layers }) }]
  })
  return noPackages.length === 0 ? {} : { noPackages }
}

function kernelAtHand(config: GuestConfig, root: string): Pick<GuestAtHand, "kernel" | "wrong"> {
  const { source, flat } = config.kernel
  const path = pathOf(config, root, source)
  if (path === undefined) return {}
  const name = sourceText(source)
  if (statSync(path).isDirectory()) return { wrong: folderKernel(name, path) }
  const read: (name: string, bytes: Uint8Array) => Pure<Diagnostic, KernelImage> = flat
    ? readFlatImage
    : readLinuxImage
  let wrong: Diagnostic | undefined
  const facts = kernelFacts(path, flat ? "flat" : "Image", {
    root,
    readImage: (bytes) =>
      settle(
        read(name, bytes),
        (mistake) => {
          wrong = mistake
          return undefined
        },
        (image) => image,
      ),
  })
  if (facts !== undefined) return { kernel: { name, ...facts } }
  return wrong === undefined ? {} : { wrong }
}

/** The guest's files as far as they are on this machine. */
export function guestAtHand(config: GuestConfig, root: string = cacheRoot()): GuestAtHand {
  const walk = walksOnce()
  const kernel = quietly(() => kernelAtHand(config, root))
  const initrdSize = quietly(() => {
    const paths = config.ramdisk.map((source) => pathOf(config, root, source))
    return paths.reduce<number | undefined>(
      (sum, path) => (sum === undefined || path === undefined ? undefined : sum + sizeOf(path)),
      0,
    )
  })
  return {
    ...kernel,
    ...quietly(() => noRamdisksOf(config, walk)),
    ...quietly(() => initOf(config, root, walk)),
    ...quietly(() => noPackagesOf(config, root)),
    ...(initrdSize === undefined ? {} : { initrdSize }),
  }
}
