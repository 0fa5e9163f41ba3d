// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm check` on what guest.json names: each mistake is told at the line of guest.json that makes it.

import { gzipSync } from "node:zlib"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { LOOP } from "../testing/guests.ts"
import { example, type Files, inWorkplace, vmm } from "../testing/workplace.ts"

const test = suite("files of guest.json")

const CPIO = "070701".padEnd(200, "0")
const ARM64 = new Uint8Array(64)
ARM64.set([0x41, 0x52, 0x4d, 0x64], 0x38)
const ELF = new Uint8Array(64)
ELF.set([0x7f, 0x45, 0x4c, 0x46, 2, 1])
ELF[18] = 183

interface Finding {
  readonly file: string
  readonly line: number
  readonly message: string
  readonly fixes?: readonly { readonly title: string }[]
}

/** Findings at a line of guest.json. */
async function atLine(guest: string, line: number, files: Files = {}): Promise<readonly Finding[]> {
  let found: readonly Finding[] = []
  await inWorkplace({ ...example(LOOP), ...files, "ex/guest.json": guest }, async () => {
    const { out } = await vmm("check", "ex", "--json")
    const { diagnostics } = JSON.parse(out) as { diagnostics: readonly Finding[] }
    found = diagnostics.filter((one) => one.file.endsWith("guest.json") && one.line === line)
  })
  return found
}

const CASES: readonly (readonly [what: string, kernel: string, bytes: string | Uint8Array, says: RegExp])[] =
  [
    ["a device tree", "k", "/dts-v1/;\n/ { };\n", /is a device tree source/],
    ["a device tree as machine code", "flat:k", "/dts-v1/;\n/ { };\n", /is a device tree source/],
    ["text", "k", "hello,\nthis is some text\n", /is a text file/],
    ["an ELF file", "flat:k", ELF, /is an ELF file for arm64/],
    ["an initramfs in gzip", "k", gzipSync(CPIO), /is a cpio archive/],
  ]

for (const [what, kernel, bytes, says] of CASES) {
  test(`${what} is no kernel`, async () => {
    const [first] = await atLine(`{\n  "kernel": "${kernel}"\n}\n`, 2, { "ex/k": bytes })
    assert.match(first?.message ?? "", says)
  })
}

test("a folder is no kernel, and the Image in it is named", async () => {
  const [first] = await atLine('{\n  "kernel": "linux"\n}\n', 2, { "ex/linux/Image": "x" })
  assert.match(first?.message ?? "", /linux: this is a folder/)
})

test("what is no ramdisk is told at its own line of a list", async () => {
  const guest = '{\n  "kernel": "flat:hello.bin",\n  "ramdisk": [\n    "good",\n    "bad"\n  ]\n}\n'
  const [first, ...more] = await atLine(guest, 5, {
    "ex/good": CPIO,
    "ex/bad": Uint8Array.from([1, 2, 3, 4]),
  })
  assert.match(first?.message ?? "", /bad: this ramdisk is no cpio archive/)
  assert.is(more.length, 0)
})

test("kernel and ramdisk in each other's place are exchanged", async () => {
  const [first] = await atLine('{\n  "kernel": "k",\n  "ramdisk": "r"\n}\n', 2, {
    "ex/k": CPIO,
    "ex/r": ARM64,
  })
  assert.is(first?.fixes?.[0]?.title, "exchange kernel and ramdisk")
})

test("an overlay that is not there is told where it is named, with the nearest name", async () => {
  const guest = '{\n  "kernel": "flat:hello.bin",\n  "dtb-overlay": ["more/extr.dts"]\n}\n'
  const [first] = await atLine(guest, 3, { "ex/more/extra.dts": "/ { };\n" })
  assert.match(first?.message ?? "", /there is no file ex\/more\/extr\.dts/)
  assert.is(first?.fixes?.[0]?.title, 'write "more/extra.dts"')
})

test.run()
