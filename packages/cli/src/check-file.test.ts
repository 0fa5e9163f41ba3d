// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm check` of a lone .system file, and `vmm migrate`.

import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { LOOP } from "./testing/guests.ts"
import { example, inWorkplace, SYSTEM, vmm } from "./testing/workplace.ts"

const test = suite("cli: lone system files")

const domain = (more = "", attributes = "") => `<system>
  <protection_domain name="a"${attributes}>
    <program_image path="a.elf" />
${more}  </protection_domain>
</system>
`
const IOPORT = domain('    <ioport id="0" addr="0x3f8" size="8" />\n')

test("a file is checked for the architecture that is named, AArch64 if none is", () =>
  inWorkplace({ "a.system": IOPORT }, async () => {
    const arm = await vmm("check", "a.system")
    assert.is(arm.code, 1)
    assert.match(arm.err, "a.system:4:6: error: I/O Ports are only available on x86")
    assert.match(arm.err, '4 |     <ioport id="0" addr="0x3f8" size="8" />\n  |      ^^^^^^')
    const x86 = await vmm("check", "a.system", "--arch", "x86_64")
    assert.equal(x86, { code: 0, out: "", err: "a.system: no mistakes\n" })
    assert.is((await vmm("check", "a.system", "--arch", "riscv64")).code, 1)
    assert.is((await vmm("check", "a.system", "--arch", "vax")).code, 2)
  }))

test("the number of cores can be named", () =>
  inWorkplace({ "a.system": domain("", ' cpu="3"') }, async () => {
    assert.match((await vmm("check", "a.system")).err, "cpu core must be less than 1, got 3")
    assert.is((await vmm("check", "a.system", "--cpus", "4")).code, 0)
    assert.is((await vmm("check", "a.system", "--cpus", "0")).code, 2)
  }))

test("prefill files are looked for beside the file and in the search path", () => {
  const text = `<system>\n<memory_region name="m" prefill_path="m.bin" />\n<protection_domain name="a">
    <program_image path="a.elf" /><map mr="m" vaddr="0x1000000" /></protection_domain>\n</system>\n`
  return inWorkplace({ "x/a.system": text, "y/m.bin": "bytes" }, async () => {
    assert.match((await vmm("check", "x/a.system")).err, "unable to find prefill file: 'm.bin'")
    assert.is((await vmm("check", "x/a.system", "--search-path", "z:y")).code, 0)
  })
})

test("programs are looked for beside the file and in the search path, and looked into", () =>
  inWorkplace({ "x/a.system": domain(), "y/a.elf": "no program" }, async () => {
    assert.is((await vmm("check", "x/a.system")).code, 0)
    const found = await vmm("check", "x/a.system", "--search-path", "y")
    assert.is(found.code, 1)
    assert.match(found.err, "is no ELF file")
    const program = Buffer.alloc(64)
    program.write("\x7fELF\x02\x01", "latin1")
    program.writeUInt16LE(2, 16)
    program.writeUInt16LE(62, 18)
    writeFileSync("x/a.elf", program)
    assert.match((await vmm("check", "x/a.system")).err, "is a program for x86-64, not for AArch64")
    const x86 = await vmm("check", "x/a.system", "--arch", "x86_64")
    assert.match(x86.err, "has no loadable segment")
  }))

test("a prefill file that is not there has the fix that names the nearest", () => {
  const text = `<system>\n<memory_region name="m" size="0x1000" prefill_path="data/m.bin" />
<protection_domain name="a"><program_image path="a.elf" /><map mr="m" vaddr="0x1000000" /></protection_domain>
</system>\n`
  return inWorkplace({ "a.system": text, "data/mm.bin": "bytes" }, async () => {
    const { diagnostics } = JSON.parse((await vmm("check", "a.system", "--json")).out)
    assert.is(diagnostics[0].fixes[0].edits[0].text, "data/mm.bin")
  })
})

test("JSON has every finding with its code, its other places and its fixes", () =>
  inWorkplace(
    { "a.system": domain('    <irq irq="40" id="1" />\n    <irq irq="41" id="1" />\n') },
    async () => {
      const { code, out, err } = await vmm("check", "a.system", "--json")
      assert.is(code, 1)
      assert.is(err, "")
      const { ok, diagnostics } = JSON.parse(out)
      assert.is(ok, false)
      assert.is(diagnostics.length, 1)
      const [{ code: name, line, related, fixes }] = diagnostics
      assert.equal([name, line, related[0].line], ["id-twice", 5, 4])
      assert.equal(fixes[0].edits, [
        { kind: "replace", file: "a.system", line: 5, column: 23, endLine: 5, endColumn: 24, text: "0" },
      ])
    },
  ))

test("a lone file is mended as it is checked, and nothing else in its folder", () =>
  inWorkplace({ "x/a.system": IOPORT.replace("size=", "sise="), "x/b.txt": "other" }, async () => {
    const shown = await vmm("fix", "x/a.system", "--arch", "x86_64", "--dry-run")
    assert.is(shown.code, 0)
    assert.match(readFileSync("x/a.system", "utf8"), "sise=")
    const fixed = await vmm("fix", "x/a.system", "--arch", "x86_64")
    assert.is(fixed.code, 0)
    assert.match(fixed.err, "x/a.system:4: invalid attribute 'sise' on element 'ioport'\n  fixed: write size")
    assert.match(fixed.err, "changed x/a.system\n")
    assert.not.match(fixed.err, "next:")
    assert.match(fixed.out, /^--- a\/a\.system\n\+\+\+ b\/a\.system\n/)
    assert.is(readFileSync("x/a.system", "utf8"), IOPORT)
    const again = await vmm("fix", "x/a.system", "--arch", "x86_64")
    assert.equal(again, { code: 0, out: "", err: "nothing to fix: check finds no error in x/a.system\n" })
    const arm = await vmm("fix", "x/a.system")
    assert.is(arm.code, 0)
    assert.match(arm.err, "I/O Ports are only available on x86")
    assert.match((await vmm("fix", "x", "--arch", "x86_64")).err, "--arch is for a lone .system file")
  }))

test("warnings leave the exit code 0; what is no file or no folder is told", () =>
  inWorkplace({ "a.system": domain("", ' passive="true"'), "broken.system": "<system>" }, async () => {
    const warned = await vmm("check", "a.system")
    assert.is(warned.code, 0)
    assert.match(warned.err, "a.system: 1 warning")
    assert.is((await vmm("check", "broken.system")).code, 1)
    assert.is((await vmm("check", "nothing.system")).code, 1)
    assert.match((await vmm("check", ".", "--arch", "x86_64")).err, "--arch is for a lone .system file")
  }))

const OLD = `<?xml version="1.0"?>
<system>
  <!-- serves -->
  <protection_domain name="server" priority="200"
                     pp="true">
    <program_image path="s.elf"/>
  </protection_domain>
  <protection_domain name="vmm" priority="100">
    <program_image path="vmm.elf"/>
    <virtual_machine name="linux" id="3" priority="50" /> <!-- the guest -->
  </protection_domain>
  <channel>
    <end pd="server" id="1"/>
    <end pd="vmm" id="2" />
  </channel>
</system>
`
const NEW = OLD.replace('\n                     pp="true"', "")
  .replace(' id="3"', "")
  .replace('"50" />', '"50" >\n        <vcpu id="3" />\n    </virtual_machine>')
  .replace('id="2" />', 'id="2" pp="true" />')

test("a file of Microkit 1.x is recognised, and migrates with comments and layout", () =>
  inWorkplace({ "old.system": OLD }, async () => {
    const before = await vmm("check", "old.system")
    assert.match(before.err, "invalid attribute 'pp' on element 'protection_domain'")
    assert.match(before.err, "`vmm migrate FILE` rewrites the file")
    const shown = await vmm("migrate", "old.system")
    assert.is(shown.code, 0)
    assert.is(readFileSync("old.system", "utf8"), OLD)
    if (spawnSync("patch", ["--version"]).status === 0) {
      writeFileSync("copy.system", OLD)
      const patch = spawnSync("patch", ["-p1", "copy.system"], { input: shown.out, encoding: "utf8" })
      assert.is(patch.status, 0, patch.stdout + patch.stderr)
      assert.is(readFileSync("copy.system", "utf8"), NEW)
    }
    assert.is((await vmm("migrate", "old.system", "--write")).code, 0)
    assert.is(readFileSync("old.system", "utf8"), NEW)
    assert.is((await vmm("check", "old.system")).code, 0)
    const again = await vmm("migrate", "old.system")
    assert.is(again.out, "")
    assert.match(again.err, "nothing of the older language is in it")
  }))

test("what cannot be migrated is told", () =>
  inWorkplace({ "broken.system": "<system>\n<a" }, async () => {
    const broken = await vmm("migrate", "broken.system")
    assert.is(broken.code, 1)
    assert.match(broken.err, "broken.system:2:1: error: Could not parse 'broken.system'")
    assert.match((await vmm("migrate", "none.system")).err, "there is no such file")
    writeFileSync("old.system", Buffer.from(OLD.replace("serves", "gr\u00fc\u00dft"), "latin1"))
    assert.match(
      (await vmm("migrate", "old.system")).err,
      "old.system:3:10: error: the text is not UTF-8: byte 0xfc",
    )
  }))

test("what the kernel does not run yet checks, and is refused by the build", () => {
  const image = '<program_image path="vmm.elf" />'
  const system = SYSTEM.replace(image, `${image}<cspace><cap_tcb slot="1" pd="vmm" /></cspace>`)
  return inWorkplace(example(LOOP, { "ex/ex.system": system }), async () => {
    assert.is((await vmm("check", "ex")).code, 0)
    const built = await vmm("build", "ex")
    assert.is(built.code, 1)
    assert.match(
      built.err,
      "ex/ex.system:5:46: error: capabilities of other domains (cap_tcb) are not run yet",
    )
  })
})

test.run()
