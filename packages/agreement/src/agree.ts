// SPDX-License-Identifier: BSD-2-Clause
//
// All rules, in the order in which they depend on each other, for the system as a whole and for each machine.

import type { Diagnostic } from "@vmm/diagnostic"

import { guestViews } from "./guest-view.ts"
import type { Agreement } from "./input.ts"
import { boardMemory } from "./rules/memory/board-memory.ts"
import { blacklistNames } from "./rules/boot/blacklist-names.ts"
import { blacklistRule } from "./rules/boot/blacklist.ts"
import { bootWords } from "./rules/boot/words.ts"
import { busReach } from "./rules/tree/bus-reach.ts"
import { changedInterrupts } from "./rules/interrupts/changed.ts"
import { consoleRule } from "./rules/console/console.ts"
import { consoleDriver } from "./rules/console/driver.ts"
import { unnumberedConsole } from "./rules/console/unnumbered.ts"
import { busAddresses } from "./rules/tree/bus-address.ts"
import { commandText } from "./rules/boot/command-text.ts"
import { cpuReg } from "./rules/domains/cpu-reg.ts"
import { cpuRules, scheduling } from "./rules/domains/cpus.ts"
import { deletions } from "./rules/tree/deletions.ts"
import { deviceRules } from "./rules/devices/devices.ts"
import { disabledBus } from "./rules/devices/disabled-bus.ts"
import { dmaMemory } from "./rules/memory/dma-memory.ts"
import { driverNeeds } from "./rules/devices/driver-needs.ts"
import { foundAnyway } from "./rules/devices/found-anyway.ts"
import { firmwareRules } from "./rules/boot/firmware.ts"
import { gicRule } from "./rules/interrupts/gic.ts"
import { gicOrder } from "./rules/interrupts/gic-order.ts"
import { imageRules } from "./rules/boot/images.ts"
import { interruptRule } from "./rules/interrupts/interrupts.ts"
import { unheardChannels } from "./rules/domains/unheard-channels.ts"
import { unresolved } from "./rules/interrupts/unresolved.ts"
import { mappingRules } from "./rules/devices/mapping.ts"
import { cachedDevices, offBoard, prefills } from "./rules/memory/physical-regions.ts"
import { memoryRules } from "./rules/memory/memory.ts"
import { portInterrupts } from "./rules/interrupts/port-interrupts.ts"
import { movedBuses } from "./rules/tree/moved-bus.ts"
import { openComments } from "./rules/tree/open-comment.ts"
import { overlayCompatible } from "./rules/tree/overlay-compatible.ts"
import { otherBoard, otherOverlay } from "./rules/tree/other-board.ts"
import type { Rule } from "./rules/rule.ts"
import { dma, shared } from "./rules/devices/sharing.ts"
import { supplies } from "./rules/devices/supplies.ts"
import { crookedReg } from "./rules/tree/crooked-reg.ts"
import { copiedReg, deviceNumbers, frequencies, misplacedReg } from "./rules/tree/numbers.ts"
import { treeShape } from "./rules/tree/shape.ts"
import { treeWords } from "./rules/tree/words.ts"
import { wrongParent } from "./rules/tree/wrong-parent.ts"
import { withoutConsequences } from "./consequences.ts"

const RULES: readonly Rule[] = [
  ...memoryRules,
  ...imageRules,
  ...bootWords,
  ...commandText,
  overlayCompatible,
  gicOrder,
  gicRule,
  interruptRule,
  unheardChannels,
  unresolved,
  changedInterrupts,
  wrongParent,
  portInterrupts,
  consoleRule,
  blacklistRule,
  blacklistNames,
  consoleDriver,
  unnumberedConsole,
  driverNeeds,
  supplies,
  deviceNumbers,
  ...mappingRules,
  disabledBus,
  ...deviceRules,
  foundAnyway,
  dma,
  ...dmaMemory,
  ...firmwareRules,
  ...cpuRules,
  cpuReg,
]

const keyOf = ({ file, line, column, code, message }: Diagnostic): string =>
  `${file}:${line}:${column}:${code ?? ""}:${message}`

/** Where system description, device trees and images do not agree; each finding once. */
export function disagreements(input: Agreement): readonly Diagnostic[] {
  const views = guestViews(input)
  const all = [
    ...boardMemory(input),
    ...otherBoard(input),
    ...otherOverlay(input),
    ...movedBuses(input),
    ...busAddresses(input),
    ...offBoard(input),
    ...prefills(input),
    ...cachedDevices(input),
    ...openComments(input),
    ...treeShape(input),
    ...treeWords(input),
    ...busReach(input),
    ...deletions(input),
    ...misplacedReg(input),
    ...crookedReg(input),
    ...copiedReg(input),
    ...frequencies(input),
    ...views.flatMap((view) => RULES.flatMap((rule) => rule(input, view))),
    ...shared(input, views),
    ...scheduling(input),
  ]
  const once = [...new Map(all.map((finding) => [keyOf(finding), finding])).values()]
  return withoutConsequences(once, input.system)
}
