// SPDX-License-Identifier: BSD-2-Clause
//
// One run from power-on to its end: the kernel runs in pieces, the console is handed on between them, and when the
// guest is idle the host waits. A guest's reset that its VMM did not do itself is a power cycle of the machine.

import type { EntryWatch, Kernel, MachineClock, RunResult } from "@vmm/kernel"

import type { Booted } from "./boot.ts"
import { Idleness } from "./idleness.ts"
import type { GuestConsole } from "./console/guest-console.ts"
import type { Outcome } from "./outcome.ts"
import { allParked } from "./parked.ts"
import { PIECE } from "./hang-watch.ts"
import { Pace } from "./pace.ts"
import { Restarts } from "./restarts.ts"
import type { Wall } from "./wall.ts"

export interface SessionOptions {
  readonly clock: MachineClock
  readonly console: GuestConsole
  readonly wall: Wall
  /** Hands on what the guest sent; comes back when there is room for more. */
  readonly write: (bytes: Uint8Array) => Promise<void> | undefined
  /** Makes a machine with everything as after power-on. */
  readonly boot: () => Booted
  /** Domains that run a virtual machine. */
  readonly owners: readonly string[]
  /** Host seconds. */
  readonly timeout: number | undefined
  /** Seconds of the machine's clock. */
  readonly guestTimeout: number | undefined
  /** Is told of each piece, in which programs of users run. */
  readonly watch?: EntryWatch | undefined
  /** Whether more may still be typed. */
  readonly inputOpen: () => boolean
}

/** Virtual time that an idle guest may skip in one millisecond of the host's while somebody may still type. */
const IDLE_SKIP_NS = 25_000_000
/** The same when nobody may: often enough to see a guest that idles for good. */
const LOOK_NS = 60e9
/** Host time after which a piece with the real clock ends, however few instructions there were: exits take time. */
const PIECE_NS = 10_000_000

/** When a run keeps its translations for the first time, in milliseconds from its start. */
const FIRST_KEPT_MS = 10_000

export class Session {
  booted: Booted
  /** The last fault of a protection domain that nobody handled. */
  domainFault: Extract<RunResult, { kind: "pd-fault" }> | undefined
  private readonly options: SessionOptions
  private readonly pace: Pace
  private readonly deadline: number
  private readonly guestDeadlineNs: number
  private readonly idleness = new Idleness()
  private readonly restarts = new Restarts()
  private readonly off = new Set<string>()
  private outcome: Outcome | undefined
  private readonly started = performance.now()
  private keepAt = this.started + FIRST_KEPT_MS

  constructor(options: SessionOptions) {
    this.options = options
    this.pace = new Pace(options.clock.virtual)
    this.deadline = options.timeout === undefined ? Infinity : performance.now() + options.timeout * 1000
    this.guestDeadlineNs =
      options.guestTimeout === undefined ? Infinity : options.clock.nowNs() + options.guestTimeout * 1e9
    this.booted = this.powerOn()
  }

  /** Ends the run from outside: a key, a signal, a reader that went away. The first one counts. */
  end(outcome: Outcome): void {
    this.outcome ??= outcome
    this.options.wall.wake()
  }

  async run(): Promise<Outcome> {
    const { wall } = this.options
    while (this.outcome === undefined) {
      const { result, skipped } = this.piece(this.booted.kernel)
      const said = this.options.console.take()
      const written = this.options.write(said)
      if (written !== undefined) await written
      if (this.options.console.matched) this.end({ kind: "matched" })
      if (this.options.console.watch.panic?.ended === true) this.end({ kind: "panic" })
      this.handle(result)
      this.checkPower()
      this.checkParked()
      this.checkTime(said.length > 0)
      if (this.outcome !== undefined) break
      this.keepTranslations()
      if (result.kind === "idle") await this.idle(result.untilNs)
      else await (skipped ? wall.sleep(1) : wall.turn())
    }
    this.booted.machine.engine.keepTranslations(true)
    return this.outcome
  }

  /** Guests that go round in nothing end the run when nothing is due that could take them out of it. */
  private checkParked(): void {
    if (this.outcome === undefined && allParked(this.booted)) this.end({ kind: "stuck", parked: true })
  }

  private checkTime(spoke: boolean): void {
    const { clock, console, timeout, guestTimeout } = this.options
    if (performance.now() >= this.deadline) this.end({ kind: "timeout", seconds: timeout ?? 0 })
    if (clock.nowNs() >= this.guestDeadlineNs)
      this.end({ kind: "timeout", seconds: guestTimeout ?? 0, ofGuest: true })
    if (!clock.virtual) return
    const awaited = spoke || this.options.inputOpen() || console.waiting() > 0
    const seconds = this.idleness.look(clock.nowNs(), clock.instructions(), awaited)
    if (seconds === undefined) return
    const isStuck = this.booted.machine.platform.events.nextDeadlineNs() === Infinity
    this.end(isStuck ? { kind: "stuck" } : { kind: "idle", seconds })
  }

  /** Now and then, for a run whose end nobody sees. */
  private keepTranslations(): void {
    const now = performance.now()
    if (now < this.keepAt) return
    this.keepAt = now + 2 * (now - this.started)
    this.booted.machine.engine.settle()
    this.booted.machine.engine.keepTranslations(false)
  }

  /** `skipped`: idle time was skipped, as much as may be before the host waits a little. */
  private piece(kernel: Kernel): { readonly result: RunResult; readonly skipped: boolean } {
    const { clock } = this.options
    const [started, before] = [performance.now(), clock.instructions()]
    const open = this.options.inputOpen()
    const limitNs = clock.virtual ? (open ? IDLE_SKIP_NS : LOOK_NS) : PIECE_NS
    const untilNs = Math.min(clock.nowNs() + limitNs, this.guestDeadlineNs)
    this.options.watch?.enter("", PIECE)
    const result = kernel.run({ instructions: this.pace.instructions, untilNs })
    this.options.watch?.leave()
    this.pace.took(clock.instructions() - before, performance.now() - started)
    return { result, skipped: clock.virtual && result.kind === "limit" && clock.nowNs() >= untilNs }
  }

  private powerOn(): Booted {
    const booted = this.options.boot()
    this.options.console.connect(booted.machine.board.console)
    return booted
  }

  private handle(result: RunResult): void {
    if (result.kind === "pd-fault") {
      this.domainFault = result
      if (this.options.owners.includes(result.pd)) this.end({ kind: "died" })
    } else if (result.kind === "vm-event") {
      if (result.event.kind === "vm-fault") this.end({ kind: "died" })
      else if (result.event.kind === "vm-off") this.guestOff(result.pd)
      else this.restarted(result.event.handled)
    }
  }

  /** The guest asked for a reset; `handled`: its VMM has done it. */
  private restarted(handled: boolean): void {
    const { console } = this.options
    const awaited = this.options.inputOpen() || console.waiting() > 0
    const panic = console.watch.panic?.reason ?? console.watch.oopses[0]
    const times = this.restarts.note(panic, awaited)
    if (times !== undefined) this.end({ kind: "restarts", times, panic: panic !== undefined })
    else if (handled) console.watch.reset()
    else this.booted = this.powerOn()
  }

  private guestOff(pd: string): void {
    this.off.add(pd)
    if (this.options.owners.every((owner) => this.off.has(owner))) this.end({ kind: "off" })
  }

  private checkPower(): void {
    const { power } = this.booted
    if (power.asked === "off") this.end({ kind: "off" })
    else if (power.asked === "reset") this.booted = this.powerOn()
  }

  /** Nothing is ready before `untilNs`. */
  private async idle(untilNs: number): Promise<void> {
    const { clock, wall } = this.options
    if (untilNs === Infinity && !this.options.inputOpen() && this.options.console.waiting() === 0) {
      this.end({ kind: "stuck" })
      return
    }
    const left = this.deadline - performance.now()
    const rest = clock.virtual ? (untilNs === Infinity ? Infinity : 1) : (untilNs - clock.nowNs()) / 1e6
    await wall.sleep(Math.min(left, rest))
  }
}
