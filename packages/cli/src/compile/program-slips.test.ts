// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm check` on programs: misspelt names of files and of variables, each at its line with the name that is meant.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { LOOP } from "../testing/guests.ts"
import { example, type Files, inWorkplace, SYSTEM, vmm } from "../testing/workplace.ts"
import { elfSymbols } from "./elf-symbols.ts"

const test = suite("programs of a folder")

interface Finding {
  readonly line: number
  readonly code: string
  readonly message: string
  readonly remedy: string
}

/** What is found, and what is left of it after `vmm fix --warnings`. */
async function found(files: Files): Promise<{ before: readonly Finding[]; after: readonly Finding[] }> {
  let [before, after]: [readonly Finding[], readonly Finding[]] = [[], []]
  const check = async () => {
    const { out } = await vmm("check", "ex", "--json")
    return (JSON.parse(out) as { diagnostics: readonly Finding[] }).diagnostics
  }
  await inWorkplace({ ...example(LOOP), ...files }, async () => {
    before = await check()
    await vmm("fix", "ex", "--warnings")
    after = await check()
  })
  return { before, after }
}

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length

function changed(find: string, put: string): string {
  if (SYSTEM.split(find).length !== 2) throw new Error(`${find} is not there once`)
  return SYSTEM.replace(find, put)
}

/** One finding of a code at the line of `part`, gone after the fix. */
async function isTold(files: Files, code: string, part: string, says: RegExp): Promise<void> {
  const { before, after } = await found(files)
  const one = before.find((finding) => finding.code === code)
  const text = String(files["ex/ex.system"] ?? files["ex/guest.json"])
  assert.ok(one, JSON.stringify(before))
  assert.is(one?.line, lineOf(text, part))
  assert.match(`${one?.message} ${one?.remedy}`, says)
  const left = after.filter((finding) => finding.code === code)
  assert.equal(left, [])
}

test("a VMM's program under a misspelt name", async () => {
  const system = changed('path="vmm.elf"', 'path="vm.elf"')
  await isTold({ "ex/ex.system": system }, "program-unknown", "vm.elf", /did you mean path="vmm\.elf"/)
})

test("a VMM of another name is nobody's mistake", async () => {
  for (const name of ["vmm_1.elf", "client_vmm.elf", "monitor.elf", "simple_vmm.elf"]) {
    const { before } = await found({ "ex/ex.system": changed("vmm.elf", name) })
    assert.not.ok(
      before.some(({ code }) => code === "program-unknown"),
      name,
    )
  }
})

test("a module of the folder under a misspelt name", async () => {
  const system = changed('path="vmm.elf"', 'path="my-vm.ts"')
  const files = { "ex/ex.system": system, "ex/my-vmm.ts": "export default () => ({})\n" }
  await isTold(files, "program-unusable", "my-vm.ts", /no file ex\/my-vm\.ts.*did you mean my-vmm\.ts/)
})

/** A 64-bit ELF file with a symbol table. */
function elf(...names: readonly string[]): Uint8Array {
  const strings = Buffer.from(`\0${names.map((name) => `${name}\0`).join("")}`)
  const symbols = Buffer.alloc(24 * (names.length + 1))
  names.forEach((name, index) => {
    symbols.writeUInt32LE(strings.indexOf(`\0${name}\0`) + 1, 24 * (index + 1))
    symbols.writeBigUInt64LE(8n, 24 * (index + 1) + 16)
  })
  const header = Buffer.alloc(64)
  header.writeUInt32BE(0x7f454c46, 0)
  header.writeUInt16BE(0x0201, 4)
  const sections = Buffer.alloc(64 * 3)
  const section = (index: number, type: number, link: number, offset: number, size: number) => {
    sections.writeUInt32LE(type, index * 64 + 4)
    sections.writeBigUInt64LE(BigInt(offset), index * 64 + 24)
    sections.writeBigUInt64LE(BigInt(size), index * 64 + 32)
    sections.writeUInt32LE(link, index * 64 + 40)
  }
  section(1, 2, 2, 64, symbols.length)
  section(2, 3, 0, 64 + symbols.length, strings.length)
  header.writeBigUInt64LE(BigInt(64 + symbols.length + strings.length), 40)
  header.writeUInt16LE(64, 58)
  header.writeUInt16LE(3, 60)
  return Buffer.concat([header, symbols, strings, sections])
}

test("names of an ELF file's symbols are read, of damaged ones none", () => {
  const file = Buffer.from(elf("main", "guest_ram_vaddr"))
  assert.equal([...(elfSymbols(file)?.keys() ?? [])], ["main", "guest_ram_vaddr"])
  for (let length = 0; length < file.length; length++) elfSymbols(file.subarray(0, length))
  assert.is(elfSymbols(file.subarray(0, 100)), undefined)
  assert.is(elfSymbols(Buffer.from("text".repeat(40))), undefined)
})

test("a variable that libvmm's VMM has under another name", async () => {
  const system = changed('setvar_vaddr="guest_ram_vaddr"', 'setvar_vaddr="guest_ram_vadr"')
  const says = /did you mean 'guest_ram_vaddr'/
  await isTold({ "ex/ex.system": system }, "symbol-unknown", "guest_ram_vadr", says)
})

test("a variable that the program at hand does not have is an error", async () => {
  const system = changed('setvar_vaddr="guest_ram_vaddr"', 'setvar_vaddr="ram_adress"')
  const files = { "ex/ex.system": system, "ex/vmm.elf": elf("main", "ram_address") }
  const says = /could not patch symbol 'ram_adress'.*'ram_address'/
  await isTold(files, "symbol-unknown", "ram_adress", says)
})

test("a VMM that is not told where guest RAM is", async () => {
  const system = changed(' setvar_vaddr="guest_ram_vaddr"', "")
  await isTold({ "ex/ex.system": system }, "guest-ram-address-untold", '<map mr="ram"', /guest_ram_vaddr/)
})

test('"programs" by the name of the program instead of the domain', async () => {
  const guest = '{\n  "kernel": "flat:guest.bin",\n  "programs": {\n    "vmm.elf": "simple-vmm"\n  }\n}\n'
  await isTold({ "ex/guest.json": guest }, "program-domain-unknown", '"vmm.elf"', /did you mean 'vmm'/)
})

test("simple-vmm misspelt", async () => {
  const guest = '{\n  "kernel": "flat:guest.bin",\n  "programs": {\n    "vmm": "simpel-vmm"\n  }\n}\n'
  await isTold({ "ex/guest.json": guest }, "program-unusable", "simpel", /no TypeScript module/)
})

test("an empty guest file", async () => {
  await isTold({ "ex/guest.json": "\n" }, "guest-empty", "\n", /the guest file is empty/)
})

test.run()
