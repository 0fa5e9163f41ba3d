// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm map`: a picture of a system's memory, on the terminal and as SVG. It is drawn even when the check finds errors,
// as long as the sources can be read: that is when one wants to look at it.

import { writeFile } from "node:fs/promises"
import { basename, resolve } from "node:path"

import { mapSvg, mapText, memoryMap } from "@vmm/agreement"
import * as Effect from "effect/Effect"

import { fileError, inputError } from "../bad-input.ts"
import { fromEither } from "../bridge.ts"
import type { Action } from "../command/verb.ts"
import { surveyFolder } from "../compile/check-folder.ts"
import { EXIT_OK } from "../exit-code.ts"

export const map: Action = ({ positionals, options }, stdio) =>
  Effect.gen(function* () {
    const [folder = ""] = positionals
    const { agreement, answer } = yield* fromEither(surveyFolder(folder, options.get("guest")), inputError)
    if (agreement === undefined) return EXIT_OK
    const drawn = memoryMap(agreement)
    const svg = options.get("svg")
    if (svg !== undefined) {
      yield* Effect.tryPromise({
        try: () => writeFile(svg, mapSvg(drawn, basename(resolve(folder)))),
        catch: () =>
          fileError(svg, "the picture cannot be written", "name a file in a folder that you may write to"),
      })
      stdio.err(`wrote ${svg}\n`)
    }
    stdio.out(options.has("json") ? `${JSON.stringify(drawn, null, 2)}\n` : mapText(drawn))
    if (answer._tag === "Left") {
      const many = answer.left.filter(({ severity }) => severity === "error").length
      stdio.err(`something is wrong here, ${many} error${many === 1 ? "" : "s"}: see vmm check ${folder}\n`)
    }
    return EXIT_OK
  })
