// SPDX-License-Identifier: BSD-2-Clause
//
// Slips of words, of cells and of whole files: the finding names the cause alone, at its line, and its fix mends it.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { afterFix, BOARD, codesOf, findingOf, GUEST, OVERLAY, SYSTEM, type Texts } from "./testing.ts"

const test = suite("agreement of words")

function put(text: string, ...changes: readonly (readonly [find: string, put: string])[]): string {
  return changes.reduce((all, [find, to]) => {
    if (!all.includes(find)) throw new Error(`nothing reads ${find}`)
    return all.replace(find, to)
  }, text)
}

type Changes = readonly (readonly [string, string])[]
const board = (...changes: Changes): Texts => ({ board: put(BOARD, ...changes) })
const guest = (...changes: Changes): Texts => ({ guest: put(GUEST, ...changes) })
const overlay = (text: string): Texts => ({ overlay: `${OVERLAY}${text}` })

const RTC_ON = ['interrupts = <0 2 4>;\n\t\tstatus = "disabled";', "interrupts = <0 2 4>;"] as const
const CPU1 =
  '/ { cpus { cpu@1 { device_type = "cpu"; compatible = "arm,cortex-a53"; reg = <1>; enable-method = "psci"; }; }; };\n'
const TWO = put(SYSTEM, ['<vcpu id="0" />', '<vcpu id="0" cpu="0" /><vcpu id="1" cpu="1" />'])
const two = (text: string, more: Texts = {}): Texts => ({ system: TWO, ...overlay(text), ...more })
const SUPPLY =
  '\tbuck: regulator { compatible = "regulator-fixed"; status = "disabled"; };\n\tuart0: serial@9000000 {'
const PINS = [
  'compatible = "acme,pins";',
  'compatible = "acme,pins"; interrupt-controller; #interrupt-cells = <2>;',
] as const
const SD_ON = [
  'interrupts = <0 3 4>;\n\t\tclocks = <&ccm 5>;\n\t\tstatus = "disabled";',
  "interrupts = <0 3 4>;\n\t\tclocks = <&ccm 5>;",
] as const
const BUS =
  '\tbus@a000000 { compatible = "simple-bus"; #address-cells = <2>; #size-cells = <2>; ranges;\n' +
  '\t\tleds@a000000 { compatible = "acme,leds"; reg = <0x0 0xa000000 0x0 0x1000>; };\n\t};\n'

const CASES: ReadonlyArray<readonly [string, Texts, readonly string[]]> = [
  [
    "a status with a slip in its name",
    { ...board(RTC_ON), ...overlay('/ { rtc@9010000 { staus = "disabled"; }; };\n') },
    ["warning property-misspelt overlay.dts:6"],
  ],
  [
    "interrupts with a letter less",
    board(["interrupts = <0 1 4>", "interrupt = <0 1 4>"]),
    ["error interrupts-misspelt board.dts:38"],
  ],
  [
    "an enable-method with an underscore",
    two(CPU1.replace("enable-method", "enable_method")),
    ["warning property-misspelt overlay.dts:6"],
  ],
  [
    "two names in one string",
    board(['"arm,pl011", "arm,primecell"', '"arm,pl011 arm,primecell"']),
    ["error compatible-joined board.dts:36"],
  ],
  [
    "a CPU with an underscore",
    board(['"arm,cortex-a53"', '"arm,cortex_a53"']),
    ["warning cpu-compatible board.dts:11"],
  ],
  [
    "a reg with the cells of another bus",
    {
      ...board(["reg = <0x0 0x9000000 0x0 0x1000>", "reg = <0x9000000 0x1000 0x9001000 0x1000>"]),
      system: put(SYSTEM, ['name="uart" size="0x1000"', 'name="uart" size="0x2000"']),
    },
    ["error reg-cells board.dts:37"],
  ],
  [
    "an alias to a node that there is not",
    board(["serial0 = &uart0", 'serial0 = "/uart@9000000"'], ['"/serial@9000000"', '"serial0:115200n8"']),
    ["warning stdout-path-unknown board.dts:6"],
  ],
  [
    "earlycon with an @",
    guest(["pl011,0x9000000", "pl011@0x9000000"]),
    ["warning earlycon-form guest.json:3"],
  ],
  [
    "earlycon without a name",
    guest(["earlycon=pl011,0x9000000", "earlycon=0x9000000"]),
    ["warning earlycon-form guest.json:3"],
  ],
  [
    "two vCPUs and nosmp",
    two(CPU1, guest(["console=ttyAMA0", "nosmp console=ttyAMA0"])),
    ["warning vcpus-held-back guest.json:3"],
  ],
  [
    "a cpu node without device_type among others",
    two(CPU1.replace('device_type = "cpu"; ', "")),
    ["warning cpu-nodes-too-few overlay.dts:6"],
  ],
  [
    "a cpu node that is disabled among others",
    two(CPU1.replace("reg = <1>;", 'reg = <1>; status = "disabled";')),
    ["warning cpu-nodes-too-few overlay.dts:6"],
  ],
  [
    "two vCPUs on one core beside an idle one",
    {
      ...board([
        "\t};\n\tmemory@",
        CPU1.slice(CPU1.indexOf("cpu@1"), CPU1.indexOf(" }; };")) + " };\n\t};\n\tmemory@",
      ]),
      system: put(TWO, ['cpu="1"', 'cpu="0"']),
    },
    ["warning vcpus-share-core ex.system:11"],
  ],
  [
    "GICV over the distributor",
    { system: put(SYSTEM, ['vaddr="0x801_0000"', 'vaddr="0x800_0000"']) },
    ["error gic-cpu-interface-place ex.system:16"],
  ],
  [
    "a bus of the overlay with a digit wrong",
    {
      board: put(BOARD, ["\trtc: rtc@9010000 {", `${BUS}\trtc: rtc@9010000 {`]),
      ...overlay('/ { bus@a00000 { leds@a000000 { status = "disabled"; }; }; };\n'),
    },
    ["warning overlay-bus-new overlay.dts:6"],
  ],
  [
    "registers of the console, and where they are left out",
    { system: put(SYSTEM, [' phys_addr="0x900_0000"', ""]) },
    ["error region-without-place ex.system:3"],
  ],
  [
    "registers of a clock controller, and where they are left out",
    { system: put(SYSTEM, [' phys_addr="0x910_0000"', ""]) },
    ["error region-without-place ex.system:4"],
  ],
  [
    "the virtual CPU interface, and where it is left out",
    { system: put(SYSTEM, [' phys_addr="0x804_0000"', ""]) },
    ["error gic-cpu-interface-physical ex.system:6"],
  ],
  [
    "two maps in each other's place, as the names of their regions tell",
    {
      system: put(
        SYSTEM,
        ['mr="ccm" vaddr="0x910_0000"', 'mr="ccm" vaddr="0x920_0000"'],
        ['mr="pins" vaddr="0x920_0000"', 'mr="pins" vaddr="0x910_0000"'],
      ),
    },
    ["error device-mapped-elsewhere ex.system:14", "error device-mapped-elsewhere ex.system:15"],
  ],
  [
    "a node deleted by its label",
    { ...board(RTC_ON), ...overlay("/ { /delete-node/ rtc; };\n") },
    ["warning deletes-nothing overlay.dts:6"],
  ],
  [
    "cpu nodes beside /cpus",
    two(CPU1.replace("cpus { ", "").replace("}; }; };", "}; };")),
    ["error cpu-outside-cpus overlay.dts:6"],
  ],
  [
    "a console of a hypervisor that there is not",
    guest(["console=ttyAMA0", "console=hvc0"]),
    ["error console-wrong-name guest.json:3"],
  ],
  [
    "numbers with their lower halves first",
    { overlay: OVERLAY.replace("<0x0 0x40000000 0x0 0x10000000>", "<0x40000000 0x0 0x10000000 0x0>") },
    ["error reg-cells overlay.dts:3"],
  ],
  [
    "an alias with a digit less",
    board(["aliases { serial0 = &uart0; };", 'aliases { rtc0 = "/rtc@901000"; };']),
    ["warning alias-dangling board.dts:6"],
  ],
  [
    "a property deleted that nobody has",
    { overlay: `${OVERLAY}&uart0 { /delete-property/ pinctrl-O; };\n` },
    ["warning deletes-no-property overlay.dts:6"],
  ],
  [
    "a node of the root with a letter more",
    board(["chosen { stdout-path", "choosen { stdout-path"]),
    ["warning root-node-name board.dts:7"],
  ],
  [
    "a clock that is nearly compatible",
    board(['"fixed-clock"', '"fixed-clk"']),
    ["error compatible-misspelt board.dts:16"],
  ],
  [
    "a package's kernel without a header",
    guest(['"Image"', '"flat:debian:linux-image-arm64", "ramdisk": ["debian:busybox-static"]']),
    ["error kernel-flat-package guest.json:2"],
  ],
  [
    "an early console without its address",
    guest(["earlycon=pl011,0x9000000", "earlycon=pl011"]),
    ["warning earlycon-form guest.json:3"],
  ],
  [
    "a function of the blacklist with a letter less",
    guest(["console=ttyAMA0", "console=ttyAMA0 initcall_blacklist=msm_serial_int"]),
    ["warning blacklist-unknown guest.json:3"],
  ],
  [
    "stdout-path at a port that the guest is not given, beside console=",
    {
      overlay:
        `${OVERLAY}/ { serial@9040000 { compatible = "acme,uart"; reg = <0x0 0x9040000 0x0 0x1000>; }; ` +
        'chosen { stdout-path = "/serial@9040000"; }; };\n',
    },
    ["warning device-not-mapped overlay.dts:6"],
  ],
  [
    "blanks around an equals sign",
    guest(["console=ttyAMA0", "console = ttyAMA0"]),
    ["error blank-around-equals guest.json:3"],
  ],
  [
    "two words without a blank between them",
    guest(["ttyAMA0 earlycon", "ttyAMA0earlycon"]),
    ["error blank-missing guest.json:3"],
  ],
  [
    "a console without interrupts",
    board(["interrupts = <0 1 4>;\n", "\n"]),
    ["error console-no-interrupts board.dts:35"],
  ],
  [
    "a PrimeCell without clocks",
    board(["clocks = <&ccm 4>; clock-names", "clock-names"]),
    ["error clock-names board.dts:39"],
  ],
  [
    "a supply out of a regulator that is disabled",
    board(["\tuart0: serial@9000000 {", `${SUPPLY} vcc-supply = <&buck>;`]),
    ["warning supply-disabled board.dts:36"],
  ],
]

for (const [name, texts, expected] of CASES) {
  test(`${name}: ${expected.join(", ")}`, () => {
    assert.equal(codesOf(texts), expected)
    const code = expected[0]?.split(" ")[1] ?? ""
    if (code !== "irq-of-no-device") assert.equal(codesOf(afterFix(texts, code)), [], "left after the fix")
  })
}

test("an interrupt-parent above all with fewer cells is told once", () => {
  const texts = board(["interrupt-parent = <&gic>", "interrupt-parent = <&pins>"], PINS, RTC_ON, SD_ON)
  const codes = codesOf(texts).filter((one) => !one.includes("not-mapped"))
  assert.equal(codes, ["error interrupt-parent-kind board.dts:5"])
  const after = codesOf(afterFix(texts, "interrupt-parent-kind"))
  assert.ok(!after.some((one) => one.includes("interrupt")), after.join())
})

test("a bus whose ranges end before its devices", () => {
  const soc = (ranges: string, reg: string): Texts =>
    board([
      "\trtc: rtc@9010000 {",
      `\tbus@a000000 { compatible = "simple-bus"; #address-cells = <1>; #size-cells = <1>; ranges = <${ranges}>;\n` +
        `\t\ta@a000000 { compatible = "acme,a"; reg = <0xa000000 0x1000>; };\n` +
        `\t\tb@a200000 { compatible = "acme,b"; reg = <${reg} 0x1000>; };\n\t};\n\trtc: rtc@9010000 {`,
    ])
  const all = soc("0xa000000 0x0 0xa000000 0x400000", "0xa200000")
  assert.ok(!codesOf(all).some((one) => one.includes("bus-ranges-short")))
  const reg = soc("0xa000000 0x0 0xa000000 0x400000", "0xb200000")
  const region = '<memory_region name="b" size="0x1000" phys_addr="0xa20_0000" />'
  const system = put(SYSTEM, ["    <protection_domain", `    ${region}\n    <protection_domain`])
  assert.ok(!codesOf(reg).some((one) => one.includes("bus-ranges-short")), "nobody wants it")
  assert.equal(
    codesOf({ ...reg, system }).filter((one) => one.includes("bus")),
    ["warning bus-ranges-short board.dts:44"],
  )
  const bus = soc("0xc000000 0x0 0xc000000 0x400000", "0xa200000")
  assert.equal(
    codesOf(bus).filter((one) => !one.includes("not-mapped")),
    ["warning bus-ranges-short board.dts:42"],
  )
  const short = { ...soc("0xa000000 0x0 0xa000000 0x100000", "0xa200000"), system }
  assert.equal(
    codesOf(short).filter((one) => one.includes("bus")),
    ["warning bus-ranges-short board.dts:42"],
    "address and region say the same: the bus is wrong",
  )
  assert.ok(!codesOf(afterFix(short, "bus-ranges-short")).some((one) => one.includes("bus")))
  const two = "0xa000000 0x0 0xa000000 0x100000 0xa300000 0x0 0xb000000 0x100000"
  const [fix] = findingOf({ ...soc(two, "0xa200000"), system }, "bus-ranges-short").fixes ?? []
  assert.match(fix?.edits[0]?.text ?? "", "0x201000 0xa300000", "no further than the next entry")
})

test("words of other bindings are no slips", () => {
  const names = ["states", "reg-names", "pinctrl-1", "reset", "acme,status", "reset-names", "ports"]
  const text = names.map((name) => `${name} = <1>;`).join(" ")
  assert.equal(codesOf(overlay(`/ { serial@9000000 { ${text} }; };\n`)), [])
})

test("a pinned pair on a board without an idle core, and what is not pinned, share on purpose", () => {
  assert.equal(codesOf({ ...two(CPU1), system: put(TWO, ['cpu="1"', 'cpu="0"']) }), [])
})

test("a list that names a node of another kind is told where it is written", () => {
  const texts = board(
    ["clocks = <&ccm 4>; clock-names", "clocks = <&gic 4>; clock-names"],
    ['compatible = "acme,rtc";', 'compatible = "acme,rtc"; clocks = <&ccm 1>;'],
  )
  assert.equal(codesOf(texts), ["error provider-cells board.dts:39"])
  assert.match(findingOf(texts, "provider-cells").message, /refers to 'interrupt-controller@8000000'/)
})

test("a kernel of no kind is told alone: what it needs nobody knows", () => {
  const wrong = { message: 'the magic "ARM\\x64" is missing', remedy: "give an Image" }
  const texts: Texts = {
    images: { wrong },
    system: put(
      SYSTEM,
      ['            <map mr="gicv" vaddr="0x801_0000" perms="rw" cached="false" />\n', ""],
      ['    <memory_region name="gicv" size="0x1000" phys_addr="0x804_0000" />\n', ""],
    ),
  }
  assert.ok(!codesOf(texts).some((one) => one.startsWith("error") && !one.includes("kernel-unusable")))
})

test("a system file of another board is told first", () => {
  const system = put(
    SYSTEM,
    ['phys_addr="0x900_0000"', 'phys_addr="0x3086_0000"'],
    ['phys_addr="0x910_0000"', 'phys_addr="0x3038_0000"'],
    ['phys_addr="0x920_0000"', 'phys_addr="0x3033_0000"'],
    ['phys_addr="0x804_0000"', 'phys_addr="0x3102_0000"'],
  )
  assert.is(codesOf({ system })[0], "error system-of-another-board ex.system:3")
  const one = put(SYSTEM, ['phys_addr="0x900_0000"', 'phys_addr="0x3086_0000"'])
  assert.ok(!codesOf({ system: one }).some((code) => code.includes("another-board")))
})

test.run()
