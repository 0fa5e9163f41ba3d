// SPDX-License-Identifier: BSD-2-Clause
//
// Cells of the root that its nodes are not written with.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { compileDts } from "@vmm/devicetree"
import { applyEdits } from "@vmm/diagnostic"

import { agreementFor, BOARD } from "../../testing.ts"
import { rootCells } from "./root-cells.ts"

const test = suite("cells of the root")

function look(text: string) {
  const { sources } = agreementFor()
  const board = { ...sources.board, text }
  const hardware = compileDts([board])
  if (hardware._tag === "Left") throw new Error("the board does not compile")
  return rootCells(hardware.right, { ...sources, board })
}

const TWO = "#address-cells = <2>;\n\t#size-cells = <2>;"

test("a board that agrees with itself: nothing", () => {
  assert.is(look(BOARD), undefined)
})

for (const [name, cells, column] of [
  ["one cell for each", "#address-cells = <1>;\n\t#size-cells = <1>;", "#address-cells"],
  ["one for the size", "#address-cells = <2>;\n\t#size-cells = <1>;", "#size-cells"],
  ["none is written", "", "/"],
] as const) {
  test(`${name}: told at the root, and the fix writes what the nodes have`, () => {
    const text = BOARD.replace(TWO, cells)
    const found = look(text)
    assert.is(found?.code, "root-cells")
    assert.ok(text.split("\n")[(found?.line ?? 0) - 1]?.includes(column))
    const applied = applyEdits(new Map([["board.dts", text]]), found?.fixes?.[0]?.edits ?? [])
    assert.is(look(applied.ok?.get("board.dts") ?? ""), undefined)
  })
}

test.run()
