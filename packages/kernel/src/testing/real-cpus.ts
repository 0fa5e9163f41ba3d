// SPDX-License-Identifier: BSD-2-Clause
//
// A machine for tests of several vCPUs: the processor engine over 4 MiB of RAM, the board's own GICv2, and a
// VMM that starts what it is told, lets a vCPU go on after WFE and SMC, and leaves it in WFI. Guests are
// machine code, linked to where RAM is.

import { Bus, EventQueue, GicV2, PhysicalMemory } from "@vmm/machine"

import { EMPTY_MESSAGE, type Message, type Microkit, type Program, TCB_PC, TCB_X } from "../api/index.ts"
import type { BootDomain } from "../boot/spec.ts"
import { type MachineClock, VirtualClock } from "../clock.ts"
import { Engine } from "../cpu/engine.ts"
import { RAM_END, RAM_START } from "../cpu/layout.ts"
import { createMemory, type Translation } from "../cpu/runtime.ts"
import { type TraceEvent, eventLine } from "../events/index.ts"
import { Kernel } from "../kernel.ts"
import type { Platform } from "../platform.ts"
import { Recorder } from "../recorder.ts"
import { RAM_BASE, RAM_SIZE, domain, system } from "./fake-platform.ts"

/** The engine's own module is made once a process. */
const MODULES = new Map<string, Uint8Array>()
const cache = {
  read: (key: string) => MODULES.get(key),
  write: (key: string, pieces: Iterable<Uint8Array>) => void MODULES.set(key, Buffer.concat([...pieces])),
}
/** EC 1, IL, COND always. */
const ESR_WFI = 0x07e00000
const COUNTER_HZ = 1_000_000_000

export interface RealRig {
  readonly kernel: Kernel
  readonly clock: MachineClock
  readonly trace: string[]
  /** What the vCPUs told by SMC with a number in x0: `vcpu number`. */
  readonly said: string[]
  /** The 64-bit word at this address of RAM. */
  word(pa: number): bigint
  /** All of RAM. */
  ram(): Uint8Array
}

export interface RealOptions {
  /** Code at the start of RAM; every vCPU starts there with its number in x0. */
  readonly code: Uint32Array
  readonly vcpus: number
  readonly translation?: Translation
  readonly sliceInstructions?: number
  /** Cores of the board; vCPU n is on core n modulo this. */
  readonly cores?: number
  readonly vm?: Partial<NonNullable<BootDomain["vm"]>>
  /** A virtual one by default. With another one nothing is recorded, so that faults may take the fast path. */
  readonly clock?: MachineClock
  /** What the VMM emulates. */
  readonly registers?: (microkit: Microkit) => Pick<Program, "registers">
}

function platformOver(clock: MachineClock, cores: number, translation: Translation): Platform {
  const wasm = createMemory()
  const [events, bus, initiator] = [new EventQueue(), new Bus(), { cpu: 0 }]
  const memory = new PhysicalMemory(wasm.buffer, RAM_START, RAM_END, [{ base: RAM_BASE, size: RAM_SIZE }])
  const gic = new GicV2({ path: "/gic", cpuCount: cores, initiator })
  const engine = new Engine({
    wasm,
    memory,
    bus,
    clock,
    events,
    counterHz: COUNTER_HZ,
    translation,
    registers: undefined,
    cache,
  })
  return {
    coreCount: cores,
    memory,
    bus,
    clock,
    events,
    initiator,
    interrupts: gic,
    virtualInterface: (core) => gic.virtualInterface(core),
    connect: (core, inputs) => gic.connect(core, inputs),
    privateLine: (core, intid) => gic.privateLine(core, intid),
    createCpu: (index, timer) => engine.createCpu(index, timer),
    firmware: (args) => args,
    memoryWritten: (pa, size) => engine.memoryWritten(pa, size),
  }
}

/** WFI ends a vCPU's life; every other trap is stepped over, and an SMC's x0 noted. */
function stepOver(microkit: Microkit, said: string[], vcpu: number, message: Message): Message | undefined {
  const syndrome = Number(message.words[0])
  if (syndrome === ESR_WFI) return undefined
  if (syndrome >>> 26 === 0x17) said.push(`${vcpu} ${microkit.vcpuReadTcb(vcpu, TCB_X[0])}`)
  microkit.vcpuWriteTcb(vcpu, TCB_PC, microkit.vcpuReadTcb(vcpu, TCB_PC) + 4n)
  return EMPTY_MESSAGE
}

export function realRig(options: RealOptions): RealRig {
  const { code, vcpus, translation = "default", cores = 1, sliceInstructions } = options
  const clock = options.clock ?? new VirtualClock()
  const platform = platformOver(clock, cores, translation)
  const [trace, said]: [string[], string[]] = [[], []]
  const recorder = new Recorder(
    clock,
    clock.virtual ? (event: TraceEvent) => trace.push(eventLine(event)) : undefined,
  )
  const slices = sliceInstructions === undefined ? {} : { sliceInstructions }
  const kernel = new Kernel({ platform, recorder, log: (line) => said.push(line), ...slices })
  const ids = Array.from({ length: vcpus }, (_, id) => id)
  const program = (microkit: Microkit) => ({
    init: () => {
      for (const id of ids) {
        microkit.vcpuWriteTcb(id, TCB_X[0], BigInt(id))
        microkit.vcpuRestart(id, BigInt(RAM_BASE))
      }
    },
    fault: (vcpu: number, message: Message) => stepOver(microkit, said, vcpu, message),
    ...options.registers?.(microkit),
  })
  const maps = [{ region: "ram", vaddr: RAM_BASE, perms: "rwx", cached: true }]
  const vm = {
    name: "vm",
    priority: 0,
    maps,
    vcpus: ids.map((id) => ({ id, cpu: id % cores })),
    ...options.vm,
  }
  const contents = new Uint8Array(code.buffer)
  const ram = { name: "ram", physAddr: RAM_BASE, size: 0x200000, pageSize: 0x200000, contents }
  kernel.boot(system([domain("vmm", 254, program, { vm })], { regions: [ram] }))
  return {
    kernel,
    clock,
    trace,
    said,
    word: (pa) => new DataView(platform.memory.read(pa, 8).buffer).getBigUint64(0, true),
    ram: () => platform.memory.read(RAM_BASE, 0x200000),
  }
}
