// SPDX-License-Identifier: BSD-2-Clause
//
// From an element's attributes to fields: required ones, optional ones and those with a default. A wrong
// value is a finding at the value, a missing attribute one at the element's name; the field's value is
// then undefined, and later checks pass it over.

import { type Diagnostic, errorAt } from "@vmm/diagnostic"
import * as E from "fp-ts/lib/Either.js"

import { addText, fix, setText } from "../fixes.ts"
import { type Field, type Reading, reading } from "./reading.ts"
import type { Parser } from "./values.ts"
import type { Element } from "../xml/xml.ts"

/** That an element lacks an attribute; `write` is a value to put there. */
export function missing(element: Element, name: string, write?: string): Diagnostic {
  const fixes = write === undefined ? [] : [fix("write-attribute", addText(element, ` ${name}="${write}"`))]
  return errorAt(
    element.place,
    `Missing required attribute '${name}' on element '${element.name}'`,
    write === undefined ? `write ${name}="..." in the tag` : `write ${name}="${write}" in the tag`,
    { code: "attribute-missing", ...(fixes.length === 0 ? {} : { fixes }) },
  )
}

/** @param write a value that would be right, for the fix of a missing attribute */
export function required<A>(
  element: Element,
  name: string,
  parse: Parser<A>,
  write?: string,
): Reading<Field<A>> {
  if (element.attributes.has(name)) return optional(element, name, parse)
  return reading<Field<A>>({ value: undefined, place: element.place, written: false }, [
    missing(element, name, write),
  ])
}

export function optional<A>(element: Element, name: string, parse: Parser<A>): Reading<Field<A>> {
  const attribute = element.attributes.get(name)
  if (attribute === undefined) return absent(element)
  const place = attribute.valuePlace
  const parsed = parse(attribute.value, name, element.name)
  if (E.isRight(parsed)) return reading<Field<A>>({ value: parsed.right, place, written: true })
  const { message, remedy, write, code = "value-wrong" } = parsed.left
  const fixes = write === undefined ? {} : { fixes: [fix("write-value", setText(attribute, write))] }
  return reading<Field<A>>({ value: undefined, place, written: true }, [
    errorAt(place, message, remedy, { code, ...fixes }),
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
    : reading<Field<A>>({ value, place: element.place, written: false })
}

/** The field of an attribute that is not there. */
export function absent<A>(element: Element): Reading<Field<A>> {
  return reading<Field<A>>({ value: undefined, place: element.place, written: false })
}
