// SPDX-License-Identifier: BSD-2-Clause
//
// Why a guest stands still or panicked, and where the example's files say so: a word of its command line, its ramdisk,
// else what its vCPUs and interrupts tell.

import { join } from "node:path"

import type { Place } from "@vmm/diagnostic"
import { layersBeside } from "@vmm/guest-boot"
import {
  type BootTrouble,
  type ConsoleWatch,
  doubleRam,
  fatalWord,
  ramPlace,
  lostConsole,
  mutedConsole,
  oopsCause,
  type PanicCause,
  panicCause,
  rootFixes,
  rootWaits,
  rootWord,
  type Standstill,
  standstill,
  wordPlace,
} from "@vmm/report"

import type { CaughtGuest } from "./catch-guests.ts"
import { askedCrash, diedInit, waitingInit } from "./died-init.ts"
import { keyPlace } from "./key-place.ts"
import { programPlace } from "./program-lines.ts"
import { refusalCode } from "./refusal-stop.ts"
import type { StopContext } from "./stop-context.ts"

/** Stops for which what the guest file calls its ramdisk is at fault. */
const OF_RAMDISK = /^(no-root-fs|no-init|init-died|program-waits|program-runs|program-restarts)$/

/** The guest file's "ramdisk", or its "kernel" where it has none. */
const RAMDISK = ["ramdisk", "initrd", "kernel"]

/** Layers of a ramdisk that the folder has at hand. */
function layersOf({ folder }: StopContext): readonly string[] | undefined {
  return layersBeside(folder, [])
}

/** Stops that say little: what a domain asked for in vain says more. */
const VAGUE =
  /^(never-ran|never-started|no-mmu|asleep|no-progress|silent-console|interrupt-not-given|interrupt-not-acknowledged)$/

/** A channel or interrupt that a domain named and has not, with the line of its program. */
function refused(
  { refusals, facts }: Pick<CaughtGuest, "refusals" | "facts">,
  still: Standstill,
  context: StopContext,
): Standstill {
  const [first] = refusals
  if (first === undefined) return still
  const own = context.systemOf(facts.vm).usedIds
  const has = own.length === 0 ? "it has none" : `it has ${own.join(", ")}`
  const texts = refusals.map((one) =>
    one.pd === facts.pd && refusalCode(one) === "wrong-channel" ? `${one.text}: ${has}` : one.text,
  )
  const waits = [...texts, ...still.waits]
  if (!VAGUE.test(still.code)) return { ...still, waits: [...still.waits, ...texts] }
  const place = programPlace(first.error.stack ?? "")
  const reason = texts[0] ?? first.text
  return {
    code: refusalCode(first),
    reason,
    waits,
    fixes: refusalCode(first) === "wrong-channel" ? still.fixes : [],
    ...(place === undefined ? {} : { place }),
  }
}

/** The word of the command line that a guest dies of, or stands still by. */
function wordOf(
  context: StopContext,
  watch: ConsoleWatch,
  panic: PanicCause | undefined,
): BootTrouble | undefined {
  const said = [watch.panic?.reason ?? "", ...watch.oopses, ...watch.failures, ...watch.last]
  const init = watch.reached.has("init")
  return watch.reached.has("linux") ? fatalWord(context, { panic: panic?.code, said, init }) : undefined
}

/** What the guest stands still for: a word of its command line, else what its vCPUs and interrupts tell. */
export function stillOf(
  caught: Pick<CaughtGuest, "refusals" | "facts">,
  context: StopContext,
  watch: ConsoleWatch,
): Standstill {
  const { tree, example } = context
  const { facts } = caught
  const still = standstill(facts, tree, context.systemOf(facts.vm), example)
  const word = watch.panic === undefined ? mutedConsole(context) : undefined
  const trouble =
    word ??
    rootWaits(context, watch.last, layersOf(context)) ??
    wordOf(context, watch, undefined) ??
    lostConsole(context, watch.failures)
  if (trouble !== undefined) return { ...trouble, waits: [trouble.reason, ...still.waits] }
  return refused(caught, waitingInit(context, watch, still), context)
}

/** RAM for a guest that has too little. */
function moreFixes({ code }: PanicCause, { tree, example, systemOf }: StopContext, vm: string) {
  if (code !== "out-of-memory") return []
  return doubleRam({ tree, example, system: systemOf(vm) }).filter(({ edits }) => edits.length > 0)
}

/** The cause of a panic, with a patch where its file system did not come. */
export function panicOf(
  context: StopContext,
  watch: ConsoleWatch,
  { facts, oops }: Pick<CaughtGuest, "facts" | "oops">,
): (PanicCause & { readonly place?: Place }) | undefined {
  const { vm } = facts
  if (watch.panic === undefined && watch.oopses.length === 0) return undefined
  const said = panicCause(watch)
  const root =
    said.code === "no-root-fs" ? rootFixes(context, layersOf(context)) : moreFixes(said, context, vm)
  const cause = { ...said, fixes: [...root, ...said.fixes] }
  const word = wordOf(context, watch, said)
  if (said.code === "init-died") return diedInit(context, watch, cause)
  if (said.code === "sysrq-crash") return askedCrash(context, watch, cause)
  if (word === undefined && oops !== undefined && /^guest-(oops|serror)$/.test(said.code)) {
    return {
      ...cause,
      ...oopsCause(oops.oops, oops.reach, { ...context, ...facts, system: context.systemOf(vm) }),
    }
  }
  if (word === undefined) return cause
  return { ...cause, meaning: word.reason, fixes: [...word.fixes, ...cause.fixes] }
}

/** The word of the command line, or the ramdisk, that a panic is about. */
export function panicPlace(
  code: string,
  context: StopContext,
  watch: ConsoleWatch,
  vm: string,
): Place | undefined {
  const cause = watch.panic === undefined ? undefined : wordOf(context, watch, panicCause(watch))
  const word = code === "no-root-fs" ? rootWord(context) : undefined
  const named = cause?.place ?? (word === undefined ? undefined : wordPlace(context.example, word))
  const place =
    named ?? (code === "out-of-memory" ? ramPlace(context.example, context.systemOf(vm)) : undefined)
  if (place !== undefined) return { ...place, file: join(context.folder, place.file) }
  const tells = { "init-died": diedInit, "sysrq-crash": askedCrash }[code]
  const script = tells?.(context, watch, panicCause(watch)).place
  return script ?? (OF_RAMDISK.test(code) ? keyPlace(context, RAMDISK) : undefined)
}
