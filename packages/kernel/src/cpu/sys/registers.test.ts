// SPDX-License-Identifier: BSD-2-Clause
//
// MRS, MSR and SYS: values, undefined accesses, EL1's gates and EL2's traps with their syndrome.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { sysregKey } from "../host.ts"
import * as L from "../layout.ts"
import * as T from "../mmu/testing.ts"
import { CORTEX_A53 } from "../models/index.ts"
import { type GicCpuInterface, GIC_TRAPPED, GIC_UNDEFINED, plainMinimumEl, plainOffset } from "./registers.ts"
import { systemRegisters } from "./sysreg-table.ts"

const test = suite("sys/registers")
const REGISTERS = systemRegisters(CORTEX_A53)
const UNDEFINED = 0x0200_0000

const keyOf = (name: string): number => {
  const row = REGISTERS.find((candidate) => candidate.name === name)
  if (row === undefined) throw new Error(`no register ${name}`)
  return row.key
}
const esr = (m: T.TestMachine) => T.field(m, L.EXC_ESR_I32) >>> 0

/** The value, or how the access was refused. */
function mrs(m: T.TestMachine, register: string | number): bigint | string {
  const key = typeof register === "string" ? keyOf(register) : register
  T.setWide(m, L.DATA, 0xdead_dead_dead_deadn)
  return m.host.sysRead(m.cpu, key) === L.R_FAULT ? refusal(m) : T.wide(m, L.DATA)
}

function msr(m: T.TestMachine, register: string | number, value = 0n): string {
  const key = typeof register === "string" ? keyOf(register) : register
  T.setWide(m, L.DATA, value)
  return m.host.sysWrite(m.cpu, key) === L.R_FAULT ? refusal(m) : "done"
}

function refusal(m: T.TestMachine): string {
  const el2 = T.field(m, L.EXC_KIND_I32) === L.EXC_EL2
  if (esr(m) === UNDEFINED) return el2 ? "undefined at el2" : "undefined"
  return `${el2 ? "el2" : "el1"} ec ${(esr(m) >>> 26).toString(16)}`
}

test("every register has a key of its own", () => {
  assert.is(new Set(REGISTERS.map((row) => row.key)).size, REGISTERS.length)
})

test("identification registers tell what is there", () => {
  const m = T.testMachine()
  assert.is(mrs(m, "MIDR_EL1"), 0x410f_d034n)
  assert.is(mrs(m, "MPIDR_EL1"), 0x8000_0000n)
  assert.is(mrs(m, "ID_AA64PFR0_EL1"), 0x1111n)
  assert.is(mrs(m, "ID_AA64MMFR0_EL1"), 0x0f00_0022n)
  assert.is(mrs(m, "CTR_EL0"), 0x8444_8004n)
  assert.is(mrs(m, "DCZID_EL0"), 4n)
  assert.is(mrs(m, "REVIDR_EL1"), 0n)
  // PMUVer is 0, so PMCR_EL0 is undefined.
  assert.is((mrs(m, "ID_AA64DFR0_EL1") as bigint) & 0xf00n, 0n)
  assert.is(mrs(m, sysregKey(3, 3, 9, 12, 0)), "undefined")
  // The whole space is readable: AArch32's and later ones as zero.
  for (let crm = 1; crm < 8; crm++) {
    for (let op2 = 0; op2 < 8; op2++) assert.not.type(mrs(m, sysregKey(3, 0, 0, crm, op2)), "string")
  }
  assert.is(mrs(m, sysregKey(3, 0, 0, 1, 0)), 0n)
  T.setSlot(m, "VMPIDR_EL2", 0x8000_0003n)
  T.setSlot(m, "VPIDR_EL2", 0x1234n)
  assert.equal([mrs(m, "MPIDR_EL1"), mrs(m, "MIDR_EL1")], [0x8000_0003n, 0x1234n])
})

test("cache sizes follow CSSELR_EL1", () => {
  const m = T.testMachine()
  const sizes = [0n, 1n, 2n, 4n].map((select) => {
    msr(m, "CSSELR_EL1", select)
    return mrs(m, "CCSIDR_EL1")
  })
  assert.equal(sizes, [0x700f_e01an, 0x201f_e00an, 0x707f_e07an, 0n])
})

test("EL1's registers are undefined at EL0, those for EL0 are not", () => {
  const m = T.testMachine()
  T.setEl(m, 0)
  for (const name of ["SCTLR_EL1", "TPIDR_EL1", "CurrentEL", "SP_EL0", "ID_AA64PFR0_EL1", "MIDR_EL1"]) {
    assert.is(mrs(m, name), "undefined", name)
  }
  assert.is(msr(m, "TPIDR_EL0", 5n), "done")
  assert.is(mrs(m, "TPIDR_EL0"), 5n)
  assert.is(msr(m, "TPIDRRO_EL0", 5n), "undefined")
  assert.is(mrs(m, "TPIDRRO_EL0"), 0n)
  assert.is(msr(m, "TLBI VMALLE1"), "undefined")
})

test("read-only and unknown registers are undefined", () => {
  const m = T.testMachine()
  assert.is(msr(m, "MIDR_EL1"), "undefined")
  assert.is(msr(m, "CurrentEL"), "undefined")
  assert.is(mrs(m, "OSLAR_EL1"), "undefined")
  assert.is(mrs(m, sysregKey(3, 4, 1, 1, 0)), "undefined", "HCR_EL2")
  assert.is(mrs(m, sysregKey(3, 4, 4, 1, 0)), "undefined", "SP_EL1")
  assert.is(mrs(m, sysregKey(3, 1, 15, 2, 1)), "undefined", "CPUECTLR_EL1")
  T.setSlot(m, "HCR_EL2", 1n << 20n)
  assert.is(mrs(m, sysregKey(3, 1, 15, 2, 1)), "el2 ec 18", "HCR.TIDCP")
})

test("EL1 gates EL0: UCT, UCI, DZE, UMA, and the counters by CNTKCTL", () => {
  const m = T.testMachine()
  const at = (name: string, sctlr: bigint, cntkctl: bigint) => {
    T.setSlot(m, "SCTLR_EL1", sctlr)
    T.setSlot(m, "CNTKCTL_EL1", cntkctl)
    T.setEl(m, 0)
    const row = REGISTERS.find((candidate) => candidate.name === name)
    const result = row?.el0[0] === "r" ? mrs(m, name) : msr(m, name, BigInt(T.RAM))
    return typeof result === "bigint" ? "done" : result
  }
  const gates: readonly [string, bigint, bigint][] = [
    ["CTR_EL0", 1n << 15n, 0n],
    ["DC CVAU", 1n << 26n, 0n],
    ["IC IVAU", 1n << 26n, 0n],
    ["DC ZVA", 1n << 14n, 0n],
    ["DAIF", 1n << 9n, 0n],
    ["CNTVCT_EL0", 0n, 2n],
    ["CNTPCT_EL0", 0n, 1n],
    ["CNTFRQ_EL0", 0n, 1n],
    ["CNTFRQ_EL0", 0n, 2n],
    ["CNTV_CTL_EL0", 0n, 1n << 8n],
  ]
  for (const [name, sctlr, cntkctl] of gates) {
    assert.is(at(name, sctlr, cntkctl), name === "DC ZVA" ? "el1 ec 24" : "done", name)
    assert.is(at(name, 0n, 0n), "el1 ec 18", name)
  }
  // DC ZVA was let through, and found that RAM is Device memory with the MMU off.
  assert.is(mrs(m, "DCZID_EL0"), 0x14n)
})

test("EL2 traps groups of registers, and only then", () => {
  const m = T.testMachine()
  const hcr = (bit: number, access: () => bigint | string) => {
    T.setSlot(m, "HCR_EL2", 0n)
    assert.ok(typeof access() === "bigint" || access() === "done", `bit ${bit} clear`)
    T.setSlot(m, "HCR_EL2", 1n << BigInt(bit))
    assert.is(access(), "el2 ec 18", `bit ${bit}`)
  }
  hcr(26, () => msr(m, "CONTEXTIDR_EL1"))
  hcr(30, () => mrs(m, "TTBR0_EL1"))
  hcr(16, () => mrs(m, "REVIDR_EL1"))
  hcr(17, () => mrs(m, "CTR_EL0"))
  hcr(18, () => mrs(m, "ID_AA64ISAR0_EL1"))
  hcr(21, () => mrs(m, "ACTLR_EL1"))
  hcr(22, () => msr(m, "DC CISW"))
  hcr(23, () => msr(m, "DC CIVAC", BigInt(T.RAM)))
  hcr(24, () => msr(m, "IC IALLU"))
  hcr(25, () => msr(m, "TLBI VMALLE1"))
  T.setSlot(m, "HCR_EL2", 1n << 28n)
  assert.is(msr(m, "DC ZVA", BigInt(T.RAM)), "el2 ec 18")
  assert.is(mrs(m, "DCZID_EL0"), 0x14n)
  T.setSlot(m, "CPTR_EL2", 1n << 31n)
  assert.is(mrs(m, "CPACR_EL1"), "el2 ec 18")
  T.setSlot(m, "MDCR_EL2", 7n << 9n)
  for (const name of ["MDSCR_EL1", "OSLSR_EL1", "MDRAR_EL1"]) assert.is(mrs(m, name), "el2 ec 18", name)
})

test("the syndrome of a trapped access names register, direction and Rt", () => {
  const m = T.testMachine()
  T.setSlot(m, "HCR_EL2", (1n << 26n) | (1n << 30n))
  m.memory0.writeU32(T.RAM + 0x100, 0xd5182005) // msr ttbr0_el1, x5
  T.setWide(m, L.PC, BigInt(T.RAM + 0x100))
  msr(m, "TTBR0_EL1")
  assert.is(esr(m), ((0x18 << 26) | (1 << 25) | (3 << 20) | (2 << 10) | (5 << 5)) >>> 0)
  m.memory0.writeU32(T.RAM + 0x100, 0xd538d029) // mrs x9, contextidr_el1
  mrs(m, "CONTEXTIDR_EL1")
  assert.is(esr(m), ((0x18 << 26) | (1 << 25) | (3 << 20) | (1 << 17) | (13 << 10) | (9 << 5) | 1) >>> 0)
})

test("SCTLR_EL1 keeps its ones and has no big-endian bits", () => {
  const m = T.testMachine()
  assert.is(mrs(m, "SCTLR_EL1"), 0x30d0_0800n)
  msr(m, "SCTLR_EL1", 0xffff_ffff_0300_0004n)
  assert.is(mrs(m, "SCTLR_EL1"), 0x30d0_0804n)
})

test("PSTATE fields are read and written", () => {
  const m = T.testMachine()
  assert.is(mrs(m, "CurrentEL"), 4n)
  msr(m, "DAIF", 0xffff_ffffn)
  assert.is(mrs(m, "DAIF"), 0x3c0n)
  msr(m, "NZCV", 0xa000_0000n)
  assert.is(mrs(m, "NZCV"), 0xa000_0000n)
  T.setWide(m, L.SP, 0x1000n)
  msr(m, "SP_EL0", 0x2000n)
  msr(m, "SPSel", 0n)
  assert.is(T.wide(m, L.SP), 0x2000n)
  assert.is(mrs(m, "SP_EL0"), "undefined", "while it is the stack pointer")
  assert.is(mrs(m, "SPSel"), 0n)
  m.host.msrImm(m.cpu, 5, 1)
  assert.is(T.wide(m, L.SP), 0x1000n)
})

test("DAIFSet and DAIFClr, and a waiting interrupt that they let in", () => {
  const m = T.testMachine()
  m.host.msrImm(m.cpu, 0x1e, 15)
  assert.is(T.field(m, L.DAIF_I32), 0x3c0)
  T.setField(m, L.STOP_I32, 0)
  T.setField(m, L.VIRQ_I32, 1)
  assert.is(m.host.msrImm(m.cpu, 0x1f, 8), L.R_NEXT)
  assert.is(m.host.msrImm(m.cpu, 0x1f, 2), L.R_STOP)
  assert.is(T.field(m, L.DAIF_I32), 0x140)
  assert.is(T.field(m, L.STOP_I32), 1)
  assert.is(mrs(m, "ISR_EL1"), 0x80n)
  assert.is(m.host.msrImm(m.cpu, 4, 1), L.R_FAULT, "PAN is not there")
  T.setEl(m, 0)
  assert.is(m.host.msrImm(m.cpu, 0x1e, 2), L.R_FAULT)
  assert.is(esr(m) >>> 26, 0x18)
  assert.is(m.host.msrImm(m.cpu, 5, 1), L.R_FAULT)
  assert.is(esr(m), UNDEFINED)
  T.setSlot(m, "SCTLR_EL1", 1n << 9n)
  assert.is(m.host.msrImm(m.cpu, 0x1f, 15), L.R_STOP)
})

test("FPCR and FPSR keep their bits and are gated by CPACR", () => {
  const m = T.testMachine()
  assert.is(mrs(m, "FPCR"), "el1 ec 7")
  T.setSlot(m, "CPACR_EL1", 3n << 20n)
  msr(m, "FPCR", 0xffff_ffffn)
  msr(m, "FPSR", 0xffff_ffffn)
  assert.equal([mrs(m, "FPCR"), mrs(m, "FPSR")], [0x07c0_0000n, 0x0800_009fn])
})

test("debug registers: the OS lock, and breakpoints that store", () => {
  const m = T.testMachine()
  assert.is(mrs(m, "OSLSR_EL1"), 0xan)
  msr(m, "OSLAR_EL1", 0n)
  assert.is(mrs(m, "OSLSR_EL1"), 8n)
  msr(m, "DBGBVR1_EL1", 0x1_0000_0004n)
  msr(m, "DBGWCR0_EL1", 7n)
  assert.equal(
    [mrs(m, "DBGBVR1_EL1"), mrs(m, "DBGWCR0_EL1"), mrs(m, "DBGBVR0_EL1")],
    [0x1_0000_0004n, 7n, 0n],
  )
  assert.is(mrs(m, sysregKey(2, 0, 0, 2, 4)), "undefined", "a third breakpoint")
  assert.is(mrs(m, "MDCCSR_EL0"), 0n)
  msr(m, "MDSCR_EL1", 1n << 12n)
  assert.is(msr(m, "OSDLR_EL1"), "done")
  T.setEl(m, 0)
  assert.is(mrs(m, "MDCCSR_EL0"), "el1 ec 18")
})

const PMR = sysregKey(3, 0, 4, 6, 0)
const IAR1 = sysregKey(3, 0, 12, 12, 0)
const SGI1R = sysregKey(3, 0, 12, 11, 5)

test("without a system register GIC its registers are undefined", () => {
  const m = T.testMachine()
  assert.equal([mrs(m, PMR), msr(m, SGI1R), mrs(m, IAR1)], ["undefined", "undefined", "undefined"])
})

test("the GIC's registers are the interrupt controller's, SGIs EL2's when it routes interrupts", () => {
  const writes: (readonly number[])[] = []
  const gic: GicCpuInterface = {
    read: (cpu, key) => (key === PMR ? 0xf0 + cpu : key === IAR1 ? GIC_TRAPPED : GIC_UNDEFINED),
    write: (cpu, key, lo, hi) => {
      writes.push([cpu, key, lo, hi])
      return key === IAR1 ? GIC_UNDEFINED : 0
    },
  }
  const m = T.testMachine(1, gic)
  assert.is(mrs(m, "ID_AA64PFR0_EL1"), 0x0100_1111n)
  assert.equal([mrs(m, PMR), mrs(m, IAR1), mrs(m, SGI1R)], [0xf0n, "el2 ec 18", "undefined"])
  assert.equal([msr(m, SGI1R, 0x5_0000_0001n), msr(m, IAR1)], ["done", "undefined"])
  assert.equal(writes[0], [0, SGI1R, 1, 5])
  T.setSlot(m, "HCR_EL2", 1n << 4n)
  assert.is(msr(m, SGI1R), "el2 ec 18")
  assert.is(writes.length, 2)
  T.setEl(m, 0)
  assert.is(mrs(m, PMR), "undefined")
})

test("plain registers have an offset for generated code, others have not", () => {
  assert.is(plainOffset(keyOf("TPIDR_EL1"), true), L.SLOT.TPIDR_EL1)
  assert.is(plainOffset(keyOf("SP_EL0"), false), L.SLOT.SP_EL0)
  assert.is(plainOffset(keyOf("TTBR0_EL1"), true), -1)
  assert.is(plainOffset(keyOf("ISR_EL1"), false), -1)
  assert.is(plainOffset(0, false), -1)
  assert.equal(
    [false, true].map((isWrite) => plainMinimumEl(keyOf("TPIDRRO_EL0"), isWrite)),
    [0, 1],
  )
})

test("the kernel's view of stack pointers finds the one in use", () => {
  const m = T.testMachine()
  T.setWide(m, L.SP, 0x7000n)
  assert.is(m.storage.readLow(m.cpu, L.SLOT.SP_EL1), 0x7000)
  T.setSlot(m, "SP_EL1", 0x1_0000_8000n)
  assert.is(T.wide(m, L.SP), 0x1_0000_8000n)
  assert.is(m.storage.readHigh(m.cpu, L.SLOT.SP_EL1), 1)
})

test.run()
