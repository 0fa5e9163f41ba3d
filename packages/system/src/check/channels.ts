// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about channels and scheduling: ends name protection domains, protected procedure calls go one way
// and to a strictly higher priority, budgets fit their periods, and CPU cores exist.

import { type Diagnostic, type Fix, errorAt } from "@vmm/diagnostic"

import { spelling } from "./meant.ts"
import type { Context } from "./context.ts"
import { also, deleteAttribute, deleteElement, fix, setField } from "../fixes.ts"
import { MAX_PRIORITY } from "../options.ts"
import type { RawChannel, RawDomain, RawEnd, RawMachine } from "../read/raw.ts"
import type { Field } from "../read/reading.ts"
import { didYouMean } from "../language/suggest.ts"

function endFindings(end: RawEnd, channel: RawChannel, { domainIndex }: Context): Diagnostic[] {
  const name = end.domain.value
  if (name === undefined || domainIndex.has(name)) return []
  const { fixes = [] } = spelling(end.domain, domainIndex.keys())
  const withoutChannel = fix("delete-element", deleteElement(channel.element))
  const known = `there is no protection domain of that name; there are: ${[...domainIndex.keys()].join(", ")}`
  return [
    errorAt(
      end.domain.place,
      `invalid PD name '${name}' on element 'end'`,
      didYouMean(name, domainIndex.keys(), domainIndex.size === 0 ? "there is no protection domain" : known),
      {
        code: "domain-unknown",
        fixes: fixes.length > 0 ? fixes : [...onlyOther(end, channel, domainIndex.keys()), withoutChannel],
      },
    ),
  ]
}

/** The one domain that the channel does not name yet. */
function onlyOther(end: RawEnd, channel: RawChannel, names: Iterable<string>): readonly Fix[] {
  const named = new Set(channel.ends.map((one) => one.domain.value))
  const [only, another] = [...names].filter((name) => !named.has(name))
  const known = channel.ends.every((one) => one === end || one.domain.value !== undefined)
  return only === undefined || another !== undefined || !known
    ? []
    : [fix("write-value", setField(end.domain, "pd", only))]
}

const domainOf = (end: RawEnd, context: Context): RawDomain | undefined =>
  context.domains[context.domainIndex.get(end.domain.value ?? "") ?? -1]?.domain

function callFindings(caller: RawEnd, callee: RawEnd, context: Context): Diagnostic[] {
  if (caller.pp.value !== true) return []
  const [from, to] = [domainOf(caller, context), domainOf(callee, context)]
  if (from === undefined || to === undefined) return []
  const machine = context.architecture === "x86_64" ? to.machines[0] : undefined
  if (machine !== undefined) {
    const message =
      `It is not possible to PPC to PD '${to.name.value}' with a bound vCPU from PD ` +
      `'${from.name.value}' on x86_64`
    const remedy = "its thread may be inside the guest: use a notification"
    const related = [also(machine.place, `the virtual machine of '${to.name.value}'`)]
    return [errorAt(caller.pp.place, message, remedy, { code: "ppc-to-vmm", related })]
  }
  const [p, q] = [from.priority.value, to.priority.value]
  if (p === undefined || q === undefined || p < q) return []
  const raise = p < MAX_PRIORITY
  return [
    errorAt(
      caller.pp.place,
      "PPCs must be to protection domains of strictly higher priorities; channel with PPC exists from pd " +
        `${from.name.value} (priority: ${p}) to pd ${to.name.value} (priority: ${q})`,
      raise
        ? `give '${to.name.value}' a priority over ${p}`
        : `lower the priority of '${from.name.value}' below ${q}`,
      {
        code: "ppc-priority",
        related: [
          also(from.priority.place, `'${from.name.value}' has priority ${p}`),
          also(to.priority.place, `'${to.name.value}' has priority ${q}`),
        ],
        fixes: raise ? [fix("raise-priority", setField(to.priority, "priority", String(p + 1)))] : [],
      },
    ),
  ]
}

function bothCall(channel: RawChannel, a: RawEnd, b: RawEnd, context: Context): Diagnostic {
  const rank = (end: RawEnd) => domainOf(end, context)?.priority.value ?? 0
  const pp = (rank(a) > rank(b) ? a : b).element.attributes.get("pp")
  const message = "cannot ppc bidirectionally on element 'channel'"
  return errorAt(channel.place, message, 'delete pp="true" at the end with the higher priority', {
    code: "ppc-both-ways",
    related: [also(a.pp.place, "this end calls"), also(b.pp.place, "so does this end")],
    fixes: pp === undefined ? [] : [fix("delete-attribute", deleteAttribute(pp))],
  })
}

function channelFindings(channel: RawChannel, context: Context): Diagnostic[] {
  const { ends } = channel
  const named = ends.flatMap((end) => endFindings(end, channel, context))
  const [a, b] = ends
  if (a === undefined || b === undefined || ends.length !== 2) return named
  if (a.pp.value === true && b.pp.value === true) return [...named, bothCall(channel, a, b, context)]
  return [...named, ...callFindings(a, b, context), ...callFindings(b, a, context)]
}

function budgetFindings(thing: RawDomain | RawMachine): Diagnostic[] {
  const budget = thing.budget.value
  const period = thing.period.value
  if (budget === undefined || period === undefined || budget <= period) return []
  const tag = thing.element.name
  const message = `budget (${budget}) must be less than, or equal to, period (${period}) on element '${tag}'`
  const note = thing.budget.written ? [] : [`budget is ${budget} where none is written`]
  return [
    errorAt(thing.period.place, message, `make the period at least ${budget}, or the budget smaller`, {
      code: "budget-over-period",
      related: thing.budget.written ? [also(thing.budget.place, "the budget")] : [],
      fixes: [
        thing.budget.written
          ? fix("write-value", setField(thing.period, "period", String(budget)), note)
          : fix("write-value", setField(thing.budget, "budget", String(period)), note),
      ],
    }),
  ]
}

function cpuFindings(cpu: Field<number>, tag: string, { cpus }: Context): Diagnostic[] {
  if (cpu.value === undefined || cpu.value < cpus) return []
  const last = cpu.value === cpus ? cpus - 1 : 0
  const message = `cpu core must be less than ${cpus}, got ${cpu.value} on element '${tag}'`
  return [
    errorAt(
      cpu.place,
      message,
      cpus === 1 ? "the board has one core: write 0" : `cores run from 0 to ${cpus - 1}`,
      // Cores counted from one, most likely.
      { code: "cpu-beyond-board", fixes: [fix("write-value", setField(cpu, "cpu", `${last}`))] },
    ),
  ]
}

/** On x86 a VMM's thread may be inside the guest, where no fault of a child would find it. */
function childrenFindings(domain: RawDomain, { architecture }: Context): Diagnostic[] {
  const [machine] = domain.machines
  const [child] = domain.children
  if (architecture !== "x86_64" || machine === undefined || child === undefined) return []
  const message =
    `It is not possible for PD '${domain.name.value ?? ""}' with a bound vCPU ` + "to have children on x86_64"
  const remedy = "put the child beside it, or inside another protection domain"
  const related = [also(machine.place, "its virtual machine"), also(child.place, "its first child")]
  return [errorAt(domain.place, message, remedy, { code: "vmm-with-children", related })]
}

export function checkChannels(context: Context): ReadonlyArray<Diagnostic> {
  return [
    ...context.raw.channels.flatMap((channel) => channelFindings(channel, context)),
    ...context.domains.flatMap(({ domain }) => [
      ...budgetFindings(domain),
      ...cpuFindings(domain.cpu, "protection_domain", context),
      ...childrenFindings(domain, context),
      ...domain.machines.flatMap((machine) => [
        ...budgetFindings(machine),
        ...machine.vcpus.flatMap((vcpu) => cpuFindings(vcpu.cpu, "vcpu", context)),
      ]),
    ]),
  ]
}
