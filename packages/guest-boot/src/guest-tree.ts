// SPDX-License-Identifier: BSD-2-Clause
//
// The guest's device tree made ready for its boot: /chosen with bootargs and the true place of the initramfs
// (Devicetree Specification v0.4, section 3.6; linux,initrd-* and kaslr-seed after dt-schema's chosen.yaml), checked
// against guest RAM and guest.json. Everything else in the tree stays as its sources say.

import {
  deleteProperty,
  type DeviceTree,
  type DtNode,
  findByPath,
  isEnabled,
  memoryRanges,
  numberValue,
  propBytes,
  propNumber,
  propString,
  regRanges,
  setProperty,
  stringsValue,
} from "@vmm/devicetree"

import { diagnosticAt, fileDiagnostic, hex, sizeText, type Diagnostic } from "./diagnostic.ts"
import type { GuestConfig } from "./config/guest-config.ts"
import type { Range } from "./placement.ts"

const CHOSEN = "/chosen"
const INITRD = ["linux,initrd-start", "linux,initrd-end"] as const

/** What the tree says about where things go. */
export interface TreeWishes {
  /** linux,initrd-start of /chosen. */
  readonly initrdStart?: number
  /** /reserved-memory and the memory reservation block. */
  readonly reserved: readonly Range[]
}

const children = (tree: DeviceTree, path: string): readonly DtNode[] =>
  findByPath(tree, path)?.children.filter(isEnabled) ?? []

/** Reads what the tree wants from the placement. */
export function treeWishes(tree: DeviceTree): TreeWishes {
  const chosen = findByPath(tree, CHOSEN)
  const initrdStart = chosen === undefined ? undefined : propNumber(chosen, INITRD[0])
  const nodes = children(tree, "/reserved-memory").flatMap(regRanges)
  const reserved = [
    ...nodes.map(({ address, size }) => ({ base: address, size })),
    ...tree.memreserve.map(({ address, size }) => ({ base: Number(address), size: Number(size) })),
  ]
  return { ...(initrdStart === undefined ? {} : { initrdStart }), reserved }
}

/** The command line: guest.json's, or the tree's, and what guest.json adds. */
export function commandLine(tree: DeviceTree, config: GuestConfig): string {
  const chosen = findByPath(tree, CHOSEN)
  const own = chosen === undefined ? undefined : propString(chosen, "bootargs")
  return [config.cmdline ?? own ?? "", ...config.cmdlineAdd].filter((part) => part !== "").join(" ")
}

/** Cells of an address property: those it has, or as many as guest RAM needs. */
function cellsOf(node: DtNode | undefined, name: string, ram: readonly Range[]): number {
  if (ram.some(({ base, size }) => base + size > 2 ** 32)) return 2
  return node !== undefined && propBytes(node, name)?.length === 8 ? 2 : 1
}

function withInitrd(tree: DeviceTree, ram: readonly Range[], initrd: Range | undefined): DeviceTree {
  if (initrd === undefined) return INITRD.reduce((now, name) => deleteProperty(now, CHOSEN, name), tree)
  const chosen = findByPath(tree, CHOSEN)
  const values = [initrd.base, initrd.base + initrd.size]
  return INITRD.reduce(
    (now, name, index) =>
      setProperty(now, CHOSEN, name, numberValue(values[index] ?? 0, cellsOf(chosen, name, ram))),
    tree,
  )
}

/** The tree with bootargs, initramfs and seeds as `config` and the placement say. The blob's size does not depend
 *  on where `initrd` is. */
export function fixGuestTree(
  tree: DeviceTree,
  config: GuestConfig,
  ram: readonly Range[],
  initrd: Range | undefined,
): DeviceTree {
  const line = commandLine(tree, config)
  const named = config.cmdline !== undefined || config.cmdlineAdd.length > 0
  const withLine = named ? setProperty(tree, CHOSEN, "bootargs", stringsValue(line)) : tree
  const seeded = config.kaslr ? withLine : deleteProperty(withLine, CHOSEN, "kaslr-seed")
  return withInitrd(seeded, ram, initrd)
}

const covers = (ram: readonly Range[], { address, size }: { address: number; size: number }): boolean => {
  let at = address
  for (const range of ram.toSorted((a, b) => a.base - b.base)) {
    if (range.base <= at) at = Math.max(at, range.base + range.size)
  }
  return at >= address + size
}

const rangesText = (ranges: readonly Range[]): string =>
  ranges.map(({ base, size }) => `${hex(base)}..${hex(base + size)}`).join(", ") || "nothing"

function memoryDiagnostics(tree: DeviceTree, config: GuestConfig, ram: readonly Range[]): Diagnostic[] {
  const ranges = memoryRanges(tree)
  const node = tree.root.children.find((child) => propString(child, "device_type") === "memory")
  if (ranges.length === 0) {
    const remedy = "add /memory with device_type and the reg of the guest's RAM to the overlay"
    return [fileDiagnostic(tree.root.place.file, "the guest's tree names no RAM", remedy)]
  }
  const place = node?.properties.get("reg")?.place ?? node?.place ?? tree.root.place
  const outside = ranges
    .filter((range) => !covers(ram, range))
    .map(({ address, size }) =>
      diagnosticAt(
        place,
        `the guest's tree says RAM is at ${hex(address)}..${hex(address + size)} (${sizeText(size)}); ` +
          `the virtual machine has ${rangesText(ram)}`,
        "make the two agree: the reg of /memory in the overlay, or the memory region mapped in the .system file",
      ),
    )
  const total = ranges.reduce((sum, { size }) => sum + size, 0)
  if (config.memory === undefined || config.memory === total) return outside
  const where = config.places.get("memory") ?? { file: config.file, line: 0, column: 0, endColumn: 0 }
  const message = `"memory" is ${sizeText(config.memory)}, and the guest's tree has ${sizeText(total)} of RAM`
  const remedy = "delete the field, or make it agree with /memory in the guest's tree"
  return [...outside, diagnosticAt(where, message, remedy)]
}

function cpuDiagnostics(tree: DeviceTree, config: GuestConfig): Diagnostic[] {
  const count = children(tree, "/cpus").filter((node) => propString(node, "device_type") === "cpu").length
  if (config.cpus === undefined || config.cpus === count) return []
  const where = config.places.get("cpus") ?? { file: config.file, line: 0, column: 0, endColumn: 0 }
  const message = `"cpus" is ${config.cpus}, and the guest's tree has ${count} under /cpus`
  return [diagnosticAt(where, message, "delete the field, or change the cpu nodes in the overlay")]
}

/** Where tree, guest.json and guest RAM disagree. */
export function guestTreeDiagnostics(
  tree: DeviceTree,
  config: GuestConfig,
  ram: readonly Range[],
): readonly Diagnostic[] {
  return [...memoryDiagnostics(tree, config, ram), ...cpuDiagnostics(tree, config)]
}
