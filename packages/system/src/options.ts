// SPDX-License-Identifier: BSD-2-Clause
//
// What the rules need to know beside the file, and the limits of the target.

export interface ParseOptions {
  /** The only one taken so far. */
  readonly architecture?: "aarch64"
  /** CPU cores of the board; 1 when not given. */
  readonly cpus?: number
  /**
   * Size in bytes of a prefill file, or undefined when there is no such file. Without this function the
   * rules about prefill files are not checked, and a region's size must be written.
   */
  readonly prefillSize?: (path: string) => number | undefined
}

/** Page sizes of the 4 KiB granule that a region may ask for, bytes, smallest first. */
export const PAGE_SIZES: readonly [number, number] = [0x1000, 0x20_0000]
export const SMALL_PAGE = PAGE_SIZES[0]
export const LARGE_PAGE = PAGE_SIZES[1]

/** Microkit: stacks from one page to 16 MiB. */
export const STACK_SIZES = { min: 0x1000, max: 0x100_0000, default: 0x2000 } as const

export const DEFAULT_BUDGET_US = 1000
export const MAX_PRIORITY = 254
/** Protection domains and virtual machines each. */
export const MAX_DOMAINS = 63

/** End of the intermediate physical address space: 40 bits (VTCR_EL2.T0SZ = 24 as seL4 sets it). */
export const MACHINE_SPACE_END = 0x100_0000_0000
/** Top of a protection domain's stack, below the last 0x2000 bytes of its 40-bit space. */
const STACK_TOP = 0xff_ffff_e000

/** End of what a protection domain may map: the bottom of its stack. */
export function domainSpaceEnd(stackSize: number): number {
  return STACK_TOP - stackSize
}

export function roundUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit
}
