// SPDX-License-Identifier: BSD-2-Clause
//
// Everything that can be said about a folder without fetching a guest: trees compiled, system checked, regions
// placed, virtual machines planned. All mistakes of all files come at once; a rule runs as soon as what it
// needs is there.

import { join } from "node:path"

import {
  type Agreement,
  boardWithoutRam,
  disagreements,
  surroundingsOf,
  withoutConsequences,
} from "@vmm/agreement"
import { compatibleOf, compileBoth, type DeviceTree, findWhere, stoppingBus } from "@vmm/devicetree"
import { guestAtHand, type GuestAtHand, type GuestConfig, type Range, treeWishes } from "@vmm/guest-boot"
import { CPU_NAMES, cpuModel } from "@vmm/kernel/models"
import { type BoardDescription, fromDeviceTree } from "@vmm/machine"
import { parseSystem, type Placement, placeRegions, type System } from "@vmm/system"
import { type Either, left, right } from "fp-ts/lib/Either.js"

import { type Diagnostic, errorAt, nearest, type Place, replaceAt } from "@vmm/diagnostic"
import { inOrder } from "../diagnostic.ts"
import { agreementOf, imagesAtHand, sourcesOf } from "./agreement.ts"
import { kernelMemory } from "./board-rules.ts"
import type { FileReader } from "./files.ts"
import type { Folder, SourceText } from "./folder.ts"
import { writeGuest } from "./guest-hints.ts"
import { programImages } from "./program-images.ts"
import { programSlips } from "./program-slips.ts"
import { choosePrograms, type Program } from "./programs.ts"
import { GICS, guestRam, planVm, ramRanges, tooManyVcpus, type VmPlan } from "./vm-config.ts"

/** A virtual machine that can be booted once its guest's files are there. */
export interface PlannedVm {
  readonly plan: VmPlan
  /** Index of its protection domain. */
  readonly domain: number
  /** Guest RAM, the boot range first. */
  readonly ram: readonly Range[]
}

export interface Analysis {
  readonly system: System
  /** The board's tree. */
  readonly hardware: DeviceTree
  /** The guest's: the board's with overlays. */
  readonly guestTree: DeviceTree
  readonly board: BoardDescription
  readonly guest: GuestConfig | undefined
  readonly placements: readonly Placement[]
  readonly kernelMemory: Range
  /** In the order of the protection domains. */
  readonly programs: readonly Program[]
  readonly vms: readonly PlannedVm[]
  /** What does not keep a system from being built: warnings, and errors of what does not agree. */
  readonly findings: readonly Diagnostic[]
  readonly notes: readonly string[]
  /** Files of the guest that were not looked into to their end. */
  readonly unseen: Unseen
}

type Unseen = NonNullable<GuestAtHand["unseen"]>

/** More cores than any board has: what is assumed while the board's tree cannot be read. */
const MANY_CPUS = 1024

/** Gathers what is found; a value comes through only without errors. */
class Findings {
  readonly all: Diagnostic[] = []

  add(findings: readonly Diagnostic[]): void {
    this.all.push(...findings)
  }

  take<A>(answer: Either<readonly Diagnostic[], A>): A | undefined {
    if (answer._tag === "Right") return answer.right
    this.add(answer.left)
    return undefined
  }

  get failed(): boolean {
    return this.all.some(({ severity }) => severity === "error")
  }
}

interface Trees {
  readonly hardware: DeviceTree | undefined
  readonly guestTree: DeviceTree | undefined
  readonly board: BoardDescription | undefined
}

function compileTrees(folder: Folder, files: FileReader, findings: Findings): Trees {
  const options = {
    include: (path: string, from: string) => files.include(path, from),
    incbin: (path: string, from: string) => files.incbin(path, from),
  }
  const { alone, all } = compileBoth(folder.base, folder.overlays, options)
  const hardware = findings.take(alone)
  const guestTree = all === alone ? hardware : findings.take(all)
  return { hardware, guestTree, board: hardware === undefined ? undefined : fromDeviceTree(hardware) }
}

interface Placed {
  /** Undefined when the regions do not fit: the rules say so. */
  readonly placements: readonly Placement[] | undefined
  readonly kernelMemory: Range
  readonly reserved: readonly Range[]
}

/** The nearest to an interrupt controller that the board has is told, a slip in its compatible with its fix. */
function noController(hardware: DeviceTree, sources: readonly SourceText[]): Diagnostic {
  const lost = findWhere(hardware, (node) => compatibleOf(node).some((name) => GICS.includes(name)))
  const stop = lost === undefined ? undefined : stoppingBus(lost)
  if (lost !== undefined && stop !== undefined) {
    const { bus, address } = stop
    const why =
      `the registers of '${lost.name}', the board's interrupt controller, are not found: the ranges of ` +
      `'${bus.name}' do not reach 0x${address.toString(16)}`
    const place = bus.properties.get("ranges")?.place ?? bus.place
    return errorAt(place, why, "correct the size in ranges: the last cell of its entry", {
      code: "bus-ranges-short",
      related: [{ ...(lost.properties.get("reg")?.place ?? lost.place), message: "its registers" }],
    })
  }
  const message = "the board has no interrupt controller that has a model"
  const remedy = `give it a node compatible with one of ${GICS.join(", ")}`
  const candidate = findWhere(
    hardware,
    (node) => node.properties.has("interrupt-controller") && /gic|intc|interrupt-controller/.test(node.name),
  )
  const written = candidate?.properties.get("compatible")
  if (candidate === undefined || written === undefined) {
    return errorAt(hardware.root.place, message, remedy, { code: "gic-missing" })
  }
  const own = compatibleOf(candidate)
  const meant = own.flatMap((name) => nearest(name, GICS) ?? [])[0]
  const what = `${message}: ${candidate.path} is compatible with ${own.map((name) => `"${name}"`).join(", ")}`
  if (meant === undefined) return errorAt(written.place, what, remedy, { code: "gic-missing" })
  const slip = own.find((name) => nearest(name, GICS) === meant) ?? ""
  const text = sources.find(({ file }) => file === written.place.file)?.text ?? ""
  const place = quotedBehind(text, written.place, slip)
  const title = `write "${meant}"`
  const edits = place === undefined ? [] : [replaceAt(place, JSON.stringify(meant))]
  const fixes = edits.length === 0 ? [] : [{ id: "write-value", title, edits, notes: [] }]
  return errorAt(written.place, what, `write compatible = "${meant}";`, { code: "gic-missing", fixes })
}

/** Where a string stands behind a property's name, on the same line. */
function quotedBehind(text: string, { file, line, column }: Place, value: string): Place | undefined {
  const quoted = JSON.stringify(value)
  const at = text.split("\n")[line - 1]?.indexOf(quoted, column) ?? -1
  return at < 0 ? undefined : { file, line, column: at + 1, endColumn: at + 1 + quoted.length }
}

/** A region with a phys_addr that takes all of the RAM: half of it, as a power of two, leaves room. */
function noRoom(system: System, board: BoardDescription): Diagnostic {
  const message = "no 16 MiB of the board's RAM are left for the kernel"
  const inBoard = system.memoryRegions.filter(
    ({ physAddr }) => physAddr !== undefined && inRam(board, physAddr),
  )
  const largest = inBoard.toSorted((a, b) => b.size - a.size)[0]
  const place = largest?.at["size"] ?? largest?.place
  if (largest === undefined || place === undefined) {
    const remedy = "reserve less of it in the board's tree, or give the board more RAM"
    return errorAt(system.place, message, remedy, { code: "kernel-without-room" })
  }
  const half = 2 ** Math.floor(Math.log2(largest.size / 2))
  const size = `0x${half.toString(16)}`
  const fits = half >= largest.pageSize && largest.at["size"] !== undefined
  const title = `write size="${size}"`
  const fixes = fits ? [{ id: "smaller-region", title, edits: [replaceAt(place, size)], notes: [] }] : []
  const what = `${message}: '${largest.name}' takes 0x${largest.size.toString(16)} bytes of it`
  const remedy = "make the region smaller, or give the board more RAM"
  return errorAt(place, what, remedy, { code: "kernel-without-room", fixes })
}

/** What regions are placed in. */
interface Board {
  readonly folder: Folder
  readonly system: System
  readonly hardware: DeviceTree
  readonly board: BoardDescription
}

function place({ folder, system, hardware, board }: Board, findings: Findings): Placed | undefined {
  const { reserved } = treeWishes(hardware)
  if (!board.devices.some(({ compatible }) => compatible.some((name) => GICS.includes(name)))) {
    findings.add([noController(hardware, [folder.base])])
  }
  const own = kernelMemory(board.ram, system, reserved)
  if (board.ram.length === 0) {
    findings.add([boardWithoutRam(hardware, sourcesOf(folder))])
    return undefined
  }
  if (own === undefined) {
    findings.add([noRoom(system, board)])
    return undefined
  }
  const placements = placeRegions(system, board.ram, [...reserved, own])
  return {
    placements: placements._tag === "Left" ? undefined : placements.right,
    kernelMemory: own,
    reserved,
  }
}

function planVms(
  system: System,
  tree: DeviceTree,
  isRam: (region: number) => boolean,
  findings: Findings,
): readonly PlannedVm[] {
  return system.virtualMachines.flatMap((vm) => {
    const domain = system.protectionDomains[vm.protectionDomain]
    const plan = domain === undefined ? undefined : findings.take(planVm(system, domain, vm, tree, isRam))
    const ram = ramRanges(guestRam(vm, tree, isRam))
    return plan === undefined ? [] : [{ plan, domain: vm.protectionDomain, ram }]
  })
}

function guestMissing(folder: Folder, system: System): readonly Diagnostic[] {
  const [vm] = system.virtualMachines
  if (folder.guest !== undefined || vm === undefined) return []
  const message = `virtual machine '${vm.name}' has no guest: the folder has no guest.json`
  const remedy =
    `write ${folder.path}/guest.json, such as { "kernel": "debian:linux-image-arm64" }, ` +
    "or name one with --guest FILE"
  return [
    errorAt(vm.place, message, remedy, {
      code: "guest-missing",
      fixes: [writeGuest(join(folder.path, "guest.json"))],
    }),
  ]
}

/** A CPU model that the guest file names and that is none. */
function unknownCpu(guest: GuestConfig | undefined): readonly Diagnostic[] {
  if (guest?.cpu === undefined || cpuModel(guest.cpu) !== undefined) return []
  const place = guest.places.get("cpu")
  if (place === undefined) return []
  const message = `"cpu" names no CPU model that is there: "${guest.cpu}"`
  const remedy = `write one of ${CPU_NAMES.map((name) => `"${name}"`).join(", ")}`
  const value = guest.values.get("cpu")
  const meant = nearest(guest.cpu, CPU_NAMES) ?? CPU_NAMES[0]
  const written = JSON.stringify(meant)
  const fixes =
    value === undefined || meant === undefined
      ? []
      : [{ id: "write-value", title: `write ${written}`, edits: [replaceAt(value, written)], notes: [] }]
  return [errorAt(place, message, remedy, { code: "cpu-unknown", fixes })]
}

/** What a folder says, as far as it can be read. */
export interface Survey {
  /** The analysis, or all findings (warnings among them) in the order of files and lines. */
  readonly answer: Either<readonly Diagnostic[], Analysis>
  /** What was compared; undefined when a source does not parse. */
  readonly agreement: Agreement | undefined
}

/**
 * The analysis, or all findings (warnings among them) in the order of files and lines. Where system, trees and images
 * do not agree, the system can be built all the same, as a board would take it: its guest will meet that.
 */
export function analyse(folder: Folder, files: FileReader): Either<readonly Diagnostic[], Analysis> {
  return survey(folder, files).answer
}

export function survey(folder: Folder, files: FileReader): Survey {
  const findings = new Findings()
  findings.add(folder.wrong)
  const { hardware, guestTree, board } = compileTrees(folder, files, findings)
  const cpus = board === undefined ? MANY_CPUS : Math.max(board.cpus.length, 1)
  const surroundings = () =>
    hardware === undefined || guestTree === undefined ? undefined : surroundingsOf(hardware, guestTree)
  const prefillSize = (path: string) => files.size(path)
  const prefillNames = (path: string) => files.namesBeside(path)
  const options = { cpus, prefillSize, prefillNames, surroundings }
  const parsed = findings.take(parseSystem(folder.system, options))
  const system = parsed?.system
  findings.add(parsed?.warnings ?? [])
  const guest = folder.guest?.config
  findings.add(unknownCpu(guest))
  const given = { files, source: folder.guest?.source }
  const chosen = system === undefined ? undefined : choosePrograms(system, guest, given)
  findings.add(chosen?.wrong ?? [])
  const named = new Set(guest?.programs.keys())
  if (system !== undefined) {
    findings.add([
      ...programSlips(system, named, files),
      ...programImages(system, named, { files, guest: folder.guest?.source }),
    ])
  }
  if (system !== undefined) findings.add([...guestMissing(folder, system), ...tooManyVcpus(system)])
  const placed =
    system === undefined || hardware === undefined || board === undefined
      ? undefined
      : place({ folder, system, hardware, board }, findings)
  const { notes = [], programs = [] } = chosen ?? {}
  let agreement: Agreement | undefined
  let unseen: Unseen = []
  // Without the board's interrupt controller, much of what the rules say would follow from that alone.
  const controlled = board?.devices.some(({ compatible }) => compatible.some((name) => GICS.includes(name)))
  if (system && hardware && guestTree && board && placed && controlled === true) {
    const { kernelMemory: own, ...more } = placed
    const parts = { system, hardware, guestTree, board, guest, own, programs, ...more }
    const atHand = guest === undefined ? {} : guestAtHand(guest)
    unseen = atHand.unseen ?? []
    agreement = agreementOf(folder, parts, guest === undefined ? {} : imagesAtHand(guest, atHand))
  }
  const vms = planned(system, guestTree, board, placed?.placements, findings)
  const disagreed = agreement === undefined ? [] : disagreements(agreement)
  const order = [folder.system, folder.base, ...folder.overlays].map(({ file }) => file)
  const all = inOrder(withoutConsequences([...findings.all, ...disagreed]), order)
  const placements = placed?.placements
  if (findings.failed || !system || !hardware || !guestTree || !board || !placed || !placements || !vms)
    return { agreement, answer: left(all) }
  const { kernelMemory: own } = placed
  const parts = { system, hardware, guestTree, board, guest, placements, kernelMemory: own }
  return { agreement, answer: right({ ...parts, programs, vms, findings: all, notes, unseen }) }
}

/** Plans the machines, unless a rule has said already why that cannot be. */
function planned(
  system: System | undefined,
  guestTree: DeviceTree | undefined,
  board: BoardDescription | undefined,
  placements: readonly Placement[] | undefined,
  findings: Findings,
): readonly PlannedVm[] | undefined {
  if (system === undefined || guestTree === undefined || placements === undefined || findings.failed)
    return undefined
  const inBoard = placements.flatMap(({ region, physAddr }) => (inRam(board, physAddr) ? [region] : []))
  const ramRegions = new Set(inBoard)
  return planVms(system, guestTree, (region) => ramRegions.has(region), findings)
}

function inRam(board: BoardDescription | undefined, address: number): boolean {
  return board?.ram.some(({ base, size }) => address >= base && address < base + size) ?? false
}
