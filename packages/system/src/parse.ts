// SPDX-License-Identifier: BSD-2-Clause
//
// The whole way from the text of a .system file to a checked system, with every mistake found in one run.

import * as E from "fp-ts/lib/Either.js"
import { checkChannels } from "./check-channels.ts"
import { checkIds } from "./check-ids.ts"
import { checkMaps } from "./check-maps.ts"
import { checkNames } from "./check-names.ts"
import { checkRegions } from "./check-regions.ts"
import { compileSystem } from "./compile.ts"
import { type Context, contextOf } from "./context.ts"
import { type Diagnostic, errorAt, isError, sortByPlace } from "@vmm/diagnostic"
import type { ParseOptions } from "./options.ts"
import { readSystem } from "./read-system.ts"
import type { System } from "./system.ts"
import { type Element, readXml, type Source } from "./xml.ts"

const RULES: ReadonlyArray<(context: Context) => ReadonlyArray<Diagnostic>> = [
  checkNames,
  checkRegions,
  checkMaps,
  checkIds,
  checkChannels,
]

export interface Parsed {
  readonly system: System
  readonly warnings: ReadonlyArray<Diagnostic>
}

function readRoot(root: Element, options: ParseOptions): E.Either<ReadonlyArray<Diagnostic>, Parsed> {
  if (root.name !== "system") {
    const message = `missing 'system' element: the root element is '${root.name}'`
    return E.left([errorAt(root.place, message, "a .system file is one <system> ... </system>")])
  }
  const [raw, read] = readSystem(root)()
  const context = contextOf(raw, options, !read.some(isError))
  const findings = sortByPlace([...read, ...RULES.flatMap((rule) => rule(context))])
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
