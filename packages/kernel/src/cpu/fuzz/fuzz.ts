// SPDX-License-Identifier: BSD-2-Clause
//
// One hostile guest after another in two machines, one that only interprets and one that translates at once: every
// second guest has many calls, and is translated as it is executed, the others with all that may be reached. The
// guest's EL2 answers exits in a fixed way. After every slice the vCPUs must agree, at the end all of memory; the
// hypervisor's memory and all that no guest has must be as they were, and the budget must have been kept.

import { rowsOf } from "../a64/tables/index.ts"
import { Decoder } from "../a64/decoder.ts"
import { type StatePart, STATE_PARTS } from "../compare.ts"
import * as L from "../layout.ts"
import { CORTEX_A53 } from "../models/index.ts"
import { derived, Random } from "../oracle/random.ts"
import { makeGuest } from "./guest.ts"
import { GUEST_SIZE, HostileMachine, HYPERVISOR_SIZE } from "./machine.ts"
import { ProgramMaker } from "./program.ts"

const SLICES = 40
const MOST_IN_SLICE = 400
const EXITS = 300
const RAM_SIZE = GUEST_SIZE + HYPERVISOR_SIZE
const EC_INSTRUCTION_ABORT = 0x20

/** What is compared of the CPU's block: offset, size, name. */
const PARTS: readonly StatePart[] = [...STATE_PARTS, [L.EXCL_ADDR_I32, 4, "the exclusive monitor"]]

export interface FuzzDifference {
  readonly seed: number
  readonly index: number
  readonly lines: readonly string[]
}

class Parted extends Error {
  override toString(): string {
    return this.message
  }
}

/** The last slice to run, and its budget. */
interface Limit {
  readonly slice: number
  readonly budget: number
}

const NO_LIMIT: Limit = { slice: SLICES, budget: 0 }

/** How far a guest came, and what was wrong there. */
interface Attempt extends Limit {
  readonly pc: bigint
  readonly lines: readonly string[]
}

export class Fuzz {
  private readonly seed: number
  private readonly plain: ProgramMaker
  private readonly calling: ProgramMaker
  private readonly decoder: Decoder
  private readonly cold: HostileMachine
  private hot: HostileMachine
  private readonly eager: HostileMachine
  private readonly recorded: HostileMachine
  private at: Omit<Attempt, "lines"> = { slice: 0, budget: 0, pc: 0n }
  readonly counts = { guests: 0, instructions: 0, exits: 0 }

  constructor(seed: number, model = CORTEX_A53) {
    this.seed = seed
    this.plain = new ProgramMaker(model)
    this.calling = new ProgramMaker(model, true)
    this.decoder = new Decoder(rowsOf(model))
    this.cold = new HostileMachine("off", model)
    this.eager = new HostileMachine("eager", model)
    this.recorded = new HostileMachine("recorded", model)
    this.hot = this.eager
  }

  get regions(): number {
    const made = (machine: HostileMachine) => machine.engine.runtime.translator.counts.regions
    return made(this.eager) + made(this.recorded)
  }

  /** Runs the guest with this index; undefined when all is as it should be. */
  guest(index: number): FuzzDifference | undefined {
    this.counts.guests += 1
    const before = this.cold.cpu.icount()
    const found = this.attempt(index, NO_LIMIT)
    this.counts.instructions += Math.max(0, this.cold.cpu.icount() - before)
    return found === undefined ? undefined : { seed: this.seed, index, lines: this.narrow(index, found) }
  }

  /** Runs a guest up to a limit. */
  private attempt(index: number, limit: Limit): Attempt | undefined {
    this.at = { slice: 0, budget: 0, pc: 0n }
    try {
      this.compare(index, limit)
      return undefined
    } catch (error) {
      const isKnown = error instanceof Parted || !(error instanceof Error)
      return { ...this.at, lines: isKnown ? [`${error}`] : (error.stack ?? error.message).split("\n") }
    }
  }

  /** Lines on the least budget of the last slice with which there is a difference. */
  private narrow(index: number, found: Attempt): readonly string[] {
    const where = `slice ${found.slice} of ${found.budget} instructions from PC 0x${found.pc.toString(16)}`
    let [least, most] = [1, found.budget]
    let last: Attempt | undefined
    while (least < most) {
      const budget = (least + most) >> 1
      const again = this.attempt(index, { slice: found.slice, budget })
      if (again === undefined) least = budget + 1
      else {
        last = again
        most = budget
      }
    }
    if (last === undefined) return [...found.lines, `in ${where}`]
    return [...last.lines, `after ${most} instructions of ${where}`]
  }

  private get machines(): readonly HostileMachine[] {
    return [this.cold, this.hot]
  }

  private compare(index: number, limit: Limit): void {
    const isCalling = index % 2 === 0
    this.hot = isCalling ? this.recorded : this.eager
    for (const machine of this.machines) machine.reset()
    const program = isCalling ? this.calling : this.plain
    makeGuest(this.machines, () => new Random(derived(this.seed, index)), program)
    const start = L.RAM_START + GUEST_SIZE
    const hypervisor = Buffer.from(this.cold.bytes.subarray(start, start + HYPERVISOR_SIZE))
    const random = new Random(derived(this.seed ^ 0x5a5a, index))
    let exits = 0
    for (let slice = 0; slice <= Math.min(limit.slice, SLICES - 1) && exits < EXITS; slice++) {
      const drawn = random.between(1, MOST_IN_SLICE)
      const budget = slice === limit.slice ? limit.budget : drawn
      this.at = { slice, budget, pc: this.cold.cpu.pc }
      if (this.slice(budget, random)) exits += 1
    }
    this.counts.exits += exits
    this.compareMemory(hypervisor)
  }

  /** One slice in both machines; true: it ended in an exit to EL2, which was answered. */
  private slice(budget: number, random: Random): boolean {
    const [ours, theirs] = this.machines.map((machine) => {
      const before = machine.executed
      const exit = machine.run(budget)
      const executed = machine.executed - before
      if (executed > budget)
        throw new Parted(`${executed} instructions were executed of a budget of ${budget}`)
      return { ...exit, executed }
    })
    for (const key of ["reason", "executed", "esr", "far", "ipa", "instruction"] as const) {
      if (ours[key] === theirs[key]) continue
      this.parted(
        `the exit's ${key}: ${ours[key].toString(16)} interpreted, ${theirs[key].toString(16)} translated`,
      )
    }
    this.compareCpus()
    if (ours.reason === "budget") return false
    const kind = random.below(8)
    for (const { cpu } of this.machines) {
      const aborted = ours.esr >>> 26 === EC_INSTRUCTION_ABORT
      if (ours.reason === "stop") cpu.setVirq(kind < 4)
      else if (aborted || kind === 0) cpu.pc = cpu.reg(24 + (kind % 5))
      else cpu.pc += 4n
    }
    return true
  }

  private compareCpus(): void {
    const at = L.CPU_BLOCKS
    const [a, b] = [this.cold.bytes, this.hot.bytes]
    const flags = this.machines.map(({ cpu }) => cpu.pstate)
    if (flags[0] !== flags[1])
      this.parted(`PSTATE: ${flags.map((value) => value.toString(16)).join(" and ")}`)
    for (const [offset, size, name] of PARTS) {
      const from = at + offset
      if (a.compare(b, from, from + size, from, from + size) === 0) continue
      const [x, y] = [a, b].map((bytes) =>
        Buffer.from(bytes.subarray(from, from + size))
          .reverse()
          .toString("hex"),
      )
      this.parted(`${name}: ${x} interpreted, ${y} translated`)
    }
  }

  private compareMemory(hypervisor: Buffer): void {
    const [start, end] = [L.RAM_START, L.RAM_START + RAM_SIZE]
    if (this.cold.bytes.compare(this.hot.bytes, start, end, start, end) !== 0) {
      let at = start
      while (this.cold.bytes[at] === this.hot.bytes[at]) at += 1
      this.parted(`RAM at 0x${(at - start).toString(16)} is not the same`)
    }
    const behind = start + GUEST_SIZE
    for (const machine of this.machines) {
      if (hypervisor.compare(machine.bytes, behind, behind + HYPERVISOR_SIZE) !== 0) {
        throw new Parted("the hypervisor's memory changed")
      }
      const damage = machine.damage()
      if (damage !== undefined) throw new Parted(damage)
    }
  }

  private parted(what: string): never {
    const { cpu } = this.cold
    const pa = cpu.translate(cpu.pc, (cpu.pstate & 12) === 0 ? 0 : 1)
    const word = pa === undefined || !this.cold.memory.isRam(pa) ? undefined : this.cold.memory.readU32(pa)
    const name = word === undefined ? "not mapped" : (this.decoder.find(word)?.row.name ?? "UNDEFINED")
    const at = `at PC 0x${cpu.pc.toString(16)} (${word?.toString(16).padStart(8, "0") ?? "no word"}, ${name})`
    throw new Parted(`${what}; ${at}`)
  }
}
