// SPDX-License-Identifier: BSD-2-Clause
//
// The blocks of a region: its graph cut where ways part and meet, with the order, dominators and loops that
// structured code needs (Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm"). Edges that would
// make the graph irreducible become exits.

import { type Block, edges, lengthOf, newBlock, type Region } from "./block.ts"
import { effectsOf } from "./effects.ts"
import type { Graph, Node } from "./graph.ts"
import { unroll } from "./unroll.ts"

function successors(node: Node): Node[] {
  const { taken, next, indirect } = node
  if (indirect.length > 0) return indirect
  if (taken === undefined) return next === undefined ? [] : [next]
  return next === undefined ? [taken] : [taken, next]
}

/** Control can go one way only after it. */
function isStraight(node: Node): boolean {
  const flow = node.handler.row.flow ?? "next"
  return flow === "next" || flow === "jump" || flow === "call"
}

/** Nodes where blocks begin: the entry, where ways meet, and what follows where they part. */
function findLeaders(entry: Node): Set<Node> {
  const leaders = new Set([entry])
  const seen = new Set([entry])
  const work = [entry]
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    for (const to of successors(node)) {
      if (seen.has(to) || !isStraight(node)) leaders.add(to)
      if (seen.has(to)) continue
      seen.add(to)
      work.push(to)
    }
  }
  return leaders
}

function fill(block: Block, first: Node, graph: Graph, blockOf: ReadonlyMap<Node, Block>): void {
  for (let node = first; ;) {
    block.insns.push(node)
    const { taken, next } = node
    const flow = node.handler.row.flow ?? "next"
    const follower = isStraight(node) ? (taken ?? next) : undefined
    if (follower !== undefined && !blockOf.has(follower)) {
      node = follower
      continue
    }
    const here = graph.deltaOf(node)
    const edge = (delta: number, to: Node | undefined) => ({
      delta,
      block: to === undefined ? undefined : blockOf.get(to),
    })
    if (flow === "next" || flow === "cond") block.next = edge(here + 4, next)
    if (flow === "jump" || flow === "call" || flow === "cond") block.taken = edge(here + node.offset, taken)
    for (const to of node.indirect) block.indirect.push(edge(graph.deltaOf(to), to))
    return
  }
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
      const use = effectsOf(handler)
      if (use.readsFlags) return true
      if (use.writesFlags) return false
    }
    return undefined
  })
  for (let changed = true; changed;) {
    changed = false
    for (let at = blocks.length - 1; at >= 0; at--) {
      const live = summary[at] ?? edges(blocks[at]).some(({ block: to }) => to?.flagsLiveIn === true)
      if (live !== blocks[at].flagsLiveIn) {
        blocks[at].flagsLiveIn = live
        changed = true
      }
    }
  }
}

/** The blocks that are reached from the first, in their order, with their dominators, loops and merges. */
function structure(first: Block): Block[] {
  let blocks: Block[]
  do {
    blocks = order(first)
    link(blocks)
    findDominators(blocks)
  } while (cutIrreducible(blocks))
  for (const block of blocks) block.dominated.length = 0
  for (const block of blocks.slice(1)) block.idom?.dominated.push(block)
  for (const block of blocks) {
    block.loopHeader = block.predecessors.some((from) => from.order >= block.order)
    block.merge = block.predecessors.filter((from) => from.order < block.order).length >= 2
    block.dominated.sort((a, b) => b.order - a.order)
  }
  return blocks
}

/** The region of a graph. */
export function formRegion(graph: Graph, entry: Node): Region {
  const blockOf = new Map([...findLeaders(entry)].map((node) => [node, newBlock()]))
  for (const [node, block] of blockOf) fill(block, node, graph, blockOf)
  const first = blockOf.get(entry) ?? newBlock()
  let blocks = structure(first)
  const instructions = lengthOf(blocks)
  if (unroll(blocks)) blocks = structure(first)
  findFlagLiveness(blocks)
  return { entry: first, blocks, pages: graph.pages, instructions }
}
