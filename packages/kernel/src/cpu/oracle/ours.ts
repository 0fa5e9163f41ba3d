// SPDX-License-Identifier: BSD-2-Clause
//
// Runs placed sequences in our own CPU, in a sandbox of one tier, from the same states as qemu.

import { REGION_BIT } from "../a64/decoder.ts"
import * as L from "../layout.ts"
import { CORTEX_A53 } from "../models/index.ts"
import type { Translation } from "../runtime.ts"
import { Sandbox, SANDBOX_SIZE } from "../sandbox.ts"
import {
  BORDER,
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
  private readonly all: Buffer
  private window: Uint8Array = new Uint8Array(WINDOW_SIZE)

  constructor(translation: Translation, model = CORTEX_A53) {
    this.sandbox = new Sandbox(translation, model)
    this.all = Buffer.from(this.sandbox.runtime.memory.buffer, 0, L.RAM_START + SANDBOX_SIZE)
    this.sandbox.load(END, [BRK])
  }

  /** Makes regions of what starts at these addresses of the code, in one module. */
  translate(addresses: readonly number[]): void {
    this.sandbox.runtime.translator.translateAll(addresses.map((address) => this.decodedAt(address)))
  }

  /** The decoded instruction of an address below 8 MiB, where pages lie in their order. */
  private decodedAt(pc: number): number {
    return this.sandbox.runtime.pages.pageFor(L.RAM_START + (pc & -4096)) + ((pc & 4095) >>> 2) * L.INSN_SIZE
  }

  /** The handler of the instruction at `pc`, which was decoded. */
  handlerAt(pc: number): number {
    return this.sandbox.view.getUint16(this.decodedAt(pc), true) & (REGION_BIT - 1)
  }

  /** Enters the region that starts at `pc`, if there is one; gives how many instructions it executed. */
  runRegion(pc: number, budget: number): number {
    const region = this.sandbox.runtime.translator.regionAt(this.decodedAt(pc))
    if (region === undefined) return 0
    const { view, cpu } = this.sandbox
    view.setInt32(cpu + L.BUDGET_I32, budget, true)
    region(cpu)
    return budget - view.getInt32(cpu + L.BUDGET_I32, true)
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
    const { view, cpu } = this.sandbox
    return view.getUint32(cpu + L.PC, true) + view.getUint32(cpu + L.PC + 4, true) * 2 ** 32
  }

  /**
   * Goes on at `pc` for at most `budget` instructions; gives how many were executed, not counting the one
   * that ends the sequence or faults.
   */
  run(pc: number, budget: number): number {
    this.start(pc)
    return this.proceed(budget)
  }

  /**
   * Goes on for at most `budget` instructions, as `proceed`, and makes a region of the way that control takes from
   * where the CPU stands; `flush` installs it.
   */
  record(budget: number): number {
    const { view, cpu, runtime } = this.sandbox
    view.setInt32(cpu + L.BUDGET_I32, budget, true)
    this.forgetCounts()
    runtime.translator.hot(cpu, this.decodedAt(this.pc))
    const left = view.getInt32(cpu + L.BUDGET_I32, true)
    return budget - left + this.proceed(left)
  }

  /** Installs the regions that were recorded. */
  flush(): void {
    this.sandbox.runtime.translator.flush()
  }

  /** Puts the CPU at an address. */
  start(pc: number): void {
    const { view, cpu } = this.sandbox
    view.setUint32(cpu + L.PC, pc, true)
    view.setUint32(cpu + L.PC + 4, 0, true)
  }

  /** As `run`, from where the CPU stands. */
  proceed(budget: number): number {
    const { view, cpu, runtime } = this.sandbox
    view.setInt32(cpu + L.BUDGET_I32, budget, true)
    const faulted = runtime.run(cpu) === L.EXIT_EL2
    return budget - view.getInt32(cpu + L.BUDGET_I32, true) - (faulted ? 1 : 0)
  }

  /** Whether registers, flags and all of the data pages are the same as another CPU's. */
  same(other: Ours): boolean {
    const [a, b] = [this.all, other.all]
    const { cpu } = this.sandbox
    const equal = (at: number, size: number) => a.compare(b, at, at + size, at, at + size) === 0
    return (
      equal(cpu + L.X, 31 * 8) &&
      equal(cpu + L.SP, 8) &&
      equal(cpu + L.PC, 8) &&
      equal(cpu + L.V, L.FPSR_I32 + 4 - L.V) &&
      this.nzcv() === other.nzcv() &&
      equal(L.RAM_START + DATA, DATA_SIZE)
    )
  }

  /** Whether the state is the result at `at` of what qemu gave; see `result`. */
  agrees(theirs: Buffer, at: number): boolean {
    const { view, cpu } = this.sandbox
    const { all } = this
    const equal = (place: number, from: number, size: number) =>
      all.compare(theirs, at + place, at + place + size, from, from + size) === 0
    // The window's pages lie the wrong way round in the sandbox's memory: see sandbox.ts.
    const half = BORDER - WINDOW
    const data = L.RAM_START + DATA
    return (
      equal(0, cpu + L.X, 31 * 8) &&
      equal(S_SP, cpu + L.SP, 8) &&
      theirs.readUInt32LE(at + S_NZCV) === this.nzcv() &&
      theirs.readUInt32LE(at + S_FPSR) === view.getUint32(cpu + L.FPSR_I32, true) &&
      equal(S_V, cpu + L.V, 512) &&
      equal(STATE_SIZE, data + DATA_SIZE - half, half) &&
      equal(STATE_SIZE + half, data, half) &&
      theirs.readUInt32LE(at + S_SIGNAL) === 0 &&
      this.pc === END
    )
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
    const zf = view.getInt32(cpu + L.ZF, true) | view.getInt32(cpu + L.ZF + 4, true)
    const z = zf === 0 ? 0x4000_0000 : 0
    const c = view.getInt32(cpu + L.CF_I32, true) !== 0 ? 0x2000_0000 : 0
    const v = view.getInt32(cpu + L.VF + 4, true) < 0 ? 0x1000_0000 : 0
    return n + z + c + v
  }
}
