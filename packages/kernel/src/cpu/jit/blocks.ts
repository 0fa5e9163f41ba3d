// SPDX-License-Identifier: BSD-2-Clause
//
// The piece of control-flow graph that becomes one region: basic blocks reached from an entry without
// leaving the page, up to a bound, with the order, dominators and loops that structured code needs (Cooper,
// Harvey and Kennedy, "A Simple, Fast Dominance Algorithm"). Edges that would make the graph irreducible
// become exits.

import type { Handler } from "../a64/decoder.ts"
import { flagUse } from "./flag-use.ts"

export const MAX_BLOCKS = 64
export const MAX_INSTRUCTIONS = 400
const PAGE_WORDS = 1024

/** One instruction as the region sees it: its index in the page, handler and branch offset in bytes. */
export interface Insn {
  readonly index: number
  readonly handler: Handler
  readonly offset: number
}

/** A way out of a block: to another block, or out of the region to a word of the page (may lie outside). */
export interface Edge {
  readonly word: number
  block: Block | undefined
}

export interface Block {
  readonly first: number
  readonly insns: Insn[]
  /** The branch target of a jump or conditional branch, and the next instruction where control may fall. */
  taken: Edge | undefined
  next: Edge | undefined
  /** The last instruction is left to the interpreter (system, undefined, not decoded). */
  stops: boolean
  order: number
  idom: Block | undefined
  readonly predecessors: Block[]
  loopHeader: boolean
  /** Reached by two or more forward edges. */
  merge: boolean
  readonly dominated: Block[]
  flagsLiveIn: boolean
}

export interface Region {
  readonly entry: Block
  /** In reverse postorder. */
  readonly blocks: readonly Block[]
  readonly instructions: number
}

/** The instruction at a word of the page, or undefined where the region has to end. */
export type Fetch = (word: number) => Insn | undefined

function newBlock(first: number): Block {
  return {
    first,
    insns: [],
    taken: undefined,
    next: undefined,
    stops: false,
    order: -1,
    idom: undefined,
    predecessors: [],
    loopHeader: false,
    merge: false,
    dominated: [],
    flagsLiveIn: false,
  }
}

/** Words where blocks begin: the entry, branch targets, what follows a branch; up to the bounds. */
function findLeaders(entry: number, fetch: Fetch): Set<number> {
  const leaders = new Set([entry])
  const visited = new Set<number>()
  const work = [entry]
  const lead = (word: number) => {
    if (word < 0 || word >= PAGE_WORDS || leaders.has(word) || leaders.size >= MAX_BLOCKS) return
    leaders.add(word)
    work.push(word)
  }
  for (let start = work.shift(); start !== undefined; start = work.shift()) {
    for (let word = start; word < PAGE_WORDS && !visited.has(word); word++) {
      if (visited.size >= MAX_INSTRUCTIONS) return leaders
      const insn = fetch(word)
      if (insn === undefined) break
      visited.add(word)
      const flow = insn.handler.row.flow ?? "next"
      if (flow === "next") continue
      if (flow === "jump" || flow === "cond") lead(word + insn.offset / 4)
      if (flow === "cond") lead(word + 1)
      break
    }
  }
  return leaders
}

function fill(block: Block, leaders: ReadonlySet<number>, fetch: Fetch): void {
  for (let word = block.first; ; word++) {
    const leaves = word >= PAGE_WORDS || block.insns.length >= MAX_INSTRUCTIONS
    if (leaves || (word !== block.first && leaders.has(word))) {
      block.next = { word, block: undefined }
      return
    }
    const insn = fetch(word)
    const flow = insn?.handler.row.flow ?? "next"
    if (insn === undefined || flow === "system") {
      block.stops = true
      return
    }
    block.insns.push(insn)
    if (flow === "next") continue
    if (flow === "jump" || flow === "cond") block.taken = { word: word + insn.offset / 4, block: undefined }
    if (flow === "cond") block.next = { word: word + 1, block: undefined }
    return
  }
}

function edges(block: Block): Edge[] {
  return [block.taken, block.next].filter((edge) => edge !== undefined)
}

/** Numbers blocks in reverse postorder; gives those that are reached. */
function order(entry: Block): Block[] {
  const post: Block[] = []
  const seen = new Set<Block>()
  const visit = (block: Block) => {
    seen.add(block)
    for (const { block: to } of edges(block)) if (to !== undefined && !seen.has(to)) visit(to)
    post.push(block)
  }
  visit(entry)
  post.reverse()
  post.forEach((block, at) => (block.order = at))
  return post
}

function link(blocks: readonly Block[]): void {
  for (const block of blocks) block.predecessors.length = 0
  for (const block of blocks) for (const { block: to } of edges(block)) to?.predecessors.push(block)
}

function intersect(a: Block, b: Block): Block {
  let [x, y] = [a, b]
  while (x !== y) {
    while (x.order > y.order) x = x.idom ?? x
    while (y.order > x.order) y = y.idom ?? y
  }
  return x
}

function findDominators(blocks: readonly Block[]): void {
  const [entry] = blocks
  for (const block of blocks) block.idom = undefined
  entry.idom = entry
  for (let changed = true; changed;) {
    changed = false
    for (const block of blocks.slice(1)) {
      const ready = block.predecessors.filter((from) => from.idom !== undefined)
      const idom = ready.reduce((a, b) => intersect(a, b))
      if (block.idom !== idom) {
        block.idom = idom
        changed = true
      }
    }
  }
}

function dominates(a: Block, b: Block): boolean {
  let at = b
  while (at.order > a.order) at = at.idom ?? at
  return at === a
}

/** Makes exits of back edges whose target does not dominate their source; says whether there were any. */
function cutIrreducible(blocks: readonly Block[]): boolean {
  let cut = false
  for (const block of blocks) {
    for (const edge of edges(block)) {
      if (edge.block !== undefined && edge.block.order <= block.order && !dominates(edge.block, block)) {
        edge.block = undefined
        cut = true
      }
    }
  }
  return cut
}

function findFlagLiveness(blocks: readonly Block[]): void {
  const summary = blocks.map((block) => {
    for (const { handler } of block.insns) {
      const use = flagUse(handler)
      if (use.reads) return true
      if (use.writes) return false
    }
    return undefined
  })
  const liveOut = (block: Block) => {
    const ways = edges(block)
    return (
      ways.length === 0 || block.stops || ways.some(({ block: to }) => to === undefined || to.flagsLiveIn)
    )
  }
  for (let changed = true; changed;) {
    changed = false
    for (let at = blocks.length - 1; at >= 0; at--) {
      const live = summary[at] ?? liveOut(blocks[at])
      if (live !== blocks[at].flagsLiveIn) {
        blocks[at].flagsLiveIn = live
        changed = true
      }
    }
  }
}

/** The region that starts at word `entry` of a page, or undefined when nothing can be translated there. */
export function findRegion(entry: number, fetch: Fetch): Region | undefined {
  const leaders = findLeaders(entry, fetch)
  const byWord = new Map([...leaders].map((word) => [word, newBlock(word)]))
  for (const block of byWord.values()) fill(block, leaders, fetch)
  for (const block of byWord.values()) for (const edge of edges(block)) edge.block = byWord.get(edge.word)
  const first = byWord.get(entry)
  if (first === undefined || first.insns.length === 0) return undefined
  let blocks: Block[]
  do {
    blocks = order(first)
    link(blocks)
    findDominators(blocks)
  } while (cutIrreducible(blocks))
  for (const block of blocks.slice(1)) block.idom?.dominated.push(block)
  for (const block of blocks) {
    block.loopHeader = block.predecessors.some((from) => from.order >= block.order)
    block.merge = block.predecessors.filter((from) => from.order < block.order).length >= 2
    block.dominated.sort((a, b) => b.order - a.order)
  }
  findFlagLiveness(blocks)
  return { entry: first, blocks, instructions: blocks.reduce((sum, block) => sum + block.insns.length, 0) }
}
