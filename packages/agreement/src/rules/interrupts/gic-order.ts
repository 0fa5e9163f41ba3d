// SPDX-License-Identifier: BSD-2-Clause
//
// The order of the parts in the reg of the guest's interrupt controller: the distributor comes first (Linux's bindings
// arm,gic.yaml and arm,gic-v3.yaml), and nothing but the order tells a driver, and the VMM, which part is which.

import { addressCells, type DtNode, propCells, sizeCells } from "@vmm/devicetree"
import { errorAt } from "@vmm/diagnostic"

import { gicOf, nodeText } from "../../devices.ts"
import { setEntriesInPlace } from "../../edit/tree-edit.ts"
import { hex } from "../../words.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** A redistributor takes two frames of 64 KiB, a GICv3's distributor one (IHI 0069, 12.8). */
const GICR_SIZE = 0x2_0000
const GICD_SIZE = 0x1_0000

/** An entry of reg as it is written, without the buses above. */
interface Part {
  readonly address: readonly number[]
  readonly length: readonly number[]
}

const valueOf = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum * 2 ** 32 + cell, 0)

function partsOf(node: DtNode): readonly Part[] {
  const { parent } = node
  if (parent === undefined) return []
  const [address, length] = [addressCells(parent), sizeCells(parent)]
  const cells = propCells(node, "reg") ?? []
  const entry = address + length
  if (address < 1 || length < 1 || cells.length % entry !== 0) return []
  return Array.from({ length: cells.length / entry }, (_, index) => {
    const own = cells.slice(index * entry, (index + 1) * entry)
    return { address: own.slice(0, address), length: own.slice(address) }
  })
}

const textOf = ({ address, length }: Part): string => `<${[...address, ...length].map(hex).join(" ")}>`

/** The index of the part that is the distributor, by the address in the node's name, the board's tree, or sizes. */
function distributorAt(node: DtNode, version: 2 | 3, parts: readonly Part[], board: readonly Part[]): number {
  const unit = Number.parseInt(/@([0-9a-f]{1,12})$/i.exec(node.name)?.[1] ?? "", 16)
  const named = parts.findIndex(({ address }) => valueOf(address) === unit)
  if (named >= 0) return named
  const [first, second] = parts
  const [one, two] = [valueOf(first?.length ?? []), valueOf(second?.length ?? [])]
  if (version === 3 && one >= GICR_SIZE && two === GICD_SIZE) return 1
  const own = board[0]
  return own === undefined ? 0 : parts.findIndex((part) => textOf(part) === textOf(own))
}

/** The parts with the distributor first; a GICv3's sizes stay where they suit. */
function inOrder(version: 2 | 3, parts: readonly Part[], at: number): readonly Part[] {
  const [first, found] = [parts[0], parts[at]]
  if (first === undefined || found === undefined) return parts
  const sizes = version === 3 && valueOf(found.length) >= GICR_SIZE && valueOf(first.length) === GICD_SIZE
  const swap = (part: Part, other: Part): Part => (sizes ? { ...part, address: other.address } : other)
  return parts.map((part, index) =>
    index === 0 ? swap(part, found) : index === at ? swap(part, first) : part,
  )
}

export const gicOrder: Rule = (input, { gic }) => {
  if (gic === undefined) return []
  const { node, version } = gic
  const parts = partsOf(node)
  const hardware = gicOf(input.hardware)?.node
  const board = hardware?.path === node.path ? partsOf(hardware) : []
  const at = distributorAt(node, version, parts, board)
  const [first, found] = [parts[0], parts[at]]
  if (at <= 0 || first === undefined || found === undefined) return []
  const sorted = (all: readonly Part[]): string => all.map(textOf).toSorted().join()
  // The board's own order, where it has these very parts and has them right.
  const asBoard = sorted(board) === sorted(parts) && distributorAt(node, version, board, []) === 0
  const right = asBoard ? board : inOrder(version, parts, at)
  const value = right.map(textOf).join(", ")
  const message =
    `reg of ${nodeText(node)} begins with ${hex(valueOf(first.address))}, and its distributor is at ` +
    `${hex(valueOf(found.address))}: the parts have changed places`
  const names = version === 3 ? "GICD, GICR, then GICC, GICH and GICV" : "GICD, GICC, GICH, GICV"
  const edits = setEntriesInPlace(input.sources, node, "reg", right.map(textOf))
  const fixes = fix("gic-reg-order", `write reg = ${value}`, edits)
  const there =
    asBoard && hardware !== undefined
      ? [related(propertyPlace(hardware, "reg"), "as the board has them")]
      : []
  const more = { code: "gic-reg-order", related: there, fixes }
  return [errorAt(propertyPlace(node, "reg"), message, `write reg = ${value}; the order is ${names}`, more)]
}
