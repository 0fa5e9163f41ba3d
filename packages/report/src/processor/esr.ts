// SPDX-License-Identifier: BSD-2-Clause
//
// ESR_EL2 in words: exception class, instruction length, and the fields of the syndrome, after the Arm ARM (DDI
// 0487, D17.2.38 "ESR_EL2, Exception Syndrome Register (EL2)"). The fields of features that Armv8.0 does not
// have (ISS2, LS64, Granule Protection Checks) are left out.

import { bits, hex } from "../hex.ts"
import { EXCEPTION_CLASSES } from "../tables/exception-class-table.ts"
import { ASYNCHRONOUS_ERROR_TYPES, FAULT_STATUS } from "../tables/fault-status-table.ts"
import { SYSTEM_REGISTERS } from "../tables/system-register-table.ts"

/** A field of the syndrome: its name in the manual, its value, and what the value means. */
export interface EsrField {
  readonly name: string
  readonly value: number
  readonly meaning: string
}

/** ESR_EL2 taken apart and named. */
export interface EsrWords {
  /** ESR_EL2 bits 31..0, unsigned. */
  readonly value: number
  /** Exception class, 0 to 63. */
  readonly ec: number
  readonly ecName: string
  /** IL: the instruction has 32 bits (or the class has no instruction). */
  readonly il: boolean
  /** Instruction specific syndrome, bits 24..0. */
  readonly iss: number
  /** From high bits to low. */
  readonly fields: readonly EsrField[]
}

type Decoder = (iss: number) => readonly EsrField[]

function field(iss: number, name: string, high: number, low: number, say: (value: number) => string) {
  const value = bits(iss, high, low)
  return { name, value, meaning: say(value) }
}

/** A one-bit field that is shown only when it is set. */
function flag(iss: number, name: string, bit: number, meaning: string): readonly EsrField[] {
  return bits(iss, bit, bit) === 1 ? [{ name, value: 1, meaning }] : []
}

/** General register by number: 31 is the zero register. */
function registerName(number: number, wide = true): string {
  return `${wide ? "X" : "W"}${number === 31 ? "ZR" : number}`
}

/** What a fault status code says; reserved codes say so. */
export function faultStatus(code: number): string {
  return FAULT_STATUS[code] ?? `reserved fault status code ${hex(code, 2)}`
}

const SET: Readonly<Record<number, string>> = {
  0: "Recoverable state (UER)",
  2: "Uncontainable (UC)",
  3: "Restartable state (UEO)",
}

const ACCESS_SIZES = ["Byte", "Halfword", "Word", "Doubleword"]

function instructionSyndrome(iss: number): readonly EsrField[] {
  if (bits(iss, 24, 24) === 0) {
    return [{ name: "ISV", value: 0, meaning: "No valid instruction syndrome, ISS[23:14] are RES0" }]
  }
  return [
    { name: "ISV", value: 1, meaning: "ISS[23:14] hold a valid instruction syndrome" },
    field(iss, "SAS", 23, 22, (size) => ACCESS_SIZES[size] ?? ""),
    field(iss, "SSE", 21, 21, (on) => (on === 1 ? "Sign-extension required" : "Sign-extension not required")),
    field(iss, "SRT", 20, 16, (number) => registerName(number, bits(iss, 15, 15) === 1)),
    field(iss, "SF", 15, 15, (on) =>
      on === 1
        ? "Instruction loads/stores a 64-bit wide register"
        : "Instruction loads/stores a 32-bit wide register",
    ),
    ...flag(iss, "AR", 14, "Acquire/release semantics"),
  ]
}

function dataAbort(iss: number): readonly EsrField[] {
  const external = (bits(iss, 5, 0) & 0x3f) === 0x10
  return [
    ...instructionSyndrome(iss),
    ...flag(iss, "VNCR", 13, "The fault came from use of VNCR_EL2 register by EL1 code"),
    ...(external ? [field(iss, "SET", 12, 11, (value) => SET[value] ?? "reserved")] : []),
    ...flag(iss, "FnV", 10, "FAR is not valid, it holds an UNKNOWN value"),
    ...flag(iss, "EA", 9, "External abort type"),
    ...flag(iss, "CM", 8, "Cache maintenance or address translation instruction"),
    ...flag(
      iss,
      "S1PTW",
      7,
      "Fault on the stage 2 translation of an access for a stage 1 translation table walk",
    ),
    field(iss, "WnR", 6, 6, (on) =>
      on === 1
        ? "Abort caused by an instruction writing to a memory location"
        : "Abort caused by an instruction reading from a memory location",
    ),
    field(iss, "DFSC", 5, 0, faultStatus),
  ]
}

function instructionAbort(iss: number): readonly EsrField[] {
  const external = bits(iss, 5, 0) === 0x10
  return [
    ...(external ? [field(iss, "SET", 12, 11, (value) => SET[value] ?? "reserved")] : []),
    ...flag(iss, "FnV", 10, "FAR is not valid, it holds an UNKNOWN value"),
    ...flag(iss, "EA", 9, "External abort type"),
    ...flag(
      iss,
      "S1PTW",
      7,
      "Fault on the stage 2 translation of an access for a stage 1 translation table walk",
    ),
    field(iss, "IFSC", 5, 0, faultStatus),
  ]
}

/** The name of a system register or System instruction, S<op0>_<op1>_C<n>_C<m>_<op2> when it has none here. */
export function systemRegister(op0: number, op1: number, crn: number, crm: number, op2: number): string {
  return SYSTEM_REGISTERS[`${op0},${op1},${crn},${crm},${op2}`] ?? `S${op0}_${op1}_C${crn}_C${crm}_${op2}`
}

function trappedSystem(iss: number): readonly EsrField[] {
  const part = (high: number, low: number) => bits(iss, high, low)
  const [op0, op2, op1, crn, crm] = [part(21, 20), part(19, 17), part(16, 14), part(13, 10), part(4, 1)]
  const name = systemRegister(op0, op1, crn, crm, op2)
  return [
    {
      name: "Op0",
      value: op0,
      meaning: `Op0 ${op0}, Op1 ${op1}, CRn ${crn}, CRm ${crm}, Op2 ${op2}: ${name}`,
    },
    field(iss, "Rt", 9, 5, (number) => registerName(number)),
    field(iss, "Direction", 0, 0, (read) => {
      if (op0 === 1) return read === 1 ? "Read access, SYSL instruction" : "Write access, SYS instruction"
      return read === 1 ? "Read access, MRS instruction" : "Write access, MSR instruction"
    }),
  ]
}

function condition(iss: number): readonly EsrField[] {
  if (bits(iss, 24, 24) === 0) return []
  return [field(iss, "COND", 23, 20, (value) => `Condition code ${value.toString(2).padStart(4, "0")}`)]
}

const WF_INSTRUCTIONS = ["WFI", "WFE", "WFIT", "WFET"]

function waitInstruction(iss: number): readonly EsrField[] {
  const trapped = field(iss, "TI", 1, 0, (value) => `${WF_INSTRUCTIONS[value] ?? ""} trapped`)
  const rn = field(iss, "RN", 9, 5, (number) => registerName(number))
  return [...condition(iss), ...(trapped.value >= 2 ? [rn] : []), trapped]
}

const immediate =
  (name: string): Decoder =>
  (iss) => [field(iss, name, 15, 0, (value) => `The immediate of the instruction, ${hex(value)}`)]

/** MCR, MRC of AArch32 (Opc2, Opc1, CRn, Rt, CRm). */
function coprocessor(iss: number): readonly EsrField[] {
  const part = (high: number, low: number) => bits(iss, high, low)
  const named = `opc1 ${part(16, 14)}, c${part(13, 10)}, c${part(4, 1)}, opc2 ${part(19, 17)}`
  return [
    ...condition(iss),
    { name: "Opc1", value: part(16, 14), meaning: named },
    field(iss, "Rt", 9, 5, (number) => `R${number}`),
    field(iss, "Direction", 0, 0, (read) => (read === 1 ? "Read, MRC" : "Write, MCR")),
  ]
}

const FLOATING_POINT_TRAPS = ["IOF", "DZF", "OFF", "UFF", "IXF"]

function floatingPoint(iss: number): readonly EsrField[] {
  const raised = FLOATING_POINT_TRAPS.filter((_, bit) => bits(iss, bit, bit) === 1)
  return [
    field(iss, "TFV", 23, 23, (valid) =>
      valid === 1 ? `Trapped exceptions: ${raised.join(", ") || "none"}` : "No information on the exceptions",
    ),
  ]
}

function serror(iss: number): readonly EsrField[] {
  if (bits(iss, 24, 24) === 1) {
    return [{ name: "IDS", value: 1, meaning: "The rest of the syndrome is IMPLEMENTATION DEFINED" }]
  }
  const known = bits(iss, 5, 0) === 0x11
  return [
    ...(known ? [field(iss, "AET", 12, 10, (type) => ASYNCHRONOUS_ERROR_TYPES[type] ?? "reserved")] : []),
    ...flag(iss, "EA", 9, "External abort type"),
    field(iss, "DFSC", 5, 0, (code) =>
      code === 0x11 ? "Asynchronous SError exception" : "Uncategorized error",
    ),
  ]
}

function debugException(iss: number): readonly EsrField[] {
  return [field(iss, "IFSC", 5, 0, (code) => (code === 0x22 ? "Debug exception" : faultStatus(code)))]
}

function softwareStep(iss: number): readonly EsrField[] {
  return [
    field(iss, "ISV", 24, 24, (valid) => (valid === 1 ? "EX bit is valid" : "EX bit is RES0")),
    ...flag(iss, "EX", 6, "A Load-Exclusive instruction was stepped"),
    ...debugException(iss),
  ]
}

function watchpoint(iss: number): readonly EsrField[] {
  return [
    ...flag(iss, "CM", 8, "Cache maintenance instruction"),
    field(iss, "WnR", 6, 6, (on) => (on === 1 ? "Write" : "Read")),
    ...debugException(iss),
  ]
}

function branchTarget(iss: number): readonly EsrField[] {
  return [field(iss, "BTYPE", 1, 0, (value) => `PSTATE.BTYPE was ${value.toString(2).padStart(2, "0")}`)]
}

function exceptionReturn(iss: number): readonly EsrField[] {
  return [
    field(
      iss,
      "ERET",
      1,
      0,
      (value) => (value < 2 ? "ERET" : value === 2 ? "ERETAA" : "ERETAB") + " trapped",
    ),
  ]
}

const DECODERS: Readonly<Record<number, Decoder>> = {
  0x01: waitInstruction,
  0x03: coprocessor,
  0x05: coprocessor,
  0x07: condition,
  0x08: coprocessor,
  0x0d: branchTarget,
  0x11: immediate("imm16"),
  0x12: immediate("imm16"),
  0x13: condition,
  0x15: immediate("imm16"),
  0x16: immediate("imm16"),
  0x17: immediate("imm16"),
  0x18: trappedSystem,
  0x1a: exceptionReturn,
  0x20: instructionAbort,
  0x21: instructionAbort,
  0x24: dataAbort,
  0x25: dataAbort,
  0x28: floatingPoint,
  0x2c: floatingPoint,
  0x2f: serror,
  0x30: debugException,
  0x31: debugException,
  0x32: softwareStep,
  0x33: softwareStep,
  0x34: watchpoint,
  0x35: watchpoint,
  0x38: immediate("Comment"),
  0x3c: immediate("Comment"),
}

/** Takes ESR_EL2 (bits 31..0) apart. Reserved classes say so; classes without a decoder here have no fields. */
export function decodeEsr(value: number): EsrWords {
  const esr = value >>> 0
  const ec = bits(esr, 31, 26)
  const iss = bits(esr, 24, 0)
  return {
    value: esr,
    ec,
    ecName: EXCEPTION_CLASSES[ec] ?? "reserved exception class",
    il: bits(esr, 25, 25) === 1,
    iss,
    fields: DECODERS[ec]?.(iss) ?? [],
  }
}
