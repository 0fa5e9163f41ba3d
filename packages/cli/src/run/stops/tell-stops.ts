// SPDX-License-Identifier: BSD-2-Clause
//
// The stops of a run told to a person on stderr, one block each, and the last one kept for `vmm fix`.

import * as Effect from "effect/Effect"
import type { ConsoleWatch, LastStop } from "@vmm/report"

import { atomicStop, type CaughtAtomic } from "./atomic-stop.ts"
import { type CaughtDomain, domainStop } from "./domain-stop.ts"
import { type CaughtFault, faultStop } from "./fault-text.ts"
import type { FoundBuild } from "../find-build.ts"
import { guestStop } from "./guest-stop.ts"
import type { CaughtGuest } from "./catch-guests.ts"
import type { LoadedBuild } from "../load.ts"
import type { Outcome } from "../outcome.ts"
import { type StopContext, stopContext } from "./stop-context.ts"
import { type Refusal, refusalCode, refusalStop } from "./refusal-stop.ts"
import { keepStop } from "./stop-file.ts"

/** The parts of a run that its stops need. */
export interface Teller {
  readonly found: FoundBuild
  readonly build: LoadedBuild
  readonly log: (line: string) => void
  /** All registers below each block. */
  readonly registers: boolean
}

/** What is to be told, in this order. */
export interface Stops {
  readonly faults: readonly CaughtFault[]
  readonly domain?: CaughtDomain | undefined
  /** Domains that fault for ever. */
  readonly repeated?: readonly CaughtDomain[]
  readonly guests?: readonly CaughtGuest[]
  /** Channels that programs named and have not. */
  readonly refusals?: readonly Refusal[]
  /** Accesses that hardware need not perform. */
  readonly atomics?: readonly CaughtAtomic[]
  /** The guests may be well: only one that waits for an interrupt that cannot come is told. */
  readonly onlyLost?: boolean
  readonly watch?: ConsoleWatch
  /** Last lines of the record. */
  readonly events?: readonly string[]
}

/**
 * Whether a run that ended so is worth an explanation: a panic always, a guest that goes no further when it never
 * came to its first process or did not do what was expected.
 */
export function isStandstill(outcome: Outcome, watch: ConsoleWatch, expecting: boolean): boolean {
  if (outcome.kind === "panic" || outcome.kind === "restarts") return true
  if (outcome.kind !== "stuck" && outcome.kind !== "idle" && outcome.kind !== "timeout") return false
  const limited =
    (outcome.kind === "timeout" && outcome.ofGuest === true) ||
    (outcome.kind === "stuck" && outcome.parked === true)
  const booting = watch.reached.has("linux")
    ? !watch.reached.has("init")
    : limited || !watch.reached.has("first-byte")
  return expecting || booting || watch.panic !== undefined || watch.oopses.length > 0
}

/** Codes of a guest that waits for an interrupt that cannot come. */
const LOST = [
  "lost-interrupt",
  "irq-trigger",
  "interrupt-not-given",
  "interrupt-not-acknowledged",
  "interrupt-refused",
]

function stopsOf(teller: Teller, stops: Stops, context: StopContext): readonly LastStop[] {
  const { faults, domain, guests = [], watch, events = [] } = stops
  const { registers, build } = teller
  const standing =
    watch === undefined ? [] : guests.map((caught) => guestStop(caught, context, { watch, events }))
  const { refusals = [] } = stops
  const told = standing.filter(({ code }) => stops.onlyLost !== true || LOST.includes(code))
  const firstRefusal = refusals[0] === undefined ? undefined : refusalCode(refusals[0])
  const asReason = told.some(({ code }) => code === firstRefusal)
  return [
    ...refusals.slice(asReason ? 1 : 0).map((refusal) => refusalStop(refusal, build.system, context)),
    ...(stops.atomics ?? []).map((caught) => atomicStop(caught, context)),
    ...faults.map((caught) => faultStop(caught, context, { registers })),
    ...(domain === undefined ? [] : [domainStop(domain, build.system, context)]),
    ...(stops.repeated ?? []).map((caught) => domainStop(caught, build.system, context)),
    // What the parent of such a domain takes is no matter of priorities.
    ...told.filter(({ code }) => code !== "never-ran" || (stops.repeated ?? []).length === 0),
  ]
}

/** Tells every stop and keeps the last one that has something to apply, else the last one. */
export function tellStops(teller: Teller, stops: Stops): Effect.Effect<void> {
  const { faults, domain, guests = [], refusals = [], atomics = [] } = stops
  const count =
    faults.length + guests.length + refusals.length + atomics.length + (stops.repeated ?? []).length
  if (count === 0 && domain === undefined) return Effect.void
  const { found, build, log } = teller
  return Effect.gen(function* () {
    const context = yield* stopContext(found.manifest, build.system)
    const told = stopsOf(teller, stops, context)
    for (const { text } of told) log(`\n${text}`)
    const kept = told.findLast(({ fixes }) => fixes.some(({ edits }) => edits.length > 0)) ?? told.at(-1)
    if (kept !== undefined) yield* keepStop(found.path, kept, log)
  })
}
