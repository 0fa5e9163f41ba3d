// SPDX-License-Identifier: BSD-2-Clause
//
// Translations that change, with the maintenance that the architecture asks for (Arm ARM DDI 0487, D5.10): TLBI by
// address, by ASID and all; ASIDs that are switched; global pages; from invalid to valid; blocks that are split.

	.include "macros.S"
	.include "common.S"

	.equ	L1A, FREE + 0x10000	// of ASID 1
	.equ	L2A, FREE + 0x11000
	.equ	L3A, FREE + 0x12000
	.equ	L1B, FREE + 0x13000	// of ASID 2
	.equ	L2B, FREE + 0x14000
	.equ	L3B, FREE + 0x15000
	.equ	PAGE, 0x40600000
	.equ	D1, 0x40400000		// pages that hold 1, 2, 3, 4
	.equ	D2, 0x40401000
	.equ	D3, 0x40402000
	.equ	D4, 0x40403000
	.equ	LEAF, 0xf03		// not global
	.equ	GLOBAL, 0x703
	.equ	TCR, (25 << 0) | (25 << 16) | (1 << 8) | (1 << 10) | (3 << 12) | (1 << 24) | (1 << 26) | (3 << 28) | (2 << 30) | (2 << 32) | (1 << 36)

	.macro	use table, asid
	ldr	x0, =(\table | (\asid << 48))
	msr	ttbr0_el1, x0
	isb
	.endm

	.macro	tables l1, l2, l3
	put	\l1, 0, 0x401 | (1 << 2)
	put	\l1, 1, \l2 | 3
	put	\l2, 0, 0x40000000 | 0x701
	put	\l2, 1, 0x40200000 | 0x701
	put	\l2, 2, 0x40400000 | 0x701
	put	\l2, 3, \l3 | 3
	.endm

main:	stp	x29, x30, [sp, #-16]!
	ldr	x1, =D1
	mov	x0, #1
1:	str	x0, [x1]
	add	x1, x1, #0x1000
	add	x0, x0, #1
	cmp	x0, #5
	b.ne	1b
	tables	L1A, L2A, L3A
	tables	L1B, L2B, L3B
	put	L3A, 0, D1 | LEAF
	put	L3B, 0, D2 | LEAF
	put	L3A, 1, D3 | GLOBAL
	put	L3B, 1, D3 | GLOBAL
	ldr	x0, =0x00ff
	msr	mair_el1, x0
	ldr	x0, =TCR
	msr	tcr_el1, x0
	ldr	x0, =L1A
	msr	ttbr1_el1, x0
	use	L1A, 1
	flush
	sctlr_set 1
	ldr	x20, =PAGE
	ldr	x21, =(PAGE + 0x1000)

	say	"ASIDs"
	mov	x22, #3
1:	use	L1A, 1
	ldr	x0, [x20]
	bl	hex
	ldr	x0, [x21]
	bl	hex
	use	L1B, 2
	ldr	x0, [x20]
	bl	hex
	ldr	x0, [x21]
	bl	hex
	subs	x22, x22, #1
	b.ne	1b
	bl	newline

	// Each instruction after a change and back.
	.macro	change text, insn:vararg
	say	"\text"
	use	L1A, 1
	ldr	x0, [x20]
	bl	hex
	put	L3A, 0, D4 | LEAF
	dsb	sy
	ldr	x1, =((1 << 48) | (PAGE >> 12))
	\insn
	dsb	sy
	isb
	ldr	x0, [x20]
	bl	hex
	put	L3A, 0, D1 | LEAF
	dsb	sy
	ldr	x1, =((1 << 48) | (PAGE >> 12))
	\insn
	dsb	sy
	isb
	ldr	x0, [x20]
	bl	hex
	bl	newline
	.endm
	change	"VMALLE1", tlbi vmalle1
	change	"VAE1", tlbi vae1, x1
	change	"VAAE1", tlbi vaae1, x1
	change	"VALE1", tlbi vale1, x1
	change	"VAALE1", tlbi vaale1, x1
	change	"ASIDE1", tlbi aside1, x1
	change	"VMALLE1IS", tlbi vmalle1is
	change	"VAE1IS", tlbi vae1is, x1
	change	"VAAE1IS", tlbi vaae1is, x1
	change	"VALE1IS", tlbi vale1is, x1
	change	"VAALE1IS", tlbi vaale1is, x1
	change	"ASIDE1IS", tlbi aside1is, x1

	// The other ASID's page, while this one runs.
	.macro	other text, insn:vararg
	say	"\text"
	use	L1B, 2
	ldr	x0, [x20]
	bl	hex
	use	L1A, 1
	put	L3B, 0, D4 | LEAF
	dsb	sy
	ldr	x1, =((2 << 48) | (PAGE >> 12))
	\insn
	dsb	sy
	isb
	ldr	x0, [x20]
	bl	hex
	use	L1B, 2
	ldr	x0, [x20]
	bl	hex
	put	L3B, 0, D2 | LEAF
	dsb	sy
	ldr	x1, =((2 << 48) | (PAGE >> 12))
	\insn
	dsb	sy
	isb
	ldr	x0, [x20]
	bl	hex
	use	L1A, 1
	bl	newline
	.endm
	other	"other's VAE1", tlbi vae1, x1
	other	"other's VAAE1", tlbi vaae1, x1
	other	"other's ASIDE1", tlbi aside1, x1
	other	"other's VMALLE1", tlbi vmalle1

	// A global page is of every ASID.
	say	"global"
	use	L1A, 1
	ldr	x0, [x21]
	bl	hex
	put	L3A, 1, D4 | GLOBAL
	put	L3B, 1, D4 | GLOBAL
	dsb	sy
	ldr	x1, =((7 << 48) | ((PAGE + 0x1000) >> 12))
	tlbi	vae1, x1
	dsb	sy
	isb
	ldr	x0, [x21]
	bl	hex
	use	L1B, 2
	ldr	x0, [x21]
	bl	hex
	use	L1A, 1
	bl	newline

	// What was invalid needs no TLBI.
	ldr	x20, =(PAGE + 0x5000)
	try_fault "invalid", ldr x0, [x20]
	put	L3A, 5, D3 | LEAF
	dsb	sy
	isb
	say	"valid"
	ldr	x0, [x20]
	bl	hex
	bl	newline

	// Permissions, with the last level alone.
	put	L3A, 5, D3 | LEAF | 0x80
	dsb	sy
	ldr	x1, =((1 << 48) | ((PAGE + 0x5000) >> 12))
	tlbi	vale1, x1
	dsb	sy
	isb
	try_fault "read-only", str xzr, [x20]
	put	L3A, 5, D3 | LEAF
	dsb	sy
	ldr	x1, =((1 << 48) | ((PAGE + 0x5000) >> 12))
	tlbi	vale1, x1
	dsb	sy
	isb
	mov	x2, #0x33
	try_fault "writable", str x2, [x20]

	// A block that becomes a table and a block again, by way of invalid.
	ldr	x20, =0x40801000
	put	L2A, 4, 0x40400000 | 0xf01
	dsb	sy
	isb
	say	"block"
	ldr	x0, [x20]
	bl	hex
	put	L2A, 4, 0
	dsb	sy
	ldr	x1, =((1 << 48) | (0x40801000 >> 12))
	tlbi	vae1, x1
	dsb	sy
	isb
	bl	newline
	try_fault "no block", ldr x0, [x20]
	put	L2A, 4, L3A | 3
	dsb	sy
	isb
	say	"table"
	ldr	x0, [x20]
	bl	hex
	put	L2A, 4, 0
	dsb	sy
	tlbi	vmalle1
	dsb	sy
	put	L2A, 4, 0x40400000 | 0xf01
	dsb	sy
	isb
	ldr	x0, [x20]
	bl	hex
	bl	newline

	// The upper half.
	ldr	x20, =0xffffff8040600000
	say	"upper half"
	ldr	x0, [x20]
	bl	hex
	put	L3A, 0, D2 | LEAF
	dsb	sy
	ldr	x1, =((1 << 48) | ((0xffffff8040600000 >> 12) & 0xfffffffffff))
	tlbi	vae1, x1
	dsb	sy
	isb
	ldr	x0, [x20]
	bl	hex
	bl	newline

	// Many ASIDs, more than are kept: each reads its own.
	say	"many ASIDs"
	mov	x22, #1
	mov	x23, #0
1:	ldr	x0, =L1A
	ldr	x1, =L1B
	tst	x22, #1
	csel	x0, x0, x1, ne
	orr	x0, x0, x22, lsl #48
	msr	ttbr0_el1, x0
	isb
	ldr	x20, =PAGE
	ldr	x0, [x20]
	add	x23, x0, x23, lsl #1
	and	x0, x22, #7
	add	x22, x22, #1
	cmp	x22, #40
	b.ne	1b
	show	x23
	bl	newline
	use	L1A, 1
	sctlr_clear 1
	flush
	ldp	x29, x30, [sp], #16
	ret
	.ltorg
