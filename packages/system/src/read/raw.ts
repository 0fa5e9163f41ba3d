// SPDX-License-Identifier: BSD-2-Clause
//
// A .system file as written: every element with its fields and places, before names are resolved and the
// rules across elements are checked. Fields whose value is undefined are absent or already reported.

import type { Place } from "@vmm/diagnostic"
import type { Field } from "./reading.ts"
import type { Permissions, Polarity, Trigger } from "./values.ts"
import type { BootInfo, Duration, PciDevice } from "./values-x86.ts"
import type { Element } from "../xml/xml.ts"

export interface Placed {
  /** Of the element's name. */
  readonly place: Place
  /** For the fixes of what is wrong with it. */
  readonly element: Element
}

export interface RawRegion extends Placed {
  readonly name: Field<string>
  readonly size: Field<number>
  readonly pageSize: Field<number>
  readonly physAddr: Field<number>
  readonly prefillPath: Field<string>
  readonly prefillBootinfo: Field<BootInfo>
  /** Which of the optional attributes are written, right or wrong. */
  readonly written: { readonly size: boolean; readonly pageSize: boolean; readonly physAddr: boolean }
}

export interface RawMap extends Placed {
  readonly region: Field<string>
  readonly vaddr: Field<number>
  readonly perms: Field<Permissions>
  readonly cached: Field<boolean>
  readonly setvarVaddr: Field<string>
  readonly setvarSize: Field<string>
  readonly setvarPrefillSize: Field<string>
}

export interface RawIrq extends Placed {
  /** GIC or PLIC; the x86 fields are absent then. */
  readonly irq: Field<number>
  readonly id: Field<number>
  readonly trigger: Field<Trigger>
  readonly setvarId: Field<string>
  /** I/O APIC. */
  readonly pin: Field<number>
  readonly ioapic: Field<number>
  readonly polarity: Field<Polarity>
  /** MSI. */
  readonly pcidev: Field<PciDevice>
  readonly handle: Field<number>
  /** Both. */
  readonly vector: Field<number>
}

export interface RawIoPort extends Placed {
  readonly id: Field<number>
  readonly addr: Field<number>
  readonly size: Field<number>
  readonly setvarId: Field<string>
  readonly setvarAddr: Field<string>
}

export type CapKind = "tcb" | "sc" | "vspace"

export interface RawCap extends Placed {
  readonly kind: CapKind
  readonly slot: Field<number>
  readonly domain: Field<string>
}

export interface RawSetvar extends Placed {
  readonly symbol: Field<string>
  readonly region: Field<string>
}

export interface RawVcpu extends Placed {
  readonly id: Field<number>
  readonly cpu: Field<number>
  readonly setvarId: Field<string>
}

interface RawScheduling {
  readonly priority: Field<number>
  readonly budget: Field<number>
  readonly period: Field<number>
}

export interface RawMachine extends Placed, RawScheduling {
  readonly name: Field<string>
  readonly vcpus: ReadonlyArray<RawVcpu>
  readonly maps: ReadonlyArray<RawMap>
}

export interface RawImage extends Placed {
  readonly path: Field<string>
  readonly pathForSymbols: Field<string>
}

export interface RawDomain extends Placed, RawScheduling {
  readonly name: Field<string>
  /** Of a child only. */
  readonly id: Field<number>
  readonly setvarId: Field<string>
  readonly passive: Field<boolean>
  readonly stackSize: Field<number>
  readonly smc: Field<boolean>
  readonly cpu: Field<number>
  readonly fpu: Field<boolean>
  /** The scheduling domain. */
  readonly domain: Field<string>
  readonly images: ReadonlyArray<RawImage>
  readonly maps: ReadonlyArray<RawMap>
  readonly irqs: ReadonlyArray<RawIrq>
  readonly ioPorts: ReadonlyArray<RawIoPort>
  readonly caps: ReadonlyArray<RawCap>
  readonly setvars: ReadonlyArray<RawSetvar>
  readonly machines: ReadonlyArray<RawMachine>
  readonly children: ReadonlyArray<RawDomain>
}

export interface RawEnd extends Placed {
  readonly domain: Field<string>
  readonly id: Field<number>
  readonly pp: Field<boolean>
  readonly notify: Field<boolean>
  readonly setvarId: Field<string>
}

export interface RawChannel extends Placed {
  readonly ends: ReadonlyArray<RawEnd>
}

export interface RawSchedulingDomain extends Placed {
  readonly name: Field<string>
  readonly id: Field<number>
}

export interface RawScheduleEntry extends Placed {
  readonly kind: "entry"
  readonly domain: Field<string>
  readonly duration: Field<Duration>
}

export interface RawEndMarker extends Placed {
  readonly kind: "end"
}

export interface RawSchedule extends Placed {
  readonly startIndex: Field<number>
  readonly indexShift: Field<number>
  readonly entries: ReadonlyArray<RawScheduleEntry | RawEndMarker>
}

/** <domains> */
export interface RawSchedulingDomains extends Placed {
  readonly domains: ReadonlyArray<RawSchedulingDomain>
  readonly schedules: ReadonlyArray<RawSchedule>
}

export interface RawIoMap extends Placed {
  readonly region: Field<string>
  readonly iovaddr: Field<number>
  readonly perms: Field<Permissions>
}

export interface RawIoSpace extends Placed {
  readonly name: Field<string>
  readonly peripheral: Field<PciDevice>
  readonly domainId: Field<number>
  readonly maps: ReadonlyArray<RawIoMap>
}

export interface RawSystem extends Placed {
  readonly regions: ReadonlyArray<RawRegion>
  readonly domains: ReadonlyArray<RawDomain>
  readonly channels: ReadonlyArray<RawChannel>
  /** At most one that counts. */
  readonly scheduling: ReadonlyArray<RawSchedulingDomains>
  readonly ioSpaces: ReadonlyArray<RawIoSpace>
}

/** A protection domain in the flat list, parents before their children, in the file's order. */
export interface FlatDomain {
  readonly domain: RawDomain
  readonly parent: number | undefined
}

export function flattenDomains(system: RawSystem): ReadonlyArray<FlatDomain> {
  const flat: FlatDomain[] = []
  const visit = (domain: RawDomain, parent: number | undefined): void => {
    const index = flat.push({ domain, parent }) - 1
    for (const child of domain.children) visit(child, index)
  }
  for (const domain of system.domains) visit(domain, undefined)
  return flat
}
