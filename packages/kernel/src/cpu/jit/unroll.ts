// SPDX-License-Identifier: BSD-2-Clause
//
// Short loops that turn often are written several times, one copy behind the other: what a turn moves from register to
// register, as a hash does with its words, is renaming then in all copies but the last, where V8 moves it between
// registers and the stack, and the budget is looked at once.

import { type Block, bodyOf, type Edge, lengthOf, newBlock, turnsOften } from "./block.ts"

/** Copies of a loop, at most. */
const MOST_COPIES = 4

/** Blocks and instructions of a loop that is copied, at most. */
const MOST_BLOCKS = 3
const MOST_INSTRUCTIONS = 64

/** Instructions that the copies add to a region, at most; the loops that turned most come first. */
const MOST_ADDED = 1024

/** Turns from one entry to the next, at least. */
const FEWEST_TURNS = 8

function isWorth(header: Block, body: ReadonlySet<Block>): boolean {
  if (body.size > MOST_BLOCKS || lengthOf(body) > MOST_INSTRUCTIONS) return false
  const isInnermost = ![...body].some((block) => block !== header && block.loopHeader)
  const wasEntered = header.insns[0].visits === 0 || header.insns[0].visits >= FEWEST_TURNS
  return isInnermost && wasEntered && turnsOften(header, body, FEWEST_TURNS)
}

/** Writes the loop `count` times: the ways back to its head go to the next copy's, the last copy's to the first's. */
function copy(header: Block, body: ReadonlySet<Block>, count: number): void {
  const copies = Array.from(
    { length: count },
    (_, n) => new Map([...body].map((block) => [block, n === 0 ? block : newBlock()])),
  )
  const along = (n: number, { delta, block }: Edge): Edge => {
    if (block === undefined || !body.has(block)) return { delta, block }
    return { delta, block: copies[block === header ? (n + 1) % count : n].get(block) }
  }
  const ways = (n: number, edge: Edge | undefined) => (edge === undefined ? undefined : along(n, edge))
  // The first copy is the loop itself: it is changed when the others were made from it.
  for (let n = count - 1; n >= 0; n--) {
    for (const [block, made] of copies[n]) {
      if (made !== block) made.insns.push(...block.insns)
      made.indirect.splice(0, made.indirect.length, ...block.indirect.map((edge) => along(n, edge)))
      made.taken = ways(n, block.taken)
      made.next = ways(n, block.next)
    }
  }
  header.copies = count
}

/** Copies what is worth it among the loops of these blocks. True: there was some, and the blocks need an order anew. */
export function unroll(blocks: readonly Block[]): boolean {
  const loops = blocks
    .filter(({ loopHeader }) => loopHeader)
    .map((header) => ({ header, body: bodyOf(header) }))
  const short = loops.filter(({ header, body }) => isWorth(header, body))
  short.sort((a, b) => b.header.insns[0].visits - a.header.insns[0].visits)
  let added = 0
  for (const { header, body } of short) {
    added += lengthOf(body) * (MOST_COPIES - 1)
    if (added <= MOST_ADDED) copy(header, body, MOST_COPIES)
  }
  return short.length > 0
}
