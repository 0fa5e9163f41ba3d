// SPDX-License-Identifier: BSD-2-Clause
//
// Phandles with specifiers: `clocks`, `resets`, `power-domains`, `*-gpios` and their like, each entry a
// phandle and as many cells as the node it names asks for. Devicetree Specification v0.4, section 2.4, and
// the bindings that Linux's drivers/of/property.c follows.

import { propCells, propStrings, propU32 } from "./access.ts"
import { findByPath, findByPhandle } from "./query.ts"
import type { DeviceTree, DtNode } from "./tree.ts"

/** One entry of a phandle list. */
export interface Specifier {
  readonly node: DtNode
  readonly cells: readonly number[]
  /** Its name in the matching `-names` property, where there is one. */
  readonly name?: string
}

/**
 * The entries of a phandle list. A phandle 0 is a gap and is left out; what follows a phandle that no node
 * has cannot be read and is left out too.
 * @param cellsName the property of the target that counts the cells; without it an entry is a phandle alone
 */
export function specifiers(
  tree: DeviceTree,
  node: DtNode,
  property: string,
  cellsName?: string,
  namesProperty?: string,
): readonly Specifier[] {
  const cells = propCells(node, property) ?? []
  const names = namesProperty === undefined ? undefined : propStrings(node, namesProperty)
  const found: Specifier[] = []
  for (let at = 0, index = 0; at < cells.length; index++) {
    const phandle = cells[at] ?? 0
    at += 1
    if (phandle === 0) continue
    const target = findByPhandle(tree, phandle)
    if (target === undefined) break
    const count = cellsName === undefined ? 0 : (propU32(target, cellsName) ?? 0)
    const name = names?.[index]
    const entry = { node: target, cells: cells.slice(at, at + count) }
    found.push(name === undefined ? entry : { ...entry, name })
    at += count
  }
  return found
}

/** The entries of `clocks`, named by `clock-names`. */
export function clocksOf(tree: DeviceTree, node: DtNode): readonly Specifier[] {
  return specifiers(tree, node, "clocks", "#clock-cells", "clock-names")
}

/** Phandle lists of the common bindings: property name (or its end) and who counts the cells. */
const LISTS: ReadonlyArray<readonly [RegExp, string | undefined]> = [
  [/^(assigned-clocks|assigned-clock-parents|clocks)$/, "#clock-cells"],
  [/^resets$/, "#reset-cells"],
  [/^power-domains$/, "#power-domain-cells"],
  [/^(.*-)?gpios?$/, "#gpio-cells"],
  [/^dmas$/, "#dma-cells"],
  [/^phys$/, "#phy-cells"],
  [/^mboxes$/, "#mbox-cells"],
  [/^pwms$/, "#pwm-cells"],
  [/^iommus$/, "#iommu-cells"],
  [/^interconnects$/, "#interconnect-cells"],
  [/^io-channels$/, "#io-channel-cells"],
  [/^thermal-sensors$/, "#thermal-sensor-cells"],
  [/^cooling-device$/, "#cooling-cells"],
  [/^sound-dai$/, "#sound-dai-cells"],
  [/^hwlocks$/, "#hwlock-cells"],
  [/^nvmem-cells$/, "#nvmem-cell-cells"],
  [/^interrupts-extended$/, "#interrupt-cells"],
  [/^(pinctrl-[0-9]+|memory-region|cpu-idle-states|next-level-cache|operating-points-v2)$/, undefined],
  [/^(interrupt-parent|msi-parent|phy-handle|remote-endpoint|trip|cpu|.*-supply)$/, undefined],
]

/** A GPIO hog's `gpios` are pins of its own parent, without a phandle. */
function isHog(node: DtNode, name: string): boolean {
  return name === "gpios" && node.properties.has("gpio-hog")
}

/** One node that another one names. */
export interface Reference {
  readonly property: string
  readonly node: DtNode
}

/**
 * The nodes that a node refers to by phandle, property by property: what the source wrote as `<&label>`, and
 * for trees with plain numbers what the common bindings say. Each node is listed once a property.
 */
export function referencesOf(tree: DeviceTree, node: DtNode): readonly Reference[] {
  const known = KNOWN.get(tree) ?? new WeakMap<DtNode, readonly Reference[]>()
  KNOWN.set(tree, known)
  const references = known.get(node) ?? findReferences(tree, node)
  known.set(node, references)
  return references
}

/** Trees never change, and the same nodes are asked for again and again. */
const KNOWN = new WeakMap<DeviceTree, WeakMap<DtNode, readonly Reference[]>>()

function findReferences(tree: DeviceTree, node: DtNode): readonly Reference[] {
  return [...node.properties.values()].flatMap(({ name, refs }) => {
    const written = refs.map(({ target }) => findByPath(tree, target)).filter((found) => found !== undefined)
    const list = LISTS.find(([pattern]) => pattern.test(name))
    const known =
      written.length > 0 || list === undefined || isHog(node, name)
        ? []
        : specifiers(tree, node, name, list[1]).map((entry) => entry.node)
    return [...new Set([...written, ...known])].map((target) => ({ property: name, node: target }))
  })
}
