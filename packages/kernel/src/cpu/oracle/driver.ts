// SPDX-License-Identifier: BSD-2-Clause
//
// The program that runs sequences under qemu-aarch64: it loads the window and a state, jumps into the
// sequence, saves the state that comes out, and at last writes all results to its standard output. A signal
// ends one sequence only. Linux's AArch64 system calls and signal frame (asm-generic/unistd.h, asm/sigcontext.h).

import { Assembler } from "../a64/asm.ts"
import {
  END,
  RESULT_SIZE,
  RESULTS,
  S_ENTRY,
  S_FAULT_PC,
  S_FPSR,
  S_NZCV,
  S_SIGNAL,
  S_SP,
  S_TPIDR,
  S_V,
  STATE_SIZE,
  STATES,
  WINDOW,
  WINDOW_SIZE,
} from "./state.ts"

/** The driver's own data: its variables, then what the window is to hold, then the stack of signal handlers. */
export const CONTROL = 0x30_0000
const NEXT_STATE = 0
const NEXT_RESULT = 8
const LEFT = 16
const SIGNAL = 24
const FAULT_PC = 32
const IMAGE = 0x1000
const SIGNAL_STACK = 0x4000
const SIGNAL_STACK_SIZE = 0x8000
export const CONTROL_SIZE = 0x1_0000

const SYS = { write: 64, exit: 93, sigaltstack: 132, rt_sigaction: 134 } as const
const SIGNALS = [4, 5, 7, 8, 11]
const SA_SIGINFO = 4
const SA_ONSTACK = 0x0800_0000
const SA_NODEFER = 0x4000_0000
/** Of the signal frame's ucontext: uc_mcontext.pc. */
const UC_PC = 176 + 8 + 31 * 8 + 8
/** System registers as MRS and MSR name them: op0, op1, CRn, CRm, op2. */
const FPCR = { op0: 3, op1: 3, CRn: 4, CRm: 4, op2: 0 }
const FPSR = { op0: 3, op1: 3, CRn: 4, CRm: 4, op2: 1 }
const MRS = { L: 1 }
const SP = 31
const LINK = 30

class Driver {
  private readonly a = new Assembler(END)

  build(): { words: Uint32Array; start: number } {
    this.save()
    this.finish()
    this.handler()
    const start = this.a.here
    this.start()
    this.loop()
    return { words: this.a.finish(), start }
  }

  private load(rt: number, rn: number, offset: number): void {
    this.a.insn("LDR/STR (unsigned offset)", { size: 3, opc: 1, imm12: offset / 8, Rn: rn, Rt: rt })
  }
  private store(rt: number, rn: number, offset: number): void {
    this.a.insn("LDR/STR (unsigned offset)", { size: 3, opc: 0, imm12: offset / 8, Rn: rn, Rt: rt })
  }
  private add(rd: number, rn: number, value: number): void {
    const [low, high] = [value & 0xfff, value >> 12]
    if (high > 0) this.a.insn("ADD/SUB (immediate)", { sf: 1, sh: 1, imm12: high, Rn: rn, Rd: rd })
    const from = high > 0 ? rd : rn
    if (low > 0 || high === 0) this.a.insn("ADD/SUB (immediate)", { sf: 1, imm12: low, Rn: from, Rd: rd })
  }
  private generic(
    name: "MRS/SYSL" | "MSR (register)/SYS",
    register: Readonly<Record<string, number>>,
    rt: number,
  ) {
    this.a.insn(name, { ...register, Rt: rt })
  }
  /** X0 .. X29 and V0 .. V31 from or to the block at X30. */
  private pairs(load: boolean): void {
    const kind = load ? "load" : "store"
    for (let n = 0; n < 32; n += 2) {
      this.a.insn("LDP/STP (offset, vector)", {
        opc: 2,
        L: load ? 1 : 0,
        imm7: (S_V + n * 16) / 16,
        Rt2: n + 1,
        Rn: LINK,
        Rt: n,
      })
    }
    for (let n = 0; n < 30; n += 2) {
      this.a.insn(`LDP/STP (offset) ${kind}`, { opc: 2, imm7: n, Rt2: n + 1, Rn: LINK, Rt: n })
    }
  }
  /** Copies the window's bytes from X0 to X1; takes X2 and X3. */
  private copy(name: string): void {
    this.a.move(3, WINDOW_SIZE / 8).label(name)
    this.a.insn("LDR/STR (post-index)", { size: 3, opc: 1, imm9: 8, Rn: 0, Rt: 2 })
    this.a.insn("LDR/STR (post-index)", { size: 3, opc: 0, imm9: 8, Rn: 1, Rt: 2 })
    this.a.insn("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 3, Rd: 3 })
    this.a.to(name, "CBZ/CBNZ", { sf: 1, op: 1, Rt: 3 })
  }

  /** Where sequences end. TPIDR_EL0 holds X30 while X30 finds the block. */
  private save(): void {
    const { a } = this
    a.insn("MRS/MSR (TPIDR_EL0)", { Rt: LINK })
    a.move(LINK, CONTROL)
    this.load(LINK, LINK, NEXT_RESULT)
    this.pairs(false)
    a.insn("MRS/MSR (TPIDR_EL0)", { ...MRS, Rt: 0 })
    this.store(0, LINK, LINK * 8)
    this.add(0, SP, 0)
    this.store(0, LINK, S_SP)
    a.insn("MRS/MSR (NZCV)", { ...MRS, Rt: 0 })
    this.store(0, LINK, S_NZCV)
    this.generic("MRS/SYSL", FPSR, 0)
    this.store(0, LINK, S_FPSR)
    a.move(4, CONTROL)
    this.load(0, 4, SIGNAL)
    this.store(0, LINK, S_SIGNAL)
    this.load(0, 4, FAULT_PC)
    this.store(0, LINK, S_FAULT_PC)
    this.store(31, 4, SIGNAL)
    this.store(31, 4, FAULT_PC)
    a.move(0, WINDOW)
    this.add(1, LINK, STATE_SIZE)
    this.copy("save-window")
    this.add(0, LINK, RESULT_SIZE)
    this.store(0, 4, NEXT_RESULT)
    a.to("loop", "B")
  }

  /** Writes what lies between RESULTS and the next result. */
  private finish(): void {
    const { a } = this
    a.label("finish").move(4, CONTROL)
    this.load(5, 4, NEXT_RESULT)
    a.move(1, RESULTS).label("write").move(0, 1)
    a.insn("ADD/ADDS/SUB/SUBS (register)", { sf: 1, op: 1, S: 1, Rn: 5, Rm: 1, Rd: 2 })
    a.to("exit", "B.cond", { cond: 0 })
    a.move(8, SYS.write).insn("SVC")
    a.to("exit", "TBZ/TBNZ", { op: 1, b5: 1, b40: 31, Rt: 0 })
    a.insn("ADD/ADDS/SUB/SUBS (register)", { sf: 1, Rn: 1, Rm: 0, Rd: 1 }).to("write", "B")
    a.label("exit").move(0, 0).move(8, SYS.exit).insn("SVC")
  }

  /** (signal, info, context): notes the signal and goes on where sequences end. */
  private handler(): void {
    this.a.label("handler").move(4, CONTROL)
    this.store(0, 4, SIGNAL)
    this.load(5, 2, UC_PC)
    this.store(5, 4, FAULT_PC)
    this.a.move(5, END)
    this.store(5, 2, UC_PC)
    this.a.insn("RET", { Rn: LINK })
  }

  private start(): void {
    const { a } = this
    a.move(4, CONTROL + 0x800).move(5, CONTROL + SIGNAL_STACK)
    this.store(5, 4, 0)
    this.store(31, 4, 8)
    a.move(5, SIGNAL_STACK_SIZE)
    this.store(5, 4, 16)
    this.add(0, 4, 0)
    a.move(1, 0).move(8, SYS.sigaltstack).insn("SVC")
    a.to("handler", "ADR", { Rd: 5 })
    this.store(5, 4, 0)
    a.move(5, SA_SIGINFO | SA_ONSTACK | SA_NODEFER)
    this.store(5, 4, 8)
    this.store(31, 4, 16)
    this.store(31, 4, 24)
    for (const signal of SIGNALS) {
      a.move(0, signal)
      this.add(1, 4, 0)
      a.move(2, 0).move(3, 8).move(8, SYS.rt_sigaction).insn("SVC")
    }
  }

  /** Loads the next state and goes to its sequence, which gets X30's value by itself. */
  private loop(): void {
    const { a } = this
    a.label("loop").move(4, CONTROL)
    this.load(5, 4, LEFT)
    a.to("finish", "CBZ/CBNZ", { sf: 1, Rt: 5 })
    a.insn("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: 1, Rn: 5, Rd: 5 })
    this.store(5, 4, LEFT)
    a.move(0, CONTROL + IMAGE).move(1, WINDOW)
    this.copy("load-window")
    this.load(LINK, 4, NEXT_STATE)
    this.add(0, LINK, STATE_SIZE)
    this.store(0, 4, NEXT_STATE)
    this.load(0, LINK, S_FPSR)
    this.generic("MSR (register)/SYS", FPSR, 0)
    this.a.insn("UBFM/SBFM", { sf: 1, op: 1, N: 1, immr: 32, imms: 63, Rn: 0, Rd: 0 })
    this.generic("MSR (register)/SYS", FPCR, 0)
    this.load(0, LINK, S_TPIDR)
    a.insn("MRS/MSR (TPIDR_EL0)", { Rt: 0 })
    this.load(0, LINK, S_NZCV)
    a.insn("MRS/MSR (NZCV)", { Rt: 0 })
    this.load(0, LINK, S_SP)
    this.add(SP, 0, 0)
    this.pairs(true)
    this.load(LINK, LINK, S_ENTRY)
    a.insn("CLREX", { CRm: 15 }).insn("BR", { Rn: LINK })
  }
}

/** The driver's code, which lies at END, and its entry point. */
export function driver(): { readonly words: Uint32Array; readonly start: number } {
  return new Driver().build()
}

/** The driver's data for `count` sequences and this window. */
export function control(count: number, window: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(IMAGE + WINDOW_SIZE)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(NEXT_STATE, BigInt(STATES), true)
  view.setBigUint64(NEXT_RESULT, BigInt(RESULTS), true)
  view.setBigUint64(LEFT, BigInt(count), true)
  bytes.set(window, IMAGE)
  return bytes
}
