// SPDX-License-Identifier: BSD-2-Clause
//
// All that is there: a processor of no maker (MIDR_EL1.Implementer 0, reserved for software use), with every
// feature of features.ts that the tables have.

import type { CpuModel } from "./model.ts"

export const MAX: CpuModel = {
  name: "max",
  compatible: "arm,armv8",
  midr: 0x000f_0560,
  features: new Set([
    // Nothing is executed speculatively.
    "CSV2",
    "CSV3",

    "AES",
    "PMULL",
    "SHA1",
    "SHA256",
    "CRC32",
    "PAN",
    "PAN2",
    "UAO",
    "SSBS",
    "DPB",
    "LSE",
    "LRCPC",
    "LRCPC2",
    "FlagM",
    "FlagM2",
    "SB",
    "SHA512",
    "SHA3",
    "RDM",
    "DotProd",
    "FCMA",
    "FHM",
    "FRINTTS",
    "JSCVT",
  ]),
  ctr: 0x8444_c004,
  clidr: 0x0a20_0023,
  ccsidr: [0x701f_e00a, 0x201f_e012, 0x707f_e07a],
}
