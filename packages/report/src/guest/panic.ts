// SPDX-License-Identifier: BSD-2-Clause
//
// Why a Linux guest panicked, from what it said, with what people do about it.

import type { Fix } from "@vmm/diagnostic"
import type { ConsoleWatch } from "./console-watch.ts"

/** Why Linux panicked, as far as its words tell. */
export interface PanicCause {
  /** Stable kebab-case name. */
  readonly code: string
  /** What it means here, one sentence. */
  readonly meaning: string
  readonly fixes: readonly Fix[]
}

const advice = (id: string, title: string, ...notes: readonly string[]): Fix => ({
  id,
  title,
  edits: [],
  notes,
})

const INITRAMFS = advice(
  "initramfs",
  "give the guest a file system to begin with",
  'In guest.json: "ramdisk": [...], a cpio archive, a folder or Debian packages; /init in it must be executable.',
  "Or name a disk that the guest has, with root= on the command line.",
)

interface Rule {
  readonly pattern: RegExp
  readonly cause: PanicCause
}

const RULES: readonly Rule[] = [
  {
    pattern: /unable to mount root fs|cannot open root device/i,
    cause: {
      code: "no-root-fs",
      meaning: "the guest found neither an initramfs with an /init nor a disk for its root",
      fixes: [INITRAMFS],
    },
  },
  {
    pattern: /no working init found|requested init .* failed|no init found/i,
    cause: {
      code: "no-init",
      meaning: "the guest has a root file system and could not start a first process from it",
      fixes: [
        advice(
          "initramfs",
          "put an executable /init for arm64 into the initramfs",
          "A script needs its interpreter too, at the path of its first line.",
          "Error -8 is a wrong format, -2 a missing file, -13 one that may not be executed.",
        ),
      ],
    },
  },
  {
    pattern: /attempted to kill init/i,
    cause: {
      code: "init-died",
      meaning: "the guest's first process ended, which it never may",
      fixes: [advice("initramfs", "let /init end in a program that stays")],
    },
  },
  {
    pattern: /out of memory|deadlocked on memory|failed to allocate|too small|initrd .* (overlaps|extends)/i,
    cause: {
      code: "out-of-memory",
      meaning: "the guest has too little RAM for what it holds",
      fixes: [
        advice(
          "memory",
          "make the guest's RAM larger: the region in the .system file and the memory node alike",
        ),
      ],
    },
  },
  {
    pattern: /unable to initialise architected timer/i,
    cause: {
      code: "no-timer",
      meaning: "the guest's kernel found no timer: no enabled arm,armv8-timer in its device tree",
      fixes: [],
    },
  },
  {
    pattern: /no interrupt controller found/i,
    cause: {
      code: "no-interrupt-controller",
      meaning: "the guest's kernel found no interrupt controller in its device tree",
      fixes: [],
    },
  },
  {
    pattern: /^sysrq triggered crash/i,
    cause: {
      code: "sysrq-crash",
      meaning: "a program of the guest asked for it by /proc/sysrq-trigger",
      fixes: [],
    },
  },
  {
    pattern: /serror/i,
    cause: {
      code: "guest-serror",
      meaning: "a device or memory answered an access of the guest with an error",
      fixes: [],
    },
  },
]

/** An init that died of SIGSEGV, as one that the kernel oopsed in does (make_task_dead). */
const KILLED = /attempted to kill init.*exitcode=0x0*b\b/i

const OOPS: PanicCause = {
  code: "guest-oops",
  meaning: "the guest's kernel used a wrong address or state",
  fixes: [],
}
const OTHER: PanicCause = { code: "guest-panic", meaning: "the guest's kernel gave up", fixes: [] }

/** The cause: what the panic itself says, else what was said before it. */
export function panicCause(watch: Pick<ConsoleWatch, "panic" | "oopses" | "failures">): PanicCause {
  const reason = watch.panic?.reason ?? ""
  // The kernel that oopses in the first process kills that: what it says at last is what follows, not what was wrong.
  const killed = watch.oopses.length > 0 && KILLED.test(reason)
  const said = killed ? undefined : RULES.find(({ pattern }) => pattern.test(reason))
  if (said !== undefined) return said.cause
  if (watch.oopses.length > 0) {
    const early = RULES.find(({ pattern }) => watch.oopses.some((line) => pattern.test(line)))
    return early?.cause ?? OOPS
  }
  const before = RULES.find(({ pattern }) => watch.failures.some((line) => pattern.test(line)))
  return before?.cause ?? OTHER
}
