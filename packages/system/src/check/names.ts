// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about names and numbers of things: names are unique, and there are at most 63 protection domains
// and 63 virtual machines.

import { type Diagnostic, errorAt } from "@vmm/diagnostic"

import { type Context, twins } from "./context.ts"
import { also, deleteElement, fix, setField } from "../fixes.ts"
import { LANGUAGE } from "../language/language-table.ts"
import { MAX_DOMAINS } from "../options.ts"
import type { Placed } from "../read/raw.ts"
import type { Field } from "../read/reading.ts"
import { meantWord } from "../language/suggest.ts"
import type { Element } from "../xml/xml.ts"

const TAGS = LANGUAGE.system.children.map(({ rule }) => LANGUAGE[rule].tag)

type Named = Placed & { readonly name: Field<string> }

/** Whether two elements say the same. */
function sameElement(a: Element, b: Element): boolean {
  const said = ({ attributes }: Element) =>
    [...attributes.values()].map(({ name, value }) => `${name}=${value}`)
  return a.name === b.name && said(a).sort().join("\0") === said(b).sort().join("\0")
}

function freeName(name: string, taken: ReadonlySet<string | undefined>): string {
  const stem = name.replace(/_?[0-9]+$/, "") || name
  for (let number = 2; ; number++) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`
}

/** A name that one map or another gives, and no region has. */
function wantedRegions({ spaces, raw }: Context): readonly string[] {
  const known = new Set(raw.regions.map(({ name }) => name.value))
  const named = spaces.flatMap(({ maps }) => maps.flatMap(({ region }) => region.value ?? []))
  return [...new Set(named.filter((name) => !known.has(name)))]
}

/** `wanted`: names that something gives and none has; the only one is what the second was to be called. */
function duplicates(what: string, items: ReadonlyArray<Named>, wanted: readonly string[] = []): Diagnostic[] {
  const taken = new Set(items.map(({ name }) => name.value))
  return twins(items, ({ name }) => name.value).map(([first, again]) => {
    const meant = wanted.length === 1 ? wanted[0] : undefined
    const other = meant ?? freeName(again.name.value ?? "", taken)
    return errorAt(
      again.name.place,
      `duplicate ${what} name '${again.name.value}'.`,
      `choose another name; line ${first.name.place.line} has this one`,
      {
        code: "name-twice",
        related: [also(first.name.place, `the first ${what} of this name`)],
        fixes: [
          ...(sameElement(first.element, again.element) && again.element.children.length === 0
            ? [fix("delete-element", deleteElement(again.element))]
            : []),
          fix(
            "another-name",
            setField(again.name, "name", other),
            meant === undefined ? [`whatever meant this ${what} has to name '${other}' too`] : [],
          ),
        ],
      },
    )
  })
}

function tooMany(what: string, items: ReadonlyArray<Named>): Diagnostic[] {
  const over = items[MAX_DOMAINS]
  if (over === undefined) return []
  const message = `too many ${what}s (${items.length}) defined. Maximum is ${MAX_DOMAINS}.`
  const remedy = `this is number ${MAX_DOMAINS + 1}: make do with ${MAX_DOMAINS}`
  return [errorAt(over.place, message, remedy, { code: "too-many" })]
}

export function checkNames(context: Context): ReadonlyArray<Diagnostic> {
  const { raw, domains, machines } = context
  const all = domains.map(({ domain }) => domain)
  const none = errorAt(
    raw.place,
    "at least one protection domain must be defined",
    'write <protection_domain name="..."> inside <system>',
    { code: "no-protection-domain" },
  )
  const misspelt = (): boolean =>
    raw.element.children.some(
      ({ name }) => name !== "protection_domain" && meantWord(name, TAGS) === "protection_domain",
    )
  return [
    ...(all.length === 0 && !misspelt() ? [none] : []),
    ...duplicates("memory region", raw.regions, wantedRegions(context)),
    ...duplicates("protection domain", all),
    ...duplicates("virtual machine", machines),
    ...duplicates("I/O address space", raw.ioSpaces),
    ...tooMany("protection domain", all),
    ...tooMany("virtual machine", machines),
  ]
}
