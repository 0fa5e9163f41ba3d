// SPDX-License-Identifier: BSD-2-Clause
//
// Places in the guest's RAM that its tree names for boot: linux,initrd-* of /chosen, reserved memory and memory
// reservations against the kernel's range and the RAM that there is.

import { type DtNode, findByPath, isEnabled, propNumber, regRanges } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Fix, warningAt } from "@vmm/diagnostic"

import { chosenOf } from "../../command-line.ts"
import { offsetOf, replaceRange } from "../../edit/text.ts"
import { appendToOverlay, disableNodes, nodeBlock } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { hex, holds, LARGE_PAGE, overlaps, type Range, rangeText, roundUp, sizeText } from "../../words.ts"
import { bootRam } from "../memory/memory-node.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

const [START, END] = ["linux,initrd-start", "linux,initrd-end"] as const

/** Where the kernel goes; undefined when its size is not known. */
export function kernelRange(input: Agreement, view: GuestView): Range | undefined {
  const { kernel } = input.images
  const [ram] = bootRam(view)
  if (kernel === undefined || ram === undefined) return undefined
  return { base: roundUp(ram.base, LARGE_PAGE) + kernel.textOffset, size: kernel.imageSize }
}

interface Initrd {
  readonly chosen: DtNode
  readonly start: number
  readonly end: number | undefined
}

function dropFix(input: Agreement, chosen: DtNode): readonly Fix[] {
  const lines = [START, END]
    .filter((name) => chosen.properties.has(name))
    .map((name) => `/delete-property/ ${name};`)
  const edits = [appendToOverlay(input.sources, nodeBlock(input.sources, chosen, lines))]
  return fix("drop-initrd", "leave the place of the initramfs to the build", edits)
}

function initrdOf(input: Agreement): Initrd | undefined {
  const chosen = chosenOf(input)
  const start = chosen === undefined ? undefined : propNumber(chosen, START)
  if (chosen === undefined || start === undefined) return undefined
  return { chosen, start, end: propNumber(chosen, END) }
}

/** One of the two without the other: Linux then looks for no initramfs (drivers/of/fdt.c). */
export const initrdHalf: Rule = (input) => {
  const chosen = chosenOf(input)
  const [given] = [START, END].filter((name) => chosen?.properties.has(name))
  const [missing] = [START, END].filter((name) => !chosen?.properties.has(name))
  if (chosen === undefined || given === undefined || missing === undefined) return []
  const message = `${given} is given without ${missing}: without both Linux looks for no initramfs (initrd)`
  const remedy = `write ${missing} too, or leave both out: the build finds a place and writes them`
  const more = { code: "initrd-half", fixes: dropFix(input, chosen) }
  return [warningAt(propertyPlace(chosen, given), message, remedy, more)]
}

/** linux,initrd-start and -end of the tree. */
export const initrd: Rule = (input, view) => {
  const found = initrdOf(input)
  const [ram] = bootRam(view)
  if (found === undefined || ram === undefined) return []
  const { chosen, start, end } = found
  const place = propertyPlace(chosen, START)
  const fixes = dropFix(input, chosen)
  const remedy = "name a free place in the guest's RAM, or delete both properties: the build finds a place"
  const say = (code: string, message: string, error = false): readonly Diagnostic[] => {
    const there = [related(ram.map.place, `RAM is at ${rangeText({ base: ram.base, size: ram.size })}`)]
    const more = { code, related: there, fixes }
    return [error ? errorAt(place, message, remedy, more) : warningAt(place, message, remedy, more)]
  }
  if (end !== undefined && end <= start) {
    return say("initrd-end-before-start", `${END} ${hex(end)} is not above ${START} ${hex(start)}`, true)
  }
  const size = input.images.initrdSize ?? (end === undefined ? 1 : end - start)
  const range = { base: start, size }
  const given = end === undefined ? range : { base: start, size: end - start }
  if (!view.ram.some((one) => holds(one, given))) {
    const message =
      `${START} puts the initramfs (initrd) at ${rangeText(given)}, outside of the RAM of ` +
      `'${view.vm.name}'`
    return say(
      "initrd-outside-ram",
      `${message}, ${view.ram.map((one) => rangeText({ base: one.base, size: one.size })).join(", ")}`,
    )
  }
  const kernel = kernelRange(input, view)
  if (kernel !== undefined && overlaps(kernel, range)) {
    const message =
      `the initramfs at ${START} ${hex(start)} lies in the kernel, which takes ` +
      `${rangeText(kernel)} with its BSS`
    return say("initrd-over-kernel", message)
  }
  if (end !== undefined && input.images.initrdSize !== undefined && end - start < input.images.initrdSize) {
    const message =
      `${START} and ${END} leave ${sizeText(end - start)}, and the initramfs (initrd) is ` +
      `about ${sizeText(input.images.initrdSize)}`
    return say("initrd-too-large", message)
  }
  if (start % 0x1000 !== 0) return say("initrd-not-aligned", `${START} ${hex(start)} is no page's beginning`)
  return []
}

/** Reserved memory of the guest's tree where the kernel goes, or outside of its RAM. */
export const reserved: Rule = (input, view) => {
  const kernel = kernelRange(input, view)
  const [ram] = bootRam(view)
  const nodes = findByPath(input.guestTree, "/reserved-memory")?.children.filter(isEnabled) ?? []
  if (ram === undefined) return []
  const start = { base: roundUp(ram.base, LARGE_PAGE), size: kernel?.size ?? 1 }
  const outside: DtNode[] = []
  const findings = nodes.flatMap((node) => {
    const ranges = regRanges(node).map(({ address, size }) => ({ base: address, size }))
    const clash = ranges.find((range) => overlaps(range, kernel ?? start))
    const memory = view.maps.filter((map) => map.ram)
    if (ranges.some((range) => !memory.some((one) => holds(one, range)))) outside.push(node)
    if (clash === undefined) return []
    const message =
      `the kernel (${rangeText(kernel ?? start)}) would lie over reserved memory ` +
      `'${node.name}' (${rangeText(clash)})`
    const fixes = fix(
      "no-reserve",
      `disable '${node.name}' in the guest's tree`,
      disableNodes(input.sources, [node]),
    )
    const remedy = "move, disable or delete the node under /reserved-memory in the guest's overlay"
    return [errorAt(propertyPlace(node, "reg"), message, remedy, { code: "reserved-over-kernel", fixes })]
  })
  return [...findings, ...outsideRam(input, view, outside)]
}

function outsideRam(input: Agreement, view: GuestView, outside: readonly DtNode[]): readonly Diagnostic[] {
  const [first] = outside
  if (first === undefined) return []
  const names = outside.map(({ name }) => `'${name}'`).join(", ")
  const message = `reserved memory ${names} of the guest's tree lies outside of the RAM of '${view.vm.name}'`
  const fixes = fix(
    "no-reserve",
    `disable ${names} in the guest's tree`,
    disableNodes(input.sources, outside),
  )
  const remedy = "disable or delete the nodes in the guest's overlay: their drivers fail without memory"
  const parts = outside.length === 1 ? [] : outside.flatMap((node) => outsideRam(input, view, [node]))
  const more = { code: "reserved-outside-ram", fixes, ...(parts.length === 0 ? {} : { parts }) }
  return [warningAt(propertyPlace(first, "reg"), message, remedy, more)]
}

/** /memreserve/ of the guest's tree where the kernel goes (Devicetree Specification v0.4, section 5.3). */
export const reservation: Rule = (input, view) => {
  const kernel = kernelRange(input, view)
  if (kernel === undefined) return []
  return input.guestTree.memreserve.flatMap((entry) => {
    const range = { base: Number(entry.address), size: Number(entry.size) }
    if (!overlaps(range, kernel)) return []
    const message = `/memreserve/ keeps ${rangeText(range)}, and the kernel goes to ${rangeText(kernel)}`
    const remedy =
      "take the line away, or move it: it is what firmware of the board kept, which a guest does not have"
    const source = [...input.sources.overlays, input.sources.board].find(
      ({ file }) => file === entry.place.file,
    )
    const from = source === undefined ? undefined : offsetOf(source.text, entry.place)
    const end = source === undefined || from === undefined ? -1 : source.text.indexOf(";", from)
    const edits =
      source === undefined || from === undefined || end < 0 ? [] : [replaceRange(source, from, end + 1, "")]
    const fixes = fix("no-reserve", "take the /memreserve/ away", edits)
    return [errorAt(entry.place, message, remedy, { code: "reserved-over-kernel", fixes })]
  })
}
