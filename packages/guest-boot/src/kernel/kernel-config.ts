// SPDX-License-Identifier: BSD-2-Clause
//
// Options that a kernel was built with, as far as that is known: by the file config-VERSION that distributions put
// beside vmlinuz-VERSION, by .config of the build that the Image stands in, or by the copy that CONFIG_IKCONFIG puts
// into the Image (kernel/configs.c: gzip between IKCFG_ST and IKCFG_ED). Where there is none, what lib/decompress_*.c
// say when they fail tells which of them the kernel has.

import { readFileSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { gunzipSync } from "node:zlib"

/** Without CONFIG_: y, m, or n for an option that is not set. */
export type KernelConfig = Readonly<Record<string, "y" | "m" | "n">>

/** What a check asks for; no more is kept. */
const ASKED = [
  "BLK_DEV_INITRD",
  "RD_GZIP",
  "RD_BZIP2",
  "RD_LZMA",
  "RD_XZ",
  "RD_LZO",
  "RD_LZ4",
  "RD_ZSTD",
  "MMC_BLOCK",
  "MMC_SDHCI_ESDHC_IMX",
  "BLK_DEV_NVME",
  "BLK_DEV_SD",
  "VIRTIO_BLK",
  "VIRTIO_MMIO",
  "EXT4_FS",
  "ROOT_NFS",
] as const

const MAX_TEXT = 4 * 2 ** 20

/** Options out of a configuration's text; undefined when it is none. */
export function configOf(text: string): KernelConfig | undefined {
  const lines = new Map<string, string>()
  for (const [, name = "", value = ""] of text.matchAll(/^CONFIG_(\w+)=(.*)$/gm)) lines.set(name, value)
  if (!lines.has("ARM64") && lines.size < 100) return undefined
  const value = (name: string) => {
    const written = lines.get(name)
    return written === "y" || written === "m" ? written : "n"
  }
  return Object.fromEntries(ASKED.map((name) => [name, value(name)]))
}

function readText(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() === true && stats.size <= MAX_TEXT ? readFileSync(path, "utf8") : undefined
}

function beside(path: string): string | undefined {
  const version = /^(?:vmlinuz|vmlinux|Image)-(.+?)(?:\.gz)?$/.exec(basename(path))?.[1]
  if (version !== undefined) return readText(join(dirname(path), `config-${version}`))
  const built = /^(.*)[/\\]arch[/\\]arm64[/\\]boot[/\\]Image(?:\.gz)?$/.exec(path)?.[1]
  return built === undefined ? undefined : readText(join(built, ".config"))
}

function inside(image: Buffer): string | undefined {
  const [start, end] = [image.indexOf("IKCFG_ST"), image.indexOf("IKCFG_ED")]
  if (start < 0 || end < start) return undefined
  try {
    return gunzipSync(image.subarray(start + 8, end), { maxOutputLength: MAX_TEXT }).toString("latin1")
  } catch {
    return undefined
  }
}

/** Words of the decompressors that no other has. */
const WORDS: readonly (readonly [option: string, words: string])[] = [
  ["RD_GZIP", "Not a gzip file"],
  ["RD_XZ", "XZ-compressed data is corrupt"],
  ["RD_ZSTD", "ZSTD-compressed data is corrupt"],
]

/** One of them at least must be there, or these are not the words that this kernel has. */
function byWords(image: Buffer): KernelConfig | undefined {
  if (!image.includes("compression method %s not configured")) return undefined
  const found = WORDS.map(([option, words]) => [option, image.includes(words) ? "y" : "n"] as const)
  return found.some(([, has]) => has === "y") ? Object.fromEntries(found) : undefined
}

/** What is known of the kernel at a path. Throws as node:fs does. */
export function kernelConfig(path: string, image: Uint8Array): KernelConfig | undefined {
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.length)
  const text = beside(path) ?? inside(bytes)
  return (text === undefined ? undefined : configOf(text)) ?? byWords(bytes)
}
