// SPDX-License-Identifier: BSD-2-Clause
//
// What an overlay or a .system file takes away that the guest needs: nodes deleted, a bus disabled, the map of a second
// window forgotten; and words of the command line that have no effect as they stand.

import type { Mistake } from "../mistake.ts"
import { slip } from "../slip.ts"

const RTC = "\tpl031@9010000 {"
const MEMORY = `\tmemory@40000000 {
		device_type = "memory";
		reg = <0x0 0x40000000 0x0 0x10000000>;
	};
`

export const TAKEN_AWAY: readonly Mistake[] = [
  slip("memory-node-deleted", "memory-node-missing", /deleted here/, [
    "overlay",
    MEMORY,
    "\t/delete-node/ memory@40000000;\n",
  ]),
  slip(
    "processors-deleted",
    "cpu-nodes-missing",
    /deleted here/,
    ["overlay", RTC, `\t/delete-node/ cpus;\n\n${RTC}`],
    [["overlay", "/delete-node/ cpus"]],
  ),
  slip(
    "bus-with-clocks-and-pins-disabled",
    "bus-disabled",
    /bus@30000000.*clock-controller@30380000/,
    ["overlay", "bus@30000000 {", 'bus@30000000 {\n\t\t\tstatus = "disabled";'],
    [["overlay", 'status = "disabled";\n\t\t\t/* The thermal']],
    "maaxboard",
  ),
  slip(
    "second-window-not-mapped",
    "device-partly-mapped",
    /nothing maps 'pcie0_config'/,
    ["system", '            <map mr="pcie0_config" vaddr="0x1ff0_0000" perms="rw" cached="false" />\n', ""],
    [["system", 'name="pcie0_config"']],
    "maaxboard",
  ),
  slip(
    "primecell-with-a-zero-less",
    "primecell-short",
    /0x100 bytes/,
    ["board", "reg = <0x0 0x09000000 0x0 0x1000>;", "reg = <0x0 0x09000000 0x0 0x100>;"],
    [["board", "0x09000000 0x0 0x100>"]],
    "qemu-virt",
  ),
  slip(
    "console-without-equals-sign",
    "console-wrong-name",
    /console and ttyAMA0 are two words/,
    ["guest", "console=ttyAMA0", "console ttyAMA0"],
    [["guest", "console ttyAMA0"]],
    "qemu-virt",
  ),
  slip(
    "init-of-a-root-file-system",
    "init-without-root",
    /init=\/bin\/sh is for a root file system/,
    ["guest", "console=ttyAMA0", "init=/bin/sh console=ttyAMA0"],
    [["guest", "init=/bin/sh"]],
    "qemu-virt",
  ),
  {
    name: "serial-alias-left-out",
    base: "maaxboard",
    changes: [["board", "\t\tserial0 = &uart1;\n", ""]],
    by: "check",
    code: "console-without-alias",
    words: /alias/,
    at: [["board", "\taliases {"]],
  },
  {
    name: "interrupts-of-functions-not-given",
    base: "maaxboard",
    changes: [
      ["overlay", '\t\t\tsnvs@30370000 {\n\t\t\t\tstatus = "disabled";\n\t\t\t};\n', ""],
      [
        "system",
        '    <protection_domain name="vmm"',
        '    <memory_region name="snvs" size="0x1_0000" phys_addr="0x3037_0000" />\n    <protection_domain name="vmm"',
      ],
      [
        "system",
        "        </virtual_machine>",
        '            <map mr="snvs" vaddr="0x3037_0000" perms="rw" cached="false" />\n        </virtual_machine>',
      ],
    ],
    by: "check",
    code: "device-without-irq",
    words: /'snvs-powerkey'.*36/,
    at: [["system", '<map mr="snvs"']],
  },
]
