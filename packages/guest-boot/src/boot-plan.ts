// SPDX-License-Identifier: BSD-2-Clause
//
// The whole of a guest's boot as one value: kernel, device tree and initramfs with their addresses, and the entry
// point. On arm64 the vCPU starts at `entry` with the tree's address in x0 and x1 to x3 zero
// (Documentation/arch/arm64/booting.rst, section 4).

import { type DeviceTree, writeDtb } from "@vmm/devicetree"
import { isLeft, left, right, type Either } from "fp-ts/lib/Either.js"

import type { Diagnostic } from "./diagnostic.ts"
import type { GuestConfig } from "./config/guest-config.ts"
import { fixGuestTree, guestTreeDiagnostics, treeWishes } from "./guest-tree.ts"
import type { KernelImage } from "./kernel/kernel-file.ts"
import { planPlacement, type Placement, type Range } from "./placement.ts"

/** What a plan of the boot is made from. */
export interface BootRequest {
  readonly config: GuestConfig
  /** The guest's tree: base and overlays. */
  readonly tree: DeviceTree
  /** Guest RAM as the virtual machine has it, the boot range first. */
  readonly ram: readonly Range[]
  readonly kernel: KernelImage
  readonly ramdisk?: Uint8Array
}

/** Bytes for guest memory. */
export interface BootPlan {
  readonly placement: Placement
  /** The tree as the guest gets it. */
  readonly tree: DeviceTree
  readonly dtb: Uint8Array
  /** What to write where, in ascending order of addresses. */
  readonly segments: ReadonlyArray<{
    readonly name: "kernel" | "dtb" | "initrd"
    readonly base: number
    readonly bytes: Uint8Array
  }>
}

/** Plans the boot. Errors: all disagreements between tree, guest.json and RAM; or what does not fit. */
export function planBoot(request: BootRequest): Either<readonly Diagnostic[], BootPlan> {
  const { config, tree, ram, kernel, ramdisk } = request
  const wrong = guestTreeDiagnostics(tree, config, ram)
  if (wrong.length > 0) return left(wrong)
  const wishes = treeWishes(tree)
  const trial = ramdisk === undefined ? undefined : { base: 0, size: ramdisk.length }
  const placed = planPlacement({
    file: config.file,
    ram,
    kernel,
    dtbSize: writeDtb(fixGuestTree(tree, config, ram, trial)).length,
    reserved: wishes.reserved,
    ...(ramdisk === undefined ? {} : { initrdSize: ramdisk.length }),
    ...(wishes.initrdStart === undefined ? {} : { wantedInitrd: wishes.initrdStart }),
  })
  if (isLeft(placed)) return left([placed.left])
  const placement = placed.right
  const fixed = fixGuestTree(tree, config, ram, placement.initrd)
  const dtb = writeDtb(fixed)
  const { initrd } = placement
  const segments = [
    { name: "kernel" as const, base: placement.kernel.base, bytes: kernel.bytes },
    { name: "dtb" as const, base: placement.dtb.base, bytes: dtb },
    ...(ramdisk === undefined || initrd === undefined
      ? []
      : [{ name: "initrd" as const, base: initrd.base, bytes: ramdisk }]),
  ].sort((a, b) => a.base - b.base)
  return right({ placement, tree: fixed, dtb, segments })
}
