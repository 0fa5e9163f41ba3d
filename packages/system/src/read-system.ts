// SPDX-License-Identifier: BSD-2-Clause
//
// Reads <system> and its memory regions and channels.

import * as E from "fp-ts/lib/Either.js"
import { errorAt } from "@vmm/diagnostic"
import { optional, required, withDefault } from "./fields.ts"
import { PAGE_SIZES } from "./options.ts"
import type { RawChannel, RawEnd, RawRegion, RawSystem } from "./raw.ts"
import { childrenNamed, readDomain } from "./read-domain.ts"
import { all, each, type Field, type Findings, noting, type Reading, reading } from "./reading.ts"
import { shapeFindings } from "./shape.ts"
import * as V from "./values.ts"
import type { Element } from "./xml.ts"

const parsePageSize: V.Parser<number> = (text, attribute, tag) => {
  const number = V.parseNumber(text, attribute, tag)
  if (E.isLeft(number) || PAGE_SIZES.includes(number.right)) return number
  return V.numberWhere(
    () => false,
    `page size ${V.hex(number.right)} not supported`,
    `the page sizes are ${PAGE_SIZES.map(V.hex).join(" and ")}; without page_size the largest that fits is taken`,
  )(text, attribute, tag)
}

const parseSize = V.numberWhere((value) => value > 0, "size must be greater than 0", "give a size in bytes")

function readRegion(element: Element): Reading<RawRegion> {
  const has = (name: string) => element.attributes.has(name)
  // A region whose content comes from elsewhere may leave its size to that.
  const filled = has("prefill_path") || has("prefill_bootinfo")
  const size: Reading<Field<number>> = (filled ? optional : required)(element, "size", parseSize)
  return noting(
    shapeFindings(element, "memoryRegion"),
    all({
      place: reading(element.place),
      name: required(element, "name", V.parseText),
      size,
      pageSize: optional(element, "page_size", parsePageSize),
      physAddr: optional(element, "phys_addr", V.parseNumber),
      prefillPath: optional(element, "prefill_path", V.parseText),
      written: reading({ size: has("size"), pageSize: has("page_size"), physAddr: has("phys_addr") }),
    }),
  )
}

function readEnd(element: Element): Reading<RawEnd> {
  return noting(
    shapeFindings(element, "end"),
    all({
      place: reading(element.place),
      domain: required(element, "pd", V.parseText),
      id: required(element, "id", V.parseId),
      pp: withDefault(element, "pp", V.parseBoolean, false),
      notify: withDefault(element, "notify", V.parseBoolean, true),
      setvarId: optional(element, "setvar_id", V.parseText),
    }),
  )
}

function readChannel(element: Element): Reading<RawChannel> {
  const ends = childrenNamed(element, "end")
  const wrong: Findings =
    ends.length === 2
      ? []
      : [
          errorAt(
            element.place,
            "exactly two end elements must be specified on element 'channel'",
            `it has ${ends.length}: write one <end pd="..." id="..." /> for each of the two protection domains`,
          ),
        ]
  return noting(
    [...shapeFindings(element, "channel"), ...wrong],
    all({ place: reading(element.place), ends: each(ends, readEnd) }),
  )
}

export function readSystem(root: Element): Reading<RawSystem> {
  return noting(
    shapeFindings(root, "system"),
    all({
      place: reading(root.place),
      regions: each(childrenNamed(root, "memory_region"), readRegion),
      domains: each(childrenNamed(root, "protection_domain"), (domain) => readDomain(domain)),
      channels: each(childrenNamed(root, "channel"), readChannel),
    }),
  )
}
