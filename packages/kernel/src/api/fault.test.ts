// SPDX-License-Identifier: BSD-2-Clause
//
// Fault messages against the layouts that seL4's headers give (libsel4, faults.h and constants.h).

import { suite } from "uvu"
import * as assert from "uvu/assert"
import {
  TCB_FIELDS,
  TCB_GENERAL,
  TCB_PC,
  TCB_SPSR,
  TCB_TPIDR_EL0,
  TCB_TPIDRRO_EL0,
  TCB_X,
  VCPU_REG,
  decodeFault,
  encodeFault,
  faultName,
  seL4_DeleteFirst,
  seL4_Fault_VPPIEvent,
  sel4ErrorName,
} from "./index.ts"
import type { Fault } from "./index.ts"

const test = suite("api: faults and registers")

const SAMPLES: readonly Fault[] = [
  { kind: "VMFault", ip: 0xffff800080000000n, address: 0x30860098, prefetch: false, fsr: 0x93810007 },
  { kind: "VGICMaintenance", index: 3 },
  { kind: "VGICMaintenance", index: -1 },
  { kind: "VCPUFault", hsr: 0x5e000000 },
  { kind: "VPPIEvent", irq: 27 },
  {
    kind: "UnknownSyscall",
    x: [0x84000000n, 1n, 2n, 3n, 4n, 5n, 6n, 7n],
    faultIp: 0x40000000n,
    sp: 0x1000n,
    lr: 0x40000010n,
    spsr: 0x3c5,
    syscall: 7n,
  },
  { kind: "UserException", faultIp: 4n, sp: 8n, spsr: 0x3c5, number: 0x2000000, code: 0 },
]

test("every fault survives the way through its message", () => {
  for (const fault of SAMPLES) assert.equal(decodeFault(encodeFault(fault)), fault)
})

test("a VM fault is label 6 with IP, Addr, PrefetchFault and FSR in this order", () => {
  const sent = encodeFault({ kind: "VMFault", ip: 1n, address: 2, prefetch: true, fsr: 3 })
  assert.equal(sent, { label: 6, words: [1n, 2n, 1n, 3n] })
})

test("an unknown system call has X0-X7, FaultIP, SP, LR, SPSR and the number in 13 registers", () => {
  const sent = encodeFault(SAMPLES[5] as Fault)
  assert.is(sent.label, 2)
  assert.is(sent.words.length, 13)
  assert.is(sent.words[8], 0x40000000n)
  assert.is(sent.words[12], 7n)
})

test("an unknown maintenance index is all ones", () => {
  assert.equal(encodeFault({ kind: "VGICMaintenance", index: -1 }).words, [0xffffffffffffffffn])
})

test("a label that is no fault of a guest decodes to nothing", () => {
  assert.is(decodeFault({ label: 5, words: [] }), undefined)
  assert.is(decodeFault({ label: 0x1000, words: [] }), undefined)
})

test("the TCB's registers are in the order of seL4_UserContext", () => {
  assert.is(TCB_FIELDS[TCB_PC], "pc")
  assert.is(TCB_FIELDS[TCB_SPSR], "spsr")
  assert.is(TCB_FIELDS[TCB_TPIDR_EL0], "tpidr_el0")
  assert.is(TCB_FIELDS[TCB_TPIDRRO_EL0], "tpidrro_el0")
  assert.is(TCB_FIELDS.length, 36)
  assert.is(TCB_X.length, 31)
  TCB_X.forEach((field, n) => {
    assert.is(TCB_FIELDS[field], `x${n}`)
    assert.is(TCB_GENERAL[field], n)
  })
})

test("the VCPU's registers are numbered as seL4_VCPUReg", () => {
  assert.is(VCPU_REG.SCTLR, 0)
  assert.is(VCPU_REG.CPACR, 8)
  assert.is(VCPU_REG.CNTKCTL_EL1, 23)
})

test("errors and faults have their names", () => {
  assert.is(sel4ErrorName(seL4_DeleteFirst), "seL4_DeleteFirst")
  assert.is(faultName(seL4_Fault_VPPIEvent), "VPPIEvent")
  assert.is(faultName(77), "fault 77")
})

test.run()
