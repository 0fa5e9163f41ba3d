// SPDX-License-Identifier: BSD-2-Clause
//
// A protection domain's own fault: what the monitor says, and its cause in terms of the domain's maps and program.

import type { Place } from "@vmm/diagnostic"
import { PdFault } from "@vmm/kernel/api"
import { domainPermission, forwardFix, type LastStop } from "@vmm/report"

import type { CompiledDomain, CompiledSystem } from "../../compile/compiled.ts"
import type { Booted } from "../boot.ts"
import { domainReport } from "./domain-report.ts"
import { asyncPlace, lineText, programPlace } from "./program-lines.ts"
import type { StopContext } from "./stop-context.ts"

/** As the kernel tells it. */
export interface CaughtDomain {
  readonly pd: string
  readonly text: string
  readonly error: unknown
  /** Its parent has let it fault so often. */
  readonly again?: { readonly parent: string; readonly times: number }
}

/** Faults of a child from which on its parent goes round in vain. */
const OFTEN = 100

/** Domains that fault for ever, since their parents restart or answer them each time. */
export function catchRepeated(system: CompiledSystem, booted: Booted): readonly CaughtDomain[] {
  return [...booted.kernel.state.childFaults].flatMap(([pd, { times, text, error }]) => {
    const parent = system.domains.find(({ name }) => name === pd)?.parent?.domain
    return parent === undefined || times < OFTEN ? [] : [{ pd, text, error, again: { parent, times } }]
  })
}

/** Addresses that no map reaches and that error codes are written to. */
const SMALL = 0x10
const hex = (value: number): string => `0x${value.toString(16)}`

/** The map at an address, or the one that ends nearest below it. */
function nearest(system: CompiledSystem, domain: CompiledDomain, address: number) {
  const maps = domain.maps.map((map) => {
    const size = system.regions.find(({ name }) => name === map.region)?.size ?? 0
    return { ...map, end: map.vaddr + size }
  })
  const inside = maps.find(({ vaddr, end }) => address >= vaddr && address < end)
  const below = maps.filter(({ end }) => end <= address).sort((a, b) => b.end - a.end)[0]
  return { inside, below }
}

/** Whose address it is elsewhere: a region's on the board, or where a guest maps one. */
function addressElsewhere(
  system: CompiledSystem,
  domain: CompiledDomain,
  address: number,
): string | undefined {
  const holds = (base: number, size = 0) => address >= base && address < base + size
  const sizeOf = (region: string) => system.regions.find(({ name }) => name === region)?.size
  const own = (region: string) => domain.maps.find((map) => map.region === region)
  const ends = (region: string) => {
    const map = own(region)
    return map === undefined
      ? `which ${domain.name} does not map`
      : `which ${domain.name} maps at ${hex(map.vaddr)}`
  }
  const guests = system.domains.flatMap(({ vm }) =>
    (vm?.maps ?? [])
      .filter(({ vaddr, region }) => holds(vaddr, sizeOf(region)))
      .map((map) => ({ ...map, vm: vm?.name })),
  )
  const physical = system.regions.filter(({ physAddr, size }) => holds(physAddr, size))
  const region = physical.find(({ name }) => own(name) !== undefined) ?? physical[0]
  const seen = guests.find((map) => own(map.region) !== undefined) ?? guests[0]
  if (
    region !== undefined &&
    (own(region.name) !== undefined || seen?.region === region.name || seen === undefined)
  ) {
    return `that is the physical address of "${region.name}", ${ends(region.name)}`
  }
  return seen === undefined ? undefined : `${seen.vm} has "${seen.region}" there, ${ends(seen.region)}`
}

/** seL4's error codes that say that a capability is not there; libmicrokit faults by writing to their address. */
const INVOCATION = /\(seL4_(\w+)\)$/
/** What V8 says of mistakes that a machine would fault for. */
const THROWN: ReadonlyArray<readonly [words: RegExp, cause: string]> = [
  [/Maximum call stack size exceeded/, "the stack overflowed: a function calls itself without end"],
  [/Division by zero/, "a number was divided by zero"],
  [/-?Infinity: an address is/, "a number was divided by zero"],
  [
    /NaN: an address is/,
    "a sum with what is no number: a name that is wrong, a value that was never set, or 0 / 0",
  ],
  [/undefined: an address is/, "the value was never set"],
  [/\.\d+: an address is/, "a division that leaves a rest: Math.floor takes the whole number"],
  [/is not a function/, "a call of what is no function: the name is wrong, or the value was never set"],
  [/of (undefined|null)\b/, "a member of nothing: the value was never set"],
]

/** Why a program threw, one line. */
function thrownCause(text: string): string | undefined {
  return THROWN.find(([words]) => words.test(text))?.[1]
}

/** Which capabilities a domain could have meant. */
function invocationCause(domain: CompiledDomain, text: string): string | undefined {
  const code = INVOCATION.exec(text)?.[1]
  if (code === undefined) return undefined
  const ids = domain.vm?.vcpus.map(({ id }) => id) ?? []
  const vcpus = domain.vm === undefined ? "it has no virtual machine" : `its vCPUs are ${ids.join(", ")}`
  const what = /vcpu/i.test(text) ? `of a vCPU: ${vcpus}` : "of a child that it may not have"
  return `the invocation failed with seL4_${code}, ${what}`
}

/** Why an access failed, one line. */
function accessCause(
  system: CompiledSystem,
  domain: CompiledDomain | undefined,
  fault: PdFault,
): string | undefined {
  if (fault.fault.kind !== "vm" || domain === undefined) return undefined
  const { address, write, reason } = fault.fault
  const invocation = address < SMALL ? invocationCause(domain, fault.message) : undefined
  if (invocation !== undefined) return invocation
  if (address < SMALL && /is missing the '/.test(fault.message)) return "the program has no such function"
  const { inside, below } = nearest(system, domain, address)
  const did = write ? "wrote to" : "read"
  if (inside !== undefined && reason === "permission") {
    return `it ${did} ${hex(address)} in "${inside.region}", which it maps with perms="${inside.perms}"`
  }
  if (inside !== undefined && reason === "external") {
    return `it ${did} ${hex(address)} in "${inside.region}", and nothing on the board answers there`
  }
  if (inside !== undefined) return `it ${did} ${hex(address)} in "${inside.region}" across its alignment`
  if (address < 0x1000) return `it ${did} ${hex(address)}: an invocation failed, or an address was never set`
  const elsewhere = addressElsewhere(system, domain, address)
  if (elsewhere !== undefined) return `it ${did} ${hex(address)}, where it maps nothing: ${elsewhere}`
  const gap = below === undefined ? 0 : address - below.end
  const near =
    below === undefined
      ? ""
      : `; "${below.region}" ends ${gap === 0 ? "just there" : `${hex(gap)} bytes before`}`
  return `it ${did} ${hex(address)}, where it maps nothing${near}`
}

const PROMISE = /the '(\w+)' entry point gives a promise/

/** The line of the program: that of its stack, or of the entry point that gives a promise. */
function linesOf(error: unknown, text: string, domain: CompiledDomain | undefined): Place | undefined {
  const line = error instanceof Error ? programPlace(error.stack ?? "") : undefined
  const entry = PROMISE.exec(text)?.[1]
  if (line !== undefined || entry === undefined || domain?.program.kind !== "module") return line
  return asyncPlace(domain.program.path, entry)
}

/** Whether a program took the answer of a call to firmware that it has no right to. */
function wantsSmc(domain: CompiledDomain | undefined, line: Place | undefined): boolean {
  if (domain === undefined || domain.smc || line === undefined) return false
  return lineText(line).includes("smcCall")
}

export function domainStop(caught: CaughtDomain, system: CompiledSystem, context: StopContext): LastStop {
  const { pd, text, error } = caught
  const domain = system.domains.find(({ name }) => name === pd)
  const fault = error instanceof PdFault ? error : undefined
  const line = linesOf(error, text, domain)
  if (fault === undefined && /undefined|null/.test(text) && wantsSmc(domain, line)) {
    const [summary, right] = [`protection domain ${pd} faulted: ${text}`, `${pd} has no smc="true"`]
    const cause = `microkit.smcCall gives undefined: ${right}`
    const fixes = [forwardFix({ example: context.example, pd })]
    return domainReport({ code: "program-threw", summary, pd, domain, cause, line, fixes }, context)
  }
  const cause = fault === undefined ? thrownCause(text) : accessCause(system, domain, fault)
  const inside =
    fault?.fault.kind === "vm" && fault.fault.reason === "permission" && domain !== undefined
      ? nearest(system, domain, fault.fault.address).inside
      : undefined
  const fixes =
    inside === undefined || fault?.fault.kind !== "vm"
      ? []
      : domainPermission(context.example, pd, inside.region, fault.fault.write ? "w" : "r", inside.perms)
  const { again } = caught
  const often =
    again === undefined ? "" : ` ${again.times} times, as ${again.parent} starts it again each time`
  const summary = `protection domain ${pd} faulted${often}: ${text}`
  const code =
    fault === undefined ? "program-threw" : fault.fault.kind === "vm" ? "domain-access" : "domain-gave-up"
  if (again !== undefined) {
    return domainReport({ code: "domain-restarts", summary, pd, domain, cause, line, fixes }, context)
  }
  return domainReport({ code, summary, pd, domain, cause, line, fixes }, context)
}
