// SPDX-License-Identifier: BSD-2-Clause
//
// Small guests that do one thing wrong each: an access, a register, an instruction, a call, an interrupt. The report
// names the cause, and its first way out mends it where a patch can. The words are those of binutils.

import { readFileSync, writeFileSync } from "node:fs"

import { applyEdits } from "@vmm/diagnostic"
import { decodeLastStop, type LastStop } from "@vmm/report"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { ECHO, ECHO_BY_INTERRUPT, runs, says, UNMASK, value } from "../../testing/guests.ts"
import {
  BOARD,
  example,
  type Files,
  inWorkplace,
  SYSTEM,
  vmm,
  vmmTyped,
  WITH_GICV,
  OVERLAY,
} from "../../testing/workplace.ts"

const test = suite("cli: mistakes of guests")

const RUN = ["run", "ex", "--clock", "virtual", "--guest-timeout", "0.1", "--expect", "never"]
const HVC = 0xd4000002
const LDR_W3_X2 = 0xb9400043
const WFI = 0xd503207f
const STR_W0_X2 = 0xb9000040

function lastStop(): LastStop {
  const stop = decodeLastStop(readFileSync("build/ex/last-stop.json", "utf8"))
  if (stop === undefined) throw new Error("no stop was kept")
  return stop
}

/** Runs a guest to its stop. */
async function stopOf(
  guest: readonly number[],
  change: Files,
  body: (stop: LastStop) => Promise<void> | void,
) {
  await inWorkplace(example(guest, change), async () => {
    const built = await vmm("build", "ex")
    assert.is(built.code, 0, built.err)
    const ran = await vmm(...RUN)
    assert.is.not(ran.code, 0, ran.err)
    await body(lastStop())
  })
}

function tells(guest: readonly number[], code: string, words: RegExp, change: Files = {}): Promise<void> {
  return stopOf(guest, change, (stop) => {
    assert.is(stop.code, code, stop.text)
    assert.match(stop.summary, words)
  })
}

const UID = runs(0, ...value(0x8600ff01), HVC)

test("a call of the vendor hypervisor's UID is told", () =>
  inWorkplace(example(UID), async () => {
    await vmm("build", "ex")
    const { err } = await vmm(...RUN)
    assert.match(err, /guest made a call that nobody answers: HVC 0x8600ff01, .*hypervisor/)
  }))

test("Linux asks for that UID at every boot: not a word of it", () => {
  const banner = Buffer.from("Linux version 6.1.0\0")
  const words = [...UID, ...new Uint32Array(banner.buffer.slice(banner.byteOffset, banner.byteOffset + 20))]
  return inWorkplace(example(words), async () => {
    await vmm("build", "ex")
    const { err } = await vmm(...RUN)
    assert.not.match(err, "0x8600ff01")
  })
})

test("a guest that waits for the physical timer is told that it has none", () =>
  tells(
    // MSR CNTP_TVAL_EL0, X0; MSR CNTP_CTL_EL0, X0
    runs(0, ...value(1), 0xd51be200, 0xd51be220),
    "physical-timer",
    /goes no further: it waits for the physical timer \(CNTP_CTL_EL0\), which a guest has not/,
  ))

test("an instruction of the guest's own that is undefined is told at the line that names its image", () =>
  // MRS X0, S3_1_C11_C0_2
  stopOf(runs(0, 0xd539b040), {}, ({ summary, text, place }) => {
    assert.match(summary, /this processor has no S3_1_C11_C0_2 for EL1/)
    assert.match(text, /image +ex\/guest.json:1:/)
    assert.equal([place?.file, place?.line], ["ex/guest.json", 1])
  }))

test("a store just behind the end of RAM is mended by more of it, in both files", () =>
  stopOf(runs(0x40200100, STR_W0_X2), {}, async ({ summary, fixes }) => {
    assert.match(summary, /0x100 bytes behind the end of its RAM/)
    assert.is(fixes[0]?.id, "memory")
    const sources = new Map(
      ["ex.system", "overlay.dts"].map((name) => [name, readFileSync(`ex/${name}`, "utf8")]),
    )
    const applied = applyEdits(sources, fixes[0]?.edits ?? []).ok
    assert.match(applied?.get("ex.system") ?? "", 'size="0x40_0000"')
    assert.match(applied?.get("overlay.dts") ?? "", /0x400000>/)
    for (const [name, text] of applied ?? []) writeFileSync(`ex/${name}`, text)
    assert.is((await vmm("check", "ex")).code, 0)
  }))

test("an access that is not aligned names the device", () =>
  tells(
    runs(0x9000019, LDR_W3_X2),
    "exception-without-vectors",
    /a read of 0x9000019: alignment fault \(serial@9000000: "uart" at physical 0x9000019: device memory/,
  ))

test("an instruction that the processor lacks is told by its extension", () =>
  // LDADD W4, W3, [X2]
  tells(runs(0x40100000, 0xb8240043), "exception-without-vectors", /this processor lacks FEAT_LSE: atomics/))

/** The guest that echoes by interrupts, with a branch to itself that an interrupt ends in the place of its WFI. */
const UNMASKED_ECHO = ECHO_BY_INTERRUPT.flatMap((word) => (word === WFI ? [UNMASK, 0x14000000] : [word]))

/** What a run of this guest, which ends with its own power-off, says on stderr. */
async function toldOf(words: readonly number[], ...options: readonly string[]): Promise<string> {
  const guest = [...runs(0x9000024, ...words).slice(0, -3), ...says("y")]
  let told = ""
  await inWorkplace(example(guest), async () => {
    assert.is((await vmm("build", "ex")).code, 0)
    const { code, out, err } = await vmm("run", "ex", "--clock", "virtual", ...options)
    assert.equal([code, out], [0, "xy"], err)
    told = err
  })
  return told
}

test("an atomic or exclusive on a device is told, though the guest ends well", async () => {
  // LDADD W4, W3, [X2]
  assert.match(
    await toldOf([0xb8240043], "--cpu", "max"),
    /guest used an atomic on `serial@9000000` \(arm,pl011\), .*\n +guest PC .*\n +instruction +ldadd w4, w3, \[x2\]/,
  )
  // LDXR W3, [X2]; STXR W5, W3, [X2]
  const exclusive = await toldOf([0x885f7c43, 0x88057c43])
  assert.match(exclusive, /guest used a load or store exclusive on `serial@9000000` .*on hardware: /)
  assert.match(
    exclusive,
    /instruction +stxr w5, w3, \[x2\] .*\n +address +IPA 0x9000024\n +device +ex\/board.dts:/,
  )
})

test("a compare and swap that never succeeds is told of a device", async () => {
  // MOVZ X6, #600; MOVZ X5, #7; CAS W5, W4, [X2]; SUBS X6, X6, #1; B.NE to the second
  const told = await toldOf([0xd2804b06, 0xd28000e5, 0x88a57c44, 0xf10004c6, 0x54ffffa1], "--cpu", "max")
  assert.match(told, /guest used an atomic on `serial@9000000`/)
})

test("a load and a store of the same register are no atomic, nor is one in RAM", async () => {
  // LDR W3, [X2]; STR W0, [X2]; MOVZ X2, #0x4010, LSL #16; LDXR W3, [X2]; STXR W5, W3, [X2]
  const told = await toldOf([LDR_W3_X2, STR_W0_X2, 0xd2a80202, 0x885f7c43, 0x88057c43])
  assert.not.match(told, "hardware")
})

test("a stack pointer that was never set is told", () =>
  // STP X0, X1, [SP, #-16]!
  tells(
    runs(0, 0xa9bf07e0),
    "exception-without-vectors",
    /a write to 0xf+0: .* \(the stack pointer was never set\)/,
  ))

test("a processor that the machine has not leads to its element", () =>
  // CPU_ON of processor 1 at 0x40000000
  stopOf(runs(0, ...value(0x40000000), 0xaa0003e2, 0xd2800021, ...value(0x84000003), HVC), {}, (stop) => {
    assert.is(stop.code, "call-refused")
    assert.equal([stop.place?.file, stop.place?.line], ["ex/ex.system", 7])
    assert.match(stop.fixes[0]?.title ?? "", /a <vcpu> element for each processor/)
  }))

test("a device of which a part was given is told so, and the rest is offered first", () =>
  stopOf(
    runs(0x9001000, LDR_W3_X2),
    {
      "ex/board.dts": BOARD.replace("0x9000000 0x0 0x1000", "0x9000000 0x0 0x10000"),
      "ex/overlay.dts": OVERLAY.replace(/};\n$/, "\tchosen { /delete-property/ stdout-path; };\n};\n"),
    },
    (stop) => {
      assert.match(
        stop.summary,
        /0x9001000, of which this VM was given "uart" alone, \[0x9000000\.\.0x9001000\)/,
      )
      assert.is(stop.fixes[0]?.id, "passthrough")
    },
  ))

test("a jump into a device is told, and the device is not made executable", () =>
  // BR X2
  stopOf(runs(0x9000000, 0xd61f0040), {}, (stop) => {
    assert.match(stop.summary, "guest jumped to `serial@9000000` (arm,pl011)")
    assert.equal(
      stop.fixes.map(({ edits }) => edits.length),
      [0],
    )
  }))

test("a guest that sleeps and has enabled nothing, and one whose device has raised nothing", async () => {
  await tells(
    runs(0),
    "asleep",
    /all its vCPUs sleep, and it has enabled no interrupt that could wake one/,
    WITH_GICV,
  )
  // UARTIMSC stays 0
  const deaf = ECHO_BY_INTERRUPT.map((word) => (word === 0xb9003820 ? 0xb900383f : word))
  await tells(
    deaf,
    "asleep",
    /sleep: interrupt 33 \(serial@9000000\) is enabled, and its device has not raised it/,
    WITH_GICV,
  )
})

test("an interrupt without vectors is told by its number and device", () =>
  inWorkplace(example(UNMASKED_ECHO, WITH_GICV), async () => {
    await vmm("build", "ex")
    const { err } = await vmmTyped("a", ...RUN)
    assert.match(
      err,
      /guest took an exception at 0x4\w+, an interrupt \(IRQ\), 33 of serial@9000000, and has no/,
    )
  }))

test("a guest that polls a device is told by what it polls, not by its MMU", () =>
  stopOf(ECHO, {}, (stop) => {
    assert.match(stop.summary, /reading serial@9000000 \(arm,pl011\) at 0x9000018/)
    assert.equal([stop.place?.file, stop.place?.line], ["ex/board.dts", 24])
  }))

test("a GICv3's register on a GICv2 is told", () =>
  // MRS X0, ICC_SRE_EL1
  tells(runs(0, 0xd538cca0), "exception-without-vectors", /ICC_SRE_EL1 is a GICv3's/))

test("cache maintenance of an address that is not there is no write", () =>
  // DC CIVAC, X2
  tells(runs(0x3000000, 0xd50b7e22), "no-device", /^guest did cache maintenance .* at 0x3000000/))

test("an access of two registers has its whole size", () =>
  // LDP X3, X4, [X2]
  tells(runs(0x3000000, 0xa9401043), "no-device", /^guest read 16 bytes of 0x3000000/))

test("a CPU interface that is not mapped is GICV's place, and with it the guest goes on", () =>
  stopOf(runs(0x8010000, LDR_W3_X2, 0xd2800820, 0xb9000020), {}, async (stop) => {
    assert.is(stop.code, "interrupt-controller")
    assert.match(stop.summary, "the virtual CPU interface (GICV), physical 0x8040000, belongs there")
    assert.equal(
      stop.fixes.map(({ id }) => id),
      ["gicv"],
    )
    const sources = new Map([["ex.system", readFileSync("ex/ex.system", "utf8")]])
    const applied = applyEdits(sources, stop.fixes[0]?.edits ?? [])
    for (const [file, text] of applied.ok ?? []) writeFileSync(`ex/${file}`, text)
    await vmm("build", "ex")
    assert.is((await vmm(...RUN)).out, "xA")
  }))

test("registers of the distributor behind those that the VMM answers are no device to give", () =>
  stopOf(runs(0x8001000, LDR_W3_X2), {}, (stop) => {
    assert.is(stop.code, "interrupt-controller")
    assert.match(stop.summary, "the distributor of `interrupt-controller@8000000`")
    assert.equal(stop.fixes, [])
  }))

const shared = (phys: number, perms: string): Files => ({
  "ex/ex.system": SYSTEM.replace(
    "  <protection_domain",
    `  <memory_region name="shm" size="0x1000" phys_addr="0x${phys.toString(16)}" />\n  <protection_domain`,
  )
    .replace(
      "    <virtual_machine",
      '    <map mr="shm" vaddr="0x41000000" perms="rw" />\n    <virtual_machine',
    )
    .replace(
      "    </virtual_machine>",
      `      <map mr="shm" vaddr="0x41000000" perms="${perms}" />\n    </virtual_machine>`,
    ),
})

test("memory behind which the board has nothing is told by its region", () =>
  tells(
    runs(0x41000000, LDR_W3_X2),
    "exception-without-vectors",
    /external abort.*\("shm" at physical 0x9001000: nothing on the board answers there\)/,
    shared(0x9001000, "rw"),
  ))

test("a write to a map that is read-only, and a jump into one that is not executable", async () => {
  await stopOf(runs(0x41000000, STR_W0_X2), shared(0x43000000, "r"), (stop) => {
    assert.is(stop.code, "no-permission")
    assert.equal([stop.place?.file, stop.fixes[0]?.edits[0]?.text], ["ex/ex.system", "rw"])
  })
  // BR X2
  await stopOf(runs(0x41000000, 0xd61f0040), shared(0x43000000, "rw"), (stop) => {
    assert.is(stop.code, "no-permission")
    assert.is(stop.fixes[0]?.edits[0]?.text, "rwx")
  })
})

/** GICD on with PPI 27 enabled, GICC on and open, the virtual timer set: STR W0, [X2]; MSR CNTV_.._EL0, X0. */
const TICK = [
  ...value(1),
  STR_W0_X2,
  ...value(0x8000000),
  0xb9010040,
  0xd2a10023,
  ...value(0xff),
  0xb9000460,
  ...value(1),
  0xb9000060,
  0xd51be300,
  0xd51be320,
]

test("WFI that an interrupt ends and PSTATE.I masks is told", () =>
  tells(
    runs(0x8000000, ...TICK).filter((word) => word !== UNMASK),
    "no-progress",
    /waiting for an interrupt that came and that PSTATE\.I masks/,
    WITH_GICV,
  ))

test("a timer whose interrupt the guest did not enable is the reason", () =>
  tells(
    runs(0x8000000, ...TICK.map((word) => (word === 0xd2a10000 ? 0xd2a08000 : word))),
    "timer-interrupt",
    /its virtual timer runs, and it has not enabled the interrupt of it, 27/,
    WITH_GICV,
  ))

test.run()
