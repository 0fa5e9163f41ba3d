// SPDX-License-Identifier: BSD-2-Clause
//
// Slips of the hand and of memory: numbers in the wrong base, words of other tools, names that are nearly right, nodes
// that meet nothing. Most are made in the bare example, since that comes up at once.

import type { Mistake, Part } from "../mistake.ts"
import { slip } from "../slip.ts"

const UART = '<map mr="uart" vaddr="0x900_0000" perms="rw" cached="false" />'
const RAM = '<map mr="guest_ram" vaddr="0x4000_0000" perms="rwx" />'
const UART_SIZE = 'name="uart" size="0x1000"'
const IRQ = '<irq irq="33" id="1" />'
const CONSOLE = "console=ttyAMA0"
const GIC_REG = "reg = <0x0 0x08000000 0x0 0x10000>"
const CLOCKS = "\t\tclocks = <&apb_pclk>, <&apb_pclk>;\n"
const CLOCK_NAMES = '\t\tclock-names = "uartclk", "apb_pclk";\n'
const END = '\tflash@0 {\n\t\tstatus = "disabled";\n\t};\n};'

/** Text at the end of the overlay. */
const appended = (text: string): readonly [Part, string, string] => ["overlay", END, `${END}\n${text}`]

export const SLIPS: readonly Mistake[] = [
  slip("address-without-0x", "vaddr-not-aligned", /0x40000000/, [
    "system",
    RAM,
    RAM.replace("0x4000_0000", "40000000"),
  ]),
  slip(
    "phys-addr-without-0x",
    "phys-addr-not-aligned",
    /0x9000000/,
    ["system", '"0x900_0000" />', '"9000000" />'],
    [["system", '<memory_region name="uart"']],
  ),
  slip(
    "irq-in-hexadecimal-imx",
    "irq-hexadecimal",
    /58/,
    ["system", 'irq="58"', 'irq="0x58"'],
    undefined,
    "maaxboard",
  ),
  slip("region-without-a-name", "attribute-missing", /name="uart"/, [
    "system",
    '<memory_region name="uart" size="0x1000"',
    '<memory_region size="0x1000"',
  ]),
  slip("budget-in-milliseconds", "value-wrong", /budget="1000"/, [
    "system",
    'priority="100"',
    'priority="100" budget="1ms"',
  ]),
  slip("irq-beyond-all", "value-wrong", /write irq="33"/, ["system", IRQ, '<irq irq="3333" id="1" />']),
  slip("irq-left-empty", "value-wrong", /write irq="33"/, ["system", IRQ, '<irq irq="" id="1" />']),
  slip("uart-of-size-zero", "value-wrong", /write size="0x1000"/, [
    "system",
    UART_SIZE,
    'name="uart" size="0"',
  ]),
  slip(
    "ram-of-size-zero",
    "value-wrong",
    /write size="0x1000_0000"/,
    ["system", 'size="0x1000_0000"', 'size="0"'],
    [["system", 'name="guest_ram" size']],
  ),
  slip("digit-that-is-none", "value-wrong", /write phys_addr="0x900_0000"/, [
    "system",
    'phys_addr="0x900_0000"',
    'phys_addr="0x9g00000"',
  ]),
  slip("letter-as-digit", "value-wrong", /write 0x804_0000/, ["system", '"0x804_0000"', '"0x8O4_OOOO"']),
  slip("page-size-with-a-letter", "value-wrong", /page_size="0x20_0000"/, [
    "system",
    'page_size="0x20_0000"',
    'page_size="0x2g_0000"',
  ]),
  slip("irq-as-spi", "value-wrong", /33/, ["system", IRQ, '<irq irq="SPI 1" id="1" />']),
  slip(
    "irq-inside-machine",
    "element-misplaced",
    /irq/,
    ["system", '<vcpu id="0" />', `<vcpu id="0" />\n${IRQ}`],
    [["system", `\n${IRQ}\n`]],
  ),
  slip("region-paddr", "attribute-unknown", /phys_addr/, [
    "system",
    'phys_addr="0x900_0000"',
    'paddr="0x900_0000"',
  ]),
  slip("map-permissions", "attribute-unknown", /perms/, ["system", RAM, RAM.replace("perms", "permissions")]),
  slip("map-without-slash", "xml-broken", /map/, ["system", UART, UART.replace(" />", ">")]),
  slip("quotes-mixed", "xml-broken", /quote/, ["system", '<vcpu id="0" />', "<vcpu id='0\" />"]),
  slip("registers-lead-into-ram", "device-maps-other", /pl011/, [
    "system",
    'phys_addr="0x900_0000"',
    'phys_addr="0x9000_0000"',
  ]),
  slip("memory-node-disabled", "memory-node-missing", /disabled/, [
    "overlay",
    'device_type = "memory";',
    'device_type = "memory";\n\t\tstatus = "disabled";',
  ]),
  slip(
    "memory-node-without-type",
    "memory-node-missing",
    /device_type/,
    ["overlay", 'device_type = "memory";', "/delete-property/ device_type;"],
    [["overlay", "\tmemory@40000000 {"]],
  ),
  slip(
    "reserved-memory-cells",
    "reserved-cells",
    /#address-cells/,
    appended(
      "/ {\n\treserved-memory {\n\t\t#address-cells = <1>;\n\t\t#size-cells = <1>;\n\t\tranges;\n\n" +
        "\t\tbuffer@48000000 {\n\t\t\treg = <0x0 0x48000000 0x0 0x100000>;\n\t\t};\n\t};\n};",
    ),
    [["overlay", "#address-cells = <1>;"]],
  ),
  slip(
    "no-interrupt-parent",
    "interrupt-parent-missing",
    /interrupt-parent/,
    ["board", "\tinterrupt-parent = <&gic>;\n", ""],
    [["board", "/ {\n\tmodel"]],
  ),
  slip("interrupt-parent-is-a-uart", "interrupt-parent-wrong", /pl011/, [
    "board",
    "interrupt-parent = <&gic>;",
    "interrupt-parent = <&uart0>;",
  ]),
  slip(
    "gic-without-interrupt-cells",
    "interrupt-controller-lacks",
    /#interrupt-cells/,
    ["board", "\t\tinterrupt-controller;\n\t\t#interrupt-cells = <3>;\n", "\t\tinterrupt-controller;\n"],
    [["board", "gic: intc@8000000 {"]],
  ),
  slip(
    "gic-moved-in-guest",
    "gic-cpu-interface-place",
    /GICC/,
    appended(`/ {\n\tintc@8000000 {\n\t\t${GIC_REG}, <0x0 0x08020000 0x0 0x10000>;\n\t};\n};`),
    [["system", '<map mr="gic_vcpu"']],
  ),
  slip("interrupt-without-trigger", "interrupt-flags", /<0 1 0>/, [
    "board",
    "interrupts = <0 1 4>;",
    "interrupts = <0 1 0>;",
  ]),
  slip("overlay-of-another-name", "overlay-node-new", /pl031@9010000/, [
    "overlay",
    "pl031@9010000 {",
    "rtc@9010000 {",
  ]),
  slip(
    "overlay-at-another-place",
    "overlay-node-new",
    /mmc@30b40000/,
    ["overlay", "\tsoc@0 {\n", '\tmmc@30b40000 {\n\t\tstatus = "disabled";\n\t};\n\n\tsoc@0 {\n'],
    [["overlay", "\n\tmmc@30b40000 {"]],
    "maaxboard",
  ),
  slip("status-of-no-kind", "status-unknown", /enabled/, appended('&uart0 {\n\tstatus = "enabled";\n};'), [
    ["overlay", 'status = "enabled";'],
  ]),
  slip("stdout-path-as-phandle", "stdout-path-unknown", /phandle/, [
    "board",
    'stdout-path = "/pl011@9000000";',
    "stdout-path = <&uart0>;",
  ]),
  slip("console-without-number", "console-wrong-name", /ttyAMA0/, [
    "guest",
    `${CONSOLE} `,
    "console=ttyAMA ",
  ]),
  slip("console-as-file", "console-wrong-name", /ttyAMA0/, ["guest", CONSOLE, "console=/dev/ttyAMA0"]),
  slip("console-in-two-words", "console-wrong-name", /two words/, ["guest", CONSOLE, "console= ttyAMA0"]),
  slip("console-misspelt", "command-line-word", /console=ttyAMA0/, ["guest", CONSOLE, "consle=ttyAMA0"]),
  slip(
    "psci-misspelt",
    "psci-missing",
    /arm,psci/,
    ["board", '"arm,psci-1.0", "arm,psci-0.2", "arm,psci"', '"arm,pcsi-1.0"'],
    undefined,
    "qemu-virt",
  ),
  slip(
    "uart-without-clocks",
    "clock-names",
    /apb_pclk/,
    ["board", `${CLOCKS}${CLOCK_NAMES}\t};\n\n\trtc`, "\t};\n\n\trtc"],
    [["board", "uart0: pl011@9000000 {"]],
    "qemu-virt",
  ),
]
