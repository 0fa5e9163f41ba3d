// SPDX-License-Identifier: BSD-2-Clause
//
// Interrupts that reached a vCPU's list registers and that the guest does not take: its CPU interface is off, the
// priority mask is above them, or an earlier one was acknowledged and never ended; and one that comes again as soon as
// it was ended, since its handler does not quiet what raises it. After Arm IHI 0048B, 3.3 and 5.2, and IHI 0069, 4.8.

import type { Fix } from "@vmm/diagnostic"

export interface ListedInterrupt {
  readonly intid: number
  readonly pending: boolean
  readonly active: boolean
  readonly group: number
  /** As the guest's priority registers have it, 0 the most urgent .. 255. */
  readonly priority: number
}

/** The virtual CPU interface of one vCPU. */
export interface InterfaceFacts {
  /** GICC_PMR or ICC_PMR_EL1: what is below it is let through. */
  readonly priorityMask: number
  /** Bit n: group n is enabled. */
  readonly groups: number
  /** The list registers in use. */
  readonly lists: readonly ListedInterrupt[]
}

/** An interrupt that was given to a vCPU again and again in the last events. */
export interface Repeated {
  readonly intid: number
  readonly count: number
  readonly spanNs: number
}

interface InterfaceVcpu {
  readonly id: number
  readonly on: boolean
  readonly asleep: boolean
  readonly pstate: number
  readonly interface?: InterfaceFacts
}

export interface InterfaceView {
  readonly vcpus: readonly InterfaceVcpu[]
  /** Architecture version of the guest's interrupt controller. */
  readonly gic?: 2 | 3
  readonly distributorOn: boolean | undefined
  readonly interrupts:
    | ReadonlyArray<{ readonly intid: number; readonly enabled: boolean; readonly pending: boolean }>
    | undefined
  readonly repeated?: Repeated
}

export interface InterfaceTrouble {
  readonly code: string
  /** A sentence without full stop. */
  readonly reason: string
  readonly fixes: readonly Fix[]
}

const PSTATE_I = 1 << 7
/** INTID of the EL1 virtual timer (Arm BSA). */
const VIRTUAL_TIMER = 27

const REGISTERS = {
  2: { mask: "GICC_PMR", enable: () => "GICC_CTLR", end: "GICC_EOIR" },
  3: { mask: "ICC_PMR_EL1", enable: (group: number) => `ICC_IGRPEN${group}_EL1`, end: "ICC_EOIR1_EL1" },
} as const

const hex = (value: number): string => `0x${value.toString(16)}`
const trouble = (code: string, reason: string, title: string): InterfaceTrouble => ({
  code,
  reason,
  fixes: [{ id: "guest", title, edits: [], notes: [] }],
})

function notEnded(name: string, end: string): InterfaceTrouble {
  return trouble(
    "interrupt-not-ended",
    `it acknowledged ${name} and has not ended it (${end}): no other of its priority comes`,
    `let the handler write what it acknowledged to ${end} when it is done`,
  )
}

function ofVcpu(vcpu: InterfaceVcpu, view: InterfaceView, name: (intid: number) => string) {
  const { interface: state, on, asleep, pstate } = vcpu
  if (state === undefined || !on || (!asleep && (pstate & PSTATE_I) !== 0)) return undefined
  const { mask, enable, end } = REGISTERS[view.gic ?? 2]
  const active = state.lists.find((one) => one.active)
  for (const { intid, pending, group, priority } of state.lists) {
    if (!pending) continue
    const waits = `${name(intid)} is pending at vCPU ${vcpu.id}`
    if (((state.groups >> group) & 1) === 0) {
      const reason = `${waits}, and the guest has not turned its CPU interface on (${enable(group)})`
      return trouble("cpu-interface-off", reason, `let the guest set the enable bit of ${enable(group)}`)
    }
    if (priority >= state.priorityMask) {
      const reason =
        `${waits}, and the guest's priority mask keeps it off: ${mask} is ${hex(state.priorityMask)}, ` +
        `the interrupt has ${hex(priority)}, and only lower numbers pass`
      return trouble("priority-mask", reason, `let the guest write 0xff to ${mask} before it waits`)
    }
  }
  return active === undefined ? undefined : notEnded(name(active.intid), end)
}

/** Why interrupts that are there are not taken. */
export function interfaceTrouble(
  view: InterfaceView,
  name: (intid: number) => string,
): InterfaceTrouble | undefined {
  for (const vcpu of view.vcpus) {
    const found = ofVcpu(vcpu, view, name)
    if (found !== undefined) return found
  }
  const waiting = view.interrupts?.find(({ enabled, pending }) => enabled && pending)
  if (view.distributorOn !== false || waiting === undefined) return undefined
  return trouble(
    "distributor-off",
    `${name(waiting.intid)} is pending, and the guest has not turned the distributor on (GICD_CTLR)`,
    "let the guest set the enable bits of GICD_CTLR",
  )
}

/** Times of the last events from which on an interrupt counts as one that does not end, and the most time between. */
const OFTEN = 12
const GAP_NS = 20_000

/** An interrupt that is there again as soon as it was ended. */
export function interruptStorm(
  { repeated }: InterfaceView,
  name: (intid: number) => string,
): InterfaceTrouble | undefined {
  if (repeated === undefined || repeated.count < OFTEN) return undefined
  const { intid, count, spanNs } = repeated
  if (spanNs / (count - 1) > GAP_NS) return undefined
  const what =
    intid === VIRTUAL_TIMER
      ? "the virtual timer stays due until CNTV_CVAL_EL0 is moved on or CNTV_CTL_EL0 turns it off"
      : "what raises it holds its line until its own register is cleared"
  return trouble(
    "interrupt-storm",
    `${name(intid)} comes again as soon as it is ended, ${count} times in ${(spanNs / 1e6).toFixed(3)} ms: ${what}`,
    intid === VIRTUAL_TIMER
      ? "let the handler set the timer anew (CNTV_TVAL_EL0) before it ends the interrupt"
      : "let the handler clear the interrupt at the device before it ends it",
  )
}
