// SPDX-License-Identifier: BSD-2-Clause
//
// Machines in lockstep: guests that agree, and differences that are planted into one of the machines.

import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import * as Effect from "effect/Effect"
import type { Cpu } from "@vmm/kernel/cpu"

import { ECHO, FAULTS, says, saysAndWaits } from "../../testing/guests.ts"
import { example, inWorkplace, vmm, vmmTyped } from "../../testing/workplace.ts"
import { loadBuild } from "../load.ts"
import { loadModules } from "../modules.ts"
import type { Outcome } from "../outcome.ts"
import { type Parted, Verification } from "./verify.ts"
import { SILENT } from "./verify-side.ts"
import { partedText } from "./verify-text.ts"
import { Wall } from "../wall.ts"

const test = suite("cli: run --verify")

const HELLO = ["hello.system", "hello.dts", "guest-overlay.dts", "guest.json", "hello.bin"]
const EXAMPLES = join(import.meta.dirname, "../../../../../examples/hello")

/** Counts X9 down from 200,000 and X10 up, then powers off (PSCI SYSTEM_OFF). */
const COUNTS: readonly number[] = [
  // MOVZ X9, #0xd40; MOVK X9, #0x3, LSL #16 (200,000); MOVZ X10, #0
  0xd281a809, 0xf2a00069, 0xd280000a,
  // ADD X10, X10, #1; SUBS X9, X9, #1; B.NE to the ADD
  0x9100054a, 0xf1000529, 0x54ffffc1,
  // MOVZ X0, #8; MOVK X0, #0x8400, LSL #16; HVC #0
  0xd2800100, 0xf2b08000, 0xd4000002,
]

/** Stores X20 at 0x4010_0000, counts a little, and powers off. */
const STORES: readonly number[] = [
  // MOVZ X2, #0x4010, LSL #16; STR X20, [X2]; MOVZ X9, #50; SUBS X9, X9, #1; B.NE to the SUBS
  0xd2a80202, 0xf9000054, 0xd2800649, 0xf1000529, 0x54ffffe1,
  // MOVZ X0, #8; MOVK X0, #0x8400, LSL #16; HVC #0
  0xd2800100, 0xf2b08000, 0xd4000002,
]

/** After `count` instructions of a vCPU, does `change`, once in the life of a machine. */
const after =
  (count: number, change: (cpu: Cpu) => void) =>
  (cpu: Cpu): void => {
    const run = cpu.run.bind(cpu)
    const start = cpu.icount()
    let done = false
    cpu.run = (budget) => {
      const left = count - (cpu.icount() - start)
      if (done || left > budget) return run(budget)
      const exit = run(left)
      if (cpu.icount() - start < count) return exit
      done = true
      change(cpu)
      return exit
    }
  }

/** The guest of these words, with a vCPU that is tampered with in the second machine. */
async function verified(guest: readonly number[], tamper: (cpu: Cpu) => void): Promise<Outcome | Parted> {
  const got: { end?: Outcome | Parted } = {}
  await inWorkplace(example(guest), async () => {
    assert.is((await vmm("build", "ex")).code, 0)
    const build = await Effect.runPromise(loadBuild("build/ex"))
    const modules = await Effect.runPromise(loadModules(build.system, undefined))
    const parts = { build, modules, cpu: undefined, expect: undefined, input: new Uint8Array() }
    got.end = await new Verification({
      parts,
      translation: "eager",
      voice: SILENT,
      wall: new Wall(),
      write: () => undefined,
      timeout: 100,
      tamper,
    }).run()
  })
  assert.ok(got.end)
  return got.end
}

test("examples/hello has no difference", () => {
  assert.ok(existsSync(EXAMPLES))
  const files = Object.fromEntries(
    HELLO.map((name) => [`hello/${name}`, new Uint8Array(readFileSync(join(EXAMPLES, name)))]),
  )
  return inWorkplace(files, async () => {
    assert.is((await vmm("build", "hello")).code, 0)
    const plain = await vmm("run")
    for (const translation of ["default", "eager"]) {
      const { code, out, err } = await vmm("run", "--verify", "--translation", translation)
      assert.match(err, /verify: no difference in \d+ instructions\n/)
      assert.equal([code, out], [0, plain.out])
    }
  })
})

test("input is typed to both, and the run ends as it does without", () =>
  inWorkplace(example(ECHO), async () => {
    await vmm("build", "ex")
    const typed = "the quick brown fox\r".repeat(20)
    const { code, out } = await vmmTyped(`${typed}!`, "run", "--verify", "--translation", "eager")
    assert.equal([code, out], [0, `${typed}!`])
  }))

test("a guest that dies or waits for ever does so in both", async () => {
  for (const [guest, ends] of [
    [FAULTS, 3],
    [saysAndWaits("x"), 4],
  ] as const)
    await inWorkplace(example(guest), async () => {
      await vmm("build", "ex")
      const { code, err } = await vmm("run", "--verify")
      assert.match(err, "verify: no difference in")
      assert.is(code, ends)
    })
})

test("what cannot be verified is bad usage", () =>
  inWorkplace(example(says("x")), async () => {
    for (const args of [
      ["--clock", "real"],
      ["--translation", "off"],
    ]) {
      const { code, err } = await vmm("run", "--verify", ...args)
      assert.is(code, 2)
      assert.match(err, /^--verify .*\n$/)
    }
  }))

test("a register that changes in one machine is found at its instruction", async () => {
  // Of the loop's three instructions, after 3 before it, the 510,002nd is the SUBS.
  const end = await verified(
    COUNTS,
    after(510_002, (cpu) => cpu.setReg(20, 0x55n)),
  )
  assert.is(end.kind, "parted")
  if (end.kind !== "parted") return
  assert.equal([end.from, end.to], [510_001, 510_002])
  assert.is(end.at?.pc, 0x4000_0010n)
  const lines = partedText(end)
  assert.is(lines[0], "verify: the interpreter and translated code part at instruction 510002")
  assert.match(lines[1] ?? "", /^ {2}vCPU 0, PC 0x40000010: f1000529 \(.+\)$/)
  assert.is(lines[2], "  vCPU 0: X20: 0x0000000000000000 interpreted, 0x0000000000000055 translated")
  assert.is(lines.length, 3)
})

test("flags, the PC and system registers are compared too", async () => {
  const plants = [
    // Behind the loop nothing writes the flags any more; inside, the next SUBS would.
    [600_003, (cpu: Cpu) => (cpu.pstate ^= 0x1000_0000), "NZCV"],
    [5, (cpu: Cpu) => (cpu.pc += 4n), "PC"],
    [5, (cpu: Cpu) => cpu.setSysreg("FAR_EL1", 1n), "FAR_EL1"],
  ] as const
  for (const [count, plant, name] of plants) {
    const tamper = after(count, (cpu) => void plant(cpu))
    const end = await verified(COUNTS, tamper)
    assert.is(end.kind, "parted")
    if (end.kind !== "parted") return
    assert.is(end.to, count)
    assert.is(end.differences[0]?.name, `vCPU 0: ${name}`)
  }
})

test("a store of something else is found though the registers are the same", async () => {
  const end = await verified(STORES, (cpu) => {
    const run = cpu.run.bind(cpu)
    cpu.run = (budget) => {
      // The store is the second instruction; a run that is cut before it goes on there.
      if (cpu.pc === 0x4000_0000n && budget > 1) return run(1)
      if (cpu.pc !== 0x4000_0004n) return run(budget)
      cpu.setReg(20, 0xabcdn)
      const exit = run(1)
      cpu.setReg(20, 0n)
      return exit
    }
  })
  assert.is(end.kind, "parted")
  if (end.kind !== "parted") return
  assert.equal([end.from, end.to], [1, 2])
  const [first] = end.differences
  assert.match(first?.name ?? "", /^RAM at 0x[0-9a-f]+00000$/)
  assert.equal([first?.ours, first?.theirs], ["0x0000000000000000", "0x000000000000abcd"])
  assert.is(end.at?.word, 0xf9000054)
})

test("translated code that makes an error in the host is a difference", async () => {
  const end = await verified(
    COUNTS,
    after(550_000, () => {
      throw new Error("planted")
    }),
  )
  assert.is(end.kind, "parted")
  if (end.kind === "parted") assert.match(partedText(end).join("\n"), "the machine itself: planted")
})

test.run()
