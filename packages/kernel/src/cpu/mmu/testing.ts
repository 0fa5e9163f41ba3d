// SPDX-License-Identifier: BSD-2-Clause
//
// A small machine for tests of the CPU's JavaScript half: 64 MiB of linear memory with 16 MiB of RAM at
// 0x4000_0000, one bus device, and a builder of translation tables. No code is decoded or run.

import { EventQueue, PhysicalMemory } from "@vmm/machine"
import * as L from "../layout.ts"
import { CORTEX_A53 } from "../models/index.ts"
import type { GicCpuInterface } from "../sys/registers.ts"
import { cpuBase, type CpuServices, createHost } from "../sys/host.ts"

export const RAM = 0x4000_0000
export const RAM_SIZE = 0x100_0000
export const DEVICE = 0x1000_0000
const HOST_RAM = 0x0300_0000
const HOST_SIZE = 0x0400_0000

/** Descriptor bits of stage 1. */
export const VALID_PAGE = 3n
export const VALID_BLOCK = 1n
export const TABLE = 3n
export const AF = 1n << 10n
export const NG = 1n << 11n
export const AP_EL0 = 1n << 6n
export const AP_RO = 1n << 7n
export const PXN = 1n << 53n
export const UXN = 1n << 54n
export const attrIndex = (n: number) => BigInt(n) << 2n
export const PXN_TABLE = 1n << 59n
export const UXN_TABLE = 1n << 60n
export const APTABLE_NO_EL0 = 1n << 61n
export const APTABLE_RO = 1n << 62n
/** Descriptor bits of stage 2. */
export const S2_R = 1n << 6n
export const S2_W = 1n << 7n
export const S2_XN = 1n << 54n
export const S2_NORMAL = 15n << 2n

export interface BusLog {
  readonly reads: [number, number][]
  readonly writes: [number, number, number][]
  /** Called on every access. */
  hook: () => void
}

export interface TestMachine extends CpuServices {
  readonly memory0: PhysicalMemory
  readonly events: EventQueue
  readonly bus: BusLog
  readonly codeWrites: [number, number][]
  readonly lines: { virtual: boolean; physical: boolean }[]
  nowNs: number
  readonly cpu: number
}

/** The machine with `cpus` CPUs. The bus has 4 KiB of registers at DEVICE that read as their address. */
export function testMachine(cpus = 1, gic?: GicCpuInterface, model = CORTEX_A53): TestMachine {
  const buffer = new ArrayBuffer(HOST_SIZE)
  const memory = new PhysicalMemory(buffer, HOST_RAM, HOST_SIZE, [{ base: RAM, size: RAM_SIZE }])
  const events = new EventQueue()
  const bus: BusLog = { reads: [], writes: [], hook: () => undefined }
  const codeWrites: [number, number][] = []
  const time = { nowNs: 0 }
  const lines = Array.from({ length: cpus }, () => ({ virtual: false, physical: false }))
  const answers = (pa: number) => pa >= DEVICE && pa < DEVICE + 0x1000
  const meta = new Int32Array(buffer)
  const services = createHost({
    buffer,
    memory,
    bus: {
      read: (pa, size) => {
        if (!answers(pa)) return undefined
        bus.reads.push([pa, size])
        bus.hook()
        return size === 4 ? pa : pa & (size === 2 ? 0xffff : 0xff)
      },
      write: (pa, size, value) => {
        if (answers(pa)) bus.writes.push([pa, size, value])
        bus.hook()
        return answers(pa)
      },
    },
    timers: lines.map((line) => ({
      clock: { nowNs: () => time.nowNs },
      events,
      frequency: 8_000_000,
      virtualLine: { set: (level) => (line.virtual = level) },
      physicalLine: { set: (level) => (line.physical = level) },
    })),
    code: {
      pageFor: (host) => (meta[(L.PAGE_META >>> 2) + (host >>> 12)] ||= L.DECODE_POOL + host),
      codeWritten: (host, size) => codeWrites.push([host, size]),
      storedInto: () => false,
    },
    model,
    ...(gic === undefined ? {} : { gic }),
  })
  const machine = { ...services, memory0: memory, events, bus, codeWrites, lines, cpu: cpuBase(0) }
  const timed = Object.defineProperty(machine, "nowNs", {
    get: () => time.nowNs,
    set: (ns: number) => {
      time.nowNs = ns
    },
  }) as TestMachine
  for (let index = 0; index < cpus; index++) timed.storage.reset(cpuBase(index))
  timed.views.i32[(timed.cpu + L.EL_I32) >>> 2] = 1
  timed.views.i32[(timed.cpu + L.SPSEL_I32) >>> 2] = 1
  timed.tlb.select(timed.cpu)
  return timed
}

export function setSlot(m: TestMachine, slot: L.SysregSlot, value: bigint, cpu = m.cpu): void {
  m.storage.write(
    cpu,
    L.SLOT[slot],
    Number(BigInt.asIntN(32, value)),
    Number(BigInt.asIntN(32, value >> 32n)),
  )
}

export function slotValue(m: TestMachine, slot: L.SysregSlot, cpu = m.cpu): bigint {
  return m.views.data.getBigUint64(cpu + L.SLOT[slot], true)
}

export function field(m: TestMachine, offset: number, cpu = m.cpu): number {
  return m.views.i32[(cpu + offset) >>> 2]
}

export function setField(m: TestMachine, offset: number, value: number, cpu = m.cpu): void {
  m.views.i32[(cpu + offset) >>> 2] = value
}

export function setWide(m: TestMachine, offset: number, value: bigint, cpu = m.cpu): void {
  m.views.data.setBigUint64(cpu + offset, BigInt.asUintN(64, value), true)
}

export function wide(m: TestMachine, offset: number, cpu = m.cpu): bigint {
  return m.views.data.getBigUint64(cpu + offset, true)
}

export function setEl(m: TestMachine, el: 0 | 1, cpu = m.cpu): void {
  m.pstate.enter(cpu, el, el)
}

/** Low and high halves of a 64-bit address, as the MMU takes them. */
export function halves(value: bigint): [number, number] {
  return [Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n))]
}

/** Writes one descriptor at `table` + `index` * 8. */
export function putDescriptor(m: TestMachine, table: number, index: number, value: bigint): void {
  m.memory0.writeU32(table + index * 8, Number(BigInt.asUintN(32, value)))
  m.memory0.writeU32(table + index * 8 + 4, Number(BigInt.asUintN(32, value >> 32n)))
}

/** Where the test tables lie: roots of TTBR0, TTBR1, then further tables are taken from NEXT on. */
export const TTBR0_ROOT = RAM + 0x1_0000
export const TTBR1_ROOT = RAM + 0x1_1000
export const TABLES = RAM + 0x1_2000

/** TCR: 39-bit halves (T0SZ = T1SZ = 25, so walks start at level 1), 4 KiB granules, 40-bit output, 16-bit ASIDs. */
export const TCR_39 = 25n | (25n << 16n) | (2n << 30n) | (2n << 32n) | (1n << 36n)
/** MAIR: 0 Device-nGnRnE, 1 Normal write-back, 2 Device-nGnRE. */
export const MAIR_TEST = 0x04ff00n

/** MMU on with 39-bit halves and empty tables at TTBR0_ROOT and TTBR1_ROOT. */
export function turnOn(m: TestMachine, cpu = m.cpu): void {
  setSlot(m, "TCR_EL1", TCR_39, cpu)
  setSlot(m, "MAIR_EL1", MAIR_TEST, cpu)
  setSlot(m, "TTBR0_EL1", BigInt(TTBR0_ROOT), cpu)
  setSlot(m, "TTBR1_EL1", BigInt(TTBR1_ROOT), cpu)
  setSlot(m, "SCTLR_EL1", 1n, cpu)
}

/** Maps one page by a level 1, 2 and 3 table of its own; `table` bits go into the level 1 entry. */
export function mapPage(m: TestMachine, root: number, va: bigint, leaf: bigint, table = 0n): void {
  const index = (shift: bigint) => Number((va >> shift) & 511n)
  const level2 = TABLES + (root === TTBR0_ROOT ? 0 : 0x2000)
  putDescriptor(m, root, index(30n), BigInt(level2) | TABLE | table)
  putDescriptor(m, level2, index(21n), BigInt(level2 + 0x1000) | TABLE)
  putDescriptor(m, level2 + 0x1000, index(12n), leaf)
}
