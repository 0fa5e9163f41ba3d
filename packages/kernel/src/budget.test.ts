// SPDX-License-Identifier: BSD-2-Clause
//
// Budgets and periods as threads feel them: a vCPU that never sleeps, domains that keep one another busy, calls.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { EMPTY_MESSAGE, type Microkit, type Program } from "./api/index.ts"
import type { BootDomain } from "./boot/spec.ts"
import { RealClock } from "./clock.ts"
import { eventLine } from "./events/index.ts"
import { ESR_WFI } from "./testing/fake-cpu.ts"
import { type Rig, domain, rig, system } from "./testing/fake-platform.ts"

const test = suite("kernel: budgets")

const MS = 1_000_000

/** A VMM whose vCPUs are started and spin; it answers every fault but WFI. */
function vmm(vm: Partial<NonNullable<BootDomain["vm"]>> = {}, more: Partial<BootDomain> = {}): BootDomain {
  const whole = { name: "vm", priority: 1, maps: [], vcpus: [{ id: 0, cpu: 0 }], ...vm }
  const program = (microkit: Microkit): Program => ({
    init: () => {
      for (const { id } of whole.vcpus) microkit.vcpuRestart(id, 0n)
    },
    fault: (_child, message) => (message.words[0] === BigInt(ESR_WFI) ? undefined : EMPTY_MESSAGE),
  })
  return domain("vmm", 254, program, { vm: whole, ...more })
}

/** Two domains that notify each other without end. */
function busy(name: string, priority: number, more: Partial<BootDomain>): [BootDomain[], BootEnds] {
  const program = (microkit: Microkit): Program => ({
    init: () => microkit.notify(1),
    notified: () => microkit.notify(1),
  })
  const names = [`${name}-a`, `${name}-b`]
  const end = (domainName: string) => ({ domain: domainName, id: 1, notify: true, ppc: false })
  return [names.map((one) => domain(one, priority, program, more)), [end(names[0]), end(names[1])]]
}
type BootEnds = NonNullable<Parameters<typeof system>[1]>["channels"] extends
  | ReadonlyArray<infer Ends>
  | undefined
  ? Ends
  : never

function executed({ platform }: Rig): number[] {
  return platform.cpus.map((cpu) => cpu.icount())
}

function near(value: number, expected: number, tolerance: number, what: string): void {
  assert.ok(Math.abs(value - expected) <= tolerance, `${what}: ${value}, not ${expected}`)
}

test("a vCPU with 5 ms of 10 ms gets half, in turns of 5 ms", () => {
  const made = rig({ sliceInstructions: 70_000 })
  made.kernel.boot(system([vmm({ budgetUs: 5000, periodUs: 10_000 })]))
  made.kernel.run({ untilNs: 4 * MS })
  assert.is(made.platform.clock.nowNs(), 4 * MS)
  near(executed(made)[0], 4 * MS, 5000, "in the first 4 ms")
  made.kernel.run({ untilNs: 9 * MS })
  near(executed(made)[0], 5 * MS, 5000, "in the first 9 ms")
  made.kernel.run({ untilNs: 100 * MS })
  near(executed(made)[0], 50 * MS, 5000, "in 100 ms")
})

test("each vCPU has the budget of its virtual machine, and the rest of the time is idle", () => {
  const made = rig()
  const vcpus = [0, 1].map((id) => ({ id, cpu: 0 }))
  made.kernel.boot(system([vmm({ vcpus, budgetUs: 1000, periodUs: 4000 })]))
  made.kernel.run({ untilNs: 40 * MS })
  for (const instructions of executed(made)) near(instructions, 10 * MS, 5000, "a quarter each")
})

test("without a limit, vCPUs of one priority share all there is", () => {
  const made = rig()
  const vcpus = [0, 1, 2].map((id) => ({ id, cpu: 0 }))
  made.kernel.boot(system([vmm({ vcpus })]))
  made.kernel.run({ untilNs: 30 * MS })
  for (const instructions of executed(made)) near(instructions, 10 * MS, 110_000, "a third each")
})

test("greedy domains do not starve what is below them when they have a budget, and do without", () => {
  const share = (more: Partial<BootDomain>) => {
    const made = rig()
    const [domains, ends] = busy("greedy", 200, more)
    made.kernel.boot(system([...domains, vmm()], { channels: [ends] }))
    for (let piece = 0; piece < 100 && made.platform.clock.nowNs() < 50 * MS; piece += 1)
      made.kernel.run({ untilNs: 50 * MS })
    return executed(made)[0] / made.platform.clock.nowNs()
  }
  near(share({ budgetUs: 200, periodUs: 1000 }), 0.6, 0.03, "two domains of 20 % each, at most")
  near(share({}), 0, 0.001, "no budget")
})

test("a vCPU that sleeps in between is not charged for it", () => {
  const made = rig()
  made.kernel.boot(system([vmm({ budgetUs: 1000, periodUs: 10_000 })]))
  made.platform.cpus[0].script.push(300_000, { esr: ESR_WFI }, 2 ** 30)
  made.kernel.run({ untilNs: 5 * MS })
  assert.is(executed(made)[0], 300_001)
  made.platform.timers[0].set(true)
  made.kernel.run({ untilNs: 9 * MS })
  near(executed(made)[0], 1 * MS, 5000, "the rest of its budget at once")
  made.kernel.run({ untilNs: 14 * MS })
  near(executed(made)[0], 1.3 * MS, 5000, "what was used before it slept comes back first")
  made.kernel.run({ untilNs: 16 * MS })
  near(executed(made)[0], 2 * MS, 10_000, "then the rest")
})

test("a passive domain works on its callers' budget, another one on its own", () => {
  const left = (passive: boolean) => {
    const made = rig()
    const server = domain("server", 200, () => ({ init: () => undefined, protected: () => EMPTY_MESSAGE }), {
      budgetUs: 50,
      periodUs: 1_000_000,
      passive,
    })
    const program = (microkit: Microkit): Program => ({
      init: () => {
        for (let call = 0; call < 20; call += 1) microkit.ppcall(1, EMPTY_MESSAGE)
        microkit.notify(2)
      },
      notified: () => microkit.log("again"),
    })
    const client = domain("client", 100, program, { budgetUs: 15, periodUs: 1_000_000 })
    const ends = [
      { domain: "client", id: 1, notify: false, ppc: true },
      { domain: "server", id: 1, notify: false, ppc: false },
    ] as const
    const other = domain("other", 50, (microkit) => ({
      init: () => undefined,
      notified: () => microkit.notify(1),
    }))
    const back = [
      { domain: "client", id: 2, notify: true, ppc: false },
      { domain: "other", id: 1, notify: true, ppc: false },
    ] as const
    made.kernel.boot(system([server, client, other], { channels: [ends, back] }))
    made.kernel.run({ untilNs: 900 * MS })
    return made.log
  }
  assert.equal(left(false), ["again"], "20 calls of 1 us on the server's budget")
  assert.equal(left(true), [], "the client's is used up")
})

test("a run with budgets does not depend on how it is cut", () => {
  const record = (piece: number) => {
    const made = rig()
    const vcpus = [0, 1].map((id) => ({ id, cpu: 0 }))
    const [domains, ends] = busy("busy", 200, { budgetUs: 33, periodUs: 1000 })
    const vm = vmm({ vcpus, budgetUs: 1100, periodUs: 3000 })
    made.kernel.boot(system([...domains, vm], { channels: [ends] }))
    made.platform.cpus[0].script.push(777_777, { esr: 0x5e000000 }, 123_456, { esr: 0x5e000000 })
    made.platform.cpus[1].script.push(1_234_567, { esr: 0x5e000000 })
    while (made.platform.clock.instructions() < 5_000_000)
      made.kernel.run({ instructions: Math.min(piece, 5_000_000 - made.platform.clock.instructions()) })
    return [made.trace.map(eventLine), made.platform.clock.nowNs(), executed(made)]
  }
  const whole = record(5_000_000)
  for (const piece of [100_003, 7777]) assert.equal(record(piece), whole)
})

test("with the real clock the host's time counts, but not what passes between runs", () => {
  let host = 0
  const made = rig({ sliceInstructions: 1000 }, new RealClock(() => (host += 500)))
  made.kernel.boot(system([vmm({ budgetUs: 1000, periodUs: 2000 })]))
  const first = made.kernel.run({ untilNs: 100 * MS })
  assert.is(first.kind, "idle")
  const until = first.kind === "idle" ? first.untilNs : 0
  near(until, 2 * MS, 20_000, "idle until the next period")
  host += 50 * MS
  made.kernel.run({ instructions: 1000 })
  host += 500 * MS
  const second = made.kernel.run({ untilNs: host + 1 * MS })
  assert.is(second.kind, "limit", "the budget is not gone")
})

test("with the real clock idle lasts to the next deadline, also when the caller wanted to look sooner", () => {
  let host = 0
  const made = rig({ sliceInstructions: 1000 }, new RealClock(() => (host += 500)))
  made.kernel.boot(system([vmm({ budgetUs: 1000, periodUs: 2000 })]))
  const result = made.kernel.run({ untilNs: 1.5 * MS })
  assert.is(result.kind, "idle")
  near(result.kind === "idle" ? result.untilNs : 0, 2 * MS, 20_000, "idle until the next period")
})

test("YIELD puts a domain behind the others of its priority", () => {
  for (const gives of [false, true]) {
    const order: string[] = []
    const made = rig()
    const first = (microkit: Microkit): Program => ({
      init: () => {
        order.push("x init")
        if (gives) microkit.yield()
      },
      notified: () => order.push("x notified"),
    })
    const other = (): Program => ({ init: () => order.push("y init") })
    const above = (microkit: Microkit): Program => ({ init: () => microkit.notify(1) })
    const ends = [
      { domain: "above", id: 1, notify: true, ppc: false },
      { domain: "x", id: 1, notify: true, ppc: false },
    ] as const
    const domains = [domain("above", 200, above), domain("x", 100, first), domain("y", 100, other)]
    made.kernel.boot(system(domains, { channels: [ends] }))
    made.kernel.run({ untilNs: MS })
    const expected = gives ? ["x init", "y init", "x notified"] : ["x init", "x notified", "y init"]
    assert.equal(order, expected)
  }
})

test("YIELD gives up what is left of a budget: the next refill brings the next entry", () => {
  let entries = 0
  const made = rig()
  const program = (microkit: Microkit): Program => {
    const enter = () => {
      entries += 1
      microkit.notify(1)
      microkit.yield()
    }
    return { init: enter, notified: enter }
  }
  const more = { budgetUs: 1000, periodUs: 4000 }
  const ends = ["a", "b"].map((name) => ({ domain: name, id: 1, notify: true, ppc: false }))
  const domains = ["a", "b"].map((name) => domain(name, 100, program, more))
  made.kernel.boot(system([...domains, vmm()], { channels: [ends as unknown as BootEnds] }))
  made.kernel.run({ untilNs: 40 * MS })
  near(entries, 20, 2, "one entry a period for each of two domains")
})

test.run()
