// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes that leave the console silent: the UART not given, given elsewhere, or named wrongly.

import type { Mistake } from "../mistake.ts"

const REGION = '<memory_region name="uart" size="0x1000" phys_addr="0x900_0000" />'
const MAP = '<map mr="uart" vaddr="0x900_0000" perms="rw" cached="false" />'
const QEMU_LINE = "console=ttyAMA0 earlycon=pl011,0x9000000"
const MAAX_LINE = "console=ttymxc0,115200 earlycon=ec_imx6q,0x30860000,115200 nosmp"
const NODE = "uart0: pl011@9000000"
const CHOSEN = "\tpl031@9010000 {"

const SECOND_PORT = `\tserial@9040000 {
\t\tcompatible = "arm,pl011", "arm,primecell";
\t\treg = <0x9040000 0x1000>;
\t\tinterrupts = <0 8 4>;
\t\tclocks = <&uart_clock>, <&uart_clock>;
\t\tclock-names = "uartclk", "apb_pclk";
\t};

`
const SECOND_GUEST = `    <memory_region name="second_ram" size="0x20_0000" page_size="0x20_0000" />
    <memory_region name="uart2" size="0x1000" phys_addr="0x904_0000" />
    <protection_domain name="vmm2" priority="100">
        <program_image path="vmm.elf" />
        <map mr="second_ram" vaddr="0x4000_0000" perms="rw" setvar_vaddr="guest_ram_vaddr" />
        <virtual_machine name="second" priority="50">
            <vcpu id="0" />
            <map mr="second_ram" vaddr="0x4000_0000" perms="rwx" />
            <map mr="uart2" vaddr="0x904_0000" perms="rw" cached="false" />
        </virtual_machine>
    </protection_domain>
</system>`

export const CONSOLE: readonly Mistake[] = [
  {
    name: "uart-not-mapped",
    base: "bare",
    changes: [["system", MAP, ""]],
    by: "check",
    words: /pl011@9000000/,
    at: [
      ["board", NODE],
      ["system", REGION],
      ["system", '<virtual_machine name="linux"'],
      ["guest", '"cmdline"'],
    ],
  },
  {
    name: "uart-not-given",
    base: "qemu-virt",
    changes: [
      ["system", MAP, ""],
      ["system", REGION, ""],
    ],
    by: "check",
    words: /pl011@9000000/,
    at: [
      ["board", NODE],
      ["system", '<virtual_machine name="linux"'],
      ["guest", '"cmdline"'],
    ],
  },
  {
    name: "hello-uart-not-given",
    base: "hello",
    changes: [
      ["system", MAP, ""],
      ["system", REGION, ""],
    ],
    by: "run",
    words: /serial@9000000/,
    at: [
      ["board", "serial@9000000 {"],
      ["system", '<virtual_machine name="hello"'],
    ],
  },
  {
    name: "hello-uart-mapped-elsewhere",
    base: "hello",
    changes: [["system", '<map mr="uart" vaddr="0x900_0000"', '<map mr="uart" vaddr="0x901_0000"']],
    by: "run",
    words: /serial@9000000/,
    at: [
      ["board", "serial@9000000 {"],
      ["system", 'vaddr="0x901_0000"'],
    ],
  },
  {
    name: "uart-mapped-elsewhere",
    base: "bare",
    changes: [["system", '<map mr="uart" vaddr="0x900_0000"', '<map mr="uart" vaddr="0x901_0000"']],
    by: "check",
    words: /pl011@9000000|0x9000000/,
    at: [
      ["system", 'vaddr="0x901_0000"'],
      ["board", NODE],
    ],
  },
  {
    name: "region-of-another-device",
    base: "bare",
    changes: [["system", REGION, REGION.replace("0x900_0000", "0x901_0000")]],
    by: "check",
    words: /pl011@9000000|pl031/,
    at: [
      ["system", 'phys_addr="0x901_0000"'],
      ["system", MAP],
      ["board", NODE],
    ],
  },
  {
    name: "uart-read-only",
    base: "qemu-virt",
    changes: [["system", MAP, MAP.replace('"rw"', '"r"')]],
    by: "run",
    words: /writ/,
    at: [["system", 'perms="r" cached']],
  },
  {
    name: "uart-cached",
    base: "bare",
    changes: [["system", MAP, MAP.replace(' cached="false"', "")]],
    by: "check",
    words: /cached/,
    at: [["system", '<map mr="uart" vaddr="0x900_0000" perms="rw" />']],
  },
  {
    name: "uart-disabled-but-console",
    base: "qemu-virt",
    changes: [
      ["overlay", CHOSEN, `\tpl011@9000000 {\n\t\tstatus = "disabled"; /* uart */\n\t};\n\n${CHOSEN}`],
    ],
    by: "check",
    words: /disabled/,
    at: [
      ["overlay", "/* uart */"],
      ["overlay", "pl011@9000000"],
      ["guest", '"cmdline"'],
      ["board", "stdout-path"],
    ],
  },
  {
    name: "console-driver-blacklisted",
    base: "qemu-virt",
    changes: [["guest", QEMU_LINE, "console=ttyAMA0 initcall_blacklist=pl011_init"]],
    by: "check",
    words: /keeps the driver of 'pl011@9000000'/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "console-of-another-driver",
    base: "qemu-virt",
    changes: [["guest", QEMU_LINE, "console=ttyS0 earlycon=pl011,0x9000000"]],
    by: "check",
    words: /ttyAMA0/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "console-of-a-second-uart",
    base: "qemu-virt",
    changes: [["guest", QEMU_LINE, "console=ttyAMA1"]],
    by: "check",
    words: /ttyAMA0/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "console-disabled-uart-imx",
    base: "maaxboard",
    changes: [["guest", "console=ttymxc0,115200", "console=ttymxc1,115200"]],
    by: "check",
    words: /ttymxc0|ttymxc1/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "console-of-another-board",
    base: "maaxboard",
    changes: [["guest", MAAX_LINE, "console=ttyAMA0,115200 nosmp"]],
    by: "check",
    words: /ttymxc0/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "earlycon-at-another-address",
    base: "qemu-virt",
    changes: [["guest", "earlycon=pl011,0x9000000", "earlycon=pl011,0x9010000"]],
    by: "check",
    words: /earlycon/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "earlycon-at-another-address-imx",
    base: "maaxboard",
    changes: [["guest", "earlycon=ec_imx6q,0x30860000", "earlycon=ec_imx6q,0x30890000"]],
    by: "check",
    words: /earlycon/,
    at: [["guest", '"cmdline"']],
  },
  {
    name: "stdout-path-to-nothing",
    base: "qemu-virt",
    changes: [["overlay", CHOSEN, `\tchosen {\n\t\tstdout-path = "/pl011@9001000";\n\t};\n\n${CHOSEN}`]],
    by: "check",
    words: /stdout-path/,
    at: [["overlay", "stdout-path"]],
  },
  {
    name: "stdout-path-not-given",
    base: "qemu-virt",
    changes: [["overlay", CHOSEN, `\tchosen {\n\t\tstdout-path = "/pl031@9010000";\n\t};\n\n${CHOSEN}`]],
    by: "check",
    words: /stdout-path/,
    at: [["overlay", "stdout-path"]],
  },
  {
    name: "second-guest-port-at-its-own-address",
    base: "hello",
    changes: [
      ["board", "\tserial@9000000 {", `${SECOND_PORT}\tserial@9000000 {`],
      ["system", "</system>", SECOND_GUEST],
    ],
    by: "check",
    code: "console-of-another",
    words: /the console of 'second' by its tree, belongs to 'hello'; it has 'serial@9040000'/,
    at: [["system", '<map mr="uart2"']],
  },
]
