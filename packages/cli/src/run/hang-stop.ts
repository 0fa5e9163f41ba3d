// SPDX-License-Identifier: BSD-2-Clause
//
// A program of a protection domain that does not come back: told and kept at once, since nothing else of this process
// will run any more.

import { closeSync, writeFileSync } from "node:fs"

import { renderPlace } from "@vmm/diagnostic"
import { encodeLastStop, type LastStop, renderDomainStop } from "@vmm/report"

import type { CompiledSystem } from "../compile/compiled.ts"
import { EXIT_GUEST_DIED } from "../exit-code.ts"
import type { FoundBuild } from "./find-build.ts"
import { type Hang, HangWatch } from "./hang-watch.ts"
import { programPlace } from "./program-lines.ts"
import { lastStopFile } from "./stop-context.ts"

const CAUSE =
  "a loop without end: an entry point does its work and returns, and the next event calls another one"

export function hangStop({ pd, entry, stack, seconds }: Hang, folder: string): LastStop {
  const place = programPlace(stack)
  const summary = `protection domain ${pd} hangs: it does not come back from its '${entry}' entry point (${seconds} s)`
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

/** A watch over the programs of users; undefined where there are none. */
export function watchPrograms(
  found: FoundBuild,
  system: CompiledSystem,
  log: (line: string) => void,
): HangWatch | undefined {
  if (!system.domains.some(({ program }) => program.kind === "module")) return undefined
  return new HangWatch((hang) => {
    const stop = hangStop(hang, found.manifest.folder)
    log(`\n${stop.text}`)
    writeFileSync(lastStopFile(found.path), encodeLastStop(stop))
    // Node would say there that a debugger is attached.
    closeSync(2)
    process.exit(EXIT_GUEST_DIED)
  })
}
