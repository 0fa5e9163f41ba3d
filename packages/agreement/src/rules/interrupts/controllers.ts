// SPDX-License-Identifier: BSD-2-Clause
//
// The controllers that the guest's devices name as their interrupt-parent (Devicetree Specification v0.4, 2.4): none, a
// node that is none, or one whose specifiers are of another length than the devices write.

import {
  type DtNode,
  findByPath,
  interruptParent,
  propCells,
  propU32,
  referenceTo,
  resolveInterrupts,
  upwards,
} from "@vmm/devicetree"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"

import { gicOf, nodeText } from "../../devices.ts"
import { addInPlace, setInPlace } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { countText, hex } from "../../words.ts"
import { atDeletion } from "../devices/deleted-property.ts"
import { fix, propertyPlace, related } from "../rule.ts"

/** The node at or above this one that has an interrupt-parent. */
const holderOf = (node: DtNode | undefined): DtNode | undefined =>
  node === undefined ? undefined : [...upwards(node)].find((one) => one.properties.has("interrupt-parent"))

/** No controller at all: the GIC is meant, the tree's one that has a model. */
function noParent(input: Agreement, gic: DtNode, node: DtNode | undefined): Diagnostic {
  const { root } = input.guestTree
  const value = `<${referenceTo(gic)}>`
  const owner = holderOf(node)
  const [phandle] = owner === undefined ? [] : (propCells(owner, "interrupt-parent") ?? [])
  if (owner !== undefined && phandle !== undefined) {
    const message = `interrupt-parent of ${owner.path} is phandle ${hex(phandle)}, which no node has`
    const edits = addInPlace(input.sources, owner, "interrupt-parent", value)
    const fixes = fix("interrupt-parent", `write interrupt-parent = ${value}`, edits)
    const place = propertyPlace(owner, "interrupt-parent")
    const remedy = `write interrupt-parent = ${value};`
    return errorAt(place, message, remedy, { code: "interrupt-parent-dangling", fixes })
  }
  const message = "no interrupt-parent is set, so the interrupts of the devices lead nowhere"
  const edits = addInPlace(input.sources, root, "interrupt-parent", value)
  const fixes = fix("interrupt-parent", `write interrupt-parent = ${value} in the root`, edits)
  const remedy = `write interrupt-parent = ${value}; in the root`
  return errorAt(root.place, message, remedy, { code: "interrupt-parent-missing", fixes })
}

/** A node that is no controller, in the place of one. */
function wrongNode(
  input: Agreement,
  gic: DtNode,
  node: DtNode | undefined,
  parent: DtNode,
  lacks: string,
): Diagnostic {
  const value = `<${referenceTo(gic)}>`
  const owner = holderOf(node)
  const message = `the interrupt-parent is ${nodeText(parent)}, which has no ${lacks}: it is no controller`
  const edits = owner === undefined ? [] : addInPlace(input.sources, owner, "interrupt-parent", value)
  const fixes = fix("interrupt-parent", `write interrupt-parent = ${value}`, edits)
  const place = propertyPlace(owner ?? parent, "interrupt-parent")
  const more = { code: "interrupt-parent-wrong", fixes }
  return errorAt(place, message, `write interrupt-parent = ${value};`, more)
}

/** The GIC, without what says that it is a controller. */
function lackingProperty(input: Agreement, parent: DtNode, lacks: string): Diagnostic {
  const text = lacks === "#interrupt-cells" ? "<3>" : ""
  const edits = addInPlace(input.sources, parent, lacks, text)
  const fixes = fix("controller-property", `write ${lacks}`, edits)
  const message = `${nodeText(parent)} has no ${lacks}, so it is no interrupt controller`
  const remedy = text === "" ? `write ${lacks}; in it` : `write ${lacks} = ${text}; in it`
  return errorAt(parent.place, message, remedy, { code: "interrupt-controller-lacks", fixes })
}

/** A controller that does not say that it is one, or nodes that know of none: told once, where it lacks. */
export function controllerTrouble(input: Agreement, nodes: readonly DtNode[]): readonly Diagnostic[] {
  const gic = gicOf(input.guestTree)?.node
  return [...new Set(nodes.map((node) => interruptParent(input.guestTree, node)))].flatMap((parent) => {
    if (parent === undefined) return gic === undefined ? [] : [noParent(input, gic, nodes[0])]
    const lacks = ["interrupt-controller", "#interrupt-cells"].find((name) => !parent.properties.has(name))
    if (lacks === undefined || parent.properties.has("interrupt-map")) return []
    const other = gic !== undefined && parent !== gic
    return [other ? wrongNode(input, gic, nodes[0], parent, lacks) : lackingProperty(input, parent, lacks)]
  })
}

/**
 * The board's controllers from which an overlay takes what says that they are some: Linux starts no driver for them
 * (drivers/of/irq.c, of_irq_init), and what has them as interrupt-parent waits for ever.
 */
export function noLonger(input: Agreement, nodes: readonly DtNode[]): readonly Diagnostic[] {
  const name = "interrupt-controller"
  const parents = [...new Set(nodes.map((node) => interruptParent(input.guestTree, node)))]
  return parents.flatMap((parent) => {
    const board = parent === undefined ? undefined : findByPath(input.hardware, parent.path)
    if (parent === undefined || parent.properties.has(name) || board?.properties.has(name) !== true) return []
    return [atDeletion(input, parent, name, lackingProperty(input, parent, name))]
  })
}

/** So many devices with a specifier of the GIC's are not all wrong. */
const MANY = 3

/**
 * An interrupt-parent far above that names another controller than the GIC: the specifiers of all that take it from
 * there do not fit.
 */
export function parentOfMany(input: Agreement, view: GuestView): readonly Diagnostic[] {
  const gic = view.gic?.node
  const above = new Map<DtNode, DtNode[]>()
  for (const { node, enabled } of view.devices) {
    if (!enabled || node.properties.has("interrupt-parent")) continue
    if (resolveInterrupts(input.guestTree, node).problems.length === 0) continue
    const holder = holderOf(node.parent)
    if (holder !== undefined) above.set(holder, [...(above.get(holder) ?? []), node])
  }
  return [...above].flatMap(([holder, nodes]) => {
    const [first] = nodes
    const parent = first === undefined ? undefined : interruptParent(input.guestTree, first)
    const cells = parent === undefined ? undefined : propU32(parent, "#interrupt-cells")
    if (nodes.length < MANY || gic === undefined || parent === undefined || parent === gic) return []
    if (cells === undefined || cells === 3) return []
    const label = `<${referenceTo(gic)}>`
    const message =
      `interrupt-parent of ${holder.path} is ${nodeText(parent)}, whose interrupts have ${countText(cells, "cell")}, ` +
      `and ${nodes.length} devices below write another number of them`
    const there = nodes
      .slice(0, 3)
      .map((node) => related(propertyPlace(node, "interrupts"), `'${node.name}' does`))
    const edits = setInPlace(input.sources, holder, "interrupt-parent", label)
    const fixes = fix("interrupt-parent", `write interrupt-parent = ${label}`, edits)
    const more = { code: "interrupt-parent-kind", related: there, fixes }
    const remedy = `write interrupt-parent = ${label}; or the controller between, if it hands on as many cells`
    return [errorAt(propertyPlace(holder, "interrupt-parent"), message, remedy, more)]
  })
}
