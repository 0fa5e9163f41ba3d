// SPDX-License-Identifier: BSD-2-Clause
//
// root= where Linux mounts it itself (no /init in a ramdisk: init/main.c, prepare_namespace of init/do_mounts.c): the
// device must be one that a driver of the guest's tree can bring, and the driver built in. After
// Documentation/admin-guide/kernel-parameters.txt and block/early-lookup.c, which knows no UUID= or LABEL=.

import { compatibleOf, type DtNode, isEnabled, walk } from "@vmm/devicetree"
import { type Diagnostic, type Edit, errorAt, type Fix } from "@vmm/diagnostic"
import { USUAL_LAYERS } from "@vmm/guest-boot"

import { chosenOf, type CommandLine, commandLineOf } from "../../command-line.ts"
import { nodeText } from "../../devices.ts"
import { beginFromRamdisk, withoutRoot } from "../../edit/begin-from-ramdisk.ts"
import type { GuestView } from "../../guest-view.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { listText } from "../../words.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

interface Kind {
  /** Of the value of root=. */
  readonly name: RegExp
  /** What brings such a device. */
  readonly what: string
  /** Names of nodes, and strings of compatible, that do. */
  readonly nodes: RegExp
  /** Options of the kernel that must be built in. */
  readonly options: readonly string[]
}

const PCI = /^pcie?@|pci-host|-pcie$/
const STORAGE =
  /^(?:mmc|sdhci|usdhc|esdhc|sata|ahci|ufs|ufshc|usb|flash|nand|nand-controller|spi|virtio_mmio|virtio)@/
const VIRTIO = /^virtio,mmio$|^virtio_mmio@/

const RAMDISK = "a ramdisk"

const KINDS: readonly Kind[] = [
  {
    name: /^(?:\/dev\/)?vd[a-z]+\d*$/,
    what: "a virtio block device",
    nodes: new RegExp(`${VIRTIO.source}|${PCI.source}`),
    options: ["VIRTIO_BLK"],
  },
  {
    name: /^(?:\/dev\/)?mmcblk\d/,
    what: "an SD card or eMMC",
    nodes: /^(?:mmc|sdhci|usdhc|esdhc|sdmmc|emmc)@|usdhc|sdhci|dw-mshc|arm,pl18[01]/,
    options: ["MMC_BLOCK"],
  },
  { name: /^(?:\/dev\/)?nvme\d/, what: "an NVMe disk", nodes: PCI, options: ["BLK_DEV_NVME"] },
  {
    name: /^(?:\/dev\/)?sd[a-z]+\d*$/,
    what: "a disk (SCSI, SATA or USB)",
    nodes: new RegExp(`^(?:sata|ahci|usb|ufs|ufshc|scsi)@|ahci|dwc3|xhci|${VIRTIO.source}|${PCI.source}`),
    options: ["BLK_DEV_SD"],
  },
  {
    name: /^(?:\/dev\/mtdblock\d|mtd|ubi)/,
    what: "flash memory",
    nodes: /^(?:flash|nand|nand-controller|spi|qspi)@|cfi-flash|gpmi-nand|spi-nor|qspi|fspi/,
    options: [],
  },
  {
    name: /^(?:\/dev\/nfs|\d+\.\d+\.\d+\.\d+:)/,
    what: "a network interface",
    nodes: new RegExp(`^ethernet@|-fec|gmac|smsc|${VIRTIO.source}|${PCI.source}`),
    options: ["ROOT_NFS"],
  },
  { name: /^(?:\/dev\/)?ram\d*$/, what: RAMDISK, nodes: /(?!)/, options: [] },
  {
    name: /^(?:PARTUUID|PARTLABEL|UUID|LABEL)=/,
    what: "a disk",
    nodes: new RegExp(`${STORAGE.source}|cfi-flash|${PCI.source}`),
    options: [],
  },
]
/** What only an initramfs, or udev in it, knows. */
const NOT_OF_LINUX = /^(?:UUID|LABEL)=/
const matches = (node: DtNode, { nodes }: Kind): boolean =>
  compatibleOf(node).length > 0 && [node.name, ...compatibleOf(node)].some((name) => nodes.test(name))

interface Sources {
  /** Enabled, and the guest reaches it. */
  readonly there: readonly DtNode[]
  readonly others: readonly DtNode[]
}

/** Nodes that bring such a device; one that a VMM of the user's may emulate counts as there. */
function bringers(input: Agreement, view: GuestView, kind: Kind): Sources {
  const all = [...walk(input.guestTree.root)].filter((node) => matches(node, kind))
  const out = new Set(
    view.devices.filter(({ reach }) => reach === "none" && view.simpleVmm).map(({ node }) => node),
  )
  const above = (node: DtNode): boolean =>
    isEnabled(node) && !out.has(node) && (node.parent === undefined || above(node.parent))
  const there = all.filter(above)
  return { there, others: all.filter((node) => !there.includes(node)) }
}

/** Takes root= out of the tree's bootargs, where it stands there. */
function inTree({ guest }: Agreement, line: CommandLine): readonly Edit[] {
  const word = line.words.findLast((one) => one.startsWith("root="))
  return guest?.cmdline !== undefined || word === undefined ? [] : line.replace(word, "")
}

/** A system that begins from a ramdisk in its place. */
function ways(input: Agreement, line: CommandLine): readonly Fix[] {
  const { guest, images, sources } = input
  if (guest === undefined || sources.guest === undefined) return []
  const { guest: file } = sources
  if (guest.ramdisk.length === 0) {
    const own = beginFromRamdisk(file, guest, images.layersBeside ?? USUAL_LAYERS)
    return [{ ...own, edits: [...own.edits, ...inTree(input, line)] }]
  }
  const { meant, layer } = images.noInit?.("/init") ?? {}
  if (meant !== undefined) {
    const edits = withoutRoot(file, guest, `rdinit=${meant}`)
    return fix("rdinit", `begin with ${meant} of the ramdisk`, edits)
  }
  if (layer === undefined) return []
  return fix("drop-root", "begin from the ramdisk: take root= away", [
    ...withoutRoot(file, guest),
    ...inTree(input, line),
  ])
}

/** Why the device cannot come; undefined when it may. */
function trouble(input: Agreement, view: GuestView, value: string, kind: Kind) {
  const { there, others } = bringers(input, view, kind)
  if (NOT_OF_LINUX.test(value)) {
    const [name = ""] = value.split("=")
    return {
      why: `Linux itself knows PARTUUID= and no ${name}=, which an initramfs would look for`,
      nodes: [],
    }
  }
  if (there.length === 0) {
    const names = listText(others.map(nodeText), 3)
    const off = `${others.length === 1 ? "is" : "are"} disabled in the guest's tree or not mapped`
    const lacks =
      kind.what === RAMDISK
        ? 'the guest has no "ramdisk"'
        : `the guest's tree has no node that brings ${kind.what}`
    const what = others.length === 0 ? lacks : `nothing brings ${kind.what}: ${names} ${off}`
    return { why: what, nodes: others }
  }
  const config = input.images.kernel?.config
  const module = kind.options.find((option) => config?.[option] === "m" || config?.[option] === "n")
  if (module === undefined) return undefined
  const built = config?.[module] === "m" ? "is a module, which only an initramfs can load" : "is not set"
  return { why: `CONFIG_${module} of ${input.images.kernel?.name ?? "the kernel"} ${built}`, nodes: [] }
}

/** True where the ramdisk has an /init, or may have one: then root= is what that makes of it. */
function beginsElsewhere(input: Agreement, line: CommandLine): boolean {
  const { guest, images } = input
  if (line.words.some((word) => word.startsWith("rdinit="))) return true
  if (chosenOf(input)?.properties.has("linux,initrd-start") === true) return true
  if (guest === undefined || guest.ramdisk.length === 0) return false
  return images.noInit?.("/init") === undefined
}

/** root= that Linux waits for in vain, or panics for want of. */
export const rootDevice: Rule = (input, view): readonly Diagnostic[] => {
  if (!isLinux(input) || input.guest === undefined) return []
  const line = commandLineOf(input)
  const word = line.words.findLast((one) => one.startsWith("root="))
  const value = word?.slice("root=".length).replaceAll('"', "") ?? ""
  const kind = KINDS.find(({ name }) => name.test(value))
  if (word === undefined || kind === undefined || beginsElsewhere(input, line)) return []
  const found = trouble(input, view, value, kind)
  if (found === undefined) return []
  const waits = line.words.includes("rootwait") ? "waits for it for ever" : "panics without it"
  const message = `${word}: ${found.why}, and Linux ${waits}`
  const fixes = ways(input, line)
  const remedy = fixes[0]?.title ?? `give '${view.vm.name}' such a device, or begin from a ramdisk`
  const others = found.nodes
    .slice(0, 3)
    .map((node) => related(propertyPlace(node, "status"), "this would bring it"))
  return [errorAt(line.placeOf(word), message, remedy, { code: "root-unreachable", related: others, fixes })]
}
