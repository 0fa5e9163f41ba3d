// SPDX-License-Identifier: BSD-2-Clause
//
// A console without an alias, under a driver that takes no port without a number.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { afterFix, BOARD, codesOf, GUEST, type Texts } from "../../testing.ts"

const test = suite("console without an alias")

const IMX = BOARD.replace('"arm,pl011", "arm,primecell"', '"fsl,imx6q-uart"')
const GUEST_IMX = GUEST.replace("ttyAMA0 earlycon=pl011", "ttymxc0 earlycon=ec_imx6q")
const imx = (board = IMX, overlay?: string): Texts => ({
  board,
  guest: GUEST_IMX,
  ...(overlay === undefined ? {} : { overlay }),
})

test("a port whose driver wants a number is told where the others have theirs, and gets one", () => {
  const texts = imx(IMX.replace("serial0 = &uart0; ", "ethernet0 = &sd; "))
  assert.equal(codesOf(texts), ["error console-without-alias board.dts:6"])
  assert.equal(codesOf(afterFix(texts, "console-without-alias")), [])
})

test("a tree without aliases gets some", () => {
  const texts = imx(IMX.replace("\taliases { serial0 = &uart0; };\n", "\n"))
  assert.equal(codesOf(texts), ["error console-without-alias board.dts:35"])
  assert.equal(codesOf(afterFix(texts, "console-without-alias")), [])
})

test("an alias that an overlay deletes is told there", () => {
  const overlay =
    "/ {\n\tmemory@40000000 { reg = <0x0 0x40000000 0x0 0x10000000>; };\n" +
    "\taliases {\n\t\t/delete-property/ serial0;\n\t};\n};\n"
  const texts = imx(IMX, overlay)
  assert.equal(codesOf(texts), ["error console-without-alias overlay.dts:4"])
  assert.equal(codesOf(afterFix(texts, "console-without-alias")), [])
})

test("a driver that counts by itself needs none", () => {
  assert.equal(codesOf({ board: BOARD.replace("serial0 = &uart0; ", "ethernet0 = &sd; ") }), [])
  assert.equal(codesOf(imx()), [])
})

test.run()
