// SPDX-License-Identifier: BSD-2-Clause
//
// Loops that wait, and exceptions without a vector, from instructions as the assembler gives them.

import { compileDts } from "@vmm/devicetree"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { busyText } from "./busy.ts"
import { exceptionSummary, ownException } from "../processor/vectors.ts"

const test = suite("report: guests in a loop, and exceptions without vectors")

const BASE = 0x4000_0000n
const UART = `/dts-v1/; / { #address-cells = <1>; #size-cells = <1>;
uart@9000000 { compatible = "arm,pl011"; reg = <0x9000000 0x1000>; }; };`

function look(words: readonly number[], at = 0, registers: Readonly<Record<string, bigint>> = {}) {
  const tree = compileDts([{ file: "b.dts", text: UART }])
  const view = {
    pc: BASE + BigInt(4 * at),
    wordAt: (va: bigint) => words[Number(va - BASE) / 4],
    register: (n: number) => (n === 1 ? 0x900_0000n : 0n),
    registers,
    ipaOf: Number,
  }
  return busyText(view, tree._tag === "Right" ? tree.right : undefined)
}

const LDR_W3_X1_18 = 0xb9401823
const TBZ_BACK = 0x361fffe3
const WFI = 0xd503207f
const B_BACK = 0x17ffffff

test("a branch to itself, and a loop of a few instructions from wherever it is seen", () => {
  assert.is(look([0x14000000])?.text, "it branches to itself at 0x40000000")
  const text = "it goes round 2 instructions at 0x40000000 to 0x40000004"
  assert.is(look([0xd503201f, B_BACK])?.text, text)
  assert.is(look([0xd503201f, B_BACK], 1)?.text, text)
})

test("a loop that waits for a device names it, with its line", () => {
  const { text, place } = look([LDR_W3_X1_18, TBZ_BACK]) ?? {}
  assert.match(text ?? "", "reading uart@9000000 (arm,pl011) at 0x9000018")
  assert.equal([place?.file, place?.line], ["b.dts", 2])
  assert.match(look([WFI, B_BACK])?.text ?? "", "waiting for an interrupt")
})

test("a loop that waits for memory names it and what it holds, by WFE or without", () => {
  const registers = [0x6b6b_6b6b]
  const at = (words: readonly number[]) =>
    busyText(
      {
        pc: BASE,
        masked: true,
        asleep: false,
        wordAt: (va) => [...words, ...registers][Number(va - BASE) / 4],
        register: () => BASE + BigInt(4 * words.length),
        registers: {},
        ipaOf: Number,
      },
      undefined,
    )?.text ?? ""
  const LDR_W6_X5 = 0xb94000a6
  assert.match(
    at([LDR_W6_X5, 0x17ffffff]),
    /2 instructions .* changes RAM at 0x40000008, which holds 0x6b6b6b6b$/,
  )
  assert.match(at([LDR_W6_X5, 0xd503205f, 0x17fffffe]), /a wait for events \(WFE\), until another processor/)
  assert.match(at([0xd503205f, 0x17ffffff]), /WFE\), with nothing that could end it but an interrupt$/)
  assert.match(at([0xd503207f, 0x17ffffff]), /PSTATE.I masks/)
})

test("no loop: a call in it, a way forward, memory that ends", () => {
  assert.is(look([0x94000010, B_BACK]), undefined)
  assert.is(look([0xd503201f, 0xd65f03c0]), undefined)
  assert.is(look([0xd503201f]), undefined)
})

test("a vector that goes round in itself tells of the exception", () => {
  const registers = { VBAR: BASE, ELR_EL1: 0x4100_0004n, ESR: 0x5600_0007n, FAR: 0n }
  const text =
    "it took an exception at 0x41000004, an SVC #0x7, and its vector at 0x40000000 goes round in itself"
  assert.is(look([0x14000000], 0, registers)?.text, text)
})

test("a table of vectors at no multiple of 2 KiB is told, and the exception is the one that came", () => {
  const registers = { VBAR: BASE + 0x100n, ELR_EL1: 0x4100_0004n, ESR: 0x5600_0007n, FAR: 0n }
  const text = look([0x14000000], 0, registers)?.text ?? ""
  assert.match(
    text,
    /an SVC #0x7, .* \(VBAR_EL1 was set to 0x40000100, no multiple of 0x800: the vectors begin at 0x40000000\)/,
  )
})

test("an instruction of a newer processor, by its vector", () => {
  const LDADD = 0xb8240043
  const registers = { VBAR: BASE, ELR_EL1: BASE + 4n, ESR: 0n, FAR: 0n }
  assert.is(look([0x14000000, LDADD], 0, registers)?.newer, true)
  assert.is(look([0x14000000, 0xdac10020], 0, registers)?.newer, undefined)
})

test("an exception whose vector is not in memory is told by its cause", () => {
  const at = (pc: bigint, esr: bigint, far = 0n) =>
    ownException(pc, { VBAR: 0n, ELR_EL1: 0x4000_000cn, ESR: esr, FAR: far })
  assert.is(at(0x280n, 0n)?.what, "an interrupt (IRQ)")
  assert.match(at(0x200n, 0n)?.what ?? "", "undefined instruction")
  assert.is(at(0x200n, 0xf200_0001n)?.what, "a BRK #0x1")
  assert.match(at(0x200n, 0x9600_0061n, 0x19n)?.what ?? "", "a write to 0x19: alignment fault")
  assert.is(at(0x204n, 0n), undefined)
  assert.is(at(0x1000n, 0n), undefined)
  assert.is(ownException(0n, { VBAR: 0n, ELR_EL1: 0n }), undefined)
  const own = at(0x200n, 0xf200_0001n)
  assert.ok(own !== undefined)
  assert.is(
    exceptionSummary("hello", own, 0xd4200020, undefined),
    "hello took an exception at 0x4000000c (brk #0x1), a BRK #0x1, and has no memory at its vectors: VBAR_EL1 is 0x0",
  )
})

test.run()
