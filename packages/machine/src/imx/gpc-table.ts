// SPDX-License-Identifier: BSD-2-Clause
//
// Registers of the General Power Controller: i.MX 8M Dual/8M QuadLite/8M Quad Applications Processors
// Reference Manual, chapter "General Power Controller (GPC)", "GPC Memory Map/Register Definition" and "GPC_PGC
// Memory Map/Register Definition" (the later revisions; PGC n is at 0x800 + n * 0x40). A request to power a
// domain up or down is done as soon as it is made.

import type { RegisterTable } from "./register-device.ts"

const ALL = 0xffff_ffff
export const ISR_A53 = 0x70
export const ISR_M4 = 0x80
export const PU_PWRHSK = 0x1fc

export const GPC_TABLE: RegisterTable = [
  [0x000, "LPCR_A53_BSC", 0x0000_3ff0, ALL],
  [0x004, "LPCR_A53_AD", 0, ALL],
  [0x008, "LPCR_M4", 0x0000_3ff0, ALL],
  [0x014, "SLPCR", 0xe000_3f82, ALL],
  [0x018, "MST_CPU_MAPPING", 0, ALL],
  [0x020, "MLPCR", 0x0101_0100, ALL],
  [0x024, "PGC_ACK_SEL_A53", 0x8000_8000, ALL],
  [0x028, "PGC_ACK_SEL_M4", 0x8000_8000, ALL],
  [0x02c, "MISC", 0x20, ALL],
  [0x030, "IMR_CORE0_A53", 0, ALL, { count: 4 }],
  [0x040, "IMR_CORE1_A53", 0, ALL, { count: 4 }],
  [0x050, "IMR_M4", 0, ALL, { count: 4 }],
  [ISR_A53, "ISR_A53", 0, 0, { count: 4 }],
  [ISR_M4, "ISR_M4", 0, 0, { count: 4 }],
  [0x0b0, "SLT_CFG", 0, ALL, { count: 15 }],
  [0x0ec, "PGC_CPU_0_1_MAPPING", 0, ALL],
  [0x0f0, "CPU_PGC_SW_PUP_REQ", 0, ALL, { selfClearing: ALL }],
  [0x0f4, "MIX_PGC_SW_PUP_REQ", 0, ALL, { selfClearing: ALL }],
  [0x0f8, "PU_PGC_SW_PUP_REQ", 0, ALL, { selfClearing: ALL }],
  [0x0fc, "CPU_PGC_SW_PDN_REQ", 0, ALL, { selfClearing: ALL }],
  [0x100, "MIX_PGC_SW_PDN_REQ", 0, ALL, { selfClearing: ALL }],
  [0x104, "PU_PGC_SW_PDN_REQ", 0, ALL, { selfClearing: ALL }],
  [0x108, "LPCR_A53_BSC2", 0, ALL],
  [0x130, "CPU_PGC_PUP_STATUS", 0, 0, { count: 3 }],
  [0x13c, "MIX_PGC_PUP_STATUS", 0, 0, { count: 3 }],
  [0x148, "PU_PGC_PUP_STATUS", 0, 0, { count: 3 }],
  [0x170, "CPU_PGC_PDN_STATUS", 0, 0, { count: 3 }],
  [0x17c, "MIX_PGC_PDN_STATUS", 0, 0, { count: 3 }],
  [0x188, "PU_PGC_PDN_STATUS", 0, 0, { count: 3 }],
  [0x1b0, "A53_MIX_PDN_FLG", 0, ALL],
  [0x1b4, "A53_PU_PDN_FLG", 0, ALL],
  [0x1b8, "M4_MIX_PDN_FLG", 0, ALL],
  [0x1bc, "M4_PU_PDN_FLG", 0, ALL],
  [0x1c0, "IMR_CORE2_A53", 0, ALL, { count: 4 }],
  [0x1d0, "IMR_CORE3_A53", 0, ALL, { count: 4 }],
  // PWRDNREQN of GPU, VPU, DISP are bits 6:4; their PWRDNACKN, bits 26:24, follow.
  [PU_PWRHSK, "PU_PWRHSK", 0x0000_007f, 0x0000_007f],
  [0x800, "PGC_CTRL", 0, ALL, { count: 32, stride: 0x40 }],
  [0x804, "PGC_PUPSCR", 0x0000_0780, ALL, { count: 32, stride: 0x40 }],
  [0x808, "PGC_PDNSCR", 0x0000_0101, ALL, { count: 32, stride: 0x40 }],
  [0x80c, "PGC_SR", 0, 0xffff_fffe, { oneToClear: 1, count: 32, stride: 0x40 }],
]
