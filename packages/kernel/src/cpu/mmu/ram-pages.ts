// SPDX-License-Identifier: BSD-2-Clause
//
// Where pages of RAM lie in linear memory, remembered for the pages used last: walks ask for the same tables
// again and again. RAM keeps its place until the machine's memory is reset, when this has to be cleared.

import { fromPair, type PhysicalPages } from "./views.ts"

const KEPT = 2048

export class RamPages {
  private readonly memory: PhysicalPages
  /** Physical page number (28 bits) + 1. */
  private readonly tags = new Int32Array(KEPT)
  private readonly hosts = new Uint32Array(KEPT)

  constructor(memory: PhysicalPages) {
    this.memory = memory
  }

  /** Host offset (unsigned) of the byte at a physical address below 2^40, given as a pair; -1: no RAM. */
  find(lo: number, hi: number): number {
    const page = (hi << 20) | (lo >>> 12)
    const at = page & (KEPT - 1)
    if (this.tags[at] === page + 1) return this.hosts[at] + (lo & 0xfff)
    const host = this.memory.hostOffset(fromPair(lo & -4096, hi))
    if (host < 0) return -1
    this.tags[at] = page + 1
    this.hosts[at] = host
    return host + (lo & 0xfff)
  }

  clear(): void {
    this.tags.fill(0)
  }
}
