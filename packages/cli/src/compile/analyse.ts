// SPDX-License-Identifier: BSD-2-Clause
//
// Everything that can be said about a folder without fetching a guest: trees compiled, system checked, regions
// placed, virtual machines planned. All mistakes of all files come at once; a rule runs as soon as what it
// needs is there.

import { join } from "node:path"

import {
  type Agreement,
  boardWithoutRam,
  rootCells,
  disagreements,
  surroundingsOf,
  withoutConsequences,
} from "@vmm/agreement"
import { compileBoth, type DeviceTree } from "@vmm/devicetree"
import { guestAtHand, type GuestAtHand, type GuestConfig, type Range, treeWishes } from "@vmm/guest-boot"
import { CPU_NAMES, cpuModel } from "@vmm/kernel/models"
import { type BoardDescription, fromDeviceTree } from "@vmm/machine"
import { parseSystem, type Placement, placeRegions, type System } from "@vmm/system"
import { type Either, left, right } from "fp-ts/lib/Either.js"

import { type Diagnostic, errorAt, nearest, replaceAt } from "@vmm/diagnostic"
import { inOrder } from "../diagnostic.ts"
import { agreementOf, imagesAtHand, sourcesOf } from "./agreement.ts"
import type { FileReader } from "./files.ts"
import type { Folder } from "./folder.ts"
import { writeGuest } from "./guest-hints.ts"
import { programImages } from "./program-images.ts"
import { programSlips } from "./program-slips.ts"
import { choosePrograms, type Program } from "./programs.ts"
import { inRam, kernelMemory, noRoom } from "./kernel-memory.ts"
import { hasController, noController } from "./no-controller.ts"
import { guestRam, planVm, ramRanges, tooManyVcpus, type VmPlan } from "./vm-config.ts"

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

/** What regions are placed in. */
interface Board {
  readonly folder: Folder
  readonly system: System
  readonly hardware: DeviceTree
  readonly board: BoardDescription
}

function place({ folder, system, hardware, board }: Board, findings: Findings): Placed | undefined {
  const { reserved } = treeWishes(hardware)
  const cells = rootCells(hardware, sourcesOf(folder))
  if (cells !== undefined) {
    findings.add([cells])
    return undefined
  }
  if (!hasController(hardware, board)) findings.add([noController(hardware, folder)])
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
  const controlled = board !== undefined && hardware !== undefined && hasController(hardware, board)
  if (system && hardware && guestTree && board && placed && controlled) {
    const { kernelMemory: own, ...more } = placed
    const parts = { system, hardware, guestTree, board, guest, own, programs, ...more }
    const atHand = guest === undefined ? {} : guestAtHand(guest)
    unseen = atHand.unseen ?? []
    agreement = agreementOf(folder, parts, guest === undefined ? {} : imagesAtHand(guest, atHand))
  }
  const disagreed = agreement === undefined ? [] : disagreements(agreement)
  const before = findings.all.length
  const vms = planned(system, guestTree, board, placed?.placements, findings)
  const told = new Set(disagreed.flatMap(({ code }) => code ?? []))
  const read = findings.all.filter(({ code }, index) => index < before || !told.has(code ?? ""))
  const order = [folder.system, folder.base, ...folder.overlays].map(({ file }) => file)
  const all = inOrder(withoutConsequences([...read, ...disagreed], system), order)
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
