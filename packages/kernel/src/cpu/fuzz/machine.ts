// SPDX-License-Identifier: BSD-2-Clause
//
// The machine that hostile guests run in: the whole engine with one vCPU under EL2, a little RAM that stage 2
// shows to the guest, RAM that it does not, one device, a GIC of registers that answer something, and time that
// follows the instructions executed. Memory that nobody may touch is filled with a pattern.

import { Bus, EventQueue, type MmioDevice, PhysicalMemory } from "@vmm/machine"
import { Engine } from "../engine.ts"
import * as L from "../layout.ts"
import { CORTEX_A53, type CpuModel } from "../models/index.ts"
import { createMemory, type Translation } from "../runtime.ts"
import type { Cpu } from "../types.ts"

const MIB = 2 ** 20
/** The guest's RAM; the hypervisor's lies in a range of its own and holds the stage 2 tables. */
export const GUEST = 0x4000_0000
export const GUEST_SIZE = 4 * MIB
export const HYPERVISOR = 0x8000_0000
export const HYPERVISOR_SIZE = 2 * MIB
export const DEVICE = 0x1000_0000
const NS_PER_INSTRUCTION = 7
const COUNTER_HZ = 62_500_000
/** Counters of arrivals, which say when code is translated. */
const COUNTS_SIZE = 1 << 17
/** Where no byte may change: below the CPU blocks (but EPOCH and WAYS), the blocks of other CPUs, and behind RAM. */
const PATTERN = 0xa5
const RAM_BEHIND = L.RAM_START + GUEST_SIZE + HYPERVISOR_SIZE
/** Registers of other CPUs, from V0 on; their event registers before that hear SEV. */
const others = (index: number) => L.CPU_BLOCKS + index * L.CPU_BLOCK_SIZE + L.V
const WATCHED: ReadonlyArray<readonly [start: number, end: number]> = [
  [others(1), others(1) + L.BANKS - L.V],
  [others(2), others(2) + L.BANKS - L.V],
  [RAM_BEHIND, RAM_BEHIND + 4 * MIB],
]

export class HostileMachine {
  readonly cpu: Cpu
  readonly engine: Engine
  readonly memory: PhysicalMemory
  readonly view: DataView
  readonly bytes: Buffer
  private readonly events = new EventQueue()
  private readonly watched: Array<{ readonly start: number; readonly copy: Buffer }> = []
  private readonly constants: Buffer
  /** Accesses to the device so far: what it answers depends on them. */
  private touched = 0
  private ended = 0

  constructor(translation: Translation, model: CpuModel = CORTEX_A53) {
    const wasm = createMemory()
    const end = RAM_BEHIND
    this.memory = new PhysicalMemory(wasm.buffer, L.RAM_START, end, [
      { base: GUEST, size: GUEST_SIZE },
      { base: HYPERVISOR, size: HYPERVISOR_SIZE },
    ])
    for (let pa = GUEST; pa < GUEST + GUEST_SIZE; pa += 2 * MIB) this.memory.hostOffset(pa)
    this.memory.hostOffset(HYPERVISOR)
    this.view = new DataView(wasm.buffer)
    this.bytes = Buffer.from(wasm.buffer, 0, RAM_BEHIND + 4 * MIB)
    const late: { cpu?: Cpu } = {}
    const bus = new Bus()
    bus.map(DEVICE, 4096, this.device())
    this.engine = new Engine({
      wasm,
      memory: this.memory,
      bus,
      clock: { nowNs: () => (late.cpu === undefined ? 0 : this.nowNs) },
      events: this.events,
      counterHz: COUNTER_HZ,
      translation,
      registers: {
        read: (_cpu, key) => ((key & 7) === 6 ? -1 : (key & 7) === 7 ? -2 : (key * 0x9e37) & 0xffff),
        write: (_cpu, key) => ((key & 7) === 6 ? -1 : (key & 7) === 7 ? -2 : 0),
      },
      model,
    })
    for (const [start, stop] of WATCHED) {
      this.bytes.fill(PATTERN, start, stop)
      this.watched.push({ start, copy: Buffer.from(this.bytes.subarray(start, stop)) })
    }
    this.cpu = this.engine.createCpu(0, { set: (level) => late.cpu?.setVirq(level) })
    late.cpu = this.cpu
    this.events.onEarlier = () => this.cpu.stop()
    this.constants = Buffer.from(this.bytes.subarray(0, L.CPU_BLOCKS))
  }

  /** Answers what depends on the accesses so far. */
  private device(): MmioDevice {
    return {
      name: "device",
      reset: () => undefined,
      state: () => ({}),
      fromState: () => undefined,
      read: (offset, size) => {
        this.touched += 1
        const value = Math.imul(offset + this.touched, 0x9e37_79b1) >>> 0
        return size === 4 ? value : value & (size === 2 ? 0xffff : 0xff)
      },
      write: () => {
        this.touched += 1
      },
    }
  }

  /** Runs what is due, then at most `budget` instructions, fewer where a timer is due before. */
  run(budget: number): ReturnType<Cpu["run"]> {
    const now = this.nowNs
    this.events.runUntil(now)
    const due = Math.ceil((this.events.nextDeadlineNs() - now) / NS_PER_INSTRUCTION)
    return this.cpu.run(Math.max(1, Math.min(budget, due)))
  }

  /** Forgets everything that an earlier guest left behind. */
  reset(): void {
    this.ended = this.cpu.icount()
    for (const slot of ["CNTV_CTL_EL0", "CNTP_CTL_EL0"] as const) this.cpu.setSysreg(slot, 0n)
    this.cpu.setVirq(false)
    this.cpu.reset()
    this.cpu.flushTlb()
    this.engine.memoryReset()
    this.memory.u8.fill(0, L.RAM_START, RAM_BEHIND)
    this.bytes.fill(0, L.JIT_TABLES, L.JIT_TABLES + COUNTS_SIZE)
    this.touched = 0
  }

  /** Gives a machine in which nothing has run yet the same contents of RAM. */
  copyRam(other: HostileMachine): void {
    this.bytes.copy(other.bytes, L.RAM_START, L.RAM_START, RAM_BEHIND)
  }

  /** Time since the last reset. */
  private get nowNs(): number {
    return this.executed * NS_PER_INSTRUCTION
  }

  /** Instructions since the last reset. */
  get executed(): number {
    return this.cpu.icount() - this.ended
  }

  /** The first place outside of guest and engine that changed since the machine was made, or undefined. */
  damage(): string | undefined {
    this.bytes.copy(this.constants, L.WAYS, L.WAYS, L.EPOCH + 4)
    if (this.constants.compare(this.bytes, 0, L.CPU_BLOCKS) !== 0)
      return "memory below the CPU blocks changed"
    for (const { start, copy } of this.watched) {
      if (copy.compare(this.bytes, start, start + copy.length) === 0) continue
      const at = copy.findIndex((byte, n) => this.bytes[start + n] !== byte)
      return `the byte at 0x${(start + at).toString(16)} of linear memory changed`
    }
    return undefined
  }
}
