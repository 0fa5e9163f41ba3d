// SPDX-License-Identifier: BSD-2-Clause
//
// earlycon=NAME,ADDRESS: accessed from the first line that is printed, so that a wrong address is a fault before any
// word (Linux's Documentation/admin-guide/kernel-parameters.txt).

import { type Diagnostic, errorAt, warningAt } from "@vmm/diagnostic"

import type { CommandLine } from "../../command-line.ts"
import { nodeText } from "../../devices.ts"
import type { GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { hex } from "../../words.ts"
import { fix, related } from "../rule.ts"
import type { Uart } from "./uarts.ts"
import { unusable } from "./unusable.ts"

/** earlycon=NAME,ADDRESS: accessed from the first line that is printed. */
export function earlycon(
  input: Agreement,
  view: GuestView,
  line: CommandLine,
  uarts: readonly Uart[],
): readonly Diagnostic[] {
  return line.words.flatMap((word) => {
    const [, name = "", kindOf, number] =
      /^earlycon=([^,]+)(?:,(mmio\w*|io))?,(0x[0-9a-fA-F]+|\d+)/.exec(word) ?? []
    if (number === undefined || kindOf === "io") return []
    const address = Number(number)
    const at = uarts.find(({ device }) => device.ranges[0]?.base === address)
    const place = line.placeOf(word)
    if (at !== undefined && !at.usable) {
      return unusable(input, view, { uart: at, by: word, place })
    }
    if (at !== undefined && at.kind.earlycon.includes(name)) return []
    const best = at ?? uarts.find(({ usable, kind }) => usable && kind.earlycon.length > 0)
    const held = view.maps.some((map) => address >= map.base && address < map.base + map.size)
    if (at === undefined && held && best === undefined) return []
    const base = hex(best?.device.ranges[0]?.base ?? 0)
    const early = best?.kind.earlycon[0] ?? ""
    const rest = /^earlycon=[^,]+(?:,mmio\w*)?,[^,]+(.*)$/.exec(word)?.[1] ?? ""
    const by =
      best === undefined ? "" : `earlycon=${early}${kindOf === undefined ? "" : `,${kindOf}`},${base}${rest}`
    const fixes = fix("earlycon", by === "" ? "take earlycon away" : `write ${by}`, line.replace(word, by))
    if (at === undefined) {
      const message = `${word} writes to ${hex(address)}, which is no serial port of '${view.vm.name}'`
      const remedy = by === "" ? "take it away" : `write ${by}`
      const more = { code: "earlycon-address", fixes }
      return [
        held || !view.simpleVmm
          ? warningAt(place, message, remedy, more)
          : errorAt(place, `${message}: the guest faults before it prints anything`, remedy, more),
      ]
    }
    const message = `${word} drives ${nodeText(at.device.node)} as a ${name}, and it is none`
    const there = [related(at.device.node.place, `this port is known as ${early}`)]
    return [errorAt(place, message, `write ${by}`, { code: "earlycon-driver", related: there, fixes })]
  })
}
