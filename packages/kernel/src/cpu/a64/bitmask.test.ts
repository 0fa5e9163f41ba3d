// SPDX-License-Identifier: BSD-2-Clause
//
// All logical immediates against binutils where it is there, and against DecodeBitMasks written out bit by
// bit where it is not.

import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { encode } from "./asm.ts"
import { bitfieldMask, logicalMask, type Words } from "./bitmask.ts"
import { Decoder } from "./decoder.ts"
import { A64 } from "./tables/index.ts"

const OBJDUMP = "aarch64-linux-gnu-objdump"
const test = suite("a64/bitmask")
const hasObjdump = spawnSync(OBJDUMP, ["--version"]).status === 0
if (!hasObjdump)
  process.stdout.write(`skipped: ${OBJDUMP} (Debian: binutils-aarch64-linux-gnu) is not installed\n`)
const withObjdump = hasObjdump ? test : test.skip

const asBigint = ([lo, hi]: Words) => BigInt.asUintN(64, (BigInt(hi) << 32n) | BigInt(lo >>> 0))

function allFields(): Array<{ N: number; imms: number; immr: number }> {
  const six = Array.from({ length: 64 }, (_, n) => n)
  return [0, 1].flatMap((N) => six.flatMap((imms) => six.map((immr) => ({ N, imms, immr }))))
}

/** Bits `from` and up of an element rotated right, replicated, one bit after another. */
function slowMask(ones: number, rotation: number, size: number): bigint {
  let mask = 0n
  for (let bit = 0; bit < 64; bit++) {
    if ((bit + rotation) % size < ones) mask |= 1n << BigInt(bit)
  }
  return mask
}

withObjdump("every logical immediate of 64 bits is what objdump shows, reserved ones included", () => {
  const fields = allFields()
  const words = fields.map(
    ({ N, imms, immr }) => (0xf200_0000 | (N << 22) | (immr << 16) | (imms << 10) | 1) >>> 0,
  )
  const folder = mkdtempSync(join(tmpdir(), "a64-bitmask-"))
  const file = join(folder, "words")
  writeFileSync(file, new Uint8Array(Uint32Array.from(words).buffer))
  const options = ["-D", "-b", "binary", "-m", "aarch64", "-M", "no-aliases", file]
  const { stdout } = spawnSync(OBJDUMP, options, { encoding: "utf8", maxBuffer: 1 << 26 })
  rmSync(folder, { recursive: true })
  const lines = stdout.split("\n").filter((line) => /^\s*[0-9a-f]+:\t/.test(line))
  assert.is(lines.length, words.length)
  fields.forEach(({ N, imms, immr }, n) => {
    const shown = /ands\s+x1, x0, #0x([0-9a-f]+)/.exec(lines[n])?.[1]
    const mask = logicalMask(N, imms, immr)
    assert.is(
      mask === undefined ? undefined : asBigint(mask).toString(16),
      shown,
      `N=${N} imms=${imms} immr=${immr}`,
    )
  })
})

test("a logical immediate is a rotated run of ones in equal elements", () => {
  for (const { N, imms, immr } of allFields()) {
    const mask = logicalMask(N, imms, immr)
    const size = N === 1 ? 64 : [32, 16, 8, 4, 2].find((bits) => (~imms & bits & 0x3f) !== 0)
    const ones = size === undefined ? 0 : (imms & (size - 1)) + 1
    if (size === undefined || ones === size) assert.is(mask, undefined)
    else assert.is(mask && asBigint(mask), slowMask(ones, immr & (size - 1), size), `${N} ${imms} ${immr}`)
  }
})

test("BFM takes imms - immr + 1 bits to the bottom, or imms + 1 bits up to 64 - immr", () => {
  for (const wide of [true, false]) {
    const size = wide ? 64 : 32
    for (let imms = 0; imms < size; imms++) {
      for (let immr = 0; immr < size; immr++) {
        const [first, count] = imms >= immr ? [0, imms - immr + 1] : [size - immr, imms + 1]
        const expected = ((1n << BigInt(count)) - 1n) << BigInt(first)
        const [lo, hi] = bitfieldMask(wide, imms, immr)
        assert.is(asBigint([lo, wide ? hi : 0]), expected, `${size} bits, imms ${imms}, immr ${immr}`)
      }
    }
  }
})

test("a reserved logical immediate is UNDEFINED", () => {
  const decoder = new Decoder(A64)
  assert.is(decoder.find(0xf240_fc00), undefined)
  assert.throws(() => encode("ANDS (immediate)", { sf: 1, N: 1, imms: 64 }), /does not fit 6 bits/)
})

test.run()
