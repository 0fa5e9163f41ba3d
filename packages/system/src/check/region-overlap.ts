// SPDX-License-Identifier: BSD-2-Clause
//
// Memory regions with fixed physical addresses that overlap, and the edits that part them.

import { type Diagnostic, errorAt } from "@vmm/diagnostic"

import { also, deleteAttribute, fix, setField } from "../fixes.ts"
import { roundUp } from "../options.ts"
import { crossing } from "../ranges.ts"
import type { RawRegion } from "../read/raw.ts"
import { hex } from "../read/values.ts"
import type { Context } from "./context.ts"
import { range } from "./meant.ts"

/** A region whose place in memory is fixed. */
interface Fixed {
  readonly region: RawRegion
  readonly phys: number
  readonly size: number
  /** Bytes that its address is a multiple of. */
  readonly unit: number
}

/** The lowest address from `from` on where a region lies beside all others, which come in order of address. */
function freePhysical(from: number, one: Fixed, sorted: ReadonlyArray<Fixed>): number {
  let base = roundUp(from, one.unit)
  for (const other of sorted) {
    const end = other.phys + other.size
    if (other !== one && other.phys < base + one.size && base < end) base = roundUp(end, one.unit)
  }
  return base
}

const meets = (a: Fixed, phys: number, size: number): boolean =>
  phys < a.phys + a.size && a.phys < phys + size

/** A size and a phys_addr that only fit the others the other way round. */
function swapped(one: Fixed, fixed: ReadonlyArray<Fixed>): boolean {
  const { phys, size } = one
  if (phys === 0 || phys >= size || phys % 0x1000 !== 0 || size % 0x1000 !== 0) return false
  return !fixed.some((other) => other !== one && meets(other, size, phys))
}

/** A region that several others lie in is the one that is wrong: told once, with all of them. */
function swallows(
  one: Fixed,
  fixed: ReadonlyArray<Fixed>,
  { executed, sameAddress }: { readonly executed: boolean; readonly sameAddress: boolean },
): Diagnostic[] {
  const met = fixed.filter((other) => other !== one && meets(other, one.phys, one.size))
  const { region, phys, size } = one
  const name = region.name.value ?? ""
  // Who maps it where it is means the address.
  const turned = !sameAddress && swapped(one, fixed)
  const more = fixed.some((other) => other !== one && met.includes(other) && other.size >= size)
  if (met.length === 0 || more || !(turned || met.length > 1)) return []
  const [first] = met
  const message =
    `memory region '${name}' physical address range ${range(phys, size)} overlaps with another memory region ` +
    `'${first?.region.name.value}' ${range(first?.phys ?? 0, first?.size ?? 0)}` +
    (met.length > 1 ? `, and with ${met.length - 1} more` : "")
  const write = `size="${hex(phys)}" phys_addr="${hex(size)}"`
  const swap = {
    id: "swap-size",
    title: `write ${write}`,
    edits: [
      setField(region.size, "size", hex(phys)).edit,
      setField(region.physAddr, "phys_addr", hex(size)).edit,
    ],
    notes: [],
  }
  const written = region.element.attributes.get("phys_addr")
  const room = Math.min(...met.map((other) => other.phys)) - phys
  const moved = hex(freePhysical(phys, one, [...fixed].sort(byAddress)))
  const free =
    executed && written !== undefined && !(sameAddress && room > 0)
      ? fix("delete-attribute", deleteAttribute(written))
      : room > 0
        ? fix("write-value", setField(region.size, "size", hex(room)))
        : fix("move-region", setField(region.physAddr, "phys_addr", moved))
  const remedy = turned
    ? `size and phys_addr have changed places: write ${write}`
    : `'${name}' lies over all of them: ` +
      (sameAddress && room > 0
        ? `make it smaller, ${hex(room)} bytes are free at ${hex(phys)}; or correct its phys_addr`
        : executed
          ? "delete phys_addr"
          : "correct its phys_addr or its size")
  return [
    errorAt(region.physAddr.place, message, remedy, {
      code: "regions-overlap",
      related: met.map((other) =>
        also(other.region.physAddr.place, `'${other.region.name.value}' ${range(other.phys, other.size)}`),
      ),
      fixes: turned ? [swap] : [free],
    }),
  ]
}

const byAddress = (a: Fixed, b: Fixed): number => a.phys - b.phys

export function overlapFindings({ raw, regionFacts, spaces }: Context): Diagnostic[] {
  const fixed = raw.regions.flatMap((region, index): Fixed[] => {
    const size = regionFacts[index]?.size
    const phys = region.physAddr.value
    return size === undefined || phys === undefined
      ? []
      : [{ region, phys, size, unit: regionFacts[index]?.pageSize ?? 0x1000 }]
  })
  const met = crossing(fixed, ({ phys, size }) => ({ base: phys, size }))
  if (met.length === 0) return []
  const executed = new Set(
    spaces.flatMap((space) =>
      space.maps.flatMap((map) => (map.perms.value?.execute === true ? [map.region.value] : [])),
    ),
  )
  const whole = new Map(
    met.flatMap((one) => {
      const name = one.region.name.value
      const sameAddress = spaces.some(({ maps }) =>
        maps.some((map) => map.region.value === name && map.vaddr.value === one.phys),
      )
      const found = swallows(one, fixed, { executed: executed.has(name), sameAddress })
      return found.length > 0 ? [[one, found] as const] : []
    }),
  )
  const sorted = [...fixed].sort(byAddress)
  return met.flatMap((one) => {
    const told = whole.get(one)
    if (told !== undefined) return told
    // The first in the file that meets it, itself at the latest.
    const other = met.find(
      (earlier) => earlier === one || (!whole.has(earlier) && meets(earlier, one.phys, one.size)),
    )
    if (other === undefined || other === one) return []
    const message =
      `memory region '${one.region.name.value}' physical address range ${range(one.phys, one.size)} overlaps ` +
      `with another memory region '${other.region.name.value}' ${range(other.phys, other.size)}`
    const first = `'${other.region.name.value}' (line ${other.region.place.line})`
    const remedy = `map ${first} in both places, or move one of them`
    const free = hex(freePhysical(other.phys + other.size, one, sorted))
    return [
      errorAt(one.region.physAddr.place, message, remedy, {
        code: "regions-overlap",
        related: [
          also(other.region.physAddr.place, `'${other.region.name.value}' ${range(other.phys, other.size)}`),
        ],
        fixes: [
          fix("move-region", setField(one.region.physAddr, "phys_addr", free), [
            "a region of device registers cannot be moved: look into the device tree",
          ]),
        ],
      }),
    ]
  })
}
