// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about capability slots (<cspace>) and about what devices reach behind the IOMMU (<io_address_space>).

import { type Diagnostic, errorAt, warningAt } from "@vmm/diagnostic"

import { range, spelling, unknownRegion } from "./meant.ts"
import { type Context, twins } from "./context.ts"
import { also, deleteAttribute, fix, setField } from "../fixes.ts"
import { CSPACE_SLOTS, IO_SPACE_END, LARGE_PAGE, roundUp, SMALL_PAGE } from "../options.ts"
import type { CapKind, RawCap, RawDomain, RawIoMap, RawIoSpace } from "../read/raw.ts"
import { didYouMean } from "../language/suggest.ts"
import { hex } from "../read/values.ts"
import { renderPci } from "../read/values-x86.ts"

const KINDS: Readonly<Record<CapKind, string>> = { tcb: "TCB", sc: "SC", vspace: "VSpace" }

const capText = (cap: RawCap): string => {
  const { file, line, column } = cap.place
  // The place as Microkit names it: of the '<'.
  return `  type ${KINDS[cap.kind]} from '${cap.domain.value ?? ""}' at '${file}:${line}:${column - 1}'`
}

function slotFindings(domain: RawDomain): Diagnostic[] {
  const used = new Set(domain.caps.map(({ slot }) => slot.value))
  const free = Array.from({ length: CSPACE_SLOTS.real - 1 }, (_, index) => index + 1).find(
    (slot) => !used.has(slot),
  )
  const twice = twins(domain.caps, ({ slot }) => slot.value).map(([first, again]) => {
    const name = domain.name.value ?? ""
    const head = `overlapping user caps in slot ${again.slot.value} of protection domain '${name}':`
    return errorAt(
      again.slot.place,
      `${head}\n${capText(first)}\n${capText(again)}`,
      free === undefined ? "all slots are taken" : `a slot holds one capability; slot ${free} is free`,
      {
        code: "slot-twice",
        related: [also(first.slot.place, `slot ${first.slot.value} is taken here`)],
        fixes: free === undefined ? [] : [fix("free-slot", setField(again.slot, "slot", String(free)))],
      },
    )
  })
  const beyond = domain.caps.flatMap(({ slot }) => {
    if (slot.value === undefined || slot.value < CSPACE_SLOTS.real) return []
    const message = `slot ${slot.value} lies beyond the ${CSPACE_SLOTS.real} slots that Microkit's CNode has`
    const remedy = `choose a slot from 1 to ${CSPACE_SLOTS.real - 1}`
    const fixes = free === undefined ? [] : [fix("free-slot", setField(slot, "slot", String(free)))]
    return [warningAt(slot.place, message, remedy, { code: "slot-beyond-cnode", fixes })]
  })
  return [...twice, ...beyond]
}

function capFindings(domain: RawDomain, { domainIndex }: Context): Diagnostic[] {
  return domain.caps.flatMap((cap) => {
    const name = cap.domain.value
    if (name === undefined || domainIndex.has(name)) return []
    const known = `there are: ${[...domainIndex.keys()].join(", ")}`
    return [
      errorAt(cap.domain.place, `unknown PD name '${name}'`, didYouMean(name, domainIndex.keys(), known), {
        code: "domain-unknown",
        ...spelling(cap.domain, domainIndex.keys()),
      }),
    ]
  })
}

interface Placed {
  readonly map: RawIoMap
  readonly region: string
  readonly address: number
  readonly size: number
}

/** The map's region, when it exists and is of small pages. */
function iomapFindings(map: RawIoMap, context: Context): Diagnostic[] {
  const name = map.region.value
  if (name === undefined) return []
  const index = context.regionIndex.get(name)
  const region = index === undefined ? undefined : context.raw.regions[index]
  if (region === undefined) {
    const message = `invalid memory region name '${name}' on 'iomap'`
    const { remedy, more } = unknownRegion(context, map.region)
    return [errorAt(map.region.place, message, remedy, { code: "region-unknown", ...more })]
  }
  const address = map.iovaddr.value
  const pages = region.element.attributes.get("page_size")
  if (region.pageSize.value === LARGE_PAGE && pages !== undefined) {
    return [
      errorAt(
        map.region.place,
        "currently seL4 does not have large page support for the IOMMU",
        "delete page_size",
        {
          code: "iommu-large-page",
          related: [also(region.pageSize.place, `'${name}' has large pages`)],
          fixes: [fix("delete-attribute", deleteAttribute(pages))],
        },
      ),
    ]
  }
  if (address === undefined || address % SMALL_PAGE === 0) return []
  const down = hex(address - (address % SMALL_PAGE))
  return [
    errorAt(map.iovaddr.place, "invalid iovaddr alignment on 'iomap'", `write ${down}`, {
      code: "iovaddr-not-aligned",
      fixes: [fix("write-value", setField(map.iovaddr, "iovaddr", down))],
    }),
  ]
}

function rangeFindings({ map, region, address, size }: Placed): Diagnostic[] {
  const { place } = map.iovaddr
  const remedy = `addresses behind the IOMMU end at ${hex(IO_SPACE_END)}`
  const more = { code: "iomap-beyond-space" }
  if (address >= IO_SPACE_END) {
    const message = `iovaddr (${hex(address)}) must be less than ${hex(IO_SPACE_END)} on element 'iomap'`
    return [errorAt(place, message, remedy, more)]
  }
  if (address + size <= IO_SPACE_END) return []
  const message =
    `iomap for '${region}' has io address range ${range(address, size)} ` +
    `which exceeds valid address space ${range(0, IO_SPACE_END)}`
  return [errorAt(place, message, remedy, more)]
}

function overlapFindings(placed: ReadonlyArray<Placed>, device: string): Diagnostic[] {
  return placed.flatMap((one, index) => {
    const other = placed
      .slice(0, index)
      .find((each) => one.address < each.address + each.size && each.address < one.address + one.size)
    if (other === undefined) return []
    const there = range(other.address, other.size)
    const message =
      `map for '${one.region}' has io address range ${range(one.address, one.size)} ` +
      `which overlaps with map for '${other.region}' ${there} in PCI device ${device}`
    const beyond = roundUp(Math.max(...placed.map(({ address, size }) => address + size)), SMALL_PAGE)
    const fits = beyond + one.size <= IO_SPACE_END
    const free = hex(beyond)
    const remedy = fits ? `move one of them; free from ${free} on` : "move one of them"
    return [
      errorAt(one.map.iovaddr.place, message, remedy, {
        code: "iomaps-overlap",
        related: [also(other.map.iovaddr.place, `the map for '${other.region}' ${there}`)],
        fixes: fits ? [fix("move-map", setField(one.map.iovaddr, "iovaddr", free))] : [],
      }),
    ]
  })
}

function spaceFindings(space: RawIoSpace, context: Context): Diagnostic[] {
  const placed = space.maps.flatMap((map): Placed[] => {
    const region = map.region.value
    const index = context.regionIndex.get(region ?? "")
    const size = index === undefined ? undefined : context.regionFacts[index]?.size
    const address = map.iovaddr.value
    return region === undefined || size === undefined || address === undefined
      ? []
      : [{ map, region, address, size }]
  })
  const device = space.peripheral.value
  return [
    ...space.maps.flatMap((map) => iomapFindings(map, context)),
    ...placed.flatMap(rangeFindings),
    ...overlapFindings(placed, device === undefined ? "" : renderPci(device)),
  ]
}

function deviceFindings({ raw }: Context): Diagnostic[] {
  const ids = raw.ioSpaces.map(({ domainId }) => domainId)
  const used = new Set(ids.map(({ value }) => value))
  const free = Array.from({ length: ids.length + 1 }, (_, index) => index + 1).find((id) => !used.has(id))
  const domains = twins(ids, ({ value }) => value).map(([first, again]) =>
    errorAt(
      again.place,
      "reusing a domain id is forbidden on element 'io_address_space'",
      `line ${first.place.line} has domain ${first.value}; ${free} is free`,
      {
        code: "iommu-domain-twice",
        related: [also(first.place, `domain ${first.value} is taken here`)],
        fixes: [fix("free-id", setField(again, "domain_id", String(free)))],
      },
    ),
  )
  const devices = twins(raw.ioSpaces, ({ peripheral }) =>
    peripheral.value === undefined ? undefined : renderPci(peripheral.value),
  ).map(([first, again]) =>
    errorAt(
      again.peripheral.place,
      `PCI device ${again.peripheral.value === undefined ? "" : renderPci(again.peripheral.value)} ` +
        "has more than one I/O address space",
      "put all its <iomap>s into one",
      { code: "iommu-device-twice", related: [also(first.peripheral.place, "the first one")] },
    ),
  )
  return [...domains, ...devices]
}

export function checkSpaces(context: Context): ReadonlyArray<Diagnostic> {
  return [
    ...context.domains.flatMap(({ domain }) => [...capFindings(domain, context), ...slotFindings(domain)]),
    ...context.raw.ioSpaces.flatMap((space) => spaceFindings(space, context)),
    ...deviceFindings(context),
  ]
}
