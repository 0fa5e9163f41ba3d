// SPDX-License-Identifier: BSD-2-Clause
//
// Macros of the guests: lines on the console, and instructions that are to raise an exception.

	// Prints a text.
	.macro	say text:vararg
	adr	x0, 8f
	bl	puts
	b	9f
8:	.asciz	\text
	.balign	4
9:
	.endm

	// Prints numbers.
	.macro	show first, rest:vararg
	mov	x0, \first
	bl	hex
	.ifnb	\rest
	show	\rest
	.endif
	.endm

	// One instruction, after which control goes on whether it raised an exception or not.
	.macro	attempt insn:vararg
	adr	x28, 7f
	\insn
7:
	.endm

	// The same at EL0, followed by an SVC #0xfff that shows when nothing happened before.
	.macro	attempt_el0 insn:vararg
	adr	x28, 7f
	adr	x0, 6f
	b	to_el0
6:	\insn
	svc	#0xfff
7:
	.endm

	// A line: the text, then the exception of an instruction at EL1 or EL0.
	.macro	try text, insn:vararg
	attempt	\insn
	say	"\text"
	bl	exception
	.endm

	.macro	try_el0 text, insn:vararg
	attempt_el0 \insn
	say	"\text"
	bl	exception
	.endm

	// The same, with FAR_EL1.
	.macro	try_fault text, insn:vararg
	attempt	\insn
	say	"\text"
	bl	fault
	.endm

	.macro	try_fault_el0 text, insn:vararg
	attempt_el0 \insn
	say	"\text"
	bl	fault
	.endm

	// Bits of SCTLR_EL1.
	.macro	sctlr_set bits
	mrs	x0, sctlr_el1
	orr	x0, x0, #\bits
	msr	sctlr_el1, x0
	isb
	.endm

	.macro	sctlr_clear bits
	mrs	x0, sctlr_el1
	bic	x0, x0, #\bits
	msr	sctlr_el1, x0
	isb
	.endm

	// Entry of a table; and all translations forgotten.
	.macro	put table, index, value:vararg
	ldr	x1, =\table
	ldr	x0, =\value
	str	x0, [x1, #(8 * \index)]
	.endm

	.macro	flush
	dsb	sy
	tlbi	vmalle1
	dsb	sy
	isb
	.endm
