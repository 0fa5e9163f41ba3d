// SPDX-License-Identifier: BSD-2-Clause
//
// Devices that the guest's tree disables and that Linux touches all the same, since a driver looks them up by their
// compatible. Only where the kernel at hand has the strings, and nothing of the device is mapped.

import { compatibleOf, disabledBy, type DtNode } from "@vmm/devicetree"
import { type Diagnostic, warningAt } from "@vmm/diagnostic"

import { commandLineOf } from "../../command-line.ts"
import { nodeText } from "../../devices.ts"
import { enableNode } from "../../edit/tree-edit.ts"
import type { GuestDevice, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { FOUND_ANYWAY, type FoundAnyway } from "../../tables/found-anyway-table.ts"
import { hex } from "../../words.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"
import { giveDevices } from "./needs.ts"

/** Whether the function runs: what it needs is there, and the command line lets it. */
function runs(input: Agreement, view: GuestView, { beside, initcall }: FoundAnyway): boolean {
  const left = commandLineOf(input).words.flatMap((word) =>
    word.startsWith("initcall_blacklist=") ? word.slice("initcall_blacklist=".length).split(",") : [],
  )
  if (initcall !== undefined && left.includes(initcall)) return false
  return view.devices.some(
    ({ node, enabled, reach, emulated }) =>
      enabled && (reach !== "none" || emulated) && compatibleOf(node).some((name) => beside.test(name)),
  )
}

/** A function of the kernel at hand that looks the node up, whatever its status. */
export function finder(input: Agreement, view: GuestView, node: DtNode): FoundAnyway | undefined {
  if (input.images.kernel?.linux !== true || !view.simpleVmm) return undefined
  const names = compatibleOf(node)
  const found = FOUND_ANYWAY.find(
    ({ compatible, property }) =>
      names.some((name) => compatible.test(name)) &&
      (property === undefined || node.properties.has(property)),
  )
  if (found === undefined || !runs(input, view, found)) return undefined
  const known = input.images.kernel?.drivers(names.filter((name) => found.compatible.test(name)))
  return known === undefined || known.size === 0 ? undefined : found
}

function finding(input: Agreement, view: GuestView, device: GuestDevice, by: string): readonly Diagnostic[] {
  const { node, ranges } = device
  const off = disabledBy(node) ?? node
  const message =
    `${nodeText(node)} is disabled in the guest's tree, and ${by} of Linux finds it by its compatible all the same: ` +
    `its registers at ${hex(ranges[0]?.base ?? 0)} are not mapped in '${view.vm.name}', and the guest faults there`
  const fixes = fix("give-found", `give '${node.name}' to '${view.vm.name}', and enable it`, [
    ...giveDevices(input, view, [device]),
    ...enableNode(input.sources, off),
  ])
  const there = [related(node.place, "this node"), related(view.vm.place, "this machine")]
  const more = { code: "found-though-disabled", related: there, fixes }
  return [warningAt(propertyPlace(off, "status"), message, "map its registers, and enable it", more)]
}

export const foundAnyway: Rule = (input, view) =>
  view.devices.flatMap((device) => {
    const { node, enabled, reach, emulated, ranges } = device
    if (enabled || emulated || reach !== "none" || ranges.length === 0) return []
    const found = finder(input, view, node)
    return found === undefined ? [] : finding(input, view, device, found.by)
  })
