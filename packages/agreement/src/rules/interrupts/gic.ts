// SPDX-License-Identifier: BSD-2-Clause
//
// The guest's interrupt controller. On a GICv2 (IHI 0048B, chapter 5) the guest finds GICV, the virtual CPU interface,
// where its tree has GICC; a GICv3 (IHI 0069) has system registers for that. Distributor and redistributors are never
// mapped: the VMM answers.

import { addressCells, disabledBy, propCells, propU32, sizeCells } from "@vmm/devicetree"
import { type Diagnostic, errorAt } from "@vmm/diagnostic"

import { type Gic, gicOf, nodeText, rangesOf } from "../../devices.ts"
import { removeElement } from "../../edit/system-edit.ts"
import { addInPlace, enableNode, setInPlace, setTreeProperty } from "../../edit/tree-edit.ts"
import { type GuestView, mapAt } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { endOf, hex, overlaps } from "../../words.ts"
import { asBoard, cellText, cpuInterface, unusedInterface } from "./gic-cpu-interface.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

function noGic(input: Agreement, view: GuestView): readonly Diagnostic[] {
  const off = gicOf(input.guestTree, true)
  const message = `the guest of virtual machine '${view.vm.name}' has no interrupt controller`
  if (off === undefined) {
    const remedy = "give its tree a node compatible with arm,gic-400, arm,cortex-a15-gic or arm,gic-v3"
    return [errorAt(view.vm.place, message, remedy, { code: "gic-missing" })]
  }
  const by = disabledBy(off.node) ?? off.node
  const fixes = fix("enable-gic", `enable ${nodeText(by)}`, enableNode(input.sources, off.node))
  const there = [related(view.vm.place, "this machine's guest")]
  return [
    errorAt(
      propertyPlace(by, "status"),
      `${message}: ${nodeText(off.node)} is disabled${by === off.node ? "" : `, by ${nodeText(by)} above it`}`,
      "enable the node",
      {
        code: "gic-disabled",
        related: there,
        fixes,
      },
    ),
  ]
}

/** What the VMM answers must not be mapped; GICV is told where it belongs instead. */
function given(input: Agreement, view: GuestView): readonly Diagnostic[] {
  const gicv = view.gic?.version === 2 ? gicOf(input.hardware)?.virtualInterface?.base : undefined
  const gicc = view.gic?.cpuInterface
  const misplaced = gicc !== undefined && mapAt(view, gicc.base) === undefined ? gicv : undefined
  return view.maps.flatMap((map) => {
    const index = view.emulated.findIndex((range) => overlaps(map, range))
    if (index < 0 || (map.phys !== undefined && map.phys === misplaced)) return []
    const what = index === 0 ? "distributor" : "redistributors"
    const message = `'${map.region.name}' is mapped over the ${what} of the guest's interrupt controller`
    const edits = removeElement(input.sources.system, map.map.place)
    const fixes = fix("unmap-gic", `do not map '${map.region.name}' in '${view.vm.name}'`, edits)
    const remedy = `remove the map: '${view.domain.name}' answers accesses to the ${what}, and needs them to fault`
    const node = view.gic?.node
    const there =
      node === undefined ? [] : [related(propertyPlace(node, "reg"), "the guest's interrupt controller")]
    return [
      errorAt(map.map.place, message, remedy, { code: "gic-distributor-mapped", related: there, fixes }),
    ]
  })
}

/** A redistributor takes two frames of 64 KiB (IHI 0069, 12.8). */
const GICR_SIZE = 0x2_0000

/** A compatible of the one version, and a reg of the other. */
function wrongVersion(input: Agreement, { node, version }: Gic): readonly Diagnostic[] {
  const ranges = rangesOf(node)
  const second = ranges[1]?.size ?? 0
  const five = ranges.length === 5 && (ranges[4]?.size ?? 0) < GICR_SIZE && second > GICR_SIZE
  const [is, meant] =
    version === 3 && second > 0 && second < GICR_SIZE && ranges.length === 4
      ? ["a GICv2's: GICD, GICC, GICH and GICV", "arm,gic-400"]
      : version === 2 && five
        ? ["a GICv3's: GICD, GICR, GICC, GICH and GICV", "arm,gic-v3"]
        : []
  if (is === undefined || meant === undefined) return []
  const message = `${nodeText(node)} says that it is a GICv${version}, and its reg is ${is}`
  const edits = setInPlace(input.sources, node, "compatible", `"${meant}"`)
  const fixes = fix("gic-compatible", `write compatible = "${meant}"`, edits)
  const more = { code: "gic-version-reg", fixes, related: [related(propertyPlace(node, "reg"), "its reg")] }
  return [errorAt(propertyPlace(node, "compatible"), message, `write compatible = "${meant}";`, more)]
}

/** Specifiers of a GIC have three cells; those of a GICv3 may have a fourth (arm,gic-v3.yaml). */
function wrongCells(input: Agreement, { node, version }: Gic): readonly Diagnostic[] {
  const cells = propU32(node, "#interrupt-cells")
  if (cells === undefined || cells === 3 || (version === 3 && cells === 4)) return []
  const message = `#interrupt-cells of ${nodeText(node)} is ${cells}, and a GIC's interrupts have 3 cells`
  const edits = addInPlace(input.sources, node, "#interrupt-cells", "<3>")
  const fixes = fix("gic-cells", "write #interrupt-cells = <3>", edits)
  const remedy = "write #interrupt-cells = <3>; in it: <kind number flags>"
  return [errorAt(propertyPlace(node, "#interrupt-cells"), message, remedy, { code: "gic-cells", fixes })]
}

/** As many parts of redistributors as the node says, where the reg has others (arm,gic-v3.yaml). */
function wrongRegions(input: Agreement, { node, version }: Gic): readonly Diagnostic[] {
  const said = propU32(node, "#redistributor-regions")
  if (version !== 3 || said === undefined) return []
  const after = rangesOf(node).slice(1)
  const small = after.findIndex(({ size }) => size < GICR_SIZE)
  const has = small < 0 ? after.length : small
  if (has === said || (small < 0 && has >= said) || has === 0) return []
  const message =
    `#redistributor-regions of ${nodeText(node)} is ${said}, and its reg has ${has} as large as a redistributor, ` +
    `${hex(GICR_SIZE)}, behind the distributor`
  const edits = setInPlace(input.sources, node, "#redistributor-regions", `<${has}>`)
  const fixes = fix("gic-regions", `write #redistributor-regions = <${has}>`, edits)
  const place = propertyPlace(node, "#redistributor-regions")
  const more = {
    code: "gic-redistributor-regions",
    related: [related(propertyPlace(node, "reg"), "its reg")],
    fixes,
  }
  return [errorAt(place, message, `write #redistributor-regions = <${has}>;`, more)]
}

export const gicRule: Rule = (input, view) => {
  const { gic } = view
  if (gic === undefined) return noGic(input, view)
  const shape = [...wrongVersion(input, gic), ...wrongCells(input, gic), ...wrongRegions(input, gic)]
  return [...shape, ...interfaces(input, view, gic)]
}

function interfaces(input: Agreement, view: GuestView, gic: Gic): readonly Diagnostic[] {
  const board = gicOf(input.hardware)
  if (board === undefined) return given(input, view)
  if (board.version !== gic.version) {
    const message =
      `the guest's ${nodeText(gic.node)} is a GICv${gic.version}, and the board has a ` +
      `GICv${board.version}`
    const remedy = `let the guest's tree have the board's, ${nodeText(board.node)}`
    const there = [related(board.node.place, "the board's interrupt controller")]
    const same = gic.node.path === board.node.path
    const edits = same ? asBoard(input, board, "compatible", "reg") : []
    const fixes = fix("gic-of-board", `let ${gic.node.path} be as the board has it`, edits)
    const more = { code: "gic-version", related: there, fixes }
    return [errorAt(propertyPlace(gic.node, "compatible"), message, remedy, more)]
  }
  const frames =
    gic.version === 2
      ? cpuInterface(input, view, gic, board)
      : [...redistributors(input, view, gic), ...unusedInterface(input, view, gic, board)]
  return [...given(input, view), ...frames]
}

/** A frame for each vCPU (IHI 0069, 12.8). */
function redistributors(input: Agreement, view: GuestView, gic: Gic): readonly Diagnostic[] {
  const last = view.emulated.at(-1)
  const room = gic.redistributors
  if (last === undefined || room === undefined || endOf(last) <= endOf(room)) return []
  const message =
    `the guest's ${nodeText(gic.node)} has room for ` +
    `${Math.floor(room.size / 0x20000)} redistributors, and '${view.vm.name}' has ${view.vm.vcpus.length} vCPUs`
  const remedy = `give the second reg entry a size of ${hex(last.size)} in an overlay`
  const { parent } = gic.node
  const own = propCells(gic.node, "reg") ?? []
  const entry = parent === undefined ? 0 : addressCells(parent) + sizeCells(parent)
  // The size's last cell is the lower half.
  const cells = own.map((cell, index) => (index === 2 * entry - 1 ? last.size : cell))
  const edits =
    entry === 0 || own.length < 2 * entry
      ? []
      : setTreeProperty(input.sources, gic.node, "reg", cellText(cells, entry))
  const fixes = fix("gic-redistributors", `give them ${hex(last.size)} bytes`, edits)
  const more = { code: "gic-redistributors-short", fixes }
  return [errorAt(propertyPlace(gic.node, "reg"), message, remedy, more)]
}
