// SPDX-License-Identifier: BSD-2-Clause
//
// Where everything lies in the one WebAssembly.Memory that the generated code, the MMU and the kernel share.
// All offsets are bytes. A CPU is addressed through the base of its block alone, so that any number of them
// can run the same code.
//
//   0x0000_0000  nothing (a null pointer faults early in tests)
//   0x0000_1000  known ways to emulated registers (mmu/device-ways.ts)
//   0x0000_3000  EPOCH
//   0x0000_4000  constant tables of instructions (constants.ts)
//   0x0001_0000  CPU blocks, 2 MiB each: registers, then the soft-TLB banks
//   0x0210_0000  second level of the soft TLB
//   0x0240_0000  page metadata: one word a host page: its decoded page, or 0
//   0x0280_0000  code granules: one bit for each 64 bytes of a host page that were decoded or translated
//   0x0400_0000  pool of decoded pages
//   0x0C00_0000  tables of the translator
//   0x0E00_0000  words decoded lately, and what they were decoded to
//   0x1000_0000  guest RAM, backed chunk by chunk, up to 4 GiB

export const MEMORY_PAGES = 65536
/**
 * Counts changes of what a region takes for granted while it executes: entries of the TLB that are dropped, regions
 * that go, registers that somebody outside sets.
 */
export const EPOCH = 0x0000_3000
/** By the instruction's address: PC, page of the VA (64 bits each), EPOCH, bank and kind of access, SS_IL. */
export const WAYS = 0x0000_1000
export const WAY_COUNT = 256
export const WAY_SIZE = 32
export const WAY_PC = 0
export const WAY_PAGE = 8
export const WAY_EPOCH_I32 = 16
export const WAY_BANK_I32 = 20
export const WAY_SS_IL_I32 = 24
export const CONSTANTS = 0x0000_4000
export const CPU_BLOCKS = 0x0001_0000
export const CPU_BLOCK_SIZE = 0x0020_0000
export const MAX_CPUS = 16
export const PAGE_META = 0x0240_0000
export const CODE_GRANULES = 0x0280_0000
export const DECODE_POOL = 0x0400_0000
export const DECODE_POOL_END = 0x0c00_0000
export const JIT_TABLES = 0x0c00_0000
/** Decoded pages that each region has code from, 16 words a region, by its place in the table. */
export const REGION_PAGES = 0x0c10_0000
export const REGION_PAGES_SIZE = 64
/** How often each region may be entered before the translator is asked, a word each; 0 or less: for ever. */
export const REGION_ENTRIES = 0x0d00_0000
/**
 * Words whose decoding is remembered, by their hashes: the decoded instruction, and behind it the word; 0 where there
 * is none.
 */
export const LATELY = 0x0e00_0000
export const LATELY_BITS = 17
/** Bytes of one, a power of 2. */
export const LATELY_SIZE = 32
export const LATELY_WORD_I32 = 16
export const RAM_START = 0x1000_0000
export const RAM_END = 0x1_0000_0000

/** Bytes of one general register slot. Slot 31 reads as zero, 32 is the current SP, 33 takes discarded writes. */
export const REG_SIZE = 8
export const REG_ZERO = 31
export const REG_SP = 32
export const REG_DISCARD = 33

/** Offsets in a CPU block. 64-bit fields unless the name says otherwise. */
export const X = 0x000
export const SP = REG_SP * REG_SIZE
export const PC = 0x110
/** NZCV, apart: N is bit 63 of NF, Z is set when ZF is zero, C is CF (i32, 0 or 1), V is bit 63 of VF. */
export const NF = 0x118
export const ZF = 0x120
export const VF = 0x128
export const CF_I32 = 0x130
/** PSTATE.EL: 0 or 1. */
export const EL_I32 = 0x134
/** PSTATE.SP: 1 when SP_EL1 is in use. SP_EL0 or SP_EL1, whichever is current, lives in SP. */
export const SPSEL_I32 = 0x138
/** PSTATE.DAIF in bits 9..6, as MRS DAIF reads. */
export const DAIF_I32 = 0x13c
/** Instructions left of the current run; below 0 the run ends. */
export const BUDGET_I32 = 0x140
/** Nonzero: leave the run loop before the next instruction. */
export const STOP_I32 = 0x144
/** Base of the TLB bank for the current EL. */
export const BANK_I32 = 0x148
/** Base of the TLB bank that LDTR and STTR use (EL0's, in the same address space). */
export const BANK_UNPRIV_I32 = 0x14c
/** Level of the virtual IRQ and FIQ lines as the run loop sampled them: bit 0 IRQ, bit 1 FIQ, bit 2 SError. */
export const VIRQ_I32 = 0x150
/** PSTATE.UAO, PAN, SS, IL and SSBS: bits 23, 22, 21, 20 and 12, as in SPSR. */
export const SS_IL_I32 = 0x154
/** Address of a slow access, and the data of it (16 bytes, little-endian). */
export const VA = 0x158
export const DATA = 0x160

/** The pending exception, written by whoever detects it and read by `deliver`. */
export const EXC_KIND_I32 = 0x170
export const EXC_ESR_I32 = 0x174
export const EXC_FAR = 0x178
/** Intermediate physical address of a stage 2 fault (page-exact where known). */
export const EXC_IPA = 0x180

/** Exclusive monitor: address (physical host offset, i32; -1 open), size in bytes, and the value read. */
export const EXCL_ADDR_I32 = 0x188
export const EXCL_SIZE_I32 = 0x18c
export const EXCL_VALUE = 0x190
/** Instructions executed before the current run started (f64, exact below 2^53), and that run's budget. */
export const ICOUNT_F64 = 0x1a0
export const RUN_BUDGET_I32 = 0x1a8
/** This CPU's number. */
export const INDEX_I32 = 0x1ac
/** Scratch for helpers that return more than one value. */
export const SCRATCH = 0x1b0
/** Answer of the last slow access (an M_ constant), for the generated code alone. */
export const STATUS_I32 = 0x1c0
/** What was left of the budget when STOP ended a run early. */
export const STOP_SAVED_I32 = 0x1c4
/** Virtual address that the exclusive monitor watches; EXCL_ADDR_I32 is -1 while it is open. */
export const EXCL_VA = 0x1c8
/** The event register of WFE and SEV: 0 or 1. */
export const EVENT_I32 = 0x1d0
/** 1 while the CPU waits in an untrapped WFI; whoever lets it run again clears it. */
export const WFI_I32 = 0x1d4

/**
 * Flags that a region left unevaluated, until the runtime settles them: FORM is 0 (none: NF, ZF, CF and VF hold), or
 * 2 add, 4 sub, 6 logic of the 64-bit operands A and B, 1 more of the 32-bit ones; 8 a comparison of the doubles FA
 * and FB, 9 of the singles there.
 */
export const FLAG_A = 0x1d8
export const FLAG_B = 0x1e0
export const FLAG_A_I32 = 0x1e8
export const FLAG_B_I32 = 0x1ec
export const FLAG_FORM_I32 = 0x1f0
export const FLAG_FA = 0xa00
export const FLAG_FB = 0xa08
/** What RAM's slow access says of its page: tag and addend as the TLB has them, and whether it may (-1) or not (0). */
export const WINDOW_TAG = 0xa10
export const WINDOW_KNOWN = 0xa28
export const WINDOW_ADDEND_I32 = 0xa18
/** Pages of accesses that missed their windows, for the heads of loops. */
export const WINDOW_NOTES = 0xc00
export const WINDOW_NOTE_COUNT = 64
/** 32 bytes of an access over the end of a page: what was read, or what is to be written (ACC_RAM_ONLY). */
export const BOUNCE = 0xa40
/** Bytes of a store, at least, that goes there: what is shorter lies over the end of a page seldom. */
export const BOUNCE_LEAST = 16
/** Address in REGION_PAGES of the region that is entered. */
export const REGION_I32 = 0xa1c
/** Set by every access that RAM did not answer; whoever records code clears it. */
export const DEVICE_SEEN_I32 = 0xa20
/** Set when PC is set from outside; whoever asks for an emulated register clears it before. */
export const MOVED_I32 = 0xa24

export const V = 0x200
export const FPCR_I32 = 0x400
export const FPSR_I32 = 0x404
/** Operands of FP helpers: three vectors; the result comes in the first. */
export const FP_SCRATCH = 0x410
/** Sysregs that are plain storage: 64-bit slots, numbered by SLOT. */
export const SYSREGS = 0x440

/** Slots of system registers in SYSREGS, in the order of their numbers. Names are the manual's. */
export const SYSREG_SLOTS = [
  "SP_EL0",
  "SP_EL1",
  "ELR_EL1",
  "SPSR_EL1",
  "SCTLR_EL1",
  "ACTLR_EL1",
  "CPACR_EL1",
  "TTBR0_EL1",
  "TTBR1_EL1",
  "TCR_EL1",
  "ESR_EL1",
  "AFSR0_EL1",
  "AFSR1_EL1",
  "FAR_EL1",
  "PAR_EL1",
  "MAIR_EL1",
  "AMAIR_EL1",
  "VBAR_EL1",
  "CONTEXTIDR_EL1",
  "TPIDR_EL0",
  "TPIDRRO_EL0",
  "TPIDR_EL1",
  "CNTKCTL_EL1",
  "CNTV_CTL_EL0",
  "CNTV_CVAL_EL0",
  "CNTP_CTL_EL0",
  "CNTP_CVAL_EL0",
  "CNTVOFF_EL2",
  "CSSELR_EL1",
  "MDSCR_EL1",
  "HCR_EL2",
  "VTTBR_EL2",
  "VTCR_EL2",
  "VMPIDR_EL2",
  "VPIDR_EL2",
  "ESR_EL2",
  "FAR_EL2",
  "HPFAR_EL2",
  "CNTHCTL_EL2",
  "CPTR_EL2",
  "MDCR_EL2",
  "HSTR_EL2",
  "OSLAR_EL1",
  "DBG_SCRATCH",
  "CTR_EL0",
] as const
export type SysregSlot = (typeof SYSREG_SLOTS)[number]

/** Byte offset in the CPU block of the slot with this name. */
export const SLOT = Object.fromEntries(
  SYSREG_SLOTS.map((name, index) => [name, SYSREGS + index * 8]),
) as Readonly<Record<SysregSlot, number>>

/** Breakpoint and watchpoint registers: storage for DBGBVR/DBGBCR/DBGWVR/DBGWCR 0..15, 64-bit each. */
export const DEBUG_REGS = 0x800

/**
 * First TLB bank of a CPU block. Bank 1 is EL1's in all address spaces, the others are EL0's, one a space; or bank =
 * space * 2 + (EL0 ? 0 : 1) for a guest whose kernel is not global.
 */
export const BANKS = 0x1_0000
export const BANK_SIZE = 0x3_0000
export const BANK_COUNT = 8

/** The three direct-mapped tables of a bank. */
export const TLB_READ = 0
export const TLB_WRITE = 0x1_0000
export const TLB_CODE = 0x2_0000
/** As many pages as a kernel's text has (16 MiB), which then never contends with itself. */
export const TLB_ENTRIES = 4096
export const TLB_INDEX_MASK = TLB_ENTRIES - 1
/**
 * An entry: the tag is the VA of the page (64 bits, low 12 zero; all ones never matches). Data: host offset
 * minus the low 32 bits of the VA page, so that host = addend + low 32 bits of VA (mod 2^32). Code: address of the
 * decoded page. AUX is the host offset of the page.
 */
export const TLB_ENTRY_SIZE = 16
export const TLB_TAG = 0
export const TLB_ADDEND = 8
export const TLB_AUX = 12

/**
 * The second level of the soft TLB (mmu/second-tlb.ts): an entry as above, the address of the table that it is of, and
 * EPOCH.
 */
export const SECOND = 0x0210_0000
export const SECOND_COUNT = 2048
/** Bytes of one, a power of 2. */
export const SECOND_SIZE = 32
export const SECOND_TABLE_I32 = 16
export const SECOND_EPOCH_I32 = 20
/** The hash of a page: its address from bits 12, 23 and 32 on, and 64 KiB units of the table's times this. */
export const SECOND_FACTOR = 37

/**
 * A decoded instruction: handler number (u16), up to four register slots (u8), a small operand (u16), and a
 * 64-bit operand. Handler 0 is "not decoded yet". A decoded page holds 1024 of them and a closing entry that
 * goes on to the next page.
 */
export const INSN_SIZE = 16
export const INSN_HANDLER_U16 = 0
export const INSN_REGS_U8 = 2
export const INSN_SMALL_U16 = 6
export const INSN_IMM = 8
export const DECODED_PAGE_SIZE = 1024 * INSN_SIZE + 64

/** What a handler or a host helper answers. */
export const R_NEXT = 0
/** PC is set; go on there. */
export const R_JUMP = 1
/** This instruction is done; look at STOP before the next one. */
export const R_STOP = 2
/** An exception is recorded in EXC_*; PC is this instruction's. */
export const R_FAULT = 3

/**
 * What a region answers: PC is set, go on there; PC is set and the interpreter runs one instruction; an exception is
 * recorded in EXC_*, PC being its instruction's; PC is set, and STOP and the code TLB are looked at anew.
 */
export const REGION_DONE = 0
export const REGION_BAIL = 1
export const REGION_FAULT = 2
export const REGION_ANEW = 3
/** What `inPlace` answers besides: the instruction is done and the region goes on behind it. */
export const REGION_GOES_ON = -1

/** What a slow memory access answers: now in the TLB (do it again there), done (see DATA), or a fault. */
export const M_RETRY = 0
export const M_DONE = 1
/** Done, and STOP is to be looked at before the next instruction. */
export const M_DONE_STOP = 2
export const M_FAULT = 3

/** Flags of a slow access. */
export const ACC_UNPRIV = 1
/** The access must be aligned to its size whatever SCTLR.A says (exclusives, acquire/release, LSE). */
export const ACC_ALIGNED = 2
/** With ACC_ALIGNED: to twice its size, this being the first half of a pair. */
export const ACC_PAIR = 16
/** An atomic access: M_RETRY needs both read and write permission. */
export const ACC_ATOMIC = 4
/**
 * Only RAM answers, with its host address in SCRATCH and M_DONE, and no byte moves; an access over the end of a page
 * with no other flag is done from BOUNCE or to it, whose address is the answer. A device, a page of code that is
 * written, a store over the end of a page of less than BOUNCE_LEAST bytes, or a fault gives M_FAULT and changes
 * nothing.
 */
export const ACC_RAM_ONLY = 8

/** Bytes that DC ZVA zeroes (DCZID_EL0.BS 4), aligned to as many. */
export const ZVA_SIZE = 64

/** EXC_KIND: a synchronous exception to EL1 (or to EL2 where HCR_EL2 says so), and one that is EL2's alone. */
export const EXC_SYNC = 1
export const EXC_EL2 = 2
/** No exception: who emulates the register that was accessed has set PC, where the CPU goes on. */
export const EXC_MOVED = 3

/** What `run` returns: the budget is used up, STOP was set, or an exception to EL2 is recorded. */
export const EXIT_BUDGET = 0
export const EXIT_STOP = 1
export const EXIT_EL2 = 2
