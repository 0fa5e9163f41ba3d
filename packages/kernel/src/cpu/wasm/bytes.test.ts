// SPDX-License-Identifier: BSD-2-Clause
//
// LEB128 of all widths, read back with bigint arithmetic.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { ByteWriter } from "./bytes.ts"

const test = suite("wasm/bytes")

/** The value of a LEB128 number that fills all bytes. */
function decoded(bytes: Uint8Array, signed: boolean): bigint {
  let value = 0n
  bytes.forEach((byte, at) => {
    assert.is(byte >= 0x80, at < bytes.length - 1, "the last byte alone has bit 7 clear")
    value |= BigInt(byte & 0x7f) << BigInt(7 * at)
  })
  return signed ? BigInt.asIntN(7 * bytes.length, value) : value
}

function written(write: (to: ByteWriter) => void): Uint8Array {
  const writer = new ByteWriter(1)
  write(writer)
  return writer.take()
}

/** Values around every power of two below 2^bits, both signs. */
function edges(bits: number): bigint[] {
  return Array.from({ length: bits }, (_, n) => 1n << BigInt(n)).flatMap((power) => [
    power - 1n,
    power,
    -power,
    -power - 1n,
  ])
}

test("u32 and s32 read back as what was written", () => {
  for (const value of edges(32)) {
    const number = Number(BigInt.asIntN(32, value))
    assert.is(
      decoded(
        written((to) => to.u32(number)),
        false,
      ),
      BigInt(number >>> 0),
    )
    assert.is(
      decoded(
        written((to) => to.s32(number)),
        true,
      ),
      BigInt(number),
    )
  }
})

test("s64 reads back as its two words", () => {
  for (const value of edges(64).map((edge) => BigInt.asIntN(64, edge))) {
    const [lo, hi] = [Number(BigInt.asIntN(32, value)), Number(value >> 32n)]
    assert.is(
      decoded(
        written((to) => to.s64(lo, hi)),
        true,
      ),
      value,
    )
  }
})

test("numbers take as few bytes as they can", () => {
  assert.equal([...written((to) => to.u32(127))], [0x7f])
  assert.equal([...written((to) => to.s32(-64))], [0x40])
  assert.equal([...written((to) => to.s32(64))], [0xc0, 0x00])
  assert.is(written((to) => to.s64(0, -0x8000_0000)).length, 10)
})

test("the buffer grows, and reset starts again", () => {
  const writer = new ByteWriter(2)
  writer.raw(Uint8Array.of(1, 2, 3, 4, 5), 1, 4)
  writer.raw(new Uint8Array(1000).fill(7))
  assert.is(writer.length, 1003)
  assert.equal([...writer.take().subarray(0, 4)], [2, 3, 4, 7])
  writer.reset()
  writer.name("é")
  assert.equal([...writer.take()], [2, 0xc3, 0xa9])
})

test.run()
