// SPDX-License-Identifier: BSD-2-Clause
//
// The machine, built from a plain board value: RAM, bus, devices and their interrupt wiring. Every device of
// the description gets its model, or a stub when nobody has written one. Whoever runs the CPUs brings the
// clock and the host's memory, reads the GIC's lines and moves time forward.

import type { BoardDescription, BoardDevice } from "./board-description.ts"
import { Bus } from "./bus.ts"
import type { Clock, EventQueue } from "./clock.ts"
import { type DeviceState, type EventSink, type Line, type MmioDevice, NO_LINE } from "./device.ts"
import {
  type DeviceContext,
  type DeviceFactory,
  type Initiator,
  isInterruptController,
  isSerialPort,
  REGION_STRIDE,
  type SerialBackend,
  type SerialPort,
} from "./device-factory.ts"
import { FACTORIES } from "./factories.ts"
import { Firmware, type PowerControl } from "./firmware.ts"
import { type Gic, isGic } from "./gic/index.ts"
import type { PhysicalMemory } from "./memory.ts"
import { stateField } from "./saved-arrays.ts"
import { stub } from "./stub.ts"

/** What the board needs from outside. */
export interface BoardHost {
  readonly clock: Clock
  readonly events: EventQueue
  readonly sink: EventSink
  /** RAM, made with the description's ranges. */
  readonly memory: PhysicalMemory
  /** The host's side of the UART at that path, if it has one. */
  serial?(path: string): SerialBackend | undefined
  /** What firmware's power-off and reset calls do; nothing by default. */
  readonly power?: PowerControl
  /** Models by compatible; all of this package's by default. */
  readonly factories?: ReadonlyMap<string, DeviceFactory>
}

/** A board that was built: its parts, wired. */
export interface Board {
  readonly description: BoardDescription
  readonly memory: PhysicalMemory
  readonly bus: Bus
  readonly clock: Clock
  readonly events: EventQueue
  /** The CPU whose access is on the bus: whoever runs the CPUs sets it. */
  readonly initiator: Initiator
  readonly cpuCount: number
  /** CNTFRQ in Hz. */
  readonly counterHz: number
  readonly gic: Gic
  readonly firmware: Firmware
  /** All devices by path, in the order in which they were built (parents of interrupts first). */
  readonly devices: ReadonlyMap<string, MmioDevice>
  readonly uarts: ReadonlyMap<string, SerialPort>
  /** The UART that the tree calls stdout, else the first one enabled. */
  readonly console: SerialPort | undefined
  /** What could not be built as described, in words; the board works without it. */
  readonly problems: readonly string[]
  /** All devices as after power-on, and RAM zero. */
  reset(): void
  /** Devices' state; RAM is saved apart (`memory.backed()`). */
  state(): DeviceState
  fromState(state: DeviceState): void
}

const NO_POWER: PowerControl = { powerOff: () => undefined, reset: () => undefined }

/** Builds devices on demand, so that a controller exists before those whose interrupts it takes. */
class Assembly {
  readonly bus = new Bus()
  readonly devices = new Map<string, MmioDevice>()
  readonly problems: string[] = []
  readonly initiator: Initiator = { cpu: 0 }
  private readonly description: BoardDescription
  private readonly host: BoardHost
  private readonly factories: ReadonlyMap<string, DeviceFactory>
  private readonly byPath: ReadonlyMap<string, BoardDevice>
  private readonly building = new Set<string>()

  constructor(description: BoardDescription, host: BoardHost) {
    this.description = description
    this.host = host
    this.factories = host.factories ?? FACTORIES
    this.byPath = new Map(description.devices.map((device) => [device.path, device]))
  }

  build(described: BoardDevice): MmioDevice {
    const built = this.devices.get(described.path)
    if (built !== undefined) return built
    this.building.add(described.path)
    const matched = described.compatible.find((name) => this.factories.has(name))
    const factory = (matched === undefined ? undefined : this.factories.get(matched)) ?? stub
    const device = factory(this.context(described, matched ?? ""))
    this.building.delete(described.path)
    this.devices.set(described.path, device)
    return device
  }

  /** Builds everything, and maps it: enabled before disabled, with a model before without. */
  buildAll(): void {
    for (const device of this.description.devices) this.build(device)
    const rank = ({ enabled, compatible }: BoardDevice) =>
      (enabled ? 0 : 2) + (compatible.some((name) => this.factories.has(name)) ? 0 : 1)
    const order = [...this.description.devices].sort((a, b) => rank(a) - rank(b))
    for (const described of order) this.map(described, this.build(described))
  }

  /** Two nodes with the very same registers are one block in two roles: the first of the order below answers. */
  private map(described: BoardDevice, device: MmioDevice): void {
    described.regs.forEach((reg, index) => {
      if (this.bus.isMapped(reg.base, reg.size)) return
      try {
        this.bus.map(reg.base, reg.size, device, index * REGION_STRIDE)
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        this.problems.push(error.message)
      }
    })
  }

  /** The input of a controller; a line to nowhere, and a problem, when there is no such input. */
  private wire(consumer: string, controller: string, specifier: readonly number[]): Line {
    const described = this.byPath.get(controller)
    if (described === undefined || this.building.has(controller)) return NO_LINE
    const device = this.build(described)
    if (!isInterruptController(device)) return NO_LINE
    try {
      return device.input(specifier)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.problems.push(`${consumer}: ${error.message}`)
      return NO_LINE
    }
  }

  private context(device: BoardDevice, matched: string): DeviceContext {
    const { description, host } = this
    const serial = host.serial?.(device.path)
    const { path, compatible, regs, interrupts, interruptParent } = device
    return {
      path,
      compatible,
      matched,
      regs,
      clock: host.clock,
      events: host.events,
      sink: host.sink,
      initiator: this.initiator,
      memory: host.memory,
      cpuCount: Math.max(description.cpus.length, 1),
      ...(description.cpus.length === 0 ? {} : { affinities: description.cpus.map((cpu) => cpu.affinity) }),
      counterHz: description.counterHz,
      ...(device.clockHz === undefined ? {} : { clockHz: device.clockHz }),
      ...(serial === undefined ? {} : { serial }),
      lineCount: interrupts.length,
      line: (index) => {
        const interrupt = interrupts[index]
        if (interrupt === undefined) return NO_LINE
        return this.wire(path, interrupt.controller, interrupt.specifier)
      },
      parentLine: (specifier) =>
        interruptParent === undefined ? NO_LINE : this.wire(path, interruptParent, specifier),
      property: (name) => device.properties.get(name),
      u32: (name, index = 0) => cellOf(device.properties.get(name), index),
    }
  }
}

function cellOf(bytes: Uint8Array | undefined, index: number): number | undefined {
  if (bytes === undefined || bytes.length < index * 4 + 4) return undefined
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(index * 4)
}

function consoleOf(
  description: BoardDescription,
  uarts: ReadonlyMap<string, SerialPort>,
): SerialPort | undefined {
  const named = description.console === undefined ? undefined : uarts.get(description.console)
  if (named !== undefined) return named
  const first = description.devices.find(({ path, enabled }) => enabled && uarts.has(path))
  return first === undefined ? undefined : uarts.get(first.path)
}

/** Builds the board. Throws RangeError when it has no interrupt controller that we know. */
export function buildBoard(description: BoardDescription, host: BoardHost): Board {
  const assembly = new Assembly(description, host)
  assembly.buildAll()
  const { devices, bus, initiator, problems } = assembly
  const gic = [...devices.values()].find(isGic)
  if (gic === undefined) throw new RangeError(`${description.model}: no interrupt controller (GICv2, GICv3)`)
  const uarts = new Map<string, SerialPort>()
  for (const [path, device] of devices) if (isSerialPort(device)) uarts.set(path, device)
  const lastFirst = [...devices.values()].reverse()
  const firmware = new Firmware(description.compatible, host.sink, host.power ?? NO_POWER)
  return {
    description,
    memory: host.memory,
    bus,
    clock: host.clock,
    events: host.events,
    initiator,
    cpuCount: Math.max(description.cpus.length, 1),
    counterHz: description.counterHz,
    gic,
    firmware,
    devices,
    uarts,
    console: consoleOf(description, uarts),
    problems,
    reset: () => {
      for (const device of lastFirst) device.reset()
      firmware.reset()
      initiator.cpu = 0
      host.memory.reset()
    },
    state: () => Object.fromEntries([...devices].map(([path, device]) => [path, device.state()])),
    fromState: (state) => {
      for (const device of lastFirst) device.fromState(stateField("board", state, device.name))
    },
  }
}
