// SPDX-License-Identifier: BSD-2-Clause
//
// Whole reports, word for word.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { DriverTable } from "./drivers.ts"
import { NO_SYSTEM } from "../example.ts"
import { faultReport } from "./fault-report.ts"
import type { SymbolSource } from "./report-value.ts"
import { renderFaultReport } from "./render-fault.ts"
import { sampleFault, sampleTree } from "../testing.ts"

const test = suite("report: fault reports")

const SYMBOLS: SymbolSource = {
  symbolAt: (address) =>
    address >= 0xffff800008a1b000n && address < 0xffff800008a1c000n
      ? { name: "imx2_wdt_probe", offset: Number(address - 0xffff800008a1b000n), size: 0x3a4 }
      : undefined,
}

const text = (...args: Parameters<typeof faultReport>) => renderFaultReport(faultReport(...args))

const DRIVERS = new DriverTable(
  "6.1.0",
  "drivers/watchdog/imx2_wdt.c|IMX2_WDT|device:imx2_wdt_driver_init|fsl,imx21-wdt fsl,imx7d-wdt",
)

const SYSTEM = { ...NO_SYSTEM, usedIds: [1] }

const EXAMPLE = {
  system: {
    file: "a.system",
    text: `<system>
    <memory_region name="ram" size="0x1000_0000" />
    <protection_domain name="vmm" priority="100">
        <virtual_machine name="linux">
            <vcpu id="0" />
            <map mr="ram" vaddr="0x4000_0000" perms="rwx" />
        </virtual_machine>
        <irq irq="58" id="1" />
    </protection_domain>
</system>
`,
  },
  overlays: [],
  guest: { file: "guest.json", text: '{ "kernel": "Image" }\n' },
}

test("a write to a device that was not given is told in order, with three patches", () => {
  const context = { tree: sampleTree(), symbols: SYMBOLS, drivers: DRIVERS, system: SYSTEM, example: EXAMPLE }
  const report = faultReport(sampleFault(), context)
  assert.is(
    renderFaultReport(report, { example: EXAMPLE }),
    `linux wrote 4 bytes to \`watchdog@280000\` (fsl,imx8mq-wdt), which this VM was not given.

Where: VM linux, vCPU 0
  guest PC     0xffff800008a1b2c4  imx2_wdt_probe+0x2c4/0x3a4  (EL1, IPA 0x40a1b2c4)
  instruction  str w1, [x2, #8]  (0xb9000841)  with x2 = 0xffff80000a28d000
  address      IPA 0x30280008, guest VA 0xffff80000a28d008
  syndrome     Data Abort from a lower Exception level: Translation fault, level 2  (ESR_EL2 0x93810046)
  driver       drivers/watchdog/imx2_wdt.c, CONFIG_IMX2_WDT
  initcall     imx2_wdt_driver_init (device)
  called by    imx2_wdt_probe+0x200/0x3a4

What the device tree says
  node         /soc/watchdog@280000 (wdog1)
  at           board.dts:25:10
  compatible   "fsl,imx8mq-wdt", "fsl,imx21-wdt"
  reg          0x30280000 to 0x3028ffff, offset 0x8

Three ways out, as patches for the example's folder
  1. Take watchdog@280000 out of the guest's device tree: the guest does not need the device [disable]
     --- /dev/null
     +++ b/guest-overlay.dts
     @@ -0,0 +1,3 @@
     +&wdog1 {
     +	status = "disabled";
     +};
  2. Leave the driver out: the guest's kernel does not run imx2_wdt_driver_init [driver]
     Its driver is drivers/watchdog/imx2_wdt.c of Linux 6.1.0. In a kernel of your own: #
     CONFIG_IMX2_WDT is not set
     --- a/guest.json
     +++ b/guest.json
     @@ -1 +1 @@
     -{ "kernel": "Image" }
     +{ "kernel": "Image", "cmdline-add": ["initcall_blacklist=imx2_wdt_driver_init"] }
  3. Give watchdog@280000 to linux: map its registers, and hand on its interrupts [passthrough]
     --- a/a.system
     +++ b/a.system
     @@ -1,10 +1,13 @@
      <system>
          <memory_region name="ram" size="0x1000_0000" />
     +    <memory_region name="watchdog_30280000" size="0x1_0000" phys_addr="0x3028_0000" />
          <protection_domain name="vmm" priority="100">
              <virtual_machine name="linux">
                  <vcpu id="0" />
                  <map mr="ram" vaddr="0x4000_0000" perms="rwx" />
     +            <map mr="watchdog_30280000" vaddr="0x3028_0000" perms="rw" cached="false" />
              </virtual_machine>
              <irq irq="58" id="1" />
     +        <irq irq="110" id="2" />
          </protection_domain>
      </system>`,
  )
})

test("a jump into nowhere has no instruction, no device, no way out", () => {
  const report = text(
    sampleFault({
      ip: 0x10n,
      ipIpa: 0x10,
      ipa: 0x10,
      far: 0x10n,
      esr: 0x82000006,
      access: { kind: "execute", size: 4 },
      instruction: 0,
      registers: { spsr: 0x3c5n, x30: 0x40000010n },
    }),
    { tree: sampleTree(), symbols: SYMBOLS },
  )
  assert.is(
    report,
    `linux jumped to 0x10 (IPA 0x10), where this VM has nothing to execute.

Where: VM linux, vCPU 0
  guest PC     0x10  (EL1, IPA 0x10)
  address      IPA 0x10, guest VA 0x10
  syndrome     Instruction Abort from a lower Exception level: Translation fault, level 2  (ESR_EL2 0x82000006)

What the device tree says
  No node of the guest's device tree owns this address.`,
  )
})

test("a trapped system register is named and needs neither tree nor symbols", () => {
  const report = text(
    sampleFault({
      fault: "VCPUFault",
      esr: 0x6230e4b9,
      access: undefined,
      ipIpa: undefined,
      instruction: 0xd53b9c05,
      registers: { spsr: 0n, x30: 0n },
    }),
  )
  assert.is(
    report,
    `linux read the system register PMCR_EL0 (mrs x5, pmcr_el0), which traps and which nobody emulates.

Where: VM linux, vCPU 0
  guest PC     0xffff800008a1b2c4  (EL0)
  instruction  mrs x5, pmcr_el0  (0xd53b9c05)
  syndrome     Trapped MSR, MRS or System instruction execution in AArch64 state  (ESR_EL2 0x6230e4b9)`,
  )
})

test("a report is JSON: nothing of it is lost on the way through text", () => {
  const report = faultReport(sampleFault(), { tree: sampleTree(), symbols: SYMBOLS })
  assert.equal(JSON.parse(JSON.stringify(report)), report)
})

test("an SMC that stopped a guest is told with its immediate", () => {
  const report = faultReport(sampleFault({ esr: 0x5e000003, access: undefined, instruction: 0xd4000063 }))
  assert.is(report.esr.class, "SMC instruction execution in AArch64 state")
  assert.is(report.instruction?.text, "smc #0x3")
  assert.is(report.access, undefined)
})

test("EL1 with its own stack pointer has it as base, EL0 has sp", () => {
  const instruction = 0xf90007e0 // str x0, [sp, #8]
  const registers = { sp: 0x111n, SP_EL1: 0x222n }
  const el1 = faultReport(sampleFault({ instruction, registers: { ...registers, spsr: 5n } }))
  assert.equal(el1.instruction?.base, { register: "sp", value: "0x222", offset: 8 })
  const el0 = faultReport(sampleFault({ instruction, registers: { ...registers, spsr: 0n } }))
  assert.is(el0.instruction?.base?.value, "0x111")
  assert.is(el0.level, 0)
})

test("an address that the processor does not tell is left out", () => {
  const report = faultReport(sampleFault({ esr: 0x92000410 }))
  assert.is(report.access?.va, undefined)
  assert.match(renderFaultReport(report), "address      IPA 0x30280008\n")
})

test("a fault of the guest's own table walk says so", () => {
  assert.match(text(sampleFault({ esr: 0x920000c6 })), "while the guest's own translation tables were walked")
})

test("registers and headings in bold come when asked for", () => {
  const plain = text(sampleFault(), { tree: sampleTree() })
  assert.not.match(plain, "\u001b")
  const all = renderFaultReport(faultReport(sampleFault()), { registers: true, colour: true })
  assert.match(
    all,
    "\u001b[1mRegisters\u001b[0m\n  pc         0xffff800008a1b2c4  spsr       0x0000000060000005",
  )
})

test.run()
