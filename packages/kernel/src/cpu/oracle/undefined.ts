// SPDX-License-Identifier: BSD-2-Clause
//
// Which words are instructions at all: random words, and words a few bits beside those of our rows, are
// UNDEFINED for us when and only when they are for qemu's processor. Branches and system instructions that we
// have are left out: they cannot be tried where they happen to stand.

import { encodeRow } from "../a64/asm.ts"
import { Decoder } from "../a64/decoder.ts"
import type { Row } from "../a64/row.ts"
import { rowsOf } from "../a64/tables/index.ts"
import type { CpuModel } from "../models/index.ts"
import { isLeftOut } from "./left-out.ts"
import { runQemu } from "./qemu.ts"
import { derived, Random } from "./random.ts"
import { unpredictable } from "./rows.ts"
import { placeAll } from "./layout.ts"
import { POOL_SIZE } from "./sequence.ts"
import { randomState, randomWindow, RESULT_SIZE, S_SIGNAL } from "./state.ts"

const BATCH = 4000
const SIGILL = 4

/** Whether a word can be tried: not a branch or system instruction of ours, and its operands not left open. */
function canBeTried(decoder: Decoder, model: CpuModel, word: number): boolean {
  const op0 = (word >>> 25) & 15
  const found = decoder.find(word)
  if (op0 < 4) return false
  if (found === undefined) return !isLeftOut(model, word)
  return (op0 & 0b1110) !== 0b1010 && unpredictable(found.row, found.fields) === undefined
}

function candidate(random: Random, rows: readonly Row[]): number {
  if (random.chance(0.3)) return random.word()
  const row = random.pick(rows)
  let word = encodeRow(row, {}) | 0
  for (const { shift, width } of row.fields) word |= random.below(2 ** width) << shift
  for (let flips = random.below(3); flips > 0; flips--) word ^= 1 << random.below(32)
  return word >>> 0
}

/** Tries the words `from` .. `from + count - 1` of a seed: lines on those that only one side takes for instructions. */
export function tryWords(model: CpuModel, seed: number, from: number, count: number): string[] {
  const rows = rowsOf(model)
  const decoder = new Decoder(rows)
  const pool = new Uint8Array(POOL_SIZE)
  const differences: string[] = []
  for (let done = 0; done < count; done += BATCH) {
    const random = new Random(derived(seed, -2 - from - done))
    const state = randomState(random)
    const words: number[] = []
    while (words.length < Math.min(BATCH, count - done)) {
      const word = candidate(random, rows)
      if (canBeTried(decoder, model, word)) words.push(word)
    }
    const batch = placeAll(
      words.map((word, index) => {
        const nodes = [{ kind: "step" as const, words: [word], references: [] }]
        return { seed, index, state, nodes, subs: [], apart: false, pool }
      }),
    )
    const results = runQemu(batch, randomWindow(random), model.name)
    words.forEach((word, n) => {
      const theirs = results.readUInt32LE(n * RESULT_SIZE + S_SIGNAL) !== SIGILL
      const ours = decoder.find(word)
      if (theirs === (ours !== undefined)) return
      const what = ours === undefined ? "UNDEFINED, but not to qemu" : `${ours.row.name}, UNDEFINED to qemu`
      differences.push(`${word.toString(16).padStart(8, "0")}  ${what}`)
    })
  }
  return differences
}
