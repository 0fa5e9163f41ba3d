// SPDX-License-Identifier: BSD-2-Clause
//
// SHA-1 and SHA-256 (Arm ARM DDI 0487, C7.2 SHA1C .. SHA256SU1; C4.1.90 "Cryptographic three-register SHA",
// "two-register SHA"): four rounds an instruction, in general registers; the message schedules in lanes.

import { type I32, type V128 } from "../../dsl/code.ts"
import type { Ops } from "../../dsl/ops.ts"
import { Lanes } from "../lanes.ts"
import { row, type Row } from "../row.ts"

const TWO = { d: "Rd:v", n: "Rn:v" }
const THREE = { ...TWO, m: "Rm:v" }
const OPTIONS_1 = { fp: true, needs: "SHA1" } as const
const OPTIONS_256 = { fp: true, needs: "SHA256" } as const

const words = (o: Ops): Lanes => new Lanes(o, 2, 16)
const turn = (o: Ops, value: I32, right: number): I32 => o.rotr(value, o.i32(right))

/** The four words of a vector, lowest first. */
function unpack(o: Ops, value: V128): I32[] {
  const v = o.let(value)
  return [0, 1, 2, 3].map((lane) => o.let(words(o).extract(v, lane) as I32))
}

function pack(o: Ops, values: readonly I32[]): V128 {
  const l = words(o)
  return values.reduce((v, value, lane) => l.replaceAt(v, o.i32(lane), value), l.zero())
}

const choose = (o: Ops, x: I32, y: I32, z: I32): I32 => o.xor(o.and(o.xor(y, z), x), z)
const parity = (o: Ops, x: I32, y: I32, z: I32): I32 => o.xor(o.xor(x, y), z)
const majority = (o: Ops, x: I32, y: I32, z: I32): I32 => o.or(o.and(x, y), o.and(o.or(x, y), z))

const SHA1_ROUNDS: readonly Row[] = (
  [
    ["SHA1C", "000", choose],
    ["SHA1P", "001", parity],
    ["SHA1M", "010", majority],
  ] as const
).map(([name, opcode, mix]) =>
  row(name, `01011110 000 Rm:5 0 ${opcode} 00 Rn:5 Rd:5`, { regs: THREE, ...OPTIONS_1 }, (o, r) => {
    let [a, b, c, d] = unpack(o, o.v(r["d"]))
    let e = o.let(words(o).extract(o.v(r["n"]), 0) as I32)
    for (const word of unpack(o, o.v(r["m"]))) {
      const sum = o.add(o.add(e, turn(o, a, 27)), o.add(mix(o, b, c, d), word))
      ;[a, b, c, d, e] = [o.let(sum), a, o.let(turn(o, b, 2)), c, d]
    }
    o.setV(r["d"], pack(o, [a, b, c, d]))
  }),
)

/** Each word turned left. */
function turnLeft(l: Lanes, v: V128, by: number): V128 {
  return l.or(l.shlBy(v, by), l.shrBy(v, 32 - by, false))
}

const SHA1_SCHEDULE: readonly Row[] = [
  row("SHA1H", "01011110 00 10100 00000 10 Rn:5 Rd:5", { regs: TWO, ...OPTIONS_1 }, (o, r) =>
    o.setVLow(r["d"], o.extendU(turn(o, words(o).extract(o.v(r["n"]), 0) as I32, 2))),
  ),
  row("SHA1SU0", "01011110 000 Rm:5 0 011 00 Rn:5 Rd:5", { regs: THREE, ...OPTIONS_1 }, (o, r) => {
    const l = words(o)
    const d = o.let(o.v(r["d"]))
    const next = l.of(3).shuffle(d, o.v(r["n"]), (lane) => lane + 1)
    o.setV(r["d"], l.xor(l.xor(next, d), o.v(r["m"])))
  }),
  row("SHA1SU1", "01011110 00 10100 00001 10 Rn:5 Rd:5", { regs: TWO, ...OPTIONS_1 }, (o, r) => {
    const l = words(o)
    const up = l.shuffle(o.v(r["n"]), l.zero(), (lane) => lane + 1)
    const sum = o.let(l.xor(o.v(r["d"]), up))
    const once = o.let(turnLeft(l, sum, 1))
    // The highest word takes the lowest one, too, turned once more.
    const lowest = l.shuffle(turnLeft(l, once, 1), l.zero(), (lane) => (lane === 3 ? 0 : 4))
    o.setV(r["d"], l.xor(once, lowest))
  }),
]

const sigma = (o: Ops, x: I32, one: number, two: number, three: number): I32 =>
  o.xor(o.xor(turn(o, x, one), turn(o, x, two)), turn(o, x, three))

/** Four rounds from abcd and efgh; both as they are then. */
function rounds256(o: Ops, abcd: V128, efgh: V128, message: V128): { abcd: I32[]; efgh: I32[] } {
  let [a, b, c, d] = unpack(o, abcd)
  let [e, f, g, h] = unpack(o, efgh)
  for (const word of unpack(o, message)) {
    const first = o.let(o.add(o.add(h, sigma(o, e, 6, 11, 25)), o.add(choose(o, e, f, g), word)))
    const second = o.add(sigma(o, a, 2, 13, 22), majority(o, a, b, c))
    ;[a, b, c, d, e, f, g, h] = [o.let(o.add(first, second)), a, b, c, o.let(o.add(d, first)), e, f, g]
  }
  return { abcd: [a, b, c, d], efgh: [e, f, g, h] }
}

/** Words turned right by two counts and shifted by a third, all added without carries. */
function smallSigma(l: Lanes, value: V128, one: number, two: number, shift: number): V128 {
  const v = l.let(value)
  return l.xor(l.xor(turnLeft(l, v, 32 - one), turnLeft(l, v, 32 - two)), l.shrBy(v, shift, false))
}

const SHA256: readonly Row[] = [
  row("SHA256H", "01011110 000 Rm:5 0 100 00 Rn:5 Rd:5", { regs: THREE, ...OPTIONS_256 }, (o, r) =>
    o.setV(r["d"], pack(o, rounds256(o, o.v(r["d"]), o.v(r["n"]), o.v(r["m"])).abcd)),
  ),
  row("SHA256H2", "01011110 000 Rm:5 0 101 00 Rn:5 Rd:5", { regs: THREE, ...OPTIONS_256 }, (o, r) =>
    o.setV(r["d"], pack(o, rounds256(o, o.v(r["n"]), o.v(r["d"]), o.v(r["m"])).efgh)),
  ),
  row("SHA256SU0", "01011110 00 10100 00010 10 Rn:5 Rd:5", { regs: TWO, ...OPTIONS_256 }, (o, r) => {
    const l = words(o)
    const d = o.let(o.v(r["d"]))
    const next = l.shuffle(d, o.v(r["n"]), (lane) => lane + 1)
    o.setV(r["d"], l.add(smallSigma(l, next, 7, 18, 3), d))
  }),
  row("SHA256SU1", "01011110 000 Rm:5 0 110 00 Rn:5 Rd:5", { regs: THREE, ...OPTIONS_256 }, (o, r) => {
    const l = words(o)
    const m = o.let(o.v(r["m"]))
    const sum = l.add(
      o.v(r["d"]),
      l.shuffle(o.v(r["n"]), m, (lane) => lane + 1),
    )
    // The two lower words are of m, the two upper ones of what the lower ones came to.
    const upper = l.of(3).shuffle(m, l.zero(), (lane) => (lane === 0 ? 1 : 2))
    const lower = o.let(l.add(sum, smallSigma(l, upper, 17, 19, 10)))
    const again = l.of(3).shuffle(lower, l.zero(), (lane) => (lane === 0 ? 2 : 0))
    o.setV(r["d"], l.add(lower, smallSigma(l, again, 17, 19, 10)))
  }),
]

export const CRYPTO_SHA: readonly Row[] = [...SHA1_ROUNDS, ...SHA1_SCHEDULE, ...SHA256]
