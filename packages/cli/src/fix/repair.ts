// SPDX-License-Identifier: BSD-2-Clause
//
// Findings of the check, mended one at a time: of all fixes that are offered, the one is taken after which the least
// is wrong, and the check begins anew. So a mistake at the root goes before what follows from it.

import { join } from "node:path"

import * as Effect from "effect/Effect"
import type { Diagnostic, Fix, Place } from "@vmm/diagnostic"

import { check, GATHERED } from "../verbs/check.ts"
import { captured } from "./capture.ts"
import { changesFiles, chosenFix, type Way } from "./choose.ts"
import type { Draft, Texts } from "./draft.ts"

/** What is checked. */
export interface Checked {
  /** A lone .system file of the draft, in place of the folder. */
  readonly lone?: string | undefined
  /** Options of the check that only a lone file has: --arch and its like. */
  readonly loneOptions?: readonly (readonly [string, string])[]
  /** A guest.json elsewhere. */
  readonly guest: string | undefined
}

export interface RepairOptions extends Checked {
  readonly warnings: boolean
  readonly way: Way | undefined
}

/** A fix that was applied, and what it was for. */
export interface Mended {
  readonly finding: Diagnostic
  readonly fix: Fix
}

export interface Repaired {
  readonly mended: readonly Mended[]
  /** What the check says at the end. */
  readonly left: readonly Diagnostic[]
  /** Why a fix that was offered could not be applied. */
  readonly problems: readonly string[]
}

/** No file has more mistakes than that. */
const MOST_ROUNDS = 100
/** Fixes tried in one round. */
const MOST_TRIED = 24
const ERROR_WEIGHT = 1000
/** A warning that has a fix weighs more than one that is left to be known. */
const FIXABLE_WEIGHT = 2

/** Everything that `vmm check` finds in the draft; the files are named as they are below the folder. */
export function findingsOf(
  draft: Draft,
  { guest, lone, loneOptions = [] }: Checked,
): Effect.Effect<readonly Diagnostic[]> {
  const { stdio, said } = captured()
  const options = new Map<string, string>([
    ...loneOptions,
    ["json", ""],
    [GATHERED, ""],
    ...(guest === undefined ? [] : [["guest", guest] as const]),
  ])
  return Effect.sync(() => {
    const path = lone === undefined ? draft.folder : join(draft.folder, lone)
    check({ positionals: [path], options }, stdio)
    const { diagnostics } = JSON.parse(said.out) as { readonly diagnostics: readonly Diagnostic[] }
    return diagnostics.map((one) => named(draft, one))
  })
}

/** A finding with its files as they are named below the folder. */
function named(draft: Draft, finding: Diagnostic): Diagnostic {
  const place = <P extends Place>(one: P): P => ({ ...one, file: draft.nameOf(one.file) ?? one.file })
  const told = (text: string) => draft.outside(text)
  const { message, remedy, related } = finding
  return {
    ...place(finding),
    message: told(message),
    ...(remedy === undefined ? {} : { remedy: told(remedy) }),
    ...(related === undefined ? {} : { related: related.map(place) }),
  }
}

const isWanted = ({ severity }: Diagnostic, { warnings }: RepairOptions): boolean =>
  severity === "error" || warnings

const keyOf = ({ file, code, message }: Diagnostic): string => `${file}: ${code ?? ""}: ${message}`

/** The same slip may stand twice, so that one of the two goes. */
const occurrences = (findings: readonly Diagnostic[], finding: Diagnostic): number =>
  findings.filter((one) => keyOf(one) === keyOf(finding)).length

const weightOf = ({ severity, fixes = [] }: Diagnostic): number =>
  severity === "error" ? ERROR_WEIGHT : fixes.some(changesFiles) ? FIXABLE_WEIGHT : 1

/** How bad a set of findings is. */
const weigh = (findings: readonly Diagnostic[]): number =>
  findings.reduce((sum, one) => sum + weightOf(one), 0)

interface Candidate extends Mended {
  readonly texts: Texts
}

function candidates(
  draft: Draft,
  findings: readonly Diagnostic[],
  options: RepairOptions,
  problems: Set<string>,
) {
  const found: Candidate[] = []
  for (const finding of findings) {
    const fix = isWanted(finding, options) ? chosenFix(finding.fixes, options.way) : undefined
    if (fix === undefined) continue
    const after = draft.after(fix.edits)
    if ("problem" in after) problems.add(`${finding.file}:${finding.line}: ${after.problem}`)
    else if (
      fix.executable !== undefined ||
      [...after.texts].some(([name, text]) => draft.text(name) !== text)
    ) {
      found.push({ finding, fix, texts: after.texts })
    }
  }
  return found.slice(0, MOST_TRIED)
}

function apply(draft: Draft, { texts, fix }: Candidate): void {
  draft.write(texts)
  draft.allow(fix.executable)
}

interface Tried {
  readonly candidate: Candidate
  readonly left: readonly Diagnostic[]
}

/**
 * The candidate after which the least is left; undefined when none rids the folder of its finding. An error may give
 * way to more, which it hid; what makes a warning go must leave less.
 */
function best(draft: Draft, all: readonly Candidate[], now: readonly Diagnostic[], options: RepairOptions) {
  return Effect.gen(function* () {
    const before = draft.state()
    const weight = weigh(now)
    let found: Tried | undefined
    for (const candidate of all) {
      apply(draft, candidate)
      const left = yield* findingsOf(draft, options)
      draft.restore(before)
      const stays =
        occurrences(left, candidate.finding) >= occurrences(now, candidate.finding) ||
        (candidate.finding.severity === "warning" && weigh(left) >= weight)
      if (!stays && (found === undefined || weigh(left) < weigh(found.left))) found = { candidate, left }
    }
    return found
  })
}

/** Mends what the check finds in the draft as far as it can. */
export function repair(draft: Draft, options: RepairOptions): Effect.Effect<Repaired> {
  return Effect.gen(function* () {
    const mended: Mended[] = []
    const problems = new Set<string>()
    const seen = new Set<string>()
    let left = yield* findingsOf(draft, options)
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const all = candidates(draft, left, options, problems)
      const taken = yield* best(draft, all, left, options)
      if (taken === undefined) break
      apply(draft, taken.candidate)
      const state = draft.patch()
      if (seen.has(state)) break
      seen.add(state)
      mended.push({ finding: taken.candidate.finding, fix: taken.candidate.fix })
      left = taken.left
    }
    return { mended, left, problems: [...problems] }
  })
}
