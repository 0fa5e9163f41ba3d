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

/** A branch to itself. */
export const LOOP: readonly number[] = [branch(0)]

/** Prints the text and powers its machine off (PSCI SYSTEM_OFF). */
export const says = (text: string): readonly number[] => [...PORT, ...ENABLE, ...send(text), ...psci(8)]

/** Prints the text, then waits for an interrupt that never comes. */
export const saysAndWaits = (text: string): readonly number[] => [
  ...PORT,
  ...ENABLE,
  ...send(text),
  WFI,
  branch(-1),
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
