// SPDX-License-Identifier: BSD-2-Clause
//
// A bus of the board whose `ranges` puts its devices elsewhere than its own name and the `.system` file have them: one
// number of it is wrong, and each device would seem to be at a wrong place (Devicetree Specification v0.4, 2.3.8).

import { addressCells, type DtNode, propCells, sizeCells, walk } from "@vmm/devicetree"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { setEntriesInPlace } from "../../edit/tree-edit.ts"
import type { Agreement } from "../../input.ts"
import { hex } from "../../words.ts"
import { fix, propertyPlace, related } from "../rule.ts"

interface Entry {
  readonly child: readonly number[]
  readonly parent: readonly number[]
  readonly size: readonly number[]
}

const valueOf = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum * 2 ** 32 + cell, 0)
const textOf = ({ child, parent, size }: Entry): string =>
  `<${[...child, ...parent, ...size].map(hex).join(" ")}>`
const unitOf = ({ name }: DtNode): number => Number.parseInt(/@([0-9a-f]{1,12})$/i.exec(name)?.[1] ?? "", 16)

function entriesOf(bus: DtNode, above: DtNode): readonly Entry[] {
  const cells = propCells(bus, "ranges") ?? []
  const [wide, high, long] = [addressCells(bus), addressCells(above), sizeCells(bus)]
  const whole = wide + high + long
  if (whole === 0 || cells.length % whole !== 0) return []
  return Array.from({ length: cells.length / whole }, (_, index) => {
    const own = cells.slice(index * whole, (index + 1) * whole)
    return { child: own.slice(0, wide), parent: own.slice(wide, wide + high), size: own.slice(wide + high) }
  })
}

export function movedBuses(input: Agreement): readonly Diagnostic[] {
  const regions = input.system.memoryRegions
  const at = (base: number, size: number) =>
    regions.filter(({ physAddr }) => physAddr !== undefined && physAddr >= base && physAddr < base + size)
  return [...walk(input.hardware.root)].flatMap((bus) => {
    const { parent: above } = bus
    if (above === undefined || bus.children.length === 0) return []
    const entries = entriesOf(bus, above)
    const wrong = entries.find(({ child, parent, size }) => {
      const [own, told] = [valueOf(child), valueOf(parent)]
      const moved = own !== told && own === unitOf(bus) && child.length === parent.length
      return moved && at(own, valueOf(size)).length > 0 && at(told, valueOf(size)).length === 0
    })
    if (wrong === undefined) return []
    const [own, told] = [valueOf(wrong.child), valueOf(wrong.parent)]
    const right = entries.map((entry) => (entry === wrong ? { ...entry, parent: entry.child } : entry))
    const value = right.map(textOf).join(", ")
    const [region] = at(own, valueOf(wrong.size))
    const message =
      `ranges of ${nodeText(bus)} puts its devices at ${hex(told)}, and its name and the .system file have them at ` +
      hex(own)
    const more = {
      code: "bus-ranges-moved",
      related: region === undefined ? [] : [related(region.place, `'${region.name}' is on this bus`)],
      fixes: fix(
        "bus-ranges",
        `write ranges = ${value}`,
        setEntriesInPlace(input.sources, bus, "ranges", right.map(textOf)),
      ),
    }
    return [errorAt(propertyPlace(bus, "ranges"), message, `write ranges = ${value};`, more)]
  })
}
