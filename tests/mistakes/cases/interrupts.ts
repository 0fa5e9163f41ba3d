// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes with interrupts: numbers, triggers, and the virtual CPU interface of the guest's interrupt controller.

import type { Mistake } from "../mistake.ts"

const QEMU_IRQ = '<irq irq="33" id="1" />'
const MAAX_IRQ = '<irq irq="58" id="1" />'
const GICV_REGION = '<memory_region name="gic_vcpu" size="0x1000" phys_addr="0x804_0000" />'
const GICV_MAP = '<map mr="gic_vcpu" vaddr="0x801_0000" perms="rw" cached="false" />'
const VM = '<virtual_machine name="linux"'
const CPU_INTERFACE = "intc@8000000"

export const INTERRUPTS: readonly Mistake[] = [
  {
    name: "irq-off-by-32",
    base: "bare",
    changes: [["system", QEMU_IRQ, '<irq irq="1" id="1" />']],
    by: "check",
    words: /SPI 1 .*INTID 33|INTID 33.*SPI 1/,
    at: [["system", '<irq irq="1"']],
  },
  {
    name: "overlay-has-another-trigger",
    base: "bare",
    changes: [
      [
        "overlay",
        "\tpl031@9010000 {",
        "\tpl011@9000000 {\n\t\tinterrupts = <0 1 1>;\n\t};\n\n\tpl031@9010000 {",
      ],
    ],
    by: "check",
    words: /edge-triggered.*level-triggered/,
    at: [["overlay", "interrupts = <0 1 1>"]],
  },
  {
    name: "overlay-has-another-interrupt",
    base: "bare",
    changes: [
      [
        "overlay",
        "	pl031@9010000 {",
        "	pl011@9000000 {\n\t\tinterrupts = <0 2 4>;\n\t};\n\n	pl031@9010000 {",
      ],
    ],
    by: "check",
    words: /INTID 34.*INTID 33/,
    at: [["overlay", "interrupts = <0 2 4>"]],
  },
  {
    name: "irq-off-by-32-imx",
    base: "maaxboard",
    changes: [["system", MAAX_IRQ, '<irq irq="26" id="1" />']],
    by: "check",
    words: /58/,
    at: [["system", '<irq irq="26"']],
  },
  {
    name: "irq-off-by-16",
    base: "bare",
    changes: [["system", QEMU_IRQ, '<irq irq="17" id="1" />']],
    by: "check",
    words: /33|private|PPI/,
    at: [["system", '<irq irq="17"']],
  },
  {
    name: "irq-32-twice",
    base: "maaxboard",
    changes: [["system", MAAX_IRQ, '<irq irq="90" id="1" />']],
    by: "check",
    words: /58/,
    at: [["system", '<irq irq="90"']],
  },
  {
    name: "irq-of-nothing",
    base: "bare",
    changes: [["system", QEMU_IRQ, '<irq irq="200" id="1" />']],
    by: "check",
    words: /200|33/,
    at: [["system", '<irq irq="200"']],
  },
  {
    name: "irq-of-another-device",
    base: "bare",
    changes: [["system", QEMU_IRQ, '<irq irq="34" id="1" />']],
    by: "check",
    words: /pl031|33/,
    at: [["system", '<irq irq="34"']],
  },
  {
    name: "irq-missing",
    base: "qemu-virt",
    changes: [["system", `        ${QEMU_IRQ}\n`, ""]],
    by: "check",
    words: /33/,
    at: [
      ["system", '<map mr="uart"'],
      ["system", '<protection_domain name="vmm"'],
      ["system", VM],
      ["board", "interrupts = <0 1 4>;"],
      ["board", "uart0: pl011@9000000"],
    ],
  },
  {
    name: "irq-trigger-edge",
    base: "bare",
    changes: [["system", QEMU_IRQ, '<irq irq="33" id="1" trigger="edge" />']],
    by: "check",
    words: /trigger|level/,
    at: [["system", 'trigger="edge"']],
  },
  {
    name: "irq-trigger-word",
    base: "bare",
    changes: [["system", QEMU_IRQ, '<irq irq="33" id="1" trigger="high" />']],
    by: "check",
    words: /trigger must be either 'level' or 'edge'/,
    at: [["system", 'trigger="high"']],
  },
  {
    name: "irq-twice",
    base: "bare",
    changes: [["system", QEMU_IRQ, `${QEMU_IRQ}\n        <irq irq="33" id="2" />`]],
    by: "check",
    words: /33/,
    at: [
      ["system", '<irq irq="33" id="2" />'],
      ["system", QEMU_IRQ],
    ],
  },
  {
    name: "channel-id-twice",
    base: "bare",
    changes: [["system", QEMU_IRQ, `${QEMU_IRQ}\n        <irq irq="34" id="1" />`]],
    by: "check",
    words: /duplicate channel id: 1/,
    at: [["system", '<irq irq="34" id="1" />']],
  },
  {
    name: "channel-id-too-large",
    base: "bare",
    changes: [["system", QEMU_IRQ, '<irq irq="33" id="62" />']],
    by: "check",
    words: /id must be < 62/,
    at: [["system", 'id="62"']],
  },
  {
    name: "channel-id-no-number",
    base: "bare",
    changes: [["system", QEMU_IRQ, '<irq irq="33" id="uart" />']],
    by: "check",
    words: /integer|number/,
    at: [["system", 'id="uart"']],
  },
  {
    name: "gicv-not-given",
    base: "qemu-virt",
    changes: [
      ["system", GICV_REGION, ""],
      ["system", GICV_MAP, ""],
    ],
    by: "check",
    words: /GICV|CPU interface/,
    at: [
      ["system", VM],
      ["board", CPU_INTERFACE],
      ["board", "0x08010000"],
    ],
  },
  {
    name: "gicv-not-mapped",
    base: "qemu-virt",
    changes: [["system", GICV_MAP, ""]],
    by: "check",
    words: /GICV|CPU interface/,
    at: [
      ["system", VM],
      ["system", GICV_REGION],
      ["board", CPU_INTERFACE],
    ],
  },
  {
    name: "gicv-mapped-at-its-own-address",
    base: "qemu-virt",
    changes: [["system", 'vaddr="0x801_0000"', 'vaddr="0x804_0000"']],
    by: "check",
    words: /0x8010000/,
    at: [["system", 'vaddr="0x804_0000"']],
  },
  {
    name: "gicc-in-place-of-gicv",
    base: "bare",
    changes: [["system", GICV_REGION, GICV_REGION.replace("0x804_0000", "0x801_0000")]],
    by: "check",
    words: /GICV|0x8040000/,
    at: [
      ["system", 'phys_addr="0x801_0000"'],
      ["system", GICV_MAP],
    ],
  },
  {
    name: "gich-in-place-of-gicv",
    base: "bare",
    changes: [["system", GICV_REGION, GICV_REGION.replace("0x804_0000", "0x803_0000")]],
    by: "check",
    words: /GICV|0x8040000/,
    at: [
      ["system", 'phys_addr="0x803_0000"'],
      ["system", GICV_MAP],
    ],
  },
  {
    name: "distributor-given",
    base: "bare",
    changes: [
      [
        "system",
        GICV_REGION,
        `${GICV_REGION}\n    <memory_region name="gicd" size="0x1_0000" phys_addr="0x800_0000" />`,
      ],
      [
        "system",
        GICV_MAP,
        `${GICV_MAP}\n            <map mr="gicd" vaddr="0x800_0000" perms="rw" cached="false" />`,
      ],
    ],
    by: "check",
    words: /distributor/,
    at: [
      ["system", '<map mr="gicd"'],
      ["system", 'name="gicd" size'],
    ],
  },
  {
    name: "gic-disabled",
    base: "qemu-virt",
    changes: [
      ["overlay", "\tflash@0 {", '\tintc@8000000 {\n\t\tstatus = "disabled"; /* gic */\n\t};\n\n\tflash@0 {'],
    ],
    by: "check",
    words: /interrupt controller|GIC/,
    at: [
      ["overlay", "/* gic */"],
      ["overlay", "intc@8000000"],
      ["board", CPU_INTERFACE],
    ],
  },
]
