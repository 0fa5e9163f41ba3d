// SPDX-License-Identifier: BSD-2-Clause
//
// The program of a protection domain: Microkit's entry points (Microkit manual, "Entry points"). The kernel
// calls one at a time and each runs to completion; it may not await, and it may not keep the processor.

import type { Message } from "./message.ts"
import type { Microkit } from "./microkit.ts"

export interface Program {
  /** Runs once, before anything else of this domain. */
  init(): void
  /** A channel's other end notified, or an interrupt of this channel id arrived. Without it: ignored. */
  notified?(channel: number): void
  /** A protected procedure call; the answer goes to the caller. Without it the call faults the domain. */
  protected?(channel: number, message: Message): Message
  /**
   * A child domain or a vCPU faulted; `child` is its id. An answer lets it go on; `undefined` leaves it
   * blocked until `vcpuResume`, `vcpuRestart` or `pdRestart`, or until an answer to a later fault of it.
   */
  fault?(child: number, message: Message): Message | undefined
  /**
   * The fast path of a VMFault: a vCPU loads `size` bytes (1, 2, 4) from a register that this domain emulates. The
   * value (unsigned 32-bit) answers it; `undefined` has the fault sent as a message. Optional; what it does must be
   * what `fault` would do.
   */
  deviceRead?(child: number, ipa: number, size: 1 | 2 | 4): number | undefined
  /** The same for a store; false has the fault sent as a message. */
  deviceWrite?(child: number, ipa: number, size: 1 | 2 | 4, value: number): boolean
}

/** Makes the program of one domain; called at boot and again when the domain is restarted. */
export type ProgramFactory = (microkit: Microkit) => Program
