// SPDX-License-Identifier: BSD-2-Clause
//
// The whole way from the text of a .system file to a checked system, with every mistake found in one run.

import { type Diagnostic, errorAt, isError, nearest, replaceAt, sortByPlace } from "@vmm/diagnostic"
import * as E from "fp-ts/lib/Either.js"

import { checkChannels } from "./check/channels.ts"
import { checkIds } from "./check/ids.ts"
import { checkMaps } from "./check/maps.ts"
import { checkNames } from "./check/names.ts"
import { checkRegions } from "./check/regions.ts"
import { checkScheduling } from "./check/scheduling.ts"
import { checkSense } from "./check/sense.ts"
import { checkSpaces } from "./check/spaces.ts"
import { compileSystem } from "./compile/compile.ts"
import { type Context, contextOf } from "./check/context.ts"
import { withGuesses } from "./guess/guesses.ts"
import { legacyFixes } from "./language/legacy.ts"
import type { ParseOptions } from "./options.ts"
import { readSystem } from "./read/system.ts"
import type { System } from "./system.ts"
import { type Element, readXml, type Source } from "./xml/xml.ts"

const RULES: ReadonlyArray<(context: Context) => ReadonlyArray<Diagnostic>> = [
  checkNames,
  checkRegions,
  checkMaps,
  checkIds,
  checkChannels,
  checkScheduling,
  checkSpaces,
  checkSense,
]

/** A system without errors. */
export interface Parsed {
  readonly system: System
  readonly warnings: ReadonlyArray<Diagnostic>
}

/** Findings about the older language get the edits that rewrite it, which reach over the whole file. */
function withLegacyFixes(findings: ReadonlyArray<Diagnostic>, root: Element): ReadonlyArray<Diagnostic> {
  if (!findings.some(({ code }) => code?.startsWith("legacy-"))) return findings
  const known = legacyFixes(root)
  return findings.map((finding) => {
    const own = known.filter(({ line, column }) => line === finding.line && column === finding.column)
    return finding.code?.startsWith("legacy-") === true && own.length > 0
      ? { ...finding, fixes: own.map(({ fix }) => fix) }
      : finding
  })
}

function noSystem({ name, place, selfClosing, end }: Element): Diagnostic {
  const message = `missing 'system' element: the root element is '${name}'`
  const remedy = "a .system file is one <system> ... </system>"
  if (nearest(name, ["system"]) === undefined) return errorAt(place, message, remedy, { code: "no-system" })
  const from = end.column - 1 - name.length
  const tail = { file: place.file, line: end.line, column: from, endColumn: end.column - 1 }
  const edits = [replaceAt(place, "system"), ...(selfClosing ? [] : [replaceAt(tail, "system")])]
  const fixes = [{ id: "spelling", title: "write <system>", edits, notes: [] }]
  return errorAt(place, message, "did you mean 'system'?", { code: "no-system", fixes })
}

function readRoot(root: Element, options: ParseOptions): E.Either<ReadonlyArray<Diagnostic>, Parsed> {
  if (root.name !== "system") return E.left([noSystem(root)])
  const [raw, read] = readSystem(root, options.architecture ?? "aarch64")()
  const context = contextOf(raw, options, !read.some(isError))
  const found = [...read, ...RULES.flatMap((rule) => rule(context))]
  const findings = sortByPlace(withGuesses(withLegacyFixes(found, root), root, context))
  return findings.some(isError)
    ? E.left(findings)
    : E.right({ system: compileSystem(context), warnings: findings })
}

/**
 * Reads and checks a .system file.
 * @returns every finding sorted by place (errors and warnings) when there is an error, else the system and
 *   its warnings. Broken XML gives one error.
 */
export function parseSystem(
  source: Source,
  options: ParseOptions = {},
): E.Either<ReadonlyArray<Diagnostic>, Parsed> {
  const root = readXml(source)
  return E.isLeft(root) ? E.left([root.left]) : readRoot(root.right, options)
}
