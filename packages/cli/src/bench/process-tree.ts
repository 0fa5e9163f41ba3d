// SPDX-License-Identifier: BSD-2-Clause
//
// A process with all that it started, after proc(5): /proc/PID/status for the peak of its resident set (VmHWM) and
// /proc/PID/task/TID/children. Systems without /proc give no answer.

import { readdirSync, readFileSync } from "node:fs"

const KIB_PER_MIB = 1024

/** The file's text; undefined when the process has gone or there is no /proc. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return undefined
  }
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

function childrenOf(pid: number): readonly number[] {
  const texts = threadsOf(pid).map((thread) => read(`/proc/${pid}/task/${thread}/children`) ?? "")
  return texts.flatMap((text) => text.split(" ")).flatMap((word) => (word === "" ? [] : [Number(word)]))
}

/** `pid` and its descendants. */
export function processTree(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(processTree)]
}

function peakOf(pid: number): number | undefined {
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? "")
  return line === null ? undefined : Number(line[1]) / KIB_PER_MIB
}

/** Sum of the peak resident sets of `pid` and its living descendants, MiB; undefined where /proc does not tell. */
export function peakRssMib(pid: number): number | undefined {
  const own = peakOf(pid)
  if (own === undefined) return undefined
  const others = processTree(pid).slice(1)
  return others.reduce((sum, other) => sum + (peakOf(other) ?? 0), own)
}
