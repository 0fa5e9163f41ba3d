// SPDX-License-Identifier: BSD-2-Clause
//
// Ways out that change elements rather than one value: children out of a VMM, I/O ports that share, a region that gets
// its place, what another architecture or no file needs.

import { type Diagnostic, type Fix, insertAt } from "@vmm/diagnostic"

import type { Context } from "../check/context.ts"
import { addText, deleteAttribute, deleteElement, elementText, fix, setText } from "../fixes.ts"
import { LARGE_PAGE, roundUp } from "../options.ts"
import { hex, numberOf } from "../read/values.ts"
import type { Attribute, Element } from "../xml/xml.ts"

/** An element and the one that it is in. */
export interface Nested {
  readonly element: Element
  readonly parent: Element | undefined
}

const valueOf = (element: Element, name: string): number | undefined =>
  numberOf(element.attributes.get(name)?.value ?? "")

const OF_CHILDREN: ReadonlySet<string> = new Set(["id", "setvar_id"])

/** The children behind their parent, as domains of their own. */
function childrenOut(domain: Element): Fix | undefined {
  const children = domain.children.filter(({ name }) => name === "protection_domain")
  if (children.length === 0) return undefined
  const { end, indent, place } = domain
  const texts = children.map((child) => `\n\n${indent}${elementText(child, indent, OF_CHILDREN)}`)
  const names = children.map((child) => `'${child.attributes.get("name")?.value ?? ""}'`).join(", ")
  return {
    id: "children-out",
    title: `put ${names} behind '${domain.attributes.get("name")?.value ?? ""}'`,
    edits: [
      ...children.map((child) => deleteElement(child).edit),
      insertAt(place.file, end.line, end.column, texts.join("")),
    ],
    notes: ["Their faults go to the monitor then, which stops them, and not to their parent."],
  }
}

/** Of two ranges of ports that overlap, the lower ends where the higher begins; one inside of the other goes. */
function portsApart(own: Element, all: readonly Nested[]): Fix | undefined {
  const rangeOf = (element: Element) => {
    const [addr, size] = [valueOf(element, "addr"), valueOf(element, "size")]
    return addr === undefined || size === undefined ? undefined : { element, addr, end: addr + size }
  }
  const ranges = all.flatMap(({ element }) => (element.name === "ioport" ? (rangeOf(element) ?? []) : []))
  const at = ranges.findIndex(({ element }) => element === own)
  const one = ranges[at]
  const other = ranges
    .slice(0, at)
    .find(({ addr, end }) => one !== undefined && addr < one.end && one.addr < end)
  if (one === undefined || other === undefined) return undefined
  const [lower, higher] = one.addr < other.addr ? [one, other] : [other, one]
  const size = lower.element.attributes.get("size")
  if (lower.addr < higher.addr && lower.end <= higher.end && size !== undefined) {
    const text = hex(higher.addr - lower.addr)
    const change = setText(size, text)
    return fix("write-value", {
      ...change,
      title: `write size="${text}" for the ports from ${hex(lower.addr)} on`,
    })
  }
  return fix("delete-element", deleteElement(own), ["The program then has no channel of this id."])
}

/** Where regions may be put on a board of which nothing is known: behind what old devices and the kernel take. */
const LIKELY_RAM = 0x1000_0000

/** A phys_addr that no other region has. */
function placed(region: Element, all: readonly Nested[]): Fix | undefined {
  const size = valueOf(region, "size")
  if (size === undefined || region.attributes.has("phys_addr")) return undefined
  const taken = all.flatMap(({ element }) => {
    const [base, bytes] = [valueOf(element, "phys_addr"), valueOf(element, "size")]
    return element.name !== "memory_region" || base === undefined ? [] : [{ base, end: base + (bytes ?? 0) }]
  })
  let at = LIKELY_RAM
  for (const { base, end } of taken.toSorted((a, b) => a.base - b.base)) {
    if (base < at + size && at < end) at = roundUp(end, LARGE_PAGE)
  }
  const notes = ["It must be RAM of the board that nothing else has."]
  return fix("write-attribute", addText(region, ` phys_addr="${hex(at)}"`), notes)
}

/** The one other domain whose capability can be meant; no capability where there is none. */
function otherDomain({ element }: Nested, attribute: Attribute, context: Context): Fix | undefined {
  const owner = context.domains.find(({ domain }) => domain.caps.some((cap) => cap.element === element))
  if (owner === undefined) return undefined
  const names = [...context.domainIndex.keys()].filter((name) => name !== owner.domain.name.value)
  const [only, another] = names
  if (only === undefined) return fix("delete-element", deleteElement(element))
  return another === undefined ? fix("write-value", setText(attribute, only)) : undefined
}

function attributeFix(
  nested: Nested,
  attribute: Attribute,
  finding: Diagnostic,
  rest: Rest,
): Fix | undefined {
  const { all, context } = rest
  switch (finding.code) {
    case "smc-not-arm":
      return fix("delete-attribute", deleteAttribute(attribute))
    case "prefill-empty":
      return nested.element.attributes.has("size")
        ? fix("delete-attribute", deleteAttribute(attribute))
        : undefined
    case "io-ports-overlap":
      return portsApart(nested.element, all)
    case "region-paddr-not-fixed": {
      const region = all.find(
        ({ element }) =>
          element.name === "memory_region" && element.attributes.get("name")?.value === attribute.value,
      )
      return region === undefined ? undefined : placed(region.element, all)
    }
    case "domain-unknown":
      return otherDomain(nested, attribute, context)
    default:
      return undefined
  }
}

interface Rest {
  readonly all: readonly Nested[]
  readonly context: Context
}

/** A way out of a finding that has none yet. */
export function elementFix(finding: Diagnostic, all: readonly Nested[], context: Context): Fix | undefined {
  const at = ({ line, column }: { line: number; column: number }) =>
    line === finding.line && column === finding.column
  if (finding.code === "vmm-with-children") {
    const domain = all.find(({ element }) => at(element.place))
    return domain && childrenOut(domain.element)
  }
  for (const nested of all) {
    const found = [...nested.element.attributes.values()].find(({ valuePlace }) => at(valuePlace))
    if (found !== undefined) return attributeFix(nested, found, finding, { all, context })
  }
  return undefined
}

/** The region whose address a variable gets: one that its name holds, else the only one that the domain maps. */
export function regionOfVariable({ element, parent }: Nested, { raw }: Context): string | undefined {
  const symbol = element.attributes.get("symbol")?.value.toLowerCase() ?? ""
  const names = raw.regions.flatMap(({ name }) => name.value ?? [])
  const held = names.filter((name) => symbol.includes(name.toLowerCase()))
  const longest = held.toSorted((a, b) => b.length - a.length)[0]
  if (longest !== undefined) return longest
  const maps = parent?.children.filter(({ name }) => name === "map") ?? []
  const mapped = [...new Set(maps.flatMap((map) => map.attributes.get("mr")?.value ?? []))]
  return mapped.length === 1 ? mapped[0] : names.length === 1 ? names[0] : undefined
}
