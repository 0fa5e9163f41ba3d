// SPDX-License-Identifier: BSD-2-Clause
//
// A `reg` with as many cells as another board's buses have: the numbers are right when they are read by the layout
// that they were written for (Devicetree Specification v0.4, sections 2.3.5 and 2.3.6).

import { addressCells, isEnabled, propCells, sizeCells } from "@vmm/devicetree"
import { errorAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { setInPlace } from "../../edit/tree-edit.ts"
import { hex } from "../../words.ts"
import { fix, propertyPlace, related, type TreeRule } from "../rule.ts"

/** Cells of an address and of a size. */
export type Layout = readonly [address: number, size: number]

/** Layouts that buses have. */
export const LAYOUTS: readonly Layout[] = [
  [1, 1],
  [2, 2],
  [2, 1],
  [1, 2],
]

const CPU_LAYOUTS: readonly Layout[] = [
  [1, 0],
  [2, 0],
]

/** The number that cells make, the highest first. */
export const numberOf = (cells: readonly number[]): number =>
  cells.reduce((sum, cell) => sum * 2 ** 32 + cell, 0)

/** Addresses and sizes of a reg in one layout, one entry after the other. */
function numbersOf(cells: readonly number[], [address, size]: Layout): readonly number[] {
  const found: number[] = []
  for (let at = 0; at < cells.length; at += address + size) {
    found.push(numberOf(cells.slice(at, at + address)))
    if (size > 0) found.push(numberOf(cells.slice(at + address, at + address + size)))
  }
  return found
}

function inLayout(numbers: readonly number[], [address, size]: Layout): string | undefined {
  const wide = (value: number, count: number): readonly number[] =>
    count === 1 ? [value] : [Math.floor(value / 2 ** 32), value % 2 ** 32]
  const cells = numbers.flatMap((value, index) => wide(value, size === 0 || index % 2 === 0 ? address : size))
  if (cells.some((cell) => cell >= 2 ** 32)) return undefined
  const entry = address + size
  const entries = Array.from({ length: cells.length / entry }, (_, index) =>
    cells
      .slice(index * entry, (index + 1) * entry)
      .map(hex)
      .join(" "),
  )
  return entries.map((one) => `<${one}>`).join(", ")
}

const cellsText = (many: number): string => `${many} cell${many === 1 ? "" : "s"}`

/** `<0x40000000 0x0 0x10000000 0x0>`: the lower half of each number before the upper one. */
function halvesSwapped(own: readonly number[], unit: number): string | undefined {
  const [low, high, size, more] = own
  if (own.length !== 4 || low !== unit || high !== 0 || more !== 0 || size === undefined || size === 0)
    return undefined
  return `<0x0 ${hex(low)} 0x0 ${hex(size)}>`
}

/** A reg that only leads to where the name says when it is read with the cells of another kind of bus. */
export const otherCells: TreeRule = (input, nodes) =>
  nodes.flatMap((node) => {
    const { parent } = node
    const digits = /@([0-9a-f]{1,12})$/i.exec(node.name)?.[1]
    const own = propCells(node, "reg")
    if (parent === undefined || digits === undefined || own === undefined || !isEnabled(node)) return []
    // Its cells are the root's, and told as such.
    if (parent.name === "reserved-memory") return []
    // Buses of chips have cells of their own: SPMI's second one is the kind of device.
    if (sizeCells(parent) === 0 && parent.name !== "cpus") return []
    const unit = Number.parseInt(digits, 16)
    const [address, size] = [addressCells(parent), sizeCells(parent)]
    if (unit === 0 || address < 1 || address > 2 || size > 2 || own.length % (address + size) > 0) return []
    if (numberOf(own.slice(0, address)) === unit) return []
    const turned = address === 2 && size === 2 ? halvesSwapped(own, unit) : undefined
    if (turned !== undefined) {
      const message = `reg of ${nodeText(node)} has the lower half of each number first, and the upper one comes first`
      const edits = setInPlace(input.sources, node, "reg", turned)
      const more = { code: "reg-cells", fixes: fix("reg-cells", `write reg = ${turned}`, edits) }
      return [errorAt(propertyPlace(node, "reg"), message, `write reg = ${turned};`, more)]
    }
    const meant = (size === 0 ? CPU_LAYOUTS : LAYOUTS).find(
      ([a, s]) => own.length % (a + s) === 0 && numberOf(own.slice(0, a)) === unit,
    )
    if (meant === undefined) return []
    const value = inLayout(numbersOf(own, meant), [address, size])
    const fixes =
      value === undefined
        ? []
        : fix("reg-cells", `write reg = ${value}`, setInPlace(input.sources, node, "reg", value))
    const message =
      `reg of ${nodeText(node)} has ${cellsText(meant[0])} for an address and ${meant[1]} for a size, and ` +
      `${parent.path} wants ${address} and ${size}: it is read as ${hex(numberOf(own.slice(0, address)))}`
    const there = ["#address-cells", "#size-cells"].flatMap((name) => {
      const found = parent.properties.get(name)
      return found === undefined ? [] : [related(found.place, `${name} of ${parent.path}`)]
    })
    const remedy = value === undefined ? "write as many cells as the parent says" : `write reg = ${value};`
    const more = { code: "reg-cells", related: there, fixes }
    return [errorAt(propertyPlace(node, "reg"), message, remedy, more)]
  })
