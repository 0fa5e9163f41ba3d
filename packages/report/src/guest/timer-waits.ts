// SPDX-License-Identifier: BSD-2-Clause
//
// What the generic timer has to do with a guest that stands still: it is off or masked, its interrupt is not the one
// that the guest enabled, or the guest set the physical timer, which it has not. The timer node's interrupts are secure
// physical, physical, virtual and hypervisor (binding arm,arch_timer.yaml); Linux takes the physical one where the
// third is missing (drivers/clocksource/arm_arch_timer.c, arch_timer_select_ppi).

import type { Fix, Place } from "@vmm/diagnostic"
import {
  compatibleOf,
  decodeGicInterrupt,
  type DeviceTree,
  type DtNode,
  interruptsOf,
  isEnabled,
  walk,
  referenceTo,
} from "@vmm/devicetree"
import type { ExampleFiles } from "../example.ts"
import { overlayEdit } from "../fixes/fixes.ts"
import type { Standstill, StandstillFacts } from "./standstill.ts"

/** PSTATE.I; CNTV_CTL_EL0.ENABLE, IMASK (Arm ARM DDI 0487, D17). */
const PSTATE_I = 1 << 7
const TIMER_ENABLE = 1n
const TIMER_IMASK = 2n
/** INTIDs of the EL1 virtual and non-secure physical timer (Arm BSA). */
const VIRTUAL_TIMER = 27

const NAMES = ["arm,armv8-timer", "arm,armv7-timer"]
const THIRD = 2

function ownTimer({ interrupts, vcpus }: StandstillFacts, id: number) {
  const index = vcpus.findIndex((one) => one.id === id)
  return interrupts?.find(({ intid, vcpu }) => intid === VIRTUAL_TIMER && (vcpu === id || vcpu === index))
}

/** One line for each odd thing of a vCPU's timer. */
export function timerWaits(facts: StandstillFacts): readonly string[] {
  return facts.vcpus.flatMap(({ id, on, timerControl, pstate, asleep }) => {
    if (!on) return []
    const off = (timerControl & TIMER_ENABLE) === 0n
    const masked = (timerControl & TIMER_IMASK) !== 0n
    const timer = ownTimer(facts, id)
    return [
      ...(asleep && off
        ? [`vCPU ${id} sleeps in WFI and its virtual timer is off: no timer will wake it`]
        : []),
      ...(asleep && !off && masked
        ? [
            `vCPU ${id} sleeps in WFI and its virtual timer is masked (CNTV_CTL_EL0.IMASK): no timer will wake it`,
          ]
        : []),
      ...(!off && !masked && facts.interrupts !== undefined && timer?.enabled !== true
        ? [`vCPU ${id}'s virtual timer runs, and the guest has not enabled its interrupt ${VIRTUAL_TIMER}`]
        : []),
      ...((pstate & PSTATE_I) !== 0 && !asleep ? [`vCPU ${id} runs with interrupts masked (PSTATE.I)`] : []),
    ]
  })
}

interface TimerNode {
  readonly node: DtNode
  readonly place: Place
  /** INTIDs in the order of the binding. */
  readonly intids: readonly (number | undefined)[]
  /** What stands behind type and number. */
  readonly flags: readonly number[]
}

function timerOf(tree: DeviceTree | undefined): TimerNode | undefined {
  const nodes = tree === undefined ? [] : [...walk(tree.root)]
  const node = nodes.find((one) => isEnabled(one) && compatibleOf(one).some((name) => NAMES.includes(name)))
  if (tree === undefined || node === undefined) return undefined
  const all = interruptsOf(tree, node).map(({ cells }) => cells)
  const flags = all[0]?.slice(2) ?? [4]
  const intids = all.map((cells) => decodeGicInterrupt(cells)?.intid)
  return { node, place: node.properties.get("interrupts")?.place ?? node.place, intids, flags }
}

/** The four interrupts that a guest's timer node has. */
function timerFix({ node, intids, flags }: TimerNode, example: ExampleFiles): readonly Fix[] {
  if (intids[THIRD] === VIRTUAL_TIMER) return []
  const cells = [13, 14, 11, 10].map((ppi) => `<1 ${ppi} ${flags.join(" ")}>`).join(", ")
  const text = `${referenceTo(node)} {\n\tinterrupts = ${cells};\n};\n`
  const title = "give the timer node the four interrupts of the architecture, the third the virtual timer's"
  return [{ id: "timer", title, edits: [overlayEdit(example, text)], notes: [] }]
}

const USE_VIRTUAL: Fix = {
  id: "virtual-timer",
  title: "let the guest use the virtual timer: CNTV_CTL_EL0, CNTV_CVAL_EL0, and the counter CNTVCT_EL0",
  edits: [],
  notes: [`Its interrupt is ${VIRTUAL_TIMER}. The physical timer is the hypervisor's own.`],
}

/** The timer as the reason for which all vCPUs sleep; undefined when it is not. */
export function timerTrouble(
  facts: StandstillFacts,
  tree: DeviceTree | undefined,
  example: ExampleFiles,
): Standstill | undefined {
  const timer = timerOf(tree)
  const found = { waits: [], ...(timer === undefined ? {} : { place: timer.place }) }
  const inTree = timer === undefined ? [] : timerFix(timer, example)
  const runs = ({ on, timerControl }: StandstillFacts["vcpus"][number]) =>
    on && (timerControl & (TIMER_ENABLE | TIMER_IMASK)) === TIMER_ENABLE
  if (facts.physicalTimer === true && !facts.vcpus.some(runs)) {
    const reason =
      "it waits for the physical timer (CNTP_CTL_EL0), which a guest has not: only the virtual one raises interrupts"
    return { ...found, code: "physical-timer", reason, fixes: inTree.length > 0 ? inTree : [USE_VIRTUAL] }
  }
  if (facts.interrupts === undefined) return undefined
  const deaf = facts.vcpus.find((vcpu) => runs(vcpu) && ownTimer(facts, vcpu.id)?.enabled !== true)
  if (deaf === undefined) return undefined
  const reason =
    `its virtual timer runs, and it has not enabled the interrupt of it, ${VIRTUAL_TIMER}` +
    (inTree.length > 0 ? ": its device tree has another" : "")
  return { ...found, code: "timer-interrupt", reason, fixes: inTree }
}
