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
import { resume, suspend } from "./state.ts"
import { type FakeCpu, type Step, ESR_READ, ESR_SMC } from "./testing/fake-cpu.ts"
import { type Rig, domain, rig, system } from "./testing/fake-platform.ts"

const test = suite("kernel: the fast path of faults")

interface Vmm extends Rig {
  readonly cpu: FakeCpu
  readonly microkit: Microkit
  /** What the VMM was asked, in order. */
  readonly calls: string[]
}

type Device = (microkit: Microkit) => number

const DEVICE = 0x1000_0000

/** As the processor asks. */
const load = ({ cpu }: Vmm, offset: number) => cpu.emulation?.registersAt(DEVICE + offset)?.read(offset, 4)

/** A VMM with one register, whose reads `device` answers. Time stands still. */
function vmm(device: Device, more: Partial<BootDomain> = {}, traced = false, hostNs = () => 0): Vmm {
  const clock = new RealClock(hostNs)
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
      registers: (child, ipa) => {
        if (ipa < DEVICE || ipa >= DEVICE + 0x1000) return undefined
        calls.push(`asked ${child}`)
        return {
          base: DEVICE,
          size: 0x1000,
          read: (offset, size) => {
            calls.push(`read ${offset.toString(16)} ${size}`)
            return device(microkit)
          },
          write: (offset, size, value) => {
            calls.push(`write ${offset.toString(16)} ${size} ${value}`)
            device(microkit)
          },
        }
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
  run(made, () => seen.push(load(made, 0x44), load(made, 0x48)))
  assert.equal(seen, [42, 42])
  assert.equal(made.calls, ["asked 0", "read 44 4", "read 48 4"])
  assert.is(made.kernel.state.domainEntries, 0, "no message was sent")
  assert.is(made.microkit.vcpuState(0), "running")
  assert.ok(made.cpu.clears > 0, "the exclusive monitor is cleared, as an exit does")
})

test("a store of an emulated register is, too", () => {
  const made = vmm(() => 0)
  const seen: (boolean | undefined)[] = []
  run(made, () => seen.push(made.cpu.emulation?.registersAt(DEVICE + 0x48)?.write(0x48, 2, 7)))
  assert.equal(seen, [true])
  assert.equal(made.calls, ["asked 0", "write 48 2 7"])
})

test("what the VMM does not take is sent as a message", () => {
  const made = vmm(() => 0)
  run(made, () => assert.is(made.cpu.emulation?.registersAt(DEVICE - 4), undefined), { esr: ESR_READ })
  assert.equal(made.calls, ["fault 0 6"])
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
    () => void load(made, 0x44),
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
  made.cpu.script.splice(0, Infinity, () => void load(made, 0x44), { esr: ESR_READ })
  assert.is(made.kernel.run({ instructions: 20 }).kind, "pd-fault")
  assert.is(made.kernel.run({ instructions: 20 }).kind, "idle")
  assert.is(made.microkit.vcpuState(0), "blocked")
})

test("faults in a row let the scheduler look at the world now and then", () => {
  let now = 0
  const made = vmm(
    () => 1,
    {},
    false,
    () => now,
  )
  let runs = 0
  const leave = made.cpu.run.bind(made.cpu)
  made.cpu.run = (budget) => {
    runs += 1
    return leave(budget)
  }
  const step = () => {
    now += 10_000
    assert.is(load(made, 0x44), 1)
  }
  run(made, ...Array.from({ length: 640 }, () => step))
  assert.is(runs, 11, "each 64 faults take longer than they may")
})

test("registers that were given are asked no more once the domain was restarted", () => {
  const made = vmm(() => 1)
  run(made, () => {
    const registers = made.cpu.emulation?.registersAt(DEVICE)
    assert.is(registers?.read(0, 4), 1)
    const { tcb } = made.kernel.state.vcpus[0]
    const handler = tcb?.faultHandler?.object.receiver
    if (handler === undefined) throw new Error("no handler")
    suspend(made.kernel.state, handler)
    resume(made.kernel.state, handler)
    handler.body?.step()
    assert.is(registers?.read(0, 4), undefined)
    assert.not.ok(registers?.write(0, 4, 1))
    assert.is(load(made, 0), 1, "they are asked for anew")
  })
  assert.equal(made.calls, ["asked 0", "read 0 4", "asked 0", "read 0 4"])
})

test("while the run is recorded, and with a budget to keep, faults take the ordinary path", () => {
  for (const made of [vmm(() => 1, {}, true), vmm(() => 1, { budgetUs: 100, periodUs: 1000 })]) {
    run(made, () => assert.is(load(made, 0x44), undefined))
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
