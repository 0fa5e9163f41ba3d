// SPDX-License-Identifier: BSD-2-Clause
//
// What is told of a guest that panicked, or stands still when its run ends: catch-guests.ts has seen it.

import { type Fix, type Place, renderPlace } from "@vmm/diagnostic"
import {
  type ConsoleWatch,
  type ExampleFiles,
  forewarned,
  type LastStop,
  milestones,
  orPlainVmm,
  processorFixes,
  renderGuestStop,
  type Standstill,
  type StandstillFacts,
} from "@vmm/report"
import { join } from "node:path"

import type { CaughtGuest } from "./catch-guests.ts"
import { panicOf, panicPlace, stillOf } from "./guest-cause.ts"
import type { StopContext } from "./stop-context.ts"

export interface GuestStopOptions {
  readonly watch: ConsoleWatch
  /** Last lines of the record, when there is one. */
  readonly events: readonly string[]
}

/** A guest may run in circles for what a sleeping one waits for; nobody can tell that from work. */
function standing({ vm, vcpus, idle, parked, halted, restarts }: StandstillFacts, why: string): string {
  if (parked === true && halted !== true) return `${vm} has halted itself${why}`
  if (idle === true || halted === true || restarts !== undefined) return `${vm} goes no further${why}`
  if (!vcpus.some(({ on, asleep }) => on && !asleep)) return `${vm} goes no further${why}`
  return `${vm} was still at work when the run ended${why === "" ? "" : `, perhaps in vain${why}`}`
}

/** A place in the example's own files is named from where `vmm` runs, as those of the trees are. */
function placeIn(
  folder: string,
  place: Place | undefined,
  { system, guest, overlays }: ExampleFiles,
): Place | undefined {
  const own = [system, guest, ...overlays].some((file) => file?.file === place?.file)
  return place !== undefined && own ? { ...place, file: join(folder, place.file) } : place
}

/** What it waits for; the first is what the place belongs to. */
function waitsOf({ waits }: Standstill, place: Place | undefined): readonly string[] {
  const [first, ...others] = waits
  if (first === undefined || place === undefined) return waits
  return [first, `  at ${renderPlace(place)}`, ...others]
}

/** Others at work than the one that is the reason. */
const alsoBusy = (working: ReturnType<CaughtGuest["busy"]>): readonly string[] =>
  working.length < 2 ? [] : working.map(({ id, text }) => `vCPU ${id}: ${text}`)

/** Fixes without those that write what an earlier one writes; one of an earlier one's name gets a number. */
function apart(fixes: readonly Fix[]): readonly Fix[] {
  const known = new Map<string, number>()
  const written = new Set<string>()
  return fixes.flatMap((fix) => {
    const edits = JSON.stringify(fix.edits)
    if (written.has(edits)) return []
    written.add(edits)
    const count = (known.get(fix.id) ?? 0) + 1
    known.set(fix.id, count)
    return [count === 1 ? fix : { ...fix, id: `${fix.id}-${count}` }]
  })
}

/** Whether a place is one of the VMM's own program. */
const inProgram = ({ program = {} }: StandstillFacts, place: Place | undefined): boolean =>
  place !== undefined && Object.values(program).some((one: Place | undefined) => one?.file === place.file)

/** The stop of one guest that went no further, with its block of text. */
export function guestStop(caught: CaughtGuest, context: StopContext, options: GuestStopOptions): LastStop {
  const { facts, vcpus } = caught
  const { watch, events } = options
  const { tree, example, folder } = context
  const still = stillOf(caught, context, watch)
  const panic = panicOf(context, watch, caught)
  const first = watch.panic?.reason ?? watch.oopses[0]
  const code = panic?.code ?? still.code
  const warned = forewarned(code, context.findings, renderPlace)
  const place = placeIn(folder, still.place, example)
  const { cause } = warned
  const known = cause === undefined ? "" : ` (${renderPlace(cause)}: ${cause.message})`
  const working = panic === undefined && !facts.linux ? caught.busy(tree) : []
  const [busy] = working
  const both = still.code === "asleep" && busy !== undefined ? `${still.reason}: ${busy.text}` : undefined
  // A device that it polls says more than that Linux would have its MMU on.
  const polls = ["no-mmu", "silent-console"].includes(still.code) && busy?.place !== undefined
  const reason = both ?? (polls ? busy.text : (still.reason ?? busy?.text))
  const why = reason === undefined ? known : `: ${reason}${known}`
  const summary =
    panic === undefined
      ? standing(facts, why)
      : `${facts.vm} ${watch.panic === undefined ? "oopsed" : "panicked"}: ${first}: ${panic.meaning}`
  const newer = busy?.newer === true ? processorFixes(example) : []
  const own = panic === undefined ? [...newer, ...still.fixes] : panic.fixes
  const all = apart(still.place === undefined ? [...warned.fixes, ...own] : [...own, ...warned.fixes])
  const fixes = panic === undefined && inProgram(facts, place) ? orPlainVmm(all, example, facts.pd) : all
  const alone = panic === undefined && still.waits.length === 0 ? place : undefined
  const oopsed = placeIn(folder, panic?.place, example)
  const written = panicPlace(code, context, watch, facts.vm) ?? oopsed ?? busy?.place ?? alone
  const said = panic === undefined ? watch.last.slice(-4) : [...watch.failures, ...watch.oopses].slice(-8)
  const stop = {
    summary,
    vm: facts.vm,
    milestones: milestones(facts),
    vcpus,
    waits: panic === undefined ? [...waitsOf(still, place), ...alsoBusy(working)] : [],
    ...(written === undefined ? {} : { place: written }),
    warned: warned.lines,
    said,
    events,
    fixes,
  }
  return {
    format: 1,
    kind: panic === undefined ? "silence" : "panic",
    code,
    summary,
    folder,
    vm: facts.vm,
    pd: facts.pd,
    ...(panic === undefined && place !== undefined
      ? { place }
      : written === undefined
        ? {}
        : { place: written }),
    ...(vcpus[0]?.initcall === undefined ? {} : { initcall: vcpus[0].initcall }),
    fixes,
    text: renderGuestStop(stop, example),
  }
}
