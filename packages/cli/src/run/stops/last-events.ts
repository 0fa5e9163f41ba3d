// SPDX-License-Identifier: BSD-2-Clause
//
// The last events of a run that nobody recorded, one short line each, for the report of its end. What repeats is one
// line, at its last time, with how often it was.

import type { LastEvent } from "@vmm/kernel/events"
import { decodeEsr } from "@vmm/report"

/** Lines at most. */
const LINES = 10
/** Exception classes of aborts, which have an IPA (Arm ARM D24.2.40). */
const ABORTS = [0x20, 0x24]

const hex = (value: number): string => `0x${value.toString(16)}`

function exitText(name: string, esr: number, ipa: number): string {
  const { ec, ecName } = decodeEsr(esr)
  return `${name} left the guest: ${ecName}${ABORTS.includes(ec) ? ` at IPA ${hex(ipa)}` : ""}`
}

function eventText({ kind, name, first, second }: LastEvent): string {
  switch (kind) {
    case "exit":
      return exitText(name, first, second)
    case "read":
      return `${name} read ${second} bytes of an emulated register at ${hex(first)}`
    case "write":
      return `${name} wrote ${second} bytes to an emulated register at ${hex(first)}`
    case "irq":
      return `interrupt ${first} of the board, ${name === "" ? "which nobody takes" : `for ${name}`}`
    case "inject":
      return `interrupt ${first} given to ${name}`
    case "told":
      return name
  }
}

/** Lines for the events, oldest first. */
export function lastEventLines(events: readonly LastEvent[]): readonly string[] {
  const times = new Map<string, number>()
  const shown: { readonly text: string; readonly at: string }[] = []
  for (const event of events.toReversed()) {
    const text = eventText(event)
    const seen = times.get(text) ?? 0
    times.set(text, seen + 1)
    const at = event.timeNs === undefined ? "" : `${(event.timeNs / 1e6).toFixed(3)} ms  `
    if (seen === 0 && shown.length < LINES) shown.push({ text, at })
  }
  return shown.toReversed().map(({ text, at }) => {
    const count = times.get(text) ?? 1
    return `${at}${text}${count === 1 ? "" : ` (${count} times of the last ${events.length})`}`
  })
}
