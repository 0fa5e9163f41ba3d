// SPDX-License-Identifier: BSD-2-Clause
//
// The last stop of a build in build/NAME/last-stop.json, for whoever applies its fixes. A run begins without one.

import { rm, writeFile } from "node:fs/promises"

import * as Effect from "effect/Effect"
import { encodeLastStop, type LastStop } from "@vmm/report"

import { lastStopFile } from "./stop-context.ts"

/** Takes away the stop of an earlier run. */
export function forgetStop(build: string): Effect.Effect<void> {
  return Effect.promise(() => rm(lastStopFile(build), { force: true }).catch(() => undefined))
}

/** Keeps a stop; a folder that cannot be written is told and no error. */
export function keepStop(build: string, stop: LastStop, log: (line: string) => void): Effect.Effect<void> {
  const file = lastStopFile(build)
  return Effect.promise(() =>
    writeFile(file, encodeLastStop(stop)).catch((cause: unknown) => {
      log(`${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`)
    }),
  )
}
