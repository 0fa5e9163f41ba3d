// SPDX-License-Identifier: BSD-2-Clause
//
// The block of text for a fault that nobody handled. What the guest's memory tells (its symbols) is read while the
// machine is there; the device tree is compiled from its sources afterwards, so that it has their lines.

import * as Effect from "effect/Effect"
import type { DeviceTree } from "@vmm/devicetree"
import type { PhysicalMemory } from "@vmm/machine"
import { faultReport, type GuestSymbols, readGuestSymbols, renderFaultReport } from "@vmm/report"
import type { UnhandledFault } from "@vmm/vmrt"

import { checkFolder } from "../compile/build.ts"
import type { CompiledSystem, CompiledVm } from "../compile/compiled.ts"
import type { Manifest } from "../compile/manifest.ts"
import type { LoadedBuild } from "./load.ts"

/** A fault as it happened. */
export interface CaughtFault {
  readonly fault: UnhandledFault
  readonly symbols: GuestSymbols | undefined
}

/** Physical address behind a guest-physical one, by the maps of the machine. */
function physical(system: CompiledSystem, vm: CompiledVm, gpa: number): number | undefined {
  const hit = vm.maps.flatMap(({ region, vaddr }) => {
    const found = system.regions.find(({ name }) => name === region)
    return found !== undefined && gpa >= vaddr && gpa < vaddr + found.size
      ? [found.physAddr + gpa - vaddr]
      : []
  })
  return hit[0]
}

/** The symbols of the guest's kernel, read where it runs. */
export function guestSymbols(
  build: LoadedBuild,
  memory: PhysicalMemory,
  vmName: string,
): GuestSymbols | undefined {
  const vm = build.system.domains.flatMap((domain) => domain.vm ?? []).find(({ name }) => name === vmName)
  const kernel = vm?.images.find(({ name }) => name === "kernel")
  const size = build.files.get(kernel?.file ?? "")?.length ?? 0
  if (vm === undefined || kernel === undefined || size === 0) return undefined
  const at = physical(build.system, vm, kernel.gpa)
  return at === undefined ? undefined : readGuestSymbols(memory.read(at, size), kernel.gpa)
}

const usedIds = (system: CompiledSystem, pd: string): readonly number[] => [
  ...system.domains
    .filter(({ name }) => name === pd)
    .flatMap(({ irqs }) => irqs.map(({ channel }) => channel)),
  ...system.channels.flatMap((ends) => ends.filter(({ domain }) => domain === pd).map(({ id }) => id)),
]

/** The guest's tree with its lines; none when its sources are gone. */
function treeOf(manifest: Manifest): Effect.Effect<DeviceTree | undefined> {
  return checkFolder(manifest.folder, manifest.guest).pipe(
    Effect.map(({ analysis }) => analysis.guestTree),
    Effect.catchAll(() => Effect.succeed(undefined)),
  )
}

/** The texts of faults, one after another. */
export function faultTexts(
  faults: readonly CaughtFault[],
  system: CompiledSystem,
  manifest: Manifest,
): Effect.Effect<string> {
  if (faults.length === 0) return Effect.succeed("")
  return treeOf(manifest).pipe(
    Effect.map((tree) =>
      faults
        .map(({ fault, symbols }) => {
          const context = {
            ...(tree === undefined ? {} : { tree }),
            ...(symbols === undefined ? {} : { symbols }),
            usedIds: usedIds(system, fault.pd),
          }
          return `\n${renderFaultReport(faultReport(fault, context))}\n`
        })
        .join(""),
    ),
  )
}
