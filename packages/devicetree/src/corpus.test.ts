// SPDX-License-Identifier: BSD-2-Clause
//
// The corpus's boards against dtc, byte for byte, bases alone and with their overlays; skipped where the
// corpus or dtc is missing.

import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { compileDts, printDts, readDtb, type Source, writeDtb } from "./index.ts"
import { dtc, HAVE_DTC, rightOf } from "./oracle-fixture.ts"

const BOARDS = resolve(import.meta.dirname, "../../../../shared/corpus/boards")
const TREES = [
  ["qemu_virt_aarch64/linux.dts", "qemu_virt_aarch64/overlay.dts"],
  ["maaxboard/linux.dts", "maaxboard/overlay.dts"],
  ["maaxboard-seed/maaxboard.dts", "maaxboard-seed/maaxboard-overlay.dts"],
] as const

function read(name: string): Source | undefined {
  try {
    return { file: name, text: readFileSync(resolve(BOARDS, name), "utf8") }
  } catch {
    return undefined
  }
}

const corpus = suite("corpus")

for (const [base, overlay] of TREES) {
  for (const names of [[base], [base, overlay]]) {
    const sources = names.map(read).filter((source) => source !== undefined)
    const what = names.join(" + ")
    if (sources.length !== names.length || !HAVE_DTC) {
      process.stdout.write(`skipped: ${what}: the corpus or dtc is missing\n`)
      corpus.skip(what, () => {})
      continue
    }
    corpus(`${what} compiles to dtc's bytes`, () => {
      const tree = rightOf(compileDts(sources))
      const expected = dtc(sources.map(({ text }) => text).join(""))
      assert.ok(expected !== undefined)
      assert.equal(Buffer.from(writeDtb(tree)).toString("hex"), expected.toString("hex"))
    })
    corpus(`${what} survives the blob and the printer`, () => {
      const blob = writeDtb(rightOf(compileDts(sources)))
      assert.equal(writeDtb(rightOf(readDtb(blob))), blob)
      const printed = printDts(rightOf(compileDts(sources)))
      assert.equal(writeDtb(rightOf(compileDts([{ file: "printed", text: printed }]))), blob)
    })
  }
}

corpus.run()
