// SPDX-License-Identifier: BSD-2-Clause
//
// A scheduling context (seL4 reference manual, 6.1.7; seL4, src/kernel/sporadic.c): so much processor time in each
// period, kept as a sporadic server does: what is used comes back one period after its use began, in pieces.
// A context whose budget is its period never waits: when its budget is used it has the next one, and goes behind
// the others of its priority. Times are nanoseconds of the machine's clock.

import type { KernelObject } from "./cap.ts"

/** An amount of processor time and when it may be used from. */
interface Refill {
  amountNs: number
  atNs: number
}

/** Refills that Microkit's contexts of 2^8 bytes have room for. */
const MAX_REFILLS = 10
/** What is left below this comes with the next refill: the smallest budget that can be asked for. */
const MIN_BUDGET_NS = 1000

export class SchedContext implements KernelObject {
  readonly type = "sched-context"
  readonly budgetNs: number
  readonly periodNs: number
  /** Budget and period are the same: a time slice, and no limit. */
  readonly roundRobin: boolean
  private readonly refills: Refill[]

  /** Microseconds, 1 .. period and 1 .. 2^40, as the system description has them. */
  constructor(budgetUs: number, periodUs: number) {
    this.budgetNs = budgetUs * 1000
    this.periodNs = periodUs * 1000
    this.roundRobin = budgetUs >= periodUs
    this.refills = [{ amountNs: this.budgetNs, atNs: 0 }]
  }

  /** Nanoseconds that may be used without a pause from `readyNs` on. */
  get availableNs(): number {
    return this.refills[0].amountNs
  }

  /** When `availableNs` may be used. */
  get readyNs(): number {
    return this.roundRobin ? 0 : this.refills[0].atNs
  }

  /** A thread on this context becomes ready (refill_unblock_check): what was unused before counts from now. */
  unblock(nowNs: number): void {
    const { refills } = this
    if (this.roundRobin || refills[0].atNs > nowNs) return
    refills[0].atNs = nowNs
    while (refills.length > 1 && refills[1].atNs <= nowNs + refills[0].amountNs) {
      const { amountNs } = refills[0]
      refills.shift()
      refills[0].amountNs += amountNs
      refills[0].atNs = nowNs
    }
  }

  /**
   * Takes what was used (refill_budget_check), which may be more than was there: the next refills come later then.
   * True when a time slice is over.
   */
  consume(usedNs: number): boolean {
    return this.roundRobin ? this.consumeSlice(usedNs) : this.consumeBudget(usedNs)
  }

  private consumeSlice(usedNs: number): boolean {
    const [slice] = this.refills
    slice.amountNs -= usedNs
    if (slice.amountNs > 0) return false
    slice.amountNs = this.budgetNs
    return true
  }

  private consumeBudget(usedNs: number): boolean {
    const { refills, periodNs } = this
    let left = usedNs
    while (refills[0].amountNs <= left) {
      left -= refills[0].amountNs
      const used = { ...refills[0], atNs: refills[0].atNs + periodNs }
      refills.shift()
      this.schedule(used)
    }
    if (left > 0) {
      const [head] = refills
      const used = { amountNs: left, atNs: head.atNs + periodNs }
      head.amountNs -= left
      head.atNs += left
      this.schedule(used)
    }
    while (refills.length > 1 && refills[0].amountNs < MIN_BUDGET_NS) {
      const { amountNs } = refills[0]
      refills.shift()
      refills[0].amountNs += amountNs
      refills[0].atNs -= amountNs
    }
    return false
  }

  /** Puts a used amount last; it joins the one before where they meet, or where there is no room. */
  private schedule(used: Refill): void {
    const { refills } = this
    const last = refills.at(-1)
    if (last === undefined) refills.push(used)
    else if (used.atNs <= last.atNs + last.amountNs) last.amountNs += used.amountNs
    else if (refills.length < MAX_REFILLS) refills.push(used)
    else {
      last.atNs = used.atNs - last.amountNs
      last.amountNs += used.amountNs
    }
  }
}

/** Microkit's default, for budget and period alike, microseconds. */
const DEFAULT_US = 1000

/** The context of a domain or of one vCPU of a virtual machine, as the system description has it. */
export function schedContextOf(spec: {
  readonly budgetUs?: number
  readonly periodUs?: number
}): SchedContext {
  const budgetUs = spec.budgetUs ?? DEFAULT_US
  return new SchedContext(budgetUs, spec.periodUs ?? budgetUs)
}
