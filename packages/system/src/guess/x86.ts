// SPDX-License-Identifier: BSD-2-Clause
//
// What was most likely meant on x86: vectors and handles that are free, I/O ports by what a PC has there, interrupts in
// the form of another architecture, PCI devices whose numbers were written in decimal.

import { type Diagnostic, type Edit, type Fix, replaceAt } from "@vmm/diagnostic"

import type { Context } from "../check/context.ts"
import { addText, deleteAttribute, fix, renameAttribute, setText } from "../fixes.ts"
import { knownNumber } from "./known-numbers.ts"
import { IO_PORTS, IO_SPACE_END, MAX_VECTOR } from "../options.ts"
import { numberOf } from "../read/values.ts"
import { renderPci } from "../read/values-x86.ts"
import type { Attribute, Element } from "../xml/xml.ts"

/** What stands in the file, element by element. */
export type Elements = readonly Element[]

/** Attributes of an x86 interrupt that others do not have. */
const OF_X86 = ["pin", "vector", "ioapic", "polarity", "pcidev", "handle"]
/** Pins of the first I/O APIC that are the lines of the old PICs. */
const ISA_PINS = 16
/** Ports of a PC's own devices: base, how many. */
const PC_PORTS: Readonly<Record<number, number>> = {
  0x20: 2,
  0x40: 4,
  0x60: 5,
  0x70: 2,
  0xa0: 2,
  0x1f0: 8,
  0x2e8: 8,
  0x2f8: 8,
  0x3c0: 0x20,
  0x3e8: 8,
  0x3f8: 8,
  0xcf8: 8,
}

const valueOf = (element: Element, name: string): number | undefined =>
  numberOf(element.attributes.get(name)?.value ?? "")

function freeNumber(used: Iterable<number | undefined>, from: number, to: number): string | undefined {
  const taken = new Set(used)
  for (let number = from; number <= to; number++) if (!taken.has(number)) return String(number)
  return undefined
}

const irqsOf = (all: Elements): Elements => all.filter(({ name }) => name === "irq")

const freeVector = (all: Elements): string | undefined =>
  freeNumber(
    irqsOf(all).map((irq) => valueOf(irq, "vector")),
    0,
    MAX_VECTOR,
  )

/** The first message of a PCI device that no other line has. */
function freeHandle(element: Element, all: Elements): string | undefined {
  const device = element.attributes.get("pcidev")?.value
  const others = irqsOf(all).filter(
    (irq) => irq.attributes.get("pcidev")?.value === device && irq !== element,
  )
  return freeNumber(
    others.map((irq) => valueOf(irq, "handle")),
    0,
    2047,
  )
}

/** The digits of `-4`, `1x` and the like. */
const digitsOf = (text: string): string | undefined => /^-?(\d+)\D?$/.exec(text.trim())?.[1]

/** `00:03`, `00.03.0`, `0:20.0` with decimal numbers: as lspci prints it. */
function meantPci(text: string): string | undefined {
  const [, bus, device, func] =
    /^(?:0000:)?([0-9a-f]{1,3})[:.]([0-9a-f]{1,3})(?:[:.]([0-9a-f]))?$/i.exec(text.trim()) ?? []
  if (bus === undefined || device === undefined) return undefined
  const part = (digits: string, max: number) => {
    const hexadecimal = Number.parseInt(digits, 16)
    return hexadecimal <= max ? hexadecimal : Number(digits)
  }
  const found = { bus: part(bus, 255), device: part(device, 31), function: Number.parseInt(func ?? "0", 16) }
  return found.bus <= 255 && found.device <= 31 && found.function <= 7 ? renderPci(found) : undefined
}

/** Where a region is elsewhere, below the end of what an IOMMU translates. */
function ioAddress(element: Element, all: Elements): string | undefined {
  const name = element.attributes.get("mr")?.value
  const places = all.flatMap((one) => {
    if (one.name === "memory_region" && one.attributes.get("name")?.value === name)
      return one.attributes.get("phys_addr")?.value ?? []
    return one.name === "map" && one.attributes.get("mr")?.value === name
      ? (one.attributes.get("vaddr")?.value ?? [])
      : []
  })
  return places.find((text) => (numberOf(text) ?? IO_SPACE_END) < IO_SPACE_END)
}

function portCount(element: Element): string | undefined {
  const addr = valueOf(element, "addr")
  const many = addr === undefined ? undefined : PC_PORTS[addr]
  return many === undefined ? undefined : String(many)
}

/** The value of an attribute that is missing or cannot be read. */
export function x86Value(element: Element, name: string, all: Elements): string | undefined {
  const text = element.attributes.get(name)?.value
  switch (`${element.name} ${name}`) {
    case "irq vector":
      return freeVector(all)
    case "irq handle":
      return freeHandle(element, all)
    case "irq ioapic":
      return digitsOf(text ?? "") ?? "0"
    case "irq pin":
      return text === undefined ? undefined : digitsOf(text)
    case "irq pcidev":
    case "io_address_space peripheral_id":
      return text === undefined ? undefined : meantPci(text)
    case "io_address_space name":
      return `io${freeNumber(
        all.map((one) => numberOf(/^io(\d+)$/.exec(one.attributes.get("name")?.value ?? "")?.[1] ?? "")),
        0,
        IO_PORTS,
      )}`
    case "iomap iovaddr":
      return ioAddress(element, all)
    case "ioport size":
      return portCount(element)
    default:
      return undefined
  }
}

const attributeAt = (
  all: Elements,
  finding: Diagnostic,
): { element: Element; attribute: Attribute } | undefined => {
  for (const element of all) {
    for (const attribute of element.attributes.values()) {
      const at = ({ line, column }: { line: number; column: number }) =>
        line === finding.line && column === finding.column
      if (at(attribute.valuePlace) || at(attribute.namePlace)) return { element, attribute }
    }
  }
  return undefined
}

/** `irq` of a PC's old lines is the pin of that number. */
function asPin(element: Element, irq: Attribute, all: Elements): Fix | undefined {
  const pin = numberOf(irq.value)
  const vector = freeVector(all)
  if (pin === undefined || pin >= ISA_PINS || vector === undefined) return undefined
  const edits = [renameAttribute(irq, "pin").edit, addText(element, ` vector="${vector}"`).edit]
  return { id: "irq-form", title: `write pin="${irq.value}" vector="${vector}"`, edits, notes: [] }
}

/** The interrupt of the device that the domain has, in place of a pin or a message. */
function asIrq(element: Element, context: Context): Fix | undefined {
  const irq = knownNumber(context, element, "irq")
  if (irq === undefined) return undefined
  const foreign = OF_X86.flatMap((name) => element.attributes.get(name) ?? [])
  const [first, ...others] = foreign
  if (first === undefined) return undefined
  const edits: Edit[] = [
    renameAttribute(first, "irq").edit,
    replaceAt(first.valuePlace, irq),
    ...others.map((one) => deleteAttribute(one).edit),
  ]
  return {
    id: "irq-form",
    title: `write irq="${irq}" in place of ${foreign.map(({ name }) => name).join(", ")}`,
    edits,
    notes: [],
  }
}

/** A way out of what is wrong on x86, or in its form elsewhere. */
export function x86Fix(finding: Diagnostic, all: Elements, context: Context): Fix | undefined {
  const found = attributeAt(all, finding)
  if (found === undefined) return undefined
  const { element, attribute } = found
  const write = (value: string | undefined, one = attribute) =>
    value === undefined ? undefined : fix("write-value", setText(one, value))
  switch (finding.code) {
    case "irq-of-another-architecture":
      return context.architecture === "x86_64" ? asPin(element, attribute, all) : asIrq(element, context)
    case "vector-twice":
      return write(freeVector(all))
    case "iomap-beyond-space": {
      const meant = ioAddress(element, all)
      return meant === attribute.value ? undefined : write(meant)
    }
    case "io-ports-beyond": {
      const [size, addr] = [element.attributes.get("size"), valueOf(element, "addr")]
      const left = addr === undefined ? 0 : IO_PORTS - addr
      return size === undefined || left <= 0 ? undefined : write(String(left), size)
    }
    case "ppc-to-vmm":
      return fix("notify", deleteAttribute(attribute), ["The end then notifies, and gets no answer."])
    default:
      return undefined
  }
}
