// SPDX-License-Identifier: BSD-2-Clause
//
// A machine for tests of the kernel: 4 MiB of RAM, one device, an interrupt controller that is no more than
// enable, pending and active bits, and scripted processors.

import { Bus, EventQueue, type Gic, type Line, type MmioDevice, PhysicalMemory } from "@vmm/machine"
import { type MachineClock, VirtualClock } from "../clock.ts"
import type { TraceEvent } from "../events/event.ts"
import { Kernel } from "../kernel.ts"
import type { BootDomain, BootSpec } from "../boot/spec.ts"
import {
  type CoreInputs,
  LR_EMPTY,
  LR_INVALID,
  type ListRegister,
  type PhysicalInterrupts,
  type Platform,
  type VirtualInterface,
  type VirtualInterfaceState,
} from "../platform.ts"
import { Recorder } from "../recorder.ts"
import type { KernelOptions } from "../state.ts"
import { FakeCpu } from "./fake-cpu.ts"

export const RAM_BASE = 0x4000_0000
export const RAM_SIZE = 0x40_0000
export const DEVICE_BASE = 0x3086_0000

/** Interrupts of every core by number: enough of a GIC for a kernel. */
export class FakeInterrupts implements PhysicalInterrupts {
  readonly enabled = new Set<number>()
  readonly level = new Set<number>()
  readonly active = new Set<number>()
  readonly triggers = new Map<number, string>()
  readonly targets = new Map<number, number>()
  inputs: CoreInputs | undefined

  setLine(intid: number, level: boolean): void {
    if (level) this.level.add(intid)
    else this.level.delete(intid)
    this.update()
  }

  enableCore(): void {
    this.update()
  }

  acknowledge(): number {
    const intid = this.next()
    if (intid === undefined) return 1023
    this.active.add(intid)
    this.update()
    return intid
  }

  endOfInterrupt(_core: number, intid: number): void {
    this.active.delete(intid)
    this.update()
  }

  setEnabled(_core: number, intid: number, enabled: boolean): void {
    if (enabled) this.enabled.add(intid)
    else this.enabled.delete(intid)
    this.update()
  }

  setTrigger(_core: number, intid: number, trigger: "level" | "edge"): void {
    this.triggers.set(intid, trigger)
  }

  setTarget(intid: number, core: number): void {
    this.targets.set(intid, core)
  }

  private next(): number | undefined {
    return [...this.level]
      .sort((a, b) => a - b)
      .find((intid) => this.enabled.has(intid) && !this.active.has(intid))
  }

  private update(): void {
    this.inputs?.irq.set(this.next() !== undefined)
  }
}

/** List registers whose interrupt the test ends by hand. */
export class FakeVirtualInterface implements VirtualInterface {
  readonly listRegisters = 4
  lists: ListRegister[] = [LR_EMPTY, LR_EMPTY, LR_EMPTY, LR_EMPTY]
  private readonly interrupts: FakeInterrupts
  private hcr = 0

  constructor(interrupts: FakeInterrupts) {
    this.interrupts = interrupts
  }

  readList(index: number): ListRegister {
    return this.lists[index]
  }

  writeList(index: number, value: ListRegister): void {
    this.lists[index] = value
    this.update()
  }

  /** What the guest's end of interrupt does. */
  end(index: number): void {
    this.writeList(index, { ...this.lists[index], state: LR_INVALID })
  }

  endOfInterruptStatus(): number {
    return this.lists.reduce(
      (bits, list, n) => (list.state === LR_INVALID && list.eoi ? bits | (1 << n) : bits),
      0,
    )
  }

  save(): VirtualInterfaceState {
    return { hcr: this.hcr, vmcr: 0, apr: [0], lists: [...this.lists] }
  }

  load(state: VirtualInterfaceState): void {
    this.hcr = state.hcr
    this.lists = [...state.lists]
    this.update()
  }

  private update(): void {
    this.interrupts.inputs?.virq.set(this.lists.some((list) => list.state !== LR_INVALID))
    this.interrupts.setLine(25, this.endOfInterruptStatus() !== 0)
  }
}

class FakeDevice implements MmioDevice {
  readonly name = "/device"
  readonly registers = new Map<number, number>()

  read(offset: number): number {
    return this.registers.get(offset) ?? 0
  }

  write(offset: number, _size: number, value: number): void {
    this.registers.set(offset, value)
  }

  reset(): void {
    this.registers.clear()
  }

  state(): number {
    return 0
  }

  fromState(): void {
    this.registers.clear()
  }
}

export class FakePlatform implements Platform {
  readonly coreCount = 1
  readonly memory: PhysicalMemory
  readonly bus = new Bus()
  readonly clock: MachineClock
  readonly events = new EventQueue()
  readonly initiator = { cpu: 0 }
  readonly interrupts = new FakeInterrupts()
  readonly lists = new FakeVirtualInterface(this.interrupts)
  readonly device = new FakeDevice()
  readonly cpus: FakeCpu[] = []
  readonly timers: Line[] = []
  readonly firmwareCalls: bigint[][] = []
  readonly written: Array<readonly [number, number]> = []

  constructor(clock: MachineClock) {
    this.clock = clock
    const range = { base: RAM_BASE, size: RAM_SIZE }
    this.memory = new PhysicalMemory(new ArrayBuffer(RAM_SIZE), 0, RAM_SIZE, [range])
    this.bus.map(DEVICE_BASE, 0x1000, this.device)
  }

  virtualInterface(): VirtualInterface {
    return this.lists
  }

  connect(_core: number, inputs: CoreInputs): void {
    this.interrupts.inputs = inputs
  }

  privateLine(_core: number, intid: number): Line {
    return { set: (level) => this.interrupts.setLine(intid, level) }
  }

  createCpu(index: number, timer: Line): FakeCpu {
    const cpu = new FakeCpu(index)
    this.cpus.push(cpu)
    this.timers.push(timer)
    return cpu
  }

  firmware(args: readonly bigint[]): readonly bigint[] {
    this.firmwareCalls.push([...args])
    return [args[0] + 1n, 0n, 0n, 0n, 0n, 0n, 0n, 0n]
  }

  memoryWritten(pa: number, size: number): void {
    this.written.push([pa, size])
  }
}

/** The same machine with a real interrupt controller. */
export function withGic(fake: FakePlatform, gic: Gic): Platform {
  return {
    coreCount: gic.cpuCount,
    memory: fake.memory,
    bus: fake.bus,
    clock: fake.clock,
    events: fake.events,
    initiator: fake.initiator,
    interrupts: gic,
    virtualInterface: (core) => gic.virtualInterface(core),
    connect: (core, inputs) => gic.connect(core, inputs),
    privateLine: (core, intid) => gic.privateLine(core, intid),
    createCpu: (index, timer) => fake.createCpu(index, timer),
    firmware: (args) => fake.firmware(args),
    memoryWritten: (pa, size) => fake.memoryWritten(pa, size),
  }
}

/** What a test holds: the machine, the kernel, and everything that was said. */
export interface Rig {
  readonly platform: FakePlatform
  readonly kernel: Kernel
  readonly trace: TraceEvent[]
  readonly log: string[]
  readonly warnings: string[]
}

export function rig(options: Partial<KernelOptions> = {}, clock: MachineClock = new VirtualClock()): Rig {
  const platform = new FakePlatform(clock)
  const [trace, log, warnings]: [TraceEvent[], string[], string[]] = [[], [], []]
  const recorder = new Recorder(clock, (event) => trace.push(event))
  const kernel = new Kernel({
    platform,
    recorder,
    log: (line) => log.push(line),
    warn: (text) => warnings.push(text),
    ...options,
  })
  return { platform, kernel, trace, log, warnings }
}

/** A domain with nothing but a program. */
export function domain(
  name: string,
  priority: number,
  program: BootDomain["program"],
  more: Partial<BootDomain> = {},
): BootDomain {
  return { name, priority, program, maps: [], irqs: [], setvars: new Map(), smc: false, ...more }
}

/** The kernel's memory is the last 256 KiB of RAM; regions lie below. */
export function system(domains: readonly BootDomain[], more: Partial<BootSpec> = {}): BootSpec {
  const kernelMemory = { base: RAM_BASE + RAM_SIZE - 0x40000, size: 0x40000 }
  const ram = { name: "ram", physAddr: RAM_BASE, size: 0x200000, pageSize: 0x200000 }
  const uart = { name: "uart", physAddr: DEVICE_BASE, size: 0x1000, pageSize: 0x1000 }
  return { kernelMemory, regions: [ram, uart], domains, channels: [], ...more }
}
