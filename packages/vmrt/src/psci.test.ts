// SPDX-License-Identifier: BSD-2-Clause
//
// PSCI 1.1 and the SMC Calling Convention as a guest sees them.

import { TCB_PC, TCB_SPSR } from "@vmm/kernel/api"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { smcOwnerName, smcRegisterHandler, smcRegisterSipHandler } from "./smc.ts"
import { ENTRY, ESR_SMC, RAM, runningVm, smc } from "./test-vm.ts"

const VERSION = 0x84000000
const CPU_SUSPEND = 0xc4000001
const CPU_OFF = 0x84000002
const CPU_ON = 0xc4000003
const AFFINITY_INFO = 0xc4000004
const SYSTEM_OFF = 0x84000008
const SYSTEM_RESET = 0x84000009
const FEATURES = 0x8400000a
const SYSTEM_RESET2 = 0xc4000012

const four = { vcpus: [0, 1, 2, 3], affinities: [0, 1, 0x100, 0x101] }

const psci = suite("vmrt: PSCI and SMC")

psci("VERSION is 1.1, MIGRATE_INFO_TYPE 2, and the PC moves behind the SMC", () => {
  const test = runningVm()
  assert.is(smc(test, VERSION), 0x10001)
  assert.is(test.microkit.vcpuReadTcb(0, TCB_PC), BigInt(ENTRY + 4))
  assert.is(smc(test, 0x84000006), 2)
  assert.equal(test.microkit.events[0], {
    kind: "psci",
    vcpu: 0,
    function: "PSCI_VERSION",
    args: [0n, 0n, 0n],
    result: 0x10001,
  })
})

psci("FEATURES tells what is there, in the widths that exist", () => {
  const test = runningVm()
  const has = (id: number) => smc(test, FEATURES, [id]) === 0
  for (const id of [VERSION, CPU_SUSPEND, 0x84000001, CPU_OFF, CPU_ON, 0x84000003, AFFINITY_INFO])
    assert.ok(has(id))
  for (const id of [SYSTEM_OFF, SYSTEM_RESET, SYSTEM_RESET2, FEATURES, 0x80000000]) assert.ok(has(id))
  for (const id of [0xc4000000, 0xc4000008, 0x84000005, 0x8400000e, 0xc400000e, 0x84000020])
    assert.not(has(id))
})

psci("CPU_ON that is refused is told once with its reason, and kept for the report", () => {
  const test = runningVm(four)
  assert.is(smc(test, CPU_ON, [1, 0x1000, 0]), -9)
  assert.is(smc(test, CPU_ON, [1, 0x1000, 0]), -9)
  assert.is(smc(test, CPU_ON, [7, ENTRY, 0]), -2)
  assert.is(smc(test, CPU_ON, [0, ENTRY, 0]), -4)
  assert.equal(
    [...test.vm.refusedCalls],
    [
      "CPU_ON of the processor 0x1 at 0x1000 was refused (INVALID_ADDRESS): the guest has no RAM at that entry point",
      `CPU_ON of the processor 0x7 at 0x${ENTRY.toString(16)} was refused (INVALID_PARAMETERS): ` +
        "the machine's vCPUs are 0x0, 0x1, 0x100, 0x101",
      `CPU_ON of the processor 0x0 at 0x${ENTRY.toString(16)} was refused (ALREADY_ON): that one runs`,
    ],
  )
})

psci("CPU_ON starts a vCPU at its entry, masked, with the context in x0", () => {
  const test = runningVm(four)
  assert.is(smc(test, CPU_ON, [0x100, RAM + 0x40, 77]), 0)
  assert.is(test.microkit.vcpuState(2), "running")
  assert.is(test.microkit.vcpuReadTcb(2, TCB_PC), BigInt(RAM + 0x40))
  assert.is(test.microkit.vcpuReadTcb(2, TCB_SPSR), 0x3c5n)
  assert.is(test.microkit.vcpuReadX(2, 0), 77n)
  assert.ok(test.gic.calls.includes("online 2 true"))
  assert.is(smc(test, CPU_ON, [0x100, RAM, 0]), -4, "ALREADY_ON")
})

psci("CPU_ON refuses targets and entries that do not exist", () => {
  const test = runningVm(four)
  assert.is(smc(test, CPU_ON, [5, RAM, 0]), -2)
  assert.is(smc(test, CPU_ON, [0x80000001n, RAM, 0]), -2, "bits outside the affinity fields")
  assert.is(smc(test, CPU_ON, [1, 0x1000, 0]), -9)
  assert.is(smc(test, CPU_ON, [1, 1n << 63n, 0]), -9)
})

psci("the 32-bit call takes 32 bits of its arguments", () => {
  const test = runningVm(four)
  assert.is(smc(test, 0x84000003, [0xffffffff00000001n, BigInt(RAM) | (1n << 40n), (1n << 40n) | 5n]), 0)
  assert.is(test.microkit.vcpuReadX(1, 0), 5n)
})

psci("CPU_OFF turns the caller off, and AFFINITY_INFO says so", () => {
  const test = runningVm(four)
  smc(test, CPU_ON, [1, RAM, 0])
  assert.is(smc(test, AFFINITY_INFO, [1, 0]), 0)
  test.microkit.vcpuWriteX(1, 0, BigInt(CPU_OFF))
  assert.is(test.fault({ kind: "VCPUFault", hsr: ESR_SMC }, 1), false)
  assert.is(test.microkit.vcpuState(1), "stopped")
  assert.is(smc(test, AFFINITY_INFO, [1, 0]), 1)
  assert.is(smc(test, CPU_ON, [1, RAM, 0]), 0)
})

psci("AFFINITY_INFO answers for clusters, and for nothing that does not exist", () => {
  const test = runningVm(four)
  assert.is(smc(test, AFFINITY_INFO, [0, 1]), 0)
  assert.is(smc(test, AFFINITY_INFO, [0x100, 1]), 1)
  assert.is(smc(test, AFFINITY_INFO, [0x100, 2]), 0)
  assert.is(smc(test, AFFINITY_INFO, [7, 0]), -2)
  assert.is(smc(test, AFFINITY_INFO, [0, 4]), -2)
})

psci("CPU_SUSPEND waits for an interrupt and answers SUCCESS", () => {
  const test = runningVm()
  test.microkit.vcpuWriteX(0, 0, BigInt(CPU_SUSPEND))
  assert.is(test.fault({ kind: "VCPUFault", hsr: ESR_SMC }), false)
  assert.is(test.vm.vcpus[0]?.asleep, true)
  assert.is(test.microkit.vcpuReadX(0, 0), 0n)
})

psci("SYSTEM_OFF is recorded, stops the guest and says it is off", () => {
  const test = runningVm()
  smc(test, SYSTEM_OFF)
  assert.equal(
    test.microkit.events.map((event) => event.kind),
    ["psci", "vm-off"],
  )
  assert.is(test.microkit.vcpuState(0), "stopped")
})

psci("SYSTEM_RESET and SYSTEM_RESET2 of type 0 begin the guest again; other types are refused", () => {
  for (const id of [SYSTEM_RESET, SYSTEM_RESET2]) {
    const test = runningVm(four)
    smc(test, CPU_ON, [1, RAM, 0])
    test.microkit.takeCalls()
    smc(test, id, [0])
    assert.is(test.microkit.vcpuReadTcb(0, TCB_PC), BigInt(ENTRY))
    assert.is(test.vm.vcpus[1]?.on, false)
    assert.is(test.microkit.calls.at(-1), `restart 0 at 0x${ENTRY.toString(16)}`)
    assert.is(test.microkit.events.at(-1)?.kind, "vm-reset")
  }
  assert.is(smc(runningVm(), SYSTEM_RESET2, [0x80000001]), -2)
})

psci("functions of PSCI's range that are not there answer NOT_SUPPORTED", () => {
  const test = runningVm()
  for (const id of [0x84000005, 0x8400000b, 0x8400000e, 0xc4000000, 0x8400001f]) assert.is(smc(test, id), -1)
})

psci("SMCCC is 1.1, and ARCH_FEATURES knows itself alone", () => {
  const test = runningVm()
  assert.is(smc(test, 0x80000000), 0x10001)
  assert.is(smc(test, 0x80000001, [0x80000000]), 0)
  assert.is(smc(test, 0x80000001, [0x80000001]), 0)
  assert.is(smc(test, 0x80000001, [0x80008000]), -1)
  assert.is(smc(test, 0x80008000), -1)
})

psci("a SiP call goes to the firmware when the domain holds the cap, all eight registers", () => {
  const calls: Array<readonly bigint[]> = []
  const firmware = (args: readonly bigint[]) => {
    calls.push(args)
    return [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n]
  }
  const test = runningVm({}, { firmware })
  assert.is(smc(test, 0xc2000006, [10, 11]), 1)
  assert.equal(calls[0]?.slice(0, 3), [0xc2000006n, 10n, 11n])
  assert.is(test.microkit.vcpuReadX(0, 7), 8n)
})

psci("without the cap it is NOT_SUPPORTED, logged once with owner and remedy", () => {
  const test = runningVm()
  const before = test.microkit.logged.length
  assert.is(smc(test, 0xc2000006), -1)
  assert.is(smc(test, 0xc2000006), -1)
  const said = test.microkit.logged.slice(before)
  assert.is(said.length, 1)
  assert.match(
    said[0] ?? "",
    /SMC 0xc2000006 \(SiP service, function 0x6\) answers NOT_SUPPORTED: no handler, and/,
  )
  assert.match(said[0] ?? "", /vmm has no smc="true"/)
})

psci("a handler comes before the firmware, and may pass", () => {
  const test = runningVm({}, { firmware: () => [99n] })
  smcRegisterSipHandler(test.vm, (vcpu, args) => (args[0] === 0xc2000006n ? [BigInt(vcpu) + 5n] : undefined))
  assert.is(smc(test, 0xc2000006), 5)
  assert.is(smc(test, 0xc2000007), 99)
  smcRegisterHandler(test.vm, 5, () => [3n])
  assert.is(smc(test, 0x85000000), 3)
})

psci("PSCI and the architecture's calls never reach the firmware", () => {
  const test = runningVm({}, { firmware: () => assert.unreachable() as never })
  assert.is(smc(test, VERSION), 0x10001)
  assert.is(smc(test, 0x80000000), 0x10001)
  assert.is(smc(test, 0x84000050), -1, "a standard service")
})

psci("queries that every guest sends are answered without a word", () => {
  const test = runningVm()
  const before = test.microkit.logged.length
  for (const id of [0x84000050, 0x80000002, 0x8600ff01]) assert.is(smc(test, id), -1)
  assert.is(test.microkit.logged.length, before)
})

psci("owners have names", () => {
  assert.is(smcOwnerName(0xc2000006), "SiP service")
  assert.is(smcOwnerName(0x83000000), "OEM service")
  assert.is(smcOwnerName(0x88000000), "reserved service")
  assert.is(smcOwnerName(0xb2000000), "trusted OS service")
})

psci.run()
