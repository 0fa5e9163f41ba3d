// SPDX-License-Identifier: BSD-2-Clause
//
// Sequences as code: laid out one behind the other, with the addresses that their branches and literals take.

import { encode, moveWords, withOffset } from "../a64/asm.ts"
import type { Row } from "../a64/row.ts"
import { derived, isOneOf } from "./random.ts"
import { rowOf } from "./rows.ts"
import {
  type Loop,
  type Node,
  pointersOf,
  POOL_SIZE,
  type Sequence,
  type Step,
  type Sub,
  subsOf,
} from "./sequence.ts"
import { CODE, CODE_END, END } from "./state.ts"

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

/** The value of X30 follows a pool. */
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
const LOAD_LINK = encode("LDR/LDRSW (literal)", { opc: 1, Rt: 30 })

/** B, or LDR (literal) of X30, over this many words. */
const branchOver = (words: number) => (BRANCH | (words & 0x3ff_ffff)) >>> 0
const loadLink = (words: number) => (LOAD_LINK | ((words & 0x7_ffff) << 5)) >>> 0

const PAGE_WORDS = 1024
/** What takes an address' low bits, behind ADRP. */
const ADD = "ADD/SUB (immediate)"
const ADR = "ADR"

/** Subroutines that are gone to, from a list or from others. */
function reached({ nodes, subs }: Sequence): Set<number> {
  const found = new Set(subsOf(nodes))
  for (const n of found) for (const to of subsOf([...subs[n].body, subs[n].leave])) found.add(to)
  return found
}

class Layout {
  readonly words: number[] = []
  private readonly pending: Pending[] = []
  /** Word indices at which regions may be entered besides the start. */
  private readonly entries: number[] = []
  private readonly at: number
  private readonly poolAt: number
  private readonly subs: readonly Sub[]
  private readonly subsAt = new Map<number, number>()

  constructor(at: number, poolAt: number, subs: readonly Sub[]) {
    this.at = at
    this.poolAt = poolAt
    this.subs = subs
  }

  write(sequence: Sequence): Placed {
    const { at, poolAt, words } = this
    words.push(loadLink((poolAt + POOL_SIZE - at) / 4))
    const subs = [...reached(sequence)]
    this.pointers([sequence.nodes, ...subs.map((n) => this.subs[n].body)].flat())
    this.list(sequence.nodes)
    words.push(branchOver((END - at) / 4 - words.length))
    if (sequence.apart && subs.length > 0) {
      while ((at / 4 + words.length) % PAGE_WORDS !== 0) words.push(0)
    }
    for (const n of subs) this.sub(n)
    this.resolve()
    const entries = [at]
    if (isOneOf(EVERY_ENTRY, sequence.seed, sequence.index)) {
      const middle = derived(sequence.seed, sequence.index) % words.length
      entries.push(...[...this.entries, middle].map((index) => at + index * 4))
    }
    return { sequence, at, poolAt, words, entries }
  }

  /** Gives registers the addresses that calls take from them. */
  private pointers(nodes: readonly Node[]): void {
    for (const [Rd, sub] of pointersOf(nodes)) {
      this.pending.push({
        index: this.words.length,
        row: rowOf(ADR),
        target: () => this.subsAt.get(sub) ?? 0,
      })
      this.words.push(encode(ADR, { Rd }))
    }
  }

  private sub(n: number): void {
    const { enter, body, leave } = this.subs[n]
    this.subsAt.set(n, this.words.length)
    this.entries.push(this.words.length)
    this.words.push(...enter)
    this.list(body)
    this.step(leave, () => 0)
  }

  /** Fills in PC-relative fields. */
  private resolve(): void {
    const { at, words } = this
    for (const { index, row, target } of this.pending) {
      const to = at + target() * 4
      if (row.name === ADD) words[index] = (words[index] | ((to & 0xfff) << 10)) >>> 0
      else words[index] = withOffset(row, words[index], at + index * 4, to)
      if (row.name === ADR || row.flow === "call") this.entries.push((to - at) / 4)
    }
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
    if (subsOf([step]).length > 0 || step.references.some(({ row }) => row.flow === "call")) {
      this.entries.push(this.words.length)
    }
    for (const { at, row, target } of step.references) {
      const resolve = () => {
        if (target.to === "skip") return nodeAt(target.nodes)
        if (target.to === "sub") return this.subsAt.get(target.sub) ?? 0
        return (this.poolAt + target.offset - this.at) / 4
      }
      this.pending.push({ index: first + at, row, target: resolve })
    }
  }

  private loop({ counter, times, flags, body }: Loop): void {
    this.words.push(...moveWords(counter, BigInt(times)))
    const start = this.words.length
    this.entries.push(start)
    this.list(body)
    const count = flags ? "ADDS/SUBS (immediate)" : "ADD/SUB (immediate)"
    this.words.push(encode(count, { sf: 1, op: 1, imm12: 1, Rn: counter, Rd: counter }))
    const imm19 = start - this.words.length
    this.words.push(
      flags ? encode("B.cond", { imm19, cond: 1 }) : encode("CBZ/CBNZ", { sf: 1, op: 1, imm19, Rt: counter }),
    )
  }
}

/** Lays a sequence out from address `at` (a multiple of 4): code, way out, subroutines. */
export function place(sequence: Sequence, at: number, poolAt: number): Placed {
  return new Layout(at, poolAt, sequence.subs).write(sequence)
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
