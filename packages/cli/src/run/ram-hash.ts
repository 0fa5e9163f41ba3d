// SPDX-License-Identifier: BSD-2-Clause
//
// One number for all of RAM: equal runs end with equal ones.

import { createHash } from "node:crypto"

import type { PhysicalMemory } from "@vmm/machine"

/** SHA-256 over the address and the bytes of every 2 MiB that is not all zero, in address order; hexadecimal. */
export function ramHash(memory: PhysicalMemory): string {
  const hash = createHash("sha256")
  for (const { pa, bytes } of memory.backed()) hash.update(`${pa.toString(16)}:`).update(bytes)
  return hash.digest("hex")
}
