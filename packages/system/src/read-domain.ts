// SPDX-License-Identifier: BSD-2-Clause
//
// Reads <protection_domain> and what stands inside it.

import * as E from "fp-ts/lib/Either.js"
import { errorAt } from "@vmm/diagnostic"
import { optional, required, withDefault } from "./fields.ts"
import { DEFAULT_BUDGET_US, MAX_PRIORITY, SMALL_PAGE, STACK_SIZES } from "./options.ts"
import type { RuleName } from "./language-table.ts"
import type { RawDomain, RawImage, RawIrq, RawMachine, RawMap, RawSetvar, RawVcpu } from "./raw.ts"
import { all, each, type Field, type Findings, noting, type Reading, reading } from "./reading.ts"
import { isX86Irq, shapeFindings } from "./shape.ts"
import * as V from "./values.ts"
import type { Element } from "./xml.ts"

export const childrenNamed = (element: Element, tag: string): ReadonlyArray<Element> =>
  element.children.filter((child) => child.name === tag)

const parsePriority = V.numberWhere(
  (value) => value <= MAX_PRIORITY,
  `priority must be between 0 and ${MAX_PRIORITY}`,
  `give a priority from 0 (lowest) to ${MAX_PRIORITY}; 255 is the monitor's`,
)

const positiveTime = (what: string) =>
  V.numberWhere((value) => value > 0, `${what} must be greater than 0`, "give a time in microseconds")

const parseStackSize: V.Parser<number> = (text, attribute, tag) => {
  const range = `stack size must be between ${V.hex(STACK_SIZES.min)} bytes and ${V.hex(STACK_SIZES.max)} bytes`
  const remedy = `give a multiple of ${V.hex(SMALL_PAGE)}; the default is ${V.hex(STACK_SIZES.default)}`
  const inRange = (value: number) => value >= STACK_SIZES.min && value <= STACK_SIZES.max
  const sized = V.numberWhere(inRange, range, remedy)(text, attribute, tag)
  if (E.isLeft(sized) || sized.right % SMALL_PAGE === 0) return sized
  const whole = `stack size must be aligned to the smallest page size, ${V.hex(SMALL_PAGE)} bytes`
  return V.numberWhere(() => false, whole, remedy)(text, attribute, tag)
}

const scheduling = (element: Element) => ({
  priority: withDefault(element, "priority", parsePriority, 0),
  budget: withDefault(element, "budget", positiveTime("budget"), DEFAULT_BUDGET_US),
  period: optional(element, "period", positiveTime("period")),
})

const place = (element: Element) => ({ place: reading(element.place) })

const absent = (element: Element) => reading<Field<never>>({ value: undefined, place: element.place })

function readImage(element: Element): Reading<RawImage> {
  return noting(
    shapeFindings(element, "programImage"),
    all({
      ...place(element),
      path: required(element, "path", V.parseText),
      pathForSymbols: optional(element, "path_for_symbols", V.parseText),
    }),
  )
}

function readMap(element: Element, rule: "domainMap" | "machineMap"): Reading<RawMap> {
  const setvar = (name: string): Reading<Field<string>> =>
    rule === "domainMap" ? optional(element, name, V.parseText) : absent(element)
  return noting(
    shapeFindings(element, rule),
    all({
      ...place(element),
      region: required(element, "mr", V.parseText),
      vaddr: required(element, "vaddr", V.parseNumber),
      perms: withDefault(element, "perms", V.parsePermissions, { read: true, write: true, execute: false }),
      cached: withDefault(element, "cached", V.parseBoolean, true),
      setvarVaddr: setvar("setvar_vaddr"),
      setvarSize: setvar("setvar_size"),
      setvarPrefillSize: setvar("setvar_prefill_size"),
    }),
  )
}

function readIrq(element: Element): Reading<RawIrq> {
  const foreign = isX86Irq(element)
  return noting(
    shapeFindings(element, "irq"),
    all({
      ...place(element),
      irq: foreign ? absent(element) : required(element, "irq", V.parseIntid),
      id: required(element, "id", V.parseId),
      trigger: withDefault<V.Trigger>(element, "trigger", V.parseTrigger, "level"),
      setvarId: optional(element, "setvar_id", V.parseText),
    }),
  )
}

function readSetvar(element: Element): Reading<RawSetvar> {
  return noting(
    shapeFindings(element, "setvar"),
    all({
      ...place(element),
      symbol: required(element, "symbol", V.parseText),
      region: required(element, "region_paddr", V.parseText),
    }),
  )
}

function readVcpu(element: Element): Reading<RawVcpu> {
  return noting(
    shapeFindings(element, "vcpu"),
    all({
      ...place(element),
      id: required(element, "id", V.parseId),
      cpu: optional(element, "cpu", V.parseNumber),
      setvarId: optional(element, "setvar_id", V.parseText),
    }),
  )
}

function readMachine(element: Element): Reading<RawMachine> {
  const vcpus = childrenNamed(element, "vcpu")
  const name = element.attributes.get("name")?.value ?? ""
  const missing: Findings =
    vcpus.length > 0
      ? []
      : [
          errorAt(
            element.place,
            `missing 'vcpu' element on virtual_machine: '${name}'`,
            'write <vcpu id="0" /> inside the virtual machine',
          ),
        ]
  return noting(
    [...shapeFindings(element, "virtualMachine"), ...missing],
    all({
      ...place(element),
      name: required(element, "name", V.parseText),
      ...scheduling(element),
      vcpus: each(vcpus, readVcpu),
      maps: each(childrenNamed(element, "map"), (map) => readMap(map, "machineMap")),
    }),
  )
}

function cardinality(element: Element): Findings {
  const images = childrenNamed(element, "program_image")
  const machines = childrenNamed(element, "virtual_machine")
  const name = element.attributes.get("name")?.value ?? ""
  const missing = errorAt(
    element.place,
    `missing 'program_image' element on protection_domain: '${name}'`,
    'write <program_image path="..." /> inside the protection domain',
  )
  const twice = (what: string, remedy: string) => (again: Element) =>
    errorAt(
      again.place,
      `${what} must only be specified once on element 'protection_domain': '${name}'`,
      remedy,
    )
  return [
    ...(images.length === 0 ? [missing] : []),
    ...images.slice(1).map(twice("program_image", "keep one of the two")),
    ...machines
      .slice(1)
      .map(twice("virtual_machine", "give each virtual machine a protection domain of its own")),
  ]
}

export function readDomain(element: Element, rule: RuleName = "protectionDomain"): Reading<RawDomain> {
  const child = rule === "childProtectionDomain"
  const named = (tag: string) => childrenNamed(element, tag)
  return noting(
    [...shapeFindings(element, rule), ...cardinality(element)],
    all({
      ...place(element),
      name: required(element, "name", V.parseDomainName),
      id: child ? required(element, "id", V.parseId) : absent(element),
      setvarId: child ? optional(element, "setvar_id", V.parseText) : absent(element),
      ...scheduling(element),
      passive: withDefault(element, "passive", V.parseBoolean, false),
      stackSize: withDefault<number>(element, "stack_size", parseStackSize, STACK_SIZES.default),
      smc: withDefault(element, "smc", V.parseBoolean, false),
      cpu: withDefault(element, "cpu", V.parseNumber, 0),
      fpu: withDefault(element, "fpu", V.parseBoolean, true),
      images: each(named("program_image"), readImage),
      maps: each(named("map"), (map) => readMap(map, "domainMap")),
      irqs: each(named("irq"), readIrq),
      setvars: each(named("setvar"), readSetvar),
      machines: each(named("virtual_machine"), readMachine),
      children: each(named("protection_domain"), (inner) => readDomain(inner, "childProtectionDomain")),
    }),
  )
}
