// SPDX-License-Identifier: BSD-2-Clause
//
// The program of a protection domain: Microkit's entry points (Microkit manual, "Entry points"). The kernel
// calls one at a time and each runs to completion; it may not await, and it may not keep the processor.

import type { Message } from "./message.ts"
import type { Microkit } from "./microkit.ts"

/** Emulated registers side by side, as one vCPU reaches them. Values are unsigned 32-bit, offsets bytes. */
export interface EmulatedRegisters {
  /** IPA of the first byte. */
  readonly base: number
  /** Bytes. */
  readonly size: number
  read(offset: number, size: 1 | 2 | 4): number
  write(offset: number, size: 1 | 2 | 4, value: number): void
}

/** The entry points of a protection domain. Each runs to its end before the next begins. */
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
   * The fast path of a VMFault: the registers around `ipa` that this domain emulates and that vCPU `child` has loaded
   * from or stored to; undefined has the fault sent as a message. What is given stays in use, without a further
   * question, until the domain is restarted. Optional; what it does must be what `fault` would do.
   */
  registers?(child: number, ipa: number): EmulatedRegisters | undefined
}

/** Makes the program of one domain; called at boot and again when the domain is restarted. */
export type ProgramFactory = (microkit: Microkit) => Program
