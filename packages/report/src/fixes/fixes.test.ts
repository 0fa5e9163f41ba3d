// SPDX-License-Identifier: BSD-2-Clause
//
// Ways out of faults: which comes first, that their edits apply, and that an overlay does what it promises.

import { applyEdits, type Fix } from "@vmm/diagnostic"
import { disabledBy, findByPath } from "@vmm/devicetree"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { NO_SYSTEM, type SystemFacts } from "../example.ts"
import { faultReport } from "../fault/fault-report.ts"
import { renderFaultReport } from "../fault/render-fault.ts"
import { sampleFault, sampleTree } from "../testing.ts"

const test = suite("report: fixes")

const SYSTEM_TEXT = `<system>
    <!-- <memory_region name="not this" /> -->
    <memory_region name="ram" size="0x800_0000" />
    <memory_region name="wdog" size="0x1_0000" phys_addr="0x3028_0000" /> <!-- watchdog -->
    <protection_domain name="vmm" priority="100">
        <virtual_machine name="linux">
            <vcpu id="0" />
            <map mr="ram" vaddr="0x4000_0000" perms="rwx" />
        </virtual_machine>
    </protection_domain>
</system>
`
const EXAMPLE = {
  system: { file: "a.system", text: SYSTEM_TEXT },
  overlays: [{ file: "guest.dts", text: "/ { };\n" }],
  guest: { file: "guest.json", text: '{\n  "kernel": "Image"\n}\n' },
}
const RAM = { name: "ram", physAddr: 0x50000000, size: 0x8000000 }
const WDOG = { name: "wdog", physAddr: 0x30280000, size: 0x10000 }
const SYSTEM: SystemFacts = {
  ...NO_SYSTEM,
  regions: [RAM],
  maps: [{ region: "ram", vaddr: 0x40000000, perms: "rwx" }],
  ram: [{ gpa: 0x40000000, size: 0x8000000 }],
}
const SOURCES = new Map(
  [EXAMPLE.system, ...EXAMPLE.overlays, EXAMPLE.guest].map(({ file, text }) => [file, text]),
)

interface Change {
  readonly overlay?: string
  readonly system?: SystemFacts
  readonly esr?: number
  readonly commandLine?: string
  readonly linux?: boolean
}

function report(
  ipa: number,
  { overlay = "", system = SYSTEM, esr = 0x93810046, commandLine = "", linux = true }: Change = {},
) {
  const tree = sampleTree(overlay)
  return faultReport(sampleFault({ ipa, esr }), { tree, system, example: EXAMPLE, commandLine, linux })
}

const ids = (fixes: readonly Fix[]) => fixes.map(({ id }) => id)
const find = (fixes: readonly Fix[], id: string): Fix => {
  const found = fixes.find((fix) => fix.id === id)
  if (found === undefined) throw new Error(`no fix ${id}`)
  return found
}

/** A file after the edits of a fix. */
function after(fix: Fix, file: string): string {
  const applied = applyEdits(SOURCES, fix.edits)
  if (applied.ok === undefined) throw new Error(applied.problem)
  return applied.ok.get(file) ?? ""
}

test("the overlay compiles with the tree and disables the node, by label or by path", () => {
  for (const [ipa, path] of [
    [0x30280000, "/soc/watchdog@280000"],
    [0x30290014, "/soc/odd@290010"],
  ] as const) {
    const tree = sampleTree(after(find(report(ipa).fixes, "disable"), "guest.dts"))
    const node = findByPath(tree, path)
    assert.ok(node)
    assert.is(disabledBy(node)?.path, path)
  }
})

test("a node that is disabled already is not disabled again", () => {
  const { fixes, device } = report(0x30280000, { overlay: '&wdog1 { status = "disabled"; };' })
  assert.is(device?.disabledBy, "/soc/watchdog@280000")
  assert.equal(ids(fixes), ["passthrough", "driver"])
  const passed = after(find(fixes, "passthrough"), "guest.dts")
  assert.match(passed, '&wdog1 {\n\tstatus = "okay";\n};')
})

test("a program of the guest that has the registers mapped is no driver", () => {
  const { registers } = sampleFault()
  const fault = sampleFault({ registers: { ...registers, spsr: 0n } })
  const found = faultReport(fault, { tree: sampleTree(), system: SYSTEM, example: EXAMPLE })
  assert.equal(ids(found.fixes), ["disable", "passthrough"])
  assert.is(found.driver, undefined)
  assert.match(renderFaultReport(found, { example: EXAMPLE }), "a program of the guest (EL0)")
})

test("a guest that is not Linux has no driver of Linux to leave out", () => {
  assert.equal(ids(report(0x30280008, { linux: false }).fixes), ["disable", "passthrough"])
})

test("an access a little below RAM is told as one", () => {
  assert.match(report(0x3fff_fff0).summary, '0x10 bytes below the start of its RAM "ram"')
})

test("registers are mapped in whole pages, interrupts follow, and who else lives there is told", () => {
  const fix = find(report(0x30290014).fixes, "passthrough")
  const text = after(fix, "a.system")
  for (const line of [
    '    <memory_region name="odd_30290000" size="0x1000" phys_addr="0x3029_0000" />\n',
    '    <memory_region name="odd_302a0000" size="0x2000" phys_addr="0x302a_0000" />\n',
    '            <map mr="odd_30290000" vaddr="0x3029_0000" perms="rw" cached="false" />\n',
    '        <irq irq="36" id="1" trigger="edge" />\n        <irq irq="37" id="2" />\n    </protection_domain>',
  ]) {
    assert.ok(text.includes(line), line)
  }
  assert.equal(fix.notes, ["The same pages hold registers of /soc/wire@290020."])
  assert.match(text, '<!-- watchdog -->\n    <memory_region name="odd')
})

test("a region that is there is mapped and not made again, and that comes first", () => {
  const { fixes } = report(0x30280008, { system: { ...SYSTEM, regions: [RAM, WDOG] } })
  assert.equal(ids(fixes), ["passthrough", "disable", "driver"])
  const text = after(find(fixes, "passthrough"), "a.system")
  assert.match(text, '            <map mr="wdog" vaddr="0x3028_0000" perms="rw" cached="false" />\n')
  assert.is(text.match(/<memory_region/g)?.length, 3)
})

test("a device that another machine has is not given away first", () => {
  const held = [{ region: "wdog", holder: "other" }]
  const { fixes } = report(0x30280008, { system: { ...SYSTEM, regions: [RAM, WDOG], held } })
  assert.equal(ids(fixes), ["disable", "driver", "passthrough"])
  assert.match(find(fixes, "passthrough").notes.join(), "other has memory region")
})

test("a map at another address than the tree's is moved", () => {
  const maps = [...SYSTEM.maps, { region: "ram", vaddr: 0x31280000, perms: "rw" }]
  const system = { ...SYSTEM, regions: [{ ...RAM, physAddr: 0x30280000 }], maps: maps.slice(1) }
  const [first] = report(0x30280008, { system }).fixes
  assert.is(first?.id, "passthrough")
  assert.match(first === undefined ? "" : after(first, "a.system"), '<map mr="ram" vaddr="0x3028_0000"')
})

test("an enabled device that was given and needs the one that was not brings passthrough to the front", () => {
  const overlay = "&wdog1 { #clock-cells = <0>; }; &{/soc/odd@290010} { clocks = <&wdog1>; };"
  const odd = { name: "odd", physAddr: 0x30290000, size: 0x1000 }
  const maps = [...SYSTEM.maps, { region: "odd", vaddr: 0x30290000, perms: "rw" }]
  const { fixes, referredBy } = report(0x30280008, {
    overlay,
    system: { ...SYSTEM, regions: [RAM, odd], maps },
  })
  assert.equal(ids(fixes), ["passthrough", "disable", "driver"])
  assert.match(find(fixes, "disable").notes.join(), "Warning: odd@290010 cannot do without it")
  assert.equal(
    referredBy.map(({ path, property }) => [path, property]),
    [["/soc/odd@290010", "clocks"]],
  )
})

test("what a device drags in comes with it, disabled nodes excepted", () => {
  const overlay = "&wdog1 { #clock-cells = <0>; }; &{/soc/odd@290010} { clocks = <&wdog1>; };"
  const fix = find(report(0x30290014, { overlay }).fixes, "passthrough")
  assert.match(after(fix, "a.system"), '<map mr="watchdog_30280000"')
  assert.match(
    fix.notes[0] ?? "",
    "With it comes /soc/watchdog@280000, which /soc/odd@290010 names in clocks.",
  )
  const off = find(
    report(0x30290014, { overlay: `${overlay} &wdog1 { status = "disabled"; };` }).fixes,
    "passthrough",
  )
  assert.not.match(after(off, "a.system"), "watchdog_30280000")
})

test("RAM that the tree promises and the system does not give makes the node smaller", () => {
  const { code, fixes } = report(0x48000000)
  assert.is(code, "ram-not-given")
  const tree = sampleTree(after(find(fixes, "memory"), "guest.dts"))
  const reg = findByPath(tree, "/memory@40000000")?.properties.get("reg")?.value
  assert.equal([...(reg ?? [])], [0x40, 0, 0, 0, 0x08, 0, 0, 0])
})

test("a page that is mapped without the right gets the right", () => {
  const maps = [{ region: "ram", vaddr: 0x40000000, perms: "r" }]
  const { code, fixes } = report(0x40000008, { system: { ...SYSTEM, maps }, esr: 0x9381004f })
  assert.is(code, "no-permission")
  assert.match(after(find(fixes, "permission"), "a.system"), '<map mr="ram" vaddr="0x4000_0000" perms="rw"')
})

test("a window of a bus is not taken away, but its page can be mapped", () => {
  const { device, fixes } = report(0x30500004)
  assert.equal([device?.kind, device?.path, ids(fixes)], ["window", "/soc", ["passthrough"]])
  assert.match(after(find(fixes, "passthrough"), "a.system"), 'name="soc_30500000" size="0x1000"')
})

test("an early console at a wrong address is told and corrected", () => {
  const overlay = '/ { chosen { stdout-path = "/soc/watchdog@280000"; }; };'
  const guest = { file: "guest.json", text: '{ "cmdline": "earlycon=pl011,0x30290000 quiet" }\n' }
  const maps = [...SYSTEM.maps, { region: "wdog", vaddr: 0x30280000, perms: "rw" }]
  const { code, fixes } = faultReport(sampleFault({ ipa: 0x30290018 }), {
    tree: sampleTree(overlay),
    system: { ...SYSTEM, regions: [RAM, WDOG], maps },
    example: { ...EXAMPLE, guest },
    commandLine: "earlycon=pl011,0x30290000 quiet",
  })
  assert.is(code, "earlycon-address")
  const applied = applyEdits(new Map([["guest.json", guest.text]]), fixes[0]?.edits ?? [])
  assert.match(applied.ok?.get("guest.json") ?? "", "earlycon=pl011,0x30280000 quiet")
})

test("a device of the board that the guest's tree lost is named, and can be given", () => {
  const fault = sampleFault({ ipa: 0x30280008 })
  const context = {
    tree: sampleTree("/delete-node/ &wdog1;"),
    board: sampleTree(),
    system: SYSTEM,
    example: EXAMPLE,
  }
  const { code, summary, device, fixes } = faultReport(fault, context)
  assert.is(code, "no-device")
  assert.match(
    summary,
    "wrote 4 bytes to `watchdog@280000` (fsl,imx8mq-wdt) of the board at 0x30280008, which",
  )
  assert.is(device?.path, "/soc/watchdog@280000")
  assert.is(fixes[0]?.id, "passthrough")
  assert.not.ok(ids(fixes).includes("disable"))
  assert.match(after(find(fixes, "passthrough"), "a.system"), 'vaddr="0x3028_0000" perms="rw" cached="false"')
})

test("an address that nobody owns has no way out without an initcall", () => {
  const { unowned, fixes, code } = report(0x1000)
  assert.equal([unowned, fixes, code], [true, [], "no-device"])
})

test.run()
