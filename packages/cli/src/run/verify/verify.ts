// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm run --verify`: one machine interprets, the other translates; both run the same guest in lockstep, under
// virtual clocks and with the same input, and are compared after every piece. When they part, both are run again
// from power-on, as runs repeat to the instruction, to find the first instruction after which they differ. RAM is
// compared only now and then, since that takes long.

import type { Cpu, StateDifference, Translation } from "@vmm/kernel/cpu"

import type { Outcome } from "../outcome.ts"
import { machineDifferences, ramDifferences } from "./verify-compare.ts"
import { type LastRun, Side, type SideParts, type SideVoice, SILENT } from "./verify-side.ts"
import type { Wall } from "../wall.ts"

/** Instructions between two comparisons, the same as between two looks of a run at the world. */
const PIECE = 500_000
/** Comparisons from one of RAM to the next. */
const RAM_EVERY = 64
/** Comparisons of one narrower look at what lies between two. */
const FINER = 32

export interface VerifyOptions {
  readonly parts: SideParts
  /** How the second machine translates. */
  readonly translation: Translation
  readonly voice: SideVoice
  readonly wall: Wall
  /** Hands on what the guest sent; comes back when there is room for more. */
  readonly write: (bytes: Uint8Array) => Promise<void> | undefined
  /** Host seconds. */
  readonly timeout: number | undefined
  /** Changes vCPUs of the second machine: a difference that is planted. */
  readonly tamper?: (cpu: Cpu) => void
}

/** The machines agree after `from` instructions and differ after `to`. */
export interface Parted {
  readonly kind: "parted"
  readonly from: number
  readonly to: number
  readonly differences: readonly StateDifference[]
  /** The instruction that made the difference, where one was found. */
  readonly at: (LastRun & { readonly name: string }) | undefined
}

/** Instruction counts at which a run is cut: every `step` of them, until `until`. */
interface Cut {
  readonly step: number
  readonly until: number
}

interface Found {
  readonly from: number
  readonly to: number
  readonly differences: readonly StateDifference[]
}

export class Verification {
  private readonly options: VerifyOptions
  private outcome: Outcome | undefined
  private readonly deadline: number
  readonly cold: Side
  private readonly hot: Side

  constructor(options: VerifyOptions) {
    this.options = options
    this.deadline = options.timeout === undefined ? Infinity : performance.now() + options.timeout * 1000
    this.cold = new Side(options.parts, "off", options.voice)
    this.hot = this.makeHot()
  }

  /** Ends the run from outside; the first one counts. */
  end(outcome: Outcome): void {
    this.outcome ??= outcome
  }

  /** Runs to the end, or to the first difference. */
  async run(): Promise<Outcome | Parted> {
    const found = await this.lockstep()
    if (found === undefined) return this.outcome ?? this.cold.outcome ?? { kind: "stuck" }
    if (this.outcome?.kind === "matched") this.outcome = undefined
    return await this.narrow(found)
  }

  private makeHot(): Side {
    return new Side(this.options.parts, this.options.translation, SILENT, this.options.tamper)
  }

  private async lockstep(): Promise<Found | undefined> {
    const { cold, hot, options } = this
    let [equal, equalRam] = [0, 0]
    for (let target = PIECE, pieces = 1; ;) {
      const ours: Said = { events: cold.piece(target), console: cold.console.take() }
      const theirs: Said = { events: hot.piece(target), console: hot.console.take() }
      const written = options.write(ours.console)
      if (written !== undefined) await written
      if (cold.console.matched) this.end({ kind: "matched" })
      this.checkTime()
      const ended = (this.outcome ?? cold.outcome ?? hot.outcome) !== undefined
      const to = Math.max(cold.instructions, hot.instructions)
      const differences = [...saidDifferences(ours, theirs), ...machineDifferences(cold, hot)]
      if (differences.length > 0) return { from: equal, to, differences }
      if (ended || pieces % RAM_EVERY === 0) {
        const ram = ramDifferences(cold, hot)
        if (ram.length > 0) return { from: equalRam, to, differences: ram }
      }
      if (ended) return undefined
      if (to >= target) {
        equal = target
        if (pieces % RAM_EVERY === 0) equalRam = target
        target += PIECE
        pieces += 1
      }
      await options.wall.turn()
    }
  }

  /** Runs both again to find the instruction; what is known so far if somebody ends the search. */
  private async narrow(first: Found): Promise<Parted> {
    const cuts: Cut[] = [{ step: PIECE, until: first.from }]
    let found = first
    while (found.to - found.from > 1 && this.outcome === undefined) {
      const step = Math.ceil((found.to - found.from) / FINER)
      const finer = await this.look(cuts, { step, until: found.to })
      if (finer === undefined) break
      cuts.push({ step, until: finer.from })
      found = finer
    }
    found = await this.halve(cuts, found)
    const at = await this.instruction(cuts, found)
    return { kind: "parted", ...found, at }
  }

  /** The first difference at one of the places of `cut`. Cut finely, a fault of translated code may not show. */
  private async look(cuts: readonly Cut[], cut: Cut): Promise<Found | undefined> {
    const [cold, hot] = [new Side(this.options.parts, "off", SILENT), this.makeHot()]
    for (const side of [cold, hot]) await this.replay(side, cuts)
    let from = cuts.at(-1)?.until ?? 0
    while (from < cut.until && this.outcome === undefined) {
      const to = Math.min(from + cut.step, cut.until)
      const [ours, theirs] = [await this.advance(cold, to), await this.advance(hot, to)]
      if (this.outcome !== undefined) break
      const machines = [...machineDifferences(cold, hot), ...ramDifferences(cold, hot)]
      const differences = [...saidDifferences(ours, theirs), ...machines]
      if (differences.length > 0) return { from, to, differences }
      from = to
    }
    return undefined
  }

  /** The least number of instructions after which one run on from the last cut gives a difference. */
  private async halve(cuts: readonly Cut[], first: Found): Promise<Found> {
    const base = cuts.at(-1)?.until ?? 0
    if (first.to - first.from <= 1) return first
    const whole = await this.look(cuts, { step: first.to - base, until: first.to })
    if (whole === undefined) return first
    let found = whole
    while (found.to - found.from > 1 && this.outcome === undefined) {
      const middle = Math.floor((found.from + found.to) / 2)
      const nearer = await this.look(cuts, { step: middle - base, until: middle })
      if (this.outcome !== undefined) break
      found = nearer === undefined ? { ...found, from: middle } : { ...nearer, from: found.from }
    }
    return found
  }

  /** The instruction that ends at `found.to`, as the interpreting machine comes by it. */
  private async instruction(cuts: readonly Cut[], found: Found): Promise<Parted["at"]> {
    if (found.to - found.from !== 1 || this.outcome !== undefined) return undefined
    const cold = new Side(this.options.parts, "off", SILENT)
    await this.replay(cold, cuts)
    for (const target of [found.from, found.to]) await this.advance(cold, target)
    const { last } = cold
    if (last === undefined) return undefined
    const { decoder } = cold.booted.machine.engine.runtime
    const row = last.word === undefined ? undefined : decoder.find(last.word)?.row.name
    return { ...last, name: last.word === undefined ? "not mapped" : (row ?? "UNDEFINED") }
  }

  private async replay(side: Side, cuts: readonly Cut[]): Promise<void> {
    let at = 0
    for (const { step, until } of cuts) {
      while (at < until) {
        at = Math.min(at + step, until)
        await this.advance(side, at)
      }
    }
  }

  private async advance(side: Side, target: number): Promise<Said> {
    const events: string[] = []
    const pieces: Uint8Array[] = []
    while (side.instructions < target && side.outcome === undefined && this.outcome === undefined) {
      events.push(side.piece(target))
      pieces.push(side.console.take())
      this.checkTime()
      await this.options.wall.turn()
    }
    return { events: events.join(", "), console: Buffer.concat(pieces) }
  }

  private checkTime(): void {
    if (performance.now() >= this.deadline) this.end({ kind: "timeout", seconds: this.options.timeout ?? 0 })
  }
}

/** What the world sees of a machine. */
interface Said {
  readonly events: string
  readonly console: Uint8Array
}

function saidDifferences(cold: Said, hot: Said): StateDifference[] {
  const [ours, theirs] = [cold, hot].map(({ console }) =>
    JSON.stringify(Buffer.from(console).toString("latin1")),
  ) as [string, string]
  return [
    { name: "what happened", ours: cold.events, theirs: hot.events },
    { name: "the console", ours, theirs },
  ].filter((one) => one.ours !== one.theirs)
}
