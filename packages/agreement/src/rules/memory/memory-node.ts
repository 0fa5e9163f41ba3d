// SPDX-License-Identifier: BSD-2-Clause
//
// The RAM that the guest's tree tells of in its memory node, against what stage 2 maps: too much faults, too little
// lies idle, a second node is the board's.

import { addressCells, type DtNode, propCells, propString, regRanges, sizeCells } from "@vmm/devicetree"
import { type Diagnostic, type Edit, errorAt, type Fix, warningAt } from "@vmm/diagnostic"

import { exactNode } from "../../devices.ts"
import { attributePlace, setAttribute } from "../../edit/system-edit.ts"
import { appendToOverlay, disableNodes, enableNode, setTreeProperty } from "../../edit/tree-edit.ts"
import { memoryNodes as nodesOf } from "../../guest-memory.ts"
import type { GuestMap, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import {
  endOf,
  groupedHex,
  hex,
  LARGE_PAGE,
  MIB,
  overlaps,
  PAGE,
  type Range,
  rangeText,
  roundUp,
  sizeText,
} from "../../words.ts"
import { deletionOf } from "../tree/deletions.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** The memory nodes of the guest's tree. */
export const memoryNodes = (input: Agreement): readonly DtNode[] => nodesOf(input.guestTree)

/** What the `reg` of a memory node says. */
export const rangesOf = (node: DtNode): readonly Range[] =>
  regRanges(node).map(({ address, size }) => ({ base: address, size }))

/** Joins ranges that touch. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.base - b.base)) {
    const before = result.at(-1)
    if (before === undefined || range.base > endOf(before)) result.push(range)
    else {
      const size = Math.max(endOf(before), endOf(range)) - before.base
      result[result.length - 1] = { base: before.base, size }
    }
  }
  return result
}

const inside = (range: Range, outer: readonly Range[]): boolean =>
  joined(outer).some((one) => range.base >= one.base && endOf(range) <= endOf(one))

function cells(value: number, count: number): string {
  const words = [Math.floor(value / 2 ** 32), value % 2 ** 32].map(hex)
  return count === 1 ? (words[1] ?? "0") : count === 2 ? words.join(" ") : ""
}

/** `<0x0 0x40000000 0x0 0x10000000>` for the root's cells. */
function regText(input: Agreement, ranges: readonly Range[]): string {
  const { root } = input.guestTree
  const [wide, long] = [addressCells(root), sizeCells(root)]
  return ranges.map(({ base, size }) => `<${cells(base, wide)} ${cells(size, long)}>`).join(", ")
}

/** RAM, and memory that the guest shares with others. */
const memoryOf = (view: GuestView): readonly GuestMap[] => view.maps.filter(({ ram }) => ram)

/** RAM that an ordinary guest uses: maps large enough to be no window shared with somebody. */
export function bootRam(view: GuestView): readonly GuestMap[] {
  const large = view.ram.filter(({ size }) => size >= MIB)
  return large.length > 0 ? large : view.ram
}

/** Edits that let the memory node tell of these ranges alone. */
export function memoryNodeEdits(input: Agreement, ranges: readonly Range[]): readonly Edit[] {
  const nodes = memoryNodes(input)
  const node =
    nodes.find((one) => rangesOf(one).some((own) => ranges.some((range) => overlaps(own, range)))) ?? nodes[0]
  const others = nodes.filter((one) => one !== node)
  const text = regText(input, ranges)
  const name = `memory@${(ranges[0]?.base ?? 0).toString(16)}`
  const made = `\n/ {\n\t${name} {\n\t\tdevice_type = "memory";\n\t\treg = ${text};\n\t};\n};\n`
  return node === undefined
    ? [appendToOverlay(input.sources, made)]
    : [...setTreeProperty(input.sources, node, "reg", text), ...disableNodes(input.sources, others)]
}

/** Writes the memory node as the machine has RAM. */
function memoryFix(input: Agreement, view: GuestView): readonly Fix[] {
  const ranges = joined(bootRam(view))
  const edits = memoryNodeEdits(input, ranges)
  const what = ranges.map(rangeText).join(", ")
  return ranges.length === 0 ? [] : fix("memory-node", `let the guest's tree say that RAM is ${what}`, edits)
}

/** Makes the boot region so large that it holds `range`, or moves the map to it. */
function regionFix(input: Agreement, view: GuestView, range: Range): readonly Fix[] {
  const [ram] = bootRam(view)
  if (ram === undefined || range.base % PAGE !== 0 || range.size % PAGE !== 0) return []
  const { system } = input.sources
  const whole = roundUp(range.size, ram.region.pageSize)
  const size = whole > ram.size ? setAttribute(system, ram.region.place, "size", groupedHex(whole)) : []
  const moved = range.base === ram.base || range.base % ram.region.pageSize !== 0 ? [] : [ram]
  const move = moved.flatMap(({ map }) => setAttribute(system, map.place, "vaddr", groupedHex(range.base)))
  if (range.base !== ram.base && move.length === 0) return []
  const what = `give '${view.vm.name}' RAM at ${rangeText(range)}`
  return fix("ram-region", what, [...size, ...move], ["The board must have as much RAM free."])
}

/** The memory node tells of all RAM that there is, and of no other. */
export const promised: Rule = (input, view) => {
  const nodes = memoryNodes(input)
  const told = nodes.flatMap(rangesOf).filter(({ size }) => size > 0)
  const ram = bootRam(view)
  if (told.length === 0 && ram.length > 0) {
    const message = "the guest's tree names no RAM"
    const remedy = "give it a memory node with device_type and the reg of the guest's RAM, in an overlay"
    // Cells that do not add up are told of by the tree's own rules.
    const entry = addressCells(input.guestTree.root) + sizeCells(input.guestTree.root)
    if (nodes.some((node) => (propCells(node, "reg") ?? []).length % entry !== 0)) return []
    const odd = nodes[0] === undefined ? input.guestTree.root.children.find(isMeantForMemory) : undefined
    if (odd !== undefined) return [noMemoryNode(input, odd, message)]
    const gone = nodesOf(input.hardware).flatMap((node) => deletionOf(input, node) ?? [])[0]
    const none = gone?.place ?? input.guestTree.root.place
    const place = nodes[0] === undefined ? none : propertyPlace(nodes[0], "reg")
    const why = gone === undefined ? message : `${message}: the board's memory node is deleted here`
    return [errorAt(place, why, remedy, { code: "memory-node-missing", fixes: memoryFix(input, view) })]
  }
  const findings: Diagnostic[] = []
  const right = nodes.find((node) => rangesOf(node).some(({ size }) => size > 0) && agrees(node, view))
  const meant = right ?? nodes.find((node) => isOwn(input, node))
  for (const node of nodes) {
    if (meant !== undefined && meant !== node && isOwn(input, meant) && !agrees(node, view))
      findings.push(secondNode(input, view, meant, node))
    else findings.push(...beyondAll(input, view, node))
  }
  return findings.length > 0 ? findings : untold(input, view, nodes, told)
}

/** All that the node tells of is there. */
const agrees = (node: DtNode, view: GuestView): boolean =>
  rangesOf(node).every((range) => inside(range, memoryOf(view)))

/** A node that an overlay adds. */
const isOwn = ({ hardware }: Agreement, node: DtNode): boolean => exactNode(hardware, node.path) === undefined

/** The overlay's memory node has another name than the board's, so the guest has both. */
function secondNode(input: Agreement, view: GuestView, own: DtNode, board: DtNode): Diagnostic {
  const has = rangesOf(board).map((range) => `${rangeText(range)} (${sizeText(range.size)})`)
  const message =
    `${own.path} is a second memory node: ${board.path} stays beside it, and tells the guest of RAM at ` +
    `${has.join(", ")}, which '${view.vm.name}' is not given`
  const fixes = fix("drop-memory", `disable ${board.path}`, disableNodes(input.sources, [board]))
  const remedy = `write /delete-node/ ${board.name}; beside it, or give it the name ${board.name}`
  const there = [related(propertyPlace(board, "reg"), `the reg of ${board.path}`)]
  return errorAt(own.place, message, remedy, { code: "memory-node-second", related: there, fixes })
}

function beyondAll(input: Agreement, view: GuestView, node: DtNode): readonly Diagnostic[] {
  return rangesOf(node)
    .filter((range) => range.size > 0 && !inside(range, memoryOf(view)))
    .map((range) => beyondRam(input, view, node, range))
}

const isMeantForMemory = (node: DtNode): boolean =>
  /^memory(@|$)/.test(node.name) || propString(node, "device_type") === "memory"

/** A memory node that is disabled, or that does not say what it is. */
function noMemoryNode(input: Agreement, node: DtNode, message: string): Diagnostic {
  const typed = propString(node, "device_type") === "memory"
  const lacks = typed ? `${node.path} is disabled` : `${node.path} has no device_type = "memory"`
  const edits = typed
    ? enableNode(input.sources, node)
    : setTreeProperty(input.sources, node, "device_type", '"memory"')
  const what = typed ? "enable it" : 'write device_type = "memory"'
  const fixes = fix("memory-node", what, edits)
  const place = propertyPlace(node, typed ? "status" : "device_type")
  return errorAt(place, `${message}: ${lacks}`, what, { code: "memory-node-missing", fixes })
}

function beyondRam(input: Agreement, view: GuestView, node: DtNode, range: Range): Diagnostic {
  const ram = bootRam(view)
  const has = joined(ram).map((one) => `${rangeText(one)} (${sizeText(one.size)})`)
  const message =
    `the guest's tree says RAM is at ${rangeText(range)} (${sizeText(range.size)}), and ` +
    `'${view.vm.name}' is given ${has.length === 0 ? "none" : has.join(", ")}`
  const fixes = [...memoryFix(input, view), ...regionFix(input, view, range)]
  const others = ram.map(({ map, region }) =>
    related(attributePlace(input.sources.system, map.place, "vaddr"), `'${region.name}' is mapped here`),
  )
  const sizes = ram.map(({ region }) =>
    related(
      attributePlace(input.sources.system, region.place, "size"),
      `'${region.name}' has ${sizeText(region.size)}`,
    ),
  )
  const remedy =
    "make the two agree: the reg of the memory node in the guest's overlay, or size and vaddr of the memory region"
  return errorAt(propertyPlace(node, "reg"), message, remedy, {
    code: "memory-node-beyond-ram",
    related: [...sizes, ...others],
    fixes,
  })
}

/** RAM that is mapped and that the guest is not told of. */
function untold(
  input: Agreement,
  view: GuestView,
  nodes: readonly DtNode[],
  told: readonly Range[],
): readonly Diagnostic[] {
  const [first] = bootRam(view)
  const [node] = nodes
  if (first === undefined || node === undefined || inside(first, told)) return []
  const known = told.filter((range) => overlaps(range, first)).reduce((sum, { size }) => sum + size, 0)
  const place = propertyPlace(node, "reg")
  const more = {
    related: [related(first.map.place, `'${first.region.name}' is mapped at ${rangeText(first)}`)],
    fixes: memoryFix(input, view),
  }
  const kernelAt = roundUp(first.base, LARGE_PAGE)
  if (!told.some((range) => kernelAt >= range.base && kernelAt < endOf(range))) {
    const message =
      `the kernel is put at ${hex(kernelAt)}, where the RAM of '${view.vm.name}' begins, and the guest's tree ` +
      `says RAM is at ${told.map(rangeText).join(", ")}`
    const remedy = "let the memory node begin where the guest's RAM does"
    return [errorAt(place, message, remedy, { code: "kernel-outside-memory-node", ...more })]
  }
  const { kernel, initrdSize = 0 } = input.images
  const needs = (kernel?.imageSize ?? 0) + initrdSize
  const what = `the guest's tree tells of ${sizeText(known)} of '${first.region.name}', and `
  if (known < needs) {
    const message = `${what}kernel and initramfs take ${sizeText(needs)}, for which ${sizeText(first.size)} are mapped`
    const wide = `make the reg of the memory node as large as the memory region, ${hex(first.size)}`
    return [errorAt(place, message, wide, { code: "memory-node-short", ...more })]
  }
  const message = `${what}${sizeText(first.size)} are mapped at ${rangeText(first)}: the guest leaves the rest unused`
  const remedy = "make the reg of the memory node as large as the memory region, or the region smaller"
  return [warningAt(place, message, remedy, { code: "memory-node-short", ...more })]
}
