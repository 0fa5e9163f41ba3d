// SPDX-License-Identifier: BSD-2-Clause
//
// A channel by which a program of the user's own calls or notifies a VMM that runs simple-vmm: that takes interrupts of
// devices by its channels and nothing else, so that nobody hears it. Machine code of a board may, and is not told.

import { type Diagnostic, warningAt } from "@vmm/diagnostic"

import { removeElement } from "../../edit/system-edit.ts"
import type { Agreement } from "../../input.ts"
import { fix, related, type Rule } from "../rule.ts"

const MODULE = /\.m?[tj]s$/

/** Whether a domain's program was written for this toolkit. */
function isOwn({ system, guest }: Agreement, index: number): boolean {
  const domain = system.protectionDomains[index]
  if (domain === undefined) return false
  return MODULE.test(guest?.programs.get(domain.name) ?? domain.programImage.path)
}

export const unheardChannels: Rule = (input, view) => {
  if (!view.simpleVmm) return []
  const { system, sources } = input
  const { domain } = view
  const index = system.protectionDomains.indexOf(domain)
  return system.channels.flatMap(({ ends, place }): Diagnostic[] => {
    const own = ends.find((end) => end.protectionDomain === index)
    const other = ends.find((end) => end.protectionDomain !== index)
    if (own === undefined || other === undefined || !(other.notify || other.pp)) return []
    if (!isOwn(input, other.protectionDomain)) return []
    const caller = system.protectionDomains[other.protectionDomain]?.name
    const what = other.pp ? "call" : "notify"
    const message =
      `'${caller}' may ${what} '${domain.name}' by channel ${own.id}, and '${domain.name}' runs simple-vmm, which ` +
      "takes interrupts of devices by its channels and nothing else"
    const remedy = `give '${domain.name}' a program of your own, such as a copy of simple-vmm, or remove this`
    const fixes = fix("remove-channel", "remove the channel", removeElement(sources.system, place))
    const there = [related(other.place, `the end of '${caller}'`)]
    return [warningAt(own.place, message, remedy, { code: "channel-unheard", related: there, fixes })]
  })
}
