// SPDX-License-Identifier: BSD-2-Clause
//
// The cache folders of our machine while it is measured: one in which a whole run left what it leaves, for warm starts;
// the same without anything of a guest, which is the engine's own module and V8's machine code of it (a rival's engine
// is machine code, too); and a copy of that, made anew for every cold start.

import { cp, mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"

import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

import { ConsoleError } from "./console.ts"
import { oursCommand } from "./machines.ts"
import { withShell } from "./shell.ts"

/** Files with translations of a guest's code (`engine-cache.ts`, `runtime.ts`). */
const isOfGuest = (path: string): boolean => basename(path).includes("-regions-")

/** A promise whose only expected failure is a ConsoleError. */
export function consoleEffect<A>(work: () => Promise<A>): Effect.Effect<A, ConsoleError> {
  return Effect.tryPromise({ try: work, catch: (cause) => cause }).pipe(
    Effect.catchAll((cause) => (cause instanceof ConsoleError ? Effect.fail(cause) : Effect.die(cause))),
  )
}

export class Caches {
  private readonly root: string
  private readonly timeoutMs: number
  private priming: Promise<ConsoleError | undefined> | undefined

  constructor(root: string, timeoutMs: number) {
    this.root = root
    this.timeoutMs = timeoutMs
  }

  private folder(name: "primed" | "cold" | "warm"): string {
    return join(this.root, name)
  }

  /**
   * A boot and its power-off, once: what they leave is the warm folder; without what is the guest's, the primed one.
   * Gives what went wrong, if the machine did not get that far; the rows will say it of themselves.
   */
  private async prime(build: string): Promise<ConsoleError | undefined> {
    const [warm, primed] = [this.folder("warm"), this.folder("primed")]
    const booted = withShell(oursCommand(build, { cache: warm }), this.timeoutMs, async (shell) => {
      await shell.booted()
      await shell.powerOff()
      return undefined
    })
    const wrong = await booted.catch((cause: unknown) => {
      if (cause instanceof ConsoleError) return cause
      throw cause
    })
    await mkdir(warm, { recursive: true })
    await cp(warm, primed, { recursive: true, filter: (path) => !isOfGuest(path) })
    return wrong
  }

  /** A folder without anything of a guest. */
  cold(build: string): Effect.Effect<string, ConsoleError> {
    const cache = this.folder("cold")
    return consoleEffect(async () => {
      await (this.priming ??= this.prime(build))
      await rm(cache, { recursive: true, force: true })
      await cp(this.folder("primed"), cache, { recursive: true })
      return cache
    })
  }

  /** The folder as one boot of this build and its power-off left it; later starts may add to it. */
  warm(build: string): Effect.Effect<string, ConsoleError> {
    return consoleEffect(async () => {
      const wrong = await (this.priming ??= this.prime(build))
      if (wrong !== undefined) throw wrong
      return this.folder("warm")
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
