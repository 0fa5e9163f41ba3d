// SPDX-License-Identifier: BSD-2-Clause
//
// Words of the command line that keep a guest silent or without a root, and what becomes of the files by their fixes.

import { compileDts } from "@vmm/devicetree"
import { applyEdits, type Edit } from "@vmm/diagnostic"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { type BootArgs, lostConsole, mutedConsole, rootFixes, rootWaits } from "./boot-args.ts"
import { loadDrivers } from "../fault/drivers.ts"
import { changeWord } from "../patch/command-line-patch.ts"

const test = suite("report: words of the command line")

const BOARD = `/dts-v1/;
/ { serial@9000000 { compatible = "arm,pl011", "arm,primecell"; reg = <0x9000000 0x1000>; }; };
`

async function args(guest: string, commandLine: string, overlay = "/ { };\n"): Promise<BootArgs> {
  const tree = compileDts([{ file: "b.dts", text: BOARD }])
  if (tree._tag === "Left") throw new Error("the board does not compile")
  const example = { overlays: [{ file: "o.dts", text: overlay }], guest: { file: "guest.json", text: guest } }
  return { commandLine, tree: tree.right, drivers: await loadDrivers(), example }
}

function after({ example }: BootArgs, edits: readonly Edit[] = []): string {
  const all = [example.guest, ...example.overlays].flatMap((file) => file ?? [])
  const files = new Map(all.map(({ file, text }) => [file, text]))
  const applied = applyEdits(files, edits)
  if (applied.ok === undefined) throw new Error(applied.problem)
  return applied.ok.get(edits[0]?.file ?? "") ?? ""
}

test("the console's own driver on the blacklist is the reason, and goes from the list", async () => {
  const word = "initcall_blacklist=foo_init,pl011_init"
  const line = await args(`{ "cmdline": "quiet ${word} nosmp" }`, `quiet ${word} nosmp`)
  const found = mutedConsole(line)
  assert.match(found?.reason ?? "", /keeps drivers\/tty\/serial\/amba-pl011.c .* its console serial@9000000/)
  assert.equal([found?.place?.file, found?.place?.line], ["guest.json", 1])
  assert.equal(JSON.parse(after(line, found?.fixes[0]?.edits)), {
    cmdline: "quiet initcall_blacklist=foo_init nosmp",
  })
})

test("drivers of others, and of ports that are not there, may be left out", async () => {
  for (const word of [
    "initcall_blacklist=imx2_wdt_driver_init",
    "initcall_blacklist=imx_uart_init",
    "quiet",
  ]) {
    assert.is(mutedConsole(await args("{}", word)), undefined, word)
  }
})

test("a word goes with its blank, its comma, or its list", async () => {
  for (const [guest, left] of [
    ['{ "cmdline": "x a b" }', { cmdline: "a b" }],
    ['{ "cmdline": "a x" }', { cmdline: "a" }],
    ['{ "cmdline": "xx x-y x" }', { cmdline: "xx x-y" }],
    ['{ "cmdline-add": ["a", "x"] }', { "cmdline-add": ["a"] }],
    ['{ "cmdline-add": ["x", "a"] }', { "cmdline-add": ["a"] }],
    ['{ "cmdline-add": ["x"] }', { "cmdline-add": [] }],
    ['{ "cmdline-add": "x" }', { "cmdline-add": "" }],
  ] as const) {
    const one = await args(guest, "x")
    assert.equal(JSON.parse(after(one, changeWord(one.example, "x", "", "x"))), left, guest)
  }
})

test("a word of the overlay's bootargs goes there, one of the board's by a new bootargs", async () => {
  const own = await args("{}", "a x", '/ { chosen { x; bootargs = "a x"; }; };\n')
  assert.match(after(own, changeWord(own.example, "x", "y", "a x")), 'x; bootargs = "a y"')
  const board = await args("{}", "a x b")
  assert.match(after(board, changeWord(board.example, "x", "", "a x b")), 'bootargs = "a b"')
})

test("a root that does not come: a ramdisk, or the one that is there", async () => {
  const none = await args('{\n  "kernel": "k",\n  "cmdline": "root=/dev/vda"\n}\n', "root=/dev/vda")
  const [add] = rootFixes(none, ["p", "q"])
  assert.is(add?.id, "ramdisk")
  assert.match(after(none, add?.edits), '"cmdline": "root=/dev/vda",\n  "ramdisk": ["p", "q"]\n}')
  const has = await args('{ "ramdisk": ["p"], "cmdline": "a root=/dev/vda" }', "a root=/dev/vda")
  const [take] = rootFixes(has, ["p"])
  assert.match(after(has, take?.edits), '{ "ramdisk": ["p"], "cmdline": "a" }')
  assert.equal(rootFixes(await args("{}", ""), undefined), [])
})

test("a kernel without a driver for its console names the word that asked for it", async () => {
  const line = await args('{ "cmdline": "console=ttyAMA0" }', "console=ttyAMA0 quiet")
  const found = lostConsole(line, ["Warning: unable to open an initial console."])
  assert.is(found?.code, "no-console")
  assert.match(found?.reason ?? "", /no driver took the port of console=ttyAMA0/)
  assert.is(found?.place?.line, 1)
  assert.is(lostConsole(line, ["Run /init as init process"]), undefined)
})

test("a console that did not come has what the overlay changed of its port named and undone", async () => {
  const line = await args("{}", "console=ttyAMA0")
  const text = '/ { serial@9000000 { clock-names = "odd"; }; };\n'
  const tree = compileDts([
    { file: "b.dts", text: BOARD },
    { file: "o.dts", text },
  ])
  if (tree._tag === "Left") throw new Error("the overlay does not compile")
  const found = lostConsole({ ...line, board: line.tree, tree: tree.right }, [
    "Warning: unable to open an initial console.",
  ])
  assert.match(found?.reason ?? "", /has clock-names of serial@9000000 otherwise than the board/)
  assert.equal([found?.place?.file, found?.place?.line, found?.fixes[0]?.id], ["o.dts", 1, "as-board"])
  assert.match(after(line, found?.fixes[0]?.edits), /\/delete-property\/ clock-names;/)
})

test("the last word of a kernel with rootwait names the disk and the word", async () => {
  const word = "root=/dev/mmcblk0p2"
  const line = await args(`{ "cmdline": "${word}" }`, `${word} rootwait`)
  const found = rootWaits(line, ["Run", "Waiting for root device /dev/mmcblk0p2..."], ["p"])
  assert.is(found?.code, "no-root-device")
  assert.match(
    found?.reason ?? "",
    /waits for its root file system \/dev\/mmcblk0p2, .*: root=\/dev\/mmcblk0p2 names it/,
  )
  assert.is(found?.place?.column, 15)
  assert.is(rootWaits(line, ["Run"], ["p"]), undefined)
})

test.run()
