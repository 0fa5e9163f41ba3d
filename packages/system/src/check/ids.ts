// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about numbers a program sees: channels and interrupts of a protection domain share one space of
// ids, its children and its vCPUs another, its I/O ports a third; an interrupt goes to one domain; a variable is
// set once.

import { type Diagnostic, errorAt } from "@vmm/diagnostic"

import { range, unknownRegion } from "./meant.ts"
import { type Context, twins } from "./context.ts"
import { also, deleteAttribute, deleteElement, fix, setField } from "../fixes.ts"
import { IO_PORTS } from "../options.ts"
import type { RawDomain, RawIrq, Placed } from "../read/raw.ts"
import type { Field } from "../read/reading.ts"
import { hex, MAX_ID } from "../read/values.ts"
import { renderPci } from "../read/values-x86.ts"

function lowestFree(taken: ReadonlyArray<Field<number>>): number | undefined {
  const used = new Set(taken.map((id) => id.value))
  return Array.from({ length: MAX_ID + 1 }, (_, id) => id).find((id) => !used.has(id))
}

function idTwice(
  first: Field<number>,
  again: Field<number>,
  taken: ReadonlyArray<Field<number>>,
  message: string,
): Diagnostic {
  const free = lowestFree(taken)
  const next = free === undefined ? "all ids are taken" : `the lowest free id is ${free}`
  const note = "the program has to use the new id too, unless setvar_id gives it"
  return errorAt(again.place, message, `line ${first.place.line} has this id; ${next}`, {
    code: "id-twice",
    related: [also(first.place, `id ${first.value} is taken here`)],
    fixes: free === undefined ? [] : [fix("free-id", setField(again, "id", String(free)), [note])],
  })
}

const idsTwice = (ids: ReadonlyArray<Field<number>>, message: (id: number) => string): Diagnostic[] =>
  twins(ids, (id) => id.value).map(([first, again]) => idTwice(first, again, ids, message(again.value ?? 0)))

function endIds({ raw }: Context, name: string | undefined): Field<number>[] {
  if (name === undefined) return []
  return raw.channels.flatMap(({ ends }) =>
    ends.filter((end) => end.domain.value === name).map((end) => end.id),
  )
}

function childFindings(domain: RawDomain): Diagnostic[] {
  const name = domain.name.value ?? ""
  const children = domain.children.map((child) => child.id)
  const vcpus = domain.machines.flatMap((machine) => machine.vcpus.map((vcpu) => vcpu.id))
  const clashes = children.flatMap((id) => {
    const vcpu = id.value === undefined ? undefined : vcpus.find((other) => other.value === id.value)
    if (vcpu === undefined) return []
    const message = `duplicate id: ${id.value} clashes with virtual machine vcpu id in protection domain: '${name}'`
    return [idTwice(vcpu, id, [...children, ...vcpus], message)]
  })
  return [
    ...idsTwice(children, (id) => `duplicate id: ${id} in protection domain: '${name}'`),
    ...domain.machines.flatMap((machine) =>
      idsTwice(
        machine.vcpus.map((vcpu) => vcpu.id),
        (id) => `duplicate vcpu id: ${id} in virtual machine: '${machine.name.value ?? ""}'`,
      ),
    ),
    ...clashes,
    ...idsTwice(
      domain.ioPorts.map((port) => port.id),
      (id) => `duplicate I/O port id: ${id} in protection domain: '${name}'`,
    ),
  ]
}

/** What makes an interrupt that one: its number and words for it, with the place of the number. */
function interrupt(irq: RawIrq): { key: string; words: string; place: Placed["place"] } | undefined {
  if (irq.irq.value !== undefined) {
    return { key: `${irq.irq.value}`, words: `${irq.irq.value}`, place: irq.irq.place }
  }
  const device = irq.pcidev.value
  if (device !== undefined && irq.handle.value !== undefined) {
    const words = `MSI ${renderPci(device)} handle ${irq.handle.value}`
    return { key: words, words, place: irq.pcidev.place }
  }
  if (irq.pin.value === undefined || irq.ioapic.value === undefined) return undefined
  const words = `I/O APIC ${irq.ioapic.value} pin ${irq.pin.value}`
  return { key: words, words, place: irq.pin.place }
}

function irqFindings({ domains }: Context): Diagnostic[] {
  const all = domains.flatMap(({ domain }) =>
    domain.irqs.map((irq) => ({ irq, told: interrupt(irq), domain })),
  )
  const numbers = twins(all, ({ told }) => told?.key).map(([first, again]) => {
    const owner = first.domain.name.value ?? ""
    const [there, here] = [first.told?.place ?? first.irq.place, again.told?.place ?? again.irq.place]
    return errorAt(
      here,
      `duplicate irq: ${again.told?.words} in protection domain: '${again.domain.name.value ?? ""}'`,
      `protection domain '${owner}' has it (line ${there.line}); an interrupt goes to one domain`,
      {
        code: "irq-twice",
        related: [also(there, `'${owner}' has it`)],
        fixes: [fix("delete-element", deleteElement(again.irq.element))],
      },
    )
  })
  const vectors = twins(all, ({ irq }) => irq.vector.value).map(([first, again]) =>
    errorAt(
      again.irq.vector.place,
      `duplicate irq: ${again.irq.vector.value} in protection domain: '${again.domain.name.value ?? ""}'`,
      "an interrupt of x86 has its vector for a number: choose one that no other has",
      { code: "vector-twice", related: [also(first.irq.vector.place, "this interrupt has it")] },
    ),
  )
  return [...numbers, ...vectors]
}

interface Ports {
  readonly name: string
  readonly id: number
  readonly addr: number
  readonly size: number
  readonly field: Field<number>
}

function ioPortFindings({ domains }: Context): Diagnostic[] {
  const ports = domains.flatMap(({ domain }) =>
    domain.ioPorts.flatMap(({ id, addr, size }): Ports[] =>
      id.value === undefined || addr.value === undefined || size.value === undefined
        ? []
        : [{ name: domain.name.value ?? "", id: id.value, addr: addr.value, size: size.value, field: addr }],
    ),
  )
  const words = ({ id, addr, size, name }: Ports) =>
    `I/O port id: ${id}, inclusive range: [${hex(addr)}, ${hex(addr + size - 1)}] in protection domain: '${name}'`
  return ports.flatMap((one, index) => {
    if (one.addr + one.size > IO_PORTS) {
      const message = `I/O port id: ${one.id} ${range(one.addr, one.size)} exceeds the I/O ports ${range(0, IO_PORTS)}`
      return [errorAt(one.field.place, message, "x86 has 65536 ports", { code: "io-ports-beyond" })]
    }
    const other = ports
      .slice(0, index)
      .find((earlier) => one.addr < earlier.addr + earlier.size && earlier.addr < one.addr + one.size)
    if (other === undefined) return []
    const message = `${words(one)} overlaps with ${words(other)}`
    const [mine, its] = [range(one.addr, one.size), range(other.addr, other.size)]
    const remedy = `a port goes to one protection domain, and ${mine} meets ${its}`
    const related = [also(other.field.place, `'${other.name}' has ${its}`)]
    return [
      errorAt(one.field.place, message, remedy, {
        code: "io-ports-overlap",
        related,
      }),
    ]
  })
}

function symbolsOf({ raw }: Context, domain: RawDomain): Array<readonly [Field<string>, string, Placed]> {
  const name = domain.name.value
  const ends = raw.channels.flatMap((channel) => channel.ends)
  const own = ends.filter((end) => name !== undefined && end.domain.value === name)
  const vcpus = domain.machines.flatMap((machine) => machine.vcpus)
  return [
    ...domain.setvars.map((item) => [item.symbol, "symbol", item] as const),
    ...domain.maps.flatMap((item) => [
      [item.setvarVaddr, "setvar_vaddr", item] as const,
      [item.setvarSize, "setvar_size", item] as const,
      [item.setvarPrefillSize, "setvar_prefill_size", item] as const,
    ]),
    ...[...domain.irqs, ...domain.ioPorts, ...domain.children, ...vcpus, ...own].map(
      (item) => [item.setvarId, "setvar_id", item] as const,
    ),
    ...domain.ioPorts.map((item) => [item.setvarAddr, "setvar_addr", item] as const),
  ]
}

function setvarFindings(context: Context, domain: RawDomain): Diagnostic[] {
  // In the order of the file: the later one is told.
  const symbols = symbolsOf(context, domain).sort(
    ([{ place: a }], [{ place: b }]) => a.line - b.line || a.column - b.column,
  )
  const twice = twins(symbols, ([symbol]) => symbol.value).map(([[first], [again, name, { element }]]) => {
    const attribute = element.attributes.get(name)
    const fixes =
      attribute === undefined
        ? []
        : name === "symbol"
          ? [fix("delete-element", deleteElement(element))]
          : [fix("delete-attribute", deleteAttribute(attribute))]
    return errorAt(
      again.place,
      `setvar on symbol '${again.value}' already exists`,
      `line ${first.place.line} sets it; a variable is set once`,
      { code: "symbol-twice", related: [also(first.place, `'${first.value}' is set here`)], fixes },
    )
  })
  const regions = domain.setvars.flatMap(({ region }) => regionFindings(context, region))
  return [...twice, ...regions]
}

function regionFindings(context: Context, region: Field<string>): Diagnostic[] {
  if (region.value === undefined) return []
  const index = context.regionIndex.get(region.value)
  if (index === undefined) {
    const message = `invalid memory region name '${region.value}' on 'setvar'`
    const { remedy, more } = unknownRegion(context, region)
    return [errorAt(region.place, message, remedy, { code: "region-unknown", ...more })]
  }
  const meant = context.raw.regions[index]
  if (context.architecture !== "x86_64" || meant === undefined || meant.written.physAddr) return []
  const message = "setvar with 'region_paddr' for MR without a specified paddr is unsupported on x86-64"
  return [
    errorAt(region.place, message, `give '${region.value}' a phys_addr`, {
      code: "region-paddr-not-fixed",
      related: [also(meant.place, `memory region '${region.value}'`)],
    }),
  ]
}

export function checkIds(context: Context): ReadonlyArray<Diagnostic> {
  const perDomain = context.domains.flatMap(({ domain }) => {
    const ids = [...domain.irqs.map((irq) => irq.id), ...endIds(context, domain.name.value)]
    return [
      ...idsTwice(
        ids,
        (id) => `duplicate channel id: ${id} in protection domain: '${domain.name.value ?? ""}'`,
      ),
      ...childFindings(domain),
      ...setvarFindings(context, domain),
    ]
  })
  return [...perDomain, ...irqFindings(context), ...ioPortFindings(context)]
}
