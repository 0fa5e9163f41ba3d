// SPDX-License-Identifier: BSD-2-Clause
//
// One boot of a draft under the virtual clock, up to a goal on the guest's console: the verbs build and run as a person
// uses them, in a folder for builds of the draft's own.

import { basename } from "node:path"

import * as Effect from "effect/Effect"

import { type BadInput, fileError } from "../bad-input.ts"
import { EXIT_BAD_INPUT, EXIT_OK } from "../exit-code.ts"
import { buildVerb } from "../verbs/build.ts"
import { run } from "../verbs/run.ts"
import { captured } from "./capture.ts"
import type { Draft } from "./draft.ts"
import { type KnownTrial, type KnownTrials, trialKey } from "./known-trials.ts"
import { readManifest, readStop } from "./last-stop.ts"

/** Linux starts its first process, or a system on it says that it is there. */
const GOAL = /Run \S+ as init process|Welcome to |login: $/m
/** Exit codes from here on are signals. */
const SIGNALLED = 128

export interface TrialRequest {
  /** A guest.json elsewhere; an absolute path. */
  readonly guest: string | undefined
  /** Undefined: the default goal, or that the guest powers itself off. */
  readonly until: RegExp | undefined
  /** Seconds of the guest's time for one boot. */
  readonly seconds: number
  readonly known: KnownTrials
}

export type Trial =
  | KnownTrial
  /** The build refuses the draft. */
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "signal"; readonly code: number }

/** Runs the effect in another working directory. */
function inFolder<A, E, R>(folder: string, effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> {
  return Effect.acquireUseRelease(
    Effect.sync(() => {
      const before = process.cwd()
      process.chdir(folder)
      return before
    }),
    () => effect,
    (before) => Effect.sync(() => process.chdir(before)),
  )
}

const lastLine = (text: string): string => text.trimEnd().split("\n").at(-1) ?? ""

/** Host seconds after which a boot is given up that does not come on: nothing is known of it then. */
const HOST_SECONDS = 3600

/** Runs the build; the host's time decided when `late`. */
function started(
  name: string,
  { until, seconds }: TrialRequest,
): Effect.Effect<{ readonly trial: Trial; readonly late: boolean }, BadInput> {
  return Effect.gen(function* () {
    const { stdio, said } = captured()
    const options = new Map([
      ["clock", "virtual"],
      ["timeout", String(HOST_SECONDS)],
      ["guest-timeout", String(seconds)],
      ["expect", (until ?? GOAL).source],
    ])
    const code = yield* run({ positionals: [name], options }, stdio)
    const late = said.err.includes(`has not ended after ${HOST_SECONDS} s\n`)
    if (code > SIGNALLED) return { trial: { kind: "signal", code }, late }
    const off = until === undefined && /^the guest powered off/m.test(said.err)
    if (code === EXIT_OK || off) return { trial: { kind: "reached" }, late }
    const stop = yield* readStop(name)
    const trial: Trial =
      stop === undefined ? { kind: "silent", why: lastLine(said.err) } : { kind: "stopped", stop }
    return { trial, late }
  })
}

function boot(draft: Draft, request: TrialRequest): Effect.Effect<Trial, BadInput> {
  const { guest, until, seconds, known } = request
  return Effect.gen(function* () {
    const name = basename(draft.folder)
    const { stdio, said } = captured()
    const given = guest === undefined ? [] : [["guest", guest] as const]
    const built = yield* buildVerb({ positionals: [draft.folder], options: new Map(given) }, stdio).pipe(
      Effect.catchAll((wrong) => {
        said.err += wrong.message
        return Effect.succeed(EXIT_BAD_INPUT)
      }),
    )
    if (built !== EXIT_OK) return { kind: "refused", why: lastLine(said.err) }
    const manifest = yield* readManifest(name)
    const key = manifest === undefined ? undefined : trialKey(manifest, (until ?? GOAL).source, seconds)
    const before = key === undefined ? undefined : known.get(key)
    if (before !== undefined) return before
    const { trial, late } = yield* started(name, request)
    if (key !== undefined && !late && trial.kind !== "signal" && trial.kind !== "refused")
      known.put(key, trial)
    return trial
  })
}

/** Boots the draft as it is; `folder` is for its builds. */
export function trial(draft: Draft, folder: string, request: TrialRequest): Effect.Effect<Trial, BadInput> {
  return inFolder(folder, boot(draft, request)).pipe(
    Effect.catchAllDefect((cause) =>
      fileError(draft.folder, `the boot failed: ${String(cause)}`, "try vmm build and vmm run"),
    ),
  )
}
