// SPDX-License-Identifier: BSD-2-Clause
//
// Two stopped machines, compared: instruction counts and time, the registers of every vCPU, RAM.

import { cpuDifferences, hexOf, MAX_CPUS, type StateDifference } from "@vmm/kernel/cpu"
import type { PhysicalMemory } from "@vmm/machine"

import type { Side } from "./verify-side.ts"

const CHUNK = 2 ** 21
const DOUBLEWORD = 8
const NOTHING = new Uint8Array(CHUNK)

/** Names of what differs, with the interpreter's value (`ours`) and the translator's. */
export function machineDifferences(cold: Side, hot: Side): StateDifference[] {
  const found: StateDifference[] = []
  const numbers = [
    ["instructions executed", cold.instructions, hot.instructions],
    ["time in ns", cold.clock.nowNs(), hot.clock.nowNs()],
  ] as const
  for (const [name, ours, theirs] of numbers)
    if (ours !== theirs) found.push({ name, ours: `${ours}`, theirs: `${theirs}` })
  const [a, b] = [cold, hot].map(({ booted }) => booted.machine.engine.runtime.memory.buffer) as [
    ArrayBuffer,
    ArrayBuffer,
  ]
  for (let index = 0; index < MAX_CPUS; index += 1) {
    for (const { name, ours, theirs } of cpuDifferences(a, b, index))
      found.push({ name: `vCPU ${index}: ${name}`, ours, theirs })
  }
  return found
}

const chunks = (memory: PhysicalMemory): ReadonlyMap<number, Uint8Array> =>
  new Map([...memory.backed()].map(({ pa, bytes }) => [pa, bytes]))

function firstDoubleword(pa: number, a: Uint8Array, b: Uint8Array): StateDifference {
  const byte = a.findIndex((value, at) => value !== b[at])
  const at = byte - (byte % DOUBLEWORD)
  const [ours, theirs] = [a, b].map((bytes) => hexOf(bytes.subarray(at, at + DOUBLEWORD))) as [string, string]
  return { name: `RAM at 0x${(pa + at).toString(16)}`, ours, theirs }
}

/** The first doubleword of each 2 MiB of RAM that is not the same. */
export function ramDifferences(cold: Side, hot: Side): StateDifference[] {
  const [a, b] = [cold, hot].map(({ booted }) => chunks(booted.machine.board.memory)) as [
    ReadonlyMap<number, Uint8Array>,
    ReadonlyMap<number, Uint8Array>,
  ]
  const places = [...new Set([...a.keys(), ...b.keys()])].toSorted((x, y) => x - y)
  return places.flatMap((pa) => {
    const [x, y] = [a.get(pa) ?? NOTHING, b.get(pa) ?? NOTHING]
    return Buffer.compare(x, y) === 0 ? [] : [firstDoubleword(pa, x, y)]
  })
}
