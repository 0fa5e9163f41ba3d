// SPDX-License-Identifier: BSD-2-Clause
//
// Ways out computed from a node: what they say, and that the overlay does what it promises.

import { disabledBy, findByPath } from "@vmm/devicetree"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { faultReport } from "./fault-report.ts"
import type { Remedy } from "./remedies.ts"
import { renderFaultReport } from "./render-fault.ts"
import { sampleFault, sampleTree } from "./testing.ts"

const test = suite("report: remedies")

/** Remedies for an access at an IPA, under an overlay. */
function remedies(ipa: number, overlay = "", esr = 0x93810046): readonly Remedy[] {
  return faultReport(sampleFault({ ipa, esr }), { tree: sampleTree(overlay) }).remedies
}

const texts = (remedy: Remedy | undefined): readonly string[] => remedy?.pieces.map(({ text }) => text) ?? []
const byId = (list: readonly Remedy[], id: Remedy["id"]) => list.find((remedy) => remedy.id === id)

test("the overlay compiles with the tree and disables the node, by label or by path", () => {
  for (const [ipa, path] of [
    [0x30280000, "/soc/watchdog@280000"],
    [0x30290014, "/soc/odd@290010"],
  ] as const) {
    const overlay = texts(byId(remedies(ipa), "disable-node"))[0] ?? ""
    const node = findByPath(sampleTree(overlay), path)
    assert.ok(node)
    assert.is(disabledBy(node)?.path, path)
  }
})

test("once the node is disabled that way out is gone, and the report says so", () => {
  const overlay = texts(byId(remedies(0x30280000), "disable-node"))[0] ?? ""
  const after = faultReport(sampleFault(), { tree: sampleTree(overlay) })
  assert.is(after.device?.disabledBy, "/soc/watchdog@280000")
  assert.is(byId(after.remedies, "disable-node"), undefined)
  assert.equal(after.device?.laterPlaces, ["guest.dts:1:1"])
})

test("registers are mapped in whole pages, and who else lives there is told", () => {
  const map = byId(remedies(0x30290014), "map")
  assert.equal(texts(map), [
    '<memory_region name="odd_30290000" size="0x1000" phys_addr="0x3029_0000" />\n' +
      '<memory_region name="odd_302a0000" size="0x2000" phys_addr="0x302a_0000" />',
    '<map mr="odd_30290000" vaddr="0x3029_0000" perms="rw" cached="false" />\n' +
      '<map mr="odd_302a0000" vaddr="0x302a_0000" perms="rw" cached="false" />',
    '<irq irq="36" id="1" trigger="edge" />\n<irq irq="37" id="2" />',
  ])
  assert.equal(map?.notes, ["The same pages hold registers of /soc/wire@290020."])
})

test("an interrupt gets an id that is free, and a PPI is not handed out", () => {
  const report = faultReport(sampleFault({ ipa: 0x30290014 }), { tree: sampleTree(), usedIds: [2, 1, 4] })
  assert.is(
    texts(byId(report.remedies, "map"))[2],
    '<irq irq="36" id="3" trigger="edge" />\n<irq irq="37" id="5" />',
  )
})

test("a driver that is not known is to be looked for", () => {
  const [text] = texts(byId(remedies(0x30290014), "driver"))
  assert.is(text, `grep -rlF '"example,odd"' drivers/ sound/ arch/arm64/`)
})

test("a node without compatible has no driver, and one without interrupts no irq", () => {
  const list = remedies(0x30290024)
  assert.equal(
    list.map(({ id }) => id),
    ["map"],
  )
  assert.is(list[0]?.pieces.length, 2)
})

test("a window of a bus is not taken away, but its page can be mapped", () => {
  const report = faultReport(sampleFault({ ipa: 0x30500004 }), { tree: sampleTree() })
  assert.is(report.device?.kind, "window")
  assert.is(report.device?.path, "/soc")
  assert.equal(
    report.remedies.map(({ id }) => id),
    ["map"],
  )
  assert.is(
    texts(report.remedies[0])[0],
    '<memory_region name="soc_30500000" size="0x1000" phys_addr="0x3050_0000" />',
  )
})

test("RAM that the tree promises and the system does not give is told as such", () => {
  const list = remedies(0x48000000)
  assert.equal(
    list.map(({ id }) => id),
    ["memory"],
  )
  assert.match(list[0]?.title ?? "", "reg of /memory@40000000 (board.dts:7:2) agree")
})

test("a page that is mapped without the right needs the right", () => {
  assert.equal(
    remedies(0x30280008, "", 0x9381004f).map(({ id }) => id),
    ["permission"],
  )
})

test("the text shows a disabled device, a bus's window and the guest's RAM as what they are", () => {
  const shown = (ipa: number, overlay = "") =>
    renderFaultReport(faultReport(sampleFault({ ipa }), { tree: sampleTree(overlay) }))
  assert.match(
    shown(0x30290024),
    `  device       /soc/wire@290020
               at board.dts:37:3
               reg 0x30290020 to 0x3029002f, offset 0x4
               disabled
The way out:
  1. The guest shall have the device`,
  )
  assert.match(
    shown(0x30280004, '/ { soc { status = "disabled"; }; };'),
    `               reg 0x30280000 to 0x3028ffff, offset 0x4
               disabled by /soc
`,
  )
  assert.match(
    shown(0x30500004),
    `  device       /soc
               at board.dts:12:2
               compatible "simple-bus"
               no node below it owns this address; its window 0x30000000 to 0x30ffffff, offset 0x500004
`,
  )
  assert.match(shown(0x48000000), "               RAM 0x40000000 to 0x4fffffff, offset 0x8000000\n")
  assert.match(shown(0x30290014), "         The same pages hold registers of /soc/wire@290020.".trimStart())
})

test("an address that nobody owns has no way out", () => {
  const report = faultReport(sampleFault({ ipa: 0x1000 }), { tree: sampleTree() })
  assert.is(report.unowned, true)
  assert.equal(report.remedies, [])
})

test.run()
