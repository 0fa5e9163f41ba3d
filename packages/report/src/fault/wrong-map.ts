// SPDX-License-Identifier: BSD-2-Clause
//
// The map that is wrong where a fault happened: one that leads elsewhere, forbids the access, or gives RAM that ends a
// little before the address or begins a little behind it.

import { mapAt, type MapFacts, mapStretch, NO_SYSTEM, type SystemFacts } from "../example.ts"
import { misplacedMap } from "../fixes/fixes.ts"
import { mapPlace } from "../fixes/other-fixes.ts"
import { groupedHex } from "../hex.ts"
import type { FaultFacts } from "./fault-facts.ts"
import type { Owner } from "./owner.ts"
import type { FaultContext, FaultReport } from "./report-value.ts"

/** Bytes behind the end of RAM that an access is taken for one beyond it. */
const BEYOND = 0x100_0000

/** Bytes below RAM: a stack that has grown out of it, or begins at its foot. */
const BELOW = 0x1_0000

interface NearRam {
  readonly map: MapFacts
  readonly far: number
  readonly side: "behind" | "below"
}

/** RAM that ends a little before an address, or begins a little behind it. */
export function ramBefore(system: SystemFacts, address: number): NearRam | undefined {
  const found = system.maps.flatMap((map): NearRam[] => {
    const { to } = mapStretch(system, map)
    const below = map.vaddr - address
    if (!system.ram.some(({ gpa }) => gpa === map.vaddr)) return []
    if (below > 0 && below <= BELOW) return [{ map, far: below, side: "below" }]
    return address >= to && address < to + BEYOND ? [{ map, far: address - to, side: "behind" }] : []
  })
  return found.sort((a, b) => a.far - b.far)[0]
}

/** The map that gives the machine the beginning of a device, and not all of it. */
export function partOf(system: SystemFacts, owner: Owner | undefined) {
  if (owner?.facts.kind !== "device") return undefined
  const map = mapAt(system, Number(owner.facts.range.address))
  return map === undefined ? undefined : { region: map.region, ...mapStretch(system, map) }
}

/** The map that is wrong, when one is. */
export function wrongMap(
  fault: FaultFacts,
  context: FaultContext,
  code: string,
  owner: Owner | undefined,
): FaultReport["map"] {
  const { system = NO_SYSTEM, example = { overlays: [] }, tree } = context
  const misplaced = () =>
    tree === undefined || owner?.facts.kind !== "device"
      ? undefined
      : misplacedMap({ owner, system, tree, address: fault.ipa })?.map
  const map =
    code === "no-permission"
      ? mapAt(system, fault.ipa)
      : code === "no-device"
        ? ramBefore(system, fault.ipa)?.map
        : misplaced()
  if (map === undefined || fault.access === undefined) return undefined
  const place = mapPlace(example, fault.vm, map)
  return { ...map, vaddr: groupedHex(map.vaddr), ...(place === undefined ? {} : { place }) }
}
