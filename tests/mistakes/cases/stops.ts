// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes that only a run shows: words of the command line that the kernel dies of, and domains that never let the
// guest come to its turn.

import type { Change, Mistake } from "../mistake.ts"

const CONSOLE = "console=ttyAMA0 "

/** A word of Linux's command line that is one too many. */
const word = (name: string, text: string, words: RegExp): Mistake => ({
  name,
  base: "qemu-virt",
  changes: [["guest", CONSOLE, `${CONSOLE}${text} `]],
  by: "run",
  words,
  at: [["guest", text]],
})

const PING = `import type { Microkit, ProgramFactory } from "@vmm/kernel/api"

/** Answers every notification with one. */
const start: ProgramFactory = (microkit: Microkit) => ({
  init() {
    microkit.notify(1)
  },
  notified(channel: number) {
    microkit.notify(channel)
  },
})
export default start
`

const domain = (name: string): string => `    <protection_domain name="${name}" priority="150">
        <program_image path="ping.ts" />
    </protection_domain>
`

const PAIR: readonly Change[] = [
  { file: "ping.ts", text: PING },
  [
    "system",
    "</system>",
    `${domain("ping")}${domain("pong")}    <channel>
        <end pd="ping" id="1" />
        <end pd="pong" id="1" />
    </channel>
</system>`,
  ],
]

export const STOPS: readonly Mistake[] = [
  word("acpi-without-tables", "acpi=force", /acpi=force .* ACPI's tables/),
  word(
    "initramfs-on-the-blacklist",
    "initcall_blacklist=populate_rootfs",
    /populate_rootfs .* from starting/,
  ),
  word("memory-set-aside", "crashkernel=200M hugepages=200", /crashkernel=200M .* sets RAM aside/),
  {
    name: "domains-that-notify-each-other",
    base: "hello",
    changes: PAIR,
    by: "run",
    words: /never executed an instruction: p[io]ng/,
    at: [
      ["system", '<protection_domain name="ping"'],
      ["system", '<protection_domain name="pong"'],
    ],
  },
]
