// SPDX-License-Identifier: BSD-2-Clause
//
// Which build to run, and that it is not older than its sources.

import { readdir, readFile } from "node:fs/promises"
import { basename, dirname, join, normalize, relative } from "node:path"

import * as Effect from "effect/Effect"

import { type BadInput, fileError } from "../bad-input.ts"
import { build, BUILD_ROOT, LAST_FILE, MANIFEST_FILE } from "../compile/build.ts"
import { decodeManifest } from "../compile/codec.ts"
import { type Manifest, staleness } from "../compile/manifest.ts"

const textOf = (path: string): Effect.Effect<string | undefined> =>
  Effect.promise(() => readFile(path, "utf8").catch(() => undefined))

function names(): Effect.Effect<readonly string[]> {
  return Effect.promise(() =>
    readdir(BUILD_ROOT, { withFileTypes: true })
      .then((entries) => entries.filter((entry) => entry.isDirectory()).map(({ name }) => name))
      .catch(() => []),
  )
}

function noBuild(name: string | undefined, built: readonly string[]): BadInput {
  const own = basename(name ?? "")
  if (name !== undefined && name !== own && built.includes(own)) {
    return fileError(name, `${own} is the name of a build, and ${name} is none`, `write vmm run ${own}`)
  }
  const others = built.length === 0 ? "nothing is built yet" : `builds here: ${built.join(", ")}`
  const path = name === undefined ? BUILD_ROOT : join(BUILD_ROOT, name)
  return fileError(path, `there is no such build (${others})`, "make one with vmm build DIR")
}

/** A build may be named by its folder, as shells complete it. */
function ownName(name: string): string {
  const path = relative(BUILD_ROOT, name)
  return dirname(normalize(name)) === BUILD_ROOT ? path : name
}

/** The manifest of the build called `name`, or of the last one. */
function manifestOf(name: string | undefined): Effect.Effect<Manifest, BadInput> {
  return Effect.gen(function* () {
    const last = name === undefined ? yield* textOf(LAST_FILE) : ownName(name)
    if (last === undefined) return yield* noBuild(undefined, yield* names())
    const file = join(BUILD_ROOT, last.trim(), MANIFEST_FILE)
    const text = yield* textOf(file)
    if (text === undefined) return yield* noBuild(last.trim(), yield* names())
    return yield* decodeManifest(file, text)
  })
}

export interface FoundBuild {
  /** The build's folder. */
  readonly path: string
  readonly manifest: Manifest
}

/** Finds the build, and makes it anew when a source has changed since. */
export function findBuild(
  name: string | undefined,
  log: (line: string) => void,
): Effect.Effect<FoundBuild, BadInput> {
  return Effect.gen(function* () {
    const manifest = yield* manifestOf(name)
    const why = yield* Effect.promise(() => staleness(manifest))
    const path = join(BUILD_ROOT, manifest.name)
    if (why === undefined) return { path, manifest }
    log(`${path} is made anew: ${why}`)
    yield* build({ folder: manifest.folder, guest: manifest.guest, log })
    return { path, manifest: yield* manifestOf(manifest.name) }
  })
}
