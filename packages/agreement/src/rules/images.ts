// SPDX-License-Identifier: BSD-2-Clause
//
// Whether kernel, device tree and initramfs fit where they are to go: image_size with its BSS, linux,initrd-* of
// /chosen, reserved memory. After Documentation/arch/arm64/booting.rst. The build places what the tree leaves open;
// a place that the tree does name must be a possible one.

import { type DtNode, findByPath, isEnabled, propNumber, regRanges, walk, writeDtb } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Fix, type Place, replaceAt, warningAt } from "@vmm/diagnostic"
import { DTB_MAX } from "@vmm/guest-boot"

import { chosenOf } from "../command-line.ts"
import { attributePlace, setAttribute } from "../edit/system-edit.ts"
import { replaceWithList, setJson, stringPlace } from "../edit/json-edit.ts"
import { appendToOverlay, disableNodes, nodeBlock, setTreeProperty } from "../edit/tree-edit.ts"
import type { GuestView } from "../guest-view.ts"
import { type Agreement, isOfNoKind } from "../input.ts"
import { endOf, groupedHex, hex, holds, LARGE_PAGE, MIB, overlaps, type Range } from "../words.ts"
import { rangeText, roundUp, sizeText } from "../words.ts"
import { offsetOf, replaceRange } from "../edit/text.ts"
import { bootRam, memoryNodes } from "./memory.ts"
import { fix, propertyPlace, related, type Rule } from "./rule.ts"

const [START, END] = ["linux,initrd-start", "linux,initrd-end"] as const

/** Where the kernel goes; undefined when its size is not known. */
function kernelRange(input: Agreement, view: GuestView): Range | undefined {
  const { kernel } = input.images
  const [ram] = bootRam(view)
  if (kernel === undefined || ram === undefined) return undefined
  return { base: roundUp(ram.base, LARGE_PAGE) + kernel.textOffset, size: kernel.imageSize }
}

/** RAM of a size, in the `.system` file and in the tree at once. */
function growFix(input: Agreement, view: GuestView, size: number): readonly Fix[] {
  const [ram] = bootRam(view)
  const [node] = memoryNodes(input)
  if (ram === undefined || node === undefined) return []
  const wide = (node.properties.get("reg")?.value.length ?? 16) >= 16
  const cell = (value: number) =>
    wide ? `${hex(Math.floor(value / 2 ** 32))} ${hex(value % 2 ** 32)}` : hex(value)
  const edits = [
    ...setAttribute(input.sources.system, ram.region.place, "size", groupedHex(size)),
    ...setTreeProperty(input.sources, node, "reg", `<${cell(ram.base)} ${cell(size)}>`),
  ]
  return fix("more-ram", `give '${view.vm.name}' ${sizeText(size)} of RAM`, edits)
}

/** What Linux needs to come up beside its images: page tables, its initramfs unpacked, the first processes. */
function comfortable(input: Agreement): number {
  const { kernel, initrdSize = 0 } = input.images
  return (kernel?.imageSize ?? 0) + 4 * initrdSize + 48 * MIB
}

/** The next power of two that leaves room. */
const roomy = (need: number): number => Math.max(128 * MIB, 2 ** Math.ceil(Math.log2(need)))

/** A kernel for any guest that needs none of its own. */
const DEBIAN_KERNEL = "debian:linux-image-arm64"

/** A file that is no kernel; machine code without a header is named `flat:FILE`. */
const kernelFile: Rule = (input) => {
  const { images, guest, sources } = input
  const key = guest?.places.get("kernel") ?? guest?.places.get("linux")
  if (images.wrong === undefined || guest === undefined || key === undefined) return []
  const { source, flat } = guest.kernel
  const name = source.kind === "file" ? source.path : source.package
  const bare = source.kind === "file" && !flat && isOfNoKind(images)
  const edits =
    bare && sources.guest !== undefined ? setJson(sources.guest, key, JSON.stringify(`flat:${name}`)) : []
  const fixes = fix("flat-kernel", `write "flat:${name}": machine code without a header`, edits)
  const message = `the kernel ${name}: ${images.wrong.message}`
  const other = images.otherKernel ?? DEBIAN_KERNEL
  const known = sources.guest === undefined ? [] : setJson(sources.guest, key, JSON.stringify(other))
  // Machine code in the place of machine code; anything else is likely to be none of this guest.
  const debian = flat && !other.startsWith("flat:") ? [] : fix("other-kernel", `write "${other}"`, known)
  const all = [...swapped(input, key), ...fixes, ...debian]
  return [errorAt(key, message, images.wrong.remedy, { code: "kernel-unusable", fixes: all })]
}

/** Kernel and ramdisk in each other's place. */
function swapped({ images, guest, sources }: Agreement, key: Place): readonly Fix[] {
  const under = guest?.places.get("ramdisk")
  const [wrong, ...more] = images.noRamdisks ?? []
  const kernel = guest?.kernel
  if (sources.guest === undefined || under === undefined || wrong === undefined || more.length > 0) return []
  if (kernel?.source.kind !== "file" || guest?.ramdisk.length !== 1) return []
  const isKernel = wrong.message.includes("arm64 Image")
  if (!isKernel || images.wrong?.message.includes("cpio") !== true) return []
  const edits = [
    replaceAt(
      stringPlace(sources.guest, key, `${kernel.flat ? "flat:" : ""}${kernel.source.path}`),
      JSON.stringify(wrong.path),
    ),
    replaceAt(stringPlace(sources.guest, under, wrong.path), JSON.stringify(kernel.source.path)),
  ]
  return fix("swap-images", "exchange kernel and ramdisk", edits)
}

const ramdiskFile: Rule = ({ images, guest, sources }) => {
  const key = guest?.places.get("ramdisk")
  if (key === undefined || sources.guest === undefined) return []
  const { guest: file } = sources
  return (images.noRamdisks ?? []).map(({ path, message, remedy, meant }) => {
    const edits = meant === undefined ? [] : replaceWithList(file, stringPlace(file, key, path), path, meant)
    const fixes = fix("ramdisk-layers", `write ${meant?.map((one) => `"${one}"`).join(", ")}`, edits)
    const more = { code: "ramdisk-unusable", fixes }
    return errorAt(stringPlace(file, key, path), `the ramdisk ${path}: ${message}`, remedy, more)
  })
}

/** What unpacks a file to its output, by the kernel's name of the method. */
const UNPACKERS: Readonly<Record<string, string>> = {
  gzip: "gzip -dc",
  zstd: "zstd -dc",
  lz4: "lz4 -dc",
  lzo: "lzop -dc",
  xz: "xz -dc",
  lzma: "xz --format=lzma -dc",
  bzip2: "bzip2 -dc",
}

/** A packing that the kernel was built without. */
const ramdiskPacking: Rule = ({ images, guest, sources }) => {
  const key = guest?.places.get("ramdisk")
  const { kernel, packings = [] } = images
  if (key === undefined || sources.guest === undefined || kernel?.config === undefined) return []
  const { guest: file } = sources
  const { config, name } = kernel
  return packings.flatMap(({ path, method }) => {
    const option = `RD_${method.toUpperCase()}`
    if (config[option] !== "n") return []
    const has = Object.keys(config).filter((one) => one.startsWith("RD_") && config[one] === "y")
    const message = `the ramdisk ${path} is packed with ${method}, and ${name} was built without CONFIG_${option}`
    const others = has.map((one) => one.slice(3).toLowerCase())
    const unpacked = path.replace(/\.(?:gz|zst|lz4|lzo|xz|lzma|bz2)$/, "")
    const into = unpacked === path ? `${path}.cpio` : unpacked
    const command = UNPACKERS[method]
    const unpack =
      command === undefined ? "give it unpacked" : `\`${command} ${path} > ${into}\`, and name ${into}`
    const remedy = others.length === 0 ? unpack : `${unpack}; or pack it with ${others.join(" or ")}`
    return [errorAt(stringPlace(file, key, path), message, remedy, { code: "ramdisk-packing" })]
  })
}

const kernelFits: Rule = (input, view) => {
  const { kernel, initrdSize = 0 } = input.images
  const [ram] = bootRam(view)
  const range = kernelRange(input, view)
  if (kernel === undefined || ram === undefined || range === undefined) return []
  const place = attributePlace(input.sources.system, ram.region.place, "size")
  const there = [
    related(ram.map.place, `'${view.vm.name}' has it at ${rangeText({ base: ram.base, size: ram.size })}`),
  ]
  const total = view.ram.reduce((sum, { size }) => sum + size, 0)
  const fixes = kernel.linux
    ? growFix(input, view, roomy(comfortable(input)))
    : growFix(input, view, roundUp(range.size + DTB_MAX, LARGE_PAGE))
  if (!holds(ram, range)) {
    const message =
      `the kernel needs ${sizeText(range.size)} from ${hex(range.base)} on, its BSS included, and ` +
      `'${ram.region.name}' of '${view.vm.name}' has ${sizeText(Math.max(0, endOf(ram) - range.base))} there`
    const remedy =
      "give the guest more RAM, in the .system file and in its memory node, or take a smaller kernel"
    return [errorAt(place, message, remedy, { code: "kernel-too-large", related: there, fixes })]
  }
  if (!kernel.linux) return []
  const images = range.size + initrdSize + roughly(input)
  if (images > total) {
    const message =
      `kernel, device tree and initramfs take ${sizeText(images)}, and '${view.vm.name}' has ` +
      `${sizeText(total)} of RAM`
    const remedy =
      "give the guest more RAM, in the .system file and in its memory node, or a smaller initramfs"
    return [errorAt(place, message, remedy, { code: "images-too-large", related: there, fixes })]
  }
  if (comfortable(input) <= total) return []
  const message =
    `'${view.vm.name}' has ${sizeText(total)} of RAM, of which kernel and initramfs take ` +
    `${sizeText(images)}: little ` +
    "is left for Linux to come up"
  const remedy = `give it ${sizeText(roomy(comfortable(input)))}, in the .system file and in its memory node`
  return [warningAt(place, message, remedy, { code: "ram-tight", related: there, fixes })]
}

/** Bytes of the guest's blob, never too few: each property with its header, its name and its padding. */
function roughly({ guestTree }: Agreement): number {
  let bytes = 0x1000
  for (const node of walk(guestTree.root)) {
    bytes += node.name.length + 16
    for (const [name, { value }] of node.properties) bytes += value.length + name.length + 20
  }
  return bytes
}

const dtbSize: Rule = (input) => {
  if (roughly(input) <= DTB_MAX) return []
  const size = writeDtb(input.guestTree).length
  if (size <= DTB_MAX) return []
  const message = `the guest's device tree is ${sizeText(size)}; Linux takes at most 2 MiB`
  const remedy = "delete nodes that the guest does not need in an overlay"
  return [errorAt(input.guestTree.root.place, message, remedy, { code: "dtb-too-large" })]
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

/** linux,initrd-start and -end of the tree. */
const initrd: Rule = (input, view) => {
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
const reserved: Rule = (input, view) => {
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
const reservation: Rule = (input, view) => {
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

export const imageRules: readonly Rule[] = [
  kernelFile,
  ramdiskFile,
  ramdiskPacking,
  kernelFits,
  dtbSize,
  initrd,
  reserved,
  reservation,
]
