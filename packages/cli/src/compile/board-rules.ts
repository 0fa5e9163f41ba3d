// SPDX-License-Identifier: BSD-2-Clause
//
// The RAM that the kernel keeps for itself.

import type { Range } from "@vmm/guest-boot"
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
