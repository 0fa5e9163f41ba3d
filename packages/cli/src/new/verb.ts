// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm new` on the command line: its arguments and options.

import { effectful } from "../command/effectful.ts"
import type { Verb } from "../command/verb.ts"
import { memoryOf } from "./memory-option.ts"

export const NEW: Verb = {
  name: "new",
  summary: "begin a folder for a board: DIR for a Linux guest, out of the board's device tree BOARD",
  arguments: [
    { name: "DIR", required: true },
    { name: "BOARD", required: true },
  ],
  options: [
    {
      name: "memory",
      value: "ADDRESS:SIZE",
      check: (value) =>
        memoryOf(value) === undefined ? "takes ADDRESS:SIZE, such as 0x40000000:2G" : undefined,
      help: "the board's RAM, for a tree in which firmware writes it down (0x40000000:2G)",
    },
  ],
  notes: `BOARD is a .dts without macros, or a compiled tree (.dtb), such as Linux's own or /sys/firmware/fdt of the
running board. DIR is made; it gets the board's tree, a .system file with RAM and a VMM, an overlay for the guest, a
guest.json for Debian's kernel and an init. Then what 'vmm check' asks for is added, as 'vmm fix --warnings' does:
the console with what it needs, the interrupt controller's interface; devices that no guest needs are disabled.
`,
  load: effectful(async () => (await import("../verbs/new.ts")).newVerb),
}
