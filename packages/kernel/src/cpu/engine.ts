// SPDX-License-Identifier: BSD-2-Clause
//
// The processor engine of one machine: the runtime (generated code, decoded pages, translator), the slow half
// over RAM, bus and time, and the virtual CPUs that the kernel runs.

import type { Bus, Clock, EventQueue, Line, PhysicalMemory } from "@vmm/machine"
import type { CodePages } from "./code-pages.ts"
import { EngineCpu } from "./engine-cpu.ts"
import * as L from "./layout.ts"
import { CORTEX_A53, type CpuModel } from "./models/index.ts"
import type { ModuleCache } from "./engine-module.ts"
import { createRuntime, type Runtime, type Translation } from "./runtime.ts"
import { cpuBase, createHost, type CpuServices } from "./sys/host.ts"
import type { GicCpuInterface } from "./sys/registers.ts"
import type { Cpu } from "./types.ts"
import { holdYoungGeneration, type WasmMemory } from "./wasm/engine.ts"

export interface EngineParts {
  /** Linear memory; RAM is backed by it at [RAM_START, RAM_END). */
  readonly wasm: WasmMemory
  readonly memory: PhysicalMemory
  readonly bus: Bus
  readonly clock: Clock
  readonly events: EventQueue
  /** CNTFRQ_EL0 in Hz. */
  readonly counterHz: number
  readonly translation: Translation
  /** The processor that every vCPU is; a Cortex-A53 where left out. */
  readonly model?: CpuModel
  /** ICC_*_EL1 as the guest has them; absent on boards whose GIC has no system registers. */
  readonly registers: GicCpuInterface | undefined
  readonly cache?: ModuleCache
}

/** A line whose other end is connected later. */
class LateLine implements Line {
  target: Line | undefined
  set(level: boolean): void {
    this.target?.set(level)
  }
}

export class Engine {
  readonly runtime: Runtime
  private readonly services: CpuServices
  private readonly memory: PhysicalMemory
  private readonly timerLines: readonly LateLine[]

  constructor(parts: EngineParts) {
    const { wasm, memory, bus, clock, events } = parts
    this.memory = memory
    this.timerLines = Array.from({ length: L.MAX_CPUS }, () => new LateLine())
    const late: { services?: CpuServices } = {}
    const { model = CORTEX_A53 } = parts
    const makeHost = (pages: CodePages) => {
      const services = createHost({
        buffer: wasm.buffer,
        memory,
        bus,
        code: pages,
        model,
        timers: this.timerLines.map((virtualLine) => ({
          clock,
          events,
          frequency: parts.counterHz,
          virtualLine,
          physicalLine: { set: () => undefined },
        })),
        ...(parts.registers === undefined ? {} : { gic: parts.registers }),
      })
      pages.dropWriteEntries = (hostPage) => services.tlb.dropWriteEntries(hostPage)
      pages.dropCodePage = (decodedPage) => services.tlb.dropCodePage(decodedPage)
      pages.dropCodeEntries = () => services.tlb.dropCodeEntries()
      late.services = services
      return services.host
    }
    this.runtime = createRuntime(wasm, parts.translation, makeHost, parts.cache, model)
    if (late.services === undefined) throw new Error("the runtime did not ask for its host")
    this.services = late.services
    this.services.pstate.settle = this.runtime.settle
  }

  /** Makes vCPU number `index`, 0 .. MAX_CPUS-1; `timer` takes the output of its virtual timer. */
  createCpu(index: number, timer: Line): Cpu {
    const line = this.timerLines[index]
    if (line === undefined) throw new RangeError(`vCPU ${index}: at most ${L.MAX_CPUS} vCPUs are there`)
    line.target = timer
    return new EngineCpu(index, cpuBase(index), this.services, this.runtime)
  }

  /** RAM at [pa, pa + size) was written from outside the CPUs: code decoded from there is stale. */
  memoryWritten(pa: number, size: number): void {
    if (this.runtime.pages.isEmpty) return
    for (let at = 0; at < size;) {
      const length = Math.min(size - at, 4096 - ((pa + at) % 4096))
      const host = this.memory.hostOffset(pa + at)
      if (host >= 0) this.runtime.pages.codeWritten(host, length)
      at += length
    }
  }

  /** The machine has begun its work: what V8 needs from now on is what it needed so far. */
  settle(): void {
    holdYoungGeneration()
  }

  /** Writes new translations to the cache for later runs, if they are many; any number with `all`. */
  keepTranslations(all: boolean): void {
    this.runtime.keepRegions(all)
  }

  /** RAM went back to zero: nothing that was decoded holds any more. */
  memoryReset(): void {
    this.runtime.pages.dropAll()
  }
}
