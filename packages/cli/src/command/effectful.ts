// SPDX-License-Identifier: BSD-2-Clause
//
// Verbs that are written with `effect`, as work for the command line. The runtime is loaded with the verb.

import type { Action, Work } from "./verb.ts"

/** Loads the action; its failure becomes the promise's. */
export function effectful(load: () => Promise<Action>): () => Promise<Work> {
  return async () => {
    const [{ runPromiseExit }, Exit, Cause, action] = await Promise.all([
      import("effect/Effect"),
      import("effect/Exit"),
      import("effect/Cause"),
      load(),
    ])
    return async (args, stdio) => {
      const exit = await runPromiseExit(action(args, stdio))
      if (Exit.isSuccess(exit)) return exit.value
      throw Cause.squash(exit.cause)
    }
  }
}
