// SPDX-License-Identifier: BSD-2-Clause
//
// Memory that a machine shares with others is none of its guest's RAM.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { guestViews } from "./guest-view.ts"
import { agreementFor, codesOf, OVERLAY, SYSTEM, type Texts } from "./testing.ts"

const test = suite("memory of guests")

const WINDOW = `<memory_region name="shared" size="0x20_0000" page_size="0x20_0000" />`
/** A window between the machine and another domain, at an IPA. */
const shared = (vaddr: string, overlay = OVERLAY): Texts => ({
  overlay,
  system: SYSTEM.replace("    <memory_region", `    ${WINDOW}\n    <memory_region`)
    .replace(
      '            <map mr="uart"',
      `            <map mr="shared" vaddr="${vaddr}" perms="rw" />\n            <map mr="uart"`,
    )
    .replace(
      "</system>",
      `    <protection_domain name="driver" priority="120">
        <program_image path="driver.elf" />
        <map mr="shared" vaddr="0x200_0000" perms="rw" setvar_vaddr="buffers" />
    </protection_domain>
</system>`,
    ),
})
const ramOf = (texts: Texts): readonly string[] =>
  guestViews(agreementFor(texts)).flatMap(({ ram }) => ram.map(({ region }) => region.name))

test("a window beside the memory node is no RAM, below the RAM or above it, and needs no map in the VMM", () => {
  for (const vaddr of ["0x7000_0000", "0x2000_0000"]) {
    assert.equal(ramOf(shared(vaddr)), ["ram"], vaddr)
    assert.equal(codesOf(shared(vaddr)), [], vaddr)
  }
})

const NODE = "reg = <0x0 0x40000000 0x0 0x10000000>"
const WIDER = OVERLAY.replace(NODE, "reg = <0x0 0x40000000 0x0 0x10200000>")

test("memory of the memory node is RAM, and the VMM has to reach it", () => {
  assert.equal(ramOf(shared("0x5000_0000", WIDER)), ["ram", "shared"])
  assert.ok(codesOf(shared("0x5000_0000", WIDER)).some((code) => code.includes("vmm-cannot-reach-ram")))
})

test("what reserved-memory keeps from Linux is a window", () => {
  const kept = `${WIDER}
/ { reserved-memory { #address-cells = <2>; #size-cells = <2>; ranges;
	buffers@50000000 { reg = <0x0 0x50000000 0x0 0x200000>; no-map; };
}; };
`
  assert.equal(ramOf(shared("0x5000_0000", kept)), ["ram"])
  assert.equal(codesOf(shared("0x5000_0000", kept)), [])
})

test("where no memory lies as the tree says, all of it is meant to be RAM", () => {
  const moved = OVERLAY.replace(NODE, "reg = <0x0 0x80000000 0x0 0x10000000>")
  assert.equal(ramOf({ overlay: moved }), ["ram"])
})

test.run()
