// SPDX-License-Identifier: BSD-2-Clause
//
// cpio in the "newc" format, after the kernel's Documentation/driver-api/early-userspace/buffer-format.rst: written
// so that the same entries always give the same bytes (time 0, owner root, inodes in order), and read. Hard links
// are written as separate files; check sums (070702) are read over.

import { left, right, type Either } from "fp-ts/lib/Either.js"

import { fileDiagnostic, type Diagnostic } from "../diagnostic.ts"
import type { RamdiskEntry } from "./ramdisk-entry.ts"

const HEADER_BYTES = 110
const TRAILER = "TRAILER!!!"
/** An archive is padded to whole blocks, as cpio(1) does. */
const BLOCK = 512

const S_IFMT = 0o170000
const TYPES: Readonly<Record<RamdiskEntry["kind"], number>> = {
  file: 0o100000,
  directory: 0o040000,
  symlink: 0o120000,
  "char-device": 0o020000,
  "block-device": 0o060000,
}

const pad = (length: number, to: number): number => (to - (length % to)) % to

interface CpioRecord {
  readonly name: string
  readonly ino: number
  readonly mode: number
  readonly nlink: number
  readonly rdev: readonly [major: number, minor: number]
  readonly data: Uint8Array
}

function recordBytes(record: CpioRecord): Uint8Array[] {
  const name = Buffer.from(`${record.name}\0`)
  const [major, minor] = record.rdev
  const { ino, mode, nlink, data } = record
  const fields = [ino, mode, 0, 0, nlink, 0, data.length, 0, 0, major, minor, name.length, 0]
  const header = `070701${fields.map((field) => field.toString(16).toUpperCase().padStart(8, "0")).join("")}`
  return [
    Buffer.from(header),
    name,
    new Uint8Array(pad(HEADER_BYTES + name.length, 4)),
    data,
    new Uint8Array(pad(data.length, 4)),
  ]
}

const EMPTY = new Uint8Array(0)

function entryRecord(entry: RamdiskEntry, ino: number): CpioRecord {
  const permissions = entry.kind === "symlink" ? 0o777 : entry.mode & 0o7777
  const device = entry.kind === "char-device" || entry.kind === "block-device"
  return {
    name: entry.path,
    ino,
    mode: TYPES[entry.kind] | permissions,
    nlink: entry.kind === "directory" ? 2 : 1,
    rdev: device ? [entry.major, entry.minor] : [0, 0],
    data: entry.kind === "file" ? entry.data : entry.kind === "symlink" ? Buffer.from(entry.target) : EMPTY,
  }
}

/** The archive of `entries`, in the order given. */
export function writeCpio(entries: readonly RamdiskEntry[]): Uint8Array {
  const trailer: CpioRecord = { name: TRAILER, ino: 0, mode: 0, nlink: 1, rdev: [0, 0], data: EMPTY }
  const records = [...entries.map((entry, index) => entryRecord(entry, index + 1)), trailer]
  const parts = records.flatMap(recordBytes)
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return new Uint8Array(Buffer.concat([...parts, new Uint8Array(pad(length, BLOCK))]))
}

interface Header {
  readonly mode: number
  readonly rdev: readonly [number, number]
  readonly name: string
  readonly data: Uint8Array
  readonly next: number
}

/** The record at `at`; undefined when the archive ends before it is complete or there is no magic. */
function readRecord(archive: Uint8Array, at: number): Header | undefined {
  const header = Buffer.from(archive.subarray(at, at + HEADER_BYTES)).toString("latin1")
  if (!/^07070[12][0-9a-fA-F]{104}$/.test(header)) return undefined
  const field = (index: number): number => Number.parseInt(header.slice(6 + 8 * index, 14 + 8 * index), 16)
  const nameEnd = at + HEADER_BYTES + field(11)
  const from = nameEnd + pad(nameEnd - at, 4)
  const to = from + field(6)
  if (field(11) === 0 || to > archive.length) return undefined
  const name = Buffer.from(archive.subarray(at + HEADER_BYTES, nameEnd - 1)).toString("utf8")
  const data = archive.subarray(from, to)
  return { mode: field(1), rdev: [field(9), field(10)], name, data, next: to + pad(to - from, 4) }
}

function recordEntry(record: Header): RamdiskEntry | undefined {
  const path = record.name
  const mode = record.mode & 0o7777
  const [major, minor] = record.rdev
  switch (record.mode & S_IFMT) {
    case TYPES.file:
      return { kind: "file", path, mode, data: record.data }
    case TYPES.directory:
      return { kind: "directory", path, mode }
    case TYPES.symlink:
      return { kind: "symlink", path, target: Buffer.from(record.data).toString("utf8") }
    case TYPES["char-device"]:
      return { kind: "char-device", path, mode, major, minor }
    case TYPES["block-device"]:
      return { kind: "block-device", path, mode, major, minor }
    default:
      return undefined
  }
}

/**
 * The entries of an archive, several archives after each other included. `name` is for messages; kinds Linux has
 * and this package does not (FIFOs, sockets) are left out. Errors: no cpio, or one that is cut short.
 */
export function readCpio(name: string, archive: Uint8Array): Either<Diagnostic, readonly RamdiskEntry[]> {
  const entries: RamdiskEntry[] = []
  let at = 0
  let ended = false
  while (at < archive.length) {
    if (ended && archive[at] === 0) {
      at += 1
      continue
    }
    const record = readRecord(archive, at)
    if (record === undefined) {
      const what =
        at === 0
          ? "this is not a cpio archive of the newc format"
          : `the cpio archive breaks off at byte ${at}`
      return left(fileDiagnostic(name, what, "pack it again with `cpio -o -H newc`, or copy it again"))
    }
    ended = record.name === TRAILER
    const entry = ended ? undefined : recordEntry(record)
    if (entry !== undefined) entries.push(entry)
    at = record.next
  }
  if (ended) return right(entries)
  return left(fileDiagnostic(name, "the cpio archive has no end", "copy it again; it was cut short"))
}
