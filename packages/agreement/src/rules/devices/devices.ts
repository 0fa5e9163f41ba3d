// SPDX-License-Identifier: BSD-2-Clause
//
// Devices that the guest's tree offers and stage 2 does not have, and the other way round. A driver that probes an
// enabled node touches its registers; where nothing is mapped and the VMM emulates nothing, the guest dies there.

import { compatibleOf, dependentsOf, type DtNode } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Fix, type Place, type Related, warningAt } from "@vmm/diagnostic"

import { nodeText, rangesOf } from "../../devices.ts"
import { giveRanges, regionName } from "../../edit/give.ts"
import { disableNodes, enableNode } from "../../edit/tree-edit.ts"
import type { GuestDevice, GuestView } from "../../guest-view.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { countText, hex, listText } from "../../words.ts"
import { toldConsoles } from "../console/uarts.ts"
import { finder } from "./found-anyway.ts"
import { disabled, partly, tooLong } from "./maps.ts"
import { giveDevices, type Need, needsOf } from "./needs.ts"
import { displaced, placeless } from "../tree/displaced.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** So many devices with a driver in the kernel are told one by one; more are one finding. */
const SINGLE = 8

const reached = ({ reach, emulated }: GuestDevice): boolean => reach === "all" || emulated

/** What passed-through devices drag in and the guest does not get, all of it at once. */
export const chain: Rule = (input, view) => {
  const needs = needsOf(input, view)
  const lost = needs.filter(
    ({ needed }) => needed.enabled && !reached(needed) && !isDisplaced(input, view, needed),
  )
  const off = needs.filter((need) => need.disabledBy !== undefined && !isOrphan(need))
  return [...notMapped(input, view, lost), ...off.flatMap((need) => disabledNeed(input, view, need))]
}

/** A clock controller does without a parent clock: its clocks are orphans until that comes (clk.c of Linux). */
const isOrphan = ({ by, property }: Need): boolean =>
  property === "clocks" && by.properties.has("#clock-cells")

const isDisplaced = (input: Agreement, view: GuestView, { node }: GuestDevice): boolean =>
  displaced(input, view).some(({ nodes }) => nodes.includes(node)) ||
  placeless(input, view).some((one) => one.node === node)

/** Errors when the kernel at hand has a driver for one of them. */
function notMapped(
  input: Agreement,
  view: GuestView,
  lost: readonly Need[],
  place: Place = view.vm.place,
): readonly Diagnostic[] {
  const [first] = lost
  if (first === undefined) return []
  const names = lost.map(({ needed, by, property }) => `'${needed.node.name}' (${property} of '${by.name}')`)
  const message =
    `devices of '${view.vm.name}' need ${listText(names, 20)}, and the guest's tree enables ` +
    `${lost.length === 1 ? "it" : "them"} while nothing maps ${lost.length === 1 ? "it" : "them"}`
  const there = lost.map(({ needed, by, property }) =>
    related(needed.node.place, `${nodeText(needed.node)}, by ${property} of ${by.path}`),
  )
  const all = lost.map(({ needed }) => needed)
  const wanted = all.flatMap(({ node, ranges }) =>
    ranges.map((range) => ({ name: regionName(node), ipa: range.base, phys: range })),
  )
  const users = [...new Set(lost.map(({ by }) => by))].filter((by) => !all.some(({ node }) => node === by))
  const fixes = [
    ...fix(
      "map-chain",
      `map ${listText(
        all.map(({ node }) => `'${node.name}'`),
        6,
      )} in '${view.vm.name}'`,
      giveRanges(input, view, wanted),
    ),
    ...fix(
      "disable-users",
      `disable ${listText(users.map(({ name }) => name))}`,
      disableNodes(input.sources, users),
    ),
  ]
  const remedy =
    "map all of them: their drivers are probed before those of the devices that need them, and fault"
  const sure = (withDriver(input, all)?.size ?? 0) > 0 && view.simpleVmm
  const parts =
    lost.length === 1 ? [] : lost.flatMap((need) => notMapped(input, view, [need], need.needed.node.place))
  const more = {
    code: "dependency-not-mapped",
    related: there,
    fixes,
    ...(parts.length === 0 ? {} : { parts }),
  }
  return [(sure ? errorAt : warningAt)(place, message, remedy, more)]
}

function disabledNeed(input: Agreement, view: GuestView, need: Need): readonly Diagnostic[] {
  const { needed, by, property, disabledBy } = need
  // Serial drivers of Linux take their resets where there are any (devm_reset_control_get_optional).
  const silent = property !== "resets" && isLinux(input) && toldConsoles(input, view).has(by)
  const off = disabledBy ?? needed.node
  const message =
    `the guest's tree disables ${nodeText(needed.node)}, and ${nodeText(by)} of '${view.vm.name}' needs it ` +
    `(${property}): its driver waits for ever` +
    (silent ? ", and the guest has no console" : "")
  const give = reached(needed) ? [] : giveDevices(input, view, [needed])
  const fixes = [
    ...fix("enable-dependency", `enable '${needed.node.name}'${give.length > 0 ? " and map it" : ""}`, [
      ...enableNode(input.sources, off),
      ...give,
    ]),
    ...fix("disable-user", `disable '${by.name}' too`, disableNodes(input.sources, [by])),
  ]
  const there = [related(propertyPlace(by, property), `${property} of ${by.path}`)]
  const code = "dependency-disabled"
  const remedy = `enable it${give.length > 0 ? " and map it" : ""}, or disable '${by.name}' too`
  const more = { code, related: there, fixes }
  return [(silent ? errorAt : warningAt)(propertyPlace(off, "status"), message, remedy, more)]
}

/** Strings that no driver touches registers for: what they mark is used by others on demand. */
const GENERIC = new Set(["syscon", "simple-mfd", "simple-bus", "isa", "fsl,sec-v4.0-mon"])

const isSpecific = (name: string): boolean => !GENERIC.has(name)

/** Strings of the devices that a driver of the kernel at hand matches; undefined without a kernel. */
function withDriver(input: Agreement, devices: readonly GuestDevice[]): ReadonlySet<GuestDevice> | undefined {
  const kernel = input.images.kernel
  if (kernel === undefined || !kernel.linux) return undefined
  const known = kernel.drivers(devices.flatMap(({ node }) => compatibleOf(node).filter(isSpecific)))
  const has = (name: string) => known.has(name) || name === "arm,primecell"
  return new Set(devices.filter(({ node }) => compatibleOf(node).some(has)))
}

function waysOut(input: Agreement, view: GuestView, devices: readonly GuestDevice[]): readonly Fix[] {
  const named = (some: readonly GuestDevice[]) =>
    listText(
      some.map(({ node }) => `'${node.name}'`),
      4,
    )
  // What Linux finds all the same is given, since disabling it is in vain.
  const found = devices.filter(({ node }) => finder(input, view, node) !== undefined)
  const others = devices.filter((device) => !found.includes(device))
  const free = disposable(input, view, others)
  const given = found.length === 0 ? "" : `, and give ${named(found)} to '${view.vm.name}'`
  return [
    ...fix(
      "disable-node",
      `disable ${named(others)} in the guest's tree${given}`,
      free.length === 0 ? [] : [...disableNodes(input.sources, free), ...giveDevices(input, view, found)],
    ),
    ...fix("map-device", `give ${named(devices)} to '${view.vm.name}'`, giveDevices(input, view, devices), [
      "What the devices need in turn, clocks and pins, the next check names.",
    ]),
  ]
}

/** The devices, and whoever refers to them; none when the guest has a device among those. */
function disposable(input: Agreement, view: GuestView, devices: readonly GuestDevice[]): readonly DtNode[] {
  const nodes = new Set<DtNode>()
  const queue = devices.map(({ node }) => node)
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (nodes.has(node) || rangesOf(node).length === 0 || finder(input, view, node) !== undefined) continue
    nodes.add(node)
    queue.push(...usersOf(input, node))
  }
  const kept = view.devices.filter(({ reach }) => reach !== "none").map(({ node }) => node)
  return kept.some((node) => nodes.has(node)) ? [] : [...nodes]
}

const users = new WeakMap<DtNode, readonly DtNode[]>()

function usersOf(input: Agreement, node: DtNode): readonly DtNode[] {
  // Drivers do without DMA channels: to Linux (drivers/of/property.c) dmas are optional.
  const all = () => dependentsOf(input.guestTree, node).filter(({ property }) => property !== "dmas")
  const found = users.get(node) ?? all().map((one) => one.node)
  users.set(node, found)
  return found
}

function single(
  input: Agreement,
  view: GuestView,
  device: GuestDevice,
  sure: boolean | undefined,
): Diagnostic {
  const { node, ranges, reach } = device
  const base = ranges[0]?.base ?? 0
  const how = reach === "part" ? "mapped in part only" : "neither mapped nor emulated"
  const when =
    sure === true
      ? "the kernel has a driver for it, which faults when it touches them"
      : sure === false
        ? "the kernel has no driver for it built in, but one in a module faults"
        : "a driver that probes it faults"
  const message =
    `the guest's tree enables ${nodeText(node)}, and its registers at ${hex(base)} are ${how} ` +
    `in '${view.vm.name}': ${when}`
  const users = usersOf(input, node)
  const others: readonly Related[] = [
    related(view.vm.place, "this machine"),
    ...users.slice(0, 4).map((user) => related(user.place, `'${user.name}' refers to it`)),
  ]
  const remedy = "disable the node in an overlay, or map its registers in the .system file"
  const fixes = waysOut(input, view, [device])
  return warningAt(node.place, message, remedy, { code: "device-not-mapped", related: others, fixes })
}

function group(
  input: Agreement,
  view: GuestView,
  devices: readonly GuestDevice[],
  why: string,
  sure: boolean | undefined,
): readonly Diagnostic[] {
  const [first] = devices
  if (first === undefined) return []
  const parts = devices.map((device) => single(input, view, device, sure))
  if (parts.length === 1) return parts
  const names = devices.map(({ node }) => `'${node.name}'`)
  const message =
    `${countText(devices.length, "device")} of the guest's tree ${devices.length === 1 ? "is" : "are"} enabled and ` +
    `neither mapped nor emulated in '${view.vm.name}': ${listText(names, 30)}`
  const there = devices.slice(0, 30).map(({ node }) => related(node.place, nodeText(node)))
  const remedy = `disable the nodes in an overlay, or map their registers: ${why}`
  const fixes = waysOut(input, view, devices)
  return [
    warningAt(view.vm.place, message, remedy, { code: "devices-not-mapped", related: there, fixes, parts }),
  ]
}

/** Enabled, and nothing answers. */
export const unmapped: Rule = (input, view) => {
  if (!view.simpleVmm) return []
  const consoles = toldConsoles(input, view)
  const needed = new Set(needsOf(input, view).map((need) => need.needed))
  const inRam = placeless(input, view).map(({ node }) => node)
  const moved = new Set([...displaced(input, view).flatMap(({ nodes }) => nodes), ...inRam])
  const lost = view.devices.filter(
    (device) =>
      device.enabled &&
      !device.emulated &&
      device.reach === "none" &&
      device.node !== view.gic?.node &&
      !consoles.has(device.node) &&
      !needed.has(device) &&
      !moved.has(device.node),
  )
  const sure = withDriver(input, lost)
  if (sure === undefined) {
    const why = "a driver that probes one of them faults"
    return lost.length <= 2
      ? lost.map((device) => single(input, view, device, undefined))
      : group(input, view, lost, why, undefined)
  }
  const certain = lost.filter((device) => sure.has(device))
  const why = "the kernel has drivers for them, which fault when they touch them"
  const idle = lost.filter((device) => !sure.has(device))
  return [
    ...(certain.length <= SINGLE
      ? certain.map((device) => single(input, view, device, true))
      : group(input, view, certain, why, true)),
    ...group(
      input,
      view,
      idle,
      "the kernel has no driver of theirs built in, but one in a module faults",
      false,
    ),
  ]
}

export const deviceRules: readonly Rule[] = [chain, unmapped, disabled, partly, tooLong]
