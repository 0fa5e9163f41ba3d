// SPDX-License-Identifier: BSD-2-Clause
//
// Runs that stop: what is told, what is kept for `vmm fix`, and that the first remedy mends it.

import { existsSync, readFileSync, writeFileSync } from "node:fs"

import { applyEdits } from "@vmm/diagnostic"
import { decodeLastStop, type LastStop } from "@vmm/report"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { FAULTS, LOOP, says, saysAndTicks, saysAndWaits } from "../../testing/guests.ts"
import { example, inWorkplace, SYSTEM, vmm, WITH_GICV } from "../../testing/workplace.ts"

const test = suite("cli: stops")

const FILE = "build/ex/last-stop.json"

/** Builds an example with this guest and runs it. */
function built(guest: readonly number[], body: () => Promise<void>, change = {}): Promise<void> {
  return inWorkplace(example(guest, change), async () => {
    const { code, err } = await vmm("build", "ex")
    assert.is(code, 0, err)
    await body()
  })
}

function lastStop(): LastStop {
  const stop = decodeLastStop(readFileSync(FILE, "utf8"))
  if (stop === undefined) throw new Error(`${FILE} is none`)
  return stop
}

/** Writes the first fix of a stop into the example. */
function applyFirst({ fixes }: LastStop): void {
  const edits = fixes[0]?.edits ?? []
  const files = [...new Set(edits.map(({ file }) => file))]
  const sources = new Map(
    files.flatMap((file) => (existsSync(`ex/${file}`) ? [[file, readFileSync(`ex/${file}`, "utf8")]] : [])),
  )
  const applied = applyEdits(sources as Map<string, string>, edits)
  if (applied.ok === undefined) throw new Error(applied.problem)
  for (const [file, text] of applied.ok) writeFileSync(`ex/${file}`, text)
}

const WITHOUT_UART = {
  "ex/ex.system": SYSTEM.replace(/^ *<map mr="uart".*\n/m, ""),
  "ex/guest.dts": "/ { chosen { /delete-property/ stdout-path; }; };\n",
}

test("a device whose map is missing is told, kept, and given by the first fix", () =>
  built(
    says("hello"),
    async () => {
      const { code, err } = await vmm("run")
      assert.is(code, 3)
      assert.match(err, "guest wrote 4 bytes to `serial@9000000` (arm,pl011), which this VM was not given.")
      assert.match(err, '+      <map mr="uart" vaddr="0x900_0000" perms="rw" cached="false" />')
      const stop = lastStop()
      assert.equal(
        [stop.kind, stop.code, stop.vm, stop.place?.file],
        ["fault", "device-not-given", "guest", "ex/board.dts"],
      )
      assert.is(stop.fixes[0]?.id, "passthrough")
      applyFirst(stop)
      const mended = await vmm("run")
      assert.equal([mended.code, mended.out], [0, "hello"])
      assert.is(existsSync(FILE), false, "a run that went well leaves no stop")
    },
    WITHOUT_UART,
  ))

test("registers and the fields of the syndrome come with --registers alone", () =>
  built(FAULTS, async () => {
    const plain = await vmm("run")
    assert.not.match(plain.err, "\nRegisters\n")
    const { code, err } = await vmm("run", "--registers")
    assert.is(code, 3)
    assert.match(err, "\nRegisters\n")
    assert.match(err, "DFSC 0x0")
    assert.is(lastStop().code, "no-device")
  }))

const PANIC =
  "Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)\n" +
  "---[ end Kernel panic - not syncing: VFS ]---\n"

test("a panic on the console ends the run with exit code 3 and its meaning", () =>
  built([...says(PANIC).slice(0, -3), ...LOOP], async () => {
    const { code, err } = await vmm("run", "--timeout", "20")
    assert.is(code, 3)
    assert.match(
      err,
      "guest panicked: VFS: Unable to mount root fs on unknown-block(0,0): the guest found neither",
    )
    const { kind, code: cause } = lastStop()
    assert.equal([kind, cause], ["panic", "no-root-fs"])
  }))

const DEAD_INIT = `Linux version 6.1
Run /init as init process
/init: exec: line 3: /bin/nothing: not found
Kernel panic - not syncing: Attempted to kill init! exitcode=0x00007f00
---[ end Kernel panic - not syncing: Attempted to kill init! ]---
`

test("an init that calls what is not there names it, with the line of the script", () =>
  built(
    [...says(DEAD_INIT).slice(0, -3), ...LOOP],
    async () => {
      const { code, err } = await vmm("run", "--timeout", "20")
      assert.is(code, 3)
      assert.match(err, /it ended with status 127, what it calls is not there: \/bin\/nothing: not found\./)
      assert.equal(
        [lastStop().code, lastStop().place?.file, lastStop().place?.line],
        ["init-died", "ex/own/init", 3],
      )
    },
    {
      "ex/own/init": "#!/bin/sh\necho hello\nexec /bin/nothing\n",
      "ex/guest.json": '{ "kernel": "flat:guest.bin", "ramdisk": "own" }\n',
    },
  ))

const OOPSED = `Linux version 6.1
Unable to handle kernel NULL pointer dereference at virtual address 0000000000000008
CPU: 0 PID: 1 Comm: swapper/0 Not tainted 6.1.0-56-arm64 #1
pc : clk_hw_unregister+0x14/0x2c
Call trace:
 clk_hw_unregister+0x14/0x2c
 imx8mq_clocks_probe+0x10/0x20
 platform_probe+0x70/0xcc
 imx8mq_clk_driver_init+0x24/0x30
 do_one_initcall+0x64/0x26c
Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b
---[ end Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b ]---
`

test("a kernel that dies in a driver before its first process is told by the driver", () =>
  built([...says(OOPSED).slice(0, -3), ...LOOP], async () => {
    const { code, err } = await vmm("run", "--timeout", "20")
    assert.is(code, 3)
    assert.match(
      err,
      /imx8mq_clocks_probe of imx8mq_clk_driver_init \(drivers\/clk\/imx\/clk-imx8mq\.c\) used/,
    )
    assert.not.match(err, "first process")
    assert.is(lastStop().code, "guest-oops")
  }))

test("what the check has found is told below a fault, with its remedy", () =>
  built(
    says("x"),
    async () => {
      const { code, err } = await vmm("run")
      assert.is(code, 3)
      assert.match(
        err,
        /What vmm check warns of\n {2}ex\/ex\.system:3:\d+: memory region 'uart' .* is neither RAM/,
      )
      assert.is(lastStop().fixes[0]?.id, "region-digit")
    },
    { "ex/ex.system": SYSTEM.replace('phys_addr="0x9000000"', 'phys_addr="0x9010000"') },
  ))

test("a guest that waits for ever and says nothing of what is expected is told where it stands", () =>
  built(saysAndWaits("login: "), async () => {
    const { code, err } = await vmm("run", "--expect", "never")
    assert.is(code, 4)
    assert.match(err, "guest goes no further: all its vCPUs sleep")
    assert.match(err, "  reached      kernel entered, console's first byte\n")
    assert.match(err, "  vCPU 0       sleeps in WFI, PC 0x4")
    assert.match(err, "virtual timer is off: no timer will wake it")
    assert.is(lastStop().kind, "silence")
  }))

test("a guest that did what it should and waits is no stop", () =>
  built(saysAndWaits("login: "), async () => {
    const { err } = await vmm("run")
    assert.not.match(err, "How far it came")
    assert.is(existsSync(FILE), false)
  }))

test("a guest that its timer alone wakes ends by itself, and is told when it did not do what it should", () =>
  built(
    saysAndTicks("x"),
    async () => {
      const plain = await vmm("run", "ex", "--clock", "virtual")
      assert.equal([plain.code, plain.out], [4, "x"])
      assert.match(plain.err, /idle for 6\d\d s of its time: only its timer wakes it/)
      assert.not.match(plain.err, "How far it came")
      const expecting = await vmm("run", "ex", "--clock", "virtual", "--expect", "never")
      assert.is(expecting.code, 4)
      assert.match(expecting.err, "guest goes no further: only its timer wakes it")
      assert.match(expecting.err, /interrupt 27 given to guest\/0 \(\d+ times of the last 64\)/)
    },
    WITH_GICV,
  ))

test("the guest's time bounds a run at the same place on every host", () =>
  built(LOOP, async () => {
    const { code, err } = await vmm("run", "ex", "--clock", "virtual", "--guest-timeout", "0.25")
    assert.is(code, 4)
    assert.match(err, "time-out: the guest has not ended after 0.25 s of its time")
    assert.is(lastStop().kind, "silence")
  }))

test("with a trace the last events are told", () =>
  built(saysAndWaits("x"), async () => {
    const { err } = await vmm("run", "--expect", "never", "--trace", "t")
    assert.match(err, "\nLast events\n")
    assert.match(err, / ms {2}vcpu-state: vcpu guest\/0, state blocked/)
  }))

const PROGRAM = `export default () => (microkit) => ({
  init() { microkit.memory.write32(0x40000000, 1); microkit.memory.write32(0x41000000, 1) },
})
`

test("a domain's own fault is told with the map that it missed", () =>
  built(
    says("x"),
    async () => {
      const { code, err } = await vmm("run")
      assert.is(code, 3)
      assert.match(err, "MON|ERROR: faulting PD: vmm")
      assert.match(err, "protection domain vmm faulted: ", err)
      assert.match(
        err,
        '  cause        it wrote to 0x41000000, where it maps nothing; "ram" ends 0xe00000 bytes before',
      )
      assert.match(err, "  domain       ex/ex.system:")
      assert.equal([lastStop().kind, lastStop().code], ["pd-fault", "domain-access"])
    },
    {
      "ex/vmm.mjs": PROGRAM,
      "ex/guest.json": '{ "kernel": "flat:guest.bin", "programs": { "vmm": "vmm.mjs" } }\n',
    },
  ))

/** The example with a program of these members in place of the VMM. */
const programmed = (members: string) => ({
  "ex/vmm.mjs": `export default () => (microkit) => ({\n  ${members}\n})\n`,
  "ex/guest.json": '{ "kernel": "flat:guest.bin", "programs": { "vmm": "vmm.mjs" } }\n',
})

const FAULTY: ReadonlyArray<readonly [what: string, members: string, words: RegExp]> = [
  [
    "an endless recursion",
    "init() { const f = () => f() + 1; f() }",
    /cause +the stack overflowed: a function calls/,
  ],
  ["a division", "init() { 1n / BigInt(0) }", /cause +a number was divided by zero/],
  [
    "a number divided by zero",
    "init() { microkit.memory.write32(0x40000000 + 8 / (1 - 1), 1) }",
    /faulted: write to Infinity: .*\n +cause +a number was divided by zero/,
  ],
  ["a wrong name", "init() { microkit.nothing() }", /microkit\.nothing is not a function/],
  [
    "a vCPU that is not there",
    "init() { microkit.vcpuRestart(3, 0n) }",
    /InvalidCapability, of a vCPU: its vCPUs are 0/,
  ],
  [
    "an async entry point",
    "async init() { await 1; throw Error() }",
    /the 'init' entry point gives a promise/,
  ],
]

test("a call of firmware without the right to it offers the right", () =>
  built(
    says("x"),
    async () => {
      const { err } = await vmm("run")
      assert.match(err, /cause +microkit\.smcCall gives undefined: vmm has no smc="true"/)
      applyFirst(lastStop())
      assert.match(readFileSync("ex/ex.system", "utf8"), /<protection_domain smc="true" name="vmm"/)
    },
    programmed("init() { const [a] = microkit.smcCall([1n]) }"),
  ))

test("faults of programs are told by their cause and their line", async () => {
  for (const [what, members, words] of FAULTY) {
    await built(
      says("x"),
      async () => {
        const { code, err } = await vmm("run")
        assert.is(code, 3, what)
        assert.match(err, words, what)
        assert.is(lastStop().kind, "pd-fault", what)
        const line = lastStop().place?.file
        assert.is(line, "ex/vmm.mjs", what)
      },
      programmed(members),
    )
  }
})

test("a channel that a domain has not is why its guest does nothing, with the line of the program", () =>
  built(
    says("x"),
    async () => {
      const { err } = await vmm(
        "run",
        "ex",
        "--clock",
        "virtual",
        "--guest-timeout",
        "0.1",
        "--expect",
        "never",
      )
      assert.match(err, "vmm called microkit_notify with 7, which is none of its channels: it has 1")
      const { code, place } = lastStop()
      assert.equal([code, place?.file, place?.line], ["wrong-channel", "ex/vmm.mjs", 2])
    },
    programmed("init() { microkit.notify(7); microkit.irqAck(9) }"),
  ))

/** A second domain that has the port at 0x2000000, and whose `init` does this. */
const tapping = (body: string, maps = '<map mr="uart" vaddr="0x2000000" perms="rw" cached="false" />') => ({
  "ex/ex.system": SYSTEM.replace(
    "</system>",
    `  <protection_domain name="tap" priority="150">
    <program_image path="tap.mjs" />
    ${maps}
  </protection_domain>
</system>`,
  ),
  "ex/tap.mjs": `export default (microkit) => ({\n  init() { ${body} },\n})\n`,
})

test("an address that is a region's on the board or in the guest, and not in the domain, is told so", async () => {
  const port = "microkit.memory.write32(0x9000000, 0x41)"
  const inside = tapping("microkit.memory.read8(0x40001000)")
  const far = inside["ex/ex.system"].replace('name="ram" ', 'name="ram" phys_addr="0x42000000" ')
  const elsewhere = { ...inside, "ex/ex.system": far }
  const told: ReadonlyArray<readonly [files: ReturnType<typeof tapping>, words: RegExp]> = [
    [tapping(port), /maps nothing: that is the physical address of "uart", which tap maps at 0x2000000/],
    [tapping(port, ""), /maps nothing: that is the physical address of "uart", which tap does not map/],
    [
      inside,
      /read 0x40001000, where it maps nothing: that is the physical address of "ram", which tap does not map/,
    ],
    [elsewhere, /read 0x40001000, where it maps nothing: guest has "ram" there, which tap does not map/],
  ]
  for (const [files, words] of told) {
    await built(
      says("x"),
      async () => {
        const { err } = await vmm("run")
        assert.match(err, words)
        assert.equal([lastStop().kind, lastStop().place?.line], ["pd-fault", 2])
      },
      files,
    )
  }
})

test("a child that its parent restarts for ever is told with its fault and its line", () =>
  built(
    says("x"),
    async () => {
      const { err } = await vmm("run", "ex", "--clock", "virtual", "--guest-timeout", "0.01")
      assert.match(err, /domain tap faulted \d+ times, as boss starts it again each time: write to 0x5000/)
      assert.equal(
        [lastStop().code, lastStop().place?.file, lastStop().place?.line],
        ["domain-restarts", "ex/tap.mjs", 2],
      )
    },
    {
      "ex/ex.system": SYSTEM.replace(
        "</system>",
        `  <protection_domain name="boss" priority="150">
    <program_image path="boss.mjs" />
    <protection_domain name="tap" id="1" priority="140"><program_image path="tap.mjs" /></protection_domain>
  </protection_domain>
</system>`,
      ),
      "ex/boss.mjs":
        "export default (microkit) => ({\n  init() {},\n  fault(child) { microkit.pdRestart(child) },\n})\n",
      "ex/tap.mjs": "export default (microkit) => ({\n  init() { microkit.memory.write32(0x5000, 1) },\n})\n",
    },
  ))

/** A second domain that calls by a channel whose end may not. */
const CALLER = {
  "ex/ex.system": SYSTEM.replace(
    "</system>",
    `  <protection_domain name="caller" priority="200">
    <program_image path="caller.mjs" />
  </protection_domain>
  <channel>
    <end pd="caller" id="3" />
    <end pd="vmm" id="4" />
  </channel>
</system>`,
  ),
  "ex/caller.mjs": `export default (microkit) => ({
  init() { microkit.ppcall(3, { label: 0, words: [] }) },
  notified() {},
})
`,
}

test("a call that libmicrokit refused is told with its line though the guest ends well, and the right is offered", () =>
  built(
    [...says("hello")],
    async () => {
      const { code, err } = await vmm("run", "ex", "--expect", "hello")
      assert.is(code, 0, err)
      assert.match(
        err,
        "protection domain caller called microkit_ppcall with 3, which is none of its channels",
      )
      assert.match(err, /cause +libmicrokit lets it go on; no <end> of it has pp="true"/)
      const stop = lastStop()
      assert.equal([stop.code, stop.place?.file, stop.place?.line], ["wrong-channel", "ex/caller.mjs", 2])
      applyFirst(stop)
      assert.match(readFileSync("ex/ex.system", "utf8"), /<end pp="true" pd="caller" id="3"/)
    },
    CALLER,
  ))

test("where a domain has one channel only, its number goes into the program's line", () => {
  const text = "export default (microkit) => ({ init() { microkit.notify(7) } })\n"
  return built(
    [...says("hello")],
    async () => {
      await vmm("run", "ex", "--expect", "hello")
      const [edit] = lastStop().fixes[0]?.edits ?? []
      assert.is(edit?.text, "3")
      const applied = applyEdits(new Map([["caller.mjs", text]]), edit === undefined ? [] : [edit])
      assert.match(applied.ok?.get("caller.mjs") ?? "", "microkit.notify(3)")
    },
    { ...CALLER, "ex/caller.mjs": text },
  )
})

test.run()
