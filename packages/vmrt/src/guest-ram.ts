// SPDX-License-Identifier: BSD-2-Clause
//
// Guest RAM as the VMM reaches it: through its own mapping of the same memory regions (libvmm guest_ram.c).

import type { DomainMemory, Microkit } from "@vmm/kernel/api"
import type { RamRegion } from "./config.ts"
import { hex } from "./log.ts"
import { refuse } from "./refuse.ts"

/** The setvar that libvmm's VMMs take the address of guest RAM from. */
export const GUEST_RAM_VADDR = "guest_ram_vaddr"

interface Mapping {
  readonly gpa: number
  readonly size: number
  readonly vaddr: number
}

function map(microkit: Microkit, region: RamRegion): Mapping {
  const { gpa, size } = region
  const place = `guest RAM ${hex(gpa)}..${hex(gpa + size)}`
  const vaddr = region.vaddr ?? microkit.setvars.get(GUEST_RAM_VADDR)
  if (vaddr === undefined) {
    refuse(`${place} has no address in ${microkit.name}: map it there with setvar_vaddr="${GUEST_RAM_VADDR}"`)
  }
  if (!microkit.memory.isMapped(vaddr, size, true)) {
    refuse(`${place} is not mapped writable at ${hex(vaddr)} in ${microkit.name}: give its map perms="rw"`)
  }
  return { gpa, size, vaddr }
}

/** The guest's RAM where the VMM has it mapped. */
export class GuestRam {
  private readonly memory: DomainMemory
  private readonly mappings: readonly Mapping[]

  /** Faults the domain when a region is not mapped in it, readable and writable. */
  constructor(microkit: Microkit, regions: readonly RamRegion[]) {
    this.memory = microkit.memory
    this.mappings = regions.map((region) => map(microkit, region))
  }

  /** VMM address of `size` bytes at a guest-physical address; undefined unless one region has all of them. */
  gpaToVaddr(gpa: number, size = 1): number | undefined {
    const found = this.mappings.find((at) => gpa >= at.gpa && gpa + size <= at.gpa + at.size)
    return found === undefined ? undefined : found.vaddr + (gpa - found.gpa)
  }

  /** Guest-physical address of a VMM address; undefined outside guest RAM. */
  vaddrToGpa(vaddr: number): number | undefined {
    const found = this.mappings.find((at) => vaddr >= at.vaddr && vaddr < at.vaddr + at.size)
    return found === undefined ? undefined : found.gpa + (vaddr - found.vaddr)
  }

  /** A copy of guest memory; undefined when the range is not in one region. */
  read(gpa: number, size: number): Uint8Array | undefined {
    const vaddr = this.gpaToVaddr(gpa, size)
    return vaddr === undefined ? undefined : this.memory.readBytes(vaddr, size)
  }

  /** Copies into guest memory; false when the range is not in one region. */
  write(gpa: number, bytes: Uint8Array): boolean {
    const vaddr = this.gpaToVaddr(gpa, bytes.length)
    if (vaddr === undefined) return false
    this.memory.writeBytes(vaddr, bytes)
    return true
  }

  /** The regions in words, for messages. */
  describe(): string {
    return this.mappings.map((at) => `${hex(at.gpa)}..${hex(at.gpa + at.size)}`).join(", ")
  }
}
