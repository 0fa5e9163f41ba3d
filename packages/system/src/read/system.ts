// SPDX-License-Identifier: BSD-2-Clause
//
// Reads <system>: memory regions and channels, and what other files read of its children.

import { errorAt } from "@vmm/diagnostic"
import * as E from "fp-ts/lib/Either.js"

import { optional, required, withDefault } from "./fields.ts"
import { deleteElement, fix } from "../fixes.ts"
import { type Architecture, PAGE_SIZES } from "../options.ts"
import type { RawChannel, RawEnd, RawRegion, RawSystem } from "./raw.ts"
import { readDomain } from "./domain.ts"
import { onlyOne, readIoSpace, readScheduling } from "./scheduling.ts"
import { all, each, type Field, type Findings, noting, type Reading, reading } from "./reading.ts"
import { childrenNamed, shapeFindings } from "../language/shape.ts"
import { meantWord } from "../language/suggest.ts"
import * as V from "./values.ts"
import { parseBootInfo } from "./values-x86.ts"
import type { Element } from "../xml/xml.ts"

const parsePageSize: V.Parser<number> = (text, attribute, tag) => {
  const number = V.parseNumber(text, attribute, tag)
  if (E.isLeft(number) || PAGE_SIZES.includes(number.right)) return number
  return V.numberWhere(
    () => false,
    `page size ${V.hex(number.right)} not supported`,
    `the page sizes are ${PAGE_SIZES.map(V.hex).join(" and ")}; without page_size the largest that fits is taken`,
    V.hex(PAGE_SIZES[0]),
  )(text, attribute, tag)
}

const parseSize = V.numberWhere((value) => value > 0, "size must be greater than 0", "give a size in bytes")

const readRegion =
  (architecture: Architecture) =>
  (element: Element): Reading<RawRegion> => {
    const has = (name: string) => element.attributes.has(name)
    // A region whose content comes from elsewhere may leave its size to that.
    const filled = has("prefill_path") || has("prefill_bootinfo")
    const size: Reading<Field<number>> = (filled ? optional : required)(element, "size", parseSize)
    return noting(
      shapeFindings(element, "memoryRegion", architecture),
      all({
        place: reading(element.place),
        element: reading(element),
        name: required(element, "name", V.parseText),
        size,
        pageSize: optional(element, "page_size", parsePageSize),
        physAddr: optional(element, "phys_addr", V.parseNumber),
        prefillPath: optional(element, "prefill_path", V.parseText),
        prefillBootinfo: optional(element, "prefill_bootinfo", parseBootInfo(architecture)),
        written: reading({ size: has("size"), pageSize: has("page_size"), physAddr: has("phys_addr") }),
      }),
    )
  }

const readEnd =
  (architecture: Architecture) =>
  (element: Element): Reading<RawEnd> => {
    return noting(
      shapeFindings(element, "end", architecture),
      all({
        place: reading(element.place),
        element: reading(element),
        domain: required(element, "pd", V.parseText),
        id: required(element, "id", V.parseId),
        pp: withDefault(element, "pp", V.parseBoolean, false),
        notify: withDefault(element, "notify", V.parseBoolean, true),
        setvarId: optional(element, "setvar_id", V.parseText),
      }),
    )
  }

const readChannel =
  (architecture: Architecture) =>
  (element: Element): Reading<RawChannel> => {
    const ends = childrenNamed(element, "end", architecture)
    const misspelt = element.children.filter(
      ({ name }) => name !== "end" && meantWord(name, ["end"]) === "end",
    )
    const wrong: Findings =
      ends.length + misspelt.length === 2
        ? []
        : [
            errorAt(
              element.place,
              "exactly two end elements must be specified on element 'channel'",
              `it has ${ends.length}: write one <end pd="..." id="..." /> for each of the two protection domains`,
              {
                code: "channel-ends",
                fixes: [
                  fix("delete-element", deleteElement(ends.length > 2 ? (ends[2] ?? element) : element)),
                ],
              },
            ),
          ]
    return noting(
      [...shapeFindings(element, "channel", architecture), ...wrong],
      all({
        place: reading(element.place),
        element: reading(element),
        ends: each(ends, readEnd(architecture)),
      }),
    )
  }

export function readSystem(root: Element, architecture: Architecture): Reading<RawSystem> {
  const named = (tag: string) => childrenNamed(root, tag, architecture)
  return noting(
    [...shapeFindings(root, "system", architecture), ...onlyOne(named("domains"), "system")],
    all({
      place: reading(root.place),
      element: reading(root),
      regions: each(named("memory_region"), readRegion(architecture)),
      domains: each(named("protection_domain"), readDomain(architecture)),
      channels: each(named("channel"), readChannel(architecture)),
      scheduling: each(named("domains"), readScheduling(architecture)),
      ioSpaces: each(named("io_address_space"), readIoSpace(architecture)),
    }),
  )
}
