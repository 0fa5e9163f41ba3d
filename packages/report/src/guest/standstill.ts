// SPDX-License-Identifier: BSD-2-Clause
//
// A guest that goes no further: how far it came, where each vCPU is, and what it waits for: interrupts that are
// enabled and that nobody drives, that are pending and disabled, a timer that is masked or off.

import type { Fix, Place } from "@vmm/diagnostic"
import { type DeviceTree } from "@vmm/devicetree"
import { heldByVmm, starving } from "./held-up.ts"
import { type HandedInterrupt, withheld } from "./withheld.ts"
import { type InterfaceFacts, interfaceTrouble, interruptStorm, type Repeated } from "./cpu-interface.ts"
import { machinePlace } from "../fixes/call-fixes.ts"
import type { ExampleFiles, SystemFacts } from "../example.ts"
import { devicesOf } from "./interrupt-devices.ts"
import { type InterruptSource, lostInterrupts } from "./lost-interrupts.ts"
import { timerTrouble, timerWaits } from "./timer-waits.ts"
import { earlyconFixes, muteConsole, pollsStub, type Unmodelled } from "./without-model.ts"

/** A virtual interrupt as the VMM sees it. */
export interface InterruptFacts {
  readonly intid: number
  /** Counted from 0; -1 for an SPI. */
  readonly vcpu: number
  readonly enabled: boolean
  readonly pending: boolean
  readonly active: boolean
  readonly line: boolean
}

/** A vCPU as it stands. */
export interface VcpuFacts {
  readonly id: number
  readonly on: boolean
  /** In WFI, which its VMM lets sleep. */
  readonly asleep: boolean
  /** Its VMM's program stopped it. */
  readonly stopped?: boolean
  /** PSTATE, SCTLR_EL1, CNTV_CTL_EL0. */
  readonly pstate: number
  readonly sctlr: bigint
  readonly timerControl: bigint
  /** Instructions executed. */
  readonly instructions: number
  /** It waits for its VMM's answer to this exit, for which the VMM owes none. */
  readonly unanswered?: string
  /** All of the last events are this one exit of it, at the instruction where it is. */
  readonly again?: string
  /** What stands in its virtual CPU interface. */
  readonly interface?: InterfaceFacts
}

/** Entry points of a program, and where it calls microkit_vcpu_stop. */
export interface ProgramPlaces {
  readonly init?: Place
  readonly notified?: Place
  readonly fault?: Place
  readonly stops?: Place
}

/** What is known of a guest when its run ends. */
export interface StandstillFacts {
  readonly vm: string
  readonly pd: string
  readonly vcpus: readonly VcpuFacts[]
  /** Undefined when the VMM does not tell. */
  readonly distributorOn: boolean | undefined
  readonly interrupts: readonly InterruptFacts[] | undefined
  /** INTIDs that are passed through, or driven by the VMM. */
  readonly driven: readonly number[]
  /** Came from the board and are not ended. */
  readonly owed: readonly number[]
  /** Interrupts of the board that came to the VMM, and what its program did with them. */
  readonly handed?: readonly HandedInterrupt[]
  /** Where the VMM's program, the user's own, is to be mended. */
  readonly program?: ProgramPlaces
  /** It has set the physical timer, which no guest has. */
  readonly physicalTimer?: boolean
  /** Architecture version of the guest's interrupt controller. */
  readonly gic?: 2 | 3
  /** What the last events were of, when its line is still high. */
  readonly repeated?: Repeated
  /** Only its timer wakes it, and nothing comes of it. */
  readonly idle?: boolean
  /** With interrupts masked its vCPUs go round in nothing. */
  readonly parked?: boolean
  /** It said that it halted. */
  readonly halted?: boolean
  /** It restarted so often, unasked. */
  readonly restarts?: number
  /** Domains that are ready and more urgent than its vCPUs, which have this priority. */
  readonly starved?: {
    readonly priority: number
    readonly by: ReadonlyArray<{ name: string; priority: number }>
  }
  /** Devices without a model that stand in its way. */
  readonly unmodelled?: Unmodelled
  /** Calls to firmware that were refused, one line each. */
  readonly refusedCalls?: readonly string[]
  /** The console: something came, Linux began, /init was started. */
  readonly firstByte: boolean
  readonly linux: boolean
  readonly init: boolean
}

const PSTATE_I = 1 << 7
/** SCTLR_EL1.M (Arm ARM DDI 0487, D17). */
const SCTLR_M = 1n

export interface Milestone {
  readonly name: string
  readonly reached: boolean
}

/** What a guest comes by on its way, in order. */
export function milestones(facts: StandstillFacts): readonly Milestone[] {
  const [boot] = facts.vcpus
  const user = facts.vcpus.some(({ pstate, on }) => on && (pstate & 0xc) === 0)
  return [
    { name: "kernel entered", reached: (boot?.instructions ?? 0) > 0 },
    { name: "MMU on", reached: boot !== undefined && (boot.sctlr & SCTLR_M) !== 0n },
    ...(facts.distributorOn === undefined
      ? []
      : [{ name: "interrupt controller on", reached: facts.distributorOn }]),
    { name: "console's first byte", reached: facts.firstByte },
    { name: "/init", reached: facts.init || user },
  ]
}

/** Why a guest goes no further. */
export interface Standstill {
  readonly code: string
  /** The likeliest reason, a sentence without full stop; undefined when nothing stands out. */
  readonly reason: string | undefined
  /** One line each: what the guest waits for, what is odd. */
  readonly waits: readonly string[]
  readonly place?: Place
  readonly fixes: readonly Fix[]
}

/** INTIDs below are software's own (Arm IHI 0048B, 2.2.1). */
const FIRST_PPI = 16

type Namer = (intid: number) => string

const naming =
  (devices: ReadonlyMap<number, readonly InterruptSource[]>): Namer =>
  (intid) => {
    const [source] = devices.get(intid) ?? []
    if (intid < FIRST_PPI) return `SGI ${intid}`
    return `interrupt ${intid}${source === undefined ? "" : ` (${source.node.name})`}`
  }

function interruptWaits(facts: StandstillFacts, name: Namer): readonly string[] {
  return (facts.interrupts ?? []).flatMap(({ intid, enabled, pending, active }) => [
    ...(pending && !enabled ? [`${name(intid)} is pending, and the guest has not enabled it`] : []),
    ...(active && facts.owed.includes(intid)
      ? [`${name(intid)} was delivered, and the guest has not ended it`]
      : []),
  ])
}

/** What stands in the way. */
export function standstill(
  facts: StandstillFacts,
  tree: DeviceTree | undefined,
  system: SystemFacts,
  example: ExampleFiles,
): Standstill {
  const devices = devicesOf(tree)
  const enabled = (facts.interrupts ?? []).flatMap(({ intid, vcpu, enabled: on }) =>
    on && vcpu < 0 ? [intid] : [],
  )
  const driven = new Set(facts.driven)
  const { vm, pd } = facts
  const lost = lostInterrupts({ vm, pd, enabled, driven, sources: devices }, system, example)
  const name = naming(devices)
  const waits = [
    ...lost.map(({ wait }) => wait),
    ...(facts.refusedCalls ?? []),
    ...interruptWaits(facts, name),
    ...timerWaits(facts),
  ]
  const [first] = lost
  if (first?.wanted === true) {
    return {
      code: first.code,
      reason: first.reason,
      waits,
      ...(first.place === undefined ? {} : { place: first.place }),
      fixes: lost.flatMap((one) => (one.wanted ? one.fixes : [])),
    }
  }
  const starved = starving(facts, example)
  if (starved !== undefined) return { ...starved, waits }
  const held = heldByVmm(facts)
  if (held !== undefined) return { ...held, waits: reasonFirst(held, waits) }
  const kept = withheld(facts, name)
  if (kept !== undefined) return { ...kept, waits: reasonFirst(kept, waits) }
  const stuck = interfaceTrouble(facts, name) ?? interruptStorm(facts, name)
  if (stuck !== undefined) return { ...stuck, waits }
  const why = refused(facts, deafness(facts, name))
  const { unmodelled = {} } = facts
  const mute = why.code === "silent-console" ? muteConsole(unmodelled, tree) : undefined
  const lacking = mute ?? pollsStub(unmodelled, tree, example)
  if (lacking !== undefined) return { ...lacking, waits: reasonFirst(lacking, waits) }
  const sleeping = facts.vcpus.every(({ on, asleep }) => !on || asleep)
  const timed = sleeping && ["asleep", "no-mmu"].includes(why.code)
  const timer = timed ? timerTrouble(facts, tree, example) : undefined
  if (timer !== undefined) return { ...timer, waits: [...timer.waits, ...waits] }
  if (why.code === "call-refused") return { ...why, waits, ...lackingVcpu(facts, example) }
  return {
    ...why,
    waits,
    fixes: why.code === "silent-console" ? earlyconFixes(example, tree) : [],
  }
}

/** A processor that was asked for and is none of the machine's. */
function lackingVcpu({ vm, refusedCalls = [] }: StandstillFacts, example: ExampleFiles) {
  if (!refusedCalls.some((call) => /^CPU_ON .*INVALID_PARAMETERS/.test(call))) return { fixes: [] }
  const place = machinePlace(example, vm)
  const fix: Fix = {
    id: "vcpu",
    title: `give ${vm} a <vcpu> element for each processor that it starts`,
    edits: [],
    notes: [
      "The guest's tree has a cpu node for each; or let the guest ask for none: nosmp on Linux's command line.",
    ],
  }
  return { ...(place === undefined ? {} : { place }), fixes: [fix] }
}

/** The place of a reason is shown below the first line. */
function reasonFirst(
  { reason, place }: Pick<Standstill, "reason" | "place">,
  waits: readonly string[],
): readonly string[] {
  return reason === undefined || place === undefined ? waits : [reason, ...waits]
}

interface Why {
  readonly code: string
  readonly reason: string | undefined
}

/** A reset is asked of the firmware, by the kernel or for a program. */
function restarting({ init, restarts }: StandstillFacts): Why {
  const often = `it restarts again and again, ${restarts} times by now (PSCI SYSTEM_RESET)`
  return init
    ? { code: "program-restarts", reason: `${often}: its first process, or what that starts, asks for it` }
    : { code: "restarts", reason: `${often} before its first process` }
}

/** A processor that was not turned on says more than that the others wait. */
function refused({ refusedCalls = [] }: StandstillFacts, why: Why): Why {
  const [first] = refusedCalls
  const vague = why.code === "no-progress" || why.code === "asleep"
  return first === undefined || !vague ? why : { code: "call-refused", reason: first }
}

/** What a guest without Linux sleeps for: nothing, or interrupts of devices that have raised none. */
function unraised(facts: StandstillFacts, name: Namer): string {
  const { interrupts, handed = [], linux, vcpus } = facts
  if (linux || interrupts === undefined || facts.distributorOn === undefined) return ""
  const timed = vcpus.some(({ timerControl }) => (timerControl & 1n) !== 0n)
  const enabled = interrupts.filter((one) => one.enabled && one.intid >= FIRST_PPI)
  if (enabled.length === 0) return timed ? "" : ", and it has enabled no interrupt that could wake one"
  const silent = handed.find(({ intid, times }) => times === 0 && enabled.some((one) => one.intid === intid))
  return silent === undefined || timed
    ? ""
    : `: ${name(silent.intid)} is enabled, and its device has not raised it`
}

/** The reason that the milestones give. */
function deafness(facts: StandstillFacts, name: Namer): Why {
  if (facts.restarts !== undefined) return restarting(facts)
  if (facts.halted === true) {
    const reason =
      "it halted itself (System halted): its processors stand still for good with the power on; " +
      "poweroff would end the run"
    return { code: "halted", reason }
  }
  const reached = new Map(milestones(facts).map((one) => [one.name, one.reached]))
  if (reached.get("kernel entered") === false) {
    return {
      code: "never-ran",
      reason: "it never executed an instruction: its vCPU has no time, or others take it all",
    }
  }
  const sleeping = facts.vcpus.every(({ on, asleep }) => !on || asleep)
  // What Linux does not do before its MMU is on is a guest of another kind.
  const listens = facts.vcpus.some(({ on, pstate }) => on && (pstate & PSTATE_I) === 0)
  const plain = sleeping && (facts.distributorOn === true || listens)
  if (reached.get("MMU on") === false && !facts.firstByte && !plain) {
    return { code: "no-mmu", reason: "it has not turned its MMU on: image, device tree and entry do not fit" }
  }
  const early = plain && reached.get("MMU on") === false
  if (!facts.firstByte && !(early && facts.distributorOn === true)) {
    const reason = early
      ? "it sleeps, and nothing ever came to the console"
      : "it runs, and nothing ever came to the console: console= or stdout-path"
    return { code: "silent-console", reason }
  }
  if (facts.idle === true || sleeping) {
    const wakes =
      facts.idle === true ? "only its timer wakes it" : `all its vCPUs sleep${unraised(facts, name)}`
    const reason = facts.init
      ? `it came as far as /init, and ${wakes}: a program waits for what does not come, such as input or a device`
      : wakes
    return { code: facts.init ? "program-waits" : "asleep", reason }
  }
  const user = facts.vcpus.some(({ on, asleep, pstate }) => on && !asleep && (pstate & 0xc) === 0)
  if (facts.init && user) {
    return {
      code: "program-runs",
      reason: "it came as far as /init, and a program of its own (EL0) does not end",
    }
  }
  return { code: "no-progress", reason: undefined }
}
