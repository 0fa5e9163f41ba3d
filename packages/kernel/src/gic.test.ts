// SPDX-License-Identifier: BSD-2-Clause
//
// The kernel over the machine's own GICv2: a device's interrupt goes all the way to the guest and back, and
// the virtual timer and the maintenance interrupt come as PPIs. The guest is a script that pokes GICV.

import { GicV2, type Line, NO_LINE, REGION_STRIDE } from "@vmm/machine"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { EMPTY_MESSAGE, type Microkit, seL4_NoError } from "./api/index.ts"
import { VirtualClock } from "./clock.ts"
import { Kernel } from "./kernel.ts"
import { Recorder } from "./recorder.ts"
import type { Step } from "./testing/fake-cpu.ts"
import { FakePlatform, domain, system, withGic } from "./testing/fake-platform.ts"

const test = suite("kernel: over a GICv2")

const GICV = 3 * REGION_STRIDE
const [CTLR, PMR, IAR, EOIR] = [0, 4, 0xc, 0x10]
const SERIAL = 58

interface Machine {
  readonly kernel: Kernel
  readonly gic: GicV2
  readonly fake: FakePlatform
  /** What happened, in order. */
  readonly story: string[]
}

/** A VMM that passes interrupt 58 through, and a guest that runs `script`. */
function machine(script: (gic: GicV2, story: string[]) => readonly Step[]): Machine {
  const clock = new VirtualClock()
  const fake = new FakePlatform(clock)
  const gic = new GicV2({ path: "/gic", cpuCount: 1, initiator: fake.initiator })
  const story: string[] = []
  const platform = withGic(fake, gic)
  const kernel = new Kernel({ platform, recorder: new Recorder(clock), log: (line) => void story.push(line) })
  const inject = (microkit: Microkit, irq: number) =>
    assert.is(microkit.vcpuInjectIrq(0, irq, 0, 1, irq === 27 ? 1 : 0), seL4_NoError)
  const program = (microkit: Microkit) => ({
    init: () => microkit.vcpuRestart(0, 0n),
    notified: (channel: number) => {
      story.push(`notified ${channel}`)
      inject(microkit, SERIAL)
    },
    fault: (_child: number, message: { readonly label: number; readonly words: readonly bigint[] }) => {
      story.push(`fault ${message.label} ${message.words[0]}`)
      if (message.label === 9) inject(microkit, 27)
      if (message.label === 7 && message.words[0] === 0n) microkit.irqAck(1)
      if (message.label === 7 && message.words[0] === 1n) microkit.vcpuAckVppi(0, 27)
      return EMPTY_MESSAGE
    },
  })
  const vm = { name: "linux", priority: 0, maps: [], vcpus: [{ id: 0, cpu: 0 }] }
  const irqs = [{ intid: SERIAL, trigger: "level" as const, channel: 1 }]
  kernel.boot(system([domain("vmm", 254, program, { vm, irqs })]))
  fake.cpus[0].script.push(
    () => gic.write(GICV + CTLR, 4, 0x1 | 0x2 | 0x4),
    () => gic.write(GICV + PMR, 4, 0xff),
    ...script(gic, story),
  )
  return { kernel, gic, fake, story }
}

const takeAndEnd = (gic: GicV2, story: string[]): void => {
  const intid = gic.read(GICV + IAR, 4)
  story.push(`guest takes ${intid}`)
  gic.write(GICV + EOIR, 4, intid)
}

test("a passthrough interrupt goes from the device's line to the guest and comes again while it is high", () => {
  const wire: { line: Line } = { line: NO_LINE }
  const { kernel, gic, fake, story } = machine((controller, said) => [
    10,
    () => takeAndEnd(controller, said),
    10,
    () => {
      wire.line.set(false)
      takeAndEnd(controller, said)
    },
  ])
  kernel.run({ instructions: 5 })
  wire.line = gic.input([0, SERIAL - 32, 4])
  wire.line.set(true)
  kernel.run({ instructions: 1 })
  assert.ok(fake.cpus[0].virq)
  kernel.run({ instructions: 100 })
  const once = ["notified 1", "guest takes 58", "fault 7 0"]
  assert.equal(story, [...once, ...once])
  assert.not(fake.cpus[0].virq)
})

test("the virtual timer is a PPI: told once, again after its acknowledgement while the timer asks", () => {
  const { kernel, fake, story } = machine((controller, said) => [
    10,
    () => takeAndEnd(controller, said),
    10,
    () => {
      fake.timers[0].set(false)
      takeAndEnd(controller, said)
    },
  ])
  kernel.run({ instructions: 5 })
  fake.timers[0].set(true)
  kernel.run({ instructions: 100 })
  assert.equal(story, [
    "fault 9 27",
    "guest takes 27",
    "fault 7 1",
    "fault 9 27",
    "guest takes 27",
    "fault 7 1",
  ])
})

test.run()
