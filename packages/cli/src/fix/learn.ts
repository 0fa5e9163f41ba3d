// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm fix --learn`: what a guest must be given, found by trying. The draft boots until it stops; one way out of the
// stop is taken, and it boots again. Where no way out is left, the last choice that had another is made differently.
// When the goal is reached, everything that it is reached without is taken out again, the last step first.

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

import type { Fix } from "@vmm/diagnostic"
import * as Effect from "effect/Effect"

import type { BadInput } from "../bad-input.ts"
import { EXIT_BAD_INPUT, EXIT_OK, EXIT_TIMEOUT } from "../exit-code.ts"
import { endOnSignals } from "../run/signals.ts"
import { chosenFix, type Way, wayOf } from "./choose.ts"
import type { Draft, State } from "./draft.ts"
import { knownFile, KnownTrials } from "./known-trials.ts"
import { marked, stepsIn, withoutStep, withReason } from "./marks.ts"
import { findingsOf } from "./repair.ts"
import { trial, type Trial } from "./trial.ts"

export interface LearnRequest {
  readonly guest: string | undefined
  readonly way: Way | undefined
  readonly until: RegExp | undefined
  /** Boots; undefined is the default. */
  readonly most: number | undefined
  readonly log: (line: string) => void
}

const MOST_BOOTS = 100
/** Seconds of the guest's time of one boot: some times more than a guest takes to its first process. */
const BOOT_SECONDS = 60

/** A choice that was made. */
interface Step {
  readonly number: number
  /** What the guest did. */
  readonly reason: string
  readonly fix: Fix
  /** The draft before it, and the ways out that were not taken. */
  readonly before: State
  readonly others: readonly Fix[]
  /** Another way was tried before. */
  readonly instead: boolean
}

/** What one session of learning holds. */
class Lessons {
  readonly draft: Draft
  readonly request: LearnRequest
  readonly folder: string
  readonly known: KnownTrials
  steps: Step[] = []
  boots = 0
  /** The exit code of a signal that came. */
  signalled: number | undefined
  private numbers = 0

  constructor(draft: Draft, request: LearnRequest, folder: string) {
    this.known = new KnownTrials(knownFile(draft.folder))
    this.draft = draft
    this.request = request
    this.folder = folder
  }

  get spent(): boolean {
    return this.boots >= (this.request.most ?? MOST_BOOTS)
  }

  /** One boot of the draft as it is. */
  boot(): Effect.Effect<Trial, BadInput> {
    this.boots++
    const { guest, until } = this.request
    return trial(this.draft, this.folder, {
      guest: guest === undefined ? undefined : resolve(guest),
      until,
      seconds: BOOT_SECONDS,
      known: this.known,
    })
  }

  /** Takes the first of the ways that changes something. */
  take(reason: string, ways: readonly Fix[], instead = false): Step | undefined {
    const before = this.draft.state()
    for (const [index, fix] of ways.entries()) {
      const number = this.numbers + 1
      const after = this.draft.after(fix.edits.map((edit) => marked(edit, number)))
      if ("problem" in after) continue
      this.numbers = number
      this.draft.write(after.texts)
      const step = { number, reason, fix, before, others: ways.slice(index + 1), instead }
      this.steps.push(step)
      return step
    }
    return undefined
  }

  /** The guest does what the last step was to end, and there is another way to end it. */
  isUseless(words: string): boolean {
    const last = this.steps.at(-1)
    return last?.reason === words && last.others.some(({ edits }) => edits.length > 0)
  }

  /** Goes back to the last choice that had another way, and takes that. */
  turnBack(): Step | undefined {
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      this.draft.restore(step.before)
      const taken = this.take(step.reason, step.others, true)
      if (taken !== undefined) return taken
    }
    return undefined
  }

  /** Writes what `change` makes of each changed file; false when that is nothing new. */
  rewrite(change: (file: string, text: string) => string): boolean {
    const old = this.draft.changed().map((name) => [name, this.draft.text(name) ?? ""] as const)
    const fresh = old.map(([name, text]) => [name, change(name, text)] as const)
    this.draft.write(new Map(fresh))
    return fresh.some(([, text], index) => text !== old[index]?.[1])
  }
}

/** The ways to try, the wanted one first; one that needs another kernel only when it is asked for. */
function waysOf(fixes: readonly Fix[], way: Way | undefined): readonly Fix[] {
  const ready = fixes.filter((fix) => fix.edits.length > 0 && (wayOf(fix) !== "driver" || way === "driver"))
  const first = chosenFix(ready, way)
  return first === undefined ? ready : [first, ...ready.filter((fix) => fix !== first)]
}

/** How often one step is taken for what the check finds before a boot. */
const MOST_MENDED = 50

/** What the check finds wrong is mended first, a step for each finding; gives what is left. */
function mend(lessons: Lessons): Effect.Effect<readonly string[]> {
  const { draft, request } = lessons
  return Effect.gen(function* () {
    const seen = new Set<string>()
    for (let round = 0; round < MOST_MENDED; round++) {
      const errors = (yield* findingsOf(draft, request)).filter(({ severity }) => severity === "error")
      const fresh = errors.filter(({ message }) => !seen.has(message))
      let step: Step | undefined
      for (const { message, fixes } of fresh) {
        seen.add(message)
        step = lessons.take(message, waysOf(fixes ?? [], request.way))
        if (step !== undefined) break
      }
      if (step === undefined) return errors.map(({ file, line, message }) => `${file}:${line}: ${message}`)
      request.log(`check:   ${step.reason}\n         ${step.number}. ${step.fix.title}`)
    }
    return []
  })
}

const plural = (boots: number): string => (boots === 1 ? "1 boot was" : `${boots} boots were`)
const orderly = (boots: number): string => `boot ${String(boots).padStart(2)}`

/** What a trial that did not get there was, in words. */
const wordsOf = (result: Exclude<Trial, { kind: "reached" | "signal" }>): string =>
  result.kind === "stopped" ? result.stop.summary : result.why

/** Boots and decides until the goal is reached; the exit code otherwise. */
function explore(lessons: Lessons): Effect.Effect<number, BadInput> {
  const { log, way } = lessons.request
  return Effect.gen(function* () {
    while (!lessons.spent && lessons.signalled === undefined) {
      const wrong = yield* mend(lessons)
      const result: Trial =
        wrong[0] === undefined ? yield* lessons.boot() : { kind: "refused", why: wrong[0] }
      const boot = orderly(lessons.boots)
      if (result.kind === "reached") {
        log(`${boot}: the goal is reached with ${lessons.steps.length} steps`)
        return EXIT_OK
      }
      if (result.kind === "signal") return result.code
      const words = wordsOf(result)
      const ways = result.kind === "stopped" ? waysOf(result.stop.fixes, way) : []
      const taken =
        (lessons.isUseless(words) ? lessons.turnBack() : undefined) ??
        lessons.take(words, ways) ??
        lessons.turnBack()
      log(`${boot}: ${words}`)
      if (taken === undefined) {
        log("no way out is left to try; nothing was changed")
        return result.kind === "refused" ? EXIT_BAD_INPUT : EXIT_TIMEOUT
      }
      const again = taken.instead ? " instead" : ""
      log(`         ${taken.number}. ${taken.fix.title}${again}`)
    }
    if (lessons.signalled === undefined)
      log(`${plural(lessons.boots)} not enough (--max); nothing was changed`)
    return lessons.signalled ?? EXIT_TIMEOUT
  })
}

/** Takes out what the goal is reached without. */
function minimise(lessons: Lessons): Effect.Effect<number, BadInput> {
  const { draft, request } = lessons
  return Effect.gen(function* () {
    for (const step of lessons.steps.toReversed()) {
      if (lessons.spent || lessons.signalled !== undefined) break
      const before = draft.state()
      if (!lessons.rewrite((file, text) => withoutStep(file, text, step.number))) continue
      const result = yield* lessons.boot()
      if (result.kind === "signal") return result.code
      const dropped = result.kind === "reached"
      if (dropped) lessons.steps = lessons.steps.filter((one) => one !== step)
      else draft.restore(before)
      request.log(
        `${orderly(lessons.boots)}: without ${step.number}. ${dropped ? "too: dropped" : "not: kept"}`,
      )
    }
    return lessons.signalled ?? EXIT_OK
  })
}

/** Reasons take the place of marks; a file of which nothing is left goes. */
function finish(lessons: Lessons): void {
  const { draft, steps } = lessons
  lessons.rewrite((file, text) =>
    stepsIn(file, text).reduce((so, number) => {
      const step = steps.find((one) => one.number === number)
      return withReason(file, so, number, step?.reason ?? "needed")
    }, text),
  )
  draft.write(
    new Map(
      draft
        .changed()
        .filter((name) => (draft.text(name) ?? "").trim() === "")
        .map((name) => [name, undefined]),
    ),
  )
}

/** Learns in the draft. On exit code 0 the draft is the smallest set found; else it is of no use. */
export function learn(draft: Draft, request: LearnRequest): Effect.Effect<number, BadInput> {
  return Effect.scoped(
    Effect.gen(function* () {
      const folder = yield* Effect.acquireRelease(
        Effect.sync(() => mkdtempSync(join(tmpdir(), "vmm-learn-"))),
        (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true })),
      )
      const lessons = new Lessons(draft, request, folder)
      yield* endOnSignals((outcome) => {
        if (outcome.kind === "signal") lessons.signalled = 128 + outcome.number
      })
      const explored = yield* explore(lessons)
      if (explored !== EXIT_OK) return explored
      const minimised = yield* minimise(lessons)
      if (minimised !== EXIT_OK) return minimised
      finish(lessons)
      const { steps } = lessons
      request.log(
        steps.length === 0 ? "nothing has to be given" : `what the goal needs (${lessons.boots} boots):`,
      )
      for (const { number, fix, reason } of steps) request.log(`  ${number}. ${fix.title}: ${reason}`)
      return EXIT_OK
    }),
  )
}
