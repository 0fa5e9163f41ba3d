// SPDX-License-Identifier: BSD-2-Clause
//
// Packed parts of a ramdisk as Linux has methods for them (lib/decompress.c), beside gzip: zstd by a library, lz4 by
// lz4.ts, xz, lzma and bzip2 by the programs of these names, where they are. lzo is not unpacked.

import { Decompress } from "fzstd"

import { fileKind, isGzip } from "../file-kind.ts"
import { unpackLz4 } from "./lz4.ts"

export interface Unpacked {
  readonly plain: Uint8Array
  /** "cut": the packed form ends too early; "large": more comes than the limit; "other": something else follows. */
  readonly state: "whole" | "cut" | "damaged" | "large" | "other"
}

/** Methods of Linux's lib/decompress.c, by their magic. */
export function packingOf(start: Uint8Array): string | undefined {
  if (isGzip(start)) return "gzip"
  const magic = Buffer.from(start.subarray(0, 4)).toString("latin1")
  if (magic.startsWith("BZh")) return "bzip2"
  if (magic.startsWith("\x5d\0\0")) return "lzma"
  if (magic === "\x89LZO") return "lzo"
  return /^compressed with (\w+)$/.exec(fileKind(start)?.is ?? "")?.[1]
}

const TOO_LARGE = "too large"
/** ZstdErrorCode.UnexpectedEOF of fzstd. */
const UNEXPECTED_END = 5

const codeOf = (cause: unknown): unknown => (cause as { code?: unknown } | null)?.code

function unpackZstd(packed: Uint8Array, limit: number): Unpacked {
  const parts: Uint8Array[] = []
  let total = 0
  const stream = new Decompress((data) => {
    total += data.length
    if (total > limit) throw new Error(TOO_LARGE)
    parts.push(data)
  })
  const end = (state: Unpacked["state"]): Unpacked => ({ plain: Buffer.concat(parts), state })
  try {
    stream.push(packed, true)
    return end("whole")
  } catch (cause) {
    if (cause instanceof Error && cause.message === TOO_LARGE) return end("large")
    return end(codeOf(cause) === UNEXPECTED_END ? "cut" : total > 0 ? "other" : "damaged")
  }
}

const TOOLS: Readonly<Record<string, readonly string[]>> = {
  xz: ["xz", "--format=xz", "-dc"],
  lzma: ["xz", "--format=lzma", "-dc"],
  bzip2: ["bzip2", "-dc"],
}
/** ms */
const PATIENCE = 60_000

function byTool(
  [tool = "", ...args]: readonly string[],
  input: Uint8Array,
  limit: number,
): Unpacked | undefined {
  const { spawnSync } = process.getBuiltinModule("node:child_process")
  const { status, error, stdout, stderr } = spawnSync(tool, args, {
    input,
    maxBuffer: limit,
    timeout: PATIENCE,
  })
  if (codeOf(error) === "ENOBUFS") return { plain: stdout, state: "large" }
  if (error !== undefined && codeOf(error) !== "EPIPE") return undefined
  const said = stderr.toString()
  if (status === 0) return { plain: stdout, state: "whole" }
  if (/unexpected/i.test(said)) return { plain: stdout, state: "cut" }
  return {
    plain: stdout,
    state: stdout.length === 0 || /corrupt|CRC|integrity/i.test(said) ? "damaged" : "other",
  }
}

function unpackOnce(method: string, packed: Uint8Array, limit: number): Unpacked | undefined {
  if (method === "zstd") return unpackZstd(packed, limit)
  if (method === "lz4") return unpackLz4(packed, limit)
  const tool = TOOLS[method]
  return tool === undefined ? undefined : byTool(tool, packed, limit)
}

/** What a method packed, `limit` bytes at most; undefined where it cannot be unpacked here. Zeros may follow. */
export function unpack(method: string, packed: Uint8Array, limit: number): Unpacked | undefined {
  const found = unpackOnce(method, packed, limit)
  if (found === undefined || found.state === "whole" || found.state === "large" || packed.at(-1) !== 0)
    return found
  const end = packed.findLastIndex((byte) => byte !== 0) + 1
  const again = unpackOnce(method, packed.subarray(0, end), limit)
  return again?.state === "whole" ? again : found
}
