// SPDX-License-Identifier: BSD-2-Clause
//
// The physical CPU interfaces of a GIC: priority mask, binary points, running priority, acknowledge, end of
// interrupt, deactivate, after GICv2 (IHI 0048B) sections 3 and 4.4 and GICv3 (IHI 0069) section 4. One
// security state. IRQ and FIQ outputs both go to the kernel and are told to it as one line.

import type { DeviceState } from "../device.ts"
import { loadArrays, saveArrays } from "../saved-arrays.ts"
import type { CpuInterfaceRegisters } from "./gicc-registers.ts"
import { InterfaceRegisters } from "./interface-registers.ts"
import { type InterruptState, SPURIOUS } from "./interrupt-state.ts"
import { ACK_CTL, activeBit, ENABLE_GROUP0, EOI_MODE, runningPriority } from "./priority.ts"

const GROUP1_PENDING = 1022

/** The physical CPU interfaces of all CPUs. */
export class PhysicalCpuInterface extends InterfaceRegisters implements CpuInterfaceRegisters {
  /** 1: the line to the CPU is asserted. */
  private readonly line: Uint8Array
  private readonly sinks: Array<(level: boolean) => void>
  private readonly interrupts: InterruptState

  constructor(interrupts: InterruptState) {
    const { cpus } = interrupts
    super(cpus)
    this.interrupts = interrupts
    this.line = new Uint8Array(cpus)
    this.sinks = Array.from({ length: cpus }, () => () => undefined)
    this.reset()
  }

  reset(): void {
    this.clearRegisters()
  }

  onLine(cpu: number, sink: (level: boolean) => void): void {
    this.sinks[cpu] = sink
    sink(this.line[cpu] === 1)
  }

  irqLine(cpu: number): boolean {
    return this.line[cpu] === 1
  }

  override update(cpu: number): void {
    const level = this.signals(cpu) ? 1 : 0
    if (level === this.line[cpu]) return
    this.line[cpu] = level
    this.sinks[cpu](level === 1)
  }

  /** Is the best candidate enabled here, above the mask and able to preempt? Leaves it in `interrupts.best*`. */
  private signals(cpu: number): boolean {
    const state = this.interrupts
    state.findHighest(cpu)
    if (state.bestIntid === SPURIOUS || state.bestPriority >= this.masks[cpu]) return false
    if ((this.controls[cpu] & (ENABLE_GROUP0 << state.bestGroup)) === 0) return false
    const group = state.bestGroup
    return (state.bestPriority & this.preemption(cpu, group)) < this.running(cpu)
  }

  /** What GICC_HPPIR shows: the INTID, 1022 for a group 1 interrupt that this register may not tell. */
  private visible(cpu: number, alias: boolean): number {
    const state = this.interrupts
    if (state.bestIntid === SPURIOUS) return SPURIOUS
    if (alias) return state.bestGroup === 1 ? state.bestIntid : SPURIOUS
    return state.bestGroup === 0 || (this.controls[cpu] & ACK_CTL) !== 0 ? state.bestIntid : GROUP1_PENDING
  }

  acknowledge(cpu: number, alias: boolean): number {
    if (!this.signals(cpu)) return SPURIOUS
    const intid = this.visible(cpu, alias)
    return intid >= GROUP1_PENDING ? intid : this.take(cpu)
  }

  /** Acknowledges the best candidate whatever its group; 1023 when none can be signalled. */
  acknowledgeAny(cpu: number): number {
    return this.signals(cpu) ? this.take(cpu) : SPURIOUS
  }

  private take(cpu: number): number {
    const state = this.interrupts
    const group = state.bestGroup
    const intid = state.bestIntid
    this.active[cpu * 2 + group] |= activeBit(state.bestPriority & this.preemption(cpu, group))
    const source = state.activate(cpu, intid)
    state.onChange(intid < 32 ? cpu : -1)
    return intid | (source << 10)
  }

  highestPending(cpu: number, alias: boolean): number {
    this.interrupts.findHighest(cpu)
    return this.visible(cpu, alias)
  }

  /** Drops the running priority; deactivates as well unless the EOI mode splits the two. */
  endOfInterrupt(cpu: number, value: number, _alias: boolean): void {
    const intid = value & 0x3ff
    if (intid >= this.interrupts.intids) return
    const group0 = this.active[cpu * 2]
    const group1 = this.active[cpu * 2 + 1]
    if (group0 !== 0 && runningPriority(group0) <= runningPriority(group1)) {
      this.active[cpu * 2] = group0 & (group0 - 1)
    } else {
      this.active[cpu * 2 + 1] = group1 & (group1 - 1)
    }
    if ((this.controls[cpu] & EOI_MODE) === 0) this.interrupts.deactivate(cpu, intid)
    this.update(cpu)
  }

  deactivate(cpu: number, value: number): void {
    this.interrupts.deactivate(cpu, value & 0x3ff)
  }

  private arrays(): Record<string, Uint32Array> {
    const { controls, masks, points, active } = this
    return { controls, masks, points, active }
  }

  state(): DeviceState {
    return saveArrays(this.arrays())
  }

  fromState(owner: string, state: DeviceState): void {
    loadArrays(owner, this.arrays(), state)
  }
}
