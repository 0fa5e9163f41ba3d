// SPDX-License-Identifier: BSD-2-Clause
//
// A program of a protection domain that does not come back: told and kept at once, since nothing else of this process
// will run any more.

import { closeSync, writeFileSync } from "node:fs"

import { renderPlace } from "@vmm/diagnostic"
import { encodeLastStop, type LastStop, renderDomainStop } from "@vmm/report"

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

function hangStop({ pd, entry, stack, seconds }: Hang, folder: string): LastStop {
  const place = programPlace(stack)
  const where = WHERE[entry] ?? `its '${entry}' entry point`
  const summary = `protection domain ${pd} hangs: it does not come back from ${where} (${seconds} s)`
  const line = place === undefined ? undefined : renderPlace(place)
  return {
    format: 1,
    kind: "pd-fault",
    code: "program-hangs",
    summary,
    folder,
    pd,
    ...(place === undefined ? {} : { place }),
    fixes: [],
    text: renderDomainStop({ summary, cause: CAUSE, line, place: undefined, fixes: [] }, { overlays: [] }),
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
  return new HangWatch((hang) => {
    const line = programPlace(hang.stack)
    // A piece of the run may be slow for other reasons than a program.
    if (hang.entry === PIECE && line === undefined) return
    const pd = hang.entry === PIECE ? ownerOf(system, line?.file) : hang.pd
    const stop = hangStop({ ...hang, pd }, found.manifest.folder)
    log(`\n${stop.text}`)
    writeFileSync(lastStopFile(found.path), encodeLastStop(stop))
    // Node would say there that a debugger is attached.
    closeSync(2)
    process.exit(EXIT_GUEST_DIED)
  })
}
