// SPDX-License-Identifier: BSD-2-Clause
//
// A node that does not say how many cells the addresses of its children have: the defaults are 2 and 1 (Devicetree
// Specification v0.4, 2.3.5), and nothing is taken from the nodes above. What is meant is told by the children.

import { type DtNode, isEnabled, propCells } from "@vmm/devicetree"
import { errorAt } from "@vmm/diagnostic"

import { addInPlace } from "../../edit/tree-edit.ts"
import { fix, related, type TreeRule } from "../rule.ts"

const ADDRESS = "#address-cells"
const SIZE = "#size-cells"

/** Pairs in the order of how common they are; a node of processors has addresses without sizes. */
const PAIRS = [
  [1, 1],
  [2, 2],
  [2, 1],
  [1, 2],
  [1, 0],
  [2, 0],
] as const

const unitOf = ({ name }: DtNode): number => Number.parseInt(/@([0-9a-f]{1,12})$/i.exec(name)?.[1] ?? "", 16)

/** True where the child's reg is whole entries, and the first begins with the address in its name. */
function fits(child: DtNode, address: number, size: number): boolean {
  const cells = propCells(child, "reg") ?? []
  const first = cells.slice(0, address).reduce((sum, cell) => sum * 2 ** 32 + cell, 0)
  return cells.length > 0 && cells.length % (address + size) === 0 && first === unitOf(child)
}

/** What the children of a node that lacks one of the two are written for; undefined where the default fits. */
export function meantCells(node: DtNode): readonly [number, number] | undefined {
  const lacks = [ADDRESS, SIZE].some((name) => !node.properties.has(name))
  const children = node.children.filter((child) => isEnabled(child) && child.properties.has("reg"))
  if (!lacks || node.parent === undefined || children.length === 0) return undefined
  const said = (name: string, otherwise: number) => propCells(node, name)?.[0] ?? otherwise
  const now = [said(ADDRESS, 2), said(SIZE, 1)] as const
  if (children.every((child) => fits(child, ...now))) return undefined
  const single = children.every((child) => propCells(child, "reg")?.length === 1)
  return [...(single ? ([[1, 0]] as const) : []), ...PAIRS].find(([address, size]) =>
    children.every((child) => fits(child, address, size)),
  )
}

export const cellsMissing: TreeRule = (input, nodes) =>
  nodes.flatMap((node) => {
    const meant = isEnabled(node) ? meantCells(node) : undefined
    if (meant === undefined) return []
    const [address, size] = meant
    const wanted = [
      [ADDRESS, address],
      [SIZE, size],
    ] as const
    const lines = wanted.filter(([name]) => !node.properties.has(name))
    const wrong = wanted.filter(([name, value]) => propCells(node, name)?.[0] !== value)
    const names = lines.map(([name]) => name).join(" and ")
    const message =
      `${node.path} has no ${names}, which ${lines.length > 1 ? "are 2 and 1" : `is ${names === ADDRESS ? 2 : 1}`} ` +
      `then: reg of its children is written for ${address} and ${size}`
    const told = wrong.map(([name, value]) => `${name} = <${value}>;`).join(" ")
    const edits = wrong.flatMap(([name, value]) => addInPlace(input.sources, node, name, `<${value}>`))
    const [child] = node.children.filter(({ properties }) => properties.has("reg"))
    const there = child === undefined ? [] : [related(child.place, "a child with reg")]
    const more = { code: "cells-missing", related: there, fixes: fix("cells", `write ${told}`, edits) }
    return [errorAt(node.place, message, `write ${told} in it`, more)]
  })
