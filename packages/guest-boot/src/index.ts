// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/guest-boot: image formats and boot protocols of guests, and where guest files come from.

export { IMAGE_ALIGN, isArm64Image } from "./arm64-image.ts"
export { readCpio, writeCpio } from "./cpio.ts"
export type { Diagnostic, Place } from "./diagnostic.ts"
export { parseGuestConfig, type GuestConfig } from "./guest-config.ts"
export { sourceText, type GuestSource, type KernelSource } from "./guest-source.ts"
export { readFlatImage, readLinuxImage, type KernelImage, type LinuxImage } from "./kernel-file.ts"
export { DTB_MAX, planPlacement, type Placement, type PlacementRequest, type Range } from "./placement.ts"
export { assembleRamdisk, ramdiskEntries, type RamdiskLayer } from "./ramdisk.ts"
export { mergeEntries, STANDARD_ENTRIES, type RamdiskEntry } from "./ramdisk-entry.ts"
