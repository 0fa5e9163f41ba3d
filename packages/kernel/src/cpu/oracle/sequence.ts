// SPDX-License-Identifier: BSD-2-Clause
//
// A random sequence as a tree that can be cut down while a difference remains: instructions with what they
// need before them, counted loops, and subroutines. Branches only go forward and calls to later subroutines, so that
// every sequence ends.

import { encode } from "../a64/asm.ts"
import type { Row } from "../a64/row.ts"

/** Where a PC-relative field goes: over `skip` nodes of its own list, to a subroutine, or into the pool. */
export type Target =
  | { readonly to: "skip"; readonly nodes: number }
  | { readonly to: "sub"; readonly sub: number }
  | { readonly to: "pool"; readonly offset: number }

export interface Reference {
  /** Index in the node's words. */
  readonly at: number
  /** Its PC-relative field is filled in; of ADD (immediate), which follows ADRP, the low bits of the address. */
  readonly row: Row
  readonly target: Target
}

/** A register that holds a subroutine's address from the start on. */
export interface Pointer {
  readonly register: number
  readonly sub: number
}

/** One instruction, after the words that make its operands. */
export interface Step {
  readonly kind: "step"
  readonly words: readonly number[]
  readonly references: readonly Reference[]
  /** Its last word calls the subroutine that a register holds. */
  readonly pointer?: Pointer
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

/** A subroutine: what it saves, what it does, and how it is left. */
export interface Sub {
  readonly enter: readonly number[]
  readonly body: readonly Node[]
  /** A return, or a jump to another subroutine. */
  readonly leave: Step
  /** The return that could be there. */
  readonly returns: Step
  /** Nothing of its body but calls writes X30: without calls it could as well save nothing and return. */
  readonly keepsLink: boolean
}

export interface Sequence {
  readonly seed: number
  readonly index: number
  /** As state.ts says; its S_ENTRY is filled in by whoever places the code. */
  readonly state: Uint8Array
  readonly nodes: readonly Node[]
  readonly subs: readonly Sub[]
  /** Subroutines begin in the page behind. */
  readonly apart: boolean
  /** Bytes for PC-relative loads. */
  readonly pool: Uint8Array
}

/** Bytes of each sequence's pool. */
export const POOL_SIZE = 32

const RETURN: Step = { kind: "step", words: [encode("RET", { Rn: 30 })], references: [] }

/** Numbers of the subroutines that a node of a list goes to. */
export function subsOf(nodes: readonly Node[]): number[] {
  return nodes.flatMap((node) => {
    if (node.kind === "loop") return subsOf(node.body)
    const direct = node.references.flatMap(({ target }) => (target.to === "sub" ? [target.sub] : []))
    return node.pointer === undefined ? direct : [...direct, node.pointer.sub]
  })
}

/** Subroutines by the register that they are called by, of calls in these nodes. */
export function pointersOf(nodes: readonly Node[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const node of nodes) {
    if (node.kind === "loop") for (const [register, sub] of pointersOf(node.body)) found.set(register, sub)
    else if (node.pointer !== undefined) found.set(node.pointer.register, node.pointer.sub)
  }
  return found
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

/** What a subroutine can be replaced by. */
function shorterSubs(sub: Sub): Sub[] {
  const isLeaf = sub.enter.length > 0 && sub.keepsLink && subsOf([...sub.body, sub.leave]).length === 0
  return [
    ...shorterLists(sub.body).map((body) => ({ ...sub, body })),
    ...(sub.leave === sub.returns ? [] : [{ ...sub, leave: sub.returns }]),
    ...(isLeaf ? [{ ...sub, enter: [], leave: RETURN, returns: RETURN }] : []),
  ]
}

/** All sequences that are this one with one thing taken away. */
export function shorter(sequence: Sequence): Sequence[] {
  const { nodes, subs, apart } = sequence
  return [
    ...(apart ? [{ ...sequence, apart: false }] : []),
    ...shorterLists(nodes).map((list) => ({ ...sequence, nodes: list })),
    ...subs.flatMap((sub, n) =>
      shorterSubs(sub).map((other) => ({ ...sequence, subs: subs.with(n, other) })),
    ),
  ]
}
