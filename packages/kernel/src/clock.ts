// SPDX-License-Identifier: BSD-2-Clause
//
// The machine's time. The virtual clock is a function of the instructions executed: so many nanoseconds
// each, a fixed cost for every entry to the kernel or to a protection domain, and idle time is skipped. The
// real clock follows the host's monotonic clock. Both count the instructions of all vCPUs.

import type { Clock } from "@vmm/machine"

/** The part of a Cpu that a clock reads: instructions executed so far. */
interface Counter {
  icount(): number
}

/** The machine's time in nanoseconds since power-on. */
export abstract class MachineClock implements Clock {
  protected running: Counter | undefined
  private retired = 0
  private startedAt = 0

  /** True when time follows the instructions and idle time can be skipped. */
  abstract readonly virtual: boolean
  abstract nowNs(): number
  /** Lets a fixed cost pass. */
  abstract charge(ns: number): void
  /** Skips to a time that has not come yet. */
  abstract warpTo(ns: number): void
  /** Instructions that may run before `ns` is reached: at least 1, `Infinity` when that cannot be told. */
  abstract instructionsUntil(ns: number): number

  /** Reads the time and keeps it for what the kernel does next; a CPU that runs sees it go on. */
  hold(): void {}
  /** Time goes on again. */
  release(): void {}

  /** This CPU begins to run: from now on time follows it. */
  begin(cpu: Counter): void {
    this.running = cpu
    this.startedAt = cpu.icount()
  }

  end(): void {
    if (this.running !== undefined) this.retired += this.running.icount() - this.startedAt
    this.running = undefined
  }

  /** Instructions executed by all vCPUs since power-on, exact also inside a run. */
  instructions(): number {
    return this.running === undefined ? this.retired : this.retired + this.running.icount() - this.startedAt
  }
}

/** Time as a function of what was executed: it does not depend on the host. */
export class VirtualClock extends MachineClock {
  override readonly virtual = true
  private extraNs = 0
  private readonly nsPerInstruction: number

  constructor(nsPerInstruction = 1) {
    super()
    this.nsPerInstruction = nsPerInstruction
  }

  override nowNs(): number {
    return Math.floor(this.extraNs + this.instructions() * this.nsPerInstruction)
  }

  override charge(ns: number): void {
    this.extraNs += ns
  }

  override warpTo(ns: number): void {
    const now = this.extraNs + this.instructions() * this.nsPerInstruction
    if (ns > now) this.extraNs += ns - now
  }

  override instructionsUntil(ns: number): number {
    const now = this.extraNs + this.instructions() * this.nsPerInstruction
    return Math.max(1, Math.ceil((ns - now) / this.nsPerInstruction))
  }
}

/** The global is a getter in Node, and slow. */
const { performance } = globalThis

/** Reading the host's clock takes as long as fifty instructions of the guest, so the kernel holds it. */
export class RealClock extends MachineClock {
  override readonly virtual = false
  private readonly hostNs: () => number
  private readonly origin: number
  private latest = 0
  private held = false

  /** `hostNs` reads a monotonic clock in nanoseconds. */
  constructor(hostNs: () => number = () => performance.now() * 1e6) {
    super()
    this.hostNs = hostNs
    this.origin = hostNs()
  }

  override hold(): void {
    this.read()
    this.held = true
  }

  override release(): void {
    this.held = false
  }

  private read(): void {
    this.latest = Math.max(this.latest, Math.floor(this.hostNs() - this.origin))
  }

  override nowNs(): number {
    if (!this.held || this.running !== undefined) this.read()
    return this.latest
  }

  override charge(_ns: number): void {
    this.nowNs()
  }

  override warpTo(_ns: number): void {
    this.nowNs()
  }

  override instructionsUntil(_ns: number): number {
    return Infinity
  }
}
