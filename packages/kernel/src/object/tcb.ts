// SPDX-License-Identifier: BSD-2-Clause
//
// Threads (seL4 reference manual, chapter 6). A thread's body is a vCPU, which executes machine code, or the
// TypeScript program of a protection domain, which handles one event at a time.

import type { ScheduledEvent } from "@vmm/machine"
import type { Message } from "../api/message.ts"
import type { EmulatedRegisters } from "../api/program.ts"
import type { Cap, CNode, KernelObject } from "./cap.ts"
import type { Endpoint, Notification, Sender } from "./ipc.ts"
import type { SchedContext } from "./sched-context.ts"
import type { Vcpu } from "./vcpu.ts"

/**
 * `inactive`: suspended, or never started. `ready`: wants the processor. `receiving`: a domain that waits for
 * an event. `faulted`: its fault message is queued or being handled. `parked`: its fault message was received
 * and not answered. `calling`: waits for an answer that will never come.
 */
export type ThreadState = "inactive" | "ready" | "receiving" | "faulted" | "parked" | "calling"

/** A domain's program as the kernel runs it. */
export interface Body {
  /** Handles the next event: `init`, what is signalled, or a message. */
  step(): void
  /** Handles this message at once; the domain waits for one. */
  receive(sender: Sender): void
  /** Registers that the program emulates; the domain waits for a message, here and below. */
  registers(child: number, ipa: number): EmulatedRegisters | undefined
  /** Asks them at once. Undefined or false when the program has faulted. */
  readRegister(of: EmulatedRegisters, offset: number, size: 1 | 2 | 4): number | undefined
  writeRegister(of: EmulatedRegisters, offset: number, size: 1 | 2 | 4, value: number): boolean
  /** Answers a protected procedure call; undefined when the domain cannot answer any more. */
  call(badge: bigint, message: Message): Message | undefined
  /** Starts the program anew. */
  restart(): void
  /** Whose scheduling context the next `step` runs on. */
  payer(): SchedContext | undefined
}

export class Tcb implements KernelObject {
  readonly type = "tcb"
  readonly name: string
  /** 0 .. 255. */
  readonly priority: number
  readonly core: number
  state: ThreadState = "inactive"
  /** Times that it was suspended: what ran before is over. */
  life = 0
  /** Whether it is in a ready queue. */
  queued = false
  /** Instructions left of a vCPU's slice. */
  sliceLeft = 0
  /** What its processor time is charged to; a thread without one has all there is. */
  context: SchedContext | undefined
  /** When it has budget again, while it waits for that. */
  release: ScheduledEvent | undefined
  cspace: CNode | undefined
  notification: Notification | undefined
  /** Where its faults go. */
  faultHandler: Cap<Endpoint> | undefined
  vcpu: Vcpu | undefined
  body: Body | undefined

  constructor(name: string, priority: number, core: number) {
    this.name = name
    this.priority = priority
    this.core = core
  }
}
