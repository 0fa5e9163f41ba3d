// SPDX-License-Identifier: BSD-2-Clause
//
// The short form of `pnpm test:oracle`, and facts about the oracle itself: it finds what is wrong, cuts it
// down, and survives a sequence that kills qemu.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { encode, moveWords } from "../a64/asm.ts"
import { CORTEX_A53, MAX } from "../models/index.ts"
import { Comparison } from "./compare.ts"
import { Generator } from "./generate.ts"
import { idleExclusions, Oracle, summary } from "./oracle.ts"
import { qemuVersion } from "./qemu.ts"
import { place, POOLS } from "./layout.ts"
import { listing, minimised, told } from "./report.ts"
import { type Node, type Sequence, subsOf } from "./sequence.ts"
import { CODE } from "./state.ts"
import { tryWords } from "./undefined.ts"

const SEED = 20260101
const SEQUENCES = 1300
const WORDS = 12_000
/** Share of encodings that so few sequences must have executed. */
const TRIED = 0.9
const CNTFRQ_EL0 = { op0: 3, op1: 3, CRn: 14, CRm: 0, op2: 0 }
const SYS_EXIT = 93n

const test = suite("cpu/oracle")
const hasQemu = qemuVersion() !== undefined
if (!hasQemu) process.stdout.write("skipped: qemu-aarch64 (Debian: qemu-user) is not installed\n")
const withQemu = hasQemu ? test : test.skip

/** Made once: an engine takes a third of a second. */
let shared: Comparison | undefined
const comparison = () => (shared ??= new Comparison())

const step = (...words: number[]): Node => ({ kind: "step", words, references: [] })

/** A random sequence with one node put into its middle. */
function spoilt(sequence: Sequence, node: Node): Sequence {
  const middle = sequence.nodes.length >> 1
  return { ...sequence, nodes: [...sequence.nodes.slice(0, middle), node, ...sequence.nodes.slice(middle)] }
}

withQemu(`${SEQUENCES} random sequences leave the state that they leave under qemu, in both tiers`, () => {
  const oracle = new Oracle({ seed: SEED }, comparison())
  const tally = oracle.run(0, SEQUENCES)
  assert.is(tally.differences.map((lines) => lines.join("\n")).join("\n\n"), "")
  const { encodings } = summary(oracle.generator, tally)
  const tried = encodings.filter(({ interpreter }) => interpreter > 0).length
  assert.ok(tried > encodings.length * TRIED, `${tried} of ${encodings.length} encodings were executed`)
  assert.ok(tally.made >= SEQUENCES, "sequences are translated")
  for (const counts of [tally.called, tally.returned]) {
    const times = counts.reduce((sum, count) => sum + count, 0)
    assert.ok(times > SEQUENCES / 10, `regions go on behind calls and returns (${times} times)`)
  }
})

withQemu(`of ${WORDS} words those without a row are those that are UNDEFINED under qemu`, () => {
  assert.equal(tryWords(CORTEX_A53, SEED, 0, WORDS), [])
})

withQemu("what differs is cut down to the instruction that does it, and told with its seed", () => {
  const generator = new Generator(SEED)
  const wrong = spoilt(generator.sequence(3), step(encode("MRS/SYSL", { ...CNTFRQ_EL0, Rt: 5 })))
  const found = comparison().differences([generator.sequence(1), wrong, generator.sequence(2)], SEED)
  assert.is(found.length, 1)
  const least = minimised(comparison(), found[0])
  assert.is(least.placed.sequence.nodes.length, 1)
  const text = told(generator.decoder, least).join("\n")
  assert.match(text, `Sequence 3 of seed ${SEED}`)
  assert.match(text, /d53be005 {2}MRS\/SYSL/)
  assert.match(text, /signal +ours 0x0+4 +theirs 0x0+\n/)
})

withQemu("a sequence that ends qemu is found among others", () => {
  const generator = new Generator(SEED)
  const exits: Node = step(...moveWords(0, 0n), ...moveWords(8, SYS_EXIT), encode("SVC"))
  const deadly = { ...generator.sequence(4), nodes: [exits], subs: [] }
  const others = [1, 2, 3].map((n) => generator.sequence(n))
  const found = comparison().differences([...others, deadly], SEED)
  assert.equal(
    found.map(({ placed, between }) => [placed.sequence.index, between]),
    [[4, "qemu's program"]],
  )
})

test("a sequence is a function of seed and index", () => {
  const [one, other] = [new Generator(SEED), new Generator(SEED)]
  one.sequence(1)
  assert.equal(one.sequence(7), other.sequence(7))
  assert.not.equal(one.sequence(7).nodes, new Generator(SEED + 1).sequence(7).nodes)
})

/** Words of the subroutines of so many sequences, and of what calls them. */
function codeWithCalls(count: number): string[] {
  const generator = new Generator(SEED)
  const sequences = Array.from({ length: count }, (_, n) => generator.sequence(n)).filter(
    ({ subs }) => subs.length > 0,
  )
  return sequences.flatMap((sequence) => listing(generator.decoder, place(sequence, CODE, POOLS)))
}

test("calls come in every form that compilers write, with what may be rare at their edges", () => {
  const lines = codeWithCalls(250)
  const forms = [
    [/ BL {2}/],
    [/ ADR {2}/, / BLR {2}/],
    [/ ADRP {2}/, / ADD\/SUB \(immediate\) /, / BLR {2}/],
    [/ ADRP {2}/, / ADD\/SUB \(immediate\) /, / BR {2}/],
    [/ RET {2}Rn=(?!30)/],
    [/ LDP\/STP \(post-index\) load .*Rt2=30/, / RET {2}Rn=30/],
    [/ LDP\/STP \(post-index\) load .*Rt2=30/, / B {2}/],
    [/ LDR\/STR \(post-index\) .*Rt=30/, / RET {2}Rn=30/],
    [/ MOV \(register\) .*Rm=30/, / F/],
    [/ LDP\/STP \(pre-index\) store .*Rn=31/, / F/],
    [/ LDP\/STP \(pre-index\) store .*Rn=(?!31)/],
    [/ F/, / RET {2}Rn=30/],
    [/ BLR {2}/, / F/],
    [/ BL {2}/, / B\.cond/],
    [/ B\.cond .*imm19=2 /, / BL {2}/],
    [/ DC ZVA/],
  ]
  for (const form of forms) {
    const found = lines.some((_, n) => form.every((pattern, k) => pattern.test(lines[n + k] ?? "")))
    assert.ok(found, form.join(" "))
  }
})

withQemu("a difference in a subroutine is cut down to the call, the instruction and the return", () => {
  const generator = new Generator(SEED)
  const wrong = step(encode("MRS/SYSL", { ...CNTFRQ_EL0, Rt: 5 }))
  const sequences = Array.from({ length: 80 }, (_, n) => generator.sequence(n))
    .filter(({ subs }) => subs.length === 2)
    .map((sequence) => {
      return { ...sequence, subs: sequence.subs.map((sub) => ({ ...sub, body: [...sub.body, wrong] })) }
    })
  const [found] = comparison().differences(sequences, SEED)
  const { nodes, subs: left } = minimised(comparison(), found).placed.sequence
  assert.is(nodes.length, 1)
  const bodies = [...new Set(subsOf(nodes))].map((n) => left[n].body.length)
  assert.equal(bodies, [1], "one subroutine is left")
})

test("a round of sequences takes every handler", () => {
  const generator = new Generator(SEED, /^(LDR|STR|MOV|B\.cond)/)
  for (let index = 0; index < generator.round; index++) generator.sequence(index)
  assert.equal(
    [...generator.counts].filter(([, count]) => count === 0),
    [],
  )
})

test("every exclusion is of a row that exists", () => {
  assert.equal(idleExclusions(new Generator(SEED, undefined, MAX)), [])
})

test("rows that no name matches are refused", () => {
  assert.throws(() => new Generator(SEED, /^no such row$/), /no row/)
})

test.run()
