// SPDX-License-Identifier: BSD-2-Clause
//
// A serial port that the guest is told to use and cannot: its node is disabled, its registers are not mapped, or
// another machine has them.

import { disabledBy } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Place, type Related, warningAt } from "@vmm/diagnostic"
import type { VirtualMachine } from "@vmm/system"

import { commandLineOf } from "../../command-line.ts"
import { gicInterrupts, nodeText } from "../../devices.ts"
import { giveIrqs, giveRanges, regionName } from "../../edit/give.ts"
import { enableNode } from "../../edit/tree-edit.ts"
import type { GuestDevice, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { hex, listText, overlaps } from "../../words.ts"
import { displaced, placeless } from "../tree/displaced.ts"
import { freeTwin, standInFix, twinFix } from "../devices/twins.ts"
import { fix, propertyPlace, related } from "../rule.ts"
import { wrongPort, wrongWord } from "./port.ts"
import { consoleName, stdoutNode, type Uart, uartsOf } from "./uarts.ts"

/** A port that the guest is told to use. */
export interface Told {
  readonly uart: Uart
  /** Who names it: `stdout-path`, `console=ttymxc0`. */
  readonly by: string
  readonly place: Place
}

/** Edits that give the machine a serial port with its interrupt. */
function givePort(input: Agreement, view: GuestView, { node, ranges }: GuestDevice) {
  const wanted = ranges.map((range) => ({ name: regionName(node), ipa: range.base, phys: range }))
  const irqs = gicInterrupts(input.guestTree, node, view.gic).filter(
    ({ intid, kind }) => kind === "spi" && !view.domain.irqs.some(({ irq }) => irq === intid),
  )
  return [...giveRanges(input, view, wanted), ...giveIrqs(input, view, irqs)]
}

/** Another machine that has the device: there is one device tree for all guests. */
function otherOwner(input: Agreement, view: GuestView, { ranges }: GuestDevice) {
  return input.system.virtualMachines.find(
    (vm) =>
      vm !== view.vm &&
      vm.maps.some((map) => ranges.some((range) => overlaps(range, { base: map.vaddr, size: map.size }))),
  )
}

/** The word that names the port is wrong where stdout-path names one that the guest has. */
function otherWord(
  input: Agreement,
  view: GuestView,
  { uart, by, place }: Told,
  others: readonly Uart[],
): Diagnostic | undefined {
  const stdout = stdoutNode(input)
  const best = others.find(({ device }) => device.node === stdout)
  const [, key = "", rest = ""] =
    /^(console|earlycon)=[^,]*(?:,(?:mmio\w*,)?0x[0-9a-fA-F]+)?(.*)$/.exec(by) ?? []
  if (best === undefined || key === "" || uart.usable || !view.simpleVmm) return undefined
  const { device } = uart
  if (device.reach !== "none" || otherOwner(input, view, device) !== undefined) return undefined
  const [early = ""] = best.kind.earlycon
  const mmio = /,(mmio\w*),/.exec(by)?.[1]
  const at = [early, ...(mmio === undefined ? [] : [mmio]), hex(best.device.ranges[0]?.base ?? 0)]
  const meant = key === "console" ? `console=${consoleName(best)}${rest}` : `earlycon=${at.join(",")}${rest}`
  const edits = [
    ...(device.enabled ? [] : enableNode(input.sources, device.node)),
    ...givePort(input, view, device),
  ]
  const give = fix("map-console", `give ${nodeText(device.node)} to '${view.vm.name}'`, edits)
  const named = { word: by, place, line: commandLineOf(input), device, has: best.device, by: meant }
  return wrongWord(named, give)
}

/** The console is another machine's: a port like it can take its place. */
function ofAnother(
  input: Agreement,
  view: GuestView,
  device: GuestDevice,
  owner: VirtualMachine,
  here: readonly Related[],
): Diagnostic {
  const { node, ranges } = device
  const own = view.vm.name
  const twin = freeTwin(input, view, node)
  const base = ranges[0]?.base ?? 0
  const instead =
    twin?.map === undefined
      ? ""
      : `; it has ${nodeText(twin.node)} at ${hex(twin.map.base)}, where its first word does not go`
  const why =
    `${nodeText(node)}, the console of '${own}' by its tree, belongs to '${owner.name}'${instead}: ` +
    `the first word of '${own}' faults`
  const fixes = twin === undefined ? standInFix(input, view, device) : twinFix(input, view, base, twin)
  const more = {
    code: "console-of-another",
    related: [related(owner.place, "this machine has it"), ...here],
    fixes,
  }
  const blank = view.maps.find((one) => one.region.physAddr === undefined && overlaps(one, { base, size: 1 }))
  if (blank !== undefined) {
    const lost = `memory stands in for ${nodeText(node)}, which '${owner.name}' has: what '${own}' prints is lost`
    const remedy = fixes[0]?.title ?? `give '${own}' a port of its own once the board has one`
    return warningAt(blank.map.place, lost, remedy, { ...more, code: "console-is-memory" })
  }
  const place = twin?.map?.map.place ?? view.vm.place
  const remedy = fixes[0]?.title ?? `give '${own}' a console of its own, or leave it out: no tree serves both`
  return view.simpleVmm ? errorAt(place, why, remedy, more) : warningAt(place, why, remedy, more)
}

/** What keeps the guest from using a port that it is told to use. */
export function unusable(input: Agreement, view: GuestView, told: Told): readonly Diagnostic[] {
  const { uart, by, place } = told
  const { device } = uart
  const { node } = device
  const name = nodeText(node)
  const here = [related(place, `${by} means this port`)]
  const others = uartsOf(input, view).filter((one) => one.usable && one !== uart)
  const better = otherWord(input, view, told, others)
  if (better !== undefined) return [better]
  const hint = others.length === 0 ? "" : `; or use ${listText(others.map(consoleName))}, which it has`
  if (!device.enabled) {
    const by = disabledBy(node) ?? node
    const above = by === node ? "" : `: ${nodeText(by)}, which it is on, is disabled`
    const message = `the console of '${view.vm.name}' is ${name}, which is disabled in the guest's tree${above}`
    const edits = [
      ...enableNode(input.sources, node),
      ...(device.reach === "all" ? [] : givePort(input, view, device)),
    ]
    const fixes = fix("enable-console", `enable ${name}`, edits)
    const at = propertyPlace(by, "status")
    return [
      errorAt(at, message, `enable ${by === node ? "the node" : nodeText(by)}${hint}`, {
        code: "console-disabled",
        related: here,
        fixes,
      }),
    ]
  }
  if (uart.usable || displaced(input, view).some(({ nodes }) => nodes.includes(node))) return []
  if (placeless(input, view).some((one) => one.node === node)) return []
  const same = uartsOf(input, view).filter(({ kind }) => kind.tty === uart.kind.tty)
  const ports = same.map((one) => one.device)
  const turned = view.simpleVmm ? wrongPort(input, view, device, ports) : undefined
  if (turned !== undefined) return [turned]
  const message =
    `the console of '${view.vm.name}' is ${name}, and its registers at ${hex(device.ranges[0]?.base ?? 0)} are ` +
    `${device.reach === "part" ? "mapped in part only" : "not mapped"}: the guest's first word faults`
  const owner = otherOwner(input, view, device)
  if (owner !== undefined) return [ofAnother(input, view, device, owner, here)]
  const fixes = fix("map-console", `map ${name} in '${view.vm.name}'`, givePort(input, view, device))
  const remedy = `map its registers in '${view.vm.name}'${hint}`
  const all = [related(propertyPlace(node, "reg"), "its registers"), ...here]
  const more = { code: "console-not-mapped", related: all, fixes }
  return [
    view.simpleVmm
      ? errorAt(view.vm.place, message, remedy, more)
      : warningAt(view.vm.place, message, remedy, more),
  ]
}
