// SPDX-License-Identifier: BSD-2-Clause
//
// Whether `debian:NAME` can be a package for the guest, by its name alone: Debian's kernel packages end in their
// flavour, which begins or ends with the architecture (Debian Linux Kernel Handbook, chapter 3). Asks no archive; of
// kernels of one version, what apt's lists had when it was asked last.

import { nearest } from "@vmm/diagnostic"

import type { DebianSource } from "../config/guest-source.ts"
import { isOfOneVersion, metaPackage, nearestKernel } from "./kernel-versions.ts"
import { selectionOf } from "./package-files.ts"

export interface PackageTrouble {
  /** False: the name is likely wrong; true: it cannot be right. */
  readonly sure: boolean
  readonly message: string
  readonly remedy: string
  /** The name that was meant, as guest.json writes it. */
  readonly meant?: string
  /** Another one that there is. */
  readonly other?: string
  /** It stands under "ramdisk". */
  readonly ramdisk?: true
  /** Layers of a ramdisk in its place. */
  readonly layers?: readonly string[]
}

const ARM64_KERNEL = "linux-image-arm64"
const KERNELS = [ARM64_KERNEL, "linux-image-cloud-arm64", "linux-image-rt-arm64"]
const PROGRAMS = ["busybox-static"]
/** Flavours of Debian's kernels for other architectures. */
const OTHERS = new RegExp(
  "-(amd64|686(?:-pae)?|i386|armmp(?:-lpae)?|armel|rpi|marvell|mips\\w*|\\w*loongson\\w*|octeon|powerpc\\w*|" +
    "s390x|riscv64|alpha\\S*|sparc64\\S*|parisc\\S*|m68k|itanium|mckinley)$",
)

/** Names of kernel packages that the archive has; undefined where nothing is known. */
export type Known = () => readonly string[] | undefined

/** A kernel of one version that is none of those that there are. */
export function goneKernel(name: string, known: readonly string[]): PackageTrouble | undefined {
  if (!isOfOneVersion(name) || known.includes(name)) return undefined
  const meta = metaPackage(name)
  const near = nearestKernel(name, known)
  const nearest = near === undefined ? "" : `; the nearest that there is: "debian:${near}"`
  return {
    sure: true,
    message: `apt knows no package ${name} for arm64: an archive keeps few versions of a kernel`,
    remedy: `write "debian:${meta}", its newest${nearest}`,
    meant: `debian:${meta}`,
    ...(near === undefined ? {} : { other: `debian:${near}` }),
  }
}

function kernelTrouble(name: string, archive: Known): PackageTrouble | undefined {
  const flavour = OTHERS.exec(name)?.[1]
  const meant = `debian:${ARM64_KERNEL}`
  if (name.startsWith("linux-image") && flavour !== undefined) {
    const message = `${name} is a kernel for ${flavour}, and the guest's CPUs are arm64`
    return { sure: true, message, remedy: `write "${meant}"`, meant }
  }
  if (isOfOneVersion(name)) return goneKernel(name, archive() ?? [name])
  if (name.startsWith("linux-image-")) return undefined
  const near = nearest(name, KERNELS)
  const known = PROGRAMS.includes(name) ? `${name} has no kernel` : `${name} is no name of a kernel's package`
  const better = `debian:${near ?? ARM64_KERNEL}`
  return { sure: PROGRAMS.includes(name), message: known, remedy: `write "${better}"`, meant: better }
}

function noProgram(name: string): PackageTrouble {
  const meant = `debian:${PROGRAMS[0]}`
  return {
    sure: true,
    ramdisk: true,
    message: `${name} is a kernel, and the ramdisk is made of programs: it would have no init`,
    remedy: `write "${meant}", and the kernel under "kernel"`,
    meant,
  }
}

/** What is wrong with a package's name; `kernel`: it is to be the guest's kernel. */
export function packageTrouble(
  source: DebianSource,
  kernel: boolean,
  archive: Known = () => undefined,
): PackageTrouble | undefined {
  const { package: name, path } = source
  if (path !== undefined) return undefined
  const known = kernel ? KERNELS : PROGRAMS
  if (known.includes(name)) return undefined
  const wrong = kernel
    ? kernelTrouble(name, archive)
    : name.startsWith("linux-image-")
      ? noProgram(name)
      : undefined
  if (wrong !== undefined) return wrong
  // Kernels of one version, linux-image-6.1.0-21-arm64, are too many to be known.
  // Programs of an initramfs have no libraries beside them.
  const fixed = known.find((one) => one === `${name}-static`)
  const near = fixed ?? (/^linux-image-\d/.test(name) ? undefined : nearest(name, known))
  if (fixed !== undefined) {
    const meant = `debian:${fixed}`
    const message = `the programs of ${name} need shared libraries, which an initramfs has not`
    return { sure: true, message, remedy: `did you mean "${meant}"?`, meant }
  }
  if (near !== undefined) {
    const meant = `debian:${near}`
    const message = `no package ${name} is known, and it is not in the cache`
    return { sure: false, message, remedy: `did you mean "${meant}"?`, meant }
  }
  if (selectionOf(source) !== undefined) return undefined
  const remedy = `name it: "debian:${name}/usr/bin/PROGRAM"`
  return { sure: true, message: `which file of the package ${name}?`, remedy }
}
