// SPDX-License-Identifier: BSD-2-Clause
//
// The processor as the kernel sees it: virtual CPUs that run a budget of instructions at EL1 and EL0 and stop
// with one neutral exit record. 64-bit values are bigint here (cold), number pairs inside.

import type { SysregSlot } from "./layout.ts"
import type { Emulation } from "./mmu/views.ts"

export type { Emulation, Registers } from "./mmu/views.ts"

/** Why a run ended. `sync` is an exception taken to EL2: stage 2 abort, HVC, SMC, WFx, trapped register. */
export type ExitReason = "budget" | "stop" | "sync"

export interface Exit {
  readonly reason: ExitReason
  /** Syndrome as ESR_EL2 shows it (32-bit unsigned); 0 unless `sync`. */
  readonly esr: number
  /** Faulting VA as FAR_EL2 shows it. */
  readonly far: bigint
  /** Faulting IPA, byte-exact where the access had an address (a number below 2^48). */
  readonly ipa: number
  /** The instruction word at PC, 0 when it cannot be read. */
  readonly instruction: number
}

/** One virtual CPU. Created by the engine with a block of its own in linear memory. */
export interface Cpu {
  readonly index: number
  /** Sees an exit of `sync` before `run` returns with it. True: it was dealt with, the CPU goes on at its PC. */
  intercept: ((exit: Exit) => boolean) | undefined
  /** Answers accesses that stage 2 does not map, before they become an exit. */
  emulation: Emulation | undefined
  /** Runs at most `budget` instructions (1 .. 2^30) and says why it stopped. */
  run(budget: number): Exit
  /** Instructions executed since creation or reset; exact, also inside a callback from a running CPU. */
  icount(): number
  /** Makes a running CPU leave `run` before its next instruction. */
  stop(): void
  /** The virtual interrupt lines of the CPU interface (GICV or ICH), level. Takes effect at the next instruction. */
  setVirq(level: boolean): void
  setVfiq(level: boolean): void
  /** Clears the local exclusive monitor: another CPU, or the kernel, ran since this one did. */
  clearExclusive(): void
  /** Opens the local exclusive monitor on `size` bytes at a virtual address, as a load exclusive does. */
  watchExclusive(va: bigint, size: number): void
  /** Whether an unmasked or masked virtual interrupt is pending: what ends a WFI. */
  wakePending(): boolean
  reg(n: number): bigint
  setReg(n: number, value: bigint): void
  /** V register, 128 bits. */
  vector(n: number): bigint
  setVector(n: number, value: bigint): void
  pc: bigint
  sp: bigint
  /** PSTATE as SPSR has it: NZCV, SS, IL, DAIF, M[4:0]. */
  pstate: number
  sysreg(slot: SysregSlot): bigint
  /** Writes a register with all its side effects (TLB banks, timers). */
  setSysreg(slot: SysregSlot, value: bigint): void
  /** Drops cached translations: all of this CPU, or those of one IPA page after a stage 2 change. */
  flushTlb(): void
  /** Architectural reset: EL1h, DAIF set, MMU off, registers zero. */
  reset(): void
  /** Translates a guest VA as the guest would; undefined when stage 1 or 2 does not map it. No side effects. */
  translate(va: bigint, el: 0 | 1): number | undefined
}
