// SPDX-License-Identifier: BSD-2-Clause
//
// What is known of a guest's files without fetching anything: files of the folder, and packages that the cache holds
// unpacked. Nothing is written and nothing is verified, since nothing is booted from this; what is not there is left
// out.

import { readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, resolve } from "node:path"

import { cacheRoot } from "./cache.ts"
import type { Diagnostic } from "./diagnostic.ts"
import { type Pure, settle } from "./either.ts"
import type { GuestConfig } from "./guest-config.ts"
import { parseLock, type Pin } from "./guest-lock.ts"
import { type DebianSource, type GuestSource, sourceText } from "./guest-source.ts"
import { type KernelImage, readFlatImage, readLinuxImage } from "./kernel-file.ts"
import { selectionOf } from "./package-files.ts"

export interface KernelAtHand {
  /** As guest.json names it. */
  readonly name: string
  readonly image: KernelImage
}

export interface GuestAtHand {
  readonly kernel?: KernelAtHand
  /** What is wrong with the kernel's file. */
  readonly wrong?: Diagnostic
  /** Bytes of the layers of the ramdisk together; absent when one of them is not there. */
  readonly initrdSize?: number
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

function kernelAtHand(config: GuestConfig, root: string): Pick<GuestAtHand, "kernel" | "wrong"> {
  const { source, flat } = config.kernel
  const path = pathOf(config, root, source)
  if (path === undefined || !statSync(path).isFile()) return {}
  const name = sourceText(source)
  const read: (name: string, bytes: Uint8Array) => Pure<Diagnostic, KernelImage> = flat
    ? readFlatImage
    : readLinuxImage
  return settle(
    read(name, readFileSync(path)),
    (wrong) => ({ wrong }),
    (image) => ({ kernel: { name, image } }),
  )
}

/** The guest's files as far as they are on this machine. */
export function guestAtHand(config: GuestConfig, root: string = cacheRoot()): GuestAtHand {
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
    ...(initrdSize === undefined ? {} : { initrdSize }),
  }
}

/** The beginning that names of one vendor share, `fsl,`, which is searched for once. */
function beginning(name: string): string {
  return name.slice(0, Math.max(4, name.indexOf(",") + 1))
}

/**
 * Those of the strings that the kernel has, so that something built into it looks for them: an entry of an
 * of_device_id table (include/linux/mod_devicetable.h), or a call of of_find_compatible_node.
 */
export function builtInDrivers(kernel: Uint8Array, compatible: readonly string[]): ReadonlySet<string> {
  const bytes = Buffer.from(kernel.buffer, kernel.byteOffset, kernel.byteLength)
  const names = [...new Set(compatible)].filter((name) => name.length >= 4)
  const found = new Set<string>()
  for (const lead of new Set(names.map(beginning))) {
    const alike = names.filter((name) => beginning(name) === lead)
    for (let at = bytes.indexOf(lead); at >= 0; at = bytes.indexOf(lead, at + 1)) {
      if (at > 0 && bytes[at - 1] !== 0) continue
      const end = bytes.indexOf(0, at)
      const text = bytes.toString("latin1", at, end < 0 ? bytes.length : end)
      if (alike.includes(text)) found.add(text)
    }
  }
  return found
}
