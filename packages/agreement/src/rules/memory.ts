// SPDX-License-Identifier: BSD-2-Clause
//
// RAM: what the guest's /memory node promises, what stage 2 maps, and what the VMM can write. The boot protocol is
// Documentation/arch/arm64/booting.rst: the kernel wants its 2 MiB aligned base inside of the memory it is told of.

import { addressCells, type DtNode, propCells, propString, regRanges, sizeCells } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Fix, warningAt } from "@vmm/diagnostic"

import { setJson } from "../edit/json-edit.ts"
import { appendToOverlay, disableNodes, enableNode, setTreeProperty } from "../edit/tree-edit.ts"
import { attributePlace, insertAfter, removeAttribute, setAttribute } from "../edit/system-edit.ts"
import { exactNode } from "../devices.ts"
import { memoryNodes as nodesOf } from "../guest-memory.ts"
import type { GuestMap, GuestView } from "../guest-view.ts"
import type { Agreement } from "../input.ts"
import { endOf, groupedHex, hex, LARGE_PAGE, MIB, overlaps, PAGE } from "../words.ts"
import { type Range, rangeText, roundUp, sizeText } from "../words.ts"
import { fix, propertyPlace, related, type Rule } from "./rule.ts"

export const memoryNodes = (input: Agreement): readonly DtNode[] => nodesOf(input.guestTree)

const rangesOf = (node: DtNode): readonly Range[] =>
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

/** Writes the memory node as the machine has RAM. */
function memoryFix(input: Agreement, view: GuestView): readonly Fix[] {
  const ranges = joined(bootRam(view))
  const nodes = memoryNodes(input)
  const node =
    nodes.find((one) => rangesOf(one).some((own) => ranges.some((range) => overlaps(own, range)))) ?? nodes[0]
  const others = nodes.filter((one) => one !== node)
  const text = regText(input, ranges)
  const name = `memory@${(ranges[0]?.base ?? 0).toString(16)}`
  const made = `\n/ {\n\t${name} {\n\t\tdevice_type = "memory";\n\t\treg = ${text};\n\t};\n};\n`
  const edits =
    node === undefined
      ? [appendToOverlay(input.sources, made)]
      : [...setTreeProperty(input.sources, node, "reg", text), ...disableNodes(input.sources, others)]
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

const promised: Rule = (input, view) => {
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
    const place = nodes[0] === undefined ? input.guestTree.root.place : propertyPlace(nodes[0], "reg")
    return [errorAt(place, message, remedy, { code: "memory-node-missing", fixes: memoryFix(input, view) })]
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
  const message =
    `the guest's tree tells of ${sizeText(known)} of '${first.region.name}', and ${sizeText(first.size)} are ` +
    `mapped at ${rangeText(first)}: the guest leaves the rest unused`
  const remedy = "make the reg of the memory node as large as the memory region, or the region smaller"
  return [warningAt(place, message, remedy, { code: "memory-node-short", ...more })]
}

const alignment: Rule = (input, view) => {
  const [first] = bootRam(view)
  if (first === undefined || first.base % LARGE_PAGE === 0) return []
  const place = attributePlace(input.sources.system, first.map.place, "vaddr")
  const message =
    `Linux requires that guest RAM starting GPA must be 2MiB aligned, and RAM of '${view.vm.name}' begins ` +
    `at ${hex(first.base)}`
  const aligned = groupedHex(first.base - (first.base % LARGE_PAGE))
  const fixes = fix(
    "align-ram",
    `write vaddr="${aligned}"`,
    setAttribute(input.sources.system, first.map.place, "vaddr", aligned),
    ["The memory node of the guest's tree must say the same."],
  )
  const remedy = `map it at ${aligned}, and let the memory node say so`
  return [warningAt(place, message, remedy, { code: "ram-not-aligned", fixes })]
}

const rights: Rule = (input, view) =>
  bootRam(view).flatMap(({ map, region }) => {
    const { read, write, execute } = map.perms
    const findings: Diagnostic[] = []
    const { system } = input.sources
    if (!(read && write && execute)) {
      const place = attributePlace(system, map.place, "perms")
      const lacks = [...(read ? [] : ["read"]), ...(write ? [] : ["write"]), ...(execute ? [] : ["execute"])]
      const message = `'${view.vm.name}' may not ${lacks.join(" or ")} its RAM '${region.name}'`
      const fixes = fix("ram-perms", 'write perms="rwx"', setAttribute(system, map.place, "perms", "rwx"))
      const remedy = 'a guest runs its kernel from RAM: write perms="rwx"'
      findings.push(errorAt(place, message, remedy, { code: "ram-permissions", fixes }))
    }
    if (!map.cached) {
      const place = attributePlace(system, map.place, "cached")
      const message = `RAM '${region.name}' is mapped uncached in '${view.vm.name}'`
      const remedy = 'atomic instructions fail on uncached memory: delete cached="false"'
      const fixes = fix("ram-cached", "map it cached", removeAttribute(system, map.place, "cached"))
      findings.push(warningAt(place, message, remedy, { code: "ram-uncached", fixes }))
    }
    return findings
  })

/** The VMM copies kernel, device tree and initramfs, so it must reach the RAM. */
const vmmReach: Rule = (input, view) =>
  view.ram.flatMap((ram) => {
    const { domain } = view
    const { system } = input.sources
    const own = domain.maps.find(({ region }) => region === ram.map.region)
    if (own === undefined) {
      const maps = domain.maps.map(({ vaddr, size }) => ({ base: vaddr, size }))
      const clash = maps.find((one) => overlaps(one, ram))
      const vaddr = groupedHex(
        clash === undefined ? ram.base : roundUp(Math.max(...maps.map(endOf)), LARGE_PAGE),
      )
      const line = `<map mr="${ram.region.name}" vaddr="${vaddr}" perms="rw" />`
      const edits = insertAfter(system, domain.maps.at(-1)?.place ?? domain.programImage.place, [line])
      const message = `'${domain.name}' cannot reach the guest's memory region '${ram.region.name}'`
      const remedy = `it copies the guest's kernel there: add ${line} to protection domain '${domain.name}'`
      const fixes = fix("vmm-map", `map '${ram.region.name}' in '${domain.name}'`, edits)
      return [errorAt(ram.map.place, message, remedy, { code: "vmm-cannot-reach-ram", fixes })]
    }
    if (own.perms.write) return []
    const place = attributePlace(system, own.place, "perms")
    const message = `'${domain.name}' may not write the guest's memory region '${ram.region.name}'`
    const fixes = fix("vmm-perms", 'write perms="rw"', setAttribute(system, own.place, "perms", "rw"))
    const remedy = 'it copies the guest\'s kernel there: write perms="rw"'
    return [errorAt(place, message, remedy, { code: "vmm-cannot-write-ram", fixes })]
  })

const none: Rule = (input, view) => {
  if (view.ram.length > 0) return []
  const message = `virtual machine '${view.vm.name}' has no RAM`
  const domain = view.domain.maps.find(
    ({ region }) => input.system.memoryRegions[region]?.physAddr === undefined,
  )
  const region = domain === undefined ? undefined : input.system.memoryRegions[domain.region]
  const at = memoryNodes(input).flatMap(rangesOf)[0]?.base ?? 0x4000_0000
  const vcpu = view.vm.maps.at(-1)?.place ?? view.vm.vcpus.at(-1)?.place
  const line = `<map mr="${region?.name ?? ""}" vaddr="${groupedHex(at)}" perms="rwx" />`
  const edits =
    region === undefined || vcpu === undefined ? [] : insertAfter(input.sources.system, vcpu, [line])
  const fixes = fix("map-ram", `map '${region?.name ?? ""}' in '${view.vm.name}'`, edits)
  const remedy = "map a memory region that lies in RAM, where the guest's memory node says"
  return [errorAt(view.vm.place, message, remedy, { code: "no-ram", fixes })]
}

/** guest.json's "memory" against the tree. */
const configured: Rule = (input) => {
  const { guest, sources } = input
  if (guest?.memory === undefined) return []
  const total = memoryNodes(input)
    .flatMap(rangesOf)
    .reduce((sum, { size }) => sum + size, 0)
  const place = guest.places.get("memory")
  if (total === guest.memory || total === 0 || place === undefined || sources.guest === undefined) return []
  const message = `"memory" is ${sizeText(guest.memory)}, and the guest's tree has ${sizeText(total)} of RAM`
  const node = memoryNodes(input)[0]
  const others =
    node === undefined ? [] : [related(propertyPlace(node, "reg"), "the guest's RAM in its tree")]
  const text = total % MIB === 0 ? `"${total / MIB}M"` : String(total)
  const fixes = fix("guest-memory", `write "memory": ${text}`, setJson(sources.guest, place, text))
  const remedy = `write ${text}, or delete the field, since the tree says it`
  return [errorAt(place, message, remedy, { code: "guest-memory-differs", related: others, fixes })]
}

export const memoryRules: readonly Rule[] = [promised, alignment, rights, vmmReach, none, configured]
