// SPDX-License-Identifier: BSD-2-Clause
//
// A block of a region, with what blocks.ts finds out about it, and the blocks of a loop.

import type { Insn, RegionPage } from "./graph.ts"

/** A way out of a block: to another block, or out of the region to an address in bytes from the entry's page. */
export interface Edge {
  readonly delta: number
  block: Block | undefined
}

export interface Block {
  readonly insns: Insn[]
  /** The last instruction's branch target where it is known, and the next instruction where control may fall. */
  taken: Edge | undefined
  next: Edge | undefined
  /** Where an indirect branch was seen to go. */
  readonly indirect: Edge[]
  order: number
  idom: Block | undefined
  readonly predecessors: Block[]
  loopHeader: boolean
  /** How often the loop that begins here is written, one copy behind the other. */
  copies: number
  /** Reached by two or more forward edges. */
  merge: boolean
  readonly dominated: Block[]
  flagsLiveIn: boolean
}

export interface Region {
  readonly entry: Block
  /** In reverse postorder. */
  readonly blocks: readonly Block[]
  readonly pages: readonly RegionPage[]
  /** Of the guest's: copies of a loop are not counted. */
  readonly instructions: number
}

export function newBlock(): Block {
  return {
    insns: [],
    taken: undefined,
    next: undefined,
    indirect: [],
    order: -1,
    idom: undefined,
    predecessors: [],
    loopHeader: false,
    copies: 1,
    merge: false,
    dominated: [],
    flagsLiveIn: false,
  }
}

/** The ways out of a block. */
export function edges(block: Block): Edge[] {
  const { taken, next, indirect } = block
  const ways = indirect.slice()
  if (taken !== undefined) ways.push(taken)
  if (next !== undefined) ways.push(next)
  return ways
}

/** The blocks of the loop that begins at `header`, which are numbered and linked. */
export function bodyOf(header: Block): Set<Block> {
  const body = new Set([header])
  const work = header.predecessors.filter(({ order }) => order >= header.order)
  for (let block = work.pop(); block !== undefined; block = work.pop()) {
    if (body.has(block)) continue
    body.add(block)
    work.push(...block.predecessors)
  }
  return body
}

/** Instructions in blocks. */
export function lengthOf(blocks: Iterable<Block>): number {
  let length = 0
  for (const { insns } of blocks) length += insns.length
  return length
}

/**
 * Whether a loop turns `turns` times or more from one entry to the next, as far as it was seen; where nobody looked, it
 * is said to.
 */
export function turnsOften(header: Block, body: ReadonlySet<Block>, turns: number): boolean {
  const outside = header.predecessors.filter((block) => !body.has(block))
  const entries = outside.reduce((sum, { insns }) => sum + insns[insns.length - 1].visits, 0)
  return header.insns[0].visits >= turns * entries
}
