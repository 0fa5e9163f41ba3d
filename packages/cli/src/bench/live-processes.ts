// SPDX-License-Identifier: BSD-2-Clause
//
// Process groups that must not outlive this process: each is killed when this one exits or is told to end.

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const

const groups = new Set<number>()

/** Kills the process group whose leader is `pid`; one that has gone already is fine. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL")
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ESRCH")) throw cause
  }
}

function killAll(): void {
  for (const pid of groups) killGroup(pid)
}

/** Kills all, then lets the signal do what it does by default. */
function endBySignal(signal: NodeJS.Signals): void {
  killAll()
  unwatch()
  process.kill(process.pid, signal)
}

function watch(): void {
  process.on("exit", killAll)
  for (const signal of SIGNALS) process.on(signal, endBySignal)
}

function unwatch(): void {
  process.off("exit", killAll)
  for (const signal of SIGNALS) process.off(signal, endBySignal)
}

/** From now on the group of `pid` ends with this process. */
export function adopt(pid: number): void {
  if (groups.size === 0) watch()
  groups.add(pid)
}

/** The group of `pid` has ended. */
export function release(pid: number): void {
  if (groups.delete(pid) && groups.size === 0) unwatch()
}
