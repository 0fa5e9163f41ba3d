// SPDX-License-Identifier: BSD-2-Clause
//
// Guest loads and stores to registers that the VMM emulates.

import { TCB_PC, TCB_SP, TCB_SPSR, VCPU_REG } from "@vmm/kernel/api"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { faultRegisterVmExceptionHandler } from "./fault.ts"
import type { MmioHandler } from "./interrupt-controller.ts"
import { type TestVm, dataAbort, runningVm } from "./test-vm.ts"

const DEVICE = 0x9000000

interface Rig extends TestVm {
  /** What the device was asked, such as `r4@8` or `w2@4=ffff`. */
  readonly seen: string[]
}

/** A VM with a device of 4 KiB whose bytes read as 0x80 + offset. */
function withDevice(): Rig {
  const test = runningVm()
  const seen: string[] = []
  faultRegisterVmExceptionHandler(test.vm, DEVICE, 0x1000, {
    read: (_, offset, size) => {
      seen.push(`r${size}@${offset}`)
      let value = 0
      for (let n = size - 1; n >= 0; n--) value = value * 256 + ((0x80 + offset + n) & 0xff)
      return value
    },
    write: (_, offset, size, value) => seen.push(`w${size}@${offset}=${value.toString(16)}`),
  })
  return { ...test, seen }
}

const x = (rig: Rig, n: number) => rig.microkit.vcpuReadX(0, n)
const setX = (rig: Rig, n: number, value: bigint) => rig.microkit.vcpuWriteX(0, n, value)
const pc = (rig: Rig) => Number(rig.microkit.vcpuReadTcb(0, TCB_PC))

const mmio = suite("vmrt: emulated registers")

mmio("a word load fills its register, zero-extended, and the PC moves on", () => {
  const rig = withDevice()
  setX(rig, 3, ~0n & 0xffffffffffffffffn)
  const before = pc(rig)
  assert.is(dataAbort(rig, { ipa: DEVICE + 4, sas: 2, rt: 3 }), true)
  assert.is(x(rig, 3), 0x87868584n)
  assert.is(pc(rig), before + 4)
})

mmio("a handler that sets the PC is not moved on, and nothing is loaded or written back", () => {
  const test = runningVm()
  const asked: number[] = []
  let target = 0x40001800n
  faultRegisterVmExceptionHandler(test.vm, DEVICE, 0x1000, {
    read: (_, offset) => {
      asked.push(offset)
      const vcpu = test.vm.vcpuOf(0)
      if (vcpu !== undefined) vcpu.pc = target
      return 5
    },
    write: () => test.microkit.vcpuWriteTcb(0, TCB_PC, target),
  })
  test.microkit.vcpuWriteX(0, 3, 7n)
  for (target of [0x40001800n, 0x40001800n, 0x40001900n]) {
    // the second time it is where the PC is already
    assert.is(dataAbort(test, { ipa: DEVICE + 4, sas: 2, rt: 3 }), true)
    assert.equal([test.microkit.vcpuReadX(0, 3), test.microkit.vcpuReadTcb(0, TCB_PC)], [7n, target])
  }
  asked.length = 0
  // LDP X3, X4, [X5], #16
  test.microkit.vcpuWriteX(0, 5, BigInt(DEVICE))
  dataAbort(test, { ipa: DEVICE, instruction: 0xa8c110a3 })
  assert.equal([asked, test.microkit.vcpuReadX(0, 5)], [[0], BigInt(DEVICE)], "it ends with that access")
  target = 0x40001a00n
  dataAbort(test, { ipa: DEVICE, sas: 2, rt: 3, write: true })
  assert.is(test.microkit.vcpuReadTcb(0, TCB_PC), target)
})

mmio("a handler that gives no number is told once, and the guest reads 0", () => {
  const test: Rig = { ...runningVm(), seen: [] }
  const handler = { read: () => undefined, write: () => undefined } as unknown as MmioHandler
  test.vm.exceptions.register(DEVICE, 0x1000, handler)
  setX(test, 3, 7n)
  dataAbort(test, { ipa: DEVICE + 4, sas: 2, rt: 3 })
  dataAbort(test, { ipa: DEVICE + 8, sas: 2, rt: 3 })
  assert.is(x(test, 3), 0n)
  const said = test.microkit.logged.filter((line) =>
    /gives undefined for a read at offset 0x4, no number/.test(line),
  )
  assert.is(said.length, 1)
})

mmio("NaN and infinity are no numbers of a handler either", () => {
  const test: Rig = { ...runningVm(), seen: [] }
  const told = (value: number) => {
    const ipa = DEVICE + (value < 0 ? 0x1000 : 0x2000)
    test.vm.exceptions.register(ipa, 0x1000, { read: () => value, write: () => undefined })
    dataAbort(test, { ipa, sas: 2, rt: 3 })
    assert.is(x(test, 3), 0n)
    return test.microkit.logged.filter((line) => line.includes(`gives ${value} for a read`)).length
  }
  assert.equal([told(NaN), told(-Infinity)], [1, 1])
})

mmio("loads with sign extend to 32 or to 64 bits", () => {
  const rig = withDevice()
  dataAbort(rig, { ipa: DEVICE, sas: 0, rt: 3, signExtend: true })
  assert.is(x(rig, 3), 0xffffff80n)
  dataAbort(rig, { ipa: DEVICE, sas: 0, rt: 3, signExtend: true, wide: true })
  assert.is(x(rig, 3), 0xffffffffffffff80n)
  dataAbort(rig, { ipa: DEVICE, sas: 1, rt: 3, signExtend: true, wide: true })
  assert.is(x(rig, 3), 0xffffffffffff8180n)
  dataAbort(rig, { ipa: DEVICE, sas: 2, rt: 3, signExtend: true, wide: true })
  assert.is(x(rig, 3), 0xffffffff83828180n)
})

mmio("8-byte accesses come as two of 4, low half first", () => {
  const rig = withDevice()
  dataAbort(rig, { ipa: DEVICE + 8, sas: 3, rt: 3, wide: true })
  assert.is(x(rig, 3), 0x8f8e8d8c8b8a8988n)
  dataAbort(rig, { ipa: DEVICE + 8, sas: 3, rt: 3, write: true, wide: true })
  assert.equal(rig.seen, ["r4@8", "r4@12", "w4@8=8b8a8988", "w4@12=8f8e8d8c"])
})

mmio("stores take the low bytes of their register, and the zero register is zero", () => {
  const rig = withDevice()
  setX(rig, 3, 0x1122334455667788n)
  dataAbort(rig, { ipa: DEVICE, sas: 0, rt: 3, write: true })
  dataAbort(rig, { ipa: DEVICE, sas: 1, rt: 3, write: true })
  dataAbort(rig, { ipa: DEVICE, sas: 2, rt: 31, write: true })
  dataAbort(rig, { ipa: DEVICE, sas: 2, rt: 31 })
  assert.equal(rig.seen, ["w1@0=88", "w2@0=7788", "w4@0=0", "r4@0"])
})

mmio("without a syndrome the instruction is decoded: LDP loads both registers", () => {
  const rig = withDevice()
  setX(rig, 4, BigInt(DEVICE))
  dataAbort(rig, { ipa: DEVICE, instruction: 0x29401483 }) // ldp w3, w5, [x4]
  assert.is(x(rig, 3), 0x83828180n)
  assert.is(x(rig, 5), 0x87868584n)
})

mmio("post-index and pre-index write the base back", () => {
  const rig = withDevice()
  setX(rig, 4, BigInt(DEVICE))
  dataAbort(rig, { ipa: DEVICE, instruction: 0xb8404483 }) // ldr w3, [x4], #4
  assert.is(x(rig, 4), BigInt(DEVICE + 4))
  dataAbort(rig, { ipa: DEVICE + 8, write: true, instruction: 0xb8004c83 }) // str w3, [x4, #4]!
  assert.is(x(rig, 4), BigInt(DEVICE + 8))
  assert.equal(rig.seen, ["r4@0", "w4@8=83828180"])
})

mmio("a base of SP is the stack pointer of the current level", () => {
  const rig = withDevice()
  rig.microkit.vcpuWriteReg(0, VCPU_REG.SP_EL1, BigInt(DEVICE))
  rig.microkit.vcpuWriteTcb(0, TCB_SP, BigInt(DEVICE + 0x100))
  dataAbort(rig, { ipa: DEVICE, instruction: 0xb84047e3 }) // ldr w3, [sp], #4
  assert.is(rig.microkit.vcpuReadReg(0, VCPU_REG.SP_EL1), BigInt(DEVICE + 4))
  rig.microkit.vcpuWriteTcb(0, TCB_SPSR, 0n)
  dataAbort(rig, { ipa: DEVICE + 0x100, instruction: 0xb84047e3 })
  assert.is(rig.microkit.vcpuReadTcb(0, TCB_SP), BigInt(DEVICE + 0x104))
})

mmio("a pair whose second half faulted is performed from its first", () => {
  const rig = withDevice()
  setX(rig, 4, 0xffff000000000100n)
  dataAbort(rig, { ipa: DEVICE + 0x104, far: 0xffff000000000104n, instruction: 0x29401483 })
  assert.equal(rig.seen, [`r4@${0x100}`, `r4@${0x104}`])
})

mmio("vector registers come and go in words, low addresses first", () => {
  const rig = withDevice()
  setX(rig, 4, BigInt(DEVICE))
  rig.microkit.vcpuWriteV(0, 3, ~0n & ((1n << 128n) - 1n))
  dataAbort(rig, { ipa: DEVICE, instruction: 0x3dc00083 }) // ldr q3, [x4]
  assert.is(rig.microkit.vcpuReadV(0, 3), 0x8f8e8d8c8b8a89888786858483828180n)
  dataAbort(rig, { ipa: DEVICE, instruction: 0xfc408483 }) // ldr d3, [x4], #8
  assert.is(rig.microkit.vcpuReadV(0, 3), 0x8786858483828180n, "the rest of the register is zero")
  assert.is(x(rig, 4), BigInt(DEVICE + 8))
  rig.seen.length = 0
  dataAbort(rig, { ipa: DEVICE + 8, write: true, instruction: 0x6d001483 }) // stp d3, d5, [x4]
  assert.equal(rig.seen, ["w4@8=83828180", "w4@12=87868584", "w4@16=0", "w4@20=0"])
})

mmio("structures are taken apart, and one lane leaves the others", () => {
  const rig = withDevice()
  setX(rig, 4, BigInt(DEVICE))
  dataAbort(rig, { ipa: DEVICE, instruction: 0x0c408880 }) // ld2 {v0.2s, v1.2s}, [x4]
  assert.is(rig.microkit.vcpuReadV(0, 0), 0x8b8a898883828180n)
  assert.is(rig.microkit.vcpuReadV(0, 1), 0x8f8e8d8c87868584n)
  dataAbort(rig, { ipa: DEVICE, instruction: 0x4d408080 }) // ld1 {v0.s}[2], [x4]
  assert.is(rig.microkit.vcpuReadV(0, 0), 0x838281808b8a898883828180n)
  dataAbort(rig, { ipa: DEVICE + 2, far: BigInt(DEVICE + 2), instruction: 0x0d40c480 }) // ld1r {v0.4h}, [x4]
  assert.is(rig.microkit.vcpuReadV(0, 0) & 0xffffn, rig.microkit.vcpuReadV(0, 0) >> 48n)
})

mmio("a load exclusive opens the monitor, and its store answers 0", () => {
  const rig = withDevice()
  setX(rig, 4, BigInt(DEVICE))
  setX(rig, 6, 9n)
  rig.microkit.takeCalls()
  dataAbort(rig, { ipa: DEVICE, instruction: 0xc87f1483 }) // ldxp x3, x5, [x4]
  assert.equal([x(rig, 3), x(rig, 5)], [0x8786858483828180n, 0x8f8e8d8c8b8a8988n])
  assert.ok(rig.microkit.takeCalls().includes(`watch 0 0x${DEVICE.toString(16)} 16`))
  rig.seen.length = 0
  dataAbort(rig, { ipa: DEVICE, instruction: 0x88061085 }) // stxr w6, w5, [x4] reads first
  assert.equal([x(rig, 6), rig.seen], [0n, ["w4@0=8b8a8988"]])
})

mmio("atomics give back what was there and write what follows from it", () => {
  const rig = withDevice()
  setX(rig, 4, BigInt(DEVICE))
  setX(rig, 3, 2n)
  dataAbort(rig, { ipa: DEVICE, instruction: 0xb8230085 }) // ldadd w3, w5, [x4]
  assert.equal([x(rig, 5), rig.seen], [0x83828180n, ["r4@0", "w4@0=83828182"]])
  rig.seen.length = 0
  dataAbort(rig, { ipa: DEVICE, instruction: 0x38234085 }) // ldsmaxb w3, w5, [x4]: 0x80 is negative
  assert.equal([x(rig, 5), rig.seen], [0x80n, ["r1@0", "w1@0=2"]])
  rig.seen.length = 0
  setX(rig, 3, 0x83828180n)
  setX(rig, 5, 7n)
  dataAbort(rig, { ipa: DEVICE, instruction: 0x88a37c85 }) // cas w3, w5, [x4]
  dataAbort(rig, { ipa: DEVICE + 4, far: BigInt(DEVICE), instruction: 0x88a37c85 }) // another value: no write
  assert.equal(rig.seen, ["r4@0", "w4@0=7", "r4@4"])
  assert.is(x(rig, 3), 0x87868584n)
})

mmio("an access that leaves the emulated registers is not performed", () => {
  const rig = withDevice()
  const reasons: string[] = []
  rig.vm.onUnhandledFault = (fault) => reasons.push(fault.reason)
  assert.is(dataAbort(rig, { ipa: DEVICE + 0xffc, sas: 3, rt: 3 }), false)
  setX(rig, 4, BigInt(DEVICE - 4))
  dataAbort(rig, { ipa: DEVICE, far: BigInt(DEVICE), instruction: 0x29401483 })
  assert.equal(rig.seen, [])
  assert.match(reasons[0] ?? "", /8 bytes at 0x9000ffc reach beyond the emulated registers/)
  assert.match(reasons[1] ?? "", /reach beyond/)
})

mmio("cache maintenance of emulated registers does nothing", () => {
  const rig = withDevice()
  assert.is(dataAbort(rig, { ipa: DEVICE, maintenance: true, write: true }), true)
  assert.equal(rig.seen, [])
})

mmio("handlers may touch but not overlap", () => {
  const { vm } = withDevice()
  const nothing = { read: () => 0, write: () => undefined }
  faultRegisterVmExceptionHandler(vm, DEVICE + 0x1000, 0x1000, nothing)
  assert.throws(
    () => faultRegisterVmExceptionHandler(vm, DEVICE + 0xfff, 2, nothing),
    /handler \[0x9000fff\.\.0x9001001\), overlaps with another handler \[0x9000000\.\.0x9001000\)/,
  )
  assert.throws(() => faultRegisterVmExceptionHandler(vm, 0, 0, nothing), /is empty/)
})

mmio.run()
