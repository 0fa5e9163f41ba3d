// SPDX-License-Identifier: BSD-2-Clause
//
// The physical address map outside RAM: which device answers where. A region may lie inside a larger one (a
// device inside its bus's configuration space): the smaller one answers, the larger one in what is left.
// An address nobody answers is an external abort, which the caller raises.

import type { AccessSize, MmioDevice } from "./device.ts"

/** Addresses that a device answers at. */
export interface BusRegion {
  readonly base: number
  readonly size: number
  readonly device: MmioDevice
  /** Added to the offset before the device sees it: the offset of this region in the device's own map. */
  readonly deviceOffset: number
}

function hex(base: number, size: number): string {
  return `[0x${base.toString(16)}..0x${(base + size).toString(16)})`
}

/** Do two regions overlap without one being a proper part of the other? */
function clashes(a: BusRegion, base: number, size: number): boolean {
  const [aEnd, end] = [a.base + a.size, base + size]
  if (base >= aEnd || a.base >= end) return false
  if (a.base === base && aEnd === end) return true
  return !((a.base <= base && end <= aEnd) || (base <= a.base && aEnd <= end))
}

/** Physical addresses outside RAM, and the devices that answer there. */
export class Bus {
  private readonly regions: BusRegion[] = []
  /** What answers, without overlap, in address order; empty until it is needed. */
  private flat: BusRegion[] = []
  private last: BusRegion | undefined

  /** Maps `[base, base + size)` to the device; throws RangeError for an overlap that is no nesting. */
  map(base: number, size: number, device: MmioDevice, deviceOffset = 0): void {
    const clash = this.regions.find((region) => clashes(region, base, size))
    if (clash !== undefined) {
      const other = `${clash.device.name} at ${hex(clash.base, clash.size)}`
      throw new RangeError(`${device.name} at ${hex(base, size)} overlaps ${other}`)
    }
    this.regions.push({ base, size, device, deviceOffset })
    this.regions.sort((a, b) => a.base - b.base || b.size - a.size)
    this.flat = []
    this.last = undefined
  }

  /** Is exactly this range mapped? */
  isMapped(base: number, size: number): boolean {
    return this.regions.some((region) => region.base === base && region.size === size)
  }

  private flatten(): void {
    const edges = [...new Set(this.regions.flatMap(({ base, size }) => [base, base + size]))]
    edges.sort((a, b) => a - b)
    let open: BusRegion | undefined
    for (const [index, start] of edges.slice(0, -1).entries()) {
      const end = edges[index + 1]
      const owner = this.regions
        .filter((region) => region.base <= start && end <= region.base + region.size)
        .reduce<BusRegion | undefined>((best, region) => {
          return best === undefined || region.size < best.size ? region : best
        }, undefined)
      const piece = this.flat.at(-1)
      if (owner !== undefined && owner === open && piece !== undefined) {
        this.flat[this.flat.length - 1] = { ...piece, size: end - piece.base }
      } else if (owner !== undefined) {
        const deviceOffset = owner.deviceOffset + start - owner.base
        this.flat.push({ base: start, size: end - start, device: owner.device, deviceOffset })
      }
      open = owner
    }
  }

  /** The region that answers at `pa`, or undefined: of a nested one the part that is its own. */
  find(pa: number): BusRegion | undefined {
    const last = this.last
    if (last !== undefined && pa >= last.base && pa < last.base + last.size) return last
    if (this.flat.length === 0 && this.regions.length > 0) this.flatten()
    let low = 0
    let high = this.flat.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.flat[middle].base <= pa) low = middle + 1
      else high = middle
    }
    const found = low === 0 ? undefined : this.flat[low - 1]
    if (found === undefined || pa >= found.base + found.size) return undefined
    this.last = found
    return found
  }

  /** Reads 1, 2 or 4 bytes; undefined when nobody answers. */
  read(pa: number, size: AccessSize): number | undefined {
    const region = this.find(pa)
    if (region === undefined) return undefined
    return region.device.read(pa - region.base + region.deviceOffset, size) >>> 0
  }

  /** Writes 1, 2 or 4 bytes; false when nobody answers. */
  write(pa: number, size: AccessSize, value: number): boolean {
    const region = this.find(pa)
    if (region === undefined) return false
    region.device.write(pa - region.base + region.deviceOffset, size, value >>> 0)
    return true
  }

  /** All regions as they were mapped, in address order, a containing one before its parts. */
  list(): readonly BusRegion[] {
    return this.regions
  }
}
