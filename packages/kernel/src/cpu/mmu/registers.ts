// SPDX-License-Identifier: BSD-2-Clause
//
// Bits of the translation-control registers that the MMU and the exception model look at (Arm ARM DDI 0487,
// D17.2 SCTLR_EL1, TCR_EL1, HCR_EL2). Bit numbers of upper halves are counted from bit 32.

export const SCTLR_M = 1 << 0
export const SCTLR_A = 1 << 1
export const SCTLR_C = 1 << 2
export const SCTLR_UMA = 1 << 9
export const SCTLR_DZE = 1 << 14
export const SCTLR_UCT = 1 << 15
export const SCTLR_NTWI = 1 << 16
export const SCTLR_NTWE = 1 << 18
export const SCTLR_WXN = 1 << 19
export const SCTLR_SPAN = 1 << 23
export const SCTLR_E0E = 1 << 24
export const SCTLR_EE = 1 << 25
export const SCTLR_UCI = 1 << 26
/** Upper half: what SSBS becomes on an exception. */
export const SCTLR_HI_DSSBS = 1 << 12

/** In the CPU block's SS_IL: PSTATE.PAN and PSTATE.UAO. */
export const PSTATE_PAN = 1 << 22
export const PSTATE_UAO = 1 << 23

export const TCR_EPD0 = 1 << 7
export const TCR_A1 = 1 << 22
export const TCR_EPD1 = 1 << 23
/** Upper half: IPS is bits 2..0 of it. */
export const TCR_HI_AS = 1 << 4
export const TCR_HI_TBI0 = 1 << 5
export const TCR_HI_TBI1 = 1 << 6

export const HCR_VM = 1 << 0
export const HCR_PTW = 1 << 2
export const HCR_FMO = 1 << 3
export const HCR_IMO = 1 << 4
export const HCR_AMO = 1 << 5
export const HCR_VF = 1 << 6
export const HCR_VI = 1 << 7
export const HCR_VSE = 1 << 8
export const HCR_FB = 1 << 9
export const HCR_DC = 1 << 12
export const HCR_TWI = 1 << 13
export const HCR_TWE = 1 << 14
export const HCR_TID1 = 1 << 16
export const HCR_TID2 = 1 << 17
export const HCR_TID3 = 1 << 18
export const HCR_TIDCP = 1 << 20
export const HCR_TACR = 1 << 21
export const HCR_TSW = 1 << 22
export const HCR_TPC = 1 << 23
export const HCR_TPU = 1 << 24
export const HCR_TTLB = 1 << 25
export const HCR_TVM = 1 << 26
export const HCR_TDZ = 1 << 28
export const HCR_HCD = 1 << 29
export const HCR_TRVM = 1 << 30

/** Bits of HCR_EL2 that change what a translation gives. */
export const HCR_TRANSLATION = HCR_VM | HCR_PTW | HCR_DC

/** Physical addresses have 40 bits (ID_AA64MMFR0_EL1.PARange 2): the upper half has 8. */
export const PA_HI_BITS = 8
export const PA_BITS = 40

/** Descriptor of a stage 1 leaf: not global, its TLB entries are of the ASID (bit 11, nG). */
export const LEAF_NG = 1 << 11

/** DCZID_EL0: blocks of 64 bytes; DZP when DC ZVA is prohibited. */
export const DCZID_BS = 4
export const DCZID_DZP = 1 << 4
