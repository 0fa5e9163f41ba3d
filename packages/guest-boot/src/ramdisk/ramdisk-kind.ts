// SPDX-License-Identifier: BSD-2-Clause
//
// Whether a file can be a ramdisk, by its first bytes: a cpio archive as Linux's init/initramfs.c unpacks it, plain or
// compressed by one of the methods of lib/decompress.c, or an image of a file system (init/do_mounts_rd.c).

import { constants, gunzipSync } from "node:zlib"

import { isArm64Image } from "../kernel/arm64-image.ts"
import { fileKind, isGzip } from "../file-kind.ts"

export interface Trouble {
  readonly message: string
  readonly remedy: string
}

/** So much of a file tells what it is. */
export const HEAD_BYTES = 0x10000

const TAKE = "give a cpio archive (plain or compressed), a folder, or a list of them"
const NAME_KERNEL = 'name the kernel under "kernel"'

const CPIO = /^07070[12]/
/** The other forms of cpio(1), which Linux does not take: odc, and binary in either byte order. */
const OTHER_CPIO = /^(?:070707|\xc7\x71|\x71\xc7)/
const NEWC = "pack it with `cpio -o -H newc`"
/** bzip2, lzma, lzo and the magics of fileKind: what is inside is not looked at. */
const COMPRESSED = /^(?:BZh|\x5d\0\0|\x89LZO)/

/** Bytes in which a file system tells its kind. */
export const FILE_SYSTEM_HEAD = 0x440

/** ext2 to ext4 at 0x438, romfs, squashfs, cramfs, minix. */
export function isFileSystem(head: Uint8Array): boolean {
  if (head[0x438] === 0x53 && head[0x439] === 0xef) return true
  if (head[0x411] === 0x13 && (head[0x410] === 0x7f || head[0x410] === 0x8f)) return true
  return /^(?:-rom1fs-|hsqs|E=\xcd\x28|(?:\0{512})?\x45\x3d\xcd\x28)/.test(textOf(head, 520))
}

/**
 * Why an image of a file system is none for this command line: Linux copies it into its RAM disk, which is a driver of
 * its own, and mounts that as root=/dev/ram0 (init/do_mounts_initrd.c). An initramfs it unpacks without either.
 */
export function imageTrouble(head: Uint8Array, line: string): Trouble | undefined {
  if (!isFileSystem(head) || /(^|\s)root=\/dev\/ram/.test(line)) return undefined
  return {
    message:
      "this ramdisk is an image of a file system (ext2 to ext4, squashfs or the like), which Linux does not unpack: " +
      "it would need root=/dev/ram0 and CONFIG_BLK_DEV_RAM",
    remedy: "give its files as a cpio archive (find . | cpio -o -H newc), or as a folder",
  }
}

const textOf = (head: Uint8Array, length: number): string =>
  Buffer.from(head.subarray(0, length)).toString("latin1")

/** The first bytes of what gzip packed; undefined for a damaged file, and one that is too short to tell. */
function inflated(head: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return undefined
  }
}

/** Zeros before and between archives are skipped by Linux. */
function afterZeros(head: Uint8Array): Uint8Array {
  const first = head.findIndex((byte) => byte !== 0)
  return first > 0 && first % 4 === 0 && CPIO.test(textOf(head.subarray(first), 6))
    ? head.subarray(first)
    : head
}

/** Check of an xz stream (the .xz file format, 2.1.1.2): Linux's decoder (lib/xz) knows none and CRC32. */
const XZ_CHECKS: Readonly<Record<number, string>> = { 4: "CRC64, xz's own choice", 10: "SHA-256" }

/** What Linux's decompressors do not take of a method that they know. */
function packingTrouble(bytes: Uint8Array, what: string): Trouble | undefined {
  const magic = textOf(bytes, 6)
  if (magic.startsWith("\x04\x22\x4d\x18")) {
    const message = `${what} is in lz4's frame format, and Linux unpacks the legacy one only`
    return { message, remedy: "pack it with `lz4 -l`" }
  }
  const check = magic === "\xfd7zXZ\0" ? XZ_CHECKS[(bytes[7] ?? 0) & 15] : undefined
  if (check === undefined) return undefined
  const message = `${what} is packed by xz with a check that Linux does not know: ${check}`
  return { message, remedy: "pack it with `xz --check=crc32`" }
}

function plainTrouble(head: Uint8Array, what: string): Trouble | undefined {
  if (isArm64Image(head)) return { message: `${what} is an arm64 Image`, remedy: NAME_KERNEL }
  const bytes = afterZeros(head)
  const start = textOf(bytes, 8)
  const packing = packingTrouble(bytes, what)
  if (packing !== undefined) return packing
  if (OTHER_CPIO.test(start)) {
    return { message: `${what} is a cpio archive of another format than newc`, remedy: NEWC }
  }
  if (CPIO.test(start) || COMPRESSED.test(start) || isFileSystem(head)) return undefined
  const kind = fileKind(bytes)
  if (kind !== undefined) {
    if (kind.is.startsWith("compressed")) return undefined
    return { message: `${what} is ${kind.is}`, remedy: /tar|zip/.test(kind.is) ? kind.remedy : TAKE }
  }
  return { message: `${what} is no cpio archive: it does not begin with 070701`, remedy: TAKE }
}

/** Why a file that begins with these bytes is no ramdisk; undefined when it may be one. */
export function ramdiskTrouble(head: Uint8Array): Trouble | undefined {
  if (!isGzip(head)) return plainTrouble(head, "this ramdisk")
  const inside = inflated(head.subarray(0, HEAD_BYTES))
  return inside === undefined || inside.length < 6
    ? undefined
    : plainTrouble(inside, "what is inside of this ramdisk's gzip")
}
