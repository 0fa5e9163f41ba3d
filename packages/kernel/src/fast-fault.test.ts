// SPDX-License-Identifier: BSD-2-Clause
//
// The fast path of faults: the VMM does the same as by message, the vCPU goes on without leaving, and whatever
// else there is to do comes first.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { type Message, type Microkit, type Program, EMPTY_MESSAGE } from "./api/index.ts"
import type { BootDomain } from "./boot/spec.ts"
import { RealClock } from "./clock.ts"
import { Recorder } from "./recorder.ts"
import { type FakeCpu, type Step, ESR_READ, ESR_SMC } from "./testing/fake-cpu.ts"
import { type Rig, domain, rig, system } from "./testing/fake-platform.ts"

const test = suite("kernel: the fast path of faults")

interface Vmm extends Rig {
  readonly cpu: FakeCpu
  readonly microkit: Microkit
  /** What the VMM was asked, in order. */
  readonly calls: string[]
}

type Device = (microkit: Microkit) => number | undefined

/** A VMM with one register, whose reads `device` answers. Time stands still. */
function vmm(device: Device, more: Partial<BootDomain> = {}, traced = false): Vmm {
  const clock = new RealClock(() => 0)
  const made = rig(traced ? {} : { recorder: new Recorder(clock, undefined) }, clock)
  const calls: string[] = []
  let held: Microkit | undefined
  const program = (microkit: Microkit): Program => {
    held = microkit
    return {
      init: () => microkit.vcpuRestart(0, 0x4000_0000n),
      notified: (channel) => calls.push(`notified ${channel}`),
      fault: (child, message: Message) => {
        calls.push(`fault ${child} ${message.label}`)
        return EMPTY_MESSAGE
      },
      deviceRead: (child, ipa, size) => {
        calls.push(`read ${child} ${ipa.toString(16)} ${size}`)
        return device(microkit)
      },
      deviceWrite: (child, ipa, size, value) => {
        calls.push(`write ${child} ${ipa.toString(16)} ${size} ${value}`)
        return device(microkit) !== undefined
      },
    }
  }
  const vm = { name: "linux", priority: 0, maps: [], vcpus: [{ id: 0, cpu: 0 }] }
  made.kernel.boot(system([domain("vmm", 254, program, { vm, maps: [], ...more })]))
  const cpu = made.platform.cpus[0]
  made.kernel.run({ instructions: 1 })
  if (held === undefined) throw new Error("the VMM was not made")
  return { ...made, cpu, microkit: held, calls }
}

/** Has the vCPU execute the steps, and 10 instructions. */
function run({ kernel, cpu }: Vmm, ...steps: readonly Step[]): void {
  cpu.script.splice(0, Infinity, ...steps)
  kernel.run({ instructions: steps.length + 10 })
}

test("a load of an emulated register is answered while the vCPU executes", () => {
  const made = vmm(() => 42)
  const seen: (number | undefined)[] = []
  run(made, () => seen.push(made.cpu.emulation?.read(0x10000044, 4)))
  assert.equal(seen, [42])
  assert.equal(made.calls, ["read 0 10000044 4"])
  assert.is(made.kernel.state.domainEntries, 0, "no message was sent")
  assert.is(made.microkit.vcpuState(0), "running")
  assert.ok(made.cpu.clears > 0, "the exclusive monitor is cleared, as an exit does")
})

test("a store of an emulated register is, too", () => {
  const made = vmm(() => 0)
  const seen: (boolean | undefined)[] = []
  run(made, () => seen.push(made.cpu.emulation?.write(0x10000048, 2, 7)))
  assert.equal(seen, [true])
  assert.equal(made.calls, ["write 0 10000048 2 7"])
})

test("what the VMM does not take is sent as a message", () => {
  const made = vmm(() => undefined)
  run(made, () => assert.is(made.cpu.emulation?.read(0x10000044, 4), undefined), { esr: ESR_READ })
  assert.equal(made.calls, ["read 0 10000044 4", "fault 0 6"])
})

test("a fault is handled without the vCPU leaving", () => {
  const made = vmm(() => 0)
  let exits = 0
  const { cpu } = made
  const leave = cpu.run.bind(cpu)
  cpu.run = (budget) => {
    const exit = leave(budget)
    if (exit.reason === "sync") exits += 1
    return exit
  }
  run(made, { esr: ESR_SMC }, { esr: ESR_SMC })
  assert.equal(made.calls, ["fault 0 8", "fault 0 8"])
  assert.is(exits, 0)
})

test("a handler that stops the vCPU stops it before its next instruction", () => {
  const made = vmm((microkit) => {
    microkit.vcpuStop(0)
    return 0
  })
  let after = false
  run(
    made,
    () => void made.cpu.emulation?.read(0x10000044, 4),
    () => {
      after = true
    },
  )
  assert.is(made.microkit.vcpuState(0), "stopped")
  assert.not.ok(after)
})

test("a handler that throws has faulted, and the vCPU stays blocked on its message", () => {
  const made = vmm(() => {
    throw new Error("broken")
  })
  made.cpu.script.splice(0, Infinity, () => void made.cpu.emulation?.read(0x10000044, 4), { esr: ESR_READ })
  assert.is(made.kernel.run({ instructions: 20 }).kind, "pd-fault")
  assert.is(made.kernel.run({ instructions: 20 }).kind, "idle")
  assert.is(made.microkit.vcpuState(0), "blocked")
})

test("faults in a row let the scheduler look at the world now and then", () => {
  const made = vmm(() => 1)
  let refused = 0
  const read = () => {
    if (made.cpu.emulation?.read(0x10000044, 4) === undefined) refused += 1
  }
  run(made, ...Array.from({ length: 1024 }, () => read))
  assert.is(refused, 4)
})

test("while the run is recorded, and with a budget to keep, faults take the ordinary path", () => {
  for (const made of [vmm(() => 1, {}, true), vmm(() => 1, { budgetUs: 100, periodUs: 1000 })]) {
    run(made, () => assert.is(made.cpu.emulation?.read(0x10000044, 4), undefined))
    assert.equal(made.calls, [])
  }
})

test("with the virtual clock there is no fast path", () => {
  const made = rig()
  const vm = { name: "linux", priority: 0, maps: [], vcpus: [{ id: 0, cpu: 0 }] }
  made.kernel.boot(system([domain("vmm", 254, () => ({ init: () => undefined }), { vm, maps: [] })]))
  assert.is(made.platform.cpus[0].emulation, undefined)
  assert.is(made.platform.cpus[0].intercept, undefined)
})

test.run()
