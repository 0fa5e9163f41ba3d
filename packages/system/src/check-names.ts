// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about names and numbers of things: names are unique, and there are at most 63 protection domains
// and 63 virtual machines.

import { type Context, twins } from "./context.ts"
import { type Diagnostic, errorAt, type Place } from "@vmm/diagnostic"
import { MAX_DOMAINS } from "./options.ts"
import type { Field } from "./reading.ts"

interface Named {
  readonly name: Field<string>
  readonly place: Place
}

function duplicates(what: string, items: ReadonlyArray<Named>): Diagnostic[] {
  return twins(items, ({ name }) => name.value).map(([first, again]) =>
    errorAt(
      again.name.place,
      `duplicate ${what} name '${again.name.value}'.`,
      `choose another name; line ${first.name.place.line} has this one`,
    ),
  )
}

function tooMany(what: string, items: ReadonlyArray<Named>): Diagnostic[] {
  const over = items[MAX_DOMAINS]
  if (over === undefined) return []
  const message = `too many ${what}s (${items.length}) defined. Maximum is ${MAX_DOMAINS}.`
  return [errorAt(over.place, message, `this is number ${MAX_DOMAINS + 1}: make do with ${MAX_DOMAINS}`)]
}

export function checkNames({ raw, domains, machines }: Context): ReadonlyArray<Diagnostic> {
  const all = domains.map(({ domain }) => domain)
  const none = errorAt(
    raw.place,
    "at least one protection domain must be defined",
    'write <protection_domain name="..."> inside <system>',
  )
  return [
    ...(all.length === 0 ? [none] : []),
    ...duplicates("memory region", raw.regions),
    ...duplicates("protection domain", all),
    ...duplicates("virtual machine", machines),
    ...tooMany("protection domain", all),
    ...tooMany("virtual machine", machines),
  ]
}
