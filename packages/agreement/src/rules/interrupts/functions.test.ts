// SPDX-License-Identifier: BSD-2-Clause
//
// The interrupts of functions without registers of their own, below a device that is passed through.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { afterFix, BOARD, codesOf, SYSTEM } from "../../testing.ts"

const test = suite("functions of a device")

const BLOCK = (status: string) =>
  '\tblock: block@9300000 {\n\t\tcompatible = "acme,block", "syscon", "simple-mfd";\n' +
  "\t\treg = <0x0 0x9300000 0x0 0x1000>;\n" +
  `\t\tkey { compatible = "acme,key"; regmap = <&block>; interrupts = <0 9 4>; ${status} };\n\t};\n`
const board = (status = ""): string =>
  BOARD.replace("\trtc: rtc@9010000", `${BLOCK(status)}\trtc: rtc@9010000`)
const system = SYSTEM.replace(
  "    <protection_domain",
  '    <memory_region name="block" size="0x1000" phys_addr="0x930_0000" />\n    <protection_domain',
).replace(
  '            <map mr="uart"',
  '            <map mr="block" vaddr="0x930_0000" perms="rw" cached="false" />\n            <map mr="uart"',
)

test("a function's interrupt that nobody hands on is told, and given", () => {
  const texts = { board: board(), system }
  assert.equal(codesOf(texts), ["warning device-without-irq ex.system:14"])
  const after = afterFix(texts, "device-without-irq")
  assert.match(after.system ?? "", 'irq="41"')
  assert.equal(codesOf(after), [], "and the interrupt is one of the board")
})

test("a function that is disabled wants none", () => {
  assert.equal(codesOf({ board: board('status = "disabled";'), system }), [])
})

test.run()
