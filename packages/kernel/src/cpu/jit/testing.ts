// SPDX-License-Identifier: BSD-2-Clause
//
// For tests: regions of small pieces of assembled code, found by all ways that control may take.

import * as assert from "uvu/assert"
import { Assembler } from "../a64/asm.ts"
import { Decoder } from "../a64/decoder.ts"
import { A64 } from "../a64/tables/index.ts"
import type { Block, Region } from "./block.ts"
import { formRegion } from "./blocks.ts"
import { explore } from "./explore.ts"

const decoder = new Decoder(A64)
/** The region of words that lie from the entry's page on; other pages have no code. */
export function regionOf(
  wordAt: (index: number) => number | undefined,
  entry = 0,
  visits: (word: number) => number = () => 0,
): Region | undefined {
  const fetch = (page: number, word: number) => {
    const found = decoder.find(wordAt(page + word) ?? 0)
    const handler = decoder.handlers[found?.handler ?? 0]
    if (found === undefined || handler === undefined) return undefined
    const imm = found.row.imm?.(found.fields) ?? 0
    return { handler, offset: typeof imm === "number" ? imm : imm[0] }
  }
  // Decoded pages stand for the number of their first word.
  const pageAt = (delta: number) => (wordAt(delta / 4) === undefined ? undefined : delta / 4)
  const { graph, entry: node } = explore(entry, fetch, pageAt)
  for (const one of graph.all()) one.visits = visits(graph.deltaOf(one) / 4)
  return node === undefined ? undefined : formRegion(graph, node)
}

/** The region of assembled words, of which each was seen to be executed so often; without `visits` nobody looked. */
export function found(build: (a: Assembler) => void, visits?: (word: number) => number): Region {
  const a = new Assembler(0)
  build(a)
  const words = a.finish()
  const region = regionOf((index) => (index < 0 ? undefined : words[index]), 0, visits)
  assert.ok(region)
  return region
}

/** The first block that begins at a word. */
export const at = (region: Region, word: number): Block => {
  const block = region.blocks.find(({ insns: [first] }) => first.page * 1024 + first.index === word)
  assert.ok(block, `a block begins at word ${word}`)
  return block
}
