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
import { type LastStop, readStop } from "./last-stop.ts"

/** Linux starts its first process, or a system on it says that it is there. */
const GOAL = /Run \S+ as init process|Welcome to |login: $/m
/** Exit codes from here on are signals. */
const SIGNALLED = 128

export interface TrialRequest {
  /** A guest.json elsewhere; an absolute path. */
  readonly guest: string | undefined
  /** Undefined: the default goal, or that the guest powers itself off. */
  readonly until: RegExp | undefined
  /** Host seconds for one boot. */
  readonly seconds: number
}

export type Trial =
  | { readonly kind: "reached" }
  | { readonly kind: "stopped"; readonly stop: LastStop }
  /** It neither came there nor stopped with a reason. */
  | { readonly kind: "silent"; readonly why: string }
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

function boot(draft: Draft, { guest, until, seconds }: TrialRequest): Effect.Effect<Trial, BadInput> {
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
    const options = new Map([
      ["clock", "virtual"],
      ["timeout", String(seconds)],
      ["expect", (until ?? GOAL).source],
    ])
    const code = yield* run({ positionals: [name], options }, stdio)
    if (code > SIGNALLED) return { kind: "signal", code }
    const off = until === undefined && /^the guest powered off/m.test(said.err)
    if (code === EXIT_OK || off) return { kind: "reached" }
    const stop = yield* readStop(name)
    return stop === undefined ? { kind: "silent", why: lastLine(said.err) } : { kind: "stopped", stop }
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
