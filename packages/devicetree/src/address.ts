// SPDX-License-Identifier: BSD-2-Clause
//
// `reg` as the CPU sees it: entries by the parent's #address-cells and #size-cells, translated through
// `ranges` of every bus up to the root, Devicetree Specification v0.4, sections 2.3.5 to 2.3.8; PCI buses
// (three address cells, the first with the address space) after IEEE 1275's PCI binding.

import { cellsToNumber, hasProp, propCells, propString, propU32 } from "./access.ts"
import { disabledBy } from "./query.ts"
import { type DeviceTree, type DtNode, walk } from "./tree.ts"

/** A range of the CPU's physical address space, bytes; numbers below 2^53. */
export interface AddressRange {
  readonly address: number
  readonly size: number
}

/** `#address-cells` that hold for a node's children; 2 when absent. */
export function addressCells(bus: DtNode): number {
  return propU32(bus, "#address-cells") ?? 2
}

/** `#size-cells` that hold for a node's children; 1 when absent. */
export function sizeCells(bus: DtNode): number {
  return propU32(bus, "#size-cells") ?? 1
}

/** Most cells an address or size has in any binding. */
const MAX_CELLS = 4

function chunks(cells: readonly number[], length: number): ReadonlyArray<readonly number[]> {
  if (length < 1) return []
  const count = Math.floor(cells.length / length)
  return Array.from({ length: count }, (_, i) => cells.slice(i * length, (i + 1) * length))
}

interface RegCells {
  readonly address: readonly number[]
  readonly size: readonly number[]
}

function splitReg(node: DtNode, property: string): readonly RegCells[] {
  const { parent } = node
  const cells = propCells(node, property)
  if (parent === undefined || cells === undefined) return []
  const [wide, long] = [addressCells(parent), sizeCells(parent)]
  if (wide > MAX_CELLS || long > MAX_CELLS) return []
  return chunks(cells, wide + long).map((entry) => ({
    address: entry.slice(0, wide),
    size: entry.slice(wide),
  }))
}

/** PCI: cell 0 has flags; bits 25:24 name the space (0 is configuration, which has no address). */
const PCI_SPACE = 0x03000000

/** The offset of `address` inside a window that begins at `base`; undefined when it cannot be compared. */
function offsetIn(address: readonly number[], base: readonly number[]): number | undefined {
  let [a, b] = [address, base]
  if (address.length === 3) {
    const space = (address[0] ?? 0) & PCI_SPACE
    if (space === 0 || space !== ((base[0] ?? 0) & PCI_SPACE)) return undefined
    a = address.slice(1)
    b = base.slice(1)
  }
  const [x, y] = [cellsToNumber(a), cellsToNumber(b)]
  return x === undefined || y === undefined ? undefined : x - y
}

interface Window {
  readonly child: readonly number[]
  readonly parent: readonly number[]
  readonly size: number
}

/** The windows of a bus's `ranges`; undefined when it has none, empty for the identity. */
function windowsOf(bus: DtNode): readonly Window[] | undefined {
  const cells = propCells(bus, "ranges")
  if (cells === undefined || bus.parent === undefined) return undefined
  const [inner, outer, long] = [addressCells(bus), addressCells(bus.parent), sizeCells(bus)]
  if (inner > MAX_CELLS || outer > MAX_CELLS || long > MAX_CELLS) return undefined
  return chunks(cells, inner + outer + long).map((entry) => ({
    child: entry.slice(0, inner),
    parent: entry.slice(inner, inner + outer),
    size: cellsToNumber(entry.slice(inner + outer)) ?? Number.MAX_SAFE_INTEGER,
  }))
}

function plus(cells: readonly number[], offset: number): readonly number[] | undefined {
  const flags = cells.length === 3 ? cells.slice(0, 1) : []
  const sum = (cellsToNumber(cells.slice(flags.length)) ?? Number.NaN) + offset
  if (!Number.isSafeInteger(sum)) return undefined
  const low = [Math.floor(sum / 2 ** 32), sum % 2 ** 32]
  const wanted = cells.length - flags.length
  const body = wanted === 1 ? low.slice(1) : low
  return wanted === 1 && low[0] !== 0 ? undefined : [...flags, ...body]
}

/** A bus whose windows do not hold an address, and the address there. */
export interface StoppingBus {
  readonly bus: DtNode
  readonly address: number
}

/** The bus above a node whose `ranges`, being there, do not hold its first address; undefined when all do. */
export function stoppingBus(node: DtNode): StoppingBus | undefined {
  const [first] = splitReg(node, "reg")
  let at = first?.address
  for (let bus = node.parent; at !== undefined && bus?.parent !== undefined; bus = bus.parent) {
    const windows = windowsOf(bus)
    if (windows === undefined || at.length === 3) return undefined
    if (windows.length === 0) continue
    const inner = at
    const address = cellsToNumber(inner)
    const hit = windows
      .map((window) => ({ window, offset: offsetIn(inner, window.child) }))
      .find(({ window, offset }) => offset !== undefined && offset >= 0 && offset < window.size)
    if (hit?.offset === undefined) return address === undefined ? undefined : { bus, address }
    at = plus(hit.window.parent, hit.offset)
  }
  return undefined
}

/** The next power of two that `size` fits in. */
const rounded = (size: number): number => 2 ** Math.ceil(Math.log2(size))

/**
 * The cells of a bus's `ranges` with the entry below `from` so large that it holds everything up to `end`, addresses
 * on the bus; undefined where no entry begins below it, or one of two cells would overflow.
 */
export function widerRanges(bus: DtNode, from: number, end: number): readonly number[] | undefined {
  const windows = windowsOf(bus)
  const long = sizeCells(bus)
  if (windows === undefined || long < 1 || long > 2) return undefined
  const starts = windows.map(({ child }) => (child.length === 3 ? undefined : cellsToNumber(child)))
  const below = starts.filter((start) => start !== undefined && start <= from) as number[]
  const base = Math.max(...below)
  const short = starts.indexOf(base)
  if (short < 0 || end <= base) return undefined
  const next = Math.min(...starts.filter((start) => start !== undefined && start > base).map(Number))
  const size = base + rounded(end - base) <= next ? rounded(end - base) : end - base
  if (base + size > next || (long === 1 && size >= 2 ** 32)) return undefined
  const cells = propCells(bus, "ranges") ?? []
  const step = cells.length / windows.length
  const at = short * step + step - long
  const written = long === 1 ? [size] : [Math.floor(size / 2 ** 32), size % 2 ** 32]
  return [...cells.slice(0, at), ...written, ...cells.slice(at + long)]
}

/** An address of the bus's children as the CPU sees it; undefined when some bus on the way has no window. */
function translate(bus: DtNode, address: readonly number[]): number | undefined {
  let at = address
  for (let node = bus; node.parent !== undefined; node = node.parent) {
    const windows = windowsOf(node)
    if (windows === undefined) return undefined
    if (windows.length === 0) {
      if (hasProp(node, "ranges") && addressCells(node) === addressCells(node.parent)) continue
      return undefined
    }
    const hit = windows
      .map((window) => ({ window, offset: offsetIn(at, window.child) }))
      .find(({ window, offset }) => offset !== undefined && offset >= 0 && offset < window.size)
    const outer = hit?.offset === undefined ? undefined : plus(hit.window.parent, hit.offset)
    if (outer === undefined) return undefined
    at = outer
  }
  return at.length === 3 ? undefined : cellsToNumber(at)
}

/**
 * The entries of `reg` in the CPU's address space, in their order; an entry with no address there (an I2C
 * device, a CPU, PCI configuration space) is undefined, so that indices stay those of `reg-names`.
 */
export function regEntries(node: DtNode): ReadonlyArray<AddressRange | undefined> {
  const known = ENTRIES.get(node) ?? translateReg(node)
  ENTRIES.set(node, known)
  return known
}

/** Nodes never change, and the same ones are asked for again and again. */
const ENTRIES = new WeakMap<DtNode, ReadonlyArray<AddressRange | undefined>>()

function translateReg(node: DtNode): ReadonlyArray<AddressRange | undefined> {
  const { parent } = node
  if (parent === undefined) return []
  return splitReg(node, "reg").map(({ address, size: sizes }) => {
    const size = sizes.length === 0 ? undefined : cellsToNumber(sizes)
    const start = size === undefined ? undefined : translate(parent, address)
    return start === undefined || size === undefined ? undefined : { address: start, size }
  })
}

/** The entries of `reg` that the CPU can address, in their order. */
export function regRanges(node: DtNode): readonly AddressRange[] {
  return regEntries(node).filter((entry) => entry !== undefined)
}

/** The first cells of `reg` as a plain number, untranslated: a CPU's affinity, a bus address. */
export function unitNumber(node: DtNode): number | undefined {
  const { parent } = node
  const cells = propCells(node, "reg")
  return parent === undefined || cells === undefined
    ? undefined
    : cellsToNumber(cells.slice(0, addressCells(parent)))
}

/** The RAM of the tree: `reg` of every enabled node with `device_type = "memory"`, in document order. */
export function memoryRanges(tree: DeviceTree): readonly AddressRange[] {
  return [...walk(tree.root)]
    .filter((node) => isMemory(node) && disabledBy(node) === undefined)
    .flatMap(regRanges)
    .filter(({ size }) => size > 0)
}

function isMemory(node: DtNode): boolean {
  return propString(node, "device_type") === "memory"
}

/** Who owns an address. */
export interface AddressOwner {
  readonly node: DtNode
  /** The region that contains the address: an entry of `reg`, or the bus's window. */
  readonly range: AddressRange
  /** Index of the entry in `reg`, or -1 when the address only lies in the window of the bus `node`. */
  readonly index: number
  /** False when the node or an ancestor is disabled. */
  readonly enabled: boolean
}

function contains({ address, size }: AddressRange, at: number): boolean {
  return at >= address && at - address < size
}

function depth(node: DtNode): number {
  return node.parent === undefined ? 0 : 1 + depth(node.parent)
}

function* candidates(tree: DeviceTree): Generator<Omit<AddressOwner, "enabled">> {
  for (const node of walk(tree.root)) {
    for (const [index, range] of regEntries(node).entries())
      if (range !== undefined) yield { node, range, index }
    for (const { parent, size } of windowsOf(node) ?? []) {
      const address = node.parent === undefined ? undefined : translate(node.parent, parent)
      if (address !== undefined) yield { node, range: { address, size }, index: -1 }
    }
  }
}

/**
 * The node whose translated `reg` contains a physical address: the smallest region wins, then the deepest
 * node, then an enabled one; a bus's window counts only where no `reg` contains the address.
 */
export function ownerOfAddress(tree: DeviceTree, address: number): AddressOwner | undefined {
  const owners = [...candidates(tree)]
    .filter(({ range }) => contains(range, address))
    .map((owner) => ({ ...owner, enabled: disabledBy(owner.node) === undefined }))
  owners.sort(
    (a, b) =>
      Number(a.index < 0) - Number(b.index < 0) ||
      a.range.size - b.range.size ||
      depth(b.node) - depth(a.node) ||
      Number(b.enabled) - Number(a.enabled),
  )
  return owners[0]
}
