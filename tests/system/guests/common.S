// SPDX-License-Identifier: BSD-2-Clause
//
// What every guest of these tests begins with: entry at EL1 with the MMU off at 0x40080000, a PL011 at 0x9000000
// (Arm DDI 0183), vectors that note an exception and go on where X28 says, and lines of hexadecimal numbers.
// X25 to X28 belong to the vectors: X25, when not zero, is where interrupts go; X26 and X27 are lost.

	.equ	UART, 0x09000000
	.equ	MODE_EL1H, 0x3c5
	.equ	PSCI_SYSTEM_OFF, 0x84000008
	.equ	RECORD, 0x40208000	// vector, ESR, FAR, ELR less X28, SPSR of the exception noted last
	.equ	FREE, 0x40200000	// RAM that the guests may use, to 0x41000000

	.section .text
	.global _start
_start:
	msr	daifset, #15
	msr	nzcv, xzr
	ldr	x0, =FREE + 0x7000
	mov	sp, x0
	adr	x0, vectors
	msr	vbar_el1, x0
	mov	x25, #0
	adr	x28, stray
	mov	x0, #(3 << 20)
	msr	cpacr_el1, x0
	isb
	ldr	x14, =RECORD
	mov	x0, #0xff
	str	x0, [x14]
	ldr	x0, =UART
	ldr	w1, =0x301
	str	w1, [x0, #0x30]
	bl	main
off:
	ldr	w0, =PSCI_SYSTEM_OFF
	hvc	#0
	b	.

stray:	say	"stray exception"
	bl	exception
	b	off

// W0 to the console.
putc:	ldr	x9, =UART
1:	ldr	w10, [x9, #0x18]
	tbnz	w10, #5, 1b
	str	w0, [x9]
	ret

// The text at X0.
puts:	stp	x29, x30, [sp, #-16]!
	mov	x11, x0
1:	ldrb	w0, [x11], #1
	cbz	w0, 2f
	bl	putc
	b	1b
2:	ldp	x29, x30, [sp], #16
	ret

// A blank and X0 as hexadecimal number.
hex:	stp	x29, x30, [sp, #-16]!
	mov	x11, x0
	mov	w0, #' '
	bl	putc
	clz	x12, x11
	and	x12, x12, #60
	mov	x13, #60
	cmp	x12, #60
	csel	x12, x13, x12, hi
	cmp	x11, #0
	csel	x12, x13, x12, eq
	sub	x12, x13, x12		// shift of the first digit
1:	lsr	x0, x11, x12
	and	x0, x0, #15
	cmp	x0, #10
	add	x13, x0, #'0'
	add	x0, x0, #('a' - 10)
	csel	x0, x13, x0, lo
	bl	putc
	subs	x12, x12, #4
	b.pl	1b
	ldp	x29, x30, [sp], #16
	ret

newline: stp	x29, x30, [sp, #-16]!
	mov	w0, #'\r'
	bl	putc
	mov	w0, #'\n'
	bl	putc
	ldp	x29, x30, [sp], #16
	ret

// The exception noted last: vector, ESR, ELR less X28, SPSR; and the end of the line.
exception:
	stp	x29, x30, [sp, #-16]!
	ldr	x14, =RECORD
	ldr	x0, [x14]
	bl	hex
	ldr	x0, [x14, #8]
	bl	hex
	ldr	x0, [x14, #24]
	bl	hex
	ldr	x0, [x14, #32]
	bl	hex
	bl	newline
	mov	x0, #0xff
	ldr	x14, =RECORD
	str	x0, [x14]
	str	xzr, [x14, #8]
	ldp	x29, x30, [sp], #16
	ret

// The same, with FAR before the end of the line.
fault:	stp	x29, x30, [sp, #-16]!
	ldr	x14, =RECORD
	ldr	x0, [x14, #16]
	bl	hex
	bl	exception
	ldp	x29, x30, [sp], #16
	ret

// Goes on at X0 in EL0 with X1 to X7 as they are.
to_el0:	msr	elr_el1, x0
	mov	x0, #0x3c0
	msr	spsr_el1, x0
	eret

	.macro	vector n
	.balign	128
	mov	x27, #\n
	b	taken
	.endm

	.balign	2048
vectors:
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	vector	\n
	.endr

	.balign	128
taken:	tbz	x27, #0, 1f
	cbz	x25, 1f
	br	x25
1:	ldr	x26, =RECORD
	str	x27, [x26]
	mrs	x27, esr_el1
	str	x27, [x26, #8]
	mrs	x27, far_el1
	str	x27, [x26, #16]
	mrs	x27, elr_el1
	sub	x27, x27, x28
	str	x27, [x26, #24]
	mrs	x27, spsr_el1
	str	x27, [x26, #32]
	msr	elr_el1, x28
	mov	x27, #MODE_EL1H
	msr	spsr_el1, x27
	eret
	.ltorg
