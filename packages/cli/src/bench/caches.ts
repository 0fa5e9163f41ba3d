// SPDX-License-Identifier: BSD-2-Clause
//
// The cache folders of our machine while it is measured: one that holds the engine's own module and nothing of a
// guest, as after an installation; a copy of it, made anew for every cold start; and one in which a whole run left
// what it leaves, for warm starts.

import { cp, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

import { ConsoleDriver, ConsoleError } from "./console.ts"
import { oursCommand } from "./machines.ts"
import { withShell } from "./shell.ts"

/** Seconds of the run that makes the engine's module; it ends as soon as the machine stands. */
const MOMENT = "0.01"
/** How long that run may take in all. */
const PRIMING_MS = 300_000

/** A promise whose only expected failure is a ConsoleError. */
export function consoleEffect<A>(work: () => Promise<A>): Effect.Effect<A, ConsoleError> {
  return Effect.tryPromise({ try: work, catch: (cause) => cause }).pipe(
    Effect.catchAll((cause) => (cause instanceof ConsoleError ? Effect.fail(cause) : Effect.die(cause))),
  )
}

export class Caches {
  private readonly root: string
  private readonly timeoutMs: number
  private primed = false
  private warmed = false

  constructor(root: string, timeoutMs: number) {
    this.root = root
    this.timeoutMs = timeoutMs
  }

  private folder(name: "primed" | "cold" | "warm"): string {
    return join(this.root, name)
  }

  private async copyPrimed(build: string, to: string): Promise<void> {
    const cache = this.folder("primed")
    if (!this.primed) {
      const driver = new ConsoleDriver(oursCommand(build, { cache, args: ["--timeout", MOMENT] }))
      await driver.exit(PRIMING_MS).finally(() => driver.stop())
      this.primed = true
    }
    await rm(to, { recursive: true, force: true })
    await cp(cache, to, { recursive: true }).catch((cause: unknown) => {
      // A machine that did not get as far as its engine left no folder.
      if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) throw cause
    })
  }

  /** A folder without anything of a guest. */
  cold(build: string): Effect.Effect<string, ConsoleError> {
    const cache = this.folder("cold")
    return consoleEffect(async () => {
      await this.copyPrimed(build, cache)
      return cache
    })
  }

  /** The folder as a boot of this build and its power-off left it; later starts may add to it. */
  warm(build: string): Effect.Effect<string, ConsoleError> {
    const cache = this.folder("warm")
    return consoleEffect(async () => {
      if (this.warmed) return cache
      await this.copyPrimed(build, cache)
      await withShell(oursCommand(build, { cache }), this.timeoutMs, async (shell) => {
        await shell.booted()
        await shell.powerOff()
      })
      this.warmed = true
      return cache
    })
  }
}

/** Folders that go when the scope closes. */
export function openCaches(timeoutMs: number): Effect.Effect<Caches, never, Scope.Scope> {
  return Effect.acquireRelease(
    Effect.promise(() => mkdtemp(join(tmpdir(), "vmm-bench-"))),
    (root) => Effect.promise(() => rm(root, { recursive: true, force: true })),
  ).pipe(Effect.map((root) => new Caches(root, timeoutMs)))
}
