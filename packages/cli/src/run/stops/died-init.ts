// SPDX-License-Identifier: BSD-2-Clause
//
// A guest whose first process ended, crashed the kernel on purpose, or waits: the line of its script, the word of the
// command line that named another program than /init, and what mends either.

import { join } from "node:path"

import type { Fix, Place } from "@vmm/diagnostic"
import {
  type Complaint,
  type ConsoleWatch,
  crashLine,
  initEnd,
  initFixes,
  lastComplaint,
  mutedScript,
  type PanicCause,
  type ScriptEnd,
  scriptEnd,
  type Standstill,
  strayTerminal,
  waitLoop,
  withoutWord,
  wordPlace,
} from "@vmm/report"

import { mendScript, type Script, scriptOf, scriptPlace, withoutLayer } from "./guest-script.ts"
import type { StopContext } from "./stop-context.ts"

const at = (place: Place | undefined) => (place === undefined ? {} : { place })

/** The word that has the kernel start another program than /init. */
function startWord({ commandLine = "" }: StopContext, path: string | undefined): string | undefined {
  const words = commandLine.split(/\s+/)
  return path === undefined || path === "/init"
    ? undefined
    : words.findLast((word) => word === `rdinit=${path}` || word === `init=${path}`)
}

/** The end of the first process, explained as far as its script is at hand. */
export function diedInit(
  context: StopContext,
  watch: ConsoleWatch,
  cause: PanicCause,
): PanicCause & { readonly place?: Place } {
  const { example } = context
  const end = initEnd(watch.panic?.reason ?? "")
  if (end === undefined) return cause
  const complaint = lastComplaint(end, watch.complaints)
  const script = scriptOf(context, complaint?.script ?? watch.init)
  const found =
    script === undefined ? undefined : scriptEnd(script.text, end, watch.before, complaint, watch.called)
  const word = startWord(context, watch.init)
  const whys = [
    end.text,
    ...(word === undefined ? [] : [`${word} on the command line starts it`]),
    ...(found === undefined ? (complaint === undefined ? [] : [complaint.text]) : [found.why]),
  ]
  const fixes = [
    ...(script === undefined || found === undefined ? [] : [mendScript(example, script, found)]),
    ...(word === undefined ? [] : [withoutStart(context, word)]),
    ...initFixes(end, example),
    ...(found === undefined ? withoutLayer(context, watch.init) : []),
    ...cause.fixes,
  ]
  const place = diedPlace(context, script, found, complaint, word)
  const meaning = `${cause.meaning}: ${whys.join(": ")}`
  return { ...cause, meaning, fixes, ...(place === undefined ? {} : { place }) }
}

const withoutStart = ({ example, commandLine }: StopContext, word: string): Fix => ({
  id: "command-line",
  title: `take ${word} away: the guest begins with /init`,
  edits: withoutWord(example, word, commandLine),
  notes: [],
})

function diedPlace(
  context: StopContext,
  script: Script | undefined,
  found: ScriptEnd | undefined,
  complaint: Complaint | undefined,
  word: string | undefined,
): Place | undefined {
  const line = found?.line ?? complaint?.line
  const own = script === undefined || line === undefined ? undefined : scriptPlace(context, script, line)
  if (own !== undefined) return own
  const place = word === undefined ? undefined : wordPlace(context.example, word)
  return place === undefined ? undefined : { ...place, file: join(context.folder, place.file) }
}

/** A crash that a program of the guest asked for, with its line where /init has it. */
export function askedCrash(
  context: StopContext,
  watch: ConsoleWatch,
  cause: PanicCause,
): PanicCause & { readonly place?: Place } {
  const script = scriptOf(context, watch.init)
  const found = script === undefined ? undefined : crashLine(script.text)
  if (script === undefined || found === undefined) return cause
  return {
    ...cause,
    meaning: `${cause.meaning}: /${script.path}: ${found.why}`,
    fixes: [mendScript(context.example, script, found), ...cause.fixes],
    ...at(scriptPlace(context, script, found.line)),
  }
}

/** Stops of guests that came to their first process and no further. */
const WAITING = /^program-(waits|runs)$/
/** What busybox's init and others start programs by. */
const INITTAB = "/etc/inittab"
/** A script that becomes such an init. */
const HANDS_ON = /^\s*exec\s.*\b(?:init|linuxrc)\b/m

/** What a guest stands still for, with the loop of its /init that waits, where there is one. */
export function waitingInit(context: StopContext, watch: ConsoleWatch, still: Standstill): Standstill {
  if (!WAITING.test(still.code)) return still
  const words = (context.commandLine ?? "").split(/\s+/)
  const consoles = words.flatMap((word) => /^console=([^,]+)/.exec(word)?.[1] ?? [])
  const init = scriptOf(context, watch.init)
  const table = init === undefined || HANDS_ON.test(init.text) ? scriptOf(context, INITTAB) : undefined
  const looks = [
    [init, ({ text }: Script) => mutedScript(text, consoles)],
    [table, ({ text }: Script) => strayTerminal(text, consoles)],
    [init, ({ text }: Script) => waitLoop(text, watch.last)],
  ] as const
  const all = looks.flatMap(([script, look]) => {
    const found = script === undefined ? undefined : look(script)
    return script === undefined || found === undefined ? [] : [{ script, found }]
  })
  const [first] = all
  if (first === undefined) return still
  const { script, found } = first
  const reason = `${still.reason}; /${script.path}: ${found.why}`
  return {
    ...still,
    reason,
    waits: [reason, ...still.waits],
    ...at(scriptPlace(context, script, found.line)),
    fixes: [mendScript(context.example, script, found), ...still.fixes],
  }
}
