// SPDX-License-Identifier: BSD-2-Clause
//
// A bus that the guest's tree disables, with devices on it that the guest is given: Linux makes none of them
// (drivers/of/platform.c: of_platform_bus_create). Told where it is disabled, once, and not at each device.

import { type DtNode, walk } from "@vmm/devicetree"
import { warningAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { enableNode } from "../../edit/tree-edit.ts"
import { countText, listText } from "../../words.ts"
import { consoleNodes } from "../console/uarts.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

const isOff = (node: DtNode): boolean => {
  const status = node.properties.get("status")
  return status !== undefined && !/^ok(ay)?\0?$/.test(new TextDecoder().decode(status.value))
}

export const disabledBus: Rule = (input, view) => {
  const given = view.devices.filter(({ reach }) => reach !== "none")
  const consoles = consoleNodes(input, view)
  return [...walk(input.guestTree.root)].filter(isOff).flatMap((bus) => {
    const below = new Set(walk(bus))
    const lost = given.filter(({ node }) => node !== bus && below.has(node))
    // A device with parts is one map; the console's own rule tells of its bus.
    if (lost.length < 2 || given.some(({ node }) => node === bus)) return []
    if ([...consoles].some((node) => below.has(node))) return []
    const names = listText(
      lost.map(({ node }) => `'${node.name}'`),
      40,
    )
    const message =
      `the guest's tree disables ${nodeText(bus)}, and with it ${countText(lost.length, "device")} that ` +
      `'${view.vm.name}' is given: ${names}`
    const fixes = fix("enable-bus", `enable ${nodeText(bus)}`, enableNode(input.sources, bus))
    const maps = new Set(lost.flatMap((device) => device.maps))
    const there = [...maps].map(({ map, region }) => related(map.place, `'${region.name}' is mapped here`))
    const more = { code: "bus-disabled", related: there.slice(0, 20), fixes }
    return [warningAt(propertyPlace(bus, "status"), message, `enable '${bus.name}'`, more)]
  })
}
