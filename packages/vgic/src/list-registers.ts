// SPDX-License-Identifier: BSD-2-Clause
//
// Who sits in which list register. The kernel's InjectIRQ can fill a list register but not read it, so
// occupancy is known by bookkeeping: an interrupt holds its register from the injection until the
// maintenance event that its end of interrupt raises (IHI 0048B section 5.2.2, EOI maintenance). A register
// is never given to another interrupt before that event: it may already be on its way.

import type { Interrupts } from "./interrupts.ts"

/** The kernel's InjectIRQ: priority 0..31, group 0 or 1; false when the kernel refuses (register active). */
export type InjectIrq = (
  vcpu: number,
  intid: number,
  priority: number,
  group: number,
  index: number,
) => boolean

/** Empties a list register whose interrupt is pending and not active; false when it is not so. */
export type RetractIrq = (vcpu: number, index: number) => boolean

/** What the kernel does with list registers. */
export interface KernelLists {
  readonly inject: InjectIrq
  /** Kernels without it leave an interrupt in its list register. */
  readonly retract?: RetractIrq
}

const FREE = -1

export class ListRegisters {
  readonly count: number
  /** INTID held, by vCPU * count + index; -1 when free. */
  private readonly held: Int16Array
  private readonly interrupts: Interrupts
  private readonly inject: InjectIrq
  private readonly takeBack: RetractIrq | undefined
  private readonly log: (message: string) => void

  constructor(
    interrupts: Interrupts,
    count: number,
    { inject, retract }: KernelLists,
    log: (message: string) => void,
  ) {
    this.count = count
    this.interrupts = interrupts
    this.inject = inject
    this.takeBack = retract
    this.log = log
    this.held = new Int16Array(interrupts.vcpus * count).fill(FREE)
  }

  /** Fills the free list registers of `vcpu`, most urgent interrupt first. */
  refill(vcpu: number): void {
    const interrupts = this.interrupts
    for (let index = 0; index < this.count; index++) {
      if (this.held[vcpu * this.count + index] !== FREE) continue
      const intid = interrupts.best(vcpu)
      if (intid < 0) return
      const group = (interrupts.group[interrupts.bank(vcpu, intid >> 5)] >>> (intid & 31)) & 1
      if (!this.inject(vcpu, intid, interrupts.getPriority(vcpu, intid) >> 3, group, index)) {
        this.log(`vIRQ ${intid} stays pending: the kernel refuses list register ${index} of vCPU ${vcpu}`)
        continue
      }
      this.held[vcpu * this.count + index] = intid
      interrupts.take(vcpu, intid)
    }
  }

  /** The guest has deactivated what list register `index` held: frees it and gives the INTID, -1 if none. */
  retire(vcpu: number, index: number): number {
    if (index < 0 || index >= this.count) return FREE
    const intid = this.held[vcpu * this.count + index]
    if (intid === FREE) return FREE
    this.held[vcpu * this.count + index] = FREE
    this.interrupts.release(vcpu, intid)
    return intid
  }

  /** Takes an interrupt that the guest has not begun back out of its list register; false when it cannot be. */
  retract(intid: number, only: number): boolean {
    for (let at = 0; at < this.held.length; at++) {
      const vcpu = Math.floor(at / this.count)
      if (this.held[at] !== intid || (only >= 0 && vcpu !== only)) continue
      if (this.takeBack?.(vcpu, at % this.count) !== true) return false
      this.held[at] = FREE
      this.interrupts.release(vcpu, intid)
      return true
    }
    return false
  }

  /** How many list registers of `vcpu` are taken. */
  used(vcpu: number): number {
    let used = 0
    for (let index = 0; index < this.count; index++) {
      if (this.held[vcpu * this.count + index] !== FREE) used += 1
    }
    return used
  }

  /** The kernel has emptied the registers of `vcpu`: what they held pends again. */
  emptied(vcpu: number): void {
    for (let index = 0; index < this.count; index++) {
      const intid = this.retire(vcpu, index)
      if (intid >= 0) this.interrupts.giveBack(vcpu, intid)
    }
  }

  state(): number[] {
    return Array.from(this.held)
  }

  fromState(held: readonly number[]): void {
    this.held.set(held)
  }
}
