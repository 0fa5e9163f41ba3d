// SPDX-License-Identifier: BSD-2-Clause
//
// Ways out for a protection domain whose program reaches for memory that it does not map, as lines of the `.system`
// file: another place for a map, a further map, a longer region; and the system without the domain.

import type { Edit, Fix } from "@vmm/diagnostic"
import type { ExampleFiles } from "../example.ts"
import { groupedHex } from "../hex.ts"
import { insertLines, removeElements, setAttribute } from "../patch/system-patch.ts"
import { elements, findElement, readXml, type XmlElement } from "../patch/xml-text.ts"

const named = (element: XmlElement, attribute: string): string | undefined =>
  element.attributes.get(attribute)?.value

const ownMap = (root: XmlElement, pd: string, region: string): XmlElement | undefined =>
  findElement(root, "protection_domain", pd)?.children.find(
    (child) => child.name === "map" && named(child, "mr") === region,
  )

const made = (id: string, title: string, edits: readonly Edit[], notes: readonly string[] = []) =>
  edits.length === 0 ? [] : [{ id, title, edits, notes }]

/** The map of a region that the domain has, at another address. */
export function moveDomainMap(
  { system }: ExampleFiles,
  pd: string,
  region: string,
  vaddr: number,
): readonly Fix[] {
  const to = groupedHex(vaddr)
  const edits =
    system === undefined ? [] : setAttribute(system, (root) => ownMap(root, pd, region), "vaddr", to)
  return made("map-place", `map "${region}" at ${to} in ${pd}`, edits)
}

/** A map as it is to be written. */
export interface NewMap {
  readonly region: string
  readonly vaddr: number
  readonly perms: string
  readonly cached: boolean
}

/** A region that the domain does not map yet. */
export function addDomainMap(
  { system }: ExampleFiles,
  pd: string,
  { region, vaddr, perms, cached }: NewMap,
  notes: readonly string[],
): readonly Fix[] {
  const root = system === undefined ? undefined : readXml(system.text)
  const domain = root === undefined ? undefined : findElement(root, "protection_domain", pd)
  if (system === undefined || domain === undefined) return []
  const how = cached ? "" : ' cached="false"'
  const line = `<map mr="${region}" vaddr="${groupedHex(vaddr)}" perms="${perms}"${how} />`
  const like = domain.children.some(({ name }) => name === "map") ? "map" : "program_image"
  return made("domain-map", `map "${region}" in ${pd}`, insertLines(system, domain, like, [line]), notes)
}

/** A longer region; none for one that has its place on the board. */
export function growRegion({ system }: ExampleFiles, region: string, size: number): readonly Fix[] {
  const find = (root: XmlElement) => findElement(root, "memory_region", region)
  const root = system === undefined ? undefined : readXml(system.text)
  const element = root === undefined ? undefined : find(root)
  if (system === undefined || element === undefined || element.attributes.has("phys_addr")) return []
  const text = groupedHex(size)
  return made("region-size", `make "${region}" ${text} bytes long`, setAttribute(system, find, "size", text))
}

/** The system without a domain, its channels, and the regions that it alone maps. */
export function leaveDomainOut({ system }: ExampleFiles, pd: string): readonly Fix[] {
  const root = system === undefined ? undefined : readXml(system.text)
  const domain = root === undefined ? undefined : findElement(root, "protection_domain", pd)
  if (system === undefined || root === undefined || domain === undefined) return []
  const all = [...elements(root)]
  const within = new Set(elements(domain))
  if ([...within].some((one) => one !== domain && /^(protection_domain|virtual_machine)$/.test(one.name)))
    return []
  const channels = all.filter(
    ({ name, children }) => name === "channel" && children.some((end) => named(end, "pd") === pd),
  )
  const used = (inside: boolean) =>
    new Set(
      all.filter((one) => one.name === "map" && within.has(one) === inside).map((one) => named(one, "mr")),
    )
  const [own, others] = [used(true), used(false)]
  const regions = all.filter(({ name, attributes }) => {
    const region = attributes.get("name")?.value
    return name === "memory_region" && own.has(region) && !others.has(region)
  })
  const edits = removeElements(system, [domain, ...channels, ...regions])
  return made("without-domain", `leave ${pd} out until its program is mended`, edits, [
    "Its channels go with it, and what it alone maps.",
  ])
}
