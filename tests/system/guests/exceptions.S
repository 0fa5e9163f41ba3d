// SPDX-License-Identifier: BSD-2-Clause
//
// Exceptions of all kinds from EL1 and EL0: which vector, ESR_EL1, FAR_EL1, ELR_EL1 and SPSR_EL1 (Arm ARM DDI 0487,
// D1.10 and D17.2.37).

	.include "macros.S"
	.include "common.S"

main:	mov	x29, x30
	// SCTLR_EL1: nothing for EL0.
	sctlr_clear (1 << 26)
	sctlr_clear (1 << 18)
	sctlr_clear (1 << 16)
	sctlr_clear ((1 << 15) | (1 << 14))
	sctlr_clear (1 << 9)

	try	"EL1 SVC", svc #0x1234
	try	"EL1 BRK", brk #0xbeef
	try	"EL1 zero", .inst 0
	try	"EL1 UDF", .inst 0x0000abcd
	try	"EL1 HLT", hlt #1
	try	"EL1 unallocated", .inst 0xffffffff
	try	"EL1 DCPS1", dcps1
	try	"EL1 DRPS", .inst 0xd6bf03e0
	try	"EL1 write of MIDR_EL1", msr s3_0_c0_c0_0, x0
	try	"EL1 MRS HCR_EL2", mrs x0, hcr_el2
	try	"EL1 MSR SCR_EL3", msr scr_el3, x0
	try	"EL1 SP_EL0 in use", mrs x0, sp_el1
	msr	nzcv, xzr
	mov	x0, #(5 << 29)
	msr	nzcv, x0
	try	"EL1 flags", svc #1

	try_el0	"EL0 nothing", nop
	try_el0	"EL0 SVC", svc #0x4321
	try_el0	"EL0 BRK", brk #1
	try_el0	"EL0 zero", .inst 0
	try_el0	"EL0 HLT", hlt #2
	try_el0	"EL0 HVC", hvc #1
	try_el0	"EL0 SMC", smc #1
	try_el0	"EL0 ERET", eret
	try_el0	"EL0 MRS SCTLR_EL1", mrs x0, sctlr_el1
	try_el0	"EL0 MSR VBAR_EL1", msr vbar_el1, x1
	try_el0	"EL0 MRS CurrentEL", mrs x0, currentel
	try_el0	"EL0 MSR SPSel", msr spsel, #1
	// MSR DAIFSet is left out: qemu 7.2 exchanges op1 and op2 in its syndrome.
	try_el0	"EL0 MRS DAIF", mrs x3, daif
	try_el0	"EL0 MSR DAIF", msr daif, x3
	try_el0	"EL0 TLBI", tlbi vmalle1
	try_el0	"EL0 AT", at s1e0r, x1
	try_el0	"EL0 MRS CTR_EL0", mrs x17, ctr_el0
	try_el0	"EL0 DC CVAC", dc cvac, x2
	try_el0	"EL0 DC CVAU", dc cvau, x3
	try_el0	"EL0 DC CIVAC", dc civac, x4
	try_el0	"EL0 DC ZVA", dc zva, x5
	try_el0	"EL0 DC IVAC", dc ivac, x5
	try_el0	"EL0 IC IVAU", ic ivau, x6
	try_el0	"EL0 IC IALLU", ic iallu
	try_el0	"EL0 MRS DCZID_EL0", mrs x7, dczid_el0
	msr	cntkctl_el1, xzr
	isb
	try_el0	"EL0 MRS CNTVCT_EL0", mrs x8, cntvct_el0
	try_el0	"EL0 MRS CNTFRQ_EL0", mrs x9, cntfrq_el0
	try_el0	"EL0 MSR CNTV_CTL_EL0", msr cntv_ctl_el0, x10
	try_el0	"EL0 MRS CNTV_TVAL_EL0", mrs x11, cntv_tval_el0
	mov	x0, #2
	msr	cntkctl_el1, x0
	isb
	try_el0	"EL0 MRS CNTVCT_EL0, EL0VCTEN", mrs x8, cntvct_el0
	try_el0	"EL0 MRS CNTV_CVAL_EL0, EL0VCTEN", mrs x8, cntv_cval_el0
	sctlr_set (1 << 26)
	sctlr_set ((1 << 15) | (1 << 14))
	sctlr_set (1 << 9)
	try_el0	"EL0 MSR DAIFSet, UMA", msr daifset, #2
	try_el0	"EL0 MRS CTR_EL0, UCT", mrs x0, ctr_el0
	ldr	x2, =FREE
	try_el0	"EL0 DC CVAC, UCI", dc cvac, x2
	try_el0	"EL0 IC IVAU, UCI", ic ivau, x2

	// FP and Advanced SIMD, closed by CPACR_EL1.FPEN.
	msr	cpacr_el1, xzr
	isb
	try	"EL1 FP closed", fadd d0, d1, d2
	try	"EL1 SIMD closed", .inst 0x4e208400
	try	"EL1 FPCR closed", mrs x0, fpcr
	try	"EL1 FP load closed", ldr q0, [x2]
	try_el0	"EL0 FP closed", fadd d0, d1, d2
	mov	x0, #(1 << 20)
	msr	cpacr_el1, x0
	isb
	try	"EL1 FP open to EL1", fmov d0, xzr
	try_el0	"EL0 FP open to EL1", fmov d0, xzr
	mov	x0, #(3 << 20)
	msr	cpacr_el1, x0
	isb
	try_el0	"EL0 FP open", fmov d0, xzr

	// Alignment.
	ldr	x2, =FREE + 0x1000
	sctlr_set 2
	add	x3, x2, #1
	try_fault "EL1 LDR, A", ldr x0, [x3]
	try_fault "EL1 STR W, A", str w0, [x3]
	try_fault "EL1 STRH, A", strh w0, [x3]
	try_fault "EL1 STRB, A", strb w0, [x3]
	try_fault "EL1 LDP, A", ldp x0, x1, [x3]
	add	x3, x2, #4
	try_fault "EL1 LDP of words, A", ldp w0, w1, [x3]
	try_fault "EL1 LDP, 4 bytes off, A", ldp x0, x1, [x3]
	try_fault "EL1 LDR Q, A", ldr q0, [x3]
	add	x3, x2, #2
	try_fault_el0 "EL0 LDR, A", ldr x0, [x3]
	try_fault_el0 "EL0 STUR, A", stur w0, [x3, #1]
	sctlr_clear 2
	add	x3, x2, #4
	try_fault "EL1 LDXR", ldxr x0, [x3]
	try_fault "EL1 LDAR", ldar x0, [x3]
	try_fault "EL1 STLR", stlr x0, [x3]
	try_fault "EL1 LDXP", ldxp x0, x1, [x3]
	try_fault_el0 "EL0 LDAXR", ldaxr x0, [x3]

	// The program counter. (qemu does not check the stack pointer's alignment.)
	mov	x20, sp
	adr	x3, main + 2
	adr	x28, 1f
	br	x3
1:	say	"EL1 PC alignment"
	bl	fault
	adr	x3, main + 1
	adr	x28, 1f
	mov	x0, x3
	b	to_el0
1:	say	"EL0 PC alignment"
	bl	fault

	// Illegal exception returns: PSTATE.IL.
	.irp	mode, 0x02, 0x06, 0x0c, 0x0d
	adr	x28, 1f
	adr	x0, 1f
	msr	elr_el1, x0
	mov	x0, #\mode
	msr	spsr_el1, x0
	eret
1:	say	"ERET to mode \mode"
	bl	exception
	.endr
	// EL1t: SP_EL0 at EL1.
	sub	x0, x20, #0x400
	msr	sp_el0, x0
	adr	x28, 2f
	adr	x0, 1f
	msr	elr_el1, x0
	mov	x0, #0x3c4
	msr	spsr_el1, x0
	eret
1:	svc	#7
2:	say	"EL1t SVC"
	bl	exception
	try	"EL1 MRS SP_EL0", mrs x0, sp_el0

	// An exception in a vector: SPSR and ELR are those of the second.
	adr	x25, nested
	mov	x27, #1
	adr	x28, 1f
	b	taken
nested:	mov	x25, #0
	svc	#0x77
1:	say	"nested"
	bl	exception
	mov	x30, x29
	ret
