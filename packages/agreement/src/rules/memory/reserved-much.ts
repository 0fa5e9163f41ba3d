// SPDX-License-Identifier: BSD-2-Clause
//
// Memory that Linux needs to come up, and reserved memory that leaves it less (Documentation/devicetree/bindings of
// Linux, reserved-memory.yaml: what is not `reusable` is lost to the kernel).

import { type DtNode, findByPath, isEnabled, propNumber, regRanges } from "@vmm/devicetree"
import { warningAt } from "@vmm/diagnostic"

import { disableNodes } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { endOf, listText, MIB, sizeText } from "../../words.ts"
import { bootRam } from "./memory-node.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** What Linux needs to come up beside its images: page tables, its initramfs unpacked, the first processes. */
export function comfortable(input: Agreement): number {
  const { kernel, initrdSize = 0 } = input.images
  return (kernel?.imageSize ?? 0) + 4 * initrdSize + 48 * MIB
}

/** The next power of two that leaves room. */
export const roomy = (need: number): number => Math.max(128 * MIB, 2 ** Math.ceil(Math.log2(need)))

/** Bytes of the guest's RAM that a node keeps. */
function kept(node: DtNode, view: GuestView): number {
  if (node.properties.has("reusable")) return 0
  if (!node.properties.has("reg")) return propNumber(node, "size") ?? 0
  return regRanges(node).reduce((sum, { address, size }) => {
    const shared = view.ram.map((ram) => Math.min(endOf(ram), address + size) - Math.max(ram.base, address))
    return sum + shared.reduce((all, one) => all + Math.max(0, one), 0)
  }, 0)
}

/** Reserved memory without which there would be enough. */
export const reservedMuch: Rule = (input, view) => {
  if (input.images.kernel?.linux !== true) return []
  const [ram] = bootRam(view)
  const nodes = findByPath(input.guestTree, "/reserved-memory")?.children.filter(isEnabled) ?? []
  const all = nodes
    .map((node) => ({ node, size: kept(node, view) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
  const [largest] = all
  const total = view.ram.reduce((sum, { size }) => sum + size, 0)
  const taken = all.reduce((sum, { size }) => sum + size, 0)
  const need = comfortable(input)
  if (ram === undefined || largest === undefined || need > total || need <= total - taken) return []
  const names = listText(
    all.map(({ node }) => `'${node.name}'`),
    4,
  )
  const message =
    `reserved memory ${names} keeps ${sizeText(taken)} of the ${sizeText(total)} of '${view.vm.name}', and its ` +
    `kernel needs about ${sizeText(need)} to come up`
  const own = all.map(({ node }) => node)
  const fixes = fix("no-reserve", `disable ${names} in the guest's tree`, disableNodes(input.sources, own))
  const there = [related(ram.map.place, "the guest's RAM")]
  const remedy = "make it smaller, disable it in the guest's overlay, or give the guest more RAM"
  const more = { code: "reserved-much", related: there, fixes }
  return [warningAt(propertyPlace(largest.node, "reg", "size"), message, remedy, more)]
}
