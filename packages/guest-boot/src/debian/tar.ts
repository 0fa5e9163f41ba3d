// SPDX-License-Identifier: BSD-2-Clause
//
// tar as it comes, chunk by chunk: POSIX.1-2017 pax, "ustar Interchange Format" and "pax Interchange Format", with
// GNU's long names ('L' and 'K' headers). Files that are not wanted are passed over without being kept. Sparse files
// and GNU's base-256 sizes do not occur in Debian packages and end the reading with an error.

import { left, right, type Either } from "fp-ts/lib/Either.js"

/** A file, link or folder of the archive; `path` has no leading `./` and no trailing slash. */
export interface TarEntry {
  readonly kind: "file" | "symlink" | "hardlink" | "directory" | "other"
  readonly path: string
  readonly mode: number
  /** Where a link leads. */
  readonly target: string
  /** Contents of a wanted file; empty otherwise. */
  readonly data: Uint8Array
}

const BLOCK = 512

const KINDS: Readonly<Record<string, TarEntry["kind"]>> = {
  "0": "file",
  "\0": "file",
  "7": "file",
  "1": "hardlink",
  "2": "symlink",
  "5": "directory",
}

const text = (block: Buffer, from: number, length: number): string =>
  block.toString("utf8", from, from + length).split("\0")[0] ?? ""

const octal = (block: Buffer, from: number, length: number): number => {
  const digits = text(block, from, length).trim()
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN
}

const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK

/** The header's sum of bytes, its own field counted as spaces. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)
}

/** `LENGTH KEY=VALUE\n` records of a pax header. */
function paxRecords(data: Buffer): Map<string, string> {
  const records = new Map<string, string>()
  let at = 0
  while (at < data.length) {
    const length = Number.parseInt(data.toString("latin1", at, at + 20), 10)
    if (!(length > 0)) break
    const line = data.toString("utf8", data.indexOf(0x20, at) + 1, at + length - 1)
    const equals = line.indexOf("=")
    records.set(line.slice(0, equals), line.slice(equals + 1))
    at += length
  }
  return records
}

interface Body {
  readonly type: string
  readonly entry: TarEntry
  readonly size: number
  readonly keep: boolean
}

/** Reads one archive; make a new one for each. */
export class TarReader {
  private readonly wanted: (path: string) => boolean
  private pending = Buffer.alloc(0)
  /** Chunks not yet joined to `pending`: a large file is joined once, when all of it is there. */
  private queue: Uint8Array[] = []
  private queued = 0
  /** Bytes to pass over. */
  private skip = 0
  private body: Body | undefined
  private names = new Map<string, string>()
  private ended = false
  private bytes = 0

  /** `wanted` decides by path which files' contents are kept. */
  constructor(wanted: (path: string) => boolean) {
    this.wanted = wanted
  }

  /** The entries that `chunk` completes; Left is what is wrong with the archive. */
  push(chunk: Uint8Array): Either<string, readonly TarEntry[]> {
    this.bytes += chunk.length
    this.queue.push(chunk)
    this.queued += chunk.length
    if (this.body !== undefined && this.pending.length + this.queued < padded(this.body.size))
      return right([])
    this.pending = Buffer.concat([this.pending, ...this.queue])
    this.queue = []
    this.queued = 0
    const done: TarEntry[] = []
    for (;;) {
      const step = this.step(done)
      if (step === "more") return right(done)
      if (step !== "on") return left(step)
    }
  }

  /** What is wrong once the input has ended, or undefined. */
  finish(): string | undefined {
    if (this.bytes === 0) return "the archive is empty"
    return this.ended || (this.pending.length === 0 && this.body === undefined && this.skip === 0)
      ? undefined
      : "the archive is cut short"
  }

  private step(done: TarEntry[]): string {
    if (this.ended) {
      this.pending = Buffer.alloc(0)
      return "more"
    }
    if (this.skip > 0) {
      const passed = Math.min(this.skip, this.pending.length)
      this.pending = this.pending.subarray(passed)
      this.skip -= passed
      return this.skip > 0 ? "more" : "on"
    }
    if (this.body !== undefined) return this.readBody(this.body, done)
    if (this.pending.length < BLOCK) return "more"
    const block = this.pending.subarray(0, BLOCK)
    this.pending = this.pending.subarray(BLOCK)
    if (block.every((byte) => byte === 0)) {
      this.ended = true
      return "on"
    }
    return this.readHeader(block, done)
  }

  private readHeader(block: Buffer, done: TarEntry[]): string {
    const type = text(block, 156, 1) || "\0"
    const size = Number(this.names.get("size") ?? octal(block, 124, 12))
    if (octal(block, 148, 8) !== checksum(block) || !Number.isSafeInteger(size)) {
      return "a header of the archive is damaged"
    }
    const prefix = text(block, 257, 5) === "ustar" && block[263] === 0x30 ? text(block, 345, 155) : ""
    const name = this.names.get("path") ?? (prefix === "" ? "" : `${prefix}/`) + text(block, 0, 100)
    const entry: TarEntry = {
      kind: KINDS[type] ?? "other",
      path: name.replace(/^(\.?\/)+/, "").replace(/\/$/, ""),
      mode: octal(block, 100, 8) & 0o7777,
      target: this.names.get("linkpath") ?? text(block, 157, 100),
      data: new Uint8Array(0),
    }
    const meta = "xgLK".includes(type)
    const keep = meta || (entry.kind === "file" && this.wanted(entry.path))
    if (!meta) this.names = new Map()
    if (keep) {
      this.body = { type, entry, size, keep }
      return "on"
    }
    this.skip = padded(size)
    done.push(entry)
    return "on"
  }

  private readBody(body: Body, done: TarEntry[]): string {
    const { type, entry, size } = body
    if (this.pending.length < padded(size)) return "more"
    const data = this.pending.subarray(0, size)
    this.pending = this.pending.subarray(padded(size))
    this.body = undefined
    if (type === "x") this.names = new Map([...this.names, ...paxRecords(data)])
    else if (type === "L") this.names.set("path", text(data, 0, size))
    else if (type === "K") this.names.set("linkpath", text(data, 0, size))
    else if (type !== "g") done.push({ ...entry, data: Uint8Array.from(data) })
    return "on"
  }
}
