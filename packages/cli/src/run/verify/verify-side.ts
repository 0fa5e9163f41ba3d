// SPDX-License-Identifier: BSD-2-Clause
//
// One of the two machines that `vmm run --verify` compares: booted under a virtual clock of its own with its input
// typed in advance, so that it repeats to the instruction, and run up to instruction counts.

import { type RunResult, VirtualClock } from "@vmm/kernel"
import type { Cpu, Translation } from "@vmm/kernel/cpu"
import type { TraceSink } from "@vmm/kernel/events"
import type { FaultReport } from "@vmm/simple-vmm"

import { boot, type Booted } from "../boot.ts"
import { GuestConsole } from "../console/guest-console.ts"
import type { LoadedBuild } from "../load.ts"
import type { Modules } from "../modules.ts"
import type { Outcome } from "../outcome.ts"

/** What both machines have in common. */
export interface SideParts {
  readonly build: LoadedBuild
  readonly modules: Modules
  /** CPU model in place of what the guest file or the board names. */
  readonly cpu: string | undefined
  readonly expect: RegExp | undefined
  /** Typed before the first instruction, as fast as the serial port takes it. */
  readonly input: Uint8Array
}

/** What a machine says to the world while it runs. */
export interface SideVoice {
  readonly trace?: TraceSink
  readonly log: (line: string) => void
  readonly report: FaultReport
}

/** A machine that says nothing. */
export const SILENT: SideVoice = { log: () => undefined, report: () => undefined }

/** Where a vCPU was when it was last given instructions to run. */
export interface LastRun {
  readonly cpu: number
  readonly pc: bigint
  /** The word there; undefined where nothing is mapped. */
  readonly word: number | undefined
  /** A virtual interrupt was due, so that what ran is the beginning of its handler. */
  readonly interrupted: boolean
}

/** PSTATE.I and F, by the interrupt line that each masks. */
const PSTATE_IF = 0xc0

export class Side {
  readonly clock = new VirtualClock()
  readonly console: GuestConsole
  readonly translation: Translation
  booted: Booted
  /** How the run ended; undefined while it goes on. */
  outcome: Outcome | undefined
  last: LastRun | undefined
  private readonly parts: SideParts
  private readonly voice: SideVoice
  private readonly tamper: ((cpu: Cpu) => void) | undefined
  private readonly owners: readonly string[]
  private readonly off = new Set<string>()

  /** `tamper` may change a vCPU before it runs; tests plant differences with it. */
  constructor(parts: SideParts, translation: Translation, voice: SideVoice, tamper?: (cpu: Cpu) => void) {
    this.parts = parts
    this.translation = translation
    this.voice = voice
    this.tamper = tamper
    this.console = new GuestConsole(parts.expect)
    this.console.type(parts.input)
    const { domains } = parts.build.system
    this.owners = domains.flatMap(({ name, vm }) => (vm === undefined ? [] : [name]))
    this.booted = this.powerOn()
  }

  get instructions(): number {
    return this.clock.instructions()
  }

  /**
   * Runs until `target` instructions were executed, or something happened before; says in words what. An error that
   * translated code makes in the host is one such thing; the interpreter's is thrown.
   */
  piece(target: number): string {
    try {
      const result = this.booted.kernel.run({ instructions: target - this.instructions })
      this.handle(result)
      return result.kind === "vm-event" ? `${result.event.kind} of ${result.pd}` : result.kind
    } catch (error) {
      if (this.translation === "off") throw error
      this.outcome = { kind: "died" }
      return `an error of the machine itself: ${error instanceof Error ? error.message : String(error)}`
    }
  }

  private powerOn(): Booted {
    const booted = boot(this.parts.build, {
      clock: this.clock,
      translation: this.translation,
      cpu: this.parts.cpu,
      trace: this.voice.trace,
      console: this.console,
      log: this.voice.log,
      report: this.voice.report,
      modules: this.parts.modules,
      onCpu: (cpu) => {
        this.tamper?.(cpu)
        this.follow(cpu)
      },
    })
    this.console.connect(booted.machine.board.console)
    return booted
  }

  /** Notes where the vCPU is each time that it runs. */
  private follow(cpu: Cpu): void {
    const run = cpu.run.bind(cpu)
    cpu.run = (budget) => {
      const { memory } = this.booted.machine.board
      const { pc, pstate } = cpu
      const pa = budget === 1 ? cpu.translate(pc, (pstate & 12) === 0 ? 0 : 1) : undefined
      const word = pa !== undefined && memory.isRam(pa) ? memory.readU32(pa) : undefined
      const interrupted = cpu.wakePending() && (pstate & PSTATE_IF) !== PSTATE_IF
      this.last = { cpu: cpu.index, pc, word, interrupted }
      return run(budget)
    }
  }

  private handle(result: RunResult): void {
    const { power } = this.booted
    if (result.kind === "idle") this.outcome ??= { kind: "stuck" }
    else if (result.kind === "pd-fault") {
      if (this.owners.includes(result.pd)) this.outcome ??= { kind: "died" }
    } else if (result.kind === "vm-event") {
      if (result.event.kind === "vm-fault") this.outcome ??= { kind: "died" }
      else if (result.event.kind === "vm-off") this.guestOff(result.pd)
      else if (!result.event.handled) this.booted = this.powerOn()
    }
    if (power.asked === "off") this.outcome ??= { kind: "off" }
    else if (power.asked === "reset") this.booted = this.powerOn()
  }

  private guestOff(pd: string): void {
    this.off.add(pd)
    if (this.owners.every((owner) => this.off.has(owner))) this.outcome ??= { kind: "off" }
  }
}
