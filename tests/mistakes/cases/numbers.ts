// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes in numbers that compile: cells, kinds of interrupts, versions, addresses and frequencies that contradict
// what stands next to them.

import type { Mistake } from "../mistake.ts"

const GIC = 'compatible = "arm,cortex-a15-gic"'
const UART = "reg = <0x0 0x09000000 0x0 0x1000>;\n\t\tinterrupts = <0 1 4>;"
/** INTID 33's UART with both clocks, and with one for its two names. */
const ONE_AND_NAMES = [
  "/* INTID 33 */\n\t\tclocks = <&apb_pclk>, <&apb_pclk>;",
  "/* INTID 33 */\n\t\tclocks = <&apb_pclk>;",
] as const
const FLASH = "\tflash@0 {"

export const NUMBERS: readonly Mistake[] = [
  {
    name: "gic-of-other-version",
    base: "bare",
    changes: [["board", GIC, 'compatible = "arm,gic-v3"']],
    by: "check",
    code: "gic-version-reg",
    words: /GICv3.*GICv2/,
    at: [["board", '"arm,gic-v3"']],
  },
  {
    name: "memory-lower-half-first",
    base: "bare",
    changes: [["overlay", "<0x0 0x40000000 0x0 0x10000000>", "<0x40000000 0x0 0x10000000 0x0>"]],
    by: "check",
    code: "reg-cells",
    words: /lower half/,
    at: [["overlay", "<0x40000000 0x0 0x10000000 0x0>"]],
  },
  {
    name: "interrupt-one-further-on",
    base: "maaxboard",
    changes: [["system", 'irq="154"', 'irq="155"']],
    by: "check",
    code: "irq-of-no-device",
    words: /raises 154/,
    at: [["system", 'irq="155"']],
  },
  {
    name: "gicv-at-its-physical-address",
    base: "maaxboard",
    changes: [["system", '<map mr="gic_vcpu" vaddr="0x3100_0000"', '<map mr="gic_vcpu" vaddr="0x3102_0000"']],
    by: "check",
    code: "gic-cpu-interface-place",
    words: /GICC.*0x31000000/,
    at: [["system", '<map mr="gic_vcpu"']],
  },
  {
    name: "root-of-one-cell",
    base: "bare",
    changes: [
      [
        "board",
        "\t#address-cells = <2>;\n\t#size-cells = <2>;",
        "\t#address-cells = <1>;\n\t#size-cells = <1>;",
      ],
    ],
    by: "check",
    code: "root-cells",
    words: /#address-cells 1 and #size-cells 1/,
    at: [["board", "\t#address-cells = <1>;\n\t#size-cells = <1>;"]],
  },
  {
    name: "stdout-at-a-port-not-given",
    base: "qemu-virt",
    changes: [
      [
        "overlay",
        FLASH,
        '\tuart1: serial@9040000 {\n\t\tcompatible = "arm,pl011", "arm,primecell";\n' +
          "\t\treg = <0x0 0x09040000 0x0 0x1000>;\n\t\tinterrupts = <0 8 4>;\n" +
          '\t\tclocks = <&apb_pclk>, <&apb_pclk>;\n\t\tclock-names = "uartclk", "apb_pclk";\n\t};\n\n' +
          `\tchosen {\n\t\tstdout-path = &uart1;\n\t};\n\n${FLASH}`,
      ],
    ],
    by: "check",
    code: "device-not-mapped",
    words: /serial@9040000/,
    at: [["overlay", "uart1: serial@9040000 {"]],
  },
  {
    name: "port-without-interrupts",
    base: "qemu-virt",
    changes: [["board", "\t\tinterrupts = <0 1 4>;\t\t\t/* INTID 33 */\n", ""]],
    by: "check",
    code: "console-no-interrupts",
    words: /pl011@9000000.*has no interrupts/,
    at: [["board", "uart0: pl011@9000000 {"]],
  },
  {
    name: "port-sixteen-times-as-long",
    base: "maaxboard",
    changes: [["system", 'name="uart" size="0x1_0000"', 'name="uart" size="0x10_0000"']],
    by: "check",
    code: "region-zero-more",
    words: /spdif@308a0000/,
    at: [["system", 'name="uart" size="0x10_0000"']],
  },
  {
    name: "banks-mapped-at-the-second",
    base: "maaxboard",
    changes: [["system", '<map mr="gpio" vaddr="0x3020_0000"', '<map mr="gpio" vaddr="0x3021_0000"']],
    by: "check",
    code: "device-mapped-elsewhere",
    words: /gpio@30200000/,
    at: [["system", '<map mr="gpio"']],
  },
  {
    name: "gic-of-two-cells",
    base: "bare",
    changes: [
      ["board", "#interrupt-cells = <3>;\n\t\t#address-cells", "#interrupt-cells = <2>;\n\t\t#address-cells"],
    ],
    by: "check",
    code: "gic-cells",
    words: /3 cells/,
    at: [["board", "#interrupt-cells = <2>;\n\t\t#address-cells = <0>;\n\t\treg"]],
  },
  {
    name: "interrupt-parent-as-old-number",
    base: "bare",
    changes: [["board", "interrupt-parent = <&gic>", "interrupt-parent = <0x8001>"]],
    by: "check",
    code: "interrupt-parent-dangling",
    words: /0x8001/,
    at: [["board", "<0x8001>"]],
  },
  {
    name: "uart-with-private-interrupt",
    base: "qemu-virt",
    changes: [["board", UART, UART.replace("<0 1 4>", "<1 1 4>")]],
    by: "check",
    code: "interrupt-kind",
    words: /private.*SPI/,
    at: [["board", "interrupts = <1 1 4>"]],
  },
  {
    name: "uart-intid-as-private-number",
    base: "qemu-virt",
    changes: [["board", UART, UART.replace("<0 1 4>", "<1 33 4>")]],
    by: "check",
    code: "interrupt-kind",
    words: /private/,
    at: [["board", "interrupts = <1 33 4>"]],
  },
  {
    name: "uart-spi-beyond-the-last",
    base: "qemu-virt",
    changes: [["board", UART, UART.replace("<0 1 4>", "<0 1023 4>")]],
    by: "check",
    code: "interrupt-kind",
    words: /beyond the last SPI/,
    at: [["board", "interrupts = <0 1023 4>"]],
  },
  {
    name: "uart-with-fewer-clocks-than-names",
    base: "qemu-virt",
    changes: [["board", ONE_AND_NAMES[0], ONE_AND_NAMES[1]]],
    by: "check",
    code: "fewer-than-names",
    words: /clocks of .* has 1 entry/,
    at: [["board", ONE_AND_NAMES[1]]],
  },
  {
    name: "uart-reg-lost-a-zero",
    base: "bare",
    changes: [["board", UART, UART.replace("0x09000000", "0x0900000")]],
    by: "check",
    code: "reg-not-unit",
    words: /0x900000.*0x9000000/,
    at: [["board", "0x0900000 "]],
  },
  {
    name: "size-and-phys-addr-swapped",
    base: "bare",
    changes: [["system", 'size="0x1000" phys_addr="0x900_0000"', 'size="0x900_0000" phys_addr="0x1000"']],
    by: "check",
    code: "regions-overlap",
    words: /changed places/,
    at: [["system", 'name="uart"']],
  },
  {
    name: "ram-over-the-devices",
    base: "bare",
    changes: [["system", 'page_size="0x20_0000" />', 'page_size="0x20_0000" phys_addr="0x0" />']],
    by: "check",
    code: "regions-overlap",
    words: /over all of them/,
    at: [["system", 'name="guest_ram"']],
  },
  {
    name: "board-memory-without-type",
    base: "bare",
    changes: [
      ["board", '\t\tdevice_type = "memory";\n', ""],
      ["overlay", '\t\tdevice_type = "memory";\n', ""],
    ],
    by: "check",
    code: "board-without-ram",
    words: /device_type/,
    at: [["board", "memory@40000000"]],
  },
  {
    name: "counter-frequency-of-other-board",
    base: "qemu-virt",
    changes: [["overlay", FLASH, `\ttimer {\n\t\tclock-frequency = <8333333>;\n\t};\n\n${FLASH}`]],
    by: "check",
    code: "clock-frequency",
    words: /8333333 Hz/,
    at: [["overlay", "clock-frequency"]],
  },
  {
    name: "console-tty0-of-a-pc",
    base: "qemu-virt",
    changes: [["guest", "console=ttyAMA0 earlycon=pl011,0x9000000", "console=tty0"]],
    by: "run",
    words: /tty0/,
    at: [["guest", "console=tty0"]],
  },
]
