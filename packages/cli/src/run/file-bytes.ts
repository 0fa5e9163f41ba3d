// SPDX-License-Identifier: BSD-2-Clause
//
// A part of a build by its bytes: a small one is kept; a large one, a kernel of 30 MB, is read piece by piece when a
// guest begins its life with it and again when it begins anew, and is never in memory as a whole. The file stays open,
// so that it is the same one even when the build is made anew.

import { closeSync, fstatSync, openSync, readSync } from "node:fs"

import { readBytes } from "./read-bytes.ts"

/** Files of more bytes than this are not kept, and read in pieces of as many. */
const LARGE = 0x10_0000

export interface FileBytes {
  /** How many they are. */
  readonly length: number
  /** All of them at once. Throws as node:fs does. */
  whole(): Uint8Array
  /** One piece after the other, each good until the next. Throws as node:fs does. */
  pieces(): Iterable<Uint8Array>
}

export function keptBytes(bytes: Uint8Array): FileBytes {
  return { length: bytes.length, whole: () => bytes, pieces: () => [bytes] }
}

function* piecesOf(file: number, size: number): Iterable<Uint8Array> {
  const piece = new Uint8Array(size)
  for (let at = 0; ;) {
    const count = readSync(file, piece, 0, size, at)
    if (count === 0) return
    yield piece.subarray(0, count)
    at += count
  }
}

function wholeOf(file: number, size: number): Uint8Array {
  const all = new Uint8Array(size)
  return all.subarray(0, readSync(file, all, 0, size, 0))
}

/** Throws as node:fs does. */
export function fileBytes(path: string, large = LARGE): FileBytes {
  const file = openSync(path, "r")
  const { size } = fstatSync(file)
  if (size > large) {
    return {
      length: size,
      whole: () => wholeOf(file, size),
      pieces: () => piecesOf(file, large),
    }
  }
  closeSync(file)
  return keptBytes(readBytes(path))
}
