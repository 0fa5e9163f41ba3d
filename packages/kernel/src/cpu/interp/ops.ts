// SPDX-License-Identifier: BSD-2-Clause
//
// The meaning of descriptions in the cold tier: operands come from the decoded instruction at run time,
// registers and flags live in the CPU block. The same class writes the arms of the interpreter's switch and
// the handler functions beside it; they differ in how an instruction ends, which `Ending` says.

import { type I32, type I64, type Int, TYPES, type V128 } from "../dsl/code.ts"
import { type HostCall, Ops, type Size, type Slot } from "../dsl/ops.ts"
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
  /** (cpu, va): 16 bytes into DATA. */
  readonly slowReadV: number
  /** (cpu, va): 16 bytes from DATA. */
  readonly slowWriteV: number
  readonly helpers: ReadonlyMap<string, number>
}

/** How an instruction leaves the straight line, in the place where it is written. */
export interface Ending {
  /** Before a call into the host: PC and BUDGET of the CPU block are made true. */
  sync(o: InterpOps): void
  /** After a slow access: leaves on a fault, notes a stop. */
  afterSlow(o: InterpOps): void
  ends(o: InterpOps, status: number): void
  endsWith(o: InterpOps, status: I32): void
  jump(o: InterpOps): void
  pc(o: InterpOps): I64
}

const READ_OPS: Readonly<Record<Size, readonly [unsigned: number, signed: number]>> = {
  1: [OP.i64_load8_u, OP.i64_load8_s],
  2: [OP.i64_load16_u, OP.i64_load16_s],
  4: [OP.i64_load32_u, OP.i64_load32_s],
  8: [OP.i64_load, OP.i64_load],
}
const WRITE_OPS: Readonly<Record<Size, number>> = {
  1: OP.i64_store8,
  2: OP.i64_store16,
  4: OP.i64_store32,
  8: OP.i64_store,
}
const SIGN_OPS: Readonly<Record<Size, number>> = {
  1: OP.i64_extend8_s,
  2: OP.i64_extend16_s,
  4: OP.i64_extend32_s,
  8: 0,
}
const SIMD_LOAD = 0xfd0000
const SIMD_STORE = 0xfd000b

export class InterpOps extends Ops {
  private readonly runtime: Runtime
  private readonly ending: Ending
  private readonly ipLocal: number

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
  private vAddress(slot: Slot): I32 {
    return this.add(this.base(), this.shl(this.number(slot), this.i32(4)))
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

  v(slot: Slot): V128 {
    return this.load<V128>(SIMD_LOAD, TYPES.V128, this.vAddress(slot), L.V)
  }
  setV(slot: Slot, value: V128): void {
    this.store(SIMD_STORE, this.vAddress(slot), value, L.V)
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

  // -- flags -------------------------------------------------------------------------------------

  private wide(value: Int): boolean {
    return this.type(value) === TYPES.I64
  }
  /** The value with its sign in bit 63. */
  private signed(value: Int): I64 {
    return this.wide(value) ? (value as I64) : this.extendS(value as I32)
  }
  private setFlags(result: Int, carry: I32, overflow: Int): void {
    const value = this.let(this.signed(result))
    this.setField64(L.NF, value)
    this.setField64(L.ZF, value)
    this.setField32(L.CF_I32, carry)
    this.setField64(L.VF, this.signed(overflow))
  }

  adds<T extends Int>(left: T, right: T): T {
    const a = this.let(left)
    const b = this.let(right)
    const result = this.let(this.add(a, b))
    const overflow = this.and(this.xor(a, result), this.xor(b, result))
    this.setFlags(result, this.ltU(result, a), overflow)
    return result
  }
  subs<T extends Int>(left: T, right: T): T {
    const a = this.let(left)
    const b = this.let(right)
    const result = this.let(this.sub(a, b))
    const overflow = this.and(this.xor(a, b), this.xor(a, result))
    this.setFlags(result, this.geU(a, b), overflow)
    return result
  }
  adcs<T extends Int>(left: T, right: T): T {
    const a = this.let(left)
    const b = this.let(right)
    const carryIn = this.let(this.carry())
    const wideCarry = (this.wide(a) ? this.extendU(carryIn) : carryIn) as T
    const result = this.let(this.add(this.add(a, b), wideCarry))
    const overflow = this.and(this.xor(a, result), this.xor(b, result))
    const carry = this.or(this.ltU(result, a), this.and(carryIn, this.eq(result, a)))
    this.setFlags(result, carry, overflow)
    return result
  }
  logicFlags<T extends Int>(value: T): T {
    const result = this.let(value)
    const wide = this.let(this.signed(result))
    this.setField64(L.NF, wide)
    this.setField64(L.ZF, wide)
    this.setField32(L.CF_I32, this.i32(0))
    this.setField64(L.VF, this.i64(0))
    return result
  }
  carry(): I32 {
    return this.field32(L.CF_I32)
  }
  private zeroFlag(): I32 {
    return this.eqz(this.field64(L.ZF))
  }
  private signsDiffer(): I32 {
    return this.ltS(this.xor(this.field64(L.NF), this.field64(L.VF)), this.i64(0))
  }
  condition(cond: number): I32 {
    const holds = [
      () => this.zeroFlag(),
      () => this.carry(),
      () => this.ltS(this.field64(L.NF), this.i64(0)),
      () => this.ltS(this.field64(L.VF), this.i64(0)),
      () => this.and(this.carry(), this.eqz(this.zeroFlag())),
      () => this.eqz(this.signsDiffer()),
      () => this.eqz(this.or(this.zeroFlag(), this.signsDiffer())),
      () => this.i32(1),
    ][cond >> 1]()
    return (cond & 1) !== 0 && cond !== 15 ? this.eqz(holds) : holds
  }
  nzcv(): I32 {
    const top = (field: number) => this.wrap(this.shrU(this.field64(field), this.i64(63)))
    const n = this.shl(top(L.NF), this.i32(31))
    const z = this.shl(this.zeroFlag(), this.i32(30))
    const c = this.shl(this.carry(), this.i32(29))
    return this.or(this.or(n, z), this.or(c, this.shl(top(L.VF), this.i32(28))))
  }
  setNzcv(value: I32): void {
    const bits = this.let(value)
    this.setField64(L.NF, this.extendS(bits))
    this.setField64(L.ZF, this.extendU(this.and(this.not(bits), this.i32(1 << 30))))
    this.setField32(L.CF_I32, this.and(this.shrU(bits, this.i32(29)), this.i32(1)))
    this.setField64(L.VF, this.extendS(this.shl(bits, this.i32(3))))
  }

  // -- memory ------------------------------------------------------------------------------------

  /** Runs `hit` with the host address when the soft TLB maps the whole access, else `miss`. */
  private translated(
    va: I64,
    table: number,
    size: number,
    flags: number,
    hit: (host: I32) => void,
    miss: () => void,
  ): void {
    const bank = this.field32((flags & L.ACC_UNPRIV) !== 0 ? L.BANK_UNPRIV_I32 : L.BANK_I32)
    const offset = this.and(this.wrap(this.shrU(va, this.i64(8))), this.i32(L.TLB_INDEX_MASK << 4))
    const entry = this.let(this.add(bank, offset))
    const tag = this.load<I64>(OP.i64_load, TYPES.I64, entry, table + L.TLB_TAG)
    const aligned = (flags & L.ACC_ALIGNED) !== 0
    const last = aligned ? va : this.add(va, this.i64(size - 1))
    const page = this.and(last, this.i64(-4096 | (aligned ? size - 1 : 0)))
    this.if(
      this.eq(tag, page),
      () => hit(this.add(this.wrap(va), this.load<I32>(OP.i32_load, TYPES.I32, entry, table + L.TLB_ADDEND))),
      miss,
    )
  }

  read(size: Size, isSigned: boolean, address: I64, flags = 0): I64 {
    const va = this.let(address)
    const result = this.temp(TYPES.I64)
    const op = READ_OPS[size][isSigned ? 1 : 0]
    this.translated(
      va,
      L.TLB_READ,
      size,
      flags,
      (host) => this.setLocal(result, this.load<I64>(op, TYPES.I64, host)),
      () => {
        this.ending.sync(this)
        const code = this.i32(size | (flags << 8))
        const raw = this.call<I64>(this.runtime.slowRead, TYPES.I64, [this.base(), va, code])
        const extend = isSigned && size < 8
        this.setLocal(result, extend ? this.unary<I64>(SIGN_OPS[size], TYPES.I64, raw) : raw)
        this.ending.afterSlow(this)
      },
    )
    return this.local<I64>(result, TYPES.I64)
  }

  write(size: Size, address: I64, value: I64, flags = 0): void {
    const va = this.let(address)
    const data = this.let(value)
    this.translated(
      va,
      L.TLB_WRITE,
      size,
      flags,
      (host) => this.store(WRITE_OPS[size], host, data),
      () => {
        this.ending.sync(this)
        this.callRaw(this.runtime.slowWrite, [this.base(), va, data, this.i32(size | (flags << 8))])
        this.ending.afterSlow(this)
      },
    )
  }

  readV(address: I64): V128 {
    const va = this.let(address)
    const result = this.temp(TYPES.V128)
    this.translated(
      va,
      L.TLB_READ,
      16,
      0,
      (host) => this.setLocal(result, this.load<V128>(SIMD_LOAD, TYPES.V128, host)),
      () => {
        this.ending.sync(this)
        this.callRaw(this.runtime.slowReadV, [this.base(), va])
        this.setLocal(result, this.load<V128>(SIMD_LOAD, TYPES.V128, this.base(), L.DATA))
        this.ending.afterSlow(this)
      },
    )
    return this.local<V128>(result, TYPES.V128)
  }

  writeV(address: I64, value: V128): void {
    const va = this.let(address)
    const data = this.let(value)
    this.translated(
      va,
      L.TLB_WRITE,
      16,
      0,
      (host) => this.store(SIMD_STORE, host, data),
      () => {
        this.ending.sync(this)
        this.store(SIMD_STORE, this.base(), data, L.DATA)
        this.callRaw(this.runtime.slowWriteV, [this.base(), va])
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
