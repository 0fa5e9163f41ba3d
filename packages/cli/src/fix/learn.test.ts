// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm fix --learn` on guests that touch what they were not given.

import { existsSync, readFileSync, writeFileSync } from "node:fs"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { FAULTS, LOOP, says } from "../testing/guests.ts"
import { BOARD, example, inWorkplace, SYSTEM, vmm } from "../testing/workplace.ts"

const test = suite("vmm fix --learn")

/** MOVZ X1, #0x901, LSL #16; LDR W0, [X1]: reads the clock. */
const READS_CLOCK = [0xd2a12021, 0xb9400020]
const CLOCK = `	rtc@9010000 {
		compatible = "arm,pl031", "arm,primecell";
		reg = <0x0 0x9010000 0x0 0x1000>;
	};
};
`
const WITH_CLOCK = { "ex/board.dts": BOARD.replace(/\};\n$/, CLOCK) }
const KNOWN = "build/ex.learn.json"
const system = (): string => readFileSync("ex/ex.system", "utf8")

test("the device that the guest needs is given, with the reason as a comment, and nothing else", async () => {
  await inWorkplace(example([...READS_CLOCK, ...says("x")], WITH_CLOCK), async () => {
    const { code, out, err } = await vmm("fix", "ex", "--learn")
    assert.is(code, 0, err)
    assert.match(err, "rtc@9010000")
    assert.match(system(), /<!-- .*rtc@9010000.* -->\s+<memory_region .*phys_addr="0x901_0000"/)
    assert.match(system(), /<map mr="\w+" vaddr="0x901_0000"/)
    assert.not.match(system(), "vmm-step")
    assert.match(out, /^\+.*phys_addr="0x901_0000"/m)
    assert.is((await vmm("build", "ex")).code, 0)
    assert.is((await vmm("run", "ex", "--expect", "x")).code, 0)
    assert.is((await vmm("fix", "ex", "--learn")).out, "")
  })
})

test("what the check wants is learned likewise", async () => {
  const bare = SYSTEM.replace(/ *<map mr="uart".*\n/, "")
  await inWorkplace(example(says("x"), { "ex/ex.system": bare }), async () => {
    const { code, err } = await vmm("fix", "ex", "--learn")
    assert.is(code, 0, err)
    assert.match(system(), /<map mr="uart" vaddr="0x9[0_]+"/)
  })
})

test("a goal that is not reached leaves the folder as it was", async () => {
  await inWorkplace(example([...READS_CLOCK, ...says("x")], WITH_CLOCK), async () => {
    const before = [system(), readFileSync("ex/overlay.dts", "utf8")]
    const { code, err } = await vmm("fix", "ex", "--learn", "--until", "never said", "--max", "6")
    assert.is(code, 4, err)
    assert.equal([system(), readFileSync("ex/overlay.dts", "utf8")], before)
  })
})

test("a guest that reads where no device is has no way out", async () => {
  await inWorkplace(example(FAULTS), async () => {
    const { code, err } = await vmm("fix", "ex", "--learn")
    assert.is(code, 4)
    assert.match(err, "no way out is left to try; nothing was changed")
  })
})

test("what was learned is known when it begins again, and forgotten once it is in the files", async () => {
  await inWorkplace(example([...READS_CLOCK, ...says("x")], WITH_CLOCK), async () => {
    const before = system()
    const first = await vmm("fix", "ex", "--learn", "--dry-run")
    assert.equal([first.code, system()], [0, before], first.err)
    const kept = JSON.parse(readFileSync(KNOWN, "utf8")) as Record<string, { kind: string }>
    assert.equal(
      Object.values(kept)
        .map(({ kind }) => kind)
        .sort(),
      ["reached", "stopped", "stopped"],
      "the step that changed nothing is taken back, and the boot without the other is the first",
    )
    const ends = Object.keys(kept).map((key) => [key, { kind: "silent", why: "as it is written" }])
    writeFileSync(KNOWN, JSON.stringify(Object.fromEntries(ends)))
    const told = await vmm("fix", "ex", "--learn", "--dry-run")
    assert.match(told.err, "as it is written")
    writeFileSync(KNOWN, "{ no JSON")
    assert.is((await vmm("fix", "ex", "--learn")).code, 0)
    assert.is(existsSync(KNOWN), false)
  })
})

test("--max bounds the boots", async () => {
  await inWorkplace(example([...READS_CLOCK, ...LOOP], WITH_CLOCK), async () => {
    const { code, err } = await vmm("fix", "ex", "--learn", "--max", "1")
    assert.is(code, 4)
    assert.match(err, "1 boot was not enough")
  })
})

test.run()
