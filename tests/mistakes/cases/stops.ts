// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes that only a run shows: words of the command line that the kernel dies of.

import type { Mistake } from "../mistake.ts"

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

export const STOPS: readonly Mistake[] = [
  word("acpi-without-tables", "acpi=force", /acpi=force .* ACPI's tables/),
  word(
    "initramfs-on-the-blacklist",
    "initcall_blacklist=populate_rootfs",
    /populate_rootfs .* from starting/,
  ),
  word(
    "several-needed-parts-on-the-blacklist",
    "initcall_blacklist=pl031_driver_init,pl011_init,sock_init,populate_rootfs",
    /sock_init from starting/,
  ),
  word("memory-set-aside", "crashkernel=200M hugepages=200", /crashkernel=200M .* sets RAM aside/),
]
