// SPDX-License-Identifier: BSD-2-Clause
//
// From an element's attributes to fields: required ones, optional ones and those with a default. A wrong
// value is a finding at the value, a missing attribute one at the element's name; the field's value is
// then undefined, and later checks pass it over.

import * as E from "fp-ts/lib/Either.js"
import { errorAt } from "@vmm/diagnostic"
import { type Field, type Reading, reading } from "./reading.ts"
import type { Parser } from "./values.ts"
import type { Element } from "./xml.ts"

export function required<A>(element: Element, name: string, parse: Parser<A>): Reading<Field<A>> {
  if (element.attributes.has(name)) return optional(element, name, parse)
  const missing = errorAt(
    element.place,
    `Missing required attribute '${name}' on element '${element.name}'`,
    `write ${name}="..." in the tag`,
  )
  return reading<Field<A>>({ value: undefined, place: element.place }, [missing])
}

export function optional<A>(element: Element, name: string, parse: Parser<A>): Reading<Field<A>> {
  const attribute = element.attributes.get(name)
  if (attribute === undefined) return reading<Field<A>>({ value: undefined, place: element.place })
  const place = attribute.valuePlace
  const parsed = parse(attribute.value, name, element.name)
  return E.isRight(parsed)
    ? reading<Field<A>>({ value: parsed.right, place })
    : reading<Field<A>>({ value: undefined, place }, [
        errorAt(place, parsed.left.message, parsed.left.remedy),
      ])
}

export function withDefault<A>(
  element: Element,
  name: string,
  parse: Parser<A>,
  value: A,
): Reading<Field<A>> {
  return element.attributes.has(name)
    ? optional(element, name, parse)
    : reading<Field<A>>({ value, place: element.place })
}
