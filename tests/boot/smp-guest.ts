// SPDX-License-Identifier: BSD-2-Clause
//
// What a guest with several CPUs has to show: all of them online with their own timers and calls, and work in parallel
// that comes out right.

import * as assert from "uvu/assert"

import type { Guest } from "./guest.ts"

/** Runs a command so many times side by side. */
const parallel = (times: number, command: string): string =>
  `for i in $(seq ${times}); do (${command}) & done 2>/dev/null; wait 2>/dev/null`

/** Counts of a line of /proc/interrupts, a number a CPU. */
function counts(table: string, name: RegExp): number[] {
  const line = table.split("\n").find((candidate) => name.test(candidate)) ?? ""
  return (/:((?:\s+\d+)+)\s/.exec(line)?.[1] ?? "").trim().split(/\s+/).map(Number)
}

/** So many CPUs are online, and each has ticks and has been called by others. */
export async function hasCpus(guest: Guest, count: number): Promise<void> {
  assert.match(await guest.run("nproc"), new RegExp(`(^|\n)${count}$`))
  const table = await guest.run("cat /proc/interrupts")
  const ticks = counts(table, /arch_timer/)
  assert.is(ticks.length, count, table)
  assert.ok(
    ticks.every((ticked) => ticked > 0),
    table,
  )
  const calls = counts(table, /^IPI1:/)
  assert.is(calls.length, count, table)
  assert.ok(
    calls.every((called) => called > 0),
    table,
  )
}

/** Sums and compressed copies of one file, made by many processes at once, are all the same. */
export async function works(guest: Guest): Promise<void> {
  await guest.run("cd /tmp; set +m; dd if=/dev/urandom of=f bs=64k count=16 2>/dev/null")
  await guest.run(parallel(6, "sha256sum < f > s$i"))
  assert.match(await guest.run("sha256sum < f > s; cat s s? | sort | uniq -c | wc -l"), /(^|\n)1$/)
  await guest.run(parallel(5, "cat f | gzip -1 | dd bs=777 2>/dev/null | gunzip | md5sum > m$i"))
  assert.match(await guest.run("md5sum < f > m; cat m m? | sort | uniq -c | wc -l"), /(^|\n)1$/)
  const fork = "n=0; while [ $n -lt 20 ]; do true | cat; n=$((n+1)); done; echo $n > n$i"
  await guest.run(parallel(4, fork))
  assert.match(await guest.run("cat n?"), /20\n20\n20\n20$/)
}
