// SPDX-License-Identifier: BSD-2-Clause
//
// A call of libmicrokit with a channel or interrupt that its domain has not. libmicrokit prints a line and goes on, so
// that the run may end well and the program still not do what it should: told with the line of the program, what the
// domain has, and the element that lacks.

import type { Fix } from "@vmm/diagnostic"
import { callableEnd, type LastStop } from "@vmm/report"

import type { CompiledDomain, CompiledSystem } from "../../compile/compiled.ts"
import type { Booted } from "../boot.ts"
import { domainReport } from "./domain-report.ts"
import { programPlace } from "./program-lines.ts"
import type { StopContext } from "./stop-context.ts"

export type Refusal = Booted["kernel"]["state"]["refusals"][number]

const list = (ids: readonly number[], what: string, none: string): string =>
  ids.length === 0 ? none : `${what} ${ids.join(", ")}`

/** What the domain could have meant. */
function has(system: CompiledSystem, domain: CompiledDomain, who: string): string {
  const ends = system.channels.flat().filter((end) => end.domain === domain.name)
  if (who === "microkit_irq_ack") {
    return list(
      domain.irqs.map(({ channel }) => channel),
      "its interrupts have the ids",
      "it has no <irq>",
    )
  }
  if (who === "microkit_ppcall") {
    const ids = ends.filter(({ ppc }) => ppc).map(({ id }) => id)
    return list(ids, "it may call", 'no <end> of it has pp="true"')
  }
  return list(
    ends.filter(({ notify }) => notify).map(({ id }) => id),
    "its channels are",
    "it has no channel",
  )
}

/** The channel is there, and its end lacks the right to call. */
function fixesOf(
  system: CompiledSystem,
  { pd, who, channel }: Refusal,
  context: StopContext,
): readonly Fix[] {
  const there = system.channels.flat().some((end) => end.domain === pd && end.id === channel && !end.ppc)
  return who === "microkit_ppcall" && there ? callableEnd(context.example, pd, channel) : []
}

export function refusalStop(refusal: Refusal, system: CompiledSystem, context: StopContext): LastStop {
  const { pd, text, error, who } = refusal
  const domain = system.domains.find(({ name }) => name === pd)
  const cause = domain === undefined ? undefined : `libmicrokit lets it go on; ${has(system, domain, who)}`
  const line = programPlace(error.stack ?? "")
  const fixes = fixesOf(system, refusal, context)
  const summary = `protection domain ${text}`
  return domainReport({ code: "wrong-channel", summary, pd, domain, cause, line, fixes }, context)
}
