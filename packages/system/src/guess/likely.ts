// SPDX-License-Identifier: BSD-2-Clause
//
// What an attribute most likely is that is missing or out of range: a free number, the region that nobody uses, the
// address of its region.

import type { Context } from "../check/context.ts"
import { MAX_ID, numberOf } from "../read/values.ts"
import type { Element } from "../xml/xml.ts"
import { type Nested, regionOfVariable } from "./elements.ts"
import { knownNumber } from "./known-numbers.ts"
import { namedValue } from "./names.ts"
import { x86Value } from "./x86.ts"

/** All elements with their parents, in the file's order. */
export const walk = (element: Element, parent?: Element): Nested[] => [
  { element, parent },
  ...element.children.flatMap((child) => walk(child, element)),
]

const elementsOf = (root: Element): readonly Element[] => walk(root).map(({ element }) => element)

/** The text of an attribute. */
export const textOf = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes.get(name)?.value

/** Children of these names. */
export const children = (element: Element | undefined, ...names: readonly string[]): Element[] =>
  element?.children.filter(({ name }) => names.includes(name)) ?? []

function free(users: readonly Element[], name = "id", from = 0): string | undefined {
  const used = new Set(users.map((user) => numberOf(textOf(user, name) ?? "")))
  for (let id = from; id <= MAX_ID; id++) if (!used.has(id)) return String(id)
  return undefined
}

/** Channel ends and interrupts of a domain share one space of ids. */
function freeChannel(root: Element, domain: string | undefined): string | undefined {
  const all = walk(root)
  const ends = all.filter(({ element }) => element.name === "end" && textOf(element, "pd") === domain)
  const irqs = all.filter(
    ({ element, parent }) => element.name === "irq" && textOf(parent, "name") === domain,
  )
  return free([...ends, ...irqs].map(({ element }) => element))
}

function freeId({ element, parent }: Nested, root: Element): string | undefined {
  switch (element.name) {
    case "end":
      return freeChannel(root, textOf(element, "pd"))
    case "irq":
      return freeChannel(root, textOf(parent, "name"))
    case "vcpu":
    case "ioport":
      return free(children(parent, element.name))
    case "protection_domain": {
      const machines = children(parent, "virtual_machine")
      return free([
        ...children(parent, element.name),
        ...machines.flatMap((machine) => children(machine, "vcpu")),
      ])
    }
    default:
      return undefined
  }
}

/** The one region that the space does not map yet, or that lies where the map goes. */
function likelyRegion({ element, parent }: Nested, { raw }: Context): string | undefined {
  const mapped = new Set(children(parent, "map", "iomap").map((map) => textOf(map, "mr")))
  const left = raw.regions.filter(({ name }) => name.value !== undefined && !mapped.has(name.value))
  const vaddr = numberOf(textOf(element, "vaddr") ?? "")
  const there = left.filter(({ physAddr }) => physAddr.value !== undefined && physAddr.value === vaddr)
  const only = there.length === 1 ? there[0] : left.length === 1 ? left[0] : undefined
  return only?.name.value
}

/** Where the region is mapped elsewhere, or where the board has it. */
function likelyAddress({ element, parent }: Nested, root: Element, { raw }: Context): string | undefined {
  const name = textOf(element, "mr")
  const region = raw.regions.find((one) => one.name.value === name)
  const elsewhere = walk(root).find(
    (other) =>
      other.element.name === "map" && other.parent !== parent && textOf(other.element, "mr") === name,
  )
  return textOf(region?.element, "phys_addr") ?? textOf(elsewhere?.element, "vaddr")
}

export function guess(nested: Nested, name: string, root: Element, context: Context): string | undefined {
  const { element, parent } = nested
  const all = elementsOf(root)
  const known =
    knownNumber(context, element, name) ?? x86Value(element, name, all) ?? namedValue(element, name, all)
  if (known !== undefined) return known
  if (name === "id") return freeId(nested, root)
  if (name === "mr") return likelyRegion(nested, context)
  if (name === "region_paddr") return regionOfVariable(nested, context)
  if (name === "vaddr") return likelyAddress(nested, root, context)
  if (name === "slot") return free(parent?.children ?? [], "slot", 1)
  if (name === "domain_id") return free(children(root, "io_address_space"), "domain_id", 1)
  if (name === "pd" && element.name === "end") {
    const others = [...context.domainIndex.keys()].filter((domain) =>
      children(parent, "end").every((end) => textOf(end, "pd") !== domain),
    )
    return others.length === 1 ? others[0] : undefined
  }
  return undefined
}
