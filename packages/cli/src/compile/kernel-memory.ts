// SPDX-License-Identifier: BSD-2-Clause
//
// The RAM that the kernel keeps for itself, and what keeps it from having any.

import { type Diagnostic, errorAt, replaceAt } from "@vmm/diagnostic"
import type { Range } from "@vmm/guest-boot"
import type { BoardDescription } from "@vmm/machine"
import type { System } from "@vmm/system"

/** RAM of the kernel, for page tables. */
const KERNEL_SIZE = 0x100_0000
const PAGE = 0x1000
const end = ({ base, size }: Range): number => base + size
const overlap = (a: Range, b: Range): boolean => a.base < end(b) && b.base < end(a)

/**
 * The kernel's own RAM: the highest 16 MiB that no region with a phys_addr and no reserved memory takes.
 * Undefined when there is no such piece.
 */
export function kernelMemory(
  ram: readonly Range[],
  system: System,
  reserved: readonly Range[],
): Range | undefined {
  const fixed = system.memoryRegions.flatMap(({ physAddr, size }) =>
    physAddr === undefined ? [] : [{ base: physAddr, size }],
  )
  const taken = [...fixed, ...reserved]
  for (const range of [...ram].sort((a, b) => b.base - a.base)) {
    let candidate = { base: end(range) - KERNEL_SIZE, size: KERNEL_SIZE }
    for (;;) {
      const at = candidate
      const clash = taken.find((one) => overlap(one, at))
      if (candidate.base < range.base) break
      if (clash === undefined) return candidate
      candidate = { base: Math.floor(clash.base / PAGE) * PAGE - KERNEL_SIZE, size: KERNEL_SIZE }
    }
  }
  return undefined
}

export function inRam(board: BoardDescription | undefined, address: number): boolean {
  return board?.ram.some(({ base, size }) => address >= base && address < base + size) ?? false
}

/** A region with a phys_addr that takes all of the RAM: half of it, as a power of two, leaves room. */
export function noRoom(system: System, board: BoardDescription): Diagnostic {
  const message = "no 16 MiB of the board's RAM are left for the kernel"
  const inBoard = system.memoryRegions.filter(
    ({ physAddr }) => physAddr !== undefined && inRam(board, physAddr),
  )
  const largest = inBoard.toSorted((a, b) => b.size - a.size)[0]
  const place = largest?.at["size"] ?? largest?.place
  if (largest === undefined || place === undefined) {
    const remedy = "reserve less of it in the board's tree, or give the board more RAM"
    return errorAt(system.place, message, remedy, { code: "kernel-without-room" })
  }
  const half = 2 ** Math.floor(Math.log2(largest.size / 2))
  const size = `0x${half.toString(16)}`
  const fits = half >= largest.pageSize && largest.at["size"] !== undefined
  const title = `write size="${size}"`
  const fixes = fits ? [{ id: "smaller-region", title, edits: [replaceAt(place, size)], notes: [] }] : []
  const what = `${message}: '${largest.name}' takes 0x${largest.size.toString(16)} bytes of it`
  const remedy = "make the region smaller, or give the board more RAM"
  return errorAt(place, what, remedy, { code: "kernel-without-room", fixes })
}
