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
import { codeOf, type Placed, placeAll, type Sequence } from "./sequence.ts"
import { END, type Mismatch, mismatches, randomWindow, RESULT_SIZE } from "./state.ts"

export interface Difference {
  readonly placed: Placed
  /** Who was compared. */
  readonly between: string
  readonly mismatches: readonly Mismatch[]
}

/** Of so many sequences one goes to the translator on its own arrivals. */
const WARMING = 256
/** Times it runs, so that it is hot. */
const PASSES = 3

type Say = (between: string, found: readonly Mismatch[]) => Difference

const COLD_AND_HOT = "the translator (ours) and the interpreter (theirs)"

export class Comparison {
  private readonly model: CpuModel
  private readonly translating: number
  private readonly cold: Ours
  private readonly hot: Ours
  private warming: Ours | undefined
  readonly coverage = new Coverage()
  /** Instructions that the interpreter executed. */
  instructions = 0

  /** `translating`: of so many sequences (1, 2, 4 or 8) one is translated and counts in the coverage. */
  constructor(model = CORTEX_A53, translating = 1) {
    this.model = model
    this.translating = translating
    this.cold = new Ours("off", model)
    this.hot = new Ours("default", model)
  }

  /** Regions that were made so far. */
  get regions(): number {
    const made = (tier: Ours | undefined) => tier?.sandbox.runtime.translator.counts.regions ?? 0
    return made(this.hot) + made(this.warming)
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
    if (batch.some(({ sequence: { index } }) => isOneOf(WARMING, seed, index))) {
      this.warming ??= new Ours("eager", this.model)
      this.warming.load(code, window)
    }
    return batch.flatMap((placed, n) => this.difference(placed, theirs, n * RESULT_SIZE) ?? [])
  }

  private isTranslated({ sequence: { seed, index } }: Placed): boolean {
    return isOneOf(this.translating, seed, index)
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
    const { cold, hot } = this
    const { state, seed, index } = placed.sequence
    const say: Say = (between, found) => ({ placed, between, mismatches: found })
    cold.enter(state)
    const count = cold.run(placed.at, LIMIT)
    this.instructions += count
    if (!cold.agrees(theirs, at)) {
      const wrong = mismatches(cold.result(), theirs.subarray(at, at + RESULT_SIZE))
      return say("the interpreter (ours) and qemu (theirs)", wrong)
    }
    if (!this.isTranslated(placed)) return undefined
    hot.enter(state)
    const hotCount = hot.run(placed.at, LIMIT)
    if (hotCount !== count || !hot.same(cold)) return say(COLD_AND_HOT, parted(hot, cold, hotCount, count))
    return (
      this.cut(placed, count, say) ??
      this.regionwise(placed, say) ??
      (isOneOf(WARMING, seed, index) ? this.warmed(placed, count, say) : undefined)
    )
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
  private cut({ sequence, at: entry }: Placed, count: number, say: Say): Difference | undefined {
    const { hot, cold } = this
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
        return say(`${COLD_AND_HOT}, ${where}`, parted(hot, cold, ours, theirs))
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
  private regionwise({ sequence, at: entry }: Placed, say: Say): Difference | undefined {
    const { hot, cold, coverage } = this
    hot.enter(sequence.state)
    cold.enter(sequence.state)
    hot.start(entry)
    cold.start(entry)
    for (let pc = entry; pc !== END; pc = cold.pc) {
      const inRegion = hot.runRegion(pc, LIMIT)
      if (inRegion === 0 && hot.proceed(1) === 0) break
      const steps = Math.max(inRegion, 1)
      for (let step = 0; step < steps; step++) {
        coverage.count(cold.handlerAt(cold.pc), step < inRegion)
        cold.proceed(1)
      }
      if (inRegion > 0 && !hot.same(cold) && cold.pc !== END) {
        // The instruction that was left may have stored part of what it stores; it does all of it again.
        coverage.count(cold.handlerAt(cold.pc), false)
        hot.proceed(1)
        cold.proceed(1)
      }
      if (inRegion > 0 && !hot.same(cold)) {
        const where = `in a region entered at 0x${pc.toString(16)} and left after ${inRegion} instructions`
        return say(`${COLD_AND_HOT}, ${where}`, parted(hot, cold, inRegion, inRegion))
      }
    }
    return undefined
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
