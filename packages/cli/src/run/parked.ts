// SPDX-License-Identifier: BSD-2-Clause
//
// Whether every guest has halted itself for good: each vCPU that is on goes round in nothing with interrupts masked. A
// run would go on with that until its time is over.

import { isParked } from "@vmm/report"

import type { Booted } from "./boot.ts"
import { instructionReader } from "./stops/guest-view.ts"

const PSTATE_I = 1 << 7

/** One look; a vCPU may pass by, so that two looks after each other count. */
export function allParked(booted: Booted): boolean {
  const { memory } = booted.machine.board
  const on = booted.kernel.state.vcpus.filter(({ tcb }) => tcb !== undefined && tcb.state !== "inactive")
  return (
    on.length > 0 &&
    on.every(({ cpu }) => {
      const masked = (cpu.pstate & PSTATE_I) !== 0
      return masked && isParked({ pc: cpu.pc, masked, wordAt: instructionReader(cpu, memory) })
    })
  )
}
