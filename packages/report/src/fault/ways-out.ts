// SPDX-License-Identifier: BSD-2-Clause
//
// The ways out of a fault, chosen by what was touched: a call, a register, a device with or without a node, memory, a
// part of the interrupt controller.

import { compatibleOf, isEnabled, walk } from "@vmm/devicetree"
import type { Fix } from "@vmm/diagnostic"

import { NO_SYSTEM } from "../example.ts"
import { callFixes } from "../fixes/call-fixes.ts"
import type { EarlyconCause } from "../fixes/earlycon.ts"
import { deviceFixes } from "../fixes/fixes.ts"
import { gicFixes, gicPart } from "../fixes/gic-fixes.ts"
import { moreRam } from "../fixes/more-ram.ts"
import { memoryFixes, permissionFixes, registerFixes } from "../fixes/other-fixes.ts"
import { processorFixes } from "../guest/exit-code.ts"
import { smcCall } from "../processor/smc-call.ts"
import { inMax } from "../processor/undefined.ts"
import type { OwnException } from "../processor/vectors.ts"
import { type Culprit, culpritOf, type Running } from "../symbols/backtrace.ts"
import { byProgram, type FaultFacts } from "./fault-facts.ts"
import type { Owner } from "./owner.ts"
import type { FaultContext } from "./report-value.ts"
import { partOf, ramBefore } from "./wrong-map.ts"

/** What the ways out are made from. */
interface Found {
  readonly owner: Owner | undefined
  /** A device of the board that the guest's tree has not. */
  readonly leftOut: Owner | undefined
  readonly culprit: Culprit
  readonly running: Running
  readonly earlycon: EarlyconCause | undefined
}

/** The driver to leave out: the node's, or that of another enabled device, whose probe touches the node. */
export function culpritHere(
  running: Running,
  names: readonly string[],
  { drivers, tree }: Pick<FaultContext, "drivers" | "tree">,
): Culprit {
  const enabled = tree === undefined ? [] : [...walk(tree.root)].filter(isEnabled)
  return culpritOf(running, names, drivers, [...new Set(enabled.flatMap(compatibleOf))])
}

/** The ways out, the one that is offered first at the head. `code` is the fault's cause (summary.ts). */
export function fixesFor(
  fault: FaultFacts,
  context: FaultContext,
  code: string,
  found: Found,
): readonly Fix[] {
  const { culprit, running, earlycon, leftOut } = found
  const { system = NO_SYSTEM, example = { overlays: [] } } = context
  const owner = found.owner ?? leftOut
  const tree = leftOut === undefined ? context.tree : context.board
  const { vm, pd } = fault
  if (fault.call !== undefined) {
    const { functionId } = fault.call
    const call = smcCall(functionId, tree === undefined ? [] : compatibleOf(tree.root))
    return callFixes({ pd, functionId, call, culprit, system, example })
  }
  if (code === "no-permission") return permissionFixes(fault, system, example, owner?.facts.kind === "device")
  if (code === "system-register" || code === "undefined-instruction") return registerFixes(culprit, example)
  if (earlycon !== undefined) return [earlycon.fix]
  if (fault.access === undefined || fault.access.kind === "execute" || tree === undefined) return []
  const behind = owner === undefined ? ramBefore(system, fault.ipa) : undefined
  if (behind?.side === "behind" && context.linux === false) {
    return moreRam({ tree, system, example }, behind.map.vaddr, fault.ipa + 0x1000 - behind.map.vaddr)
  }
  if (owner === undefined || code === "not-emulated") return registerFixes(culprit, example)
  if (owner.facts.kind === "memory") return memoryFixes(owner, system, example)
  const gic = gicPart(owner, fault.ipa)
  if (gic !== undefined) return gicFixes(gic, { vm, pd, system, example })
  const withoutProbe = running.probe === undefined && running.entry !== undefined && running.initcall
  const { drivers: table } = context
  const address = fault.ipa
  const request = { tree, owner, address, vm, pd, system, example, culprit, withoutProbe, table }
  const fixes = deviceFixes({ ...request, linux: context.linux !== false && !byProgram(fault) })
  // Who has a part of a device means to have it.
  if (partOf(system, owner) !== undefined) {
    return [...fixes].sort((a, b) => Number(a.id === "disable") - Number(b.id === "disable"))
  }
  // There is no node to disable.
  return leftOut === undefined ? fixes : [...fixes].reverse().filter(({ id }) => id !== "disable")
}

/** What to do about an exception for which the guest has no vectors yet: no patch can say more. */
export const VECTORS: Fix = {
  id: "vectors",
  title: "mend what raised the exception, or give the guest vectors before it can",
  edits: [],
  notes: [
    "VBAR_EL1 holds the address of a table of 16 times 0x80 bytes of code, which begins at a multiple of 0x800.",
  ],
}

/** An instruction that a processor with more would have executed. */
export function newerProcessor(own: OwnException, { exceptionWord, example }: FaultContext): readonly Fix[] {
  const wants = own.synchronous && exceptionWord !== undefined && inMax(exceptionWord)
  return wants && example !== undefined ? processorFixes(example) : []
}
