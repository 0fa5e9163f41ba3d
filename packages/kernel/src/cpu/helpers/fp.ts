// SPDX-License-Identifier: BSD-2-Clause
//
// What FP instructions ask of JavaScript: one operation on every lane, comparisons and conversions, by the
// rules of softfp/ under FPCR, with the exceptions added to FPSR. Operands are at FP_SCRATCH, 16 bytes each;
// the result replaces the first.

import { FP_SCRATCH, FPCR_I32, FPSR_I32 } from "../layout.ts"
import { compare, convert, fromInteger, toInteger } from "../softfp/convert.ts"
import { DOUBLE, Environment, flush, type Format, HALF, SINGLE } from "../softfp/format.ts"
import { operationOf } from "../softfp/operations.ts"

/** By log2 of bytes, as the generated code says it: 1 half, 2 single, 3 double. */
const FORMATS: Readonly<Record<number, Format>> = { 1: HALF, 2: SINGLE, 3: DOUBLE }

function read(view: DataView, at: number, size: number): bigint {
  if (size === 3) return view.getBigUint64(at, true)
  return BigInt(size === 2 ? view.getUint32(at, true) : view.getUint16(at, true))
}

/** Puts the results in the first 16 bytes, the rest of which become zero. */
function finish(
  view: DataView,
  cpu: number,
  env: Environment,
  size: number,
  results: readonly bigint[],
): void {
  const at = cpu + FP_SCRATCH
  view.setBigUint64(at, 0n, true)
  view.setBigUint64(at + 8, 0n, true)
  results.forEach((result, lane) => {
    if (size === 3) view.setBigUint64(at + lane * 8, result, true)
    else if (size === 2) view.setUint32(at + lane * 4, Number(result), true)
    else view.setUint16(at + lane * 2, Number(result), true)
  })
  view.setInt32(cpu + FPSR_I32, view.getInt32(cpu + FPSR_I32, true) | env.flags, true)
}

const environment = (view: DataView, cpu: number) => new Environment(view.getInt32(cpu + FPCR_I32, true))

/** Shape of an operation: log2 of bytes, number of lanes, whether all lanes are combined into one. */
export const shapeOf = (size: number, lanes: number, across = false): number =>
  size | (lanes << 2) | (across ? 0x100 : 0)

/** (operation, shape). Across lanes, halves are combined before wholes (Reduce of the pseudocode). */
export function fpHelper(view: DataView): (cpu: number, operation: number, shape: number) => void {
  return (cpu, number, shape) => {
    const operation = operationOf(number)
    const [size, lanes] = [shape & 3, (shape >> 2) & 15]
    const format = FORMATS[size]
    const env = environment(view, cpu)
    const operand = (which: number, lane: number) =>
      read(view, cpu + FP_SCRATCH + which * 16 + (lane << size), size)
    let results = Array.from({ length: lanes }, (_, lane) => operand(0, lane))
    if ((shape & 0x100) === 0) {
      results = results.map((a, lane) => operation(env, format, a, operand(1, lane), operand(2, lane)))
    } else {
      while (results.length > 1) {
        const pairs = Array.from({ length: results.length / 2 }, (_, pair) => pair * 2)
        results = pairs.map((at) => operation(env, format, results[at], results[at + 1], 0n))
      }
    }
    finish(view, cpu, env, size, results)
  }
}

/** (size, whether quiet NaNs are invalid): leaves the operands as they are compared, flushed where FPCR says so. */
export function fpCompareHelper(view: DataView): (cpu: number, size: number, signals: number) => void {
  return (cpu, size, signals) => {
    const env = environment(view, cpu)
    const at = cpu + FP_SCRATCH
    const format = FORMATS[size]
    compare(env, format, read(view, at, size), read(view, at + 16, size), signals !== 0)
    for (const place of [at, at + 16]) {
      const flushed = flush(env, format, read(view, place, size))
      if (size === 3) view.setBigUint64(place, flushed, true)
      else view.setUint32(place, Number(flushed), true)
    }
    view.setInt32(cpu + FPSR_I32, view.getInt32(cpu + FPSR_I32, true) | env.flags, true)
  }
}

/** (from and to by size, lanes, rounding or -1 for FPCR's). */
export function fpConvertHelper(
  view: DataView,
): (cpu: number, from: number, to: number, lanes: number, mode: number) => void {
  return (cpu, from, to, lanes, mode) => {
    const env = environment(view, cpu)
    const results = Array.from({ length: lanes }, (_, lane) => {
      const bits = read(view, cpu + FP_SCRATCH + (lane << from), from)
      return convert(env, FORMATS[from], FORMATS[to], bits, mode < 0 ? env.rounding : mode)
    })
    finish(view, cpu, env, to, results)
  }
}

/** An integer and an FP size, lanes and signedness of a conversion in one number. */
export const conversionOf = (integer: number, float: number, lanes: number, isSigned: boolean): number =>
  integer | (float << 2) | (lanes << 4) | (isSigned ? 0x100 : 0)

const conversionFields = (conversion: number) => ({
  integer: conversion & 3,
  float: (conversion >> 2) & 3,
  lanes: (conversion >> 4) & 15,
  isSigned: (conversion & 0x100) !== 0,
})

/** (conversion, fraction bits, rounding). */
export function fpToIntegerHelper(
  view: DataView,
): (cpu: number, conversion: number, fraction: number, mode: number) => void {
  return (cpu, conversion, fraction, mode) => {
    const { integer, float, lanes, isSigned } = conversionFields(conversion)
    const env = environment(view, cpu)
    const results = Array.from({ length: lanes }, (_, lane) => {
      const value = read(view, cpu + FP_SCRATCH + (lane << float), float)
      return toInteger(env, FORMATS[float], value, 8 << integer, fraction, isSigned, mode)
    })
    finish(view, cpu, env, integer, results)
  }
}

/** (conversion, fraction bits). */
export function fpFromIntegerHelper(
  view: DataView,
): (cpu: number, conversion: number, fraction: number) => void {
  return (cpu, conversion, fraction) => {
    const { integer, float, lanes, isSigned } = conversionFields(conversion)
    const env = environment(view, cpu)
    const results = Array.from({ length: lanes }, (_, lane) => {
      const bits = read(view, cpu + FP_SCRATCH + (lane << integer), integer)
      const value = isSigned ? BigInt.asIntN(8 << integer, bits) : bits
      return fromInteger(env, FORMATS[float], value, fraction)
    })
    finish(view, cpu, env, float, results)
  }
}
