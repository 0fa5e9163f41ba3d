// SPDX-License-Identifier: BSD-2-Clause
//
// Which emulated register an instruction reached the last time: as long as nothing is invalidated and the CPU is in
// the same regime, its next access to the same page needs neither a walk nor a look at the instruction. An entry
// holds while EPOCH stands: TLB maintenance, new banks and code that is written all move it.

import * as L from "../layout.ts"
import type { Views } from "./views.ts"
import { fromPair, highOf, lowOf } from "./views.ts"

const ENTRIES = 256
const WORDS = 16

export class DeviceWays {
  /** IPA of the access that `find` knew. */
  ipa = 0
  private readonly i32: Int32Array
  private readonly words = new Int32Array(ENTRIES * WORDS)

  constructor(views: Views) {
    this.i32 = views.i32
  }

  /** Whether the access at VA by the instruction at PC is known; `want` is WANT_READ or WANT_WRITE. */
  find(cpu: number, size: number, want: number): boolean {
    const { i32, words } = this
    const pc = i32[(cpu + L.PC) >>> 2]
    const at = ((pc >>> 2) & (ENTRIES - 1)) * WORDS
    const lo = i32[(cpu + L.VA) >>> 2]
    if (words[at] !== pc || words[at + 1] !== i32[L.EPOCH >>> 2]) return false
    if (words[at + 2] !== (lo & -4096) || words[at + 3] !== i32[(cpu + L.VA + 4) >>> 2]) return false
    if (words[at + 4] !== i32[(cpu + L.PC + 4) >>> 2] || (lo & (size - 1)) !== 0) return false
    if (words[at + 5] !== (i32[(cpu + L.BANK_I32) >>> 2] | want)) return false
    if (words[at + 8] !== i32[(cpu + L.SS_IL_I32) >>> 2]) return false
    this.ipa = fromPair(words[at + 6] | (lo & 0xfff), words[at + 7])
    return true
  }

  /** The access at VA by the instruction at PC, which a syndrome describes, goes to this IPA. */
  keep(cpu: number, size: number, want: number, ipa: number): void {
    const { i32, words } = this
    const pc = i32[(cpu + L.PC) >>> 2]
    const lo = i32[(cpu + L.VA) >>> 2]
    if ((lo & (size - 1)) !== 0) return
    const at = ((pc >>> 2) & (ENTRIES - 1)) * WORDS
    words[at] = pc
    words[at + 1] = i32[L.EPOCH >>> 2]
    words[at + 2] = lo & -4096
    words[at + 3] = i32[(cpu + L.VA + 4) >>> 2]
    words[at + 4] = i32[(cpu + L.PC + 4) >>> 2]
    words[at + 5] = i32[(cpu + L.BANK_I32) >>> 2] | want
    words[at + 8] = i32[(cpu + L.SS_IL_I32) >>> 2]
    words[at + 6] = lowOf(ipa) & -4096
    words[at + 7] = highOf(ipa)
  }
}
