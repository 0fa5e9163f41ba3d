// SPDX-License-Identifier: BSD-2-Clause
//
// What a device drags in, and who hangs on it: the register blocks behind `clocks`, `pinctrl-*`,
// `power-domains`, `resets`, `interrupt-parent` and their like, followed to the end. Bindings as Linux's driver
// core resolves them before a probe (drivers/of/property.c, of_supplier_bindings). Left out: supplies and GPIOs,
// which drivers do without or that hang on chips behind a bus, and the interrupt controller at the root, which a
// virtual machine has one of its own of.

import { regRanges } from "./address.ts"
import { interruptParent } from "./interrupts.ts"
import { compatibleOf, disabledBy, isEnabled, upwards } from "./query.ts"
import { referencesOf } from "./references.ts"
import { type DeviceTree, type DtNode, walk } from "./tree.ts"

/** Properties whose targets a driver cannot do without. */
const NEEDED = new RegExp(
  "^(clocks|assigned-clocks|assigned-clock-parents|pinctrl-[0-9]+|power-domains|resets|phys|iommus|" +
    "interrupt-parent|interrupts-extended)$",
)
/** Buses whose `reg` is no device's. */
const BUSES = ["simple-bus", "simple-pm-bus", "simple-mfd"]

/** A node that another needs. */
export interface Dependency {
  /** A node with registers of its own on the CPU's bus. */
  readonly node: DtNode
  /** Who named it, itself needed, and by which property. */
  readonly by: DtNode
  readonly property: string
  /** Nearest node, it or an ancestor, that is disabled; then it is of no use to anybody. */
  readonly disabledBy: DtNode | undefined
}

/** The node, it or its nearest ancestor, whose registers the CPU reaches; undefined for a fixed clock and its like. */
export function registerBlock(node: DtNode): DtNode | undefined {
  for (const at of upwards(node)) {
    if (regRanges(at).length === 0) continue
    const bus = compatibleOf(at).some((name) => BUSES.includes(name))
    return bus ? undefined : at
  }
  return undefined
}

interface Edge {
  readonly target: DtNode
  readonly by: DtNode
  readonly property: string
}

/** The controller at the root of the interrupt tree: nobody is above it. */
function isRootController(tree: DeviceTree, node: DtNode): boolean {
  const parent = interruptParent(tree, node)
  return node.properties.has("interrupt-controller") && (parent === undefined || parent === node)
}

function edgesOf(tree: DeviceTree, node: DtNode): readonly Edge[] {
  const named = referencesOf(tree, node).flatMap(({ property, node: target }) =>
    NEEDED.test(property) && property !== "interrupt-parent" ? [{ target, by: node, property }] : [],
  )
  const parent = node.properties.has("interrupts") ? interruptParent(tree, node) : undefined
  return parent === undefined ? named : [...named, { target: parent, by: node, property: "interrupt-parent" }]
}

/** Every register block that `node` needs, directly or through others, nearest first; without `node` itself. */
export function dependenciesOf(tree: DeviceTree, node: DtNode): readonly Dependency[] {
  const found = new Map<DtNode, Dependency>()
  const seen = new Set<DtNode>([node])
  const queue = [...edgesOf(tree, node)]
  for (let edge = queue.shift(); edge !== undefined; edge = queue.shift()) {
    const { target, by, property } = edge
    if (isRootController(tree, target)) continue
    const block = registerBlock(target)
    if (block !== undefined && block !== node && !found.has(block)) {
      found.set(block, { node: block, by, property, disabledBy: disabledBy(target) })
    }
    for (const next of block === undefined ? [target] : [target, block]) {
      if (seen.has(next)) continue
      seen.add(next)
      queue.push(...edgesOf(tree, next))
    }
  }
  return [...found.values()]
}

/** A node that names another, and the property in which it does. */
export interface Dependent {
  readonly node: DtNode
  readonly property: string
}

/**
 * Enabled nodes that name `node`, or a part of it that has no registers of its own, in any property; nodes below
 * `node` are left out.
 */
export function dependentsOf(tree: DeviceTree, node: DtNode): readonly Dependent[] {
  const parts = new Set([...walk(node)].filter((part) => part === node || registerBlock(part) === node))
  return [...walk(tree.root)].flatMap((other) => {
    if (other.path.startsWith(`${node.path}/`) || other === node || !isEnabled(other)) return []
    const property = referencesOf(tree, other).find((reference) => parts.has(reference.node))?.property
    return property === undefined ? [] : [{ node: other, property }]
  })
}
