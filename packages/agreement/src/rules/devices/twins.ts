// SPDX-License-Identifier: BSD-2-Clause
//
// Devices of one kind: all guests of a system read one device tree, so that each but the first finds another device of
// the kind where the tree has the one that the first guest was given, or memory that stands in for its registers.

import { compatibleOf, type DtNode, findByPath, isEnabled } from "@vmm/devicetree"
import type { VirtualMachine } from "@vmm/system"

import { deviceNodes, nodeText, rangesOf } from "../../devices.ts"
import { giveRanges, regionName } from "../../edit/give.ts"
import { insertAfter, removeElement, setAttribute } from "../../edit/system-edit.ts"
import { disableNodes } from "../../edit/tree-edit.ts"
import type { GuestDevice, GuestMap, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { groupedHex, hex, overlaps, pagesOf, type Range } from "../../words.ts"
import { fix } from "../rule.ts"

/** Another machine that was given these physical registers. */
export function holderOf(
  { system }: Agreement,
  vm: VirtualMachine,
  range: Range,
): VirtualMachine | undefined {
  return system.virtualMachines.find(
    (other) =>
      other !== vm &&
      other.maps.some(({ region, size }) => {
        const base = system.memoryRegions[region]?.physAddr
        return base !== undefined && overlaps({ base, size }, range)
      }),
  )
}

const alike = (a: DtNode, b: DtNode): boolean =>
  compatibleOf(a)[0] !== undefined && compatibleOf(a)[0] === compatibleOf(b)[0]

/** Whether the guest has one of `behind` where it looks for `node`, which another machine has. */
export function standsIn(
  input: Agreement,
  view: GuestView,
  node: DtNode,
  phys: Range,
  behind: readonly DtNode[],
): boolean {
  return behind.some((other) => alike(node, other)) && holderOf(input, view.vm, phys) !== undefined
}

/** A device of the board like this one that no other machine has, and the map by which this one has it. */
export function freeTwin(input: Agreement, view: GuestView, node: DtNode) {
  const found = deviceNodes(input.hardware).flatMap((other) => {
    const [range] = rangesOf(other)
    if (range === undefined || other.path === node.path || !alike(node, other)) return []
    if (holderOf(input, view.vm, range) !== undefined) return []
    const map = view.maps.find(
      ({ phys, size }) => phys !== undefined && overlaps({ base: phys, size }, range),
    )
    return [{ node: other, range, map }]
  })
  return found.find(({ map }) => map !== undefined) ?? found[0]
}

/** Another region behind a map of `view`: one that is there for these registers, or a new one called after the node. */
function otherRegion(
  input: Agreement,
  view: GuestView,
  node: DtNode,
  { map, size }: GuestMap,
  phys?: number,
) {
  const { system } = input.sources
  const { memoryRegions } = input.system
  const present = phys === undefined ? undefined : memoryRegions.find(({ physAddr }) => physAddr === phys)
  const above = memoryRegions.at(-1)
  const name = present?.name ?? freeName(input, view, node)
  if (above === undefined || name === undefined) return []
  const at = phys === undefined ? "" : ` phys_addr="${groupedHex(phys)}"`
  const made = `<memory_region name="${name}" size="${groupedHex(size)}"${at} />`
  return [
    ...(present === undefined ? insertAfter(system, above.place, [made]) : []),
    ...setAttribute(system, map.place, "mr", name),
  ]
}

function freeName({ system }: Agreement, { vm }: GuestView, node: DtNode): string | undefined {
  const names = new Set(system.memoryRegions.map(({ name }) => name))
  const wanted = `${regionName(node)}_${vm.name}`.replaceAll(/[^\w-]/g, "_")
  return [wanted, `${wanted}_2`, `${wanted}_3`].find((one) => !names.has(one))
}

/** The other device, in the place in which the guest looks for this one, and has it now by `shared`. */
export function twinFix(
  input: Agreement,
  view: GuestView,
  base: number,
  twin: { readonly node: DtNode; readonly range: Range; readonly map: GuestMap | undefined },
  shared?: GuestMap,
) {
  const { node, range, map } = twin
  const vaddr = groupedHex(base - (range.base - (map?.phys ?? range.base)))
  const { system } = input.sources
  const given =
    shared === undefined
      ? giveRanges(input, view, [{ name: regionName(node), ipa: base, phys: range }])
      : otherRegion(input, view, node, shared, range.base - (base - shared.base))
  const away = shared === undefined ? [] : removeElement(system, shared.map.place)
  const edits = map === undefined ? given : [...setAttribute(system, map.map.place, "vaddr", vaddr), ...away]
  const seen = findByPath(input.guestTree, node.path)
  // No guest has it where the tree says.
  const off = seen === undefined || !isEnabled(seen) ? [] : disableNodes(input.sources, [seen])
  return fix(
    "console-twin",
    `give '${view.vm.name}' ${nodeText(node)} at ${hex(base)}`,
    [...edits, ...off],
    ["All guests read one tree: the interrupt that it tells is the other port's."],
  )
}

/** Memory where the guest looks for a port that another machine has: by `map`, or by a map of its own. */
export function standInFix(input: Agreement, view: GuestView, { node, ranges }: GuestDevice, map?: GuestMap) {
  const { system } = input.sources
  const [range] = ranges
  const above = input.system.memoryRegions.at(-1)
  const below = view.maps.at(-1)
  const name = freeName(input, view, node)
  if (range === undefined || above === undefined || below === undefined || name === undefined) return []
  if (map === undefined && view.maps.some((one) => overlaps(one, range))) return []
  const { base, size } = pagesOf(range)
  const edits =
    map === undefined
      ? [
          ...insertAfter(system, above.place, [
            `<memory_region name="${name}" size="${groupedHex(size)}" />`,
          ]),
          ...insertAfter(system, below.map.place, [
            `<map mr="${name}" vaddr="${groupedHex(base)}" perms="rw" cached="false" />`,
          ]),
        ]
      : otherRegion(input, view, node, map)
  const title = `give '${view.vm.name}' memory in place of ${nodeText(node)}: what it prints is lost`
  return fix("stand-in", title, edits, [
    "All guests read one tree and one command line, which name the port in each of them.",
  ])
}
