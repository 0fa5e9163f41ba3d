// SPDX-License-Identifier: BSD-2-Clause
//
// stdout-path of /chosen: a phandle where Linux reads a string, an alias that leads nowhere, a node that is no serial
// port (Linux's drivers/of/base.c, of_console_check).

import { compatibleOf, type DtNode, findByPath, propString } from "@vmm/devicetree"
import { type Diagnostic, warningAt } from "@vmm/diagnostic"

import { chosenOf } from "../../command-line.ts"
import { nodeText } from "../../devices.ts"
import { setTreeProperty } from "../../edit/tree-edit.ts"
import type { Agreement } from "../../input.ts"
import { fix, propertyPlace, related } from "../rule.ts"
import { stdoutNode, type Uart } from "./uarts.ts"

/** What is wrong with stdout-path itself; without /chosen or the property nothing. */
export function stdoutPath(input: Agreement, uarts: readonly Uart[]): readonly Diagnostic[] {
  const chosen = chosenOf(input)
  if (chosen === undefined) return []
  const name = chosen.properties.has("stdout-path") ? "stdout-path" : "linux,stdout-path"
  const where = propString(chosen, name)
  const named = stdoutNode(input)
  const written = chosen.properties.get(name)?.refs[0]
  if (written !== undefined) return stdoutPhandle(input, chosen, name, written.target)
  const alias = where === undefined || named !== undefined ? undefined : brokenAlias(input, where)
  if (alias !== undefined) return [lostAlias(input, alias, uarts)]
  const odd = named === undefined ? "the guest's tree has no such node or alias" : stdoutTrouble(named, uarts)
  if (where === undefined || odd === undefined) return []
  const best = uarts.find(({ usable }) => usable)
  const fixes =
    best === undefined
      ? []
      : fix(
          "stdout-path",
          `write ${name} = "${best.device.node.path}"`,
          setTreeProperty(input.sources, chosen, name, JSON.stringify(best.device.node.path)),
        )
  const message = `${name} is "${where}": ${odd}`
  const remedy =
    best === undefined
      ? "name a serial port's full path"
      : `write "${best.device.node.path}", or an alias of it`
  const code = named === undefined ? "stdout-path-unknown" : "stdout-path-unusable"
  return [warningAt(chosen.properties.get(name)?.place ?? chosen.place, message, remedy, { code, fixes })]
}

/** `<&uart0>` is a phandle, and stdout-path is a string: `&uart0` is one. */
function stdoutPhandle(input: Agreement, chosen: DtNode, name: string, target: string) {
  if (findByPath(input.guestTree, target) === undefined || !isPhandle(chosen, name)) return []
  const value = JSON.stringify(target)
  const fixes = fix(
    "stdout-path",
    `write ${name} = ${value}`,
    setTreeProperty(input.sources, chosen, name, value),
  )
  const message = `${name} is a phandle, and the guest reads a string there: it finds no console`
  const remedy = `write ${name} = ${value}; or an alias`
  return [warningAt(propertyPlace(chosen, name), message, remedy, { code: "stdout-path-unknown", fixes })]
}

const isPhandle = (node: DtNode, name: string): boolean => node.properties.get(name)?.value.length === 4

/** The alias that stdout-path goes by, when it leads nowhere. */
function brokenAlias(input: Agreement, where: string): string | undefined {
  const aliases = findByPath(input.guestTree, "/aliases")
  const [name = ""] = where.split(":")
  const target = aliases === undefined ? undefined : propString(aliases, name)
  return target === undefined || findByPath(input.guestTree, target) !== undefined ? undefined : name
}

function lostAlias(input: Agreement, name: string, uarts: readonly Uart[]): Diagnostic {
  const aliases = findByPath(input.guestTree, "/aliases") ?? input.guestTree.root
  const best = uarts.find(({ usable }) => usable)?.device.node.path
  const value = JSON.stringify(best ?? "")
  const edits = best === undefined ? [] : setTreeProperty(input.sources, aliases, name, value)
  const fixes = fix("alias", `write ${name} = ${value}`, edits)
  const message =
    `the alias ${name} is "${propString(aliases, name)}", and the guest's tree has no such node: stdout-path ` +
    "goes by it"
  const remedy = best === undefined ? "write the path of a serial port" : `write ${name} = ${value};`
  const chosen = chosenOf(input)
  const there =
    chosen === undefined
      ? []
      : [related(propertyPlace(chosen, "stdout-path", "linux,stdout-path"), "used here")]
  return warningAt(propertyPlace(aliases, name), message, remedy, {
    code: "stdout-path-unknown",
    related: there,
    fixes,
  })
}

/** Why the node of stdout-path is no console; ports that console= leaves to it are told elsewhere. */
function stdoutTrouble(node: DtNode, uarts: readonly Uart[]): string | undefined {
  const port = uarts.find(({ device }) => device.node === node)
  if (port === undefined) {
    const virtual = compatibleOf(node).some((name) => /virtio|hvc|dcc|xen/.test(name))
    return virtual || compatibleOf(node).some((name) => /uart|serial/.test(name))
      ? undefined
      : `${nodeText(node)} is no serial port that Linux knows`
  }
  return undefined
}
