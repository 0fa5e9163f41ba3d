// SPDX-License-Identifier: BSD-2-Clause
//
// Interrupts: what the `.system` file hands to a VMM against what the devices raise. A device tree numbers shared
// interrupts from 0 (arm,gic.yaml), the `.system` file and the GIC number them from 32: SPI n is INTID n + 32. What is
// wrong in the tree alone is told by unresolved-interrupts.ts.

import { compatibleOf, dependentsOf, type DtNode, findByPath, walk } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Place, type Related, warningAt } from "@vmm/diagnostic"
import type { Irq } from "@vmm/system"

import { type DeviceInterrupt, deviceNodes, gicInterrupts, gicOf, nodeText, rangesOf } from "../../devices.ts"
import { giveIrqs } from "../../edit/give.ts"
import { attributePlace, attributeText, removeElement, setAttribute } from "../../edit/system-edit.ts"
import type { GuestDevice, GuestMap, GuestView } from "../../guest-view.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { countText, listText, overlaps } from "../../words.ts"
import { consoleNodes } from "../console/uarts.ts"
import { enabledFunctions, functionsOf, ownerOf } from "./functions.ts"
import { elsewhere } from "./irq-elsewhere.ts"
import { privateInterrupt } from "./private.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** A device that the guest has, with interrupts that its VMM does not get. */
interface Missing {
  readonly device: GuestDevice
  readonly interrupts: readonly DeviceInterrupt[]
}

function missingOf(input: Agreement, view: GuestView): readonly Missing[] {
  const taken = new Set(input.system.protectionDomains.flatMap(({ irqs }) => irqs.map(({ irq }) => irq)))
  return view.devices.flatMap((device) => {
    if (!device.enabled || device.reach === "none" || device.node === view.gic?.node) return []
    return [device.node, ...enabledFunctions(device.node)].flatMap((node) => {
      const interrupts = gicInterrupts(input.guestTree, node, view.gic).filter(
        ({ kind, intid }) => kind === "spi" && !taken.has(intid),
      )
      return interrupts.length === 0 ? [] : [{ device: { ...device, node }, interrupts }]
    })
  })
}

/** Every interrupt of the board's devices, disabled ones too. */
function boardInterrupts(input: Agreement): readonly DeviceInterrupt[] {
  const gic = gicOf(input.hardware, true)
  return deviceNodes(input.hardware)
    .flatMap((node) => [node, ...functionsOf(node)])
    .flatMap((node) => gicInterrupts(input.hardware, node, gic))
}

/** True when the machine or its VMM has registers of the device. */
function has(input: Agreement, view: GuestView, raiser: DtNode): boolean {
  const node = ownerOf(raiser)
  const guestNode = findByPath(input.guestTree, node.path)
  if (view.devices.some((device) => device.node === guestNode && device.reach !== "none")) return true
  const ranges = rangesOf(node)
  const reaches = ({ phys, size }: GuestMap) =>
    phys !== undefined && ranges.some((one) => overlaps(one, { base: phys, size }))
  if (view.maps.some(reaches)) return true
  return view.domain.maps.some(({ region }) => {
    const found = input.system.memoryRegions[region]
    if (found?.physAddr === undefined) return false
    const range = { base: found.physAddr, size: found.size }
    return ranges.some((one) => overlaps(one, range))
  })
}

const text = ({ intid }: DeviceInterrupt): string => `SPI ${intid - 32} is INTID ${intid}`

interface Guess {
  readonly interrupt: DeviceInterrupt
  readonly code: string
  readonly why: string
}

/** What a wrong number was meant to be: the usual slips, then the console's, then the only one that lacks. */
function guess(
  irq: number,
  written: string,
  missing: readonly Missing[],
  consoles: ReadonlySet<DtNode>,
): Guess | undefined {
  const all = missing.flatMap(({ interrupts }) => interrupts)
  // 58 written as 0x58.
  const misread = Number(irq.toString(16))
  const digits = /^0x/i.test(written) ? all.find(({ intid }) => intid === misread) : undefined
  if (digits !== undefined && irq !== misread)
    return {
      interrupt: digits,
      code: "irq-hexadecimal",
      why: `0x${irq.toString(16)} is hexadecimal, and ${misread} was meant`,
    }
  const slips = [
    [32, "irq-off-by-32", `${irq} is the number in the device tree`],
    [16, "irq-off-by-16", "16 is the offset of private interrupts (PPI), 32 that of shared ones"],
    [-32, "irq-off-by-32", "32 was added twice"],
    [-16, "irq-off-by-16", "48 was added in place of 32"],
  ] as const
  // A device that the person looks at goes before one that happens to fit.
  const console = all.find(({ node }) => consoles.has(node))
  for (const candidates of [all.filter(({ node }) => consoles.has(node)), all]) {
    for (const [offset, code, why] of slips) {
      // An offset of PPIs fits many numbers by chance.
      if (Math.abs(offset) === 16 && candidates === all && console !== undefined) continue
      const interrupt = candidates.find(({ intid }) => intid === irq + offset)
      if (interrupt !== undefined) return { interrupt, code, why }
    }
  }
  const waiting = missing.filter(({ device }) => !serves(device.node)).flatMap(({ interrupts }) => interrupts)
  const only = console ?? [all, waiting].find((some) => some.length === 1)?.[0]
  return only === undefined
    ? undefined
    : { interrupt: only, code: "irq-of-no-device", why: "no <irq> hands on its own" }
}

/** Nodes that raise an interrupt and are no devices, since nobody finds their registers. */
function unreached(input: Agreement, { gic }: GuestView, { irq }: Irq): readonly Related[] {
  const all = [...walk(input.guestTree.root)].filter((node) => node.properties.has("interrupts"))
  return all.flatMap((node) => {
    const own = gicInterrupts(input.guestTree, node, gic).some(
      ({ intid, kind }) => kind === "spi" && intid === irq,
    )
    return own
      ? [
          related(
            propertyPlace(node, "interrupts"),
            `'${node.name}' raises it, and its registers are not found`,
          ),
        ]
      : []
  })
}

/** The console's number without the 32, which another device happens to have. */
function unshifted(irq: Irq, missing: readonly Missing[], consoles: ReadonlySet<DtNode>): Guess | undefined {
  const found = guess(
    irq.irq,
    "",
    missing.filter(({ device }) => consoles.has(device.node)),
    consoles,
  )
  return found?.code === "irq-off-by-32" && found.interrupt.intid > irq.irq ? found : undefined
}

function wrongNumber(
  input: Agreement,
  view: GuestView,
  irq: Irq,
  found: DeviceInterrupt | undefined,
  meant: Guess | undefined,
): Diagnostic {
  const { system } = input.sources
  const place = attributePlace(system, irq.place, "irq", "number")
  const who =
    found === undefined
      ? `no device of the board raises interrupt ${irq.irq}`
      : `interrupt ${irq.irq} is that of ${nodeText(found.node)}` +
        (has(input, view, found.node) ? "" : `, which '${view.vm.name}' does not have`)
  const there =
    found === undefined
      ? unreached(input, view, irq)
      : [related(propertyPlace(found.node, "interrupts"), text(found))]
  const gone = fix("remove-irq", "remove the <irq>", removeElement(system, irq.place))
  if (meant === undefined) {
    const remedy =
      found === undefined
        ? "correct it: SPI n of the device tree is INTID n + 32; or remove the element"
        : `map the registers of ${nodeText(found.node)}, or remove the element`
    const code = found === undefined ? "irq-of-no-device" : "irq-of-unmapped-device"
    return warningAt(place, who, remedy, { code, related: there, fixes: gone })
  }
  const { interrupt, code, why } = meant
  const { intid, node, trigger } = interrupt
  const number = setAttribute(system, irq.place, "irq", String(intid))
  const kind = trigger === irq.trigger ? [] : setAttribute(system, irq.place, "trigger", trigger)
  const fixes = [...fix("irq-number", `write irq="${intid}"`, [...number, ...kind]), ...gone]
  const message = `${who}, and ${nodeText(node)} raises ${intid}: ${text(interrupt)}`
  const others = [
    ...there,
    related(propertyPlace(node, "interrupts"), `${text(interrupt)}, ${trigger}-triggered`),
  ]
  const more = { code, related: others, fixes }
  const remedy = `write irq="${intid}" (${why})`
  return code === "irq-of-no-device"
    ? warningAt(place, message, remedy, more)
    : errorAt(place, message, remedy, more)
}

function triggerOf(input: Agreement, irq: Irq, found: DeviceInterrupt): readonly Diagnostic[] {
  if (found.trigger === irq.trigger) return []
  const { system } = input.sources
  const message = `interrupt ${irq.irq} of ${nodeText(found.node)} is ${found.trigger}-triggered, not ${irq.trigger}`
  const remedy =
    found.trigger === "level"
      ? 'write trigger="level": an edge that passes while the interrupt is masked is lost'
      : 'write trigger="edge"'
  const edits = setAttribute(system, irq.place, "trigger", found.trigger)
  const fixes = fix("irq-trigger", `write trigger="${found.trigger}"`, edits)
  const there = [related(propertyPlace(found.node, "interrupts"), `the device tree says ${found.trigger}`)]
  const place = attributePlace(system, irq.place, "trigger")
  return [warningAt(place, message, remedy, { code: "irq-trigger", related: there, fixes })]
}

function without(
  input: Agreement,
  view: GuestView,
  missing: readonly Missing[],
  code: string,
): readonly Diagnostic[] {
  const [first] = missing
  if (first === undefined) return []
  const isConsole = code === "console-without-irq"
  const interrupts = missing.flatMap((one) => one.interrupts)
  const names = missing.map(({ device, interrupts: own }) => {
    const numbers = listText(
      own.map(({ intid }) => String(intid)),
      4,
    )
    return `${nodeText(device.node)}, INTID ${numbers}`
  })
  const message = isConsole
    ? `${nodeText(first.device.node)} is the console of '${view.vm.name}', and its interrupt ` +
      `${first.interrupts[0]?.intid} (${first.interrupts.map(text).join(", ")}) reaches nobody: output stops early`
    : `${countText(missing.length, "device")} of '${view.vm.name}' raise${missing.length === 1 ? "s" : ""} ` +
      `interrupts ` +
      `that no <irq> hands to '${view.domain.name}': ${listText(names, 5)}`
  const remedy = isConsole
    ? `add <irq irq="${first.interrupts[0]?.intid}" id="..." /> to protection domain '${view.domain.name}'`
    : "add an <irq> for each that a driver of the guest waits for"
  const place: Place = first.device.maps[0]?.map.place ?? view.vm.place
  const others = missing.map(({ device, interrupts: own }) =>
    related(propertyPlace(device.node, "interrupts", "interrupts-extended"), own.map(text).join(", ")),
  )
  const fixes = fix(
    "add-irq",
    `add ${countText(interrupts.length, "<irq>")}`,
    giveIrqs(input, view, interrupts),
  )
  const parts = missing.length === 1 ? [] : missing.flatMap((one) => without(input, view, [one], code))
  const more = { code, related: others, fixes, ...(parts.length === 0 ? {} : { parts }) }
  return [warningAt(place, message, remedy, more)]
}

/** What serves others, clocks and pins and their like, does its work without its interrupt. */
const SERVICES = /^(#clock-cells|#reset-cells|#power-domain-cells|gpio-controller|interrupt-controller)$/
const serves = (node: DtNode): boolean =>
  compatibleOf(node).includes("syscon") || [...node.properties.keys()].some((name) => SERVICES.test(name))

/** Pins that were given by a region of their own, and that no device of the guest uses: a program is to use them. */
function isForItself({ guestTree }: Agreement, view: GuestView, { node, maps }: GuestDevice): boolean {
  const alone = maps.every(({ map }) =>
    view.devices.every((one) => one.node === node || one.maps.every((own) => own.map !== map)),
  )
  return node.properties.has("gpio-controller") && alone && dependentsOf(guestTree, node).length === 0
}

export const interruptRule: Rule = (input, view) => {
  const sources = boardInterrupts(input)
  if (sources.length === 0) return []
  const missing = missingOf(input, view)
  const consoles = consoleNodes(input, view)
  const findings: Diagnostic[] = []
  const guessed = new Set<number>()
  const isConsole = (node: DtNode) => [...consoles].some(({ path }) => path === node.path)
  for (const irq of view.domain.irqs) {
    const found = sources.filter(({ intid }) => intid === irq.irq)
    const own = found.find(({ node, kind }) => kind === "spi" && has(input, view, node))
    const slip = own === undefined || isConsole(own.node) ? undefined : unshifted(irq, missing, consoles)
    if (own !== undefined && slip === undefined) {
      findings.push(...triggerOf(input, irq, own))
      continue
    }
    if (found.some(({ node }) => isConsole(node))) continue
    const left = missing.filter(({ interrupts }) => !interrupts.some(({ intid }) => guessed.has(intid)))
    const meant =
      slip ?? guess(irq.irq, attributeText(input.sources.system, irq.place, "irq"), left, consoles)
    if (meant !== undefined) guessed.add(meant.interrupt.intid)
    const kept = meant === undefined ? privateInterrupt(input, view.domain.name, irq) : undefined
    findings.push(kept ?? wrongNumber(input, view, irq, found[0], meant))
  }
  const linux = isLinux(input)
  const left = linux ? missing.filter((one) => !one.interrupts.some(({ intid }) => guessed.has(intid))) : []
  const console = left.filter(({ device }) => consoles.has(device.node))
  const others = left.filter(
    (one) => !console.includes(one) && (!serves(one.device.node) || isForItself(input, view, one.device)),
  )
  return [
    ...findings,
    ...elsewhere(input, view),
    ...without(input, view, console, "console-without-irq"),
    ...without(input, view, others, "device-without-irq"),
  ]
}
