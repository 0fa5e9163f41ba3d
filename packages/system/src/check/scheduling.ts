// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about scheduling domains: their names and numbers, the schedule, and that every protection domain runs in one
// of them, if there are any.

import { type Diagnostic, errorAt, type Fix, insertAt, type Place, warningAt } from "@vmm/diagnostic"

import { spelling } from "./meant.ts"
import { type Context, twins } from "./context.ts"
import { also, deleteAttribute, deleteElement, elementText, fix, setField } from "../fixes.ts"
import { MAX_SCHEDULE, MAX_SCHEDULING_DOMAINS } from "../options.ts"
import type { RawDomain, RawSchedule, RawSchedulingDomains } from "../read/raw.ts"
import type { Field } from "../read/reading.ts"
import { didYouMean } from "../language/suggest.ts"

function notDeclared(field: Field<string>, names: ReadonlySet<string>, tag: string): Diagnostic[] {
  const name = field.value
  if (name === undefined || names.has(name)) return []
  const known = `<domains> declares: ${[...names].join(", ")}`
  return [
    errorAt(
      field.place,
      `domain '${name}' not declared in <domains>: on element '${tag}'`,
      didYouMean(name, names, known),
      { code: "scheduling-domain-unknown", ...spelling(field, names) },
    ),
  ]
}

const scheduledNames = ({ schedules }: RawSchedulingDomains): ReadonlyArray<string | undefined> =>
  schedules.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === "entry" ? [entry.domain.value] : [])),
  )

/** More domains than seL4 has: those that nothing uses go, the last ones first, where they are enough. */
function tooMany(scheduling: RawSchedulingDomains, users: readonly RawDomain[]): Diagnostic[] {
  const { domains, place } = scheduling
  const over = domains[MAX_SCHEDULING_DOMAINS]
  if (over === undefined) return []
  const used = new Set([...scheduledNames(scheduling), ...users.map(({ domain }) => domain.value)])
  const idle = domains.filter(({ name }) => name.value !== undefined && !used.has(name.value))
  const count = domains.length - MAX_SCHEDULING_DOMAINS
  const enough = idle.length >= count
  const go = enough ? idle.slice(idle.length - count) : []
  const names = go.map(({ name }) => `'${name.value}'`).join(", ")
  const remedy = enough
    ? `delete ${names}, which no protection domain and no schedule_entry names; seL4 has ${MAX_SCHEDULING_DOMAINS}`
    : `put protection domains that may share their time into one domain: seL4 has ${MAX_SCHEDULING_DOMAINS}, and ` +
      `${domains.length - idle.length} are in use`
  const fixes = enough
    ? [
        {
          id: "delete-element",
          title: `delete ${names}`,
          edits: go.map(({ element }) => deleteElement(element).edit),
          notes: [],
        },
      ]
    : []
  return [
    errorAt(place, `Number of domains exceeds ${MAX_SCHEDULING_DOMAINS} on element 'domains'`, remedy, {
      code: "too-many",
      related: [also(over.place, `number ${MAX_SCHEDULING_DOMAINS + 1}`)],
      fixes,
    }),
  ]
}

function declarations(scheduling: RawSchedulingDomains, users: readonly RawDomain[]): Diagnostic[] {
  const { domains } = scheduling
  const names = twins(domains, ({ name }) => name.value).map(([first, again]) =>
    errorAt(again.name.place, `duplicate domain name '${again.name.value}'.`, "choose another name", {
      code: "name-twice",
      related: [also(first.name.place, "the first domain of this name")],
    }),
  )
  const ids = twins(domains, ({ id }) => id.value).map(([first, again]) =>
    errorAt(
      again.id.place,
      `duplicate domain id: ${again.id.value} on element 'domain'`,
      "choose another id",
      {
        code: "id-twice",
        related: [also(first.id.place, `id ${first.id.value} is taken here`)],
      },
    ),
  )
  return [...tooMany(scheduling, users), ...names, ...ids]
}

function scheduleFindings(schedule: RawSchedule, names: ReadonlySet<string>): Diagnostic[] {
  const entries = schedule.entries.flatMap((entry) => (entry.kind === "entry" ? [entry] : []))
  const length = schedule.entries.length
  const { startIndex, indexShift, place } = schedule
  const [shift, start] = [indexShift.value ?? 0, startIndex.value ?? 0]
  const findings = entries.flatMap(({ domain }) => notDeclared(domain, names, "schedule_entry"))
  if (entries.length === 0) {
    const remedy = 'write <schedule_entry domain="..." duration="1000 us" /> for each domain'
    findings.push(
      errorAt(place, "missing 'schedule_entry' element on element 'domain_schedule'", remedy, {
        code: "schedule-empty",
      }),
    )
  }
  if (shift + length > MAX_SCHEDULE) {
    // Microkit names the start index here, not the shift.
    findings.push(
      errorAt(
        indexShift.written ? indexShift.place : place,
        `schedule_index_shift '${start}' on top of the schedule length '${length}' would exceed than the ` +
          `configured KernelNumDomainSchedules ${MAX_SCHEDULE} on element 'domain_schedule'`,
        `index_shift is ${shift}: with ${length} entries it can be ${Math.max(0, MAX_SCHEDULE - length)} at most`,
        {
          code: "schedule-too-long",
          fixes:
            length <= MAX_SCHEDULE
              ? [fix("write-value", setField(indexShift, "index_shift", String(MAX_SCHEDULE - length)))]
              : [],
        },
      ),
    )
  }
  if (schedule.entries[start]?.kind === "end") {
    const message = `start_index (${start}) is a schedule_end_marker: no domain runs there`
    findings.push(
      warningAt(startIndex.place, message, "name an entry that follows a marker, or the first", {
        code: "schedule-start",
        fixes: [fix("write-value", setField(startIndex, "start_index", "0"))],
      }),
    )
  }
  if (length > 0 && start >= length) {
    findings.push(
      errorAt(
        startIndex.place,
        `start_index (${start}) must be less than the schedule length (${length}) on element 'domain_schedule'`,
        `entries are numbered from 0 to ${length - 1}`,
        { code: "schedule-start", fixes: [fix("write-value", setField(startIndex, "start_index", "0"))] },
      ),
    )
  }
  return findings
}

function unscheduled(scheduling: RawSchedulingDomains, users: readonly RawDomain[]): Diagnostic[] {
  const scheduled = scheduledNames(scheduling)
  return scheduling.domains.flatMap(({ name }) => {
    if (name.value === undefined || scheduled.includes(name.value)) return []
    const user = users.find(({ domain }) => domain.value === name.value)
    const message =
      user === undefined
        ? `domain '${name.value}' is not in the schedule`
        : `domain '${name.value}' is not in the schedule: protection domain '${user.name.value}' never runs`
    const remedy = `write <schedule_entry domain="${name.value}" duration="1000 us" />`
    const related = user === undefined ? [] : [also(user.place, `'${user.name.value}' is in it`)]
    return [warningAt(name.place, message, remedy, { code: "domain-unscheduled", related })]
  })
}

/** Microkit reads a file once, from the top: what a protection domain names must stand before it. */
function orderFindings(
  { place, element }: RawSchedulingDomains,
  members: readonly RawDomain[],
): Diagnostic[] {
  const before = ({ line, column }: Place) =>
    line < place.line || (line === place.line && column < place.column)
  const [first] = members.filter(({ domain, place: at }) => domain.value !== undefined && before(at))
  if (first === undefined) return []
  const message = `domain '${first.domain.value}' not declared in <domains>: on element 'protection_domain'`
  const remedy = "Microkit reads the file from the top: move <domains> before the protection domains"
  const { place: at, indent } = first.element
  const text = `${elementText(element, indent, new Set())}\n\n${indent}`
  const move: Fix = {
    id: "move-domains",
    title: `move <domains> before '${first.name.value ?? ""}'`,
    edits: [insertAt(at.file, at.line, at.column - 1, text), deleteElement(element).edit],
    notes: [],
  }
  return [
    errorAt(first.domain.place, message, remedy, {
      code: "domains-after-domain",
      fixes: [move],
      related: [also(place, "<domains> stands here")],
    }),
  ]
}

function memberFindings(domain: RawDomain, names: ReadonlySet<string> | undefined): Diagnostic[] {
  if (names !== undefined && domain.domain.written) {
    return notDeclared(domain.domain, names, "protection_domain")
  }
  if (names !== undefined) {
    const [first] = names
    const message = "Missing required attribute 'domain' on element 'protection_domain'"
    const remedy = `write domain="..." in the tag, since <domains> is there: ${[...names].join(", ")}`
    const fixes =
      first === undefined ? [] : [fix("write-attribute", setField(domain.domain, "domain", first))]
    return [errorAt(domain.place, message, remedy, { code: "attribute-missing", fixes })]
  }
  const attribute = domain.element.attributes.get("domain")
  if (attribute === undefined) return []
  const message = `domain '${attribute.value}' not declared in <domains>: on element 'protection_domain'`
  const remedy = "the file has no <domains>: write it, or delete domain"
  const fixes = [fix("delete-attribute", deleteAttribute(attribute))]
  return [errorAt(attribute.valuePlace, message, remedy, { code: "scheduling-domain-unknown", fixes })]
}

/** Scheduling domains are for one core. */
function coreFindings(scheduling: RawSchedulingDomains, members: readonly RawDomain[]): Diagnostic[] {
  const other = members.find(({ cpu }) => (cpu.value ?? 0) > 0)
  if (other === undefined) return []
  const message = `domains are not supported with several cores: '${other.name.value}' is on core ${other.cpu.value}`
  return [
    errorAt(scheduling.place, message, "put every protection domain on core 0, or do without <domains>", {
      code: "domains-on-several-cores",
      related: [also(other.cpu.place, "another core than 0")],
    }),
  ]
}

export function checkScheduling({ raw, domains }: Context): ReadonlyArray<Diagnostic> {
  const [scheduling] = raw.scheduling
  const members = domains.map(({ domain }) => domain)
  if (scheduling === undefined) return members.flatMap((domain) => memberFindings(domain, undefined))
  const names = new Set(
    scheduling.domains.flatMap(({ name }) => (name.value === undefined ? [] : [name.value])),
  )
  // A domain whose own name is wrong may be the one that is meant.
  const known = scheduling.domains.every(({ name }) => name.value !== undefined)
  const undeclared = ({ code, fixes = [] }: Diagnostic) =>
    !known && code === "scheduling-domain-unknown" && fixes.length === 0
  return [
    ...declarations(scheduling, members),
    ...scheduling.schedules.flatMap((schedule) => scheduleFindings(schedule, names)),
    ...unscheduled(scheduling, members),
    ...members.flatMap((domain) => memberFindings(domain, names)),
    ...orderFindings(scheduling, members),
    ...coreFindings(scheduling, members),
  ].filter((finding) => !undeclared(finding))
}
