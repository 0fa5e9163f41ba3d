// SPDX-License-Identifier: BSD-2-Clause
//
// What the kernel's parts share: the platform, the queues, the objects by number, and what waits to be told
// to the runner.

import type { Line } from "@vmm/machine"
import { seL4_Fault_VGICMaintenance, seL4_Fault_VPPIEvent } from "./api/fault.ts"
import type { VmView } from "./api/inspect.ts"
import type { VmFault, VmOff, VmReset } from "./events/vm-event.ts"
import { makeReady } from "./budget.ts"
import type { IrqHandler } from "./object/irq.ts"
import type { SchedContext } from "./object/sched-context.ts"
import type { Tcb } from "./object/tcb.ts"
import type { Vcpu } from "./object/vcpu.ts"
import type { Platform, VirtualInterface } from "./platform.ts"
import { ReadyQueues } from "./ready.ts"
import type { Recorder } from "./recorder.ts"

/** Fixed costs in nanoseconds of virtual time. */
export interface Costs {
  /** An exception or interrupt that enters the kernel. */
  readonly kernelEntryNs: number
  /** One entry point of a protection domain. */
  readonly domainEntryNs: number
}

/** What the virtual clock charges, in nanoseconds. */
export const DEFAULT_COSTS: Costs = { kernelEntryNs: 200, domainEntryNs: 1000 }

/** Hears when an entry point of a domain begins and ends; entries may stand in one another. */
export interface EntryWatch {
  enter(pd: string, entry: string): void
  leave(): void
}

/** What a kernel is made with. */
export interface KernelOptions {
  readonly platform: Platform
  readonly recorder: Recorder
  /** Debug output: one line of a domain or of the monitor. */
  readonly log: (line: string) => void
  /** Something the person at the host should know and that is no part of the record, such as a slow domain. */
  readonly warn?: (text: string) => void
  readonly costs?: Costs
  /** Instructions of one vCPU slice; 100,000 by default. */
  readonly sliceInstructions?: number
  /** Wall-clock milliseconds after which an entry point is called slow; 1000 by default. */
  readonly slowEntryMs?: number
  readonly watch?: EntryWatch
}

/** What makes `run` return at once. */
export type RunEvent =
  | { readonly kind: "vm-event"; readonly pd: string; readonly event: VmOff | VmReset | VmFault }
  | { readonly kind: "pd-fault"; readonly pd: string; readonly text: string; readonly error: unknown }

/** A physical processor. */
export interface Core {
  readonly index: number
  readonly virtualInterface: VirtualInterface
  /** Level of the physical IRQ line. */
  irq: boolean
  virq: boolean
  vfiq: boolean
  /** The vCPU whose virtual interface is loaded. */
  loaded: Vcpu | undefined
  /** The interrupt controller's input for the virtual timer's PPI, and the level that it has. */
  readonly timerLine: Line
  timer: boolean
  /** The maintenance interrupt waits, masked, until the loaded vCPU's fault in flight is answered. */
  maintenanceDeferred: boolean
}

export class KernelState {
  readonly platform: Platform
  readonly recorder: Recorder
  readonly options: KernelOptions
  readonly costs: Costs
  readonly ready = new ReadyQueues()
  readonly cores: Core[] = []
  readonly vcpus: Vcpu[] = []
  readonly irqs = new Map<number, IrqHandler>()
  readonly events: RunEvent[] = []
  /** Faults of domains that went to their parents, by the domain's name: how many, and the last. */
  readonly childFaults = new Map<
    string,
    { readonly times: number; readonly text: string; readonly error: unknown }
  >()
  /** Looks at guests that domains offer, by the domain's name. */
  readonly views = new Map<string, () => VmView>()
  /** What domains asked for and have not, the first few: each as a sentence, with where it was asked. */
  readonly refusals: Array<{
    readonly pd: string
    readonly text: string
    readonly error: Error
    /** The function of libmicrokit, and what it was given. */
    readonly who: string
    readonly channel: number
  }> = []
  /** What time is charged to, and until when it is charged. */
  payer: SchedContext | undefined
  paidNs = 0
  /** The vCPU that executes right now. */
  running: Vcpu | undefined
  /** The vCPU whose exclusive monitor still holds: it executed last and has not left for the kernel since. */
  monitored: Vcpu | undefined
  /** Domain entries since `run` began: bounds what domains do among themselves. */
  domainEntries = 0
  /** Protected procedure calls in progress. */
  depth = 0

  constructor(options: KernelOptions) {
    this.options = options
    this.platform = options.platform
    this.recorder = options.recorder
    this.costs = options.costs ?? DEFAULT_COSTS
  }

  log(pd: string, text: string): void {
    this.options.log(text)
    if (this.recorder.on) this.recorder.emit({ type: "log", pd, text })
  }

  /** Makes the executing vCPU leave guest code before its next instruction. */
  preempt(): void {
    this.running?.cpu.stop()
  }
}

/** Wakes a domain that waits for events. */
export function wakeReceiver(state: KernelState, tcb: Tcb): void {
  if (tcb.state !== "receiving") return
  tcb.state = "ready"
  makeReady(state, tcb)
}

function traceVcpuState(state: KernelState, tcb: Tcb): void {
  if (!state.recorder.on || tcb.vcpu === undefined) return
  const now = tcb.state === "ready" ? "running" : tcb.state === "inactive" ? "stopped" : "blocked"
  state.recorder.emit({ type: "vcpu-state", vcpu: tcb.vcpu.name, state: now })
}

/** Label of the fault message of this thread that nobody has received yet. */
function queuedFault(tcb: Tcb): number | undefined {
  return tcb.state === "faulted" ? tcb.faultHandler?.object.queued(tcb)?.label : undefined
}

/** A timer's or list register's event is told once, so it must not be lost. */
function eventInFlight(tcb: Tcb): boolean {
  const label = queuedFault(tcb)
  return label === seL4_Fault_VPPIEvent || label === seL4_Fault_VGICMaintenance
}

/**
 * seL4's cancelIPC and restart: the thread goes on where it stands. A running one is left alone, and one whose
 * interrupt event is on its way goes on when that is answered: a VMM that wakes a sleeping vCPU for one
 * interrupt cannot know that another came for it at the same time.
 */
export function resume(state: KernelState, tcb: Tcb): void {
  if (tcb.state === "ready" || tcb.state === "receiving" || eventInFlight(tcb)) return
  const handled = tcb.state === "faulted"
  if (handled) tcb.faultHandler?.object.cancel(tcb)
  if (tcb.body !== undefined) {
    tcb.state = "receiving"
    wakeReceiver(state, tcb)
    return
  }
  tcb.state = "ready"
  makeReady(state, tcb)
  if (!handled) traceVcpuState(state, tcb)
}

/** seL4_TCB_Suspend. */
export function suspend(state: KernelState, tcb: Tcb): void {
  tcb.life += 1
  if (tcb.state === "inactive") return
  if (tcb.state === "faulted") {
    if (queuedFault(tcb) === seL4_Fault_VPPIEvent && tcb.vcpu !== undefined) tcb.vcpu.vppiMasked = false
    tcb.faultHandler?.object.cancel(tcb)
  }
  state.ready.remove(tcb)
  state.ready.changes += 1
  tcb.state = "inactive"
  traceVcpuState(state, tcb)
}

/** The fault of this thread was received and not answered. */
export function park(state: KernelState, tcb: Tcb): void {
  if (tcb.state !== "faulted") return
  tcb.state = "parked"
  traceVcpuState(state, tcb)
}
