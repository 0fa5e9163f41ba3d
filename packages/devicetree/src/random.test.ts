// SPDX-License-Identifier: BSD-2-Clause
//
// Random sources against dtc: the same sources are refused, the same bytes come out. VMM_SEED repeats a run,
// VMM_COUNT sets its length.

import { isRight } from "fp-ts/lib/Either.js"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { printDts, readDtb, writeDtb } from "./index.ts"
import { compileTexts, dtc, HAVE_DTC, rightOf, treeOf } from "./oracle-fixture.ts"
import { randomFrom, randomSource } from "./random-source.ts"

const SEED = Number(process.env["VMM_SEED"] ?? 1)
const COUNT = Number(process.env["VMM_COUNT"] ?? 150)

const random = suite("random")
if (!HAVE_DTC) process.stdout.write("skipped: dtc (Debian: device-tree-compiler) is not installed\n")
const test = HAVE_DTC ? random : random.skip

test(`${COUNT} random sources compile as dtc compiles them (VMM_SEED=${SEED})`, () => {
  let good = 0
  for (let i = 0; i < COUNT; i++) {
    const text = randomSource(randomFrom(SEED + i))
    const theirs = dtc(text)
    const ours = compileTexts(text)
    const where = `seed ${SEED + i}\n${text}`
    if (isRight(ours) !== (theirs !== undefined)) assert.unreachable(`only one compiler refuses ${where}`)
    if (theirs === undefined) continue
    good += 1
    const tree = rightOf(ours)
    const blob = writeDtb(tree)
    assert.ok(theirs.equals(blob), `different blobs from ${where}`)
    assert.ok(
      theirs.equals(writeDtb(rightOf(readDtb(theirs)))),
      `the blob does not survive reading: ${where}`,
    )
    const printed = { ...treeOf(printDts(tree)), bootCpu: tree.bootCpu }
    assert.ok(theirs.equals(writeDtb(printed)), `printed source differs: ${where}`)
  }
  assert.ok(good > COUNT / 4, `only ${good} of ${COUNT} sources compile (seed ${SEED})`)
})

random.run()
