// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes in the device tree sources: syntax, references, cells, and the psci node.

import type { Mistake } from "../mistake.ts"
import { slip } from "../slip.ts"

const RTC = "\tpl031@9010000 {"

export const TREE: readonly Mistake[] = [
  {
    name: "dts-missing-semicolon",
    base: "hello",
    changes: [["overlay", "reg = <0x40000000 0x200000>;", "reg = <0x40000000 0x200000>"]],
    by: "check",
    words: /";"/,
    at: [
      ["overlay", "reg = <0x40000000 0x200000>"],
      ["overlay", "\t};\n};"],
    ],
  },
  {
    name: "dts-missing-brace",
    base: "hello",
    changes: [["overlay", "\t};\n};", "};"]],
    by: "check",
    words: /'}'|brace|end of/,
    at: [["overlay"]],
  },
  {
    name: "dts-missing-angle",
    base: "bare",
    changes: [["board", "reg = <0x0 0x09010000 0x0 0x1000>;", "reg = <0x0 0x09010000 0x0 0x1000;"]],
    by: "check",
    words: /'>'|number|cell/,
    at: [["board", "reg = <0x0 0x09010000 0x0 0x1000;"]],
  },
  {
    name: "phandle-to-missing-label",
    base: "hello",
    changes: [["board", "interrupt-parent = <&gic>;", "interrupt-parent = <&gicc>;"]],
    by: "check",
    words: /gicc/,
    at: [["board", "<&gicc>"]],
  },
  {
    name: "clock-of-missing-label",
    base: "hello",
    changes: [["board", "clocks = <&uart_clock>, <&uart_clock>;", "clocks = <&uart_clk>, <&uart_clock>;"]],
    by: "check",
    words: /uart_clk/,
    at: [["board", "&uart_clk>"]],
  },
  {
    name: "clock-label-misspelt-twice",
    base: "bare",
    changes: [["board", "clocks = <&apb_pclk>, <&apb_pclk>", "clocks = <&apb_clk>, <&apb_clk>"]],
    by: "check",
    words: /apb_clk.*\n?.*apb_pclk/,
    at: [["board", "clocks = <&apb_clk>, <&apb_clk>"]],
  },
  {
    name: "overlay-of-missing-label",
    base: "bare",
    changes: [
      ["overlay", RTC, `\tdummy: dummy {\n\t};\n\n${RTC}`],
      [
        "overlay",
        '\tflash@0 {\n\t\tstatus = "disabled";\n\t};\n};',
        '\tflash@0 {\n\t\tstatus = "disabled";\n\t};\n};\n\n&rtcc {\n\tstatus = "disabled";\n};',
      ],
    ],
    by: "check",
    words: /rtcc/,
    at: [["overlay", "&rtcc {"]],
  },
  {
    name: "board-without-dts-v1",
    base: "hello",
    changes: [["board", "/dts-v1/;\n", ""]],
    by: "check",
    words: /board tree|dts-v1/,
    at: [["board"], ["overlay"], ["system"]],
  },
  {
    name: "overlay-with-dts-v1",
    base: "hello",
    changes: [["overlay", "/ {", "/dts-v1/;\n/ {"]],
    by: "check",
    words: /more than one board tree|dts-v1/,
    at: [["board"], ["overlay"], ["system"]],
  },
  {
    name: "include-of-missing-file",
    base: "hello",
    changes: [["overlay", "/ {", '/include/ "memory.dtsi"\n/ {']],
    by: "check",
    words: /memory\.dtsi/,
    at: [["overlay", '/include/ "memory.dtsi"']],
  },
  {
    name: "interrupts-with-two-cells",
    base: "bare",
    changes: [["board", "interrupts = <0 1 4>;", "interrupts = <0 1>;"]],
    by: "check",
    words: /cells/,
    at: [["board", "interrupts = <0 1>;"]],
  },
  {
    name: "gic-without-virtual-interface",
    base: "bare",
    changes: [
      [
        "board",
        `<0x0 0x08010000 0x0 0x10000>,	/* GICC, CPU interface */
		      <0x0 0x08030000 0x0 0x10000>,	/* GICH, virtual interface control */
		      <0x0 0x08040000 0x0 0x10000>;	/* GICV, virtual CPU interface */`,
        "<0x0 0x08010000 0x0 0x10000>;",
      ],
    ],
    by: "check",
    words: /GICV|virtual/,
    at: [
      ["board", "intc@8000000 {"],
      ["board", "reg = <0x0 0x08000000 0x0 0x10000>,"],
      ["board", "0x08010000"],
      ["system", '<map mr="gic_vcpu"'],
      ["system", 'name="gic_vcpu"'],
    ],
  },
  {
    name: "psci-method-unknown",
    base: "qemu-virt",
    changes: [["board", 'method = "smc";', 'method = "svc";']],
    by: "check",
    words: /method/,
    at: [["board", 'method = "svc"']],
  },
  {
    name: "psci-method-hvc",
    base: "qemu-virt",
    changes: [["board", 'method = "smc";', 'method = "hvc";']],
    by: "check",
    words: /hvc/,
    at: [["board", 'method = "hvc"']],
  },
  {
    name: "psci-missing",
    base: "qemu-virt",
    changes: [["overlay", RTC, `\t/delete-node/ psci;\n\n${RTC}`]],
    by: "check",
    words: /psci/i,
    at: [
      ["board", "cpu@0 {"],
      ["board", 'enable-method = "psci"'],
      ["overlay", "/delete-node/ psci"],
    ],
  },
  {
    name: "timer-missing",
    base: "qemu-virt",
    changes: [["overlay", RTC, `\t/delete-node/ timer;\n\n${RTC}`]],
    by: "run",
    words: /timer/,
    at: [["overlay"], ["board"]],
  },
  {
    name: "deleted-controller-still-named",
    base: "bare",
    changes: [["overlay", RTC, `\t/delete-node/ intc@8000000;\n\n${RTC}`]],
    by: "check",
    words: /"gic" is deleted/,
    at: [["overlay", "/delete-node/ intc@8000000"]],
  },
  {
    name: "deleted-clock-still-named",
    base: "bare",
    changes: [["overlay", RTC, `\t/delete-node/ apb-pclk;\n\n${RTC}`]],
    by: "check",
    words: /apb-pclk|apb_pclk|clocks/,
    at: [
      ["overlay", "/delete-node/ apb-pclk"],
      ["board", "clocks = <&apb_pclk>, <&apb_pclk>;"],
      ["board", "uart0: pl011@9000000"],
      ["board", "apb_pclk: apb-pclk"],
    ],
  },
  slip(
    "bus-too-short-for-its-devices",
    "bus-ranges-short",
    /bus@30800000/,
    ["board", "ranges = <0x30800000 0x30800000 0x400000>,", "ranges = <0x30800000 0x30800000 0x40000>,"],
    undefined,
    "maaxboard",
  ),
  slip(
    "bus-too-short-for-its-interrupt-controller",
    "bus-ranges-short",
    /soc@0/,
    ["board", "ranges = <0x0 0x0 0x0 0x3e000000>;", "ranges = <0x0 0x0 0x0 0x38000000>;"],
    undefined,
    "maaxboard",
  ),
]
