// SPDX-License-Identifier: BSD-2-Clause
//
// The last events of a run that is recorded, one short line each, for the report of its end.

import type { TraceEvent, TraceSink } from "@vmm/kernel/events"

const KEPT = 10
/** What every event has. */
const STAMP = new Set(["type", "icount", "timeNs"])

function eventText(event: TraceEvent): string {
  const rest = Object.entries(event)
    .filter(([name]) => !STAMP.has(name))
    .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
  return `${(event.timeNs / 1e6).toFixed(3)} ms  ${event.type}: ${rest.join(", ")}`
}

export class EventRing {
  private readonly events: TraceEvent[] = []

  /** A sink that keeps the last events and hands all on. */
  over(sink: TraceSink): TraceSink {
    return (event) => {
      this.events.push(event)
      if (this.events.length > KEPT) this.events.shift()
      sink(event)
    }
  }

  /** The last events, oldest first. */
  lines(): readonly string[] {
    return this.events.map(eventText)
  }
}
