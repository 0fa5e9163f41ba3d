// SPDX-License-Identifier: BSD-2-Clause
//
// The report of a stop that is a protection domain's own: its line of the program, its element, and the ways out.

import { join } from "node:path"

import { type Fix, type Place, renderPlace } from "@vmm/diagnostic"
import { domainPlace, type LastStop, leaveDomainOut, orPlainVmm, renderDomainStop } from "@vmm/report"

import type { CompiledDomain } from "../../compile/compiled.ts"
import type { StopContext } from "./stop-context.ts"

export interface DomainFinding {
  readonly code: string
  readonly summary: string
  readonly pd: string
  /** The domain as it was compiled, where it is known. */
  readonly domain: CompiledDomain | undefined
  readonly cause: string | undefined
  /** The line of its program. */
  readonly line: Place | undefined
  readonly fixes: readonly Fix[]
}

/** Codes of domains that have ended, and that those which need them wait for. */
const ENDED = ["program-threw", "domain-access", "domain-gave-up", "domain-restarts"]

/** What is left where no patch can say how the program is meant. */
function orWithout({ code, fixes }: DomainFinding, without: readonly Fix[]): readonly Fix[] {
  const mends = fixes.some(({ edits }) => edits.length > 0)
  return mends || !ENDED.includes(code) ? fixes : [...fixes, ...without]
}

/** The stop stands at the line of the program, or at the domain's element. */
export function domainReport(finding: DomainFinding, { example, folder }: StopContext): LastStop {
  const { code, summary, pd, domain, cause, line } = finding
  const own = domain?.vm !== undefined && domain.program.kind === "module"
  const fixes = own
    ? orPlainVmm(finding.fixes, example, pd)
    : orWithout(finding, domain?.vm === undefined ? leaveDomainOut(example, pd) : [])
  const element = domainPlace(example, pd)
  const place = element === undefined ? undefined : { ...element, file: join(folder, element.file) }
  const at = line ?? place
  return {
    format: 1,
    kind: "pd-fault",
    code,
    summary,
    folder,
    pd,
    ...(domain?.vm === undefined ? {} : { vm: domain.vm.name }),
    ...(at === undefined ? {} : { place: at }),
    fixes,
    text: renderDomainStop(
      { summary, cause, line: line === undefined ? undefined : renderPlace(line), place, fixes },
      example,
    ),
  }
}
