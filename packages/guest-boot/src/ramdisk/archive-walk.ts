// SPDX-License-Identifier: BSD-2-Clause
//
// A ramdisk file from its first byte to its last, as Linux unpacks it (init/initramfs.c, unpack_to_rootfs): cpio
// archives and packed ones after each other, zeros between them. Of files only the beginning is looked at, on demand.
// gzip is unpacked here, other methods as far as unpack.ts can. How much is done has a bound.

import { constants, gunzipSync, inflateRawSync } from "node:zlib"

import { fileKind } from "../file-kind.ts"
import { type Held, HEAD } from "./init-program.ts"
import { entryPath } from "./ramdisk-entry.ts"
import { FILE_SYSTEM_HEAD, isFileSystem } from "./ramdisk-kind.ts"
import { packingOf, unpack } from "./unpack.ts"

/** Bytes of a file or of memory. */
export interface Bytes {
  readonly length: number
  /** At most `length` bytes from `from` on. */
  readonly at: (from: number, length: number) => Uint8Array
}

export const inMemory = (bytes: Uint8Array): Bytes => ({
  length: bytes.length,
  at: (from, length) => bytes.subarray(from, from + length),
})

export interface Limits {
  /** Entries of all archives together. */
  readonly entries: number
  /** Bytes of one packed part: of a larger one only the first are unpacked. */
  readonly packed: number
  /** Bytes that a packed part may come to. */
  readonly plain: number
}

export interface Walk {
  readonly held: Map<string, Held>
  /** Methods that parts are packed by: "gzip", "zstd". */
  readonly packings: Set<string>
  /** What is wrong with the file: "the cpio archive breaks off at byte 512". */
  broken?: string
  /** Why it was not looked at to its end: "is compressed with zstd". */
  unseen?: string
}

const HEADER_BYTES = 110
const HEADER = /^07070[12][0-9a-fA-F]{104}$/
const TRAILER = "TRAILER!!!"
const [S_IFMT, S_IFREG, S_IFDIR, S_IFLNK] = [0o170000, 0o100000, 0o040000, 0o120000]
const MAX_NAME = 4096
const ZEROS = 4096
const damaged = (method: string): string => `this ${method} file is cut short or damaged`
const CPIO = /^07070[12]/

const roundUp = (value: number, to: number): number => Math.ceil(value / to) * to
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1")

interface Found {
  readonly name: string
  readonly mode: number
  /** Same for all names of one file; undefined for a file of one name. */
  readonly link: string | undefined
  readonly from: number
  readonly size: number
  readonly next: number
}

/** The record at `at`; undefined where the archive ends inside of it. */
function recordAt(bytes: Bytes, at: number): Found | undefined {
  const header = text(bytes.at(at, HEADER_BYTES))
  if (!HEADER.test(header)) return undefined
  const field = (index: number): number => Number.parseInt(header.slice(6 + 8 * index, 14 + 8 * index), 16)
  const [ino, mode, links, size, major, minor, named] = [0, 1, 4, 6, 7, 8, 11].map(field)
  const long = named ?? 0
  const from = roundUp(at + HEADER_BYTES + long, 4)
  const next = from + (size ?? 0)
  if (long === 0 || long > MAX_NAME || next > bytes.length) return undefined
  const name = Buffer.from(bytes.at(at + HEADER_BYTES, long - 1)).toString("utf8")
  const link = (links ?? 0) > 1 ? `${major}:${minor}:${ino}` : undefined
  return { name, mode: mode ?? 0, link, from, size: size ?? 0, next: roundUp(next, 4) }
}

function zerosFrom(bytes: Bytes, from: number): number {
  for (let at = from; at < bytes.length;) {
    const chunk = bytes.at(at, ZEROS)
    const other = chunk.findIndex((byte) => byte !== 0)
    if (other >= 0) return at + other
    if (chunk.length === 0) return bytes.length
    at += chunk.length
  }
  return bytes.length
}

/** Bytes of a gzip member's header (RFC 1952, 2.3). */
function gzipHeader(bytes: Uint8Array): number {
  const flags = bytes[3] ?? 0
  let at = 10
  if ((flags & 4) !== 0) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0)
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue
    const end = bytes.indexOf(0, at)
    at = end < 0 ? bytes.length : end + 1
  }
  return at + ((flags & 2) === 0 ? 0 : 2)
}

interface Inflated {
  readonly plain: Uint8Array
  /** Bytes of the packed form. */
  readonly used: number
}

/** With `info`, node:zlib answers so. */
interface WithInfo {
  readonly buffer: Uint8Array
  readonly engine: { readonly bytesWritten: number }
}

const tooLarge = (cause: unknown): boolean =>
  (cause as { code?: unknown } | null)?.code === "ERR_BUFFER_TOO_LARGE"

/** One member or several; undefined for what is damaged, "large" for what comes to more than the limit. */
function inflate(packed: Uint8Array, maxOutputLength: number): Inflated | "large" | undefined {
  const options = { maxOutputLength, info: true }
  try {
    const { buffer, engine } = gunzipSync(packed, options) as unknown as WithInfo
    return { plain: buffer, used: engine.bytesWritten }
  } catch (cause) {
    if (tooLarge(cause)) return "large"
  }
  // Something else follows, which gunzip takes for another member.
  const header = gzipHeader(packed)
  try {
    const found = inflateRawSync(packed.subarray(header), options) as unknown as WithInfo
    const used = header + found.engine.bytesWritten + 8
    const size = Buffer.from(packed.subarray(used - 4, used))
    return size.length === 4 && size.readUInt32LE(0) === found.buffer.length % 2 ** 32
      ? { plain: found.buffer, used }
      : undefined
  } catch (cause) {
    return tooLarge(cause) ? "large" : undefined
  }
}

/** What helps with a broken file. */
export const againOf = (broken: string): string =>
  /^this \w+ file is cut/.test(broken)
    ? "fetch or copy the file again"
    : "pack it again with `cpio -o -H newc`, or copy it again"

class Walker {
  readonly walk: Walk = { held: new Map(), packings: new Set() }
  private readonly limits: Limits
  /** Beginnings of files with several names, which one of the names has. */
  private readonly linked = new Map<string, (most?: number) => Uint8Array>()
  private entries = 0

  constructor(limits: Limits) {
    this.limits = limits
  }

  private add(bytes: Bytes, { name, mode, link, from, size }: Found): void {
    const path = entryPath(name)
    if (path === undefined) return
    const kind = mode & S_IFMT
    const own = (most = HEAD) => bytes.at(from, Math.min(size, most))
    if (link !== undefined && size > 0) this.linked.set(link, own)
    const head = (most = HEAD) =>
      size > 0 || link === undefined ? own(most) : (this.linked.get(link)?.(most) ?? own(most))
    const { held } = this.walk
    if (kind === S_IFREG) held.set(path, { kind: "file", mode, head })
    else if (kind === S_IFDIR) held.set(path, { kind: "directory" })
    else if (kind === S_IFLNK)
      held.set(path, { kind: "symlink", target: Buffer.from(bytes.at(from, size)).toString() })
    else held.set(path, { kind: "device" })
  }

  private stop(what: Pick<Walk, "broken" | "unseen">): undefined {
    Object.assign(this.walk, what)
    return undefined
  }

  /** One archive; gives where it ends, or nothing when the walk is at its end. `whole` is false for a beginning. */
  private cpio(bytes: Bytes, start: number, whole: boolean): number | undefined {
    for (let at = start; ;) {
      if (at >= bytes.length)
        return whole ? this.stop({ broken: "the cpio archive has no end: it was cut short" }) : undefined
      const found = recordAt(bytes, at)
      if (found === undefined)
        return whole ? this.stop({ broken: `the cpio archive breaks off at byte ${at}` }) : undefined
      if (found.name === TRAILER) return found.next
      if (++this.entries > this.limits.entries) return this.stop({ unseen: "has too many entries" })
      this.add(bytes, found)
      at = found.next
    }
  }

  private gzip(bytes: Bytes, at: number): number | undefined {
    const { packed: most, plain: limit } = this.limits
    const rest = bytes.length - at
    if (rest > most) {
      const size = `is ${Math.round(rest / 2 ** 20)} MiB in gzip`
      try {
        const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: limit }
        this.parts(inMemory(gunzipSync(bytes.at(at, most), options)), false)
      } catch {
        return this.stop({ unseen: size })
      }
      return this.stop({ unseen: size })
    }
    const found = inflate(bytes.at(at, rest), limit)
    if (found === undefined) return this.stop({ broken: damaged("gzip") })
    if (found === "large") return this.stop({ unseen: "comes to much more than its packed size" })
    return this.parts(inMemory(found.plain), true) ? at + found.used : undefined
  }

  /** A part that another method packed: it has all of the rest, or what follows it is not looked at. */
  private packed(method: string, bytes: Bytes, at: number): number | undefined {
    const { packed: most, plain: limit } = this.limits
    const rest = bytes.length - at
    const found = unpack(method, bytes.at(at, Math.min(rest, most)), limit)
    const cut = rest > most
    if (found === undefined) return this.stop({ unseen: `is compressed with ${method}` })
    const { plain, state } = found
    if (state === "damaged" || (state === "cut" && !cut)) return this.stop({ broken: damaged(method) })
    const inside = inMemory(plain)
    const start = plain.subarray(zerosFrom(inside, 0))
    if (plain.length > 0 && !CPIO.test(text(start.subarray(0, 6))) && packingOf(start) === undefined) {
      const is = fileKind(start)?.is ?? "no cpio archive"
      return this.stop({ broken: `what is inside of this ramdisk's ${method} is ${is}` })
    }
    const whole = state === "whole" && !cut
    const seen = this.parts(inside, whole)
    if (whole) return seen ? bytes.length : undefined
    const size = `is ${Math.round(rest / 2 ** 20)} MiB in ${method}`
    return this.stop({ unseen: state === "other" ? `has more behind what ${method} packed` : size })
  }

  /** All parts; false when the walk has come to its end before the last byte. */
  parts(bytes: Bytes, whole: boolean, packing = false): boolean {
    if (isFileSystem(bytes.at(0, FILE_SYSTEM_HEAD))) {
      this.stop({ unseen: "is an image of a file system" })
      return false
    }
    for (let at = zerosFrom(bytes, 0); at < bytes.length;) {
      const start = bytes.at(at, 64)
      const kind = packing ? packingOf(start) : undefined
      if (kind !== undefined) this.walk.packings.add(kind)
      let next: number | undefined
      if (CPIO.test(text(start.subarray(0, 6)))) next = this.cpio(bytes, at, whole)
      else if (kind === "gzip") next = this.gzip(bytes, at)
      else if (kind !== undefined) next = this.packed(kind, bytes, at)
      else {
        const broken = `what follows at byte ${at} is no archive`
        this.stop(whole ? { broken } : {})
      }
      if (next === undefined) return false
      at = zerosFrom(bytes, next)
    }
    return true
  }
}

/** What a ramdisk holds, as far as the limits let it be seen. */
export function walkArchive(bytes: Bytes, limits: Limits): Walk {
  const walker = new Walker(limits)
  walker.parts(bytes, true, true)
  return walker.walk
}
