// SPDX-License-Identifier: BSD-2-Clause
//
// A random sequence as a tree that can be cut down while a difference remains: instructions with what they
// need before them, counted loops, and a subroutine. Branches only go forward, so that every sequence ends.

import { encode, moveWords, withOffset } from "../a64/asm.ts"
import type { Row } from "../a64/row.ts"
import { derived, isOneOf } from "./random.ts"
import { CODE, CODE_END, END } from "./state.ts"

/** Where a PC-relative field goes: over `skip` nodes of its own list, to the subroutine, or into the pool. */
export type Target =
  | { readonly to: "skip"; readonly nodes: number }
  | { readonly to: "sub" }
  | { readonly to: "pool"; readonly offset: number }

export interface Reference {
  /** Index in the node's words. */
  readonly at: number
  readonly row: Row
  readonly target: Target
}

/** One instruction, after the words that make its operands. */
export interface Step {
  readonly kind: "step"
  readonly words: readonly number[]
  readonly references: readonly Reference[]
}

/** A body run `times` times; counted by a register that nothing else writes, with or without flags. */
export interface Loop {
  readonly kind: "loop"
  readonly counter: number
  readonly times: number
  readonly flags: boolean
  readonly body: readonly Node[]
}

export type Node = Step | Loop

export interface Sequence {
  readonly seed: number
  readonly index: number
  /** As state.ts says; its S_ENTRY is filled in by whoever places the code. */
  readonly state: Uint8Array
  readonly nodes: readonly Node[]
  readonly sub: readonly Node[]
  /** Bytes for PC-relative loads. */
  readonly pool: Uint8Array
}

export interface Placed {
  readonly sequence: Sequence
  /** Address of the first of its words, where it begins. */
  readonly at: number
  readonly words: readonly number[]
  /** Where its pool lies, and X30's value behind that. */
  readonly poolAt: number
  /** Addresses that code is entered at other than from its own region: its start, loops, returns and the like. */
  readonly entries: readonly number[]
}

/** Bytes of each sequence's pool; the value of X30 follows it. */
export const POOL_SIZE = 32
const POOL_STRIDE = POOL_SIZE + 8
/** Where the pools of a batch lie, within reach of a literal load. */
export const POOLS = CODE + 0x8_0000

interface Pending {
  readonly index: number
  readonly row: Row
  /** Word index of the target, once all is laid out. */
  readonly target: () => number
}

/** Of so many sequences one has regions wherever one may begin, the others at their start. */
const EVERY_ENTRY = 16

const BRANCH = encode("B")
const RETURN = encode("RET", { Rn: 30 })
const LOAD_LINK = encode("LDR/LDRSW (literal)", { opc: 1, Rt: 30 })

/** B, or LDR (literal) of X30, over this many words. */
const branchOver = (words: number) => (BRANCH | (words & 0x3ff_ffff)) >>> 0
const loadLink = (words: number) => (LOAD_LINK | ((words & 0x7_ffff) << 5)) >>> 0

class Layout {
  readonly words: number[] = []
  private readonly pending: Pending[] = []
  private readonly loops: number[] = []
  private readonly at: number
  private readonly poolAt: number
  private subAt = 0

  constructor(at: number, poolAt: number) {
    this.at = at
    this.poolAt = poolAt
  }

  write(sequence: Sequence): Placed {
    const { at, poolAt, words } = this
    words.push(loadLink((poolAt + POOL_SIZE - at) / 4))
    this.list(sequence.nodes)
    words.push(branchOver((END - at) / 4 - words.length))
    this.subAt = words.length
    if (sequence.sub.length > 0) {
      this.list(sequence.sub)
      words.push(RETURN)
    }
    const others = this.resolve()
    const entries = [at]
    if (isOneOf(EVERY_ENTRY, sequence.seed, sequence.index)) {
      const middle = derived(sequence.seed, sequence.index) % words.length
      entries.push(...others, at + middle * 4)
    }
    return { sequence, at, poolAt, words, entries }
  }

  /** Fills in PC-relative fields; gives addresses at which regions may be entered besides the start. */
  private resolve(): number[] {
    const { at } = this
    const entries = this.loops.map((index) => at + index * 4)
    for (const { index, row, target } of this.pending) {
      const to = target()
      this.words[index] = withOffset(row, this.words[index], index * 4, to * 4)
      if (row.name === "ADR") entries.push(at + to * 4)
      if (row.flow === "call") entries.push(at + to * 4, at + index * 4 + 4)
      if (row.name === "ADR" && this.subAt === to) entries.push(at + index * 4 + 8)
    }
    return entries
  }

  private list(nodes: readonly Node[]): void {
    const starts: number[] = []
    nodes.forEach((node, n) => {
      starts.push(this.words.length)
      if (node.kind === "loop") this.loop(node)
      else this.step(node, (skip) => starts[Math.min(n + 1 + skip, nodes.length)])
    })
    starts.push(this.words.length)
  }

  private step(step: Step, nodeAt: (skip: number) => number): void {
    const first = this.words.length
    this.words.push(...step.words)
    for (const { at, row, target } of step.references) {
      const resolve = () => {
        if (target.to === "skip") return nodeAt(target.nodes)
        return target.to === "sub" ? this.subAt : (this.poolAt + target.offset - this.at) / 4
      }
      this.pending.push({ index: first + at, row, target: resolve })
    }
  }

  private loop({ counter, times, flags, body }: Loop): void {
    this.words.push(...moveWords(counter, BigInt(times)))
    const start = this.words.length
    this.loops.push(start)
    this.list(body)
    const count = flags ? "ADDS/SUBS (immediate)" : "ADD/SUB (immediate)"
    this.words.push(encode(count, { sf: 1, op: 1, imm12: 1, Rn: counter, Rd: counter }))
    const imm19 = start - this.words.length
    this.words.push(
      flags ? encode("B.cond", { imm19, cond: 1 }) : encode("CBZ/CBNZ", { sf: 1, op: 1, imm19, Rt: counter }),
    )
  }
}

/** Lays a sequence out from address `at` (a multiple of 4): code, way out, subroutine. */
export function place(sequence: Sequence, at: number, poolAt: number): Placed {
  return new Layout(at, poolAt).write(sequence)
}

/** Lays sequences out one behind the other from CODE, their pools from POOLS. */
export function placeAll(sequences: readonly Sequence[]): Placed[] {
  let at = CODE
  return sequences.map((sequence, n) => {
    const placed = place(sequence, at, POOLS + n * POOL_STRIDE)
    at += placed.words.length * 4
    if (at > POOLS || placed.poolAt + POOL_STRIDE > CODE_END) {
      throw new RangeError("a batch has more code than there is room for")
    }
    return placed
  })
}

/** The lists that are this one with a node left out, or a loop replaced by its body. */
function shorterLists(nodes: readonly Node[]): Node[][] {
  return nodes.flatMap((node, n) => {
    const before = nodes.slice(0, n)
    const after = nodes.slice(n + 1)
    const without = [...before, ...after]
    if (node.kind === "step") return [without]
    const bodies = shorterLists(node.body).map((body) => [...before, { ...node, body }, ...after])
    return [without, [...before, ...node.body, ...after], ...bodies]
  })
}

/** All sequences that are this one with one thing taken away. */
export function shorter(sequence: Sequence): Sequence[] {
  return [
    ...shorterLists(sequence.nodes).map((nodes) => ({ ...sequence, nodes })),
    ...shorterLists(sequence.sub)
      .filter((sub) => sub.length > 0)
      .map((sub) => ({ ...sequence, sub })),
  ]
}

/** The bytes of a placed batch, from CODE on. */
export function codeOf(batch: readonly Placed[]): Uint32Array {
  const last = batch.at(-1)
  const words = new Uint32Array(last === undefined ? 0 : (last.poolAt + POOL_STRIDE - CODE) / 4)
  const bytes = new Uint8Array(words.buffer)
  for (const { at, poolAt, words: own, sequence } of batch) {
    words.set(own, (at - CODE) / 4)
    bytes.set(sequence.pool, poolAt - CODE)
    bytes.set(sequence.state.subarray(30 * 8, 31 * 8), poolAt + POOL_SIZE - CODE)
  }
  return words
}
