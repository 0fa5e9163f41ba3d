// SPDX-License-Identifier: BSD-2-Clause
//
// A .system file as written: every element with its fields and places, before names are resolved and the
// rules across elements are checked. Fields whose value is undefined are absent or already reported.

import type { Place } from "@vmm/diagnostic"
import type { Field } from "./reading.ts"
import type { Permissions, Trigger } from "./values.ts"

interface Placed {
  /** Of the element's name. */
  readonly place: Place
}

export interface RawRegion extends Placed {
  readonly name: Field<string>
  readonly size: Field<number>
  readonly pageSize: Field<number>
  readonly physAddr: Field<number>
  readonly prefillPath: Field<string>
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
  readonly irq: Field<number>
  readonly id: Field<number>
  readonly trigger: Field<Trigger>
  readonly setvarId: Field<string>
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
  readonly images: ReadonlyArray<RawImage>
  readonly maps: ReadonlyArray<RawMap>
  readonly irqs: ReadonlyArray<RawIrq>
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

export interface RawSystem extends Placed {
  readonly regions: ReadonlyArray<RawRegion>
  readonly domains: ReadonlyArray<RawDomain>
  readonly channels: ReadonlyArray<RawChannel>
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
