// SPDX-License-Identifier: BSD-2-Clause
//
// A processor for tests of the kernel: instead of instructions it has a script. A number executes that many
// instructions, an exit stops with it after one, a function does something inside the run (a device access)
// in one instruction. After the script it spins.

import type { SysregSlot } from "../cpu/layout.ts"
import type { Cpu, Emulation, Exit } from "../cpu/types.ts"

export type Step = number | Partial<Exit> | (() => void)

const NOTHING = { esr: 0, far: 0n, ipa: 0, instruction: 0 }

/** Syndromes that scripts use. */
export const ESR_WFI = 0x06000000
export const ESR_HVC = 0x5a000000
export const ESR_SMC = 0x5e000000
export const ESR_UNDEFINED = 0x02000000
/** Data abort from a lower EL: word read into X2, translation fault at level 3. */
export const ESR_READ = 0x93820007

export class FakeCpu implements Cpu {
  readonly index: number
  intercept: ((exit: Exit) => boolean) | undefined
  emulation: Emulation | undefined
  pc = 0n
  sp = 0n
  pstate = 0x3c5
  readonly script: Step[] = []
  /** Levels of the virtual interrupt inputs. */
  virq = false
  vfiq = false
  flushes = 0
  /** Times that the exclusive monitor was cleared. */
  clears = 0
  /** PA that `translate` answers for a VA. */
  readonly pages = new Map<bigint, number>()
  /** What the exclusive monitor was last opened on. */
  watched: { readonly va: bigint; readonly size: number } | undefined
  private readonly registers = Array.from({ length: 31 }, () => 0n)
  private readonly vectors = Array.from({ length: 32 }, () => 0n)
  private readonly system = new Map<SysregSlot, bigint>()
  private executed = 0
  private stopped = false

  constructor(index: number) {
    this.index = index
  }

  run(budget: number): Exit {
    const end = this.executed + budget
    while (this.executed < end) {
      if (this.stopped) {
        this.stopped = false
        return { reason: "stop", ...NOTHING }
      }
      const step = this.script.shift() ?? Infinity
      if (typeof step === "number") {
        const some = Math.min(step, end - this.executed)
        this.executed += some
        if (some < step) this.script.unshift(step - some)
      } else {
        this.executed += 1
        if (typeof step === "object") {
          const exit: Exit = { reason: "sync", ...NOTHING, ...step }
          if (this.intercept?.(exit) !== true) return exit
        } else step()
      }
    }
    return { reason: "budget", ...NOTHING }
  }

  icount(): number {
    return this.executed
  }

  stop(): void {
    this.stopped = true
  }

  setVirq(level: boolean): void {
    this.virq = level
  }

  setVfiq(level: boolean): void {
    this.vfiq = level
  }

  clearExclusive(): void {
    this.clears += 1
  }

  watchExclusive(va: bigint, size: number): void {
    this.watched = { va, size }
  }

  wakePending(): boolean {
    return this.virq || this.vfiq
  }

  reg(n: number): bigint {
    return this.registers[n]
  }

  setReg(n: number, value: bigint): void {
    this.registers[n] = value
  }

  vector(n: number): bigint {
    return this.vectors[n]
  }

  setVector(n: number, value: bigint): void {
    this.vectors[n] = value
  }

  sysreg(slot: SysregSlot): bigint {
    return this.system.get(slot) ?? 0n
  }

  setSysreg(slot: SysregSlot, value: bigint): void {
    this.system.set(slot, value)
  }

  flushTlb(): void {
    this.flushes += 1
  }

  reset(): void {
    this.registers.fill(0n)
    this.system.clear()
    this.pc = 0n
    this.sp = 0n
    this.pstate = 0x3c5
    this.executed = 0
  }

  translate(va: bigint): number | undefined {
    return this.pages.get(va)
  }
}
