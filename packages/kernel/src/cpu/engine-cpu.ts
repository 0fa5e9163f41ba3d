// SPDX-License-Identifier: BSD-2-Clause
//
// One virtual CPU over its block in linear memory: what the kernel calls to run it and to look at it.

import * as L from "./layout.ts"
import type { Runtime } from "./runtime.ts"
import type { CpuServices } from "./sys/host.ts"
import type { Cpu, Emulation, Exit, ExitReason } from "./types.ts"

const VIRQ = 1
const VFIQ = 2
/** Registers and flags end here; debug registers follow at DEBUG_REGS. */
const STATE_END = 0x1000
const DAIF_ALL = 0x3c0
/** Bytes of a V register. */
const VECTOR_SIZE = 16

export class EngineCpu implements Cpu {
  readonly index: number
  intercept: ((exit: Exit) => boolean) | undefined
  private readonly base: number
  private readonly services: CpuServices
  private readonly runtime: Runtime
  private readonly view: DataView
  private stopRequested = false
  private running = false

  constructor(index: number, base: number, services: CpuServices, runtime: Runtime) {
    this.index = index
    this.base = base
    this.services = services
    this.runtime = runtime
    this.view = services.views.data
    services.exceptions.intercept[index] = () => this.intercept?.(this.exit(L.EXIT_EL2)) ?? false
    this.reset()
  }

  get emulation(): Emulation | undefined {
    return this.services.memory.emulation[this.index]
  }
  set emulation(emulation: Emulation | undefined) {
    this.services.memory.emulation[this.index] = emulation
  }

  private i32(offset: number): number {
    return this.view.getInt32(this.base + offset, true)
  }
  private setI32(offset: number, value: number): void {
    this.view.setInt32(this.base + offset, value, true)
  }
  private u64(offset: number): bigint {
    return this.view.getBigUint64(this.base + offset, true)
  }
  private setU64(offset: number, value: bigint): void {
    this.view.setBigUint64(this.base + offset, BigInt.asUintN(64, value), true)
  }

  run(budget: number): Exit {
    const { exceptions } = this.services
    this.stopRequested = false
    this.setI32(L.STOP_I32, 0)
    this.setI32(L.WFI_I32, 0)
    this.setI32(L.STOP_SAVED_I32, 0)
    this.setI32(L.RUN_BUDGET_I32, budget)
    this.setI32(L.BUDGET_I32, budget)
    this.running = true
    exceptions.takeInterrupt(this.base)
    let code = this.runtime.run(this.base)
    while (code === L.EXIT_STOP) {
      this.setI32(L.STOP_I32, 0)
      if (this.stopRequested || !exceptions.takeInterrupt(this.base)) break
      if (this.i32(L.BUDGET_I32) <= 0) break
      code = this.runtime.run(this.base)
    }
    this.running = false
    const executed = this.icount()
    this.view.setFloat64(this.base + L.ICOUNT_F64, executed, true)
    this.setI32(L.RUN_BUDGET_I32, 0)
    this.setI32(L.BUDGET_I32, 0)
    return this.exit(code)
  }

  private exit(code: number): Exit {
    const sync = code === L.EXIT_EL2
    const reason: ExitReason = sync ? "sync" : code === L.EXIT_STOP ? "stop" : "budget"
    if (!sync) return { reason, esr: 0, far: 0n, ipa: 0, instruction: 0 }
    return {
      reason,
      esr: this.i32(L.EXC_ESR_I32) >>> 0,
      far: this.u64(L.EXC_FAR),
      ipa: Number(this.u64(L.EXC_IPA)),
      instruction: this.services.memory.instruction(this.base) >>> 0,
    }
  }

  icount(): number {
    const before = this.view.getFloat64(this.base + L.ICOUNT_F64, true)
    const left = this.i32(L.BUDGET_I32) + this.i32(L.STOP_SAVED_I32)
    return before + this.i32(L.RUN_BUDGET_I32) - left
  }

  stop(): void {
    this.stopRequested = true
    if (this.running) this.setI32(L.STOP_I32, 1)
  }

  private setLine(bit: number, level: boolean): void {
    const lines = this.i32(L.VIRQ_I32)
    this.setI32(L.VIRQ_I32, level ? lines | bit : lines & ~bit)
    if (this.running) this.services.exceptions.stopIfInterrupted(this.base)
  }
  setVirq(level: boolean): void {
    this.setLine(VIRQ, level)
  }
  setVfiq(level: boolean): void {
    this.setLine(VFIQ, level)
  }
  clearExclusive(): void {
    this.setI32(L.EXCL_ADDR_I32, -1)
  }
  watchExclusive(va: bigint, size: number): void {
    this.setU64(L.EXCL_VA, va)
    this.setI32(L.EXCL_SIZE_I32, size)
    this.setI32(L.EXCL_ADDR_I32, 0)
  }
  wakePending(): boolean {
    return this.i32(L.VIRQ_I32) !== 0
  }

  /** A register is set from outside: a region that executes must not keep what it has loaded. */
  private changed(): void {
    this.view.setInt32(L.EPOCH, this.view.getInt32(L.EPOCH, true) + 1, true)
  }
  reg(n: number): bigint {
    return this.u64(L.X + n * L.REG_SIZE)
  }
  setReg(n: number, value: bigint): void {
    this.changed()
    this.setU64(L.X + n * L.REG_SIZE, value)
  }
  vector(n: number): bigint {
    const at = L.V + n * VECTOR_SIZE
    return this.u64(at) | (this.u64(at + 8) << 64n)
  }
  setVector(n: number, value: bigint): void {
    const at = L.V + n * VECTOR_SIZE
    this.setU64(at, value)
    this.setU64(at + 8, value >> 64n)
  }
  get pc(): bigint {
    return this.u64(L.PC)
  }
  set pc(value: bigint) {
    this.changed()
    this.setI32(L.MOVED_I32, 1)
    this.setU64(L.PC, value)
  }
  get sp(): bigint {
    return this.u64(L.SP)
  }
  set sp(value: bigint) {
    this.changed()
    this.setU64(L.SP, value)
  }
  get pstate(): number {
    return this.services.pstate.get(this.base) >>> 0
  }
  set pstate(value: number) {
    this.changed()
    this.services.pstate.set(this.base, value | 0)
  }

  sysreg(slot: L.SysregSlot): bigint {
    const { storage } = this.services
    const lo = storage.readLow(this.base, L.SLOT[slot]) >>> 0
    const hi = storage.readHigh(this.base, L.SLOT[slot]) >>> 0
    return (BigInt(hi) << 32n) | BigInt(lo)
  }
  setSysreg(slot: L.SysregSlot, value: bigint): void {
    this.changed()
    const lo = Number(BigInt.asIntN(32, value))
    const hi = Number(BigInt.asIntN(32, value >> 32n))
    this.services.storage.write(this.base, L.SLOT[slot], lo, hi)
  }

  flushTlb(): void {
    this.services.storage.flush(this.base)
  }

  reset(): void {
    this.changed()
    const { views, storage, tlb } = this.services
    const count = this.view.getFloat64(this.base + L.ICOUNT_F64, true)
    views.u8.fill(0, this.base, this.base + STATE_END)
    this.setI32(L.MOVED_I32, 1)
    this.view.setFloat64(this.base + L.ICOUNT_F64, count, true)
    this.setI32(L.INDEX_I32, this.index)
    this.setI32(L.EL_I32, 1)
    this.setI32(L.SPSEL_I32, 1)
    this.setI32(L.DAIF_I32, DAIF_ALL)
    this.setU64(L.ZF, 1n)
    storage.reset(this.base)
    tlb.selectEl(this.base)
  }

  translate(va: bigint, el: 0 | 1): number | undefined {
    const lo = Number(BigInt.asIntN(32, va))
    const hi = Number(BigInt.asIntN(32, va >> 32n))
    const pa = this.services.translator.lookup(this.base, lo, hi, el)
    return pa < 0 ? undefined : pa
  }
}
