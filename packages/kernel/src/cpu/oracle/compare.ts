// SPDX-License-Identifier: BSD-2-Clause
//
// The comparison: every sequence of a batch under qemu, in the interpreter, and translated, whole and cut
// into pieces at random budgets. Registers, flags, memory and the number of instructions must agree. Regions
// are made for a whole batch in one module; some sequences are instead left to become hot by themselves.

import { CORTEX_A53, type CpuModel } from "../models/index.ts"
import { Coverage } from "./coverage.ts"
import { LIMIT, Ours } from "./ours.ts"
import { QemuError, runQemu } from "./qemu.ts"
import { derived, isOneOf, Random } from "./random.ts"
import { codeOf, type Placed, placeAll } from "./layout.ts"
import type { Sequence } from "./sequence.ts"
import { END, type Mismatch, mismatches, randomWindow, RESULT_SIZE } from "./state.ts"

export interface Difference {
  readonly placed: Placed
  /** Who was compared. */
  readonly between: string
  readonly mismatches: readonly Mismatch[]
}

/** Of so many sequences one goes to the translator on its own arrivals; of so many with calls. */
const WARMING = 256
const WARMING_CALLS = 64
/** Times it runs, so that it is hot, and its regions grow. */
const PASSES = 64

const isWarming = ({ sequence: { seed, index, subs } }: Placed) =>
  isOneOf(subs.length > 0 ? WARMING_CALLS : WARMING, seed, index)

type Say = (between: string, found: readonly Mismatch[]) => Difference

/** Of so many sequences without subroutines one has regions of the way that control took. */
const RECORDED = 16

const COLD_AND_HOT = "the translator (ours) and the interpreter (theirs)"
const RECORDED_AND_COLD = "the translator, as it records (ours), and the interpreter (theirs)"

export class Comparison {
  private readonly model: CpuModel
  private readonly translating: number
  private readonly cold: Ours
  private readonly hot: Ours
  private readonly recorded: Ours
  private warming: Ours | undefined
  readonly coverage = new Coverage()
  /** Instructions that the interpreter executed. */
  instructions = 0

  /**
   * `translating`: of so many sequences (1, 2, 4 or 8) one is translated and counts in the coverage; of so many with
   * calls, two.
   */
  constructor(model = CORTEX_A53, translating = 1) {
    this.model = model
    this.translating = translating
    this.cold = new Ours("off", model)
    this.hot = new Ours("default", model)
    this.recorded = new Ours("default", model)
  }

  /** Regions that were made so far. */
  get regions(): number {
    const made = (tier: Ours | undefined) => tier?.sandbox.runtime.translator.counts.regions ?? 0
    return made(this.hot) + made(this.recorded) + made(this.warming)
  }

  /** The differences of these sequences; one a sequence at most. */
  differences(sequences: readonly Sequence[], seed: number): Difference[] {
    const batch = placeAll(sequences)
    const window = randomWindow(new Random(derived(seed, 0)))
    let theirs: Buffer
    try {
      theirs = runQemu(batch, window, this.model.name)
    } catch (error) {
      if (!(error instanceof QemuError)) throw error
      return this.halves(sequences, seed, batch, error)
    }
    const code = codeOf(batch)
    this.cold.load(code, window)
    this.hot.load(code, window)
    this.hot.translate(batch.flatMap((placed) => (this.isTranslated(placed) ? placed.entries : [])))
    this.record(
      batch.filter((placed) => this.isRecorded(placed)),
      code,
      window,
    )
    if (batch.some(isWarming)) {
      this.warming ??= new Ours("recorded", this.model)
      this.warming.load(code, window)
    }
    return batch.flatMap((placed, n) => this.difference(placed, theirs, n * RESULT_SIZE) ?? [])
  }

  /** Of sequences with calls twice as many are. */
  private isTranslated({ sequence: { seed, index, subs } }: Placed): boolean {
    return isOneOf(subs.length > 0 ? Math.max(1, this.translating / 2) : this.translating, seed, index)
  }

  private isRecorded(placed: Placed): boolean {
    const { seed, index, subs } = placed.sequence
    return this.isTranslated(placed) && (subs.length > 0 || isOneOf(RECORDED, seed, index))
  }

  /**
   * Makes regions of the ways that sequences take, calls and returns through registers included: from the start, and
   * of every second one with calls from a random place on.
   */
  private record(batch: readonly Placed[], code: Uint32Array, window: Uint8Array): void {
    const { recorded } = this
    recorded.load(code, window)
    for (const { at, sequence } of batch) {
      recorded.enter(sequence.state)
      recorded.start(at)
      const count = recorded.record(LIMIT)
      const before = derived(sequence.seed, sequence.index + 2) % Math.max(count, 1)
      if (sequence.subs.length === 0 || sequence.index % 2 === 0 || before === 0) continue
      recorded.enter(sequence.state)
      recorded.run(at, before)
      recorded.record(LIMIT)
    }
    recorded.flush()
  }

  /** qemu did not come to the end of a batch: finds the sequence that it dies or hangs of. */
  private halves(
    sequences: readonly Sequence[],
    seed: number,
    batch: readonly Placed[],
    error: QemuError,
  ): Difference[] {
    if (batch.length === 1) {
      const what = [{ what: "end", ours: "reached", theirs: error.message }]
      return [{ placed: batch[0], between: "qemu's program", mismatches: what }]
    }
    const middle = sequences.length >> 1
    return [sequences.slice(0, middle), sequences.slice(middle)].flatMap((half) =>
      this.differences(half, seed),
    )
  }

  private difference(placed: Placed, theirs: Buffer, at: number): Difference | undefined {
    const { cold, hot, recorded } = this
    const { state } = placed.sequence
    const say: Say = (between, found) => ({ placed, between, mismatches: found })
    cold.enter(state)
    const count = cold.run(placed.at, LIMIT)
    this.instructions += count
    if (!cold.agrees(theirs, at)) {
      const wrong = mismatches(cold.result(), theirs.subarray(at, at + RESULT_SIZE))
      return say("the interpreter (ours) and qemu (theirs)", wrong)
    }
    if (!this.isTranslated(placed)) return undefined
    return (
      this.whole(placed, count, say, hot) ??
      (this.isRecorded(placed) ? this.whole(placed, count, say, recorded) : undefined) ??
      this.cut(placed, count, say, hot) ??
      (this.isRecorded(placed) ? this.cut(placed, count, say, recorded) : undefined) ??
      this.regionwise(placed, say, hot) ??
      (this.isRecorded(placed) ? this.regionwise(placed, say, recorded) : undefined) ??
      (isWarming(placed) ? this.warmed(placed, count, say) : undefined)
    )
  }

  /** Translated; the interpreter has just come to the end of it. */
  private whole({ at, sequence }: Placed, count: number, say: Say, hot: Ours): Difference | undefined {
    hot.enter(sequence.state)
    const hotCount = hot.run(at, LIMIT)
    if (hotCount === count && hot.same(this.cold)) return undefined
    return say(this.pair(hot), parted(hot, this.cold, hotCount, count))
  }

  private pair(hot: Ours): string {
    return hot === this.recorded ? RECORDED_AND_COLD : COLD_AND_HOT
  }

  /** Run several times from the start, as code that nobody has translated beforehand; see `difference`. */
  private warmed({ at: entry, sequence }: Placed, count: number, say: Say): Difference | undefined {
    const { cold, warming } = this
    if (warming === undefined) return undefined
    warming.forgetCounts()
    cold.enter(sequence.state)
    cold.run(entry, LIMIT)
    for (let pass = 1; pass <= PASSES; pass++) {
      warming.enter(sequence.state)
      const hotCount = warming.run(entry, LIMIT)
      if (hotCount === count && warming.same(cold)) continue
      return say(`pass ${pass} of ${COLD_AND_HOT}`, parted(warming, cold, hotCount, count))
    }
    return undefined
  }

  /** Both tiers stopped at the same random places, with the state compared at each of them. */
  private cut({ sequence, at: entry }: Placed, count: number, say: Say, hot: Ours): Difference | undefined {
    const { cold } = this
    const random = new Random(derived(sequence.seed, sequence.index + 1))
    if (random.chance(0.3)) hot.dropTlb()
    hot.enter(sequence.state)
    cold.enter(sequence.state)
    let [done, pc] = [0, entry]
    while (pc !== END) {
      const budget = random.between(1, Math.max(2, Math.ceil(count / 3)))
      const ours = hot.run(pc, budget)
      const theirs = cold.run(pc, budget)
      done += theirs
      if (ours !== theirs || !hot.same(cold)) {
        const where = `after ${done} of ${count} instructions, the last ${budget} in one run`
        return say(`${this.pair(hot)}, ${where}`, parted(hot, cold, ours, theirs))
      }
      pc = cold.pc
      if (theirs === 0) break
    }
    if (done === count) return undefined
    return say("the interpreter cut into pieces (ours) and whole (theirs)", counted(done, count))
  }

  /**
   * Enters regions one at a time, with the interpreter a step at a time beside them, and counts what ran in
   * which: what a region leaves to the interpreter counts there.
   */
  private regionwise({ sequence, at: entry }: Placed, say: Say, hot: Ours): Difference | undefined {
    const { cold } = this
    hot.enter(sequence.state)
    cold.enter(sequence.state)
    hot.start(entry)
    cold.start(entry)
    for (let pc = entry; pc !== END; pc = cold.pc) {
      const inRegion = hot.runRegion(pc, LIMIT)
      if (inRegion === 0 && hot.proceed(1) === 0) break
      this.follow(Math.max(inRegion, 1), inRegion, hot)
      if (inRegion > 0 && !hot.same(cold) && cold.pc !== END) {
        // The instruction that was left may have stored part of what it stores; it does all of it again.
        this.follow(1, 0, hot)
        hot.proceed(1)
      }
      if (inRegion > 0 && !hot.same(cold)) {
        const where = `in a region entered at 0x${pc.toString(16)} and left after ${inRegion} instructions`
        return say(`${this.pair(hot)}, ${where}`, parted(hot, cold, inRegion, inRegion))
      }
    }
    return undefined
  }

  /** The interpreter does so many steps, of which a region did the first; counts them. */
  private follow(steps: number, inRegion: number, hot: Ours): void {
    const { cold, coverage } = this
    const { handlers } = cold.sandbox.runtime.decoder
    for (let step = 0, before = 0; step < steps; step++) {
      const handler = cold.handlerAt(cold.pc)
      if (hot === this.recorded) {
        if (step > 0 && step < inRegion) coverage.countBehind(handlers[before]?.row, handler)
      } else coverage.count(handler, step < inRegion)
      before = handler
      cold.proceed(1)
    }
  }
}

/** In what two CPUs differ; of them, one thing at least. */
function parted(ours: Ours, theirs: Ours, count: number, expected: number): Mismatch[] {
  const found = [
    ...counted(count, expected),
    ...value("PC", ours.pc, theirs.pc),
    ...mismatches(ours.result(), theirs.result()),
  ]
  return found.length > 0 ? found : [{ what: "FPCR, or memory beside the window", ours: "", theirs: "" }]
}

function value(what: string, ours: number, theirs: number): Mismatch[] {
  return ours === theirs ? [] : [{ what, ours: `0x${ours.toString(16)}`, theirs: `0x${theirs.toString(16)}` }]
}

function counted(ours: number, theirs: number): Mismatch[] {
  return ours === theirs ? [] : [{ what: "instructions executed", ours: `${ours}`, theirs: `${theirs}` }]
}
