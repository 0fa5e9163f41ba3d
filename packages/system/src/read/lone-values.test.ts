// SPDX-License-Identifier: BSD-2-Clause
//
// Forms of numbers and names that Microkit takes and few people write, and files that are far too large.

import * as E from "fp-ts/lib/Either.js"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import type { Architecture } from "../options.ts"
import { parseSystem } from "../parse.ts"
import { crossing } from "../ranges.ts"

const test = suite("rare forms")

function errors(text: string, architecture: Architecture = "aarch64"): readonly string[] {
  const parsed = parseSystem({ file: "t.system", text }, { architecture })
  return E.isRight(parsed) ? [] : parsed.left.map(({ line, message }) => `${line}: ${message}`)
}

const domain = (inside: string, name = "a"): string =>
  `<protection_domain name="${name}"><program_image path="a.elf" />${inside}</protection_domain>`
const system = (...parts: readonly string[]): string => ["<system>", ...parts, "</system>\n"].join("\n")
const region = (size: string): string =>
  system(`<memory_region name="m" size="${size}" />`, domain('<map mr="m" vaddr="0x1000000" />'))

test("numbers may have a plus sign before their digits, and '_' anywhere", () => {
  for (const size of ["+4096", "0x+1000", "_0x1000", "0_x1000", "4_096_", "0004096", "0xA000"]) {
    assert.equal(errors(region(size)), [], size)
  }
  for (const size of ["+", "0x+", "+0x1000", "++4096", "4096+", "0X1000"]) {
    const told = `2: failed to parse integer '${size}' on element 'memory_region': invalid digit found in string`
    assert.equal(errors(region(size))[0], told)
  }
})

test("a duration in a unit of another language is written in microseconds", () => {
  const written = (duration: string) => {
    const text = system(
      `<domains><domain name="d" /><domain_schedule><schedule_entry domain="d" duration="${duration}" />` +
        "</domain_schedule></domains>",
      domain("").replace('name="a"', 'name="a" domain="d"'),
    )
    const parsed = parseSystem({ file: "t.system", text }, { architecture: "aarch64" })
    const [edit] = E.isRight(parsed) ? [] : (parsed.left[0]?.fixes?.[0]?.edits ?? [])
    return edit?.text
  }
  const pairs = [
    ["10 ms", "10000 us"],
    ["1.5ms", "1500 us"],
    ["2 s", "2000000 us"],
    ["5_000 ns", "5 us"],
    ["250 usec", "250 us"],
    ["10 ns", undefined],
    ["a while", undefined],
  ] as const
  for (const [text, us] of pairs) assert.is(written(text), us, text)
})

test("interrupts of RISC-V are sources of a PLIC, up to 1023", () => {
  const irq = (number: number) => system(domain(`<irq irq="${number}" id="1" />`))
  assert.equal(errors(irq(1023), "riscv64"), [])
  assert.match(errors(irq(1024), "riscv64")[0] ?? "", "irq must be < 1024")
  assert.match(errors(irq(1023), "aarch64")[0] ?? "", "irq must be < 1020")
})

test("declarations of namespaces are no attributes", () => {
  const text = system(domain('<irq xmlns:b="http://b" irq="40" id="1" />')).replace(
    "<protection_domain",
    '<protection_domain xmlns="http://a"',
  )
  assert.equal(errors(text), [])
})

test("a document type is refused in the words of Microkit's parser, and its fix takes its line", () => {
  const rest = system(domain(""))
  for (const type of [
    "<!DOCTYPE system>",
    '<!DOCTYPE system SYSTEM "microkit.dtd">',
    '<!DOCTYPE s [<!ENTITY a "b">]>',
  ]) {
    const parsed = parseSystem({ file: "t.system", text: `<?xml version="1.0"?>\n${type}\n${rest}` })
    const [found] = E.isLeft(parsed) ? parsed.left : []
    assert.is(found?.message, "Could not parse 't.system': XML with DTD detected")
    assert.equal([found?.line, found?.column], [2, 1])
    const edits = found?.fixes?.[0]?.edits
    assert.match(JSON.stringify(edits), /"line":2,"column":1,"endLine":3,"endColumn":1,"text":""/)
  }
})

test("files of many thousand elements are read or refused at once, also when all of them are wrong", () => {
  const many = (one: (index: number) => string): string =>
    Array.from({ length: 10_000 }, (_, index) => one(index)).join("\n")
  const at = (index: number) => `0x${(0x100_0000 + index * 0x1000).toString(16)}`
  const maps = many((index) => `<map mr="m" vaddr="${at(index)}" />`)
  assert.equal(errors(system('<memory_region name="m" size="0x1000" />', domain(maps))), [])
  const regions = many((index) => `<memory_region name="r${index}" size="0x1000" phys_addr="${at(index)}" />`)
  assert.equal(errors(system(regions, domain(""))), [])
  assert.equal(errors(system("<a />\n".repeat(50_001))), ["50001: the file has more than 50000 elements"])
})

test("ranges that meet others are found, and no others", () => {
  const found = (...ranges: ReadonlyArray<readonly [number, number]>) =>
    crossing(ranges, ([base, size]) => ({ base, size })).map((one) => ranges.indexOf(one))
  assert.equal(found([0, 2], [2, 2], [4, 2]), [])
  assert.equal(found([4, 2], [0, 9], [9, 1]), [0, 1])
  assert.equal(found([0, 9], [1, 1], [3, 1], [8, 4], [12, 1]), [0, 1, 2, 3])
  assert.equal(found([5, 0], [4, 2]), [])
})

test.run()
