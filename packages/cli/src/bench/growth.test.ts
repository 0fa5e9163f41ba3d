// SPDX-License-Identifier: BSD-2-Clause
//
// The rows of growth: their steps and units, guests on paper that take them, and what goes wrong.

import * as Effect from "effect/Effect"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { GROWTH_NAMES, STEP_ROWS } from "./growth-rows.ts"
import { measureGrowth } from "./growth.ts"
import { paperGuest, scripted } from "./testing.ts"

const test = suite("cli: growth")

const WORK = { scale: 0.001, minutes: 0.02, timeoutMs: 60_000 }

test("the code grows five hundredfold, for about the same number of instructions", () => {
  const [code] = STEP_ROWS
  const again = (code?.steps(1) ?? []).flatMap(({ figures }) => figures.filter(({ compared }) => compared))
  assert.equal(
    again.map(({ label }) => label),
    ["0.1 MiB, again", "1 MiB, again", "10 MiB, again", "50 MiB, again"],
  )
  for (const { units } of again) assert.ok(units > 39_000_000 && units < 42_000_000, `${units}`)
})

test("a line prints every marker that its figures need", () => {
  for (const row of STEP_ROWS) {
    for (const step of row.steps(1)) {
      const line = step.line((mark) => `<${mark}>`)
      for (let mark = 0; mark < step.marks; mark += 1) assert.match(line, `<${mark}>`)
      assert.ok(step.figures.every(({ from, to }) => from < to && to < step.marks))
    }
  }
})

const grow = (name: string, ours = paperGuest("ours"), work = WORK) =>
  Effect.runPromise(measureGrowth(name, work, Effect.succeed(ours), paperGuest("QEMU")))

for (const [name, labels] of [
  ["growth-procs", ["2 processes", "20 processes", "200 processes"]],
  ["growth-hour", ["first 0.3 s of 0.02 min", "last 0.3 s of 0.02 min"]],
] as const) {
  test(`${name} has figures of both machines and how they grew`, async () => {
    const { figures, growth, wrong } = await grow(name)
    assert.equal(
      figures.map(({ label }) => label),
      labels,
    )
    assert.ok(figures.every(({ ours, qemu }) => ours > 0 && qemu > 0))
    assert.is(growth.ours, (figures.at(-1)?.ours ?? 0) / (figures[0]?.ours ?? 0))
    assert.is(wrong, undefined)
  })
}

test("the code's first time and its further times are told apart", async () => {
  const { figures, growth } = await grow("growth-code")
  assert.is(figures.length, 8)
  assert.ok(figures.every(({ ours, qemu }) => ours > 0 && qemu > 0))
  assert.is(growth.qemu, (figures[7]?.qemu ?? 0) / (figures[1]?.qemu ?? 0))
})

test("guests that answer differently are told", async () => {
  const { wrong } = await grow("growth-procs", paperGuest("ours", "41"))
  assert.is(wrong, "our guest answers '41, 41, 41', QEMU's answers '42, 42, 42'")
})

test("a machine that does not get through is told, and one that does not start ends all", async () => {
  const quiet = scripted("ours", "setInterval(() => 0, 1000)")
  const { wrong, figures } = await grow("growth-hour", quiet, { ...WORK, timeoutMs: 1000 })
  assert.equal(figures, [])
  assert.match(wrong ?? "", "ours did not reach the first line of /init within 1 s")
  const missing = Effect.succeed({ name: "ours", file: "/nowhere", args: [] })
  const run = measureGrowth("growth-hour", WORK, missing, paperGuest("QEMU"))
  assert.match((await Effect.runPromise(Effect.flip(run))).message, "ours does not start")
})

test("the names are those of the options", () => {
  assert.equal(GROWTH_NAMES, ["growth-code", "growth-procs", "growth-hour"])
})

test.run()
