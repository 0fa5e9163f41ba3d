// SPDX-License-Identifier: BSD-2-Clause
//
// The meaning of descriptions in the cold tier: operands come from the decoded instruction at run time,
// registers and flags live in the CPU block. The same class writes the arms of the interpreter's switch and
// the handler functions beside it; they differ in how an instruction ends, which `Ending` says.

import { type I32, type I64, TYPES, type V128 } from "../dsl/code.ts"
import type { HostCall, Size, Slot } from "../dsl/ops.ts"
import { alignmentOf, READ_OPS, SIGN_OPS, SIMD_LOAD, SIMD_STORE, TierOps, WRITE_OPS } from "../dsl/tier.ts"
import * as L from "../layout.ts"
import type { ByteWriter } from "../wasm/bytes.ts"
import { OP } from "../wasm/opcodes.ts"

/** Function indices of what every tier calls. */
export interface Runtime {
  readonly host: Readonly<Record<HostCall, number>>
  /** (cpu, va, size | flags << 8) -> value; STATUS says how it went. */
  readonly slowRead: number
  /** (cpu, va, value, size | flags << 8). */
  readonly slowWrite: number
  /** (cpu, va, flags): 16 bytes into DATA. */
  readonly slowReadV: number
  /** (cpu, va, flags): 16 bytes from DATA. */
  readonly slowWriteV: number
  /** (cpu, va, size | flags << 8): whether RAM answers, whose host address is in SCRATCH then. */
  readonly ramWrite: number
  readonly helpers: ReadonlyMap<string, number>
}

/** How an instruction leaves the straight line, in the place where it is written. */
export interface Ending {
  /** Where the TLB does not map an access, in place of the slow functions; nothing has happened by then. */
  missed?(o: InterpOps): void
  /** Before a call into the host: PC and BUDGET of the CPU block are made true. */
  sync(o: InterpOps): void
  /** After a slow access: leaves on a fault, notes a stop. */
  afterSlow(o: InterpOps): void
  ends(o: InterpOps, status: number): void
  endsWith(o: InterpOps, status: I32): void
  jump(o: InterpOps): void
  pc(o: InterpOps): I64
}

export class InterpOps extends TierOps {
  private readonly runtime: Runtime
  private readonly ending: Ending
  private readonly ipLocal: number
  /** Accesses of the instruction so far. */
  private accesses = 0

  constructor(params: number, ipLocal: number, runtime: Runtime, ending: Ending, out?: ByteWriter) {
    super(params, out)
    this.ipLocal = ipLocal
    this.runtime = runtime
    this.ending = ending
  }

  /** Base of the CPU block: parameter 0. */
  base(): I32 {
    return this.local<I32>(0, TYPES.I32)
  }

  ip(): I32 {
    return this.local<I32>(this.ipLocal, TYPES.I32)
  }

  imm(): I64 {
    return this.load<I64>(OP.i64_load, TYPES.I64, this.ip(), L.INSN_IMM)
  }
  imm32(): I32 {
    return this.load<I32>(OP.i32_load, TYPES.I32, this.ip(), L.INSN_IMM)
  }
  immHigh32(): I32 {
    return this.load<I32>(OP.i32_load, TYPES.I32, this.ip(), L.INSN_IMM + 4)
  }
  small(): I32 {
    return this.load<I32>(OP.i32_load16_u, TYPES.I32, this.ip(), L.INSN_SMALL_U16)
  }
  pc(): I64 {
    return this.ending.pc(this)
  }

  private number(slot: Slot): I32 {
    return this.load<I32>(OP.i32_load8_u, TYPES.I32, this.ip(), L.INSN_REGS_U8 + slot)
  }
  private xAddress(slot: Slot): I32 {
    return this.add(this.base(), this.shl(this.number(slot), this.i32(3)))
  }
  private vAddress(slot: Slot, plus = 0): I32 {
    const number = plus === 0 ? this.number(slot) : this.following(slot, plus)
    return this.add(this.base(), this.shl(number, this.i32(4)))
  }
  private following(slot: Slot, plus: number): I32 {
    return this.and(this.add(this.number(slot), this.i32(plus)), this.i32(31))
  }

  x(slot: Slot): I64 {
    return this.load<I64>(OP.i64_load, TYPES.I64, this.xAddress(slot), L.X)
  }
  override w(slot: Slot): I32 {
    return this.load<I32>(OP.i32_load, TYPES.I32, this.xAddress(slot), L.X)
  }
  setX(slot: Slot, value: I64): void {
    this.store(OP.i64_store, this.xAddress(slot), value, L.X)
  }
  setXAt(n: number, value: I64): void {
    this.store(OP.i64_store, this.base(), value, L.X + n * L.REG_SIZE)
  }

  v(slot: Slot, plus = 0): V128 {
    return this.load<V128>(SIMD_LOAD, TYPES.V128, this.vAddress(slot, plus), L.V)
  }
  setV(slot: Slot, value: V128, plus = 0): void {
    this.store(SIMD_STORE, this.vAddress(slot, plus), value, L.V)
  }
  vLow(slot: Slot): I64 {
    return this.load<I64>(OP.i64_load, TYPES.I64, this.vAddress(slot), L.V)
  }
  setVLow(slot: Slot, value: I64): void {
    const bound = this.let(value)
    const address = this.let(this.vAddress(slot))
    this.store(OP.i64_store, address, bound, L.V)
    this.store(OP.i64_store, address, this.i64(0), L.V + 8)
  }

  // -- flags and the TLB -------------------------------------------------------------------------

  bank(flags: number): I32 {
    return this.field32((flags & L.ACC_UNPRIV) !== 0 ? L.BANK_UNPRIV_I32 : L.BANK_I32)
  }
  nf(): I64 {
    return this.field64(L.NF)
  }
  zf(): I64 {
    return this.field64(L.ZF)
  }
  cf(): I32 {
    return this.field32(L.CF_I32)
  }
  vf(): I64 {
    return this.field64(L.VF)
  }
  putFlags(nf: I64, zf: I64, cf: I32, vf: I64): void {
    this.setField64(L.NF, nf)
    this.setField64(L.ZF, zf)
    this.setField32(L.CF_I32, cf)
    this.setField64(L.VF, vf)
  }

  // -- memory: what the TLB does not map is done by the slow functions ----------------------------

  private code(size: number, flags: number): I32 {
    return this.i32(size | (flags << 8))
  }
  private slowRead(size: Size, isSigned: boolean, va: I64, flags: number, result: number): void {
    const raw = this.call<I64>(this.runtime.slowRead, TYPES.I64, [this.base(), va, this.code(size, flags)])
    const extend = isSigned && size < 8
    this.setLocal(result, extend ? this.unary<I64>(SIGN_OPS[size], TYPES.I64, raw) : raw)
    this.ending.afterSlow(this)
  }
  private slowWrite(size: Size, va: I64, data: I64, flags: number): void {
    this.callRaw(this.runtime.slowWrite, [this.base(), va, data, this.code(size, flags)])
    this.ending.afterSlow(this)
  }

  /** RAM takes both halves by one translation, as it does in a region; the first may be in the way of the second's. */
  private slowWritePair(size: 4 | 8, va: I64, first: I64, second: I64): void {
    const code = this.code(size * 2, L.ACC_RAM_ONLY)
    const put = (at: I32, offset = 0) => {
      this.store(WRITE_OPS[size], at, first, offset)
      this.store(WRITE_OPS[size], at, second, offset + size)
    }
    put(this.base(), L.BOUNCE)
    this.if(
      this.call<I32>(this.runtime.ramWrite, TYPES.I32, [this.base(), va, code]),
      () => put(this.let(this.field32(L.SCRATCH))),
      () => {
        this.slowWrite(size, va, first, 0)
        this.slowWrite(size, this.let(this.add(va, this.i64(size))), second, 0)
      },
    )
  }

  /** `fast` where the TLB maps an access; an arm that makes two could leave the second with the first done. */
  private mapped(hit: I32, fast: () => void, slow: () => void): void {
    const { missed } = this.ending
    if (missed === undefined) return this.if(hit, fast, slow, true)
    if (this.accesses++ > 0) throw new Error("an arm of the interpreter makes one access")
    this.if(this.eqz(hit), () => missed(this), undefined, false)
    fast()
  }
  override endInstruction(): void {
    super.endInstruction()
    this.accesses = 0
  }

  read(size: Size, isSigned: boolean, address: I64, flags = 0): I64 {
    const va = this.let(address)
    const result = this.temp(TYPES.I64)
    const { hit, host } = this.probe(va, L.TLB_READ, size, alignmentOf(size, flags), flags)
    this.mapped(
      hit,
      () => this.setLocal(result, this.load<I64>(READ_OPS[size][isSigned ? 1 : 0], TYPES.I64, host)),
      () => {
        this.ending.sync(this)
        this.slowRead(size, isSigned, va, flags, result)
      },
    )
    return this.local<I64>(result, TYPES.I64)
  }
  write(size: Size, address: I64, value: I64, flags = 0): void {
    const va = this.let(address)
    const data = this.let(value)
    const { hit, host } = this.probe(va, L.TLB_WRITE, size, alignmentOf(size, flags), flags)
    this.mapped(
      hit,
      () => this.store(WRITE_OPS[size], host, data),
      () => {
        this.ending.sync(this)
        this.slowWrite(size, va, data, flags)
      },
    )
  }
  readPair(size: 4 | 8, isSigned: boolean, address: I64): readonly [I64, I64] {
    const va = this.let(address)
    const [low, high] = [this.temp(TYPES.I64), this.temp(TYPES.I64)]
    const { hit, host } = this.probe(va, L.TLB_READ, size * 2, 1, 0)
    const op = READ_OPS[size][isSigned ? 1 : 0]
    this.mapped(
      hit,
      () => {
        const at = this.let(host)
        this.setLocal(low, this.load<I64>(op, TYPES.I64, at))
        this.setLocal(high, this.load<I64>(op, TYPES.I64, at, size))
      },
      () => {
        this.ending.sync(this)
        this.slowRead(size, isSigned, va, 0, low)
        this.slowRead(size, isSigned, this.let(this.add(va, this.i64(size))), 0, high)
      },
    )
    return [this.local<I64>(low, TYPES.I64), this.local<I64>(high, TYPES.I64)]
  }
  writePair(size: 4 | 8, address: I64, low: I64, high: I64): void {
    const va = this.let(address)
    const [first, second] = [this.let(low), this.let(high)]
    const { hit, host } = this.probe(va, L.TLB_WRITE, size * 2, 1, 0)
    this.mapped(
      hit,
      () => {
        const at = this.let(host)
        this.store(WRITE_OPS[size], at, first)
        this.store(WRITE_OPS[size], at, second, size)
      },
      () => {
        this.ending.sync(this)
        this.slowWritePair(size, va, first, second)
      },
    )
  }
  touch(address: I64, slow: () => void): void {
    const { hit } = this.probe(this.let(address), L.TLB_READ, 1, 1, 0)
    this.mapped(hit, () => undefined, slow)
  }
  zeroBlock(address: I64, slow: () => void): void {
    const va = this.let(this.and(address, this.i64(-L.ZVA_SIZE)))
    const { hit, host } = this.probe(va, L.TLB_WRITE, L.ZVA_SIZE, L.ZVA_SIZE, 0)
    this.mapped(hit, () => this.zero(this.let(host)), slow)
  }
  readV(address: I64): V128 {
    const va = this.let(address)
    const result = this.temp(TYPES.V128)
    const { hit, host } = this.probe(va, L.TLB_READ, 16, 1, 0)
    this.mapped(
      hit,
      () => this.setLocal(result, this.load<V128>(SIMD_LOAD, TYPES.V128, host)),
      () => {
        this.ending.sync(this)
        this.callRaw(this.runtime.slowReadV, [this.base(), va, this.i32(0)])
        this.setLocal(result, this.load<V128>(SIMD_LOAD, TYPES.V128, this.base(), L.DATA))
        this.ending.afterSlow(this)
      },
    )
    return this.local<V128>(result, TYPES.V128)
  }
  writeV(address: I64, value: V128): void {
    const va = this.let(address)
    const data = this.let(value)
    const { hit, host } = this.probe(va, L.TLB_WRITE, 16, 1, 0)
    this.mapped(
      hit,
      () => this.store(SIMD_STORE, host, data),
      () => {
        this.ending.sync(this)
        this.store(SIMD_STORE, this.base(), data, L.DATA)
        this.callRaw(this.runtime.slowWriteV, [this.base(), va, this.i32(0)])
        this.ending.afterSlow(this)
      },
    )
  }

  // -- the CPU block -----------------------------------------------------------------------------

  field32(offset: number): I32 {
    return this.load<I32>(OP.i32_load, TYPES.I32, this.base(), offset)
  }
  setField32(offset: number, value: I32): void {
    this.store(OP.i32_store, this.base(), value, offset)
  }
  field64(offset: number): I64 {
    return this.load<I64>(OP.i64_load, TYPES.I64, this.base(), offset)
  }
  setField64(offset: number, value: I64): void {
    this.store(OP.i64_store, this.base(), value, offset)
  }
  fieldAt(offset: I32): I64 {
    return this.load<I64>(OP.i64_load, TYPES.I64, this.add(this.base(), offset))
  }
  setFieldAt(offset: I32, value: I64): void {
    this.store(OP.i64_store, this.add(this.base(), offset), value)
  }

  // -- control flow ------------------------------------------------------------------------------

  jump(): void {
    this.ending.jump(this)
  }
  jumpIf(condition: I32): void {
    this.if(condition, () => this.jump())
  }
  jumpTo(address: I64): void {
    this.setField64(L.PC, address)
    this.ends(L.R_JUMP)
  }

  hostEnds(name: HostCall, args: readonly I32[]): void {
    this.ending.sync(this)
    this.ending.endsWith(this, this.call<I32>(this.runtime.host[name], TYPES.I32, [this.base(), ...args]))
  }
  host(name: HostCall, args: readonly I32[]): void {
    this.ending.sync(this)
    const status = this.call<I32>(this.runtime.host[name], TYPES.I32, [this.base(), ...args])
    this.if(this.eq(status, this.i32(L.R_FAULT)), () => this.ends(L.R_FAULT))
  }
  helper(name: string, args: readonly I32[]): void {
    const index = this.runtime.helpers.get(name)
    if (index === undefined) throw new Error(`no helper ${name}`)
    this.callRaw(index, [this.base(), ...args])
  }
  ends(status: number): void {
    this.ending.ends(this, status)
  }
}
