// SPDX-License-Identifier: BSD-2-Clause
//
// The memory map of a small system: what is where, who may touch it, and a picture that is well-formed XML.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { agreementFor, OVERLAY, SYSTEM } from "../testing.ts"
import { memoryMap } from "./model.ts"
import { mapSvg } from "./svg.ts"
import { mapText } from "./terminal.ts"

const test = suite("memory map")

const drawn = memoryMap(agreementFor({ overlay: `${OVERLAY}&rtc { status = "okay"; };\n` }))

test("physical memory is given out, kept or free, without a byte of RAM left over", () => {
  const ram = drawn.physical.filter(({ kind }) => ["ram", "free", "kept"].includes(kind))
  assert.equal(
    ram.map(({ kind, base, size }) => [kind, base, size]),
    [
      ["ram", 0x4000_0000, 0x1000_0000],
      ["free", 0x5000_0000, 0x2f00_0000],
      ["kept", 0x7f00_0000, 0x100_0000],
    ],
  )
  assert.equal(ram[0]?.notes, ["vmm rw-", "linux rwx"])
})

test("stretches follow each other, with gaps between", () => {
  for (const stretches of [drawn.physical, ...drawn.guests.map((guest) => guest.stretches)]) {
    stretches.slice(1).forEach((stretch, index) => {
      const before = stretches[index]
      assert.is(stretch.base, (before?.base ?? 0) + (before?.size ?? 0))
    })
  }
})

test("a guest sees its RAM, its devices, what the VMM answers, and what it is not given", () => {
  const stretches = drawn.guests[0]?.stretches ?? []
  const kinds = stretches
    .filter(({ kind }) => kind !== "gap")
    .map(({ kind, name }) => `${kind} ${name}`.trim())
  assert.equal(kinds, [
    "emulated GIC distributor",
    "device gicv",
    "device uart",
    "lost",
    "device ccm",
    "device pins",
    "ram ram",
  ])
  assert.equal(stretches.find(({ kind }) => kind === "lost")?.notes, ["rtc@9010000"])
  assert.is(stretches.find(({ name }) => name === "gicv")?.phys, 0x804_0000)
})

test("the text keeps within 110 columns", () => {
  const long = memoryMap(agreementFor({ system: SYSTEM.replaceAll('"pins"', `"${"p".repeat(100)}"`) }))
  const lines = mapText(long).split("\n")
  assert.ok(lines.every((line) => [...line].length <= 110))
  assert.match(mapText(drawn), "█  0x4000_0000  0x5000_0000")
  assert.match(mapText(drawn), /✗ .*: rtc@9010000/)
})

test("the picture is one SVG with every name in it, escaped", () => {
  const svg = mapSvg(drawn, "a < b")
  assert.match(svg, /^<svg [\s\S]*<\/svg>\n$/)
  assert.match(svg, "a &lt; b: memory map")
  for (const { name } of drawn.physical) assert.ok(svg.includes(name.replaceAll("'", "'")), name)
  assert.not.match(svg, "NaN")
  const opened = [...svg.matchAll(/<(\w+)[^>]*[^/]>/g)].length
  assert.is(opened, [...svg.matchAll(/<\/\w+>/g)].length)
})

test.run()
