// SPDX-License-Identifier: BSD-2-Clause
//
// A checked system: plain immutable data, what the kernel boots from. Names are resolved to indexes, every
// default is filled in, and every part knows the place in the .system file it came from.
//
// Addresses and sizes are bytes in JS numbers below 2^53. Times are microseconds.

import type { Place } from "@vmm/diagnostic"
import type { Permissions, Trigger } from "./values.ts"

export type { Permissions, Trigger }

export interface System {
  readonly architecture: "aarch64"
  readonly memoryRegions: ReadonlyArray<MemoryRegion>
  /** Parents stand before their children. */
  readonly protectionDomains: ReadonlyArray<ProtectionDomain>
  readonly virtualMachines: ReadonlyArray<VirtualMachine>
  readonly channels: ReadonlyArray<Channel>
  readonly place: Place
}

export interface MemoryRegion {
  readonly name: string
  /** A multiple of pageSize, not 0. */
  readonly size: number
  /** 0x1000 or 0x200000. */
  readonly pageSize: number
  /** Undefined: to be placed in free RAM (`placeRegions`). */
  readonly physAddr: number | undefined
  readonly prefill: Prefill | undefined
  readonly place: Place
}

/** What a region holds at start, from its first byte; the rest is zero. */
export interface Prefill {
  /** As written in the file. */
  readonly path: string
  /** Bytes; undefined when the reader was not told the sizes of files. */
  readonly size: number | undefined
  readonly place: Place
}

export interface ProtectionDomain {
  readonly name: string
  /** Index of the domain that receives its faults; undefined: the monitor does. */
  readonly parent: number | undefined
  /** The `child` of the parent's fault entry point, 0 to 61; undefined without a parent. */
  readonly id: number | undefined
  /** 0 to 254. */
  readonly priority: number
  readonly budget: number
  readonly period: number
  readonly passive: boolean
  readonly stackSize: number
  readonly smc: boolean
  readonly cpu: number
  readonly fpu: boolean
  readonly programImage: ProgramImage
  readonly maps: ReadonlyArray<RegionMap>
  readonly irqs: ReadonlyArray<Irq>
  readonly setvars: ReadonlyArray<Setvar>
  /** Index of the machine it runs. */
  readonly virtualMachine: number | undefined
  readonly place: Place
}

export interface ProgramImage {
  readonly path: string
  readonly pathForSymbols: string | undefined
  readonly place: Place
}

/** A memory region in an address space: virtual in a domain, guest-physical in a machine. */
export interface RegionMap {
  /** Index of the memory region. */
  readonly region: number
  readonly vaddr: number
  /** The region's. */
  readonly size: number
  readonly perms: Permissions
  readonly cached: boolean
  readonly place: Place
}

export interface Irq {
  /** INTID, 0 to 1019. */
  readonly irq: number
  /** Channel at which it arrives, 0 to 61. */
  readonly id: number
  readonly trigger: Trigger
  readonly place: Place
}

export type SetvarKind =
  | "region_paddr"
  | "vaddr"
  | "size"
  | "prefill_size"
  | "irq_id"
  | "channel_id"
  | "child_id"
  | "vcpu_id"

/** A 64-bit variable of the domain's program and what it is set to. */
export interface Setvar {
  readonly symbol: string
  readonly kind: SetvarKind
  /** Undefined: the physical address of a region that is yet to be placed, or a prefill size not known. */
  readonly value: number | undefined
  /** Index of the memory region it is about, if it is about one. */
  readonly region: number | undefined
  readonly place: Place
}

export interface VirtualMachine {
  readonly name: string
  /** Index of the domain that runs it. */
  readonly protectionDomain: number
  readonly priority: number
  readonly budget: number
  readonly period: number
  /** At least one, in the file's order. */
  readonly vcpus: ReadonlyArray<Vcpu>
  readonly maps: ReadonlyArray<RegionMap>
  readonly place: Place
}

export interface Vcpu {
  /** The `child` of the VMM's fault entry point, 0 to 61. */
  readonly id: number
  readonly cpu: number
  readonly place: Place
}

export interface Channel {
  readonly ends: readonly [ChannelEnd, ChannelEnd]
  readonly place: Place
}

export interface ChannelEnd {
  /** Index of the domain. */
  readonly protectionDomain: number
  readonly id: number
  /** May call the other end. */
  readonly pp: boolean
  /** May notify the other end. */
  readonly notify: boolean
  readonly place: Place
}
