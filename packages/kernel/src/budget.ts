// SPDX-License-Identifier: BSD-2-Clause
//
// Who pays for processor time (seL4 with MCS, src/kernel/thread.c: checkBudget, chargeBudget, switchSchedContext).
// Time is charged to one scheduling context at a time, when another one takes over or the first is used up, so
// that where a run is cut makes no difference. A thread whose context has nothing left is out of the ready queue
// until its next refill.

import type { SchedContext } from "./object/sched-context.ts"
import type { Tcb } from "./object/tcb.ts"
import type { KernelState } from "./state.ts"

/** From now on time is charged to `context`. Gives the one that paid until now. */
export function pay(state: KernelState, context: SchedContext | undefined): SchedContext | undefined {
  const { payer } = state
  if (payer !== context) {
    settle(state)
    state.payer = context
  }
  return payer
}

/** Charges what was used until now. True when a time slice is over. */
function settle(state: KernelState): boolean {
  const now = state.platform.clock.nowNs()
  const used = now - state.paidNs
  state.paidNs = now
  return state.payer !== undefined && used > 0 && state.payer.consume(used)
}

/**
 * seL4_Yield (src/kernel/thread.c, handleYield): what is left of the refill that pays counts as used, and the thread
 * goes behind the others of its priority.
 */
export function yieldSlice(state: KernelState, tcb: Tcb): void {
  const over = settle(state)
  const { payer } = state
  if (!over) payer?.consume(payer.availableNs)
  if (tcb.queued) state.ready.rotate(tcb)
}

/** Nanoseconds that the one who pays may go on without a pause; Infinity when nobody does. */
export function leftNs(state: KernelState): number {
  const { payer } = state
  return payer === undefined ? Infinity : payer.availableNs - (state.platform.clock.nowNs() - state.paidNs)
}

/** Puts a thread that is ready where it waits for the processor. */
export function makeReady(state: KernelState, tcb: Tcb): void {
  const { context } = tcb
  if (context !== undefined && !tcb.queued && payerOf(tcb) === context) {
    if (state.payer === context) settle(state)
    context.unblock(state.platform.clock.nowNs())
  }
  state.ready.append(tcb)
}

/** A passive domain runs on the context of whoever has sent it a message. */
function payerOf(tcb: Tcb): SchedContext | undefined {
  return tcb.body?.payer() ?? tcb.context
}

/** Takes a thread out of the ready queue until its context has budget again. */
function putAside(state: KernelState, tcb: Tcb, untilNs: number): void {
  state.ready.remove(tcb)
  tcb.release?.cancel()
  tcb.release = state.platform.events.schedule(untilNs, () => {
    tcb.release = undefined
    if (tcb.state === "ready") state.ready.append(tcb)
  })
}

/** The thread that runs next, and pays from now on; undefined when none is ready and has budget. */
export function nextThread(state: KernelState): Tcb | undefined {
  for (;;) {
    const tcb = state.ready.head()
    const context = tcb === undefined ? undefined : payerOf(tcb)
    pay(state, context)
    if (tcb === undefined || context === undefined) return tcb
    if (leftNs(state) <= 0 && settle(state)) state.ready.rotate(tcb)
    else if (context.readyNs > state.platform.clock.nowNs()) putAside(state, tcb, context.readyNs)
    else return tcb
  }
}
