// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/guest-boot: image formats and boot protocols of guests, and where guest files come from.
//
//   readGuestFile(path), loadGuestFiles(config)   guest.json to kernel and ramdisk bytes (effects)
//   planBoot({ config, tree, ram, kernel, ... })   addresses, final device tree and segments (pure)
//   readLinuxImage, assembleRamdisk, ...          the parts, each pure

export { IMAGE_ALIGN, isArm64Image } from "./kernel/arm64-image.ts"
export type { KernelConfig } from "./kernel/kernel-config.ts"
export { guestAtHand, type GuestAtHand, type KernelAtHand } from "./at-hand.ts"
export { type BootPlan, type BootRequest, planBoot } from "./boot-plan.ts"
export { cacheRoot } from "./cache-root.ts"
export { readCpio, writeCpio } from "./ramdisk/cpio.ts"
export type { Diagnostic, Place } from "./diagnostic.ts"
export { parseGuestConfig, type GuestConfig } from "./config/guest-config.ts"
export { type Mended, ramdiskText } from "./ramdisk/mended-init.ts"
export { ramdiskContents } from "./ramdisk/ramdisk-contents.ts"
export { layersBeside, USUAL_LAYERS } from "./ramdisk/init-at-hand.ts"
export { GuestError } from "./config/guest-error.ts"
export {
  loadGuestFiles,
  lockPath,
  readGuestFile,
  type GuestFileOptions,
  type GuestFiles,
} from "./guest-files.ts"
export { sourceText, type GuestSource, type KernelSource } from "./config/guest-source.ts"
export { commandLine, fixGuestTree, guestTreeDiagnostics, treeWishes } from "./guest-tree.ts"
export { readFlatImage, readLinuxImage, type KernelImage, type LinuxImage } from "./kernel/kernel-file.ts"
export { DTB_MAX, planPlacement, type Placement, type PlacementRequest, type Range } from "./placement.ts"
export { assembleRamdisk, ramdiskEntries, type RamdiskLayer } from "./ramdisk/ramdisk.ts"
export { mergeEntries, STANDARD_ENTRIES, type RamdiskEntry } from "./ramdisk/ramdisk-entry.ts"
