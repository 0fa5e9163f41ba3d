// SPDX-License-Identifier: BSD-2-Clause
//
// The shape of an element against the language's table: names of attributes and of child elements, text
// where none belongs. What another architecture has, or an older version of the language had, is told apart from
// what nobody knows.

import { type Diagnostic, type Edit, errorAt, type Fix, replaceAt } from "@vmm/diagnostic"

import { deleteAttribute, deleteElement, fix, renameAttribute } from "../fixes.ts"
import { type ElementRule, LANGUAGE, type RuleName } from "./language-table.ts"
import { LEGACY } from "./legacy.ts"
import type { Architecture } from "../options.ts"
import { didYouMean, meantWord } from "./suggest.ts"
import type { Attribute, Element } from "../xml/xml.ts"

const list = (names: ReadonlyArray<string>): string => names.map((name) => `'${name}'`).join(", ")

function childTags(rule: ElementRule): string[] {
  return rule.children.map((child) => LANGUAGE[child.rule].tag)
}

/** Tags of the elements that may hold `tag`. */
function parentsOf(tag: string): string[] {
  const parents = Object.values(LANGUAGE).filter((rule) => childTags(rule).includes(tag))
  return [...new Set(parents.map((rule) => rule.tag))]
}

/** The attributes that the element takes on that architecture. */
const taken = (rule: ElementRule, architecture: Architecture): string[] =>
  rule.attributes.filter(({ on }) => on?.includes(architecture) ?? true).map(({ name }) => name)

/** Other words for the same, as other tools have them. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  phys_addr: [
    "paddr",
    "phys",
    "pa",
    "physaddr",
    "phys_address",
    "physical_address",
    "addr",
    "address",
    "base",
  ],
  vaddr: ["va", "ipa", "gpa", "guest_addr", "addr", "address", "at", "phys_addr", "virtual_address"],
  perms: ["permissions", "perm", "rights", "access", "mode", "flags"],
  cached: ["cache", "cacheable"],
  mr: ["memory_region", "region", "name"],
  priority: ["prio"],
  irq: ["number", "num", "intid", "interrupt", "spi"],
  size: ["length", "len", "sz"],
  path: ["file", "image", "elf"],
  setvar_vaddr: ["setvar", "symbol", "setvar_address"],
  trigger: ["type", "polarity"],
  id: ["channel", "ch"],
  cpu: ["affinity", "core", "pcpu", "cpu_affinity", "cpuid"],
  pd: ["domain", "protection_domain", "name"],
}

/** The attribute that a word stands for, by its spelling or its meaning. */
function meantAttribute(word: string, element: Element, names: readonly string[]): string | undefined {
  const near = meantWord(word, names)
  if (near !== undefined) return near
  const alike = (name: string) => SYNONYMS[name]?.includes(word.toLowerCase().replaceAll("-", "_")) === true
  return names.find((name) => alike(name) && !element.attributes.has(name))
}

function attributeFixes(element: Element, attribute: Attribute, names: readonly string[]): Fix[] {
  const meant = meantAttribute(attribute.name, element, names)
  return meant !== undefined && !element.attributes.has(meant)
    ? [fix("spelling", renameAttribute(attribute, meant))]
    : [fix("delete-attribute", deleteAttribute(attribute))]
}

/** Where an attribute of the language stands, when it is not this element's. */
function homeOf(name: string, rule: ElementRule): string | undefined {
  const homes = Object.values(LANGUAGE).filter(
    (other) => other.tag !== rule.tag && other.attributes.some((one) => one.name === name),
  )
  const tags = [...new Set(homes.map(({ tag }) => `<${tag}>`))]
  if (tags.length === 0 || tags.length > 2 || GENERAL.has(name)) return undefined
  return `'${name}' stands at ${tags.join(" and ")}: delete it here, or write it there`
}

/** Attributes that many elements have, each in a sense of its own. */
const GENERAL: ReadonlySet<string> = new Set(["name", "id", "size", "path"])

function unknownAttribute(
  element: Element,
  rule: ElementRule,
  attribute: Attribute,
  architecture: Architecture,
): Diagnostic {
  const { name, namePlace } = attribute
  const names = taken(rule, architecture)
  const message = `invalid attribute '${name}' on element '${element.name}'`
  const legacy = LEGACY.find((one) => one.tag === rule.tag && one.attribute === name)
  if (legacy !== undefined) return errorAt(namePlace, message, legacy.remedy, { code: legacy.code })
  const foreign = rule.attributes.find((known) => known.name === name)
  if (foreign?.on !== undefined) {
    const remedy = `on ${architecture} it is not there; '${name}' is for ${foreign.on.join(" and ")}: delete it`
    const fixes = [fix("delete-attribute", deleteAttribute(attribute))]
    return errorAt(namePlace, message, remedy, { code: "attribute-of-another-architecture", fixes })
  }
  const known = names.length === 0 ? "it takes no attributes" : `it takes ${list(names)}`
  const hint = rule.attributeHints?.[name]
  const fixes = attributeFixes(element, attribute, names)
  const meant = meantAttribute(name, element, names)
  const asked = hint === undefined || hint === `write ${meant}`
  const home = meant === undefined ? homeOf(name, rule) : undefined
  const remedy = hint ?? home ?? (meant === undefined ? known : `did you mean '${meant}'?`)
  return errorAt(namePlace, message, remedy, {
    code: "attribute-unknown",
    fixes: asked ? fixes : [fix("delete-attribute", deleteAttribute(attribute))],
  })
}

const IO_APIC = ["pin", "ioapic", "polarity", "vector"]
const MSI = ["pcidev", "handle"]

/** Which form an <irq> is written in. */
export function irqForm(element: Element, architecture: Architecture): "gic" | "io-apic" | "msi" | undefined {
  const has = (names: readonly string[]) => names.some((name) => element.attributes.has(name))
  if (has(MSI)) return "msi"
  if (has(IO_APIC)) return "io-apic"
  if (has(["irq"])) return "gic"
  return architecture === "x86_64" ? "io-apic" : "gic"
}

/** The attribute that shows an <irq> to be in the form of another architecture. */
function foreignIrq(element: Element, architecture: Architecture): Diagnostic | undefined {
  const form = irqForm(element, architecture)
  const first = (names: readonly string[]) =>
    names.map((name) => element.attributes.get(name)).find((attribute) => attribute !== undefined)
  if (architecture === "x86_64") {
    const irq = form === "gic" ? first(["irq"]) : undefined
    if (irq === undefined) return undefined
    const message = "ARM and RISC-V IRQs are not supported on x86 on element 'irq'"
    const remedy =
      'on x86 write <irq pin="..." vector="..." id="..." />, or pcidev, handle and vector for an MSI'
    return errorAt(irq.namePlace, message, remedy, { code: "irq-of-another-architecture" })
  }
  const shown = first([...MSI, ...IO_APIC])
  if (shown === undefined) return undefined
  return errorAt(
    shown.namePlace,
    `x86 ${form === "msi" ? "MSI" : "I/O APIC"} IRQ isn't supported on ARM and RISC-V on element 'irq'`,
    architecture === "aarch64"
      ? 'on ARM write <irq irq="..." id="..." trigger="level" />, with irq = SPI number + 32'
      : 'on RISC-V write <irq irq="..." id="..." />, with the number of the PLIC\'s source',
    { code: "irq-of-another-architecture" },
  )
}

/** Whether an <irq> is in the form of another architecture, so that nothing more of it need be asked. */
export function isForeignIrq(element: Element, architecture: Architecture): boolean {
  return foreignIrq(element, architecture) !== undefined
}

const FORM_ATTRIBUTES: Readonly<Record<"gic" | "io-apic" | "msi", readonly string[]>> = {
  gic: ["irq", "id", "trigger", "setvar_id"],
  "io-apic": ["pin", "vector", "id", "ioapic", "trigger", "polarity", "setvar_id"],
  msi: ["pcidev", "handle", "vector", "id", "setvar_id"],
}

function irqAttributes(element: Element, rule: ElementRule, architecture: Architecture): Diagnostic[] {
  const foreign = foreignIrq(element, architecture)
  const form = irqForm(element, architecture)
  const names = form === undefined ? taken(rule, architecture) : FORM_ATTRIBUTES[form]
  const every = rule.attributes.map(({ name }) => name)
  const wrong = [...element.attributes.values()].filter(({ name }) =>
    declaresNamespace(name) ? false : !(foreign === undefined ? names : every).includes(name),
  )
  const own = { ...rule, attributes: rule.attributes.filter(({ name }) => names.includes(name)) }
  return [
    ...(foreign === undefined ? [] : [foreign]),
    ...wrong.map((attribute) => unknownAttribute(element, own, attribute, architecture)),
  ]
}

/** A declaration is no attribute (Namespaces in XML 1.0, section 3). */
const declaresNamespace = (name: string): boolean => name === "xmlns" || name.startsWith("xmlns:")

function attributeFindings(element: Element, rule: ElementRule, architecture: Architecture): Diagnostic[] {
  // Microkit does not look at attributes of <system>; editors put a schema's name there.
  if (rule.tag === "system") return []
  if (rule.tag === "irq") return irqAttributes(element, rule, architecture)
  const names = new Set(taken(rule, architecture))
  return [...element.attributes.values()]
    .filter(({ name }) => !names.has(name) && !declaresNamespace(name))
    .map((attribute) => unknownAttribute(element, rule, attribute, architecture))
}

/** Writes another name in both tags. */
function renamed(element: Element, name: string): Fix {
  const edits: Edit[] = [replaceAt(element.place, name)]
  if (!element.selfClosing) {
    const { line, column } = element.end
    const from = column - 1 - element.name.length
    edits.push(replaceAt({ file: element.place.file, line, column: from, endColumn: column - 1 }, name))
  }
  return { id: "spelling", title: `write <${name}>`, edits, notes: [] }
}

function unknownElement(parent: Element, rule: ElementRule, child: Element): Diagnostic {
  const { name, place } = child
  if (rule.tag === "system" && name === "virtual_machine") {
    const message = "virtual machine must be a child of a protection domain"
    return errorAt(place, message, "move it inside the <protection_domain> of its VMM", {
      code: "element-misplaced",
      fixes: [fix("delete-element", deleteElement(child))],
    })
  }
  const homes = parentsOf(name)
  const tags = [...new Set(childTags(rule))]
  const known =
    tags.length === 0 ? `'${parent.name}' takes no elements` : `'${parent.name}' takes ${list(tags)}`
  // Microkit begins with a capital here, inside a protection domain alone.
  const message = `${rule.tag === "protection_domain" ? "Invalid" : "invalid"} XML element '${name}'`
  if (homes.length > 0) {
    return errorAt(place, message, `'${name}' goes inside ${list(homes)}`, {
      code: "element-misplaced",
      fixes: [fix("delete-element", deleteElement(child))],
    })
  }
  const meant = meantWord(name, tags)
  const fixes = [meant === undefined ? fix("delete-element", deleteElement(child)) : renamed(child, meant)]
  return errorAt(place, message, didYouMean(name, tags, known), { code: "element-unknown", fixes })
}

/** A child that the language has, but not on this architecture. */
function foreignElement(rule: ElementRule, child: Element, architecture: Architecture): Diagnostic[] {
  const own = rule.children.map((one) => LANGUAGE[one.rule]).find(({ tag }) => tag === child.name)
  if (own?.on === undefined || own.on.architectures.includes(architecture)) return []
  return [
    errorAt(
      child.place,
      `${own.on.message} on element '${child.name}'`,
      `delete it, or build for ${own.on.architectures.join(" or ")}`,
      {
        code: "element-of-another-architecture",
        fixes: [fix("delete-element", deleteElement(child))],
      },
    ),
  ]
}

function textFindings(element: Element): Diagnostic[] {
  return element.texts.map(({ place, after }) =>
    errorAt(
      place,
      after === undefined
        ? `unexpected text found in element '${element.name}'`
        : `unexpected text found after element '${after}'`,
      "delete it, or make it a comment: <!-- ... -->",
      {
        code: "text-unexpected",
        fixes: [{ id: "delete-text", title: "delete the text", edits: [replaceAt(place, "")], notes: [] }],
      },
    ),
  )
}

/** Everything wrong with the element's own names and text; its children's insides are not looked at. */
export function shapeFindings(element: Element, name: RuleName, architecture: Architecture): Diagnostic[] {
  const rule = LANGUAGE[name]
  const tags = new Set(childTags(rule))
  return [
    ...attributeFindings(element, rule, architecture),
    ...textFindings(element),
    ...element.children.flatMap((child) =>
      tags.has(child.name)
        ? foreignElement(rule, child, architecture)
        : [unknownElement(element, rule, child)],
    ),
  ]
}

/** The children of that name, none where the architecture has none. */
export function childrenNamed(
  element: Element,
  tag: string,
  architecture: Architecture,
): ReadonlyArray<Element> {
  const rule = Object.values(LANGUAGE).find((one) => one.tag === tag)
  if (rule?.on !== undefined && !rule.on.architectures.includes(architecture)) return []
  return element.children.filter((child) => child.name === tag)
}
