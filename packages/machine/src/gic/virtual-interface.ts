// SPDX-License-Identifier: BSD-2-Clause
//
// The virtualisation half of a GIC, one instance for all CPUs: list registers, the virtual CPU interface a
// guest acknowledges and ends interrupts at, and the maintenance interrupt, after GICv2 (IHI 0048B)
// section 5 and GICv3 (IHI 0069) section 6. GICH/GICV and ICH/ICV registers are views of this one state.
// Four list registers, five priority bits, no LPIs.

import type { DeviceState } from "../device.ts"
import { loadArrays, saveArrays } from "../saved-arrays.ts"
import type { CpuInterfaceRegisters } from "./gicc-registers.ts"
import { InterfaceRegisters } from "./interface-registers.ts"
import { IDLE_PRIORITY, PRIORITY_MASK, SPURIOUS } from "./interrupt-state.ts"
import {
  ACK_CTL,
  activeBit,
  CONTROL_BITS,
  ENABLE_GROUP0,
  EOI_MODE,
  FIQ_EN,
  MIN_BPR0,
  MIN_BPR1,
  runningPriority,
} from "./priority.ts"

export const LR_COUNT = 4
const LR_MASK = (1 << LR_COUNT) - 1

/** States of a list register. */
export const LR_INVALID = 0
export const LR_PENDING = 1
export const LR_ACTIVE = 2
export const LR_PENDING_ACTIVE = 3

/** GICH_HCR and ICH_HCR_EL2 (IHI 0048B 5.3.2, IHI 0069 12.4.7). */
export const HCR_EN = 1 << 0
const HCR_UIE = 1 << 1
const HCR_LRENPIE = 1 << 2
const HCR_NPIE = 1 << 3
const HCR_EOI_COUNT_SHIFT = 27
export const HCR_TC = 1 << 10
export const HCR_TALL0 = 1 << 11
export const HCR_TALL1 = 1 << 12
export const HCR_TDIR = 1 << 14
/** In the physical-ID field of an LR with HW = 0: request a maintenance interrupt at the end of interrupt. */
export const LR_PID_EOI = 1 << 9

const GROUP1_PENDING = 1022

/** The virtual CPU interfaces and list registers of all CPUs. */
export class VirtualCpuInterface extends InterfaceRegisters implements CpuInterfaceRegisters {
  readonly cpus: number
  readonly hcr: Uint32Array
  /** List register n of a CPU is at cpu * LR_COUNT + n, one array per field. */
  readonly lrState: Uint8Array
  readonly lrVirq: Uint32Array
  readonly lrPriority: Uint8Array
  readonly lrGroup: Uint8Array
  readonly lrHw: Uint8Array
  /** HW = 1: the physical INTID. HW = 0: bit 9 is the EOI bit, bits 2..0 the SGI's source CPU. */
  readonly lrPid: Uint16Array

  /** An LR with HW = 1 was deactivated: the physical interrupt follows. */
  onDeactivate: (cpu: number, intid: number) => void = () => undefined
  /** The maintenance interrupt's level. */
  onMaintenance: (cpu: number, level: boolean) => void = () => undefined

  /** Bit 0: VIRQ, bit 1: VFIQ, bit 2: maintenance. */
  private readonly lines: Uint8Array
  private readonly sinks: Array<(irq: boolean, fiq: boolean) => void>
  /** GICv3 with system registers: group 0 is always FIQ. */
  private readonly systemRegisters: boolean
  private bestPriority = IDLE_PRIORITY

  constructor(cpus: number, systemRegisters: boolean) {
    super(cpus)
    this.cpus = cpus
    this.systemRegisters = systemRegisters
    this.hcr = new Uint32Array(cpus)
    this.lrState = new Uint8Array(cpus * LR_COUNT)
    this.lrVirq = new Uint32Array(cpus * LR_COUNT)
    this.lrPriority = new Uint8Array(cpus * LR_COUNT)
    this.lrGroup = new Uint8Array(cpus * LR_COUNT)
    this.lrHw = new Uint8Array(cpus * LR_COUNT)
    this.lrPid = new Uint16Array(cpus * LR_COUNT)
    this.lines = new Uint8Array(cpus)
    this.sinks = Array.from({ length: cpus }, () => () => undefined)
    this.resetRegisters()
  }

  reset(): void {
    this.resetRegisters()
    for (let cpu = 0; cpu < this.cpus; cpu += 1) this.update(cpu)
  }

  private resetRegisters(): void {
    for (const array of Object.values(this.arrays())) array.fill(0)
    this.clearRegisters()
  }

  onLines(cpu: number, sink: (irq: boolean, fiq: boolean) => void): void {
    this.sinks[cpu] = sink
    sink((this.lines[cpu] & 1) !== 0, (this.lines[cpu] & 2) !== 0)
  }

  virqLine(cpu: number): boolean {
    return (this.lines[cpu] & 1) !== 0
  }

  vfiqLine(cpu: number): boolean {
    return (this.lines[cpu] & 2) !== 0
  }

  maintenanceLine(cpu: number): boolean {
    return (this.lines[cpu] & 4) !== 0
  }

  /** Drives VIRQ, VFIQ and the maintenance line after a change. */
  override update(cpu: number): void {
    const was = this.lines[cpu]
    const now = this.computeLines(cpu)
    if (now === was) return
    this.lines[cpu] = now
    if (((now ^ was) & 3) !== 0) this.sinks[cpu]((now & 1) !== 0, (now & 2) !== 0)
    if (((now ^ was) & 4) !== 0) this.onMaintenance(cpu, (now & 4) !== 0)
  }

  private computeLines(cpu: number): number {
    if ((this.hcr[cpu] & HCR_EN) === 0) return 0
    let lines = this.misr(cpu) === 0 ? 0 : 4
    const lr = this.findHighest(cpu)
    if (lr >= 0 && this.canSignal(cpu, lr)) {
      const fiq = this.systemRegisters || (this.controls[cpu] & FIQ_EN) !== 0
      lines |= this.lrGroup[lr] === 0 && fiq ? 2 : 1
    }
    return lines
  }

  /** Index of the highest-priority pending LR of an enabled group, or -1. Its priority is `bestPriority`. */
  private findHighest(cpu: number): number {
    let best = -1
    this.bestPriority = IDLE_PRIORITY
    const end = (cpu + 1) * LR_COUNT
    for (let lr = cpu * LR_COUNT; lr < end; lr += 1) {
      if (this.lrState[lr] !== LR_PENDING || this.lrPriority[lr] >= this.bestPriority) continue
      if ((this.controls[cpu] & (ENABLE_GROUP0 << this.lrGroup[lr])) === 0) continue
      best = lr
      this.bestPriority = this.lrPriority[lr]
    }
    return best
  }

  private groupPriority(cpu: number, lr: number): number {
    return this.lrPriority[lr] & this.preemption(cpu, this.lrGroup[lr])
  }

  /** Is it above the priority mask, and does it preempt what runs? */
  private canSignal(cpu: number, lr: number): boolean {
    return this.lrPriority[lr] < this.masks[cpu] && this.groupPriority(cpu, lr) < this.running(cpu)
  }

  private take(cpu: number, lr: number): number {
    this.active[cpu * 2 + this.lrGroup[lr]] |= activeBit(this.groupPriority(cpu, lr))
    this.lrState[lr] = LR_ACTIVE
    this.update(cpu)
    const source =
      this.lrHw[lr] === 0 && this.lrVirq[lr] < 16 && !this.systemRegisters ? this.lrPid[lr] & 7 : 0
    return this.lrVirq[lr] | (source << 10)
  }

  /** What GICV_HPPIR shows of a pending LR: 1022 for a group 1 interrupt that this register may not tell. */
  private visible(cpu: number, lr: number, alias: boolean): number {
    if (lr < 0) return SPURIOUS
    if (alias) return this.lrGroup[lr] === 1 ? this.lrVirq[lr] : SPURIOUS
    return this.lrGroup[lr] === 0 || (this.controls[cpu] & ACK_CTL) !== 0 ? this.lrVirq[lr] : GROUP1_PENDING
  }

  /** GICV_IAR and GICV_AIAR: pending becomes active. */
  acknowledge(cpu: number, alias: boolean): number {
    const lr = (this.hcr[cpu] & HCR_EN) === 0 ? -1 : this.findHighest(cpu)
    if (lr < 0 || !this.canSignal(cpu, lr)) return SPURIOUS
    const intid = this.visible(cpu, lr, alias)
    return intid >= GROUP1_PENDING ? intid : this.take(cpu, lr)
  }

  /** ICV_IAR0_EL1 and ICV_IAR1_EL1: only an interrupt of that group. */
  acknowledgeGroup(cpu: number, group: number): number {
    const lr = (this.hcr[cpu] & HCR_EN) === 0 ? -1 : this.findHighest(cpu)
    if (lr < 0 || this.lrGroup[lr] !== group || !this.canSignal(cpu, lr)) return SPURIOUS
    return this.take(cpu, lr)
  }

  /** GICV_HPPIR and GICV_AHPPIR. */
  highestPending(cpu: number, alias: boolean): number {
    return this.visible(cpu, this.findHighest(cpu), alias)
  }

  /** ICV_HPPIR0_EL1 and ICV_HPPIR1_EL1. */
  highestPendingGroup(cpu: number, group: number): number {
    const lr = this.findHighest(cpu)
    return lr < 0 || this.lrGroup[lr] !== group ? SPURIOUS : this.lrVirq[lr]
  }

  /** GICV_EOIR and GICV_AEOIR: drops the highest active priority of either group. */
  endOfInterrupt(cpu: number, value: number, _alias: boolean): void {
    if ((value & 0x3ff) >= 1020) return
    const group0 = this.active[cpu * 2]
    const group1 = this.active[cpu * 2 + 1]
    const group = group0 !== 0 && runningPriority(group0) <= runningPriority(group1) ? 0 : 1
    if (this.dropPriority(cpu, group) !== IDLE_PRIORITY && (this.controls[cpu] & EOI_MODE) === 0) {
      this.deactivateLr(cpu, this.findActive(cpu, value & 0x3ff, (value >>> 10) & 7))
    }
    this.update(cpu)
  }

  /**
   * ICV_EOIR0_EL1 and ICV_EOIR1_EL1. Deactivates only an LR of that group and of the priority dropped
   * (IHI 0069 pseudocode VirtualWriteEOIR).
   */
  endOfInterruptGroup(cpu: number, value: number, group: number): void {
    if (value >= 1020 && value < 1024) return
    const dropped = this.dropPriority(cpu, group)
    if (dropped !== IDLE_PRIORITY && (this.controls[cpu] & EOI_MODE) === 0) {
      const lr = this.findActive(cpu, value, -1)
      if (lr < 0 || (this.lrGroup[lr] === group && this.groupPriority(cpu, lr) === dropped)) {
        this.deactivateLr(cpu, lr)
      }
    }
    this.update(cpu)
  }

  /** Clears the highest active priority of a group and returns it; IDLE_PRIORITY when none was active. */
  private dropPriority(cpu: number, group: number): number {
    const active = this.active[cpu * 2 + group]
    this.active[cpu * 2 + group] = active & (active - 1)
    return runningPriority(active)
  }

  /** GICV_DIR and ICV_DIR_EL1: deactivates, if the EOI mode leaves that to this register. */
  deactivate(cpu: number, value: number): void {
    if ((this.controls[cpu] & EOI_MODE) === 0) return
    const source = this.systemRegisters ? -1 : (value >>> 10) & 7
    this.deactivateLr(
      cpu,
      this.findActive(cpu, this.systemRegisters ? value & 0xffffff : value & 0x3ff, source),
    )
    this.update(cpu)
  }

  /** The active LR that holds `virq`; `source` tells SGIs of several CPUs apart, -1 means every one. */
  private findActive(cpu: number, virq: number, source: number): number {
    const end = (cpu + 1) * LR_COUNT
    for (let lr = cpu * LR_COUNT; lr < end; lr += 1) {
      if ((this.lrState[lr] & LR_ACTIVE) === 0 || this.lrVirq[lr] !== virq) continue
      if (source < 0 || virq >= 16 || this.lrHw[lr] === 1 || (this.lrPid[lr] & 7) === source) return lr
    }
    return -1
  }

  /** Deactivates an LR; with none (-1) counts an end of interrupt that no LR answers. */
  private deactivateLr(cpu: number, lr: number): void {
    if (lr < 0) {
      this.hcr[cpu] += 1 << HCR_EOI_COUNT_SHIFT
      return
    }
    this.lrState[lr] &= LR_PENDING
    if (this.lrHw[lr] === 1) this.onDeactivate(cpu, this.lrPid[lr])
  }

  /** Bit n: LR n is invalid, has HW = 0 and asked for an EOI maintenance interrupt. */
  eisr(cpu: number): number {
    let bits = 0
    for (let n = 0; n < LR_COUNT; n += 1) {
      const lr = cpu * LR_COUNT + n
      const eoi = this.lrHw[lr] === 0 && (this.lrPid[lr] & LR_PID_EOI) !== 0
      if (this.lrState[lr] === LR_INVALID && eoi) bits |= 1 << n
    }
    return bits
  }

  /** Bit n: LR n is empty and can be written without losing a maintenance interrupt. */
  elrsr(cpu: number): number {
    let bits = 0
    for (let n = 0; n < LR_COUNT; n += 1) if (this.lrState[cpu * LR_COUNT + n] === LR_INVALID) bits |= 1 << n
    return bits & ~this.eisr(cpu) & LR_MASK
  }

  /** Reasons for a maintenance interrupt: EOI 0, U 1, LRENP 2, NP 3, VGrp0E 4, VGrp0D 5, VGrp1E 6, VGrp1D 7. */
  misr(cpu: number): number {
    const hcr = this.hcr[cpu]
    const control = this.controls[cpu]
    let valid = 0
    let pending = 0
    for (let lr = cpu * LR_COUNT; lr < (cpu + 1) * LR_COUNT; lr += 1) {
      if (this.lrState[lr] !== LR_INVALID) valid += 1
      if (this.lrState[lr] === LR_PENDING) pending += 1
    }
    let misr = this.eisr(cpu) === 0 ? 0 : 1
    if ((hcr & HCR_UIE) !== 0 && valid <= 1) misr |= 2
    if ((hcr & HCR_LRENPIE) !== 0 && hcr >>> HCR_EOI_COUNT_SHIFT !== 0) misr |= 4
    if ((hcr & HCR_NPIE) !== 0 && pending === 0) misr |= 8
    const groups = (control & 1) * 0x10 + (~control & 1) * 0x20 + (control & 2) * 0x20 + (~control & 2) * 0x40
    return misr | (hcr & groups)
  }

  setHcr(cpu: number, value: number): void {
    this.hcr[cpu] = value
    this.update(cpu)
  }

  /** GICH_VMCR and ICH_VMCR_EL2: the virtual CPU interface's registers in one word. */
  vmcr(cpu: number): number {
    const points = (this.points[cpu * 2 + 1] << 18) | (this.points[cpu * 2] << 21)
    return (this.controls[cpu] | points | (this.masks[cpu] << 24)) >>> 0
  }

  setVmcr(cpu: number, value: number): void {
    this.controls[cpu] = value & CONTROL_BITS
    this.masks[cpu] = (value >>> 24) & PRIORITY_MASK
    this.points[cpu * 2] = Math.max((value >>> 21) & 7, MIN_BPR0)
    this.points[cpu * 2 + 1] = Math.max((value >>> 18) & 7, MIN_BPR1)
    this.update(cpu)
  }

  private arrays(): Record<string, Uint32Array | Uint16Array | Uint8Array> {
    const { hcr, lrState, lrVirq, lrPriority, lrGroup, lrHw, lrPid, active, controls, masks, points } = this
    return { hcr, lrState, lrVirq, lrPriority, lrGroup, lrHw, lrPid, active, controls, masks, points }
  }

  state(): DeviceState {
    return saveArrays(this.arrays())
  }

  fromState(owner: string, state: DeviceState): void {
    loadArrays(owner, this.arrays(), state)
    for (let cpu = 0; cpu < this.cpus; cpu += 1) this.update(cpu)
  }
}
