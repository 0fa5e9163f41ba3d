// SPDX-License-Identifier: BSD-2-Clause
//
// What each of the 2^32 words is: which row of a model's instruction tables it belongs to, or UNDEFINED. Words that
// two rows take belong to the earlier one, which must be the special case: its pattern fixes more bits. What a row's
// conditions (`only`, `when`) look at is learnt by watching them.

import type { Fields, Row } from "../a64/row.ts"
import { rowsOf } from "../a64/tables/index.ts"
import type { CpuModel } from "../models/index.ts"

/** Words are taken in blocks that agree in bits 31..21. */
const SHIFT = 21
const BLOCK = 2 ** SHIFT
const BLOCKS = 2 ** 11
const LOW = BLOCK - 1

export interface RowCount {
  readonly row: string
  readonly words: number
}

export interface Classification {
  readonly rows: readonly RowCount[]
  /** Words that are an instruction, and words that are UNDEFINED: together all that were gone through. */
  readonly implemented: number
  readonly undefined: number
  /** Pairs of rows that share words though the earlier fixes no more bits than the later, with one such word. */
  readonly clashes: readonly string[]
}

/** Whether a word that a row's pattern takes passes its conditions. */
type Accepts = (word: number) => boolean

/** Fields that a condition reads, for whatever values it was asked with. */
function watched(
  row: Row,
  condition: (fields: Fields) => boolean,
  read: Set<string>,
): (word: number) => boolean {
  let word = 0
  const places = new Map(row.fields.map(({ name, shift, width }) => [name, { shift, mask: 2 ** width - 1 }]))
  const handler: ProxyHandler<Record<string, number>> = {
    get: (_, name) => {
      if (typeof name !== "string") return undefined
      read.add(name)
      const place = places.get(name)
      return place === undefined ? undefined : (word >>> place.shift) & place.mask
    },
  }
  const fields: Fields = new Proxy<Record<string, number>>({}, handler)
  return (next) => {
    word = next
    return condition(fields)
  }
}

const MOST_BITS = 22

/** The conditions of a row as a table over the bits that they look at, or asked anew where those are too many. */
function conditions(row: Row): Accepts | undefined {
  const { only, when } = row
  if (only === undefined && when === undefined) return undefined
  const read = new Set<string>()
  const ask = watched(row, (fields) => only?.(fields) !== false && when?.(fields) !== false, read)
  const known = new Map<string, Uint8Array<ArrayBuffer>>()
  let fields = row.fields.filter(({ name }) => read.has(name))
  let table = new Uint8Array(0)
  return (word) => {
    if (fields.length !== read.size || table.length === 0) {
      ask(word)
      fields = row.fields.filter(({ name }) => read.has(name))
      const bits = fields.reduce((sum, { width }) => sum + width, 0)
      if (bits > MOST_BITS) return ask(word)
      const key = [...read].join()
      table = known.get(key) ?? new Uint8Array(2 ** bits)
      known.set(key, table)
    }
    let at = 0
    for (const { shift, width } of fields) at = (at << width) | ((word >>> shift) & ((1 << width) - 1))
    if (table[at] === 0) {
      const before = read.size
      const accepted = ask(word)
      if (read.size !== before) {
        table = new Uint8Array(0)
        return accepted
      }
      table[at] = accepted ? 2 : 1
    }
    return table[at] === 2
  }
}

function fixedBits({ mask }: Row): number {
  let bits = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1
  return bits
}

/** Goes through all words, which takes a minute or so, or through one block of `every`. */
export function classify(model: CpuModel, every = 1): Classification {
  const rows = rowsOf(model)
  const accepts = rows.map(conditions)
  const fixed = rows.map(fixedBits)
  const counts = new Float64Array(rows.length)
  const clashes = new Map<string, string>()
  const owner = new Uint16Array(BLOCK)
  const top = ~LOW
  let undefinedWords = 0
  for (let block = 0; block < BLOCKS; block += every) {
    const high = block << SHIFT
    const here = rows.flatMap((row, n) => (((high ^ row.value) & row.mask & top) === 0 ? [n] : []))
    let left = BLOCK
    owner.fill(0)
    for (const n of here) {
      const { value, mask } = rows[n]
      const accept = accepts[n]
      const free = ~mask & LOW
      let taken = 0
      for (let rest = free; ; rest = (rest - 1) & free) {
        const at = (value & LOW) | rest
        const before = owner[at]
        if (before === 0) {
          if (accept === undefined || accept(high | at)) {
            owner[at] = n + 1
            taken += 1
          }
        } else if (fixed[before - 1] <= fixed[n] && (accept === undefined || accept(high | at))) {
          const pair = `${rows[before - 1].name} and ${rows[n].name}`
          if (!clashes.has(pair)) clashes.set(pair, ((high | at) >>> 0).toString(16).padStart(8, "0"))
        }
        if (rest === 0) break
      }
      counts[n] += taken
      left -= taken
    }
    undefinedWords += left
  }
  return {
    rows: rows.map((row, n) => ({ row: row.name, words: counts[n] })),
    implemented: (BLOCKS / every) * BLOCK - undefinedWords,
    undefined: undefinedWords,
    clashes: [...clashes].map(([pair, word]) => `${pair}: ${word}`),
  }
}
