// SPDX-License-Identifier: BSD-2-Clause
//
// A console that the guest's kernel has no driver for: none of the strings of its compatible is in the kernel at hand,
// as when the name that a driver goes by was left out and that of the newest chip stayed (Devicetree Specification
// v0.4, section 2.3.1: from the most specific to the most general).

import { compatibleOf } from "@vmm/devicetree"
import { errorAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { setInPlace } from "../../edit/tree-edit.ts"
import { isLinux } from "../../input.ts"
import { UART_NAMES } from "../../tables/uart-table.ts"
import { listText } from "../../words.ts"
import { consoleNodes, uartKind } from "./uarts.ts"
import { fix, propertyPlace, type Rule } from "../rule.ts"

export const consoleDriver: Rule = (input, view) => {
  const { kernel } = input.images
  if (kernel === undefined || !kernel.linux || !isLinux(input)) return []
  return [...consoleNodes(input, view)].flatMap((node) => {
    const kind = uartKind(node)
    const names = compatibleOf(node)
    // What is a PrimeCell, or is to be one, is found by its identification registers.
    if (kind === undefined || names.some((name) => name.startsWith("arm,"))) return []
    if (kernel.drivers(names).size > 0) return []
    const family = UART_NAMES.filter((name) => kind.compatible.test(name))
    const known = kernel.drivers(family)
    const general = family.find((name) => known.has(name))
    const said = listText(names.map((name) => `"${name}"`))
    const message =
      `${nodeText(node)} is the console of '${view.vm.name}', and ${kernel.name} has no driver for ${said}` +
      (general === undefined ? "" : `; it has one for "${general}"`)
    const value = [...names, general ?? ""].map((name) => JSON.stringify(name)).join(", ")
    const edits = general === undefined ? [] : setInPlace(input.sources, node, "compatible", value)
    const fixes = fix("compatible", `write compatible = ${value}`, edits)
    const remedy =
      general === undefined
        ? "give the guest a kernel with the driver built in, or another console"
        : `write compatible = ${value};`
    return [errorAt(propertyPlace(node, "compatible"), message, remedy, { code: "console-driver", fixes })]
  })
}
