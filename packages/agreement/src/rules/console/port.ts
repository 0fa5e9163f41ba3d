// SPDX-License-Identifier: BSD-2-Clause
//
// A console that the guest does not have while it has another serial port: whether the command line names the wrong
// port, or the map leads to the wrong one. stdout-path, and the interrupts that are handed on, tell which.

import { type DtNode, isEnabled } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Fix, type Place } from "@vmm/diagnostic"

import type { CommandLine } from "../../command-line.ts"
import { gicInterrupts, nodeText } from "../../devices.ts"
import { attributePlace, setAttribute } from "../../edit/system-edit.ts"
import type { GuestDevice, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { groupedHex, hex, PAGE, pagesOf } from "../../words.ts"
import { fix, propertyPlace, related } from "../rule.ts"

/** A word of the command line that names a port which the guest lacks, and the one that its tree names. */
export interface NamedPort {
  readonly word: string
  readonly place: Place
  readonly line: CommandLine
  readonly device: GuestDevice
  /** The port of stdout-path, which the guest has. */
  readonly has: GuestDevice
  /** What the word should be. */
  readonly by: string
}

/** The tree's stdout-path is a port that the guest has: so it is the word that errs. */
export function wrongWord(named: NamedPort, others: readonly Fix[]): Diagnostic {
  const { word, place, line, device, has, by } = named
  const why = device.enabled
    ? `whose registers at ${hex(device.ranges[0]?.base ?? 0)} the guest is not given: its first word faults`
    : "which is disabled in the guest's tree"
  const message = `${word} is ${nodeText(device.node)}, ${why}`
  const fixes = [...fix("console", `write ${by}`, line.replace(word, by)), ...others]
  const there = [
    related(device.node.place, `${word} means this port`),
    related(has.node.place, "stdout-path means this one, which the guest has"),
  ]
  return errorAt(place, message, `write ${by}, which the guest has`, {
    code: "console-other-word",
    related: there,
    fixes,
  })
}

/** What people call the region of a serial port. */
const CALLED_PORT = /uart|serial|console|tty|pl011/i

/** True when every shared interrupt of the node goes to the machine's domain. */
function handed(input: Agreement, view: GuestView, node: DtNode): boolean {
  const shared = gicInterrupts(input.guestTree, node, view.gic).filter(({ kind }) => kind === "spi")
  return shared.length > 0 && shared.every(({ intid }) => view.domain.irqs.some(({ irq }) => irq === intid))
}

/**
 * The console's interrupt is handed on and its registers are not, and one of `ports`, or another device under a port's
 * name, has its registers mapped without being used: the map was meant for the console.
 */
export function wrongPort(
  input: Agreement,
  view: GuestView,
  device: GuestDevice,
  ports: readonly GuestDevice[],
): Diagnostic | undefined {
  const [range] = device.ranges
  if (range === undefined || device.reach !== "none" || !handed(input, view, device.node)) return undefined
  const other = view.devices.find(
    (port) =>
      port !== device &&
      port.reach === "all" &&
      port.maps.length === 1 &&
      !handed(input, view, port.node) &&
      (port.maps[0]?.size ?? 0) <= Math.max(pagesOf(port.ranges[0] ?? range).size, PAGE) &&
      (ports.includes(port) || CALLED_PORT.test(port.maps[0]?.region.name ?? "")),
  )
  const [map] = other?.maps ?? []
  if (other === undefined || map === undefined || map.region.physAddr === undefined) return undefined
  const { system } = input.sources
  const wanted = groupedHex(pagesOf(range).base)
  const edits = [
    ...setAttribute(system, map.region.place, "phys_addr", wanted),
    ...setAttribute(system, map.map.place, "vaddr", wanted),
  ]
  const unused = isEnabled(other.node) ? "" : ", which is disabled"
  const message =
    `'${map.region.name}' gives the guest the registers of ${nodeText(other.node)}${unused}, and its console, whose ` +
    `interrupt it gets, is ${nodeText(device.node)} at ${hex(range.base)}`
  const there = [
    related(map.map.place, "mapped here"),
    related(propertyPlace(device.node, "reg"), "the console's registers"),
  ]
  const fixes = fix("console-registers", `write phys_addr="${wanted}" and vaddr="${wanted}"`, edits)
  const place = attributePlace(system, map.region.place, "phys_addr")
  const remedy = `write phys_addr="${wanted}", and vaddr="${wanted}" in its map`
  return errorAt(place, message, remedy, { code: "console-other-port", related: there, fixes })
}
