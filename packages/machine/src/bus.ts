// SPDX-License-Identifier: BSD-2-Clause
//
// The physical address map outside RAM: which device answers where. Regions do not overlap; a later, more
// specific device may not shadow an earlier one. An address nobody answers is an external abort, which the
// caller raises.

import type { AccessSize, MmioDevice } from "./device.ts"

export interface BusRegion {
  readonly base: number
  readonly size: number
  readonly device: MmioDevice
  /** Added to the offset before the device sees it: the offset of this region in the device's own map. */
  readonly deviceOffset: number
}

export class Bus {
  private readonly regions: BusRegion[] = []
  private last: BusRegion | undefined

  /** Maps `[base, base + size)` to the device; throws RangeError when something else is there. */
  map(base: number, size: number, device: MmioDevice, deviceOffset = 0): void {
    const clash = this.regions.find((region) => base < region.base + region.size && region.base < base + size)
    if (clash !== undefined) {
      const range = `[0x${base.toString(16)}..0x${(base + size).toString(16)})`
      throw new RangeError(`${device.name} at ${range} overlaps ${clash.device.name}`)
    }
    this.regions.push({ base, size, device, deviceOffset })
    this.regions.sort((a, b) => a.base - b.base)
  }

  /** The region that answers at `pa`, or undefined. */
  find(pa: number): BusRegion | undefined {
    const last = this.last
    if (last !== undefined && pa >= last.base && pa < last.base + last.size) return last
    let low = 0
    let high = this.regions.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.regions[middle].base <= pa) low = middle + 1
      else high = middle
    }
    const found = low === 0 ? undefined : this.regions[low - 1]
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

  /** All regions in address order. */
  list(): readonly BusRegion[] {
    return this.regions
  }
}
