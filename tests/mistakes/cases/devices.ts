// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes with devices that are passed through: what a guest touches and was not given, what a device drags in,
// DMA, firmware calls, and devices that two guests share.

import type { Mark, Mistake } from "../mistake.ts"

const QEMU_OVERLAY_RTC = '\tpl031@9010000 {\n\t\tstatus = "disabled";\n\t};\n'
const QEMU_OVERLAY_GPIO = '\tpl061@9030000 {\n\t\tstatus = "disabled";\n\t};\n'
const disabled = (node: string): string => `\t\t\t${node} {\n\t\t\t\tstatus = "disabled";\n\t\t\t};\n`
const VM = '<virtual_machine name="linux"'
const LAST_MAP = '<map mr="iomuxc_gpr" vaddr="0x3034_0000" perms="rw" cached="false" />'
const LAST_REGION = '<memory_region name="iomuxc_gpr" size="0x1_0000" phys_addr="0x3034_0000" />'

/** A device of the MaaxBoard that the guest touches is taken out of its `.system` file. */
const notGiven = (
  name: string,
  region: string,
  node: RegExp,
  at: string,
  ...more: readonly Mark[]
): Mistake => ({
  name: `${name}-not-given`,
  base: "maaxboard",
  changes: [{ without: region }],
  by: "run",
  words: node,
  at: [["board", at], ["system", VM], ...more],
})

/** A device that stays with the host is not disabled any more in the guest's tree. */
const notDisabled = (name: string, node: string): Mistake => ({
  name: `${name}-enabled-not-given`,
  base: "maaxboard",
  changes: [["overlay", disabled(node), ""]],
  by: "run",
  words: new RegExp(node),
  at: [["board", `: ${node} {`]],
})

/** A second guest of the kernel's, with its own RAM and what else is given. */
const secondLinux = (maps: string): string => `
    <memory_region name="ram2" size="0x1000_0000" page_size="0x20_0000" />
    <protection_domain name="vmm2" priority="100">
        <program_image path="vmm.elf" />
        <map mr="ram2" vaddr="0x4000_0000" perms="rw" setvar_vaddr="guest_ram_vaddr" />
        <virtual_machine name="second" priority="50">
            <vcpu id="0" />
            <map mr="ram2" vaddr="0x4000_0000" perms="rwx" />
            <map mr="gic_vcpu" vaddr="0x801_0000" perms="rw" cached="false" />
            ${maps}
        </virtual_machine>
    </protection_domain>
</system>`

export const DEVICES: readonly Mistake[] = [
  notGiven(
    "clock-controller",
    "clock_controller",
    /clock-controller@30380000/,
    "clock-controller@30380000 {",
  ),
  notGiven("pinctrl", "pinctrl", /pinctrl@30330000/, "pinctrl@30330000 {"),
  notGiven("anatop", "anatop", /syscon@30360000/, "syscon@30360000 {"),
  notGiven("power-controller", "gpc", /gpc@303a0000/, "gpc: gpc@303a0000 {"),
  notGiven("irqsteer", "irqsteer", /interrupt-controller@32e2d000/, "interrupt-controller@32e2d000 {"),
  notGiven("system-counter", "system_counter", /timer@306a0000/, "timer@306a0000 {"),
  notGiven("efuse", "efuse", /efuse@30350000/, "efuse@30350000 {"),
  notGiven("pcie", "pcie0", /pcie@33800000/, "pcie@33800000 {", ["system", '<map mr="pcie0_config"']),
  notGiven("pcie-config", "pcie0_config", /pcie@33800000/, "pcie@33800000 {", ["system", '<map mr="pcie0"']),
  {
    name: "one-gpio-bank-short",
    base: "maaxboard",
    changes: [["system", 'name="gpio" size="0x5_0000"', 'name="gpio" size="0x4_0000"']],
    by: "run",
    words: /gpio@30240000/,
    at: [
      ["board", "gpio@30240000 {"],
      ["system", 'name="gpio" size="0x4_0000"'],
    ],
  },
  notDisabled("watchdog", "watchdog@30280000"),
  notDisabled("ethernet", "ethernet@30be0000"),
  notDisabled("i2c", "i2c@30a20000"),
  notDisabled("mmc", "mmc@30b40000"),
  notDisabled("spi", "spi@30bb0000"),
  {
    name: "clock-controller-disabled-but-needed",
    base: "maaxboard",
    changes: [
      [
        "overlay",
        "\t\t\twatchdog@30280000 {",
        '\t\t\tclock-controller@30380000 {\n\t\t\t\tstatus = "disabled"; /* ccm */\n\t\t\t};\n\n' +
          "\t\t\twatchdog@30280000 {",
      ],
    ],
    by: "check",
    words: /clock-controller@30380000/,
    at: [
      ["overlay", "/* ccm */"],
      ["overlay", "clock-controller@30380000"],
      ["board", "clock-controller@30380000 {"],
      ["system", '<map mr="clock_controller"'],
      ["system", 'name="clock_controller"'],
    ],
  },
  {
    name: "mapped-but-disabled",
    base: "qemu-virt",
    changes: [
      [
        "system",
        '<memory_region name="gic_vcpu"',
        '<memory_region name="rtc" size="0x1000" phys_addr="0x901_0000" />\n    <memory_region name="gic_vcpu"',
      ],
      [
        "system",
        '<map mr="gic_vcpu"',
        '<map mr="rtc" vaddr="0x901_0000" perms="rw" cached="false" />\n            <map mr="gic_vcpu"',
      ],
      ["system", '<irq irq="33" id="1" />', '<irq irq="33" id="1" />\n        <irq irq="34" id="2" />'],
    ],
    by: "check",
    words: /disabled/,
    at: [
      ["system", '<map mr="rtc"'],
      ["system", 'name="rtc"'],
      ["overlay", "pl031@9010000"],
      ["overlay", 'pl031@9010000 {\n\t\tstatus = "disabled";'],
    ],
  },
  {
    name: "rtc-enabled-not-given",
    base: "qemu-virt",
    changes: [["overlay", QEMU_OVERLAY_RTC, ""]],
    by: "run",
    words: /pl031@9010000/,
    at: [["board", "rtc: pl031@9010000"]],
  },
  {
    name: "gpio-given-without-its-interrupt",
    base: "qemu-virt",
    changes: [
      ["overlay", QEMU_OVERLAY_GPIO, ""],
      [
        "system",
        '<memory_region name="gic_vcpu"',
        '<memory_region name="pins" size="0x1000" phys_addr="0x903_0000" />\n    <memory_region name="gic_vcpu"',
      ],
      [
        "system",
        '<map mr="gic_vcpu"',
        '<map mr="pins" vaddr="0x903_0000" perms="rw" cached="false" />\n            <map mr="gic_vcpu"',
      ],
    ],
    by: "check",
    code: "device-without-irq",
    words: /pl061@9030000.* INTID 39/,
    at: [["system", '<map mr="pins"']],
  },
  {
    name: "overlay-deletes-clocks",
    base: "maaxboard",
    changes: [
      [
        "overlay",
        "\t\t\t/* Storage, network and buses. */\n",
        "\t\t\tserial@30860000 {\n\t\t\t\t/delete-property/ clocks;\n\t\t\t};\n\n" +
          "\t\t\t/* Storage, network and buses. */\n",
      ],
    ],
    by: "check",
    code: "fewer-than-names",
    words: /'serial@30860000' .* has no clocks, .* since \/delete-property\/ takes clocks away/,
    at: [["overlay", "/delete-property/ clocks;"]],
  },
  {
    name: "gpio-enabled-not-given",
    base: "qemu-virt",
    changes: [["overlay", QEMU_OVERLAY_GPIO, ""]],
    by: "run",
    words: /pl061@9030000/,
    at: [["board", "gpio: pl061@9030000"]],
  },
  {
    name: "overlay-disables-wrong-address",
    base: "qemu-virt",
    changes: [["overlay", "pl031@9010000 {", "pl031@9011000 {"]],
    by: "run",
    words: /pl031@9010000/,
    at: [
      ["board", "rtc: pl031@9010000"],
      ["overlay", "pl031@9011000"],
    ],
  },
  {
    name: "overlay-status-misspelled",
    base: "qemu-virt",
    changes: [["overlay", QEMU_OVERLAY_RTC, QEMU_OVERLAY_RTC.replace("status", "staus")]],
    by: "run",
    words: /staus|pl031@9010000/,
    at: [
      ["overlay", "staus"],
      ["board", "rtc: pl031@9010000"],
    ],
  },
  {
    name: "dma-without-one-to-one-ram",
    base: "maaxboard",
    changes: [
      ["system", ' page_size="0x20_0000" phys_addr="0x4000_0000"', ' page_size="0x20_0000"'],
      ["overlay", disabled("mmc@30b40000"), ""],
      [
        "system",
        LAST_REGION,
        `${LAST_REGION}\n    <memory_region name="mmc" size="0x1_0000" phys_addr="0x30b4_0000" />`,
      ],
      [
        "system",
        LAST_MAP,
        `${LAST_MAP}\n            <map mr="mmc" vaddr="0x30b4_0000" perms="rw" cached="false" />`,
      ],
      ["system", '<irq irq="58" id="1" />', '<irq irq="58" id="1" />\n        <irq irq="54" id="9" />'],
    ],
    by: "check",
    words: /DMA/,
    at: [
      ["system", '<map mr="mmc"'],
      ["system", 'name="guest_ram" size='],
      ["system", '<map mr="guest_ram" vaddr="0x4000_0000" perms="rwx" />'],
      ["board", "usdhc1: mmc@30b40000"],
    ],
  },
  {
    name: "smc-not-allowed",
    base: "maaxboard",
    changes: [["system", ' priority="100" smc="true"', ' priority="100"']],
    by: "run",
    words: /smc|SMC/,
    at: [["system", '<protection_domain name="vmm"']],
  },
  {
    name: "two-linux-guests-one-uart",
    base: "qemu-virt",
    changes: [["system", "</system>", secondLinux('<map mr="uart" vaddr="0x900_0000" perms="rw" />')]],
    by: "check",
    code: "device-shared",
    words: /'linux' and 'second' both have 'pl011@9000000'/,
    at: [
      ["system", '<map mr="uart" vaddr="0x900_0000" perms="rw" />'],
      ["system", '<map mr="uart" vaddr="0x900_0000" perms="rw" cached="false" />'],
    ],
  },
  {
    name: "second-linux-guest-without-uart",
    base: "qemu-virt",
    changes: [["system", "</system>", secondLinux("")]],
    by: "check",
    code: "console-of-another",
    words: /'pl011@9000000' .*, the console of 'second' by its tree, belongs to 'linux'/,
    at: [["system", '<virtual_machine name="second"']],
  },
  {
    name: "two-guests-one-uart",
    base: "hello",
    changes: [
      [
        "system",
        "    </protection_domain>\n</system>",
        `    </protection_domain>

    <memory_region name="second_ram" size="0x20_0000" page_size="0x20_0000" />
    <protection_domain name="vmm2" priority="100">
        <program_image path="vmm.elf" />
        <map mr="second_ram" vaddr="0x4000_0000" perms="rw" setvar_vaddr="guest_ram_vaddr" />
        <virtual_machine name="second" priority="50">
            <vcpu id="0" />
            <map mr="second_ram" vaddr="0x4000_0000" perms="rwx" />
            <map mr="uart" vaddr="0x900_0000" perms="rw" cached="false" /> <!-- also -->
        </virtual_machine>
    </protection_domain>
</system>`,
      ],
    ],
    by: "check",
    words: /hello.*second|second.*hello|two|both/,
    at: [
      ["system", "<!-- also -->"],
      ["system", 'perms="rw" cached="false" />\n        </virtual_machine>\n    </protection_domain>\n\n'],
    ],
  },
]
