// SPDX-License-Identifier: BSD-2-Clause
//
// A guest that panicked or stands still as one block of text: what happened, how far it came, where its vCPUs are,
// what it waits for, what was said and done last, and the ways out.

import { type Fix, type Place, renderPlace } from "@vmm/diagnostic"
import type { ExampleFiles } from "../example.ts"
import type { CodePlace } from "../fault/report-value.ts"
import { backtraceLines, boldText, codeText, fixesText, rows } from "../fault/render-fault.ts"
import type { Milestone } from "./standstill.ts"

/** Where a vCPU was at the end. */
export interface StoppedVcpu {
  readonly id: number
  /** `runs`, `sleeps in WFI`, `is off`. */
  readonly state: string
  readonly level: number
  readonly pc: CodePlace
  readonly backtrace: readonly CodePlace[]
  /** The initcall that runs, the probe under it. */
  readonly initcall?: string
  readonly probe?: string
  /** Its last exit to the VMM. */
  readonly lastExit?: string
}

/** A guest that stopped or stands still, as one value. */
export interface GuestStop {
  /** One sentence without its full stop. */
  readonly summary: string
  readonly vm: string
  readonly milestones: readonly Milestone[]
  readonly vcpus: readonly StoppedVcpu[]
  readonly waits: readonly string[]
  /** Where the example's files say what the guest failed at. */
  readonly place?: Place
  /** What the check had warned of. */
  readonly warned?: readonly string[]
  /** Lines of the guest's console that explain it, oldest first. */
  readonly said: readonly string[]
  /** Events of the record, oldest first. */
  readonly events: readonly string[]
  readonly fixes: readonly Fix[]
}

function milestoneText(milestones: readonly Milestone[]): readonly string[] {
  const reached = milestones.filter((one) => one.reached).map(({ name }) => name)
  const missed = milestones.filter((one) => !one.reached).map(({ name }) => name)
  return [
    ...rows("reached", reached.length === 0 ? "nothing" : reached.join(", ")),
    ...(missed.length === 0 ? [] : rows("not reached", missed.join(", "))),
  ]
}

function vcpuLines(vcpu: StoppedVcpu): readonly string[] {
  const { id, state, level, pc, backtrace, initcall, probe, lastExit } = vcpu
  const under = [
    ...(initcall === undefined ? [] : rows("initcall", initcall)),
    ...(probe === undefined ? [] : rows("driver", probe)),
  ]
  return [
    ...rows(`vCPU ${id}`, state === "is off" ? state : `${state}, PC ${codeText(pc)}  (EL${level})`),
    ...(state === "is off" ? [] : [...under, ...backtraceLines(backtrace)]),
    ...(lastExit === undefined ? [] : rows("last exit", lastExit)),
  ]
}

const section = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", head, ...lines]

/** The block, lines separated by \n, the last one without. */
export function renderGuestStop(stop: GuestStop, example: ExampleFiles | undefined, colour = false): string {
  const bold = boldText(colour)
  return [
    `${bold(stop.summary)}.`,
    ...section(bold("How far it came"), milestoneText(stop.milestones)),
    ...section(bold(`Where: VM ${stop.vm}`), [
      ...(stop.place === undefined ? [] : rows("written at", renderPlace(stop.place))),
      ...stop.vcpus.flatMap(vcpuLines),
    ]),
    ...section(
      bold("What vmm check warns of"),
      (stop.warned ?? []).map((line) => `  ${line}`),
    ),
    ...section(
      bold("What it waits for"),
      stop.waits.map((line) => `  ${line}`),
    ),
    ...section(
      bold("What it said"),
      stop.said.map((line) => `  | ${line}`),
    ),
    ...section(
      bold("Last events"),
      stop.events.map((line) => `  ${line}`),
    ),
    ...fixesText(stop.fixes, example, bold),
  ].join("\n")
}
