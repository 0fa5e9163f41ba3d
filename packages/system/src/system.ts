// SPDX-License-Identifier: BSD-2-Clause
//
// A checked system: plain immutable data, what the kernel boots from. Names are resolved to indexes, every
// default is filled in, and every part knows the place in the .system file it came from.
//
// Addresses and sizes are bytes in JS numbers below 2^53. Times are microseconds.

import type { Place } from "@vmm/diagnostic"
import type { Architecture } from "./options.ts"
import type { Permissions, Polarity, Trigger } from "./read/values.ts"
import type { BootInfo, Duration, PciDevice } from "./read/values-x86.ts"

export type { Architecture, BootInfo, Duration, PciDevice, Permissions, Polarity, Trigger }

/** The whole file. */
export interface System {
  readonly architecture: Architecture
  readonly memoryRegions: ReadonlyArray<MemoryRegion>
  /** Parents stand before their children. */
  readonly protectionDomains: ReadonlyArray<ProtectionDomain>
  readonly virtualMachines: ReadonlyArray<VirtualMachine>
  readonly channels: ReadonlyArray<Channel>
  /** Undefined: every domain runs whenever it is ready. */
  readonly schedule: Schedule | undefined
  readonly ioAddressSpaces: ReadonlyArray<IoAddressSpace>
  readonly place: Place
}

/** Places of the attributes that an element has, by their names, and of its own name as "". */
export type Places = Readonly<Record<string, Place>>

/** A memory region; sizes and addresses are bytes. */
export interface MemoryRegion {
  readonly name: string
  /** A multiple of pageSize, not 0. */
  readonly size: number
  /** 0x1000 or 0x200000. */
  readonly pageSize: number
  /** Undefined: to be placed in free RAM (`placeRegions`). */
  readonly physAddr: number | undefined
  readonly prefill: Prefill | undefined
  /** What the boot loader leaves, which the region holds at start. */
  readonly bootInfo: BootInfo | undefined
  readonly place: Place
  readonly at: Places
}

/** What a region holds at start, from its first byte; the rest is zero. */
export interface Prefill {
  /** As written in the file. */
  readonly path: string
  /** Bytes; undefined when the reader was not told the sizes of files. */
  readonly size: number | undefined
  readonly place: Place
}

/** A protection domain with all that is written inside of it. */
export interface ProtectionDomain {
  readonly name: string
  /** Index of the domain that receives its faults; undefined: the monitor does. */
  readonly parent: number | undefined
  /** The `child` of the parent's fault entry point, 0 to 61; undefined without a parent. */
  readonly id: number | undefined
  /** 0 to 254. */
  readonly priority: number
  /** Microseconds in each period. */
  readonly budget: number
  /** Microseconds, not less than the budget. */
  readonly period: number
  readonly passive: boolean
  /** Bytes. */
  readonly stackSize: number
  readonly smc: boolean
  readonly cpu: number
  readonly fpu: boolean
  readonly programImage: ProgramImage
  readonly maps: ReadonlyArray<RegionMap>
  readonly irqs: ReadonlyArray<Irq>
  /** Interrupts of x86. */
  readonly x86Irqs: ReadonlyArray<X86Irq>
  readonly ioPorts: ReadonlyArray<IoPort>
  /** Capabilities of other domains. */
  readonly caps: ReadonlyArray<Cap>
  /** Index in `Schedule.domains`. */
  readonly schedulingDomain: number | undefined
  readonly setvars: ReadonlyArray<Setvar>
  /** Index of the machine it runs. */
  readonly virtualMachine: number | undefined
  readonly place: Place
}

/** The file of a domain's program, as it is written. */
export interface ProgramImage {
  readonly path: string
  readonly pathForSymbols: string | undefined
  readonly place: Place
  /** Of the path, between its quotes. */
  readonly pathPlace: Place
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
  readonly at: Places
}

/** An interrupt of the board that a domain gets. */
export interface Irq {
  /** INTID, 0 to 1019. */
  readonly irq: number
  /** Channel at which it arrives, 0 to 61. */
  readonly id: number
  readonly trigger: Trigger
  readonly place: Place
  readonly at: Places
}

/** An interrupt of x86 that a domain gets. */
export interface X86Irq {
  readonly source:
    | {
        readonly kind: "io-apic"
        readonly ioapic: number
        readonly pin: number
        readonly trigger: Trigger
        readonly polarity: Polarity
      }
    | { readonly kind: "msi"; readonly device: PciDevice; readonly handle: number }
  /** 0 to 107. */
  readonly vector: number
  readonly id: number
  readonly place: Place
}

/** I/O ports of x86 that a domain may use; `id` is 0 to 61. */
export interface IoPort {
  readonly id: number
  readonly addr: number
  /** Ports, at least 1. */
  readonly size: number
  readonly place: Place
}

/** A capability of another domain in a domain's `<cspace>`. */
export interface Cap {
  readonly kind: "tcb" | "sc" | "vspace"
  /** 1 to 127. */
  readonly slot: number
  /** Index of the domain whose capability it is. */
  readonly protectionDomain: number
  readonly place: Place
}

/** Scheduling domains and when each runs. */
export interface Schedule {
  /** Each has a number of its own, 0 to 15. */
  readonly domains: ReadonlyArray<{ readonly name: string; readonly id: number; readonly place: Place }>
  /** Undefined: an end marker. */
  readonly entries: ReadonlyArray<{ readonly domain: number; readonly duration: Duration } | undefined>
  readonly startIndex: number
  readonly indexShift: number
  readonly place: Place
}

/** What a PCI device may reach by DMA. */
export interface IoAddressSpace {
  readonly name: string
  readonly device: PciDevice
  readonly domainId: number
  readonly maps: ReadonlyArray<{
    /** Index of the memory region. */
    readonly region: number
    readonly address: number
    readonly perms: Permissions
    readonly place: Place
  }>
  readonly place: Place
}

/** What a variable is set to; which of the file's attributes it comes from. */
export type SetvarKind =
  | "region_paddr"
  | "vaddr"
  | "size"
  | "prefill_size"
  | "irq_id"
  | "channel_id"
  | "ioport_id"
  | "ioport_addr"
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

/** A virtual machine; budget and period are those of each vCPU. */
export interface VirtualMachine {
  readonly name: string
  /** Index of the domain that runs it. */
  readonly protectionDomain: number
  readonly priority: number
  /** Microseconds in each period. */
  readonly budget: number
  /** Microseconds, not less than the budget. */
  readonly period: number
  /** At least one, in the file's order. */
  readonly vcpus: ReadonlyArray<Vcpu>
  readonly maps: ReadonlyArray<RegionMap>
  readonly place: Place
}

/** A virtual CPU; `cpu` is the core of the board that it runs on. */
export interface Vcpu {
  /** The `child` of the VMM's fault entry point, 0 to 61. */
  readonly id: number
  readonly cpu: number
  readonly place: Place
}

/** A channel between two domains. */
export interface Channel {
  readonly ends: readonly [ChannelEnd, ChannelEnd]
  readonly place: Place
}

/** What one domain of a channel sees of it; `id` is 0 to 61. */
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
