// SPDX-License-Identifier: BSD-2-Clause
//
// Which emulated registers an instruction reached the last time: as long as nothing is invalidated and the CPU is in
// the same regime, its next access to the same page needs neither a walk nor a look at the instruction. The runtime
// module compares (interp/device-ways.ts), what an entry stands for is here. It holds while EPOCH stands: TLB
// maintenance, new banks and code that is written all move it.

import * as L from "../layout.ts"
import type { Registers, Views } from "./views.ts"

/** Nobody answers. */
const NOBODY: Registers = { base: 0, size: 0, read: () => undefined, write: () => false }

export class DeviceWays {
  /** By entry. */
  readonly registers: Registers[] = Array.from({ length: L.WAY_COUNT }, () => NOBODY)
  /** Where the page lies in them, bytes; below 0 when they begin inside. */
  readonly offsets = new Int32Array(L.WAY_COUNT)
  /** The first byte of the page behind them. */
  readonly ends = new Int32Array(L.WAY_COUNT)
  private readonly i32: Int32Array

  constructor(views: Views) {
    this.i32 = views.i32
  }

  /** The access at VA by the instruction at PC, which a syndrome describes, goes to this IPA, among these registers. */
  keep(cpu: number, want: number, ipa: number, registers: Registers): void {
    const { i32 } = this
    const pc = i32[(cpu + L.PC) >>> 2]
    const entry = (pc >>> 2) & (L.WAY_COUNT - 1)
    const offset = ipa - (ipa % 4096) - registers.base
    const at = L.WAYS + entry * L.WAY_SIZE
    i32[(at + L.WAY_PC) >>> 2] = pc
    i32[(at + L.WAY_PC + 4) >>> 2] = i32[(cpu + L.PC + 4) >>> 2]
    i32[(at + L.WAY_PAGE) >>> 2] = i32[(cpu + L.VA) >>> 2] & -4096
    i32[(at + L.WAY_PAGE + 4) >>> 2] = i32[(cpu + L.VA + 4) >>> 2]
    i32[(at + L.WAY_EPOCH_I32) >>> 2] = i32[L.EPOCH >>> 2]
    i32[(at + L.WAY_BANK_I32) >>> 2] = i32[(cpu + L.BANK_I32) >>> 2] | want
    i32[(at + L.WAY_SS_IL_I32) >>> 2] = i32[(cpu + L.SS_IL_I32) >>> 2]
    this.offsets[entry] = offset
    this.ends[entry] = Math.min(registers.size - offset, 4096)
    this.registers[entry] = offset === (offset | 0) ? registers : NOBODY
  }
}
