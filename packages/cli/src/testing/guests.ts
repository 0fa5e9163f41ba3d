// SPDX-License-Identifier: BSD-2-Clause
//
// Small guests in A64 machine code for the board of workplace.ts: what they do is said beside each word.

/** MOVZ Xd, value, LSL #(16 * hw). */
const movz = (rd: number, value: number, hw = 0): number =>
  (0xd2800000 | (hw << 21) | (value << 5) | rd) >>> 0
/** MOVK Xd, value, LSL #(16 * hw). */
const movk = (rd: number, value: number, hw = 0): number =>
  (0xf2800000 | (hw << 21) | (value << 5) | rd) >>> 0
/** B to a word so many words on. */
const branch = (words: number): number => (0x14000000 | (words & 0x3ffffff)) >>> 0

const HVC = 0xd4000002
const WFI = 0xd503207f
/** MSR DAIFCLR, #2: interrupts are taken. What waits with them masked has halted itself. */
export const UNMASK = 0xd50342ff
/** X1 is the serial port. */
const PORT = [movz(1, 0x900, 1)]
/** STR W0, [X1]: sends; LDR W3, [X1, #0x18]: flags; LDRB W0, [X1]: receives. */
const SEND = 0xb9000020
const FLAGS = 0xb9401823
const RECEIVE = 0x39400020
/** UARTCR: UARTEN, TXE, RXE. */
const ENABLE = [movz(0, 0x301), 0xb9003020]

const psci = (call: number): readonly number[] => [movz(0, call), movk(0, 0x8400, 1), HVC]
const send = (text: string): readonly number[] =>
  [...text].flatMap((letter) => [movz(0, letter.charCodeAt(0)), SEND])

/** Prints the last byte of MIDR_EL1 and powers its machine off. */
export const TELLS_CPU: readonly number[] = [
  ...PORT,
  ...ENABLE,
  // MRS X0, MIDR_EL1
  0xd5380000,
  SEND,
  ...psci(8),
]

/** Turns the serial port on, sends an x, and runs these words, X2 being the address; then it stands still. */
export const runs = (address: number, ...words: readonly number[]): readonly number[] => [
  ...PORT,
  ...ENABLE,
  ...send("x"),
  movz(2, address >>> 16, 1),
  movk(2, address & 0xffff),
  ...words,
  UNMASK,
  WFI,
  branch(-1),
]

/** X0 becomes the 32-bit value. */
export const value = (number: number): readonly number[] => [
  movz(0, number >>> 16, 1),
  movk(0, number & 0xffff),
]

/** A branch to itself. */
export const LOOP: readonly number[] = [UNMASK, branch(0)]

/** Prints the text and powers its machine off (PSCI SYSTEM_OFF). */
export const says = (text: string): readonly number[] => [...PORT, ...ENABLE, ...send(text), ...psci(8)]

/** Prints the text, then waits for an interrupt that never comes. */
export const saysAndWaits = (text: string): readonly number[] => [
  ...PORT,
  ...ENABLE,
  ...send(text),
  UNMASK,
  WFI,
  branch(-1),
]

/** Prints the text and halts itself: a branch to itself with interrupts masked, as they are from the start. */
export const saysAndHalts = (text: string): readonly number[] => [
  ...PORT,
  ...ENABLE,
  ...send(text),
  branch(0),
]

/** Sends back what it receives; powers off at a `!`. */
export const ECHO: readonly number[] = [
  ...PORT,
  ...ENABLE,
  FLAGS,
  // TBNZ W3, #4 (RXFE), back to FLAGS
  0x3727ffe3,
  RECEIVE,
  SEND,
  // CMP W0, #'!'; B.NE FLAGS
  0x7100841f,
  0x54ffff61,
  ...psci(8),
]

/** Prints an r; resets its machine (PSCI SYSTEM_RESET) the first time, as a mark in RAM tells, then powers off. */
export const RESETS: readonly number[] = [
  ...PORT,
  ...ENABLE,
  ...send("r"),
  // X2 = 0x4010_0000; LDR W3, [X2]; CBNZ W3 to the power-off; MOV W3, #1; STR W3, [X2]
  movz(2, 0x4010, 1),
  0xb9400043,
  0x350000c3,
  movz(3, 1),
  0xb9000043,
  ...psci(9),
  ...psci(8),
]

/** Reads an address at which the machine has nothing. */
export const FAULTS: readonly number[] = [movz(1, 0x3000, 1), 0xb9400020, ...LOOP]

/** Jumps to an address at which the machine has nothing. */
export const JUMPS_AWAY: readonly number[] = [movz(1, 0x3000, 1), 0xd61f0020]

/** Sends back what it receives, a character for each interrupt of the serial port; powers off at a `!`. */
export const ECHO_BY_INTERRUPT: readonly number[] = [
  ...PORT,
  ...ENABLE,
  // UARTLCR_H.FEN, UARTIFLS: receive from an eighth on, UARTIMSC: RXIM, RTIM
  0x52800200,
  0xb9002c20,
  0xb900343f,
  0x52800a00,
  0xb9003820,
  // GICD: on; SPI 1 (INTID 33) enabled, for CPU 0, priority 0
  0xd2a10002,
  0x52800020,
  0xb9000040,
  0x39208440,
  0x3910845f,
  0x52800040,
  0xb9010440,
  // GICC: on, all priorities
  0xd2a10023,
  0x52801fe0,
  0xb9000460,
  0x52800020,
  0xb9000060,
  // WFI, IAR; one character for each interrupt goes back; EOIR; off after a `!`
  0xd503207f,
  0xb9400c65,
  0x710ffcbf,
  0x54ffffa0,
  0x39400026,
  0xb9000026,
  0xb9001065,
  0x710084df,
  0x54ffff01,
  ...psci(8),
]

/**
 * Prints the text; the virtual timer then wakes it from WFI every sixteenth of a second, for ever, by an interrupt that
 * is masked, so that nothing else comes of it.
 */
export const saysAndTicks = (text: string): readonly number[] => [
  ...PORT,
  ...ENABLE,
  ...send(text),
  // GICD: on, PPI 27 enabled; GICC: on, all priorities
  movz(2, 0x800, 1),
  movz(0, 1),
  0xb9000040,
  movz(0, 0x800, 1),
  0xb9010040,
  movz(3, 0x801, 1),
  movz(0, 0xff),
  0xb9000460,
  movz(0, 1),
  0xb9000060,
  // MSR CNTV_CTL_EL0, X0
  0xd51be320,
  // MRS X4, CNTFRQ_EL0; LSR X4, X4, #4; MSR CNTV_TVAL_EL0, X4
  0xd53be004,
  0xd344fc84,
  0xd51be304,
  WFI,
  // LDR W5, [X3, #0xc] (IAR); STR W5, [X3, #0x10] (EOIR); back to MRS
  0xb9400c65,
  0xb9001065,
  branch(-6),
]
