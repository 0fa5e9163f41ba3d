// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm` as a function: command line in, exit code out. Whatever goes wrong is told in words; a mistake of the
// tool's own is one line, with its trace only when VMM_DEBUG is set.

import { BadInput } from "./bad-input.ts"
import { generalHelp, verbHelp } from "./command/help.ts"
import { type Command, parseCommand } from "./command/parse.ts"
import type { Verb } from "./command/verb.ts"
import { VERBS } from "./command/verbs.ts"
import { countText, renderAll } from "./diagnostic.ts"
import { EXIT_BAD_INPUT, EXIT_INTERNAL, EXIT_OK, EXIT_USAGE } from "./exit-code.ts"
import type { Stdio } from "./stdio.ts"
import { VERSION } from "./version.ts"

/** Prints all that is wrong, and how much that is. */
function tellBadInput(error: BadInput, stdio: Stdio): void {
  stdio.err(renderAll(error.diagnostics, error.sources))
  if (error.diagnostics.length > 1) stdio.err(`${countText(error.diagnostics)}\n`)
}

function tellDefect(cause: unknown, stdio: Stdio): number {
  if (cause instanceof BadInput) {
    tellBadInput(cause, stdio)
    return EXIT_BAD_INPUT
  }
  const text = cause instanceof Error ? cause.message : String(cause)
  const debug = process.env["VMM_DEBUG"] !== undefined
  stdio.err(`internal error: ${text.split("\n")[0]}${debug ? "" : ", run with VMM_DEBUG=1 for the trace"}\n`)
  if (debug && cause instanceof Error) stdio.err(`${cause.stack ?? ""}\n`)
  return EXIT_INTERNAL
}

async function runVerb({ verb, args }: Command & { kind: "verb" }, stdio: Stdio): Promise<number> {
  const [{ runPromiseExit }, Exit, Cause, action] = await Promise.all([
    import("effect/Effect"),
    import("effect/Exit"),
    import("effect/Cause"),
    verb.load(),
  ])
  const exit = await runPromiseExit(action(args, stdio))
  return Exit.isSuccess(exit) ? exit.value : tellDefect(Cause.squash(exit.cause), stdio)
}

/** Runs `vmm` with these arguments and gives its exit code. */
export async function main(
  argv: readonly string[],
  stdio: Stdio,
  verbs: readonly Verb[] = VERBS,
): Promise<number> {
  const command = parseCommand(verbs, argv)
  if (command._tag === "Left") {
    stdio.err(`${command.left}\n`)
    return EXIT_USAGE
  }
  const { right: asked } = command
  try {
    if (asked.kind === "verb") return await runVerb(asked, stdio)
    stdio.out(
      asked.kind === "version"
        ? `vmm ${VERSION}\n`
        : asked.verb === undefined
          ? generalHelp(verbs)
          : verbHelp(asked.verb),
    )
    return EXIT_OK
  } catch (cause) {
    return tellDefect(cause, stdio)
  }
}
