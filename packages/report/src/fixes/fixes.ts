// SPDX-License-Identifier: BSD-2-Clause
//
// The ways out of an access to a device that the guest was not given: take the device out of the guest's tree, take
// the driver out of its kernel, or give it the device. Each is a fix whose edits apply to the example's files as they
// are. The first of the list is the one to try first.

import type { Edit, Fix } from "@vmm/diagnostic"
import {
  compatibleOf,
  dependenciesOf,
  dependentsOf,
  type DeviceTree,
  type DtNode,
  isEnabled,
  walk,
  referenceTo,
} from "@vmm/devicetree"
import type { Culprit } from "../symbols/backtrace.ts"
import type { Driver, DriverTable } from "../fault/drivers.ts"
import { type ExampleFiles, isGiven, type MapFacts, type SystemFacts } from "../example.ts"
import { groupedHex } from "../hex.ts"
import type { Owner } from "../fault/owner.ts"
import { passPage, type Passthrough, passThrough } from "./passthrough.ts"
import { addToCommandLine } from "../patch/guest-json-patch.ts"
import { addSystemLines, mapOf, setAttribute } from "../patch/system-patch.ts"

/** Overlay that is made when the folder has none. */
const NEW_OVERLAY = "guest-overlay.dts"
const NEW_GUEST_JSON = "guest.json"

export interface FixRequest {
  readonly tree: DeviceTree
  readonly owner: Owner
  /** IPA of the access. */
  readonly address: number
  readonly vm: string
  readonly pd: string
  readonly system: SystemFacts
  readonly example: ExampleFiles
  readonly culprit: Culprit
  /** No driver's probe runs: the code finds the node by itself, whatever its status. */
  readonly withoutProbe: boolean
  readonly table: DriverTable | undefined
  /** False for a guest that is not Linux. */
  readonly linux: boolean
}

/** Text at the end of the last overlay, or in a new one. */
export function overlayEdit({ overlays }: ExampleFiles, text: string): Edit {
  const last = overlays.at(-1)
  return last === undefined
    ? { kind: "append", file: NEW_OVERLAY, text }
    : { kind: "append", file: last.file, text: `\n${text}` }
}

/** Enabled nodes with registers that the machine was given and that cannot do without `node`. */
export function givenDependents(tree: DeviceTree, node: DtNode, system: SystemFacts): readonly DtNode[] {
  return [...walk(tree.root)].filter(
    (other) =>
      other !== node &&
      isEnabled(other) &&
      isGiven(system, other) &&
      dependenciesOf(tree, other).some((dependency) => dependency.node === node),
  )
}

const MAX_NAMES = 8

/** One sentence about nodes by name; none about none. */
function warning(nodes: readonly DtNode[], one: string, many: string): readonly string[] {
  if (nodes.length === 0) return []
  const names = nodes.slice(0, MAX_NAMES).map(({ name, path }) => (name === "" ? path : name))
  const more = nodes.length > MAX_NAMES ? ` and ${nodes.length - MAX_NAMES} more` : ""
  return [`Warning: ${names.join(", ")}${more} ${nodes.length === 1 ? one : many}.`]
}

function disableFix(request: FixRequest, needers: readonly DtNode[]): Fix {
  const { tree, owner, example, culprit } = request
  const { node } = owner
  const referring = dependentsOf(tree, node).map((one) => one.node)
  const others = referring.filter((other) => !needers.includes(other))
  const text = `${referenceTo(node)} {\n\tstatus = "disabled";\n};\n`
  return {
    id: "disable",
    title: `take ${node.name} out of the guest's device tree: the guest does not need the device`,
    edits: [overlayEdit(example, text)],
    notes: [
      ...warning(
        needers,
        "cannot do without it, and was given to the guest",
        "cannot do without it, and were given",
      ),
      ...warning(others, "refers to it and is enabled", "refer to it and are enabled"),
      ...(isStranger(request) && culprit.initcall !== undefined
        ? [`${culprit.initcall} finds the node by itself: it may touch the device even when it is disabled.`]
        : []),
    ],
  }
}

function driverNotes(driver: Driver | undefined, request: FixRequest): readonly string[] {
  const { compatible } = request.owner.facts
  if (driver === undefined) {
    const names = compatible.map((name) => `-e '"${name}"'`).join(" ")
    return names === ""
      ? []
      : [
          `No driver for it is known here; in the kernel's source: grep -rlF ${names} drivers/ sound/ arch/arm64/`,
        ]
  }
  const version = request.table === undefined ? "" : ` of Linux ${request.table.version}`
  if (driver.config === undefined) return [`Its driver is ${driver.source}${version}, which is always built.`]
  return [`Its driver is ${driver.source}${version}. In a kernel of your own: # ${driver.config} is not set`]
}

/** The edit of guest.json that keeps an initcall from running. */
export function blacklistEdits(example: ExampleFiles, initcall: string): readonly Edit[] {
  const word = `initcall_blacklist=${initcall}`
  return example.guest === undefined ? [] : (addToCommandLine(example.guest, word) ?? [])
}

function driverFix(request: FixRequest): Fix | undefined {
  const { culprit, example, linux } = request
  if (!linux) return undefined
  const { driver, initcall } = culprit
  const notes = driverNotes(driver, request)
  if (initcall === undefined) {
    if (notes.length === 0) return undefined
    const entry = driver?.entries[0]
    const early =
      entry === undefined
        ? []
        : [
            `The kernel calls ${entry.function} without an initcall (${entry.level}): no blacklist reaches it.`,
          ]
    return {
      id: "driver",
      title: "build the guest's kernel without the driver",
      edits: [],
      notes: [...notes, ...early],
    }
  }
  const edits = blacklistEdits(example, initcall)
  const file = example.guest?.file ?? NEW_GUEST_JSON
  const missing =
    edits.length > 0 ? [] : [`Add initcall_blacklist=${initcall} to the guest's command line (${file}).`]
  return {
    id: "driver",
    title: `leave the driver out: the guest's kernel does not run ${initcall}`,
    edits,
    notes: [...notes, ...missing],
  }
}

function passthroughFix(request: FixRequest, passed: Passthrough): Fix {
  const { owner, example, vm, pd } = request
  const { lines, dragged, notes } = passed
  const given = example.system === undefined ? [] : (addSystemLines(example.system, vm, pd, lines) ?? [])
  // A device that is given and disabled would be the next finding of the check.
  const off = owner.facts.disabledBy === owner.node.path && given.length > 0
  const on = off ? [overlayEdit(example, `${referenceTo(owner.node)} {\n\tstatus = "okay";\n};\n`)] : []
  const edits = [...given, ...on]
  const all = [...lines.regions, ...lines.maps, ...lines.irqs]
  const told = edits.length > 0 ? [] : all.map((line) => `Add to the .system file: ${line}`)
  const title = passed.mapMissing
    ? `map ${owner.node.name} in ${vm}: the .system file has its memory region, and the map is missing`
    : `give ${owner.node.name} to ${vm}: map its registers, ${off ? "enable it, " : ""}and hand on its interrupts`
  return {
    id: "passthrough",
    title,
    edits,
    notes: [
      ...dragged.map(
        ({ node, by, property }) => `With it comes ${node.path}, which ${by.path} names in ${property}.`,
      ),
      ...notes,
      ...told,
    ],
  }
}

export interface Misplaced {
  readonly map: MapFacts
  readonly region: string
  /** Where the tree has it. */
  readonly at: number
}

/** A map of the machine that shows the node's registers at another address, where the tree has nothing. */
export function misplacedMap({
  owner,
  system,
  tree,
  address,
}: Pick<FixRequest, "owner" | "system" | "tree" | "address">): Misplaced | undefined {
  const region = system.regions.find(({ physAddr, size }) => address >= physAddr && address < physAddr + size)
  const map = system.maps.find((one) => one.region === region?.name)
  if (region === undefined || map === undefined || map.vaddr === region.physAddr) return undefined
  const meant = [...walk(tree.root)].some(
    (node) => node !== owner.node && isEnabled(node) && startsAt(node, map.vaddr),
  )
  return meant ? undefined : { map, region: region.name, at: region.physAddr }
}

function startsAt(node: DtNode, address: number): boolean {
  return node.name.endsWith(`@${address.toString(16)}`)
}

function moveMapFix({ example, vm }: FixRequest, region: string, at: number): Fix {
  const edits =
    example.system === undefined
      ? []
      : setAttribute(example.system, (root) => mapOf(root, vm, region), "vaddr", groupedHex(at))
  const title = `map "${region}" where the guest's tree has it, at ${groupedHex(at)}`
  return { id: "passthrough", title, edits, notes: [] }
}

/** Whoever touches the device is not its driver: it finds the node by itself, whatever the node's status. */
function isStranger({ culprit, owner, table, withoutProbe }: FixRequest): boolean {
  const { driver, initcall, seen } = culprit
  if (!seen || initcall === undefined) return false
  const own = table?.of(owner.facts.compatible) ?? []
  return withoutProbe || (driver !== undefined && !own.includes(driver))
}

/** Nodes that the driver at work is the driver of. */
function driversNodes({ tree, culprit }: FixRequest): readonly DtNode[] {
  const names = culprit.driver?.compatible ?? []
  return [...walk(tree.root)].filter(
    (node) => isEnabled(node) && compatibleOf(node).some((name) => names.includes(name)),
  )
}

/** The fixes, the one to try first in front. */
export function deviceFixes(request: FixRequest): readonly Fix[] {
  const { owner, tree, system, address } = request
  const { node, facts } = owner
  const misplaced = misplacedMap(request)
  if (misplaced !== undefined) {
    return [moveMapFix(request, misplaced.region, misplaced.at), ...ways(request, [])]
  }
  if (facts.kind === "window") return [passthroughFix(request, passPage(node, address, system))]
  const needers = givenDependents(tree, node, system)
  const passed = passThrough(tree, node, system)
  const disable = facts.disabledBy === undefined ? [disableFix(request, needers)] : []
  const driver = driverFix(request)
  const drivers = driver === undefined ? [] : [driver]
  const passthrough = passthroughFix(request, passed)
  if (!passed.taken && (needers.length > 0 || passed.mapMissing)) return [passthrough, ...disable, ...drivers]
  if (isStranger(request)) {
    const wanted = driversNodes(request).some((host) => isGiven(system, host))
    return wanted && !passed.taken
      ? [passthrough, ...drivers, ...disable]
      : [...drivers, ...disable, passthrough]
  }
  if (disable.length === 0 && !passed.taken) return [passthrough, ...drivers]
  return [...disable, ...drivers, passthrough]
}

/** The ways that are left beside another. */
function ways(request: FixRequest, needers: readonly DtNode[]): readonly Fix[] {
  const driver = driverFix(request)
  return [
    ...(request.owner.facts.disabledBy === undefined ? [disableFix(request, needers)] : []),
    ...(driver === undefined ? [] : [driver]),
  ]
}
