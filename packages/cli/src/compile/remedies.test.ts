// SPDX-License-Identifier: BSD-2-Clause
//
// Fixes of findings that take several files to see: each mistake is told at its line, and `vmm fix` leaves no error.

import { chmodSync, readFileSync } from "node:fs"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { LOOP } from "../testing/guests.ts"
import { BOARD, example, type Files, inWorkplace, SYSTEM, vmm } from "../testing/workplace.ts"

const test = suite("remedies of a check")

interface Finding {
  readonly file: string
  readonly line: number
  readonly severity: string
  readonly code?: string
}

async function findings(): Promise<readonly Finding[]> {
  const { out } = await vmm("check", "ex", "--json")
  return (JSON.parse(out) as { diagnostics: readonly Finding[] }).diagnostics
}

/** A finding, of a code or the first, as `code file:line`, and the codes of the errors that are left after the fix. */
async function mended(files: Files, wanted?: string): Promise<readonly string[]> {
  const told: string[] = []
  await inWorkplace({ ...example(LOOP), ...files }, async () => {
    const all = await findings()
    const first = all.find(({ code }) => code === wanted) ?? all[0]
    told.push(`${first?.code} ${first?.file.replace("ex/", "")}:${first?.line}`)
    await vmm("fix", "ex")
    const left = (await findings()).filter(({ severity }) => severity === "error")
    told.push(...left.map(({ code }) => code ?? "error"))
  })
  return told
}

function changed(text: string, find: string, put: string): string {
  if (text.split(find).length !== 2) throw new Error(`${find} is not there once`)
  return text.replace(find, put)
}

test("a region that leaves no room for the kernel is made smaller, and the guest's tree with it", async () => {
  const all = '"ram" size="0x4000000" phys_addr="0x40000000"'
  const system = changed(SYSTEM, '"ram" size="0x200000"', all)
  assert.equal(await mended({ "ex/ex.system": system }), ["kernel-without-room ex.system:2"])
})

test("an interrupt controller of the board with a slip in its compatible", async () => {
  const board = changed(BOARD, '"arm,cortex-a15-gic"', '"arm,cortex-a15-gicc"')
  assert.equal(await mended({ "ex/board.dts": board }), ["gic-missing board.dts:16"])
})

test("an overlay of guest.json that is not there is left out", async () => {
  for (const written of [
    '"more.dts"',
    '["more.dts"]',
    '["more.dts", "extra.dts"]',
    '["extra.dts", "more.dts"]',
  ]) {
    const guest = `{\n  "kernel": "flat:guest.bin",\n  "dtb-overlay": ${written}\n}\n`
    const files = { "ex/guest.json": guest, "ex/extra.dts": "/ { };\n" }
    assert.equal(await mended(files), ["guest-file-missing guest.json:3"], written)
  }
})

test("a program of guest.json that is not there can be simple-vmm", async () => {
  const guest = '{\n  "kernel": "flat:guest.bin",\n  "programs": { "vmm": "mine.ts" }\n}\n'
  assert.equal(await mended({ "ex/guest.json": guest }), ["program-unusable guest.json:3"])
})

test("a kernel that is not there can be Debian's", async () => {
  const guest = '{\n  "kernel": "Image"\n}\n'
  const [first, ...left] = await mended({ "ex/guest.json": guest }, "guest-file-missing")
  assert.is(first, "guest-file-missing guest.json:2")
  assert.not.ok(left.includes("guest-file-missing"))
})

test("a kernel that is none can be the program beside it", async () => {
  for (const kernel of ["flat:board.dts", "board.dts"]) {
    const guest = `{\n  "kernel": "${kernel}"\n}\n`
    const told = await mended({ "ex/guest.json": guest }, "kernel-unusable")
    assert.equal(told, ["kernel-unusable guest.json:2"])
  }
})

test("a guest file that is no object is written anew", async () => {
  assert.equal(await mended({ "ex/guest.json": "[]\n" }), ["guest-no-object guest.json:1"])
})

test("a ramdisk that is text can be the folder beside it that has an init", async () => {
  for (const written of ['"notes.txt"', '["notes.txt"]']) {
    const guest = `{\n  "kernel": "flat:guest.bin",\n  "ramdisk": ${written}\n}\n`
    const notes = { "ex/guest.json": guest, "ex/notes.txt": "what is to be done\n" }
    const files = { ...example(LOOP), ...notes, "rootfs/init": "#!/bin/busybox sh\n" }
    await inWorkplace(files, async () => {
      chmodSync("rootfs/init", 0o755)
      assert.is((await findings())[0]?.code, "ramdisk-unusable")
      await vmm("fix", "ex")
      const { ramdisk } = JSON.parse(readFileSync("ex/guest.json", "utf8")) as { ramdisk: unknown }
      assert.equal(ramdisk, ["debian:busybox-static", "../rootfs"])
    })
  }
})

test("a guest's RAM outside of the board's is one finding", async () => {
  const system = changed(SYSTEM, 'page_size="0x200000"', 'page_size="0x200000" phys_addr="0x90000000"')
  await inWorkplace({ ...example(LOOP), "ex/ex.system": system }, async () => {
    assert.equal(
      (await findings()).map(({ code }) => code),
      ["ram-off-board"],
    )
  })
  assert.equal(await mended({ "ex/ex.system": system }), ["ram-off-board ex.system:2"])
})

test("redistributors that are too few are told once", async () => {
  const board = BOARD.replace("arm,cortex-a15-gic", "arm,gic-v3").replace(
    "0x8010000 0x0 0x10000",
    "0x80a0000 0x0 0x20000",
  )
  const system = changed(SYSTEM, '<vcpu id="0" />', '<vcpu id="0" /><vcpu id="1" />')
  await inWorkplace({ ...example(LOOP), "ex/ex.system": system, "ex/board.dts": board }, async () => {
    const short = (await findings()).filter(({ code }) => code === "gic-redistributors-short")
    assert.is(short.length, 1)
  })
})

test.run()
