// SPDX-License-Identifier: BSD-2-Clause
//
// Interrupts as a person wants to see them, out of the distributor's words: those that are enabled, pending, active or
// have their line high. SGIs are left out: they are enabled from the start and nothing drives them.

import type { Interrupts } from "./interrupts.ts"

export interface InterruptState {
  readonly intid: number
  /** Counted from 0; -1 for an SPI. */
  readonly vcpu: number
  readonly enabled: boolean
  readonly pending: boolean
  /** Active by a write, or in a list register and not deactivated yet. */
  readonly active: boolean
  /** Level of the input line. */
  readonly line: boolean
  readonly trigger: "level" | "edge"
}

function statesOf(interrupts: Interrupts, n: number, vcpu: number): InterruptState[] {
  const bank = interrupts.bank(Math.max(vcpu, 0), n)
  const { enable, active, listed, level, edge } = interrupts
  const pending = interrupts.pending(bank)
  const taken = active[bank] | listed[bank]
  const told = (enable[bank] | pending | taken | level[bank]) & interrupts.implemented(n)
  const found: InterruptState[] = []
  for (let bit = n === 0 ? 16 : 0; bit < 32; bit++) {
    const is = (word: number): boolean => ((word >>> bit) & 1) === 1
    if (!is(told)) continue
    found.push({
      intid: n * 32 + bit,
      vcpu,
      enabled: is(enable[bank]),
      pending: is(pending),
      active: is(taken),
      line: is(level[bank]),
      trigger: is(edge[bank]) ? "edge" : "level",
    })
  }
  return found
}

/** PPIs of each vCPU, then SPIs, in the order of INTIDs. */
export function interruptStates(interrupts: Interrupts): readonly InterruptState[] {
  const found: InterruptState[] = []
  for (let vcpu = 0; vcpu < interrupts.vcpus; vcpu++) found.push(...statesOf(interrupts, 0, vcpu))
  for (let n = 1; n < interrupts.words; n++) found.push(...statesOf(interrupts, n, -1))
  return found
}
