// SPDX-License-Identifier: BSD-2-Clause
//
// What the report of a stop is told beside the stop itself: the guest's tree with its lines, the texts of the
// example's files, what the compiled system gave to whom, and the table of Linux's drivers. Sources that are gone or
// broken by now are left out.

import { isAbsolute, join, relative } from "node:path"

import * as Effect from "effect/Effect"
import type { DeviceTree } from "@vmm/devicetree"
import type { Diagnostic } from "@vmm/diagnostic"
import { commandLine } from "@vmm/guest-boot"
import { type DriverTable, type ExampleFiles, loadDrivers, type SystemFacts } from "@vmm/report"

import { checkFolder } from "../../compile/check-folder.ts"
import type { CompiledSystem } from "../../compile/compiled.ts"
import type { SourceText } from "../../compile/folder.ts"
import type { Manifest } from "../../compile/manifest.ts"

export interface StopContext {
  /** The example's folder, as the build was asked. */
  readonly folder: string
  readonly tree: DeviceTree | undefined
  /** The board's own. */
  readonly board?: DeviceTree
  readonly example: ExampleFiles
  readonly drivers: DriverTable
  /** What the check says of the folder as it is. */
  readonly findings: readonly Diagnostic[]
  /** The guest's command line. */
  readonly commandLine: string | undefined
  /** Of one virtual machine and the domain that runs it. */
  readonly systemOf: (vm: string) => SystemFacts
}

/** What the compiled system says of a virtual machine. */
function systemFacts(system: CompiledSystem, vmName: string): SystemFacts {
  const domain = system.domains.find(({ vm }) => vm?.name === vmName)
  const held = system.domains.flatMap(({ name, maps, vm }) => [
    ...maps.map(({ region }) => ({ region, holder: name })),
    ...(vm === undefined || vm.name === vmName ? [] : vm.maps).map(({ region }) => ({
      region,
      holder: vm?.name ?? name,
    })),
  ])
  const ends = system.channels.flat().filter((end) => end.domain === domain?.name)
  return {
    regions: system.regions.map(({ name, physAddr, size }) => ({ name, physAddr, size })),
    maps: domain?.vm?.maps ?? [],
    held,
    ram: (domain?.vm?.ramRegions ?? []).map(({ gpa, size }) => ({ gpa, size })),
    usedIds: [...(domain?.irqs ?? []).map(({ channel }) => channel), ...ends.map(({ id }) => id)],
    smc: domain?.smc ?? false,
    irqs: system.domains.flatMap(({ name, irqs }) =>
      irqs.map(({ intid, trigger }) => ({ intid, pd: name, trigger })),
    ),
  }
}

/** A file of the folder by its name there; undefined for one that lies elsewhere. */
function inFolder(folder: string, source: SourceText): readonly SourceText[] {
  const file = relative(folder, source.file)
  return file.startsWith("..") || isAbsolute(file) ? [] : [{ file, text: source.text }]
}

/** Gathers the context once a stop is to be told. */
export function stopContext(manifest: Manifest, system: CompiledSystem): Effect.Effect<StopContext> {
  return Effect.gen(function* () {
    const answer = checkFolder(manifest.folder, manifest.guest)
    const drivers = yield* Effect.promise(() => loadDrivers())
    const systemOf = (vm: string) => systemFacts(system, vm)
    const base = { folder: manifest.folder, drivers, systemOf }
    if (answer._tag === "Left") {
      return { ...base, tree: undefined, example: { overlays: [] }, findings: [], commandLine: undefined }
    }
    const { folder, analysis } = answer.right
    const [own] = inFolder(manifest.folder, folder.system)
    const guest = folder.guest === undefined ? [] : inFolder(manifest.folder, folder.guest.source)
    const example: ExampleFiles = {
      ...(own === undefined ? {} : { system: own }),
      overlays: folder.overlays.flatMap((source) => inFolder(manifest.folder, source)),
      ...(guest[0] === undefined ? {} : { guest: guest[0] }),
    }
    const line = analysis.guest === undefined ? undefined : commandLine(analysis.guestTree, analysis.guest)
    return {
      ...base,
      tree: analysis.guestTree,
      board: analysis.hardware,
      example,
      findings: analysis.findings,
      commandLine: line,
    }
  })
}

/** Where the last stop of a build is kept. */
export const lastStopFile = (build: string): string => join(build, "last-stop.json")
