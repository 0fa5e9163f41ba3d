// SPDX-License-Identifier: BSD-2-Clause
//
// What people write wrongly who bring a board up that nobody has a folder for: addresses of a bus, the wrong one of
// several ports, cells of another board's root, a second memory node. Each mistake, what is found, and what its first
// fix leaves.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import type { Images } from "./input.ts"
import { afterFix, BOARD, codesOf, findingOf, GUEST, OVERLAY, SYSTEM, type Texts } from "./testing.ts"

const test = suite("agreement of a new board")

function changed(text: string, ...swaps: readonly (readonly [string, string])[]): string {
  return swaps.reduce((all, [find, put]) => {
    if (!all.includes(find)) throw new Error(`${find} is not there`)
    return all.replaceAll(find, put)
  }, text)
}

/** The UART and the interrupt controller below a bus that counts from 0x8000000. */
const MOVED = changed(
  BOARD,
  [
    "\tgic: inter",
    "\tsoc { #address-cells = <1>; #size-cells = <1>; ranges = <0 0x0 0x8000000 0x2000000>;\n" +
      '\tcompatible = "simple-bus";\n\tgic: inter',
  ],
  ["reg = <0x0 0x8000000 0x0 0x1000>, <0x0 0x8010000 0x0 0x2000>,", "reg = <0 0x1000>, <0x10000 0x2000>,"],
  ["<0x0 0x8030000 0x0 0x2000>, <0x0 0x8040000 0x0 0x2000>", "<0x30000 0x2000>, <0x40000 0x2000>"],
  ["reg = <0x0 0x9000000 0x0 0x1000>;", "reg = <0x1000000 0x1000>;"],
  ["0x0 0x9100000 0x0 0x1000", "0x1100000 0x1000"],
  ["0x0 0x9200000 0x0 0x1000", "0x1200000 0x1000"],
  ["0x0 0x9010000 0x0 0x1000", "0x1010000 0x1000"],
  ["0x0 0x9020000 0x0 0x10000", "0x1020000 0x10000"],
  ["@8000000", "@0"],
  ["@9000000", "@1000000"],
  ["@9100000", "@1100000"],
  ["@9200000", "@1200000"],
  ["@9010000", "@1010000"],
  ["@9020000", "@1020000"],
  ["/serial@", "/soc/serial@"],
).replace(/\};\s*$/, "};\n};\n")

/** A second port, like the first. */
const TWO = changed(
  BOARD,
  [
    "\trtc: rtc@9010000",
    '\tuart1: serial@9030000 {\n\t\tcompatible = "arm,pl011", "arm,primecell";\n' +
      "\t\treg = <0x0 0x9030000 0x0 0x1000>;\n\t\tinterrupts = <0 5 4>;\n" +
      '\t\tclocks = <&osc>; clock-names = "apb_pclk";\n\t\tstatus = "disabled";\n\t};\n\trtc: rtc@9010000',
  ],
  ["serial0 = &uart0;", "serial0 = &uart0; serial1 = &uart1;"],
)

/** Two banks of pins. */
const BANKS = changed(BOARD, [
  "\trtc: rtc@9010000",
  '\tgpio@9300000 { compatible = "acme,gpio"; reg = <0x0 0x9300000 0x0 0x1000>; };\n' +
    '\tgpio@9301000 { compatible = "acme,gpio"; reg = <0x0 0x9301000 0x0 0x1000>; };\n\trtc: rtc@9010000',
])

/** A kernel without a driver of any bus. */
const IMAGES: Images = {
  kernel: { name: "Image", textOffset: 0, imageSize: 0x10_0000, linux: true, drivers: () => new Set() },
}

/** A GICv3 in the GICv2's place. */
const V3 = changed(
  BOARD,
  ["arm,gic-400", "arm,gic-v3"],
  ["<0x0 0x8010000 0x0 0x2000>,", "<0x0 0x80a0000 0x0 0x100000>;"],
  ["\n\t\t      <0x0 0x8030000 0x0 0x2000>, <0x0 0x8040000 0x0 0x2000>;", ""],
)

const ONE_CELL = changed(
  BOARD,
  ["\t#address-cells = <2>;\n\t#size-cells = <2>;", "\t#address-cells = <1>;\n\t#size-cells = <1>;"],
  ["<0x0 0x", "<0x"],
  [" 0x0 0x", " 0x"],
)

/** The change, what is found, and codes that the first fix of the first leaves. */
const CASES: ReadonlyArray<readonly [string, Texts, readonly string[], (readonly string[])?]> = [
  ["a board whose devices are on a bus with ranges", { board: MOVED }, []],
  [
    "the console's address on its bus",
    { board: MOVED, system: changed(SYSTEM, ["0x900_0000", "0x100_0000"]) },
    ["error region-bus-address ex.system:3"],
  ],
  [
    "the interrupt controller's addresses on its bus",
    { board: MOVED, system: changed(SYSTEM, ["0x804_0000", "0x4_0000"], ["0x801_0000", "0x1_0000"]) },
    ["error gic-bus-address ex.system:6"],
  ],
  [
    "an address on its bus that is RAM to the CPU",
    {
      board: changed(
        MOVED,
        ["ranges = <0 0x0 0x8000000 0x2000000>", "ranges = <0x40000000 0x0 0x8000000 0x2000000>"],
        ["<0 0x1000>, <0x10000 ", "<0x40000000 0x1000>, <0x40010000 "],
        ["<0x30000 0x2000>, <0x40000 ", "<0x40030000 0x2000>, <0x40040000 "],
        ["reg = <0x1", "reg = <0x41"],
        ["@0 {\n\t\tcompatible", "@40000000 {\n\t\tcompatible"],
        ["@1", "@41"],
      ),
      system: changed(
        SYSTEM,
        ["0x900_0000", "0x4100_0000"],
        ['name="ram" size', 'name="ram" phys_addr="0x5000_0000" size'],
        ["0x4000_0000", "0x5000_0000"],
      ),
      overlay: changed(OVERLAY, ["0x0 0x40000000", "0x0 0x50000000"]),
    },
    ["error region-bus-address ex.system:3"],
  ],
  [
    "GICV at the address of the distributor",
    {
      system: changed(SYSTEM, ['vaddr="0x801_0000"', 'vaddr="0x800_0000"']).replace(
        /name="gicv" size="0x1000"/,
        'name="gicv" size="0x1_1000"',
      ),
    },
    ["error gic-cpu-interface-place ex.system:16", "warning region-beyond-device ex.system:6"],
    ["region-beyond-device"],
  ],
  [
    "the wrong one of two ports mapped",
    { board: TWO, system: changed(SYSTEM, ["0x900_0000", "0x903_0000"]) },
    ["error console-other-port ex.system:3"],
  ],
  [
    "another device mapped under a port's name",
    { system: changed(SYSTEM, ["0x900_0000", "0x901_0000"]) },
    ["error console-other-port ex.system:3"],
  ],
  [
    "the wrong one of two ports on the command line",
    { board: TWO, guest: changed(GUEST, ["ttyAMA0", "ttyAMA1"]) },
    ["error console-other-word guest.json:3"],
  ],
  [
    "the wrong one of two ports for the first words",
    { board: TWO, guest: changed(GUEST, ["0x9000000", "0x9030000"]) },
    ["error console-other-word guest.json:3"],
  ],
  [
    "the console's number in the tree, which is the number of another device that the guest has",
    {
      board: changed(BOARD, ["interrupts = <0 1 4>", "interrupts = <0 40 4>"]).replace(
        "#clock-cells = <1>;\n\t\tclocks",
        "interrupts = <0 8 4>;\n\t\t#clock-cells = <1>;\n\t\tclocks",
      ),
      system: changed(SYSTEM, ['irq="33"', 'irq="40"']),
    },
    ["error irq-off-by-32 ex.system:18"],
  ],
  [
    "memory in cells of 64 bits below a root of 32",
    { board: ONE_CELL, overlay: OVERLAY },
    ["error reg-cells overlay.dts:3"],
  ],
  [
    "a second memory node",
    {
      system: changed(SYSTEM, ["0x4000_0000", "0x6000_0000"]),
      overlay: changed(
        OVERLAY,
        ["memory@40000000 {", 'memory@60000000 {\n\t\tdevice_type = "memory";'],
        ["0x40000000", "0x60000000"],
      ),
    },
    ["error memory-node-second overlay.dts:2"],
  ],
  [
    "an interrupt in the overlay that the board's device does not raise",
    { overlay: `${OVERLAY}\n/ { serial@9000000 {\n\tinterrupts = <0 6 4>;\n}; };\n` },
    ["error interrupts-changed overlay.dts:8"],
  ],
  [
    "a memory node that the overlay deletes",
    { overlay: "/ {\n\t/delete-node/ memory@40000000;\n};\n" },
    ["error memory-node-missing overlay.dts:2"],
  ],
  [
    "CPUs that the overlay deletes",
    { overlay: `${OVERLAY}\n/ {\n\t/delete-node/ cpus;\n};\n` },
    ["warning cpu-nodes-missing overlay.dts:8"],
  ],
  [
    "a PrimeCell that is too short for its identification",
    { board: changed(BOARD, ["reg = <0x0 0x9000000 0x0 0x1000>", "reg = <0x0 0x9000000 0x0 0x100>"]) },
    ["error primecell-short board.dts:37"],
  ],
  [
    "a bus that the overlay disables, with devices that the guest has",
    {
      board: changed(
        BOARD,
        [
          "\tccm: clock",
          '\tbus: bus { compatible = "simple-bus"; #address-cells = <2>; #size-cells = <2>; ranges;\n\tccm: clock',
        ],
        ["\tuart0: serial@", "\t};\n\tuart0: serial@"],
      ),
      overlay: `${OVERLAY}\n&bus {\n\tstatus = "disabled";\n};\n`,
    },
    ["error bus-disabled overlay.dts:8"],
  ],
  [
    "a rate that is a string",
    {
      board: changed(
        BOARD,
        ["clock-frequency = <24000000>", '\nclock-frequency = "24000000"'],
        ["clocks = <&ccm 4>", "clocks = <&osc>"],
      ),
    },
    ["error clock-frequency-missing board.dts:17"],
  ],
  [
    "console and its port in two words",
    { guest: changed(GUEST, ["console=ttyAMA0", "console ttyAMA0"]) },
    ["error console-wrong-name guest.json:3"],
  ],
  [
    "an interrupt in the overlay with another trigger than the board's",
    { overlay: `${OVERLAY}\n/ { serial@9000000 {\n\tinterrupts = <0 1 1>;\n}; };\n` },
    ["warning interrupt-trigger-changed overlay.dts:8"],
  ],
  [
    "an overlay that deletes the node of PSCI by its path",
    { overlay: `${OVERLAY}\n/delete-node/ &{/psci};\n` },
    ["warning psci-missing overlay.dts:7"],
  ],
  [
    "another port that the board does not have",
    {
      overlay:
        `${OVERLAY}\n/ { serial@9040000 {\n\tcompatible = "arm,pl011", "arm,primecell";\n` +
        '\treg = <0x0 0x9040000 0x0 0x1000>;\n\tclocks = <&osc>; clock-names = "apb_pclk";\n}; };\n',
    },
    ["warning device-not-mapped overlay.dts:7"],
  ],
  [
    "the virtual CPU interface of a GICv2 on a board with a GICv3",
    { board: V3, overlay: OVERLAY },
    ["warning region-off-board ex.system:6"],
  ],
  [
    "an interrupt that a device raises, one further on, beside pins that wait for none",
    {
      board: changed(
        BOARD,
        [
          'interrupts = <0 3 4>;\n\t\tclocks = <&ccm 5>;\n\t\tstatus = "disabled";',
          "interrupts = <0 3 4>;\n\t\tclocks = <&ccm 5>;",
        ],
        [
          "\t\treg = <0x0 0x9200000 0x0 0x1000>;",
          "\t\treg = <0x0 0x9200000 0x0 0x1000>; interrupts = <0 9 4>; gpio-controller;",
        ],
      ),
      system: changed(
        SYSTEM,
        [
          "    <protection_domain",
          '    <memory_region name="sd" size="0x1_0000" phys_addr="0x902_0000" />\n    <protection_domain',
        ],
        [
          '            <map mr="gicv"',
          '            <map mr="sd" vaddr="0x902_0000" perms="rw" cached="false" />\n            <map mr="gicv"',
        ],
        ['<irq irq="33" id="1" />', '<irq irq="33" id="1" />\n        <irq irq="36" id="2" />'],
      ),
    },
    ["warning irq-of-no-device ex.system:21", "warning dma-needs-one-to-one ex.system:2"],
    ["dma-needs-one-to-one"],
  ],
  [
    "the virtual CPU interface of a GICv3 at its physical address",
    {
      board: changed(V3, [
        "0x100000>;",
        "0x100000>, <0x0 0x8030000 0x0 0x2000>, <0x0 0x8040000 0x0 0x2000>, <0x0 0x8050000 0x0 0x2000>;",
      ]),
      overlay: OVERLAY,
      system: changed(SYSTEM, ["0x804_0000", "0x805_0000"], ['vaddr="0x801_0000"', 'vaddr="0x805_0000"']),
    },
    ["warning gic-cpu-interface-place ex.system:16"],
  ],
  [
    "a region that begins in RAM and ends in a device",
    {
      board: changed(BOARD, [
        "\trtc: rtc@9010000",
        '\tbox@80000000 { compatible = "acme,box"; reg = <0x0 0x80000000 0x0 0x10000>; status = "disabled"; };\n' +
          "\trtc: rtc@9010000",
      ]),
      system: changed(
        SYSTEM,
        [
          '<memory_region name="gicv"',
          '<memory_region name="box" size="0x20_0000" phys_addr="0x7ff0_0000" />\n    <memory_region name="gicv"',
        ],
        ['<map mr="gicv"', '<map mr="box" vaddr="0x7ff0_0000" perms="rw" />\n            <map mr="gicv"'],
        ['0x20_0000" phys_addr="0x7ff0', '0x11_0000" phys_addr="0x7ff0'],
      ),
    },
    ["warning region-mixed ex.system:6"],
    ["device-mapped-disabled"],
  ],
  [
    "the redistributors of a GICv3 before its distributor",
    {
      board: changed(V3, [
        "<0x0 0x8000000 0x0 0x1000>, <0x0 0x80a0000 0x0 0x100000>",
        "<0x0 0x80a0000 0x0 0x100000>, <0x0 0x8000000 0x0 0x10000>",
      ]),
    },
    ["error gic-reg-order board.dts:21"],
    ["region-off-board"],
  ],
  [
    "the addresses of a GICv3 exchanged",
    {
      board: changed(V3, [
        "<0x0 0x8000000 0x0 0x1000>, <0x0 0x80a0000 0x0 0x100000>",
        "<0x0 0x80a0000 0x0 0x10000>, <0x0 0x8000000 0x0 0x100000>",
      ]),
    },
    ["error gic-reg-order board.dts:21"],
    ["region-off-board"],
  ],
  [
    "GICC before the distributor in the guest's tree",
    {
      overlay: `${OVERLAY}&gic { reg = <0x0 0x8010000 0x0 0x2000>, <0x0 0x8000000 0x0 0x1000>; };\n`,
    },
    ["error gic-reg-order overlay.dts:6"],
  ],
  [
    "a bus whose ranges are a digit off",
    {
      board: changed(BOARD, [
        "\tgic: inter",
        '\tbus@a000000 { #address-cells = <2>; #size-cells = <2>; compatible = "simple-bus";\n' +
          "\tranges = <0x0 0xa000000 0x0 0xb000000 0x0 0x10000>;\n" +
          '\tbox@a001000 { compatible = "acme,box"; reg = <0x0 0xa001000 0x0 0x1000>; };\n\t};\n\tgic: inter',
      ]),
      system: changed(
        SYSTEM,
        [
          '<memory_region name="gicv"',
          '<memory_region name="box" size="0x1000" phys_addr="0xa00_1000" />\n    <memory_region name="gicv"',
        ],
        [
          '<map mr="gicv"',
          '<map mr="box" vaddr="0xa00_1000" perms="rw" cached="false" />\n            <map mr="gicv"',
        ],
      ),
    },
    ["error bus-ranges-moved board.dts:18"],
  ],
  [
    "a bus that is disabled with the console on it",
    {
      board: changed(MOVED, [
        '\tcompatible = "simple-bus";',
        '\tcompatible = "simple-bus"; status = "disabled";',
      ]),
    },
    [
      "error gic-disabled board.dts:18",
      "error console-disabled board.dts:18",
      "warning device-mapped-disabled ex.system:14",
      "warning device-mapped-disabled ex.system:15",
    ],
  ],
  [
    "a bus that is compatible with nothing",
    { board: changed(MOVED, ['\tcompatible = "simple-bus";\n', ""]) },
    ["error bus-not-simple board.dts:17"],
  ],
  [
    "a bus that no driver of the kernel takes",
    { board: changed(MOVED, ['"simple-bus"', '"acme,aips-bus"']), images: IMAGES },
    ["error bus-not-simple board.dts:18"],
  ],
  [
    "a node of the overlay without its unit address",
    {
      board: changed(BOARD, ['interrupts = <0 2 4>;\n\t\tstatus = "disabled";', "interrupts = <0 2 4>;"]),
      overlay: `${OVERLAY}/ { rtc { status = "disabled"; }; };\n`,
    },
    ["warning overlay-node-new overlay.dts:6"],
  ],
  [
    "a memory node of the overlay without its unit address",
    { overlay: changed(OVERLAY, ["memory@40000000 {", 'memory {\n\t\tdevice_type = "memory";']) },
    ["error memory-node-second overlay.dts:2"],
  ],
  [
    "a region with a digit more, over what the guest's tree disables",
    {
      board: changed(BOARD, ["9010000 0x0 0x1000", "9002000 0x0 0x1000"], ["rtc@9010000", "rtc@9002000"]),
      system: changed(SYSTEM, ['"uart" size="0x1000"', '"uart" size="0x1_0000"']),
    },
    ["warning region-zero-more ex.system:3"],
  ],
  [
    "a map of several devices one device further on",
    {
      board: BANKS,
      system: changed(
        SYSTEM,
        [
          "    <protection_domain",
          '    <memory_region name="gpio" size="0x2000" phys_addr="0x930_0000" />\n    <protection_domain',
        ],
        [
          '            <map mr="gicv"',
          '            <map mr="gpio" vaddr="0x930_1000" perms="rw" cached="false" />\n            <map mr="gicv"',
        ],
      ),
    },
    ["error device-mapped-elsewhere ex.system:17"],
  ],
  [
    "an address with a digit less",
    { system: changed(SYSTEM, ["0x900_0000", "0x90_0000"]) },
    ["error region-digit ex.system:3"],
  ],
  [
    "RAM over the registers of a device",
    {
      board: changed(
        BOARD,
        ["reg = <0x0 0x9010000 0x0 0x1000>", "reg = <0x0 0x39010000 0x0 0x1000>"],
        ['interrupts = <0 2 4>;\n\t\tstatus = "disabled";', "interrupts = <0 2 4>;"],
        ["rtc@9010000", "rtc@39010000"],
      ),
      system: changed(SYSTEM, ['vaddr="0x4000_0000" perms="rwx"', 'vaddr="0x3000_0000" perms="rwx"']),
      overlay: changed(OVERLAY, ["0x0 0x40000000", "0x0 0x30000000"]),
    },
    ["warning device-not-mapped board.dts:42", "warning ram-over-device ex.system:12"],
    ["ram-over-device"],
  ],
  [
    "a clock controller whose parent is disabled",
    {
      board: changed(BOARD, [
        "clocks = <&osc>;\n\t};\n\tpins",
        "clocks = <&osc>, <&rtc>;\n\t};\n\tpins",
      ]).replace("interrupts = <0 2 4>;", "interrupts = <0 2 4>;\n\t\t#clock-cells = <0>;"),
    },
    [],
  ],
]

for (const [name, texts, expected, left = []] of CASES) {
  test(`${name}: ${expected.join(", ") || "nothing"}`, () => {
    assert.equal([...codesOf(texts)].sort(), [...expected].sort())
    const code = expected[0]?.split(" ")[1]
    if (code === undefined) return
    const after = codesOf(afterFix(texts, code)).map((one) => one.split(" ")[1] ?? "")
    assert.equal(
      after.filter((one) => !left.includes(one)),
      [],
      "left after the fix",
    )
  })
}

test("an overlay that disables nodes of which the board has none is another board's", () => {
  const nodes = ["tmu@30260000", "lcd@30320000", "mmc@30b40000", "gpu@38000000", "usb@38200000"]
  const text = nodes.map((name) => `${name} { status = "disabled"; };`).join(" ")
  const overlay = `${OVERLAY}/ { soc@0 { ${text} }; };\n`
  assert.ok(codesOf({ overlay }).includes("warning overlay-of-another-board overlay.dts:6"))
  const few = overlay.replace(/ (gpu|usb)@\d+ [^}]*\};/g, "")
  assert.not.ok(codesOf({ overlay: few }).some((one) => one.includes("another-board")))
})

test("an address of a bus is told with the one that the CPU sees, and the fix moves the map too", () => {
  const texts = { board: MOVED, system: changed(SYSTEM, ["0x900_0000", "0x100_0000"]) }
  const { message, remedy } = findingOf(texts, "region-bus-address")
  assert.match(message, "'serial@1000000'")
  assert.match(message, "0x9000000")
  assert.match(remedy ?? "", "/soc")
  assert.is(afterFix(texts, "region-bus-address").system, SYSTEM)
})

test("a mistake does not hide another that names the same machine alone", () => {
  const text = changed(SYSTEM, ['<map mr="pins" vaddr="0x920_0000"', '<map mr="pins" vaddr="0x290_0000"'])
  const found = codesOf({
    system: text,
    overlay: `${OVERLAY}\n&rtc { status = "okay"; };\n&sd { status = "okay"; };\n`,
  })
  for (const code of ["device-mapped-elsewhere", "device-not-mapped"])
    assert.ok(
      found.some((one) => one.includes(code)),
      `${code} in ${found.join(", ")}`,
    )
})

test("what Linux finds by its compatible though it is disabled is given; the blacklist leaves its finder out", () => {
  const node = (status: string) =>
    '\tdcfg: syscon@9040000 {\n\t\tcompatible = "fsl,lx2160a-dcfg", "syscon";\n' +
    `\t\treg = <0x0 0x9040000 0x0 0x1000>;\n\t\tstatus = "${status}";\n\t};\n\trtc: rtc@9010000`
  const board = (status: string) => changed(BOARD, ["\trtc: rtc@9010000", node(status)])
  const drivers = (names: readonly string[]) => new Set(names)
  const kernel = { name: "Image", textOffset: 0, imageSize: 0x10_0000, linux: true, drivers }
  const texts: Texts = { board: board("disabled"), images: { kernel } }
  assert.match(
    findingOf(texts, "found-though-disabled").message,
    /'syscon@9040000'.*fsl_guts_init of Linux finds/,
  )
  const fixed = afterFix(texts, "found-though-disabled")
  assert.ok(fixed.system?.includes('phys_addr="0x904_0000"'))
  const codes = (one: Texts) => codesOf(one).join(" ")
  assert.not.match(codes({ ...fixed, images: { kernel } }), /found-though|syscon/)
  const cmdline = changed(GUEST, ["console=", "initcall_blacklist=fsl_guts_init console="])
  assert.not.match(codes({ ...texts, guest: cmdline }), "found-though-disabled")
  const enabled: Texts = { board: board("okay"), images: { kernel } }
  assert.match(codes(enabled), "device-not-mapped")
  assert.not.match(codes(afterFix(enabled, "device-not-mapped")), "found-though-disabled")
})

test.run()
