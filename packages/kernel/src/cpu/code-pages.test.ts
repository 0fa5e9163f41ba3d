// SPDX-License-Identifier: BSD-2-Clause
//
// Decoded pages and regions when the code under them changes.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { encode } from "./a64/asm.ts"
import { Decoder, FIRST_HANDLER, HANDLER_PAGE_END, HANDLER_UNDECODED, REGION_BIT } from "./a64/decoder.ts"
import { A64 } from "./a64/tables/index.ts"
import { CodePages, GRANULE } from "./code-pages.ts"
import * as L from "./layout.ts"
import { createMemory } from "./runtime.ts"
import { Sandbox } from "./sandbox.ts"

const test = suite("cpu/code-pages")
const CODE = 0x4000
const HOST = L.RAM_START + CODE
const PAGE = 4096
/** X0 += n. */
const add = (n: number) => encode("ADD/SUB (immediate)", { sf: 1, imm12: n, Rn: 0, Rd: 0 })
const STOP = encode("BRK")
const ROUNDS = 5

interface Told {
  readonly granules: Array<[page: number, bits: bigint]>
  all: number
}

function pagesOver(words: readonly number[]): { pages: CodePages; view: DataView; told: Told } {
  const { buffer } = createMemory()
  const view = new DataView(buffer)
  words.forEach((word, n) => view.setUint32(HOST + n * 4, word, true))
  const pages = new CodePages(buffer, new Decoder(A64))
  const told: Told = { granules: [], all: 0 }
  pages.listener = {
    granuleDecoded: () => undefined,
    granulesDropped: (page, bits) => told.granules.push([page, bits]),
    allDropped: () => (told.all += 1),
  }
  return { pages, view, told }
}

const handlerAt = (view: DataView, page: number, index: number) =>
  view.getUint16(page + index * L.INSN_SIZE + L.INSN_HANDLER_U16, true)

test("a page is made once, empty, with an end that goes on to the next", () => {
  const { pages, view } = pagesOver([])
  const page = pages.pageFor(HOST)
  assert.is(pages.pageFor(HOST), page)
  assert.is.not(pages.pageFor(HOST + PAGE), page)
  assert.is(handlerAt(view, page, 0), HANDLER_UNDECODED)
  assert.is(handlerAt(view, page, 1024), HANDLER_PAGE_END)
  assert.equal(pages.locate(page + 5 * L.INSN_SIZE), { page, host: HOST, index: 5 })
})

test("decoding fills the granule and no more", () => {
  const { pages, view } = pagesOver(Array.from({ length: 40 }, () => add(1)))
  const page = pages.pageFor(HOST)
  pages.decode(page + 17 * L.INSN_SIZE)
  const decoded = Array.from({ length: 48 }, (_, n) => handlerAt(view, page, n) >= FIRST_HANDLER)
  assert.is(decoded.indexOf(true), 16)
  assert.is(decoded.lastIndexOf(true), 31)
})

test("a write drops the granules it touches that were decoded, and says which", () => {
  const { pages, view, told } = pagesOver(Array.from({ length: 64 }, () => add(1)))
  const page = pages.pageFor(HOST)
  pages.decode(page)
  pages.decode(page + 32 * L.INSN_SIZE)
  pages.codeWritten(HOST + GRANULE - 1, 2 * GRANULE)
  assert.equal(told.granules, [
    [page, 1n],
    [page, 4n],
  ])
  assert.equal([handlerAt(view, page, 15), handlerAt(view, page, 32)], [HANDLER_UNDECODED, HANDLER_UNDECODED])
  pages.codeWritten(HOST, 4 * GRANULE)
  assert.is(told.granules.length, 2, "what is not decoded is not dropped again")
})

test("a write to a page that has no code is nobody's business", () => {
  const { pages, told } = pagesOver([])
  pages.codeWritten(HOST, PAGE)
  assert.equal(told.granules, [])
})

test("a page that becomes code loses its write entries", () => {
  const { pages } = pagesOver([])
  const dropped: number[] = []
  pages.dropWriteEntries = (page) => dropped.push(page)
  pages.pageFor(HOST)
  pages.pageFor(HOST)
  assert.equal(dropped, [HOST / PAGE])
})

test("all pages can be given back", () => {
  const { pages, view, told } = pagesOver([add(1)])
  let dropped = 0
  pages.dropCodeEntries = () => (dropped += 1)
  const page = pages.pageFor(HOST)
  pages.decode(page)
  pages.dropAll()
  assert.equal([told.all, dropped], [1, 1])
  pages.codeWritten(HOST, 4)
  assert.equal(told.granules, [])
  assert.is(handlerAt(view, pages.pageFor(HOST), 0), HANDLER_UNDECODED)
})

test("a full pool gives some pages back, not all", () => {
  const { pages, view, told } = pagesOver([])
  const slot = pages.pageFor(HOST + PAGE) - pages.pageFor(HOST)
  const fits = Math.floor((L.DECODE_POOL_END - L.DECODE_POOL) / Math.abs(slot))
  const made = Array.from({ length: fits }, (_, n) => pages.pageFor(HOST + n * PAGE))
  let dropped = 0
  pages.dropCodeEntries = () => (dropped += 1)
  assert.equal(told.granules, [])
  const next = pages.pageFor(HOST + fits * PAGE)
  assert.ok(made.includes(next))
  assert.equal([told.granules.length, told.all, dropped], [64, 0, 1])
  const kept = made.filter((page, n) => view.getUint32(L.PAGE_META + (HOST / PAGE + n) * 4, true) === page)
  assert.is(kept.length, fits - 64)
})

for (const translation of ["off", "eager"] as const) {
  const run = (box: Sandbox) => {
    box.view.setBigUint64(box.cpu + L.X, 0n, true)
    box.run(CODE, 100)
    return Number(box.view.getBigUint64(box.cpu + L.X, true))
  }

  test(`code that was run and is written is run as written (${translation})`, () => {
    const box = new Sandbox(translation)
    for (let n = 0; n < ROUNDS; n++) {
      box.load(CODE, [add(n), add(10), STOP])
      for (let again = 0; again < ROUNDS; again++) assert.is(run(box), n + 10)
    }
    if (translation === "eager") assert.ok(box.runtime.translator.counts.dropped > 0)
  })

  test(`a write into the second granule of a region reaches it (${translation})`, () => {
    const box = new Sandbox(translation)
    box.load(CODE, [...Array.from({ length: 30 }, () => add(1)), STOP])
    for (let again = 0; again < ROUNDS; again++) assert.is(run(box), 30)
    box.load(CODE + 20 * 4, [add(100)])
    for (let again = 0; again < ROUNDS; again++) assert.is(run(box), 129)
  })
}

test("a dropped region leaves no mark, and its place in the table is used again", () => {
  const box = new Sandbox("eager")
  const { view, runtime } = box
  for (let n = 0; n < ROUNDS; n++) {
    box.load(CODE, [add(n), STOP])
    for (let again = 0; again < 3; again++) box.run(CODE, 10)
    const page = runtime.pages.pageFor(HOST)
    assert.ok(handlerAt(view, page, 0) & REGION_BIT, "translated")
    assert.is(view.getInt32(page + L.DECODED_PAGE_SIZE, true), runtime.decoder.handlers.length)
    box.load(CODE, [STOP])
    assert.is(handlerAt(view, page, 0), HANDLER_UNDECODED)
    view.setUint16(L.JIT_TABLES + ((page >>> 3) & 0x1fffe), 0, true)
  }
  assert.is(runtime.translator.counts.dropped, ROUNDS)
})

test("what cannot be translated takes no place in the table", () => {
  const box = new Sandbox("eager")
  const { translator, pages, decoder } = box.runtime
  box.load(CODE, [STOP])
  const page = pages.pageFor(HOST)
  pages.decode(page)
  for (let n = 0; n < 1 << 16; n++) translator.hot(box.cpu, page)
  assert.is(translator.counts.refused, 1 << 16)
  box.load(CODE, [add(1), STOP])
  pages.decode(page)
  translator.hot(box.cpu, page)
  assert.is(box.view.getInt32(page + L.DECODED_PAGE_SIZE, true), decoder.handlers.length)
})

test("a page that is stored to again and again counts as data, and is used for other code", () => {
  const { pages, view, told } = pagesOver([add(1)])
  const page = pages.pageFor(HOST)
  const dropped: number[] = []
  pages.dropCodePage = (one) => dropped.push(one)
  pages.decode(page)
  const answers = Array.from({ length: 32 }, () => pages.storedInto(HOST))
  assert.is(answers.indexOf(true), 31)
  assert.is(view.getUint32(L.PAGE_META + (HOST >>> 12) * 4, true), 0, "stores need no care any more")
  assert.is(view.getUint8(L.CODE_GRANULES + (HOST >>> 9)), 0)
  assert.equal(dropped, [page])
  assert.equal(told.granules, [[page, (1n << 64n) - 1n]])
  assert.is(pages.pageFor(HOST + PAGE), page, "the decoded page is free again")
  assert.is(handlerAt(view, page, 0), HANDLER_UNDECODED)
  assert.equal(pages.locate(page).host, HOST + PAGE)
})

test.run()
