// SPDX-License-Identifier: BSD-2-Clause
//
// Reads <protection_domain> and what stands inside it.

import { errorAt, nearest } from "@vmm/diagnostic"
import * as E from "fp-ts/lib/Either.js"

import { absent, optional, required, withDefault } from "./fields.ts"
import { addChild, also, deleteElement, fix } from "../fixes.ts"
import type { RuleName } from "../language/language-table.ts"
import {
  type Architecture,
  DEFAULT_BUDGET_US,
  MAX_PRIORITY,
  roundUp,
  SMALL_PAGE,
  STACK_SIZES,
} from "../options.ts"
import type { RawDomain, RawImage, RawMachine, RawMap, RawSetvar, RawVcpu } from "./raw.ts"
import { readCaps, readIoPort, readIrq } from "./hardware.ts"
import { all, each, type Field, type Findings, noting, type Reading, reading } from "./reading.ts"
import { childrenNamed, shapeFindings } from "../language/shape.ts"
import * as V from "./values.ts"
import type { Element } from "../xml/xml.ts"

const parsePriority = V.numberWhere(
  (value) => value <= MAX_PRIORITY,
  `priority must be between 0 and ${MAX_PRIORITY}`,
  `give a priority from 0 (lowest) to ${MAX_PRIORITY}; 255 is the monitor's`,
  `${MAX_PRIORITY}`,
)

const positiveTime = (what: string) =>
  V.numberWhere((value) => value > 0, `${what} must be greater than 0`, "give a time in microseconds")

const parseStackSize: V.Parser<number> = (text, attribute, tag) => {
  const range = `stack size must be between ${V.hex(STACK_SIZES.min)} bytes and ${V.hex(STACK_SIZES.max)} bytes`
  const remedy = `give a multiple of ${V.hex(SMALL_PAGE)}; the default is ${V.hex(STACK_SIZES.default)}`
  const number = V.parseNumber(text, attribute, tag)
  const asked = E.isRight(number) ? number.right : STACK_SIZES.default
  const write = V.hex(Math.min(STACK_SIZES.max, Math.max(STACK_SIZES.min, roundUp(asked, SMALL_PAGE))))
  const inRange = (value: number) => value >= STACK_SIZES.min && value <= STACK_SIZES.max
  const sized = V.numberWhere(inRange, range, remedy, write)(text, attribute, tag)
  if (E.isLeft(sized) || sized.right % SMALL_PAGE === 0) return sized
  const whole = `stack size must be aligned to the smallest page size, ${SMALL_PAGE} bytes`
  return V.numberWhere(() => false, whole, remedy, write)(text, attribute, tag)
}

const scheduling = (element: Element) => ({
  priority: withDefault(element, "priority", parsePriority, 0),
  budget: withDefault(element, "budget", positiveTime("budget"), DEFAULT_BUDGET_US),
  period: optional(element, "period", positiveTime("period")),
})

const place = (element: Element) => ({ place: reading(element.place), element: reading(element) })

const readImage =
  (architecture: Architecture) =>
  (element: Element): Reading<RawImage> => {
    return noting(
      shapeFindings(element, "programImage", architecture),
      all({
        ...place(element),
        path: required(element, "path", V.parseText),
        pathForSymbols: optional(element, "path_for_symbols", V.parseText),
      }),
    )
  }

function readMap(
  element: Element,
  rule: "domainMap" | "machineMap",
  architecture: Architecture,
): Reading<RawMap> {
  const setvar = (name: string): Reading<Field<string>> =>
    rule === "domainMap" ? optional(element, name, V.parseText) : absent(element)
  return noting(
    shapeFindings(element, rule, architecture),
    all({
      ...place(element),
      region: required(element, "mr", V.parseText),
      vaddr: required(element, "vaddr", V.parseVaddr),
      perms: withDefault(element, "perms", V.parsePermissions, { read: true, write: true, execute: false }),
      cached: withDefault(element, "cached", V.parseBoolean, true),
      setvarVaddr: setvar("setvar_vaddr"),
      setvarSize: setvar("setvar_size"),
      setvarPrefillSize: setvar("setvar_prefill_size"),
    }),
  )
}

/** Without its symbol it sets nothing: it may go. A tag with words of no meaning is likelier to have misspelt it. */
function setvarSymbol(element: Element): Reading<Field<string>> {
  const read = required(element, "symbol", V.parseText)
  const plain = [...element.attributes.keys()].every((name) => name === "region_paddr")
  if (element.attributes.has("symbol") || !plain) return read
  const fixes = [fix("delete-element", deleteElement(element))]
  const [value, findings] = read()
  return reading(
    value,
    findings.map((one) => ({ ...one, fixes })),
  )
}

const readSetvar =
  (architecture: Architecture) =>
  (element: Element): Reading<RawSetvar> => {
    return noting(
      shapeFindings(element, "setvar", architecture),
      all({
        ...place(element),
        symbol: setvarSymbol(element),
        region: required(element, "region_paddr", V.parseText),
      }),
    )
  }

const readVcpu =
  (architecture: Architecture) =>
  (element: Element): Reading<RawVcpu> => {
    return noting(
      shapeFindings(element, "vcpu", architecture),
      all({
        ...place(element),
        id: required(element, "id", V.parseId, "0"),
        cpu: optional(element, "cpu", V.parseNumber),
        setvarId: optional(element, "setvar_id", V.parseText),
      }),
    )
  }

/** A machine of the older language has its id instead of a <vcpu>, and that is told. */
function vcpusFindings(element: Element, vcpus: readonly Element[], architecture: Architecture): Findings {
  const name = element.attributes.get("name")?.value ?? ""
  const [, second] = vcpus
  if (vcpus.length === 0) {
    // One whose name is misspelt is told.
    const near = element.children.some((child) => nearest(child.name, ["vcpu"]) !== undefined)
    if (element.attributes.has("id") || near) return []
    const fixes = [fix("write-element", addChild(element, '<vcpu id="0" />'))]
    return [
      errorAt(
        element.place,
        `missing 'vcpu' element on virtual_machine: '${name}'`,
        'write <vcpu id="0" /> inside the virtual machine',
        { code: "vcpu-missing", fixes },
      ),
    ]
  }
  if (architecture !== "x86_64" || second === undefined) return []
  const message = `virtual machine '${name}' must have exactly one vcpu on x86_64, it has ${vcpus.length}`
  const remedy = "the vCPU of x86 is the protection domain's own thread: delete the others"
  const related = [also(vcpus[0]?.place ?? element.place, "the first vcpu")]
  return [
    errorAt(second.place, message, remedy, {
      code: "vcpu-too-many",
      related,
      fixes: [fix("delete-element", deleteElement(second))],
    }),
  ]
}

const readMachine =
  (architecture: Architecture) =>
  (element: Element): Reading<RawMachine> => {
    const vcpus = childrenNamed(element, "vcpu", architecture)
    return noting(
      [
        ...shapeFindings(element, "virtualMachine", architecture),
        ...vcpusFindings(element, vcpus, architecture),
      ],
      all({
        ...place(element),
        name: required(element, "name", V.parseText),
        ...scheduling(element),
        vcpus: each(vcpus, readVcpu(architecture)),
        maps: each(childrenNamed(element, "map", architecture), (map) =>
          readMap(map, "machineMap", architecture),
        ),
      }),
    )
  }

function cardinality(element: Element, architecture: Architecture): Findings {
  const named = (tag: string) => childrenNamed(element, tag, architecture)
  const images = named("program_image")
  const name = element.attributes.get("name")?.value ?? ""
  const none = errorAt(
    element.place,
    `missing 'program_image' element on protection_domain: '${name}'`,
    'write <program_image path="..." /> inside the protection domain',
    {
      code: "program-image-missing",
      fixes: [
        fix("write-element", addChild(element, `<program_image path="${name}.elf" />`), [
          "name the program's own file",
        ]),
      ],
    },
  )
  const twice = (elements: readonly Element[], what: string, remedy: string) =>
    elements.slice(1).map((again) =>
      errorAt(
        again.place,
        `${what} must only be specified once on element 'protection_domain': '${name}'`,
        remedy,
        {
          code: "element-twice",
          related: elements.slice(0, 1).map((first) => also(first.place, "the first one")),
          fixes: [fix("delete-element", deleteElement(again))],
        },
      ),
    )
  return [
    ...(images.length === 0 ? [none] : []),
    ...twice(images, "program_image", "keep one of the two"),
    ...twice(
      named("virtual_machine"),
      "virtual_machine",
      "give each virtual machine a protection domain of its own",
    ),
    ...twice(named("cspace"), "cspace", "put all capabilities into one <cspace>"),
  ]
}

/** Secure monitor calls are ARM's. */
function smcFindings(smc: Field<boolean>, architecture: Architecture): Findings {
  if (smc.value !== true || architecture === "aarch64") return []
  const message =
    "ARM SMC forwarding support is not available for this architecture on element 'protection_domain'"
  return [errorAt(smc.place, message, "delete smc", { code: "smc-not-arm" })]
}

export const readDomain =
  (architecture: Architecture, rule: RuleName = "protectionDomain") =>
  (element: Element): Reading<RawDomain> => {
    const child = rule === "childProtectionDomain"
    const named = (tag: string) => childrenNamed(element, tag, architecture)
    const smc = withDefault(element, "smc", V.parseBoolean, false)
    const findings = [
      ...shapeFindings(element, rule, architecture),
      ...cardinality(element, architecture),
      ...smcFindings(smc()[0], architecture),
    ]
    return noting(
      findings,
      all({
        ...place(element),
        name: required(element, "name", V.parseDomainName),
        id: child ? required(element, "id", V.parseChildId) : absent<number>(element),
        setvarId: child ? optional(element, "setvar_id", V.parseText) : absent<string>(element),
        ...scheduling(element),
        passive: withDefault(element, "passive", V.parseBoolean, false),
        stackSize: withDefault<number>(element, "stack_size", parseStackSize, STACK_SIZES.default),
        smc,
        cpu: withDefault(element, "cpu", V.parseNumber, 0),
        fpu: withDefault(element, "fpu", V.parseBoolean, true),
        domain: optional(element, "domain", V.parseText),
        images: each(named("program_image"), readImage(architecture)),
        maps: each(named("map"), (map) => readMap(map, "domainMap", architecture)),
        irqs: each(named("irq"), readIrq(architecture)),
        ioPorts: each(named("ioport"), readIoPort(architecture)),
        setvars: each(named("setvar"), readSetvar(architecture)),
        machines: each(named("virtual_machine"), readMachine(architecture)),
        caps: readCaps(named("cspace"), architecture),
        children: each(named("protection_domain"), readDomain(architecture, "childProtectionDomain")),
      }),
    )
  }
