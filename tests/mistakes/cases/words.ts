// SPDX-License-Identifier: BSD-2-Clause
//
// Words that nobody reads as they were meant: half of a rename, a tag that ends too early, names of properties and
// attributes at the wrong place or with a letter wrong, strings without their quotes.

import type { Mistake } from "../mistake.ts"
import { slip } from "../slip.ts"

const DOMAIN = '<protection_domain name="vmm" priority="100"'
const MACHINE = '<virtual_machine name="linux" priority="50"'
const UART = '"arm,pl011", "arm,primecell"'
const GIC = '"arm,cortex-a15-gic"'
const RTC = "\tpl031@9010000 {\n\t\tstatus"
const END = "    </protection_domain>\n"

export const WORDS: readonly Mistake[] = [
  slip(
    "region-renamed-in-one-place",
    "region-unknown",
    /linux_ram/,
    ["system", 'name="guest_ram" size', 'name="linux_ram" size'],
    [["system", 'mr="guest_ram" vaddr="0x4000_0000" perms="rw" ']],
  ),
  slip(
    "alias-with-a-digit-less",
    "alias-dangling",
    /pl011@900000"/,
    ["board", "serial0 = &uart0;", 'serial0 = "/pl011@900000";'],
    [["board", 'serial0 = "/pl011@900000"']],
  ),
  {
    name: "blanks-around-equals",
    base: "qemu-virt",
    changes: [["guest", "console=ttyAMA0", "console = ttyAMA0"]],
    by: "check",
    code: "blank-around-equals",
    words: /three words/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "property-deleted-under-another-name",
    base: "maaxboard",
    changes: [["overlay", "/delete-property/ vpcie-supply;", "/delete-property/ vpcie-suply;"]],
    by: "check",
    code: "deletes-no-property",
    words: /vpcie-supply/,
    at: [["overlay", "vpcie-suply"]],
  },
  {
    name: "clock-of-no-kind",
    base: "qemu-virt",
    changes: [["board", '"fixed-clock"', '"fixed-clk"']],
    by: "check",
    code: "compatible-misspelt",
    words: /fixed-clock/,
    at: [["board", '"fixed-clk"']],
  },
  slip(
    "chosen-with-a-letter-more",
    "root-node-name",
    /\/chosen/,
    ["board", "\tchosen {", "\tchoosen {"],
    [["board", "\tchoosen {"]],
  ),
  {
    name: "package-without-a-header",
    base: "qemu-virt",
    changes: [["guest", '"debian:linux-image-arm64"', '"flat:debian:linux-image-arm64"']],
    by: "check",
    code: "kernel-flat-package",
    words: /flat:/,
    at: [["guest", '"kernel"']],
  },
  {
    name: "early-console-without-its-address",
    base: "qemu-virt",
    changes: [["guest", "earlycon=pl011,0x9000000", "earlycon=pl011"]],
    by: "check",
    code: "earlycon-form",
    words: /no address/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "blacklist-of-no-function",
    base: "maaxboard",
    changes: [["guest", "nosmp", "nosmp initcall_blacklist=imx8_soc_int"]],
    by: "check",
    code: "blacklist-unknown",
    words: /imx8_soc_init/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "memory-node-without-its-address",
    base: "qemu-virt",
    changes: [["overlay", "\tmemory@40000000 {", "\tmemory {"]],
    by: "check",
    code: "memory-node-second",
    words: /memory@40000000/,
    at: [["overlay", "\tmemory {"]],
  },
  {
    name: "node-without-its-address",
    base: "qemu-virt",
    changes: [["overlay", RTC, RTC.replace("@9010000", "")]],
    by: "check",
    code: "overlay-node-new",
    words: /pl031@9010000/,
    at: [["overlay", "\tpl031 {"]],
  },
  {
    name: "bus-of-no-driver",
    base: "maaxboard",
    changes: [
      [
        "board",
        'bus@30800000 {\n\t\t\tcompatible = "fsl,aips-bus", "simple-bus";',
        'bus@30800000 {\n\t\t\tcompatible = "fsl,aips-bus";',
      ],
    ],
    by: "check",
    code: "bus-not-simple",
    words: /"simple-bus"/,
    at: [["board", 'compatible = "fsl,aips-bus";']],
  },
  {
    name: "words-without-a-blank",
    base: "qemu-virt",
    changes: [["guest", "ttyAMA0 earlycon", "ttyAMA0earlycon"]],
    by: "check",
    code: "blank-missing",
    words: /blank is missing/,
    at: [["guest", '"cmdline"']],
  },
  slip(
    "domain-ended-in-its-tag",
    "xml-broken",
    /ends in its own tag/,
    ["system", `${DOMAIN}>`, `${DOMAIN} />`],
    [["system", DOMAIN]],
  ),
  slip(
    "domain-closed-twice",
    "xml-broken",
    /closes the element already/,
    ["system", `${END}</system>`, `${END}${END}</system>`],
    [["system", `${END}</system>`]],
  ),
  slip("core-of-a-machine", "attribute-unknown", /<vcpu>/, ["system", MACHINE, `${MACHINE} cpu="0"`]),
  slip("gicv-over-the-distributor", "gic-cpu-interface-place", /GICC/, [
    "system",
    'vaddr="0x801_0000"',
    'vaddr="0x800_0000"',
  ]),
  slip(
    "property-with-a-letter-less",
    "property-misspelt",
    /status was meant/,
    ["overlay", RTC, RTC.replace("status", "staus")],
    [["overlay", "staus"]],
  ),
  slip("text-in-single-quotes", "dts-source", /double quotes/, ["board", GIC, GIC.replaceAll('"', "'")]),
  slip("two-names-in-one-string", "compatible-joined", /one string/, [
    "board",
    UART,
    UART.replace('", "', " "),
  ]),
  slip(
    "vcpus-held-back",
    "vcpus-held-back",
    /nosmp/,
    ["guest", "console=ttyAMA0 ", "console=ttyAMA0 nosmp "],
    [["guest", "nosmp"]],
    "smp",
  ),
  slip(
    "earlycon-with-an-at",
    "earlycon-form",
    /comma/,
    ["guest", "pl011,0x9000000", "pl011@0x9000000"],
    [["guest", "pl011@"]],
    "qemu-virt",
  ),
  slip(
    "ramdisk-of-programs-with-libraries",
    "package-unknown",
    /busybox-static/,
    ["guest", "debian:busybox-static", "debian:busybox"],
    [["guest", '"debian:busybox"']],
    "qemu-virt",
  ),
]
