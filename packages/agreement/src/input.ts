// SPDX-License-Identifier: BSD-2-Clause
//
// What must agree, as one value: the system description, the board's and the guest's device tree, the guest file, and
// the images where they are at hand; with the texts of the sources, so that a finding can carry edits.

import type { DeviceTree } from "@vmm/devicetree"
import type { GuestAtHand, GuestConfig, KernelConfig } from "@vmm/guest-boot"
import type { System } from "@vmm/system"

import type { TextFile } from "./edit/text.ts"
import type { Range } from "./words.ts"

/** The files of an example that a fix may change. */
export interface Sources {
  readonly system: TextFile
  /** The board's tree: what the machine is made of. Fixes never change it. */
  readonly board: TextFile
  /** Of the guest's tree, in the order in which they apply. */
  readonly overlays: readonly TextFile[]
  readonly guest: TextFile | undefined
}

/** What is known of the guest's files without fetching anything. */
export interface Images {
  readonly kernel?: KernelFacts
  /** What is wrong with the kernel's file: message and remedy. */
  readonly wrong?: { readonly message: string; readonly remedy?: string }
  /** In its place, what the folder has or Debian's, as the guest file names it. */
  readonly otherKernel?: string
  /** Layers of the ramdisk that are none: the path that the guest file gives, message and remedy. */
  readonly noRamdisks?: readonly {
    readonly path: string
    readonly message: string
    readonly remedy: string
    /** Layers in its place. */
    readonly meant?: readonly string[]
  }[]
  /** What parts of the ramdisk's files are packed by: "gzip", "zstd". */
  readonly packings?: GuestAtHand["packings"]
  /** Why Linux cannot start a program of the ramdisk, and what helps; absent when that cannot be told. */
  readonly noInit?: GuestAtHand["noInit"]
  /** Layers of a ramdisk that can be started, out of what lies beside the guest file. */
  readonly layersBeside?: readonly string[]
  /** Packages that there are not, or that do not do. */
  readonly noPackages?: GuestAtHand["noPackages"]
  /** Bytes of the initramfs, about. */
  readonly initrdSize?: number
}

/** What the rules want to know of a kernel's file. */
export interface KernelFacts {
  /** As guest.json names it. */
  readonly name: string
  readonly textOffset: number
  /** Bytes in memory, BSS included. */
  readonly imageSize: number
  /** Linux, and not machine code without a header. */
  readonly linux: boolean
  /** Those of the strings that built-in drivers of the kernel match. */
  readonly drivers: (compatible: readonly string[]) => ReadonlySet<string>
  /** What it was built with, as far as that is known, without CONFIG_. */
  readonly config?: KernelConfig
}

/** Everything that must agree, read and parsed: what every rule is given. */
export interface Agreement {
  readonly system: System
  readonly hardware: DeviceTree
  readonly guestTree: DeviceTree
  /** The board's RAM. */
  readonly ram: readonly Range[]
  /** What the board's counter runs at, Hz: CNTFRQ_EL0. */
  readonly counterHz?: number
  /** The board's cores. */
  readonly cores: number
  /** RAM that regions without phys_addr do not get: the kernel's own, and what the board's tree reserves. */
  readonly kept: ReadonlyArray<Range & { readonly what: string }>
  /** Physical addresses by region index; undefined when the regions do not fit. */
  readonly physAddr: ((region: number) => number | undefined) | undefined
  readonly guest: GuestConfig | undefined
  readonly images: Images
  /** True when a domain's program is the project's own VMM, whose devices are known. */
  readonly simpleVmm: (domain: number) => boolean
  readonly sources: Sources
}

/** True for a kernel's file without any mark of a kernel: machine code without a header, most likely. */
export const isOfNoKind = ({ wrong }: Images): boolean => wrong?.message.includes("magic") === true

/**
 * False for machine code of one's own, which may do without what Linux needs, and while the guest file or its kernel
 * cannot be read: what is said of Linux would be a guess.
 */
export function isLinux({ guest, images, sources }: Agreement): boolean {
  if (isOfNoKind(images)) return false
  return guest === undefined ? sources.guest === undefined : !guest.kernel.flat
}
