// SPDX-License-Identifier: BSD-2-Clause
//
// Reads <domains>, the scheduling domains and their schedule, and <io_address_space>, what devices reach by DMA.

import { errorAt, type Fix, insertAt } from "@vmm/diagnostic"

import { optional, required, withDefault } from "./fields.ts"
import { also, deleteElement, escaped, fix } from "../fixes.ts"
import { type Architecture, MAX_SCHEDULING_DOMAINS } from "../options.ts"
import type {
  RawEndMarker,
  RawIoMap,
  RawIoSpace,
  RawSchedule,
  RawScheduleEntry,
  RawSchedulingDomain,
  RawSchedulingDomains,
} from "./raw.ts"
import { all, each, type Findings, noting, type Reading, reading } from "./reading.ts"
import { childrenNamed, shapeFindings } from "../language/shape.ts"
import * as V from "./values.ts"
import * as X from "./values-x86.ts"
import type { Element } from "../xml/xml.ts"

const placed = (element: Element) => ({ place: reading(element.place), element: reading(element) })

const parseDomainId: V.Parser<number> = V.upTo(
  MAX_SCHEDULING_DOMAINS - 1,
  `domains are numbered from 0 to ${MAX_SCHEDULING_DOMAINS - 1}`,
)

const readSchedulingDomain =
  (architecture: Architecture) =>
  (element: Element): Reading<RawSchedulingDomain> =>
    noting(
      shapeFindings(element, "domain", architecture),
      all({
        ...placed(element),
        name: required(element, "name", V.parseText),
        id: optional(element, "id", parseDomainId),
      }),
    )

const readEntry =
  (architecture: Architecture) =>
  (element: Element): Reading<RawScheduleEntry | RawEndMarker> =>
    element.name === "schedule_end_marker"
      ? noting(
          shapeFindings(element, "scheduleEndMarker", architecture),
          all({ ...placed(element), kind: reading<"end">("end") }),
        )
      : noting(
          shapeFindings(element, "scheduleEntry", architecture),
          all({
            ...placed(element),
            kind: reading<"entry">("entry"),
            domain: required(element, "domain", V.parseText),
            duration: required(element, "duration", X.parseDuration),
          }),
        )

const readSchedule =
  (architecture: Architecture) =>
  (element: Element): Reading<RawSchedule> => {
    const entries = element.children.filter(({ name }) => /^schedule_(entry|end_marker)$/.test(name))
    return noting(
      shapeFindings(element, "domainSchedule", architecture),
      all({
        ...placed(element),
        startIndex: withDefault(element, "start_index", V.parseNumber, 0),
        indexShift: withDefault(element, "index_shift", V.parseNumber, 0),
        entries: each(entries, readEntry(architecture)),
      }),
    )
  }

/** That there is more than one of what there is one of. */
export function onlyOne(elements: readonly Element[], within: string): Findings {
  return elements.slice(1).map((again) =>
    errorAt(
      again.place,
      `${again.name} must only be specified once on element '${within}'`,
      "keep one of the two",
      {
        code: "element-twice",
        related: elements.slice(0, 1).map((first) => also(first.place, "the first one")),
        fixes: [fix("delete-element", deleteElement(again))],
      },
    ),
  )
}

/** A schedule behind the other children, in which every domain has a turn. */
function schedule({ place, indent, children }: Element): readonly Fix[] {
  const [inner, last] = [`\n${indent}    `, children.at(-1)?.end]
  const entries = children.flatMap(({ name, attributes }) => {
    const domain = attributes.get("name")?.value
    return name !== "domain" || domain === undefined
      ? []
      : [`${inner}    <schedule_entry domain="${escaped(domain)}" duration="1000 us" />`]
  })
  if (last === undefined || entries.length === 0) return []
  const text = `${inner}<domain_schedule>${entries.join("")}${inner}</domain_schedule>`
  const edits = [insertAt(place.file, last.line, last.column, text)]
  return [{ id: "write-schedule", title: "write a schedule in which each has a turn", edits, notes: [] }]
}

export const readScheduling =
  (architecture: Architecture) =>
  (element: Element): Reading<RawSchedulingDomains> => {
    const schedules = childrenNamed(element, "domain_schedule", architecture)
    const none: Findings =
      schedules.length > 0
        ? []
        : [
            errorAt(
              element.place,
              "missing 'domain_schedule' element on element 'domains'",
              'write <domain_schedule> with a <schedule_entry domain="..." duration="1000 us" /> for each domain',
              { code: "schedule-missing", fixes: schedule(element) },
            ),
          ]
    return noting(
      [...shapeFindings(element, "domains", architecture), ...none, ...onlyOne(schedules, "domains")],
      all({
        ...placed(element),
        domains: each(childrenNamed(element, "domain", architecture), readSchedulingDomain(architecture)),
        schedules: each(schedules, readSchedule(architecture)),
      }),
    )
  }

const readIoMap =
  (architecture: Architecture) =>
  (element: Element): Reading<RawIoMap> =>
    noting(
      shapeFindings(element, "iomap", architecture),
      all({
        ...placed(element),
        region: required(element, "mr", V.parseText),
        iovaddr: required(element, "iovaddr", V.parseNumber),
        perms: withDefault(element, "perms", X.parseIoPermissions, {
          read: true,
          write: true,
          execute: false,
        }),
      }),
    )

const parseIommuDomain: V.Parser<number> = V.upTo(0xffff, "domains of an IOMMU have 16 bits")

export const readIoSpace =
  (architecture: Architecture) =>
  (element: Element): Reading<RawIoSpace> =>
    noting(
      shapeFindings(element, "ioAddressSpace", architecture),
      all({
        ...placed(element),
        name: required(element, "name", V.parseText),
        peripheral: required(element, "peripheral_id", X.parsePeripheral),
        domainId: required(element, "domain_id", parseIommuDomain),
        maps: each(childrenNamed(element, "iomap", architecture), readIoMap(architecture)),
      }),
    )
