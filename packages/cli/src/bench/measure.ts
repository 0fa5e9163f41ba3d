// SPDX-License-Identifier: BSD-2-Clause
//
// One machine, once: booted to its shell, given every row in turn between two markers, and ended. Times are the
// host's, from the arrival of one marker to that of the other. A row that the machine does not get through leaves
// the rows before it their measurements.

import { type ConsoleCommand, ConsoleError } from "./console.ts"
import { type Material, MATERIALS, type Row, type Sizes } from "./rows.ts"
import { type GuestShell, marker, withShell } from "./shell.ts"

/** What one machine gave in one round. */
export interface Sample {
  /** Seconds by row. */
  readonly seconds: ReadonlyMap<string, number>
  /** What each row printed. */
  readonly answers: ReadonlyMap<string, string>
  /** Rows whose work ended with an exit status, as the shell has it. */
  readonly statuses: ReadonlyMap<string, number>
  /** Peak resident set, MiB; undefined where the system does not tell. */
  readonly rssMib: number | undefined
  /** Why there is no more. */
  readonly failure?: ConsoleError
}

export interface Work {
  readonly rows: readonly Row[]
  readonly sizes: Sizes
  /** How long the boot, and each step after it, may take. */
  readonly timeoutMs: number
}

/** Makes what the row needs and is not there yet. */
async function prepare(shell: GuestShell, row: Row, sizes: Sizes, there: Set<Material>): Promise<void> {
  for (const material of row.needs ?? []) {
    if (there.has(material)) continue
    const said = await shell.run(`make-${material}`, MATERIALS[material](sizes))
    if (said !== "") throw shell.wrong(`cannot make the ${material} of row ${row.name}: ${said}`)
    there.add(material)
  }
}

async function timeRow(shell: GuestShell, { name, check }: Row, work: string) {
  const echo = (word: string) => `echo ${marker(name, word)}`
  const checked = check === undefined ? "" : `${check}; `
  await shell.type(
    `${echo("begin")}; ${work}; s=$?; ${echo("end")}; echo $s; ${echo("ended")}; ${checked}${echo("checked")}`,
  )
  const begin = await shell.arrival(name, "begin", `the start of row ${name}`)
  const end = await shell.arrival(name, "end", `the end of row ${name}`)
  const ended = await shell.arrival(name, "ended", `the end of row ${name}`)
  const after = await shell.arrival(name, "checked", `the check of row ${name}`)
  const answer = [end.text, after.text].filter((text) => text !== "").join(", ")
  return { seconds: (end.atMs - begin.atMs) / 1000, answer, status: Number(ended.text) }
}

async function drive(shell: GuestShell, { rows, sizes }: Work, sample: Filling): Promise<void> {
  const { seconds, answers } = sample
  const booted = await shell.booted()
  for (const { name, work } of rows) if (work === undefined) seconds.set(name, booted)
  sample.rssMib = shell.peakRssMib()
  if (rows.every(({ work }) => work === undefined)) return
  await shell.quiet()
  const there = new Set<Material>()
  for (const row of rows) {
    if (row.work === undefined) continue
    await prepare(shell, row, sizes, there)
    const timed = await timeRow(shell, row, row.work(sizes))
    seconds.set(row.name, timed.seconds)
    answers.set(row.name, timed.answer)
    if (timed.status !== 0) sample.statuses.set(row.name, timed.status)
    sample.rssMib = shell.peakRssMib()
  }
}

interface Filling {
  readonly seconds: Map<string, number>
  readonly answers: Map<string, string>
  readonly statuses: Map<string, number>
  rssMib: number | undefined
}

/** Runs the machine. Rejects with ConsoleError only when it does not start. */
export async function measure(command: ConsoleCommand, work: Work): Promise<Sample> {
  const sample: Filling = { seconds: new Map(), answers: new Map(), statuses: new Map(), rssMib: undefined }
  try {
    await withShell(command, work.timeoutMs, (shell) => drive(shell, work, sample))
    return sample
  } catch (cause) {
    if (!(cause instanceof ConsoleError) || cause.reason === "start") throw cause
    return { ...sample, failure: cause }
  }
}
