// SPDX-License-Identifier: BSD-2-Clause
//
// What the physical and the virtual CPU interface keep alike for each CPU: control, priority mask, binary points and
// active priorities (IHI 0048B sections 4.4 and 5.5, IHI 0069 sections 12.2 and 12.3), each with its accessors.

import { PRIORITY_MASK } from "./interrupt-state.ts"
import { CONTROL_BITS, MIN_BPR0, MIN_BPR1, preemptionMask, runningPriority } from "./priority.ts"

/** The registers of all CPUs. What is written takes effect at once: `update` drives the CPU's lines. */
export abstract class InterfaceRegisters {
  protected readonly controls: Uint32Array
  protected readonly masks: Uint32Array
  /** Index cpu * 2 + group, as for `active`. */
  protected readonly points: Uint32Array
  readonly active: Uint32Array

  constructor(cpus: number) {
    this.controls = new Uint32Array(cpus)
    this.masks = new Uint32Array(cpus)
    this.points = new Uint32Array(cpus * 2)
    this.active = new Uint32Array(cpus * 2)
  }

  /** Drives the CPU's lines after a change. */
  abstract update(cpu: number): void

  protected clearRegisters(): void {
    this.controls.fill(0)
    this.masks.fill(0)
    this.active.fill(0)
    for (let at = 0; at < this.points.length; at += 2) {
      this.points[at] = MIN_BPR0
      this.points[at + 1] = MIN_BPR1
    }
  }

  /** Priority of what is active, idle above all priorities. */
  protected running(cpu: number): number {
    return runningPriority(this.active[cpu * 2] | this.active[cpu * 2 + 1])
  }

  /** The bits of a priority that count for preemption in a group. */
  protected preemption(cpu: number, group: number): number {
    return preemptionMask(group, this.controls[cpu], this.points[cpu * 2], this.points[cpu * 2 + 1])
  }

  runningPriority(cpu: number): number {
    return Math.min(this.running(cpu), 0xff)
  }

  control(cpu: number): number {
    return this.controls[cpu]
  }

  setControl(cpu: number, value: number): void {
    this.controls[cpu] = value & CONTROL_BITS
    this.update(cpu)
  }

  priorityMask(cpu: number): number {
    return this.masks[cpu]
  }

  setPriorityMask(cpu: number, value: number): void {
    this.masks[cpu] = value & PRIORITY_MASK
    this.update(cpu)
  }

  binaryPoint(cpu: number, group: number): number {
    return this.points[cpu * 2 + group]
  }

  setBinaryPoint(cpu: number, group: number, value: number): void {
    this.points[cpu * 2 + group] = Math.max(value & 7, group === 0 ? MIN_BPR0 : MIN_BPR1)
    this.update(cpu)
  }

  activePriorities(cpu: number, group: number): number {
    return this.active[cpu * 2 + group]
  }

  setActivePriorities(cpu: number, group: number, value: number): void {
    this.active[cpu * 2 + group] = value
    this.update(cpu)
  }
}
