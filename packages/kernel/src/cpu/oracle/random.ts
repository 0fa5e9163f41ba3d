// SPDX-License-Identifier: BSD-2-Clause
//
// The random numbers of the oracle: a small generator (mulberry32) that gives the same numbers for the same
// seed everywhere, and values that instructions are likely to get wrong.

export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** 0 .. 2^32 - 1. */
  word(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** 0 .. count - 1. */
  below(count: number): number {
    return Math.floor((this.word() / 2 ** 32) * count)
  }

  /** low .. high, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  chance(probability: number): boolean {
    return this.word() < probability * 2 ** 32
  }

  pick<A>(choices: readonly A[]): A {
    return choices[this.below(choices.length)]
  }
}

/** Mixes a seed with a number, for generators that do not follow one another. */
export function derived(seed: number, n: number): number {
  return new Random((seed ^ Math.imul(n + 1, 0x9e3779b1)) >>> 0).word()
}

/**
 * Whether a sequence is the one in `count` (a power of 2) that undergoes what only some do; those of
 * 8 are of 4, too.
 */
export function isOneOf(count: number, seed: number, index: number): boolean {
  return derived(~seed, index) % count === 0
}

/** 64 bits as two words: they go straight to where they are kept. */
export type Quads = Uint32Array

const words = (values: readonly bigint[]): Uint32Array => new Uint32Array(BigUint64Array.from(values).buffer)

const EDGES = words([
  0n,
  1n,
  0xffff_ffff_ffff_ffffn,
  0x8000_0000_0000_0000n,
  0x7fff_ffff_ffff_ffffn,
  0x8000_0000n,
  0x7fff_ffffn,
  0xffff_ffffn,
  0xffff_ffff_8000_0000n,
  0x1_0000_0000n,
])

function put(to: Quads, n: number, low: number, high: number): void {
  to[n * 2] = low
  to[n * 2 + 1] = high
}

function pickFrom(random: Random, values: Uint32Array, to: Quads, n: number): void {
  const at = random.below(values.length / 2) * 2
  put(to, n, values[at], values[at + 1])
}

/** Quad `n` becomes a 64-bit integer, often at an edge, small, or of 32 bits. */
export function integer(random: Random, to: Quads, n: number): void {
  const kind = random.below(10)
  if (kind < 3) return pickFrom(random, EDGES, to, n)
  const low = kind < 5 ? random.between(-70, 70) : random.word() | 0
  if (kind < 5 || kind === 6) return put(to, n, low, low >> 31)
  put(to, n, low, kind === 5 ? 0 : random.word())
}

const HALVES: readonly number[] = [
  0x0000, 0x8000, 0x3c00, 0xbc00, 0x7c00, 0xfc00, 0x7e00, 0x7d01, 0x0001, 0x83ff, 0x0400, 0x7bff,
]
const SINGLES: readonly number[] = [
  0x0000_0000, 0x8000_0000, 0x3f80_0000, 0xbf80_0000, 0x7f80_0000, 0xff80_0000, 0x7fc0_0000, 0x7f80_0001,
  0xffc1_2345, 0x0000_0001, 0x807f_ffff, 0x0080_0000, 0x7f7f_ffff, 0x3f00_0000, 0x3fc0_0000, 0x4b00_0001,
  0x4f00_0000, 0xcf00_0000, 0x5f00_0000, 0x5f80_0000, 0x3f80_0001,
]
const DOUBLES = words([
  0n,
  0x8000_0000_0000_0000n,
  0x3ff0_0000_0000_0000n,
  0xbff0_0000_0000_0000n,
  0x7ff0_0000_0000_0000n,
  0xfff0_0000_0000_0000n,
  0x7ff8_0000_0000_0000n,
  0x7ff0_0000_0000_0001n,
  0xfff8_1234_5678_9abcn,
  1n,
  0x800f_ffff_ffff_ffffn,
  0x0010_0000_0000_0000n,
  0x7fef_ffff_ffff_ffffn,
  0x3fe0_0000_0000_0000n,
  0x3ff8_0000_0000_0000n,
  0x4330_0000_0000_0001n,
  0x41e0_0000_0000_0000n,
  0x43e0_0000_0000_0000n,
  0x43f0_0000_0000_0000n,
  0x3810_0000_0000_0000n,
  0x3690_0000_0000_0000n,
  0x47ef_ffff_ffff_ffffn,
  0x3ff0_0000_1000_0000n,
])

/** High word of a double of moderate size, so that sums and products are neither infinite nor zero. */
function moderateHigh(random: Random): number {
  return (random.word() & 0x800f_ffff) | ((1023 + random.between(-30, 30)) << 20)
}

function single(random: Random): number {
  if (random.chance(0.5)) return random.pick(SINGLES)
  return (random.word() & 0x807f_ffff) | ((127 + random.between(-12, 12)) << 23)
}

const halves = (random: Random) => (random.pick(HALVES) << 16) | random.pick(HALVES)

/** Quad `n` becomes half of a vector register: a double, two singles, four halves or integers. */
export function vectorHalf(random: Random, to: Quads, n: number): void {
  switch (random.below(7)) {
    case 0:
      return pickFrom(random, DOUBLES, to, n)
    case 1:
      return put(to, n, random.word(), moderateHigh(random))
    case 2:
    case 3:
      return put(to, n, single(random), single(random))
    case 4:
      return put(to, n, halves(random), halves(random))
    case 5:
      return integer(random, to, n)
    default:
      return put(to, n, random.word(), random.word())
  }
}
