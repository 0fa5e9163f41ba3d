// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm run`: boots a build with a terminal or a pipe on the guest's console.

import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type MachineClock, RealClock, VirtualClock } from "@vmm/kernel"
import type { Translation } from "@vmm/kernel/cpu"
import type { TraceSink } from "@vmm/kernel/events"

import type { BadInput } from "../bad-input.ts"
import type { Action, Arguments } from "../command/verb.ts"
import { EXIT_USAGE } from "../exit-code.ts"
import { boot } from "../run/boot.ts"
import { catchAtomics } from "../run/stops/atomic-stop.ts"
import { catchRepeated } from "../run/stops/domain-stop.ts"
import { EventRing } from "../run/stops/event-ring.ts"
import { type CaughtFault, noteFault } from "../run/stops/fault-text.ts"
import { watchPrograms } from "../run/stops/hang-stop.ts"
import { watchTimers } from "../run/stops/program-timers.ts"
import type { HangWatch } from "../run/hang-watch.ts"
import { findBuild, type FoundBuild } from "../run/find-build.ts"
import { GuestConsole } from "../run/console/guest-console.ts"
import { catchGuests } from "../run/stops/catch-guests.ts"
import { isTerminal, openInput, rawTerminal } from "../run/console/input.ts"
import { withKaslrSeed } from "../run/kaslr-seed.ts"
import { KEYS_HELP } from "../run/console/keys.ts"
import { lastEventLines } from "../run/stops/last-events.ts"
import { type LoadedBuild, loadBuild } from "../run/load.ts"
import { loadModules, type Modules } from "../run/modules.ts"
import { exitCode, type Outcome, outcomeText } from "../run/outcome.ts"
import { ramHash } from "../run/ram-hash.ts"
import { Session } from "../run/session.ts"
import { endOnSignals } from "../run/signals.ts"
import { forgetStop } from "../run/stops/stop-file.ts"
import { isStandstill, tellStops } from "../run/stops/tell-stops.ts"
import { openTrace } from "../run/trace-file.ts"
import { verifyRun } from "../run/verify/verify-run.ts"
import { Wall } from "../run/wall.ts"
import type { Stdio } from "../stdio.ts"

/** What the command line asks for. */
interface RunOptions {
  readonly timeout: number | undefined
  readonly guestTimeout: number | undefined
  readonly expect: RegExp | undefined
  readonly clock: MachineClock
  readonly translation: Translation
  readonly cpu: string | undefined
  readonly trace: string | undefined
  readonly kaslrSeed: bigint | undefined
  readonly ramHash: boolean
  readonly verify: boolean
  readonly registers: boolean
}

function readOptions({ options }: Arguments, terminal: boolean): RunOptions {
  const timeout = options.get("timeout")
  const guestTimeout = options.get("guest-timeout")
  const expect = options.get("expect")
  const verify = options.has("verify")
  const clock = options.get("clock") ?? (terminal && !verify ? "real" : "virtual")
  const seed = options.get("kaslr-seed")
  return {
    timeout: timeout === undefined ? undefined : Number(timeout),
    guestTimeout: guestTimeout === undefined ? undefined : Number(guestTimeout),
    expect: expect === undefined ? undefined : new RegExp(expect, "m"),
    clock: clock === "real" ? new RealClock() : new VirtualClock(),
    translation: (options.get("translation") ?? "default") as Translation,
    cpu: options.get("cpu"),
    trace: options.get("trace"),
    kaslrSeed: seed === undefined ? undefined : BigInt(seed),
    ramHash: options.has("ram-hash"),
    verify,
    registers: options.has("registers"),
  }
}

/** Everything that one run holds, made before the guest starts. */
interface Prepared {
  readonly found: FoundBuild
  readonly build: LoadedBuild
  readonly modules: Modules
  /** Over programs of users, where there are any. */
  readonly watch: HangWatch | undefined
  readonly options: RunOptions
  readonly trace: TraceSink | undefined
  /** The last events, when there is a trace. */
  readonly ring: EventRing
  readonly stdio: Stdio
  readonly log: (line: string) => void
}

/** The session over the prepared parts; faults that nobody handled go to `faults`. */
function sessionOf(prepared: Prepared, console: GuestConsole, wall: Wall, faults: CaughtFault[]) {
  const { build, options, stdio, log, modules, trace, watch } = prepared
  const input: { open: () => boolean } = { open: () => true }
  const late: { session?: Session } = {}
  const session = new Session({
    clock: options.clock,
    console,
    wall,
    write: (bytes) => stdio.write(bytes),
    boot: () =>
      boot(build, {
        clock: options.clock,
        translation: options.translation,
        cpu: options.cpu,
        trace,
        console,
        log,
        modules,
        watch,
        report: (fault) => noteFault(faults, build, late.session?.booted, fault),
      }),
    owners: build.system.domains.flatMap(({ name, vm }) => (vm === undefined ? [] : [name])),
    timeout: options.timeout,
    guestTimeout: options.guestTimeout,
    watch,
    inputOpen: () => input.open(),
  })
  late.session = session
  return { session, input }
}

/** Watches programs of users for as long as the run lasts. */
function watched(
  found: FoundBuild,
  build: LoadedBuild,
  log: (line: string) => void,
): Effect.Effect<HangWatch | undefined, never, Scope.Scope> {
  const start = () => {
    const watch = watchPrograms(found, build.system, log)
    return { watch, end: watch === undefined ? undefined : watchTimers(() => watch.inside?.pd, log) }
  }
  return Effect.acquireRelease(Effect.sync(start), ({ watch, end }) =>
    Effect.promise(async () => {
      end?.()
      await watch?.stop()
    }),
  ).pipe(Effect.map(({ watch }) => watch))
}

function live(prepared: Prepared): Effect.Effect<number, never, Scope.Scope> {
  return Effect.gen(function* () {
    const { options, stdio, log } = prepared
    const console = new GuestConsole(options.expect)
    const wall = new Wall()
    const faults: CaughtFault[] = []
    const { session, input } = sessionOf(prepared, console, wall, faults)
    stdio.onClosed(() => session.end({ kind: "pipe" }))
    yield* endOnSignals((outcome) => session.end(outcome))
    const typed = yield* openInput({
      stdin: stdio.stdin,
      console,
      wall,
      leave: () => session.end({ kind: "left" }),
      help: () => KEYS_HELP.forEach(log),
    })
    input.open = () => {
      typed.flow()
      return typed.open
    }
    if (options.clock.virtual) yield* Effect.promise(() => typed.settle())
    const outcome: Outcome = yield* Effect.promise(() => session.run())
    if (options.ramHash) log(`RAM ${ramHash(session.booted.machine.board.memory)}`)
    const expecting = options.expect !== undefined
    const text = outcomeText(outcome, expecting)
    if (text !== undefined) log(text)
    const stands = isStandstill(outcome, console.watch, expecting)
    const ended = outcome.kind === "stuck" || outcome.kind === "idle" || outcome.kind === "timeout"
    const guests = stands || ended ? catchGuests(prepared.build, session.booted, console.watch, outcome) : []
    const { refusals } = session.booted.kernel.state
    const recorded = prepared.ring.lines()
    const events =
      recorded.length > 0 ? recorded : lastEventLines(session.booted.kernel.state.recorder.last.list())
    yield* tellStops(
      { ...prepared, registers: options.registers },
      {
        faults,
        domain: session.domainFault,
        repeated: catchRepeated(prepared.build.system, session.booted),
        guests,
        refusals,
        atomics: catchAtomics(prepared.build, session.booted),
        onlyLost: !stands,
        watch: console.watch,
        events,
      },
    )
    return exitCode(outcome, expecting)
  })
}

function prepare(
  args: Arguments,
  options: RunOptions,
  stdio: Stdio,
  log: (line: string) => void,
): Effect.Effect<Prepared, BadInput, Scope.Scope> {
  return Effect.gen(function* () {
    const found = yield* findBuild(args.positionals[0], log)
    const loaded = yield* loadBuild(found.path)
    yield* forgetStop(found.path)
    const { kaslrSeed } = options
    const build = kaslrSeed === undefined ? loaded : yield* withKaslrSeed(loaded, kaslrSeed)
    const watch = yield* watched(found, build, log)
    const modules = yield* loadModules(build.system, watch)
    const ring = new EventRing()
    const trace = options.trace === undefined ? undefined : ring.over(yield* openTrace(options.trace, log))
    return { found, build, modules, watch, options, trace, ring, stdio, log }
  })
}

export const run: Action = (args, stdio) =>
  Effect.scoped(
    Effect.gen(function* () {
      const terminal = isTerminal(stdio.stdin)
      const options = readOptions(args, terminal)
      const log = (line: string) => stdio.err(`${line}\n`)
      if (options.verify && !(options.clock.virtual && options.translation !== "off")) {
        log(
          "--verify compares translated code under the virtual clock: leave out --clock and --translation off",
        )
        return EXIT_USAGE
      }
      const prepared = yield* prepare(args, options, stdio, log)
      if (options.verify) return yield* verifyRun({ ...options, ...prepared })
      yield* rawTerminal(stdio.stdin)
      return yield* live(prepared)
    }),
  )
