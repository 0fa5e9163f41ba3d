// SPDX-License-Identifier: BSD-2-Clause
//
// Numbers of a device tree that contradict what stands next to them: a reg that begins elsewhere than the node's name
// says, fewer entries than names, an interrupt of the wrong kind or beyond the controller's, a frequency that the
// board's tree gives differently. Devicetree Specification v0.4, 2.2.1 and 2.3; arm,gic.yaml; arm,arch_timer.yaml.

import {
  addressCells,
  compatibleOf,
  type DeviceTree,
  type DtNode,
  findByPath,
  interruptsOf,
  isEnabled,
  propCells,
  propStrings,
  propU32,
  type Specifier,
  specifiers,
  walk,
} from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Fix, warningAt } from "@vmm/diagnostic"

import { gicInterrupts, nodeText } from "../../devices.ts"
import { addInPlace, disableNodes, setInPlace, setTreeProperty } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { countText, hex } from "../../words.ts"
import { consoleNodes } from "../console/uarts.ts"
import { atDeletion } from "../devices/deleted-property.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** A name's unit address, when it is one hexadecimal number. */
export function unitOf(node: DtNode): number | undefined {
  const unit = /@([0-9a-f]+)$/i.exec(node.name)?.[1]
  return unit === undefined || unit.length > 12 ? undefined : Number.parseInt(unit, 16)
}

/** The first address of reg, as it is written, without the buses above. */
export function firstAddress(node: DtNode): number | undefined {
  const count = node.parent === undefined ? 0 : addressCells(node.parent)
  const cells = propCells(node, "reg")
  if (cells === undefined || count < 1 || count > 2 || cells.length < count) return undefined
  return cells.slice(0, count).reduce((sum, cell) => sum * 2 ** 32 + cell, 0)
}

/** The value of reg with its first address at `unit`. */
export function regAt(node: DtNode, unit: number): string {
  const count = node.parent === undefined ? 0 : addressCells(node.parent)
  const address = count === 1 ? [unit] : [Math.floor(unit / 2 ** 32), unit % 2 ** 32]
  return `<${[...address, ...(propCells(node, "reg") ?? []).slice(count)].map(hex).join(" ")}>`
}

/**
 * A device at another address than its name says. Which of the two is wrong is known when a memory region lies where
 * the name says and none where reg does: then reg is. Else nothing is said, since names do not reach a guest.
 */
export function misplacedReg(input: Agreement): readonly Diagnostic[] {
  const phys = input.system.memoryRegions.flatMap(({ physAddr }) => physAddr ?? [])
  return [...walk(input.hardware.root)].flatMap((node) => {
    const [unit, first] = [unitOf(node), firstAddress(node)]
    if (unit === undefined || first === undefined || unit === first || !isEnabled(node)) return []
    if (node.parent !== input.hardware.root || !phys.includes(unit) || phys.includes(first)) return []
    const text = regAt(node, unit)
    const message = `reg of ${nodeText(node)} begins at ${hex(first)}, and its name says ${hex(unit)}`
    const edits = setInPlace(input.sources, node, "reg", text)
    const fixes = fix("reg-address", `write reg = ${text}`, edits)
    const region = input.system.memoryRegions.find(({ physAddr }) => physAddr === unit)
    const there =
      region === undefined ? [] : [related(region.place, `'${region.name}' is at ${hex(unit)} too`)]
    const remedy = `write ${hex(unit)}: the .system file agrees with the name`
    return [
      errorAt(propertyPlace(node, "reg"), message, remedy, { code: "reg-not-unit", related: there, fixes }),
    ]
  })
}

/**
 * Two devices at one address, of which one has another name: the copy of a node whose name was changed and whose reg
 * was not. Devices that share registers on purpose have children or a syscon among them.
 */
export function copiedReg(input: Agreement): readonly Diagnostic[] {
  const { guestTree, hardware } = input
  return guestTree === hardware
    ? copiedIn(input, hardware)
    : [...copiedIn(input, guestTree), ...copiedIn(input, hardware)]
}

function copiedIn(input: Agreement, tree: DeviceTree): readonly Diagnostic[] {
  const { hardware } = input
  const nodes = [...walk(tree.root)].filter(
    (node) => isEnabled(node) && firstAddress(node) !== undefined && compatibleOf(node).length > 0,
  )
  const shares = (node: DtNode) =>
    node.children.length > 0 || compatibleOf(node).some((name) => SHARED.has(name))
  return nodes.flatMap((node) => {
    const [unit, first] = [unitOf(node), firstAddress(node)]
    if (unit === undefined || first === undefined || unit === first || shares(node)) return []
    const twin = nodes.find(
      (one) =>
        one !== node && one.parent === node.parent && firstAddress(one) === first && unitOf(one) === first,
    )
    if (twin === undefined || shares(twin) || node.parent === undefined) return []
    const text = regAt(node, unit)
    const message =
      `reg of ${nodeText(node)} begins at ${hex(first)}, where ${nodeText(twin)} has its registers, and its name ` +
      `says ${hex(unit)}`
    const onBoard = findByPath(hardware, node.path) !== undefined
    const there = [related(propertyPlace(twin, "reg"), `the registers of ${nodeText(twin)}`)]
    const fixes = [
      ...fix("reg-address", `write reg = ${text}`, setInPlace(input.sources, node, "reg", text)),
      ...(onBoard ? [] : fix("disable-node", `disable '${node.name}'`, disableNodes(input.sources, [node]))),
    ]
    const remedy = onBoard
      ? `write ${hex(unit)}, or take one of the two away`
      : `write ${hex(unit)}, or take the node away: the board has none of that name`
    const more = { code: "reg-not-unit", related: there, fixes: onBoard ? fixes : fixes.toReversed() }
    return [errorAt(propertyPlace(node, "reg"), message, remedy, more)]
  })
}

/** What a tree writes at registers that several nodes have on purpose. */
const SHARED: ReadonlySet<string> = new Set(["syscon", "simple-mfd", "simple-bus", "nvmem-cells"])

/** Lists that drivers take by name: the property, who counts its cells, and the names. */
const NAMED = [
  ["clocks", "#clock-cells", "clock-names"],
  ["resets", "#reset-cells", "reset-names"],
  ["power-domains", "#power-domain-cells", "power-domain-names"],
  ["dmas", "#dma-cells", "dma-names"],
] as const

const entryText = (many: number): string => (many === 1 ? "1 entry" : `${many} entries`)

/** The last entry again for each name that has none: one clock that feeds several inputs, the commonest case. */
function repeated(
  input: Agreement,
  node: DtNode,
  property: string,
  entries: readonly Specifier[],
  wanted: number,
): readonly Fix[] {
  const texts = entries.map(({ node: target, cells }) => {
    const [label] = target.labels
    return label === undefined ? undefined : `<${[`&${label}`, ...cells].join(" ")}>`
  })
  const last = texts.at(-1)
  if (last === undefined || texts.includes(undefined)) return []
  const value = [...texts, ...Array.from({ length: wanted - texts.length }, () => last)].join(", ")
  const title = `write ${property} = ${value}`
  return fix("repeat-entry", title, setInPlace(input.sources, node, property, value), [
    "Where each name has a source of its own, write that.",
  ])
}

/** The one clock of a fixed rate that the tree has. */
function fixedClock(input: Agreement, node: DtNode, wanted: number): readonly Fix[] {
  const clocks = [...walk(input.guestTree.root)].filter((one) => compatibleOf(one).includes("fixed-clock"))
  const [only, another] = clocks
  const label = only?.labels[0]
  if (label === undefined || another !== undefined) return []
  const value = Array.from({ length: wanted }, () => `<&${label}>`).join(", ")
  return fix("fixed-clock", `write clocks = ${value}`, addInPlace(input.sources, node, "clocks", value))
}

/** More names than entries: what a driver asks for by one of the last names is not there. */
function names(input: Agreement, node: DtNode, say: typeof errorAt): readonly Diagnostic[] {
  return NAMED.flatMap(([property, cellsName, namesProperty]) => {
    const wanted = propStrings(node, namesProperty)?.length ?? 0
    const cells = propCells(node, property)
    const bare = property === "clocks" && !node.properties.has(property) && wanted > 0
    // Arm's PrimeCells are told of by their bus.
    if (bare && !compatibleOf(node).includes("arm,primecell")) {
      const message = `${nodeText(node)} has no ${property}, and ${namesProperty} has ${countText(wanted, "name")}`
      const remedy = `write ${property} with an entry for each name: its driver finds none`
      const fixes = fixedClock(input, node, wanted)
      const place = propertyPlace(node, namesProperty)
      const finding = say(place, message, remedy, { code: "fewer-than-names", fixes })
      return [atDeletion(input, node, property, finding)]
    }
    if (cells === undefined || cells.includes(0) || wanted === 0) return []
    const entries = specifiers(input.guestTree, node, property, cellsName)
    const whole = entries.reduce((sum, one) => sum + 1 + one.cells.length, 0) === cells.length
    const [entry] = entries
    if (!whole || entry === undefined || entries.length >= wanted) return []
    const target = entry.node.labels[0] ?? entry.node.name
    const has = propU32(entry.node, cellsName) ?? 0
    const message =
      `${property} of ${nodeText(node)} has ${entryText(entries.length)}, and ` +
      `${namesProperty} has ${countText(wanted, "name")}: ${cellsName} of ${entry.node.path} is ${has}`
    const example = `<&${target}${" N".repeat(has)}>`
    const remedy = `write ${Array.from({ length: wanted }, () => example).join(", ")}, an entry for each name`
    const fixes = repeated(input, node, property, entries, wanted)
    return [say(propertyPlace(node, property), message, remedy, { code: "fewer-than-names", fixes })]
  })
}

/** Nodes that belong to the CPUs, and have private interrupts by right. */
const PER_CPU = /timer|twd|pmu|wdt|watchdog|gic|spe|statistical|trace|xen|hypervisor/
const LAST = { 0: 987, 1: 15 } as const

function wrongKind(
  input: Agreement,
  view: GuestView,
  node: DtNode,
  say: typeof errorAt,
): readonly Diagnostic[] {
  const [found] = interruptsOf(input.guestTree, node)
  if (found === undefined || found.controller !== view.gic?.node) return []
  const [kind, number = 0, flags = 4] = found.cells
  const alone = propCells(node, "interrupts")?.length === 3
  const place = propertyPlace(node, "interrupts", "interrupts-extended")
  const write = (value: string) =>
    fix(
      "interrupt-kind",
      `write interrupts = ${value}`,
      alone ? setInPlace(input.sources, node, "interrupts", value) : [],
    )
  if (kind === 1 && ![node.name, ...compatibleOf(node)].some((name) => PER_CPU.test(name))) {
    // Its INTID, where that is what the VMM is handed.
    const spi = unclaimed(input, view) === number ? number - FIRST_SPI : number
    const value = `<0 ${spi} ${flags & 15}>`
    const message =
      `interrupt <1 ${number} ${flags}> of ${nodeText(node)} is private to a CPU (PPI ${number}), and a device ` +
      "outside of the CPUs raises a shared one (SPI)"
    const remedy = `write interrupts = ${value}, SPI ${spi}, INTID ${spi + FIRST_SPI}`
    return [say(place, message, remedy, { code: "interrupt-kind", fixes: write(value) })]
  }
  if (kind !== 0 && kind !== 1) return []
  if (number <= LAST[kind]) return []
  const message =
    `interrupt <${kind} ${number} ${flags}> of ${nodeText(node)} is beyond the last ` +
    `${kind === 0 ? "SPI" : "PPI"}, ${LAST[kind]}`
  const remedy =
    kind === 0 ? "write its INTID less 32" : `write INTID less 16${number < 32 ? `: ${number - 16}` : ""}`
  const meant = unclaimed(input, view) ?? (kind === 1 && number < 32 ? undefined : number)
  const value = meant === undefined ? `<1 ${number - 16} ${flags}>` : `<0 ${meant - FIRST_SPI} ${flags & 15}>`
  const known = meant === undefined || (meant >= FIRST_SPI && meant - FIRST_SPI <= LAST[0])
  const fixes = known ? write(value) : []
  return [
    say(place, message, known ? `write interrupts = ${value}` : remedy, { code: "interrupt-kind", fixes }),
  ]
}

const FIRST_SPI = 32

/** The one interrupt that the VMM is handed and no device of the tree raises. */
function unclaimed(input: Agreement, view: GuestView): number | undefined {
  const raised = new Set(
    [...walk(input.guestTree.root)].flatMap((node) =>
      gicInterrupts(input.guestTree, node, view.gic).flatMap(({ intid }) => intid),
    ),
  )
  const [only, another] = view.domain.irqs.filter(({ irq }) => irq >= FIRST_SPI && !raised.has(irq))
  return another === undefined ? only?.irq : undefined
}

export const deviceNumbers: Rule = (input, view) => {
  if (!isLinux(input)) return []
  const consoles = consoleNodes(input, view)
  return view.devices.flatMap(({ node, enabled, reach }) => {
    if (!enabled || (reach === "none" && !consoles.has(node)) || node === view.gic?.node) return []
    const say = consoles.has(node) ? errorAt : warningAt
    return [...names(input, node, say), ...wrongKind(input, view, node, say)]
  })
}

/** Frequencies that the hardware has and an overlay only claims: a fixed oscillator's, the counter's. */
const CLOCKS = /^(fixed-clock|arm,armv[78]-timer)$/

export function frequencies(input: Agreement): readonly Diagnostic[] {
  if (input.guestTree === input.hardware) return []
  return [...walk(input.guestTree.root)].flatMap((node) => {
    const own = findByPath(input.hardware, node.path)
    if (own === undefined || !compatibleOf(node).some((name) => CLOCKS.test(name))) return []
    const [said, board] = [propU32(node, "clock-frequency"), propU32(own, "clock-frequency")]
    const timer = !compatibleOf(node).includes("fixed-clock")
    if (said === undefined || said === board || (board === undefined && !timer)) return []
    const real = board ?? input.counterHz
    if (real === undefined || real === said) return []
    const message =
      `the guest's tree says that ${nodeText(node)} has ${said} Hz, and on the board it has ${real} Hz` +
      (timer ? ": every second of the guest is wrong by that" : "")
    const edits = setTreeProperty(input.sources, node, "clock-frequency", `<${real}>`)
    const remedy = timer
      ? "delete clock-frequency from the overlay: the guest reads CNTFRQ_EL0"
      : `write ${real}, or correct the board's tree`
    const fixes = fix("clock-frequency", `write clock-frequency = <${real}>`, edits)
    const there = board === undefined ? [] : [related(propertyPlace(own, "clock-frequency"), "the board's")]
    const place = propertyPlace(node, "clock-frequency")
    return [warningAt(place, message, remedy, { code: "clock-frequency", related: there, fixes })]
  })
}
