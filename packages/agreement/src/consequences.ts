// SPDX-License-Identifier: BSD-2-Clause
//
// Findings that only follow from another one: a node that is told to be wrong makes other rules say what is wrong with
// those that use it. They would hide the cause, and their fixes would mend the wrong place; after the cause is mended
// the next check says what is left of them.

import type { Diagnostic } from "@vmm/diagnostic"
import type { System } from "@vmm/system"

/** Of these there is one in a tree, or what follows does not name it: names are not compared. */
const WHOLE: ReadonlySet<string> = new Set([
  "gic-cells",
  "gic-disabled",
  "gic-version-reg",
  "gic-reg-order",
  "interrupt-kind",
  "interrupt-parent-cells",
  "interrupts-broken",
  "interrupts-misspelt",
  "overlay-bus-new",
  "interrupt-parent-kind",
  "cpu-outside-cpus",
  "bus-without-ranges",
  "bus-ranges-moved",
  "blank-missing",
  "console-no-interrupts",
  "reg-no-cells",
  "gic-bus-address",
  "ram-off-board",
])

/** Of a node that a driver of Linux takes for none of its own. */
const UNKNOWN: readonly string[] = [
  "console-wrong-name",
  "earlycon-address",
  "no-console",
  "stdout-path-unusable",
  "primecell-missing",
  "device-not-mapped",
]

/** Of a node whose registers nobody finds. */
const UNREACHED: readonly string[] = [
  "irq-of-no-device",
  "irq-off-by-32",
  "irq-off-by-16",
  "console-wrong-name",
  "earlycon-address",
  "no-console",
  "region-off-board",
  "region-digit",
  "device-not-mapped",
  "dependency-not-mapped",
  "stdout-path-unusable",
]

/** Of a region that is at no device, for an address that was not meant. */
const AT_NOTHING: readonly string[] = [
  "region-digit",
  "region-off-board",
  "region-beyond-device",
  "vmm-cannot-reach-ram",
  "ram-over-device",
  "console-not-mapped",
  "device-not-mapped",
  "dependency-not-mapped",
  "device-maps-other",
  "device-mapped-elsewhere",
]

/** A cause, and what follows from it where the same node or region is named. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  "reg-not-unit": [
    "region-off-board",
    "region-digit",
    "console-not-mapped",
    "console-without-irq",
    "device-not-mapped",
    "device-without-irq",
    "irq-of-unmapped-device",
    "dependency-not-mapped",
    "console-wrong-name",
  ],
  "interrupt-controller-lacks": ["dependency-not-mapped"],
  "gic-cpu-interface-place": ["gic-distributor-mapped"],
  "gic-cells": ["interrupts-broken", "irq-of-no-device"],
  "gic-version-reg": [
    "gic-distributor-mapped",
    "gic-redistributors-short",
    "gic-cpu-interface-missing",
    "gic-without-virtual-interface",
    "region-off-board",
  ],
  "cells-missing": [
    ...UNREACHED,
    "reg-not-unit",
    "cpu-reg",
    "cpu-nodes-too-few",
    "console-not-mapped",
    "bus-without-ranges",
    "reg-cells",
  ],
  "overlay-compatible": [
    "stdout-path-unusable",
    "console-wrong-name",
    "earlycon-driver",
    "console-without-driver",
    "no-console",
    "clock-names",
  ],
  "property-twice": [
    "device-not-mapped",
    "device-mapped-disabled",
    "dependency-disabled",
    "console-disabled",
  ],
  "gic-disabled": ["gic-missing"],
  "gic-reg-order": [
    "gic-distributor-mapped",
    "gic-redistributors-short",
    "gic-cpu-interface-missing",
    "gic-cpu-interface-place",
    "gic-cpu-interface-physical",
    "gic-without-virtual-interface",
    "gic-reg-short",
    "gic-version-reg",
    "region-off-board",
    "region-digit",
    "reg-not-unit",
    "device-not-mapped",
  ],
  "interrupts-changed": [
    "console-without-irq",
    "device-without-irq",
    "irq-of-no-device",
    "irq-of-unmapped-device",
  ],
  "interrupt-kind": ["irq-of-no-device", "irq-off-by-32", "irq-off-by-16"],
  "interrupt-parent-cells": ["irq-of-no-device", "irq-off-by-32", "irq-off-by-16"],
  "interrupts-broken": ["irq-of-no-device", "irq-off-by-32", "irq-off-by-16"],
  "bus-without-ranges": UNREACHED,
  "bus-not-simple": ["device-partly-mapped", "device-not-mapped", "console-mapped-partly"],
  "blank-missing": ["console-options", "console-wrong-name", "earlycon-form"],
  "console-no-interrupts": ["irq-of-no-device"],
  "bus-ranges-moved": [
    ...AT_NOTHING,
    ...UNREACHED,
    "region-bus-address",
    "gic-bus-address",
    "gic-cpu-interface-missing",
    "device-mapped-disabled",
    "reg-not-unit",
  ],
  "bus-ranges-short": [
    ...UNREACHED,
    "console-not-mapped",
    "device-mapped-elsewhere",
    "dependency-disabled",
    "gic-reg",
  ],
  "bus-disabled": [
    "device-mapped-disabled",
    "dependency-disabled",
    "supply-disabled",
    "irq-of-unmapped-device",
  ],
  "deletes-nothing": ["device-not-mapped"],
  "gic-without-virtual-interface": ["region-off-board", "region-digit"],
  "cpu-outside-cpus": ["cpu-nodes-too-few", "reg-cells"],
  "interrupt-parent-kind": ["interrupts-broken", "irq-of-no-device", "irq-off-by-32", "irq-off-by-16"],
  "reg-no-cells": UNREACHED,
  "reg-cells": [
    ...UNREACHED,
    "memory-node-missing",
    "memory-missing",
    "memory-node-beyond-ram",
    "reg-not-unit",
  ],
  "compatible-misspelt": [
    ...UNREACHED,
    ...UNKNOWN,
    "bus-not-simple",
    "device-partly-mapped",
    "device-without-irq",
    "console-without-driver",
  ],
  "compatible-joined": [...UNKNOWN, "console-without-driver"],
  "property-misspelt": [
    "device-not-mapped",
    "dependency-not-mapped",
    "console-not-mapped",
    "clock-names",
    "fewer-than-names",
    "cpu-nodes-too-few",
    "cpu-enable-method",
    "cpu-reg",
    "psci-method",
  ],
  "interrupts-misspelt": [
    "console-no-interrupts",
    "irq-of-no-device",
    "irq-off-by-32",
    "irq-off-by-16",
    "interrupts-broken",
  ],
  "overlay-bus-new": [
    "overlay-node-new",
    "device-not-mapped",
    "dependency-not-mapped",
    "dependency-disabled",
    "supply-disabled",
    "reg-cells",
    "clocks-broken",
    "provider-cells",
    "console-wrong-name",
  ],
  "overlay-node-new": ["device-not-mapped"],
  "device-mapped-elsewhere": ["device-not-mapped"],
  "region-zero-more": ["region-beyond-device"],
  "provider-cells": ["dependency-disabled", "dependency-not-mapped"],
  "ram-uncached": ["cached-and-uncached"],
  "ram-off-board": ["no-ram", "device-map-executable", "memory-node-beyond-ram"],
  "console-other-port": ["device-without-irq", "device-mapped-disabled", "irq-of-unmapped-device"],
  "console-other-word": ["dependency-not-mapped"],
  "region-digit": AT_NOTHING,
  "region-bus-address": AT_NOTHING,
  "gic-bus-address": [...AT_NOTHING, "gic-cpu-interface-missing", "gic-cpu-interface-physical"],
}

const NAME = /(?<!\w)'([^'\s]+)'|\/([\w@.+-]+(?:,[\w@.+-]+)*)(?=[\s:;,]|$)/g

/** Names in quotes and nodes that a finding speaks of, but `common` ones, and where it stands. */
function namesOf(
  { message, related = [], file, line, column }: Diagnostic,
  common: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = [message, ...related.map((one) => one.message)].flatMap((text) =>
    [...text.matchAll(NAME)].map((found) => found[1] ?? found[2] ?? ""),
  )
  return new Set([`${file}:${line}:${column}`, ...names.filter((name) => !common.has(name))])
}

/** Machines and domains, which findings name that have nothing else in common. */
const ownersOf = (system: System | undefined): ReadonlySet<string> =>
  new Set([...(system?.protectionDomains ?? []), ...(system?.virtualMachines ?? [])].map(({ name }) => name))

/** Regions that nothing maps where another finding is about just that, and its first fix maps them. */
function withoutForgotten(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!findings.some(({ code }) => code === "region-unused")) return findings
  const mapped = new Set(
    findings
      .flatMap(({ fixes = [] }) => fixes.slice(0, 1))
      .flatMap(({ edits }) => edits.flatMap(({ text }) => [...text.matchAll(/<map mr="([^"]*)"/g)]))
      .map(([, name]) => name),
  )
  return findings.filter(
    ({ code, message }) => code !== "region-unused" || !mapped.has(/'([^']*)'/.exec(message)?.[1]),
  )
}

/** Without what follows from another finding of the list; what causes an error is one. */
export function withoutConsequences(all: readonly Diagnostic[], system?: System): readonly Diagnostic[] {
  const common = ownersOf(system)
  const findings = withoutForgotten(all)
  const causes = findings.filter(({ code }) => code !== undefined && FOLLOWS[code] !== undefined)
  if (causes.length === 0) return findings
  const grave = new Set<Diagnostic>()
  const follows = (finding: Diagnostic): boolean => {
    const { parts = [] } = finding
    if (parts.length > 0) return parts.every(follows)
    const own = namesOf(finding, common)
    const found = causes.find((cause) => {
      const code = cause.code ?? ""
      if (cause === finding || !(FOLLOWS[code] ?? []).includes(finding.code ?? "")) return false
      return WHOLE.has(code) || [...namesOf(cause, common)].some((name) => own.has(name))
    })
    if (found !== undefined && finding.severity === "error") grave.add(found)
    return found !== undefined
  }
  const kept = findings.filter((finding) => !follows(finding))
  return kept.map((finding) => (grave.has(finding) ? { ...finding, severity: "error" } : finding))
}
