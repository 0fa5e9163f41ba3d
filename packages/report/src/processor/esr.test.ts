// SPDX-License-Identifier: BSD-2-Clause
//
// Syndromes against the Arm ARM's encodings; system register names against GNU as.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { decodeEsr, faultStatus, systemRegister } from "./esr.ts"
import { assembled, HAVE_BINUTILS } from "./oracle.ts"
import { SYSTEM_REGISTERS } from "../tables/system-register-table.ts"

const test = suite("report: ESR in words")

const words = (esr: number): readonly string[] =>
  decodeEsr(esr).fields.map(({ name, value, meaning }) => `${name}=${value} ${meaning}`)

test("a load of a byte that is sign-extended into X5", () => {
  const esr = decodeEsr(0x93a58007)
  assert.is(esr.ecName, "Data Abort from a lower Exception level")
  assert.is(esr.il, true)
  assert.equal(words(0x93a58007), [
    "ISV=1 ISS[23:14] hold a valid instruction syndrome",
    "SAS=2 Word",
    "SSE=1 Sign-extension required",
    "SRT=5 X5",
    "SF=1 Instruction loads/stores a 64-bit wide register",
    "WnR=0 Abort caused by an instruction reading from a memory location",
    "DFSC=7 Translation fault, level 3",
  ])
})

test("without a valid syndrome only the rest is told", () => {
  assert.equal(words(0x920001c8), [
    "ISV=0 No valid instruction syndrome, ISS[23:14] are RES0",
    "CM=1 Cache maintenance or address translation instruction",
    "S1PTW=1 Fault on the stage 2 translation of an access for a stage 1 translation table walk",
    "WnR=1 Abort caused by an instruction writing to a memory location",
    "DFSC=8 Access flag fault, level 0",
  ])
})

test("register 31 of an access is the zero register, as wide as SF says", () => {
  assert.ok(words(0x939f0046).includes("SRT=31 WZR"))
  assert.ok(words(0x939f8046).includes("SRT=31 XZR"))
})

test("an external abort tells how bad it is", () => {
  assert.ok(words(0x92001210).includes("SET=2 Uncontainable (UC)"))
  assert.ok(words(0x82001a10).includes("SET=3 Restartable state (UEO)"))
})

test("every fault status code has words, and reserved ones say so", () => {
  for (let code = 0; code < 64; code++) assert.ok(faultStatus(code).length > 10)
  assert.is(faultStatus(0x0f), "Permission fault, level 3")
  assert.is(faultStatus(0x21), "Alignment fault")
  assert.is(faultStatus(0x3f), "reserved fault status code 0x3f")
})

test("every exception class can be decoded, and reserved ones say so", () => {
  for (let ec = 0; ec < 64; ec++) assert.is(decodeEsr(ec * 2 ** 26).ec, ec)
  assert.is(decodeEsr(0x3f * 2 ** 26).ecName, "reserved exception class")
})

const CASES: ReadonlyArray<readonly [what: string, esr: number, field: string]> = [
  ["WFI", 0x07e00000, "TI=0 WFI trapped"],
  ["WFE", 0x07e00001, "TI=1 WFE trapped"],
  ["WFIT with its register", 0x06000062, "RN=3 X3"],
  ["SMC", 0x5e000002, "imm16=2 The immediate of the instruction, 0x2"],
  ["HVC", 0x5a000000, "imm16=0 The immediate of the instruction, 0x0"],
  ["BRK", 0xf2000800, "Comment=2048 The immediate of the instruction, 0x800"],
  ["floating point", 0x1fe00000, "COND=14 Condition code 1110"],
  ["MCR of AArch32", 0x0c003c01, "Direction=1 Read, MRC"],
  ["a trapped floating-point exception", 0xb2800011, "TFV=1 Trapped exceptions: IOF, IXF"],
  ["SError", 0xbe000411, "AET=1 Unrecoverable state (UEU)"],
  ["SError of a vendor", 0xbf000000, "IDS=1 The rest of the syndrome is IMPLEMENTATION DEFINED"],
  ["a breakpoint", 0xc2000022, "IFSC=34 Debug exception"],
  ["a software step", 0xcb000062, "EX=1 A Load-Exclusive instruction was stepped"],
  ["a watchpoint", 0xd2000062, "WnR=1 Write"],
  ["a branch target exception", 0x36000002, "BTYPE=2 PSTATE.BTYPE was 10"],
  ["ERETAA", 0x6a000002, "ERET=2 ERETAA trapped"],
]

for (const [what, esr, expected] of CASES) {
  test(`the syndrome of ${what}`, () => assert.ok(words(esr).includes(expected), words(esr).join("\n")))
}

test("a trapped MSR names its register and direction", () => {
  // ICC_SGI1R_EL1 is S3_0_C12_C11_5.
  assert.equal(words(0x623a3016), [
    "Op0=3 Op0 3, Op1 0, CRn 12, CRm 11, Op2 5: ICC_SGI1R_EL1",
    "Rt=0 X0",
    "Direction=0 Write access, MSR instruction",
  ])
  assert.ok(words(0x6232003f).includes("Direction=1 Read access, MRS instruction"))
})

test("a trapped System instruction is named too", () => {
  // DC CISW is S1_0_C7_C14_2.
  assert.is(words(0x62141c1c + 0x20)[0], "Op0=1 Op0 1, Op1 0, CRn 7, CRm 14, Op2 2: DC CISW")
  assert.ok(words(0x62141c3c).includes("Direction=0 Write access, SYS instruction"))
})

test("a register without a name has its encoding", () => {
  assert.is(systemRegister(3, 7, 15, 15, 7), "S3_7_C15_C15_7")
})

if (!HAVE_BINUTILS) {
  process.stdout.write("skipped: binutils for arm64 (Debian: binutils-aarch64-linux-gnu) are not installed\n")
}
const withBinutils = HAVE_BINUTILS ? test : test.skip

withBinutils("every name of the table has the encoding that GNU as gives it", () => {
  const entries = Object.entries(SYSTEM_REGISTERS)
  const noRegister = new Set(["IC IALLU", "IC IALLUIS"])
  const line = (name: string) => {
    if (!name.includes(" ")) return `mrs x0, ${name}`
    const bare = noRegister.has(name) || /TLBI (VMALL|ALL)/.test(name)
    return bare ? name : `${name}, x0`
  }
  // Registers that are only written are assembled as MSR; the encoding is the same but for bit 21.
  const writeOnly = /^(ICC_(DIR|EOIR\d|SGI\dR|ASGI1R)_EL1|OSLAR_EL1|PMSWINC_EL0|DBGDTRTX_EL0|TRCOSLAR)$/
  const lines = entries.map(([, name]) => (writeOnly.test(name) ? `msr ${name}, x0` : line(name)))
  const code = assembled(lines)
  const part = (word: number, low: number, width: number) => (word >>> low) & (2 ** width - 1)
  const keys = code.map((w) =>
    [part(w, 19, 2), part(w, 16, 3), part(w, 12, 4), part(w, 8, 4), part(w, 5, 3)].join(","),
  )
  assert.equal(
    keys,
    entries.map(([key]) => key),
  )
})

test.run()
