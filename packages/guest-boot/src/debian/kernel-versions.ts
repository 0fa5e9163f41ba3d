// SPDX-License-Identifier: BSD-2-Clause
//
// Debian's kernel packages of one version, linux-image-VERSION-FLAVOUR (Debian Linux Kernel Handbook, chapter 3), and
// which of those that an archive has is the nearest to one that it has not. An archive keeps few versions at a time.

interface Version {
  readonly numbers: readonly number[]
  readonly flavour: string
}

const NAME = /^linux-image-(\d[\w.+~-]*?)-((?:cloud-|rt-)?arm64(?:-16k)?)$/

/** Undefined for meta packages and all else that is no kernel of one version. */
function versionOf(name: string): Version | undefined {
  const [, version, flavour] = NAME.exec(name) ?? []
  if (version === undefined || flavour === undefined) return undefined
  return { numbers: (version.match(/\d+/g) ?? []).map(Number), flavour }
}

/** `linux-image-6.1.0-21-arm64` and the like. */
export const isOfOneVersion = (name: string): boolean => versionOf(name) !== undefined

/** The meta package whose kernel is always the archive's newest of the flavour. */
export const metaPackage = (name: string): string => `linux-image-${versionOf(name)?.flavour ?? "arm64"}`

/** How far two versions are apart, the first number first. */
function distances(a: Version, b: Version): readonly number[] {
  const long = Math.max(a.numbers.length, b.numbers.length)
  return Array.from({ length: long }, (_, index) =>
    Math.abs((a.numbers[index] ?? 0) - (b.numbers[index] ?? 0)),
  )
}

function less(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((one, index) => one !== b[index])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

/** Of the kernels named, that of the same flavour whose version is the nearest. */
export function nearestKernel(name: string, names: Iterable<string>): string | undefined {
  const wanted = versionOf(name)
  let best: { readonly name: string; readonly far: readonly number[] } | undefined
  for (const one of names) {
    const version = versionOf(one)
    if (wanted === undefined || version?.flavour !== wanted.flavour || one === name) continue
    const far = distances(wanted, version)
    if (best === undefined || less(far, best.far)) best = { name: one, far }
  }
  return best?.name
}
