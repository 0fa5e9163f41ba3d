// SPDX-License-Identifier: BSD-2-Clause
//
// The registers that each loop of a region writes: what may differ at its head from one time to the next.

import * as L from "../layout.ts"
import type { Block, Region } from "./blocks.ts"
import { effectsOf } from "./effects.ts"
import { bitOfX } from "./state.ts"

/** Sets of registers, bits as in State. */
export interface Writes {
  readonly x: number
  readonly v: number
  /** General registers that may be anywhere afterwards: written otherwise than by a step from where they were. */
  readonly jumps: number
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

/** By loop header. */
export function loopWrites(region: Region, view: DataView): Map<Block, Writes> {
  const headers = region.blocks.filter(({ loopHeader }) => loopHeader)
  const found = new Map<Block, Writes>()
  if (headers.length === 0) return found
  const own = region.blocks.map((block) => writesOf(block, region, view))
  for (const header of headers) {
    let { x, v, jumps } = own[header.order]
    const body = new Set([header])
    const work = header.predecessors.filter(({ order }) => order >= header.order)
    for (let block = work.pop(); block !== undefined; block = work.pop()) {
      if (body.has(block)) continue
      body.add(block)
      x |= own[block.order].x
      v |= own[block.order].v
      jumps |= own[block.order].jumps
      work.push(...block.predecessors)
    }
    found.set(header, { x, v, jumps })
  }
  return found
}
