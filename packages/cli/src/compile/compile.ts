// SPDX-License-Identifier: BSD-2-Clause
//
// From an analysis and the guest's files to a build: the compiled system and the files beside it.

import { findByPath, findNode, propString, writeDtb } from "@vmm/devicetree"
import { type BootPlan, type GuestConfig, type GuestFiles, planBoot } from "@vmm/guest-boot"
import type { ProtectionDomain, RegionMap, System, VirtualMachine } from "@vmm/system"
import { type Either, left, right } from "fp-ts/lib/Either.js"

import type { Diagnostic } from "@vmm/diagnostic"

import { BUILD_FORMAT } from "../version.ts"
import type { Analysis, PlannedVm } from "./analyse.ts"
import type { CompiledDomain, CompiledMap, CompiledSystem, CompiledVm } from "./compiled.ts"

/** A virtual machine with its guest in place. */
export interface BootedVm extends PlannedVm {
  readonly boot: BootPlan
}

export interface Compiled {
  readonly system: CompiledSystem
  readonly vms: readonly BootedVm[]
  /** Files of the build by name. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

const BOARD_DTB = "board.dtb"
const IMAGE_FILES = { kernel: "kernel", initrd: "initrd" } as const

/** Puts the guest into every virtual machine's RAM. */
export function planGuests(
  analysis: Analysis,
  config: GuestConfig,
  guest: GuestFiles,
): Either<readonly Diagnostic[], readonly BootedVm[]> {
  const wrong: Diagnostic[] = []
  const booted = analysis.vms.flatMap((vm) => {
    const { kernel, ramdisk } = guest
    const plan = planBoot({
      config,
      tree: analysis.guestTree,
      ram: vm.ram,
      kernel,
      ...(ramdisk === undefined ? {} : { ramdisk }),
    })
    if (plan._tag === "Right") return [{ ...vm, boot: plan.right }]
    wrong.push(...plan.left)
    return []
  })
  return wrong.length > 0 ? left(wrong) : right(booted)
}

function compileMaps(system: System, maps: readonly RegionMap[]): CompiledMap[] {
  return maps.map(({ region, vaddr, perms, cached }) => ({
    region: system.memoryRegions[region]?.name ?? "",
    vaddr,
    perms: `${perms.read ? "r" : ""}${perms.write ? "w" : ""}${perms.execute ? "x" : ""}`,
    cached,
  }))
}

/** A name that is safe as a file's. */
const safe = (name: string): string => name.replace(/[^\w.-]/g, "_")

function dtbName(vm: string): string {
  const name = `${safe(vm)}.dtb`
  return name === BOARD_DTB ? `guest-${name}` : name
}

function compileVm(system: System, vm: VirtualMachine, { plan, boot }: BootedVm): CompiledVm {
  return {
    name: vm.name,
    priority: vm.priority,
    maps: compileMaps(system, vm.maps),
    vcpus: vm.vcpus.map(({ id, cpu }) => ({ id, cpu })),
    budgetUs: vm.budget,
    periodUs: vm.period,
    affinities: plan.affinities,
    gic: plan.gic,
    ramRegions: plan.ramRegions,
    images: boot.segments.map(({ name, base }) => ({
      name,
      gpa: base,
      file: name === "dtb" ? dtbName(vm.name) : IMAGE_FILES[name],
    })),
    entry: boot.placement.entry,
    dtb: boot.placement.dtb.base,
  }
}

function setvarsOf(analysis: Analysis, domain: ProtectionDomain): Record<string, number> {
  const physAddr = (region: number | undefined) =>
    analysis.placements.find((placement) => placement.region === region)?.physAddr ?? 0
  return Object.fromEntries(
    domain.setvars.map(({ symbol, value, region }) => [symbol, value ?? physAddr(region)]),
  )
}

function compileDomain(
  analysis: Analysis,
  domain: ProtectionDomain,
  index: number,
  vms: readonly BootedVm[],
): CompiledDomain {
  const { system, programs } = analysis
  const parent = domain.parent === undefined ? undefined : system.protectionDomains[domain.parent]
  const machine =
    domain.virtualMachine === undefined ? undefined : system.virtualMachines[domain.virtualMachine]
  const booted = vms.find((vm) => vm.domain === index)
  return {
    name: domain.name,
    priority: domain.priority,
    ...(parent === undefined || domain.id === undefined
      ? {}
      : { parent: { domain: parent.name, id: domain.id } }),
    program: programs[index] ?? { kind: "simple-vmm" },
    maps: compileMaps(system, domain.maps),
    irqs: domain.irqs.map(({ irq, id, trigger }) => ({ intid: irq, trigger, channel: id })),
    setvars: setvarsOf(analysis, domain),
    smc: domain.smc,
    cpu: domain.cpu,
    budgetUs: domain.budget,
    periodUs: domain.period,
    passive: domain.passive,
    ...(machine === undefined || booted === undefined ? {} : { vm: compileVm(system, machine, booted) }),
  }
}

/** The serial port that the guest calls its console when the board has it, else the board's own. */
function consoleOf({ guestTree, board }: Analysis): string | undefined {
  const chosen = findByPath(guestTree, "/chosen")
  const where = chosen === undefined ? undefined : propString(chosen, "stdout-path")
  const path = where === undefined ? undefined : findNode(guestTree, where)?.path
  return board.devices.some((device) => device.path === path) ? path : board.console
}

const prefillName = (region: string): string => `prefill-${safe(region)}`

function buildFiles(
  analysis: Analysis,
  vms: readonly BootedVm[],
  prefills: ReadonlyMap<string, Uint8Array>,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([[BOARD_DTB, writeDtb(analysis.hardware)]])
  for (const [region, bytes] of prefills) files.set(prefillName(region), bytes)
  for (const { plan, boot } of vms) {
    for (const { name, bytes } of boot.segments)
      files.set(name === "dtb" ? dtbName(plan.name) : IMAGE_FILES[name], bytes)
  }
  return files
}

/** The build `name`; `prefills` are bytes by the name of their region. */
export function compile(
  name: string,
  analysis: Analysis,
  vms: readonly BootedVm[],
  prefills: ReadonlyMap<string, Uint8Array>,
): Compiled {
  const { system, placements } = analysis
  const path = consoleOf(analysis)
  const end = (index: 0 | 1, channel: System["channels"][number]) => {
    const { protectionDomain, id, pp, notify } = channel.ends[index]
    return { domain: system.protectionDomains[protectionDomain]?.name ?? "", id, notify, ppc: pp }
  }
  return {
    system: {
      format: BUILD_FORMAT,
      name,
      board: BOARD_DTB,
      ...(path === undefined ? {} : { console: path }),
      ...(analysis.guest?.cpu === undefined ? {} : { cpu: analysis.guest.cpu }),
      kernelMemory: analysis.kernelMemory,
      regions: placements.map((region) => ({
        name: region.name,
        physAddr: region.physAddr,
        size: region.size,
        pageSize: region.pageSize,
        ...(prefills.has(region.name) ? { contents: prefillName(region.name) } : {}),
      })),
      domains: system.protectionDomains.map((domain, index) => compileDomain(analysis, domain, index, vms)),
      channels: system.channels.map((channel) => [end(0, channel), end(1, channel)] as const),
    },
    vms,
    files: buildFiles(analysis, vms, prefills),
  }
}
