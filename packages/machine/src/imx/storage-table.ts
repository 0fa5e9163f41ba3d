// SPDX-License-Identifier: BSD-2-Clause
//
// Register maps of the blocks that are storage with a few fixed bits: i.MX 8M Dual/8M QuadLite/8M Quad
// Applications Processors Reference Manual, chapters "IOMUX Controller (IOMUXC)", "System Reset Controller
// (SRC)", "On-Chip OTP Controller (OCOTP_CTRL)", "Thermal Monitoring Unit (TMU)", "Watchdog Timer (WDOG)".

import type { RegisterTable } from "./register-device.ts"

const ALL = 0xffff_ffff

/** MUX_MODE 2:0 and SION 4; DSE, SRE, ODE, PUE, HYS (7:0) and VSEL (13:11); DAISY 2:0. */
export const IOMUXC_TABLE: RegisterTable = [
  [0x014, "SW_MUX_CTL_PAD", 0, 0x17, { count: 144 }],
  [0x254, "SW_PAD_CTL_PAD", 0x16, 0x38ff, { count: 154 }],
  [0x4bc, "SELECT_INPUT", 0, 0x07, { count: 52 }],
]

/** General purpose registers of the IOMUXC: wires to other blocks. */
export const IOMUXC_GPR_TABLE: RegisterTable = [[0x00, "GPR", 0, ALL, { count: 48 }]]

/** Core and platform resets fall back to 0 by themselves; the rest hold a block in reset until written. */
export const SRC_TABLE: RegisterTable = [
  [0x0000, "SCR", 0x0000_00a0, ALL],
  [0x0004, "A53RCR0", 0x00a0_0000, ALL, { selfClearing: 0x0030_ffff }],
  [0x0008, "A53RCR1", 0x0000_0001, ALL],
  [0x000c, "M4RCR", 0x0000_00a8, ALL, { selfClearing: 0x0000_0006 }],
  [0x0020, "USBOPHY1_RCR", 0, ALL],
  [0x0024, "USBOPHY2_RCR", 0, ALL],
  [0x0028, "MIPIPHY_RCR", 0, ALL],
  [0x002c, "PCIEPHY_RCR", 0x0000_0006, ALL],
  [0x0030, "HDMI_RCR", 0, ALL],
  [0x0034, "DISP_RCR", 0, ALL],
  [0x0040, "GPU_RCR", 0, ALL],
  [0x0044, "VPU_RCR", 0, ALL],
  [0x0048, "PCIE2_RCR", 0x0000_0006, ALL],
  [0x004c, "MIPIPHY1_RCR", 0, ALL],
  [0x0050, "MIPIPHY2_RCR", 0, ALL],
  [0x0058, "SBMR1", 0, 0],
  // The last reset was a power-on (ipp_reset_b).
  [0x005c, "SRSR", 0x0000_0001, 0, { oneToClear: 0x0000_03ff }],
  [0x0068, "SISR", 0, 0],
  [0x006c, "SIMR", 0, ALL],
  [0x0070, "SBMR2", 0x0200_0000, 0],
  [0x0074, "GPR", 0, ALL, { count: 10 }],
  [0x1000, "DDRC_RCR", 0, ALL],
  [0x1004, "DDRC2_RCR", 0, ALL],
]

/** Revision B1: what boot ROM of that stepping leaves in READ_FUSE_DATA. */
const ROM_MAGIC_B1 = 0xff00_55aa

/**
 * Shadow registers lie 0x10 apart from 0x400. The fuses are those of no real chip: a made-up unique id, a
 * commercial part of 1.5 GHz (speed grade 3, market segment 0), a locally administered MAC address.
 */
export const OCOTP_TABLE: RegisterTable = [
  // ADDR 7:0, RELOAD_SHADOWS 10, WR_UNLOCK 31:16; BUSY and ERROR are never set.
  [0x000, "CTRL", 0, 0xffff_04ff, { aliases: true, selfClearing: 0x0000_0400 }],
  [0x010, "TIMING", 0x0146_1299, ALL],
  [0x020, "DATA", 0, ALL],
  [0x030, "READ_CTRL", 0, 1],
  [0x040, "READ_FUSE_DATA", ROM_MAGIC_B1, 0],
  [0x050, "SW_STICKY", 0, 0x1f],
  [0x060, "SCS", 0, 0x7fff_ffff, { aliases: true }],
  [0x090, "VERSION", 0x0600_0000, 0],
  [0x400, "LOCK", 0, 0],
  [0x410, "TESTER0 (UNIQUE_ID 31:0)", 0x2b0d_71d6, 0],
  [0x420, "TESTER1 (UNIQUE_ID 63:32)", 0x1f0c_4a35, 0],
  [0x430, "TESTER2", 0, 0],
  [0x440, "TESTER3 (SPEED_GRADING)", 0x0000_0300, 0],
  [0x450, "TESTER4", 0, 0],
  [0x640, "MAC_ADDR0", 0x4d51_0001, 0],
  [0x650, "MAC_ADDR1", 0x0000_0238, 0],
]

/** Immediate temperature: V (31) and degrees Celsius in 7:0. */
const COOL = 0x8000_0000 | 42

export const TMU_TABLE: RegisterTable = [
  [0x000, "TMR", 0, ALL],
  [0x004, "TSR", 0, 0],
  [0x008, "TMTMIR", 0, 0x0f],
  [0x020, "TIER", 0, ALL],
  [0x024, "TIDR", 0, 0, { oneToClear: ALL }],
  [0x080, "TTCFGR", 0, ALL],
  [0x084, "TSCFGR", 0, ALL],
  [0x100, "TRITSR", COOL, 0, { count: 3, stride: 0x10 }],
  [0x104, "TRATSR", COOL, 0, { count: 3, stride: 0x10 }],
  [0xbf8, "IPBRR0", 0x0000_0100, 0],
  [0xbfc, "IPBRR1", 0, 0],
  [0xf10, "TTRCR", 0, ALL, { count: 4 }],
]

/**
 * 16-bit registers, two to a word: WCR | WSR, WRSR | WICR, WMCR. SRS and WDA are 1 when idle; WRSR.POR says
 * that the last reset was a power-on; WMCR.PDE holds the power-down counter on until software clears it.
 * The counter does not bite: a guest that stops kicking it goes on.
 */
export const WDOG_TABLE: RegisterTable = [
  [0x0, "WCR WSR", 0x0000_0030, 0xffff_ffff],
  [0x4, "WRSR WICR", 0x0004_0010, 0x80ff_0000],
  [0x8, "WMCR", 0x0000_0001, 0x0000_0001],
]
