// SPDX-License-Identifier: BSD-2-Clause
//
// The state that both worlds start from and end in, as one block of bytes that our sandbox and the program
// under qemu lay out alike, and the addresses that they share.

import { integer, type Random, vectorHalf } from "./random.ts"

/** Where a sequence ends: the program under qemu saves its state here, ours stops. */
export const END = 0x20_0000
export const CODE = 0x40_0000
export const CODE_END = 0x80_0000
/** Two pages that sequences may touch; the part that is compared lies across their border. */
export const DATA = 0x80_0000
export const DATA_SIZE = 0x2000
export const BORDER = 0x80_1000
export const WINDOW = BORDER - 0x400
export const WINDOW_SIZE = 0x800

/** Offsets in the block. X0 to X30 lie at 0. Before a run: TPIDR_EL0 and where to begin. */
export const S_SP = 248
export const S_NZCV = 256
export const S_FPSR = 264
/** FPCR, 32 bits, before a run. */
export const S_FPCR = 268
export const S_TPIDR = 272
export const S_ENTRY = 280
/** After a run, in the same places: the signal that ended it (0 none), and its address. */
export const S_SIGNAL = 272
export const S_FAULT_PC = 280
export const S_V = 288
export const STATE_SIZE = 800
/** After a run the window follows. */
export const RESULT_SIZE = STATE_SIZE + WINDOW_SIZE

/** Where the program under qemu keeps states and results. */
export const STATES = 0x1000_0000
export const RESULTS = 0x4000_0000

/** FPCR's AHP, DN, FZ and RMode (bits 26..22). */
const FPCR_MODES = 0x1f << 22
/** FPSR's QC (bit 27) and cumulative exceptions, of which IXC decides how much regions ask. */
const FPSR_FLAGS = 0x0800_009f
const IXC = 1 << 4

/** A random state; `modes` is the share of states with something set in FPCR. */
export function randomState(random: Random, modes = 0): Uint8Array {
  const state = new Uint8Array(STATE_SIZE)
  const view = new DataView(state.buffer)
  const quads = new Uint32Array(state.buffer)
  for (let n = 0; n < 31; n++) integer(random, quads, n)
  view.setUint32(S_SP, BORDER + random.between(-32, 32) * 16, true)
  view.setUint32(S_NZCV, (random.below(16) << 28) >>> 0, true)
  integer(random, quads, S_TPIDR / 8)
  if (random.chance(modes)) view.setUint32(S_FPCR, random.word() & FPCR_MODES, true)
  for (let n = 0; n < 64; n++) vectorHalf(random, quads, S_V / 8 + n)
  if (random.chance(0.5)) {
    view.setUint32(S_FPSR, random.chance(0.5) ? IXC : random.word() & FPSR_FLAGS, true)
  }
  return state
}

/** What the window holds before every sequence of a batch. */
export function randomWindow(random: Random): Uint8Array {
  const quads = new Uint32Array(WINDOW_SIZE / 4)
  for (let n = 0; n < WINDOW_SIZE / 8; n++) vectorHalf(random, quads, n)
  return new Uint8Array(quads.buffer)
}

/** One place where two results are not the same. */
export interface Mismatch {
  readonly what: string
  readonly ours: string
  readonly theirs: string
}

const hex = (value: bigint) => `0x${value.toString(16).padStart(16, "0")}`

function nameOf(offset: number): string {
  if (offset < S_SP) return `X${offset / 8}`
  if (offset === S_SP) return "SP"
  if (offset === S_NZCV) return "NZCV"
  if (offset === S_FPSR) return "FPSR"
  if (offset === S_SIGNAL) return "signal"
  if (offset === S_FAULT_PC) return "address of the signal"
  if (offset < STATE_SIZE) return `V${(offset - S_V) >> 4}${(offset & 8) === 0 ? " low" : " high"}`
  return `memory at 0x${(WINDOW + offset - STATE_SIZE).toString(16)}`
}

/** Where results differ, 64 bits at a time, in the order of the block. */
export function mismatches(ours: Uint8Array, theirs: Uint8Array): Mismatch[] {
  const [a, b] = [ours, theirs].map((bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length))
  const found: Mismatch[] = []
  for (let offset = 0; offset < RESULT_SIZE; offset += 8) {
    const [x, y] = [a.getBigUint64(offset, true), b.getBigUint64(offset, true)]
    if (x !== y) found.push({ what: nameOf(offset), ours: hex(x), theirs: hex(y) })
  }
  return found
}
