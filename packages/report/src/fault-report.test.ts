// SPDX-License-Identifier: BSD-2-Clause
//
// Whole reports, word for word.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { faultReport, type SymbolSource } from "./fault-report.ts"
import { renderFaultReport } from "./render-fault.ts"
import { sampleFault, sampleTree } from "./testing.ts"

const test = suite("report: fault reports")

const SYMBOLS: SymbolSource = {
  symbolAt: (address) =>
    address >= 0xffff800008a1b000n && address < 0xffff800008a1c000n
      ? { name: "imx2_wdt_probe", offset: Number(address - 0xffff800008a1b000n), size: 0x3a4 }
      : undefined,
}

const text = (...args: Parameters<typeof faultReport>) => renderFaultReport(faultReport(...args))

test("a write to a device that was not given names device, driver and three ways out", () => {
  const report = text(sampleFault(), { tree: sampleTree(), symbols: SYMBOLS, usedIds: [1, 2] })
  assert.is(
    report,
    `VM linux, vCPU 0 is stopped by a fault (VMFault): nothing is mapped or emulated at 0x30280008.
  guest PC     0xffff800008a1b2c4  imx2_wdt_probe+0x2c4/0x3a4
               IPA 0x40a1b2c4, EL1
  link (X30)   0xffff800008a1b200  imx2_wdt_probe+0x200/0x3a4
  instruction  0xb9000841  str w1, [x2, #8]  with x2 = 0xffff80000a28d000
  access       write of 4 bytes
  address      IPA 0x30280008, guest VA 0xffff80000a28d008
  ESR_EL2      0x93810046
               EC 0x24    Data Abort from a lower Exception level
               ISV 1      ISS[23:14] hold a valid instruction syndrome
               SAS 2      Word
               SSE 0      Sign-extension not required
               SRT 1      W1
               SF 0       Instruction loads/stores a 32-bit wide register
               WnR 1      Abort caused by an instruction writing to a memory location
               DFSC 0x06  Translation fault, level 2
  device       /soc/watchdog@280000 (wdog1)
               at board.dts:25:10
               compatible "fsl,imx8mq-wdt", "fsl,imx21-wdt"
               reg 0x30280000 to 0x3028ffff, offset 0x8
Ways out:
  1. The guest does not need the device: disable its node in an overlay of the guest's tree.
     in a .dts file without /dts-v1/ beside the board's tree:
         &wdog1 {
             status = "disabled";
         };
  2. Only the driver is unwanted: build the guest's kernel without it.
     in the kernel's .config (drivers/watchdog/imx2_wdt.c):
         # CONFIG_IMX2_WDT is not set
  3. The guest shall have the device: map its registers, and hand it its interrupts.
     in <system>:
         <memory_region name="watchdog_30280000" size="0x1_0000" phys_addr="0x3028_0000" />
     in <virtual_machine name="linux">:
         <map mr="watchdog_30280000" vaddr="0x3028_0000" perms="rw" cached="false" />
     in <protection_domain name="vmm">:
         <irq irq="110" id="3" />`,
  )
})

test("a jump into nowhere has no instruction, no device, no way out", () => {
  const report = text(
    sampleFault({
      reason: "the guest jumped to 0x10, where it has no memory to execute",
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
    `VM linux, vCPU 0 is stopped by a fault (VMFault): the guest jumped to 0x10, where it has no memory to execute.
  guest PC     0x10
               IPA 0x10, EL1
  access       instruction fetch
  address      IPA 0x10, guest VA 0x10
  ESR_EL2      0x82000006
               EC 0x20    Instruction Abort from a lower Exception level
               IFSC 0x06  Translation fault, level 2
  device       none: no node of the guest's device tree owns this address`,
  )
})

test("a trapped system register needs neither tree nor symbols", () => {
  const report = text(
    sampleFault({
      fault: "VCPUFault",
      reason: "MRS of S3_3_C9_C12_0 traps, and nobody emulates that register",
      esr: 0x6230e4b9,
      access: undefined,
      ipIpa: undefined,
      instruction: 0xd53b9c05,
      registers: { spsr: 0n, x30: 0n },
    }),
  )
  assert.is(
    report,
    `VM linux, vCPU 0 is stopped by a fault (VCPUFault): \
MRS of S3_3_C9_C12_0 traps, and nobody emulates that register.
  guest PC     0xffff800008a1b2c4
  instruction  0xd53b9c05  mrs x5, pmcr_el0
  ESR_EL2      0x6230e4b9
               EC 0x18      Trapped MSR, MRS or System instruction execution in AArch64 state
               Op0 3        Op0 3, Op1 3, CRn 9, CRm 12, Op2 0: PMCR_EL0
               Rt 5         X5
               Direction 1  Read access, MRS instruction`,
  )
})

test("a report is JSON: nothing of it is lost on the way through text", () => {
  const report = faultReport(sampleFault(), { tree: sampleTree(), symbols: SYMBOLS })
  assert.equal(JSON.parse(JSON.stringify(report)), report)
})

test("the vendor's SMC is told as hypervisor call classes are: with its immediate", () => {
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
    "\u001b[1mRegisters:\u001b[0m\n  pc         0xffff800008a1b2c4  spsr       0x0000000060000005",
  )
})

test.run()
