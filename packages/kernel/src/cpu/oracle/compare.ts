// SPDX-License-Identifier: BSD-2-Clause
//
// The comparison: every sequence of a batch under qemu, in the interpreter, and translated, whole and cut
// into pieces at random budgets. Registers, flags, memory and the number of instructions must agree.

import { LIMIT, Ours } from "./ours.ts"
import { codeOf, QemuError, runQemu } from "./qemu.ts"
import { derived, Random } from "./random.ts"
import { type Placed, place, type Sequence } from "./sequence.ts"
import { CODE, CODE_END, END, type Mismatch, mismatches, randomWindow } from "./state.ts"

export interface Difference {
  readonly placed: Placed
  /** Who was compared. */
  readonly between: string
  readonly mismatches: readonly Mismatch[]
}

/** Times the translating CPU runs a sequence, so that it is hot. */
const PASSES = 3

export class Comparison {
  private readonly cold = new Ours("off")
  private readonly hot = new Ours("eager")
  /** Instructions that the interpreter executed. */
  instructions = 0

  /** Regions that were made so far. */
  get regions(): number {
    return this.hot.sandbox.runtime.translator.counts.regions
  }

  /** The differences of these sequences; one a sequence at most. */
  differences(sequences: readonly Sequence[], seed: number): Difference[] {
    const batch = placeAll(sequences)
    const window = randomWindow(new Random(derived(seed, 0)))
    let theirs: Uint8Array[]
    try {
      theirs = runQemu(batch, window)
    } catch (error) {
      if (!(error instanceof QemuError)) throw error
      return this.halves(sequences, seed, batch, error)
    }
    this.cold.load(codeOf(batch), window)
    this.hot.load(codeOf(batch), window)
    return batch.flatMap((placed, n) => this.difference(placed, theirs[n]) ?? [])
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

  private difference(placed: Placed, theirs: Uint8Array): Difference | undefined {
    const { state } = placed.sequence
    const say = (between: string, found: readonly Mismatch[]): Difference => ({
      placed,
      between,
      mismatches: found,
    })
    this.cold.enter(state)
    const count = this.cold.run(placed.entry, LIMIT)
    this.instructions += count
    const interpreted = this.cold.result()
    const wrong = mismatches(interpreted, theirs)
    if (wrong.length > 0) return say("the interpreter (ours) and qemu (theirs)", wrong)
    this.hot.forgetCounts()
    for (let pass = 0; pass < PASSES; pass++) {
      this.hot.enter(state)
      const hotCount = this.hot.run(placed.entry, LIMIT)
      const found = [...counted(hotCount, count), ...mismatches(this.hot.result(), interpreted)]
      if (found.length > 0)
        return say(`pass ${pass + 1} of the translator (ours) and the interpreter (theirs)`, found)
    }
    return this.cut(placed, count, say)
  }

  /** Both tiers stopped at the same random places, with the state compared at each of them. */
  private cut(
    placed: Placed,
    count: number,
    say: (between: string, found: readonly Mismatch[]) => Difference,
  ): Difference | undefined {
    const random = new Random(derived(placed.sequence.seed, placed.sequence.index + 1))
    const tiers = [this.hot, this.cold]
    if (random.chance(0.3)) this.hot.dropTlb()
    for (const tier of tiers) tier.enter(placed.sequence.state)
    let [done, pc] = [0, placed.entry]
    while (pc !== END) {
      const budget = random.between(1, Math.max(2, Math.ceil(count / 3)))
      const [hot, cold] = tiers.map((tier) => tier.run(pc, budget))
      done += cold
      const found = [
        ...counted(hot, cold),
        ...value("PC", this.hot.pc, this.cold.pc),
        ...mismatches(this.hot.result(), this.cold.result()),
      ]
      const where = `after ${done} of ${count} instructions, the last ${budget} in one run`
      if (found.length > 0) return say(`the translator (ours) and the interpreter (theirs), ${where}`, found)
      pc = this.cold.pc
      if (cold === 0) break
    }
    const found = counted(done, count)
    return found.length > 0
      ? say("the interpreter cut into pieces (ours) and whole (theirs)", found)
      : undefined
  }
}

function value(what: string, ours: number, theirs: number): Mismatch[] {
  return ours === theirs ? [] : [{ what, ours: `0x${ours.toString(16)}`, theirs: `0x${theirs.toString(16)}` }]
}

function counted(ours: number, theirs: number): Mismatch[] {
  return ours === theirs ? [] : [{ what: "instructions executed", ours: `${ours}`, theirs: `${theirs}` }]
}

function placeAll(sequences: readonly Sequence[]): Placed[] {
  let at = CODE
  return sequences.map((sequence) => {
    const placed = place(sequence, at)
    at += placed.words.length * 4
    if (at > CODE_END) throw new RangeError("a batch has more code than there is room for")
    return placed
  })
}
