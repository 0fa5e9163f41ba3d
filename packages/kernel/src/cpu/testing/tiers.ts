// SPDX-License-Identifier: BSD-2-Clause
//
// Runs a few instructions from the same state in the interpreter and as translated code, for tests with
// known answers. Memory for loads and stores is at 0x2000.

import * as L from "../layout.ts"
import { CORTEX_A53, type CpuModel } from "../models/index.ts"
import { Sandbox } from "../sandbox.ts"

export interface Start {
  readonly words: readonly number[]
  /** Vector registers by number, 32 hexadecimal digits. */
  readonly v?: Readonly<Record<number, string>>
  readonly x?: Readonly<Record<number, bigint>>
  readonly memory?: Uint8Array
  readonly fpcr?: number
  readonly fpsr?: number
}

export interface End {
  v(n: number): string
  x(n: number): bigint
  memory(count: number): Uint8Array
  readonly fpsr: number
  /** NZCV, N being 8. */
  readonly nzcv: number
}

const CODE = 0x1000
const DATA = 0x2000
const BRANCH_NEXT = 0x14000001
/** Arrivals after which the translator has taken the code. */
const ARRIVALS = 3

function prepare(box: Sandbox, start: Start): void {
  const { view, cpu } = box
  for (let n = 0; n < 32; n++) {
    const text = (start.v?.[n] ?? "").padStart(32, "0")
    view.setBigUint64(cpu + L.V + n * 16, BigInt(`0x${text.slice(16)}`), true)
    view.setBigUint64(cpu + L.V + n * 16 + 8, BigInt(`0x${text.slice(0, 16)}`), true)
    if (n < 31) view.setBigUint64(cpu + L.X + n * 8, start.x?.[n] ?? 0n, true)
  }
  view.setInt32(cpu + L.FPCR_I32, start.fpcr ?? 0, true)
  view.setInt32(cpu + L.FPSR_I32, start.fpsr ?? 0, true)
  box.bytes.fill(0, DATA, DATA + 256)
  if (start.memory !== undefined) box.bytes.set(start.memory, DATA)
}

function endOf({ view, cpu, bytes }: Sandbox): End {
  const word = (at: number) =>
    view
      .getBigUint64(cpu + at, true)
      .toString(16)
      .padStart(16, "0")
  const negative = (at: number) => (view.getBigInt64(cpu + at, true) < 0n ? 1 : 0)
  const zero = view.getBigInt64(cpu + L.ZF, true) === 0n ? 4 : 0
  return {
    v: (n) => word(L.V + n * 16 + 8) + word(L.V + n * 16),
    x: (n) => view.getBigUint64(cpu + L.X + n * 8, true),
    memory: (count) => bytes.slice(DATA, DATA + count),
    fpsr: view.getInt32(cpu + L.FPSR_I32, true),
    nzcv: negative(L.NF) * 8 + zero + view.getInt32(cpu + L.CF_I32, true) * 2 + negative(L.VF),
  }
}

type Tiers = (start: Start, check: (end: End) => void) => void

/** What runs words in both tiers of a CPU of this model and hands each end state to `check`. */
export function tiersOf(model: CpuModel): Tiers {
  const boxes = [new Sandbox("off", model), new Sandbox("eager", model)]
  return (start, check) => runIn(boxes, start, check)
}

/** In both tiers of a Cortex-A53. */
export const bothTiers = tiersOf(CORTEX_A53)

function runIn(boxes: readonly Sandbox[], start: Start, check: (end: End) => void): void {
  for (const box of boxes) {
    box.load(CODE, [BRANCH_NEXT, ...start.words, BRANCH_NEXT, 0x14000000])
    for (let arrival = 0; arrival < ARRIVALS; arrival++) {
      prepare(box, start)
      const executed = box.run(CODE, start.words.length + 2)
      if (executed !== start.words.length + 2) throw new Error(`stopped after ${executed} instructions`)
    }
    check(endOf(box))
  }
}
