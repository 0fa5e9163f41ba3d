// SPDX-License-Identifier: BSD-2-Clause
//
// The address space of a protection domain: which frames it sees where and with which rights. A TypeScript
// domain executes no loads of its own, so this is a sorted list of mappings and no page table.

import type { KernelObject } from "./cap.ts"
import type { Frames } from "./frame.ts"

export interface Permissions {
  readonly read: boolean
  readonly write: boolean
  readonly execute: boolean
}

/** Reads the `perms` of a map: a subset of "rwx". Throws RangeError for anything else. */
export function permissions(perms: string): Permissions {
  if (!/^[rwx]+$/.test(perms)) throw new RangeError(`perms '${perms}' are not a combination of r, w and x`)
  return { read: perms.includes("r"), write: perms.includes("w"), execute: perms.includes("x") }
}

export interface Mapping {
  readonly frames: Frames
  readonly vaddr: number
  readonly size: number
  readonly perms: Permissions
  readonly cached: boolean
}

export class VSpace implements KernelObject {
  readonly type = "vspace"
  private readonly mappings: Mapping[] = []
  private last: Mapping | undefined

  /** Throws RangeError when the range is taken. */
  map(mapping: Mapping): void {
    const clash = this.mappings.find(
      (other) => mapping.vaddr < other.vaddr + other.size && other.vaddr < mapping.vaddr + mapping.size,
    )
    if (clash !== undefined) {
      throw new RangeError(
        `${mapping.frames.name} at 0x${mapping.vaddr.toString(16)} overlaps ${clash.frames.name}`,
      )
    }
    this.mappings.push(mapping)
    this.mappings.sort((a, b) => a.vaddr - b.vaddr)
  }

  /** The mapping that holds `vaddr`. */
  find(vaddr: number): Mapping | undefined {
    const last = this.last
    if (last !== undefined && vaddr >= last.vaddr && vaddr < last.vaddr + last.size) return last
    const found = this.mappings.find((one) => vaddr >= one.vaddr && vaddr < one.vaddr + one.size)
    if (found !== undefined) this.last = found
    return found
  }
}
