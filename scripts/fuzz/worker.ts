// SPDX-License-Identifier: BSD-2-Clause
//
// The child process of `pnpm test:fuzz`: runs the guests that it is told of, one at a time.

import { Fuzz } from "../../packages/kernel/src/cpu/fuzz/index.ts"
import { cpuModel } from "../../packages/kernel/src/cpu/models/index.ts"

/** One guest to run. Seed and model are the same in all orders to one child. */
export interface Order {
  readonly seed: number
  readonly cpu: string
  readonly index: number
}

export interface Progress {
  /** Guests that this child has run. */
  readonly guests: number
  /** Of the guest at hand. */
  readonly instructions: number
  readonly exits: number
  readonly regions: number
  /** What was wrong; empty when nothing was. */
  readonly lines: readonly string[]
  /** Memory of the process. */
  readonly mib: number
}

let fuzz: Fuzz | undefined

process.on("message", ({ seed, cpu, index }: Order) => {
  fuzz ??= new Fuzz(seed, cpuModel(cpu))
  const before = { ...fuzz.counts, regions: fuzz.regions }
  const difference = fuzz.guest(index)
  const { guests, instructions, exits } = fuzz.counts
  const progress: Progress = {
    guests,
    instructions: instructions - before.instructions,
    exits: exits - before.exits,
    regions: Math.max(0, fuzz.regions - before.regions),
    lines: difference?.lines ?? [],
    mib: Math.round(process.memoryUsage.rss() / 2 ** 20),
  }
  // Whoever asked may have been stopped meanwhile.
  process.send?.(progress, undefined, {}, (error) => {
    if (error !== null) process.exit(0)
  })
})
process.on("disconnect", () => process.exit(0))
