// SPDX-License-Identifier: BSD-2-Clause
//
// Files of the older language (Microkit 1.x, and the sel4cp before it), recognised and rewritten. Two things changed
// their place: whether a protection domain may be called, `pp`, went from the callee to the end of the channel that
// calls (1.4); the number of a virtual machine went to its <vcpu> (1.3). All else means what it meant. Comments and
// layout stay, since only those few words are edited.

import { applyEdits, type Diagnostic, type Edit, errorInFile, type Fix, insertAt } from "@vmm/diagnostic"
import * as E from "fp-ts/lib/Either.js"

import { addChild, deleteAttribute } from "../fixes.ts"
import { type Element, readXml, type Source } from "../xml/xml.ts"

interface LegacyAttribute {
  readonly tag: string
  readonly attribute: string
  readonly code: string
  readonly remedy: string
}

const REWRITE = "`vmm migrate FILE` rewrites the file"

export const LEGACY: readonly LegacyAttribute[] = [
  {
    tag: "protection_domain",
    attribute: "pp",
    code: "legacy-pp",
    remedy: `Microkit 1.x had it here; now write pp="true" at the <end> of the channel that calls: ${REWRITE}`,
  },
  {
    tag: "virtual_machine",
    attribute: "id",
    code: "legacy-vm-id",
    remedy: `Microkit 1.x had it here; now it stands on the machine's <vcpu>: ${REWRITE}`,
  },
]

const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)]
const text = (element: Element, name: string): string => element.attributes.get(name)?.value ?? ""
const priority = (element: Element): number => Number(text(element, "priority").replaceAll("_", "") || 0)

/** The ends that could call a domain with pp="true": the other ends of its channels, of a lower priority. */
function callers(root: Element, callee: Element): Element[] {
  const domains = all(root).filter(({ name }) => name === "protection_domain")
  const channels = root.children.filter(({ name }) => name === "channel")
  return channels.flatMap((channel) => {
    const ends = channel.children.filter(({ name }) => name === "end")
    if (ends.length !== 2) return []
    return ends.filter((end, index) => {
      const other = ends[1 - index]
      const caller = domains.find((domain) => text(domain, "name") === text(end, "pd"))
      if (other === undefined || caller === undefined || caller === callee) return false
      return text(other, "pd") === text(callee, "name") && priority(caller) < priority(callee)
    })
  })
}

function ppFix(root: Element, domain: Element): Fix | undefined {
  const attribute = domain.attributes.get("pp")
  if (attribute === undefined) return undefined
  const ends =
    attribute.value === "true" ? callers(root, domain).filter((end) => !end.attributes.has("pp")) : []
  const edits: Edit[] = [deleteAttribute(attribute).edit]
  for (const { place, attributes } of ends) {
    const at = [...attributes.values()].at(-1)?.valuePlace
    const [line, column] = at === undefined ? [place.line, place.endColumn] : [at.line, at.endColumn + 1]
    edits.push(insertAt(place.file, line, column, ' pp="true"'))
  }
  const where = ends.map((end) => `line ${end.place.line}`).join(", ")
  const nobody = attribute.value === "true" ? ", which nobody with a lower priority has a channel for" : ""
  const title =
    ends.length === 0 ? `delete pp${nobody}` : `write pp="true" at the end that calls (${where}), not here`
  return { id: "migrate-pp", title, edits, notes: [] }
}

function machineFix(machine: Element): Fix | undefined {
  const attribute = machine.attributes.get("id")
  if (attribute === undefined) return undefined
  const edits: Edit[] = [deleteAttribute(attribute).edit]
  const has = machine.children.some(({ name }) => name === "vcpu")
  if (!has) edits.push(addChild(machine, `<vcpu id="${attribute.value}" />`).edit)
  const title = has ? "delete id" : `write <vcpu id="${attribute.value}" /> inside, not id here`
  return { id: "migrate-vm-id", title, edits, notes: [] }
}

/** What has to change, each with the place of the attribute that shows it. */
export function legacyFixes(
  root: Element,
): ReadonlyArray<{ readonly line: number; readonly column: number; readonly fix: Fix }> {
  return all(root).flatMap((element) => {
    const pp = element.name === "protection_domain"
    if (!pp && element.name !== "virtual_machine") return []
    const attribute = element.attributes.get(pp ? "pp" : "id")
    const fix = pp ? ppFix(root, element) : machineFix(element)
    if (attribute === undefined || fix === undefined) return []
    return [{ line: attribute.namePlace.line, column: attribute.namePlace.column, fix }]
  })
}

/** A file of Microkit 1.x in the language of today. */
export interface Migrated {
  /** The file in today's language; the same text when nothing was old. */
  readonly text: string
  /** What was changed, as orders: `write <vcpu id="0" /> inside, not id here`, by line. */
  readonly changes: ReadonlyArray<{ readonly line: number; readonly title: string }>
}

/** Rewrites a file of the older language. Broken XML is the one thing that keeps it from that. */
export function migrateSystem(source: Source): E.Either<Diagnostic, Migrated> {
  return E.chain((root: Element): E.Either<Diagnostic, Migrated> => {
    const known = legacyFixes(root)
    const edits = known.flatMap(({ fix }) => fix.edits)
    const applied = applyEdits(new Map([[source.file, source.text]]), edits)
    if (applied.ok === undefined) return E.left(errorInFile(source.file, applied.problem))
    const changes = known.map(({ line, fix }) => ({ line, title: fix.title }))
    return E.right({ text: applied.ok.get(source.file) ?? source.text, changes })
  })(readXml(source))
}
