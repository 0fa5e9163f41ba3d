// SPDX-License-Identifier: BSD-2-Clause
//
// Granules as the engine decodes them, word by word as the decoder does, new words and those decoded lately.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Decoder, HANDLER_UNDECODED, HANDLER_UNDEFINED } from "../a64/decoder.ts"
import { rowsOf } from "../a64/tables/index.ts"
import { GRANULE } from "../code-pages.ts"
import * as L from "../layout.ts"
import { CORTEX_A53 } from "../models/index.ts"
import { Random } from "../oracle/random.ts"
import { Sandbox } from "../sandbox.ts"

const test = suite("interp/granule")
const HOST = L.RAM_START + 0x8000
const PAGE = 4096
const decoder = new Decoder(rowsOf(CORTEX_A53))

/** What the decoder itself makes of a word. */
function alone(word: number): string {
  const view = new DataView(new ArrayBuffer(L.INSN_SIZE))
  decoder.decodeInto(word, view, 0)
  return hex(view, 0)
}

const hex = (view: DataView, at: number) =>
  [0, 4, 8, 12].map((n) => view.getUint32(at + n, true).toString(16)).join(" ")

/** A page of code that has these words from its start, and what was asked of the decoder. */
function machine() {
  const { runtime, view } = new Sandbox("off")
  const { pages } = runtime
  const asked: number[] = []
  const { decodeWord } = pages
  pages.decodeWord = (word, at) => {
    asked.push(word >>> 0)
    decodeWord.call(pages, word, at)
  }
  const write = (host: number, words: readonly number[]) =>
    words.forEach((word, n) => view.setUint32(host + n * 4, word, true))
  return { pages, view, asked, write }
}

test("a word is asked of the decoder once, whatever its top bit, and remembered for every other place", () => {
  const { pages, view, asked, write } = machine()
  const words = [0x9100_0421, 0x1100_0421, 0xffff_ffff, 0x7fff_ffff, 0xd503_201f]
  write(HOST, [...words, ...words, ...words, ...words])
  pages.decode(pages.pageFor(HOST))
  pages.decode(pages.pageFor(HOST) + 16 * L.INSN_SIZE)
  assert.equal(asked, [...words, ...Array.from({ length: 12 }, () => 0)])
  const page = pages.pageFor(HOST)
  const got = Array.from({ length: 20 }, (_, n) => hex(view, page + n * L.INSN_SIZE))
  assert.equal(
    got,
    [...words, ...words, ...words, ...words].map((word) => alone(word)),
  )
})

test("the word 0 is UNDEFINED each time, and what is decoded already is left as it is", () => {
  const { pages, view, asked, write } = machine()
  write(HOST, [0, 0x9100_0421])
  const page = pages.pageFor(HOST)
  view.setUint16(page + L.INSN_SIZE, HANDLER_UNDEFINED, true)
  pages.decode(page)
  assert.is(asked.length, 15)
  assert.is(view.getUint16(page, true), HANDLER_UNDEFINED)
  assert.is(view.getUint16(page + L.INSN_SIZE, true), HANDLER_UNDEFINED)
  assert.is(view.getUint16(page + (GRANULE / 4) * L.INSN_SIZE, true), HANDLER_UNDECODED)
})

test("65,536 random words, many with the hash of another, are what the decoder makes of them, twice", () => {
  const { pages, view, write } = machine()
  const random = new Random(20261122)
  const next = () => random.word()
  const words = Array.from({ length: PAGE / 4 }, () => next())
  for (let round = 0; round < 64; round++) {
    for (let n = 0; n < words.length; n++) if (round % 2 === 0) words[n] = next()
    const host = HOST + round * PAGE
    write(host, words)
    const page = pages.pageFor(host)
    for (let at = 0; at < PAGE / GRANULE; at++) pages.decode(page + at * (GRANULE / 4) * L.INSN_SIZE)
    for (const [n, word] of words.entries()) {
      const got = hex(view, page + n * L.INSN_SIZE)
      if (got !== alone(word)) assert.is(got, alone(word), word.toString(16))
    }
  }
})

test.run()
