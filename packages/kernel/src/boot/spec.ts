// SPDX-License-Identifier: BSD-2-Clause
//
// What the kernel boots: plain data, every region placed, every value of setvar computed, plus the program
// of each domain. Addresses and sizes are bytes, numbers below 2^48.

import type { RamRange } from "@vmm/machine"
import type { ProgramFactory } from "../api/program.ts"

/** A piece of physical memory. */
export interface BootRegion {
  readonly name: string
  /** Physical address, a multiple of pageSize. What is not RAM is device memory. */
  readonly physAddr: number
  readonly size: number
  /** 0x1000 or 0x200000. */
  readonly pageSize: number
  /** Written to the start of the region at boot (RAM only). */
  readonly contents?: Uint8Array
}

/** A region mapped into a domain or a VM. */
export interface BootMap {
  /** Name of a region. */
  readonly region: string
  /** Virtual address in the domain, or IPA in the VM. */
  readonly vaddr: number
  /** Subset of "rwx". */
  readonly perms: string
  readonly cached: boolean
}

/** An interrupt of the board that arrives at a domain. */
export interface BootIrq {
  /** Hardware INTID: SPI n is n + 32. */
  readonly intid: number
  readonly trigger: "level" | "edge"
  /** 0 .. 61, sharing one space with channels. */
  readonly channel: number
}

/** A vCPU and where it runs. */
export interface BootVcpu {
  /** 0 .. 61. */
  readonly id: number
  /** Core of the board. */
  readonly cpu: number
}

/** A virtual machine; the domain that has it gets its faults. */
export interface BootVm {
  readonly name: string
  /** 0 .. 254. */
  readonly priority: number
  readonly maps: readonly BootMap[]
  readonly vcpus: readonly BootVcpu[]
  /** Microseconds of each vCPU: 1000 by default, and the period the budget. */
  readonly budgetUs?: number
  readonly periodUs?: number
}

/** A protection domain and all that it is given. */
export interface BootDomain {
  readonly name: string
  /** 0 .. 254. */
  readonly priority: number
  /** Of a child domain: its parent's name and its id there. */
  readonly parent?: { readonly domain: string; readonly id: number }
  readonly program: ProgramFactory
  readonly maps: readonly BootMap[]
  readonly irqs: readonly BootIrq[]
  /** Symbol -> value: setvar, setvar_vaddr, setvar_size, setvar_id, ... */
  readonly setvars: ReadonlyMap<string, number>
  readonly smc: boolean
  /** Core of the board, 0 by default. */
  readonly cpu?: number
  /** Microseconds: 1000 by default, and the period the budget. */
  readonly budgetUs?: number
  readonly periodUs?: number
  /** Runs on its callers' budget once `init` is over. */
  readonly passive?: boolean
  readonly vm?: BootVm
}

/** One end of a channel. */
export interface BootEnd {
  readonly domain: string
  /** 0 .. 61. */
  readonly id: number
  /** May signal the other end. */
  readonly notify: boolean
  /** May call the other end, which has the higher priority. */
  readonly ppc: boolean
}

/** A whole system as plain data: what the kernel boots. */
export interface BootSpec {
  /** RAM of the kernel's own, for page tables: no region may overlap it. */
  readonly kernelMemory: RamRange
  readonly regions: readonly BootRegion[]
  /** In the order of the system description: the monitor numbers them so. */
  readonly domains: readonly BootDomain[]
  readonly channels: ReadonlyArray<readonly [BootEnd, BootEnd]>
}
