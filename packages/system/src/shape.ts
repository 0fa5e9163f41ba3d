// SPDX-License-Identifier: BSD-2-Clause
//
// The shape of an element against the language's table: names of attributes and of child elements, text
// where none belongs. What Microkit knows and we do not take yet is told apart from what nobody knows.

import { type Diagnostic, errorAt } from "@vmm/diagnostic"
import { type ElementRule, LANGUAGE, type RuleName } from "./language-table.ts"
import { didYouMean } from "./suggest.ts"
import type { Attribute, Element } from "./xml.ts"

const list = (names: ReadonlyArray<string>): string => names.map((name) => `'${name}'`).join(", ")

function childTags(rule: ElementRule): string[] {
  return rule.children.map((child) => LANGUAGE[child.rule].tag)
}

/** Tags of the elements that may hold `tag`. */
function parentsOf(tag: string): string[] {
  const parents = Object.values(LANGUAGE).filter((rule) => childTags(rule).includes(tag))
  return [...new Set(parents.map((rule) => rule.tag))]
}

function laterElement(tag: string): boolean {
  return Object.values(LANGUAGE).some((rule) => rule.laterElements?.includes(tag) ?? false)
}

function unknownAttribute(element: Element, rule: ElementRule, attribute: Attribute): Diagnostic {
  const { name, namePlace } = attribute
  const names = rule.attributes.map((known) => known.name)
  const x86Irq = rule.tag === "irq" && (rule.laterAttributes?.includes(name) ?? false)
  if (!x86Irq && rule.laterAttributes?.includes(name)) {
    return errorAt(
      namePlace,
      `attribute '${name}' on element '${element.name}' is part of the .system language but not taken yet`,
      "delete it for now",
    )
  }
  const taken = names.length === 0 ? "it takes no attributes" : `it takes ${list(names)}`
  const hint = rule.attributeHints?.[name]
  return errorAt(
    namePlace,
    `invalid attribute '${name}' on element '${element.name}'`,
    hint ?? didYouMean(name, names, taken),
  )
}

function x86Irq(element: Element): Diagnostic | undefined {
  const form = element.attributes.has("pcidev") || element.attributes.has("handle") ? "MSI" : "I/O APIC"
  const first = ["pcidev", "pin", "ioapic", "vector", "polarity", "handle"]
    .map((name) => element.attributes.get(name))
    .find((attribute) => attribute !== undefined)
  if (first === undefined) return undefined
  return errorAt(
    first.namePlace,
    `x86 ${form} IRQ isn't supported on ARM and RISC-V on element 'irq'; ` +
      "the form is part of the .system language but not taken yet",
    'on ARM write <irq irq="..." id="..." trigger="level" />, with irq = SPI number + 32',
  )
}

/** Whether an `irq` is in one of the x86 forms, so that its ARM attributes need not be asked for. */
export function isX86Irq(element: Element): boolean {
  return x86Irq(element) !== undefined
}

function attributeFindings(element: Element, rule: ElementRule): Diagnostic[] {
  // Microkit does not look at attributes of <system>; editors put a schema's name there.
  if (rule.tag === "system") return []
  const foreign = rule.tag === "irq" ? x86Irq(element) : undefined
  const names = new Set(rule.attributes.map((known) => known.name))
  const unknown = [...element.attributes.values()].filter(
    ({ name }) => !names.has(name) && !(foreign !== undefined && rule.laterAttributes?.includes(name)),
  )
  return [
    ...(foreign === undefined ? [] : [foreign]),
    ...unknown.map((attribute) => unknownAttribute(element, rule, attribute)),
  ]
}

function unknownElement(parent: Element, rule: ElementRule, child: Element): Diagnostic {
  const { name, place } = child
  if (rule.tag === "system" && name === "virtual_machine") {
    return errorAt(
      place,
      "virtual machine must be a child of a protection domain",
      "move it inside the <protection_domain> of its VMM",
    )
  }
  if (rule.laterElements?.includes(name) || laterElement(name)) {
    return errorAt(
      place,
      `element '${name}' is part of the .system language but not taken yet`,
      "delete it for now",
    )
  }
  const homes = parentsOf(name)
  const tags = [...new Set(childTags(rule))]
  const taken =
    tags.length === 0 ? `'${parent.name}' takes no elements` : `'${parent.name}' takes ${list(tags)}`
  return errorAt(
    place,
    `invalid XML element '${name}'`,
    homes.length > 0 ? `'${name}' goes inside ${list(homes)}` : didYouMean(name, tags, taken),
  )
}

function textFindings(element: Element): Diagnostic[] {
  return element.texts.map(({ place, after }) =>
    errorAt(
      place,
      after === undefined
        ? `unexpected text found in element '${element.name}'`
        : `unexpected text found after element '${after}'`,
      "delete it, or make it a comment: <!-- ... -->",
    ),
  )
}

/** Everything wrong with the element's own names and text; its children's insides are not looked at. */
export function shapeFindings(element: Element, name: RuleName): Diagnostic[] {
  const rule = LANGUAGE[name]
  const tags = new Set(childTags(rule))
  return [
    ...attributeFindings(element, rule),
    ...textFindings(element),
    ...element.children
      .filter((child) => !tags.has(child.name))
      .map((child) => unknownElement(element, rule, child)),
  ]
}
