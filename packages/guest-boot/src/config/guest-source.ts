// SPDX-License-Identifier: BSD-2-Clause
//
// Where a guest's file comes from, as guest.json writes it: a path, `debian:PACKAGE`, `debian:PACKAGE/PATH` for one
// file of a package, and for a kernel `flat:PATH`, machine code without a header.

import { left, right, type Either } from "fp-ts/lib/Either.js"

/** A file or folder beside guest.json. */
export interface FileSource {
  readonly kind: "file"
  readonly path: string
}

/** A Debian package for the guest's architecture, or one file in it (`path`, without a leading slash). */
export interface DebianSource {
  readonly kind: "debian"
  readonly package: string
  readonly path?: string
}

/** Where a file of the guest comes from: a path, or a file of a Debian package. */
export type GuestSource = FileSource | DebianSource

/** A kernel's source, and whether it is machine code without a header. */
export interface KernelSource {
  readonly source: GuestSource
  readonly flat: boolean
}

/** Debian Policy, section 5.6.1: names of packages. */
const PACKAGE = /^[a-z0-9][a-z0-9+.-]+$/

/** The source as text, as guest.json writes it. */
export function sourceText(source: GuestSource): string {
  if (source.kind === "file") return source.path
  return `debian:${source.package}${source.path === undefined ? "" : `/${source.path}`}`
}

/** `text` as a source; Left is the reason why it is none. */
export function parseSource(text: string): Either<string, GuestSource> {
  if (text === "") return left("an empty path")
  const scheme = /^([a-z][a-z0-9+]+):(.*)$/.exec(text)
  if (scheme === null) return right({ kind: "file", path: text })
  const [, name, rest = ""] = scheme
  if (name !== "debian") return left(`"${name}:" is no place files come from`)
  const slash = rest.indexOf("/")
  const packageName = slash < 0 ? rest : rest.slice(0, slash)
  if (!PACKAGE.test(packageName)) return left(`"${packageName}" is no name of a Debian package`)
  const path = slash < 0 ? undefined : rest.slice(slash + 1)
  if (path === undefined) return right({ kind: "debian", package: packageName })
  if (path === "" || path.split("/").includes("..")) return left(`"${path}" is no path in a package`)
  return right({ kind: "debian", package: packageName, path })
}
