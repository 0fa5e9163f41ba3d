// SPDX-License-Identifier: BSD-2-Clause
//
// Whether every guest has halted itself for good: each vCPU that is on goes round in nothing with interrupts masked. A
// run would go on with that until its time is over.

import { isParked } from "@vmm/report"

import type { Booted } from "./boot.ts"
import { instructionReader } from "./stops/guest-view.ts"

const PSTATE_I = 1 << 7

/** One look is enough: nothing changes in such a loop, and nothing else is due. */
export function allParked(booted: Booted): boolean {
  const { board, platform } = booted.machine
  // A program of the user's own may wait for what is typed, and set a guest going; any domain may wait for its time.
  if (booted.ownPrograms) return false
  if (platform.events.nextDeadlineNs() !== Infinity) return false
  const { memory } = board
  const on = booted.kernel.state.vcpus.filter(({ tcb }) => tcb !== undefined && tcb.state !== "inactive")
  return (
    on.length > 0 &&
    on.every(({ cpu }) => {
      const masked = (cpu.pstate & PSTATE_I) !== 0
      if (!masked) return false
      const { pc, pstate } = cpu
      const register = (n: number) => cpu.reg(n)
      return isParked({ pc, masked, wordAt: instructionReader(cpu, memory), register, pstate })
    })
  )
}
