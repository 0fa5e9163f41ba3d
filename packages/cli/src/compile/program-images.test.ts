// SPDX-License-Identifier: BSD-2-Clause
//
// Program images against what Microkit loads. Programs are made by the GNU tools where they are there, so that headers
// are those of real linkers; what they do not make is made out of theirs.

import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { LOOP } from "../testing/guests.ts"
import { example, type Files, inWorkplace, SYSTEM, vmm } from "../testing/workplace.ts"
import { type ElfFile, type ElfTrouble, readElf } from "./elf-file.ts"
import { elfSymbols } from "./elf-symbols.ts"

const test = suite("program images")

const CODE =
  "unsigned long guest_ram_vaddr = 1; int small = 1; void _start(void) { for (;;) guest_ram_vaddr++; }\n"
const GCC = "aarch64-linux-gnu-gcc"
const PLAIN = ["-nostdlib", "-static", "-ffreestanding", "-Wl,--build-id=none", "-Wl,-Ttext-segment=0x200000"]

/** What a compiler makes of the code; undefined, said on stderr, where there is none. */
function built(tool: string, ...options: readonly string[]): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), "vmm-elf-"))
  try {
    writeFileSync(join(folder, "a.c"), CODE)
    const { status, error, stderr } = spawnSync(tool, ["a.c", "-o", "a.elf", ...options], { cwd: folder })
    if (error !== undefined) return void process.stderr.write(`skipped: there is no ${tool}\n`)
    if (status !== 0) throw new Error(stderr.toString())
    return readFileSync(join(folder, "a.elf"))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const program = built(GCC, ...PLAIN)
const said = (found: ElfFile | ElfTrouble): string => ("message" in found ? found.message : "a program")

/** A copy of the program with bytes changed. */
function with_(change: (file: Buffer) => void): string {
  const file = Buffer.from(program ?? [])
  change(file)
  return said(readElf(file))
}

const able = program === undefined ? test.skip : test

able("a program that the GNU tools linked is one, with its segments and symbols", () => {
  const file = program ?? Buffer.alloc(0)
  const found = readElf(file)
  if ("message" in found) throw new Error(found.message)
  assert.ok(found.segments.some(({ executable }) => executable))
  assert.ok(found.segments.every(({ vaddr }) => vaddr >= 0x20_0000))
  assert.equal([elfSymbols(file)?.get("guest_ram_vaddr"), elfSymbols(file)?.get("small")], [8, 4])
})

able("an object file and a dynamic program are none", () => {
  const object = built(GCC, "-c")
  const dynamic = built(GCC, "-nostdlib", "-fPIE", "-pie")
  if (object !== undefined) assert.match(said(readElf(object)), /object file that was not linked/)
  if (dynamic !== undefined) assert.match(said(readElf(dynamic)), /is linked dynamically/)
})

able("class, byte order, machine, segments, entry and end of a file are looked at", () => {
  const table = Number(program?.readBigUInt64LE(32))
  const many = program?.readUInt16LE(56) ?? 0
  const loads = Array.from({ length: many }, (_, index) => table + 56 * index).filter(
    (at) => program?.readUInt32LE(at) === 1,
  )
  assert.match(
    with_((file) => file.writeUInt8(1, 4)),
    /ELF file of 32 bits, for AArch64/,
  )
  assert.match(
    with_((file) => file.writeUInt8(2, 5)),
    /big-endian/,
  )
  assert.match(
    with_((file) => file.writeUInt16LE(62, 18)),
    /a program for x86-64, not for AArch64/,
  )
  assert.match(
    with_((file) => file.writeUInt16LE(243, 18)),
    /for RISC-V/,
  )
  assert.match(
    with_((file) => loads.forEach((at) => file.writeUInt32LE(0, at))),
    /no loadable segment/,
  )
  assert.match(
    with_((file) => file.writeUInt16LE(0, 56)),
    /no loadable segment/,
  )
  assert.match(
    with_((file) => file.writeBigUInt64LE(0x10n, 24)),
    /begins at 0x10, outside of all its segments/,
  )
  const data = loads.find((at) => ((program?.readUInt32LE(at + 4) ?? 1) & 1) === 0)
  if (data !== undefined) {
    const there = program?.readBigUInt64LE(data + 16) ?? 0n
    assert.match(
      with_((file) => file.writeBigUInt64LE(there, 24)),
      /which is not executable/,
    )
  }
  const [first = 0, second = 0] = loads
  const overlap = with_((file) => file.copy(file, second + 16, first + 16, first + 24))
  assert.match(overlap, /two segments in one place/)
})

able("whatever is cut off or damaged, there is an answer", () => {
  const file = program ?? Buffer.alloc(0)
  for (let length = 0; length < 600; length++) readElf(file.subarray(0, length))
  assert.match(said(readElf(file.subarray(0, 400))), /cut short/)
  assert.match(said(readElf(Buffer.from("#!/bin/sh\necho a long script\n"))), /no ELF file/)
  assert.is(said(readElf(Buffer.alloc(0))), "is empty")
  let seed = 1
  for (let round = 0; round < 300; round++) {
    const broken = Buffer.from(file)
    for (let many = 0; many < 8; many++) {
      seed = (seed * 1103515245 + 12345) % 2 ** 31
      broken[seed % 600] = (seed >> 8) & 255
    }
    readElf(broken)
  }
})

interface Finding {
  readonly line: number
  readonly code: string
  readonly message: string
}

/** Findings of an example with these files, and those after `vmm fix`. */
async function checked(files: Files): Promise<readonly [readonly Finding[], readonly Finding[]]> {
  const all: (readonly Finding[])[] = []
  await inWorkplace({ ...example(LOOP), ...files }, async () => {
    const check = async () => {
      const { out } = await vmm("check", "ex", "--json")
      all.push((JSON.parse(out) as { diagnostics: readonly Finding[] }).diagnostics)
    }
    await check()
    await vmm("fix", "ex")
    await check()
  })
  return [all[0] ?? [], all[1] ?? []]
}

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code)

test("a program for another machine gives way to the one beside it that is right", async () => {
  const wrong = Buffer.from(program ?? Buffer.alloc(64))
  if (program === undefined) return
  wrong.writeUInt16LE(62, 18)
  const [before, after] = await checked({ "ex/vmm.elf": wrong, "ex/other.elf": program })
  const one = before.find(({ code }) => code === "program-no-elf")
  assert.match(one?.message ?? "", /^vmm\.elf, the program of 'vmm', is a program for x86-64/)
  assert.not.ok(codes(after).includes("program-no-elf"))
})

test("a map over the program is moved, in the words of Microkit", async () => {
  const there = SYSTEM.replace(/(<map mr="ram" vaddr=")[^"]*(" perms="rw" )/, "$10x200000$2")
  if (program === undefined) return
  const [before, after] = await checked({ "ex/vmm.elf": program, "ex/ex.system": there })
  const one = before.find(({ code }) => code === "map-over-program")
  assert.match(
    one?.message ?? "",
    /^mapping MR 'ram' to PD 'vmm' with vaddr \[0x200000\.\.0x400000\) will overlap with an ELF/,
  )
  assert.not.ok(codes(after).includes("map-over-program"))
})

test("a map where programs are linked is told when the program is not at hand", async () => {
  const there = SYSTEM.replace(/(<map mr="ram" vaddr=")[^"]*(" perms="rw" )/, "$10x200000$2")
  const [before] = await checked({ "ex/ex.system": there })
  const one = before.find(({ code }) => code === "map-over-program")
  assert.match(
    one?.message ?? "",
    /^mapping MR 'ram' to PD 'vmm'.*with an ELF segment: programs .* begin at 0x200000/,
  )
})

test("a variable that is no word is told", async () => {
  const small = SYSTEM.replace('setvar_vaddr="guest_ram_vaddr"', 'setvar_vaddr="small"')
  if (program === undefined) return
  const [before] = await checked({ "ex/vmm.elf": program, "ex/ex.system": small })
  const one = before.find(({ code }) => code === "symbol-size")
  assert.match(one?.message ?? "", /^setvar to non-word size symbol 'small'.*4 bytes/)
})

test.run()
