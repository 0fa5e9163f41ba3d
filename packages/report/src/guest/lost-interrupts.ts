// SPDX-License-Identifier: BSD-2-Clause
//
// Interrupts that never come: the guest enabled one, of a device that it was given, and no <irq> hands it on, or one
// with a number that is near and wrong; or one is handed on by edge where the device holds a level, or the other way.

import type { Fix, Place } from "@vmm/diagnostic"
import type { DtNode } from "@vmm/devicetree"

import { type ExampleFiles, isGiven, type SystemFacts } from "../example.ts"
import { addSystemLines, setAttribute } from "../patch/system-patch.ts"
import { placeOf } from "../patch/text-place.ts"
import { findElement, readXml, type XmlElement } from "../patch/xml-text.ts"

export type Trigger = "level" | "edge"

/** A device of the guest's tree and how it raises an interrupt. */
export interface InterruptSource {
  readonly node: DtNode
  readonly trigger: Trigger
}

export interface LostFacts {
  readonly vm: string
  readonly pd: string
  /** SPIs that the guest has enabled. */
  readonly enabled: readonly number[]
  /** What is passed through, or driven by the VMM. */
  readonly driven: ReadonlySet<number>
  readonly sources: ReadonlyMap<number, readonly InterruptSource[]>
}

export interface Lost {
  readonly code: "lost-interrupt" | "irq-trigger"
  /** A sentence without full stop: why it never comes. */
  readonly reason: string
  /** The device was given to the guest, so that the interrupt is what it waits for. */
  readonly wanted: boolean
  /** A line for what the guest waits for. */
  readonly wait: string
  readonly place: Place | undefined
  readonly fixes: readonly Fix[]
}

/** First SPI (Arm IHI 0048B, 2.2.1). */
const FIRST_SPI = 32

/** Slips by which a number is wrong: what was written less what was meant. */
const SLIPS: readonly (readonly [number, string])[] = [
  [-32, "the number of the device tree: INTIDs of shared interrupts begin at 32"],
  [32, "32 too many: it was added twice"],
  [-16, "16 too few: 16 is the offset of private interrupts, 32 that of shared ones"],
  [16, "16 too many: 48 was added in place of 32"],
]

const irqElement = (root: XmlElement, pd: string, intid: number): XmlElement | undefined =>
  findElement(root, "protection_domain", pd)?.children.find(
    ({ name, attributes }) => name === "irq" && Number(attributes.get("irq")?.value) === intid,
  )

/** Where the `<irq>` stands in the `.system` file. */
function irqPlace({ system }: ExampleFiles, pd: string, intid: number): Place | undefined {
  const root = system === undefined ? undefined : readXml(system.text)
  const element = root === undefined ? undefined : irqElement(root, pd, intid)
  if (system === undefined || element === undefined) return undefined
  return placeOf(system, element.from, element.from + "<irq".length)
}

function setIrq(
  { system }: ExampleFiles,
  pd: string,
  intid: number,
  attribute: string,
  value: string,
): Fix["edits"] {
  if (system === undefined) return []
  return setAttribute(system, (root) => irqElement(root, pd, intid), attribute, value)
}

/** The lowest id that the domain has not given away. */
function freeId(system: SystemFacts): number {
  const taken = new Set(system.usedIds)
  let id = 1
  while (taken.has(id)) id++
  return id
}

const sourceWords = (source: InterruptSource | undefined, intid: number): string =>
  source === undefined ? `interrupt ${intid}` : `${source.node.name}'s interrupt`

/** Controllers enable their output when their driver starts, whether or not anything is behind them. */
const gathers = (source: InterruptSource | undefined): boolean =>
  source?.node.properties.has("interrupt-controller") === true

/** The element for an interrupt; level is what one without `trigger` is. */
const irqLine = (intid: number, id: number, source: InterruptSource | undefined): string =>
  `<irq irq="${intid}" id="${id}"${source?.trigger === "edge" ? ' trigger="edge"' : ""} />`

/** Another domain has it; what moves the element is the check's fix. */
function taken(
  owner: string,
  intid: number,
  source: InterruptSource | undefined,
  { pd }: LostFacts,
  { system, example }: { readonly system: SystemFacts; readonly example: ExampleFiles },
): Lost {
  const element = `<irq irq="${intid}">`
  return {
    code: "lost-interrupt",
    reason: `${element} hands ${sourceWords(source, intid)} to ${owner}, and not to ${pd}`,
    wanted: source !== undefined && !gathers(source) && isGiven(system, source.node),
    wait: `interrupt ${intid} is enabled by the guest, and ${element} hands it to ${owner}`,
    place: irqPlace(example, owner, intid) ?? source?.node.place,
    fixes: [],
  }
}

function missing(
  intid: number,
  source: InterruptSource | undefined,
  facts: LostFacts,
  system: SystemFacts,
  example: ExampleFiles,
): Lost {
  const { vm, pd } = facts
  const other = system.irqs.find((irq) => irq.intid === intid)
  if (other !== undefined) return taken(other.pd, intid, source, facts, { system, example })
  const line = irqLine(intid, freeId(system), source)
  const lines = { regions: [], maps: [], irqs: [line] }
  const edits = example.system === undefined ? [] : (addSystemLines(example.system, vm, pd, lines) ?? [])
  const title = `hand ${sourceWords(source, intid)} on to ${vm}: ${line}`
  const whose = source === undefined ? "" : ` of ${source.node.path}`
  return {
    code: "lost-interrupt",
    reason: `it was given ${source?.node.name ?? "a device"} and not its interrupt ${intid}`,
    wanted: source !== undefined && !gathers(source) && isGiven(system, source.node),
    wait: `interrupt ${intid}${whose} is enabled by the guest, and nobody hands it on: no <irq irq="${intid}">`,
    place: source?.node.properties.get("interrupts")?.place ?? source?.node.place,
    fixes: [{ id: "irq", title, edits, notes: [] }],
  }
}

/** An `<irq>` of the domain whose number no device of the guest raises, and that a slip makes of the one that lacks. */
function slipOf(intid: number, facts: LostFacts, system: SystemFacts) {
  const odd = system.irqs.filter(
    (irq) =>
      irq.pd === facts.pd && (facts.sources.get(irq.intid) ?? []).every(({ node }) => !isGiven(system, node)),
  )
  for (const [offset, why] of SLIPS) {
    if (odd.some((irq) => irq.intid === intid + offset)) return { written: intid + offset, why }
  }
  return undefined
}

function lostOne(intid: number, facts: LostFacts, system: SystemFacts, example: ExampleFiles): Lost {
  const sources = facts.sources.get(intid) ?? []
  const source = sources.find(({ node }) => isGiven(system, node)) ?? sources[0]
  const lost = missing(intid, source, facts, system, example)
  const slip = slipOf(intid, facts, system)
  if (slip === undefined || source === undefined || !lost.wanted) return lost
  const { written, why } = slip
  const { pd } = facts
  const element = `<irq irq="${written}">`
  const edits = setIrq(example, pd, written, "irq", String(intid))
  return {
    ...lost,
    reason:
      `${source.node.name} raises interrupt ${intid} (SPI ${intid - FIRST_SPI}), and ${element} hands on ${written}, ` +
      why,
    place: irqPlace(example, pd, written) ?? lost.place,
    fixes: [
      { id: "irq-number", title: `write irq="${intid}" in place of ${written}`, edits, notes: [] },
      ...lost.fixes,
    ],
  }
}

/** What `trigger` does to an interrupt of the other kind. */
const WRONG_TRIGGER: Readonly<Record<Trigger, string>> = {
  edge: "a level that stays high is told once and never again",
  level: "an edge that passes while the interrupt is masked is lost",
}

function triggers(facts: LostFacts, system: SystemFacts, example: ExampleFiles): readonly Lost[] {
  return facts.enabled.flatMap((intid) => {
    const irq = system.irqs.find((one) => one.intid === intid && one.pd === facts.pd)
    const source = facts.sources.get(intid)?.find(({ node }) => isGiven(system, node))
    if (irq?.trigger === undefined || source === undefined || source.trigger === irq.trigger) return []
    const { node, trigger } = source
    const words =
      `interrupt ${intid} of ${node.name} is ${trigger}-triggered, ` +
      `and <irq irq="${intid}"> hands it on by ${irq.trigger}`
    const edits = setIrq(example, facts.pd, intid, "trigger", trigger)
    return [
      {
        code: "irq-trigger",
        reason: `${words}: ${WRONG_TRIGGER[irq.trigger]}`,
        wanted: true,
        wait: words,
        place: irqPlace(example, facts.pd, intid) ?? node.properties.get("interrupts")?.place,
        fixes: [{ id: "irq-trigger", title: `write trigger="${trigger}"`, edits, notes: [] }],
      } as const,
    ]
  })
}

/** Every interrupt that cannot come, those that the guest surely waits for first. */
export function lostInterrupts(
  facts: LostFacts,
  system: SystemFacts,
  example: ExampleFiles,
): readonly Lost[] {
  // What an <irq> hands to the VMM is its program's matter (withheld.ts).
  const given = (intid: number) => system.irqs.some((irq) => irq.intid === intid && irq.pd === facts.pd)
  const absent = facts.enabled
    .filter((intid) => !facts.driven.has(intid) && !given(intid))
    .map((intid) => lostOne(intid, facts, system, example))
  const all = [...absent, ...triggers(facts, system, example)]
  return [...all.filter(({ wanted }) => wanted), ...all.filter(({ wanted }) => !wanted)]
}
