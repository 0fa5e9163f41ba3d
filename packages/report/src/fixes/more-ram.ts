// SPDX-License-Identifier: BSD-2-Clause
//
// More RAM for a guest: the memory region in the `.system` file and the memory node of its tree, which must agree.

import {
  addressCells,
  type DeviceTree,
  type DtNode,
  isEnabled,
  propString,
  referenceTo,
  sizeCells,
  walk,
} from "@vmm/devicetree"
import type { Fix, Place } from "@vmm/diagnostic"
import type { ExampleFiles, SystemFacts } from "../example.ts"
import { groupedHex, hex } from "../hex.ts"
import { setAttribute } from "../patch/system-patch.ts"
import { placeOf } from "../patch/text-place.ts"
import { readXml, type XmlElement } from "../patch/xml-text.ts"
import { overlayEdit } from "./fixes.ts"

/** A number in device tree cells. */
function cells(value: number, count: number): string {
  const low = hex(value % 2 ** 32)
  return count === 2 ? `${hex(Math.floor(value / 2 ** 32))} ${low}` : low
}

/** RAM as the `reg` of a memory node below `parent`. */
export function ramCells(parent: DtNode, ram: SystemFacts["ram"]): string {
  return ram
    .map(({ gpa, size }) => `<${cells(gpa, addressCells(parent))} ${cells(size, sizeCells(parent))}>`)
    .join(", ")
}

const MIB = 2 ** 20
/** Pages that guest RAM is mapped by, and the smallest step. */
const STEP = 2 * MIB

/** What the guest's files are to be changed in. */
export interface RamFacts {
  readonly tree: DeviceTree | undefined
  readonly system: SystemFacts
  readonly example: ExampleFiles
}

const regionOf =
  (region: string | undefined) =>
  (root: XmlElement): XmlElement | undefined =>
    root.children.find(
      ({ name, attributes }) => name === "memory_region" && attributes.get("name")?.value === region,
    )

/** RAM from `gpa` on, `size` bytes or a little more of it. */
export function moreRam({ tree, system, example }: RamFacts, gpa: number, size: number): readonly Fix[] {
  const map = system.maps.find(({ vaddr }) => vaddr === gpa)
  const nodes = tree === undefined ? [] : [...walk(tree.root)]
  const node = nodes.find((one) => isEnabled(one) && propString(one, "device_type") === "memory")
  if (map === undefined || node?.parent === undefined || example.system === undefined) return []
  const rounded = Math.ceil(size / STEP) * STEP
  const region = setAttribute(example.system, regionOf(map.region), "size", groupedHex(rounded))
  const ram = system.ram.map((one) => (one.gpa === gpa ? { gpa, size: rounded } : one))
  const text = `${referenceTo(node)} {\n\treg = ${ramCells(node.parent, ram)};\n};\n`
  const title = `give the guest ${rounded / MIB} MiB of RAM: its region and its memory node`
  const edits = region.length === 0 ? [] : [...region, overlayEdit(example, text)]
  return [{ id: "memory", title, edits, notes: [] }]
}

/** The region of a guest's RAM in the `.system` file, named from the example's folder. */
export function ramPlace({ system: file }: ExampleFiles, system: SystemFacts): Place | undefined {
  const map = system.maps.find(({ vaddr }) => vaddr === system.ram[0]?.gpa)
  const root = file === undefined ? undefined : readXml(file.text)
  const element = root === undefined ? undefined : regionOf(map?.region)(root)
  if (file === undefined || element === undefined) return undefined
  return placeOf(file, element.from, element.from + 1 + element.name.length)
}

/** Twice the RAM of a guest that has too little. */
export function doubleRam(facts: RamFacts): readonly Fix[] {
  const [ram] = facts.system.ram
  return ram === undefined ? [] : moreRam(facts, ram.gpa, 2 * ram.size)
}
