// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes with memory: RAM that the `.system` file, the device tree, guest.json and the images do not agree on,
// places that the board does not have, and pages.

import type { Mistake } from "../mistake.ts"

const QEMU_TREE = "reg = <0x0 0x40000000 0x0 0x10000000>;"
const QEMU_RAM = '<memory_region name="guest_ram" size="0x1000_0000" page_size="0x20_0000" />'
const GUEST_RAM_MAP = '<map mr="guest_ram" vaddr="0x4000_0000" perms="rwx" />'
const VMM_RAM_MAP = '<map mr="guest_ram" vaddr="0x4000_0000" perms="rw" setvar_vaddr="guest_ram_vaddr" />'
const HELLO_RAM = '<memory_region name="guest_ram" size="0x20_0000" page_size="0x20_0000" />'
const CHOSEN = "\tpl031@9010000 {"
const chosen = (text: string): string => `\tchosen {\n${text}\t};\n\n${CHOSEN}`

export const MEMORY: readonly Mistake[] = [
  {
    name: "tree-promises-more-ram",
    base: "qemu-virt",
    changes: [["overlay", QEMU_TREE, "reg = <0x0 0x40000000 0x0 0x20000000>;"]],
    by: "check",
    words: /RAM.*512 MiB|0x40000000\.\.0x60000000/,
    at: [["overlay", "0x20000000>"]],
  },
  {
    name: "region-smaller-than-tree",
    base: "bare",
    changes: [["system", 'name="guest_ram" size="0x1000_0000"', 'name="guest_ram" size="0x800_0000"']],
    by: "check",
    words: /RAM/,
    at: [
      ["overlay", QEMU_TREE],
      ["system", 'size="0x800_0000"'],
    ],
  },
  {
    name: "ram-elsewhere-in-tree",
    base: "bare",
    changes: [["overlay", QEMU_TREE, "reg = <0x0 0x80000000 0x0 0x10000000>;"]],
    by: "check",
    words: /RAM/,
    at: [["overlay", "0x80000000 0x0"]],
  },
  {
    name: "overlay-leaves-board-ram",
    base: "bare",
    changes: [["overlay", QEMU_TREE, "/* the board's */"]],
    by: "check",
    words: /RAM.*2 GiB|0xc0000000/,
    at: [
      ["board", "reg = <0x0 0x40000000 0x0 0x80000000>;"],
      ["system", 'name="guest_ram" size='],
    ],
  },
  {
    name: "memory-node-with-two-cells",
    base: "bare",
    changes: [["overlay", QEMU_TREE, "reg = <0x40000000 0x10000000>;"]],
    by: "check",
    words: /cells|RAM/,
    at: [["overlay", "reg = <0x40000000 0x10000000>;"]],
  },
  {
    name: "guest-json-memory-disagrees",
    base: "bare",
    changes: [["guest", '"kernel"', '"memory": "512M",\n  "kernel"']],
    by: "check",
    words: /512(\.0)? MiB/,
    at: [["guest", '"memory"']],
  },
  {
    name: "ram-larger-than-board",
    base: "bare",
    changes: [["system", 'name="guest_ram" size="0x1000_0000"', 'name="guest_ram" size="0x1_0000_0000"']],
    by: "check",
    words: /RAM|free/,
    at: [["system", 'size="0x1_0000_0000"']],
  },
  {
    name: "ram-outside-board",
    base: "bare",
    changes: [["system", QEMU_RAM, QEMU_RAM.replace(" />", ' phys_addr="0xd000_0000" />')]],
    by: "check",
    words: /RAM|0xd0000000/,
    at: [
      ["system", 'phys_addr="0xd000_0000"'],
      ["system", GUEST_RAM_MAP],
    ],
  },
  {
    name: "ram-not-2mib-aligned",
    base: "hello",
    changes: [["system", GUEST_RAM_MAP, GUEST_RAM_MAP.replace("0x4000_0000", "0x4010_0000")]],
    by: "check",
    words: /align/,
    at: [["system", 'vaddr="0x4010_0000"']],
  },
  {
    name: "ram-not-2mib-aligned-and-told",
    base: "qemu-virt",
    changes: [
      ["system", 'page_size="0x20_0000"', 'page_size="0x1000"'],
      ["system", 'vaddr="0x4000_0000" perms="rwx"', 'vaddr="0x4010_0000" perms="rwx"'],
      ["overlay", "0x0 0x40000000 0x0", "0x0 0x40100000 0x0"],
    ],
    by: "check",
    code: "ram-not-aligned",
    words: /2MiB aligned/,
    at: [["system", 'vaddr="0x4010_0000"']],
  },
  {
    name: "phys-addr-not-aligned",
    base: "hello",
    changes: [["system", HELLO_RAM, HELLO_RAM.replace(" />", ' phys_addr="0x4010_0000" />')]],
    by: "check",
    words: /phys_addr is not aligned/,
    at: [["system", 'phys_addr="0x4010_0000"']],
  },
  {
    name: "size-no-multiple-of-page",
    base: "hello",
    changes: [["system", 'size="0x20_0000" page_size', 'size="0x20_0800" page_size']],
    by: "check",
    words: /size is not a multiple of the page size/,
    at: [["system", 'size="0x20_0800"']],
  },
  {
    name: "page-size-unknown",
    base: "hello",
    changes: [["system", 'page_size="0x20_0000"', 'page_size="0x1_0000"']],
    by: "check",
    words: /page size 0x10000 not supported/,
    at: [["system", 'page_size="0x1_0000"']],
  },
  {
    name: "vmm-cannot-reach-guest-ram",
    base: "bare",
    changes: [["system", `        ${VMM_RAM_MAP}\n`, ""]],
    by: "check",
    words: /guest_ram/,
    at: [
      ["system", GUEST_RAM_MAP],
      ["system", '<protection_domain name="vmm"'],
    ],
  },
  {
    name: "vmm-maps-guest-ram-read-only",
    base: "hello",
    changes: [["system", VMM_RAM_MAP, VMM_RAM_MAP.replace('"rw"', '"r"')]],
    by: "run",
    words: /guest_ram|read-only|write/,
    at: [["system", 'perms="r" setvar']],
  },
  {
    name: "guest-ram-not-executable",
    base: "bare",
    changes: [["system", GUEST_RAM_MAP, GUEST_RAM_MAP.replace("rwx", "rw")]],
    by: "run",
    words: /execut/,
    at: [["system", '<map mr="guest_ram" vaddr="0x4000_0000" perms="rw" />']],
  },
  {
    name: "guest-ram-not-writable",
    base: "qemu-virt",
    changes: [["system", GUEST_RAM_MAP, GUEST_RAM_MAP.replace("rwx", "rx")]],
    by: "run",
    words: /writ/,
    at: [["system", 'perms="rx"']],
  },
  {
    name: "guest-ram-not-mapped",
    base: "bare",
    changes: [["system", `            ${GUEST_RAM_MAP}\n`, ""]],
    by: "check",
    words: /RAM/,
    at: [
      ["system", '<virtual_machine name="linux"'],
      ["overlay", QEMU_TREE],
    ],
  },
  {
    name: "initrd-outside-ram",
    base: "qemu-virt",
    changes: [
      [
        "overlay",
        CHOSEN,
        chosen("\t\tlinux,initrd-start = <0x54000000>;\n\t\tlinux,initrd-end = <0x55000000>;\n"),
      ],
    ],
    by: "check",
    words: /initrd/,
    at: [["overlay", "linux,initrd-start"]],
  },
  {
    name: "initrd-end-before-start",
    base: "qemu-virt",
    changes: [
      [
        "overlay",
        CHOSEN,
        chosen("\t\tlinux,initrd-start = <0x48000000>;\n\t\tlinux,initrd-end = <0x47000000>;\n"),
      ],
    ],
    by: "check",
    words: /initrd/,
    at: [
      ["overlay", "linux,initrd-start"],
      ["overlay", "linux,initrd-end"],
    ],
  },
  {
    name: "kernel-bss-over-initrd",
    base: "qemu-virt",
    changes: [
      [
        "overlay",
        CHOSEN,
        chosen("\t\tlinux,initrd-start = <0x42000000>;\n\t\tlinux,initrd-end = <0x43000000>;\n"),
      ],
    ],
    by: "run",
    words: /initr/,
    at: [["overlay", "linux,initrd-start"]],
  },
  {
    name: "initrd-without-its-end",
    base: "bare",
    changes: [["overlay", CHOSEN, chosen("\t\tlinux,initrd-start = <0x44500000>;\n")]],
    by: "check",
    words: /without linux,initrd-end/,
    at: [["overlay", "linux,initrd-start"]],
  },
  {
    name: "reserved-memory-over-kernel",
    base: "qemu-virt",
    changes: [
      [
        "overlay",
        CHOSEN,
        "\treserved-memory {\n\t\t#address-cells = <2>;\n\t\t#size-cells = <2>;\n\t\tranges;\n\n" +
          "\t\tfirmware@40000000 {\n\t\t\treg = <0x0 0x40000000 0x0 0x1000000>;\n\t\t\tno-map;\n\t\t};\n\t};\n\n" +
          CHOSEN,
      ],
    ],
    by: "run",
    words: /reserved/,
    at: [
      ["overlay", "firmware@40000000"],
      ["overlay", "0x1000000>"],
    ],
  },
  {
    name: "reserved-memory-leaves-little",
    base: "qemu-virt",
    changes: [
      [
        "overlay",
        "\tpl031@9010000 {",
        `\treserved-memory {
\t\t#address-cells = <2>;
\t\t#size-cells = <2>;
\t\tranges;

\t\tframebuffer@43000000 {
\t\t\treg = <0x0 0x43000000 0x0 0xc800000>;
\t\t\tno-map;
\t\t};
\t};

\tpl031@9010000 {`,
      ],
    ],
    by: "check",
    code: "reserved-much",
    words: /keeps 200 MiB of the 256 MiB/,
    at: [["overlay", "reg = <0x0 0x43000000"]],
  },
  {
    name: "ram-too-small-for-kernel",
    base: "qemu-virt",
    changes: [
      ["overlay", QEMU_TREE, "reg = <0x0 0x40000000 0x0 0x1000000>;"],
      ["system", 'name="guest_ram" size="0x1000_0000"', 'name="guest_ram" size="0x100_0000"'],
    ],
    by: "run",
    words: /kernel needs|more RAM/,
    at: [
      ["system", 'size="0x100_0000"'],
      ["overlay", "0x1000000>"],
    ],
  },
  {
    name: "regions-overlap",
    base: "bare",
    changes: [
      [
        "system",
        'name="gic_vcpu" size="0x1000" phys_addr="0x804_0000"',
        'name="gic_vcpu" size="0x1000" phys_addr="0x900_0000"',
      ],
    ],
    by: "check",
    words: /overlap|gic|GIC/,
    at: [["system", 'name="gic_vcpu" size="0x1000"']],
  },
  {
    name: "maps-overlap",
    base: "hello",
    changes: [["system", '<map mr="uart" vaddr="0x900_0000"', '<map mr="uart" vaddr="0x4000_0000"']],
    by: "check",
    words: /overlaps with map for 'guest_ram'/,
    at: [["system", '<map mr="uart"']],
  },
]
