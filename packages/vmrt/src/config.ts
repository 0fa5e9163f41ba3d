// SPDX-License-Identifier: BSD-2-Clause
//
// What a VMM knows of its VM before it runs: plain data, compiled from the system description, the guest's
// device tree and its images.

/** Guest RAM: guest-physical range, and where the VMM's own address space has the same memory. */
export interface RamRegion {
  readonly gpa: number
  readonly size: number
  /** Virtual address in the VMM; without it the setvar `guest_ram_vaddr`. */
  readonly vaddr?: number
}

/** Bytes that are handed out one piece after the other, each good until the next, as often as they are wanted. */
export interface Pieces {
  /** How many they are together. */
  readonly length: number
  pieces(): Iterable<Uint8Array>
}

/** Bytes to be in guest RAM when the guest starts: kernel, device tree, initramfs. */
export interface GuestImage {
  /** What it is, for messages: `kernel`, `device tree` .. */
  readonly name?: string
  readonly gpa: number
  readonly bytes: Uint8Array | Pieces
}

/** Bytes [base..base + size). */
export interface AddressRange {
  readonly base: number
  readonly size: number
}

/** The guest's interrupt controller; ranges are guest-physical. */
export interface GicConfig {
  readonly version: 2 | 3
  readonly distributor: AddressRange
  /** GICv3 only. */
  readonly redistributor?: AddressRange
}

/** A physical interrupt, by its channel to the VMM, that the guest gets as `intid`. */
export interface PassthroughIrq {
  readonly channel: number
  readonly intid: number
  readonly trigger: "level" | "edge"
}

/** A guest as its VMM is to run it. */
export interface VmConfig {
  /** Name of the virtual machine. */
  readonly name: string
  /** Ids of its vCPUs; the first one boots. Everywhere else a vCPU is counted from 0 in this order. */
  readonly vcpus: readonly number[]
  /** Aff3.Aff2.Aff1.Aff0 of each vCPU as the guest's cpu nodes have it; by default Aff1 = n / 16, Aff0 = n % 16. */
  readonly affinities?: readonly number[]
  readonly gic: GicConfig
  readonly ramRegions: readonly RamRegion[]
  readonly images: readonly GuestImage[]
  /** Guest-physical address of the first instruction. */
  readonly entry: number
  /** Guest-physical address of the device tree, x0 at the entry; 0 without one. */
  readonly dtb?: number
  readonly passthroughIrqs: readonly PassthroughIrq[]
}
