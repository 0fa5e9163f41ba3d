// SPDX-License-Identifier: BSD-2-Clause
//
// Why the last run of a folder's build ended, with its ways out, as the run left it beside the build. It counts only
// while the folder is what was run: a fix is a change of the files as they were.

import { readFile } from "node:fs/promises"
import { basename, join, resolve } from "node:path"

import type { Fix } from "@vmm/diagnostic"
import { parseIssues, Schema } from "@vmm/report"
import * as Effect from "effect/Effect"

import { type BadInput, fileError } from "../bad-input.ts"
import { BUILD_ROOT, MANIFEST_FILE } from "../compile/build.ts"
import { decodeManifest } from "../compile/codec.ts"
import { type Manifest, staleness } from "../compile/manifest.ts"

/** In the build's folder. */
const LAST_STOP_FILE = "last-stop.json"

export interface LastStop {
  /** Such as `fault`. */
  readonly kind: string
  /** A sentence: what happened. */
  readonly summary: string
  readonly code?: string | undefined
  readonly fixes: readonly Fix[]
}

const { Struct, Array: List, String: Text, Number: Whole, Literal, Union, optional, optionalWith } = Schema

const editSchema = Union(
  Struct({
    kind: Literal("replace"),
    file: Text,
    line: Whole,
    column: Whole,
    endLine: Whole,
    endColumn: Whole,
    text: Text,
  }),
  Struct({ kind: Literal("append"), file: Text, text: Text }),
)

export const stopSchema: Schema.Schema<LastStop> = Struct({
  kind: Text,
  summary: Text,
  code: optional(Text),
  fixes: List(
    Struct({
      id: Text,
      title: Text,
      edits: List(editSchema),
      notes: List(Text),
      executable: optionalWith(List(Text), { exact: true }),
    }),
  ),
})

const decode = Schema.decodeUnknownEither(Schema.parseJson(stopSchema))

const textOf = (path: string): Effect.Effect<string | undefined> =>
  Effect.promise(() => readFile(path, "utf8").catch(() => undefined))

function decodeStop(file: string, text: string): Effect.Effect<LastStop, BadInput> {
  const answer = decode(text)
  if (answer._tag === "Right") return Effect.succeed(answer.right)
  const [issue] = parseIssues(answer.left)
  const where = issue === undefined || issue.path.length === 0 ? "" : ` (${issue.path.join(".")})`
  return Effect.fail(fileError(file, `this is no record of a run of this vmm${where}`, "run the guest again"))
}

/** What the last run of the build called `name` left; undefined when it stopped with nothing to tell. */
export function readStop(name: string): Effect.Effect<LastStop | undefined, BadInput> {
  return Effect.gen(function* () {
    const file = join(BUILD_ROOT, name, LAST_STOP_FILE)
    const text = yield* textOf(file)
    return text === undefined ? undefined : yield* decodeStop(file, text)
  })
}

/** The manifest of the build called `name`; undefined without a build. */
export function readManifest(name: string): Effect.Effect<Manifest | undefined, BadInput> {
  return Effect.gen(function* () {
    const file = join(BUILD_ROOT, name, MANIFEST_FILE)
    const text = yield* textOf(file)
    return text === undefined ? undefined : yield* decodeManifest(file, text)
  })
}

export type StopFound =
  | { readonly kind: "none"; readonly why: string }
  | { readonly kind: "stop"; readonly stop: LastStop }

/** The last stop of what was built from `folder`, when the folder is still what was run. */
export function lastStop(folder: string): Effect.Effect<StopFound, BadInput> {
  return Effect.gen(function* () {
    const name = basename(resolve(folder))
    const none = (why: string): StopFound => ({ kind: "none", why })
    const manifest = yield* readManifest(name)
    if (manifest === undefined) return none("nothing was built from it here, so no run tells more")
    if (resolve(manifest.folder) !== resolve(folder)) {
      return none(`${join(BUILD_ROOT, name)} was built from ${manifest.folder}`)
    }
    const stop = yield* readStop(name)
    if (stop === undefined) return none("no run of it has stopped with something to mend")
    const changed = yield* Effect.promise(() => staleness(manifest))
    if (changed !== undefined) return none(`since its last run, ${changed}; run it again`)
    return { kind: "stop", stop }
  })
}
