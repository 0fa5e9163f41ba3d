// SPDX-License-Identifier: BSD-2-Clause
//
// Which guest-physical ranges the VMM emulates (libvmm fault.c, VM exception handlers).

import type { MmioHandler } from "./interrupt-controller.ts"
import { hex } from "./log.ts"
import { refuse } from "./refuse.ts"

export interface VmException {
  readonly base: number
  readonly size: number
  readonly handler: MmioHandler
}

const PAGE = 0x1000

/** `[0x1000..0x2000)`. */
export const range = (base: number, size: number) => `[${hex(base)}..${hex(base + size)})`

function holds({ base, size }: VmException, gpa: number, length: number): boolean {
  return gpa >= base && gpa + length <= base + size
}

export class VmExceptions {
  private readonly entries: VmException[] = []
  /** The one that was found last: registers are accessed in runs. */
  private last: VmException | undefined

  /** Faults the domain when the range is empty or overlaps another one. */
  register(base: number, size: number, handler: MmioHandler): void {
    if (size <= 0) refuse(`VM exception handler ${range(base, size)} is empty`)
    const other = this.entries.find((entry) => base < entry.base + entry.size && entry.base < base + size)
    if (other !== undefined) {
      refuse(
        `VM exception handler ${range(base, size)}, overlaps with another handler ${range(other.base, other.size)}`,
      )
    }
    this.entries.push({ base, size, handler })
  }

  /** The registers that end below an address in its page. */
  before(gpa: number): VmException | undefined {
    const page = Math.floor(gpa / PAGE)
    const ends = this.entries.filter(
      ({ base, size }) => base + size <= gpa && Math.floor((base + size - 1) / PAGE) === page,
    )
    return ends.sort((a, b) => b.base + b.size - (a.base + a.size))[0]
  }

  /** The handler of all `size` bytes at a guest-physical address. */
  find(gpa: number, size = 1): VmException | undefined {
    const { last } = this
    if (last !== undefined && holds(last, gpa, size)) return last
    for (const entry of this.entries) if (holds(entry, gpa, size)) return (this.last = entry)
    return undefined
  }
}
