// SPDX-License-Identifier: BSD-2-Clause
//
// Runs placed sequences in our own CPU, in a sandbox of one tier, from the same states as qemu.

import * as L from "../layout.ts"
import type { Translation } from "../runtime.ts"
import { Sandbox } from "../sandbox.ts"
import {
  CODE,
  DATA,
  DATA_SIZE,
  END,
  RESULT_SIZE,
  S_FAULT_PC,
  S_FPCR,
  S_FPSR,
  S_NZCV,
  S_SIGNAL,
  S_SP,
  S_TPIDR,
  S_V,
  STATE_SIZE,
  WINDOW,
  WINDOW_SIZE,
} from "./state.ts"

/** BRK #0: what ends a sequence here. */
const BRK = 0xd420_0000
const COUNTS_SIZE = 1 << 17
/** Instructions after which a sequence must have come to its end. */
export const LIMIT = 100_000

const EMPTY = new Uint8Array(DATA_SIZE)

/** The signals of Linux by what the CPU cannot do. */
const SIGILL = 4

export class Ours {
  readonly sandbox: Sandbox
  private readonly all: Uint8Array
  private window: Uint8Array = new Uint8Array(WINDOW_SIZE)

  constructor(translation: Translation) {
    this.sandbox = new Sandbox(translation)
    this.all = new Uint8Array(this.sandbox.runtime.memory.buffer)
    this.sandbox.load(END, [BRK])
  }

  /** Puts code at CODE, in place of what was there, and keeps what the window is to hold. */
  load(words: ArrayLike<number>, window: Uint8Array): void {
    this.window = window
    this.sandbox.runtime.pages.dropAll()
    this.dropTlb()
    this.sandbox.load(CODE, words)
  }

  /** Forgets all translations of addresses. */
  dropTlb(): void {
    const bank = this.sandbox.cpu + L.BANKS
    this.all.fill(0xff, bank, bank + L.BANK_SIZE)
  }

  /** Forgets how often code was reached, so that what follows is as hot as it is by itself. */
  forgetCounts(): void {
    this.all.fill(0, L.JIT_TABLES, L.JIT_TABLES + COUNTS_SIZE)
  }

  /** Puts the CPU and the window into a state. */
  enter(state: Uint8Array): void {
    const { view, cpu } = this.sandbox
    const from = new DataView(state.buffer, state.byteOffset)
    this.all.set(state.subarray(0, S_NZCV - 8), cpu + L.X)
    view.setBigUint64(cpu + L.X + L.REG_ZERO * L.REG_SIZE, 0n, true)
    view.setBigUint64(cpu + L.SP, from.getBigUint64(S_SP, true), true)
    const nzcv = from.getUint32(S_NZCV, true)
    const bit63 = (set: number) => (set === 0 ? 0n : 1n << 63n)
    view.setBigUint64(cpu + L.NF, bit63(nzcv & 0x8000_0000), true)
    view.setBigUint64(cpu + L.ZF, (nzcv & 0x4000_0000) === 0 ? 1n : 0n, true)
    view.setInt32(cpu + L.CF_I32, (nzcv >>> 29) & 1, true)
    view.setBigUint64(cpu + L.VF, bit63(nzcv & 0x1000_0000), true)
    view.setInt32(cpu + L.FPCR_I32, from.getInt32(S_FPCR, true), true)
    view.setInt32(cpu + L.FPSR_I32, from.getInt32(S_FPSR, true), true)
    view.setBigUint64(cpu + L.SLOT.TPIDR_EL0, from.getBigUint64(S_TPIDR, true), true)
    view.setInt32(cpu + L.EXCL_ADDR_I32, -1, true)
    this.all.set(state.subarray(S_V, S_V + 512), cpu + L.V)
    this.sandbox.write(DATA, EMPTY)
    this.sandbox.write(WINDOW, this.window)
  }

  get pc(): number {
    return Number(this.sandbox.view.getBigUint64(this.sandbox.cpu + L.PC, true))
  }

  /**
   * Goes on at `pc` for at most `budget` instructions; gives how many were executed, not counting the one
   * that ends the sequence or faults.
   */
  run(pc: number, budget: number): number {
    const { view, cpu, runtime } = this.sandbox
    view.setBigUint64(cpu + L.PC, BigInt(pc), true)
    view.setInt32(cpu + L.BUDGET_I32, budget, true)
    const faulted = runtime.run(cpu) === L.EXIT_EL2
    return budget - view.getInt32(cpu + L.BUDGET_I32, true) - (faulted ? 1 : 0)
  }

  /** The state as it is now, as the program under qemu would save it. */
  result(): Uint8Array {
    const { view, cpu } = this.sandbox
    const bytes = new Uint8Array(RESULT_SIZE)
    const to = new DataView(bytes.buffer)
    bytes.set(this.all.subarray(cpu + L.X, cpu + L.X + 31 * 8))
    to.setBigUint64(S_SP, view.getBigUint64(cpu + L.SP, true), true)
    to.setUint32(S_NZCV, this.nzcv(), true)
    to.setUint32(S_FPSR, view.getUint32(cpu + L.FPSR_I32, true), true)
    bytes.set(this.all.subarray(cpu + L.V, cpu + L.V + 512), S_V)
    bytes.set(this.sandbox.read(WINDOW, WINDOW_SIZE), STATE_SIZE)
    if (this.pc !== END) {
      to.setBigUint64(S_SIGNAL, BigInt(SIGILL), true)
      to.setBigUint64(S_FAULT_PC, BigInt(this.pc), true)
    }
    return bytes
  }

  private nzcv(): number {
    const { view, cpu } = this.sandbox
    const n = view.getInt32(cpu + L.NF + 4, true) < 0 ? 0x8000_0000 : 0
    const z = view.getBigUint64(cpu + L.ZF, true) === 0n ? 0x4000_0000 : 0
    const c = view.getInt32(cpu + L.CF_I32, true) !== 0 ? 0x2000_0000 : 0
    const v = view.getInt32(cpu + L.VF + 4, true) < 0 ? 0x1000_0000 : 0
    return n + z + c + v
  }
}
