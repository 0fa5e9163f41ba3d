// SPDX-License-Identifier: BSD-2-Clause
//
// From checked elements to the plain data of system.ts: interrupts of x86, scheduling domains, I/O address spaces.

import type { Context } from "../check/context.ts"
import type { RawIoSpace, RawIrq, RawSchedulingDomains } from "../read/raw.ts"
import { sure, val } from "../read/reading.ts"
import type * as S from "../system.ts"

export function compileX86Irqs(irqs: ReadonlyArray<RawIrq>): S.X86Irq[] {
  return irqs.flatMap((irq): S.X86Irq[] => {
    const { place } = irq
    if (irq.pcidev.written) {
      const source = { kind: "msi", device: val(irq.pcidev), handle: val(irq.handle) } as const
      return [{ source, vector: val(irq.vector), id: val(irq.id), place }]
    }
    if (!irq.pin.written) return []
    const { ioapic, pin, trigger, polarity } = irq
    const source = {
      kind: "io-apic",
      ioapic: val(ioapic),
      pin: val(pin),
      trigger: val(trigger),
      polarity: val(polarity),
    } as const
    return [{ source, vector: val(irq.vector), id: val(irq.id), place }]
  })
}

/** Domains without a number get the lowest free ones, in the file's order. */
export function compileSchedule(scheduling: RawSchedulingDomains | undefined): S.Schedule | undefined {
  const schedule = scheduling?.schedules[0]
  if (scheduling === undefined || schedule === undefined) return undefined
  const taken = new Set(scheduling.domains.map(({ id }) => id.value))
  const free = scheduling.domains.map((_, index) => index).filter((id) => !taken.has(id))
  const domains = scheduling.domains.map(({ name, id, place }) => ({
    name: val(name),
    id: id.value ?? sure(free.shift(), place),
    place,
  }))
  return {
    domains,
    entries: schedule.entries.map((entry) => {
      if (entry.kind === "end") return undefined
      const domain = domains.findIndex(({ name }) => name === entry.domain.value)
      return { domain, duration: val(entry.duration) }
    }),
    startIndex: val(schedule.startIndex),
    indexShift: val(schedule.indexShift),
    place: scheduling.place,
  }
}

export function compileIoSpace(space: RawIoSpace, { regionIndex }: Context): S.IoAddressSpace {
  return {
    name: val(space.name),
    device: val(space.peripheral),
    domainId: val(space.domainId),
    maps: space.maps.map(({ region, iovaddr, perms, place }) => ({
      region: sure(regionIndex.get(val(region)), place),
      address: val(iovaddr),
      perms: val(perms),
      place,
    })),
    place: space.place,
  }
}
