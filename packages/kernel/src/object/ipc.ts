// SPDX-License-Identifier: BSD-2-Clause
//
// Endpoints, notifications and reply objects (seL4 reference manual, chapters 4 and 5, with MCS). On an
// endpoint only fault messages ever wait: a protected procedure call goes to a domain of strictly higher
// priority, which is always ready for it.

import type { Message } from "../api/message.ts"
import type { KernelObject } from "./cap.ts"
import type { Tcb } from "./tcb.ts"

/** A fault message that waits to be received. */
export interface Sender {
  readonly thread: Tcb
  readonly badge: bigint
  readonly message: Message
}

export class Endpoint implements KernelObject {
  readonly type = "endpoint"
  readonly name: string
  /** The thread that receives here; undefined for the monitor's. */
  receiver: Tcb | undefined
  private readonly waiting: Sender[] = []

  constructor(name: string) {
    this.name = name
  }

  get empty(): boolean {
    return this.waiting.length === 0
  }

  /** Queues by the sender's priority, first come first served within one. */
  send(sender: Sender): void {
    let at = this.waiting.length
    while (at > 0 && this.waiting[at - 1].thread.priority < sender.thread.priority) at -= 1
    this.waiting.splice(at, 0, sender)
  }

  /** The one that is received next. */
  first(): Sender | undefined {
    return this.waiting[0]
  }

  receive(): Sender | undefined {
    return this.waiting.shift()
  }

  /** The message of this thread that waits to be received. */
  queued(thread: Tcb): Message | undefined {
    return this.waiting.find((sender) => sender.thread === thread)?.message
  }

  /** Takes back what this thread has sent (seL4's cancelIPC). */
  cancel(thread: Tcb): void {
    const at = this.waiting.findIndex((sender) => sender.thread === thread)
    if (at >= 0) this.waiting.splice(at, 1)
  }
}

export class Notification implements KernelObject {
  readonly type = "notification"
  /** The thread that it is bound to. */
  bound: Tcb | undefined
  /** Something was signalled. */
  active = false
  private word = 0n

  signal(badge: bigint): void {
    this.word |= badge
    this.active = this.word !== 0n
  }

  /** The badges signalled since the last time, which are then gone. */
  take(): bigint {
    const word = this.word
    this.word = 0n
    this.active = false
    return word
  }
}

/** Names the thread whose call or fault is being answered. */
export class Reply implements KernelObject {
  readonly type = "reply"
  caller: Tcb | undefined
}
