// SPDX-License-Identifier: BSD-2-Clause
//
// What the tests share: Debian's dtc as the oracle, and shorthand to compile and to expect.

import { spawnSync } from "node:child_process"
import { type Either, isLeft, isRight } from "fp-ts/lib/Either.js"
import { compileDts } from "./compile.ts"
import { type Diagnostic, renderDiagnostic } from "@vmm/diagnostic"
import type { DeviceTree } from "./tree.ts"

export const HAVE_DTC = spawnSync("dtc", ["--version"]).status === 0

/** The blob that dtc makes of source, undefined when dtc refuses it. */
export function dtc(text: string, ...args: readonly string[]): Buffer | undefined {
  const done = spawnSync("dtc", ["-q", "-I", "dts", "-O", "dtb", ...args], { input: text })
  return done.status === 0 ? done.stdout : undefined
}

/** The value, or an error that shows the diagnostics. */
export function rightOf<A>(result: Either<readonly Diagnostic[], A>): A {
  if (isRight(result)) return result.right
  throw new Error(result.left.map((d) => renderDiagnostic(d)).join("\n"))
}

/** The diagnostics, or an error when there are none. */
export function leftOf<A>(result: Either<readonly Diagnostic[], A>): readonly Diagnostic[] {
  if (isLeft(result)) return result.left
  throw new Error("expected diagnostics, got a value")
}

/** Compiles texts as base.dts, 1.dts, 2.dts, ... */
export function compileTexts(...texts: readonly string[]): Either<readonly Diagnostic[], DeviceTree> {
  return compileDts(texts.map((text, index) => ({ file: index === 0 ? "base.dts" : `${index}.dts`, text })))
}

/** The tree of one or more texts that must compile. */
export function treeOf(...texts: readonly string[]): DeviceTree {
  return rightOf(compileTexts(...texts))
}
