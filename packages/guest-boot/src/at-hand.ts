// SPDX-License-Identifier: BSD-2-Clause
//
// What is known of a guest's files without fetching anything: files of the folder, and packages that the cache holds
// unpacked. Nothing is written and nothing is verified, since nothing is booted from this; what is not there is left
// out. The drivers of a kernel are the entries of its of_device_id tables (include/linux/mod_devicetable.h).

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

/** of_device_id: name and type of 32 bytes, compatible of 128, a pointer; aligned to 8. */
const COMPATIBLE_FIELD = 128
const ALIGN = 8

function isField(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text[index]) return false
  for (let index = text.length; index < COMPATIBLE_FIELD; index++) if (bytes[at + index] !== 0) return false
  return true
}

/** Those of the strings that a driver built into the kernel matches. */
export function builtInDrivers(kernel: Uint8Array, compatible: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const wanted = new Map<number, { readonly name: string; readonly text: Uint8Array }[]>()
  for (const name of new Set(compatible)) {
    const text = new TextEncoder().encode(name)
    if (text.length < 4 || text.length >= COMPATIBLE_FIELD) continue
    const key = (text[0] ?? 0) | ((text[1] ?? 0) << 8) | ((text[2] ?? 0) << 16) | ((text[3] ?? 0) << 24)
    wanted.set(key, [...(wanted.get(key) ?? []), { name, text }])
  }
  if (wanted.size === 0) return found
  const view = new DataView(kernel.buffer, kernel.byteOffset, kernel.byteLength)
  // One byte says enough to pass over nearly all of a kernel without asking the map.
  const first = new Uint8Array(256)
  for (const key of wanted.keys()) first[key & 255] = 1
  for (let at = 0; at + COMPATIBLE_FIELD <= kernel.length; at += ALIGN) {
    if (first[kernel[at] ?? 0] === 0) continue
    for (const { name, text } of wanted.get(view.getInt32(at, true)) ?? []) {
      if (isField(kernel, at, text)) found.add(name)
    }
  }
  return found
}
