// SPDX-License-Identifier: BSD-2-Clause
//
// `pnpm test:fuzz`: hostile guests at EL1 and EL0 for some minutes, in both tiers of the engine side by side. A
// child process runs them; one that does not come back is killed and the guest named. Exit code 0 when the engine
// kept its word, 1 when it did not, 2 on bad usage.

import { type ChildProcess, fork } from "node:child_process"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { CPU_NAMES, cpuModel } from "../packages/kernel/src/cpu/models/index.ts"
import type { Order, Progress } from "./fuzz/worker.ts"

const USAGE = `pnpm test:fuzz [--minutes N] [--seed S] [--from I] [--guests N] [--cpu MODEL]

  --minutes N  how long (1)
  --seed S     seed of the random numbers, 0 to 4294967295 (taken from the clock)
  --from I     index of the first guest (0); a report names seed and index
  --guests N   at most so many guests
  --cpu MODEL  ${CPU_NAMES.join(", ")} (cortex-a53)`

const WORKER = join(import.meta.dirname, "fuzz", "worker.ts")
/** A guest that takes longer hangs, ms. They take a fraction of a second. */
const HANGS_MS = 120_000
const TOLD_MS = 60_000
const ENOUGH = 5
/** Memory that the process may take on top of what it has after its first guests. */
const SETTLED_GUESTS = 300
const GROWTH_MIB = 300
/**
 * What a module leaves behind in V8 for good, at most, bytes: measured are 180 of an empty one (140,000 made and
 * dropped, RSS 58 to 79 MiB, the heap as before) and some 400 of a region's. Each region of these runs is a module.
 */
const MODULE_BYTES = 512

class Usage extends Error {}

interface Options {
  readonly minutes: number
  readonly seed: number
  readonly from: number
  readonly guests: number
  readonly cpu: string
}

function number(text: string | undefined, option: string, otherwise: number, limit = 2 ** 32): number {
  if (text === undefined) return otherwise
  const value = Number(text)
  if (/^[\d.]+$/.test(text) && value < limit) return value
  throw new Usage(`--${option} takes a number below ${limit}, not "${text}"`)
}

function readOptions(): Options | undefined {
  const text = { type: "string" } as const
  const { values } = parseArgs({
    options: {
      minutes: text,
      seed: text,
      from: text,
      guests: text,
      cpu: { ...text, default: "cortex-a53" },
      help: { type: "boolean", default: false },
    },
  })
  if (values.help) return undefined
  if (cpuModel(values.cpu) === undefined) throw new Usage(`--cpu takes ${CPU_NAMES.join(", ")}`)
  return {
    minutes: number(values.minutes, "minutes", 1, 100_000),
    seed: Math.floor(number(values.seed, "seed", Date.now() % 2 ** 32)),
    from: Math.floor(number(values.from, "from", 0)),
    guests: number(values.guests, "guests", 2 ** 32 - 1),
    cpu: values.cpu,
  }
}

class Run {
  private readonly options: Options
  private readonly end: number
  private next: number
  private told = Date.now()
  private done = { guests: 0, instructions: 0, exits: 0, regions: 0 }
  /** MiB after the first guests of the child at hand, and at most since. */
  private settled = 0
  private readonly wrong: string[] = []

  constructor(options: Options) {
    this.options = options
    this.end = Date.now() + options.minutes * 60_000
    this.next = options.from
  }

  private get over(): boolean {
    const { from, guests } = this.options
    return Date.now() >= this.end || this.next >= from + guests || this.wrong.length >= ENOUGH
  }

  async run(): Promise<readonly string[]> {
    while (!this.over) await this.child()
    const { guests, instructions, exits, regions } = this.done
    const n = (value: number) => value.toLocaleString("en-US")
    const work = `${n(instructions)} instructions, ${n(exits)} exits, ${n(regions)} regions`
    console.log(`${n(guests)} hostile guests of seed ${this.options.seed}: ${work}.`)
    return this.wrong
  }

  private fail(what: string, index: number): void {
    const { seed, cpu } = this.options
    this.wrong.push(`guest ${index}`)
    const model = cpu === "cortex-a53" ? "" : ` --cpu ${cpu}`
    console.log(
      `\nGuest ${index} of seed ${seed} (again: --seed ${seed} --from ${index} --guests 1${model}):\n${what}`,
    )
  }

  /** Guests in one child until it is over, or the child is lost. */
  private child(): Promise<void> {
    const { seed, cpu } = this.options
    this.settled = 0
    return new Promise((resolve) => {
      const worker = fork(WORKER, { execArgv: process.execArgv })
      let [watch, index] = [undefined as NodeJS.Timeout | undefined, -1]
      const give = () => {
        clearTimeout(watch)
        if (this.over) return worker.disconnect()
        index = this.next++
        watch = setTimeout(() => this.kill(worker, index), HANGS_MS)
        worker.send({ seed, cpu, index } satisfies Order)
      }
      worker.on("message", (progress: Progress) => {
        this.take(progress, index)
        give()
      })
      worker.on("exit", (code, signal) => {
        clearTimeout(watch)
        if (code !== 0 && signal !== "SIGKILL") this.fail(`the process ended (${signal ?? code})`, index)
        resolve()
      })
      give()
    })
  }

  private kill(worker: ChildProcess, index: number): void {
    this.fail(`hangs: it did not come back in ${HANGS_MS / 1000} s`, index)
    worker.kill("SIGKILL")
  }

  private take(progress: Progress, index: number): void {
    const { guests, instructions, exits, regions, lines, mib } = progress
    this.done.guests += 1
    this.done.instructions += instructions
    this.done.exits += exits
    this.done.regions += regions
    if (lines.length > 0) this.fail(lines.join("\n"), index)
    if (guests === SETTLED_GUESTS) this.settled = mib
    const left = (this.done.regions * MODULE_BYTES) / 0x10_0000
    if (this.settled > 0 && mib > this.settled + GROWTH_MIB + left) {
      this.fail(`memory grew from ${this.settled} to ${mib} MiB since guest ${SETTLED_GUESTS}`, index)
      this.settled = mib
    }
    if (Date.now() - this.told < TOLD_MS) return
    this.told = Date.now()
    console.log(`${this.done.guests} guests, ${mib} MiB`)
  }
}

async function main(): Promise<number> {
  const options = readOptions()
  if (options === undefined) {
    console.log(USAGE)
    return 0
  }
  console.log(`seed ${options.seed}, ${options.cpu}`)
  const wrong = await new Run(options).run()
  console.log(
    wrong.length === 0
      ? "The engine kept to guest memory and budgets, and both tiers agree."
      : `Something is wrong with ${wrong.join(", ")}.`,
  )
  return wrong.length === 0 ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  const expected = error instanceof Usage || (error instanceof TypeError && "code" in error)
  if (!expected) throw error
  console.error(`${error.message}\n\n${USAGE}`)
  process.exitCode = 2
}
