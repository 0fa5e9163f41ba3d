// SPDX-License-Identifier: BSD-2-Clause
//
// Lines that were copied from another board, another node or another kernel and half changed: what is left of the old
// place contradicts the new one.

import type { Mistake } from "../mistake.ts"

const RTC = "\tpl031@9010000 {"
const IRQ = '<irq irq="33" id="1" />'

export const COPIES: readonly Mistake[] = [
  {
    name: "irq-of-the-virtual-timer",
    base: "bare",
    changes: [["system", IRQ, `${IRQ}\n        <irq irq="27" id="2" />`]],
    by: "check",
    code: "irq-private",
    words: /private.*virtual timer/,
    at: [["system", '<irq irq="27"']],
  },
  {
    name: "comment-before-another",
    base: "bare",
    changes: [
      ["system", "<!-- The guest drives the board's serial port itself. -->", "<!-- The guest's port"],
    ],
    by: "check",
    words: /comment is not closed/,
    at: [["system", "<!-- The guest's port"]],
  },
  {
    name: "fixed-clock-without-rate",
    base: "qemu-virt",
    changes: [["board", "\t\tclock-frequency = <24000000>;\n", ""]],
    by: "check",
    code: "clock-frequency-missing",
    words: /no clock-frequency/,
    at: [["board", "apb_pclk: apb-pclk {"]],
  },
  {
    name: "clock-without-cells",
    base: "qemu-virt",
    changes: [["board", "\t\t#clock-cells = <0>;\n", ""]],
    by: "check",
    code: "provider-cells",
    words: /#clock-cells/,
    at: [["board", "apb_pclk: apb-pclk {"]],
  },
  {
    name: "psci-of-an-old-board",
    base: "qemu-virt",
    changes: [
      ["board", '"arm,psci-1.0", "arm,psci-0.2", "arm,psci"', '"arm,psci"'],
      ["board", "\t\tcpu_on = <0xc4000003>;\n", ""],
    ],
    by: "check",
    code: "psci-old",
    words: /PSCI 0\.1/,
    at: [["board", 'compatible = "arm,psci";']],
  },
  {
    name: "node-copied-with-its-reg",
    base: "qemu-virt",
    changes: [
      [
        "overlay",
        RTC,
        '\tpl011@9040000 {\n\t\tcompatible = "arm,pl011", "arm,primecell";\n\t\treg = <0x0 0x9000000 0x0 0x1000>;\n' +
          "\t\tinterrupts = <0 8 4>;\n\t\tclocks = <&apb_pclk>, <&apb_pclk>;\n" +
          `\t\tclock-names = "uartclk", "apb_pclk";\n\t};\n\n${RTC}`,
      ],
    ],
    by: "check",
    code: "reg-not-unit",
    words: /9040000/,
    at: [["overlay", "reg = <0x0 0x9000000 0x0 0x1000>"]],
  },
  {
    name: "console-of-the-newest-chip",
    base: "maaxboard",
    changes: [
      [
        "board",
        'compatible = "fsl,imx8mq-uart", "fsl,imx6q-uart";\n\t\t\t\treg = <0x30860000',
        'compatible = "fsl,imx8mq-uart";\n\t\t\t\treg = <0x30860000',
      ],
    ],
    by: "check",
    code: "console-driver",
    words: /no driver for "fsl,imx8mq-uart"/,
    at: [["board", 'compatible = "fsl,imx8mq-uart";']],
  },
  {
    name: "interrupts-under-another-controller",
    base: "maaxboard",
    changes: [
      [
        "board",
        "\t\t\t\tinterrupts = <0 26 4>;",
        "\t\t\t\tinterrupt-parent = <&irqsteer>;\n\t\t\t\tinterrupts = <0 26 4>;",
      ],
    ],
    by: "check",
    code: "interrupt-parent-cells",
    words: /irqsteer|interrupt-controller@32e2d000/,
    at: [["board", "interrupt-parent = <&irqsteer>"]],
  },
  {
    name: "bootargs-that-are-replaced",
    base: "qemu-virt",
    changes: [
      ["overlay", RTC, `\tchosen {\n\t\tbootargs = "console=ttyS0,115200 root=/dev/vda";\n\t};\n\n${RTC}`],
    ],
    by: "check",
    code: "bootargs-replaced",
    words: /bootargs.*ttyS0/,
    at: [["overlay", "bootargs ="]],
  },
  {
    name: "device-executable",
    base: "bare",
    changes: [["system", 'vaddr="0x900_0000" perms="rw"', 'vaddr="0x900_0000" perms="rwx"']],
    by: "check",
    code: "device-map-executable",
    words: /may execute/,
    at: [["system", '<map mr="uart"']],
  },
  {
    name: "merge-conflict",
    base: "bare",
    changes: [
      [
        "system",
        "    <!-- The guest drives the board's serial port itself. -->",
        "<<<<<<< HEAD\n    <!-- ours -->\n=======\n    <!-- theirs -->\n>>>>>>> board",
      ],
    ],
    by: "check",
    code: "merge-conflict",
    words: /merge conflict/,
    at: [["system", "<<<<<<< HEAD"]],
  },
  {
    name: "reg-as-a-string",
    base: "qemu-virt",
    changes: [["board", "reg = <0x0 0x09000000 0x0 0x1000>;", 'reg = "0x09000000 0x1000";']],
    by: "check",
    code: "reg-no-cells",
    words: /string/,
    at: [["board", 'reg = "0x09000000']],
  },
  {
    name: "firmware-reservation-over-kernel",
    base: "qemu-virt",
    changes: [["board", "/dts-v1/;\n", "/dts-v1/;\n/memreserve/ 0x40000000 0x08000000;\n"]],
    by: "check",
    code: "reserved-over-kernel",
    words: /memreserve/,
    at: [["board", "/memreserve/"]],
  },
  {
    name: "comma-between-words",
    base: "qemu-virt",
    changes: [["guest", "console=ttyAMA0 earlycon", "console=ttyAMA0,earlycon"]],
    by: "check",
    code: "console-options",
    words: /no option of console=ttyAMA0/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "initrd-by-a-word",
    base: "qemu-virt",
    changes: [["guest", "console=ttyAMA0", "console=ttyAMA0 initrd=0x48000000,8M"]],
    by: "check",
    code: "initrd-word",
    words: /initrd=/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "kernel-for-a-ramdisk",
    base: "qemu-virt",
    changes: [["guest", '["debian:busybox-static", "../initramfs"]', '"debian:linux-image-arm64"']],
    by: "check",
    words: /is a kernel/,
    at: [["guest", '"ramdisk"']],
  },
]
