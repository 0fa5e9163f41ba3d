// SPDX-License-Identifier: BSD-2-Clause
//
// The forms of a report: what they name, what they say of bars that were missed, of failures and unknown memory.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { failures, type Report, reportJson, reportMarkdown, reportText } from "./output.ts"
import { ROWS } from "./rows.ts"

const test = suite("cli: bench's report")

const [boot, , , shell, sha256] = ROWS
if (boot === undefined || shell === undefined || sha256 === undefined) throw new Error("rows are missing")

const REPORT: Report = {
  host: {
    machine: "2 x Abacus",
    date: "2026-01-02",
    versions: "vmm 1, Node 20",
    command: "pnpm vmm bench --x",
  },
  scale: 1,
  result: {
    rounds: 3,
    rows: [
      {
        row: boot,
        outcome: {
          kind: "measured",
          summary: { ours: 12.34567, qemu: 2, ratio: 6.172835, spread: [6, 6.5] },
        },
      },
      {
        row: shell,
        outcome: { kind: "measured", summary: { ours: 1, qemu: 2, ratio: 0.5, spread: [0.5, 0.5] } },
      },
      { row: sha256, outcome: { kind: "failed", why: "no\nconsole", answers: false } },
    ],
    mean: 0.5,
    memory: [
      { start: "boot", ours: 512.26, qemu: 181.33 },
      { start: "work", ours: undefined, qemu: 1 },
    ],
  },
  growth: [
    {
      name: "growth-procs",
      unit: "us a switch",
      figures: [{ label: "2 processes", ours: 12.3456, qemu: 24 }],
      growth: { ours: 1.5, qemu: 2 },
      rssMib: { ours: 200, qemu: 190 },
    },
  ],
}

test("the JSON form names rows, bars, ratios, memory and the machine", () => {
  assert.equal(JSON.parse(reportJson(REPORT)), {
    rows: [
      { row: "boot", reach: 1.5, ours_s: 12.346, qemu_s: 2, ratio: 6.173, spread: [6, 6.5] },
      { row: "shell", reach: 0.8, ours_s: 1, qemu_s: 2, ratio: 0.5, spread: [0.5, 0.5] },
      { row: "sha256", reach: 0.8, failed: "no\nconsole" },
    ],
    geometric_mean: 0.5,
    rss_mib: { boot: { ours: 512.3, qemu: 181.3 }, work: { ours: null, qemu: 1 } },
    growth: [
      {
        row: "growth-procs",
        unit: "us a switch",
        figures: [{ label: "2 processes", ours: 12.3456, qemu: 24 }],
        growth: { ours: 1.5, qemu: 2 },
        rss_mib: { ours: 200, qemu: 190 },
      },
    ],
    rounds: 3,
    scale: 1,
    ...REPORT.host,
  })
})

const cells = (line: string | undefined) => line?.trim().split(/ {2,}/)

test("the table has a line for each row, the mean and each start's memory", () => {
  const lines = reportText(REPORT).split("\n")
  assert.equal(cells(lines[0]), ["row", "reach", "ours s", "QEMU s", "ratio", "spread"])
  assert.equal(cells(lines[1]), ["boot", "<= 1.5", "12.3", "2.000", "6.17", "6.00 .. 6.50", "missed"])
  assert.equal(cells(lines[2]), ["shell", "<= 0.8", "1.000", "2.000", "0.50", "0.50 .. 0.50"])
  assert.equal(cells(lines[3]), ["sha256", "<= 0.8", "failed"])
  assert.equal(cells(lines[4]), ["mean", "<= 0.8", "0.50"])
  assert.is(lines[5], "peak RSS, boot: ours 512 MiB, QEMU 181 MiB, difference +331 MiB (missed)")
  assert.is(lines[6], "peak RSS, work: not known on this system")
  assert.is(lines[7], "medians of 3 rounds; ratio: our time / QEMU's")
  assert.equal(cells(lines[9]), ["growth-procs", "2 processes", "us a switch", "12.3", "24.0", "0.51"])
  assert.equal(cells(lines[10]), ["growth-procs", "last / first", "1.50", "2.00"])
})

test("rows alone have no table of growth, and growth alone none of rows", () => {
  assert.not.match(reportText({ ...REPORT, growth: [] }), "last / first")
  const growth = reportText({ ...REPORT, result: { rounds: 1, rows: [], mean: undefined, memory: [] } })
  assert.match(growth, /^row +unit/)
})

test("Markdown has tables, the machine, the day, the versions and the command", () => {
  const text = reportMarkdown({ ...REPORT, scale: 0.5 })
  assert.match(
    text,
    "Measured on 2026-01-02 with `pnpm vmm bench --x`.\nMachine: 2 x Abacus.\nvmm 1, Node 20.",
  )
  assert.match(text, "| row | work | reach |")
  assert.match(
    text,
    "| boot | process start to the first line of /init, stock Debian kernel | <= 1.5 | 12.3 |",
  )
  assert.match(text, "| mean | geometric mean of the compute rows | <= 0.8 |  |  | 0.50 |  |  |")
  assert.match(text, "At 0.5 of the work.")
  assert.match(text, "| growth-procs | 2 processes | us a switch | 12.3 | 24.0 | 0.51 |")
  assert.match(text, "Failed:\n\n- row sha256: no\n")
  for (const line of text.split("\n").filter((one) => one.startsWith("|")))
    assert.ok([6, 8].includes(line.split("|").length - 2), line)
})

test("failures are told with all that is known", () => {
  const wrong = { ...REPORT, growth: REPORT.growth.map((one) => ({ ...one, wrong: "it said nothing" })) }
  assert.equal(failures(wrong), ["row sha256: no\nconsole", "row growth-procs: it said nothing"])
  assert.equal(failures({ ...REPORT, result: { ...REPORT.result, rows: [] } }), [])
})

test.run()
