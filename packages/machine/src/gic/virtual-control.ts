// SPDX-License-Identifier: BSD-2-Clause
//
// The virtual interface control of one CPU as a kernel uses it: list registers in fields, and what is saved
// and loaded when the CPU goes from one vCPU to another. The same for GICH (GICv2) and ICH (GICv3).

import { LR_COUNT, LR_PID_EOI, type VirtualCpuInterface } from "./virtual-interface.ts"

/** A list register in fields. */
export interface ListRegister {
  /** 0 invalid, 1 pending, 2 active, 3 pending and active. */
  readonly state: number
  /** Virtual INTID. */
  readonly intid: number
  /** 0 (highest) .. 31: the five bits that are implemented. */
  readonly priority: number
  readonly group: number
  /** Asks for a maintenance interrupt at the end of interrupt; without effect when `physical` is given. */
  readonly eoi: boolean
  /** HW = 1: the physical INTID, 0 .. 1019, which is deactivated together with this one. */
  readonly physical?: number
}

/** What distinguishes one vCPU's virtual interface from another's. */
export interface VirtualInterfaceState {
  /** GICH_HCR or ICH_HCR_EL2. */
  readonly hcr: number
  readonly vmcr: number
  /** Active priorities of groups 0 and 1. */
  readonly apr: readonly number[]
  readonly lists: ListRegister[]
}

/** The hypervisor's side of one core's virtual interface, whatever the GIC's version. */
export interface VirtualInterface {
  /** Number of list registers. */
  readonly listRegisters: number
  readList(index: number): ListRegister
  writeList(index: number, value: ListRegister): void
  /** EISR: bit n is set when list register n is empty by an end of interrupt that asked for maintenance. */
  endOfInterruptStatus(): number
  /** ELRSR: bit n is set when list register n may be written. */
  emptyStatus(): number
  /** MISR: the reasons of the maintenance interrupt. */
  maintenanceStatus(): number
  save(): VirtualInterfaceState
  load(state: VirtualInterfaceState): void
}

function readList(virtual: VirtualCpuInterface, cpu: number, index: number): ListRegister {
  const lr = cpu * LR_COUNT + index
  const hw = virtual.lrHw[lr] === 1
  const fields = {
    state: virtual.lrState[lr],
    intid: virtual.lrVirq[lr],
    priority: virtual.lrPriority[lr] >>> 3,
    group: virtual.lrGroup[lr],
    eoi: !hw && (virtual.lrPid[lr] & LR_PID_EOI) !== 0,
  }
  return hw ? { ...fields, physical: virtual.lrPid[lr] } : fields
}

function setList(virtual: VirtualCpuInterface, cpu: number, index: number, value: ListRegister): void {
  const lr = cpu * LR_COUNT + index
  virtual.lrState[lr] = value.state
  virtual.lrVirq[lr] = value.intid
  virtual.lrPriority[lr] = (value.priority & 0x1f) << 3
  virtual.lrGroup[lr] = value.group
  virtual.lrHw[lr] = value.physical === undefined ? 0 : 1
  virtual.lrPid[lr] = value.physical ?? (value.eoi ? LR_PID_EOI : 0)
}

/** The virtual interface control of `cpu`. */
export function coreVirtualInterface(virtual: VirtualCpuInterface, cpu: number): VirtualInterface {
  return {
    listRegisters: LR_COUNT,
    readList: (index) => readList(virtual, cpu, index),
    writeList: (index, value) => {
      setList(virtual, cpu, index, value)
      virtual.update(cpu)
    },
    endOfInterruptStatus: () => virtual.eisr(cpu),
    emptyStatus: () => virtual.elrsr(cpu),
    maintenanceStatus: () => virtual.misr(cpu),
    save: () => ({
      hcr: virtual.hcr[cpu],
      vmcr: virtual.vmcr(cpu),
      apr: [virtual.activePriorities(cpu, 0), virtual.activePriorities(cpu, 1)],
      lists: Array.from({ length: LR_COUNT }, (_, index) => readList(virtual, cpu, index)),
    }),
    load: (state) => {
      state.lists.forEach((value, index) => setList(virtual, cpu, index, value))
      virtual.active[cpu * 2] = state.apr[0] ?? 0
      virtual.active[cpu * 2 + 1] = state.apr[1] ?? 0
      virtual.hcr[cpu] = state.hcr
      virtual.setVmcr(cpu, state.vmcr)
    },
  }
}
