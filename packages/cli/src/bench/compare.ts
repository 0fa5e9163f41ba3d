// SPDX-License-Identifier: BSD-2-Clause
//
// Both machines in turn, round after round, and what that comes to.

import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

import { type ConsoleCommand, ConsoleError } from "./console.ts"
import { measure, type Sample, type Work } from "./measure.ts"
import { type Summary, summarize } from "./statistics.ts"

/** The measurements mean nothing. */
export class BenchError extends Data.TaggedError("BenchError")<{ readonly text: string }> {
  override get message(): string {
    return this.text
  }
}

export interface Contest {
  readonly ours: ConsoleCommand
  readonly qemu: ConsoleCommand
  readonly work: Work
  readonly rounds: number
  /** One line of progress. */
  readonly log: (line: string) => void
}

export interface Result {
  readonly rounds: number
  readonly rows: ReadonlyArray<Summary & { readonly row: string }>
  /** Greatest peak of all rounds, MiB; undefined where the system does not tell. */
  readonly rssMib: { readonly ours: number | undefined; readonly qemu: number | undefined }
}

interface Round {
  readonly ours: Sample
  readonly qemu: Sample
}

function progress(name: string, { rows }: Work, sample: Sample): string {
  const times = rows.map((row) => `${row.name} ${sample.seconds.get(row.name)?.toFixed(2)} s`).join(", ")
  return `${name}: ${times}`
}

function measureOnce(command: ConsoleCommand, work: Work): Effect.Effect<Sample, ConsoleError> {
  return Effect.tryPromise({ try: () => measure(command, work), catch: (cause) => cause }).pipe(
    Effect.catchAll((cause) => (cause instanceof ConsoleError ? Effect.fail(cause) : Effect.die(cause))),
  )
}

/** What makes a round worthless, if anything. */
function mistake({ rows }: Work, { ours, qemu }: Round): string | undefined {
  for (const { name } of rows) {
    const [own, other] = [ours.answers.get(name), qemu.answers.get(name)]
    if (own !== other) return `row ${name}: our guest answers '${own}', QEMU's answers '${other}'`
    const least = Math.min(ours.seconds.get(name) ?? 0, qemu.seconds.get(name) ?? 0)
    if (least <= 0) return `row ${name} took no time that can be measured; give it more work`
  }
  return undefined
}

function runRound({ ours, qemu, work, rounds, log }: Contest, index: number) {
  return Effect.gen(function* () {
    const one = (command: ConsoleCommand) =>
      measureOnce(command, work).pipe(
        Effect.tap((sample) => {
          log(`round ${index + 1} of ${rounds}, ${progress(command.name, work, sample)}`)
        }),
      )
    const round: Round = { ours: yield* one(ours), qemu: yield* one(qemu) }
    const wrong = mistake(work, round)
    return wrong === undefined ? round : yield* new BenchError({ text: wrong })
  })
}

function peak(samples: readonly Sample[]): number | undefined {
  const known = samples.flatMap(({ rssMib }) => (rssMib === undefined ? [] : [rssMib]))
  return known.length === 0 ? undefined : Math.max(...known)
}

/** Runs the contest. Fails with ConsoleError, or BenchError when answers differ or a row is too short. */
export function compare(contest: Contest): Effect.Effect<Result, ConsoleError | BenchError> {
  const { work, rounds } = contest
  return Effect.forEach(Array.from({ length: rounds }).keys(), (index) => runRound(contest, index)).pipe(
    Effect.map((all) => ({
      rounds,
      rows: work.rows.map(({ name }) => ({
        row: name,
        ...summarize(
          all.map(({ ours, qemu }) => ({
            ours: ours.seconds.get(name) ?? Number.NaN,
            qemu: qemu.seconds.get(name) ?? Number.NaN,
          })),
        ),
      })),
      rssMib: { ours: peak(all.map(({ ours }) => ours)), qemu: peak(all.map(({ qemu }) => qemu)) },
    })),
  )
}
