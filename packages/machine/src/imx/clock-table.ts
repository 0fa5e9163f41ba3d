// SPDX-License-Identifier: BSD-2-Clause
//
// Clock registers: i.MX 8M Dual/8M QuadLite/8M Quad Applications Processors Reference Manual, chapter "Clock
// Controller Module (CCM)": "CCM Memory Map/Register Definition" and "CCM_ANALOG Memory Map/Register
// Definition". Clocks are storage: dividers and gates do not change the pace of the models. PLLs are always
// in lock and take new dividers at once; they come up as boot firmware leaves them (ARM PLL, SYS1 and SYS2
// run, the others are powered down).

import type { RegisterTable } from "./register-device.ts"

const ALL = 0xffff_ffff
/** Fractional PLLs: PLL_LOCK, PLL_CLKE, PLL_PD, PLL_NEWDIV_ACK, and a reference divided by 5. */
const LOCK = 0x8000_0000
const CLKE = 1 << 21
const PD = 1 << 19
const NEWDIV_ACK = 1 << 11
const REF_BY_5 = 4 << 5
const FRACTIONAL = LOCK | CLKE | NEWDIV_ACK | REF_BY_5
const FRACTIONAL_WRITABLE = ALL & ~(LOCK | NEWDIV_ACK)
/** 5 MHz * 8 * 50 / 2 = 1 GHz. */
const INT_DIV = 49
/** SSCG PLLs: power-down is bit 7; REF_DIVR1, REF_DIVR2, DIVF1, DIVF2, OUTPUT_DIV from 25 MHz. */
const SSCG_PD = 1 << 7
const SSCG_800M = (23 << 19) | (31 << 13) | (23 << 7) | (1 << 1)
const SSCG_1000M = (31 << 19) | (39 << 13) | (31 << 7) | (1 << 1)
const SSCG_WRITABLE = ALL & ~LOCK

export const ANATOP_TABLE: RegisterTable = [
  [0x00, "AUDIO_PLL1_CFG0", FRACTIONAL | PD, FRACTIONAL_WRITABLE],
  [0x04, "AUDIO_PLL1_CFG1", INT_DIV, ALL],
  [0x08, "AUDIO_PLL2_CFG0", FRACTIONAL | PD, FRACTIONAL_WRITABLE],
  [0x0c, "AUDIO_PLL2_CFG1", INT_DIV, ALL],
  [0x10, "VIDEO_PLL1_CFG0", FRACTIONAL | PD, FRACTIONAL_WRITABLE],
  [0x14, "VIDEO_PLL1_CFG1", INT_DIV, ALL],
  [0x18, "GPU_PLL_CFG0", FRACTIONAL | PD, FRACTIONAL_WRITABLE],
  [0x1c, "GPU_PLL_CFG1", INT_DIV, ALL],
  [0x20, "VPU_PLL_CFG0", FRACTIONAL | PD, FRACTIONAL_WRITABLE],
  [0x24, "VPU_PLL_CFG1", INT_DIV, ALL],
  [0x28, "ARM_PLL_CFG0", FRACTIONAL, FRACTIONAL_WRITABLE],
  [0x2c, "ARM_PLL_CFG1", INT_DIV, ALL],
  [0x30, "SYS_PLL1_CFG0", LOCK, SSCG_WRITABLE],
  [0x34, "SYS_PLL1_CFG1", 0, ALL],
  [0x38, "SYS_PLL1_CFG2", SSCG_800M, ALL],
  [0x3c, "SYS_PLL2_CFG0", LOCK, SSCG_WRITABLE],
  [0x40, "SYS_PLL2_CFG1", 0, ALL],
  [0x44, "SYS_PLL2_CFG2", SSCG_1000M, ALL],
  [0x48, "SYS_PLL3_CFG0", LOCK | SSCG_PD, SSCG_WRITABLE],
  [0x4c, "SYS_PLL3_CFG1", 0, ALL],
  [0x50, "SYS_PLL3_CFG2", SSCG_800M, ALL],
  [0x54, "VIDEO_PLL2_CFG0", LOCK | SSCG_PD, SSCG_WRITABLE],
  [0x58, "VIDEO_PLL2_CFG1", 0, ALL],
  [0x5c, "VIDEO_PLL2_CFG2", SSCG_800M, ALL],
  [0x60, "DRAM_PLL_CFG0", LOCK, SSCG_WRITABLE],
  [0x64, "DRAM_PLL_CFG1", 0, ALL],
  [0x68, "DRAM_PLL_CFG2", SSCG_800M, ALL],
  // Major 0x82 is i.MX8MQ; the ROM tells the later steppings.
  [0x6c, "DIGPROG", 0x0082_4010, 0],
  [0x70, "OSC_MISC_CFG", 0, ALL],
  [0x74, "PLLOUT_MONITOR_CFG", 0, ALL],
  [0x78, "FRAC_PLLOUT_DIV_CFG", 0, ALL],
  [0x7c, "SSCG_PLLOUT_DIV_CFG", 0, ALL],
]

/** TARGET_ROOT: ENABLE 28, MUX 26:24, PRE_PODF 18:16, POST_PODF 5:0. */
const ROOT_WRITABLE = 0x1707_003f
const ROOT_STRIDE = 0x80
const ROOTS = 125

export const CCM_TABLE: RegisterTable = [
  [0x0000, "GPR0", 0, ALL, { aliases: true }],
  [0x0800, "PLL_CTRL", 0x0000_0002, 0x3333, { aliases: true, count: 39, stride: 0x10 }],
  [0x4000, "CCGR", 0x0000_0002, 0x3333, { aliases: true, count: 192, stride: 0x10 }],
  [0x8000, "TARGET_ROOT", 0x1000_0000, ROOT_WRITABLE, { aliases: true, count: ROOTS, stride: ROOT_STRIDE }],
  // MISC holds errors of writes to a busy root; roots here are never busy.
  [0x8010, "MISC", 0, 0x0000_0111, { aliases: true, count: ROOTS, stride: ROOT_STRIDE }],
  [0x8020, "POST", 0, 0x1000_003f, { aliases: true, count: ROOTS, stride: ROOT_STRIDE }],
  [0x8030, "PRE", 0, 0x1707_0000, { aliases: true, count: ROOTS, stride: ROOT_STRIDE }],
  [0x8070, "ACCESS_CTRL", 0, ALL, { aliases: true, count: ROOTS, stride: ROOT_STRIDE }],
]
