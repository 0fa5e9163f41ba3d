// SPDX-License-Identifier: BSD-2-Clause
//
// The ramdisk a guest is given, from layers: folders and packages become entries of one newc archive; an archive a
// user brings (cpio, plain or compressed) goes in unchanged, and where both occur they follow one another, which
// Linux unpacks in order (Documentation/driver-api/early-userspace/buffer-format.rst).

import { kMaxLength } from "node:buffer"
import { gzipSync } from "node:zlib"

import { chain, isLeft, left, map, mapLeft, right, type Either } from "fp-ts/lib/Either.js"
import { pipe } from "fp-ts/lib/function.js"

import { againOf, inMemory, walkArchive } from "./archive-walk.ts"
import { readCpio, writeCpio } from "./cpio.ts"
import { fileDiagnostic, type Diagnostic } from "../diagnostic.ts"
import { isGzip } from "../file-kind.ts"
import { gunzip } from "../kernel/kernel-file.ts"
import { ramdiskTrouble } from "./ramdisk-kind.ts"
import { mergeEntries, STANDARD_ENTRIES, type RamdiskEntry } from "./ramdisk-entry.ts"

/** What one layer of a ramdisk brings; a later layer goes over an earlier one. */
export type RamdiskLayer =
  | { readonly kind: "entries"; readonly name: string; readonly entries: readonly RamdiskEntry[] }
  | { readonly kind: "archive"; readonly name: string; readonly bytes: Uint8Array }

const NO_LIMITS = { entries: Infinity, packed: Infinity, plain: kMaxLength }

/** An archive as a user brought it, checked as far as it can be read. */
function checkArchive(name: string, bytes: Uint8Array): Either<Diagnostic, Uint8Array> {
  const trouble = ramdiskTrouble(bytes)
  if (trouble !== undefined) return left(fileDiagnostic(name, trouble.message, trouble.remedy))
  const { broken } = walkArchive(inMemory(bytes), NO_LIMITS)
  return broken === undefined ? right(bytes) : left(fileDiagnostic(name, broken, againOf(broken)))
}

/** Neighbouring layers of entries as one, so that their order and parents are settled together. */
function runs(layers: readonly RamdiskLayer[]): RamdiskLayer[][] {
  const groups: RamdiskLayer[][] = []
  for (const layer of layers) {
    const last = groups.at(-1)
    if (layer.kind === "entries" && last?.[0]?.kind === "entries") last.push(layer)
    else groups.push([layer])
  }
  return groups
}

function runBytes(run: readonly RamdiskLayer[]): Either<readonly Diagnostic[], Uint8Array> {
  const [first] = run
  if (first?.kind === "archive") {
    return pipe(
      checkArchive(first.name, first.bytes),
      mapLeft((wrong) => [wrong]),
    )
  }
  const entries = run.map((layer) => (layer.kind === "entries" ? layer.entries : []))
  return pipe(mergeEntries(run.at(-1)?.name ?? "ramdisk", [STANDARD_ENTRIES, ...entries]), map(writeCpio))
}

/** Archives one after another, each on a 4-byte boundary. */
function concatenate(archives: readonly Uint8Array[]): Uint8Array {
  const parts = archives.flatMap((bytes, index) =>
    index === archives.length - 1 ? [bytes] : [bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)],
  )
  return new Uint8Array(Buffer.concat(parts))
}

/**
 * The ramdisk of `layers`, laid one over the other. One archive alone is passed through byte for byte. With
 * `gzip` what this package packs is compressed (without a time, so the bytes repeat). Errors: all of them.
 */
export function assembleRamdisk(
  layers: readonly RamdiskLayer[],
  options: { readonly gzip?: boolean } = {},
): Either<readonly Diagnostic[], Uint8Array> {
  const groups = runs(layers).map((run) => ({ packed: run[0]?.kind === "entries", bytes: runBytes(run) }))
  const wrong = groups.flatMap(({ bytes }) => (isLeft(bytes) ? bytes.left : []))
  if (wrong.length > 0) return left(wrong)
  const archives = groups.flatMap(({ packed, bytes }) => {
    if (isLeft(bytes)) return []
    return [packed && options.gzip === true ? new Uint8Array(gzipSync(bytes.right)) : bytes.right]
  })
  const [only] = archives
  return right(archives.length === 1 && only !== undefined ? only : concatenate(archives))
}

/** The entries a ramdisk unpacks to; a gzip'ed one is decompressed. Errors: see `readCpio`. */
export function ramdiskEntries(
  name: string,
  ramdisk: Uint8Array,
): Either<Diagnostic, readonly RamdiskEntry[]> {
  return pipe(
    isGzip(ramdisk) ? gunzip(name, ramdisk) : right(ramdisk),
    chain((bytes) => readCpio(name, bytes)),
  )
}
