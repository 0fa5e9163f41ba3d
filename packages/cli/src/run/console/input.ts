// SPDX-License-Identifier: BSD-2-Clause
//
// What is typed to the guest: stdin. A terminal is made raw, and is as it was before in every way out of this
// process. From a pipe or a file everything is typed; its end ends the input.

import type { Readable } from "node:stream"
import type { ReadStream } from "node:tty"

import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

import type { GuestConsole } from "./guest-console.ts"
import { Keys } from "./keys.ts"
import type { Wall } from "../wall.ts"

/** Bytes that may wait to be typed before a pipe has to wait. */
const HIGH_WATER = 0x1_0000
/** With the virtual clock: how long a pipe may be quiet before the guest starts without its end, ms. */
const QUIET_MS = 100

export interface InputOptions {
  readonly stdin: Readable | ReadStream
  readonly console: GuestConsole
  readonly wall: Wall
  readonly leave: () => void
  readonly help: () => void
}

export const isTerminal = (stdin: Readable | ReadStream): stdin is ReadStream =>
  "isTTY" in stdin && stdin.isTTY

export class Input {
  open = true
  private readonly options: InputOptions
  private readonly keys: Keys
  private lastData = performance.now()

  constructor(options: InputOptions) {
    this.options = options
    const { console, leave, help } = options
    this.keys = new Keys({ type: (bytes) => console.type(bytes), leave, help })
  }

  /** Begins to listen. */
  start(): () => void {
    const { stdin, wall } = this.options
    const data = (bytes: Uint8Array) => this.data(bytes)
    const end = () => {
      this.open = false
      wall.wake()
    }
    stdin.on("data", data).on("end", end).on("close", end).on("error", end)
    return () => {
      stdin.off("data", data).off("end", end).off("close", end).off("error", end)
      stdin.pause()
      if ("unref" in stdin) stdin.unref()
      if (!isTerminal(stdin)) stdin.destroy()
    }
  }

  private data(bytes: Uint8Array): void {
    const { stdin, console, wall } = this.options
    this.lastData = performance.now()
    if (isTerminal(stdin)) this.keys.read(bytes)
    else console.type(bytes)
    if (console.waiting() > HIGH_WATER) stdin.pause()
    wall.wake()
  }

  /** Lets a pipe that had to wait go on once the guest has read enough. */
  flow(): void {
    const { stdin, console } = this.options
    if (this.open && stdin.isPaused() && console.waiting() < HIGH_WATER / 2) stdin.resume()
  }

  /** Waits until the input has ended, is more than can wait, or has been quiet for a while. */
  async settle(): Promise<void> {
    const { stdin, wall } = this.options
    while (this.open && !stdin.isPaused()) {
      const quiet = performance.now() - this.lastData
      if (quiet >= QUIET_MS) return
      await wall.sleep(QUIET_MS - quiet)
    }
  }
}

/** Raw mode for as long as the scope is open. */
export function rawTerminal(stdin: Readable | ReadStream): Effect.Effect<void, never, Scope.Scope> {
  if (!isTerminal(stdin)) return Effect.void
  const raw = () => void stdin.setRawMode(true)
  const cooked = () => void stdin.setRawMode(false)
  const acquire = Effect.sync(() => {
    raw()
    process.on("exit", cooked).on("SIGCONT", raw)
  })
  return Effect.acquireRelease(acquire, () =>
    Effect.sync(() => {
      process.off("exit", cooked).off("SIGCONT", raw)
      cooked()
    }),
  )
}

/** Listens for as long as the scope is open. */
export function openInput(options: InputOptions): Effect.Effect<Input, never, Scope.Scope> {
  const input = new Input(options)
  return Effect.acquireRelease(
    Effect.sync(() => input.start()),
    (stop) => Effect.sync(stop),
  ).pipe(Effect.as(input))
}
