// SPDX-License-Identifier: BSD-2-Clause
//
// Paths that are not what a verb takes: one error that says what is there, and what to type.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { example, inWorkplace, vmm } from "./testing/workplace.ts"

const test = suite("cli: wrong paths")

const EXAMPLE = example([])
const FOLDER = "name a folder with a .system file and device trees"

const WRONG: ReadonlyArray<readonly [argv: string, message: string, remedy: string]> = [
  ["build nowhere", "nowhere: error: there is no such folder, or it cannot be read", FOLDER],
  ["build exx", "exx: error: there is no such folder, or it cannot be read", "did you mean ex?"],
  ["build ex/ex.system", "ex/ex.system: error: this is a file, and a folder is wanted", "write ex"],
  ["map ex/board.dts", "ex/board.dts: error: this is a file, and a folder is wanted", "write ex"],
  ["fix ex/board.dts", "ex/board.dts: error: this is a file, and a folder is wanted", "write ex"],
  ["fix ex/ex.system --learn", "ex/ex.system: error: this is a file, and a folder is wanted", "write ex"],
  [
    "fix ex/ex.sytem.system",
    "ex/ex.sytem.system: error: there is no such file",
    "name the example's folder, or a",
  ],
  [
    "fix nowhere",
    "nowhere: error: there is no such folder, or it cannot be read",
    "name the example's folder",
  ],
  ["check no.system", "no.system: error: there is no such file, or it cannot be read", "name a .system file"],
  ["check ex/ex.sytsem", "ex/ex.sytsem: error: there is no such file, or it cannot be read", "ex/ex.system?"],
  ["check ex/board.dts", "ex/board.dts: error: this is no .system file", "vmm check ex"],
  ["check ex/guest.json", "ex/guest.json: error: this is no .system file", "vmm check ex"],
  ["migrate ex", "ex: error: this is a folder, and a file is wanted", "write ex/ex.system"],
  [
    "migrate no.system",
    "no.system: error: there is no such file, or it cannot be read",
    "name a .system file",
  ],
  ["new y ex", "ex: error: this is a folder, and a file is wanted", "name the board's .dts or .dtb"],
  ["new y ex/baord.dts", "ex/baord.dts: error: there is no such file, or it cannot be read", "ex/board.dts?"],
  ["build ex --guest ex", "ex: error: this is a folder, and a file is wanted", "write ex/guest.json"],
]

for (const [argv, message, remedy] of WRONG) {
  test(`vmm ${argv}`, () =>
    inWorkplace(EXAMPLE, async () => {
      const { code, out, err } = await vmm(...argv.split(" "))
      assert.is(code, 1)
      assert.is(out, "")
      assert.match(err, message)
      assert.match(err, remedy)
      assert.is(err.split("\n").length, 3, err)
    }))
}

test("vmm run of the folder that was built names its build", () =>
  inWorkplace({ ...EXAMPLE, "build/ex/manifest.json": "{}" }, async () => {
    const built = await vmm("run", "examples/ex")
    assert.is(built.code, 1)
    assert.match(built.err, "ex is the name of a build, and examples/ex is none\n  remedy: write vmm run ex")
    const other = await vmm("run", "examples/two")
    assert.match(other.err, "there is no such build (builds here: ex)\n  remedy: make one with vmm build DIR")
  }))

test.run()
