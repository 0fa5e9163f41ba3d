// SPDX-License-Identifier: BSD-2-Clause
//
// Device trees that compile and do not mean what they say: cells that do not add up, a status that there is none of, a
// bus that Linux makes no devices of. Devicetree Specification v0.4, 2.3 and 3.5; what Linux makes of it:
// drivers/of/base.c and drivers/of/of_reserved_mem.c.

import {
  addressCells,
  compatibleOf,
  findByPath,
  isEnabled,
  propCells,
  propString,
  propU32,
  sizeCells,
  walk,
} from "@vmm/devicetree"
import { type Diagnostic, errorAt, nearest, warningAt } from "@vmm/diagnostic"

import { addInPlace, nodeBlock, setInPlace, setTreeProperty } from "../../edit/tree-edit.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { countText, hex } from "../../words.ts"
import { cellsMissing, meantCells } from "./cells-missing.ts"
import { fragments } from "./fragments.ts"
import { propertyTwice } from "./property-twice.ts"
import { fix, propertyPlace, related, type TreeRule } from "../rule.ts"
import { stray, strayBus } from "./stray-nodes.ts"

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
