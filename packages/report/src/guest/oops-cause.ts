// SPDX-License-Identifier: BSD-2-Clause
//
// What an oops of Linux is about: the initcall or probe that it happened in, the device that the driver was at, by the
// address or else by what the driver matches, and where the tree says something of that device that the board does not.

import {
  compatibleOf,
  type DeviceTree,
  type DtNode,
  findByPath,
  isEnabled,
  referenceTo,
  walk,
} from "@vmm/devicetree"
import type { Fix, Place } from "@vmm/diagnostic"

import type { DriverTable } from "../fault/drivers.ts"
import { ownerOf } from "../fault/owner.ts"
import { type ExampleFiles, NO_SYSTEM, type SystemFacts } from "../example.ts"
import { blacklistEdits, deviceFixes, givenDependents, overlayEdit } from "../fixes/fixes.ts"
import { hex } from "../hex.ts"
import { type Culprit, culpritOf, type Running, runningUnder } from "../symbols/backtrace.ts"
import { asBoard, changes, deletedDevices, placeOf } from "./as-board.ts"
import type { Oops } from "./oops.ts"

/** Where the access of an oops went, guest-physical; of a page that is not there, the nearest one before. */
export interface OopsReach {
  readonly ipa: number
  /** Bytes from there to the address, 0 for the address itself. */
  readonly beyond: number
}

export interface OopsContext {
  readonly tree: DeviceTree | undefined
  readonly board?: DeviceTree | undefined
  readonly example: ExampleFiles
  readonly drivers: DriverTable
  readonly system?: SystemFacts
  readonly vm: string
  readonly pd: string
}

/** What an oops comes of. */
export interface OopsCause {
  /** One clause. */
  readonly meaning: string
  readonly place?: Place
  readonly fixes: readonly Fix[]
}

const KINDS: Readonly<Record<Oops["kind"], string>> = {
  page: "used an address that has nothing behind it",
  external: "read or wrote what answered with an error",
  alignment: "used a register at an address that is no multiple of its size",
  other: "used a wrong address or state",
}

/** Nodes that the driver at work matches; those that an overlay made or changed before those that are the board's. */
function driversNode(culprit: Culprit, { tree, board }: OopsContext): DtNode | undefined {
  const names = culprit.driver?.compatible ?? []
  if (tree === undefined || names.length === 0) return undefined
  const all = [...walk(tree.root)].filter(
    (node) => isEnabled(node) && compatibleOf(node).some((name) => names.includes(name)),
  )
  return all.find((node) => changes(node, tree, board).length > 0) ?? (all.length === 1 ? all[0] : undefined)
}

const isAsBoard = (node: DtNode | undefined, { tree, board }: Pick<OopsContext, "tree" | "board">): boolean =>
  node !== undefined && tree !== undefined && changes(node, tree, board).length === 0

/**
 * A node of the board that an overlay makes something else, when the driver's own is as the board has it: a driver may
 * look for another device by its kind (of_find_compatible_node) and take it for granted.
 */
function renamed(node: DtNode | undefined, { tree, board }: OopsContext): DtNode | undefined {
  if (tree === undefined || board === undefined || !isAsBoard(node, { tree, board })) return undefined
  return [...walk(tree.root)].find(
    (other) =>
      isEnabled(other) &&
      findByPath(board, other.path) !== undefined &&
      changes(other, tree, board).includes("compatible"),
  )
}

/** Leaves out what oopses, or takes its device away. */
function waysOut(node: DtNode | undefined, culprit: Culprit, context: OopsContext, ipa: number | undefined) {
  const { tree, example, drivers: table, system = NO_SYSTEM, vm, pd } = context
  const address = ipa ?? Number.NaN
  const owner = tree === undefined || ipa === undefined ? undefined : ownerOf(tree, ipa)
  if (tree !== undefined && owner !== undefined && owner.node === node) {
    const request = { tree, owner, address, vm, pd, system, example, culprit, withoutProbe: false, table }
    return deviceFixes({ ...request, linux: true }).filter(({ id }) => id !== "passthrough")
  }
  const { initcall } = culprit
  // Without a device that others of the guest's need nothing is won.
  const needed = tree !== undefined && node !== undefined && givenDependents(tree, node, system).length > 0
  const off = node === undefined || needed ? [] : [disabled(node, example)]
  if (initcall === undefined || needed) return off
  const title = `leave the driver out: the guest's kernel does not run ${initcall}`
  return [...off, { id: "driver", title, edits: blacklistEdits(example, initcall), notes: [] }]
}

const disabled = (node: DtNode, example: ExampleFiles): Fix => ({
  id: "disable",
  title: `take ${node.name} out of the guest's device tree: the guest does not need the device`,
  edits: [overlayEdit(example, `${referenceTo(node)} {\n\tstatus = "disabled";\n};\n`)],
  notes: [],
})

function whoText({ entry, probe }: Running, { driver, seen }: Culprit, oops: Oops): string {
  const source = seen && driver !== undefined ? ` (${driver.source})` : ""
  const [inner] = oops.frames
  const names = [...new Set([probe, entry].filter((name) => name !== undefined))]
  if (names.length === 0) return inner === undefined ? "the guest's kernel" : `${inner} of the guest's kernel`
  return `${names.join(" of ")}${source}`
}

/** What an oops is about, as far as its stack and its address tell. */
export function oopsCause(oops: Oops, reach: OopsReach | undefined, context: OopsContext): OopsCause {
  const { tree, drivers } = context
  const running = runningUnder(oops.frames)
  const found = tree === undefined || reach === undefined ? undefined : ownerOf(tree, reach.ipa)
  const owner = found?.facts.kind === "device" ? found : undefined
  const culprit = culpritOf(running, owner?.facts.compatible ?? [], drivers)
  const node = owner?.node ?? driversNode(culprit, context)
  const at = reach === undefined ? undefined : hex(reach.ipa + reach.beyond)
  const what =
    owner === undefined || reach === undefined
      ? (node?.name ?? at)
      : reach.beyond > 0
        ? `${owner.node.name}, ${hex(reach.beyond)} behind the last page that its reg gives`
        : `${owner.node.name} at ${at}`
  const meaning = `${whoText(running, culprit, oops)} ${KINDS[oops.kind]}${what === undefined ? "" : `: ${what}`}`
  const ways = waysOut(node, culprit, context, owner === undefined ? undefined : reach?.ipa)
  const other = renamed(node, context)
  const [deleted] = other === undefined && isAsBoard(node, context) ? deletedDevices(context) : []
  if (deleted !== undefined) {
    const also = `${meaning}; an overlay deletes ${deleted.node.name}`
    return { meaning: also, place: deleted.place, fixes: [deleted.fix, ...ways] }
  }
  const said = other ?? node
  const mends = said === undefined ? [] : asBoard(said, context)
  const fixes = [...mends, ...ways]
  const kind = other === undefined ? undefined : (compatibleOf(other)[0] ?? "nothing")
  const also = other === undefined ? "" : `; the overlay has ${other.name} compatible with ${kind}`
  const place = said === undefined ? {} : { place: placeOf(said, context) }
  return { meaning: `${meaning}${also}`, fixes, ...place }
}
