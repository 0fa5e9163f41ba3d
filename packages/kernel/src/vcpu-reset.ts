// SPDX-License-Identifier: BSD-2-Clause
//
// The state of a vCPU before its first instruction: the EL2 registers that seL4 gives every guest (seL4,
// arch/arm/armv/armv8-a/64/armv/vcpu.h; Microkit's kernel options: hypervisor support, PCNT exported to
// EL0, WFI and WFE trapped) and an empty virtual interrupt interface.

import { seL4_IllegalOperation } from "./api/error.ts"
import { InvocationError, lookup } from "./invoke/lookup.ts"
import type { CNode } from "./object/cap.ts"
import { VTCR } from "./object/stage2.ts"
import { Vcpu } from "./object/vcpu.ts"
import { LR_EMPTY, type VirtualInterfaceState } from "./platform.ts"
import { type KernelState, suspend } from "./state.ts"

/** HCR_EL2 of a guest: VM, FMO, IMO, AMO, TWI, TWE, TSC, RW. */
const HCR_VCPU = 0x80086039n
/** CNTHCTL_EL2: EL1PCTEN; the physical timer is trapped. */
const CNTHCTL = 1n
/** CPTR_EL2: RES1 bits, nothing trapped. */
const CPTR = 0x33ffn
/** SCTLR_EL1 as seL4 sets it up: RES1, CP15BEN, nTWI, nTWE, UCT, UCI. */
const SCTLR_VM = 0x34d58820n
/** MPIDR_EL1 bit 31, RES1. */
const MPIDR_RES1 = 0x80000000n
/** ICH_HCR.En, GICH_HCR.En. */
const HCR_ENABLE = 1

export function initialVgic(listRegisters: number): VirtualInterfaceState {
  const lists = Array.from({ length: listRegisters }, () => LR_EMPTY)
  return { hcr: HCR_ENABLE, vmcr: 0, apr: [0, 0, 0, 0], lists }
}

/** Sets every register of the processor. */
export function setUpCpu(vcpu: Vcpu): void {
  const { cpu } = vcpu
  cpu.reset()
  cpu.setSysreg("CNTV_CTL_EL0", 0n)
  cpu.setSysreg("HCR_EL2", HCR_VCPU)
  cpu.setSysreg("VTCR_EL2", VTCR)
  cpu.setSysreg("VTTBR_EL2", vcpu.stage2.vttbr)
  cpu.setSysreg("VMPIDR_EL2", MPIDR_RES1 | BigInt(vcpu.id))
  cpu.setSysreg("CNTHCTL_EL2", CNTHCTL)
  cpu.setSysreg("CPTR_EL2", CPTR)
  cpu.setSysreg("CNTVOFF_EL2", 0n)
  cpu.setSysreg("SCTLR_EL1", SCTLR_VM)
  cpu.flushTlb()
}

/** Added invocation: stops the vCPU and takes it back to where it was after creation. */
export function resetVcpu(state: KernelState, cspace: CNode, slot: number): void {
  const vcpu = lookup(cspace, slot, Vcpu).object
  if (vcpu.tcb === undefined) throw new InvocationError(seL4_IllegalOperation)
  suspend(state, vcpu.tcb)
  setUpCpu(vcpu)
  vcpu.vgic = initialVgic(vcpu.vgic.lists.length)
  vcpu.vppiMasked = false
  state.cores.find((core) => core.loaded === vcpu)?.virtualInterface.load(vcpu.vgic)
}
