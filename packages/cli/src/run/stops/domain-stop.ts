// SPDX-License-Identifier: BSD-2-Clause
//
// A protection domain's own fault: what the monitor says, and its cause in terms of the domain's maps and program.

import type { Fix, Place } from "@vmm/diagnostic"
import { PdFault } from "@vmm/kernel/api"
import { domainPermission, forwardFix, type LastStop } from "@vmm/report"

import type { CompiledDomain, CompiledSystem } from "../../compile/compiled.ts"
import type { Booted } from "../boot.ts"
import { domainReport } from "./domain-report.ts"
import { elsewhere, missingMapFixes, nearestMap } from "./missing-map.ts"
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
  const { inside, below } = nearestMap(system, domain, address)
  const did = write ? "wrote to" : "read"
  if (inside !== undefined && reason === "permission") {
    return `it ${did} ${hex(address)} in "${inside.region}", which it maps with perms="${inside.perms}"`
  }
  if (inside !== undefined && reason === "external") {
    return `it ${did} ${hex(address)} in "${inside.region}", and nothing on the board answers there`
  }
  if (inside !== undefined) return `it ${did} ${hex(address)} in "${inside.region}" across its alignment`
  if (address < 0x1000) return `it ${did} ${hex(address)}: an invocation failed, or an address was never set`
  const other = elsewhere(system, domain, address)
  if (other !== undefined) return `it ${did} ${hex(address)}, where it maps nothing: ${other.text}`
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

/** What lets the access be. */
function accessFixes(
  system: CompiledSystem,
  domain: CompiledDomain,
  fault: PdFault | undefined,
  { example }: StopContext,
): readonly Fix[] {
  if (fault?.fault.kind !== "vm") return []
  const { address, write, reason } = fault.fault
  const { inside } = nearestMap(system, domain, address)
  if (inside === undefined) return missingMapFixes(system, domain, { address, write }, example)
  if (reason !== "permission") return []
  return domainPermission(example, domain.name, inside.region, write ? "w" : "r", inside.perms)
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
  const fixes = domain === undefined ? [] : accessFixes(system, domain, fault, context)
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
