// SPDX-License-Identifier: BSD-2-Clause
//
// Cortex-A72 r0p3 with the Cryptography Extension (Cortex-A72 TRM, DDI 100095, chapter 4): Armv8.0-A and CRC32.
// Physical addresses have the 40 bits of this MMU, not its 44.

import type { CpuModel } from "./model.ts"

export const CORTEX_A72: CpuModel = {
  name: "cortex-a72",
  compatible: "arm,cortex-a72",
  midr: 0x410fd083,
  features: new Set(["AES", "PMULL", "SHA1", "SHA256", "CRC32"]),
  // 64-byte lines, PIPT instruction cache.
  ctr: 0x8444_c004,
  clidr: 0x0a20_0023,
  // 32 KiB 2-way data, 48 KiB 3-way instruction, 1 MiB 16-way unified level 2.
  ccsidr: [0x701f_e00a, 0x201f_e012, 0x707f_e07a],
}
