// SPDX-License-Identifier: BSD-2-Clause
//
// LD1 to LD4, ST1 to ST4 and LD1R to LD4R: which piece of which vector register each element in memory is
// (Arm ARM C4.1.94.4 to 7, "Advanced SIMD load/store multiple structures" and "single structure").

import type { Base, Element, LoadStore } from "./load-store.ts"

const field = (word: number, low: number, bits: number): number => (word >>> low) & ((1 << bits) - 1)
const NO_REGISTER = 31
const VECTORS = 32

/** opcode of multiple structures: registers of one structure, and how many structures follow each other. */
const MULTIPLE: Readonly<Record<number, readonly [structure: number, repeated: number]>> = {
  0b0000: [4, 1],
  0b0010: [1, 4],
  0b0100: [3, 1],
  0b0110: [1, 3],
  0b0111: [1, 1],
  0b1000: [2, 1],
  0b1010: [1, 2],
}

/** Bit 23: the base goes on by register Rm, or by what was accessed where that is 31. */
function baseOf(word: number, bytes: number): Base {
  const [register, rm] = [field(word, 5, 5), field(word, 16, 5)]
  const base = { register, offset: 0n, writeBack: 0n }
  if (field(word, 23, 1) === 0) return base
  return rm === NO_REGISTER ? { ...base, writeBack: BigInt(bytes) } : { ...base, by: rm }
}

const isLoad = (word: number): boolean => field(word, 22, 1) === 1

function multiple(word: number): LoadStore | undefined {
  const shape = MULTIPLE[field(word, 12, 4)]
  if (shape === undefined || field(word, 21, 1) === 1) return undefined
  const [structure, repeated] = shape
  const size = 1 << field(word, 10, 2)
  const width = 8 << field(word, 30, 1)
  if (size === 8 && width === 8 && structure > 1) return undefined
  const first = field(word, 0, 5)
  const elements: Element[] = []
  for (let group = 0; group < repeated; group++) {
    for (let at = 0; at < width; at += size) {
      for (let n = 0; n < structure; n++) elements.push({ register: (first + group + n) % VECTORS, at })
    }
  }
  const base = baseOf(word, elements.length * size)
  return { kind: "structures", load: isLoad(word), size, elements, repeat: 1, rest: "zero", base }
}

/** Lane and size of a single structure: Q, S and size by opcode; undefined where unallocated. */
function lane(word: number): { readonly log: number; readonly index: number } | undefined {
  const log = field(word, 14, 2)
  const size = field(word, 10, 2)
  const index = (field(word, 30, 1) << 3) | (field(word, 12, 1) << 2) | size
  if (log === 0) return { log, index }
  if (log === 1) return (size & 1) === 0 ? { log, index: index >>> 1 } : undefined
  if (size === 0) return { log: 2, index: index >>> 2 }
  return size === 1 && field(word, 12, 1) === 0 ? { log: 3, index: index >>> 3 } : undefined
}

function single(word: number): LoadStore | undefined {
  const structure = 1 + field(word, 21, 1) + 2 * field(word, 13, 1)
  const repeats = field(word, 14, 2) === 3
  if (repeats && (!isLoad(word) || field(word, 12, 1) === 1)) return undefined
  const found = repeats ? { log: field(word, 10, 2), index: 0 } : lane(word)
  if (found === undefined) return undefined
  const size = 1 << found.log
  const first = field(word, 0, 5)
  const at = found.index * size
  const elements = Array.from({ length: structure }, (_, n) => ({ register: (first + n) % VECTORS, at }))
  const repeat = repeats ? (8 << field(word, 30, 1)) / size : 1
  const base = baseOf(word, structure * size)
  const rest = repeats ? "zero" : "kept"
  return { kind: "structures", load: isLoad(word), size, elements, repeat, rest, base }
}

/** `0 Q 001100 ...` multiple, `0 Q 001101 ...` single; bit 23 writes the base back. */
export function structuresOf(word: number): LoadStore | undefined {
  if (field(word, 31, 1) === 1) return undefined
  if (field(word, 23, 1) === 0 && field(word, 16, 5) !== 0) return undefined
  return field(word, 24, 1) === 0 ? multiple(word) : single(word)
}
