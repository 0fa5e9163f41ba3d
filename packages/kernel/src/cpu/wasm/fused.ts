// SPDX-License-Identifier: BSD-2-Clause
//
// Whether the host multiplies and adds with one rounding: f64x2.relaxed_madd of the relaxed SIMD proposal may
// round once or twice, as the processor likes, and the same everywhere in a process. So it is tried.

import { ByteWriter } from "./bytes.ts"
import { askFor, instantiate } from "./engine.ts"
import { ModuleWriter } from "./module.ts"
import { F64, OP } from "./opcodes.ts"
import { maddOpcode, SIMD } from "./simd.ts"

/** A module whose export `f` is lane 0 of the product sum of three splats: (f64 a, f64 b, f64 c) -> f64. */
function probe(negated: boolean): Uint8Array {
  const module = new ModuleWriter()
  const code = new ByteWriter(64)
  const vector = (op: number) => {
    code.u8(op >>> 16)
    code.u32(op & 0xffff)
  }
  for (let operand = 0; operand < 3; operand++) {
    code.u8(OP.local_get)
    code.u32(operand)
    vector(SIMD.f64x2_splat)
  }
  vector(maddOpcode(true, negated))
  vector(SIMD.f64x2_extract_lane)
  code.u8(0)
  module.exportFunction("f", module.function(module.type([F64, F64, F64], [F64]), [], code))
  return module.finish()
}

type Sum = (a: number, b: number, c: number) => number

function tried(): boolean {
  try {
    askFor("relaxed-simd")
    const madd = instantiate(probe(false), {})["f"] as Sum
    const nmadd = instantiate(probe(true), {})["f"] as Sum
    const a = 1 + 2 ** -30
    const square = 1 + 2 ** -29
    return madd(a, a, -square) === 2 ** -60 && nmadd(a, a, square) === -(2 ** -60) && madd(3, 5, 7) === 22
  } catch {
    return false
  }
}

let known: boolean | undefined

/** Whether relaxed_madd and relaxed_nmadd round once on this host, so that they are A64's fused product sums. */
export function hasFused(): boolean {
  return (known ??= tried())
}

/** For tests of the other way: regions do without until the function it gives is called. */
export function forgoFused(): () => void {
  const before = known
  known = false
  return () => {
    known = before
  }
}
