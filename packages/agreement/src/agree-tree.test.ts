// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about the guest's device tree by itself, and about what drivers ask of it: each mistake, what is found, and
// what its first fix leaves.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { compileDts } from "@vmm/devicetree"

import { boardWithoutRam } from "./rules/memory/board-ram.ts"
import {
  afterFix,
  agreementFor,
  BOARD,
  codesOf,
  findingOf,
  GUEST,
  OVERLAY,
  SYSTEM,
  type Texts,
} from "./testing.ts"

const test = suite("agreement of trees")

function changed(text: string, find: string, put: string): string {
  if (text.split(find).length !== 2) throw new Error(`${find} is not there once`)
  return text.replace(find, put)
}
const board = (find: string, put: string): Texts => ({ board: changed(BOARD, find, put) })
const overlay = (text: string): Texts => ({ overlay: `${OVERLAY}${text}` })
const system = (find: string, put: string): Texts => ({ system: changed(SYSTEM, find, put) })
const command = (find: string, put: string): Texts => ({ guest: changed(GUEST, find, put) })
const on = (texts: Texts): Texts => ({
  ...texts,
  board: (texts.board ?? BOARD).replace(
    'interrupts = <0 2 4>;\n\t\tstatus = "disabled";',
    "interrupts = <0 2 4>;",
  ),
})

/** The change, what is found, and codes that the first fix of the first leaves. */
const CASES: ReadonlyArray<readonly [string, Texts, readonly string[], (readonly string[])?]> = [
  [
    "a node of the overlay under another name",
    on(overlay('/ { clock@9010000 { status = "disabled"; }; };\n')),
    ["warning overlay-node-new overlay.dts:6"],
  ],
  [
    "a node of the overlay at another place",
    on(overlay('/ { soc { rtc@9010000 { status = "disabled"; }; }; };\n')),
    ["warning overlay-node-new overlay.dts:6"],
  ],
  [
    "a fragment for a boot loader",
    overlay('/ { fragment@0 { target = <&rtc>; __overlay__ { status = "okay"; }; }; };\n'),
    ["error overlay-fragment overlay.dts:6"],
    ["device-not-mapped"],
  ],
  [
    "a property that a block of an overlay gives twice",
    overlay('&rtc { status = "disabled"; status = "okay"; };\n'),
    ["warning property-twice overlay.dts:6"],
  ],
  [
    "processors without #address-cells",
    board("\t\t#address-cells = <1>;\n\t\t#size-cells = <0>;\n", ""),
    ["error cells-missing board.dts:8"],
  ],
  [
    "processors without #size-cells",
    board("\t\t#size-cells = <0>;\n", ""),
    ["error cells-missing board.dts:8"],
  ],
  [
    "an overlay that makes the console another chip",
    overlay('&uart0 { compatible = "ns16550a"; };\n'),
    ["error overlay-compatible overlay.dts:6"],
  ],
  [
    "an overlay that makes the console another chip of the same bus",
    overlay('&uart0 { compatible = "arm,sp805", "arm,primecell"; };\n'),
    ["error overlay-compatible overlay.dts:6"],
  ],
  [
    "an overlay that takes from a controller what says that it is one",
    overlay("&gic { /delete-property/ interrupt-controller; };\n"),
    ["error interrupt-controller-lacks overlay.dts:6"],
  ],
  [
    "a comment that goes on into the next",
    overlay('/* The clock.\n&rtc { status = "disabled"; };\n/* Nothing more. */\n'),
    ["warning comment-open overlay.dts:6"],
  ],
  [
    "an overlay that moves the console",
    overlay("&uart0 { reg = <0x0 0x9300000 0x0 0x1000>; };\n"),
    ["error device-mapped-elsewhere overlay.dts:6"],
  ],
  [
    "a fragment whose __overlay__ is misspelt",
    overlay('&{/} { fragment@0 { target-path = "/rtc@9010000"; __overlay_ { status = "disabled"; }; }; };\n'),
    ["error overlay-fragment overlay.dts:6"],
  ],
  [
    "a status that there is none of",
    overlay('&ccm { status = "enabled"; };\n'),
    ["warning status-unknown overlay.dts:6", "error dependency-disabled overlay.dts:6"],
  ],
  [
    "reserved memory with cells of its own",
    overlay(
      "/ { reserved-memory { #address-cells = <1>; #size-cells = <1>; ranges; " +
        "b@48000000 { reg = <0 0x48000000 0 0x100000>; }; }; };\n",
    ),
    ["warning reserved-cells overlay.dts:6"],
  ],
  [
    "a memory node with too few cells",
    { overlay: changed(OVERLAY, "<0x0 0x40000000 0x0 0x10000000>", "<0x40000000 0x10000000>") },
    ["error reg-cells overlay.dts:3"],
  ],
  [
    "a cpu node with too few cells",
    board("cpus {\n\t\t#address-cells = <1>;", "cpus {\n\t\t#address-cells = <2>;"),
    ["error reg-cells board.dts:11"],
  ],
  [
    "an interrupt controller of the guest without its CPU interface",
    overlay("&gic { reg = <0x0 0x8000000 0x0 0x1000>; };\n"),
    ["error gic-reg-short overlay.dts:6"],
  ],
  [
    "an interrupt controller of the guest of another kind",
    overlay(
      '&gic { compatible = "arm,gic-v3"; ' +
        "reg = <0x0 0x8000000 0x0 0x10000>, <0x0 0x80a0000 0x0 0x20000>; };\n",
    ),
    ["error gic-version overlay.dts:6"],
  ],
  [
    "a memory node that is disabled",
    { overlay: changed(OVERLAY, "\t\treg", '\t\tstatus = "disabled";\n\t\treg') },
    ["error memory-node-missing overlay.dts:3"],
  ],
  [
    "a memory node without its type",
    { overlay: changed(OVERLAY, "\t\treg", "\t\t/delete-property/ device_type;\n\t\treg") },
    ["error memory-node-missing overlay.dts:2"],
  ],
  [
    "no interrupt-parent",
    board("\tinterrupt-parent = <&gic>;\n", ""),
    ["error interrupt-parent-missing board.dts:2"],
  ],
  [
    "an interrupt-parent that is none",
    board("interrupt-parent = <&gic>", "interrupt-parent = <&ccm>"),
    ["error interrupt-parent-wrong board.dts:5"],
  ],
  [
    "a controller without #interrupt-cells",
    board("\t\t#interrupt-cells = <3>;\n", ""),
    ["error interrupt-controller-lacks board.dts:17"],
  ],
  [
    "an interrupt without a trigger",
    board("interrupts = <0 1 4>", "interrupts = <0 1 0>"),
    ["warning interrupt-flags board.dts:38"],
  ],
  ["a number that is hexadecimal", system('irq="33"', 'irq="0x33"'), ["error irq-hexadecimal ex.system:18"]],
  [
    "a PrimeCell that does not say so",
    board('"arm,pl011", "arm,primecell"', '"arm,pl011"'),
    ["error primecell-missing board.dts:36"],
  ],
  [
    "a PrimeCell without a bus clock",
    board(' clock-names = "apb_pclk";', ""),
    ["error clock-names board.dts:39"],
  ],
  [
    "clocks with a cell too many",
    board("clocks = <&osc>;", "clocks = <&osc 0>;"),
    ["warning clocks-broken board.dts:28"],
  ],
  [
    "a fixed clock that is disabled",
    overlay('&{/oscillator} { status = "disabled"; };\n'),
    ["warning clock-disabled overlay.dts:6"],
  ],
  [
    "a psci node with a slip in its compatible",
    board('"arm,psci-1.0"', '"arm,pcsi-1.0"'),
    ["error psci-missing board.dts:14"],
  ],
  [
    "a timer with a slip in its compatible",
    board('"arm,armv8-timer"', '"arm,armv8-timers"'),
    ["error timer-missing board.dts:15"],
  ],
  [
    "no cpu node",
    board('cpu@0 { device_type = "cpu"; ', "cpu@0 { "),
    ["warning cpu-nodes-missing board.dts:11"],
  ],
  [
    "a cpu node of another number",
    board('compatible = "arm,cortex-a53"; reg = <0>;', 'compatible = "arm,cortex-a53"; reg = <1>;'),
    ["warning cpu-reg board.dts:11"],
  ],
  [
    "two cpu nodes of one number",
    {
      ...board("cpu@0 {", 'cpu@1 { device_type = "cpu"; reg = <0>; enable-method = "psci"; };\n\t\tcpu@0 {'),
      ...system('<vcpu id="0" />', '<vcpu id="0" /><vcpu id="1" />'),
    },
    ["error cpu-reg board.dts:11"],
  ],
  ["a cpu node without a number", board(" reg = <0>;", ""), ["error cpu-reg board.dts:11"]],
  [
    "no CPU to boot on",
    board('compatible = "arm,cortex-a53"; reg = <0>;', 'compatible = "arm,cortex-a53"; reg = <0x100>;'),
    ["warning cpu-reg board.dts:11"],
  ],
  [
    "the CPU to boot on disabled",
    {
      ...board("cpu@0 {", 'cpu@1 { device_type = "cpu"; reg = <1>; enable-method = "psci"; };\n\t\tcpu@0 {'),
      ...overlay('&{/cpus/cpu@0} { status = "disabled"; };\n'),
      ...command("ttyAMA0", "ttyAMA0 maxcpus=1"),
    },
    ["warning cpu-boot-missing overlay.dts:6"],
  ],
  ["a console without a number", command("ttyAMA0", "ttyAMA"), ["error console-wrong-name guest.json:3"]],
  ["a console as a file", command("ttyAMA0", "/dev/ttyAMA0"), ["error console-wrong-name guest.json:3"]],
  ["a console of two words", command("=ttyAMA0", "= ttyAMA0"), ["error console-wrong-name guest.json:3"]],
  ["a misspelt console=", command("console=", "consle="), ["warning command-line-word guest.json:3"]],
  [
    "stdout-path as a phandle",
    board('stdout-path = "/serial@9000000"', "stdout-path = <&uart0>"),
    ["warning stdout-path-unknown board.dts:7"],
  ],
  [
    "an interrupt-parent by a phandle that no node has",
    board("interrupt-parent = <&gic>", "interrupt-parent = <0x8001>"),
    ["error interrupt-parent-dangling board.dts:5"],
  ],
  [
    "specifiers of two cells for a GIC",
    board("#interrupt-cells = <3>", "#interrupt-cells = <2>"),
    ["error gic-cells board.dts:20"],
  ],
  [
    "a GICv2 that says it is a GICv3",
    board('"arm,gic-400"', '"arm,gic-v3"'),
    ["error gic-version-reg board.dts:18"],
  ],
  [
    "a device with a private interrupt",
    board("interrupts = <0 1 4>", "interrupts = <1 1 4>"),
    ["error interrupt-kind board.dts:38"],
  ],
  [
    "a reg that is not where the node's name and the .system file say",
    board("reg = <0x0 0x9000000 0x0 0x1000>", "reg = <0x0 0x900000 0x0 0x1000>"),
    ["error reg-not-unit board.dts:37"],
  ],
  [
    "an overlay with another frequency for the counter",
    overlay("/ { timer { clock-frequency = <24000000>; }; };\n"),
    ["warning clock-frequency overlay.dts:6"],
  ],
  [
    "an overlay with another frequency for an oscillator",
    overlay("&{/oscillator} { clock-frequency = <48000000>; };\n"),
    ["warning clock-frequency overlay.dts:6"],
  ],
  [
    "registers that lead into RAM",
    system('phys_addr="0x900_0000"', 'phys_addr="0x5000_0000"'),
    ["error device-maps-other ex.system:3"],
  ],
  [
    "fewer clocks than names",
    board(
      'clocks = <&ccm 4>; clock-names = "apb_pclk"',
      'clocks = <&ccm 4>; clock-names = "uart", "apb_pclk"',
    ),
    ["error fewer-than-names board.dts:39"],
  ],
  [
    "an SPI beyond the last, where one irq is left",
    board("interrupts = <0 1 4>", "interrupts = <0 1001 4>"),
    ["error interrupt-kind board.dts:38"],
  ],
  [
    "an INTID as a private interrupt's number",
    board("interrupts = <0 1 4>", "interrupts = <1 33 4>"),
    ["error interrupt-kind board.dts:38"],
  ],
]

for (const [name, texts, expected, left = []] of CASES) {
  test(`${name}: ${expected.join(", ")}`, () => {
    assert.equal([...codesOf(texts)].sort(), [...expected].sort())
    const code = expected[0]?.split(" ")[1] ?? ""
    const after = codesOf(afterFix(texts, code)).map((one) => one.split(" ")[1] ?? "")
    assert.equal(
      after.filter((one) => !left.includes(one)),
      [],
      "left after the fix",
    )
  })
}

test("a comment that shows a comment is left alone", () => {
  assert.equal(codesOf(overlay("/*\n * Comments are written /* so.\n */\n")), [])
})

test("a region that agrees with neither the name nor reg says nothing of which is wrong", () => {
  const texts: Texts = {
    board: BOARD.replace("reg = <0x0 0x9010000 ", "reg = <0x0 0x9018000 "),
  }
  assert.equal(codesOf(texts), [])
})

test("a board without RAM: its memory node, and what that lacks", () => {
  const look = (find: string, put: string) => {
    const given = agreementFor()
    const hardware = compileDts([{ file: "ex/board.dts", text: changed(BOARD, find, put) }])
    if (hardware._tag === "Left") throw new Error("the board does not compile")
    const sources = { ...given.sources, board: { ...given.sources.board, text: changed(BOARD, find, put) } }
    const { line, message, fixes = [] } = boardWithoutRam(hardware.right, sources)
    return [line, message, fixes.length]
  }
  const none = "the board's tree names no RAM"
  const type = 'device_type = "memory";'
  assert.equal(look(type, ""), [13, `${none}: /memory@40000000 has no device_type = "memory"`, 1])
  assert.equal(look(type, `${type} status = "disabled";`), [13, `${none}: /memory@40000000 is disabled`, 1])
})

test("what a driver lacks is told where an overlay deletes it, and left in", () => {
  const head = OVERLAY.replace(/\n$/, "")
  const cases = [
    ["&uart0 {\n\t/delete-property/ interrupts;\n};", "error console-no-interrupts overlay.dts:7"],
    [
      "/ { serial@9000000 {\n\t/* /delete-property/ clocks; */ /delete-property/ clocks;\n}; };",
      "error clock-names overlay.dts:7",
    ],
    ["&{/serial@9000000} {\n\t/delete-property/ clock-names;\n};", "error clock-names overlay.dts:7"],
  ] as const
  for (const [text, found] of cases) {
    const texts = { overlay: `${head}\n${text}\n` }
    assert.ok(codesOf(texts).includes(found), codesOf(texts).join(", "))
    const code = found.split(" ")[1] ?? ""
    assert.match(findingOf(texts, code).message, /since \/delete-property\/ takes/)
    assert.equal(codesOf(afterFix(texts, code)), [])
  }
})

test.run()
