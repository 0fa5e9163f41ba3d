// SPDX-License-Identifier: BSD-2-Clause
//
// VMM programs of a user's own that do something wrong with their guest's interrupts and faults: the report names the
// entry point of the program in which it is to be mended.

import { readFileSync } from "node:fs"

import { decodeLastStop, type LastStop } from "@vmm/report"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { ECHO_BY_INTERRUPT, FAULTS, says } from "../../testing/guests.ts"
import { example, inWorkplace, type Said, vmm, vmmTyped, WITH_GICV } from "../../testing/workplace.ts"

const test = suite("cli: VMM programs of one's own")

/** simple-vmm's entry points with these in their places; `vm` is the guest. */
const program = (members: string, config = "config") => `import { simpleVmm } from "@vmm/simple-vmm"
import { virqInject, virqRegister } from "@vmm/vmrt"
import { EMPTY_MESSAGE } from "@vmm/kernel/api"
export default (config, report) => (microkit) => {
  const base = simpleVmm(${config}, report)(microkit)
  const { vm } = base
  return {
    init: () => base.init(),
    fault: (child, message) => base.fault(child, message),
    ${members}
  }
}
`

function lastStop(): LastStop {
  const stop = decodeLastStop(readFileSync("build/ex/last-stop.json", "utf8"))
  if (stop === undefined) throw new Error("no stop was kept")
  return stop
}

/** Runs a guest under such a program until it stands still. */
function stopOf(guest: readonly number[], text: string, body: (stop: LastStop, ran: Said) => void) {
  const files = {
    ...WITH_GICV,
    "ex/mine.mjs": text,
    "ex/guest.json": '{ "kernel": "flat:guest.bin", "programs": { "vmm": "mine.mjs" } }',
  }
  return inWorkplace(example(guest, files), async () => {
    const built = await vmm("build", "ex")
    assert.is(built.code, 0, built.err)
    const ran = await vmmTyped("ab!", "run", "ex", "--clock", "virtual", "--guest-timeout", "0.1")
    body(lastStop(), ran)
  })
}

const placeOf = ({ place }: LastStop) => [place?.file, place?.line]

test("an interrupt that the program never gives to its guest", () =>
  stopOf(ECHO_BY_INTERRUPT, program("notified: () => {},"), (stop) => {
    assert.is(stop.code, "interrupt-not-given")
    assert.match(
      stop.summary,
      /interrupt 33 \(serial@9000000\) came from the board for vmm, whose program never gave it to the guest/,
    )
    assert.equal(placeOf(stop), ["ex/mine.mjs", 10])
    assert.not.match(stop.text, "written at   ex/board.dts")
    assert.match(stop.text, /What it waits for\n {2}interrupt 33 .*\n +at ex\/mine\.mjs:10:/)
  }))

test("where no patch can say how the program is meant, the toolkit's own takes its place", () =>
  stopOf(ECHO_BY_INTERRUPT, program("notified: () => {},"), ({ fixes }) => {
    const [fix] = fixes.filter(({ edits }) => edits.length > 0)
    assert.is(fix?.id, "simple-vmm")
    assert.match(fix?.edits[0]?.text ?? "", "simple-vmm")
  }))

test("an injection that seL4 refuses is told with its line and what is out of range", () => {
  const refused = "notified() { microkit.vcpuInjectIrq(0, 33, 99, 0, 0) },"
  return stopOf(ECHO_BY_INTERRUPT, program(refused), (stop) => {
    assert.is(stop.code, "interrupt-refused")
    assert.match(
      stop.summary,
      /vmm called microkit_vcpu_arm_inject_irq for interrupt 33 with the priority 99, which goes from 0 to 31/,
    )
    assert.equal(placeOf(stop), ["ex/mine.mjs", 10])
    assert.is(stop.fixes.find(({ edits }) => edits.length > 0)?.id, "simple-vmm")
  })
})

test("an interrupt that the program acknowledges and never gives: it comes again and again", () =>
  stopOf(ECHO_BY_INTERRUPT, program("notified(channel) { microkit.irqAck(channel) },"), (stop) => {
    assert.is(stop.code, "interrupt-not-given")
    assert.match(stop.summary, /came from the board for vmm \d+ times/)
    assert.equal(placeOf(stop), ["ex/mine.mjs", 10])
  }))

test("an interrupt that the guest has ended and the program never acknowledges", () =>
  stopOf(
    ECHO_BY_INTERRUPT,
    program(
      `init() { base.init(); virqRegister(vm, 33) },
    notified: () => virqInject(vm, 33),`,
      "{ ...config, passthroughIrqs: [] }",
    ),
    (stop, { out }) => {
      assert.is(out, "a")
      assert.is(stop.code, "interrupt-not-acknowledged")
      assert.match(stop.summary, /the guest has ended interrupt 33 .*vmm's program has not acknowledged it/)
      assert.equal(placeOf(stop), ["ex/mine.mjs", 11])
    },
  ))

test("an acknowledgement of another channel is why the interrupt comes no more", () =>
  stopOf(
    ECHO_BY_INTERRUPT,
    program(
      `init() { base.init(); virqRegister(vm, 33, () => microkit.irqAck(2)) },
    notified: () => virqInject(vm, 33),`,
      "{ ...config, passthroughIrqs: [] }",
    ),
    (stop) => {
      assert.is(stop.code, "wrong-channel")
      assert.equal(placeOf(stop), ["ex/mine.mjs", 10])
    },
  ))

test("an interrupt that the program has claimed under another number", () =>
  stopOf(
    ECHO_BY_INTERRUPT,
    program(
      "notified: (channel) => base.notified(channel),",
      "{ ...config, passthroughIrqs: [{ intid: 34, trigger: 'level', channel: 1 }] }",
    ),
    (stop) => {
      assert.is(stop.code, "interrupt-not-given")
      assert.match(stop.summary, /interrupt 33 .* never gave it to the guest: it has claimed 34/)
      assert.equal([placeOf(stop), stop.fixes[0]?.edits], [["ex/mine.mjs", 8], []])
    },
  ))

test("an interrupt that the program never registers is mended in its `init`", () =>
  stopOf(
    ECHO_BY_INTERRUPT,
    program("notified: (channel) => base.notified(channel),", "{ ...config, passthroughIrqs: [] }"),
    (stop) => {
      assert.is(stop.code, "interrupt-not-given")
      assert.match(stop.summary, /never gave it to the guest and never registered it$/)
      assert.match(stop.fixes[0]?.title ?? "", /`init` of vmm's program register interrupt 33/)
      assert.equal(placeOf(stop), ["ex/mine.mjs", 8])
    },
  ))

test("a guest that the program never starts", () =>
  stopOf(ECHO_BY_INTERRUPT, program("init() {},"), (stop) => {
    assert.is(stop.code, "never-started")
    assert.match(stop.summary, /vmm's program never started the guest \(guestStart, microkit_vcpu_restart\)/)
    assert.equal(placeOf(stop), ["ex/mine.mjs", 10])
  }))

test("a vCPU that the program has stopped", () =>
  stopOf(ECHO_BY_INTERRUPT, program("notified() { microkit.vcpuStop(0) },"), (stop) => {
    assert.is(stop.code, "vcpu-stopped")
    assert.match(
      stop.summary,
      /vmm's program stopped vCPU 0 \(microkit_vcpu_stop\), and nothing lets it go on/,
    )
    assert.equal(placeOf(stop), ["ex/mine.mjs", 10])
  }))

test("code that was never copied, was overwritten, or is not where the program starts its guest", async () => {
  const fill = "microkit.memory.fill(0x40000000, 0x1000, 0)"
  const told: ReadonlyArray<readonly [text: string, words: RegExp]> = [
    [
      program(`init() { base.init(); ${fill} },`),
      /at 0x40000000, an undefined instruction: the image has 0xd2\w+ there, and .* memory is 0: it was never/,
    ],
    [
      program(`notified(channel) { ${fill.replace("00000,", "00040,")}; base.notified(channel) },`),
      /an undefined instruction: the image has 0x[0-9a-f]+ there, and memory 0x0: somebody wrote over it/,
    ],
    [
      program("", "{ ...config, entry: config.entry + 0x10000 }"),
      /at 0x40010000, an undefined .*: the guest's image is at \[0x40000000\.\.0x40000080\), and nothing of it/,
    ],
  ]
  for (const [text, words] of told) {
    await stopOf(ECHO_BY_INTERRUPT, text, (stop) => {
      assert.is(stop.code, "exception-without-vectors", stop.text)
      assert.match(stop.summary, words)
      assert.is(stop.place?.file, "ex/mine.mjs")
      assert.match(stop.text, / {2}program {6}ex\/mine\.mjs:\d+:/)
    })
  }
})

test("registers behind those that the program emulates", () =>
  stopOf(
    // LDR W0, [X1] of 0x30000104
    [0xd2a60001, 0xf2802081, 0xb9400020],
    program(
      `init() {
      base.init()
      faultRegisterVmExceptionHandler(vm, 0x30000000, 0x100, { read: () => 0, write: () => {} })
    },`,
    ).replace("import { virq", "import { faultRegisterVmExceptionHandler, virq"),
    (stop) => {
      assert.is(stop.code, "not-emulated")
      assert.match(stop.summary, /0x30000104 is behind the emulated registers \[0x30000000\.\.0x30000100\)/)
    },
  ))

test("a timer of JavaScript is told with its line, once", () =>
  stopOf(
    [...says("x").slice(0, -3), 0x14000000],
    program(
      "init() { base.init(); for (const n of [1, 2]) setTimeout(() => microkit.irqAck(n), 60_000).unref() },",
    ),
    (_, { err }) => {
      assert.match(err, /ex\/mine\.mjs:10:\d+: warning: vmm's program calls setTimeout: .* in no entry point/)
      assert.is(err.split("calls setTimeout").length, 2)
    },
  ))

test("a fault that is answered in vain leads to the program's fault", () =>
  stopOf(
    [...says("x").slice(0, -3), ...FAULTS],
    program("fault: (child, message) => (message.label === 6 ? EMPTY_MESSAGE : base.fault(child, message)),"),
    (stop) => {
      assert.is(stop.code, "fault-answered-in-vain")
      assert.equal(placeOf(stop), ["ex/mine.mjs", 10])
    },
  ))

test.run()
