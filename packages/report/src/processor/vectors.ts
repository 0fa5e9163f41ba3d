// SPDX-License-Identifier: BSD-2-Clause
//
// A guest that took an exception of its own and has no code at its vectors: the fetch that faults is the last of what
// happened, and the guest's ESR_EL1, ELR_EL1 and FAR_EL1 hold the first. Arm ARM DDI 0487, D1.10.2: the vector is
// VBAR_EL1 plus 0x80 for each kind and 0x200 for each origin.

import { decodeEsr, faultStatus } from "./esr.ts"
import { bits, hex } from "../hex.ts"
import { instructionText } from "./instruction.ts"
import { whyUndefined } from "./undefined.ts"

export interface OwnException {
  /** `an undefined instruction`, `an interrupt (IRQ)`. */
  readonly what: string
  /** ELR_EL1: where the guest was. */
  readonly from: bigint
  /** VBAR_EL1, as it was written. */
  readonly vbar: bigint
  /** A clause of a sentence where bits of VBAR_EL1 that do not count are set, else nothing. */
  readonly misaligned: string
  /** The vector's offset, 0 to 0x780. */
  readonly vector: number
  /** True for what an instruction at `from` did. */
  readonly synchronous: boolean
}

const TABLE_SIZE = 0x800n
const SLOT = 0x80
const KINDS = ["synchronous", "an interrupt (IRQ)", "a fast interrupt (FIQ)", "an SError"]
const EC = {
  unknown: 0x00,
  fp: 0x07,
  svc: 0x15,
  fetch: [0x20, 0x21],
  pc: 0x22,
  data: [0x24, 0x25],
  sp: 0x26,
  brk: 0x3c,
}

/** ISS.DFSC of an alignment fault, and of external aborts that are no table walk's. */
const ALIGNMENT = 0b100001
const EXTERNAL = 0b010000

/** FAR_EL1 of a data abort, with its status; undefined for any other exception. */
export function ownDataAbort(
  registers: Registers,
): { readonly far: bigint; readonly status: number } | undefined {
  const { ESR: esr = 0n, FAR: far = 0n } = registers
  const value = Number(esr & 0xffffffffn)
  return EC.data.includes(value >>> 26) ? { far, status: bits(value, 5, 0) } : undefined
}

/** What that status means for the place that was accessed; undefined where it says nothing of a place. */
export function abortReason(status: number): string | undefined {
  if (status === ALIGNMENT)
    return "device memory, and everything before the MMU is on, takes aligned accesses alone"
  return status === EXTERNAL ? "nothing on the board answers there" : undefined
}

/** What is known beside the registers. */
export interface ExceptionFacts {
  /** What the guest's image has there, where memory has not. */
  readonly note?: string | undefined
  /** Interrupts that are pending for the vCPU, by number and device. */
  readonly interrupts?: string | undefined
}

function undefinedText(word: number | undefined, note: string | undefined): string {
  const why = note ?? (word === undefined ? undefined : whyUndefined(word))
  return why === undefined
    ? "an undefined instruction (or a register that is not there)"
    : `an undefined instruction: ${why}`
}

/** What an ESR_EL1 says, as a person would. */
function causeText(esr: number, far: bigint, word: number | undefined, note: string | undefined): string {
  const words = decodeEsr(esr)
  const { ec, iss } = words
  const status = faultStatus(bits(iss, 5, 0)).toLowerCase()
  if (ec === EC.unknown) return undefinedText(word, note)
  if (ec === EC.fp) return "floating point while CPACR_EL1.FPEN traps it"
  if (ec === EC.svc) return `an SVC #${hex(bits(iss, 15, 0))}`
  if (ec === EC.brk) return `a BRK #${hex(bits(iss, 15, 0))}`
  if (ec === EC.sp) return "a stack pointer that is not aligned to 16 bytes"
  if (ec === EC.pc) return "a PC that is not aligned to 4 bytes"
  if (EC.fetch.includes(ec)) return `an instruction fetch from ${hex(far)}: ${status}`
  if (EC.data.includes(ec))
    return `a ${bits(iss, 6, 6) === 1 ? "write to" : "read of"} ${hex(far)}: ${status}`
  return words.ecName
}

/** EL1 registers by seL4's names. */
export type Registers = Readonly<Record<string, bigint>>

/** The exception that brought the guest to `pc`, `word` being at ELR_EL1; undefined when no vector is there. */
export function ownException(
  pc: bigint,
  registers: Registers,
  word?: number,
  { note, interrupts }: ExceptionFacts = {},
): OwnException | undefined {
  const { VBAR: vbar, ESR: esr = 0n, ELR_EL1: from = 0n, FAR: far = 0n } = registers
  // Bits 10:0 are RES0 (D17.2.142): a table at another place is not the one that the processor uses.
  const table = vbar === undefined ? undefined : vbar - (vbar % TABLE_SIZE)
  if (vbar === undefined || table === undefined || pc < table || pc >= table + TABLE_SIZE) return undefined
  const vector = Number(pc - table)
  const misaligned =
    table === vbar
      ? ""
      : ` (VBAR_EL1 was set to ${hex(vbar)}, no multiple of 0x800: the vectors begin at ${hex(table)})`
  if (vector % SLOT !== 0) return undefined
  const kind = (vector / SLOT) % 4
  // A jump to address zero is no exception: ELR_EL1 has never been set.
  if (vector === 0 && from === 0n) return undefined
  const synchronous = kind === 0
  const raised = `${KINDS[kind] ?? ""}${interrupts === undefined ? "" : `, ${interrupts}`}`
  const what = synchronous ? causeText(Number(esr & 0xffffffffn), far, word, note) : raised
  return { what, from, vbar, misaligned, vector, synchronous }
}

/** The sentence, without its full stop; `word` is the instruction at ELR_EL1, `place` what lies at FAR_EL1. */
export function exceptionSummary(
  vm: string,
  own: OwnException,
  word: number | undefined,
  place: string | undefined,
): string {
  const text = !own.synchronous || word === undefined || word === 0 ? "" : ` (${instructionText(word)})`
  const there = place === undefined ? "" : ` (${place})`
  return (
    `${vm} took an exception at ${hex(own.from)}${text}, ${own.what}${there}, and has no memory at its ` +
    `vectors: VBAR_EL1 is ${hex(own.vbar)}${own.misaligned}`
  )
}
