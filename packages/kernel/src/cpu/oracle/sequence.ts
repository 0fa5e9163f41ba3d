// SPDX-License-Identifier: BSD-2-Clause
//
// A random sequence as a tree that can be cut down while a difference remains: instructions with what they
// need before them, counted loops, and a subroutine. Branches only go forward, so that every sequence ends.

import { encode, withOffset } from "../a64/asm.ts"
import type { Row } from "../a64/row.ts"
import { END } from "./state.ts"

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
  readonly at: number
  readonly entry: number
  readonly words: readonly number[]
}

/** Bytes of the pool before each sequence; the value of X30 follows it. */
export const POOL_SIZE = 32

interface Pending {
  readonly index: number
  readonly row: Row
  /** Word index of the target, once all is laid out. */
  readonly target: () => number
}

class Layout {
  readonly words: number[] = []
  private readonly pending: Pending[] = []
  private subAt = 0

  write(sequence: Sequence, at: number): Placed {
    const pool = new DataView(sequence.pool.buffer, sequence.pool.byteOffset, POOL_SIZE)
    for (let offset = 0; offset < POOL_SIZE; offset += 4) this.words.push(pool.getUint32(offset, true))
    const state = new DataView(sequence.state.buffer, sequence.state.byteOffset)
    this.words.push(state.getUint32(30 * 8, true), state.getUint32(30 * 8 + 4, true))
    const entry = at + this.words.length * 4
    this.words.push(encode("LDR/LDRSW (literal)", { opc: 1, imm19: -2, Rt: 30 }))
    this.list(sequence.nodes)
    const here = at + this.words.length * 4
    this.words.push(encode("B", { imm26: (END - here) / 4 }))
    this.subAt = this.words.length
    if (sequence.sub.length > 0) {
      this.list(sequence.sub)
      this.words.push(encode("RET", { Rn: 30 }))
    }
    for (const { index, row, target } of this.pending) {
      this.words[index] = withOffset(row, this.words[index], index * 4, target() * 4)
    }
    return { sequence, at, entry, words: this.words }
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
        return target.to === "sub" ? this.subAt : target.offset / 4
      }
      this.pending.push({ index: first + at, row, target: resolve })
    }
  }

  private loop({ counter, times, flags, body }: Loop): void {
    this.words.push(encode("MOVZ", { sf: 1, imm16: times, Rd: counter }))
    const start = this.words.length
    this.list(body)
    const count = flags ? "ADDS/SUBS (immediate)" : "ADD/SUB (immediate)"
    this.words.push(encode(count, { sf: 1, op: 1, imm12: 1, Rn: counter, Rd: counter }))
    const imm19 = start - this.words.length
    this.words.push(
      flags ? encode("B.cond", { imm19, cond: 1 }) : encode("CBZ/CBNZ", { sf: 1, op: 1, imm19, Rt: counter }),
    )
  }
}

/** Lays a sequence out from address `at` (a multiple of 4): pool, X30, code, way out, subroutine. */
export function place(sequence: Sequence, at: number): Placed {
  return new Layout().write(sequence, at)
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
