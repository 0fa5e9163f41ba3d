// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about numbers a program sees: channels and interrupts of a protection domain share one space of
// ids, its children and its vCPUs another; an interrupt goes to one domain; a variable is set once.

import { type Context, twins } from "./context.ts"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"
import type { RawDomain } from "./raw.ts"
import type { Field } from "./reading.ts"
import { regionRemedy } from "./check-regions.ts"
import { MAX_ID } from "./values.ts"

function freeId(taken: ReadonlyArray<Field<number>>): string {
  const used = new Set(taken.map((id) => id.value))
  const free = Array.from({ length: MAX_ID + 1 }, (_, id) => id).find((id) => !used.has(id))
  return free === undefined ? "all ids are taken" : `the lowest free id is ${free}`
}

const idsTwice = (ids: ReadonlyArray<Field<number>>, message: (id: number) => string): Diagnostic[] =>
  twins(ids, (id) => id.value).map(([first, again]) =>
    errorAt(again.place, message(again.value ?? 0), `line ${first.place.line} has this id; ${freeId(ids)}`),
  )

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
    return vcpu === undefined
      ? []
      : [
          errorAt(
            id.place,
            `duplicate id: ${id.value} clashes with virtual machine vcpu id in protection domain: '${name}'`,
            `line ${vcpu.place.line} has this id; ${freeId([...children, ...vcpus])}`,
          ),
        ]
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
  ]
}

function irqFindings({ domains }: Context): Diagnostic[] {
  const all = domains.flatMap(({ domain }) => domain.irqs.map((irq) => ({ irq: irq.irq, domain })))
  return twins(all, ({ irq }) => irq.value).map(([first, again]) =>
    errorAt(
      again.irq.place,
      `duplicate irq: ${again.irq.value} in protection domain: '${again.domain.name.value ?? ""}'`,
      `protection domain '${first.domain.name.value ?? ""}' has it (line ${first.irq.place.line}); ` +
        "an interrupt goes to one domain",
    ),
  )
}

function symbolsOf({ raw }: Context, domain: RawDomain): Field<string>[] {
  const name = domain.name.value
  const ends = raw.channels.flatMap(({ ends }) => ends)
  return [
    ...domain.setvars.map((setvar) => setvar.symbol),
    ...domain.maps.flatMap((map) => [map.setvarVaddr, map.setvarSize, map.setvarPrefillSize]),
    ...domain.irqs.map((irq) => irq.setvarId),
    ...domain.children.map((child) => child.setvarId),
    ...domain.machines.flatMap((machine) => machine.vcpus.map((vcpu) => vcpu.setvarId)),
    ...ends.filter((end) => name !== undefined && end.domain.value === name).map((end) => end.setvarId),
  ]
}

function setvarFindings(context: Context, domain: RawDomain): Diagnostic[] {
  const twice = twins(symbolsOf(context, domain), (symbol) => symbol.value).map(([first, again]) =>
    errorAt(
      again.place,
      `setvar on symbol '${again.value}' already exists`,
      `line ${first.place.line} sets it; a variable is set once`,
    ),
  )
  const unknown = domain.setvars.flatMap(({ region }) =>
    region.value === undefined || context.regionIndex.has(region.value)
      ? []
      : [
          errorAt(
            region.place,
            `invalid memory region name '${region.value}' on 'setvar'`,
            regionRemedy(context, region.value),
          ),
        ],
  )
  return [...twice, ...unknown]
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
  return [...perDomain, ...irqFindings(context)]
}
