// SPDX-License-Identifier: BSD-2-Clause
//
// What `debian:NAME` means: which file of which package, and where it goes in an initramfs. Kernel packages carry the
// kernel in /boot, busybox-static its one program; of any other package a file has to be named.

import type { DebianSource } from "../config/guest-source.ts"

/** What is taken out of a package. */
export interface Selection {
  /** Paths in the package, without leading slash. */
  readonly wanted: RegExp
  /** The file that `debian:NAME` stands for, among the wanted ones. */
  readonly main: RegExp
  /** Where the main file goes in an initramfs; undefined keeps its path. */
  readonly place?: string
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** The selection of a source; undefined when the package needs a path. */
export function selectionOf(source: DebianSource): Selection | undefined {
  if (source.path !== undefined) {
    const exact = new RegExp(`^${escape(source.path)}$`)
    return { wanted: exact, main: exact }
  }
  if (source.package.startsWith("linux-image-")) {
    return { wanted: /^boot\/(vmlinuz|config|System\.map)-/, main: /^boot\/vmlinuz-/ }
  }
  if (source.package === "busybox-static") {
    const busybox = /^(usr\/)?bin\/busybox$/
    return { wanted: busybox, main: busybox, place: "bin/busybox" }
  }
  return undefined
}

/** The package that a meta package stands for, by what it depends on; undefined when it is a real one. */
export function metaTarget(name: string, depends: readonly string[]): string | undefined {
  return name.startsWith("linux-image-") ? depends.find((one) => one.startsWith("linux-image-")) : undefined
}

/** Matches file names of .debs that serve `name`: its own, and for a kernel those with a version in the name. */
export function debPattern(name: string): RegExp {
  const flavour = /^linux-image-([a-z].*)$/.exec(name)?.[1]
  const own = flavour === undefined ? escape(name) : `linux-image-\\d[\\w.+~]*(-\\d+)?-${escape(flavour)}`
  return new RegExp(`^${own}_[^_]+_(arm64|all)\\.deb$`)
}

/** The name apt gives a .deb, the colon of an epoch as `%3a`. */
export function debName(name: string, version: string, architecture: string): string {
  return `${name}_${version.replaceAll(":", "%3a")}_${architecture}.deb`
}
