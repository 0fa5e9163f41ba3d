// SPDX-License-Identifier: BSD-2-Clause
//
// The kernel: boots a system and runs it in pieces. One thread runs at a time: the ready one of the highest
// priority that has budget; domains run an entry point to completion, vCPUs run slices of instructions. When nothing is
// ready the processor is idle: the virtual clock skips to the next deadline, with the real one the caller
// waits. The way a run is cut into pieces does not change what happens in it.

import { bootSystem } from "./boot/boot.ts"
import type { BootSpec } from "./boot/spec.ts"
import { leftNs, nextThread, pay } from "./budget.ts"
import { faultOf, vcpuFault } from "./fault-delivery.ts"
import { hex } from "./events/event.ts"
import { loadVcpu, takeInterrupts } from "./interrupts.ts"
import type { Body, Tcb } from "./object/tcb.ts"
import type { Vcpu } from "./object/vcpu.ts"
import { PPI_MAINTENANCE, PPI_VIRTUAL_TIMER } from "./platform.ts"
import { type Core, type KernelOptions, KernelState, type RunEvent } from "./state.ts"

const DEFAULT_SLICE = 100_000
/** Entry points of domains that one `run` executes before it lets the caller look at the world. */
const MAX_DOMAIN_ENTRIES = 100_000
const MAX_BUDGET = 2 ** 30

/** How far `run` may go; without either it runs until something must be decided. */
export interface RunLimit {
  /** Instructions of all vCPUs together, from now on; unlimited by default. */
  readonly instructions?: number
  /** Time of the machine's clock at which to stop. */
  readonly untilNs?: number
}

/** Why `run` came back. */
export type RunResult =
  /** A limit was reached; `run` again goes on. */
  | { readonly kind: "limit" }
  /** Nothing is ready before `untilNs` (`Infinity`: not before something comes from outside). */
  | { readonly kind: "idle"; readonly untilNs: number }
  | RunEvent

/** The kernel over one board. `run` goes on until a limit or until something must be decided. */
export class Kernel {
  readonly state: KernelState
  private readonly slice: number

  constructor(options: KernelOptions) {
    this.state = new KernelState(options)
    this.slice = options.sliceInstructions ?? DEFAULT_SLICE
    for (let index = 0; index < options.platform.coreCount; index += 1) this.addCore(index)
    options.platform.events.onEarlier = () => this.state.preempt()
  }

  /** Builds the system. Throws RangeError for a specification that contradicts itself. */
  boot(spec: BootSpec): void {
    bootSystem(this.state, spec)
  }

  /** Runs until a limit is reached, nothing is left to do, or something happened that the caller decides. */
  run(limit: RunLimit = {}): RunResult {
    const { state } = this
    const { clock } = state.platform
    clock.hold()
    try {
      const result = this.runUntil(limit)
      // What the host does between runs takes time of the real clock, which is nobody's.
      if (!clock.virtual) pay(state, undefined)
      return result
    } finally {
      clock.release()
    }
  }

  private runUntil(limit: RunLimit): RunResult {
    const { state } = this
    const { clock, events } = state.platform
    const lastInstruction = clock.instructions() + (limit.instructions ?? Infinity)
    const lastNs = limit.untilNs ?? Infinity
    state.domainEntries = 0
    for (;;) {
      events.runUntil(clock.nowNs())
      takeInterrupts(state)
      const event = state.events.shift()
      if (event !== undefined) return event
      if (clock.instructions() >= lastInstruction || clock.nowNs() >= lastNs) return { kind: "limit" }
      if (state.domainEntries >= MAX_DOMAIN_ENTRIES) return { kind: "limit" }
      const tcb = nextThread(state)
      if (tcb === undefined) {
        const next = events.nextDeadlineNs()
        const deadline = Math.min(next, lastNs)
        if (!clock.virtual || deadline === Infinity) return { kind: "idle", untilNs: next }
        clock.warpTo(deadline)
      } else if (tcb.vcpu !== undefined) this.runVcpu(tcb, tcb.vcpu, lastInstruction, lastNs)
      else if (tcb.body !== undefined) this.runDomain(tcb.body)
      else state.ready.remove(tcb)
    }
  }

  /** A domain may write to the guest's memory. */
  private runDomain(body: Body): void {
    this.state.monitored = undefined
    body.step()
    this.state.platform.clock.hold()
  }

  private runVcpu(tcb: Tcb, vcpu: Vcpu, lastInstruction: number, lastNs: number): void {
    const { state } = this
    const { clock, events, initiator } = state.platform
    const core = state.cores[tcb.core]
    loadVcpu(state, core, vcpu)
    if (state.monitored !== vcpu) vcpu.cpu.clearExclusive()
    state.monitored = vcpu
    initiator.cpu = core.index
    if (tcb.sliceLeft <= 0) tcb.sliceLeft = this.slice
    const deadline = Math.min(events.nextDeadlineNs(), lastNs, clock.nowNs() + leftNs(state))
    const budget = Math.min(
      tcb.sliceLeft,
      lastInstruction - clock.instructions(),
      deadline === Infinity ? MAX_BUDGET : clock.instructionsUntil(deadline),
      MAX_BUDGET,
    )
    const before = clock.instructions()
    clock.begin(vcpu.cpu)
    state.running = vcpu
    const exit = vcpu.cpu.run(budget)
    state.running = undefined
    clock.end()
    clock.hold()
    tcb.sliceLeft -= clock.instructions() - before
    if (exit.reason === "sync") {
      vcpu.lastExit = { ...exit }
      state.monitored = undefined
      clock.charge(state.costs.kernelEntryNs)
      state.recorder.note("exit", vcpu.name, exit.esr, exit.ipa)
      if (state.recorder.on) this.recordExit(vcpu)
      vcpuFault(state, vcpu, faultOf(vcpu.cpu, exit))
    } else if (tcb.sliceLeft <= 0 && tcb.queued) state.ready.rotate(tcb)
  }

  private recordExit(vcpu: Vcpu): void {
    const { esr, far, ipa } = vcpu.lastExit
    const [type, name, pc] = ["exit", vcpu.name, hex(vcpu.cpu.pc)] as const
    this.state.recorder.emit({ type, vcpu: name, pc, esr: hex(esr), far: hex(far), ipa: hex(ipa) })
  }

  private addCore(index: number): void {
    const { platform } = this.state
    const core: Core = {
      index,
      virtualInterface: platform.virtualInterface(index),
      irq: false,
      virq: false,
      vfiq: false,
      loaded: undefined,
      timerLine: platform.privateLine(index, PPI_VIRTUAL_TIMER),
      timer: false,
      maintenanceDeferred: false,
    }
    this.state.cores.push(core)
    const irq = (level: boolean) => {
      core.irq = level
      if (level) this.state.preempt()
    }
    const virq = (level: boolean) => {
      core.virq = level
      core.loaded?.cpu.setVirq(level)
    }
    const vfiq = (level: boolean) => {
      core.vfiq = level
      core.loaded?.cpu.setVfiq(level)
    }
    platform.connect(index, { irq: { set: irq }, virq: { set: virq }, vfiq: { set: vfiq } })
    platform.interrupts.enableCore(index)
    for (const ppi of [PPI_MAINTENANCE, PPI_VIRTUAL_TIMER]) {
      platform.interrupts.setTrigger(index, ppi, "level")
      platform.interrupts.setEnabled(index, ppi, true)
    }
  }
}
