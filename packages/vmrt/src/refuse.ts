// SPDX-License-Identifier: BSD-2-Clause
//
// How a VMM gives up on what its programmer or its configuration got wrong: a fault of the domain with words.

import { PdFault } from "@vmm/kernel/api"

/** Faults the protection domain; `text` says what is wrong and what to change. */
export function refuse(text: string): never {
  throw new PdFault({ kind: "user" }, text)
}
