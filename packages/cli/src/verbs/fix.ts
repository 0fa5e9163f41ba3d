// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm fix`: mends a folder by the fixes of the check's findings; when the check has none, by those of the last run. A
// lone .system file, which nothing runs, is mended by the check alone.

import { accessSync, constants } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"

import { type Diagnostic, isError, type Place } from "@vmm/diagnostic"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

import { badInput, type BadInput, fileError } from "../bad-input.ts"
import { LONE_OPTIONS } from "../command/check-verb.ts"
import type { Action, Arguments } from "../command/verb.ts"
import { countText, renderAll } from "../diagnostic.ts"
import { EXIT_BAD_INPUT, EXIT_OK } from "../exit-code.ts"
import { chosenFix, type Way, wayOf } from "../fix/choose.ts"
import { Draft } from "../fix/draft.ts"
import { knownFile, KnownTrials } from "../fix/known-trials.ts"
import { lastStop, type LastStop } from "../fix/last-stop.ts"
import { learn } from "../fix/learn.ts"
import { findingsOf, type Mended, repair, type Repaired, type RepairOptions } from "../fix/repair.ts"
import type { Stdio } from "../stdio.ts"
import { isFile, isFolder, noFile, noFolder } from "../wrong-path.ts"

interface Request extends RepairOptions {
  /** As it was named on the command line. */
  readonly path: string
  readonly folder: string
  readonly dryRun: boolean
}

function readRequest({ positionals, options }: Arguments): Request {
  const [path = ""] = positionals
  const lone = path.endsWith(".system") && isFile(path)
  return {
    path,
    ...(lone ? { folder: dirname(path), lone: basename(path) } : { folder: path }),
    loneOptions: [...options].filter(([name]) => LONE_OPTIONS.some((one) => one.name === name)),
    guest: options.get("guest"),
    warnings: options.has("warnings"),
    way: options.get("choose") as Way | undefined,
    dryRun: options.has("dry-run"),
  }
}

const openDraft = ({ path, folder, lone }: Request): Effect.Effect<Draft, BadInput, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.suspend(() => {
      const named = "name the example's folder, or a .system file"
      const isNone = path.endsWith(".system") && !isFolder(path) && !isFile(path)
      const wrong = () => badInput([isNone ? noFile(path, named, /\.system$/) : noFolder(path, named)])
      if (isFile(folder)) return Effect.fail(wrong())
      const open = () => {
        accessSync(folder, constants.R_OK | constants.X_OK)
        return new Draft(folder, lone)
      }
      return Effect.try({ try: open, catch: wrong })
    }),
    (draft) => Effect.sync(() => draft.close()),
  )

const counted = (many: number, what: string): string => `${many} ${what}${many === 1 ? "" : "s"}`

/** A line for each fix that was made, and what to know of it. */
function tellMended({ folder }: Request, mended: readonly Mended[], stdio: Stdio): void {
  for (const { finding, fix } of mended) {
    const place = finding.line === 0 ? finding.file : `${finding.file}:${finding.line}`
    stdio.err(`${join(folder, place)}: ${finding.message}\n  fixed: ${fix.title}\n`)
    for (const note of fix.notes) stdio.err(`  note: ${note}\n`)
  }
}

function tellLeft(request: Request, draft: Draft, { left, problems }: Repaired, stdio: Stdio): void {
  const shown = left.filter(({ severity }) => severity === "error" || request.warnings)
  const sources = new Map<string, string>()
  const named = shown.map((finding): Diagnostic => {
    const place = <P extends Place>(one: P): P => {
      const file = join(request.folder, one.file)
      sources.set(file, draft.text(one.file) ?? "")
      return { ...one, file }
    }
    const related = (finding.related ?? []).map(place)
    return { ...place(finding), ...(related.length === 0 ? {} : { related }) }
  })
  if (named.length > 0) stdio.err(`left to mend by hand:\n${renderAll(named, sources)}${countText(named)}\n`)
  for (const problem of problems) stdio.err(`a fix could not be made: ${problem}\n`)
}

/** What to type next; nothing runs a lone file. */
const nextStep = ({ folder, lone }: Request): string =>
  lone === undefined ? `next: vmm build ${folder} && vmm run ${basename(resolve(folder))}\n` : ""

/** Writes the draft into the folder, unless nothing is to be written; prints the patch. */
function finish(request: Request, draft: Draft, stdio: Stdio): Effect.Effect<void, BadInput> {
  return Effect.gen(function* () {
    stdio.out(draft.patch())
    if (request.dryRun) {
      stdio.err("nothing was changed (--dry-run)\n")
      return
    }
    yield* Effect.try({
      try: () => draft.commit(),
      catch: (cause) =>
        fileError(
          request.folder,
          `the files cannot be changed: ${cause instanceof Error ? cause.message : String(cause)}`,
          "see that they may be written, and try again; nothing was changed",
        ),
    })
    stdio.err(
      `changed ${draft
        .changed()
        .map((name) => join(request.folder, name))
        .join(", ")}\n`,
    )
  })
}

/** The stop's fix in the draft, and what the check wants after it. */
function applyStop(request: Request, draft: Draft, stop: LastStop): Effect.Effect<Repaired | string> {
  const fix = chosenFix(stop.fixes, request.way)
  if (fix === undefined) {
    const ways = [
      ...new Set(stop.fixes.filter(({ edits }) => edits.length > 0).flatMap((one) => wayOf(one) ?? [])),
    ]
    const others = ways.length === 0 ? "the report gives no change of a file" : `it gives: ${ways.join(", ")}`
    return Effect.succeed(request.way === undefined ? others : `there is no such way out; ${others}`)
  }
  const after = draft.after(fix.edits)
  if ("problem" in after) return Effect.succeed(after.problem)
  draft.write(after.texts)
  draft.allow(fix.executable)
  const finding: Diagnostic = {
    severity: "error",
    file: "",
    line: 0,
    column: 0,
    endColumn: 0,
    message: stop.summary,
  }
  return repair(draft, request).pipe(
    Effect.map((repaired) => ({ ...repaired, mended: [{ finding, fix }, ...repaired.mended] })),
  )
}

/** Nothing is wrong by the check: the last run may know more. */
function fixStop(request: Request, draft: Draft, left: readonly Diagnostic[], stdio: Stdio) {
  return Effect.gen(function* () {
    const warnings = left.filter(({ severity }) => severity === "warning").length
    const more =
      warnings === 0 || request.warnings ? "" : ` (${counted(warnings, "warning")}; see --warnings)`
    const untouched = { mended: [], left, problems: [] }
    const nothing = `nothing to fix: check finds no error in ${request.path}${more}`
    if (request.lone !== undefined) {
      tellLeft(request, draft, untouched, stdio)
      stdio.err(`${nothing}\n`)
      return EXIT_OK
    }
    const found = yield* lastStop(request.folder)
    if (found.kind === "none") {
      tellLeft(request, draft, untouched, stdio)
      stdio.err(`${nothing}, and ${found.why}\n`)
      return EXIT_OK
    }
    const { stop } = found
    const applied = yield* applyStop(request, draft, stop)
    if (typeof applied === "string") {
      stdio.err(`${stop.summary}\n  nothing was changed: ${applied}\n`)
      return EXIT_BAD_INPUT
    }
    return yield* conclude(request, draft, applied, stdio)
  })
}

/** The stop's fix, then what the check warns of; undefined when the check finds errors or no run left a fix. */
function stopWithoutErrors(request: Request, draft: Draft): Effect.Effect<Repaired | undefined, BadInput> {
  return Effect.gen(function* () {
    const found = yield* lastStop(request.folder)
    if (found.kind === "none" || chosenFix(found.stop.fixes, request.way) === undefined) return undefined
    const before = yield* findingsOf(draft, request)
    if (before.some(isError)) return undefined
    const applied = yield* applyStop(request, draft, found.stop)
    return typeof applied === "string" ? undefined : applied
  })
}

function conclude(request: Request, draft: Draft, repaired: Repaired, stdio: Stdio) {
  return Effect.gen(function* () {
    tellMended(request, repaired.mended, stdio)
    tellLeft(request, draft, repaired, stdio)
    if (draft.changed().length > 0) yield* finish(request, draft, stdio)
    const wrong = repaired.left.some(({ severity }) => severity === "error")
    if (!wrong && !request.dryRun) stdio.err(nextStep(request))
    return wrong ? EXIT_BAD_INPUT : EXIT_OK
  })
}

function learnInto(request: Request, draft: Draft, { options }: Arguments, stdio: Stdio) {
  return Effect.gen(function* () {
    const until = options.get("until")
    const most = options.get("max")
    const code = yield* learn(draft, {
      ...request,
      until: until === undefined ? undefined : new RegExp(until, "m"),
      most: most === undefined ? undefined : Number(most),
      log: (line) => stdio.err(`${line}\n`),
    })
    if (code !== EXIT_OK || draft.changed().length === 0) return code
    yield* finish(request, draft, stdio)
    if (!request.dryRun) {
      new KnownTrials(knownFile(draft.folder)).forget()
      stdio.err(nextStep(request))
    }
    return code
  })
}

export const fix: Action = (args, stdio) =>
  Effect.scoped(
    Effect.gen(function* () {
      const request = readRequest(args)
      const learns = args.options.has("learn")
      if (learns && request.lone !== undefined)
        return yield* badInput([noFolder(request.path, "name the example's folder")])
      const draft = yield* openDraft(request)
      if (learns) return yield* learnInto(request, draft, args, stdio)
      // A guest that stopped knows better than a warning which way out it needs.
      const stopped =
        request.warnings && request.lone === undefined ? yield* stopWithoutErrors(request, draft) : undefined
      if (stopped !== undefined) return yield* conclude(request, draft, stopped, stdio)
      const repaired = yield* repair(draft, request)
      const wrong = repaired.left.some(({ severity }) => severity === "error")
      if (repaired.mended.length > 0 || wrong) return yield* conclude(request, draft, repaired, stdio)
      return yield* fixStop(request, draft, repaired.left, stdio)
    }),
  )
