// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about channels and scheduling: ends name protection domains, protected procedure calls go one way
// and to a strictly higher priority, budgets fit their periods, and CPU cores exist.

import type { Context } from "./context.ts"
import { type Diagnostic, errorAt, warningAt } from "@vmm/diagnostic"
import { MAX_PRIORITY } from "./options.ts"
import type { RawChannel, RawDomain, RawEnd, RawMachine } from "./raw.ts"
import type { Field } from "./reading.ts"
import { didYouMean } from "./suggest.ts"

function endFindings(end: RawEnd, { domainIndex }: Context): Diagnostic[] {
  const name = end.domain.value
  if (name === undefined || domainIndex.has(name)) return []
  const known = `there is no protection domain of that name; there are: ${[...domainIndex.keys()].join(", ")}`
  return [
    errorAt(
      end.domain.place,
      `invalid PD name '${name}' on element 'end'`,
      didYouMean(name, domainIndex.keys(), domainIndex.size === 0 ? "there is no protection domain" : known),
    ),
  ]
}

function callFindings(caller: RawEnd, callee: RawEnd, context: Context): Diagnostic[] {
  if (caller.pp.value !== true) return []
  const find = (end: RawEnd): RawDomain | undefined =>
    context.domains[context.domainIndex.get(end.domain.value ?? "") ?? -1]?.domain
  const [from, to] = [find(caller), find(callee)]
  const [p, q] = [from?.priority.value, to?.priority.value]
  if (from === undefined || to === undefined || p === undefined || q === undefined || p < q) return []
  const remedy =
    p < MAX_PRIORITY
      ? `give '${to.name.value}' a priority over ${p}`
      : `lower the priority of '${from.name.value}' below ${q}`
  return [
    errorAt(
      caller.pp.place,
      "PPCs must be to protection domains of strictly higher priorities; channel with PPC exists from pd " +
        `${from.name.value} (priority: ${p}) to pd ${to.name.value} (priority: ${q})`,
      remedy,
    ),
  ]
}

function channelFindings({ ends, place }: RawChannel, context: Context): Diagnostic[] {
  const named = ends.flatMap((end) => endFindings(end, context))
  const [a, b] = ends
  if (a === undefined || b === undefined || ends.length !== 2) return named
  if (a.pp.value === true && b.pp.value === true) {
    const message = "cannot ppc bidirectionally on element 'channel'"
    return [...named, errorAt(place, message, 'delete pp="true" at the end with the higher priority')]
  }
  return [...named, ...callFindings(a, b, context), ...callFindings(b, a, context)]
}

function budgetFindings(thing: RawDomain | RawMachine): Diagnostic[] {
  const budget = thing.budget.value
  const period = thing.period.value
  if (budget === undefined || period === undefined || budget <= period) return []
  const message = `budget (${budget}) must be less than, or equal to, period (${period})`
  return [errorAt(thing.period.place, message, `make the period at least ${budget}, or the budget smaller`)]
}

function cpuFindings(cpu: Field<number>, tag: string, { cpus }: Context): Diagnostic[] {
  if (cpu.value === undefined || cpu.value < cpus) return []
  const message = `cpu core must be less than ${cpus}, got ${cpu.value} on element '${tag}'`
  return [
    errorAt(
      cpu.place,
      message,
      cpus === 1 ? "the board has one core: write 0" : `cores run from 0 to ${cpus - 1}`,
    ),
  ]
}

/** A guest that outranks its VMM keeps it from answering as long as it does not sleep. */
function priorityFindings(domain: RawDomain, machine: RawMachine): Diagnostic[] {
  const [vmm, guest] = [domain.priority.value, machine.priority.value]
  if (vmm === undefined || guest === undefined || guest <= vmm) return []
  const message =
    `virtual machine '${machine.name.value}' (priority: ${guest}) runs before its protection domain ` +
    `'${domain.name.value}' (priority: ${vmm}), which handles its faults and interrupts`
  return [warningAt(machine.priority.place, message, "give the protection domain the higher priority")]
}

export function checkChannels(context: Context): ReadonlyArray<Diagnostic> {
  return [
    ...context.raw.channels.flatMap((channel) => channelFindings(channel, context)),
    ...context.domains.flatMap(({ domain }) => [
      ...budgetFindings(domain),
      ...cpuFindings(domain.cpu, "protection_domain", context),
      ...domain.machines.flatMap((machine) => [
        ...budgetFindings(machine),
        ...priorityFindings(domain, machine),
        ...machine.vcpus.flatMap((vcpu) => cpuFindings(vcpu.cpu, "vcpu", context)),
      ]),
    ]),
  ]
}
