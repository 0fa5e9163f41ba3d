// SPDX-License-Identifier: BSD-2-Clause
//
// `--kaslr-seed`: /chosen/kaslr-seed in the tree of every guest, as firmware with a source of randomness leaves it
// (dt-schema's chosen.yaml). Linux places itself by it and then keeps the kernel's pages out of the user's tables.

import { readDtb, setProperty, u64Value, writeDtb } from "@vmm/devicetree"
import * as Effect from "effect/Effect"
import { join } from "node:path"

import { type BadInput, badInput, fileError } from "../bad-input.ts"
import { fromEither } from "../bridge.ts"
import type { CompiledVm } from "../compile/compiled.ts"
import { keptBytes } from "./file-bytes.ts"
import type { LoadedBuild } from "./load.ts"

/** The tree's file with the seed in it. Error: the longer tree would reach into what lies above it. */
function seedTree(build: LoadedBuild, vm: CompiledVm, file: string, seed: bigint) {
  return Effect.gen(function* () {
    const path = join(build.path, file)
    const tree = yield* fromEither(
      readDtb(build.files.get(file)?.whole() ?? new Uint8Array(), path),
      (wrong) => badInput([wrong].flat(), new Map()),
    )
    const bytes = writeDtb(setProperty(tree, "/chosen", "kaslr-seed", u64Value(seed)))
    const end = vm.dtb + bytes.length
    const above = vm.images.find(({ name, gpa }) => name !== "dtb" && gpa >= vm.dtb && gpa < end)
    if (above === undefined) return [file, keptBytes(bytes)] as const
    const remedy =
      "put kaslr-seed = <0x0 0x0>; into /chosen of the guest's overlay, so that the build leaves room"
    return yield* fileError(path, `no room for kaslr-seed below the guest's ${above.name}`, remedy)
  })
}

/** The build whose guests find the seed, 1 to 2^64 - 1, in their trees. */
export function withKaslrSeed(build: LoadedBuild, seed: bigint): Effect.Effect<LoadedBuild, BadInput> {
  const trees = build.system.domains.flatMap(({ vm }) =>
    vm === undefined
      ? []
      : vm.images.flatMap(({ name, file }) => (name === "dtb" ? [seedTree(build, vm, file, seed)] : [])),
  )
  return Effect.map(Effect.all(trees), (files) => ({ ...build, files: new Map([...build.files, ...files]) }))
}
