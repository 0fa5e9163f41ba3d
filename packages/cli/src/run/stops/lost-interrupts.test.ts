// SPDX-License-Identifier: BSD-2-Clause
//
// Whole guests whose interrupts never come, each by a mistake in the `.system` file: the report names device, line and
// remedy, and with the remedy the guest gets what it waits for.

import { existsSync, readFileSync, writeFileSync } from "node:fs"

import { applyEdits } from "@vmm/diagnostic"
import { decodeLastStop, type LastStop } from "@vmm/report"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { ECHO_BY_INTERRUPT } from "../../testing/guests.ts"
import { example, inWorkplace, type Said, SYSTEM, vmm, vmmTyped } from "../../testing/workplace.ts"

const test = suite("cli: lost interrupts")

const IRQ = '<irq irq="33" id="1" />'
/** With the virtual CPU interface, which an interrupt needs. */
const WHOLE = SYSTEM.replace(
  "  <protection_domain",
  '  <memory_region name="gicv" size="0x1000" phys_addr="0x8040000" />\n  <protection_domain',
).replace(
  "    </virtual_machine>",
  '      <map mr="gicv" vaddr="0x8010000" perms="rw" cached="false" />\n    </virtual_machine>',
)
const INPUT = "abcdefgh!"

const typed = (): Promise<Said> => vmmTyped(INPUT, "run", "ex", "--clock", "virtual", "--timeout", "300")

function lastStop(): LastStop {
  const stop = decodeLastStop(readFileSync("build/ex/last-stop.json", "utf8"))
  if (stop === undefined) throw new Error("no stop was kept")
  return stop
}

function applyFirst({ fixes }: LastStop): void {
  const edits = fixes[0]?.edits ?? []
  const applied = applyEdits(new Map([["ex.system", readFileSync("ex/ex.system", "utf8")]]), edits)
  if (applied.ok === undefined) throw new Error(applied.problem)
  for (const [file, text] of applied.ok) writeFileSync(`ex/${file}`, text)
}

/** Runs the guest with `irq` as its element: it stands still, is told why, and goes on with the remedy. */
function loses(irq: string, words: RegExp, at: RegExp, code = "lost-interrupt"): Promise<void> {
  return inWorkplace(example(ECHO_BY_INTERRUPT, { "ex/ex.system": WHOLE.replace(IRQ, irq) }), async () => {
    await vmm("build", "ex")
    const { code: exit, out, err } = await typed()
    assert.is(exit, 4, err)
    assert.is.not(out, INPUT)
    assert.match(err, words)
    assert.match(err, at)
    assert.match(err, "\nLast events\n")
    const stop = lastStop()
    assert.is(stop.code, code)
    assert.is(
      new Set(stop.fixes.map(({ id }) => id)).size,
      stop.fixes.length,
      "each way out has its own name",
    )
    applyFirst(stop)
    const mended = await typed()
    assert.equal([mended.code, mended.out], [0, INPUT], mended.err)
    assert.is(existsSync("build/ex/last-stop.json"), false)
  })
}

test("the guest that is the measure gets every character by interrupt", () =>
  inWorkplace(example(ECHO_BY_INTERRUPT, { "ex/ex.system": WHOLE }), async () => {
    await vmm("build", "ex")
    const { code, out, err } = await typed()
    assert.equal([code, out], [0, INPUT], err)
  }))

test("no <irq>: the device's line in the tree, and the element to add", () =>
  loses("", /it was given serial@9000000 and not its interrupt 33/, /\n +at ex\/board\.dts:25:/))

test("32 added twice: the element, and the number to write", () =>
  loses('<irq irq="65" id="1" />', /hands on 65, 32 too many/, /\n +at ex\/ex\.system:14:/))

test("an element of another domain: the element, and the move of it", () =>
  inWorkplace(
    example(ECHO_BY_INTERRUPT, {
      "ex/ex.system": WHOLE.replace(IRQ, "").replace(
        "</system>",
        `  <protection_domain name="tap" priority="9"><program_image path="tap.mjs" />${IRQ}</protection_domain>
</system>`,
      ),
      "ex/tap.mjs": "export default () => ({ init() {}, notified() {} })\n",
    }),
    async () => {
      await vmm("build", "ex")
      const { err } = await typed()
      assert.match(err, /no further: <irq irq="33"> hands serial@9000000's interrupt to tap, and not to vmm/)
      const stop = lastStop()
      assert.equal([stop.place?.line, stop.fixes[0]?.id], [16, "move-irq"])
      applyFirst(stop)
      assert.equal((await typed()).out, INPUT)
    },
  ))

test("by edge where the device holds a level: the element, and the trigger to write", () =>
  loses(
    '<irq irq="33" id="1" trigger="edge" />',
    /interrupt 33 of serial@9000000 is level-triggered, and <irq irq="33"> hands it on by edge/,
    /\n +at ex\/ex\.system:14:/,
    "irq-trigger",
  ))

test.run()
