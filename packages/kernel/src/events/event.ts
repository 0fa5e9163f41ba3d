// SPDX-License-Identifier: BSD-2-Clause
//
// The record of a run: one event a line as JSON. Every event has `type`, `icount` (instructions executed by
// all vCPUs so far) and `timeNs` (the machine's clock). Numbers below 2^53 are JSON numbers; 64-bit registers
// are strings such as "0xffff800080000000", without leading zeros. Names of protection domains and virtual
// machines are those of the system description; a vCPU is `<vm>/<id>`.
//
// With the virtual clock the sequence of events is a function of the run's inputs, byte for byte.

/** A 64-bit value as text: lower-case hex after "0x". */
export type Hex = `0x${string}`

/** The value, 0 or more, as it stands in the record. */
export function hex(value: bigint | number): Hex {
  return `0x${value.toString(16)}`
}

/** A vCPU left guest code by an exception to EL2. */
export interface ExitEvent {
  readonly type: "exit"
  readonly vcpu: string
  readonly pc: Hex
  /** ESR_EL2; its bits 31..26 are the exception class. */
  readonly esr: Hex
  readonly far: Hex
  readonly ipa: Hex
}

/** A fault message was delivered to a domain's fault entry point. */
export interface FaultEvent {
  readonly type: "fault"
  readonly pd: string
  /** The child's id, and its name: a vCPU or a child domain. */
  readonly child: number
  readonly from: string
  /** Name of the label, such as "VMFault". */
  readonly fault: string
  readonly words: readonly Hex[]
}

/** A physical interrupt was taken by the kernel. `to` is the domain or vCPU that gets it, "" when nobody does. */
export interface IrqDeliveredEvent {
  readonly type: "irq-delivered"
  readonly intid: number
  readonly to: string
  /** Channel id for a domain, -1 for the kernel's own PPIs. */
  readonly channel: number
}

/** A domain acknowledged an interrupt, which is unmasked with that. */
export interface IrqAckedEvent {
  readonly type: "irq-acked"
  readonly intid: number
  readonly pd: string
}

/** A virtual interrupt was written to a list register. */
export interface IrqInjectedEvent {
  readonly type: "irq-injected"
  readonly vcpu: string
  readonly intid: number
  readonly listRegister: number
  readonly priority: number
  readonly group: number
}

/** A virtual PPI (the virtual timer, 27) was unmasked by its VMM. */
export interface VppiAckedEvent {
  readonly type: "vppi-acked"
  readonly vcpu: string
  readonly intid: number
}

/** A domain signalled another; `channel` is the sender's id of it. */
export interface NotificationEvent {
  readonly type: "notification"
  readonly from: string
  readonly to: string
  readonly channel: number
}

/** A protected procedure call, from one domain to another. */
export interface PpcEvent {
  readonly type: "ppc"
  readonly from: string
  readonly to: string
  /** Channel id at the callee. */
  readonly channel: number
  readonly label: number
  readonly replyLabel: number
}

/** A vCPU started, blocked or stopped. */
export interface VcpuStateEvent {
  readonly type: "vcpu-state"
  readonly vcpu: string
  readonly state: "running" | "blocked" | "stopped"
}

/** A domain used its SMC cap. */
export interface SmcEvent {
  readonly type: "smc"
  readonly pd: string
  readonly args: readonly Hex[]
  readonly results: readonly Hex[]
}

/** A PSCI call of the guest; `result` is null for one that gets no answer. */
export interface PsciEvent {
  readonly type: "psci"
  readonly pd: string
  readonly vcpu: number
  readonly function: string
  readonly args: readonly Hex[]
  readonly result: number | null
}

/** What a device of the board had to say: `what` is its kind, such as "stub-first-touch". */
export interface DeviceEvent {
  readonly type: "device"
  readonly device: string
  readonly what: string
  readonly data: Readonly<Record<string, number | string | boolean>>
}

/** The guest's console reached something known, such as its first line or its prompt. */
export interface ConsoleEvent {
  readonly type: "console"
  readonly milestone: string
}

/** Debug output of a domain or of the monitor, one line. */
export interface LogEvent {
  readonly type: "log"
  readonly pd: string
  readonly text: string
}

/** A domain faulted and was stopped, or went to its parent. */
export interface PdFaultEvent {
  readonly type: "pd-fault"
  readonly pd: string
  readonly text: string
  /** The parent's name, "monitor" without one. */
  readonly handler: string
}

/** The guest powered itself off. */
export interface VmOffEvent {
  readonly type: "vm-off"
  readonly pd: string
}

/** The guest asked for a reset; `handled`: its VMM restarted it itself. */
export interface VmResetEvent {
  readonly type: "vm-reset"
  readonly pd: string
  readonly handled: boolean
}

/** A fault of the guest that its VMM could not handle. */
export interface VmFaultEvent {
  readonly type: "vm-fault"
  readonly pd: string
  readonly vcpu: number
  readonly fault: string
  readonly words: readonly Hex[]
  readonly text: string
}

/** Something a VMM wants in the record. */
export interface VmNoteEvent {
  readonly type: "vm-note"
  readonly pd: string
  readonly what: string
  readonly data: Readonly<Record<string, number | string | boolean>>
}

/** What happened; what and where by `type`. */
export type EventBody =
  | ExitEvent
  | FaultEvent
  | IrqDeliveredEvent
  | IrqAckedEvent
  | IrqInjectedEvent
  | VppiAckedEvent
  | NotificationEvent
  | PpcEvent
  | VcpuStateEvent
  | SmcEvent
  | PsciEvent
  | DeviceEvent
  | ConsoleEvent
  | LogEvent
  | PdFaultEvent
  | VmOffEvent
  | VmResetEvent
  | VmFaultEvent
  | VmNoteEvent

/** When it happened: instructions executed by all vCPUs, and nanoseconds of the machine's clock. */
export interface EventStamp {
  readonly icount: number
  readonly timeNs: number
}

/** One event of the record. */
export type TraceEvent = EventStamp & EventBody

/** Receives every event of a run in order; called from inside the kernel, so it may not call back. */
export type TraceSink = (event: TraceEvent) => void

/** One line of the record, without its line end. */
export function eventLine(event: TraceEvent): string {
  return JSON.stringify(event)
}
