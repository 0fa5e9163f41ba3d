// SPDX-License-Identifier: BSD-2-Clause
//
// The guest's stack by its frame records (AAPCS64, IHI 0055, section 6.4.6 "The Frame Pointer"): X29 points to a pair
// of the caller's X29 and the return address. Bits of pointer authentication (Arm ARM DDI 0487, D8.8.1 "PAC field")
// are taken off the addresses. A function without a record of its own is found by X30, as far as that is possible.

/** What a walk needs of a stopped processor. */
export interface FrameStart {
  readonly pc: bigint
  /** X29 and X30. */
  readonly fp: bigint
  readonly lr: bigint
  /** TCR_EL1, which tells how many bits an address has. */
  readonly tcr: bigint
}

/** The eight bytes at an address of the guest, little-endian; undefined where it has no memory. */
export type ReadWord = (va: bigint) => bigint | undefined

const MAX_FRAMES = 64
/** TCR_EL1.T0SZ and T1SZ: an address has 64 minus this many bits. */
const T1SZ_SHIFT = 16n
const SIZE_MASK = 0x3fn

/** An address without the bits that hold its authentication code: as bit 55 has it from the address size up. */
export function stripPac(address: bigint, tcr: bigint): bigint {
  const high = ((address >> 55n) & 1n) === 1n
  const width = 64n - ((tcr >> (high ? T1SZ_SHIFT : 0n)) & SIZE_MASK)
  if (width > 55n) return address
  const mask = (1n << width) - 1n
  return high ? BigInt.asUintN(64, address | ~mask) : address & mask
}

/** Return addresses, the innermost first, without PC and X30; at most 64. Stops where a record makes no sense. */
export function walkFrames({ fp, tcr }: FrameStart, read: ReadWord): readonly bigint[] {
  const found: bigint[] = []
  const seen = new Set<bigint>()
  for (let at = fp; found.length < MAX_FRAMES;) {
    if (at === 0n || (at & 7n) !== 0n || seen.has(at)) break
    seen.add(at)
    const [next, back] = [read(at), read(at + 8n)]
    if (next === undefined || back === undefined || back === 0n) break
    found.push(stripPac(back, tcr))
    at = next
  }
  return found
}

/**
 * X30 belongs between the PC and the first record when the function at the PC has no record: it is neither the
 * first record's return address nor an address of that function itself, which a call leaves behind.
 */
export function callersOf(
  start: FrameStart,
  frames: readonly bigint[],
  nameOf: (address: bigint) => string | undefined,
): readonly bigint[] {
  const link = stripPac(start.lr, start.tcr)
  const name = nameOf(link)
  if (name === undefined || link === frames[0] || name === nameOf(start.pc)) return frames
  return [link, ...frames]
}
