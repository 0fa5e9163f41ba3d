// SPDX-License-Identifier: BSD-2-Clause
//
// The instructions that may become a region, as a graph: found along the ways that control took (record.ts) or
// may take (explore.ts). A function that is called from the region lies in it once for each way of calling it: a
// node is an instruction in a context, the chain of return addresses of the calls that are open. Addresses are
// bytes from the page of the entry, so that the same code serves wherever its pages are mapped side by side.

import type { Handler } from "../a64/decoder.ts"

export const MAX_PAGES = 16
export const MAX_CONTEXTS = 64
export const MAX_DEPTH = 8
export const PAGE_WORDS = 1024
const PAGE_SIZE = 4096
/** An access goes to another page seldom if at most once in so many times. */
const MOVES_SELDOM = 8

/** A page that the region has code from. */
export interface RegionPage {
  /** Address of the decoded page. */
  readonly decoded: number
  /** Virtual address minus that of the entry's page: a multiple of 4096, exact below 2^53. */
  readonly delta: number
}

/** Calls that are open: where the innermost returns to, in bytes from the entry's page. */
export interface Context {
  readonly id: number
  readonly depth: number
  readonly parent: Context | undefined
  readonly returnsTo: number
}

/** One instruction as the region sees it. */
export interface Insn {
  /** Its page in the region's list, and the word in the page. */
  readonly page: number
  readonly index: number
  readonly handler: Handler
  /** Operand of a branch: bytes from the instruction. */
  readonly offset: number
  /** It was seen to reach what RAM does not answer. */
  readonly reachesDevice: boolean
  /** It adds an index to a register, and was seen to go now to this page, now to that, or seen once only. */
  readonly strays: boolean
  /** That register's page and the next were all that it was seen to access. */
  readonly inTwoPages: boolean
  /** How often it was seen to be executed; 0 where nobody looked. */
  readonly visits: number
}

export class Node implements Insn {
  readonly context: Context
  readonly page: number
  readonly index: number
  readonly handler: Handler
  readonly offset: number
  reachesDevice = false
  visits = 0
  /** Accesses by base and index that went to another page than the one before, and that page's number. */
  private moves = 0
  private lastPage = -1
  /** It went before the base register's page, or beyond the next. */
  private wentFar = false
  /** Where a jump, call or condition that holds goes, and what follows; known when control was seen to go there. */
  taken: Node | undefined
  next: Node | undefined
  /** Targets of an indirect branch that were seen. */
  indirect: Node[] = []

  /** It was seen to access a page of this number (of 20 bits), the base register's being `base`. */
  went(page: number, base: number): void {
    if (this.visits > 1 && page !== this.lastPage) this.moves += 1
    this.lastPage = page
    if (page !== base && page !== base + 1) this.wentFar = true
  }

  get strays(): boolean {
    return this.visits === 1 || this.moves * MOVES_SELDOM > this.visits
  }

  get inTwoPages(): boolean {
    return this.visits > 1 && !this.wentFar
  }

  constructor(context: Context, page: number, index: number, handler: Handler, offset: number) {
    this.context = context
    this.page = page
    this.index = index
    this.handler = handler
    this.offset = offset
  }
}

/** The decoded instruction at a word of a decoded page; undefined where the region has to end before it. */
export type Fetch = (decodedPage: number, word: number) => Pick<Insn, "handler" | "offset"> | undefined

export class Graph {
  readonly pages: RegionPage[] = []
  readonly root: Context = { id: 0, depth: 0, parent: undefined, returnsTo: -1 }
  private readonly contexts: Context[] = [this.root]
  private readonly nodes = new Map<number, Node>()
  private readonly fetch: Fetch

  constructor(fetch: Fetch) {
    this.fetch = fetch
  }

  get size(): number {
    return this.nodes.size
  }

  /** Number of the page; -1 when there are too many, or when another page was seen at the same address. */
  pageNumber(delta: number, decoded: number): number {
    for (let n = 0; n < this.pages.length; n++) {
      if (this.pages[n].delta === delta) return this.pages[n].decoded === decoded ? n : -1
    }
    return this.pages.length < MAX_PAGES ? this.pages.push({ decoded, delta }) - 1 : -1
  }

  /** Address of a node in bytes from the entry's page. */
  deltaOf(node: Insn): number {
    return this.pages[node.page].delta + node.index * 4
  }

  private keyOf(context: Context, page: number, word: number): number {
    return (context.id * MAX_PAGES + page) * PAGE_WORDS + word
  }

  has(context: Context, page: number, word: number): boolean {
    return this.nodes.has(this.keyOf(context, page, word))
  }

  /** The node of an instruction, made if there is none; undefined where a region has to end before it. */
  node(context: Context, page: number, word: number): Node | undefined {
    const key = this.keyOf(context, page, word)
    const known = this.nodes.get(key)
    if (known !== undefined) return known
    const insn = this.fetch(this.pages[page].decoded, word)
    if (insn === undefined || insn.handler.row.flow === "system") return undefined
    const made = new Node(context, page, word, insn.handler, insn.offset)
    this.nodes.set(key, made)
    return made
  }

  all(): Iterable<Node> {
    return this.nodes.values()
  }

  /** Cuts ways to what was executed less than once in `ratio` times that control was where they begin. */
  prune(ratio: number): void {
    for (const node of this.nodes.values()) {
      const isSeldom = (to: Node | undefined) => to !== undefined && to.visits * ratio < node.visits
      if (isSeldom(node.taken)) node.taken = undefined
      if (isSeldom(node.next)) node.next = undefined
      node.indirect = node.indirect.filter((to) => !isSeldom(to))
    }
  }

  /** The context inside a call that returns to `returnsTo`; undefined when calls nest too deep. */
  enter(parent: Context, returnsTo: number): Context | undefined {
    for (const context of this.contexts) {
      if (context.parent === parent && context.returnsTo === returnsTo) return context
    }
    if (parent.depth >= MAX_DEPTH || this.contexts.length >= MAX_CONTEXTS) return undefined
    const made = { id: this.contexts.length, depth: parent.depth + 1, parent, returnsTo }
    this.contexts.push(made)
    return made
  }
}

/** Page part of an address in bytes from the entry's page, and its word. */
export function pageOf(delta: number): number {
  return Math.floor(delta / PAGE_SIZE) * PAGE_SIZE
}

export function wordOf(delta: number): number {
  return (delta - pageOf(delta)) / 4
}
