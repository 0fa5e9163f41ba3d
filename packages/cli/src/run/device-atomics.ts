// SPDX-License-Identifier: BSD-2-Clause
//
// Notices the atomics and exclusives with which a guest accesses devices that it was given. Nothing of them is to be
// seen on the bus, and to look at the instruction of each access would be slow: only one that meets the register of
// the access before it is looked at, as both halves of an atomic do, and each instruction once.

import type { Kernel } from "@vmm/kernel"
import { type AccessSize, Bus, type BusRegion, type PhysicalMemory } from "@vmm/machine"
import { atomicKind } from "@vmm/report"

type Vcpu = Kernel["state"]["vcpus"][number]

/** Of the reads in a row of one register, as of a loop that waits, one in so many is told (less one: a mask). */
const POLLS = 0xff

/** The bus as the processors have it; tells of an access that meets the register of the one before. */
export class WatchedBus extends Bus {
  private readonly bus: Bus
  private readonly again: (pa: number) => void
  private before = -1
  private polls = 0

  constructor(bus: Bus, again: (pa: number) => void) {
    super()
    this.bus = bus
    this.again = again
  }

  override read(pa: number, size: AccessSize): number | undefined {
    if (pa === this.before && (++this.polls & POLLS) === 0) this.again(pa)
    this.before = pa
    return this.bus.read(pa, size)
  }

  override write(pa: number, size: AccessSize, value: number): boolean {
    if (pa === this.before) this.again(pa)
    this.before = pa
    return this.bus.write(pa, size, value)
  }

  override find(pa: number): BusRegion | undefined {
    return this.bus.find(pa)
  }

  override isMapped(base: number, size: number): boolean {
    return this.bus.isMapped(base, size)
  }

  override list(): readonly BusRegion[] {
    return this.bus.list()
  }
}

/** An instruction that was none for a device. */
export interface SeenAtomic {
  readonly vcpu: Vcpu
  readonly pc: bigint
  readonly word: number
  readonly pa: number
}

/** Instructions that are told at most. */
const TOLD = 4
/** Instructions that are remembered as looked at. */
const KNOWN = 4096

export class DeviceAtomics {
  readonly seen: SeenAtomic[] = []
  private readonly known = new Set<bigint>()
  private readonly memory: PhysicalMemory
  private readonly running: () => Vcpu | undefined

  /** @param running the vCPU whose access is on the bus */
  constructor(memory: PhysicalMemory, running: () => Vcpu | undefined) {
    this.memory = memory
    this.running = running
  }

  look(pa: number): void {
    const vcpu = this.running()
    if (vcpu === undefined || this.seen.length >= TOLD) return
    const { pc } = vcpu.cpu
    if (this.known.has(pc)) return
    if (this.known.size >= KNOWN) this.known.clear()
    this.known.add(pc)
    const at = vcpu.cpu.translate(pc, 1)
    if (at === undefined || !this.memory.isRam(at) || !this.memory.isRam(at + 3)) return
    const word = this.memory.readU32(at)
    if (atomicKind(word) !== undefined) this.seen.push({ vcpu, pc, word, pa })
  }
}
