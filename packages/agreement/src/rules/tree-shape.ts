// SPDX-License-Identifier: BSD-2-Clause
//
// Device trees that compile and do not mean what they say: a node of an overlay that meets no node of the board, cells
// that do not add up, a status that there is none of. Devicetree Specification v0.4, 2.3 and 3.5; what Linux makes of
// it: drivers/of/base.c and drivers/of/of_reserved_mem.c.

import {
  addressCells,
  compatibleOf,
  type DtNode,
  findByPath,
  isEnabled,
  propCells,
  propString,
  propU32,
  sizeCells,
  walk,
  referenceTo,
} from "@vmm/devicetree"
import { type Diagnostic, type Edit, errorAt, nearest, warningAt } from "@vmm/diagnostic"

import { exactNode } from "../devices.ts"
import { offsetOf, removeRange, replaceRange } from "../edit/text.ts"
import { addInPlace, nodeBlock, setInPlace, setTreeProperty } from "../edit/tree-edit.ts"
import { type Agreement, isLinux } from "../input.ts"
import { countText, hex } from "../words.ts"
import { fragments, isFragment } from "./fragments.ts"
import { cellsMissing, meantCells } from "./cells-missing.ts"
import { propertyTwice } from "./property-twice.ts"
import { fix, propertyPlace, related, type TreeRule } from "./rule.ts"

const unitOf = (name: string): string | undefined => name.split("@")[1]
const plain = ({ properties }: DtNode): boolean =>
  [...properties.keys()].every((name) => name === "status" || name === "phandle")

/** Nodes that are no devices, and may be new. */
const OWN = /^(chosen|aliases|cpus|memory(@.*)?|reserved-memory|options)$/

/** A node of the board that a new node of an overlay was meant to be. */
function meantBy(input: Agreement, node: DtNode): DtNode | undefined {
  const board = [...walk(input.hardware.root)]
  const siblings = findByPath(input.hardware, node.parent?.path ?? "/")?.children ?? []
  const unit = unitOf(node.name)
  const free = siblings.filter(({ path }) => exactNode(input.guestTree, path) !== undefined)
  const bare = unit === undefined ? free.filter(({ name }) => name.split("@")[0] === node.name) : []
  if (bare.length === 1) return bare[0]
  const sameUnit = unit === undefined ? undefined : free.find(({ name }) => unitOf(name) === unit)
  if (sameUnit !== undefined) return sameUnit
  const elsewhere = unit === undefined ? [] : board.filter(({ name }) => name === node.name)
  if (elsewhere.length === 1) return elsewhere[0]
  if (!plain(node)) return undefined
  const near = (all: readonly DtNode[]) => {
    const name = nearest(
      node.name,
      all.map((one) => one.name),
    )
    return all.find((one) => one.name === name)
  }
  return near(free) ?? (unit === undefined ? undefined : near(board.filter(({ name }) => name.includes("@"))))
}

/** A new node around nodes that the board has in another one: `soc` for `soc@0`, a bus with a digit wrong. */
const strayBus: TreeRule = (input, nodes) => {
  const files = new Set(input.sources.overlays.map(({ file }) => file))
  return nodes.flatMap((node) => {
    const parent = node.parent?.path
    if (parent === undefined || !files.has(node.place.file) || OWN.test(node.name)) return []
    if (node.children.length === 0 || node.properties.has("compatible") || node.properties.has("reg"))
      return []
    const held = new Set(node.children.map(({ name }) => name))
    // A path finds a node without its unit address too, and names here are to be the same.
    const siblings = findByPath(input.hardware, parent)?.children ?? []
    if (siblings.some(({ name }) => name === node.name) || isFragment(node)) return []
    const [meant, another] = siblings.filter((one) => one.children.some(({ name }) => held.has(name)))
    if (meant === undefined || another !== undefined) return []
    const message =
      `the overlay makes a new node ${node.path}, and leaves all of ${meant.path}, which has ` +
      `'${meant.children.find(({ name }) => held.has(name))?.name}' on the board, as it is`
    const fixes = fix("node-name", `write '${meant.name}'`, moved(input, node, meant))
    const more = { code: "overlay-bus-new", related: [related(meant.place, "the board's node")], fixes }
    return [warningAt(node.place, message, `write ${meant.name}`, more)]
  })
}

/** A new node with little in it that carries the name of another: the one that was meant stays as it is. */
const stray: TreeRule = (input, nodes) => {
  const files = new Set(input.sources.overlays.map(({ file }) => file))
  return nodes.flatMap((node) => {
    const parent = node.parent?.path
    if (parent === undefined || !files.has(node.place.file) || OWN.test(node.name)) return []
    if (node.properties.has("compatible") || node.properties.size === 0) return []
    if (isFragment(node) || (node.parent !== undefined && isFragment(node.parent))) return []
    if (exactNode(input.hardware, node.path) !== undefined || parent === "/reserved-memory") return []
    const meant = meantBy(input, node)
    if (meant === undefined) return []
    const message = `the overlay makes a new node ${node.path}, and leaves ${meant.path} of the board as it is`
    const fixes = fix("node-name", `write '${meant.name}'`, moved(input, node, meant))
    const remedy =
      meant.parent?.path === parent
        ? `write ${meant.name}`
        : `write ${referenceTo(meant)} { ... }; or put it where the board has it`
    const there = [related(meant.place, "the board's node")]
    return [warningAt(node.place, message, remedy, { code: "overlay-node-new", related: there, fixes })]
  })
}

/** The name in place; a node elsewhere that sets a status alone moves into a block of its own. */
function moved(input: Agreement, node: DtNode, meant: DtNode): readonly Edit[] {
  const source = input.sources.overlays.find(({ file }) => file === node.place.file)
  const from = source === undefined ? undefined : offsetOf(source.text, node.place)
  if (source === undefined || from === undefined) return []
  const at = source.text.indexOf(node.name, from)
  if (at < 0 || at > from + LABELS) return []
  if (meant.parent?.path === node.parent?.path) {
    return [replaceRange(source, at, at + node.name.length, meant.name)]
  }
  const status = propString(node, "status")
  const body = /^[^{};]*\{\s*status\s*=\s*"[^"]*"\s*;\s*\}\s*;/.exec(source.text.slice(at))
  if (status === undefined || !plain(node) || body === null) return []
  const text = nodeBlock(input.sources, meant, [`status = "${status}";`])
  const gone = removeRange(source, from, at + body[0].length)
  return [gone, { kind: "append", file: source.editName, text }]
}

/** Characters that labels before a node's name take at most. */
const LABELS = 80

const STATUS = ["okay", "ok", "disabled", "reserved", "fail"]
const ON = /^(ok.*|on|yes|true|1|enabled?)$/i

/** Linux takes anything but "okay" and "ok" for disabled. */
const status: TreeRule = (input, nodes) =>
  nodes.flatMap((node) => {
    const said = propString(node, "status")
    if (said === undefined || STATUS.includes(said) || said.startsWith("fail-")) return []
    const meant = ON.test(said) ? "okay" : (nearest(said, ["okay", "disabled"]) ?? "disabled")
    const message = `status = "${said}" of '${node.name}' is none that there is: a guest takes the node for disabled`
    const fixes = fix(
      "status",
      `write status = "${meant}"`,
      setTreeProperty(input.sources, node, "status", `"${meant}"`),
    )
    const remedy = `write "${meant}"; a status is "okay" or "disabled"`
    return [warningAt(propertyPlace(node, "status"), message, remedy, { code: "status-unknown", fixes })]
  })

/** Cells with zeros for upper halves, where the writer had one cell for each number. */
function widened(cells: readonly number[], address: number, size: number): readonly number[] | undefined {
  const numbers = size === 0 ? 1 : 2
  if (cells.length === 0 || cells.length % numbers > 0 || (numbers === 2 && cells[0] === 0)) return undefined
  return cells.flatMap((cell, index) => {
    const wide = index % numbers === 0 ? address : size
    return [...Array.from({ length: wide - 1 }, () => 0), cell]
  })
}

/** `reg` is entries of the parent's #address-cells and #size-cells. */
const regCells: TreeRule = (input, nodes) =>
  nodes.flatMap((node) => {
    const reg = node.properties.get("reg")
    const { parent } = node
    if (reg === undefined || parent === undefined || !isEnabled(node) || reg.value.length % 4 !== 0) return []
    if (meantCells(parent) !== undefined) return []
    const [address, size] = [addressCells(parent), sizeCells(parent)]
    const entry = address + size
    const own = propCells(node, "reg") ?? []
    const has = own.length
    if (has > 0 && entry > 0 && has % entry === 0) return []
    const places = ["#address-cells", "#size-cells"].flatMap((name) => {
      const found = parent.properties.get(name)
      return found === undefined ? [] : [related(found.place, `${name} of ${parent.path}`)]
    })
    const message =
      `reg of ${node.path} has ${countText(has, "cell")}, and ${parent.path} wants ${entry} for each entry ` +
      `(#address-cells ${address}, #size-cells ${size})`
    const remedy = "write address and size with as many cells as the parent says, or correct the parent"
    const value = entry === 0 ? undefined : widened(own, address, size)
    const text = value === undefined ? "" : `<${value.map(hex).join(" ")}>`
    const edits = value === undefined ? [] : setTreeProperty(input.sources, node, "reg", text)
    const fixes = fix("reg-cells", `write reg = ${text}`, edits)
    const device = propString(node, "device_type")
    const say = device === "memory" || device === "cpu" ? errorAt : warningAt
    return [say(reg.place, message, remedy, { code: "reg-cells", related: places, fixes })]
  })

/** A string, or bytes, where numbers of 32 bits belong. */
const regString: TreeRule = (input, nodes) =>
  nodes.flatMap((node) => {
    const reg = node.properties.get("reg")
    if (reg === undefined || reg.value.length % 4 === 0 || !isEnabled(node)) return []
    const text = propString(node, "reg")
    const string = text !== undefined && /^[\x20-\x7e]+$/.test(text)
    const what = string ? `the string "${text}"` : countText(reg.value.length, "byte")
    const message = `reg of '${node.name}' is ${what}, and an address is made of cells: the device has no registers`
    const remedy =
      "write numbers in angle brackets, as many as the parent's #address-cells and #size-cells say"
    const numbers = string ? text.split(/[\s,]+/).map(Number) : []
    const whole = numbers.length === 2 && numbers.every((one) => Number.isSafeInteger(one) && one < 2 ** 32)
    const { parent } = node
    const cells =
      whole && parent !== undefined ? widened(numbers, addressCells(parent), sizeCells(parent)) : undefined
    const value = `<${(cells ?? []).map(hex).join(" ")}>`
    const edits = cells === undefined ? [] : setInPlace(input.sources, node, "reg", value)
    const fixes = fix("reg-cells", `write reg = ${value}`, edits)
    return [errorAt(reg.place, message, remedy, { code: "reg-no-cells", fixes })]
  })

/** Linux ignores reserved memory whose cells are not the root's, or that has no `ranges`. */
const reservedCells: TreeRule = (input) => {
  const node = findByPath(input.guestTree, "/reserved-memory")
  const { root } = input.guestTree
  if (node === undefined || !isEnabled(node)) return []
  const wanted = [
    ["#address-cells", addressCells(root)],
    ["#size-cells", sizeCells(root)],
  ] as const
  const odd = wanted.filter(([name, cells]) => propU32(node, name) !== cells)
  const place = propertyPlace(node, odd[0]?.[0] ?? "ranges")
  const more = "a guest ignores all of it, and uses the memory"
  const edits = odd.flatMap(([name, cells]) => setTreeProperty(input.sources, node, name, `<${cells}>`))
  if (odd.length > 0) {
    const text = wanted.map(([name, cells]) => `${name} = <${cells}>`).join(", ")
    const entry = wanted[0][1] + wanted[1][1]
    const fits = node.children.every(
      (child) => (child.properties.get("reg")?.value.length ?? 0) % (4 * entry) === 0,
    )
    const fixes = fix("reserved-cells", `write ${text}`, fits ? edits : [])
    const message = `${odd.map(([name]) => name).join(" and ")} of /reserved-memory differ from the root's: ${more}`
    return [warningAt(place, message, `write ${text}`, { code: "reserved-cells", fixes })]
  }
  if (node.properties.has("ranges")) return []
  const fixes = fix("reserved-ranges", "write ranges;", [
    {
      kind: "append",
      file: input.sources.overlays.at(-1)?.editName ?? "guest-overlay.dts",
      text: nodeBlock(input.sources, node, ["ranges;"]),
    },
  ])
  const message = `/reserved-memory has no ranges: ${more}`
  return [warningAt(node.place, message, "write ranges; in it", { code: "reserved-cells", fixes })]
}

/** A bus that does not say where it lies: the addresses of its children lead nowhere (specification, 2.3.8 and 4.5). */
const noRanges: TreeRule = (input, nodes) =>
  nodes.flatMap((node) => {
    const { parent } = node
    if (parent === undefined || node.properties.has("ranges") || !isEnabled(node)) return []
    if (!compatibleOf(node).some((name) => name === "simple-bus" || name === "simple-pm-bus")) return []
    const inside = node.children.filter((child) => isEnabled(child) && child.properties.has("reg"))
    if (inside.length === 0 || sizeCells(node) === 0) return []
    const same = addressCells(node) === addressCells(parent)
    const fixes = fix(
      "bus-ranges",
      "write ranges;",
      same ? addInPlace(input.sources, node, "ranges", "") : [],
    )
    const message =
      `'${node.name}' has no ranges: the addresses of ${countText(inside.length, "device")} on this bus lead ` +
      "nowhere, and a guest finds none of their registers"
    const remedy = same
      ? "write ranges; in it, or what addresses of the bus are elsewhere above it"
      : "write ranges = <address on the bus, address above it, size>; in it"
    return [errorAt(node.place, message, remedy, { code: "bus-without-ranges", fixes })]
  })

/** What Linux makes devices below of (drivers/of/platform.c: of_default_bus_match_table). */
const POPULATED = ["simple-bus", "simple-pm-bus", "simple-mfd", "isa", "arm,amba-bus"]
const BUS_WORD = /(^|[-,])(soc|[a-z]*bus|aips|apb|ahb|axi|amba|fabric|peripherals)([-@]|\d*$)/

/** A bus that no driver takes: nobody makes devices of its children. */
const noBus: TreeRule = (input, nodes) => {
  const { kernel } = input.images
  if (!isLinux(input)) return []
  return nodes.flatMap((node) => {
    const names = compatibleOf(node)
    if (node.parent === undefined || !node.properties.has("ranges") || !isEnabled(node)) return []
    if (names.some((name) => POPULATED.includes(name)) || node.name.startsWith("reserved-memory")) return []
    const inside = node.children.filter(
      (child) => isEnabled(child) && child.properties.has("reg") && compatibleOf(child).length > 0,
    )
    const looks = [node.name, ...names].some((name) => BUS_WORD.test(name))
    if (inside.length === 0 || (names.length > 0 && !looks)) return []
    // Drivers of buses do the same for their own.
    if (names.length > 0 && (kernel?.linux !== true || kernel.drivers(names).size > 0)) return []
    const value = [...names, "simple-bus"].map((name) => JSON.stringify(name)).join(", ")
    const fixes = fix(
      "bus",
      `write compatible = ${value}`,
      addInPlace(input.sources, node, "compatible", value),
    )
    const message =
      `'${node.name}' is not compatible with "simple-bus": Linux makes no devices of the ` +
      `${countText(inside.length, "node")} on this bus, '${inside[0]?.name}' first`
    const place = propertyPlace(node, "compatible")
    return [errorAt(place, message, `write compatible = ${value};`, { code: "bus-not-simple", fixes })]
  })
}

/** What is wrong with the guest's tree by itself. */
export function treeShape(input: Agreement): readonly Diagnostic[] {
  const nodes = [...walk(input.guestTree.root)]
  return [
    strayBus,
    stray,
    fragments,
    propertyTwice,
    cellsMissing,
    status,
    regCells,
    regString,
    reservedCells,
    noRanges,
    noBus,
  ].flatMap((rule) => rule(input, nodes))
}
