// SPDX-License-Identifier: BSD-2-Clause
//
// Timers of JavaScript in a user's program. What they call runs between pieces of a run, in no entry point of any
// domain and by the host's time: no fault of it is a domain's, nothing is charged for it, and no two runs are alike.

import { renderPlace } from "@vmm/diagnostic"

import { programPlace } from "./program-lines.ts"

const NAMES = ["setTimeout", "setInterval", "setImmediate"] as const

/**
 * Tells of each place of a program that sets such a timer, once; gives what ends that. `inside`: the domain whose entry
 * point runs.
 */
export function watchTimers(inside: () => string | undefined, log: (line: string) => void): () => void {
  const told = new Set<string>()
  const before = NAMES.map((name) => [name, globalThis[name]] as const)
  for (const [name, original] of before) {
    const apply = (target: typeof original, self: unknown, args: unknown[]): unknown => {
      const pd = inside()
      const place = pd === undefined ? undefined : programPlace(new Error().stack ?? "")
      const at = place === undefined ? undefined : renderPlace(place)
      if (at !== undefined && !told.has(at)) {
        told.add(at)
        log(
          `${at}: warning: ${pd}'s program calls ${name}: what it calls later runs in no entry point, by the host's ` +
            "time and not the machine's\n  remedy: give the domain a device with a timer and its <irq>",
        )
      }
      return Reflect.apply(target, self, args)
    }
    Reflect.set(globalThis, name, new Proxy(original, { apply }))
  }
  return () => {
    for (const [name, original] of before) Reflect.set(globalThis, name, original)
  }
}
