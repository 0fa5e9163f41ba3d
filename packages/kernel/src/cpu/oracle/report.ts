// SPDX-License-Identifier: BSD-2-Clause
//
// A difference for people: cut down to the instructions that it takes, with the rows they come from and the
// first places where the two sides part.

import type { Decoder } from "../a64/decoder.ts"
import type { Comparison, Difference } from "./compare.ts"
import { shorter } from "./sequence.ts"
import { END, S_FPCR } from "./state.ts"

const SHOWN = 6
/** Rounds of cutting down; each takes at least one thing away. */
const ROUNDS = 60

/** Takes away what can be taken away with a difference remaining. */
export function minimised(comparison: Comparison, found: Difference): Difference {
  let smallest = found
  for (let round = 0; round < ROUNDS; round++) {
    const { sequence } = smallest.placed
    const candidates = shorter(sequence)
    if (candidates.length === 0) return smallest
    const [better] = comparison.differences(candidates, sequence.seed)
    if (better === undefined) return smallest
    smallest = better
  }
  return smallest
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0")

/** The code of a placed sequence, a line a word: address, word and row. */
export function listing(decoder: Decoder, { at, words }: Difference["placed"]): string[] {
  return words.map((word, n) => {
    const address = at + n * 4
    const found = decoder.find(word)
    const fields = Object.entries(found?.fields ?? {}).map(([name, value]) => `${name}=${value}`)
    const name = found === undefined ? "no row: UNDEFINED" : `${found.row.name}  ${fields.join(" ")}`
    const out = found?.row.name === "B" && address + ((word << 6) >> 4) === END
    return `  ${hex(address, 6)}  ${hex(word, 8)}  ${out ? "(the end)" : name}`
  })
}

/** The difference in lines; `options` is what else the oracle was given. */
export function told(decoder: Decoder, { placed, between, mismatches }: Difference, options = ""): string[] {
  const { seed, index, state } = placed.sequence
  const again = `--seed ${seed} --from ${index} --sequences 1${options}`
  const fpcr = new DataView(state.buffer, state.byteOffset).getUint32(S_FPCR, true)
  const width = Math.max(...mismatches.map(({ what }) => what.length))
  const rest = mismatches.length - SHOWN
  return [
    `Sequence ${index} of seed ${seed} (again: ${again})${fpcr === 0 ? "" : `, FPCR 0x${hex(fpcr, 8)},`}`,
    `differs between ${between}:`,
    ...mismatches
      .slice(0, SHOWN)
      .map(({ what, ours, theirs }) => `  ${what.padEnd(width)}  ours ${ours}  theirs ${theirs}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    ...listing(decoder, placed),
  ]
}
