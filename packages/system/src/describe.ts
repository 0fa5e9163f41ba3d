// SPDX-License-Identifier: BSD-2-Clause
//
// A system in words for people: the memory map, who may touch what, interrupts, channels and variables.
// One fact a line, columns aligned, the line of the .system file at the end.

import type { Placement } from "./compile/placement.ts"
import { renderRange, renderSize } from "./ranges.ts"
import type {
  ChannelEnd,
  Permissions,
  ProtectionDomain,
  RegionMap,
  System,
  VirtualMachine,
} from "./system.ts"

type Row = ReadonlyArray<string>

function table(rows: ReadonlyArray<Row>): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  )
}

const section = (title: string, head: Row, rows: ReadonlyArray<Row>): string[] => [
  title,
  ...(rows.length === 0 ? ["  none"] : table([head, ...rows])),
  "",
]

const line = ({ place }: { readonly place: { readonly line: number } }): string => `line ${place.line}`

function perms({ read, write, execute }: Permissions): string {
  return `${read ? "r" : "-"}${write ? "w" : "-"}${execute ? "x" : "-"}`
}

const yes = (flag: boolean): string => (flag ? "yes" : "no")

function memoryRows(system: System, placements: ReadonlyArray<Placement>): Row[] {
  return [...placements]
    .sort((a, b) => a.physAddr - b.physAddr)
    .flatMap((placement) => {
      const region = system.memoryRegions[placement.region]
      if (region === undefined) return []
      return [
        [
          renderRange({ base: placement.physAddr, size: placement.size }),
          renderSize(placement.size),
          renderSize(placement.pageSize),
          placement.name,
          placement.fixed ? "fixed" : "placed",
          region.prefill === undefined ? "" : `filled from ${region.prefill.path}`,
          line(region),
        ],
      ]
    })
}

function mapRows(
  owner: string,
  maps: ReadonlyArray<RegionMap>,
  system: System,
  placements: ReadonlyArray<Placement>,
): Row[] {
  return maps.map((map) => {
    const at = placements.find((placement) => placement.region === map.region)
    return [
      owner,
      renderRange({ base: map.vaddr, size: map.size }),
      perms(map.perms),
      map.cached ? "cached" : "uncached",
      system.memoryRegions[map.region]?.name ?? "",
      at === undefined ? "" : `at ${renderRange({ base: at.physAddr, size: at.size })}`,
      line(map),
    ]
  })
}

function domainRow(domain: ProtectionDomain, system: System): Row {
  const parent = domain.parent === undefined ? undefined : system.protectionDomains[domain.parent]
  return [
    domain.name,
    String(domain.priority),
    `${domain.budget}/${domain.period} us`,
    String(domain.cpu),
    renderSize(domain.stackSize),
    yes(domain.passive),
    yes(domain.smc),
    domain.programImage.path,
    parent === undefined ? "monitor" : `${parent.name} as child ${domain.id}`,
    line(domain),
  ]
}

function machineRow(machine: VirtualMachine, system: System): Row {
  return [
    machine.name,
    system.protectionDomains[machine.protectionDomain]?.name ?? "",
    String(machine.priority),
    `${machine.budget}/${machine.period} us`,
    machine.vcpus.map(({ id, cpu }) => `${id} on core ${cpu}`).join(", "),
    line(machine),
  ]
}

function endCell(end: ChannelEnd, system: System): string {
  const rights = [...(end.notify ? ["notify"] : []), ...(end.pp ? ["call"] : [])]
  const name = system.protectionDomains[end.protectionDomain]?.name ?? ""
  return `${name}:${end.id} may ${rights.length === 0 ? "nothing" : rights.join(" and ")}`
}

function setvarRows(system: System, placements: ReadonlyArray<Placement>): Row[] {
  return system.protectionDomains.flatMap((domain) =>
    domain.setvars.map((setvar) => {
      const placed = placements.find((placement) => placement.region === setvar.region)
      const value = setvar.kind === "region_paddr" ? placed?.physAddr : setvar.value
      const region = setvar.region === undefined ? undefined : system.memoryRegions[setvar.region]
      return [
        domain.name,
        setvar.symbol,
        value === undefined ? "not known" : `0x${value.toString(16)}`,
        region === undefined ? setvar.kind : `${setvar.kind} of ${region.name}`,
        line(setvar),
      ]
    }),
  )
}

/**
 * The system as a text of sections, each line ended.
 * @param placements from `placeRegions`; a region not among them is left out of the memory map
 */
export function describeSystem(system: System, placements: ReadonlyArray<Placement>): string {
  const access = [
    ...system.protectionDomains.flatMap((domain) => mapRows(domain.name, domain.maps, system, placements)),
    ...system.virtualMachines.flatMap((machine) =>
      mapRows(`${machine.name} (guest)`, machine.maps, system, placements),
    ),
  ]
  const irqs = system.protectionDomains.flatMap((domain) =>
    domain.irqs.map((irq) => [String(irq.irq), domain.name, String(irq.id), irq.trigger, line(irq)]),
  )
  const channels = system.channels.map((channel) => [
    endCell(channel.ends[0], system),
    endCell(channel.ends[1], system),
    line(channel),
  ])
  return [
    ...section(
      "Physical memory",
      ["range", "size", "pages", "region", "address", "content", ""],
      memoryRows(system, placements),
    ),
    ...section(
      "Protection domains",
      ["name", "priority", "budget/period", "core", "stack", "passive", "smc", "program", "faults go to", ""],
      system.protectionDomains.map((domain) => domainRow(domain, system)),
    ),
    ...section(
      "Virtual machines",
      ["name", "run by", "priority", "budget/period", "vCPUs", ""],
      system.virtualMachines.map((machine) => machineRow(machine, system)),
    ),
    ...section("Who may touch what", ["who", "sees it at", "may", "memory", "region", "", ""], access),
    ...section("Interrupts", ["INTID", "goes to", "channel", "trigger", ""], irqs),
    ...section("Channels", ["one end", "other end", ""], channels),
    ...section("Variables set", ["program", "symbol", "value", "what", ""], setvarRows(system, placements)),
  ].join("\n")
}
