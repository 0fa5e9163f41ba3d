// SPDX-License-Identifier: BSD-2-Clause
//
// A build read back: the compiled system, the board out of its blob, and the bytes of every file.

import { join } from "node:path"

import * as Effect from "effect/Effect"
import { readDtb } from "@vmm/devicetree"
import { type BoardDescription, fromDeviceTree } from "@vmm/machine"

import { badInput, type BadInput, fileError } from "../bad-input.ts"
import { fromEither } from "../bridge.ts"
import { SYSTEM_FILE } from "../compile/build.ts"
import type { CompiledSystem } from "../compile/compiled.ts"
import { decodeSystem } from "../compile/codec.ts"
import { type FileBytes, fileBytes } from "./file-bytes.ts"
import { readBytes } from "./read-bytes.ts"

export interface LoadedBuild {
  /** The build's folder. */
  readonly path: string
  readonly system: CompiledSystem
  readonly board: BoardDescription
  /** Every file that the system names. */
  readonly files: ReadonlyMap<string, FileBytes>
}

const REMEDY = "make it anew with vmm build"

function part<A>(path: string, read: (path: string) => A): Effect.Effect<A, BadInput> {
  return Effect.try({
    try: () => read(path),
    catch: () => fileError(path, "this part of the build is missing", REMEDY),
  })
}

function namesIn(system: CompiledSystem): readonly string[] {
  const regions = system.regions.flatMap(({ contents }) => (contents === undefined ? [] : [contents]))
  const images = system.domains.flatMap(({ vm }) => vm?.images.map(({ file }) => file) ?? [])
  return [...new Set([...regions, ...images])]
}

/** Reads the build in the folder `path`. */
export function loadBuild(path: string): Effect.Effect<LoadedBuild, BadInput> {
  return Effect.gen(function* () {
    const file = join(path, SYSTEM_FILE)
    const text = Buffer.from(yield* part(file, readBytes)).toString("utf8")
    const system = yield* decodeSystem(file, text)
    const blob = join(path, system.board)
    const tree = yield* fromEither(readDtb(yield* part(blob, readBytes), blob), (wrong) =>
      badInput([wrong].flat(), new Map()),
    )
    const names = namesIn(system)
    const files = yield* Effect.forEach(names, (name) =>
      Effect.map(part(join(path, name), fileBytes), (file) => [name, file] as const),
    )
    return {
      path,
      system,
      board: fromDeviceTree(tree),
      files: new Map(files),
    }
  })
}
