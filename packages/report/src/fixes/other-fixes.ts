// SPDX-License-Identifier: BSD-2-Clause
//
// Ways out of faults that are no device's: RAM that was promised, a right that a map lacks, a trapped register.

import { type Fix, type Place, renderPlace } from "@vmm/diagnostic"
import { referenceTo } from "@vmm/devicetree"
import type { Culprit } from "../symbols/backtrace.ts"
import { type ExampleFiles, mapAt, type MapFacts, type SystemFacts } from "../example.ts"
import type { FaultFacts } from "../fault/fault-facts.ts"
import { blacklistEdits, overlayEdit } from "./fixes.ts"
import { ramCells } from "./more-ram.ts"
import type { Owner } from "../fault/owner.ts"
import { setAttribute } from "../patch/system-patch.ts"
import { placeOf } from "../patch/text-place.ts"
import { readXml, type XmlElement } from "../patch/xml-text.ts"

/** The memory node as large as the RAM that the machine has. */
export function memoryFixes(owner: Owner, system: SystemFacts, example: ExampleFiles): readonly Fix[] {
  const { node } = owner
  const { parent } = node
  if (parent === undefined || system.ram.length === 0) return []
  const reg = ramCells(parent, system.ram)
  return [
    {
      id: "memory",
      title: "make the memory node of the guest's tree as large as the RAM that the machine was given",
      edits: [overlayEdit(example, `${referenceTo(node)} {\n\treg = ${reg};\n};\n`)],
      notes: [
        `Or make the region in the .system file larger: ${node.path} is at ${renderPlace(node.place)}.`,
      ],
    },
  ]
}

/** What is executed there is no code. */
const JUMP: Fix = {
  id: "jump",
  title: "mend the address that the guest jumped to: registers of a device are no code",
  edits: [],
  notes: ["The link register (X30) tells where a call or a return came from: --registers shows it."],
}

/** The map with the right that the access needs. */
export function permissionFixes(
  fault: FaultFacts,
  system: SystemFacts,
  example: ExampleFiles,
  isRegisters = false,
): readonly Fix[] {
  const map = mapAt(system, fault.ipa)
  if (map === undefined || fault.access === undefined) return []
  if (fault.access.kind === "execute" && isRegisters) {
    return [JUMP]
  }
  const right = { read: "r", write: "w", execute: "x" }[fault.access.kind]
  const perms = [..."rwx"].filter((one) => one === "r" || one === right || map.perms.includes(one)).join("")
  const find = (root: XmlElement) => mapElement(root, fault.vm, map)
  const edits = example.system === undefined ? [] : setAttribute(example.system, find, "perms", perms)
  const title = `write perms="${perms}" at the map of "${map.region}" in ${fault.vm}`
  return [{ id: "permission", title, edits, notes: [] }]
}

function mapElement(root: XmlElement, vm: string, map: MapFacts): XmlElement | undefined {
  return [...machineMaps(root, vm)].find(({ attributes }) => {
    const vaddr = Number((attributes.get("vaddr")?.value ?? "").replace(/_/g, ""))
    return attributes.get("mr")?.value === map.region && vaddr === map.vaddr
  })
}

/** Where a map of a machine stands in the `.system` file, named from the example's folder. */
export function mapPlace({ system }: ExampleFiles, vm: string, map: MapFacts): Place | undefined {
  const root = system === undefined ? undefined : readXml(system.text)
  const element = root === undefined ? undefined : mapElement(root, vm, map)
  if (system === undefined || element === undefined) return undefined
  return placeOf(system, element.from, element.from + 1 + element.name.length)
}

function* machineMaps(root: XmlElement, vm: string): Generator<XmlElement> {
  if (root.name === "virtual_machine" && root.attributes.get("name")?.value === vm) {
    yield* root.children.filter(({ name }) => name === "map")
  }
  for (const child of root.children) yield* machineMaps(child, vm)
}

/** What can be left out when no device is to be named: the initcall that ran. */
export function registerFixes(culprit: Culprit, example: ExampleFiles): readonly Fix[] {
  const { initcall, driver } = culprit
  if (initcall === undefined) return []
  const edits = blacklistEdits(example, initcall)
  const config =
    driver?.config === undefined ? [] : [`In a kernel of your own: # ${driver.config} is not set`]
  const title = `leave the driver out: the guest's kernel does not run ${initcall}`
  return [{ id: "driver", title, edits, notes: config }]
}
