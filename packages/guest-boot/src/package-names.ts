// SPDX-License-Identifier: BSD-2-Clause
//
// Whether `debian:NAME` can be a package for the guest, by its name alone: Debian's kernel packages end in their
// flavour, which begins or ends with the architecture (Debian Linux Kernel Handbook, chapter 3). Asks no archive.

import { nearest } from "@vmm/diagnostic"

import type { DebianSource } from "./guest-source.ts"
import { selectionOf } from "./package-files.ts"

export interface PackageTrouble {
  /** False: the name is likely wrong; true: it cannot be right. */
  readonly sure: boolean
  readonly message: string
  readonly remedy: string
  /** The name that was meant, as guest.json writes it. */
  readonly meant?: string
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

function kernelTrouble(name: string): PackageTrouble | undefined {
  const flavour = OTHERS.exec(name)?.[1]
  const meant = `debian:${ARM64_KERNEL}`
  if (name.startsWith("linux-image") && flavour !== undefined) {
    const message = `${name} is a kernel for ${flavour}, and the guest's CPUs are arm64`
    return { sure: true, message, remedy: `write "${meant}"`, meant }
  }
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
export function packageTrouble(source: DebianSource, kernel: boolean): PackageTrouble | undefined {
  const { package: name, path } = source
  if (path !== undefined) return undefined
  const known = kernel ? KERNELS : PROGRAMS
  if (known.includes(name)) return undefined
  const wrong = kernel ? kernelTrouble(name) : name.startsWith("linux-image-") ? noProgram(name) : undefined
  if (wrong !== undefined) return wrong
  // Kernels of one version, linux-image-6.1.0-21-arm64, are too many to be known.
  const near = /^linux-image-\d/.test(name) ? undefined : nearest(name, known)
  if (near !== undefined) {
    const meant = `debian:${near}`
    const message = `no package ${name} is known, and it is not in the cache`
    return { sure: false, message, remedy: `did you mean "${meant}"?`, meant }
  }
  if (selectionOf(source) !== undefined) return undefined
  const remedy = `name it: "debian:${name}/usr/bin/PROGRAM"`
  return { sure: true, message: `which file of the package ${name}?`, remedy }
}
