// SPDX-License-Identifier: BSD-2-Clause
//
// The fault of a protection domain as a block of text, and the remedy of a right that its map lacks.

import { type Fix, type Place, renderPlace } from "@vmm/diagnostic"
import type { ExampleFiles } from "./example.ts"
import { setAttribute } from "./patch/system-patch.ts"
import { findElement, type XmlElement } from "./patch/xml-text.ts"
import { fixesText, rows } from "./fault/render-fault.ts"

/** A fault of a protection domain that nobody handles, in words. */
export interface DomainStop {
  /** One sentence without its full stop. */
  readonly summary: string
  /** Why, in terms of what the domain was given. */
  readonly cause: string | undefined
  /** The line of the domain's program. */
  readonly line: string | undefined
  /** The domain in the `.system` file. */
  readonly place: Place | undefined
  readonly fixes: readonly Fix[]
}

/** The block, lines separated by \n, the last one without. */
export function renderDomainStop(stop: DomainStop, example: ExampleFiles): string {
  const { summary, cause, line, place, fixes } = stop
  return [
    `${summary}.`,
    ...(cause === undefined ? [] : rows("cause", cause)),
    ...(line === undefined ? [] : rows("program", line)),
    ...(place === undefined ? [] : rows("domain", renderPlace(place))),
    ...fixesText(fixes, example, (text) => text),
  ].join("\n")
}

/** An end of a channel that may make protected calls (Microkit manual, `end`, attribute pp). */
export function callableEnd({ system }: ExampleFiles, pd: string, id: number): readonly Fix[] {
  const end = (root: XmlElement): XmlElement | undefined =>
    root.children
      .filter(({ name }) => name === "channel")
      .flatMap(({ children }) => children)
      .find(
        ({ attributes }) => attributes.get("pd")?.value === pd && Number(attributes.get("id")?.value) === id,
      )
  const edits = system === undefined ? [] : setAttribute(system, end, "pp", "true")
  const notes = ["The domain at the other end must be more urgent, and its program must have `protected`."]
  return [{ id: "channel", title: `let ${pd} call by its channel ${id}: pp="true"`, edits, notes }]
}

/** The right that an access of a domain needs, at the map of its region. */
export function domainPermission(
  { system }: ExampleFiles,
  pd: string,
  region: string,
  right: "r" | "w",
  has: string,
): readonly Fix[] {
  const perms = [..."rwx"].filter((one) => one === "r" || one === right || has.includes(one)).join("")
  const map = (root: XmlElement): XmlElement | undefined =>
    findElement(root, "protection_domain", pd)?.children.find(
      ({ name, attributes }) => name === "map" && attributes.get("mr")?.value === region,
    )
  const edits = system === undefined ? [] : setAttribute(system, map, "perms", perms)
  return [
    {
      id: "permission",
      title: `write perms="${perms}" at the map of "${region}" in ${pd}`,
      edits,
      notes: [],
    },
  ]
}
