// SPDX-License-Identifier: BSD-2-Clause
//
// What stands at the wrong place or twice, and what another tool would have taken: parts of a reg in another order, a
// document type, ranks beyond the last, properties given again, words of other kernels.

import type { Mistake } from "../mistake.ts"
import { slip } from "../slip.ts"

const VM = '<virtual_machine name="linux" priority="50">'
const RTC = 'pl031@9010000 {\n\t\tstatus = "disabled";'
const BUS = "bus@30800000 {"
const VMM_RAM = '<map mr="guest_ram" vaddr="0x4000_0000" perms="rw" setvar_vaddr="guest_ram_vaddr" />'
const GIC_V3 = ["<0x38800000 0x10000>,", "<0x38880000 0xc0000>,"] as const

export const ORDER: readonly Mistake[] = [
  {
    name: "redistributors-before-the-distributor",
    base: "maaxboard",
    changes: [
      ["board", GIC_V3[1], "<0 0>,"],
      ["board", GIC_V3[0], GIC_V3[1]],
      ["board", "<0 0>,", GIC_V3[0]],
    ],
    by: "check",
    code: "gic-reg-order",
    words: /distributor is at 0x38800000/,
    at: [["board", `reg = ${GIC_V3[1]}`]],
  },
  slip("rank-of-a-guest-beyond-the-last", "value-wrong", /priority must be between 0 and 254/, [
    "system",
    VM,
    VM.replace("50", "300"),
  ]),
  slip(
    "document-type",
    "xml-broken",
    /XML with DTD detected/,
    ["system", "<system>", "<!DOCTYPE system>\n<system>"],
    [["system", "<!DOCTYPE system>"]],
  ),
  slip(
    "property-twice-in-an-overlay",
    "property-twice",
    /twice in one block/,
    ["overlay", RTC, `${RTC}\n\t\tstatus = "okay";`],
    [["overlay", 'status = "okay";']],
    "qemu-virt",
  ),
  slip(
    "fragment-in-plain-source",
    "overlay-fragment",
    /__overlay__/,
    [
      "overlay",
      RTC,
      `fragment@0 {\n\t\ttarget = <&gpio>;\n\t\t__overlay_ {\n\t\t\tstatus = "disabled";\n\t\t};\n\t};\n\t${RTC}`,
    ],
    [["overlay", "fragment@0 {"]],
    "qemu-virt",
  ),
  slip(
    "bus-of-the-console-disabled",
    "console-disabled",
    /bus@30800000.*is disabled/,
    ["board", BUS, `${BUS}\n\t\t\tstatus = "disabled";`],
    [
      [
        "board",
        'status = "disabled";\n\t\t\tcompatible = "fsl,aips-bus", "simple-bus";\n\t\t\treg = <0x30800000',
      ],
    ],
    "maaxboard",
  ),
  slip(
    "blank-of-a-web-page",
    "command-line-character",
    /U\+00A0/,
    ["guest", "ttyAMA0 earlycon", "ttyAMA0\u00a0earlycon"],
    [["guest", '"cmdline"']],
    "qemu-virt",
  ),
  slip(
    "consoles-of-two-boards",
    "console-wrong-name",
    /already/,
    ["guest", "console=ttyAMA0 ", "console=ttymxc0,115200 console=ttyAMA0 "],
    [["guest", '"cmdline"']],
    "qemu-virt",
  ),
  slip(
    "memory-node-in-mebibytes",
    "memory-node-short",
    /256 bytes/,
    ["overlay", "0x0 0x10000000>", "0x0 256>"],
    [["overlay", "0x0 256>"]],
    "qemu-virt",
  ),
  slip(
    "overlay-moves-the-console",
    "device-mapped-elsewhere",
    /0x9100000/,
    ["overlay", RTC, `pl011@9000000 {\n\t\treg = <0x0 0x09100000 0x0 0x1000>;\n\t};\n\n\t${RTC}`],
    [["overlay", "0x09100000"]],
    "qemu-virt",
  ),
  slip(
    "bus-with-a-slip-in-its-ranges",
    "bus-ranges-moved",
    /0x38000000/,
    ["board", "ranges = <0x30800000 0x30800000 0x400000>", "ranges = <0x30800000 0x38000000 0x400000>"],
    [["board", "ranges = <0x30800000 0x38000000"]],
    "maaxboard",
  ),
  slip(
    "processors-without-cells",
    "cells-missing",
    /#address-cells/,
    ["board", "\t\t#address-cells = <1>;\n\t\t#size-cells = <0>;\n\n\t\tcpu@0", "\t\tcpu@0"],
    [["board", "\tcpus {"]],
    "qemu-virt",
  ),
  slip(
    "comment-that-goes-on",
    "comment-open",
    /not closed/,
    [
      "overlay",
      "\tpl061@9030000 {",
      '\t/* The pins.\n\tpl061@9030000 {\n\t\tstatus = "disabled";\n\t};\n\n\t/* And again. */\n\tpl061@9030000 {',
    ],
    [["overlay", "/* The pins."]],
    "qemu-virt",
  ),
  slip(
    "redistributor-regions-of-another-board",
    "gic-redistributor-regions",
    /#redistributor-regions/,
    [
      "board",
      'compatible = "arm,gic-v3";',
      'compatible = "arm,gic-v3";\n\t\t\t#redistributor-regions = <2>;',
    ],
    [["board", "#redistributor-regions"]],
    "maaxboard",
  ),
  slip(
    "overlay-makes-another-chip",
    "overlay-compatible",
    /ns16550a/,
    ["overlay", RTC, `pl011@9000000 {\n\t\tcompatible = "ns16550a";\n\t};\n\n\t${RTC}`],
    [["overlay", '"ns16550a"']],
    "qemu-virt",
  ),
  slip(
    "map-over-the-program",
    "map-over-program",
    /ELF segment/,
    ["system", VMM_RAM, VMM_RAM.replace("0x4000_0000", "0x20_0000")],
    [["system", 'vaddr="0x20_0000" perms="rw" setvar']],
    "qemu-virt",
  ),
]
