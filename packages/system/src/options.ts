// SPDX-License-Identifier: BSD-2-Clause
//
// What the rules need to know beside the file, and the limits of the target.

/** The target architectures, by Microkit's names. */
export const ARCHITECTURES = ["aarch64", "x86_64", "riscv64"] as const
export type Architecture = (typeof ARCHITECTURES)[number]

/** What is known beside the text of the file. */
export interface ParseOptions {
  /** aarch64 when not given. */
  readonly architecture?: Architecture
  /** CPU cores of the board; 1 when not given. */
  readonly cpus?: number
  /** No board will be asked: warn about what its check would tell better, such as guests that starve others. */
  readonly lone?: boolean
  /**
   * Size in bytes of a prefill file, or undefined when there is no such file. Without this function the
   * rules about prefill files are not checked, and a region's size must be written.
   */
  readonly prefillSize?: (path: string) => number | undefined
  /** Names of files in the folder of a prefill file that is not there. */
  readonly prefillNames?: (path: string) => readonly string[]
  /** What device trees tell; asked only where the file has a mistake. */
  readonly surroundings?: () => Surroundings | undefined
}

/** Bytes `[base, base + size)`. */
export interface Extent {
  readonly base: number
  readonly size: number
}

/** A device of the trees, as far as a `.system` file repeats what it says. */
export interface KnownDevice {
  /** Of the node: its name without the unit address, its labels. */
  readonly names: ReadonlyArray<string>
  /** Registers as the board has them. */
  readonly ranges: ReadonlyArray<Extent>
  /** INTIDs of its shared interrupts. */
  readonly interrupts: ReadonlyArray<number>
  /** The guest's tree has it enabled. */
  readonly wanted: boolean
}

/** The numbers of device trees that a .system file repeats. */
export interface Surroundings {
  readonly devices: ReadonlyArray<KnownDevice>
  /** RAM as the guest's tree has it. */
  readonly guestRam: ReadonlyArray<Extent>
  /** What a guest finds at another address than the board has it: the virtual CPU interface of a GIC. */
  readonly elsewhere: ReadonlyArray<{ readonly physAddr: number; readonly vaddr: number }>
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

interface AddressLimits {
  /** Top of a protection domain's stack: 0x2000 bytes below the end of user addresses. */
  readonly stackTop: number
  /** End of guest-physical addresses. */
  readonly machineEnd: number
  /** End of physical addresses. */
  readonly physicalEnd: number
}

/**
 * What seL4 leaves to user programs: 40 bits with the hypervisor on AArch64 (VTCR_EL2.T0SZ = 24), the lower half of
 * four-level page tables on x86-64, that of Sv39 on RISC-V.
 */
export const LIMITS: Readonly<Record<Architecture, AddressLimits>> = {
  aarch64: { stackTop: 0xff_ffff_e000, machineEnd: 0x100_0000_0000, physicalEnd: 0x100_0000_0000 },
  x86_64: { stackTop: 0x7fff_ffff_d000, machineEnd: 0x8000_0000_0000, physicalEnd: 0x8000_0000_0000 },
  riscv64: { stackTop: 0x3f_ffff_d000, machineEnd: 0, physicalEnd: 0x8000_0000_0000 },
}

/** End of what a protection domain may map: the bottom of its stack. */
export function domainSpaceEnd(architecture: Architecture, stackSize: number): number {
  return LIMITS[architecture].stackTop - stackSize
}

/** End of a device's addresses behind the IOMMU: three levels of tables, 39 bits. */
export const IO_SPACE_END = 0x80_0000_0000
/** I/O ports of x86. */
export const IO_PORTS = 0x1_0000
/** Interrupt vectors of x86 that seL4 leaves to users, the first of them 0. */
export const MAX_VECTOR = 107
/** Slots of <cspace>, 0 being Microkit's own, and how many of them Microkit's root CNode really has. */
export const CSPACE_SLOTS = { named: 128, real: 64 } as const
/** Scheduling domains (KernelNumDomains), and entries of their schedule (KernelNumDomainSchedules). */
export const MAX_SCHEDULING_DOMAINS = 16
export const MAX_SCHEDULE = 100

export function roundUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit
}
