// SPDX-License-Identifier: BSD-2-Clause
//
// A command line in, exit code out. Whatever goes wrong is told in words; a mistake of the tool's own is one line, with
// its trace only when VMM_DEBUG is set.

import { generalHelp, verbHelp } from "./command/help.ts"
import { parseCommand } from "./command/parse.ts"
import type { Verb } from "./command/verb.ts"
import { EXIT_BAD_INPUT, EXIT_INTERNAL, EXIT_OK, EXIT_USAGE } from "./exit-code.ts"
import type { Stdio } from "./stdio.ts"
import { VERSION } from "./version.ts"
import { tellWrongInput, type WrongInput } from "./wrong-input.ts"

/** `bad-input.ts` has the class, and `effect` with it, which not every verb loads. */
function isBadInput(cause: unknown): cause is WrongInput {
  return cause instanceof Error && "_tag" in cause && cause._tag === "BadInput"
}

function tellDefect(cause: unknown, stdio: Stdio): number {
  if (isBadInput(cause)) {
    tellWrongInput(cause, stdio)
    return EXIT_BAD_INPUT
  }
  const text = cause instanceof Error ? cause.message : String(cause)
  const debug = process.env["VMM_DEBUG"] !== undefined
  stdio.err(`internal error: ${text.split("\n")[0]}${debug ? "" : ", run with VMM_DEBUG=1 for the trace"}\n`)
  if (debug && cause instanceof Error) stdio.err(`${cause.stack ?? ""}\n`)
  return EXIT_INTERNAL
}

/** Runs the command of these verbs that the arguments ask for, and gives its exit code. */
export async function runCommand(
  argv: readonly string[],
  stdio: Stdio,
  verbs: readonly Verb[],
): Promise<number> {
  const command = parseCommand(verbs, argv)
  if (command._tag === "Left") {
    stdio.err(`${command.left}\n`)
    return EXIT_USAGE
  }
  const { right: asked } = command
  try {
    if (asked.kind === "verb") return await (await asked.verb.load())(asked.args, stdio)
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
