// SPDX-License-Identifier: BSD-2-Clause
//
// The bit masks of logical immediates and bitfield moves: DecodeBitMasks of the Arm ARM (DDI 0487, shared
// pseudocode aarch64/instrs/integer/bitmasks), on pairs of 32-bit words.

export type Words = readonly [lo: number, hi: number]

/** `count` ones from bit 0; count 0 .. 64. */
function ones(count: number): Words {
  const low = count >= 32 ? -1 : (1 << count) - 1
  const high = count <= 32 ? 0 : count === 64 ? -1 : (1 << (count - 32)) - 1
  return [low, high]
}

/** An element of `size` bits rotated right by `by`. */
function rotateElement([lo, hi]: Words, size: number, by: number): Words {
  if (by === 0) return [lo, hi]
  if (size < 64) {
    const mask = size === 32 ? -1 : (1 << size) - 1
    return [(((lo >>> by) | (lo << (size - by))) & mask) | 0, 0]
  }
  const [a, b] = by < 32 ? [lo, hi] : [hi, lo]
  const shift = by & 31
  if (shift === 0) return [a, b]
  return [(a >>> shift) | (b << (32 - shift)), (b >>> shift) | (a << (32 - shift))]
}

function replicate([lo, hi]: Words, size: number): Words {
  if (size === 64) return [lo, hi]
  let word = lo
  for (let width = size; width < 32; width *= 2) word |= word << width
  return [word | 0, word | 0]
}

/** log2 of the element size, or -1 for a reserved value: the highest set bit of N:NOT(imms). */
function elementLog2(n: number, imms: number): number {
  return 31 - Math.clz32((n << 6) | (~imms & 0x3f))
}

/** wmask of DecodeBitMasks for a logical immediate, undefined when the encoding is reserved. */
export function logicalMask(n: number, imms: number, immr: number): Words | undefined {
  const log2 = elementLog2(n, imms)
  if (log2 < 1) return undefined
  const size = 1 << log2
  const s = imms & (size - 1)
  if (s === size - 1) return undefined
  return replicate(rotateElement(ones(s + 1), size, immr & (size - 1)), size)
}

/** wmask AND tmask: the bits of Rd that BFM takes from Rn rotated right by immr, at 32 or 64 bits. */
export function bitfieldMask(wide: boolean, imms: number, immr: number): Words {
  const size = wide ? 64 : 32
  const tmask = ones(((imms - immr) & (size - 1)) + 1)
  const wmask = rotateElement(ones(imms + 1), size, immr)
  return [wmask[0] & tmask[0], wmask[1] & tmask[1]]
}
