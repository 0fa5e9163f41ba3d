// SPDX-License-Identifier: BSD-2-Clause
//
// A vCPU's virtual CPU interface as it stands, loaded on a core or saved, and what the last events repeat: an
// interrupt, or an exit. Registers: GICH_VMCR (IHI 0048B, 5.3.2) and ICH_VMCR_EL2 (IHI 0069, 12.4) have both masks
// in their top bits.

import { decodeEsr, type InterfaceFacts, type Repeated, type StandstillFacts } from "@vmm/report"

import type { Booted } from "../boot.ts"

type KernelState = Booted["kernel"]["state"]

/** List registers: pending, active (GICH_LR 29:28). */
const PENDING = 1
const ACTIVE = 2
/** Priorities of list registers have five bits. */
const PRIORITY_SHIFT = 3
/** INTID of the EL1 virtual timer (Arm BSA). */
const VIRTUAL_TIMER = 27
/** CNTV_CTL_EL0.ENABLE and ISTATUS (Arm ARM DDI 0487, D17). */
const TIMER_DUE = 0b101n

/** Of the vCPU that is named `<vm>/<id>`. */
export function interfaceOf(state: KernelState, name: string): InterfaceFacts | undefined {
  const vcpu = state.vcpus.find((one) => one.name === name)
  if (vcpu === undefined) return undefined
  const { vmcr, lists } =
    state.cores.find(({ loaded }) => loaded === vcpu)?.virtualInterface.save() ?? vcpu.vgic
  return {
    priorityMask: vmcr >>> 24,
    groups: vmcr & 3,
    lists: lists.flatMap(({ state: at, intid, priority, group }) =>
      at === 0
        ? []
        : [
            {
              intid,
              pending: (at & PENDING) !== 0,
              active: (at & ACTIVE) !== 0,
              group,
              priority: priority << PRIORITY_SHIFT,
            },
          ],
    ),
  }
}

/** The interrupt that was given to the VM's vCPUs most often in the last events, when it is due again. */
export function repeatedOf(
  state: KernelState,
  vm: string,
  facts: Pick<StandstillFacts, "interrupts" | "vcpus">,
): Repeated | undefined {
  const given = new Map<number, number[]>()
  for (const { kind, name, first, timeNs } of state.recorder.last.list()) {
    if (kind !== "inject" || !name.startsWith(`${vm}/`) || timeNs === undefined) continue
    given.set(first, [...(given.get(first) ?? []), timeNs])
  }
  const [most] = [...given].sort(([, a], [, b]) => b.length - a.length)
  if (most === undefined) return undefined
  const [intid, times] = most
  const timer = facts.vcpus.some(({ timerControl }) => (timerControl & TIMER_DUE) === TIMER_DUE)
  const line = facts.interrupts?.some((one) => one.intid === intid && one.line) ?? false
  if (intid === VIRTUAL_TIMER ? !timer : !line) return undefined
  return { intid, count: times.length, spanNs: (times.at(-1) ?? 0) - (times[0] ?? 0) }
}

/** Exits in a row, with nothing between, that count as one that changes nothing. */
const SAME = 48
/** Exception class of WFI and WFE (Arm ARM D24.2.40), of which idle guests make nothing else. */
const EC_WFX = 0x01

/** The exit that a vCPU makes over and over at the instruction `word` where it stands. */
export function repeatedExit(
  state: KernelState,
  { name, lastExit }: KernelState["vcpus"][number],
  word: number | undefined,
): string | undefined {
  const events = state.recorder.last.list().slice(-SAME)
  const same = events.every(
    (event) =>
      event.kind === "exit" &&
      event.name === name &&
      event.first === events[0]?.first &&
      event.second === events[0]?.second,
  )
  const { ec, ecName } = decodeEsr(lastExit.esr)
  const here = word === undefined || lastExit.instruction === 0 || word >>> 0 === lastExit.instruction >>> 0
  return events.length === SAME && same && ec !== EC_WFX && here ? ecName : undefined
}
