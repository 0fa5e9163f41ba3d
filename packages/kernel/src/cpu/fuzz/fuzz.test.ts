// SPDX-License-Identifier: BSD-2-Clause
//
// Facts about the hostile guests and the machine they run in: they are what their numbers make them, and what
// must not change is watched.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as L from "../layout.ts"
import { Random } from "../oracle/random.ts"
import { Fuzz } from "./fuzz.ts"
import { makeGuest, pageAt } from "./guest.ts"
import { GUEST, HostileMachine } from "./machine.ts"
import { ProgramMaker } from "./program.ts"

const SEED = 4711
const test = suite("cpu/fuzz")
const machine = new HostileMachine("off")
const program = new ProgramMaker()

function guest(): Buffer {
  machine.reset()
  makeGuest([machine], () => new Random(SEED), program)
  return Buffer.from(machine.bytes.subarray(L.RAM_START, L.RAM_START + 0x10_0000))
}

test("a guest is a function of its numbers", () => {
  const first = guest()
  machine.run(300)
  assert.ok(first.equals(guest()))
})

test("a guest gets somewhere, within its budget", () => {
  guest()
  const { pc } = machine.cpu
  machine.run(300)
  assert.ok(machine.executed > 0 && machine.executed <= 300)
  assert.is.not(machine.cpu.pc, pc)
})

test("another machine is given the same guest", () => {
  const other = new HostileMachine("eager")
  const machines = [machine, other]
  for (const one of machines) one.reset()
  makeGuest(machines, () => new Random(SEED), program)
  assert.is(other.cpu.pc, machine.cpu.pc)
  assert.is(other.memory.readU32(pageAt(10)), machine.memory.readU32(pageAt(10)))
})

test("a byte that changes where nobody has anything is told with its place", () => {
  assert.is(machine.damage(), undefined)
  const host = machine.memory.hostOffset(GUEST) + 0x60_0010
  machine.bytes[host] ^= 1
  assert.match(machine.damage() ?? "", `0x${host.toString(16)} of linear memory`)
  machine.bytes[host] ^= 1
  machine.bytes[0x20] ^= 1
  assert.match(machine.damage() ?? "", "below the CPU blocks")
  machine.bytes[0x20] ^= 1
})

test("code has instructions of every group, and words that are none", () => {
  const words = program.code(new Random(SEED), 2000)
  const decoder = machine.engine.runtime.decoder
  const names = new Set(words.map((word) => decoder.find(word)?.row.name))
  assert.ok(names.has(undefined))
  assert.ok(names.size > 100)
})

test("every second guest has subroutines where registers point, which begin with what is rare", () => {
  const calling = new ProgramMaker(undefined, true)
  const random = new Random(SEED)
  const subroutines = Array.from({ length: 200 }, () => calling.subroutine(random)).filter(
    (words) => words.length > 0,
  )
  const { decoder } = machine.engine.runtime
  const begins = (row: RegExp) => subroutines.filter(([word]) => row.test(decoder.find(word)?.row.name ?? ""))
  assert.ok(begins(/^F|CVTF/).length > subroutines.length / 4)
  assert.ok(begins(/STP/).length > 0)
  assert.ok(subroutines.every((words) => decoder.find(words.at(-1) ?? 0)?.row.name === "RET"))
  assert.equal(program.subroutine(random), [])
})

/** A machine takes a third of a second to make: one set for the tests that follow. */
const fuzz = new Fuzz(20261121)

test("guests with calls run in regions, and those without do", () => {
  for (const first of [0, 1]) {
    const before = fuzz.regions
    for (let index = first; index < 8; index += 2) assert.is(fuzz.guest(index), undefined)
    assert.ok(fuzz.regions > before)
  }
})

test("an access that ends in the page its base register was last in, and begins in the one before, is in both", () => {
  assert.is(fuzz.guest(3041), undefined)
})

test.run()
