// SPDX-License-Identifier: BSD-2-Clause
//
// Protection domains without a VM: channels, protected calls, priorities, children, memory, and what each
// may not do.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import {
  type Message,
  type Microkit,
  type Program,
  EMPTY_MESSAGE,
  TCB_PC,
  VCPU_REG,
  decodeFault,
  message,
  seL4_FailedLookup,
  seL4_IllegalOperation,
  seL4_InvalidCapability,
} from "./api/index.ts"
import type { BootDomain, BootEnd } from "./boot/spec.ts"
import { callSmc, signal } from "./invoke/ipc.ts"
import { InvocationError, lookup } from "./invoke/lookup.ts"
import { CNode, RIGHT_READ } from "./object/cap.ts"
import { Notification } from "./object/ipc.ts"
import { Smc } from "./object/irq.ts"
import { Tcb } from "./object/tcb.ts"
import { DEVICE_BASE, RAM_BASE, domain, rig, system } from "./testing/fake-platform.ts"

const test = suite("kernel: protection domains")

const end = (name: string, id: number, more: Partial<BootEnd> = {}): BootEnd => ({
  domain: name,
  id,
  notify: true,
  ppc: false,
  ...more,
})

/** A program made of functions that get the Microkit of their domain. */
function program(make: (microkit: Microkit) => Partial<Program>): BootDomain["program"] {
  return (microkit) => ({ init: () => undefined, ...make(microkit) })
}

const RAM_MAP = { region: "ram", vaddr: 0x20_0000, perms: "rw", cached: true }

test("init runs in the order of priorities, and then nothing is left to do", () => {
  const order: string[] = []
  const log = (microkit: Microkit): Partial<Program> => ({ init: () => void order.push(microkit.name) })
  const { kernel } = rig()
  kernel.boot(system([domain("low", 1, program(log)), domain("high", 9, program(log))]))
  assert.equal(kernel.run(), { kind: "idle", untilNs: Infinity })
  assert.equal(order, ["high", "low"])
})

test("a notification reaches the other end under its own channel id, and several become one", () => {
  const got: number[] = []
  const { kernel, trace } = rig()
  const a = program((microkit) => ({
    init: () => {
      microkit.notify(3)
      microkit.notify(3)
    },
  }))
  const b = program(() => ({ notified: (channel) => void got.push(channel) }))
  kernel.boot(system([domain("a", 5, a), domain("b", 4, b)], { channels: [[end("a", 3), end("b", 7)]] }))
  kernel.run()
  assert.equal(got, [7])
  const seen = trace.filter((one) => one.type === "notification")
  assert.is(seen.length, 2)
  assert.equal(seen[0].type === "notification" ? [seen[0].from, seen[0].to] : [], ["a", "b"])
})

test("an end without notify cannot signal, and libmicrokit's line says so", () => {
  const { kernel, log } = rig()
  const a = program((microkit) => ({
    init: () => {
      microkit.notify(3)
      microkit.notify(60)
      microkit.irqAck(1)
      assert.equal(microkit.ppcall(-1, EMPTY_MESSAGE), EMPTY_MESSAGE)
    },
  }))
  const channels = [[end("a", 3, { notify: false }), end("b", 7)]] as const
  kernel.boot(
    system(
      [
        domain("a", 5, a),
        domain(
          "b",
          4,
          program(() => ({})),
        ),
      ],
      { channels },
    ),
  )
  assert.is(kernel.run().kind, "idle")
  assert.equal(log, [
    "a microkit_notify: invalid channel given '3'",
    "a microkit_notify: invalid channel given '60'",
    "a microkit_irq_ack: invalid channel given '1'",
    "a microkit_ppcall: invalid channel given '-1'",
  ])
})

test("a protected call is answered at once, after what was signalled before", () => {
  const order: string[] = []
  const { kernel } = rig()
  const client = program((microkit) => ({
    init: () => {
      microkit.notify(1)
      const answer = microkit.ppcall(1, message(5, 40n))
      order.push(`answer ${answer.label} ${answer.words[0]}`)
    },
  }))
  const server = program(() => ({
    notified: () => void order.push("notified"),
    protected: (channel, sent) => {
      order.push(`call ${channel} ${sent.label}`)
      return message(6, sent.words[0] + 2n)
    },
  }))
  kernel.boot(
    system([domain("client", 5, client), domain("server", 9, server)], {
      channels: [[end("client", 1, { ppc: true }), end("server", 2)]],
    }),
  )
  kernel.run()
  assert.equal(order, ["notified", "call 2 5", "answer 6 42"])
})

test("a call to a domain of lower priority is refused at boot", () => {
  const { kernel } = rig()
  const none = program(() => ({}))
  const channels = [[end("a", 1, { ppc: true }), end("b", 2)]] as const
  assert.throws(
    () => kernel.boot(system([domain("a", 5, none), domain("b", 5, none)], { channels })),
    /'a' calls 'b', whose priority is not higher/,
  )
})

test("a caller whose callee faults waits for ever, and the monitor says who did it", () => {
  let after = false
  const { kernel, log } = rig()
  const client = program((microkit) => ({
    init: () => {
      microkit.ppcall(1, EMPTY_MESSAGE)
      after = true
    },
  }))
  const server = program((microkit) => ({
    protected: () => message(0, BigInt(microkit.memory.read32(0x1234))),
  }))
  kernel.boot(
    system([domain("client", 5, client), domain("server", 9, server)], {
      channels: [[end("client", 1, { ppc: true }), end("server", 2)]],
    }),
  )
  const result = kernel.run()
  assert.is(result.kind, "pd-fault")
  assert.is(kernel.run().kind, "idle")
  assert.not(after)
  assert.ok(log.includes("MON|ERROR: faulting PD: server"))
})

test("a domain without a protected entry point faults as libmicrokit's does", () => {
  const { kernel, log } = rig()
  const client = program((microkit) => ({ init: () => void microkit.ppcall(1, EMPTY_MESSAGE) }))
  kernel.boot(
    system(
      [
        domain("client", 5, client),
        domain(
          "server",
          9,
          program(() => ({})),
        ),
      ],
      {
        channels: [[end("client", 1, { ppc: true }), end("server", 2)]],
      },
    ),
  )
  assert.is(kernel.run().kind, "pd-fault")
  assert.is(log[0], "server is missing the 'protected' entry point")
})

test("what is no program is told so", () => {
  const { kernel } = rig()
  const made = (() => ({ notified: () => undefined })) as unknown as BootDomain["program"]
  kernel.boot(system([domain("bad", 5, made)]))
  const result = kernel.run()
  assert.match(result.kind === "pd-fault" ? result.text : "", /give an object with an init function/)
})

test("the monitor prints a fault as Microkit's does", () => {
  const { kernel, log, trace } = rig()
  const quiet = program(() => ({}))
  const bad = program((microkit) => ({ init: () => microkit.memory.write32(0x1000, 1) }))
  kernel.boot(system([domain("first", 9, quiet), domain("bad", 5, bad)]))
  const result = kernel.run()
  assert.is(result.kind, "pd-fault")
  assert.equal(log, [
    "MON|ERROR: received message 0x00000006  badge: 0x0000000000000002  tcb cap: 0x000000000000000b",
    "MON|ERROR: faulting PD: bad",
    "MON|ERROR: VMFault: fault_addr=0x0000000000001000  fsr=0x0000000092000047  (data fault)",
    "MON|ERROR:   ec: 0x00000024  Data Abort from a lower Exception level   il: 1   iss: 0x00000047",
    "MON|ERROR:   dfsc = translation fault, level 3 (0x00000007) -- write not read",
    "MON|ERROR: write to 0x1000: nothing is mapped there",
  ])
  assert.ok(trace.some((one) => one.type === "pd-fault" && one.handler === "monitor"))
})

test("a program that throws is a user exception with its own words", () => {
  const { kernel, log } = rig()
  const bad = program(() => ({
    init: () => {
      throw new TypeError("no such thing")
    },
  }))
  kernel.boot(system([domain("bad", 5, bad)]))
  const result = kernel.run()
  assert.is(result.kind === "pd-fault" ? result.text : "", "no such thing")
  assert.equal(log.slice(2), ["MON|ERROR: UserException", "MON|ERROR: no such thing"])
})

test("a child's fault goes to its parent, which may restart it or leave it", () => {
  const seen: Array<readonly [number, Message]> = []
  let lives = 0
  const { kernel, trace } = rig()
  const parent = program((microkit) => ({
    fault: (child, sent) => {
      seen.push([child, sent])
      if (lives < 2) microkit.pdRestart(child)
      return undefined
    },
  }))
  const child = program((microkit) => ({
    init: () => {
      lives += 1
      microkit.memory.read8(0xdead)
    },
  }))
  const more = { parent: { domain: "parent", id: 12 } }
  kernel.boot(system([domain("parent", 9, parent), domain("child", 5, child, more)]))
  assert.is(kernel.run().kind, "idle")
  assert.is(lives, 2)
  assert.is(seen.length, 2)
  assert.is(seen[0][0], 12)
  const fault = decodeFault(seen[0][1])
  assert.is(fault?.kind === "VMFault" ? fault.address : -1, 0xdead)
  assert.ok(trace.some((one) => one.type === "fault" && one.from === "child" && one.child === 12))
})

test("a child that is answered goes back to waiting for events", () => {
  const got: number[] = []
  const { kernel } = rig()
  const parent = program((microkit) => ({
    fault: () => EMPTY_MESSAGE,
    notified: () => microkit.notify(1),
  }))
  const child = program((microkit) => ({
    init: () => void microkit.memory.read8(0xdead),
    notified: (channel) => void got.push(channel),
  }))
  const ping = program((microkit) => ({ init: () => microkit.notify(0) }))
  const more = { parent: { domain: "parent", id: 1 } }
  kernel.boot(
    system([domain("parent", 9, parent), domain("child", 5, child, more), domain("ping", 1, ping)], {
      channels: [
        [end("parent", 1), end("child", 4)],
        [end("ping", 0), end("parent", 0)],
      ],
    }),
  )
  kernel.run()
  assert.equal(got, [4])
})

test("a stopped child hears nothing", () => {
  let heard = false
  const { kernel } = rig()
  const parent = program((microkit) => ({
    notified: () => {
      microkit.pdStop(1)
      microkit.notify(1)
    },
  }))
  const child = program((microkit) => ({
    init: () => microkit.notify(4),
    notified: () => {
      heard = true
    },
  }))
  const more = { parent: { domain: "parent", id: 1 } }
  kernel.boot(
    system([domain("parent", 9, parent), domain("child", 5, child, more)], {
      channels: [[end("parent", 1), end("child", 4)]],
    }),
  )
  kernel.run()
  assert.not(heard)
})

test("a parent that stops its caller in a protected call ends that entry point", () => {
  let after = false
  const { kernel } = rig()
  const parent = program((microkit) => ({
    protected: () => {
      microkit.pdStop(1)
      return EMPTY_MESSAGE
    },
  }))
  const child = program((microkit) => ({
    init: () => {
      microkit.ppcall(4, EMPTY_MESSAGE)
      after = true
    },
  }))
  const more = { parent: { domain: "parent", id: 1 } }
  kernel.boot(
    system([domain("parent", 9, parent), domain("child", 5, child, more)], {
      channels: [[end("child", 4, { ppc: true }), end("parent", 1)]],
    }),
  )
  assert.is(kernel.run().kind, "idle")
  assert.not(after)
})

test("a parent that restarts its caller in a protected call ends that life of it", () => {
  let lives = 0
  let after = 0
  const { kernel } = rig()
  const parent = program((microkit) => ({
    protected: () => {
      if (lives === 1) microkit.pdRestart(1)
      return EMPTY_MESSAGE
    },
  }))
  const child = program((microkit) => ({
    init: () => {
      lives += 1
      microkit.ppcall(4, EMPTY_MESSAGE)
      after += 1
    },
  }))
  const more = { parent: { domain: "parent", id: 1 } }
  kernel.boot(
    system([domain("parent", 9, parent), domain("child", 5, child, more)], {
      channels: [[end("child", 4, { ppc: true }), end("parent", 1)]],
    }),
  )
  assert.is(kernel.run().kind, "idle")
  assert.equal([lives, after], [2, 1])
})

test("memory is reached through the domain's own maps, RAM and device alike", () => {
  const { kernel, platform } = rig()
  const use = program(({ memory }) => ({
    init: () => {
      memory.write64(0x20_0000, 0x1122334455667788n)
      memory.write16(0x20_0008, 0xbeef)
      memory.write8(0x20_000a, 0x7f)
      assert.is(memory.read64(0x20_0000), 0x1122334455667788n)
      assert.is(memory.read32(0x20_0008), 0x7fbeef)
      assert.is(memory.read16(0x20_0001), 0x6677)
      memory.fill(0x20_0100, 4, 0xaa)
      memory.writeBytes(0x20_0102, Uint8Array.of(1, 2))
      assert.equal([...memory.readBytes(0x20_0100, 4)], [0xaa, 0xaa, 1, 2])
      memory.write32(0x90_0010, 5)
      assert.is(memory.read32(0x90_0010), 5)
      assert.equal([...memory.readBytes(0x90_0010, 1)], [5])
      assert.ok(memory.isMapped(0x20_0000, 0x20_0000, true))
      assert.not(memory.isMapped(0x20_0000, 0x20_0001, false))
      assert.not(memory.isMapped(0x90_0000, 4, true) && memory.isMapped(0xa0_0000, 4, true))
    },
  }))
  const maps = [
    RAM_MAP,
    { region: "uart", vaddr: 0x90_0000, perms: "rw", cached: false },
    { region: "uart", vaddr: 0xa0_0000, perms: "r", cached: false },
  ]
  kernel.boot(system([domain("use", 5, use, { maps })]))
  assert.is(kernel.run().kind, "idle")
  assert.is(platform.memory.readU32(RAM_BASE), 0x55667788)
  assert.is(platform.device.registers.get(0x10), 5)
  assert.ok(platform.written.some(([pa, size]) => pa === RAM_BASE + 0x100 && size === 4))
})

test("an access across two maps goes byte by byte, and one past the end names the first bad byte", () => {
  const { kernel, log } = rig()
  const regions = [0, 1].map((n) => ({
    name: `part${n}`,
    physAddr: RAM_BASE + n * 0x10000,
    size: 0x1000,
    pageSize: 0x1000,
  }))
  const maps = regions.map((region, n) => ({
    region: region.name,
    vaddr: 0x1000 + n * 0x1000,
    perms: "rw",
    cached: true,
  }))
  const use = program(({ memory }) => ({
    init: () => {
      memory.write32(0x1ffe, 0x44332211)
      assert.is(memory.read32(0x1ffe), 0x44332211)
      memory.writeBytes(0x1ff0, new Uint8Array(0x20))
      memory.read32(0x2ffe)
    },
  }))
  kernel.boot(system([domain("use", 5, use, { maps })], { regions }))
  kernel.run()
  assert.is(log.at(-1), "MON|ERROR: read of 0x3000: nothing is mapped there")
})

/** Runs one statement in a domain and gives the monitor's last line. */
function lastWords(body: (microkit: Microkit) => void, more: Partial<BootDomain> = {}): string {
  const { kernel, log } = rig()
  kernel.boot(
    system([
      domain(
        "pd",
        5,
        program((microkit) => ({ init: () => body(microkit) })),
        more,
      ),
    ]),
  )
  assert.is(kernel.run().kind, "pd-fault")
  return log.at(-1) ?? ""
}

test("what a map does not allow is a fault of the domain", () => {
  const uart = (perms: string) => ({
    maps: [{ region: "uart", vaddr: 0x9000, perms, cached: false }],
  })
  assert.match(
    lastWords(({ memory }) => memory.write8(0x9000, 1), uart("r")),
    /write to 0x9000: the map does not allow it/,
  )
  assert.match(
    lastWords(({ memory }) => void memory.read32(0x9002), uart("rw")),
    /read of 0x9002: a device takes aligned accesses only/,
  )
  assert.match(
    lastWords(({ memory }) => memory.write32(0x9001, 0), uart("rw")),
    /write to 0x9001: a device takes aligned/,
  )
  assert.match(
    lastWords(({ memory }) => memory.fill(0x8fff, 2, 0), uart("rw")),
    /write to 0x8fff: nothing is mapped/,
  )
})

test("an address that is no whole number is told by its value", () => {
  const maps = { maps: [RAM_MAP] }
  for (const [address, text] of [
    [Infinity, "Infinity"],
    [NaN, "NaN"],
    [0x20_0000 + 0.5, "2097152.5"],
    [undefined as unknown as number, "undefined"],
  ] as const) {
    assert.is(
      lastWords(({ memory }) => memory.write32(address, 1), maps),
      `MON|ERROR: write to ${text}: an address is a whole number`,
    )
    assert.match(
      lastWords(({ memory }) => void memory.read8(address), maps),
      `read of ${text}: an address is`,
    )
  }
})

test("a device region where nobody answers is an external abort", () => {
  const { kernel, log } = rig()
  const regions = [{ name: "hole", physAddr: 0x1000_0000, size: 0x1000, pageSize: 0x1000 }]
  const maps = [{ region: "hole", vaddr: 0x9000, perms: "rw", cached: false }]
  const use = program(({ memory }) => ({ init: () => memory.write32(0x9000, 1) }))
  kernel.boot(system([domain("use", 5, use, { maps })], { regions }))
  kernel.run()
  assert.ok(log.some((line) => line.includes("external abort, not on translation table walk")))
  assert.match(log.at(-1) ?? "", /no device answers there/)
})

test("a domain has no power over vCPUs and children that it was not given", () => {
  const forbidden: ReadonlyArray<(microkit: Microkit) => void> = [
    (microkit) => microkit.vcpuRestart(0, 0n),
    (microkit) => microkit.vcpuResume(0),
    (microkit) => microkit.vcpuStop(1),
    (microkit) => microkit.vcpuReset(0),
    (microkit) => void microkit.vcpuState(0),
    (microkit) => microkit.vcpuAckVppi(0, 27),
    (microkit) => void microkit.vcpuReadReg(0, VCPU_REG.SCTLR),
    (microkit) => microkit.vcpuWriteReg(0, VCPU_REG.SCTLR, 0n),
    (microkit) => void microkit.vcpuReadTcb(0, TCB_PC),
    (microkit) => microkit.vcpuWriteX(0, 0, 0n),
    (microkit) => void microkit.vcpuFaultInfo(0),
    (microkit) => void microkit.vcpuTranslate(0, 0n),
    (microkit) => microkit.pdStop(3),
    (microkit) => microkit.pdRestart(3),
  ]
  for (const body of forbidden) assert.match(lastWords(body), /seL4_InvalidCapability/)
  assert.match(
    lastWords((microkit) => microkit.vcpuStop(1000)),
    /seL4_FailedLookup/,
  )
  const { kernel } = rig()
  let error = 0
  const inject = program((microkit) => ({
    init: () => {
      error = microkit.vcpuInjectIrq(0, 1, 0, 0, 0)
    },
  }))
  kernel.boot(system([domain("pd", 5, inject)]))
  kernel.run()
  assert.is(error, seL4_InvalidCapability)
})

test("the firmware is reached with the SMC cap alone", () => {
  const { kernel, platform } = rig()
  const results: Array<readonly bigint[] | undefined> = []
  const call = program((microkit) => ({ init: () => void results.push(microkit.smcCall([0xc2000001n, 2n])) }))
  kernel.boot(system([domain("has", 5, call, { smc: true }), domain("not", 4, call)]))
  kernel.run()
  assert.is(results[0]?.[0], 0xc2000002n)
  assert.is(results[1], undefined)
  assert.equal(platform.firmwareCalls, [[0xc2000001n, 2n, 0n, 0n, 0n, 0n, 0n, 0n]])
})

const codeOf = (body: () => unknown): number => {
  try {
    body()
  } catch (error) {
    if (error instanceof InvocationError) return error.code
    throw error
  }
  return 0
}

test("a cap is checked for its type and its rights", () => {
  const { kernel } = rig()
  const cspace = new CNode(4)
  cspace.put(1, new Notification(), RIGHT_READ, 1n)
  cspace.put(2, new Smc(), 0, 0xc2000001n)
  assert.is(
    codeOf(() => signal(kernel.state, cspace, 1)),
    seL4_IllegalOperation,
  )
  assert.is(
    codeOf(() => signal(kernel.state, cspace, 2)),
    seL4_InvalidCapability,
  )
  assert.is(
    codeOf(() => signal(kernel.state, cspace, 16)),
    seL4_FailedLookup,
  )
  assert.is(
    codeOf(() => lookup(cspace, 1, Tcb)),
    seL4_InvalidCapability,
  )
  assert.is(
    codeOf(() => callSmc(kernel.state, cspace, 2, [0xc2000002n], "pd")),
    seL4_IllegalOperation,
  )
  assert.is(
    codeOf(() => callSmc(kernel.state, cspace, 2, [0xc2000001n], "pd")),
    0,
  )
  assert.throws(() => cspace.put(1, new Smc()), /slot 1 of a CNode is taken/)
  assert.throws(() => cspace.put(99, new Smc()), /no slot 99/)
  cspace.delete(1)
  assert.is(cspace.get(1), undefined)
})

test("a specification that contradicts itself is refused in words", () => {
  const none = program(() => ({}))
  const boot = (domains: readonly BootDomain[], more: Parameters<typeof system>[1] = {}) => {
    rig().kernel.boot(system(domains, more))
  }
  const maps = [{ region: "nothing", vaddr: 0, perms: "rw", cached: true }]
  assert.throws(() => boot([domain("a", 1, none, { maps })]), /names the memory region 'nothing'/)
  assert.throws(() => boot([domain("a", 1, none), domain("a", 2, none)]), /two protection domains/)
  assert.throws(() => boot([], { channels: [[end("x", 1), end("y", 1)]] }), /no protection domain 'x'/)
  const irqs = [{ intid: 40, trigger: "edge" as const, channel: 1 }]
  assert.throws(
    () => boot([domain("a", 1, none, { irqs }), domain("b", 1, none, { irqs })]),
    /interrupt 40 is given to two/,
  )
  const region = { name: "r", physAddr: DEVICE_BASE + 1, size: 0x1000, pageSize: 0x1000 }
  assert.throws(() => boot([], { regions: [region] }), /'r' is not aligned/)
  const odd = [{ ...RAM_MAP, perms: "q" }]
  assert.throws(() => boot([domain("a", 1, none, { maps: odd })]), /perms 'q' are not a combination/)
  const twice = [RAM_MAP, { ...RAM_MAP, region: "uart" }]
  assert.throws(() => boot([domain("a", 1, none, { maps: twice })]), /uart at 0x200000 overlaps ram/)
  const vm = { name: "v", priority: 0, maps: [], vcpus: [{ id: 0, cpu: 3 }] }
  assert.throws(() => boot([domain("a", 1, none, { vm })]), /the board has no cpu 3/)
  const clash = { ...vm, vcpus: [], maps: [RAM_MAP, { ...RAM_MAP, region: "uart", vaddr: 0x20_1000 }] }
  assert.throws(() => boot([domain("a", 1, none, { vm: clash })]), /virtual machine 'v', region 'uart'/)
})

test("contents of a region are there before init", () => {
  const { kernel } = rig()
  const regions = [
    { name: "ram", physAddr: RAM_BASE, size: 0x1000, pageSize: 0x1000, contents: Uint8Array.of(9, 8) },
  ]
  let first = 0
  const use = program(({ memory }) => ({
    init: () => {
      first = memory.read16(0x20_0000)
    },
  }))
  kernel.boot(system([domain("use", 5, use, { maps: [RAM_MAP] })], { regions }))
  kernel.run()
  assert.is(first, 0x0809)
})

test("setvars, time and debug output are the domain's own", () => {
  const { kernel, log, trace } = rig()
  const use = program((microkit) => ({
    init: () => microkit.log(`${microkit.name} ${microkit.setvars.get("ram")} ${microkit.timeNs()}`),
  }))
  kernel.boot(system([domain("use", 5, use, { setvars: new Map([["ram", 4096]]) })]))
  kernel.run()
  assert.equal(log, ["use 4096 1000"])
  assert.ok(trace.some((one) => one.type === "log" && one.pd === "use"))
})

test("domains that notify each other without end do not keep the runner waiting", () => {
  const { kernel } = rig()
  const pong = program((microkit) => ({
    init: () => microkit.notify(1),
    notified: () => microkit.notify(1),
  }))
  kernel.boot(
    system([domain("a", 5, pong), domain("b", 5, pong)], { channels: [[end("a", 1), end("b", 1)]] }),
  )
  assert.equal(kernel.run(), { kind: "limit" })
  assert.equal(kernel.run({ untilNs: kernel.state.platform.clock.nowNs() + 5000 }), { kind: "limit" })
})

test("an entry point that takes long is named", () => {
  const { kernel, warnings } = rig({ slowEntryMs: -1 })
  kernel.boot(
    system([
      domain(
        "slow",
        5,
        program(() => ({})),
      ),
    ]),
  )
  kernel.run()
  assert.match(warnings[0], /^slow was \d+ ms in its 'init' entry point$/)
})

test.run()
