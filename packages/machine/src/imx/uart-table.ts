// SPDX-License-Identifier: BSD-2-Clause
//
// Registers of the i.MX UART: i.MX 8M Dual/8M QuadLite/8M Quad Applications Processors Reference Manual,
// chapter "Universal Asynchronous Receiver/Transmitter (UART)", "UART Memory Map/Register Definition".
// Reset values are the manual's, but for UARTEN, TXEN, IRTS and WS: boot firmware leaves its console port
// able to transmit, and early consoles rely on that.

import type { RegisterTable } from "./register-device.ts"

export const URXD = 0x00
export const UTXD = 0x40
export const UCR1 = 0x80
export const UCR2 = 0x84
export const UCR3 = 0x88
export const UCR4 = 0x8c
export const UFCR = 0x90
export const USR1 = 0x94
export const USR2 = 0x98
export const UBIR = 0xa4
export const UBMR = 0xa8
export const UBRC = 0xac
export const UTS = 0xb4

export const URXD_CHARRDY = 1 << 15

export const UCR1_TRDYEN = 1 << 13
export const UCR1_RRDYEN = 1 << 9
export const UCR1_TXMPTYEN = 1 << 6
export const UCR1_UARTEN = 1 << 0
export const UCR2_IRTS = 1 << 14
export const UCR2_WS = 1 << 5
export const UCR2_ATEN = 1 << 3
export const UCR2_TXEN = 1 << 2
export const UCR2_RXEN = 1 << 1
export const UCR2_SRST = 1 << 0
export const UCR3_RXDSEN = 1 << 6
export const UCR4_TCEN = 1 << 3
export const UCR4_OREN = 1 << 1
export const UCR4_DREN = 1 << 0

export const USR1_TRDY = 1 << 13
export const USR1_RRDY = 1 << 9
export const USR1_AGTIM = 1 << 8
export const USR1_RXDS = 1 << 6
export const USR2_TXFE = 1 << 14
export const USR2_DCDIN = 1 << 5
export const USR2_TXDC = 1 << 3
export const USR2_ORE = 1 << 1
export const USR2_RDR = 1 << 0
export const UTS_LOOP = 1 << 12
export const UTS_TXEMPTY = 1 << 6
export const UTS_RXEMPTY = 1 << 5
export const UTS_RXFULL = 1 << 3
export const UTS_SOFTRST = 1 << 0

export const UART_TABLE: RegisterTable = [
  [URXD, "URXD", 0, 0],
  [UTXD, "UTXD", 0, 0],
  [UCR1, "UCR1", UCR1_UARTEN, 0xffff],
  [UCR2, "UCR2", UCR2_IRTS | UCR2_WS | UCR2_TXEN | UCR2_SRST, 0xfffe],
  [UCR3, "UCR3", 0x0700, 0xffff],
  [UCR4, "UCR4", 0x8000, 0xffff],
  [UFCR, "UFCR", 0x0801, 0xffff],
  // Of the status flags only AGTIM and ORE are stored; the others follow the FIFO and the pins.
  [USR1, "USR1", 0, 0, { oneToClear: USR1_AGTIM }],
  [USR2, "USR2", 0, 0, { oneToClear: USR2_ORE }],
  [0x9c, "UESC", 0x002b, 0xff],
  [0xa0, "UTIM", 0, 0xfff],
  [UBIR, "UBIR", 0, 0xffff],
  [UBMR, "UBMR", 0, 0xffff],
  [UBRC, "UBRC", 0x0004, 0],
  [0xb0, "ONEMS", 0, 0xff_ffff],
  [UTS, "UTS", 0, 0x3c80],
  [0xb8, "UMCR", 0, 0xffff],
]
