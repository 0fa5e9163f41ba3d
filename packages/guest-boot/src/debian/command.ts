// SPDX-License-Identifier: BSD-2-Clause
//
// Programs of the system: run one and gather what it prints, or take its output as it comes. An interrupted run is
// killed; a program that is not installed is a failure of its own.

import { spawn } from "node:child_process"

import * as Data from "effect/Data"
import * as Effect from "effect/Effect"

/** What a finished program left. */
export interface Finished {
  /** Exit code; 128 when a signal ended it. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The program cannot be started. */
class CommandMissing extends Data.TaggedError("CommandMissing")<{ readonly command: string }> {}

export interface CommandOptions {
  readonly cwd?: string
  /** Takes standard output as it comes instead of gathering it; false stops the program. */
  readonly onOutput?: (chunk: Buffer) => boolean
}

/** Runs `command` in the C locale to its end. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Effect.Effect<Finished, CommandMissing> {
  return Effect.async((resume) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "pipe", "pipe"],
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on("data", (chunk: Buffer) => {
      if (options.onOutput === undefined) out.push(chunk)
      else if (!options.onOutput(chunk)) child.kill("SIGTERM")
    })
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk))
    child.on("error", () => resume(Effect.fail(new CommandMissing({ command }))))
    child.on("close", (code) => {
      const text = (parts: readonly Buffer[]): string => Buffer.concat(parts).toString("utf8")
      resume(Effect.succeed({ code: code ?? 128, stdout: text(out), stderr: text(err) }))
    })
    return Effect.sync(() => child.kill("SIGTERM"))
  })
}
