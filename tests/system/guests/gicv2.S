// SPDX-License-Identifier: BSD-2-Clause
//
// A GICv2 as one processor sees it (IHI 0048B): SGIs to itself, priorities and the priority mask, enables, pending
// and active state, level and edge, nesting, and the virtual timer (PPI 27) with its masks.

	.include "macros.S"
	.include "common.S"

	.equ	GICD, 0x08000000
	.equ	GICC, 0x08010000
	.equ	SPI, 45			// nothing is connected to it
	.equ	LOG, FREE + 0x9000	// acknowledged interrupts

	.macro	gicd_write offset, value:vararg
	ldr	x1, =(GICD + \offset)
	ldr	w0, =\value
	str	w0, [x1]
	.endm

	.macro	gicd_byte offset, value:vararg
	ldr	x1, =(GICD + \offset)
	mov	w0, #\value
	strb	w0, [x1]
	.endm

	.macro	gicc_write offset, value:vararg
	ldr	x1, =(GICC + \offset)
	ldr	w0, =\value
	str	w0, [x1]
	.endm

	.macro	show_gicd offset
	ldr	x1, =(GICD + \offset)
	ldr	w0, [x1]
	bl	hex
	.endm

	.macro	show_gicc offset
	ldr	x1, =(GICC + \offset)
	ldr	w0, [x1]
	bl	hex
	.endm

	.macro	sgi n
	gicd_write 0xf00, (2 << 24) | \n
	dsb	sy
	.endm

	.macro	window			// interrupts are taken here
	msr	daifclr, #2
	isb
	nop
	nop
	msr	daifset, #2
	.endm

// An interrupt: note IAR, RPR and the active bits, do what X24 says, end it.
interrupt:
	stp	x0, x1, [sp, #-96]!
	stp	x2, x3, [sp, #16]
	stp	x16, x17, [sp, #32]
	stp	x18, x30, [sp, #48]
	mrs	x0, elr_el1
	mrs	x1, spsr_el1
	stp	x0, x1, [sp, #64]
	ldr	x16, =GICC
	ldr	w17, [x16, #12]
	ldr	x18, =LOG
	ldr	x0, [x18]
	add	x1, x18, x0
	add	x0, x0, #4
	str	x0, [x18]
	ldr	w2, [x16, #20]		// RPR
	bfi	w17, w2, #16, #8
	str	w17, [x1, #8]
	cbz	x24, 1f
	blr	x24
1:	and	w0, w17, #0xffff
	str	w0, [x16, #16]
	ldp	x0, x1, [sp, #64]
	msr	elr_el1, x0
	msr	spsr_el1, x1
	ldp	x18, x30, [sp, #48]
	ldp	x16, x17, [sp, #32]
	ldp	x2, x3, [sp, #16]
	ldp	x0, x1, [sp], #96
	eret

// The log, and the end of the line; the log is empty then.
show_log: stp	x29, x30, [sp, #-32]!
	stp	x20, x21, [sp, #16]
	ldr	x20, =LOG
	ldr	x21, [x20]
	str	xzr, [x20], #8
1:	cbz	x21, 2f
	ldr	w0, [x20], #4
	bl	hex
	sub	x21, x21, #4
	b	1b
2:	bl	newline
	ldp	x20, x21, [sp, #16]
	ldp	x29, x30, [sp], #32
	ret

// What handlers do.
timer_off: msr	cntv_ctl_el0, xzr
	isb
	ret
let_in:	mov	x24, #0			// higher priorities may come now
	msr	daifclr, #2
	isb
	nop
	msr	daifset, #2
	ret
urgent:	mov	x3, x30			// something more urgent appears
	sgi	2
	mov	x30, x3
	b	let_in
meek:	mov	x3, x30			// something less urgent appears
	sgi	5
	mov	x30, x3
	b	let_in
active:	ldr	x0, =(GICD + 0x300)
	ldr	w22, [x0]
	ldr	x0, =(GICD + 0x200)
	ldr	w23, [x0]
	ret

main:	stp	x29, x30, [sp, #-16]!
	adr	x25, interrupt
	mov	x24, #0
	ldr	x0, =LOG
	str	xzr, [x0]
	gicd_write 0, 1
	gicc_write 4, 0xf8
	gicc_write 8, 0
	gicc_write 0, 1
	gicd_write 0x100, 0xffff
	gicd_write 0x400, 0x80808080
	gicd_write 0x404, 0x80808080
	gicd_byte 0x402, 0x20
	gicd_byte 0x405, 0xc0
	say	"enabled"
	show_gicd 0x100
	show_gicd 0x400
	show_gicd 0x404
	bl	newline

	say	"nothing"
	show_gicc 12
	show_gicc 24
	show_gicc 20
	bl	newline

	sgi	3
	say	"SGI 3 pending"
	show_gicc 24
	mrs	x0, isr_el1
	bl	hex
	bl	newline
	window
	say	"SGI 3 taken"
	bl	show_log
	window
	say	"SGI 3 again"
	bl	show_log

	sgi	5
	sgi	3
	sgi	2
	sgi	4
	window
	say	"by priority"
	bl	show_log

	say	"masked"
	gicc_write 4, 0x80
	sgi	3
	window
	bl	show_log
	say	"more urgent than the mask"
	sgi	2
	window
	bl	show_log
	say	"unmasked"
	gicc_write 4, 0xf8
	window
	bl	show_log

	say	"active"
	adr	x24, active
	mov	x22, #0
	sgi	4
	window
	mov	x24, #0
	and	x22, x22, #0xffff
	and	x23, x23, #0xffff
	show	x22, x23
	show_gicd 0x300
	bl	show_log

	say	"nested"
	adr	x24, urgent
	sgi	3
	window
	bl	show_log
	say	"not nested"
	adr	x24, meek
	sgi	3
	window
	bl	show_log

	say	"acknowledged by hand"
	sgi	3
	show_gicc 12
	show_gicc 20
	show_gicc 24
	gicc_write 16, 3
	show_gicc 20
	bl	newline

	say	"CPU interface off"
	gicc_write 0, 0
	sgi	3
	window
	bl	show_log
	gicc_write 0, 1
	window
	say	"on"
	bl	show_log

	say	"distributor off"
	gicd_write 0, 0
	sgi	3
	window
	bl	show_log
	gicd_write 0, 1
	window
	say	"on"
	bl	show_log

	// A shared interrupt, made pending by hand: edge-triggered.
	ldr	x1, =(GICD + 0xc00 + 4 * (SPI / 16))
	mov	w0, #(2 << (2 * (SPI % 16)))
	str	w0, [x1]
	gicd_byte 0x400 + SPI, 0x40
	gicd_byte 0x800 + SPI, 1
	say	"SPI not enabled"
	gicd_write 0x204, 1 << (SPI - 32)
	window
	bl	show_log
	gicd_write 0x104, 1 << (SPI - 32)
	window
	say	"SPI enabled"
	bl	show_log
	// The virtual timer.
	gicd_write 0x100, 1 << 27
	gicd_byte 0x400 + 27, 0x60
	say	"timer off"
	msr	cntv_ctl_el0, xzr
	mrs	x0, cntvct_el0
	sub	x0, x0, #1
	msr	cntv_cval_el0, x0
	isb
	mrs	x0, cntv_ctl_el0
	bl	hex
	window
	bl	show_log
	say	"timer masked"
	mov	x0, #3
	msr	cntv_ctl_el0, x0
	isb
	mrs	x0, cntv_ctl_el0
	bl	hex
	window
	bl	show_log
	say	"timer fires"
	adr	x24, timer_off
	mov	x0, #1
	msr	cntv_ctl_el0, x0
	isb
	window
	mrs	x0, cntv_ctl_el0
	bl	hex
	bl	show_log
	say	"timer fires in WFI"
	mov	x0, #1000
	msr	cntv_tval_el0, x0
	mov	x0, #1
	msr	cntv_ctl_el0, x0
	isb
	mrs	x20, cntvct_el0
	wfi
	mrs	x21, cntvct_el0
	sub	x21, x21, x20
	cmp	x21, #900
	cset	x0, hs
	bl	hex
	mrs	x0, cntv_ctl_el0
	bl	hex
	window
	bl	show_log
	say	"a negative TVAL has fired"
	mov	x0, #-5
	msr	cntv_tval_el0, x0
	mov	x0, #3
	msr	cntv_ctl_el0, x0
	isb
	mrs	x0, cntv_ctl_el0
	bl	hex
	mrs	x0, cntv_tval_el0
	asr	x0, x0, #63
	bl	hex
	bl	newline
	say	"a far CVAL has not"
	mov	x0, #-1
	msr	cntv_cval_el0, x0
	isb
	mrs	x0, cntv_ctl_el0
	bl	hex
	bl	newline
	say	"level: taken until it is off"
	mov	x24, #0
	adr	x24, twice
	mov	x23, #0
	mov	x0, #0
	msr	cntv_tval_el0, x0
	mov	x0, #1
	msr	cntv_ctl_el0, x0
	isb
	window
	window
	window
	show	x23
	bl	show_log
	mov	x25, #0
	ldp	x29, x30, [sp], #16
	ret

// Turns the timer off at the second time.
twice:	add	x23, x23, #1
	cmp	x23, #2
	b.lo	1f
	msr	cntv_ctl_el0, xzr
	isb
1:	ret
	.ltorg
