// SPDX-License-Identifier: BSD-2-Clause
//
// A call of libmicrokit with a channel or interrupt that its domain has not, or that seL4 refuses. libmicrokit prints
// a line and goes on, so that the run may end well and the program still not do what it should: told with the line of
// the program, what the domain has, and the element that lacks.

import { relative } from "node:path"

import type { Fix, Place } from "@vmm/diagnostic"
import { callableEnd, type LastStop } from "@vmm/report"

import type { CompiledDomain, CompiledSystem } from "../../compile/compiled.ts"
import type { Booted } from "../boot.ts"
import { domainReport } from "./domain-report.ts"
import { lineText, programPlace } from "./program-lines.ts"
import type { StopContext } from "./stop-context.ts"

export type Refusal = Booted["kernel"]["state"]["refusals"][number]

const list = (ids: readonly number[], what: string, none: string): string =>
  ids.length === 0 ? none : `${what} ${ids.join(", ")}`

const INJECT = "microkit_vcpu_arm_inject_irq"

/** The stable name of what was refused. */
export const refusalCode = ({ who }: Refusal): "wrong-channel" | "interrupt-refused" =>
  who === INJECT ? "interrupt-refused" : "wrong-channel"

/** What came of it, and what the domain could have meant. */
function causeOf(system: CompiledSystem, domain: CompiledDomain, { who, channel }: Refusal): string {
  if (who !== INJECT) return `libmicrokit lets it go on; ${has(system, domain, who)}`
  return `nothing is injected, and the guest never sees interrupt ${channel}; the answer of the call tells`
}

/** What the domain has of what it named. */
function idsOf(system: CompiledSystem, domain: CompiledDomain, who: string): readonly number[] {
  if (who === "microkit_irq_ack") return domain.irqs.map(({ channel }) => channel)
  const ends = system.channels.flat().filter((end) => end.domain === domain.name)
  const able = ends.filter((end) => (who === "microkit_ppcall" ? end.ppc : end.notify))
  return able.map(({ id }) => id)
}

/** How that is told: some, none. */
const WORDS: Readonly<Record<string, readonly [some: string, none: string]>> = {
  microkit_irq_ack: ["its interrupts have the ids", "it has no <irq>"],
  microkit_ppcall: ["it may call", 'no <end> of it has pp="true"'],
}

function has(system: CompiledSystem, domain: CompiledDomain, who: string): string {
  const [some, none] = WORDS[who] ?? ["its channels are", "it has no channel"]
  return list(idsOf(system, domain, who), some, none)
}

/** Functions of a program's Microkit by their names in libmicrokit. */
const CALLS: Readonly<Record<string, string>> = {
  microkit_irq_ack: "irqAck",
  microkit_ppcall: "ppcall",
  microkit_notify: "notify",
}

/** The only id that can be meant, where the program has the other one as a number. */
function numberFix(
  ids: readonly number[],
  { who, channel }: Refusal,
  line: Place | undefined,
  folder: string,
): readonly Fix[] {
  const [id, ...others] = ids
  const text = line === undefined ? "" : lineText(line)
  const [found, ...more] = text.matchAll(new RegExp(`(\\b${CALLS[who]}\\(\\s*)${channel}\\b`, "g"))
  if (id === undefined || others.length > 0 || line === undefined) return []
  if (found === undefined || more.length > 0) return []
  const from = found.index + (found[1]?.length ?? 0) + 1
  const edit = {
    kind: "replace",
    file: relative(folder, line.file),
    line: line.line,
    column: from,
    endLine: line.line,
    endColumn: from + String(channel).length,
    text: String(id),
  } as const
  const title = `write ${id}, the only one that it has, in place of ${channel}`
  return [{ id: "channel-number", title, edits: [edit], notes: [] }]
}

/** The channel is there, and its end lacks the right to call; else the only other one is meant. */
function fixesOf(
  system: CompiledSystem,
  refusal: Refusal,
  line: Place | undefined,
  { example, folder }: StopContext,
): readonly Fix[] {
  const { pd, who, channel } = refusal
  const there = system.channels.flat().some((end) => end.domain === pd && end.id === channel && !end.ppc)
  if (who === "microkit_ppcall" && there) return callableEnd(example, pd, channel)
  const domain = system.domains.find(({ name }) => name === pd)
  return domain === undefined ? [] : numberFix(idsOf(system, domain, who), refusal, line, folder)
}

export function refusalStop(refusal: Refusal, system: CompiledSystem, context: StopContext): LastStop {
  const { pd, text, error } = refusal
  const domain = system.domains.find(({ name }) => name === pd)
  const cause = domain === undefined ? undefined : causeOf(system, domain, refusal)
  const line = programPlace(error.stack ?? "")
  const fixes = fixesOf(system, refusal, line, context)
  const summary = `protection domain ${text}`
  return domainReport({ code: refusalCode(refusal), summary, pd, domain, cause, line, fixes }, context)
}
