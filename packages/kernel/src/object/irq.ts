// SPDX-License-Identifier: BSD-2-Clause
//
// IRQHandler objects and the SMC object (seL4 reference manual, chapter 8; seL4, arch/arm/object/smc.c).

import type { KernelObject } from "./cap.ts"
import type { Notification } from "./ipc.ts"

/** One physical interrupt that belongs to a domain. */
export class IrqHandler implements KernelObject {
  readonly type = "irq-handler"
  readonly intid: number
  readonly core: number
  /** Name of the domain and the channel id under which it sees the interrupt. */
  readonly owner: string
  readonly channel: number
  readonly notification: Notification
  readonly badge: bigint
  /** Times that it came from the board. */
  taken = 0
  /** It came, and its owner has not acknowledged it: it stays masked. */
  unacknowledged = false

  constructor(intid: number, core: number, owner: string, channel: number, notification: Notification) {
    this.intid = intid
    this.core = core
    this.owner = owner
    this.channel = channel
    this.notification = notification
    this.badge = 1n << BigInt(channel)
  }
}

/** The right to call the board's firmware. A badge restricts it to one function id. */
export class Smc implements KernelObject {
  readonly type = "smc"
}
