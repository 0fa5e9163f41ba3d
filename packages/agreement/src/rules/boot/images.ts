// SPDX-License-Identifier: BSD-2-Clause
//
// Whether kernel, device tree and initramfs fit where they are to go: image_size with its BSS, linux,initrd-* of
// /chosen, reserved memory. After Documentation/arch/arm64/booting.rst. The build places what the tree leaves open;
// a place that the tree does name must be a possible one.

import { walk, writeDtb } from "@vmm/devicetree"
import { errorAt, type Fix, type Place, replaceAt, warningAt } from "@vmm/diagnostic"
import { DTB_MAX } from "@vmm/guest-boot"

import { removeFromList, replaceWithList, setJson, stringPlace } from "../../edit/json-edit.ts"
import { attributePlace, setAttribute } from "../../edit/system-edit.ts"
import type { TextFile } from "../../edit/text.ts"
import { setTreeProperty } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import { type Agreement, isOfNoKind } from "../../input.ts"
import { endOf, groupedHex, hex, holds, LARGE_PAGE, rangeText, roundUp, sizeText } from "../../words.ts"
import { initrd, initrdHalf, kernelRange, reservation, reserved } from "./places.ts"
import { bootRam, memoryNodes } from "../memory/memory-node.ts"
import { comfortable, reservedMuch, roomy } from "../memory/reserved-much.ts"
import { fix, related, type Rule } from "../rule.ts"

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

/** The other layers are left, where there are some. */
function withoutLayer(
  file: TextFile,
  key: Place,
  path: string,
  layers: NonNullable<Agreement["guest"]>["ramdisk"],
): readonly Fix[] {
  const edits = layers.length < 2 ? [] : removeFromList(file, key, path)
  return fix("drop-layer", `leave ${path} out: the other layers of the ramdisk are left`, edits, [
    "Put it in again when its file is whole.",
  ])
}

const ramdiskFile: Rule = ({ images, guest, sources }) => {
  const key = guest?.places.get("ramdisk")
  if (key === undefined || sources.guest === undefined) return []
  const { guest: file } = sources
  return (images.noRamdisks ?? []).map(({ path, message, remedy, meant }) => {
    const edits = meant === undefined ? [] : replaceWithList(file, stringPlace(file, key, path), path, meant)
    const fixes = [
      ...fix("ramdisk-layers", `write ${meant?.map((one) => `"${one}"`).join(", ")}`, edits),
      ...withoutLayer(file, key, path, guest?.ramdisk ?? []),
    ]
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
    const place = stringPlace(file, key, path)
    const { layersBeside: beside } = images
    const names = beside?.map((one) => `"${one}"`).join(", ")
    const fixes = [
      ...withoutLayer(file, key, path, guest?.ramdisk ?? []),
      ...(beside === undefined
        ? []
        : fix("ramdisk-layers", `write ${names}`, replaceWithList(file, place, path, beside))),
    ]
    return [errorAt(place, message, remedy, { code: "ramdisk-packing", fixes })]
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

export const imageRules: readonly Rule[] = [
  kernelFile,
  ramdiskFile,
  ramdiskPacking,
  kernelFits,
  dtbSize,
  initrd,
  initrdHalf,
  reserved,
  reservedMuch,
  reservation,
]
