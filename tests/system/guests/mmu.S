// SPDX-License-Identifier: BSD-2-Clause
//
// Stage 1 translation of the EL1&0 regime with 4 KiB granules (Arm ARM DDI 0487, D5): permissions, the access flag,
// blocks and pages, hierarchical attributes, sizes of both halves, tags, address sizes, AT and PAR_EL1.

	.include "macros.S"
	.include "common.S"

	.equ	L1, FREE + 0x10000	// of TTBR0: 39 bits, start at level 1
	.equ	L2, FREE + 0x11000	// 0x40000000 .. 0x7fffffff
	.equ	L3, FREE + 0x12000	// 0x40600000 .. 0x407fffff, the pages that are tried
	.equ	L0, FREE + 0x13000	// a level 0 table whose entries all lead to LALL
	.equ	LALL, FREE + 0x14000	// a level 1 table of 512 blocks, all of the first GiB of RAM
	.equ	L2ALL, FREE + 0x15000	// a level 2 table of 512 blocks, all of 0x40000000
	.equ	PAGE, 0x40600000	// the virtual page that is tried
	.equ	BACK, 0x40400000	// what it maps: RET at its start
	.equ	TCR, (25 << 0) | (25 << 16) | (1 << 8) | (1 << 10) | (3 << 12) | (1 << 24) | (1 << 26) | (3 << 28) | (2 << 30) | (2 << 32)

main:	stp	x29, x30, [sp, #-16]!
	ldr	x0, =BACK
	ldr	w1, =0xd65f03c0
	str	w1, [x0]
	put	L1, 0, 0x00000000 | 0x401 | (1 << 2)		// devices: attribute 1
	put	L1, 1, L2 | 3
	put	L2, 0, 0x40000000 | 0x701
	put	L2, 1, 0x40200000 | 0x701
	put	L2, 2, 0x40400000 | 0x701
	put	L2, 3, L3 | 3
	put	L2, 4, 0x40800000 | 0x701
	ldr	x0, =(0x40000000 | 0x701)
	ldr	x1, =LALL
	ldr	x2, =L2ALL
	ldr	x3, =L0
	ldr	x4, =(LALL | 3)
	mov	x5, #512
1:	str	x0, [x1], #8
	str	x0, [x2], #8
	str	x4, [x3], #8
	subs	x5, x5, #1
	b.ne	1b
	ldr	x0, =0x440c00ff		// 0 write-back, 1 nGnRnE, 2 GRE, 3 non-cacheable
	msr	mair_el1, x0
	ldr	x0, =TCR
	msr	tcr_el1, x0
	ldr	x0, =L1
	msr	ttbr0_el1, x0
	msr	ttbr1_el1, x0
	flush
	sctlr_set 1
	bl	permissions
	bl	attributes
	bl	levels
	bl	hierarchy
	bl	halves
	bl	tags
	bl	addresses
	sctlr_clear 1
	flush
	ldp	x29, x30, [sp], #16
	ret

// AT of X1: PAR_EL1 on the line.
	.macro	at_line op
	at	\op, x1
	isb
	mrs	x0, par_el1
	bl	hex
	.endm

// What an access ended in: the ESR, or 0 when nothing happened.
outcome: stp	x29, x30, [sp, #-16]!
	ldr	x14, =RECORD
	ldr	x0, [x14, #8]
	str	xzr, [x14, #8]
	bl	hex
	ldp	x29, x30, [sp], #16
	ret

	.macro	access insn:vararg
	attempt	\insn
	bl	outcome
	.endm

	.macro	access_el0 insn:vararg
	attempt_el0 \insn
	bl	outcome
	.endm

// Tries the page at X20 in every way; the text was printed. X19 is what FAR_EL1 is taken relative to.
try_page: stp	x29, x30, [sp, #-16]!
	mov	x1, x20
	at_line	s1e1r
	at_line	s1e1w
	at_line	s1e0r
	at_line	s1e0w
	access	ldr x0, [x20, #8]
	access	str xzr, [x20, #8]
	access	ldtr x0, [x20, #8]
	access	sttr xzr, [x20, #8]
	access_el0 ldr x0, [x20, #8]
	access_el0 str xzr, [x20, #8]
	adr	x28, 1f
	adr	x30, 1f
	br	x20
1:	bl	outcome
	adr	x28, 1f
	adr	x30, 2f
	mov	x0, x20
	b	to_el0
2:	svc	#0xfff
1:	bl	outcome
	bl	newline
	ldp	x29, x30, [sp], #16
	ret

// All of AP, UXN, PXN; then without the access flag, invalid, and under WXN.
permissions: stp x29, x30, [sp, #-16]!
	ldr	x20, =PAGE
	mov	x21, #0
1:	and	x0, x21, #3		// AP at 7..6
	lsl	x0, x0, #6
	lsr	x1, x21, #2		// PXN, UXN at 54..53
	orr	x0, x0, x1, lsl #53
	ldr	x1, =(BACK | 0x703)
	orr	x0, x0, x1
	ldr	x1, =L3
	str	x0, [x1]
	flush
	say	"AP, XN"
	show	x21
	bl	try_page
	add	x21, x21, #1
	cmp	x21, #16
	b.ne	1b
	put	L3, 0, BACK | 0x303
	flush
	say	"no access flag"
	bl	try_page
	put	L3, 0, BACK | 0x701
	flush
	say	"reserved at level 3"
	bl	try_page
	put	L3, 0, 0
	flush
	say	"invalid"
	bl	try_page
	put	L2, 0, 0x40000000 | 0x781	// what runs must not be writable
	put	L3, 0, BACK | 0x703
	flush
	sctlr_set (1 << 19)
	flush
	say	"WXN"
	bl	try_page
	put	L3, 0, BACK | 0x783
	flush
	say	"WXN, read-only"
	bl	try_page
	sctlr_clear (1 << 19)
	put	L2, 0, 0x40000000 | 0x701
	flush
	ldp	x29, x30, [sp], #16
	ret

// Attributes and shareability as PAR_EL1 shows them.
attributes: stp x29, x30, [sp, #-16]!
	ldr	x20, =PAGE
	mov	x21, #0
1:	and	x0, x21, #3
	lsl	x0, x0, #2
	lsr	x1, x21, #2
	orr	x0, x0, x1, lsl #8
	ldr	x1, =(BACK | 0x403)
	orr	x0, x0, x1
	ldr	x1, =L3
	str	x0, [x1]
	flush
	say	"attributes"
	show	x21
	at	s1e1r, x20
	isb
	mrs	x0, par_el1
	tst	x21, #3
	bic	x1, x0, #0x180		// for what is not cached, qemu shows the descriptor's shareability
	csel	x0, x0, x1, eq
	bl	hex
	bl	newline
	add	x21, x21, #1
	cmp	x21, #16
	b.ne	1b
	ldp	x29, x30, [sp], #16
	ret

// Faults by level, and blocks of each size.
levels:	stp	x29, x30, [sp, #-16]!
	put	L3, 0, BACK | 0x703
	put	L3, 3, 0x40403000 | 0x703 | (1 << 52)
	put	L2, 5, 0x40600000 | 0x301
	put	L2, 6, 0
	put	L2, 7, 0x40400000 | 0x741
	put	L1, 2, 0
	put	L1, 3, 0x40000000 | 0x301
	put	L1, 4, 0x40000000 | 0x701
	put	L1, 5, 0xffff00000000 | 3
	flush
	ldr	x21, =addresses_of_levels
1:	ldr	x20, [x21], #8
	cbz	x20, 2f
	say	"level of"
	show	x20
	mov	x1, x20
	at_line	s1e1r
	at_line	s1e0w
	ldr	x14, =RECORD
	str	xzr, [x14, #16]
	access	ldr x0, [x20]
	b	levels_far
2:	ldp	x29, x30, [sp], #16
	ret
levels_far:
	ldr	x14, =RECORD
	ldr	x0, [x14, #16]
	bl	hex
	bl	newline
	b	1b

	.balign	8
addresses_of_levels:
	.quad	0x40600000, 0x40603ff8, 0x40601000, 0x40a00000, 0x40c12340, 0x40e00008, 0x80000000, 0xc0000000, 0x100400000
	.quad	0x8000000000, 0xffffff8040600000, 0xffffff7fffffff00, 0x123456789abcdef0, 0

// APTable, UXNTable, PXNTable.
hierarchy: stp	x29, x30, [sp, #-16]!
	ldr	x20, =PAGE
	put	L3, 0, BACK | 0x743
	mov	x21, #0
1:	ldr	x0, =(L3 | 3)
	orr	x0, x0, x21, lsl #59
	ldr	x1, =L2
	str	x0, [x1, #24]
	flush
	say	"table bits"
	show	x21
	bl	try_page
	add	x21, x21, #1
	cmp	x21, #16
	b.ne	1b
	put	L2, 3, L3 | 3
	flush
	ldp	x29, x30, [sp], #16
	ret

// T1SZ from 16 to 39: the last byte of the half, the one before its start; EPD1.
halves:	stp	x29, x30, [sp, #-16]!
	mov	x21, #16
1:	ldr	x0, =TCR
	bic	x0, x0, #(63 << 16)
	orr	x0, x0, x21, lsl #16
	msr	tcr_el1, x0
	ldr	x0, =L0
	ldr	x1, =LALL
	ldr	x2, =L2ALL
	cmp	x21, #25
	csel	x0, x0, x1, lo
	cmp	x21, #34
	csel	x0, x0, x2, lo
	msr	ttbr1_el1, x0
	flush
	mov	x22, #-1
	mov	x0, #64
	sub	x0, x0, x21
	lsl	x22, x22, x0		// the start of the half
	say	"T1SZ"
	show	x21
	mov	x1, #-8
	at_line	s1e1r
	mov	x1, x22
	at_line	s1e1r
	sub	x1, x22, #8
	at_line	s1e1r
	bl	newline
	add	x21, x21, #1
	cmp	x21, #40
	b.ne	1b
	ldr	x0, =(TCR | (1 << 23))
	msr	tcr_el1, x0
	ldr	x0, =L1
	msr	ttbr1_el1, x0
	flush
	say	"EPD1"
	ldr	x1, =0xffffff8040000000
	at_line	s1e1r
	bl	newline
	ldr	x0, =TCR
	msr	tcr_el1, x0
	flush
	say	"no EPD1"
	ldr	x1, =0xffffff8040000000
	at_line	s1e1r
	bl	newline
	ldp	x29, x30, [sp], #16
	ret

// TBI0 and TBI1: the top byte of addresses of data, of a branch, and in FAR_EL1.
tags:	stp	x29, x30, [sp, #-16]!
	put	L3, 0, BACK | 0x703
	put	L3, 1, 0
	mov	x22, #0
1:	ldr	x0, =TCR
	orr	x0, x0, x22, lsl #37
	msr	tcr_el1, x0
	flush
	say	"TBI"
	show	x22
	ldr	x20, =(PAGE | (0x5a << 56))
	mov	x1, x20
	at_line	s1e1r
	access	ldr x0, [x20]
	ldr	x20, =((PAGE + 0x1000) | (0x5a << 56))
	access	ldr x0, [x20]
	ldr	x14, =RECORD
	ldr	x0, [x14, #16]
	bl	hex
	ldr	x20, =(0xa5ffff8000000000 | PAGE)
	mov	x1, x20
	at_line	s1e1r
	access	ldr x0, [x20]
	bl	newline
	add	x22, x22, #1
	cmp	x22, #4
	b.ne	1b
	ldr	x0, =TCR
	msr	tcr_el1, x0
	flush
	ldp	x29, x30, [sp], #16
	ret

// Output addresses beyond TCR_EL1.IPS.
addresses: stp	x29, x30, [sp, #-16]!
	put	L3, 2, 0x100000000 | 0x703
	put	L3, 4, 0x1000000000 | 0x703
	put	L3, 5, 0x10000000000 | 0x703
	mov	x22, #0
1:	ldr	x0, =TCR
	bic	x0, x0, #(7 << 32)
	orr	x0, x0, x22, lsl #32
	msr	tcr_el1, x0
	flush
	say	"IPS"
	show	x22
	ldr	x1, =(PAGE + 0x2000)
	at_line	s1e1r
	ldr	x1, =(PAGE + 0x4000)
	at_line	s1e1r
	ldr	x1, =(PAGE + 0x5000)
	at_line	s1e1r
	bl	newline
	add	x22, x22, #1
	cmp	x22, #3
	b.ne	1b
	ldp	x29, x30, [sp], #16
	ret
	.ltorg
