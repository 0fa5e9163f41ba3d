// SPDX-License-Identifier: BSD-2-Clause
//
// Register offsets of the distributor and the redistributor, after IHI 0048B (GICv2) section 4.1.2 and
// IHI 0069H (GICv3) sections 12.8, 12.9, 12.10 and 12.11. Ranges are [first, end), bytes.

/** GICD: distributor. */
export const GICD_CTLR = 0x0000
export const GICD_TYPER = 0x0004
export const GICD_IIDR = 0x0008
export const GICD_IGROUPR = 0x0080
export const GICD_ISENABLER = 0x0100
export const GICD_ICENABLER = 0x0180
export const GICD_ISPENDR = 0x0200
export const GICD_ICPENDR = 0x0280
export const GICD_ISACTIVER = 0x0300
export const GICD_ICACTIVER = 0x0380
export const GICD_IPRIORITYR = 0x0400
export const GICD_ITARGETSR = 0x0800
export const GICD_ICFGR = 0x0c00
export const GICD_ICFGR_END = 0x0d00
export const GICD_SGIR = 0x0f00
export const GICD_CPENDSGIR = 0x0f10
export const GICD_SPENDSGIR = 0x0f20
export const GICD_SPENDSGIR_END = 0x0f30
/** GICD_IROUTER32 is at GICD_IROUTER + 8 * 32; 64-bit registers (GICv3). */
export const GICD_IROUTER = 0x6000
export const GICD_IROUTER_END = 0x8000

/** GICR, frame RD_base, 64 KiB; the frame SGI_base follows it and numbers word registers as GICD does. */
export const GICR_FRAME_SIZE = 0x10000
export const GICR_CTLR = 0x0000
export const GICR_IIDR = 0x0004
/** 64-bit. */
export const GICR_TYPER = 0x0008
export const GICR_WAKER = 0x0014

/** Identification registers: the last 48 bytes of a frame, from PIDR4 on. */
export const ID_REGISTERS = 0x30

/**
 * PIDR4..7, PIDR0..3, CIDR0..3 in the order of their addresses. PIDR2 has the architecture's revision in bits
 * 7:4; the part numbers are those of Arm's GIC-400 and GIC-500.
 */
const CIDR = [0x0d, 0xf0, 0x05, 0xb1] as const
export const GICV2_IDS: readonly number[] = [0x04, 0, 0, 0, 0x90, 0xb4, 0x2b, 0x00, ...CIDR]
export const GICV3_DISTRIBUTOR_IDS: readonly number[] = [0x44, 0, 0, 0, 0x92, 0xb4, 0x3b, 0x00, ...CIDR]
export const GICV3_REDISTRIBUTOR_IDS: readonly number[] = [0x44, 0, 0, 0, 0x93, 0xb4, 0x3b, 0x00, ...CIDR]

/** IIDR: implementer 0x43b (Arm) in bits 11:0, product 2 (GIC-400) in bits 31:24 for GICv2. */
export const GICV2_IIDR = 0x0200043b
export const GICV3_IIDR = 0x0000043b
