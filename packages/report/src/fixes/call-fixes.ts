// SPDX-License-Identifier: BSD-2-Clause
//
// Ways out of a call to firmware that nobody answers: hand it on to the board's firmware, leave out the code that
// makes it, or answer it in the VMM.

import type { Fix, Place } from "@vmm/diagnostic"
import type { Culprit } from "../symbols/backtrace.ts"
import type { ExampleFiles, SystemFacts } from "../example.ts"
import { blacklistEdits } from "./fixes.ts"
import { hex } from "../hex.ts"
import { setAttribute } from "../patch/system-patch.ts"
import { placeOf } from "../patch/text-place.ts"
import { findElement, readXml } from "../patch/xml-text.ts"
import type { SmcCall } from "../processor/smc-call.ts"

export interface CallRequest {
  readonly pd: string
  readonly functionId: number
  readonly call: SmcCall
  readonly culprit: Culprit
  readonly system: SystemFacts
  readonly example: ExampleFiles
}

/** Where the domain that runs the machine stands in the `.system` file. */
export function domainPlace({ system }: ExampleFiles, pd: string): Place | undefined {
  const root = system === undefined ? undefined : readXml(system.text)
  const element = root === undefined ? undefined : findElement(root, "protection_domain", pd)
  if (system === undefined || element === undefined) return undefined
  return placeOf(system, element.from, element.from + 1 + element.name.length)
}

/** The `<virtual_machine>` in the `.system` file. */
export function machinePlace({ system }: ExampleFiles, vm: string): Place | undefined {
  const root = system === undefined ? undefined : readXml(system.text)
  const element = root === undefined ? undefined : findElement(root, "virtual_machine", vm)
  if (system === undefined || element === undefined) return undefined
  return placeOf(system, element.from, element.from + 1 + element.name.length)
}

/** The right of a domain to call the board's firmware. */
export function forwardFix({ example, pd }: Pick<CallRequest, "example" | "pd">): Fix {
  const find = (root: NonNullable<ReturnType<typeof readXml>>) => findElement(root, "protection_domain", pd)
  const edits = example.system === undefined ? [] : setAttribute(example.system, find, "smc", "true")
  return {
    id: "forward",
    title: `let ${pd} hand such calls on to the board's firmware: smc="true"`,
    edits,
    notes: ["The firmware then does what the guest asks for, for the whole board."],
  }
}

function blacklistFix({ example, culprit }: CallRequest): Fix | undefined {
  const { initcall, driver } = culprit
  if (initcall === undefined) return undefined
  const config =
    driver?.config === undefined ? [] : [`In a kernel of your own: # ${driver.config} is not set`]
  const title = `leave the caller out: the guest's kernel does not run ${initcall}`
  return { id: "driver", title, edits: blacklistEdits(example, initcall), notes: config }
}

function emulateFix({ call, functionId, pd }: CallRequest): Fix {
  const register = call.owner === 2 ? "smcRegisterSipHandler(vm, " : `smcRegisterHandler(vm, ${call.owner}, `
  return {
    id: "emulate",
    title: `answer it in ${pd}'s program, a copy of simple-vmm`,
    edits: [],
    notes: [`${register}(vcpu, args) => args[0] === ${hex(functionId)}n ? [0n] : undefined)`],
  }
}

/** The fixes, the one to try first in front. */
export function callFixes(request: CallRequest): readonly Fix[] {
  const { call, system } = request
  const forward = call.firmwares && !system.smc ? [forwardFix(request)] : []
  const blacklist = blacklistFix(request)
  return [...forward, ...(blacklist === undefined ? [] : [blacklist]), emulateFix(request)]
}
