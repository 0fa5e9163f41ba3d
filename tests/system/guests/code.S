// SPDX-License-Identifier: BSD-2-Clause
//
// Code that changes: with the maintenance that the architecture asks for, and without the part of it that
// processors with coherent instruction caches do without; cold, and after it ran so often that it was translated.

	.include "macros.S"
	.include "common.S"

	.equ	FUNCTION, FREE + 0x10000
	.equ	SPANNING, FREE + 0x11ffc	// a function whose second word is in the next page
	.equ	MOVZ_W0, 0x52800000
	.equ	RET, 0xd65f03c0

	// Writes MOVZ W0, #X1 and RET at X19.
write:	ldr	w0, =MOVZ_W0
	and	w1, w1, #0xffff
	orr	w0, w0, w1, lsl #5
	str	w0, [x19]
	ldr	w0, =RET
	str	w0, [x19, #4]
	ret

clean:	dc	cvau, x19
	dsb	ish
	ic	ivau, x19
	dsb	ish
	isb
	ret

	.equ	TABLE, FREE + 0x14000

main:	stp	x29, x30, [sp, #-16]!
	// RAM as normal memory, for accesses that are not aligned.
	put	TABLE, 0, 0x401 | (1 << 2)
	put	TABLE, 1, 0x40000000 | 0x701
	ldr	x0, =0x00ff
	msr	mair_el1, x0
	ldr	x0, =((25 << 0) | (1 << 23) | (25 << 16) | (1 << 8) | (1 << 10) | (3 << 12) | (2 << 30) | (2 << 32))
	msr	tcr_el1, x0
	ldr	x0, =TABLE
	msr	ttbr0_el1, x0
	flush
	sctlr_set 1
	ldr	x19, =FUNCTION
	say	"with IC IVAU"
	mov	w1, #1
	bl	write
	bl	clean
	blr	x19
	bl	hex
	mov	w1, #2
	bl	write
	bl	clean
	blr	x19
	bl	hex
	bl	newline

	say	"with ISB"
	mov	w1, #3
	bl	write
	dsb	sy
	isb
	blr	x19
	bl	hex
	bl	newline

	say	"with IC IALLU"
	mov	w1, #4
	bl	write
	dsb	sy
	ic	iallu
	dsb	sy
	isb
	blr	x19
	bl	hex
	bl	newline

	// Changed each time.
	say	"changed 3000 times"
	mov	x20, #3000
	mov	x21, #0
1:	mov	w1, w20
	bl	write
	bl	clean
	blr	x19
	add	x21, x21, w0, uxtw
	subs	x20, x20, #1
	b.ne	1b
	show	x21
	bl	newline

	// Hot, then changed in every way that memory is written.
	.macro	hot text, store:vararg
	mov	w1, #7
	bl	write
	bl	clean
	mov	x20, #9000
	mov	x21, #0
1:	blr	x19
	add	x21, x21, w0, uxtw
	subs	x20, x20, #1
	b.ne	1b
	ldr	w1, =(MOVZ_W0 | (0x1234 << 5))
	ldr	x2, =(RET << 32)
	orr	x1, x1, x2
	fmov	d1, x1
	\store
	dsb	sy
	isb
	blr	x19
	mov	x22, x0
	say	"\text"
	show	x21, x22
	bl	newline
	.endm
	hot	"STR W", str w1, [x19]
	hot	"STR X", str x1, [x19]
	hot	"STR D", str d1, [x19]
	hot	"STRB", strb wzr, [x19]
	hot	"STRH", strh w1, [x19]
	hot	"STUR across", stur wzr, [x19, #-2]
	hot	"STP", stp w1, w1, [x19, #-4]
	hot	"STP Q", stp q1, q1, [x19]
	hot	"ST1", st1 {v1.2s}, [x19]
	hot	"STLR", stlr w1, [x19]
	// Exclusives.
	mov	w1, #9
	bl	write
	bl	clean
	mov	x20, #9000
1:	blr	x19
	subs	x20, x20, #1
	b.ne	1b
	ldr	w1, =(MOVZ_W0 | (0x55 << 5))
2:	ldxr	w2, [x19]
	stxr	w3, w1, [x19]
	cbnz	w3, 2b
	dsb	sy
	isb
	blr	x19
	mov	x22, x0
	say	"STXR"
	show	x22
	bl	newline

	// DC ZVA: nothing is left.
	mov	w1, #9
	bl	write
	bl	clean
	mov	x20, #9000
1:	blr	x19
	subs	x20, x20, #1
	b.ne	1b
	dc	zva, x19
	dsb	sy
	isb
	adr	x28, 1f
	adr	x30, 1f
	br	x19
1:	say	"DC ZVA"
	ldr	x14, =RECORD
	ldr	x0, [x14, #8]
	bl	hex
	bl	newline

	// Over the border of two pages.
	ldr	x19, =SPANNING
	mov	w1, #11
	bl	write
	bl	clean
	add	x19, x19, #4
	bl	clean
	sub	x19, x19, #4
	mov	x20, #9000
1:	blr	x19
	subs	x20, x20, #1
	b.ne	1b
	ldr	w1, =(MOVZ_W0 | (0x777 << 5))
	ldr	x2, =(RET << 32)
	orr	x1, x1, x2
	str	x1, [x19]
	dsb	sy
	isb
	blr	x19
	mov	x22, x0
	say	"over a border"
	show	x22
	bl	newline

	// The next instruction.
	say	"the next instruction"
	ldr	w1, =(MOVZ_W0 | (5 << 5))
	adr	x2, 1f
	str	w1, [x2]
	dsb	sy
	isb
1:	mov	w0, #1
	bl	hex
	bl	newline

	// A loop that changes itself on its way.
	mov	x20, #20000
	mov	x21, #0
	ldr	w1, =0x91000eb5		// ADD X21, X21, #3
	adr	x2, 2f
	mov	x3, #5000
1:	cmp	x20, x3
	b.ne	2f
	str	w1, [x2]
	dsb	sy
	isb
2:	add	x21, x21, #1
	subs	x20, x20, #1
	b.ne	1b
	say	"a loop changes itself"
	show	x21
	bl	newline

	// Data beside code in one page, stored to all the time.
	ldr	x19, =FUNCTION
	mov	w1, #3
	bl	write
	bl	clean
	mov	x20, #20000
	mov	x21, #0
1:	blr	x19
	add	x21, x21, w0, uxtw
	str	x21, [x19, #512]
	subs	x20, x20, #1
	b.ne	1b
	mov	w1, #5
	bl	write
	bl	clean
	blr	x19
	mov	x22, x0
	ldr	x23, [x19, #512]
	say	"data beside code"
	show	x21, x22, x23
	bl	newline
	ldp	x29, x30, [sp], #16
	ret
	.ltorg
