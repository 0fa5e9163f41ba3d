// SPDX-License-Identifier: BSD-2-Clause
//
// Shares the oracle's work among processes, and keeps the checkpoint: which pieces are done and what they came
// to. What was done does not depend on the number of processes, nor on where a run was broken off.

import { fork } from "node:child_process"
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { NOTHING, sum, type Tally } from "../../packages/kernel/src/cpu/oracle/index.ts"
import { bundledWorker } from "./bundle.ts"
import { type Item, itemsOf, type Options, Usage } from "./options.ts"
import type { Setup } from "./worker.ts"

/**
 * V8's flags for a worker. Regions are compiled by the module, on one thread, since each runs a few times and at once;
 * a batch of sequences dies young where there is room for it.
 */
const WORKER_FLAGS = [
  "--no-wasm-lazy-compilation",
  "--wasm-num-compilation-tasks=1",
  "--max-semi-space-size=64",
]
const CHECKPOINT_MS = 15_000
/** So many differences end the run. */
const ENOUGH = 5

/** What a checkpoint is good for: the same work by the same instruction tables. */
type Key = Pick<Options, "seed" | "from" | "sequences" | "words" | "cpu" | "translating"> & {
  rows: string | null
  encodings: number
}

interface Checkpoint {
  readonly key: Key
  /** Numbers of the pieces that are done. */
  readonly done: readonly number[]
  readonly seconds: number
  readonly tally: Tally
}

export class Pool {
  private readonly options: Options
  private readonly key: Key
  private readonly items: readonly Item[]
  private readonly done = new Set<number>()
  private readonly started = Date.now()
  private saved = Date.now()
  private secondsBefore = 0
  private next = 0
  tally = NOTHING

  /** `encodings`: how many the instruction tables have. Throws Usage on a checkpoint of other work. */
  constructor(options: Options, encodings: number) {
    const { seed, from, sequences, words, cpu, translating, rows = null } = options
    this.options = options
    this.key = { seed, from, sequences, words, cpu, translating, rows, encodings }
    this.items = itemsOf(options)
    this.restore()
  }

  /** Seconds that the work took, those before a break included. */
  get seconds(): number {
    return this.secondsBefore + (Date.now() - this.started) / 1000
  }

  private restore(): void {
    const { checkpoint } = this.options
    if (checkpoint === undefined || !existsSync(checkpoint)) return
    const { key, done, seconds, tally } = JSON.parse(readFileSync(checkpoint, "utf8")) as Checkpoint
    if (JSON.stringify(key) !== JSON.stringify(this.key)) {
      throw new Usage(
        `${checkpoint} is of other work (${JSON.stringify(key)}): name another file, or remove it`,
      )
    }
    for (const item of done) this.done.add(item)
    this.secondsBefore = seconds
    this.tally = tally
  }

  private save(): void {
    this.saved = Date.now()
    const { checkpoint } = this.options
    if (checkpoint === undefined) return
    const { key, done, seconds, tally } = this
    const content: Checkpoint = { key, done: [...done], seconds, tally }
    writeFileSync(`${checkpoint}.new`, JSON.stringify(content))
    renameSync(`${checkpoint}.new`, checkpoint)
  }

  private take(): number | undefined {
    while (this.done.has(this.next)) this.next += 1
    const { differences, wrongWords } = this.tally
    if (this.next >= this.items.length || differences.length + wrongWords.length >= ENOUGH) return undefined
    return this.next++
  }

  /** Does what is left to do; `progress` is told after each piece. */
  async run(progress: (tally: Tally) => void): Promise<void> {
    const worker = await bundledWorker()
    try {
      const lanes = Array.from({ length: this.options.jobs }, () => this.lane(worker.file, progress))
      await Promise.all(lanes)
    } finally {
      worker.remove()
      this.save()
    }
  }

  private lane(file: string, progress: (tally: Tally) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = fork(file, { execArgv: WORKER_FLAGS })
      let item: number | undefined
      const give = () => {
        item = this.take()
        if (item === undefined) worker.disconnect()
        else worker.send({ ...this.items[item] })
      }
      worker.on("message", (tally: Tally) => {
        this.tally = sum(this.tally, tally)
        if (item !== undefined) this.done.add(item)
        if (Date.now() - this.saved > CHECKPOINT_MS) this.save()
        progress(this.tally)
        give()
      })
      worker.on("error", reject)
      worker.on("exit", (code, signal) => {
        if (item === undefined) return resolve()
        const work = JSON.stringify(this.items[item])
        reject(new Error(`a process of the oracle ended (${signal ?? `exit code ${code}`}) at ${work}`))
      })
      const { seed, rows, cpu, translating } = this.options
      worker.send({ seed, rows, cpu, translating } satisfies Setup)
      give()
    })
  }
}
