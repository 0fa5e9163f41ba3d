// SPDX-License-Identifier: BSD-2-Clause
//
// A board without an interrupt controller that has a model: no machine can be made of it. The nearest to one that its
// tree has is told, with what is wrong there: its compatible, or the ranges of the bus that it is behind.

import { busRangesFix } from "@vmm/agreement"
import { compatibleOf, type DeviceTree, findWhere, GICS, gicVersion, stoppingBus } from "@vmm/devicetree"
import { type Diagnostic, errorAt, nearest, type Place, replaceAt } from "@vmm/diagnostic"
import type { BoardDescription } from "@vmm/machine"

import { sourcesOf } from "./agreement.ts"
import type { Folder } from "./folder.ts"

const CONTROLLERS = [...GICS.keys()]

/** True for a board whose devices have an interrupt controller that has a model, and whose registers are found. */
export function hasController(hardware: DeviceTree, board: BoardDescription): boolean {
  const own = findWhere(hardware, (node) => gicVersion(node) !== undefined)
  if (own !== undefined && stoppingBus(own) !== undefined) return false
  return board.devices.some(({ compatible }) => compatible.some((name) => GICS.has(name)))
}

/** The nearest to an interrupt controller that the board has is told, a slip in its compatible with its fix. */
export function noController(hardware: DeviceTree, folder: Folder): Diagnostic {
  const sources = [folder.base]
  const lost = findWhere(hardware, (node) => gicVersion(node) !== undefined)
  const stop = lost === undefined ? undefined : stoppingBus(lost)
  if (lost !== undefined && stop !== undefined) {
    const { bus, address } = stop
    const why =
      `the registers of '${lost.name}', the board's interrupt controller, are not found: the ranges of ` +
      `'${bus.name}' do not reach 0x${address.toString(16)}`
    const place = bus.properties.get("ranges")?.place ?? bus.place
    return errorAt(place, why, "correct the size in ranges: the last cell of its entry", {
      code: "bus-ranges-short",
      related: [{ ...(lost.properties.get("reg")?.place ?? lost.place), message: "its registers" }],
      fixes: busRangesFix(sourcesOf(folder), bus, [lost]),
    })
  }
  const message = "the board has no interrupt controller that has a model"
  const remedy = `give it a node compatible with one of ${CONTROLLERS.join(", ")}`
  const candidate = findWhere(
    hardware,
    (node) => node.properties.has("interrupt-controller") && /gic|intc|interrupt-controller/.test(node.name),
  )
  const written = candidate?.properties.get("compatible")
  if (candidate === undefined || written === undefined) {
    return errorAt(hardware.root.place, message, remedy, { code: "gic-missing" })
  }
  const own = compatibleOf(candidate)
  const meant = own.flatMap((name) => nearest(name, CONTROLLERS) ?? [])[0]
  const what = `${message}: ${candidate.path} is compatible with ${own.map((name) => `"${name}"`).join(", ")}`
  if (meant === undefined) return errorAt(written.place, what, remedy, { code: "gic-missing" })
  const slip = own.find((name) => nearest(name, CONTROLLERS) === meant) ?? ""
  const text = sources.find(({ file }) => file === written.place.file)?.text ?? ""
  const place = quotedBehind(text, written.place, slip)
  const title = `write "${meant}"`
  const edits = place === undefined ? [] : [replaceAt(place, JSON.stringify(meant))]
  const fixes = edits.length === 0 ? [] : [{ id: "write-value", title, edits, notes: [] }]
  return errorAt(written.place, what, `write compatible = "${meant}";`, { code: "gic-missing", fixes })
}

/** Where a string stands behind a property's name, on the same line. */
function quotedBehind(text: string, { file, line, column }: Place, value: string): Place | undefined {
  const quoted = JSON.stringify(value)
  const at = text.split("\n")[line - 1]?.indexOf(quoted, column) ?? -1
  return at < 0 ? undefined : { file, line, column: at + 1, endColumn: at + 1 + quoted.length }
}
