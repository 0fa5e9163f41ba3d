// SPDX-License-Identifier: BSD-2-Clause
//
// Ways out that change elements: after the first fix of a finding, the finding is gone.

import { applyEdits } from "@vmm/diagnostic"
import * as E from "fp-ts/lib/Either.js"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import type { Architecture } from "../options.ts"
import { parseSystem } from "../parse.ts"

const test = suite("elements that are mended")

const REGION = '    <memory_region name="buffer" size="0x1000" phys_addr="0x1000_0000" />'
const domain = (inside: string, attributes = ""): string =>
  `    <protection_domain name="a" priority="100"${attributes}>
        <program_image path="a.elf" />
${inside}
    </protection_domain>`
const system = (...parts: readonly string[]): string => ["<system>", ...parts, "</system>\n"].join("\n")

function findingsOf(text: string, architecture: Architecture) {
  const parsed = parseSystem({ file: "t.system", text }, { architecture, prefillSize: () => 0 })
  return E.isLeft(parsed) ? parsed.left : parsed.right.warnings
}

/** The text after the first fix of a finding. */
function mended(text: string, code: string, architecture: Architecture = "x86_64"): string {
  const found = findingsOf(text, architecture).find((one) => one.code === code)
  const [fix] = found?.fixes ?? []
  if (fix === undefined) throw new Error(`${code} has no fix`)
  const { ok, problem } = applyEdits(new Map([["t.system", text]]), fix.edits)
  if (ok === undefined) throw new Error(problem)
  const after = ok.get("t.system") ?? ""
  const left = findingsOf(after, architecture).filter((one) => one.code === code)
  assert.equal(left, [], after)
  return after
}

const ports = (...ranges: ReadonlyArray<readonly [string, string]>): string =>
  system(
    domain(
      ranges
        .map(([addr, size], id) => `        <ioport id="${id}" addr="${addr}" size="${size}" />`)
        .join("\n"),
    ),
  )

test("of I/O ports that overlap, the lower end where the higher begin", () => {
  assert.match(
    mended(ports(["0x3f8", "0x10"], ["0x400", "8"]), "io-ports-overlap"),
    'addr="0x3f8" size="0x8"',
  )
  assert.match(
    mended(ports(["0x400", "0x10"], ["0x3f8", "16"]), "io-ports-overlap"),
    'addr="0x3f8" size="0x8"',
  )
})

test("I/O ports inside of others go", () => {
  assert.not.match(mended(ports(["0x3f8", "8"], ["0x3f8", "8"]), "io-ports-overlap"), 'id="1"')
  assert.not.match(mended(ports(["0x3f8", "8"], ["0x3fa", "2"]), "io-ports-overlap"), 'id="1"')
})

const CHILD = `        <protection_domain name="b" priority="50" id="1" setvar_id="b">
            <program_image path="b.elf" />
            <map mr="buffer" vaddr="0x200_0000" perms="rw" />
        </protection_domain>
        <virtual_machine name="v"><vcpu id="0" /></virtual_machine>`

test("children of a VMM on x86 go behind it, without their ids", () => {
  const after = mended(system(REGION, domain(CHILD)), "vmm-with-children")
  assert.match(
    after,
    /<\/virtual_machine>\s*<\/protection_domain>\s*<protection_domain name="b" priority="50">/,
  )
  assert.match(
    after,
    /<map mr="buffer" vaddr="0x200_0000" perms="rw" \/>\s*<\/protection_domain>\s*<\/system>/,
  )
  assert.equal(findingsOf(after, "x86_64"), [])
})

test("a region whose address a variable gets on x86 is given one that no other has", () => {
  const text = system(
    REGION,
    '    <memory_region name="ring" size="0x1000" />',
    domain(`        <map mr="ring" vaddr="0x200_0000" perms="rw" />
        <map mr="buffer" vaddr="0x300_0000" perms="rw" />
        <setvar symbol="ring_paddr" region_paddr="ring" />`),
  )
  assert.match(mended(text, "region-paddr-not-fixed"), /phys_addr="0x10200000" name="ring"/)
})

test("what another architecture has, or an empty file fills, is taken out", () => {
  assert.not.match(mended(system(domain("", ' smc="true"')), "smc-not-arm"), "smc")
  const empty = REGION.replace(" />", ' prefill_path="x.bin" />')
  const used = domain('        <map mr="buffer" vaddr="0x200_0000" perms="rw" />')
  assert.not.match(mended(system(empty, used), "prefill-empty", "aarch64"), "prefill_path")
})

test("a domain that is not there is the one other that is", () => {
  const other = domain("").replaceAll('"a', '"b')
  const channel = '    <channel><end pd="a" id="1" /><end pd="nobody" id="1" /></channel>'
  assert.match(mended(system(domain(""), other, channel), "domain-unknown"), '<end pd="b" id="1" />')
  const caps = '        <cspace><cap_tcb slot="1" pd="nobody" /></cspace>'
  assert.match(mended(system(domain(caps), other), "domain-unknown"), 'pd="b"')
})

test("a variable without a region gets the one that its name holds, or the only one", () => {
  const maps = '        <map mr="buffer" vaddr="0x200_0000" perms="rw" />\n'
  const more = REGION.replaceAll("buffer", "uart").replace("0x1000_0000", "0x900_0000")
  const uart = system(REGION, more, domain(`${maps}        <setvar symbol="uart_base" />`))
  assert.match(mended(uart, "attribute-missing", "aarch64"), 'region_paddr="uart"')
  const only = system(REGION, more, domain(`${maps}        <setvar symbol="ring" />`))
  assert.match(mended(only, "attribute-missing", "aarch64"), 'region_paddr="buffer"')
})

test("a setvar without its symbol sets nothing, and goes", () => {
  const maps = '        <map mr="buffer" vaddr="0x200_0000" perms="rw" />\n'
  const text = system(REGION, domain(`${maps}        <setvar region_paddr="buffer" />`))
  assert.not.match(mended(text, "attribute-missing", "aarch64"), "setvar")
})

test.run()
