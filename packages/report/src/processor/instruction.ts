// SPDX-License-Identifier: BSD-2-Clause
//
// The instruction at a fault as assembly text: loads and stores, and what traps to a hypervisor (exception
// generation, waiting, system registers). Everything else is its word.

import { bits, hex } from "../hex.ts"
import { systemRegister } from "./esr.ts"
import { loadStoreText } from "./load-store-text.ts"

const CALLS: Readonly<Record<number, string>> = {
  0xd4000001: "svc",
  0xd4000002: "hvc",
  0xd4000003: "smc",
  0xd4200000: "brk",
  0xd4400000: "hlt",
}

const HINTS: Readonly<Record<number, string>> = {
  0xd503201f: "nop",
  0xd503203f: "yield",
  0xd503205f: "wfe",
  0xd503207f: "wfi",
  0xd503209f: "sev",
  0xd50320bf: "sevl",
  0xd69f03e0: "eret",
}

/** MSR and MRS (register), SYS and SYSL: bits 31:22 are 1101010100, and op0 is not 0. */
function systemText(word: number): string | undefined {
  if (bits(word, 31, 22) !== 0b1101010100 || bits(word, 20, 19) === 0) return undefined
  const [op0, op1, crn] = [bits(word, 20, 19), bits(word, 18, 16), bits(word, 15, 12)]
  const name = systemRegister(op0, op1, crn, bits(word, 11, 8), bits(word, 7, 5)).toLowerCase()
  const [read, number] = [bits(word, 21, 21) === 1, bits(word, 4, 0)]
  const rt = `x${number === 31 ? "zr" : number}`
  if (op0 === 1) {
    if (read) return undefined
    return name.includes(" ") ? `${name}${number === 31 ? "" : `, ${rt}`}` : undefined
  }
  return read ? `mrs ${rt}, ${name}` : `msr ${name}, ${rt}`
}

/** Assembly text of an instruction word, `.inst 0x...` for those that this reader does not know. */
export function instructionText(word: number): string {
  const hint = HINTS[word >>> 0]
  if (hint !== undefined) return hint
  const call = CALLS[(word & 0xffe0001f) >>> 0]
  if (call !== undefined) return `${call} #${hex(bits(word, 20, 5))}`
  return loadStoreText(word)?.text ?? systemText(word) ?? `.inst ${hex(word >>> 0, 8)}`
}
