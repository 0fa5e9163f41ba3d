// SPDX-License-Identifier: BSD-2-Clause
//
// Time on the board: nanoseconds since power-on as a number (exact to 104 days), and the queue of what is
// to happen when. The board publishes deadlines here; whoever runs the CPUs moves time forward and calls
// `runUntil`. Events due at the same time run in the order in which they were scheduled, so that a run is a
// function of its inputs.

/** Reads the time. Inside a run this follows the instructions executed so far (or the host's clock). */
export interface Clock {
  /** Nanoseconds since power-on, never decreasing. */
  nowNs(): number
}

/** A handle to take a scheduled event back. */
export interface ScheduledEvent {
  readonly atNs: number
  cancel(): void
}

interface Entry extends ScheduledEvent {
  readonly sequence: number
  run: (() => void) | undefined
}

/** The events of one board. Few are pending at a time (timers, UART ageing), so a sorted list serves. */
export class EventQueue {
  private readonly entries: Entry[] = []
  private sequence = 0
  /** Called when the earliest deadline moves closer, so that a running CPU can be stopped in time. */
  onEarlier: () => void = () => undefined

  /** Runs `run` once time reaches `atNs`; a time that has passed runs at the next `runUntil`. */
  schedule(atNs: number, run: () => void): ScheduledEvent {
    const entry: Entry = {
      atNs,
      sequence: this.sequence++,
      run,
      cancel: () => {
        entry.run = undefined
        const at = this.entries.indexOf(entry)
        if (at >= 0) this.entries.splice(at, 1)
      },
    }
    let at = this.entries.length
    while (at > 0 && this.entries[at - 1].atNs > atNs) at -= 1
    this.entries.splice(at, 0, entry)
    if (at === 0) this.onEarlier()
    return entry
  }

  /** Time of the earliest event in ns, `Infinity` when nothing is pending. */
  nextDeadlineNs(): number {
    return this.entries.length === 0 ? Infinity : this.entries[0].atNs
  }

  /** Runs every event due at or before `nowNs`, those scheduled meanwhile included. */
  runUntil(nowNs: number): void {
    while (this.entries.length > 0 && this.entries[0].atNs <= nowNs) {
      const entry = this.entries.shift()
      const run = entry?.run
      if (entry !== undefined) entry.run = undefined
      run?.()
    }
  }
}

const NS_PER_S = 1_000_000_000

/** Ticks of a counter of `hz` (below 2^32) at `ns`: floor(ns * hz / 1e9), exact while both are below 2^53. */
export function ticksAt(ns: number, hz: number): number {
  const period = NS_PER_S / hz
  if (Number.isInteger(period)) {
    // The quotient may have been rounded up to a whole number.
    const ticks = Math.floor(ns / period)
    return ticks * period > ns ? ticks - 1 : ticks
  }
  const seconds = Math.floor(ns / NS_PER_S)
  const rest = ns - seconds * NS_PER_S
  const us = Math.floor(rest / 1000)
  const scaled = us * hz
  const whole = Math.floor(scaled / 1_000_000)
  const left = (scaled - whole * 1_000_000) * 1000 + (rest - us * 1000) * hz
  return seconds * hz + whole + Math.floor(left / NS_PER_S)
}

/** The first nanosecond, below 2^53, at which a counter of `hz` (below 2^32) shows at least `ticks`. */
export function nsAtTick(ticks: number, hz: number): number {
  const seconds = Math.floor(ticks / hz)
  const scaled = (ticks - seconds * hz) * 1_000_000
  const us = Math.floor(scaled / hz)
  return seconds * NS_PER_S + us * 1000 + Math.ceil(((scaled - us * hz) * 1000) / hz)
}
