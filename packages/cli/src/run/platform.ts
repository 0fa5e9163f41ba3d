// SPDX-License-Identifier: BSD-2-Clause
//
// A machine ready for a kernel: linear memory, the board built over it, and the processor engine, joined
// into the platform that the kernel drives.

import { cacheRoot } from "@vmm/guest-boot"
import type { MachineClock, Platform } from "@vmm/kernel"
import { type Cpu, createMemory, Engine, RAM_END, RAM_START, type Translation } from "@vmm/kernel/cpu"
import { CPU_NAMES, type CpuModel, cpuModel, modelOf } from "@vmm/kernel/models"
import {
  type Board,
  type BoardDescription,
  buildBoard,
  EventQueue,
  type EventSink,
  type PowerControl,
  PhysicalMemory,
  type SerialBackend,
} from "@vmm/machine"

import { WatchedBus } from "./device-atomics.ts"
import { engineCache } from "./engine-cache.ts"

export interface MachineOptions {
  readonly description: BoardDescription
  readonly clock: MachineClock
  readonly sink: EventSink
  readonly translation: Translation
  /** Every vCPU is one of these; where left out, what the board's first CPU is. */
  readonly cpu: string | undefined
  /** The host's side of the UART at that path. */
  serial(path: string): SerialBackend | undefined
  readonly power: PowerControl
  /** Sees every virtual CPU when it is made. */
  readonly onCpu?: (cpu: Cpu) => void
  /** Is told when a processor accesses the register of the access before. */
  readonly onSameRegister?: (pa: number) => void
}

export interface Machine {
  readonly board: Board
  readonly engine: Engine
  readonly platform: Platform
}

/** Builds the machine. Throws RangeError when the board has no interrupt controller that we model. */
export function buildMachine(options: MachineOptions): Machine {
  const { description, clock } = options
  const wasm = createMemory()
  const events = new EventQueue()
  const memory = new PhysicalMemory(wasm.buffer, RAM_START, RAM_END, description.ram)
  const board = buildBoard(description, {
    clock,
    events,
    sink: options.sink,
    memory,
    serial: (path) => options.serial(path),
    power: options.power,
  })
  const engine = new Engine({
    wasm,
    memory,
    bus: options.onSameRegister === undefined ? board.bus : new WatchedBus(board.bus, options.onSameRegister),
    clock,
    events,
    counterHz: board.counterHz,
    translation: options.translation,
    model: modelFor(description, options.cpu),
    registers: gicRegisters(board),
    cache: engineCache(cacheRoot()),
  })
  return { board, engine, platform: platformOf(board, engine, options) }
}

/** The CPU model of this name, else of the board. Throws RangeError for a name that is none. */
function modelFor({ cpus }: BoardDescription, name: string | undefined): CpuModel {
  if (name === undefined) return modelOf(cpus[0]?.compatible ?? [])
  const model = cpuModel(name)
  if (model === undefined) throw new RangeError(`no CPU model '${name}': there are ${CPU_NAMES.join(", ")}`)
  return model
}

/** The guest's ICC registers, of the core that runs it; a GICv2 has none. */
function gicRegisters(board: Board) {
  const { gic, initiator } = board
  if (gic.version === 2) return undefined
  return {
    read: (_cpu: number, key: number) => gic.readVirtualRegister(initiator.cpu, key),
    write: (_cpu: number, key: number, lo: number, _hi: number) =>
      gic.writeVirtualRegister(initiator.cpu, key, lo >>> 0),
  }
}

function platformOf(board: Board, engine: Engine, { clock, onCpu }: MachineOptions): Platform {
  const { gic, memory, bus, events, initiator } = board
  return {
    coreCount: board.cpuCount,
    memory,
    bus,
    clock,
    events,
    initiator,
    interrupts: gic,
    virtualInterface: (core) => gic.virtualInterface(core),
    connect: (core, inputs) => gic.connect(core, inputs),
    privateLine: (core, intid) => gic.privateLine(core, intid),
    createCpu: (index, timer) => {
      const cpu = engine.createCpu(index, timer)
      onCpu?.(cpu)
      return cpu
    },
    firmware: (args) => board.firmware.call(args),
    memoryWritten: (pa, size) => engine.memoryWritten(pa, size),
  }
}
