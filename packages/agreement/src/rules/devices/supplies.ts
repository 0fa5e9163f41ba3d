// SPDX-License-Identifier: BSD-2-Clause
//
// Supplies (`vmmc-supply`) of devices that the guest has, out of a regulator that its tree disables, or whose chip it
// disables: Linux sees that one is named, finds no regulator and puts the driver off for good
// (drivers/regulator/core.c, regulator_dev_lookup). Without the property the driver takes a supply that is always on.

import { disabledBy, type DtNode, findByPhandle, propCells } from "@vmm/devicetree"
import { type Diagnostic, warningAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { deleteTreeProperty, enableNode } from "../../edit/tree-edit.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

interface Lost {
  readonly property: string
  readonly regulator: DtNode
  readonly off: DtNode
}

function lostSupplies(input: Agreement, node: DtNode): readonly Lost[] {
  return [...node.properties.keys()].flatMap((property) => {
    const phandle = property.endsWith("-supply") ? propCells(node, property)?.[0] : undefined
    const regulator = phandle === undefined ? undefined : findByPhandle(input.guestTree, phandle)
    const off = regulator === undefined ? undefined : disabledBy(regulator)
    return regulator === undefined || off === undefined ? [] : [{ property, regulator, off }]
  })
}

function finding(input: Agreement, node: DtNode, lost: readonly Lost[]): readonly Diagnostic[] {
  const [first] = lost
  if (first === undefined) return []
  const { property, regulator, off } = first
  const chip = off === regulator ? "" : `, which is behind ${nodeText(off)}`
  const message =
    `${property} of ${nodeText(node)} names '${regulator.name}'${chip}, and the guest's tree disables that: its ` +
    "driver waits for ever"
  const names = lost.map((one) => `/delete-property/ ${one.property}`)
  const fixes = [
    ...fix(
      "drop-supply",
      `take ${lost.map((one) => one.property).join(", ")} away: taken for always on`,
      lost.flatMap((one) => deleteTreeProperty(input.sources, node, one.property)),
    ),
    ...fix("enable-supply", `enable '${off.name}'`, enableNode(input.sources, off)),
  ]
  const there = [
    related(propertyPlace(off, "status"), `'${off.name}' is disabled`),
    ...lost.slice(1, 5).map((one) => related(propertyPlace(node, one.property), `${one.property} too`)),
  ]
  const remedy = `write ${names[0]}; in an overlay: the driver takes the supply for always on`
  const more = { code: "supply-disabled", related: there, fixes }
  return [warningAt(propertyPlace(node, property), message, remedy, more)]
}

export const supplies: Rule = (input, view) =>
  !isLinux(input)
    ? []
    : view.devices.flatMap(({ node, enabled, reach }) =>
        !enabled || reach === "none" || node === view.gic?.node
          ? []
          : finding(input, node, lostSupplies(input, node)),
      )
