// SPDX-License-Identifier: BSD-2-Clause
//
// Both machines in turn, round after round, and what that comes to. A row whose guests answer differently, or that
// a machine does not get through, has failed and says why; the others go on.

import * as Effect from "effect/Effect"

import { consoleEffect } from "./caches.ts"
import type { ConsoleCommand, ConsoleError } from "./console.ts"
import { measure, type Sample, type Work } from "./measure.ts"
import type { Row } from "./rows.ts"
import { geometricMean, type Summary, summarize } from "./statistics.ts"

/** Two machines started alike, and the rows that they are given. */
export interface Pairing {
  readonly name: string
  readonly work: Work
  /** Made ready for round `round`, 0 .., right before it starts. */
  readonly ours: (round: number) => Effect.Effect<ConsoleCommand, ConsoleError>
  readonly qemu: ConsoleCommand
}

export interface Contest {
  readonly pairings: readonly Pairing[]
  readonly rounds: number
  /** One line of progress. */
  readonly log: (line: string) => void
}

export interface RowResult {
  readonly row: Row
  /** What the rounds came to, or why there is nothing. */
  readonly outcome:
    | { readonly kind: "measured"; readonly summary: Summary }
    | { readonly kind: "failed"; readonly why: string; readonly answers: boolean }
}

/** Greatest peaks of a pairing's rounds, MiB; undefined where the system does not tell. */
export interface Memory {
  readonly start: string
  readonly ours: number | undefined
  readonly qemu: number | undefined
}

export interface Result {
  readonly rounds: number
  readonly rows: readonly RowResult[]
  /** Of the ratios of the compute rows that were measured. */
  readonly mean: number | undefined
  readonly memory: readonly Memory[]
}

interface Round {
  readonly ours: Sample
  readonly qemu: Sample
}

function progress(name: string, { rows }: Work, sample: Sample): string {
  const times = rows.flatMap((row) => {
    const seconds = sample.seconds.get(row.name)
    return seconds === undefined ? [] : [`${row.name} ${seconds.toFixed(2)} s`]
  })
  const wrong = sample.failure === undefined ? [] : [sample.failure.text]
  return `${name}: ${[...times, ...wrong].join(", ")}`
}

/** Why the row of this round is worth nothing, if so. */
function mistake(
  { name }: Row,
  { ours, qemu }: Round,
): (RowResult["outcome"] & { kind: "failed" }) | undefined {
  const [own, other] = [ours.seconds.get(name), qemu.seconds.get(name)]
  if (own === undefined || other === undefined) {
    const failure = own === undefined ? ours.failure : qemu.failure
    return { kind: "failed", why: failure?.message ?? "it did not run", answers: false }
  }
  const [answer, expected] = [ours.answers.get(name), qemu.answers.get(name)]
  if (answer !== expected) {
    return {
      kind: "failed",
      why: `our guest answers '${answer}', QEMU's answers '${expected}'`,
      answers: true,
    }
  }
  const status = ours.statuses.get(name) ?? qemu.statuses.get(name)
  if (status !== undefined) {
    return { kind: "failed", why: `its work fails with status ${status}: '${expected}'`, answers: true }
  }
  if (Math.min(own, other) > 0) return undefined
  return { kind: "failed", why: "it took no time that can be measured; give it more work", answers: true }
}

function rowResult(row: Row, rounds: readonly Round[]): RowResult {
  const wrong = rounds.map((round) => mistake(row, round)).find((found) => found !== undefined)
  if (wrong !== undefined) return { row, outcome: wrong }
  const pairs = rounds.map(({ ours, qemu }) => ({
    ours: ours.seconds.get(row.name) ?? Number.NaN,
    qemu: qemu.seconds.get(row.name) ?? Number.NaN,
  }))
  return { row, outcome: { kind: "measured", summary: summarize(pairs) } }
}

function runRound(pairing: Pairing, { rounds, log }: Contest, index: number) {
  const { work } = pairing
  return Effect.gen(function* () {
    const one = (command: ConsoleCommand) =>
      consoleEffect(() => measure(command, work)).pipe(
        Effect.tap((sample) =>
          log(`round ${index + 1} of ${rounds}, ${pairing.name}, ${progress(command.name, work, sample)}`),
        ),
      )
    const round: Round = { ours: yield* one(yield* pairing.ours(index)), qemu: yield* one(pairing.qemu) }
    return round
  })
}

const failed = ({ ours, qemu }: Round): boolean => ours.failure !== undefined || qemu.failure !== undefined

function peak(samples: readonly Sample[]): number | undefined {
  const known = samples.flatMap(({ rssMib }) => (rssMib === undefined ? [] : [rssMib]))
  return known.length === 0 ? undefined : Math.max(...known)
}

/** Runs the contest. Fails with ConsoleError when a machine does not start at all. */
export function compare(contest: Contest): Effect.Effect<Result, ConsoleError> {
  const { pairings, rounds } = contest
  return Effect.gen(function* () {
    const played = new Map<Pairing, Round[]>(pairings.map((pairing) => [pairing, []]))
    for (let index = 0; index < rounds; index += 1) {
      for (const [pairing, before] of played) {
        if (!before.some(failed)) before.push(yield* runRound(pairing, contest, index))
      }
    }
    const rows = [...played].flatMap(([{ work }, all]) => work.rows.map((row) => rowResult(row, all)))
    const ratios = rows.flatMap(({ row, outcome }) =>
      row.compute && outcome.kind === "measured" ? [outcome.summary.ratio] : [],
    )
    const memory = [...played].map(([{ name }, all]) => ({
      start: name,
      ours: peak(all.map(({ ours }) => ours)),
      qemu: peak(all.map(({ qemu }) => qemu)),
    }))
    return { rounds, rows, mean: geometricMean(ratios), memory }
  })
}
