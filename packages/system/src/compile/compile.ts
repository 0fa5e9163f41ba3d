// SPDX-License-Identifier: BSD-2-Clause
//
// From a file that passed every check to the plain data of system.ts. Nothing here can fail: a value that
// is missing now would be a mistake of the checks.

import type { Context } from "../check/context.ts"
import { compileIoSpace, compileSchedule, compileX86Irqs } from "./schedule-and-io.ts"
import type {
  FlatDomain,
  Placed,
  RawChannel,
  RawDomain,
  RawEnd,
  RawMachine,
  RawMap,
  RawRegion,
} from "../read/raw.ts"
import { type Field, sure, val } from "../read/reading.ts"
import type * as S from "../system.ts"

/** Where an element's attributes stand. */
function placesOf({ element, place }: Placed): S.Places {
  const attributes = [...element.attributes.values()].map((one) => [one.name, one.valuePlace] as const)
  return Object.fromEntries([["", place] as const, ...attributes])
}

function regionOf(context: Context, field: Field<string>): number {
  return sure(context.regionIndex.get(val(field)), field.place)
}

function compileRegion(region: RawRegion, index: number, context: Context): S.MemoryRegion {
  const facts = context.regionFacts[index]
  const path = region.prefillPath.value
  return {
    name: val(region.name),
    size: sure(facts?.size, region.place),
    pageSize: sure(facts?.pageSize, region.place),
    physAddr: region.physAddr.value,
    prefill:
      path === undefined
        ? undefined
        : { path, size: context.options.prefillSize?.(path), place: region.prefillPath.place },
    bootInfo: region.prefillBootinfo.value,
    place: region.place,
    at: placesOf(region),
  }
}

const compileMap =
  (context: Context) =>
  (map: RawMap): S.RegionMap => {
    const region = regionOf(context, map.region)
    return {
      region,
      vaddr: val(map.vaddr),
      size: sure(context.regionFacts[region]?.size, map.place),
      perms: val(map.perms),
      cached: val(map.cached),
      place: map.place,
      at: placesOf(map),
    }
  }

function setvar(
  symbol: Field<string>,
  kind: S.SetvarKind,
  value: number | undefined,
  region?: number,
): S.Setvar[] {
  return symbol.value === undefined
    ? []
    : [{ symbol: symbol.value, kind, value, region, place: symbol.place }]
}

function mapSetvars(map: RawMap, context: Context): S.Setvar[] {
  const region = regionOf(context, map.region)
  const path = context.raw.regions[region]?.prefillPath.value
  const bytes = path === undefined ? undefined : context.options.prefillSize?.(path)
  return [
    ...setvar(map.setvarVaddr, "vaddr", map.vaddr.value, region),
    ...setvar(map.setvarSize, "size", context.regionFacts[region]?.size, region),
    ...setvar(map.setvarPrefillSize, "prefill_size", bytes, region),
  ]
}

function compileSetvars(domain: RawDomain, context: Context): S.Setvar[] {
  const ends = context.raw.channels.flatMap((channel) => channel.ends)
  return [
    ...domain.setvars.flatMap(({ symbol, region }) => {
      const index = regionOf(context, region)
      return setvar(symbol, "region_paddr", context.raw.regions[index]?.physAddr.value, index)
    }),
    ...domain.maps.flatMap((map) => mapSetvars(map, context)),
    ...domain.irqs.flatMap((irq) => setvar(irq.setvarId, "irq_id", irq.id.value)),
    ...domain.ioPorts.flatMap((port) => [
      ...setvar(port.setvarId, "ioport_id", port.id.value),
      ...setvar(port.setvarAddr, "ioport_addr", port.addr.value),
    ]),
    ...domain.children.flatMap((child) => setvar(child.setvarId, "child_id", child.id.value)),
    ...domain.machines.flatMap((machine) =>
      machine.vcpus.flatMap((vcpu) => setvar(vcpu.setvarId, "vcpu_id", vcpu.id.value)),
    ),
    ...ends
      .filter((end) => end.domain.value === domain.name.value)
      .flatMap((end) => setvar(end.setvarId, "channel_id", end.id.value)),
  ]
}

function compileDomain({ domain, parent }: FlatDomain, context: Context): S.ProtectionDomain {
  const image = sure(domain.images[0], domain.place)
  const machine = domain.machines[0]
  return {
    name: val(domain.name),
    parent,
    id: parent === undefined ? undefined : val(domain.id),
    priority: val(domain.priority),
    budget: val(domain.budget),
    period: domain.period.value ?? val(domain.budget),
    passive: val(domain.passive),
    stackSize: val(domain.stackSize),
    smc: val(domain.smc),
    cpu: val(domain.cpu),
    fpu: val(domain.fpu),
    programImage: {
      path: val(image.path),
      pathForSymbols: image.pathForSymbols.value,
      place: image.place,
      pathPlace: image.path.place,
    },
    maps: domain.maps.map(compileMap(context)),
    irqs: domain.irqs
      .filter(({ irq }) => irq.written)
      .map((one) => ({
        irq: val(one.irq),
        id: val(one.id),
        trigger: val(one.trigger),
        place: one.place,
        at: placesOf(one),
      })),
    x86Irqs: compileX86Irqs(domain.irqs),
    ioPorts: domain.ioPorts.map(({ id, addr, size, place }) => ({
      id: val(id),
      addr: val(addr),
      size: val(size),
      place,
    })),
    caps: domain.caps.map(({ kind, slot, domain: other, place }) => ({
      kind,
      slot: val(slot),
      protectionDomain: sure(context.domainIndex.get(val(other)), place),
      place,
    })),
    schedulingDomain: context.raw.scheduling[0]?.domains.findIndex(
      ({ name }) => name.value === domain.domain.value,
    ),
    setvars: compileSetvars(domain, context),
    virtualMachine: machine === undefined ? undefined : context.machines.indexOf(machine),
    place: domain.place,
  }
}

function compileMachine(machine: RawMachine, context: Context): S.VirtualMachine {
  const owner = context.domains.findIndex(({ domain }) => domain.machines.includes(machine))
  const cpu = context.domains[owner]?.domain.cpu.value ?? 0
  return {
    name: val(machine.name),
    protectionDomain: owner,
    priority: val(machine.priority),
    budget: val(machine.budget),
    period: machine.period.value ?? val(machine.budget),
    vcpus: machine.vcpus.map((vcpu) => ({
      id: val(vcpu.id),
      cpu: vcpu.cpu.value ?? cpu,
      place: vcpu.place,
    })),
    maps: machine.maps.map(compileMap(context)),
    place: machine.place,
  }
}

function compileChannel({ ends, place }: RawChannel, context: Context): S.Channel {
  const end = (raw: RawEnd | undefined): S.ChannelEnd => {
    const { domain, id, pp, notify, place: at } = sure(raw, place)
    return {
      protectionDomain: sure(context.domainIndex.get(val(domain)), at),
      id: val(id),
      pp: val(pp),
      notify: val(notify),
      place: at,
    }
  }
  return { ends: [end(ends[0]), end(ends[1])], place }
}

export function compileSystem(context: Context): S.System {
  return {
    architecture: context.architecture,
    memoryRegions: context.raw.regions.map((region, index) => compileRegion(region, index, context)),
    protectionDomains: context.domains.map((domain) => compileDomain(domain, context)),
    virtualMachines: context.machines.map((machine) => compileMachine(machine, context)),
    channels: context.raw.channels.map((channel) => compileChannel(channel, context)),
    schedule: compileSchedule(context.raw.scheduling[0]),
    ioAddressSpaces: context.raw.ioSpaces.map((space) => compileIoSpace(space, context)),
    place: context.raw.place,
  }
}
