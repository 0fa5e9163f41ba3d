// SPDX-License-Identifier: BSD-2-Clause
//
// Puts the JavaScript half of the CPU together: MMU, exceptions, system registers and timers over one linear
// memory. The generated code gets a `Host`; the kernel side gets the parts it steers a CPU with.

import { Exceptions } from "../exceptions/exceptions.ts"
import { Generate } from "../exceptions/generate.ts"
import { Pstate } from "../exceptions/pstate.ts"
import type { Host } from "../host.ts"
import * as L from "../layout.ts"
import { CORTEX_A53, type CpuModel } from "../models/index.ts"
import { type CodeTracker, MemoryAccess } from "../mmu/access.ts"
import { RamPages } from "../mmu/ram-pages.ts"
import { Stage2 } from "../mmu/stage2.ts"
import { Tlb } from "../mmu/tlb.ts"
import { Translator } from "../mmu/translate.ts"
import { type BusPort, type PhysicalPages, Views } from "../mmu/views.ts"
import { WalkCache } from "../mmu/walk-cache.ts"
import { Walker } from "../mmu/walk.ts"
import { AccessControl } from "./access-control.ts"
import { Operations } from "./operations.ts"
import { type GicCpuInterface, SystemRegisters } from "./registers.ts"
import { Specials } from "./specials.ts"
import { RegisterStorage } from "./storage.ts"
import { GenericTimer, type TimerParts } from "./timer.ts"

export interface HostParts {
  readonly buffer: ArrayBuffer
  readonly memory: PhysicalPages
  readonly bus: BusPort
  /** One for each CPU; CPU n has block n. */
  readonly timers: readonly TimerParts[]
  readonly code: CodeTracker
  /** Absent where the board's GIC has no system registers (GICv2): ICC_* are then UNDEFINED. */
  readonly gic?: GicCpuInterface
  /** A Cortex-A53 where left out. */
  readonly model?: CpuModel
}

/** What the CPU object and the decoder need beside the `Host`. */
export interface CpuServices {
  readonly host: Host
  readonly views: Views
  readonly tlb: Tlb
  readonly pstate: Pstate
  readonly exceptions: Exceptions
  readonly storage: RegisterStorage
  readonly translator: Translator
  readonly memory: MemoryAccess
  readonly registers: SystemRegisters
  readonly timers: readonly GenericTimer[]
}

/** Base of the block of CPU n. */
export function cpuBase(index: number): number {
  return L.CPU_BLOCKS + index * L.CPU_BLOCK_SIZE
}

/** The CPUs are unusable until `storage.reset` was called for each that is wanted. */
export function createHost(parts: HostParts): CpuServices {
  const { bus, code, gic, model = CORTEX_A53 } = parts
  const cpuCount = parts.timers.length
  const views = new Views(parts.buffer)
  for (let index = 0; index < cpuCount; index++) views.i32[(cpuBase(index) + L.INDEX_I32) >>> 2] = index
  const memory = new RamPages(parts.memory)
  const stage2 = new Stage2(views, memory, cpuCount)
  const walks = new WalkCache()
  const walker = new Walker(views, memory, stage2, walks)
  const probe = new Walker(views, memory, stage2, walks)
  const tlb = new Tlb(views, cpuCount, walks)
  const access = new MemoryAccess(views, memory, bus, tlb, walker, probe, code)
  const translator = new Translator(views, walker, probe, access)
  const pstate = new Pstate(views, tlb, model)
  const exceptions = new Exceptions(views, pstate)
  const generate = new Generate(views, cpuCount)
  const timers = parts.timers.map((timer, index) => new GenericTimer(views, cpuBase(index), timer))
  const storage = new RegisterStorage(views, tlb, stage2, memory, timers, model)
  const gicSystemRegisters = gic !== undefined
  const specials = new Specials({ views, pstate, exceptions, storage, timers, gicSystemRegisters, model })
  const operations = new Operations(views, tlb, access, translator, cpuCount)
  const control = new AccessControl(views, generate, access)
  const registers = new SystemRegisters({
    views,
    pstate,
    exceptions,
    control,
    storage,
    specials,
    operations,
    gic,
    model,
  })
  const host: Host = {
    memRead: (cpu, size, flags) => access.read(cpu, size, flags),
    memWrite: (cpu, size, flags) => access.write(cpu, size, flags),
    deviceRead: (cpu, way, low, size) => access.deviceRead(cpu, way, low, size),
    deviceWrite: (cpu, way, low, size, value) => access.deviceWrite(cpu, way, low, size, value),
    fetch: (cpu) => access.fetch(cpu),
    deliver: (cpu) => exceptions.deliver(cpu),
    sysRead: (cpu, key) => registers.read(cpu, key),
    sysWrite: (cpu, key) => registers.write(cpu, key),
    msrImm: (cpu, op, imm) => registers.msrImm(cpu, op, imm),
    eret: (cpu) => exceptions.eret(cpu),
    generate: (cpu, kind, imm) => generate.generate(cpu, kind, imm),
    wait: (cpu, kind) => generate.wait(cpu, kind),
  }
  return { host, views, tlb, pstate, exceptions, storage, translator, memory: access, registers, timers }
}
