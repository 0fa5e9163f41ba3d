// SPDX-License-Identifier: BSD-2-Clause
//
// How the cost of work grows: each machine booted once a row and given the row's steps, or mixed work for as long as
// was asked, and what that comes to.

import * as Effect from "effect/Effect"

import { consoleEffect } from "./caches.ts"
import type { ConsoleCommand, ConsoleError } from "./console.ts"
import { type GrowthRow, HOUR, type Step, STEP_ROWS } from "./growth-rows.ts"
import { MATERIALS, scaledSizes } from "./rows.ts"
import { type Arrival, type GuestShell, marker, withShell } from "./shell.ts"
import { median } from "./statistics.ts"

/** What one machine gave: figures by label in the row's unit, its answers, its peak. */
export interface GrowthSample {
  readonly figures: ReadonlyMap<string, number>
  readonly answers: string
  readonly rssMib: number | undefined
}

export interface GrowthFigure {
  readonly label: string
  readonly ours: number
  readonly qemu: number
}

export interface GrowthResult {
  readonly name: string
  readonly unit: string
  readonly figures: readonly GrowthFigure[]
  /** The last compared figure by the first. */
  readonly growth: { readonly ours: number; readonly qemu: number }
  readonly rssMib: { readonly ours: number | undefined; readonly qemu: number | undefined }
  /** Why the row is worth nothing, if so. */
  readonly wrong?: string
}

export interface GrowthWork {
  readonly scale: number
  /** Of the long run, each machine. */
  readonly minutes: number
  readonly timeoutMs: number
}

async function runStep(shell: GuestShell, row: GrowthRow, step: Step, index: number) {
  const name = `${row.name}-${index}`
  await shell.type(step.line((mark) => marker(name, String(mark))))
  const arrivals: Arrival[] = []
  for (let mark = 0; mark < step.marks; mark += 1)
    arrivals.push(await shell.arrival(name, String(mark), `marker ${mark} of ${name}`))
  const at = (mark: number) => arrivals[mark]?.atMs ?? Number.NaN
  const figures = step.figures.map(
    ({ label, from, to, units }) => [label, (((at(to) - at(from)) / 1000) * row.second) / units] as const,
  )
  return { figures, answer: arrivals.at(-1)?.text ?? "" }
}

async function runSteps(shell: GuestShell, row: GrowthRow, work: GrowthWork): Promise<GrowthSample> {
  const figures = new Map<string, number>()
  const answers: string[] = []
  for (const [index, step] of row.steps(work.scale).entries()) {
    const done = await runStep(shell, row, step, index)
    for (const [label, value] of done.figures) figures.set(label, value)
    answers.push(done.answer)
  }
  return { figures, answers: answers.join(", "), rssMib: shell.peakRssMib() }
}

/** Length of the parts that are compared: a minute, or a quarter of a shorter run. */
const partMs = (minutes: number): number => Math.min(60_000, minutes * 15_000)

async function runHour(shell: GuestShell, work: GrowthWork): Promise<GrowthSample> {
  const { minutes } = work
  const said = await shell.run("make-text", MATERIALS.text({ ...scaledSizes(1), textMib: 1 }))
  if (said !== "") throw shell.wrong(`cannot make the text: ${said}`)
  const startMs = performance.now()
  await shell.type(HOUR.line(marker(HOUR.name, "")))
  const ends = [startMs]
  for (let count = 0; (ends.at(-1) ?? 0) < startMs + minutes * 60_000; count += 1)
    ends.push((await shell.arrival(HOUR.name, String(count), `iteration ${count} of mixed work`)).atMs)
  const iterations = ends.slice(1).map((end, index) => ({ end, seconds: (end - (ends[index] ?? 0)) / 1000 }))
  const part = (keep: (end: number) => boolean) =>
    median(iterations.filter(({ end }) => keep(end)).map(({ seconds }) => seconds))
  const last = (ends.at(-1) ?? 0) - partMs(minutes)
  // A machine so slow that its first iteration takes longer than the part still has a first iteration.
  const first = Math.max(startMs + partMs(minutes), ends[1] ?? 0)
  const figures = new Map([
    [firstLabel(work), part((end) => end <= first)],
    [lastLabel(work), part((end) => end > last)],
  ])
  return { figures, answers: "", rssMib: shell.peakRssMib() }
}

const firstLabel = ({ minutes }: GrowthWork): string => `first ${partMs(minutes) / 1000} s of ${minutes} min`
const lastLabel = ({ minutes }: GrowthWork): string => `last ${partMs(minutes) / 1000} s of ${minutes} min`

/** Runs one row in one machine. */
function sample(
  command: ConsoleCommand,
  row: GrowthRow | undefined,
  work: GrowthWork,
): Effect.Effect<GrowthSample, ConsoleError> {
  return consoleEffect(() =>
    withShell(command, work.timeoutMs, async (shell) => {
      await shell.booted()
      await shell.quiet()
      return row === undefined ? await runHour(shell, work) : await runSteps(shell, row, work)
    }),
  )
}

/** Figures that are compared, the first and the last of the row. */
function comparedLabels(row: GrowthRow | undefined, work: GrowthWork): readonly string[] {
  if (row === undefined) return [firstLabel(work), lastLabel(work)]
  return row.steps(work.scale).flatMap(({ figures }) => {
    return figures.flatMap(({ label, compared }) => (compared ? [label] : []))
  })
}

function resultOf(name: string, work: GrowthWork, ours: GrowthSample, qemu: GrowthSample): GrowthResult {
  const row = STEP_ROWS.find((one) => one.name === name)
  const labels = comparedLabels(row, work)
  const growth = ({ figures }: GrowthSample) =>
    (figures.get(labels.at(-1) ?? "") ?? Number.NaN) / (figures.get(labels[0] ?? "") ?? Number.NaN)
  const differ = ours.answers !== qemu.answers
  return {
    name,
    unit: row?.unit ?? HOUR.unit,
    figures: [...ours.figures].map(([label, value]) => ({
      label,
      ours: value,
      qemu: qemu.figures.get(label) ?? Number.NaN,
    })),
    growth: { ours: growth(ours), qemu: growth(qemu) },
    rssMib: { ours: ours.rssMib, qemu: qemu.rssMib },
    ...(differ ? { wrong: `our guest answers '${ours.answers}', QEMU's answers '${qemu.answers}'` } : {}),
  }
}

/** A row that a machine did not get through. */
const failedRow = (name: string, error: ConsoleError): GrowthResult => ({
  name,
  unit: "",
  figures: [],
  growth: { ours: Number.NaN, qemu: Number.NaN },
  rssMib: { ours: undefined, qemu: undefined },
  wrong: error.message,
})

/**
 * Runs the row called `name` in both machines, one after the other; those of the long run side by side, since the host
 * changes within it. Fails when one does not start at all.
 */
export function measureGrowth(
  name: string,
  work: GrowthWork,
  ours: Effect.Effect<ConsoleCommand, ConsoleError>,
  qemu: ConsoleCommand,
): Effect.Effect<GrowthResult, ConsoleError> {
  const row = STEP_ROWS.find((one) => one.name === name)
  return Effect.gen(function* () {
    const both = [sample(yield* ours, row, work), sample(qemu, row, work)] as const
    const [own, other] = yield* Effect.all(both, { concurrency: row === undefined ? 2 : 1 })
    return resultOf(name, work, own, other)
  }).pipe(
    Effect.catchTag("ConsoleError", (error) =>
      error.reason === "start" ? Effect.fail(error) : Effect.succeed(failedRow(name, error)),
    ),
  )
}
