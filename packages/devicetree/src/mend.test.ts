// SPDX-License-Identifier: BSD-2-Clause
//
// Fixes of device tree source: what each mistake becomes when the first fix is made, over and over; dtc takes it then.

import { applyEdits } from "@vmm/diagnostic"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { compileDts } from "./index.ts"
import { dtc, HAVE_DTC } from "./oracle-fixture.ts"

const test = suite("fixes of device tree source")
const HEAD = "/dts-v1/;\n"

/** The text after the first fix of the first mistake that has one, until nothing is wrong. */
function mended(source: string): string {
  let text = HEAD + source
  for (let round = 0; round < 5; round++) {
    const read = compileDts([{ file: "t.dts", text }])
    if (read._tag === "Right") return text.slice(HEAD.length)
    const edits = read.left.flatMap(({ fixes = [] }) => fixes.slice(0, 1))[0]?.edits
    if (edits === undefined) return `no fix: ${read.left[0]?.message}`
    text = applyEdits(new Map([["t.dts", text]]), edits).ok?.get("t.dts") ?? "cannot be made"
  }
  return `never ends: ${text}`
}

const MENDED: ReadonlyArray<readonly [what: string, broken: string, whole: string]> = [
  ["no ; after a value", "/ {\n\ta = <1>\n\tb = <2>;\n};\n", "/ {\n\ta = <1>;\n\tb = <2>;\n};\n"],
  ["no ; on one line", "/ { a = <1> b; };\n", "/ { a = <1>; b; };\n"],
  ["no ; after a node", "/ {\n\tn { }\n};\n", "/ {\n\tn { };\n};\n"],
  ["no ; after the root", "/ { a; }\n", "/ { a; };\n"],
  ["a block that is not closed", "/ {\n\tn { a; };\n", "/ {\n\tn { a; };\n};\n"],
  ["two of them", "/ {\n\tn { a;\n", "/ {\n\tn { a;\n};\n};\n"],
  ["no >", "/ { a = <1 2; };\n", "/ { a = <1 2>; };\n"],
  ["a comma between cells", "/ { a = <1, 2>; };\n", "/ { a = <1 2>; };\n"],
  ["commas between cells", "/ { a = <1, 2, 3>, <4>; };\n", "/ { a = <1 2 3>, <4>; };\n"],
  ["a number of two cells", "/ { a = <0x0 0x123456789>; };\n", "/ { a = <0x1 0x23456789>; };\n"],
  ["a colon for =", '/ { a: <1>; b: "x"; };\n', '/ { a: <1>; b: "x"; };\n'.replaceAll(": ", " = ")],
  ["a text in single quotes", "/ { compatible = 'acme,a'; };\n", '/ { compatible = "acme,a"; };\n'],
  ["a text without quotes", "/ { status = disabled; };\n", '/ { status = "disabled"; };\n'],
  ["a root with a name", "/root { a; };\n", "/ { a; };\n"],
  ["a comment that nothing closes", "/ {\n\ta; /* b\n\tc;\n};\n", "/ {\n\ta; /* b */\n\tc;\n};\n"],
  ["a label twice", "/ { l: n { }; l: m { }; };\n", "/ { l: n { }; l_2: m { }; };\n"],
  [
    "names of a header",
    "/ { interrupts = <GIC_SPI 1 IRQ_TYPE_LEVEL_HIGH>; };\n",
    "/ { interrupts = <0 1 4>; };\n",
  ],
  ["a name in an expression", "/ { a = <(IRQ_TYPE_LEVEL_LOW | 0xf00)>; };\n", "/ { a = <(8 | 0xf00)>; };\n"],
  [
    "headers of names alone",
    "#include <dt-bindings/gpio/gpio.h>\n#include <dt-bindings/a.h>\n/ { a = <GIC_PPI 1>; };\n",
    "/ { a = <1 1>; };\n",
  ],
  ["underscores in a number", "/ { a = <0x900_0000 1>; };\n", "/ { a = <0x9000000 1>; };\n"],
  ["a letter O in a number", "/ { a = <0x9OO 1>; };\n", "/ { a = <0x900 1>; };\n"],
  ["a number without 0x", "/ { a = <90ab>; };\n", "/ { a = <0x90ab>; };\n"],
  ["a unit", "/ { a = <256M>; };\n", "/ { a = <0x10000000>; };\n"],
  ["a string that runs on", '/ { a = "x;\n b = "y";\n};\n', '/ { a = "x";\n b = "y";\n};\n'],
  ["a string that nothing ends", '/ { a = "x;\n};\n', '/ { a = "x";\n};\n'],
  ["a number without brackets", "/ { a = 5; };\n", "/ { a = <5>; };\n"],
  ["no =", '/ { a "okay"; };\n', '/ { a = "okay"; };\n'],
  [
    "a reference without &",
    "/ { l: n { }; a = <l>; };\n".replace("l: n { }; a = <l>;", "a = <l>; l: n { };"),
    "/ { a = <&l>; l: n { }; };\n",
  ],
  ["a label that is nearly one", "/ { a = <&gicc>; gic: n { }; };\n", "/ { a = <&gic>; gic: n { }; };\n"],
  [
    "a path that is nearly one",
    "/ { a = &{/serial@9001000}; serial@9000000 { }; };\n",
    "/ { a = &{/serial@9000000}; serial@9000000 { }; };\n",
  ],
  [
    "a block for a label that is nearly one",
    "/ { gpio: n { }; };\n&gpo { a; };\n",
    "/ { gpio: n { }; };\n&gpio { a; };\n",
  ],
  ["a file to include that is not there", '/include/ "none.dtsi"\n/ { };\n', "/ { };\n"],
  [
    "a node that is deleted and referred to",
    "/ { l: n { }; };\n/ { a = <&l>; /delete-node/ n; };\n",
    "/ { l: n { }; };\n/ { a = <&l>; };\n",
  ],
  [
    "the same by label",
    "/ { l: n { }; a = <&l>; };\n/delete-node/ &l;\n".replace("l: n { }; a = <&l>;", "a = <&l>; l: n { };"),
    "/ { a = <&l>; l: n { }; };\n",
  ],
]

for (const [what, broken, whole] of MENDED) {
  test(what, () => {
    assert.is(mended(broken), whole)
    if (!HAVE_DTC) return
    assert.ok(dtc(HEAD + whole) !== undefined)
  })
}

test("what has no single reading has no fix", () => {
  assert.match(mended("/ { a = <(1 + )>; };\n"), "no fix")
  assert.match(mended("/ { a = <&nothing_like_it>; gic: n { }; };\n"), "no fix")
})

test.run()
