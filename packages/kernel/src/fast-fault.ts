// SPDX-License-Identifier: BSD-2-Clause
//
// The fast path of a vCPU's fault (after seL4's fastpath_vm_fault): where all that can follow is that the VMM handles
// it and answers, that is done while the processor stays where it is, without the scheduler in between, and for a
// load or store of one register without a message. What the VMM does is the same. With the virtual clock, and
// while a run is recorded, every fault takes the ordinary path: time and the record follow each step.

import { encodeFault } from "./api/fault.ts"
import type { EmulatedRegisters } from "./api/program.ts"
import type { Cpu, Emulation, Exit, Registers } from "./cpu/types.ts"
import type { LastEvents } from "./events/last-events.ts"
import { faultOf } from "./fault-delivery.ts"
import { ID_MASK } from "./object/cap.ts"
import type { Endpoint } from "./object/ipc.ts"
import type { SchedContext } from "./object/sched-context.ts"
import type { Body, Tcb } from "./object/tcb.ts"
import type { Vcpu } from "./object/vcpu.ts"
import type { ReadyQueues } from "./ready.ts"
import type { KernelState } from "./state.ts"

/** Faults after which the host's clock is looked at, which takes as long as one of them. */
const FAULTS_PER_LOOK = 64
/** When faults have kept the processor for so long the scheduler looks at the clock and at what else there is. */
const LONGEST_NS = 500_000

/** A context that never runs out: nothing has to be charged for a short while. */
const unlimited = (context: SchedContext | undefined): boolean => context === undefined || context.roundRobin

class FastFaults implements Emulation {
  private readonly state: KernelState
  private readonly vcpu: Vcpu
  private readonly tcb: Tcb
  private readonly child: number
  private readonly endpoint: Endpoint | undefined
  private known: FastRegisters[] = []
  private lookedNs = 0

  constructor(state: KernelState, vcpu: Vcpu, tcb: Tcb) {
    this.state = state
    this.vcpu = vcpu
    this.tcb = tcb
    this.child = Number((tcb.faultHandler?.badge ?? 0n) & ID_MASK)
    this.endpoint = tcb.faultHandler?.object
  }

  /** The domain that handles faults, when it waits, is more urgent than the vCPU, and has nothing else to do. */
  private handler(): Tcb | undefined {
    const { state, tcb, endpoint } = this
    const receiver = endpoint?.receiver
    if (receiver === undefined || state.recorder.on || state.running !== this.vcpu) return undefined
    if (receiver.state !== "receiving" || receiver.priority <= tcb.priority || !endpoint?.empty)
      return undefined
    return unlimited(receiver.context) && unlimited(tcb.context) ? receiver : undefined
  }

  registersAt(ipa: number): Registers | undefined {
    const handler = this.handler()
    const { body, life } = handler ?? {}
    if (handler === undefined || body === undefined) return undefined
    this.known = this.known.filter((one) => one.life === life)
    const found = this.known.find(({ base, size }) => ipa >= base && ipa < base + size)
    if (found !== undefined) return found
    this.begin()
    const registers = body.registers(this.child, ipa)
    this.goOn()
    if (registers === undefined) return undefined
    const { state, tcb, vcpu } = this
    const made = new FastRegisters({ faults: this, state, tcb, vcpu, handler, body, registers })
    this.known.push(made)
    return made
  }

  private begin(): void {
    this.vcpu.cpu.clearExclusive()
    this.tcb.state = "faulted"
  }

  /** An access was answered, and something else has happened besides. */
  goOn(): void {
    if (this.tcb.state === "faulted") this.tcb.state = "ready"
    this.end()
  }

  /** Goes on, when the vCPU is still the one to run; else it leaves before its next instruction. */
  private end(): void {
    const { state, tcb } = this
    if (tcb.state !== "ready") state.ready.remove(tcb)
    if (state.ready.head() !== tcb || state.events.length > 0) this.vcpu.cpu.stop()
  }

  /** Leaves for the scheduler when faults have kept it waiting. */
  look(): void {
    const now = this.state.platform.clock.nowNs()
    if (now - this.lookedNs < LONGEST_NS) return
    this.lookedNs = now
    this.vcpu.cpu.stop()
  }

  /** Any other exit: the message is handled at once. False: it has to be sent. */
  exit(exit: Exit): boolean {
    const { tcb, vcpu } = this
    const body = this.handler()?.body
    if (body === undefined || tcb.faultHandler === undefined) return false
    this.begin()
    vcpu.lastExit = exit
    this.state.recorder.last.note("exit", vcpu.name, exit.esr, exit.ipa, -1)
    const { badge } = tcb.faultHandler
    body.receive({ thread: tcb, badge, message: encodeFault(faultOf(vcpu.cpu, exit)) })
    this.end()
    return true
  }
}

interface FastParts {
  readonly faults: FastFaults
  readonly state: KernelState
  readonly tcb: Tcb
  readonly vcpu: Vcpu
  readonly handler: Tcb
  readonly body: Body
  readonly registers: EmulatedRegisters
}

/**
 * Registers that a domain emulates, as long as nothing stops it: `life` is the one in which it was asked. An access
 * costs little where no thread came or went since the one before.
 */
class FastRegisters implements Registers {
  readonly base: number
  readonly size: number
  readonly life: number
  private readonly faults: FastFaults
  private readonly queues: ReadyQueues
  private readonly events: readonly unknown[]
  private readonly last: LastEvents
  private readonly tcb: Tcb
  private readonly cpu: Cpu
  private readonly handler: Tcb
  private readonly body: Body
  private readonly registers: EmulatedRegisters
  /** Sources of the last events. */
  private readonly reads: number
  private readonly writes: number
  /** Changes of the ready queues when the domain was last seen to wait. */
  private waited = -1
  private untilLook = FAULTS_PER_LOOK

  constructor({ faults, state, tcb, vcpu, handler, body, registers }: FastParts) {
    this.base = registers.base
    this.size = registers.size
    this.life = handler.life
    this.faults = faults
    this.queues = state.ready
    this.events = state.events
    this.last = state.recorder.last
    this.tcb = tcb
    this.cpu = vcpu.cpu
    this.handler = handler
    this.body = body
    this.registers = registers
    this.reads = this.last.source("read", vcpu.name)
    this.writes = this.last.source("write", vcpu.name)
  }

  /** A domain that waits has nothing else to do. What else the fast path asks for was there, and does not change. */
  private waits(): boolean {
    return this.handler.state === "receiving" && this.handler.life === this.life
  }

  /** An access was answered, unless the VMM did something else with the thread meanwhile. */
  private answered(changes: number): void {
    const { tcb } = this
    if (this.queues.changes === changes && this.events.length === 0 && tcb.state === "faulted") {
      tcb.state = "ready"
      this.waited = changes
    } else {
      this.waited = -1
      this.faults.goOn()
    }
    this.untilLook -= 1
    if (this.untilLook > 0) return
    this.untilLook = FAULTS_PER_LOOK
    this.faults.look()
  }

  read(offset: number, size: 1 | 2 | 4): number | undefined {
    const { changes } = this.queues
    if (changes !== this.waited && !this.waits()) return undefined
    this.cpu.clearExclusive()
    this.tcb.state = "faulted"
    this.last.noteFrom(this.reads, this.base + offset, size)
    const value = this.body.readRegister(this.registers, offset, size)
    this.answered(changes)
    return value
  }

  write(offset: number, size: 1 | 2 | 4, value: number): boolean {
    const { changes } = this.queues
    if (changes !== this.waited && !this.waits()) return false
    this.cpu.clearExclusive()
    this.tcb.state = "faulted"
    this.last.noteFrom(this.writes, this.base + offset, size)
    const done = this.body.writeRegister(this.registers, offset, size, value)
    this.answered(changes)
    return done
  }
}

/** Lets the faults of this vCPU, whose thread has its fault handler, take the fast path. */
export function allowFastFaults(state: KernelState, vcpu: Vcpu, tcb: Tcb): void {
  if (state.platform.clock.virtual) return
  const fast = new FastFaults(state, vcpu, tcb)
  vcpu.cpu.emulation = fast
  vcpu.cpu.intercept = (exit) => fast.exit(exit)
}
