// SPDX-License-Identifier: BSD-2-Clause
//
// Cortex-A53 r0p4 with the Cryptography Extension (Cortex-A53 TRM, DDI 0500, chapter 4): Armv8.0-A and CRC32.

import type { CpuModel } from "./model.ts"

export const CORTEX_A53: CpuModel = {
  name: "cortex-a53",
  compatible: "arm,cortex-a53",
  midr: 0x410fd034,
  features: new Set(["AES", "PMULL", "SHA1", "SHA256", "CRC32"]),
  // 64-byte lines, VIPT instruction cache.
  ctr: 0x8444_8004,
  // Two levels: separate level 1, unified level 2.
  clidr: 0x0a20_0023,
  // 32 KiB 4-way data, 32 KiB 2-way instruction, 1 MiB 16-way unified level 2.
  ccsidr: [0x700f_e01a, 0x201f_e00a, 0x707f_e07a],
}
