// SPDX-License-Identifier: BSD-2-Clause
//
// Warnings about what the language allows and hardly anybody means: guests that outrank their VMM or starve others,
// channels that nothing can pass, domains that never run, memory mapped in ways that do not go together.

import { type Diagnostic, warningAt } from "@vmm/diagnostic"

import { range } from "./meant.ts"
import { vcpuOrder } from "./vcpus.ts"
import { type Context, groupBy, twins } from "./context.ts"
import { also, deleteElement, fix, setField, setText } from "../fixes.ts"
import { MAX_PRIORITY } from "../options.ts"
import type { RawChannel, RawDomain, RawMachine, RawMap } from "../read/raw.ts"

/** A guest that outranks its VMM keeps it from answering as long as it does not sleep. */
function outranksVmm(domain: RawDomain, machine: RawMachine): Diagnostic[] {
  const [vmm, guest] = [domain.priority.value, machine.priority.value]
  if (vmm === undefined || guest === undefined || guest <= vmm) return []
  const message =
    `virtual machine '${machine.name.value}' (priority: ${guest}) runs before its protection domain ` +
    `'${domain.name.value}' (priority: ${vmm}), which handles its faults and interrupts`
  const change =
    guest < MAX_PRIORITY
      ? setField(domain.priority, "priority", String(guest + 1))
      : setField(machine.priority, "priority", String(Math.max(0, vmm - 1)))
  return [
    warningAt(machine.priority.place, message, "give the protection domain the higher priority", {
      code: "machine-outranks-vmm",
      related: [also(domain.priority.place, `'${domain.name.value}' has priority ${vmm}`)],
      fixes: [fix("priorities", change)],
    }),
  ]
}

interface Thread {
  readonly what: string
  readonly priority: number
  readonly cores: ReadonlySet<number>
  readonly thing: RawDomain | RawMachine
}

/** Cores on which a machine's vCPUs run. */
function coresOf(domain: RawDomain, machine: RawMachine): ReadonlySet<number> {
  return new Set(machine.vcpus.map(({ cpu }) => cpu.value ?? domain.cpu.value ?? 0))
}

/** A guest never blocks for good, so what is below a guest without a limit of time may never run. */
function starvation({ domains, architecture, options }: Context): Diagnostic[] {
  if (architecture !== "aarch64" || options.lone !== true) return []
  const guests = domains.flatMap(({ domain }) =>
    domain.machines.map((machine): Thread & { readonly owner: RawDomain } => ({
      what: `virtual machine '${machine.name.value}'`,
      priority: machine.priority.value ?? 0,
      cores: coresOf(domain, machine),
      thing: machine,
      owner: domain,
    })),
  )
  const others: Thread[] = [
    ...guests,
    ...domains.map(({ domain }) => ({
      what: `protection domain '${domain.name.value}'`,
      priority: domain.priority.value ?? 0,
      cores: new Set([domain.cpu.value ?? 0]),
      thing: domain,
    })),
  ]
  return guests.flatMap((guest) => {
    const { budget, period, priority } = guest.thing
    const limited = period.value !== undefined && budget.value !== undefined && budget.value < period.value
    const below = others.find(
      (other) =>
        other.thing !== guest.owner &&
        other.priority < guest.priority &&
        [...other.cores].some((core) => guest.cores.has(core)),
    )
    if (limited || below === undefined) return []
    const message =
      `${guest.what} (priority: ${guest.priority}) may take all the time of its core: ` +
      `${below.what} (priority: ${below.priority}) then never runs`
    const remedy = "give both the same priority, or the guest a budget that is less than its period"
    return [
      warningAt(priority.place, message, remedy, {
        code: "priority-starves",
        related: [also(below.thing.priority.place, `${below.what} has priority ${below.priority}`)],
        fixes: [fix("priorities", setField(below.thing.priority, "priority", String(guest.priority)))],
      }),
    ]
  })
}

function channelFindings({ ends, place, element }: RawChannel): Diagnostic[] {
  const [a, b] = ends
  if (a === undefined || b === undefined || ends.length !== 2) return []
  const silent = ends.every(({ notify, pp }) => notify.value === false && pp.value === false)
  if (silent) {
    const message = "nothing can pass this channel: neither end may notify or call"
    const remedy = 'delete notify="false" at an end, or write pp="true" at the end that calls'
    return [
      warningAt(place, message, remedy, {
        code: "channel-silent",
        related: ends.map((end) => also(end.notify.place, "this end may not notify")),
        fixes: [fix("write-value", setField(a.notify, "notify", "true"))],
      }),
    ]
  }
  if (a.domain.value === undefined || a.domain.value !== b.domain.value) return []
  const message = `a channel to itself: both ends are in protection domain '${a.domain.value}'`
  return [
    warningAt(b.domain.place, message, "name the domain of the other end, or delete the channel", {
      code: "channel-to-itself",
      related: [also(a.domain.place, "the other end")],
      fixes: [fix("delete-element", deleteElement(element))],
    }),
  ]
}

/** A passive domain runs when somebody calls or notifies it, and only then. */
function passiveFindings({ raw, domains }: Context): Diagnostic[] {
  return domains.flatMap(({ domain }) => {
    const name = domain.name.value
    if (domain.passive.value !== true || name === undefined) return []
    const woken =
      domain.irqs.length > 0 ||
      domain.children.length > 0 ||
      domain.machines.length > 0 ||
      raw.channels.some(({ ends }) =>
        ends.some(
          (end, at) =>
            end.domain.value === name && ends.some((other, index) => index !== at && reaches(other)),
        ),
      )
    if (woken) return []
    const message = `passive protection domain '${name}' never runs after init: nobody can call or notify it`
    const remedy = "write a channel whose other end calls it, or delete passive"
    const change = setField(domain.passive, "passive", "false")
    return [
      warningAt(domain.passive.place, message, remedy, {
        code: "passive-alone",
        fixes: [fix("write-value", change)],
      }),
    ]
  })
}

const reaches = (end: RawChannel["ends"][number]): boolean =>
  end.pp.value === true || end.notify.value !== false

/** One region at two addresses of one space: allowed, and seldom meant. */
function aliasFindings({ spaces, regionIndex, regionFacts }: Context): Diagnostic[] {
  const rangeOf = (map: RawMap): string => {
    const facts = regionFacts[regionIndex.get(map.region.value ?? "") ?? -1]
    return range(map.vaddr.value ?? 0, facts?.size ?? 0)
  }
  return spaces.flatMap((space) =>
    twins(
      space.maps.filter(({ vaddr }) => vaddr.value !== undefined),
      ({ region }) => region.value,
    ).flatMap(([first, again]) => {
      if (first.vaddr.value === again.vaddr.value || !regionIndex.has(again.region.value ?? "")) return []
      const message =
        `memory region '${again.region.value}' is mapped twice in ${space.kind} '${space.name}': ` +
        `${rangeOf(first)} and ${rangeOf(again)}`
      return [
        warningAt(again.vaddr.place, message, "delete one of the maps if that is not meant", {
          code: "region-mapped-twice",
          related: [also(first.vaddr.place, `the first map ${rangeOf(first)}`)],
        }),
      ]
    }),
  )
}

/** Cached in one place and uncached in another: each sees other bytes (Arm ARM, B2.8, mismatched attributes). */
function cacheFindings({ spaces, raw }: Context): Diagnostic[] {
  const maps = groupBy(
    spaces.flatMap((space) => space.maps.map((map) => ({ map, space }))),
    ({ map }) => map.region.value,
  )
  return raw.regions.flatMap(({ name }) => {
    const own = name.value === undefined ? [] : (maps.get(name.value) ?? [])
    const cached = own.find(({ map }) => map.cached.value === true)
    const uncached = own.find(({ map }) => map.cached.value === false)
    if (cached === undefined || uncached === undefined) return []
    const message =
      `memory region '${name.value}' is cached in ${cached.space.kind} '${cached.space.name}' ` +
      `and uncached in ${uncached.space.kind} '${uncached.space.name}': they may see different bytes`
    return [
      warningAt(cached.map.cached.place, message, "map it in the same way everywhere", {
        code: "cached-and-uncached",
        related: [also(uncached.map.cached.place, "uncached here")],
        fixes: [fix("write-value", setField(cached.map.cached, "cached", "false"))],
      }),
    ]
  })
}

/** `rwrx`: a letter that stands twice gives nothing, and may stand for another one. */
function permissionFindings({ spaces, raw }: Context): Diagnostic[] {
  const maps = [...spaces.flatMap((space) => space.maps), ...raw.ioSpaces.flatMap((space) => space.maps)]
  return maps.flatMap(({ perms, element }) => {
    const attribute = element.attributes.get("perms")
    if (attribute === undefined || perms.value === undefined) return []
    const letters = [..."rwx"].filter((letter) => attribute.value.includes(letter)).join("")
    const again = [...letters].find((letter) => attribute.value.split(letter).length > 2)
    if (again === undefined) return []
    const message = `perms="${attribute.value}" has '${again}' more than once: it means perms="${letters}"`
    return [
      warningAt(attribute.valuePlace, message, `write perms="${letters}", or the letter that was meant`, {
        code: "perms-letter-twice",
        fixes: [fix("write-value", setText(attribute, letters))],
      }),
    ]
  })
}

export function checkSense(context: Context): ReadonlyArray<Diagnostic> {
  return [
    ...context.domains.flatMap(({ domain }) =>
      context.architecture === "aarch64"
        ? domain.machines.flatMap((machine) => outranksVmm(domain, machine))
        : [],
    ),
    ...starvation(context),
    ...context.raw.channels.flatMap(channelFindings),
    ...passiveFindings(context),
    ...aliasFindings(context),
    ...permissionFindings(context),
    ...vcpuOrder(context),
    ...cacheFindings(context),
  ]
}
