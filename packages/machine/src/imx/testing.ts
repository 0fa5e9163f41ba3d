// SPDX-License-Identifier: BSD-2-Clause
//
// What the tests of these models share: a device context with a clock to set, lines to look at and a serial
// backend that remembers.

import { EventQueue } from "../clock.ts"
import type { Line } from "../device.ts"
import type { DeviceContext, DeviceFactory } from "../device-factory.ts"
import { PhysicalMemory } from "../memory.ts"

export class Probe implements Line {
  level = false
  set(level: boolean): void {
    this.level = level
  }
}

export class Bench {
  nowNs = 0
  readonly events = new EventQueue()
  readonly lines = [new Probe(), new Probe(), new Probe(), new Probe()]
  /** Inputs of the parent controller, by specifier. */
  readonly parents = new Map<string, Probe>()
  readonly sent: number[] = []
  readonly reports: string[] = []

  /** Moves time to `ns` and runs what is due. */
  advanceTo(ns: number): void {
    this.nowNs = ns
    this.events.runUntil(ns)
  }

  parent(specifier: readonly number[]): Probe {
    const key = specifier.join(" ")
    const found = this.parents.get(key) ?? new Probe()
    this.parents.set(key, found)
    return found
  }

  context(matched: string, properties: Readonly<Record<string, number>> = {}): DeviceContext {
    return {
      path: "/soc/device@0",
      compatible: [matched],
      matched,
      regs: [{ base: 0, size: 0x10000 }],
      clock: { nowNs: () => this.nowNs },
      events: this.events,
      sink: { event: (_device, what) => this.reports.push(what) },
      initiator: { cpu: 0 },
      memory: new PhysicalMemory(new ArrayBuffer(0), 0, 0, []),
      cpuCount: 1,
      counterHz: 8_333_333,
      serial: { transmit: (byte) => this.sent.push(byte) },
      lineCount: this.lines.length,
      line: (index) => this.lines[index] ?? new Probe(),
      parentLine: (specifier) => this.parent(specifier),
      property: () => undefined,
      u32: (name) => properties[name],
    }
  }

  make(factory: DeviceFactory, matched = "test", properties: Readonly<Record<string, number>> = {}) {
    return factory(this.context(matched, properties))
  }
}
