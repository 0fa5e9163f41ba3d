// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm run --verify`, from its input to its exit code. What is typed is read before the guest starts, up to its end or
// a pause; a terminal types nothing.

import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { Translation } from "@vmm/kernel/cpu"
import type { TraceSink } from "@vmm/kernel/events"

import { EXIT_BAD_INPUT } from "../../exit-code.ts"
import type { Stdio } from "../../stdio.ts"
import { type CaughtFault, noteFault } from "../stops/fault-text.ts"
import type { FoundBuild } from "../find-build.ts"
import { GuestConsole } from "../console/guest-console.ts"
import { isTerminal, openInput } from "../console/input.ts"
import type { LoadedBuild } from "../load.ts"
import type { Modules } from "../modules.ts"
import { exitCode, outcomeText } from "../outcome.ts"
import { ramHash } from "../ram-hash.ts"
import { endOnSignals } from "../signals.ts"
import { tellStops } from "../stops/tell-stops.ts"
import { Verification } from "./verify.ts"
import { partedText } from "./verify-text.ts"
import { Wall } from "../wall.ts"

export interface VerifyRun {
  readonly found: FoundBuild
  readonly build: LoadedBuild
  readonly modules: Modules
  readonly trace: TraceSink | undefined
  readonly stdio: Stdio
  readonly log: (line: string) => void
  readonly timeout: number | undefined
  readonly expect: RegExp | undefined
  readonly translation: Translation
  readonly cpu: string | undefined
  readonly ramHash: boolean
  readonly registers: boolean
}

/** Keeps what is typed. */
class Typed extends GuestConsole {
  readonly pieces: Uint8Array[] = []

  override type(bytes: Uint8Array): void {
    this.pieces.push(bytes)
  }
}

function readInput({ stdin }: Stdio, wall: Wall): Effect.Effect<Uint8Array> {
  if (isTerminal(stdin)) return Effect.succeed(new Uint8Array())
  const nothing = () => undefined
  return Effect.scoped(
    Effect.gen(function* () {
      const typed = new Typed()
      const input = yield* openInput({ stdin, console: typed, wall, leave: nothing, help: nothing })
      yield* Effect.promise(() => input.settle())
      return new Uint8Array(Buffer.concat(typed.pieces))
    }),
  )
}

/** The pair of machines over the parts of a run; faults that nobody handled go to `faults`. */
function verificationOf(run: VerifyRun, input: Uint8Array, wall: Wall, faults: CaughtFault[]): Verification {
  const { build, modules, cpu, expect, stdio, log, trace, translation, timeout } = run
  const late: { verification?: Verification } = {}
  const verification = new Verification({
    parts: { build, modules, cpu, expect, input },
    translation,
    wall,
    timeout,
    write: (bytes) => stdio.write(bytes),
    voice: {
      ...(trace === undefined ? {} : { trace }),
      log,
      report: (fault) => noteFault(faults, build, late.verification?.cold.booted, fault),
    },
  })
  late.verification = verification
  return verification
}

export function verifyRun(run: VerifyRun): Effect.Effect<number, never, Scope.Scope> {
  return Effect.gen(function* () {
    const { stdio, log } = run
    const wall = new Wall()
    const faults: CaughtFault[] = []
    const input = yield* readInput(stdio, wall)
    const verification = verificationOf(run, input, wall, faults)
    stdio.onClosed(() => verification.end({ kind: "pipe" }))
    yield* endOnSignals((outcome) => verification.end(outcome))
    const outcome = yield* Effect.promise(() => verification.run())
    if (run.ramHash) log(`RAM ${ramHash(verification.cold.booted.machine.board.memory)}`)
    if (outcome.kind === "parted") {
      partedText(outcome).forEach(log)
      return EXIT_BAD_INPUT
    }
    const expecting = run.expect !== undefined
    const text = outcomeText(outcome, expecting)
    if (text !== undefined) log(text)
    log(`verify: no difference in ${verification.cold.instructions} instructions`)
    yield* tellStops(run, { faults })
    return exitCode(outcome, expecting)
  })
}
