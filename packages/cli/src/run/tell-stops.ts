// SPDX-License-Identifier: BSD-2-Clause
//
// The stops of a run told to a person on stderr, one block each, and the last one kept for `vmm fix`.

import * as Effect from "effect/Effect"

import { type CaughtFault, faultStop } from "./fault-text.ts"
import type { FoundBuild } from "./find-build.ts"
import type { LoadedBuild } from "./load.ts"
import { stopContext } from "./stop-context.ts"
import { keepStop } from "./stop-file.ts"

/** The parts of a run that its stops need. */
export interface Teller {
  readonly found: FoundBuild
  readonly build: LoadedBuild
  readonly log: (line: string) => void
  /** All registers below each block. */
  readonly registers: boolean
}

/** Tells every fault and keeps the last one. */
export function tellStops(teller: Teller, faults: readonly CaughtFault[]): Effect.Effect<void> {
  if (faults.length === 0) return Effect.void
  const { found, build, log, registers } = teller
  return Effect.gen(function* () {
    const context = yield* stopContext(found.manifest, build.system)
    for (const caught of faults) {
      const stop = faultStop(caught, context, { registers })
      log(`\n${stop.text}`)
      yield* keepStop(found.path, stop, log)
    }
  })
}
