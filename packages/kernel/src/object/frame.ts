// SPDX-License-Identifier: BSD-2-Clause
//
// Physical memory as objects: a run of frames of one size (what a memory_region becomes), and the source of
// the frames that the kernel itself needs for page tables.

import type { RamRange } from "@vmm/machine"
import type { KernelObject } from "./cap.ts"

export const SMALL_PAGE = 0x1000
export const LARGE_PAGE = 0x20_0000

export class Frames implements KernelObject {
  readonly type = "frame"
  readonly name: string
  /** Physical address, a multiple of pageSize. */
  readonly base: number
  readonly size: number
  readonly pageSize: number
  /** Not RAM: device memory. */
  readonly device: boolean

  constructor(name: string, base: number, size: number, pageSize: number, device: boolean) {
    this.name = name
    this.base = base
    this.size = size
    this.pageSize = pageSize
    this.device = device
  }
}

/** Hands out the kernel's own memory from its start. */
export class FrameSource {
  private next: number
  private readonly end: number

  constructor(range: RamRange) {
    this.next = range.base
    this.end = range.base + range.size
  }

  /** `size` bytes aligned to `size` (a power of two). Throws RangeError when the range is used up. */
  take(size: number): number {
    const at = Math.ceil(this.next / size) * size
    if (at + size > this.end) throw new RangeError("the memory for the kernel's page tables is used up")
    this.next = at + size
    return at
  }
}
