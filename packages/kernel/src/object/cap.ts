// SPDX-License-Identifier: BSD-2-Clause
//
// Capabilities and the CNodes that hold them (seL4 reference manual, chapter 3). Caps are put in place at
// boot and by nobody else: Microkit's domains neither copy nor mint. One level of CNode, no guards.

export type ObjectType =
  | "cnode"
  | "tcb"
  | "endpoint"
  | "notification"
  | "vspace"
  | "frame"
  | "vcpu"
  | "irq-handler"
  | "smc"
  | "sched-context"
  | "reply"

/** Every kernel object says what it is. */
export interface KernelObject {
  readonly type: ObjectType
}

/** Cap rights, one bit each. */
export const RIGHT_READ = 1
export const RIGHT_WRITE = 2
export const RIGHT_GRANT = 4
export const RIGHT_GRANT_REPLY = 8
export const ALL_RIGHTS = 15

export interface Cap<T extends KernelObject = KernelObject> {
  readonly object: T
  /** RIGHT_ bits. */
  readonly rights: number
  /** Unsigned 64-bit; 0 without a badge. */
  readonly badge: bigint
}

export class CNode implements KernelObject {
  readonly type = "cnode"
  private readonly slots: Array<Cap | undefined>

  /** 2^sizeBits slots, all empty. */
  constructor(sizeBits: number) {
    this.slots = Array.from({ length: 2 ** sizeBits }, () => undefined)
  }

  get size(): number {
    return this.slots.length
  }

  /** The cap in a slot; undefined when it is empty or there is no such slot. */
  get(slot: number): Cap | undefined {
    return this.slots[slot]
  }

  /** Puts a cap into an empty slot. Throws RangeError when the slot is taken or does not exist. */
  put(slot: number, object: KernelObject, rights = ALL_RIGHTS, badge = 0n): void {
    if (!(slot >= 0 && slot < this.slots.length)) throw new RangeError(`a CNode has no slot ${slot}`)
    if (this.slots[slot] !== undefined) throw new RangeError(`slot ${slot} of a CNode is taken`)
    this.slots[slot] = { object, rights, badge }
  }

  /** Empties a slot. */
  delete(slot: number): void {
    if (slot >= 0 && slot < this.slots.length) this.slots[slot] = undefined
  }
}

/** Where Microkit puts a domain's caps (monitor and libmicrokit). A domain's CNode has 2^9 slots. */
export const PD_CNODE_BITS = 9
export const SLOT_INPUT = 1
export const SLOT_FAULT_EP = 2
export const SLOT_VSPACE = 3
export const SLOT_REPLY = 4
export const SLOT_MONITOR_EP = 5
export const SLOT_TCB = 6
export const SLOT_SMC = 7
export const BASE_NOTIFICATION = 10
export const BASE_ENDPOINT = 74
export const BASE_IRQ = 138
export const BASE_PD_TCB = 202
export const BASE_VM_TCB = 266
export const BASE_VCPU = 330

/** Badge bits that libmicrokit's event loop looks at. */
export const BADGE_FAULT = 1n << 62n
export const BADGE_PPC = 1n << 63n
/** Greatest id of a channel, an interrupt, a child or a vCPU. */
export const MAX_ID = 61
/** The id in a badge. */
export const ID_MASK = 0x3fn
