// SPDX-License-Identifier: BSD-2-Clause
//
// A build's own JSON files, read back.

import * as Effect from "effect/Effect"
import { parseIssues, Schema } from "@vmm/report"

import { type BadInput, fileError } from "../bad-input.ts"
import type { CompiledSystem } from "./compiled.ts"
import { manifestSchema, systemSchema } from "./compiled-schema.ts"
import type { Manifest } from "./manifest.ts"

const REMEDY = "make the build anew with vmm build"

function parse<A>(schema: Schema.Schema<A>) {
  const decode = Schema.decodeUnknownEither(Schema.parseJson(schema))
  return (file: string, text: string): Effect.Effect<A, BadInput> => {
    const answer = decode(text)
    if (answer._tag === "Right") return Effect.succeed(answer.right)
    const [issue] = parseIssues(answer.left)
    const where = issue === undefined || issue.path.length === 0 ? "" : ` (${issue.path.join(".")})`
    return Effect.fail(fileError(file, `this is no file of a build of this vmm${where}`, REMEDY))
  }
}

export const decodeSystem: (file: string, text: string) => Effect.Effect<CompiledSystem, BadInput> =
  parse(systemSchema)

export const decodeManifest: (file: string, text: string) => Effect.Effect<Manifest, BadInput> =
  parse(manifestSchema)
