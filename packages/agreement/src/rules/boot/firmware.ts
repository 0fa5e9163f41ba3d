// SPDX-License-Identifier: BSD-2-Clause
//
// What a guest expects of firmware and of the architecture: PSCI (Arm DEN 0022, binding arm,psci.yaml), SMC calls of
// drivers (Arm DEN 0028), and the generic timer's interrupts (binding arm,arch_timer.yaml).

import {
  compatibleOf,
  cpuNodes,
  type DtNode,
  findByCompatible,
  findByPath,
  isEnabled,
  propCells,
  propString,
  propStrings,
  propU32,
} from "@vmm/devicetree"
import { type Diagnostic, errorAt, nearest, warningAt } from "@vmm/diagnostic"

import { commandLineOf } from "../../command-line.ts"
import { gicOf, nodeText } from "../../devices.ts"
import { setAttribute } from "../../edit/system-edit.ts"
import { appendToOverlay, disableNodes, enableNode, setTreeProperty } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { CALLERS } from "../../tables/firmware-table.ts"
import { type Deletion, deletionOf } from "../tree/deletions.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

const PSCI = ["arm,psci-1.0", "arm,psci-0.2", "arm,psci"]
const PSCI_NODE = '\tpsci {\n\t\tcompatible = "arm,psci-1.0", "arm,psci-0.2";\n\t\tmethod = "smc";\n\t};\n'

/** A node of that name whose `compatible` is the slip of one that is known. */
function misnamed(
  input: Agreement,
  name: string,
  known: readonly string[],
  code: string,
): Diagnostic | undefined {
  const node = input.guestTree.root.children.find((one) => one.name.split("@")[0] === name && isEnabled(one))
  const own = node === undefined ? [] : compatibleOf(node)
  if (node === undefined || own.some((one) => known.includes(one))) return undefined
  const meant = own.flatMap((one) => nearest(one, known) ?? [])[0] ?? known[0]
  const said =
    own.length === 0 ? "has no compatible" : `is compatible with ${own.map((one) => `"${one}"`).join(", ")}`
  const message = `${node.path} of the guest's tree ${said}: nothing in a guest looks for that`
  const value = `"${meant}"`
  const edits = setTreeProperty(input.sources, node, "compatible", value)
  const fixes = fix("compatible", `write compatible = ${value}`, edits)
  const remedy = `write compatible = ${value};`
  return errorAt(propertyPlace(node, "compatible"), message, remedy, { code, fixes })
}

/** Where an overlay deletes the board's node of such a kind. */
function deletionOfBoards(input: Agreement, kinds: readonly string[]): Deletion | undefined {
  const [node] = findByCompatible(input.hardware, ...kinds)
  return node === undefined ? undefined : deletionOf(input, node)
}

function psciMissing(input: Agreement): readonly Diagnostic[] {
  const odd = misnamed(input, "psci", PSCI, "psci-missing")
  if (odd !== undefined) return [odd]
  const off = findByCompatible(input.guestTree, ...PSCI)[0]
  const user = cpuNodes(input.guestTree).find((node) => propString(node, "enable-method") === "psci")
  if (off === undefined && user === undefined) return []
  const deletion = off === undefined ? deletionOfBoards(input, PSCI) : undefined
  const place =
    off === undefined
      ? (deletion?.place ?? propertyPlace(user ?? input.guestTree.root, "enable-method"))
      : propertyPlace(off, "status")
  const edits =
    off === undefined
      ? [deletion?.edit ?? appendToOverlay(input.sources, `\n/ {\n${PSCI_NODE}};\n`)]
      : enableNode(input.sources, off)
  const message =
    off === undefined
      ? "the guest's tree has no psci node, and its CPUs are turned on by PSCI"
      : `the guest's tree disables ${nodeText(off)}`
  const remedy = "without PSCI the guest cannot power off, restart or turn on further CPUs: give it the node"
  const fixes = fix("psci-node", "give the guest's tree a psci node", edits)
  return [warningAt(place, message, remedy, { code: "psci-missing", fixes })]
}

/**
 * PSCI 0.1, which has the numbers of its calls in the tree and none for power-off: a guest with cpus to turn on needs
 * `cpu_on` (arm,psci.yaml).
 */
function psciOld(input: Agreement, node: DtNode): readonly Diagnostic[] {
  if (compatibleOf(node).some((name) => name !== "arm,psci" && PSCI.includes(name))) return []
  const several = cpuNodes(input.guestTree).length > 1 && propU32(node, "cpu_on") === undefined
  const why = several
    ? "the guest needs cpu_on in it to turn on further CPUs, and cannot power off"
    : "the guest cannot power off or restart by it"
  const value = '"arm,psci-1.0", "arm,psci-0.2", "arm,psci"'
  const message = `the guest's psci node is compatible with "arm,psci" alone, PSCI 0.1: ${why}`
  const edits = setTreeProperty(input.sources, node, "compatible", value)
  const fixes = fix("psci-version", `write compatible = ${value}`, edits)
  const place = propertyPlace(node, "compatible")
  return [warningAt(place, message, `write compatible = ${value};`, { code: "psci-old", fixes })]
}

const psci: Rule = (input) => {
  const node = findByCompatible(input.guestTree, ...PSCI).find(isEnabled)
  if (node === undefined) return isLinux(input) ? psciMissing(input) : []
  return [...(isLinux(input) ? psciOld(input, node) : []), ...psciMethod(input, node)]
}

function psciMethod(input: Agreement, node: DtNode): readonly Diagnostic[] {
  const method = propString(node, "method")
  if (method === "smc" || (method === "hvc" && !isLinux(input))) return []
  const fixes = fix(
    "psci-method",
    'write method = "smc"',
    setTreeProperty(input.sources, node, "method", '"smc"'),
  )
  const what = method === undefined ? "has no method" : `has the method "${method}"`
  const why =
    method === "hvc"
      ? "the microkernel takes a guest's HVC for a system call of its own, and a VMM sees it only by luck"
      : 'the methods are "smc" and "hvc", and a VMM answers SMC'
  const message = `the guest's psci node ${what}: ${why}`
  const code = "psci-method"
  const say = method === "hvc" ? warningAt : errorAt
  return [say(propertyPlace(node, "method"), message, 'write method = "smc";', { code, fixes })]
}

/** Virtual timer: PPI 11, the third of the node's interrupts unless they are named. */
const VIRTUAL_PPI = 11
const TIMERS = ["arm,armv8-timer", "arm,armv7-timer"]

function timerNode(input: Agreement): string {
  const gic = gicOf(input.guestTree, true)?.node
  const more = gic !== undefined && propU32(gic, "#interrupt-cells") === 4 ? " 0" : ""
  const list = [13, 14, VIRTUAL_PPI, 10].map((ppi) => `<1 ${ppi} 8${more}>`).join(", ")
  const parent = gic === undefined ? "" : `\t\tinterrupt-parent = <&{${gic.path}}>;\n`
  return `\ttimer {\n\t\tcompatible = "arm,armv8-timer";\n${parent}\t\tinterrupts = ${list};\n\t};\n`
}

const timer: Rule = (input) => {
  if (!isLinux(input)) return []
  const all = findByCompatible(input.guestTree, ...TIMERS)
  const node = all.find(isEnabled)
  if (node === undefined) {
    const odd = all.length > 0 ? undefined : misnamed(input, "timer", TIMERS, "timer-missing")
    if (odd !== undefined) return [odd]
    const off = all[0]
    const deletion = off === undefined ? deletionOfBoards(input, TIMERS) : undefined
    const edits =
      off === undefined
        ? [deletion?.edit ?? appendToOverlay(input.sources, `\n/ {\n${timerNode(input)}};\n`)]
        : enableNode(input.sources, off)
    const message =
      `the guest's tree ` +
      `${off === undefined ? "has no arm,armv8-timer" : "disables the timer"}: the guest stops as soon as it waits`
    const place =
      off === undefined ? (deletion?.place ?? input.guestTree.root.place) : propertyPlace(off, "status")
    const fixes = fix("timer-node", "give the guest's tree the timer", edits)
    const remedy = "give it the node with its four private interrupts, 13, 14, 11 and 10"
    return [errorAt(place, message, remedy, { code: "timer-missing", fixes })]
  }
  return timerInterrupts(input, node)
}

function timerInterrupts(input: Agreement, node: DtNode): readonly Diagnostic[] {
  const cells = propCells(node, "interrupts")
  if (cells === undefined || cells.length === 0) return []
  const step = cells.length % 4 === 0 && cells.length % 3 !== 0 ? 4 : 3
  const names = propStrings(node, "interrupt-names")
  const index = names === undefined ? 2 : names.indexOf("virt")
  const [kind, number] = cells.slice(index * step)
  if (index < 0 || (kind === 1 && number === VIRTUAL_PPI)) return []
  const list = Array.from({ length: Math.max(Math.floor(cells.length / step), index + 1) }, (_, at) => {
    const own = cells.slice(at * step, at * step + step)
    const flags = own.slice(2).length > 0 ? own.slice(2) : cells.slice(2, step)
    return at === index ? `<1 ${VIRTUAL_PPI} ${flags.join(" ")}>` : `<${own.join(" ")}>`
  })
  const text = list.join(", ")
  const was = number === undefined ? "is missing" : kind === 1 ? `is PPI ${number}` : `is SPI ${number}`
  const message =
    `the virtual timer's interrupt of ${nodeText(node)} ${was}, and the guest's timer raises ` +
    `PPI 11, INTID 27`
  const fixes = fix(
    "timer-ppi",
    `write interrupts = ${text}`,
    setTreeProperty(input.sources, node, "interrupts", text),
  )
  const remedy = "the interrupts are secure 13, physical 14, virtual 11, hypervisor 10, in this order"
  return [errorAt(propertyPlace(node, "interrupts"), message, remedy, { code: "timer-virtual-ppi", fixes })]
}

/** Drivers that ask the board's firmware, which the VMM may do for them with smc="true" alone. */
const calls: Rule = (input, view) => {
  if (view.domain.smc || !isLinux(input)) return []
  const { words } = commandLineOf(input)
  const blocked = words.filter((word) => word.startsWith("initcall_blacklist=")).join(",")
  const { root } = input.guestTree
  const found = CALLERS.flatMap(({ compatible, what, initcall }) => {
    if (initcall !== undefined && blocked.includes(initcall)) return []
    const nodes = [root, ...findByCompatible(input.guestTree, compatible)].filter(
      (node) => isEnabled(node) && compatibleOf(node).includes(compatible),
    )
    return nodes.slice(0, 1).map((node) => ({ node, what }))
  })
  return found.slice(0, 1).map(({ node, what }) => smcFinding(input, view, node, what))
}

function smcFinding(input: Agreement, view: GuestView, node: DtNode, what: string): Diagnostic {
  const { domain } = view
  const message = `${what}, and '${domain.name}' may not pass the call on: it has no smc="true"`
  const edits = setAttribute(input.sources.system, domain.place, "smc", "true")
  const fixes = fix("smc", `write smc="true" for '${domain.name}'`, edits)
  if (node !== input.guestTree.root && findByPath(input.hardware, node.path) === undefined) {
    // The board has no such firmware to pass calls on to.
    const away = fix("disable-node", `disable '${node.name}'`, disableNodes(input.sources, [node]))
    const calls = `${nodeText(node)} is of the guest's tree alone, not of the board's: ${message}`
    const more = { related: [related(domain.place, "the machine's VMM")], fixes: [...away, ...fixes] }
    const out = "take the node away: firmware of another board has nobody who answers here"
    return warningAt(propertyPlace(node, "compatible"), calls, out, { code: "smc-not-allowed", ...more })
  }
  const there = [related(propertyPlace(node, "compatible"), "the driver of this calls firmware by SMC")]
  const remedy = 'write smc="true", or take the driver away'
  return warningAt(domain.place, message, remedy, { code: "smc-not-allowed", related: there, fixes })
}

export const firmwareRules: readonly Rule[] = [psci, timer, calls]
