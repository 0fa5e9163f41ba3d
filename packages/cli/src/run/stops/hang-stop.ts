// SPDX-License-Identifier: BSD-2-Clause
//
// A program of a protection domain that does not come back: told and kept at once, since nothing else of this process
// will run any more.

import { closeSync, readFileSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"

import { renderPlace } from "@vmm/diagnostic"
import { encodeLastStop, type ExampleFiles, type LastStop, orPlainVmm, renderDomainStop } from "@vmm/report"

import type { CompiledSystem } from "../../compile/compiled.ts"
import { EXIT_GUEST_DIED } from "../../exit-code.ts"
import type { FoundBuild } from "../find-build.ts"
import { type Hang, HangWatch, MODULE, PIECE } from "../hang-watch.ts"
import { programPlace } from "./program-lines.ts"
import { lastStopFile } from "./stop-context.ts"

const CAUSE =
  "a loop without end: an entry point does its work and returns, and the next event calls another one"

const WHERE: Readonly<Record<string, string>> = {
  [MODULE]: "the top level of its module",
  [PIECE]: "a function that it gave, such as the handler of a register",
}

const whereOf = (entry: string): string => WHERE[entry] ?? `its '${entry}' entry point`

function hangStop({ pd, entry, stack, seconds }: Hang, folder: string, example: ExampleFiles): LastStop {
  const where = whereOf(entry)
  const summary = `protection domain ${pd} hangs: it does not come back from ${where} (${seconds} s)`
  return programStop({ code: "program-hangs", summary, cause: CAUSE, pd, folder, example }, stack)
}

const EXIT_CAUSE =
  "process.exit ends the whole machine: pdStop ends a domain, vcpuStop a guest, and vmEvent tells that one is off"

interface ProgramFinding extends Pick<LastStop, "code" | "summary" | "folder"> {
  readonly pd: string
  readonly cause: string
  /** The guest file, where the domain runs a guest. */
  readonly example: ExampleFiles
}

function programStop(finding: ProgramFinding, stack: string): LastStop {
  const { code, summary, cause, pd, folder, example } = finding
  const fixes = orPlainVmm([], example, pd)
  const place = programPlace(stack)
  const line = place === undefined ? undefined : renderPlace(place)
  return {
    format: 1,
    kind: "pd-fault",
    code,
    summary,
    folder,
    pd,
    ...(place === undefined ? {} : { place }),
    fixes,
    text: renderDomainStop({ summary, cause, line, place: undefined, fixes }, example),
  }
}

/** The guest file of a domain that runs a guest. */
function exampleOf({ manifest }: FoundBuild, { domains }: CompiledSystem, pd: string): ExampleFiles {
  const { folder } = manifest
  if (domains.find(({ name }) => name === pd)?.vm === undefined) return { overlays: [] }
  try {
    const path = manifest.guest ?? join(folder, "guest.json")
    return { overlays: [], guest: { file: relative(folder, path), text: readFileSync(path, "utf8") } }
  } catch {
    return { overlays: [] }
  }
}

/** The domain whose program a file is, or imports. */
function ownerOf(system: CompiledSystem, file: string | undefined): string {
  const own = system.domains.filter(({ program }) => program.kind === "module")
  const named = own.find(({ program }) => program.kind === "module" && program.path === file)
  return (named ?? own[0])?.name ?? ""
}

/** A watch over the programs of users; undefined where there are none. */
export function watchPrograms(
  found: FoundBuild,
  system: CompiledSystem,
  log: (line: string) => void,
): HangWatch | undefined {
  if (!system.domains.some(({ program }) => program.kind === "module")) return undefined
  const { folder } = found.manifest
  const own = (pd: string, entry: string, stack: string) =>
    entry === PIECE ? ownerOf(system, programPlace(stack)?.file) : pd
  const keep = (stop: LastStop) => {
    log(`\n${stop.text}`)
    writeFileSync(lastStopFile(found.path), encodeLastStop(stop))
  }
  const state = { hangs: false }
  const hung = (hang: Hang) => {
    const { pd, entry, stack } = hang
    // A piece of the run may be slow for other reasons than a program.
    if (entry === PIECE && programPlace(stack) === undefined) return
    const owner = own(pd, entry, stack)
    keep(hangStop({ ...hang, pd: owner }, folder, exampleOf(found, system, owner)))
    // Node would say there that a debugger is attached.
    closeSync(2)
    state.hangs = true
    process.exit(EXIT_GUEST_DIED)
  }
  return new HangWatch(hung, ({ pd, entry, stack }) => {
    if (state.hangs || programPlace(stack) === undefined) return
    const domain = own(pd, entry, stack)
    const summary = `protection domain ${domain} ended the run from ${whereOf(entry)}`
    const example = exampleOf(found, system, domain)
    keep(
      programStop({ code: "program-exits", summary, cause: EXIT_CAUSE, pd: domain, folder, example }, stack),
    )
    process.exitCode = EXIT_GUEST_DIED
  })
}
