// SPDX-License-Identifier: BSD-2-Clause
//
// A console whose driver has its number from /aliases alone, and whose tree has no alias for it: the driver leaves the
// port ("failed to get alias id"), and all that programs print goes nowhere. After Linux's drivers/tty/serial: imx.c,
// fsl_lpuart.c, stm32-usart.c and qcom_geni_serial.c, where the others count on by themselves.

import { type DtNode, findByPath } from "@vmm/devicetree"
import { type Edit, errorAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { addInPlace, appendToOverlay } from "../../edit/tree-edit.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { atDeletion } from "../devices/deleted-property.ts"
import { fix, related, type Rule } from "../rule.ts"
import { aliasIndex, consoleName, consoleNodes, uartsOf } from "./uarts.ts"

/** The alias where the tree has the others, else in a node of its own. */
function addAlias(
  { sources }: Agreement,
  aliases: DtNode | undefined,
  name: string,
  value: string,
): readonly Edit[] {
  return aliases === undefined
    ? [appendToOverlay(sources, `\n/ {\n\taliases {\n\t\t${name} = ${value};\n\t};\n};\n`)]
    : addInPlace(sources, aliases, name, value)
}

export const unnumberedConsole: Rule = (input, view) => {
  if (!isLinux(input)) return []
  const consoles = consoleNodes(input, view)
  const aliases = findByPath(input.guestTree, "/aliases")
  return uartsOf(input, view).flatMap((uart) => {
    const { node, enabled } = uart.device
    if (!enabled || uart.kind.numbered !== true || !consoles.has(node)) return []
    if (aliasIndex(input, node) !== undefined) return []
    const name = `serial${uart.index}`
    const value = node.labels[0] === undefined ? JSON.stringify(node.path) : `&${node.labels[0]}`
    const message =
      `${nodeText(node)} is the console of '${view.vm.name}' and has no alias: its driver has the number of a port ` +
      `from there alone, and leaves one without; so the guest has no ${consoleName(uart)}`
    const remedy = `write ${name} = ${value}; in /aliases`
    const fixes = fix("serial-alias", remedy.replace(";", ""), addAlias(input, aliases, name, value))
    const more = { code: "console-without-alias", related: [related(node.place, "the console")], fixes }
    const finding = errorAt((aliases ?? node).place, message, remedy, more)
    return [aliases === undefined ? finding : atDeletion(input, aliases, name, finding)]
  })
}
