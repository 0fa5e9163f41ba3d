// SPDX-License-Identifier: BSD-2-Clause
//
// The registers that each loop of a region writes: what may differ at its head from one time to the next; and
// which loops are so small that nothing is stored inside them: all their ways out store whatever they change.

import * as L from "../layout.ts"
import { type Block, bodyOf, edges, lengthOf, type Region, turnsOften } from "./block.ts"
import { effectsOf } from "./effects.ts"
import { bitOfX } from "./state.ts"

/** Stores that the ways out of a loop may have together for nothing to be stored on its straight line. */
const MOST_STORES = 256

/** Instructions of a loop in which accesses do not open windows: all of a turn that go there after a miss miss. */
const MOST_INSTRUCTIONS = 64

/** Turns from one entry to the next, of such a loop, at least. */
const FEWEST_TURNS = 4

/** Sets of registers, bits as in State. */
interface Writes {
  readonly x: number
  readonly v: number
  /** General registers that may be anywhere afterwards: written otherwise than by a step from where they were. */
  readonly jumps: number
}

export interface Loop extends Writes {
  readonly body: ReadonlySet<Block>
  /** What it changes is stored at its ways out alone. */
  readonly isSmall: boolean
  /** No other loop is in it, it is short, and turns often: what misses its window, the next turn opens. */
  readonly opensLater: boolean
}

function writesOf(block: Block, region: Region, view: DataView): Writes {
  let x = 0
  let v = 0
  let jumps = 0
  for (const { page, index, handler } of block.insns) {
    const { writesX, writesFixed, writesV, base, movesBase } = effectsOf(handler)
    const regs = region.pages[page].decoded + index * L.INSN_SIZE + L.INSN_REGS_U8
    for (const slot of writesX) {
      const n = view.getUint8(regs + slot)
      if (n === L.REG_DISCARD) continue
      x |= bitOfX(n)
      const steps = movesBase && base >= 0 && view.getUint8(regs + base) === n
      if (!steps) jumps |= bitOfX(n)
    }
    for (const n of writesFixed) {
      x |= bitOfX(n)
      jumps |= bitOfX(n)
    }
    for (const { slot, plus } of writesV) v |= 1 << ((view.getUint8(regs + slot) + plus) & 31)
  }
  return { x, v, jumps }
}

function bitCount(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Ways out of a block: each access to memory, and each edge that leaves the region. */
function waysOut(block: Block): number {
  const accesses = block.insns.reduce((sum, { handler }) => sum + effectsOf(handler).accesses, 0)
  return accesses + edges(block).filter((edge) => edge.block === undefined).length
}

function loopOf(header: Block, own: readonly Writes[]): Loop {
  let { x, v, jumps } = own[header.order]
  const body = bodyOf(header)
  for (const block of body) {
    x |= own[block.order].x
    v |= own[block.order].v
    jumps |= own[block.order].jumps
  }
  let out = 1
  for (const block of body) out += waysOut(block)
  const isInnermost = ![...body].some((block) => block !== header && block.loopHeader)
  const isShort = lengthOf(body) <= MOST_INSTRUCTIONS * header.copies
  const opensLater = isInnermost && isShort && turnsOften(header, body, FEWEST_TURNS)
  const isSmall = out * (bitCount(x) + bitCount(v)) <= MOST_STORES * header.copies
  return { x, v, jumps, body, opensLater, isSmall }
}

/** By loop header. */
export function findLoops(region: Region, view: DataView): Map<Block, Loop> {
  const headers = region.blocks.filter(({ loopHeader }) => loopHeader)
  if (headers.length === 0) return new Map()
  const own = region.blocks.map((block) => writesOf(block, region, view))
  return new Map(headers.map((header) => [header, loopOf(header, own)]))
}
