// SPDX-License-Identifier: BSD-2-Clause
//
// Names that are missing: the one that others use and nobody has, else one that is free; and values that can be left
// out, or are written with a unit of time.

import type { Element } from "../xml/xml.ts"

/** What a thing is called where nothing says more. */
const USUAL: Readonly<Record<string, string>> = {
  protection_domain: "pd",
  virtual_machine: "guest",
  memory_region: "region",
}
/** Where a name is used, by the element that it is of. */
const USES: Readonly<Record<string, readonly (readonly [element: string, attribute: string])[]>> = {
  protection_domain: [
    ["end", "pd"],
    ["cap_tcb", "pd"],
    ["cap_sc", "pd"],
    ["cap_vspace", "pd"],
  ],
  memory_region: [
    ["map", "mr"],
    ["iomap", "mr"],
    ["setvar", "region_paddr"],
  ],
}
/** Microkit's, and this project's, usual program of a domain with a virtual machine. */
const VMM_PROGRAM = "vmm.elf"
/** Microseconds of a unit. */
const TIMES: Readonly<Record<string, number>> = {
  us: 1,
  "\u00b5s": 1,
  usec: 1,
  ms: 1000,
  msec: 1000,
  s: 1_000_000,
  sec: 1_000_000,
}
/** Attributes with a default that does for most. */
const OPTIONAL: ReadonlySet<string> = new Set([
  "protection_domain stack_size",
  "protection_domain cpu",
  "protection_domain budget",
  "protection_domain period",
  "protection_domain fpu",
  "protection_domain passive",
  "irq trigger",
  "virtual_machine budget",
  "virtual_machine period",
  "vcpu cpu",
  "end notify",
  "end pp",
])

const textOf = (element: Element, name: string): string => element.attributes.get(name)?.value.trim() ?? ""

function nameOf(element: Element, all: readonly Element[]): string | undefined {
  const usual = USUAL[element.name]
  if (usual === undefined) return undefined
  const names = new Set(all.filter(({ name }) => name === element.name).map((one) => textOf(one, "name")))
  const used = (USES[element.name] ?? []).flatMap(([user, attribute]) =>
    all.filter(({ name }) => name === user).map((one) => textOf(one, attribute)),
  )
  const [wanted, another] = new Set(used.filter((name) => name !== "" && !names.has(name)))
  if (wanted !== undefined && another === undefined) return wanted
  if (!names.has(usual)) return usual
  return Array.from({ length: names.size + 1 }, (_, at) => `${usual}${at + 1}`).find(
    (name) => !names.has(name),
  )
}

/** The value of an attribute that is missing, empty or cannot be read. */
export function namedValue(element: Element, attribute: string, all: readonly Element[]): string | undefined {
  if (attribute === "name" && textOf(element, "name") === "") return nameOf(element, all)
  if (element.name === "program_image" && attribute === "path") {
    const owner = all.find(({ children }) => children.includes(element))
    return owner?.children.some(({ name }) => name === "virtual_machine") === true ? VMM_PROGRAM : undefined
  }
  if (attribute !== "budget" && attribute !== "period") return undefined
  const [, digits, unit] =
    /^(\d+(?:\.\d+)?)\s*(us|\u00b5s|usec|ms|msec|s|sec)$/i.exec(textOf(element, attribute)) ?? []
  const time = Number(digits) * (TIMES[unit?.toLowerCase() ?? ""] ?? 0)
  return digits !== undefined && Number.isSafeInteger(time) && time > 0 ? String(time) : undefined
}

/** True for an attribute that may go when nobody knows what it was to be. */
export const canGo = (element: Element, attribute: string): boolean =>
  OPTIONAL.has(`${element.name} ${attribute}`)
