// SPDX-License-Identifier: BSD-2-Clause
//
// Interrupts of a node, followed to their controller: `interrupts` with the inherited `interrupt-parent`,
// `interrupts-extended`, and nexus nodes with `interrupt-map`, Devicetree Specification v0.4, section 2.4. What the
// cells say is the controller's own (gic.ts).

import { hasProp, propCells, propU32 } from "./access.ts"
import { addressCells } from "./address.ts"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"
import { findByPhandle, upwards } from "./query.ts"
import type { DeviceTree, DtNode } from "./tree.ts"

/** One interrupt of a node: the controller that receives it and the cells in that controller's terms. */
export interface InterruptSpec {
  readonly controller: DtNode
  readonly cells: readonly number[]
  /** Index among the node's interrupts, that of `interrupt-names`. */
  readonly index: number
}

/** What `interruptsOf` found, and what could not be followed. */
export interface ResolvedInterrupts {
  readonly interrupts: readonly InterruptSpec[]
  readonly problems: readonly Diagnostic[]
}

/** Deeper chains of nexus nodes than any board has; a circle is longer. */
const MAX_HOPS = 32

/** Why an interrupt cannot be followed, in words. */
type Followed = { readonly controller: DtNode; readonly cells: readonly number[] } | string

/** The controller or nexus that a node's `interrupts` go to: the nearest `interrupt-parent` upwards. */
export function interruptParent(tree: DeviceTree, node: DtNode): DtNode | undefined {
  for (const at of upwards(node)) {
    const phandle = propU32(at, "interrupt-parent")
    if (phandle !== undefined) return findByPhandle(tree, phandle)
    if (at !== node && (hasProp(at, "interrupt-controller") || hasProp(at, "interrupt-map"))) return at
  }
  return undefined
}

function interruptCells(node: DtNode): number | undefined {
  return propU32(node, "#interrupt-cells")
}

interface MapRow {
  readonly key: readonly number[]
  readonly controller: DtNode
  readonly cells: readonly number[]
  readonly address: readonly number[]
}

function mapRows(tree: DeviceTree, nexus: DtNode, keyLength: number): readonly MapRow[] | string {
  const map = propCells(nexus, "interrupt-map") ?? []
  const rows: MapRow[] = []
  for (let at = 0; at < map.length;) {
    const phandle = map[at + keyLength] ?? 0
    const controller = findByPhandle(tree, phandle)
    const count = controller === undefined ? undefined : interruptCells(controller)
    if (controller === undefined || count === undefined) {
      return `interrupt-map of ${nexus.path} names phandle 0x${phandle.toString(16)}, which is no controller`
    }
    const wide = propU32(controller, "#address-cells") ?? 0
    const from = at + keyLength + 1
    const end = from + wide + count
    if (end > map.length) return `interrupt-map of ${nexus.path} ends in the middle of a row`
    const key = map.slice(at, at + keyLength)
    rows.push({ key, controller, address: map.slice(from, from + wide), cells: map.slice(from + wide, end) })
    at = end
  }
  return rows
}

function throughMap(
  tree: DeviceTree,
  nexus: DtNode,
  address: readonly number[],
  cells: readonly number[],
): MapRow | string {
  const wide = propU32(nexus, "#address-cells") ?? 0
  const rows = mapRows(tree, nexus, wide + cells.length)
  if (typeof rows === "string") return rows
  const mask = propCells(nexus, "interrupt-map-mask") ?? []
  const wanted = [...Array.from({ length: wide }, (_, i) => address[i] ?? 0), ...cells]
  const same = (value: number, index: number, key: readonly number[]) =>
    ((value ^ (key[index] ?? 0)) & (mask[index] ?? 0xffffffff)) === 0
  const hit = rows.find(({ key }) => wanted.every((value, index) => same(value, index, key)))
  return hit ?? `interrupt-map of ${nexus.path} has no row for <${cells.join(" ")}>`
}

function follow(
  tree: DeviceTree,
  from: DtNode,
  address: readonly number[],
  cells: readonly number[],
): Followed {
  let [node, unit, spec] = [from, address, cells]
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    if (hasProp(node, "interrupt-controller")) return { controller: node, cells: spec }
    if (hasProp(node, "interrupt-map")) {
      const row = throughMap(tree, node, unit, spec)
      if (typeof row === "string") return row
      ;[node, unit, spec] = [row.controller, row.address, row.cells]
      continue
    }
    const up = interruptParent(tree, node)
    if (up === undefined || up === node) return `${node.path} is no interrupt controller`
    node = up
  }
  return `the interrupt parents of ${from.path} go in a circle`
}

/** The `reg` cells of a node by its parent's #address-cells: its unit address in a nexus's map. */
function unitAddress(node: DtNode): readonly number[] {
  return node.parent === undefined ? [] : (propCells(node, "reg") ?? []).slice(0, addressCells(node.parent))
}

function extended(tree: DeviceTree, node: DtNode): readonly Followed[] {
  const cells = propCells(node, "interrupts-extended") ?? []
  const found: Followed[] = []
  for (let at = 0; at < cells.length;) {
    const phandle = cells[at] ?? 0
    const parent = findByPhandle(tree, phandle)
    const count = parent === undefined ? undefined : interruptCells(parent)
    if (parent === undefined || count === undefined) {
      found.push(
        `interrupts-extended names phandle 0x${phandle.toString(16)}, which is no interrupt controller`,
      )
      break
    }
    const own = cells.slice(at + 1, at + 1 + count)
    if (own.length < count) {
      found.push(`interrupts-extended ends after ${own.length} cells, and ${parent.path} wants ${count}`)
      break
    }
    found.push(follow(tree, parent, unitAddress(node), own))
    at += 1 + count
  }
  return found
}

function plain(tree: DeviceTree, node: DtNode): readonly Followed[] {
  const cells = propCells(node, "interrupts")
  if (cells === undefined) return []
  const parent = interruptParent(tree, node)
  if (parent === undefined) return ["no interrupt-parent is set here or above"]
  const count = interruptCells(parent)
  if (count === undefined || count < 1) return [`${parent.path} has no #interrupt-cells`]
  if (cells.length % count !== 0) {
    return [`interrupts has ${cells.length} cells, and ${parent.path} wants ${count} each`]
  }
  return Array.from({ length: cells.length / count }, (_, i) =>
    follow(tree, parent, unitAddress(node), cells.slice(i * count, (i + 1) * count)),
  )
}

/** All interrupts of a node; `interrupts-extended` wins over `interrupts`. */
export function resolveInterrupts(tree: DeviceTree, node: DtNode): ResolvedInterrupts {
  const name = hasProp(node, "interrupts-extended") ? "interrupts-extended" : "interrupts"
  const followed = name === "interrupts" ? plain(tree, node) : extended(tree, node)
  const place = node.properties.get(name)?.place ?? node.place
  const interrupts: InterruptSpec[] = []
  const problems: Diagnostic[] = []
  followed.forEach((result, index) => {
    if (typeof result === "string") problems.push(errorAt(place, `${node.path}: ${result}`))
    else interrupts.push({ ...result, index })
  })
  return { interrupts, problems }
}

/** The interrupts of a node that lead to a controller. */
export function interruptsOf(tree: DeviceTree, node: DtNode): readonly InterruptSpec[] {
  return resolveInterrupts(tree, node).interrupts
}
