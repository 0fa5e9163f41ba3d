// SPDX-License-Identifier: BSD-2-Clause
//
// The graph of all that may be reached from an entry, breadth first up to a bound: both ways of conditions,
// into calls and back. For code that has not run yet, and for tests that want every way translated.

import { type Context, type Fetch, Graph, type Node, pageOf, wordOf } from "./graph.ts"

export const MAX_EXPLORED = 128

/** The decoded page at an address in bytes from the entry's page, if the code TLB has it now. */
export type PageAt = (delta: number) => number | undefined

class Explorer {
  readonly graph: Graph
  private readonly pageAt: PageAt
  private readonly work: Node[] = []

  constructor(fetch: Fetch, pageAt: PageAt) {
    this.graph = new Graph(fetch)
    this.pageAt = pageAt
  }

  private reach(context: Context, delta: number): Node | undefined {
    const { graph } = this
    const decoded = this.pageAt(pageOf(delta))
    if (decoded === undefined) return undefined
    const page = graph.pageNumber(pageOf(delta), decoded)
    if (page < 0) return undefined
    const known = graph.has(context, page, wordOf(delta))
    if (!known && graph.size >= MAX_EXPLORED) return undefined
    const node = graph.node(context, page, wordOf(delta))
    if (node === undefined || known) return node
    // Nothing was seen yet. Both ways of writing an access are as good, so both are taken.
    node.reachesDevice = (node.index & 1) === 0
    this.work.push(node)
    return node
  }

  private follow(node: Node): void {
    const { graph } = this
    const { context } = node
    const here = graph.deltaOf(node)
    const flow = node.handler.row.flow ?? "next"
    if (flow === "next" || flow === "cond") node.next = this.reach(context, here + 4)
    if (flow === "jump" || flow === "cond") node.taken = this.reach(context, here + node.offset)
    if (flow === "call") {
      const inside = graph.enter(context, here + 4)
      if (inside !== undefined) node.taken = this.reach(inside, here + node.offset)
    }
    if (flow === "indirect" && node.handler.row.name === "RET" && context.parent !== undefined) {
      const back = this.reach(context.parent, context.returnsTo)
      if (back !== undefined) node.indirect.push(back)
    }
  }

  run(word: number): Node | undefined {
    const entry = this.reach(this.graph.root, word * 4)
    for (let node = this.work.shift(); node !== undefined; node = this.work.shift()) this.follow(node)
    return entry
  }
}

/** What may be reached from a word of the entry's page. */
export function explore(
  word: number,
  fetch: Fetch,
  pageAt: PageAt,
): { graph: Graph; entry: Node | undefined } {
  const explorer = new Explorer(fetch, pageAt)
  const entry = explorer.run(word)
  return { graph: explorer.graph, entry }
}
