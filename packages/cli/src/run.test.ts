// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm run` with small guests of machine code: consoles, ends, exit codes, stale builds, and runs that repeat.

import { readFileSync, writeFileSync } from "node:fs"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { CPU_NAMES } from "@vmm/kernel/models"
import { VERBS } from "./command/verbs.ts"
import {
  ECHO,
  FAULTS,
  JUMPS_AWAY,
  LOOP,
  RESETS,
  says,
  saysAndHalts,
  saysAndWaits,
  TELLS_CPU,
} from "./testing/guests.ts"
import { example, inWorkplace, SYSTEM, vmm, vmmTyped } from "./testing/workplace.ts"

const test = suite("cli: run")

/** Builds an example with this guest and runs it. */
function built(guest: readonly number[], body: () => Promise<void>, change = {}): Promise<void> {
  return inWorkplace(example(guest, change), async () => {
    assert.is((await vmm("build", "ex")).code, 0)
    await body()
  })
}

test("the guest's console is stdout, all else stderr, and a power-off is exit code 0", () =>
  built(says("hi\r\n"), async () => {
    const { code, out, err } = await vmm("run")
    assert.is(out, "hi\r\n")
    assert.match(err, "vmm|INFO: starting guest at 0x40000000")
    assert.is(code, 0)
    assert.equal(await vmm("run", "ex"), { code, out, err })
  }))

test("what comes from a pipe is typed, and its end does not end the run", () =>
  built(ECHO, async () => {
    const line = "the quick brown fox jumps over the lazy dog\r".repeat(3)
    assert.equal(await vmmTyped(`${line}!`, "run", "--timeout", "120"), {
      code: 0,
      out: `${line}!`,
      err: "vmm|INFO: starting guest at 0x40000000, DTB at 0x40000030\n",
    })
  }))

test("a guest that cannot be woken any more ends the run", () =>
  built(saysAndWaits("x"), async () => {
    const { code, out, err } = await vmm("run")
    assert.is(code, 4)
    assert.is(out, "x")
    assert.match(err, "waits for something that cannot come any more")
  }))

test("a guest that halts itself ends the run at once, and is told where", () =>
  built(saysAndHalts("x"), async () => {
    for (const clock of ["real", "virtual"]) {
      const { code, out, err } = await vmm("run", "--timeout", "600", "--clock", clock)
      assert.equal([code, out], [4, "x"])
      assert.match(err, "the guest has halted itself")
      assert.match(err, /guest has halted itself: it branches to itself at 0x4\w+\./)
    }
  }))

test("a guest that goes round a condition that nothing changes ends the run likewise", () =>
  // MOVZ X0, #0; CBZ X0, to itself
  built([...saysAndHalts("x").slice(0, -1), 0xd2800000, 0xb4000000], async () => {
    const { code, err } = await vmm("run", "--timeout", "600")
    assert.is(code, 4)
    assert.match(err, /guest has halted itself: it branches to itself at 0x4\w+ \(cbz x0, and x0 is 0x0\)\./)
  }))

test("a guest that halts itself does not end what a program of the user's own does", () => {
  const domain =
    '<protection_domain name="log" priority="1"><program_image path="log.mjs" /></protection_domain>'
  const files = {
    "ex/ex.system": SYSTEM.replace("</system>", `${domain}</system>`),
    "ex/log.mjs": "export default () => ({ init: () => undefined, notified: () => undefined })",
  }
  return built(
    saysAndHalts("x"),
    async () => {
      const { code, err } = await vmm("run", "--timeout", "0.5")
      assert.is(code, 4)
      assert.match(err, "time-out: the guest has not ended after 0.5 s\n")
    },
    files,
  )
})

test("a time-out is exit code 4", () =>
  built(LOOP, async () => {
    for (const clock of ["real", "virtual"]) {
      const { code, err } = await vmm("run", "--timeout", "0.2", "--clock", clock)
      assert.is(code, 4)
      assert.match(err, "time-out: the guest has not ended after 0.2 s\n")
    }
  }))

test("--expect ends the run when the console matches", () =>
  built(saysAndWaits("login: "), async () => {
    assert.is((await vmm("run", "--expect", "^login: $")).code, 0)
    const other = await vmm("run", "--expect", "password")
    assert.is(other.code, 4)
  }))

test("a power-off before the match is not the match", () =>
  built(says("no"), async () => {
    const { code, err } = await vmm("run", "--expect", "yes")
    assert.is(code, 4)
    assert.match(err, "the guest powered off, and its console never matched")
  }))

test("a reset restarts the guest", () =>
  built(RESETS, async () => {
    const { code, out } = await vmm("run", "--timeout", "120")
    assert.is(out, "rr")
    assert.is(code, 0)
  }))

test("a fault that nobody handles is one block in words and exit code 3", () =>
  built(FAULTS, async () => {
    const { code, out, err } = await vmm("run")
    assert.is(code, 3)
    assert.is(out, "")
    assert.match(err, "0x30000000")
    assert.match(err, "guest")
    assert.not.match(err, /^\s+at /m)
  }))

test("a guest that jumps into nowhere dies with exit code 3", () =>
  built(JUMPS_AWAY, async () => {
    const { code, err } = await vmm("run")
    assert.is(code, 3)
    assert.match(err, "0x30000000")
  }))

test("a fault in a device's registers names the node and its line", () =>
  built(
    says("x"),
    async () => {
      const { code, err } = await vmm("run")
      assert.is(code, 3)
      assert.match(err, "/serial@9000000")
      assert.match(err, /ex\/board\.dts:22/)
    },
    {
      "ex/ex.system": SYSTEM.replace(/^ *<map mr="uart".*\n/m, ""),
      // The check wants the console that the tree names to be the guest's.
      "ex/guest.dts": "/ { chosen { /delete-property/ stdout-path; }; };\n",
    },
  ))

test("a build older than its sources is made anew, which is told in one line", () =>
  built(says("old"), async () => {
    writeFileSync("ex/guest.bin", new Uint8Array(Uint32Array.from(says("new")).buffer))
    const { code, out, err } = await vmm("run")
    assert.is(code, 0)
    assert.is(out, "new")
    assert.match(err, /^build\/ex is made anew: ex\/guest\.bin has changed\n/)
    assert.not.match((await vmm("run")).err, "made anew")
    writeFileSync("ex/zz.dtso", "/ { };")
    assert.match((await vmm("run")).err, "zz.dtso is new in ex")
    writeFileSync("ex/ex.system", "<system")
    const broken = await vmm("run")
    assert.is(broken.code, 1)
    assert.match(broken.err, /ex\.system:1:\d+: error/)
  }))

test("a build that is not there, or cut short, is one clear error", () =>
  built(says("x"), async () => {
    const missing = await vmm("run", "nothing")
    assert.equal([missing.code, missing.out], [1, ""])
    assert.match(missing.err, "build/nothing: error: there is no such build (builds here: ex)")
    writeFileSync(
      "build/ex/system.json",
      readFileSync("build/ex/system.json", "utf8").replace('"vaddr"', '"x"'),
    )
    const damaged = await vmm("run")
    assert.is(damaged.code, 1)
    assert.match(
      damaged.err,
      "build/ex/system.json: error: this is no file of a build of this vmm (domains.0.maps.0.vaddr)",
    )
  }))

test("a build may be named by its folder", () =>
  built(says("x"), async () => {
    for (const name of ["build/ex", "build/ex/", "./build/ex"]) {
      const { code, out, err } = await vmm("run", name)
      assert.equal([code, out], [0, "x"], err)
    }
  }))

test("nothing built is an error that says what to do", () =>
  inWorkplace({}, async () => {
    const { code, err } = await vmm("run")
    assert.is(code, 1)
    assert.match(err, "nothing is built yet")
    assert.match(err, "vmm build DIR")
  }))

test("equal runs have equal records and equal RAM, however code is translated", () =>
  built(ECHO, async () => {
    const records = new Set<string>()
    for (const translation of ["off", "default", "eager", "default"]) {
      const args = [
        "run",
        "--clock",
        "virtual",
        "--ram-hash",
        "--trace",
        "t.jsonl",
        "--translation",
        translation,
      ]
      const { code, err } = await vmmTyped("some words\r!", ...args)
      assert.is(code, 0)
      const [hash] = /^RAM [0-9a-f]{64}$/m.exec(err) ?? []
      records.add(`${hash} ${readFileSync("t.jsonl", "utf8")}`)
    }
    assert.is(records.size, 1)
    const [record = ""] = records
    assert.match(record, '"type":"psci"')
  }))

test("a trace that cannot be written is an error before the guest starts", () =>
  built(says("x"), async () => {
    const { code, out, err } = await vmm("run", "--trace", "no/such/folder/t.jsonl")
    assert.equal([code, out], [1, ""])
    assert.match(err, "no/such/folder/t.jsonl: error: the trace cannot be written there")
  }))

test("values that options do not take are bad usage", async () => {
  for (const args of [
    ["--timeout", "soon"],
    ["--expect", "("],
    ["--clock", "wall"],
    ["--translation", "on"],
    ["--cpu", "cortex-a1"],
  ]) {
    const { code, err } = await vmm("run", ...args)
    assert.is(code, 2)
    assert.is(err.split("\n").length, 2)
  }
})

test("--cpu takes every model that is there", () => {
  const choices = VERBS.find(({ name }) => name === "run")?.options.find(
    ({ name }) => name === "cpu",
  )?.choices
  assert.equal(choices, CPU_NAMES)
})

test("the CPU is the board's, that of guest.json, or that of --cpu", () => {
  const files = example(TELLS_CPU)
  const guest = '{ "kernel": "flat:guest.bin", "cpu": "max" }'
  return inWorkplace(files, async () => {
    await vmm("build", "ex")
    assert.is((await vmm("run")).out, "4")
    assert.is((await vmm("run", "--cpu", "max")).out, "`")
    writeFileSync("ex/guest.json", guest)
    assert.is((await vmm("run")).out, "`")
    assert.is((await vmm("run", "--cpu", "cortex-a53")).out, "4")
  })
})

test("a domain's own program runs, in the place that guest.json gives it", () => {
  const domain =
    '<protection_domain name="log" priority="1"><program_image path="log.mjs" /></protection_domain>'
  const program = 'export default (microkit) => ({ init: () => microkit.log("log|here") })'
  const files = { "ex/ex.system": SYSTEM.replace("</system>", `${domain}</system>`), "ex/log.mjs": program }
  return built(
    saysAndWaits("x"),
    async () => {
      const { err } = await vmm("run")
      assert.match(err, "log|here\n")
    },
    files,
  )
})

test("a VMM of the user's own takes simple-vmm's place, in TypeScript and with the runtime's packages", () => {
  const program = [
    'import type { Program, ProgramFactory } from "@vmm/kernel/api"',
    'import { simpleVmm } from "@vmm/simple-vmm"',
    'import type { VmConfig } from "@vmm/vmrt"',
    "export default function mine(config: VmConfig): ProgramFactory {",
    "  return (microkit): Program => {",
    '    microkit.log("mine: " + config.name)',
    "    return simpleVmm(config)(microkit)",
    "  }",
    "}",
  ]
  const files = {
    "ex/mine.ts": program.join("\n"),
    "ex/guest.json": '{ "kernel": "flat:guest.bin", "programs": { "vmm": "mine.ts" } }',
  }
  return built(
    says("hi"),
    async () => {
      const { code, out, err } = await vmm("run")
      assert.equal([code, out], [0, "hi"])
      assert.match(err, "mine: guest\n")
    },
    files,
  )
})

test("a program that does not load is one clear error", () =>
  built(
    says("hi"),
    async () => {
      const { code, out, err } = await vmm("run")
      assert.equal([code, out], [1, ""])
      assert.match(err, /ex\/mine\.mjs:1:17: error: Unexpected end of file/)
    },
    {
      "ex/mine.mjs": "export default (",
      "ex/guest.json": '{ "kernel": "flat:guest.bin", "programs": { "vmm": "mine.mjs" } }',
    },
  ))

test.run()
