// SPDX-License-Identifier: BSD-2-Clause
//
// The devices of a device tree: nodes with registers that the CPU can address, outside of what describes CPUs,
// memory and firmware (Devicetree Specification v0.4, chapter 3).

import {
  compatibleOf,
  decodeGicInterrupt,
  type DeviceTree,
  type DtNode,
  findByPath,
  type GicInterrupt,
  interruptParent,
  interruptsOf,
  isEnabled,
  propU32,
  regRanges,
  hardwareNodes,
  knownGicVersion,
  walk,
} from "@vmm/devicetree"

import type { Range } from "./words.ts"

/** Buses that only hold others: no driver touches their own registers. */
const PLAIN_BUSES = ["simple-bus", "simple-pm-bus"]

/** Registers as the CPU sees them, without empty ones. */
export function rangesOf(node: DtNode): readonly Range[] {
  const known = ranges.get(node)
  if (known !== undefined) return known
  const found = regRanges(node).flatMap(({ address, size }) => (size > 0 ? [{ base: address, size }] : []))
  ranges.set(node, found)
  return found
}

/** Translated once: many rules ask for the same node. */
const ranges = new WeakMap<DtNode, readonly Range[]>()

/** Nodes that a driver may match and that have registers, in document order. */
export function deviceNodes(tree: DeviceTree): readonly DtNode[] {
  return [...hardwareNodes(tree)].filter((node) => {
    const compatible = compatibleOf(node)
    if (compatible.length === 0 || compatible.some((name) => PLAIN_BUSES.includes(name))) return false
    return rangesOf(node).length > 0
  })
}

export interface Gic {
  readonly node: DtNode
  readonly version: 2 | 3
  readonly distributor: Range | undefined
  /** GICv3. */
  readonly redistributors: Range | undefined
  /** GICC. */
  readonly cpuInterface: Range | undefined
  /** GICV. */
  readonly virtualInterface: Range | undefined
}

/** reg of a GICv2: GICD, GICC, GICH, GICV; of a GICv3: GICD, GICR (as many as it says), GICC, GICH, GICV. */
function gicAt(node: DtNode, version: 2 | 3): Gic {
  const entries = rangesOf(node)
  const frames = version === 3 ? (propU32(node, "#redistributor-regions") ?? 1) : 0
  return {
    node,
    version,
    distributor: entries[0],
    redistributors: version === 3 ? entries[1] : undefined,
    cpuInterface: entries[1 + frames],
    virtualInterface: entries[3 + frames],
  }
}

/** The first interrupt controller of the tree; `disabled`: also one that is disabled. */
export function gicOf(tree: DeviceTree, disabled = false): Gic | undefined {
  for (const node of walk(tree.root)) {
    if (!disabled && !isEnabled(node)) continue
    const version = knownGicVersion(node)
    if (version !== undefined) return gicAt(node, version)
  }
  return undefined
}

/**
 * True for a controller that hands its interrupts on to the GIC under the same numbers (a wake-up controller in a
 * hierarchy, Linux's Documentation/core-api/irq/irq-domain.rst): its specifiers are as long as the GIC's.
 */
function handsOn(tree: DeviceTree, controller: DtNode, gic: DtNode): boolean {
  let at: DtNode | undefined = controller
  for (let hop = 0; at !== undefined && at !== gic && hop < 8; hop++) {
    if (propU32(at, "#interrupt-cells") !== propU32(gic, "#interrupt-cells")) return false
    const up: DtNode | undefined = interruptParent(tree, at)
    at = up === at ? undefined : up
  }
  return at === gic
}

/** A device's interrupt, and where the tree writes it. */
export interface DeviceInterrupt extends GicInterrupt {
  readonly node: DtNode
}

/** The interrupts of a node that arrive at the GIC, as INTIDs. */
export function gicInterrupts(
  tree: DeviceTree,
  node: DtNode,
  gic: Gic | undefined,
): readonly DeviceInterrupt[] {
  if (gic === undefined) return []
  return interruptsOf(tree, node).flatMap(({ controller, cells }) => {
    if (!handsOn(tree, controller, gic.node)) return []
    const found = decodeGicInterrupt(cells)
    return found === undefined ? [] : [{ ...found, node }]
  })
}

/** The node of just this path, unit addresses and all, where a path of a tree may leave them out. */
export function exactNode(tree: DeviceTree, path: string): DtNode | undefined {
  const found = findByPath(tree, path)
  return found?.path === path ? found : undefined
}

/** How a finding names a node: its name and what it is. */
export function nodeText(node: DtNode): string {
  const [what] = compatibleOf(node)
  return what === undefined ? `'${node.name}'` : `'${node.name}' (${what})`
}
