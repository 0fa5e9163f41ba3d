// SPDX-License-Identifier: BSD-2-Clause
//
// The serial ports of a guest by the names that Linux gives them, and which of them its console is: by console= and
// stdout-path.

import { compatibleOf, type DtNode, findByPath, findNode, isEnabled, propString } from "@vmm/devicetree"

import { chosenOf, commandLineOf } from "../../command-line.ts"
import type { GuestDevice } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { once } from "../../once.ts"
import { type UartKind, UARTS } from "../../tables/uart-table.ts"

/** A serial port that Linux has a driver for, enabled or not. */
export interface Uart {
  readonly device: GuestDevice
  readonly kind: UartKind
  /** Number of its console: its alias, else its order among those without one. */
  readonly index: number
  /** Enabled, and reached or emulated. */
  readonly usable: boolean
}

/** The kind of serial port that a node is by its compatible. */
export function uartKind(node: DtNode): UartKind | undefined {
  const names = compatibleOf(node)
  return UARTS.find(({ compatible }) => names.some((name) => compatible.test(name)))
}

/** The number that /aliases has for a serial port. */
export function aliasIndex(input: Agreement, node: DtNode): number | undefined {
  const aliases = findByPath(input.guestTree, "/aliases")
  for (const name of aliases?.properties.keys() ?? []) {
    const found = /^serial(\d+)$/.exec(name)
    const path = aliases === undefined || found === null ? undefined : propString(aliases, name)
    if (path !== undefined && findByPath(input.guestTree, path) === node) return Number(found?.[1])
  }
  return undefined
}

/** The serial ports in the guest's tree, numbered as Linux numbers their consoles. */
export const uartsOf = once((input, view): readonly Uart[] => {
  const taken = new Set<string>()
  for (const { node, enabled } of view.devices) {
    const index = enabled ? aliasIndex(input, node) : undefined
    if (index !== undefined) taken.add(`${uartKind(node)?.tty}${index}`)
  }
  const firstFree = (tty: string): number => {
    let index = 0
    while (taken.has(`${tty}${index}`)) index += 1
    return index
  }
  return view.devices.flatMap((device) => {
    const kind = uartKind(device.node)
    if (kind === undefined) return []
    const alias = aliasIndex(input, device.node)
    const order = alias ?? firstFree(kind.tty)
    if (device.enabled) taken.add(`${kind.tty}${order}`)
    const usable = device.enabled && (device.reach === "all" || device.emulated)
    return [{ device, kind, index: order, usable }]
  })
})

/** What console= calls it: `ttymxc0`. */
export const consoleName = ({ kind, index }: Uart): string => `${kind.tty}${index}`

/** The node that stdout-path leads to, by path or alias. */
export function stdoutNode(input: Agreement): DtNode | undefined {
  const chosen = chosenOf(input)
  const where =
    chosen === undefined
      ? undefined
      : (propString(chosen, "stdout-path") ?? propString(chosen, "linux,stdout-path"))
  return where === undefined ? undefined : findNode(input.guestTree, where)
}

/** Ports of the console that the console's own rule tells of: stdout-path's only where nothing names another. */
export const toldConsoles = once((input, view): ReadonlySet<DtNode> => {
  const { words } = commandLineOf(input)
  const all = consoleNodes(input, view)
  const named = words.some((word) => /^console=tty[A-Z]/.test(word)) && !words.includes("earlycon")
  const ports = uartsOf(input, view).filter((uart) => {
    const word = `console=${consoleName(uart)}`
    return words.some((one) => one === word || one.startsWith(`${word},`))
  })
  return named && ports.length > 0 ? new Set(ports.map(({ device }) => device.node)) : all
})

/** Ports that the command line or stdout-path means. */
export const consoleNodes = once((input, view): ReadonlySet<DtNode> => {
  const words = commandLineOf(input).words
  const named = uartsOf(input, view).filter((uart) =>
    words.some(
      (word) => word === `console=${consoleName(uart)}` || word.startsWith(`console=${consoleName(uart)},`),
    ),
  )
  const stdout = stdoutNode(input)
  const other = stdout !== undefined && isEnabled(stdout) ? [stdout] : []
  return new Set([...named.map(({ device }) => device.node), ...other])
})
