// SPDX-License-Identifier: BSD-2-Clause
//
// The cryptographic instructions in both tiers: one AES round of FIPS 197 (appendix B), SHA-1 and SHA-256 of one
// block as OpenSSL has them, products over GF(2) by bits, and the check value of CRC catalogues.

import { createHash } from "node:crypto"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { bothTiers } from "../testing/tiers.ts"
import { encode } from "./asm.ts"

const test = suite("a64/crypto")

/** A vector as its test shows it, from bytes in the order of memory. */
const vector = (bytes: string) => bytes.match(/../g)?.reverse().join("") ?? ""

test("AES rounds go as FIPS 197 shows them, and back", () => {
  const start = "193de3bea0f4e22b9ac68d2ae9f84808"
  const shifted = "d4bf5d30e0b452aeb84111f11e2798e5"
  const mixed = "046681e5e0cb199a48f8d37a2806264c"
  const words = [
    encode("AESE/AESD", { D: 0, Rn: 1, Rd: 0 }),
    encode("AESMC/AESIMC", { D: 0, Rn: 0, Rd: 2 }),
    encode("AESMC/AESIMC", { D: 1, Rn: 2, Rd: 3 }),
    encode("AESE/AESD", { D: 1, Rn: 1, Rd: 4 }),
  ]
  bothTiers({ words, v: { 0: vector(start), 4: vector(shifted) } }, (end) => {
    assert.is(end.v(0), vector(shifted))
    assert.is(end.v(2), vector(mixed))
    assert.is(end.v(3), vector(shifted))
    assert.is(end.v(4), vector(start))
  })
})

/** "abc" padded to one block, as four vectors of big-endian words. */
function block(): string[] {
  const bytes = new Uint8Array(64)
  bytes.set([0x61, 0x62, 0x63, 0x80])
  bytes[63] = 24
  const view = new DataView(bytes.buffer)
  return [0, 1, 2, 3].map((n) => lanes([0, 1, 2, 3].map((lane) => view.getUint32(n * 16 + lane * 4))))
}

const hex = (word: number) => (word >>> 0).toString(16).padStart(8, "0")
/** Four words, the lowest lane first. */
const lanes = (words: readonly number[]) => words.map(hex).reverse().join("")
/** Words of a vector in the order of lanes. */
const digest = (v: string) => v.match(/.{8}/g)?.reverse().join("") ?? ""

const add = (Rd: number, Rn: number, Rm: number) =>
  encode("ADD/SUB (vector)", { Q: 1, U: 0, size: 2, Rm, Rn, Rd })
const move = (Rd: number, Rn: number) =>
  encode("AND/BIC/ORR/ORN/EOR/BSL/BIT/BIF (vector)", { Q: 1, U: 0, size: 2, Rm: Rn, Rn, Rd })

test("SHA-256 of a block", () => {
  const primes = Array.from({ length: 400 }, (_, n) => n).filter(
    (n) => n > 1 && Array.from({ length: n }, (_, d) => d).every((d) => d < 2 || n % d !== 0),
  )
  const fraction = (x: number) => Math.floor((x - Math.floor(x)) * 2 ** 32)
  const start = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)))
  const [ABCD, EFGH, OLD, SUM, MESSAGE, K] = [0, 1, 2, 3, 4, 10]
  const v: Record<number, string> = { [ABCD]: lanes(start.slice(0, 4)), [EFGH]: lanes(start.slice(4)) }
  Object.assign(v, { 8: v[ABCD], 9: v[EFGH] })
  block().forEach((part, n) => (v[MESSAGE + n] = part))
  const constants = primes.slice(0, 64).map((p) => fraction(Math.cbrt(p)))
  for (let n = 0; n < 16; n++) v[K + n] = lanes(constants.slice(n * 4, n * 4 + 4))
  const rounds = Array.from({ length: 16 }, (_, n) => {
    const part = (plus: number) => MESSAGE + ((n + plus) & 3)
    const schedule = [
      encode("SHA256SU0", { Rn: part(1), Rd: part(0) }),
      encode("SHA256SU1", { Rm: part(3), Rn: part(2), Rd: part(0) }),
    ]
    return [
      add(SUM, part(0), K + n),
      move(OLD, ABCD),
      encode("SHA256H", { Rm: SUM, Rn: EFGH, Rd: ABCD }),
      encode("SHA256H2", { Rm: SUM, Rn: OLD, Rd: EFGH }),
      ...(n < 12 ? schedule : []),
    ]
  })
  const words = [...rounds.flat(), add(ABCD, ABCD, 8), add(EFGH, EFGH, 9)]
  bothTiers({ words, v }, (end) => {
    const found = digest(end.v(ABCD)) + digest(end.v(EFGH))
    assert.is(found, createHash("sha256").update("abc").digest("hex"))
  })
})

test("SHA-1 of a block", () => {
  const start = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  const [ABCD, E, NEXT, SUM, MESSAGE, K] = [0, 1, 2, 3, 4, 10]
  const v: Record<number, string> = {
    [ABCD]: lanes(start),
    [E]: hex(0xc3d2e1f0),
    8: lanes(start),
    9: hex(0xc3d2e1f0),
  }
  block().forEach((part, n) => (v[MESSAGE + n] = part))
  const constants = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6]
  constants.forEach((constant, n) => (v[K + n] = hex(constant).repeat(4)))
  const rounds = Array.from({ length: 20 }, (_, n) => {
    const part = (plus: number) => MESSAGE + ((n + plus) & 3)
    const stage = Math.floor(n / 5)
    const schedule = [
      encode("SHA1SU0", { Rm: part(2), Rn: part(1), Rd: part(0) }),
      encode("SHA1SU1", { Rn: part(3), Rd: part(0) }),
    ]
    return [
      add(SUM, part(0), K + stage),
      encode("SHA1H", { Rn: ABCD, Rd: NEXT }),
      encode(["SHA1C", "SHA1P", "SHA1M", "SHA1P"][stage] ?? "", { Rm: SUM, Rn: E, Rd: ABCD }),
      move(E, NEXT),
      ...(n < 16 ? schedule : []),
    ]
  })
  const words = [...rounds.flat(), add(ABCD, ABCD, 8), add(E, E, 9)]
  bothTiers({ words, v }, (end) => {
    assert.is(
      digest(end.v(ABCD)) + digest(end.v(E)).slice(0, 8),
      createHash("sha1").update("abc").digest("hex"),
    )
  })
})

test("PMULL multiplies 64 bits without carries", () => {
  const [a, b] = [0xfedc_ba98_7654_3210n, 0x8123_4567_89ab_cdefn]
  let product = 0n
  for (let bit = 0n; bit < 64n; bit++) if (((b >> bit) & 1n) !== 0n) product ^= a << bit
  const half = (value: bigint) => value.toString(16).padStart(16, "0")
  const words = [
    encode("PMULL (64-bit)", { Q: 0, Rm: 1, Rn: 0, Rd: 2 }),
    encode("PMULL (64-bit)", { Q: 1, Rm: 1, Rn: 0, Rd: 3 }),
  ]
  bothTiers({ words, v: { 0: half(1n) + half(a), 1: half(a) + half(b) } }, (end) => {
    assert.is(end.v(2), product.toString(16).padStart(32, "0"))
    assert.is(end.v(3), half(0n) + half(a))
  })
})

test('the CRCs of "123456789" are the check values', () => {
  const text = 0x3837_3635_3433_3231n
  const crc = (C: number, sz: number, Rm: number, Rd: number) =>
    encode("CRC32/CRC32C", { sf: sz === 3 ? 1 : 0, C, sz, Rm, Rn: Rd, Rd })
  const words = [
    crc(0, 3, 0, 1),
    crc(0, 0, 2, 1),
    crc(1, 2, 0, 3),
    crc(1, 1, 4, 3),
    crc(1, 1, 5, 3),
    crc(1, 0, 2, 3),
  ]
  const x = { 0: text, 1: 0xffff_ffffn, 2: 0x39n, 3: 0xffff_ffffn, 4: text >> 32n, 5: text >> 48n }
  bothTiers({ words, x }, (end) => {
    assert.is(end.x(1) ^ 0xffff_ffffn, 0xcbf4_3926n)
    assert.is(end.x(3) ^ 0xffff_ffffn, 0xe306_9283n)
  })
})

test.run()
