// SPDX-License-Identifier: BSD-2-Clause
//
// What a build's system.json holds: everything the kernel boots, as plain data; bytes are files beside it. Addresses
// and sizes are bytes.

import type { BUILD_FORMAT } from "../version.ts"

/** A name of a file in the build's folder. */
type FileName = string

export interface CompiledRegion {
  readonly name: string
  readonly physAddr: number
  readonly size: number
  readonly pageSize: number
  /** Its first bytes at boot. */
  readonly contents?: FileName | undefined
}

export interface CompiledMap {
  readonly region: string
  readonly vaddr: number
  /** Subset of "rwx". */
  readonly perms: string
  readonly cached: boolean
}

export interface CompiledImage {
  /** `kernel`, `dtb`, `initrd`. */
  readonly name: string
  readonly gpa: number
  readonly file: FileName
}

export interface CompiledVm {
  readonly name: string
  readonly priority: number
  readonly maps: readonly CompiledMap[]
  readonly vcpus: ReadonlyArray<{ readonly id: number; readonly cpu: number }>
  /** Of each vCPU. */
  readonly budgetUs: number
  readonly periodUs: number
  readonly affinities: readonly number[]
  readonly gic: {
    readonly version: 2 | 3
    readonly distributor: { readonly base: number; readonly size: number }
    readonly redistributor?: { readonly base: number; readonly size: number } | undefined
  }
  readonly ramRegions: ReadonlyArray<{ readonly gpa: number; readonly size: number; readonly vaddr: number }>
  readonly images: readonly CompiledImage[]
  readonly entry: number
  readonly dtb: number
}

export interface CompiledDomain {
  readonly name: string
  readonly priority: number
  readonly parent?: { readonly domain: string; readonly id: number } | undefined
  /** A module's path is relative to the working directory of the build. */
  readonly program: { readonly kind: "simple-vmm" } | { readonly kind: "module"; readonly path: string }
  readonly maps: readonly CompiledMap[]
  readonly irqs: ReadonlyArray<{
    readonly intid: number
    readonly trigger: "level" | "edge"
    readonly channel: number
  }>
  readonly setvars: Readonly<Record<string, number>>
  readonly smc: boolean
  readonly cpu: number
  readonly budgetUs: number
  readonly periodUs: number
  readonly passive: boolean
  readonly vm?: CompiledVm | undefined
}

export interface CompiledEnd {
  readonly domain: string
  readonly id: number
  readonly notify: boolean
  readonly ppc: boolean
}

export interface CompiledSystem {
  readonly format: typeof BUILD_FORMAT
  readonly name: string
  readonly board: FileName
  /** Path of the serial port that is the console. */
  readonly console?: string | undefined
  /** CPU model that the guest file names. */
  readonly cpu?: string | undefined
  readonly kernelMemory: { readonly base: number; readonly size: number }
  readonly regions: readonly CompiledRegion[]
  readonly domains: readonly CompiledDomain[]
  readonly channels: ReadonlyArray<readonly [CompiledEnd, CompiledEnd]>
}
