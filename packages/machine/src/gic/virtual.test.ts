// SPDX-License-Identifier: BSD-2-Clause
//
// The virtualisation half in the manuals' terms (IHI 0048B chapter 5, IHI 0069 chapter 6): a guest at GICV
// or at the ICV registers, a hypervisor at GICH or at the ICH registers, one state behind both.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { GicBench } from "./gic-bench.ts"
import { SYSREG_DONE, SYSREG_TRAPPED, SYSREG_UNDEFINED } from "./icv-registers.ts"
import * as K from "./sysreg-keys.ts"
import { LR_PENDING, LR_PENDING_ACTIVE } from "./virtual-interface.ts"

const H = 2
const V = 3
const HCR = 0x00
const VMCR = 0x08
const MISR = 0x10
const EISR = 0x20
const ELRSR = 0x30
const APR = 0xf0
const LR = 0x100
const CTLR = 0x00
const PMR = 0x04
const IAR = 0x0c
const EOIR = 0x10
const RPR = 0x14

const PENDING = 1 << 28
const EOI = 1 << 19
const HW = 0x80000000

/** A guest that has its interface on and lets every priority through. */
function guest(): GicBench {
  const bench = new GicBench(2, 2)
  bench.write(H, HCR, 1)
  bench.write(V, CTLR, 1)
  bench.write(V, PMR, 0xff)
  return bench
}

const v2 = suite("machine/gic: GICH and GICV")

v2("a pending list register raises the vCPU's line until it is acknowledged", () => {
  const bench = guest()
  bench.write(H, LR, PENDING | 27)
  assert.equal(bench.virq, [true, false])
  assert.is(bench.read(V, 0x18), 27)
  assert.is(bench.read(V, IAR), 27)
  assert.is(bench.virq[0], false)
  assert.is(bench.read(H, LR), (2 << 28) | 27)
  assert.is(bench.read(H, APR), 1)
  bench.write(V, EOIR, 27)
  assert.is(bench.read(H, LR), 27)
  assert.is(bench.read(H, APR), 0)
  assert.is(bench.read(V, IAR), 1023)
})

v2("nothing is signalled while the interface is off, the group is off or the mask holds it", () => {
  const bench = guest()
  bench.write(H, LR, PENDING | (16 << 23) | 40)
  bench.write(H, HCR, 0)
  assert.is(bench.virq[0], false)
  assert.is(bench.read(V, IAR), 1023)
  bench.write(H, HCR, 1)
  bench.write(V, CTLR, 0)
  assert.is(bench.virq[0], false)
  bench.write(V, CTLR, 1)
  bench.write(V, PMR, 0x80)
  assert.is(bench.virq[0], false)
  bench.write(V, PMR, 0x88)
  assert.is(bench.virq[0], true)
})

v2("priorities decide, and a higher one preempts", () => {
  const bench = guest()
  bench.write(H, LR, PENDING | (20 << 23) | 40)
  assert.is(bench.read(V, IAR), 40)
  bench.write(H, LR + 4, PENDING | (20 << 23) | 41)
  assert.is(bench.virq[0], false)
  bench.write(H, LR + 8, PENDING | (4 << 23) | 42)
  assert.is(bench.virq[0], true)
  assert.is(bench.read(V, IAR), 42)
  assert.is(bench.read(V, RPR), 0x20)
  bench.write(V, EOIR, 42)
  assert.is(bench.read(V, RPR), 0xa0)
  bench.write(V, EOIR, 40)
  assert.is(bench.read(V, RPR), 0xff)
  assert.is(bench.read(V, IAR), 41)
})

v2("an end of interrupt with the EOI bit raises the maintenance PPI until the LR is written", () => {
  const bench = guest()
  bench.gic.enableCore(0)
  bench.gic.setEnabled(0, 25, true)
  bench.write(H, LR + 4, PENDING | EOI | 33)
  assert.is(bench.read(H, ELRSR), 0b1101)
  bench.read(V, IAR)
  assert.is(bench.irq[0], false)
  bench.write(V, EOIR, 33)
  assert.is(bench.read(H, EISR), 0b10)
  assert.is(bench.read(H, MISR), 1)
  assert.is(bench.read(H, ELRSR), 0b1101)
  assert.is(bench.gic.acknowledge(0), 25)
  bench.write(H, LR + 4, 0)
  assert.is(bench.read(H, MISR), 0)
  bench.gic.endOfInterrupt(0, 25)
  assert.is(bench.irq[0], false)
})

v2("underflow, no pending and group enables are reasons for maintenance when asked for", () => {
  const bench = guest()
  bench.write(H, HCR, 1 | 2)
  assert.is(bench.read(H, MISR), 2)
  bench.write(H, LR, PENDING | 40)
  bench.write(H, LR + 4, PENDING | 41)
  assert.is(bench.read(H, MISR), 0)
  bench.write(H, HCR, 1 | 8)
  assert.is(bench.read(H, MISR), 0)
  bench.write(H, LR, 0)
  bench.write(H, LR + 4, 0)
  assert.is(bench.read(H, MISR), 8)
  bench.write(H, HCR, 0xf1)
  assert.is(bench.read(H, MISR), 0x10 | 0x80)
  bench.write(V, CTLR, 2)
  assert.is(bench.read(H, MISR), 0x20 | 0x40)
})

v2("an end of interrupt that no list register holds is counted", () => {
  const bench = guest()
  bench.write(H, LR, PENDING | 40)
  bench.read(V, IAR)
  bench.write(H, LR, 0)
  bench.write(H, HCR, 1 | 4)
  bench.write(V, EOIR, 40)
  assert.is(bench.read(H, HCR) >>> 27, 1)
  assert.is(bench.read(H, MISR), 4)
  bench.write(H, HCR, 1 | 4)
  assert.is(bench.read(H, MISR), 0)
})

v2("pending and active goes back to pending at the end of interrupt", () => {
  const bench = guest()
  bench.write(H, LR, PENDING | 40)
  bench.read(V, IAR)
  bench.write(H, LR, (3 << 28) | 40)
  assert.is(bench.virq[0], false)
  bench.write(V, EOIR, 40)
  assert.is(bench.virq[0], true)
  assert.is(bench.read(V, IAR), 40)
})

v2("a hardware interrupt is deactivated with the virtual one", () => {
  const bench = guest()
  bench.gic.enableCore(0)
  bench.write(1, 0, 0x203)
  bench.gic.setTarget(50, 0)
  bench.gic.setEnabled(0, 50, true)
  bench.gic.input([0, 18, 4]).set(true)
  assert.is(bench.read(1, IAR), 50)
  bench.write(1, EOIR, 50)
  bench.write(H, LR, HW | PENDING | (50 << 10) | 60)
  assert.is(bench.read(V, IAR), 60)
  assert.is(bench.irq[0], false)
  bench.write(V, EOIR, 60)
  assert.is(bench.irq[0], true)
})

v2("with EOImode the priority drops at EOIR and DIR deactivates", () => {
  const bench = guest()
  bench.write(V, CTLR, 0x201)
  bench.write(H, LR, PENDING | 40)
  bench.read(V, IAR)
  bench.write(V, EOIR, 40)
  assert.is(bench.read(V, RPR), 0xff)
  assert.is(bench.read(H, LR) >>> 28, 2)
  bench.write(V, 0x1000, 40)
  assert.is(bench.read(H, LR) >>> 28, 0)
})

v2("an SGI carries its source CPU to the guest and back", () => {
  const bench = guest()
  bench.write(H, LR, PENDING | (3 << 10) | 5)
  assert.is(bench.read(V, IAR), (3 << 10) | 5)
  bench.write(V, EOIR, 5)
  assert.is(bench.read(H, HCR) >>> 27, 1)
  bench.write(H, LR, PENDING | (3 << 10) | 5)
  bench.read(V, IAR)
  bench.write(V, EOIR, (3 << 10) | 5)
  assert.is(bench.read(H, LR) >>> 28, 0)
})

v2("group 1 wants the alias, or AckCtl; group 0 is a FIQ when the guest says so", () => {
  const bench = guest()
  bench.write(V, CTLR, 3)
  bench.write(H, LR, PENDING | (1 << 30) | 40)
  assert.is(bench.virq[0], true)
  assert.is(bench.read(V, IAR), 1022)
  assert.is(bench.read(V, 0x20), 40)
  bench.write(V, 0x24, 40)
  bench.write(V, CTLR, 7)
  bench.write(H, LR, PENDING | (1 << 30) | 40)
  assert.is(bench.read(V, IAR), 40)
  bench.write(V, EOIR, 40)
  bench.write(V, CTLR, 0xb)
  bench.write(H, LR, PENDING | 41)
  assert.equal([bench.virq[0], bench.vfiq[0]], [false, true])
  assert.is(bench.read(V, 0x20), 1023)
})

v2("VMCR shows the guest's registers and sets them", () => {
  const bench = guest()
  bench.write(V, 0x08, 4)
  bench.write(V, 0x1c, 5)
  assert.is(bench.read(H, VMCR), ((0xf8 << 24) | (4 << 21) | (5 << 18) | 1) >>> 0)
  bench.write(H, VMCR, (0x80 << 24) | 0x201)
  assert.is(bench.read(V, PMR), 0x80)
  assert.is(bench.read(V, CTLR), 0x201)
  assert.is(bench.read(V, 0x08), 2)
  assert.is(bench.read(V, 0x1c), 3)
})

v2("the virtual interface is the requesting CPU's own", () => {
  const bench = guest()
  bench.write(H, LR, PENDING | 40, 1)
  assert.is(bench.read(H, LR, 0), 0)
  bench.write(H, HCR, 1, 1)
  bench.write(V, CTLR, 1, 1)
  bench.write(V, PMR, 0xf8, 1)
  assert.equal(bench.virq, [false, true])
})

v2("a kernel saves one vCPU's interface and loads another's", () => {
  const bench = guest()
  const core = bench.gic.virtualInterface(0)
  const empty = core.save()
  core.writeList(2, { state: LR_PENDING, intid: 44, priority: 3, group: 0, eoi: true })
  assert.is(bench.read(H, LR + 8), PENDING | (3 << 23) | EOI | 44)
  assert.is(bench.read(V, IAR), 44)
  const busy = core.save()
  core.load(empty)
  assert.is(bench.read(V, RPR), 0xff)
  assert.is(core.emptyStatus(), 0b1111)
  core.load(busy)
  assert.is(bench.read(V, RPR), 0x18)
  bench.write(V, EOIR, 44)
  assert.is(core.endOfInterruptStatus(), 0b100)
  assert.is(core.maintenanceStatus(), 1)
  const hardware = { state: LR_PENDING_ACTIVE, intid: 9, priority: 31, group: 1, eoi: false, physical: 77 }
  core.writeList(0, hardware)
  assert.equal(core.readList(0), hardware)
})

v2.run()

/** A GICv3 guest with group 1 on. */
function guest3(): GicBench {
  const bench = new GicBench(3, 1)
  assert.is(bench.gic.writeHypervisorRegister(0, K.ICH_HCR_EL2, 1, 0), SYSREG_DONE)
  assert.is(bench.gic.writeVirtualRegister(0, K.ICC_PMR_EL1, 0xf0), SYSREG_DONE)
  assert.is(bench.gic.writeVirtualRegister(0, K.ICC_IGRPEN1_EL1, 1), SYSREG_DONE)
  return bench
}

const HIGH_PENDING = (1 << 30) | (1 << 28) | (0xa0 << 16)

const v3 = suite("machine/gic: ICH and ICV registers")

v3("an interrupt of group 1 is an IRQ, acknowledged and ended by its registers", () => {
  const bench = guest3()
  const { gic } = bench
  gic.writeHypervisorRegister(0, K.ICH_LR0_EL2 + 1, 27, HIGH_PENDING)
  assert.is(bench.virq[0], true)
  assert.is(gic.readVirtualRegister(0, K.ICC_HPPIR1_EL1), 27)
  assert.is(gic.readVirtualRegister(0, K.ICC_IAR0_EL1), 1023)
  assert.is(gic.readVirtualRegister(0, K.ICC_IAR1_EL1), 27)
  assert.is(gic.readVirtualRegister(0, K.ICC_RPR_EL1), 0xa0)
  assert.is(gic.readHypervisorRegister(0, K.ICH_AP1R0_EL2), 1 << 20)
  assert.is(gic.readHypervisorRegister(0, K.ICH_LR0_EL2 + 1), 27)
  assert.is(gic.readHypervisorRegisterHigh(0, K.ICH_LR0_EL2 + 1) >>> 30, 2)
  gic.writeVirtualRegister(0, K.ICC_EOIR1_EL1, 27)
  assert.is(gic.readHypervisorRegisterHigh(0, K.ICH_LR0_EL2 + 1) >>> 30, 0)
  assert.is(gic.readVirtualRegister(0, K.ICC_RPR_EL1), 0xff)
})

v3("an interrupt of group 0 is a FIQ", () => {
  const bench = guest3()
  bench.gic.writeVirtualRegister(0, K.ICC_IGRPEN0_EL1, 1)
  bench.gic.writeHypervisorRegister(0, K.ICH_LR0_EL2, 30, 1 << 30)
  assert.equal([bench.virq[0], bench.vfiq[0]], [false, true])
  assert.is(bench.gic.readVirtualRegister(0, K.ICC_HPPIR0_EL1), 30)
  assert.is(bench.gic.readVirtualRegister(0, K.ICC_IAR0_EL1), 30)
  assert.is(bench.gic.readVirtualRegister(0, K.ICC_AP0R0_EL1), 1)
  bench.gic.writeVirtualRegister(0, K.ICC_EOIR0_EL1, 30)
  assert.is(bench.gic.readHypervisorRegister(0, K.ICH_ELRSR_EL2), 15)
})

v3("an end of interrupt of another priority drops, and leaves the list register active", () => {
  const { gic } = guest3()
  gic.writeHypervisorRegister(0, K.ICH_LR0_EL2, 40, HIGH_PENDING)
  gic.readVirtualRegister(0, K.ICC_IAR1_EL1)
  gic.writeHypervisorRegister(0, K.ICH_LR0_EL2 + 1, 41, (1 << 30) | (1 << 28) | (0x20 << 16))
  gic.readVirtualRegister(0, K.ICC_IAR1_EL1)
  gic.writeVirtualRegister(0, K.ICC_EOIR1_EL1, 40)
  assert.is(gic.readVirtualRegister(0, K.ICC_RPR_EL1), 0xa0)
  assert.is(gic.readHypervisorRegisterHigh(0, K.ICH_LR0_EL2) >>> 30, 2)
})

v3("with EOImode, DIR deactivates", () => {
  const { gic } = guest3()
  gic.writeVirtualRegister(0, K.ICC_CTLR_EL1, 2)
  assert.is(gic.readVirtualRegister(0, K.ICC_CTLR_EL1), 0x402)
  gic.writeHypervisorRegister(0, K.ICH_LR0_EL2, 40, HIGH_PENDING | (1 << 9))
  gic.readVirtualRegister(0, K.ICC_IAR1_EL1)
  gic.writeVirtualRegister(0, K.ICC_EOIR1_EL1, 40)
  assert.is(gic.readHypervisorRegister(0, K.ICH_EISR_EL2), 0)
  gic.writeVirtualRegister(0, K.ICC_DIR_EL1, 40)
  assert.is(gic.readHypervisorRegister(0, K.ICH_EISR_EL2), 1)
  assert.is(gic.readHypervisorRegister(0, K.ICH_MISR_EL2), 1)
})

v3("with CBPR, BPR1 follows BPR0", () => {
  const { gic } = guest3()
  gic.writeVirtualRegister(0, K.ICC_BPR1_EL1, 4)
  assert.is(gic.readVirtualRegister(0, K.ICC_BPR1_EL1), 4)
  gic.writeVirtualRegister(0, K.ICC_BPR0_EL1, 5)
  gic.writeVirtualRegister(0, K.ICC_CTLR_EL1, 1)
  gic.writeVirtualRegister(0, K.ICC_BPR1_EL1, 7)
  assert.is(gic.readVirtualRegister(0, K.ICC_BPR1_EL1), 6)
  assert.is(gic.readVirtualRegister(0, K.ICC_BPR0_EL1), 5)
})

v3("SGIs and what ICH_HCR traps go to EL2", () => {
  const { gic } = guest3()
  for (const key of [K.ICC_SGI1R_EL1, K.ICC_ASGI1R_EL1, K.ICC_SGI0R_EL1]) {
    assert.is(gic.writeVirtualRegister(0, key, 1), SYSREG_TRAPPED)
    assert.is(gic.readVirtualRegister(0, key), SYSREG_UNDEFINED)
  }
  const trap = (bit: number) => gic.writeHypervisorRegister(0, K.ICH_HCR_EL2, 1 | (1 << bit), 0)
  trap(10)
  assert.is(gic.readVirtualRegister(0, K.ICC_PMR_EL1), SYSREG_TRAPPED)
  assert.is(gic.readVirtualRegister(0, K.ICC_IAR1_EL1), 1023)
  trap(12)
  assert.is(gic.readVirtualRegister(0, K.ICC_IAR1_EL1), SYSREG_TRAPPED)
  assert.is(gic.writeVirtualRegister(0, K.ICC_EOIR0_EL1, 1023), SYSREG_DONE)
  trap(11)
  assert.is(gic.writeVirtualRegister(0, K.ICC_EOIR0_EL1, 1), SYSREG_TRAPPED)
  trap(14)
  assert.is(gic.writeVirtualRegister(0, K.ICC_DIR_EL1, 1), SYSREG_TRAPPED)
  assert.is(gic.readVirtualRegister(0, K.ICC_SRE_EL1), 7)
})

v3("system registers are always on, and a GICv2 has none", () => {
  const { gic } = guest3()
  assert.is(gic.writeVirtualRegister(0, K.ICC_SRE_EL1, 0), SYSREG_DONE)
  assert.is(gic.readVirtualRegister(0, K.ICC_SRE_EL1), 7)
  assert.is(gic.readHypervisorRegister(0, K.ICC_SRE_EL2), 15)
  assert.is(gic.readVirtualRegister(0, 0xffff), SYSREG_UNDEFINED)
  assert.is(gic.writeHypervisorRegister(0, K.ICH_VTR_EL2, 1, 0), SYSREG_UNDEFINED)
  const old = new GicBench(2, 1).gic
  assert.is(old.readVirtualRegister(0, K.ICC_IAR1_EL1), SYSREG_UNDEFINED)
  assert.is(old.writeVirtualRegister(0, K.ICC_EOIR1_EL1, 1), SYSREG_UNDEFINED)
  assert.is(old.readHypervisorRegister(0, K.ICH_VTR_EL2), SYSREG_UNDEFINED)
})

v3("the memory-mapped views and the system registers show one state", () => {
  const bench = guest3()
  const { gic } = bench
  assert.is(bench.read(3, 0x04), gic.readHypervisorRegister(0, K.ICH_VTR_EL2))
  gic.writeHypervisorRegister(0, K.ICH_LR0_EL2, 40, HIGH_PENDING)
  assert.is(bench.read(3, LR), ((1 << 30) | PENDING | (20 << 23) | 40) >>> 0)
  assert.is(bench.read(4, 0x20), 40)
  bench.write(4, 0x24, 40)
  assert.is(gic.readHypervisorRegister(0, K.ICH_ELRSR_EL2), 15)
  gic.writeHypervisorRegister(0, K.ICH_VMCR_EL2, 2, 0)
  assert.is(bench.read(4, CTLR), 2)
  gic.writeHypervisorRegister(0, K.ICH_AP0R0_EL2, 1, 0)
  gic.writeHypervisorRegister(0, K.ICH_AP1R0_EL2, 2, 0)
  assert.is(bench.read(3, APR), 3)
})

v3.run()
