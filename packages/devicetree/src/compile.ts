// SPDX-License-Identifier: BSD-2-Clause
//
// The device tree compiler: sources in, a tree or every mistake out. The tree's blob is the one that
// `dtc -I dts -O dtb` makes from the concatenated sources. Departures: all mistakes are reported in one run,
// a source with /plugin/ is applied to what stands before it, C preprocessor directives are refused with the way out,
// and the root cannot be deleted.

import * as E from "fp-ts/lib/Either.js"
import type { Diagnostic } from "@vmm/diagnostic"
import type { Source } from "./lexer.ts"
import { parseBoth, type Parsed, type ParseOptions, parseSources } from "./parser.ts"
import { resolveTree } from "./resolve.ts"
import type { DeviceTree } from "./tree.ts"

/** How the compiler reads what sources include; without a reader, every include is reported as not found. */
export type CompileOptions = ParseOptions

/** A tree, or all that is wrong. */
export type Compiled = E.Either<readonly Diagnostic[], DeviceTree>

function byPlace(order: ReadonlyMap<string, number>): (a: Diagnostic, b: Diagnostic) => number {
  const rank = (d: Diagnostic) => order.get(d.file) ?? order.size
  return (a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column
}

/**
 * Compiles a board's device tree and the overlays that follow it.
 * @param sources the first begins with `/dts-v1/;`; each later one has `/ { };` and `&label { };` blocks
 *   that merge as if its text followed
 * @returns the tree, or all diagnostics, in the order of sources and lines
 */
export function compileDts(sources: readonly Source[], options: CompileOptions = {}): Compiled {
  return finished(parseSources(sources, options), sources)
}

function finished(parsed: Parsed, sources: readonly Source[]): Compiled {
  const { problems, tree } = resolveTree(parsed)
  if (tree !== undefined && problems.length === 0) return E.right(tree)
  const order = new Map(sources.map(({ file }, index) => [file, index]))
  return E.left(withoutFollowing(problems).sort(byPlace(order)))
}

const INCLUDES = /^#include is for the C preprocessor/
const NO_LABEL = /^no node (before this line )?has the label/

/** What stands in a file that was not included is not there: the labels that lack then say nothing of their own. */
function withoutFollowing(problems: readonly Diagnostic[]): Diagnostic[] {
  const includes = problems.filter(({ message }) => INCLUDES.test(message))
  // Headers have no nodes: where they are all, there is a fix.
  const cut = includes.length > 0 && includes.every(({ fixes = [] }) => fixes.length === 0)
  return problems.filter(({ message }) => !cut || !NO_LABEL.test(message))
}

/** The board's tree on its own, and with its overlays: as `compileDts` of both, but the board is read once. */
export function compileBoth(
  base: Source,
  overlays: readonly Source[],
  options: CompileOptions = {},
): { readonly alone: Compiled; readonly all: Compiled } {
  if (overlays.length === 0) {
    const alone = compileDts([base], options)
    return { alone, all: alone }
  }
  const parsed = parseBoth(base, overlays, options)
  return { alone: finished(parsed.alone, [base]), all: finished(parsed.all, [base, ...overlays]) }
}
