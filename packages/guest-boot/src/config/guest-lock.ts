// SPDX-License-Identifier: BSD-2-Clause
//
// guest.lock, the file beside guest.json that pins packages: for every package named there the real package, its
// version, the SHA-256 of the .deb and of each file taken out of it. JSON, sorted, so that it is kind to version
// control.

import { isLeft, left, right, type Either } from "fp-ts/lib/Either.js"

import { diagnosticAt, type Diagnostic } from "../diagnostic.ts"
import { parseJson, type JsonNode } from "./json-place.ts"

/** One pinned package. */
export interface Pin {
  /** The real package, where the name in guest.json is a meta package. */
  readonly package: string
  readonly version: string
  /** SHA-256 of the .deb, lower-case hexadecimal. */
  readonly sha256: string
  /** Path in the package to SHA-256 of the file. */
  readonly files: Readonly<Record<string, string>>
}

/** Pins by the name guest.json uses. */
export type Lock = ReadonlyMap<string, Pin>

const REMEDY = "delete the file to take the current versions; it is written anew"
const HASH = /^[0-9a-f]{64}$/

const members = (node: JsonNode | undefined) => (node?.kind === "object" ? node.members : [])
const member = (node: JsonNode, key: string): JsonNode | undefined =>
  members(node).find((one) => one.key === key)?.value
const textOf = (node: JsonNode | undefined): string => (node?.kind === "string" ? node.value : "")

function parsePin(node: JsonNode): Pin | undefined {
  const files = members(member(node, "files")).map(({ key, value }) => [key, textOf(value)] as const)
  const pin = {
    package: textOf(member(node, "package")),
    version: textOf(member(node, "version")),
    sha256: textOf(member(node, "sha256")),
    files: Object.fromEntries(files),
  }
  const hashes = [pin.sha256, ...Object.values(pin.files)].every((hash) => HASH.test(hash))
  const safe = [pin.package, pin.version].every((text) => /^[\w.+~:-]+$/.test(text))
  const inside = Object.keys(pin.files).every(
    (path) => !path.startsWith("/") && !path.split("/").includes(".."),
  )
  return hashes && safe && inside ? pin : undefined
}

/** The lock in `text`. Errors: text that is no lock, at its place. */
export function parseLock(file: string, text: string): Either<Diagnostic, Lock> {
  const root = parseJson(file, text)
  if (isLeft(root)) return left({ ...root.left, remedy: REMEDY })
  const packages = member(root.right, "packages")
  if (packages?.kind !== "object") {
    return left(diagnosticAt(root.right.place, "this is no guest.lock: it has no packages", REMEDY))
  }
  const pins = new Map<string, Pin>()
  for (const { key, value, place } of packages.members) {
    const pin = parsePin(value)
    if (pin === undefined) {
      return left(diagnosticAt(place, `the lock of "${key}" lacks package, version or a SHA-256`, REMEDY))
    }
    pins.set(key, pin)
  }
  return right(pins)
}

const sorted = <A>(pairs: Iterable<readonly [string, A]>): { [key: string]: A } =>
  Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)))

/** The lock as text; equal locks give equal text. */
export function lockText(architecture: string, lock: Lock): string {
  const packages = sorted(
    [...lock].map(([name, { package: real, version, sha256, files }]) => [
      name,
      { package: real, version, sha256, files: sorted(Object.entries(files)) },
    ]),
  )
  return `${JSON.stringify({ architecture, packages }, undefined, 2)}\n`
}
