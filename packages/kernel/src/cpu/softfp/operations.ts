// SPDX-License-Identifier: BSD-2-Clause
//
// The FP operations of one element by name and number, as the instruction descriptions ask for them when
// host arithmetic does not give the A64 result or its exceptions.

import * as A from "./arithmetic.ts"
import { comparison } from "./convert.ts"
import * as E from "./estimate.ts"
import { DOWN, type Environment, type Format, NEAREST, TIES_AWAY, TO_ZERO, UP } from "./format.ts"

export type Operation = (env: Environment, format: Format, a: bigint, b: bigint, c: bigint) => bigint

const integral =
  (mode: number): Operation =>
  (env, format, a) =>
    A.roundToIntegral(env, format, a, mode, false)

/** Operands: n, m and the addend. */
const OPERATIONS = {
  add: A.add,
  sub: A.subtract,
  mul: A.multiply,
  mulx: A.multiplyExtended,
  nmul: (env, format, a, b) => A.negate(format, A.multiply(env, format, a, b)),
  div: A.divide,
  sqrt: A.squareRoot,
  max: A.maximum,
  min: A.minimum,
  maxnm: A.maximumNumber,
  minnm: A.minimumNumber,
  abd: A.absoluteDifference,
  madd: (env, format, a, b, c) => A.multiplyAdd(env, format, c, a, b),
  msub: (env, format, a, b, c) => A.multiplyAdd(env, format, c, A.negate(format, a), b),
  nmadd: (env, format, a, b, c) => A.multiplyAdd(env, format, A.negate(format, c), A.negate(format, a), b),
  nmsub: (env, format, a, b, c) => A.multiplyAdd(env, format, A.negate(format, c), a, b),
  recps: A.reciprocalStep,
  rsqrts: A.rootStep,
  recpe: E.reciprocalEstimate,
  rsqrte: E.rootEstimate,
  recpx: E.exponentReciprocal,
  urecpe: (_env, _format, a) => BigInt(E.unsignedReciprocal(Number(a))),
  ursqrte: (_env, _format, a) => BigInt(E.unsignedRootReciprocal(Number(a))),
  cmeq: comparison("eq"),
  cmge: comparison("ge"),
  cmgt: comparison("gt"),
  cmle: (env, format, a, b) => comparison("ge")(env, format, b, a),
  cmlt: (env, format, a, b) => comparison("gt")(env, format, b, a),
  acge: comparison("ge", true),
  acgt: comparison("gt", true),
  rintn: integral(NEAREST),
  rintp: integral(UP),
  rintm: integral(DOWN),
  rintz: integral(TO_ZERO),
  rinta: integral(TIES_AWAY),
  rintx: (env, format, a) => A.roundToIntegral(env, format, a, env.rounding, true),
  rinti: (env, format, a) => A.roundToIntegral(env, format, a, env.rounding, false),
  rint32z: (env, format, a) => A.roundToSize(env, format, a, TO_ZERO, 32),
  rint32x: (env, format, a) => A.roundToSize(env, format, a, env.rounding, 32),
  rint64z: (env, format, a) => A.roundToSize(env, format, a, TO_ZERO, 64),
  rint64x: (env, format, a) => A.roundToSize(env, format, a, env.rounding, 64),
} satisfies Record<string, Operation>

export type OperationName = keyof typeof OPERATIONS

const NAMES = Object.keys(OPERATIONS) as OperationName[]

/** The number by which generated code names an operation. */
export const operationNumber = (name: OperationName): number => NAMES.indexOf(name)
export const operationOf = (number: number): Operation => OPERATIONS[NAMES[number]]
