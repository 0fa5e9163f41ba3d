// SPDX-License-Identifier: BSD-2-Clause
//
// What two engines that ran the same code must agree on: the registers of a CPU's block (layout.ts), each with its
// name. Left out is what only one tier uses (scratch, TLB banks, counters), and host addresses.

import * as L from "./layout.ts"

/** Offset in the CPU's block, size in bytes, and name. */
export type StatePart = readonly [offset: number, size: number, name: string]

/** Registers, lines and system registers; NZCV and the exclusive monitor are not here. */
export const STATE_PARTS: readonly StatePart[] = [
  ...Array.from({ length: 31 }, (_, n) => [L.X + n * 8, 8, `X${n}`] as const),
  [L.SP, 8, "SP"],
  [L.PC, 8, "PC"],
  [L.EL_I32, 12, "PSTATE.EL, SP, DAIF"],
  [L.VIRQ_I32, 8, "interrupt lines, PSTATE.SS, PSTATE.IL"],
  [L.EVENT_I32, 8, "the event register, WFI"],
  ...Array.from({ length: 32 }, (_, n) => [L.V + n * 16, 16, `V${n}`] as const),
  [L.FPCR_I32, 8, "FPCR, FPSR"],
  ...L.SYSREG_SLOTS.map((name, n) => [L.SYSREGS + n * 8, 8, name] as const),
  [L.DEBUG_REGS, 0x200, "debug registers"],
]

/** One thing on which two machines are not of one mind: its name, and both values in words or hexadecimal. */
export interface StateDifference {
  readonly name: string
  readonly ours: string
  readonly theirs: string
}

/** NZCV of a stopped CPU, as bits 3..0. */
function flags(block: DataView): number {
  const n = (block.getInt32(L.NF + 4, true) >>> 31) << 3
  const z = block.getBigUint64(L.ZF, true) === 0n ? 4 : 0
  const c = (block.getInt32(L.CF_I32, true) & 1) << 1
  return n | z | c | (block.getInt32(L.VF + 4, true) >>> 31)
}

/** Little-endian bytes as one hexadecimal number. */
export function hexOf(bytes: Uint8Array): string {
  return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .reverse()
    .join("")}`
}

/** What differs between vCPU `index` of two linear memories while neither runs; empty when they agree. */
export function cpuDifferences(ours: ArrayBuffer, theirs: ArrayBuffer, index: number): StateDifference[] {
  const base = L.CPU_BLOCKS + index * L.CPU_BLOCK_SIZE
  const [a, b] = [ours, theirs].map((buffer) => new DataView(buffer, base, L.CPU_BLOCK_SIZE)) as [
    DataView,
    DataView,
  ]
  const found: StateDifference[] = []
  for (const [offset, size, name] of STATE_PARTS) {
    let at = 0
    while (at < size && a.getInt32(offset + at, true) === b.getInt32(offset + at, true)) at += 4
    if (at >= size) continue
    const [x, y] = [ours, theirs].map((buffer) => hexOf(new Uint8Array(buffer, base + offset, size)))
    found.push({ name, ours: x, theirs: y })
  }
  const computed = [
    ["NZCV", flags] as const,
    [
      "the exclusive monitor",
      (view: DataView) => Number(view.getInt32(L.EXCL_ADDR_I32, true) !== -1),
    ] as const,
  ]
  for (const [name, value] of computed) {
    const [x, y] = [value(a), value(b)]
    if (x !== y) found.push({ name, ours: `0x${x.toString(16)}`, theirs: `0x${y.toString(16)}` })
  }
  return found
}
