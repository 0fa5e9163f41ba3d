// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes in the language of the `.system` file: names, elements, attributes, limits, and files of its first form.

import type { Change, Mistake } from "../mistake.ts"

const PD = '<protection_domain name="vmm" priority="100">'
const IMAGE = '<program_image path="vmm.elf" />'
const VM = '<virtual_machine name="hello" priority="50">'
const UART = '<map mr="uart" vaddr="0x900_0000" perms="rw" cached="false" />'
const UART_REGION = '<memory_region name="uart" size="0x1000" phys_addr="0x900_0000" />'
const VCPU = '<vcpu id="0" />'

const system = (name: string, words: RegExp, find: string, put: string, at: string = put): Mistake => ({
  name,
  base: "hello",
  changes: [["system", find, put] as Change],
  by: "check",
  words,
  at: [["system", at]],
})

export const LANGUAGE: readonly Mistake[] = [
  system("typo-in-element", /memory_region/, UART_REGION, UART_REGION.replace("region", "regoin")),
  system("typo-in-attribute", /phys_addr/, 'phys_addr="0x900_0000"', 'phys_adr="0x900_0000"'),
  system("typo-in-region-name", /did you mean 'uart'|'uart'/, '<map mr="uart"', '<map mr="uartt"'),
  system("attribute-of-another-element", /vaddr/, 'mr="uart" vaddr=', 'mr="uart" phys_addr='),
  system("attribute-missing", /Missing required attribute 'mr'/, '<map mr="uart" vaddr', "<map vaddr"),
  system("attribute-twice", /cached/, UART, UART.replace("/>", 'cached="false" />')),
  system("perms-unknown", /perms/, UART, UART.replace('"rw"', '"rwz"')),
  system("perms-write-only", /write-only/, UART, UART.replace('"rw"', '"w"')),
  system("boolean-word", /true|false/, 'cached="false"', 'cached="no"'),
  system("size-no-number", /parse integer '0x1000k'/, UART_REGION, UART_REGION.replace("0x1000", "0x1000k")),
  system("size-with-unit", /2M/, 'size="0x20_0000" page_size', 'size="2M" page_size'),
  system(
    "region-twice",
    /duplicate memory region name 'uart'/,
    UART_REGION,
    `${UART_REGION}\n    ${UART_REGION} <!-- 2 -->`,
    "<!-- 2 -->",
  ),
  system("map-twice", /overlaps with map/, UART, `${UART}\n            ${UART} <!-- 2 -->`, "<!-- 2 -->"),
  system("priority-too-high", /priority must be between 0 and 254/, 'priority="100"', 'priority="255"'),
  system("vm-priority-too-high", /priority must be between 0 and 254/, 'priority="50"', 'priority="300"'),
  system("vm-above-its-vmm", /priority/, 'name="hello" priority="50"', 'name="hello" priority="150"'),
  system("budget-over-period", /budget/, 'priority="100">', 'priority="100" budget="2000" period="1000">'),
  system("vcpu-missing", /missing 'vcpu' element/, VCPU, "", VM),
  system("vcpu-id-missing", /Missing required attribute 'id'/, VCPU, "<vcpu />"),
  system("vcpu-on-missing-core", /cpu core must be less than/, VCPU, '<vcpu id="0" cpu="4" />'),
  system("program-image-missing", /missing 'program_image' element/, IMAGE, "", PD),
  system(
    "program-image-twice",
    /program_image/,
    IMAGE,
    `${IMAGE}\n        ${IMAGE} <!-- 2 -->`,
    "<!-- 2 -->",
  ),
  system("stack-size-small", /stack size must be between/, PD, PD.replace(">", ' stack_size="0x100">')),
  // Two tags disagree: the one that opens and the one that closes.
  {
    name: "element-not-closed",
    base: "hello",
    changes: [["system", UART, UART.replace(" />", "> <!-- open -->")]],
    by: "check",
    words: /map/,
    at: [["system", "<!-- open -->\n        </virtual_machine>"]],
  },
  system("quote-missing", /quote|attribute|=|"/, 'mr="uart" vaddr', "mr=uart vaddr"),
  system("text-in-element", /unexpected text/, UART, `${UART} uart`, "uart\n"),
  {
    name: "root-misspelled",
    base: "hello",
    changes: [["system", "<system>", "<sytem>"]],
    by: "check",
    words: /sytem/,
    at: [
      ["system", "<sytem>"],
      ["system", "</system>"],
    ],
  },
  system(
    "vaddr-beyond-the-vm",
    /vaddr/,
    UART,
    UART.replace("0x900_0000", "0x900_0000_0000"),
    "0x900_0000_0000",
  ),
  system(
    "region-unused",
    /unused memory region 'spare'/,
    UART_REGION,
    `${UART_REGION}\n    <memory_region name="spare" size="0x1000" />`,
    'name="spare"',
  ),
  system(
    "setvar-on-guest-map",
    /setvar_vaddr/,
    UART,
    UART.replace("/>", 'setvar_vaddr="uart" />'),
    'setvar_vaddr="uart"',
  ),
  system(
    "channel-to-unknown-domain",
    /invalid PD name 'serial'/,
    "    </protection_domain>\n",
    '    </protection_domain>\n    <channel><end pd="vmm" id="3" /><end pd="serial" id="1" /></channel>\n',
    'pd="serial"',
  ),
  system(
    "channel-with-one-end",
    /exactly two end elements/,
    "    </protection_domain>\n",
    '    </protection_domain>\n    <channel><end pd="vmm" id="3" /></channel>\n',
    "<channel>",
  ),
  system(
    "vm-outside-its-domain",
    /virtual machine must be a child of a protection domain/,
    "    </protection_domain>\n",
    '    </protection_domain>\n    <virtual_machine name="other"><vcpu id="0" /></virtual_machine>\n',
    'name="other"',
  ),
  {
    name: "file-of-the-first-form",
    base: "hello",
    changes: [
      ["system", VM, '<virtual_machine name="hello" id="0" priority="50">'],
      ["system", `            ${VCPU}\n`, ""],
    ],
    by: "check",
    words: /1\.|migrate|vcpu/,
    at: [["system", '<virtual_machine name="hello"']],
  },
  {
    name: "pp-on-the-domain",
    base: "hello",
    changes: [["system", PD, '<protection_domain name="vmm" priority="100" pp="true">']],
    by: "check",
    words: /1\.|migrate|pp/,
    at: [["system", 'pp="true"']],
  },
  system(
    "setvar-without-symbol",
    /Missing required attribute 'symbol'/,
    IMAGE,
    `${IMAGE}\n        <setvar region_paddr="uart" />`,
    '<setvar region_paddr="uart" />',
  ),
]
