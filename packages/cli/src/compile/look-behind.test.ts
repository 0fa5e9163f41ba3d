// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes that keep a source from being read do not hide the others.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { LOOP } from "../testing/guests.ts"
import { BOARD, example, inWorkplace, OVERLAY, SYSTEM, vmm } from "../testing/workplace.ts"

const test = suite("cli: mistakes behind mistakes")

function changed(text: string, find: string, put: string): string {
  assert.ok(text.includes(find), `${find} is there`)
  return text.replace(find, put)
}

const placesOf = (err: string): readonly string[] =>
  [...err.matchAll(/^([^\s:]+:\d+):\d+: (?:error|warning): (.{0,48})/gm)].map(
    ([, place, text]) => `${place} ${text}`,
  )

const lineOf = (text: string, find: string): number => text.slice(0, text.indexOf(find)).split("\n").length

/** A trap of the language, and one between the .system file and the tree. */
const HIGH = changed(SYSTEM, 'priority="100"', 'priority="300"')
const LARGE = changed(OVERLAY, "0x200000>", "0x800000>")

test("a value that is none does not hide a tree that promises too much", () =>
  inWorkplace(example(LOOP, { "ex/ex.system": HIGH, "ex/overlay.dts": LARGE }), async () => {
    const { code, err } = await vmm("check", "ex")
    assert.is(code, 1)
    const found = placesOf(err)
    assert.is(found.length, 2, err)
    assert.match(found[0] ?? "", `ex/ex.system:${lineOf(HIGH, "300")} priority must be`)
    assert.match(
      found[1] ?? "",
      `ex/overlay.dts:${lineOf(LARGE, "0x800000>")} the guest's tree says RAM is at`,
    )
  }))

test("nor do mistakes of the XML and of the tree's syntax, one behind the other", () =>
  inWorkplace(
    example(LOOP, {
      "ex/ex.system": changed(HIGH, '<vcpu id="0" />', '<vcpu id="0" >'),
      "ex/overlay.dts": changed(LARGE, ">;", ">"),
    }),
    async () => {
      const { err } = await vmm("check", "ex")
      for (const text of ["priority must be", "vcpu", "overlay.dts:"]) assert.match(err, text)
    },
  ))

test("lines are those of the file as it stands, also behind a fix that adds one", () => {
  const text = changed(changed(SYSTEM, '<vcpu id="0" />', ""), 'cached="false"', 'cached="no"')
  return inWorkplace(example(LOOP, { "ex/ex.system": text, "ex/overlay.dts": LARGE }), async () => {
    const { diagnostics } = JSON.parse((await vmm("check", "ex", "--json")).out)
    const places = diagnostics.map(({ file, line }: { file: string; line: number }) => `${file}:${line}`)
    assert.ok(places.includes(`ex/ex.system:${lineOf(text, 'cached="no"')}`), places.join(" "))
    assert.ok(places.includes(`ex/overlay.dts:${lineOf(LARGE, "0x800000>")}`), places.join(" "))
  })
})

test("what only follows from the guess at a value is not told", () =>
  inWorkplace(
    example(LOOP, { "ex/ex.system": changed(SYSTEM, 'size="0x200000"', 'size="0x200001"') }),
    async () => {
      assert.is(placesOf((await vmm("check", "ex")).err).length, 1)
    },
  ))

test("a lone file is looked at likewise", () =>
  inWorkplace({ "a.system": changed(HIGH, '<vcpu id="0" />', '<vcpu id="0" >') }, async () => {
    const { err } = await vmm("check", "a.system")
    assert.match(err, "priority must be")
    assert.match(err, "vcpu")
  }))

test("a board whose tree is broken in two ways is told of both", () =>
  inWorkplace(
    example(LOOP, {
      "ex/board.dts": changed(BOARD, "interrupts = <0 1 4>;", "interrupts = <0 1 4>"),
      "ex/ex.system": HIGH,
    }),
    async () => {
      const found = placesOf((await vmm("check", "ex")).err)
      assert.is(found.length, 2, found.join("\n"))
    },
  ))

test.run()
