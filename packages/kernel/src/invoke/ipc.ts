// SPDX-License-Identifier: BSD-2-Clause
//
// Signal, IRQHandler Ack, SMC Call and Call on an endpoint (seL4 reference manual, chapters 4, 5 and 8).

import { seL4_IllegalOperation, seL4_InvalidArgument } from "../api/error.ts"
import { MESSAGE_MAX_LENGTH, type Message } from "../api/message.ts"
import { hex } from "../events/event.ts"
import { type CNode, RIGHT_GRANT_REPLY, RIGHT_WRITE } from "../object/cap.ts"
import { Endpoint, Notification } from "../object/ipc.ts"
import { IrqHandler, Smc } from "../object/irq.ts"
import { type KernelState, wakeReceiver } from "../state.ts"
import { InvocationError, lookup } from "./lookup.ts"

/** seL4_Signal. Returns the name of the thread that is bound to the notification. */
export function signal(state: KernelState, cspace: CNode, slot: number): string {
  const cap = lookup(cspace, slot, Notification, RIGHT_WRITE)
  cap.object.signal(cap.badge)
  if (cap.object.bound === undefined) return ""
  wakeReceiver(state, cap.object.bound)
  return cap.object.bound.name
}

/** seL4_IRQHandler_Ack: unmasks the interrupt. */
export function ackIrq(state: KernelState, cspace: CNode, slot: number, pd: string): void {
  const irq = lookup(cspace, slot, IrqHandler).object
  irq.unacknowledged = false
  state.platform.interrupts.setEnabled(irq.core, irq.intid, true)
  if (state.recorder.on) state.recorder.emit({ type: "irq-acked", intid: irq.intid, pd })
}

/** seL4_ARM_SMC_Call: eight registers in and out. A badged cap allows that function alone. */
export function callSmc(
  state: KernelState,
  cspace: CNode,
  slot: number,
  args: readonly bigint[],
  pd: string,
): readonly bigint[] {
  const cap = lookup(cspace, slot, Smc)
  const registers = Array.from({ length: 8 }, (_, n) => BigInt.asUintN(64, args[n] ?? 0n))
  if (cap.badge !== 0n && registers[0] !== cap.badge) throw new InvocationError(seL4_IllegalOperation)
  const results = state.platform.firmware(registers)
  if (state.recorder.on) {
    state.recorder.emit({ type: "smc", pd, args: registers.map(hex), results: results.map(hex) })
  }
  return results
}

/** An answered call: who answered, and what; the answer is undefined when it will never come. */
export interface CallResult {
  readonly to: string
  readonly reply: Message | undefined
}

/** seL4_Call on an endpoint whose receiver has a higher priority: it answers before this returns. */
export function call(cspace: CNode, slot: number, message: Message): CallResult {
  const cap = lookup(cspace, slot, Endpoint, RIGHT_WRITE | RIGHT_GRANT_REPLY)
  if (message.words.length > MESSAGE_MAX_LENGTH) throw new InvocationError(seL4_InvalidArgument)
  const receiver = cap.object.receiver
  return { to: receiver?.name ?? "", reply: receiver?.body?.call(cap.badge, message) }
}
