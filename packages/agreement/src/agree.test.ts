// SPDX-License-Identifier: BSD-2-Clause
//
// One change each to a system in which everything agrees: the finding it must give, with its line, and nothing more
// once the first fix is in.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { afterFix, BOARD, codesOf, findingOf, GUEST, OVERLAY, SYSTEM, type Texts } from "./testing.ts"

const test = suite("agreement")

function changed(text: string, find: string, put: string): string {
  if (text.split(find).length !== 2) throw new Error(`${find} is not there once`)
  return text.replace(find, put)
}
const system = (find: string, put: string): Texts => ({ system: changed(SYSTEM, find, put) })
const board = (find: string, put: string): Texts => ({ board: changed(BOARD, find, put) })
const overlay = (text: string): Texts => ({ overlay: `${OVERLAY}${text}` })
const line = (find: string, put: string): Texts => ({ guest: changed(GUEST, find, put) })
const kernel = (imageSize: number) => ({
  name: "Image",
  textOffset: 0,
  imageSize,
  linux: true,
  drivers: () => new Set<string>(),
})

test("a system in which everything agrees has no findings", () => {
  assert.equal(codesOf({}), [])
  assert.equal(codesOf({ images: { kernel: kernel(0x200_0000), initrdSize: 0x20_0000 } }), [])
})

const UART = '<map mr="uart" vaddr="0x900_0000" perms="rw" cached="false" />'
const CCM = '            <map mr="ccm" vaddr="0x910_0000" perms="rw" cached="false" />\n'
const IRQ = '<irq irq="33" id="1" />'

/** The change; the findings, the main one first; codes that may be left after the first fix of it. */
const CASES: ReadonlyArray<readonly [string, Texts, readonly string[], (readonly string[])?]> = [
  [
    "a tree that promises more RAM",
    { overlay: changed(OVERLAY, "0x10000000>", "0x20000000>") },
    ["error memory-node-beyond-ram overlay.dts:3"],
  ],
  [
    "a tree that tells of less RAM",
    { overlay: changed(OVERLAY, "0x10000000>", "0x8000000>") },
    ["warning memory-node-short overlay.dts:3"],
  ],
  ["no overlay for the RAM", { overlay: "" }, ["error memory-node-beyond-ram board.dts:13"]],
  [
    "RAM that the guest may not execute",
    system('perms="rwx"', 'perms="rw"'),
    ["error ram-permissions ex.system:12"],
  ],
  [
    "RAM mapped uncached",
    system('perms="rwx"', 'perms="rwx" cached="false"'),
    ["warning ram-uncached ex.system:12"],
  ],
  [
    "RAM that the VMM does not map",
    system('        <map mr="ram" vaddr="0x4000_0000" perms="rw" />\n', ""),
    ["error vmm-cannot-reach-ram ex.system:11"],
  ],
  [
    "RAM that the VMM may not write",
    system('vaddr="0x4000_0000" perms="rw" />', 'vaddr="0x4000_0000" perms="r" />'),
    ["error vmm-cannot-write-ram ex.system:9"],
  ],
  [
    "more RAM than the board has",
    system('size="0x1000_0000"', 'size="0x1_0000_0000"'),
    ["error region-does-not-fit ex.system:2", "warning memory-node-short overlay.dts:3"],
  ],
  [
    "a fixed clock without a rate",
    {
      board: changed(
        changed(BOARD, "clocks = <&ccm 4>; clock-names", "clocks = <&osc>; clock-names"),
        " clock-frequency = <24000000>;",
        "",
      ),
    },
    ["error clock-frequency-missing board.dts:16"],
  ],
  [
    "a clock that does not count its cells",
    board("#clock-cells = <1>;\n\t\tclocks", "clocks"),
    ["error provider-cells board.dts:24"],
  ],
  [
    "a node that was copied with its reg",
    overlay(
      '/ { serial@9040000 { compatible = "arm,pl011", "arm,primecell"; reg = <0 0x9000000 0 0x1000>; ' +
        'clocks = <&osc>; clock-names = "apb_pclk"; }; };\n',
    ),
    ["error reg-not-unit overlay.dts:6"],
  ],
  [
    "firmware of another board, copied into the guest's tree",
    overlay('/ { firmware { scmi { compatible = "arm,scmi-smc"; arm,smc-id = <0x82000010>; }; }; };\n'),
    ["warning smc-not-allowed overlay.dts:6"],
  ],
  [
    "registers between two words",
    overlay('/ { reset@9000f00 { compatible = "snps,dw-high-reset"; reg = <0 0x9000f02 0 0x4>; }; };\n'),
    ["error reg-not-unit overlay.dts:6"],
  ],
  [
    "bootargs of an overlay beside a command line",
    overlay('/ { chosen { bootargs = "console=ttyS0"; }; };\n'),
    ["warning bootargs-replaced overlay.dts:6"],
  ],
  [
    "a console of which the kernel knows no name",
    {
      ...board('compatible = "arm,pl011", "arm,primecell"', 'compatible = "fsl,imx8mq-uart"'),
      ...line("console=ttyAMA0 earlycon=pl011,0x9000000", "console=ttymxc0"),
      images: {
        kernel: {
          ...kernel(0x200_0000),
          drivers: (all) => new Set(all.filter((one) => one === "fsl,imx6q-uart")),
        },
      },
    },
    ["error console-driver board.dts:36"],
  ],
  [
    "a specifier of the GIC under a controller that takes one cell",
    {
      board: changed(
        changed(BOARD, "interrupts = <0 1 4>;", "interrupt-parent = <&steer>; interrupts = <0 1 4>;"),
        "\trtc: rtc@9010000",
        "\tsteer: steer { interrupt-controller; #interrupt-cells = <1>; };\n\trtc: rtc@9010000",
      ),
    },
    ["error interrupt-parent-cells board.dts:38"],
  ],
  [
    "a bus that does not say where it lies",
    overlay(
      '/ { bus { compatible = "simple-bus"; #address-cells = <2>; #size-cells = <2>; ' +
        "a@1000 { reg = <0 4096 0 4096>; }; }; };\n",
    ),
    ["error bus-without-ranges overlay.dts:6"],
  ],
  [
    "reg as a string",
    board("reg = <0x0 0x9000000 0x0 0x1000>;", 'reg = "0x9000000 0x1000";'),
    ["error reg-no-cells board.dts:37"],
  ],
  [
    "interrupts-extended that ends too early",
    board("interrupts = <0 1 4>;", "interrupts-extended = <&gic 0 1>;"),
    ["error interrupts-broken board.dts:38"],
  ],
  [
    "firmware's memory kept where the kernel goes",
    {
      ...board("/dts-v1/;\n", "/dts-v1/;\n/memreserve/ 0x40000000 0x8000000;\n"),
      images: { kernel: kernel(0x200_0000) },
    },
    ["error reserved-over-kernel board.dts:2"],
  ],
  [
    "a comma for the blank behind console=",
    line("console=ttyAMA0 earlycon", "console=ttyAMA0,earlycon"),
    ["warning console-options guest.json:3"],
  ],
  [
    "a second memory node for the board's",
    {
      overlay: changed(
        OVERLAY,
        "memory@40000000 {\n\t\treg = <0x0 0x40000000",
        'memory@80000000 {\n\t\tdevice_type = "memory"; reg = <0x0 0x80000000',
      ),
    },
    ["error memory-node-beyond-ram overlay.dts:3", "error memory-node-second overlay.dts:2"],
  ],
  [
    "PSCI 0.1 without the number of a call",
    board('compatible = "arm,psci-1.0"; method', 'compatible = "arm,psci"; method'),
    ["warning psci-old board.dts:14"],
  ],
  [
    "the virtual timer's interrupt beside the console's",
    system(IRQ, `${IRQ}<irq irq="27" id="2" />`),
    ["warning irq-private ex.system:18"],
  ],
  [
    "the maintenance interrupt beside the console's",
    {
      ...system(IRQ, `${IRQ}\n<irq irq="25" id="2" />`),
      ...board("#interrupt-cells = <3>;", "#interrupt-cells = <3>; interrupts = <1 9 4>;"),
    },
    ["warning irq-private ex.system:19"],
  ],
  [
    "the console's interrupt in a domain that has nothing to do with it",
    {
      ...system(
        `        ${IRQ}\n    </protection_domain>`,
        '    </protection_domain>\n<protection_domain name="log"><program_image path="l.ts" />\n' +
          `${IRQ}</protection_domain>`,
      ),
    },
    ["warning irq-in-other-domain ex.system:20"],
  ],
  [
    "a device that the guest may execute",
    system(UART, UART.replace('"rw"', '"rwx"')),
    ["warning device-map-executable ex.system:13"],
  ],
  [
    "a device that the VMM maps beside its guest",
    system("        <virtual_machine", `        ${UART}\n        <virtual_machine`),
    ["warning device-shared ex.system:14"],
  ],
  [
    "an interrupt without the 32",
    system(IRQ, '<irq irq="1" id="1" />'),
    ["error irq-off-by-32 ex.system:18"],
  ],
  [
    "an interrupt with 32 twice",
    system(IRQ, '<irq irq="65" id="1" />'),
    ["error irq-off-by-32 ex.system:18"],
  ],
  [
    "an interrupt of nobody",
    system(IRQ, '<irq irq="200" id="1" />'),
    ["warning irq-of-no-device ex.system:18"],
  ],
  [
    "no interrupt for the console",
    system(`        ${IRQ}\n`, ""),
    ["warning console-without-irq ex.system:13"],
  ],
  [
    "the wrong trigger",
    system(IRQ, '<irq irq="33" id="1" trigger="edge" />'),
    ["warning irq-trigger ex.system:18"],
  ],
  [
    "a decimal number that another one would be in hexadecimal",
    system(IRQ, '<irq irq="51" id="1" />'),
    ["warning irq-of-no-device ex.system:18"],
  ],
  [
    "an interrupt with two cells",
    board("interrupts = <0 1 4>;", "interrupts = <0 1>;"),
    ["error interrupts-broken board.dts:38"],
  ],
  [
    "no virtual CPU interface",
    system('            <map mr="gicv" vaddr="0x801_0000" perms="rw" cached="false" />\n', ""),
    ["error gic-cpu-interface-missing ex.system:10"],
  ],
  [
    "the virtual CPU interface at its own address",
    system('vaddr="0x801_0000"', 'vaddr="0x804_0000"'),
    ["error gic-cpu-interface-place ex.system:16"],
  ],
  [
    "the host's CPU interface in its place",
    system('phys_addr="0x804_0000"', 'phys_addr="0x801_0000"'),
    ["error gic-cpu-interface-physical ex.system:6"],
  ],
  [
    "a disabled interrupt controller",
    overlay('&gic { status = "disabled"; };\n'),
    ["error gic-disabled overlay.dts:6"],
  ],
  ["PSCI by HVC", overlay('/ { psci { method = "hvc"; }; };\n'), ["warning psci-method overlay.dts:6"]],
  [
    "PSCI by a method that is none",
    overlay('/ { psci { method = "svc"; }; };\n'),
    ["error psci-method overlay.dts:6"],
  ],
  ["no PSCI", overlay("/ { /delete-node/ psci; };\n"), ["warning psci-missing overlay.dts:6"]],
  ["no timer", overlay("/ { /delete-node/ timer; };\n"), ["error timer-missing overlay.dts:6"]],
  [
    "a timer with the interrupts of another order",
    overlay("/ { timer { interrupts = <1 13 8>, <1 11 8>, <1 14 8>, <1 10 8>; }; };\n"),
    ["error timer-virtual-ppi overlay.dts:6"],
  ],
  [
    "a port whose compatible is a slip",
    board('"arm,pl011"', '"arm,pl01l"'),
    ["error console-compatible board.dts:36"],
  ],
  [
    "a terminal as the last console",
    line("console=ttyAMA0", "console=ttyAMA0 console=tty0"),
    ["warning console-no-display guest.json:3"],
  ],
  ["a terminal as the only console", line("ttyAMA0", "tty0"), ["warning console-no-display guest.json:3"]],
  ["the console of another driver", line("ttyAMA0", "ttyS0"), ["error console-wrong-name guest.json:3"]],
  [
    "the console of a port that is not there",
    line("ttyAMA0", "ttyAMA1"),
    ["error console-wrong-name guest.json:3"],
  ],
  ["earlycon at another address", line("0x9000000", "0x9090000"), ["error earlycon-address guest.json:3"]],
  [
    "earlycon of another driver",
    line("earlycon=pl011,", "earlycon=uart8250,mmio32,"),
    ["error earlycon-driver guest.json:3"],
  ],
  [
    "a console that is disabled",
    overlay('&uart0 { status = "disabled"; };\n'),
    ["error console-disabled overlay.dts:6"],
  ],
  [
    "a console that is not mapped",
    system(`            ${UART}\n`, ""),
    ["error console-not-mapped ex.system:10"],
  ],
  [
    "a console at another IPA",
    system('vaddr="0x900_0000"', 'vaddr="0x90f_0000"'),
    ["error device-mapped-elsewhere ex.system:13"],
  ],
  [
    "a console that is another device",
    system('phys_addr="0x900_0000"', 'phys_addr="0x901_0000"'),
    ["error device-maps-other ex.system:3"],
  ],
  [
    "a console that is read only",
    system(UART, UART.replace('"rw"', '"r"')),
    ["error device-map-permissions ex.system:13"],
  ],
  [
    "a cached device",
    system(UART, UART.replace(' cached="false"', "")),
    ["warning device-map-cached ex.system:13"],
  ],
  [
    "stdout-path to nothing",
    overlay('/ { chosen { stdout-path = "/uart"; }; };\n'),
    ["warning stdout-path-unknown overlay.dts:6"],
  ],
  ["a clock that is not mapped", system(CCM, ""), ["warning dependency-not-mapped ex.system:10"]],
  [
    "a clock that is disabled",
    overlay('&ccm { status = "disabled"; };\n'),
    ["error dependency-disabled overlay.dts:6"],
  ],
  [
    "a device that nobody has",
    overlay('&rtc { status = "okay"; };\n'),
    ["warning device-not-mapped board.dts:42"],
  ],
  [
    "a budget of next to nothing",
    system('priority="50"', 'priority="50" budget="10" period="10000"'),
    ["warning budget-starves ex.system:10"],
  ],
  [
    "CPUs that have no vCPU",
    board("cpu@0 {", 'cpu@1 { device_type = "cpu"; reg = <1>; enable-method = "psci"; };\n\t\tcpu@0 {'),
    ["warning cpu-nodes-too-many ex.system:11"],
  ],
  [
    "vCPUs that have no CPU",
    system('<vcpu id="0" />', '<vcpu id="0" /><vcpu id="1" />'),
    ["warning cpu-nodes-too-few ex.system:10"],
  ],
  [
    "an initramfs outside of RAM",
    overlay("/ { chosen { linux,initrd-start = <0x60000000>; linux,initrd-end = <0x61000000>; }; };\n"),
    ["warning initrd-outside-ram overlay.dts:6"],
  ],
  [
    "an initramfs that ends before it begins",
    overlay("/ { chosen { linux,initrd-start = <0x48000000>; linux,initrd-end = <0x47000000>; }; };\n"),
    ["error initrd-end-before-start overlay.dts:6"],
  ],
  [
    "an initramfs that has a beginning alone",
    overlay("/ { chosen { linux,initrd-start = <0x48000000>; }; };\n"),
    ["warning initrd-half overlay.dts:6"],
  ],
  [
    "an initramfs that has an end alone",
    overlay("/ { chosen { linux,initrd-end = <0x48000000>; }; };\n"),
    ["warning initrd-half overlay.dts:6"],
  ],
  [
    "another amount of RAM in guest.json",
    line('"kernel"', '"memory": "512M", "kernel"'),
    ["error guest-memory-differs guest.json:2"],
  ],
  [
    "another number of CPUs in guest.json",
    line('"kernel"', '"cpus": 3, "kernel"'),
    ["error guest-cpus-differ guest.json:2"],
  ],
  [
    "a kernel larger than RAM",
    { images: { kernel: kernel(0x1800_0000) } },
    ["error kernel-too-large ex.system:2"],
  ],
  [
    "a kernel that leaves little RAM",
    { images: { kernel: kernel(0xe00_0000) } },
    ["warning ram-tight ex.system:2"],
  ],
  [
    "reserved memory where the kernel goes",
    overlay(
      "/ { reserved-memory { #address-cells = <2>; #size-cells = <2>; ranges; " +
        "fw@40000000 { reg = <0 0x40000000 0 0x100000>; }; }; };\n",
    ),
    ["error reserved-over-kernel overlay.dts:6"],
  ],
  [
    "the distributor mapped",
    system(
      "    <protection_domain name",
      '    <memory_region name="gicd" size="0x1000" phys_addr="0x800_0000" />\n    <protection_domain name',
    ).system === undefined
      ? {}
      : {
          system: changed(
            changed(
              SYSTEM,
              "    <protection_domain",
              '    <memory_region name="gicd" size="0x1000" phys_addr="0x800_0000" />\n    <protection_domain',
            ),
            UART,
            `${UART}\n            <map mr="gicd" vaddr="0x800_0000" perms="rw" cached="false" />`,
          ),
        },
    ["error gic-distributor-mapped ex.system:15"],
  ],
]

for (const [name, texts, expected, left = []] of CASES) {
  test(`${name}: ${expected.join(", ")}`, () => {
    const found = codesOf(texts)
    assert.equal([...found].sort(), [...expected].sort())
    const code = expected[0]?.split(" ")[1] ?? ""
    const after = codesOf(afterFix(texts, code)).map((one) => one.split(" ")[1] ?? "")
    assert.not(after.includes(code), `${code} is left`)
    assert.equal(
      after.filter((one) => !left.includes(one)),
      [],
      "left after the fix",
    )
  })
}

const SD = changed(
  changed(
    SYSTEM,
    "    <protection_domain",
    '    <memory_region name="sd" size="0x1_0000" phys_addr="0x902_0000" />\n    <protection_domain',
  ),
  `        ${IRQ}`,
  `        ${IRQ}\n        <irq irq="35" id="2" />`,
).replace(UART, `${UART}\n            <map mr="sd" vaddr="0x902_0000" perms="rw" cached="false" />`)
/** One more device without a driver. */
const THIRD = 'dac@9030000 { compatible = "acme,dac"; reg = <0x0 0x9030000 0x0 0x1000>; };'
const SD_ON = '&sd { status = "okay"; };\n'

test("a device that does DMA needs RAM one to one, and the fix makes it so", () => {
  const texts = { system: SD, overlay: `${OVERLAY}${SD_ON}` }
  assert.equal(codesOf(texts), ["warning dma-needs-one-to-one ex.system:2"])
  const after = afterFix(texts, "dma-needs-one-to-one")
  assert.match(after.system ?? "", 'page_size="0x20_0000" phys_addr="0x4000_0000" />')
  assert.equal(codesOf(after), [])
})

test("a device that is mapped and disabled is told at its map", () => {
  const found = codesOf({ system: SD })
  assert.ok(found.includes("warning device-mapped-disabled ex.system:15"), found.join())
  assert.equal(
    codesOf(afterFix({ system: SD }, "device-mapped-disabled")),
    [],
    "its region and interrupt go, too",
  )
})

test("the whole chain of a device is listed at once, and one fix maps it", () => {
  const texts = system(CCM, "")
  const both = {
    system: changed(
      texts.system ?? "",
      '            <map mr="pins" vaddr="0x920_0000" perms="rw" cached="false" />\n',
      "",
    ),
  }
  const finding = findingOf(both, "dependency-not-mapped")
  assert.match(finding.message, "clock-controller@9100000' (clocks of 'serial@9000000')")
  assert.match(finding.message, "pinctrl@9200000' (pinctrl-0 of 'serial@9000000')")
  assert.is(finding.related?.length, 2)
  const after = afterFix(both, "dependency-not-mapped")
  assert.match(after.system ?? "", '<map mr="ccm" vaddr="0x910_0000"')
  assert.not.match(after.system ?? "", "ccm_2")
  assert.equal(codesOf(after), [])
})

test("what a kernel at hand has drivers for is told one by one, the rest as one finding", () => {
  const on = overlay(`&rtc { status = "okay"; };\n${SD_ON}`)
  const drivers = (names: readonly string[]) => new Set(names.filter((name) => name === "acme,rtc"))
  const images = { kernel: { ...kernel(0x100_0000), drivers } }
  const third = overlay(`&rtc { status = "okay"; };\n${SD_ON}/ { ${THIRD} };\n`)
  assert.equal(codesOf({ ...on, images }), [
    "warning device-not-mapped board.dts:42",
    "warning device-not-mapped board.dts:48",
  ])
  assert.equal(codesOf({ ...third, images }), [
    "warning device-not-mapped board.dts:42",
    "warning devices-not-mapped ex.system:10",
  ])
  const { parts = [] } = findingOf({ ...third, images }, "devices-not-mapped")
  assert.equal(
    parts.map(({ code, file, line }) => `${code} ${file}:${line}`),
    ["device-not-mapped ex/board.dts:48", "device-not-mapped ex/overlay.dts:8"],
  )
  const off = afterFix({ ...third, images }, "devices-not-mapped")
  assert.equal(codesOf(off), ["warning device-not-mapped board.dts:42"])
})

test("a program of the user's may emulate what nothing maps", () => {
  const texts = system(`            ${UART}\n`, "")
  assert.is(findingOf(texts, "console-not-mapped").severity, "error")
})

const SECOND = `    <memory_region name="ram2" size="0x800_0000" page_size="0x20_0000" />
    <protection_domain name="vmm2" priority="100">
        <program_image path="vmm.elf" />
        <map mr="ram2" vaddr="0x4000_0000" perms="rw" />
        <virtual_machine name="second" priority="50">
            <vcpu id="0" />
            <map mr="ram2" vaddr="0x4000_0000" perms="rwx" />
            <map mr="gicv" vaddr="0x801_0000" perms="rw" cached="false" />
            <map mr="uart" vaddr="0x900_0000" perms="rw" cached="false" />
        </virtual_machine>
    </protection_domain>
</system>
`

test("two machines may share GICV and no device", () => {
  const texts = { system: SYSTEM.replace("</system>\n", SECOND) }
  const finding = findingOf(texts, "device-shared")
  assert.is(finding.line, 28)
  assert.is(finding.related?.[0]?.line, 13)
  assert.match(finding.message, "'linux' and 'second' both have 'serial@9000000'")
})

test("memory stands in for a console that another machine has, where the board has no port like it", () => {
  const line = /^.*mr="uart".*\n/m
  for (const [code, second] of [
    ["device-shared", SECOND],
    ["console-of-another", SECOND.replace(line, "")],
  ] as const) {
    const fixed = afterFix({ system: SYSTEM.replace("</system>\n", second) }, code)
    assert.match(fixed.system ?? "", '<memory_region name="uart0_second" size="0x1000" />')
    assert.match(
      fixed.system ?? "",
      /name="second"[^]*<map mr="uart0_second" vaddr="0x900_0000" perms="rw" cached/,
    )
    const { severity, message, fixes } = findingOf(fixed, "console-is-memory")
    assert.equal([severity, fixes], ["warning", []])
    assert.match(
      message,
      "memory stands in for 'serial@9000000' (arm,pl011), which 'linux' has: what 'second' prints",
    )
    assert.not.ok(codesOf(fixed).some((one) => /device-shared|another|region-without-place/.test(one)))
  }
})

test("the second machine's console is a free port like it, where its tree has the first one's", () => {
  const uart1 = BOARD.replace(
    /\tuart0: (serial@)9000000( {[^}]*reg = <0x0 )0x9000000/,
    "\tuart1: $19040000$20x9040000",
  )
  const twins = { board: BOARD.replace("\tuart0:", `${/\tuart1:[^}]*};\n/.exec(uart1)?.[0]}\tuart0:`) }
  const line = /^.*mr="uart".*\n/m
  const none = { ...twins, system: SYSTEM.replace("</system>\n", SECOND.replace(line, "")) }
  assert.match(
    findingOf(none, "console-of-another").remedy ?? "",
    "give 'second' 'serial@9040000' (arm,pl011) at",
  )
  const given = afterFix(none, "console-of-another")
  assert.match(given.system ?? "", /phys_addr="0x904_0000"[^]*second[^]*<map mr="uart1" vaddr="0x900_0000"/)
  const REGION = '    <memory_region name="port" size="0x1000" phys_addr="0x904_0000" />\n'
  const away = SECOND.replace(
    line,
    '            <map mr="port" vaddr="0x904_0000" perms="rw" cached="false" />\n',
  )
  const mapped = { ...twins, system: SYSTEM.replace("</system>\n", REGION + away) }
  assert.match(
    findingOf(mapped, "console-of-another").message,
    "; it has 'serial@9040000' (arm,pl011) at 0x9040000",
  )
  const moved = afterFix(mapped, "console-of-another")
  assert.match(moved.system ?? "", '<map mr="port" vaddr="0x900_0000"')
  const both = afterFix({ ...twins, system: SYSTEM.replace("</system>\n", SECOND) }, "device-shared")
  assert.match(both.system ?? "", /"uart1_second" size="0x1000" phys_addr="0x904_0000"/)
  assert.match(both.system ?? "", /second[^]*<map mr="uart1_second" vaddr="0x900_0000"/)
  for (const fixed of [given, moved, both]) {
    assert.not.ok(
      codesOf(fixed).some((code) => /console-of-another|device-shared|device-maps-other/.test(code)),
    )
  }
})

test("RAM that begins between large pages is moved with its memory node, and with phys_addr if it is the same", () => {
  const moved = (text: string) =>
    text
      .replace('page_size="0x20_0000"', 'page_size="0x1000" phys_addr="0x4010_0000"')
      .replace('vaddr="0x4000_0000" perms="rwx"', 'vaddr="0x4010_0000" perms="rwx"')
  const overlay = OVERLAY.replace("<0x0 0x40000000 0x0", "<0x0 0x40100000 0x0")
  const texts = afterFix({ system: moved(SYSTEM), overlay }, "ram-not-aligned")
  assert.match(texts.system ?? "", 'phys_addr="0x4000_0000"')
  assert.match(texts.system ?? "", 'vaddr="0x4000_0000" perms="rwx"')
  assert.match(texts.overlay ?? "", "reg = <0x0 0x40000000 0x0")
  assert.not.ok(codesOf(texts).some((code) => /ram-not-aligned|memory-node/.test(code)))
})

test("a port is not taken from a machine whose first word would fault then", () => {
  const alone = { system: SYSTEM.replace("</system>\n", SECOND.replace(/^.*mr="uart".*\n/m, "")) }
  assert.is(findingOf(alone, "console-of-another").severity, "error")
  assert.match(findingOf(alone, "console-of-another").message, "the first word of 'second' faults")
})

test("two machines may not have the same RAM", () => {
  const texts = { system: SYSTEM.replace("</system>\n", SECOND.replaceAll('mr="ram2"', 'mr="ram"')) }
  assert.is(findingOf(texts, "ram-shared").severity, "error")
  const unused = afterFix(texts, "ram-shared")
  assert.match(
    unused.system ?? "",
    /<map mr="ram2" vaddr="0x4000_0000" perms="rw" \/>\s*<virtual_machine name="second"/,
  )
  const none = { system: (texts.system ?? "").replace(/ *<memory_region name="ram2".*\n/, "") }
  const made = afterFix(none, "ram-shared")
  assert.match(
    made.system ?? "",
    '<memory_region name="ram_second" size="0x1000_0000" page_size="0x20_0000" />',
  )
  for (const fixed of [unused, made])
    assert.not.ok(codesOf(fixed).some((code) => code.includes("ram-shared")))
})

test("what is told of several nodes at once has a finding for each of them", () => {
  const texts = { system: SYSTEM.replace(/ *<map mr="(?:ccm|pins)".*\n/g, "") }
  const { parts = [] } = findingOf(texts, "dependency-not-mapped")
  assert.equal(
    parts.map(({ code, file, line }) => `${code} ${file}:${line}`),
    ["dependency-not-mapped ex/board.dts:24", "dependency-not-mapped ex/board.dts:30"],
  )
  assert.ok(parts.every(({ fixes = [] }) => fixes.length > 0))
})

test("findings come with edits that keep the line ends of the file", () => {
  const texts = { system: changed(SYSTEM, CCM, "").replaceAll("\n", "\r\n") }
  const after = afterFix(texts, "dependency-not-mapped").system ?? ""
  assert.not.match(after.replaceAll("\r\n", ""), "\n")
})

test("a guest of machine code is not told about Linux", () => {
  const guest = '{ "kernel": "flat:guest.bin" }'
  const texts = { guest, ...overlay("/ { /delete-node/ timer; /delete-node/ psci; };\n") }
  assert.equal(codesOf({ ...texts, system: changed(SYSTEM, `        ${IRQ}\n`, "") }), [])
})

test("a channel of a program of this toolkit into simple-vmm is heard by nobody; a board's may be", () => {
  const channel = (path: string, more = "") =>
    SYSTEM.replace(
      "</system>",
      `    <protection_domain name="ping" priority="20">
        <program_image path="${path}" />
    </protection_domain>
    <channel>
        <end pd="ping" id="3"${more} />
        <end pd="vmm" id="9" />
    </channel>
</system>`,
    )
  const system = channel("ping.ts")
  assert.equal(codesOf({ system }), ["warning channel-unheard ex.system:25"])
  assert.equal(codesOf(afterFix({ system }, "channel-unheard")), [])
  assert.equal(codesOf({ system: channel("ping.elf") }), [])
  assert.equal(codesOf({ system: channel("ping.ts", ' notify="false"') }), [])
})

test.run()
