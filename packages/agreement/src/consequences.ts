// SPDX-License-Identifier: BSD-2-Clause
//
// Findings that only follow from another one: a node that is told to be wrong makes other rules say what is wrong with
// those that use it. They would hide the cause, and their fixes would mend the wrong place; after the cause is mended
// the next check says what is left of them.

import type { Diagnostic } from "@vmm/diagnostic"

/** Of these there is one in a tree, or what follows does not name it: names are not compared. */
const WHOLE: ReadonlySet<string> = new Set([
  "gic-cells",
  "gic-version-reg",
  "interrupt-kind",
  "interrupt-parent-cells",
  "interrupts-broken",
  "bus-without-ranges",
  "reg-no-cells",
])

/** Of a node whose registers nobody finds. */
const UNREACHED: readonly string[] = [
  "irq-of-no-device",
  "irq-off-by-32",
  "irq-off-by-16",
  "console-wrong-name",
  "earlycon-address",
  "no-console",
  "region-off-board",
  "device-not-mapped",
  "dependency-not-mapped",
  "stdout-path-unusable",
]

/** A cause, and what follows from it where the same node or region is named. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  "reg-not-unit": [
    "region-off-board",
    "console-not-mapped",
    "console-without-irq",
    "device-not-mapped",
    "device-without-irq",
    "irq-of-unmapped-device",
    "dependency-not-mapped",
    "console-wrong-name",
  ],
  "interrupt-controller-lacks": ["dependency-not-mapped"],
  "gic-cells": ["interrupts-broken", "irq-of-no-device"],
  "gic-version-reg": [
    "gic-distributor-mapped",
    "gic-redistributors-short",
    "gic-cpu-interface-missing",
    "gic-without-virtual-interface",
    "region-off-board",
  ],
  "interrupt-kind": ["irq-of-no-device", "irq-off-by-32", "irq-off-by-16"],
  "interrupt-parent-cells": ["irq-of-no-device", "irq-off-by-32", "irq-off-by-16"],
  "interrupts-broken": ["irq-of-no-device", "irq-off-by-32", "irq-off-by-16"],
  "bus-without-ranges": UNREACHED,
  "reg-no-cells": UNREACHED,
  "ram-uncached": ["cached-and-uncached"],
}

const NAME = /'([^']+)'|\/([\w@,.+-]+)(?=[\s:;,]|$)/g

/** Names in quotes and nodes that a finding speaks of. */
const namesOf = ({ message, related = [] }: Diagnostic): ReadonlySet<string> =>
  new Set(
    [message, ...related.map((one) => one.message)].flatMap((text) =>
      [...text.matchAll(NAME)].map((found) => found[1] ?? found[2] ?? ""),
    ),
  )

/** Without what follows from another finding of the list. */
export function withoutConsequences(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const causes = findings.filter(({ code }) => code !== undefined && FOLLOWS[code] !== undefined)
  if (causes.length === 0) return findings
  return findings.filter((finding) => {
    const own = namesOf(finding)
    return !causes.some((cause) => {
      const code = cause.code ?? ""
      if (cause === finding || !(FOLLOWS[code] ?? []).includes(finding.code ?? "")) return false
      return WHOLE.has(code) || [...namesOf(cause)].some((name) => own.has(name))
    })
  })
}
