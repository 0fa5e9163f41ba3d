// SPDX-License-Identifier: BSD-2-Clause
//
// FP to integer and back for the descriptions: how the host converts one element, and when that is the A64
// result. A conversion to an integer is right where the rounded value fits and either nothing was rounded
// away or FPSR.IXC is set already; one from an integer likewise.

import { type I32, type I64, type Int, TYPES, type V128, type Value } from "../dsl/code.ts"
import type { FpLimits } from "../dsl/fp-limits.ts"
import type { Ops } from "../dsl/ops.ts"
import { conversionOf } from "../helpers/fp.ts"
import { FP_SCRATCH, FPSR_I32 } from "../layout.ts"
import { IXC } from "../softfp/format.ts"
import { OP } from "../wasm/opcodes.ts"
import { laneOf, roundAway } from "./elements.ts"
import { Floats, inexactMode, plainMode, putScratch, toScratch } from "./floats.ts"
import { Lanes } from "./lanes.ts"
import { writeQuick } from "./quick.ts"
import {
  quickFromInteger,
  quickLanesFromInteger,
  quickLanesToInteger,
  quickToInteger,
} from "./quick-conversions.ts"
import { type Conversion, fitsFraction, FROM_INTEGER, isNone, powerOfTwo, ROUNDINGS } from "./conversion.ts"
import type { Regs } from "./row.ts"

interface Converted {
  readonly value: Value
  readonly right: I32
}

function toInteger(o: Ops, { float, integer, isSigned, mode, fraction }: Conversion, x: Value): Converted {
  const f = new Floats(o, true, 0)
  const wide = float === 3 ? x : o.unary(OP.f64_promote_f32, TYPES.F64, x)
  const scaled = o.let(isNone(o, fraction) ? wide : f.two("mul", wide, powerOfTwo(o, fraction)))
  const rounded = o.let(mode === 4 ? roundAway(f, scaled) : f.round(ROUNDINGS[mode], scaled))
  const bits = 8 << integer
  const lowest = isSigned ? -(2 ** (bits - 1)) : 0
  const inside = o.and(
    f.compare("ge", rounded, f.const(lowest)) as I32,
    f.compare("lt", rounded, f.const(2 ** (isSigned ? bits - 1 : bits))) as I32,
  )
  const known = o.and(o.field32(FPSR_I32), o.i32(IXC))
  const right = o.let(o.and(inside, o.or(f.compare("eq", rounded, scaled) as I32, o.eqz(o.eqz(known)))))
  const narrow = isSigned ? OP.i32_trunc_sat_f64_s : OP.i32_trunc_sat_f64_u
  const long = isSigned ? OP.i64_trunc_sat_f64_s : OP.i64_trunc_sat_f64_u
  const value = o.unary<Int>(integer === 3 ? long : narrow, integer === 3 ? TYPES.I64 : TYPES.I32, rounded)
  return { value: o.let(value), right }
}

function fromInteger(o: Ops, conversion: Conversion, integer: Int): Converted {
  const { float, isSigned, fraction } = conversion
  const wide = conversion.integer === 3
  const f = new Floats(o, float === 3, 0)
  const op = FROM_INTEGER[float][wide ? 1 : 0][isSigned ? 1 : 0]
  const x = o.let(integer)
  let value: Value = o.unary(op, f.type, x)
  if (!isNone(o, fraction)) {
    const power = powerOfTwo(o, o.sub(o.i32(0), fraction))
    value = f.two("mul", value, float === 3 ? power : o.unary(OP.f32_demote_f64, TYPES.F32, power))
  }
  const always = float === 3 && !wide
  return {
    value: o.let(value),
    right: always ? o.i32(1) : o.or(fitsFraction(o, conversion, x), inexactMode(o)),
  }
}

const asBits = (o: Ops, value: Value): Int => {
  const type = o.type(value)
  if (type === TYPES.F64) return o.unary<I64>(OP.i64_reinterpret_f64, TYPES.I64, value)
  return type === TYPES.F32 ? o.unary<I32>(OP.i32_reinterpret_f32, TYPES.I32, value) : (value as Int)
}

/** Lanes of a vector converted one by one, and whether all of them are right. */
function eachLane(
  o: Ops,
  size: 2 | 3,
  lanes: number,
  convertLane: (lane: number) => Converted,
): { value: V128; right: I32 } {
  const l = new Lanes(o, size, 16)
  let value = l.zero()
  let right = o.i32(1)
  for (let lane = 0; lane < lanes; lane++) {
    const one = convertLane(lane)
    value = o.let(l.replaceAt(value, o.i32(lane), asBits(o, one.value)))
    right = o.let(o.and(one.right, right))
  }
  return { value, right }
}

function quicklyToInteger(f: Floats, limits: FpLimits, r: Regs, conversion: Conversion, n: Value): void {
  const { o, lanes } = f
  if (lanes > 1) {
    const quick = quickLanesToInteger(f, limits, conversion, n as V128)
    return writeQuick(f, quick, () => f.put(r["d"], quick.value))
  }
  const x = lanes === 0 ? n : o.let(laneOf(o, new Floats(o, f.wide, 0), n as V128, 0))
  const quick = quickToInteger(o, limits, conversion, x)
  const put = () => {
    if (lanes === 0) o.setR(r["d"], quick.value as Int)
    else f.integers.putScalar(r["d"], quick.value as Int)
  }
  writeQuick(f, quick, put)
}

function quicklyFromInteger(f: Floats, limits: FpLimits, r: Regs, conversion: Conversion): void {
  const { o, lanes } = f
  const l = new Lanes(o, conversion.integer, 16)
  if (lanes > 1) {
    const quick = quickLanesFromInteger(f, limits, conversion, o.let(o.v(r["n"])))
    return writeQuick(f, quick, () => f.put(r["d"], quick.value))
  }
  const x = lanes === 0 ? o.r(r["n"], conversion.integer === 3) : l.extract(o.v(r["n"]), 0)
  const quick = quickFromInteger(o, limits, conversion, o.let(x))
  writeQuick(f, quick, () => new Floats(o, f.wide, 0).put(r["d"], quick.value))
}

/** FP elements of n to integers: to a general register, or (`lanes` of them) to a vector register. */
export function convertToInteger(o: Ops, r: Regs, conversion: Conversion, lanes: number): void {
  const { float, integer, isSigned, mode, fraction } = conversion
  const f = new Floats(o, float === 3, lanes)
  const n = o.let(f.read(r["n"]))
  const slow = (put: () => void) => {
    toScratch(f, [n])
    const what = conversionOf(integer, float, Math.max(1, lanes), isSigned)
    o.helper("fpToInteger", [o.i32(what), fraction, o.i32(mode)])
    put()
  }
  if (o.limits !== undefined) return quicklyToInteger(f, o.limits, r, conversion, n)
  if (lanes === 0) {
    const { value, right } = toInteger(o, conversion, n)
    o.if(
      o.and(plainMode(o), right),
      () => o.setR(r["d"], value as Int),
      () => slow(() => o.setX(r["d"], o.field64(FP_SCRATCH))),
    )
    return
  }
  const element = new Floats(o, float === 3, 0)
  const { value, right } = eachLane(o, integer, lanes, (lane) =>
    toInteger(o, conversion, o.let(laneOf(o, element, n as V128, lane))),
  )
  o.if(
    o.and(plainMode(o), right),
    () => o.setV(r["d"], value),
    () => slow(() => putScratch(o, r["d"], true)),
  )
}

/** Integers to FP: of a general register, or of `lanes` lanes of a vector register. */
export function convertFromInteger(o: Ops, r: Regs, conversion: Conversion, lanes: number): void {
  const { float, integer, isSigned, fraction } = conversion
  const f = new Floats(o, float === 3, lanes)
  if (o.limits !== undefined) return quicklyFromInteger(f, o.limits, r, conversion)
  const what = conversionOf(integer, float, Math.max(1, lanes), isSigned)
  const arms = (right: I32, fast: () => void, fill: () => void) => {
    if (o.isConst(right)) return fast()
    o.if(right, fast, () => {
      fill()
      o.helper("fpFromInteger", [o.i32(what), fraction])
      putScratch(o, r["d"], lanes > 0)
    })
  }
  if (lanes === 0) {
    const n = o.let(o.r(r["n"], integer === 3))
    const { value, right } = fromInteger(o, conversion, n)
    arms(
      right,
      () => f.put(r["d"], value),
      () => o.setField64(FP_SCRATCH, integer === 3 ? (n as I64) : o.extendU(n as I32)),
    )
    return
  }
  const n = o.let(o.v(r["n"]))
  const l = new Lanes(o, integer, 16)
  const { value, right } = eachLane(o, float, lanes, (lane) => fromInteger(o, conversion, l.extract(n, lane)))
  arms(
    right,
    () => o.setV(r["d"], value),
    () => toScratch(f, [n]),
  )
}
