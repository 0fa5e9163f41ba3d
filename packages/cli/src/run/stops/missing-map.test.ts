// SPDX-License-Identifier: BSD-2-Clause
//
// Addresses of a program that its domain maps nothing at, and programs that nothing in the `.system` file mends: the
// first remedy, written, and a run after it.

import { readFileSync, writeFileSync } from "node:fs"

import { applyEdits } from "@vmm/diagnostic"
import { decodeLastStop } from "@vmm/report"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { says } from "../../testing/guests.ts"
import { example, inWorkplace, SYSTEM, vmm } from "../../testing/workplace.ts"

const test = suite("cli: memory that a domain lacks")

const FILE = "ex/ex.system"
const map = (vaddr: string) => `<map mr="table" vaddr="${vaddr}" />`

/** A second domain with these maps, a region that is for it, and what else the system has; its `init` does this. */
const tapping = (body: string, maps: string, more = "") => ({
  [FILE]: SYSTEM.replace(
    "</system>",
    `  <memory_region name="table" size="0x1000" />
  <protection_domain name="tap" priority="150">
    <program_image path="tap.mjs" />
    ${maps}
  </protection_domain>${more}
</system>`,
  ),
  "ex/tap.mjs": `export default (microkit) => ({\n  init() { ${body} },\n})\n`,
  "ex/other.mjs": "export default () => ({ init() {} })\n",
})

const WORD = "microkit.memory.write32(0x3000010, 7)"
const OTHER = `
  <protection_domain name="other" priority="140">
    <program_image path="other.mjs" />
    ${map("0x3000000")}
  </protection_domain>
  <channel><end pd="tap" id="1" /><end pd="other" id="1" /></channel>`

const MENDED: ReadonlyArray<
  readonly [files: ReturnType<typeof tapping>, id: string, written: RegExp, gone?: RegExp]
> = [
  [
    tapping(WORD, map("0x3100000"), OTHER),
    "map-place",
    /"tap"[^]*<map mr="table" vaddr="0x300_0000"[^]*"oth/,
  ],
  [
    tapping(WORD, "", OTHER),
    "domain-map",
    /"tap"[^]*<map mr="table" vaddr="0x300_0000" perms="rw" \/>[^]*"oth/,
  ],
  [tapping(WORD, map("0x300000")), "map-place", /<map mr="table" vaddr="0x300_0000"/],
  [tapping(WORD, map("0x3010000")), "map-place", /<map mr="table" vaddr="0x300_0000"/],
  [tapping(WORD.replace("0010", "1010"), map("0x3000000")), "region-size", /"table" size="0x2000"/],
  [tapping("throw Error('no')", map("0x3000000")), "without-domain", /"vmm"/, /tap|table/],
  [tapping(WORD.replace("0x3000010", "0"), "", OTHER), "without-domain", /"other"/, /tap|channel/],
]

test("the first remedy makes the address the domain's, else leaves the domain out, and the run is well", async () => {
  for (const [files, id, written, gone] of MENDED) {
    await inWorkplace(example(says("x"), files), async () => {
      assert.is((await vmm("build", "ex")).code, 0)
      const { err } = await vmm("run")
      const [fix] = decodeLastStop(readFileSync("build/ex/last-stop.json", "utf8"))?.fixes ?? []
      assert.is(fix?.id, id, err)
      const system = new Map([["ex.system", readFileSync(FILE, "utf8")]])
      const text = applyEdits(system, fix?.edits ?? []).ok?.get("ex.system") ?? ""
      assert.match(text, written)
      if (gone !== undefined) assert.not.match(text, gone)
      writeFileSync(FILE, text)
      const built = await vmm("build", "ex")
      assert.is(built.code, 0, built.err)
      assert.not.match((await vmm("run")).err, "faulted")
    })
  }
})

test("whose address it is stands in the cause", () =>
  inWorkplace(example(says("x"), tapping(WORD, map("0x3100000"), OTHER)), async () => {
    await vmm("build", "ex")
    const words =
      /cause +it wrote to 0x3000010, .*nothing: other has "table" there, which tap maps at 0x3100000/
    assert.match((await vmm("run")).err, words)
  }))

test("a domain that writes over the guest's image is kept from it", () => {
  const ram = '<map mr="ram" vaddr="0x5000000" perms="rw" />'
  const files = tapping("microkit.memory.fill(0x5000000, 0x1000, 0)", ram)
  const late = String(files[FILE]).replace('priority="150"', 'priority="60"')
  return inWorkplace(example(says("x"), { ...files, [FILE]: late }), async () => {
    await vmm("build", "ex")
    const { err } = await vmm("run")
    assert.match(err, /all of its memory is 0: .*; tap may write to "ram"/)
    assert.match(err, /writable +ex\/ex\.system:\d+/)
    const stop = decodeLastStop(readFileSync("build/ex/last-stop.json", "utf8"))
    assert.equal([stop?.fixes[0]?.id, stop?.place?.file], ["permission", FILE])
    assert.match(stop?.fixes[0]?.edits[0]?.text ?? "", /^r$/)
  })
})

test.run()
