// SPDX-License-Identifier: BSD-2-Clause
//
// GICC and GICV on a GICv2 (IHI 0048B, chapter 5): the virtual CPU interface is mapped where the guest's tree has the
// CPU interface, and nothing is mapped there that the guest cannot use.

import { addressCells, compatibleOf, type DtNode, findByPath, propCells, sizeCells } from "@vmm/devicetree"
import { type Diagnostic, type Edit, errorAt, type Place, warningAt } from "@vmm/diagnostic"

import { type Gic, nodeText } from "../../devices.ts"
import { giveRanges } from "../../edit/give.ts"
import { attributePlace, setAttribute } from "../../edit/system-edit.ts"
import { setInPlace, setTreeProperty } from "../../edit/tree-edit.ts"
import { type GuestMap, type GuestView, mapAt } from "../../guest-view.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { groupedHex, hex, PAGE } from "../../words.ts"
import { fix, propertyPlace, related } from "../rule.ts"

const WHY = "the guest acknowledges its interrupts there, and the hardware answers out of the list registers"

/** Known layouts: GICV and GICH as offsets from GICD (GIC-400 TRM 3.2, and others in use). */
const LAYOUTS = [
  { gicv: 0x40000, gich: 0x30000 },
  { gicv: 0x5000, gich: 0x3000 },
  { gicv: 0x50000, gich: 0x30000 },
]

/** A board whose tree does not tell of GICH and GICV. */
function noVirtualInterface(input: Agreement, view: GuestView, board: Gic): readonly Diagnostic[] {
  const { node, distributor, cpuInterface } = board
  const mapped =
    view.gic?.cpuInterface === undefined ? undefined : mapAt(view, view.gic.cpuInterface.base)?.phys
  const layout = LAYOUTS.find(({ gicv }) => distributor !== undefined && mapped === distributor.base + gicv)
  const wide = (node.properties.get("reg")?.value.length ?? 0) >= 32
  const cell = (value: number) => (wide ? `0x0 ${hex(value)}` : hex(value))
  const entries =
    layout === undefined || distributor === undefined || cpuInterface === undefined
      ? []
      : [
          distributor,
          cpuInterface,
          { base: distributor.base + layout.gich, size: PAGE * 2 },
          { base: distributor.base + layout.gicv, size: PAGE * 2 },
        ]
  const value = entries.map(({ base, size }) => `<${cell(base)} ${cell(size)}>`).join(", ")
  const edits = entries.length === 0 ? [] : setInPlace(input.sources, node, "reg", value)
  const fixes = fix("gic-reg", "add GICH and GICV to its reg", edits)
  const message =
    `the reg of the board's ${nodeText(node)} has no virtual CPU interface (GICV), so no ` +
    `guest can run on it`
  const remedy = "list GICD, GICC, GICH and GICV in its reg, in this order"
  return [
    errorAt(propertyPlace(node, "reg"), message, remedy, { code: "gic-without-virtual-interface", fixes }),
  ]
}

function giveGicv(input: Agreement, view: GuestView, gicc: number, gicv: number): readonly Edit[] {
  return giveRanges(input, view, [{ name: "gic_vcpu", ipa: gicc, phys: { base: gicv, size: PAGE } }])
}

function missing(input: Agreement, view: GuestView, gicc: number, gicv: number, place: Place): Diagnostic {
  const { system } = input.sources
  const elsewhere = view.maps.find(({ phys }) => phys === gicv)
  if (elsewhere !== undefined) {
    const vaddr = groupedHex(gicc)
    const message =
      `the virtual CPU interface '${elsewhere.region.name}' is mapped at ${hex(elsewhere.base)}, and the guest's ` +
      `tree has the CPU interface (GICC) at ${hex(gicc)}`
    const fixes = fix(
      "gicv-place",
      `write vaddr="${vaddr}"`,
      setAttribute(system, elsewhere.map.place, "vaddr", vaddr),
    )
    const at = attributePlace(system, elsewhere.map.place, "vaddr")
    const more = { code: "gic-cpu-interface-place", related: [related(place, "the guest's GICC")], fixes }
    return errorAt(at, message, `write vaddr="${vaddr}": ${WHY}`, more)
  }
  const region = input.system.memoryRegions.find(({ physAddr }) => physAddr === gicv)
  const message =
    `'${view.vm.name}' has no CPU interface: nothing is mapped at ${hex(gicc)}, where the ` +
    `guest's tree has GICC`
  const name = region === undefined ? "a memory region" : `'${region.name}'`
  const remedy = `map ${name} with GICV, at physical ${hex(gicv)}, there: ${WHY}`
  const fixes = fix("map-gicv", `map GICV at ${hex(gicc)}`, giveGicv(input, view, gicc, gicv))
  const others =
    region === undefined
      ? []
      : [related(region.place, `'${region.name}' is GICV, and no map gives it to the guest`)]
  const more = {
    code: "gic-cpu-interface-missing",
    related: [related(place, "the guest's GICC"), ...others],
    fixes,
  }
  return errorAt(view.vm.place, message, remedy, more)
}

function wrongFrame(
  input: Agreement,
  map: GuestMap,
  gicv: number,
  board: Gic,
  say: typeof errorAt = errorAt,
): Diagnostic {
  const { system } = input.sources
  const { phys = 0, region } = map
  const isGicc = board.cpuInterface !== undefined && phys === board.cpuInterface.base
  const what = isGicc ? "GICC, the CPU interface of the host itself" : "not GICV"
  const message = `'${region.name}', which the guest gets for its CPU interface, is at physical ${hex(phys)}: ${what}`
  const place = attributePlace(system, region.place, "phys_addr")
  const fixes = fix(
    "gicv-phys",
    `write phys_addr="${groupedHex(gicv)}"`,
    setAttribute(system, region.place, "phys_addr", groupedHex(gicv)),
  )
  const there = [
    related(propertyPlace(board.node, "reg"), `GICV is at ${hex(gicv)}`),
    related(map.map.place, "mapped here"),
  ]
  const remedy = `write phys_addr="${groupedHex(gicv)}", which is GICV, the virtual CPU interface`
  return say(place, message, remedy, { code: "gic-cpu-interface-physical", related: there, fixes })
}

/** With a GICv3 Linux does without GICC; what is mapped there should still be GICV. */
export function unusedInterface(
  input: Agreement,
  view: GuestView,
  gic: Gic,
  board: Gic,
): readonly Diagnostic[] {
  const [gicc, gicv] = [gic.cpuInterface?.base, board.virtualInterface?.base]
  const map = gicc === undefined ? undefined : mapAt(view, gicc)
  if (gicc === undefined || gicv === undefined) return []
  // Nobody has to map it here; who does means it for the place where the guest has GICC.
  if (map === undefined && view.maps.some(({ phys }) => phys === gicv)) {
    const { severity: _, ...found } = missing(input, view, gicc, gicv, propertyPlace(gic.node, "reg"))
    return [{ ...found, severity: "warning" }]
  }
  if (map?.phys === undefined) return []
  return map.phys + (gicc - map.base) === gicv ? [] : [wrongFrame(input, map, gicv, board, warningAt)]
}

/** Cells as entries of so many, each in brackets of its own. */
export function cellText(cells: readonly number[], entry: number): string {
  const entries = Array.from({ length: Math.ceil(cells.length / entry) }, (_, index) =>
    cells.slice(index * entry, (index + 1) * entry),
  )
  return entries.map((one) => `<${one.map(hex).join(" ")}>`).join(", ")
}

/** The guest's node of the same path gets what the board's has. */
export function asBoard(
  input: Agreement,
  { node }: Gic,
  ...names: readonly ("compatible" | "reg")[]
): readonly Edit[] {
  const guest = findByPath(input.guestTree, node.path)
  if (guest === undefined) return []
  const { parent } = node
  const entry = parent === undefined ? 1 : Math.max(addressCells(parent) + sizeCells(parent), 1)
  const text = {
    compatible: compatibleOf(node)
      .map((name) => JSON.stringify(name))
      .join(", "),
    reg: cellText(propCells(node, "reg") ?? [], entry),
  }
  const bytes = (one: DtNode, name: string) => String(one.properties.get(name)?.value)
  return names
    .filter((name) => bytes(node, name) !== bytes(guest, name))
    .flatMap((name) => setTreeProperty(input.sources, guest, name, text[name]))
}

export function cpuInterface(input: Agreement, view: GuestView, gic: Gic, board: Gic): readonly Diagnostic[] {
  const gicv = board.virtualInterface?.base
  if (gicv === undefined) return noVirtualInterface(input, view, board)
  const place = propertyPlace(gic.node, "reg")
  if (gic.cpuInterface === undefined) {
    const message = `the reg of the guest's ${nodeText(gic.node)} has no CPU interface (GICC)`
    const same = gic.node.path === board.node.path
    const fixes = fix("gic-of-board", "write the board's reg", same ? asBoard(input, board, "reg") : [])
    const there = [related(propertyPlace(board.node, "reg"), "the board's")]
    const more = { code: "gic-reg-short", related: there, fixes }
    return [errorAt(place, message, "list GICD and GICC in its reg", more)]
  }
  const gicc = gic.cpuInterface.base
  const map = mapAt(view, gicc)
  if (map === undefined) {
    // Machine code of one's own may do without interrupts; Linux may not.
    const meant = input.system.memoryRegions.some(({ physAddr }) => physAddr === gicv)
    return !isLinux(input) && !meant ? [] : [missing(input, view, gicc, gicv, place)]
  }
  const at = map.phys === undefined ? undefined : map.phys + (gicc - map.base)
  // GICV itself, at an address that only reaches over GICC.
  if (map.phys === gicv && at !== gicv) return [missing(input, view, gicc, gicv, place)]
  if (at !== undefined && at !== gicv) return [wrongFrame(input, map, gicv, board)]
  if (map.map.perms.read && map.map.perms.write) return []
  const { system } = input.sources
  const fixes = fix("gicv-perms", 'write perms="rw"', setAttribute(system, map.map.place, "perms", "rw"))
  const message = `the guest may not ${map.map.perms.read ? "write" : "read"} its CPU interface '${map.region.name}'`
  const perms = attributePlace(system, map.map.place, "perms")
  return [errorAt(perms, message, 'write perms="rw"', { code: "gic-cpu-interface-permissions", fixes })]
}
