// SPDX-License-Identifier: BSD-2-Clause
//
// The fast path of a vCPU's fault (after seL4's fastpath_vm_fault): where all that can follow is that the VMM handles
// it and answers, that is done while the processor stays where it is, without the scheduler in between, and for a
// load or store of one register without a message. What the VMM does is the same. With the virtual clock, and
// while a run is recorded, every fault takes the ordinary path: time and the record follow each step.

import { encodeFault } from "./api/fault.ts"
import type { Emulation, Exit } from "./cpu/types.ts"
import { faultOf } from "./fault-delivery.ts"
import { ID_MASK } from "./object/cap.ts"
import type { SchedContext } from "./object/sched-context.ts"
import type { Body, Tcb } from "./object/tcb.ts"
import type { Vcpu } from "./object/vcpu.ts"
import type { KernelState } from "./state.ts"

/** Faults in a row before the scheduler looks at the clock and at what else there is. */
const MOST_IN_A_ROW = 256

/** A context that never runs out: nothing has to be charged for a short while. */
const unlimited = (context: SchedContext | undefined): boolean => context === undefined || context.roundRobin

class FastFaults implements Emulation {
  private readonly state: KernelState
  private readonly vcpu: Vcpu
  private readonly tcb: Tcb
  private readonly child: number
  private inARow = 0

  constructor(state: KernelState, vcpu: Vcpu, tcb: Tcb) {
    this.state = state
    this.vcpu = vcpu
    this.tcb = tcb
    this.child = Number((tcb.faultHandler?.badge ?? 0n) & ID_MASK)
  }

  /** The domain that handles faults, when it waits, is more urgent than the vCPU, and has nothing else to do. */
  private handler(): Body | undefined {
    const { state, tcb } = this
    const endpoint = tcb.faultHandler?.object
    const receiver = endpoint?.receiver
    if (receiver === undefined || state.recorder.on || state.running !== this.vcpu) return undefined
    if (receiver.state !== "receiving" || receiver.priority <= tcb.priority || !endpoint?.empty)
      return undefined
    if (!unlimited(receiver.context) || !unlimited(tcb.context)) return undefined
    this.inARow = (this.inARow + 1) % MOST_IN_A_ROW
    return this.inARow === 0 ? undefined : receiver.body
  }

  private begin(): void {
    this.vcpu.cpu.clearExclusive()
    this.tcb.state = "faulted"
  }

  /** Goes on, when the vCPU is still the one to run; else it leaves before its next instruction. */
  private end(): void {
    const { state, tcb } = this
    if (tcb.state !== "ready") state.ready.remove(tcb)
    if (state.ready.head() !== tcb || state.events.length > 0) this.vcpu.cpu.stop()
  }

  /** After a fast access: answered, unless the VMM did something else with the thread meanwhile. */
  private answered(): void {
    if (this.tcb.state === "faulted") this.tcb.state = "ready"
    this.end()
  }

  read(ipa: number, size: 1 | 2 | 4): number | undefined {
    const handler = this.handler()
    if (handler === undefined) return undefined
    this.begin()
    this.state.recorder.last.note("read", this.vcpu.name, ipa, size, -1)
    const value = handler.deviceRead(this.child, ipa, size)
    this.answered()
    return value
  }

  write(ipa: number, size: 1 | 2 | 4, value: number): boolean {
    const handler = this.handler()
    if (handler === undefined) return false
    this.begin()
    this.state.recorder.last.note("write", this.vcpu.name, ipa, size, -1)
    const done = handler.deviceWrite(this.child, ipa, size, value)
    this.answered()
    return done
  }

  /** Any other exit: the message is handled at once. False: it has to be sent. */
  exit(exit: Exit): boolean {
    const { tcb, vcpu } = this
    const handler = this.handler()
    if (handler === undefined || tcb.faultHandler === undefined) return false
    this.begin()
    vcpu.lastExit = exit
    this.state.recorder.last.note("exit", vcpu.name, exit.esr, exit.ipa, -1)
    const { badge } = tcb.faultHandler
    handler.receive({ thread: tcb, badge, message: encodeFault(faultOf(vcpu.cpu, exit)) })
    this.end()
    return true
  }
}

/** Lets the faults of this vCPU, whose thread has its fault handler, take the fast path. */
export function allowFastFaults(state: KernelState, vcpu: Vcpu, tcb: Tcb): void {
  if (state.platform.clock.virtual) return
  const fast = new FastFaults(state, vcpu, tcb)
  vcpu.cpu.emulation = fast
  vcpu.cpu.intercept = (exit) => fast.exit(exit)
}
