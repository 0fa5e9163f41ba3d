// SPDX-License-Identifier: BSD-2-Clause
//
// The guest of examples/hello: bare A64 machine code at EL1 that prints a line on a PL011 (Arm DDI 0183, section
// 3.3) and powers its machine off by PSCI (Arm DEN 0022, SYSTEM_OFF) through HVC.

import { Assembler } from "../packages/kernel/src/cpu/a64/asm.ts"

/** Guest RAM and serial port of examples/hello/hello.system. */
const RAM = 0x4000_0000
const UART = 0x900_0000
/** Data register, flag register with its transmit-FIFO-full bit, control register with what turns sending on. */
const UARTDR = 0x00
const UARTFR = 0x18
const FR_TXFF = 5
const UARTCR = 0x30
const CR_UARTEN_TXE = 0x101
const PSCI_SYSTEM_OFF = 0x8400_0008

const TEXT = "Hello from a guest at EL1.\r\n"

/** Field values of the rows: X1 is the port, X2 the next character, W0 the value in hand, W3 the flags. */
const WORD = { size: 2 }
const BYTE = { size: 0 }
const LOAD = { opc: 1 }
const STORE = { opc: 0 }

/** The program's words, to be loaded at the start of guest RAM. */
export function helloProgram(): Uint32Array {
  const code = new Assembler(RAM)
  const port = (offset: number) => ({ Rn: 1, imm12: offset / 4 })
  code.move(1, UART).move(0, CR_UARTEN_TXE)
  code.insn("LDR/STR (unsigned offset)", { ...WORD, ...STORE, ...port(UARTCR), Rt: 0 })
  code.to("text", "ADR", { Rd: 2 })
  code.label("next").insn("LDR/STR (post-index)", { ...BYTE, ...LOAD, imm9: 1, Rn: 2, Rt: 0 })
  code.to("off", "CBZ/CBNZ", { sf: 0, op: 0, Rt: 0 })
  code.label("full").insn("LDR/STR (unsigned offset)", { ...WORD, ...LOAD, ...port(UARTFR), Rt: 3 })
  code.to("full", "TBZ/TBNZ", { op: 1, b5: 0, b40: FR_TXFF, Rt: 3 })
  code.insn("LDR/STR (unsigned offset)", { ...WORD, ...STORE, ...port(UARTDR), Rt: 0 })
  code.to("next", "B")
  code.label("off").move(0, PSCI_SYSTEM_OFF).insn("HVC", { imm16: 0 })
  code.label("text").data(Buffer.from(`${TEXT}\0`))
  return code.finish()
}
