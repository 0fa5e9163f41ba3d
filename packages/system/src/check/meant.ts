// SPDX-License-Identifier: BSD-2-Clause
//
// What rules share to name things: ranges of addresses in words, the name that was most likely meant by one that
// nothing has, and a memory region that is not there.

import type { More } from "@vmm/diagnostic"

import { fix, setPlace } from "../fixes.ts"
import { meantWord } from "../language/suggest.ts"
import type { Field } from "../read/reading.ts"
import { hex } from "../read/values.ts"
import type { Context } from "./context.ts"

/** The bytes [from..from + size), in hexadecimal. */
export const range = (from: number, size: number): string => `[${hex(from)}..${hex(from + size)})`

/** The fix for a name that nothing has: the nearest one that something has. */
export function spelling(field: Field<string>, names: Iterable<string>): Pick<More, "fixes"> {
  const meant = meantWord(field.value ?? "", names)
  return meant === undefined ? {} : { fixes: [fix("spelling", setPlace(field.place, meant))] }
}

/** Fields that refer to a region. */
function uses({ raw, spaces, domains }: Context): readonly Field<string>[] {
  return [
    ...spaces.flatMap((space) => space.maps.map((map) => map.region)),
    ...domains.flatMap(({ domain }) => domain.setvars.map((setvar) => setvar.region)),
    ...raw.ioSpaces.flatMap((space) => space.maps.map((map) => map.region)),
  ]
}

/** Names of the regions that something refers to. */
export const usedNames = (context: Context): ReadonlySet<string | undefined> =>
  new Set(uses(context).map(({ value }) => value))

const LEFT_OVER = new WeakMap<Context, string | undefined>()

/** The only region that nothing refers to, where only one name is unknown: it was renamed in one place. */
function leftOver(context: Context): string | undefined {
  if (!LEFT_OVER.has(context)) LEFT_OVER.set(context, findLeftOver(context))
  return LEFT_OVER.get(context)
}

function findLeftOver(context: Context): string | undefined {
  const used = usedNames(context)
  const names = [...context.regionIndex.keys()].filter((name) => !used.has(name))
  const lost = [...used].filter((name) => name !== undefined && !context.regionIndex.has(name))
  return names.length === 1 && lost.length === 1 ? names[0] : undefined
}

/** Remedy and fix for a name that no region has: the nearest one that there is, else the one that nothing uses. */
export function unknownRegion(
  context: Context,
  { value: name = "", place }: Field<string>,
): { readonly remedy: string; readonly more: Pick<More, "fixes"> } {
  const near = meantWord(name, context.regionIndex.keys())
  const left = near === undefined ? leftOver(context) : undefined
  const meant = near ?? left
  if (meant === undefined) return { remedy: `write <memory_region name="${name}" size="..." />`, more: {} }
  if (left === undefined) {
    return { remedy: `did you mean '${meant}'?`, more: { fixes: [fix("spelling", setPlace(place, meant))] } }
  }
  const all = uses(context).filter((one) => one.value === name)
  const edits = all.map((one) => setPlace(one.place, meant).edit)
  const title = all.length > 1 ? `write '${meant}' for '${name}' everywhere` : `write '${meant}'`
  return {
    remedy: `did you mean '${meant}'? Nothing uses that, and no region has the name '${name}'`,
    more: { fixes: [{ id: "spelling", title, edits, notes: [] }] },
  }
}
