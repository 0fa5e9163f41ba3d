// SPDX-License-Identifier: BSD-2-Clause
//
// Fixes that need the whole file: what a missing attribute most likely is, a free number for one out of range, and an
// unknown attribute in place of the one that is missing. They are guesses, so they only offer themselves where a
// finding has no fix of its own.

import { type Diagnostic, type Edit, type Fix, insertAt, nearest } from "@vmm/diagnostic"

import { type Context, groupBy } from "../check/context.ts"
import {
  addText,
  deleteAttribute,
  deleteElement,
  elementText,
  escaped,
  fix,
  renameAttribute,
  setText,
} from "../fixes.ts"
import { numberOf } from "../read/values.ts"
import type { Element } from "../xml/xml.ts"
import { elementFix, type Nested } from "./elements.ts"
import { knownNumber } from "./known-numbers.ts"
import { children, guess, textOf, walk } from "./likely.ts"
import { canGo } from "./names.ts"
import { x86Fix } from "./x86.ts"

const samePlace = (finding: Diagnostic, place: { readonly line: number; readonly column: number }): boolean =>
  finding.line === place.line && finding.column === place.column

const placeKey = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  `${line}:${column}`

interface Renamed {
  readonly way: Fix
  readonly remedy: string
}

interface Renames {
  readonly fixes: ReadonlyMap<Diagnostic, Renamed>
  /** Missing attributes that are there under a misspelt name. */
  readonly same: ReadonlySet<Diagnostic>
}

/** One attribute is unknown and one is missing: the one is the other. */
function renames(all: readonly Nested[], findings: readonly Diagnostic[]): Renames {
  const fixes = new Map<Diagnostic, Renamed>()
  const same = new Set<Diagnostic>()
  const missing = groupBy(
    findings.filter(({ code }) => code === "attribute-missing"),
    placeKey,
  )
  const unknown = groupBy(
    findings.filter(({ code }) => code === "attribute-unknown"),
    placeKey,
  )
  for (const { element } of all) {
    const [wanted, more] = missing.get(placeKey(element.place)) ?? []
    const name = missingName(wanted)
    if (wanted === undefined || more !== undefined || name === undefined) continue
    const strangers = [...element.attributes.values()].filter((one) => unknown.has(placeKey(one.namePlace)))
    const [stranger, another] = strangers
    if (stranger === undefined || another !== undefined) continue
    const way = fix("spelling", renameAttribute(stranger, name))
    const remedy = `write ${name}="${escaped(stranger.value)}" for ${stranger.name}="${escaped(stranger.value)}"`
    const [told] = unknown.get(placeKey(stranger.namePlace)) ?? []
    if (told !== undefined) fixes.set(told, { way, remedy })
    // The reference tool looks for unknown attributes first: the one finding is enough.
    if (told === undefined) fixes.set(wanted, { way, remedy })
    else same.add(wanted)
  }
  return { fixes, same }
}

/** Where an element that is at the wrong place goes: out of the domain, out of the machine, or into it. */
function moved(nested: Nested, all: readonly Nested[], root: Element): Fix | undefined {
  const { element, parent } = nested
  if (parent === undefined || element.children.length > 0) return undefined
  const { file } = element.place
  const above = all.find((one) => one.element === parent)?.parent
  const text = elementText(element, "", new Set())
  const moveTo = (edit: Edit, where: string): Fix => {
    const title = `move this <${element.name}> ${where}`
    return { id: "move-element", title, edits: [edit, deleteElement(element).edit], notes: [] }
  }
  if (element.name === "memory_region" && parent !== root) {
    const top = root.children.find(
      (child) => child === parent || walk(child).some((one) => one.element === parent),
    )
    if (top === undefined) return undefined
    const edit = insertAt(file, top.place.line, top.place.column - 1, `${text}\n${top.indent}`)
    return moveTo(edit, `before <${top.name}>`)
  }
  if (
    ["irq", "setvar", "ioport"].includes(element.name) &&
    parent.name === "virtual_machine" &&
    above !== undefined
  ) {
    const edit = insertAt(file, parent.end.line, parent.end.column, `\n${parent.indent}${text}`)
    return moveTo(edit, `behind </${parent.name}>`)
  }
  const [machine] = children(parent, "virtual_machine")
  if (element.name === "vcpu" && machine !== undefined && !machine.selfClosing) {
    const { line, column } = machine.tagEnd
    return moveTo(insertAt(file, line, column, `\n${machine.indent}    ${text}`), `into <${machine.name}>`)
  }
  return undefined
}

const missingName = (finding: Diagnostic | undefined): string | undefined =>
  /^Missing required attribute '([\w]+)'/.exec(finding?.message ?? "")?.[1]

function ownGuess(
  finding: Diagnostic,
  all: readonly Nested[],
  root: Element,
  context: Context,
): Fix | undefined {
  if (finding.code === "attribute-missing") {
    const nested = all.find(({ element }) => samePlace(finding, element.place))
    const name = missingName(finding)
    const value = nested === undefined || name === undefined ? undefined : guess(nested, name, root, context)
    return nested === undefined || value === undefined
      ? undefined
      : fix("write-attribute", addText(nested.element, ` ${name}="${value}"`))
  }
  if (finding.code !== "value-wrong") {
    const elements = all.map(({ element }) => element)
    return x86Fix(finding, elements, context) ?? elementFix(finding, all, context)
  }
  for (const nested of all) {
    for (const attribute of nested.element.attributes.values()) {
      if (!samePlace(finding, attribute.valuePlace)) continue
      const value = guess(nested, attribute.name, root, context)
      if (value !== undefined) return fix("write-value", setText(attribute, value))
      return canGo(nested.element, attribute.name)
        ? fix("delete-attribute", deleteAttribute(attribute))
        : undefined
    }
  }
  return undefined
}

/** Addresses and sizes that the trees know go before what the digits look like, ranks before the end of the range. */
function better(finding: Diagnostic, all: readonly Nested[], context: Context): Diagnostic {
  if (finding.code !== "value-wrong") return finding
  if (finding.message.startsWith("priority must be")) return ranked(finding, all, context)
  if (!finding.message.includes("invalid digit")) return finding
  for (const { element } of all) {
    for (const attribute of element.attributes.values()) {
      if (!samePlace(finding, attribute.valuePlace) || !FROM_TREES.has(attribute.name)) continue
      const known = knownNumber(context, element, attribute.name)
      const fixes = finding.fixes ?? []
      if (known === undefined || fixes.some(({ title }) => sameNumber(title, known))) return finding
      return { ...finding, fixes: [fix("write-value", setText(attribute, known)), ...fixes] }
    }
  }
  return finding
}

/** The highest rank there is would set a guest above the domain that answers for it. */
function ranked(finding: Diagnostic, all: readonly Nested[], context: Context): Diagnostic {
  for (const { element } of all) {
    const priority = element.attributes.get("priority")
    if (priority === undefined || !samePlace(finding, priority.valuePlace)) continue
    const known = element.name === "virtual_machine" ? knownNumber(context, element, "priority") : undefined
    if (known === undefined) return finding
    const remedy = `write priority="${known}", which is less than its protection domain's; ${finding.remedy ?? ""}`
    return { ...finding, remedy, fixes: [fix("write-value", setText(priority, known))] }
  }
  return finding
}

const FROM_TREES: ReadonlySet<string> = new Set(["phys_addr", "vaddr", "size"])

const sameNumber = (title: string, known: string): boolean =>
  numberOf(/"([^"]*)"/.exec(title)?.[1] ?? "") === numberOf(known)

/** What to write, and what there is to know of such values. */
function inWords({ title }: Fix, { code, remedy }: Diagnostic): string {
  if (code === "attribute-missing") return `${title} in the tag`
  return remedy === undefined ? title : remedy.startsWith(title) ? remedy : `${title}; ${remedy}`
}

/** Names of regions whose element is misspelt or at the wrong place, and told so. */
function unreadRegions(all: readonly Nested[], findings: readonly Diagnostic[]): ReadonlySet<string> {
  const wrong = new Set(
    findings.filter(({ code }) => code === "element-unknown" || code === "element-misplaced").map(placeKey),
  )
  return new Set(
    all.flatMap(({ element }) =>
      wrong.has(placeKey(element.place)) &&
      (element.name === REGION || nearest(element.name, [REGION]) === REGION)
        ? (textOf(element, "name") ?? [])
        : [],
    ),
  )
}

const REGION = "memory_region"

/** Each guess looks at the whole file: the findings beyond these get none. */
const MANY_FINDINGS = 500

/** The findings, with fixes where there were none and one can be guessed. */
export function withGuesses(
  findings: ReadonlyArray<Diagnostic>,
  root: Element,
  context: Context,
): ReadonlyArray<Diagnostic> {
  if (findings.length === 0) return findings
  const all = walk(root)
  const { fixes: renamed, same } = renames(all, findings)
  const unread = unreadRegions(all, findings)
  const told = findings.filter(
    (finding) =>
      !same.has(finding) &&
      (finding.code !== "region-unknown" ||
        !unread.has(/region name '([^']*)'/.exec(finding.message)?.[1] ?? "")),
  )
  return told.map((finding, index) => {
    if (index >= MANY_FINDINGS && !renamed.has(finding)) return finding
    const nested =
      finding.code === "element-misplaced"
        ? all.find((one) => samePlace(finding, one.element.place))
        : undefined
    const other = renamed.get(finding)
    if (other !== undefined) return { ...finding, remedy: other.remedy, fixes: [other.way] }
    const way = nested === undefined ? undefined : moved(nested, all, root)
    if (way !== undefined) return { ...finding, fixes: [way] }
    if ((finding.fixes?.length ?? 0) > 0) return better(finding, all, context)
    const own = ownGuess(finding, all, root, context)
    return own === undefined ? finding : { ...finding, remedy: inWords(own, finding), fixes: [own] }
  })
}
