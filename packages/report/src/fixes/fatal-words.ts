// SPDX-License-Identifier: BSD-2-Clause
//
// Words of Linux's command line that a kernel dies of, or stands still by, after Documentation/admin-guide/
// kernel-parameters.txt: what each does, the stops that it can be the reason of, and the patch that takes it away.
// `root=` and the console's words are in boot-args.ts. What is told is the word that fits the stop, never any other.

import type { Edit } from "@vmm/diagnostic"
import { blacklisted, coreNames, withoutNames } from "./blacklist.ts"
import type { BootArgs, BootTrouble } from "./boot-args.ts"
import { changeWord, wordPlace } from "../patch/command-line-patch.ts"

/** The stop that a word is sought for. */
export interface WordsFor {
  /** Name of the panic's cause; undefined for a guest that stands still. */
  readonly panic: string | undefined
  /** What the panic and the lines before it say. */
  readonly said: readonly string[]
  /** The guest came as far as its first process. */
  readonly init: boolean
}

interface WordRule {
  readonly word: RegExp
  /** What the word does, after its name. */
  readonly does: string
  readonly fits: (stop: WordsFor, word: string) => boolean
}

const booting = ({ init }: WordsFor): boolean => !init
const saying =
  (pattern: RegExp) =>
  ({ said }: WordsFor): boolean =>
    said.some((line) => pattern.test(line))

/** Panics that do not tell by themselves what is missing. */
const BARE = [undefined, "guest-panic", "guest-oops", "no-timer", "no-interrupt-controller"]
const unexplained = (stop: WordsFor): boolean => booting(stop) && BARE.includes(stop.panic)

/** Initcalls without which no root file system comes: that of the initramfs (init/initramfs.c), those of disks. */
const ROOT = /[=,](populate_rootfs|\w*(mmc|sdhci|virtio|nvme|ahci|scsi|ufs|blk|block|usb|pci)\w*)(,|$)/

const MEMORY = /memory|alloc|too small|initrd|initramfs|unpack|no working init|VFS/i

const RULES: readonly WordRule[] = [
  {
    word: /^acpi=(force|on)$/,
    does: "has the kernel look for its devices in ACPI's tables, of which this guest has none",
    fits: unexplained,
  },
  {
    word: /^initcall_blacklist=./,
    does: "keeps a part of the kernel from starting",
    fits: (stop, word) =>
      unexplained(stop) ||
      saying(/unable to open an initial console/i)(stop) ||
      (stop.panic === "no-root-fs" && ROOT.test(word)),
  },
  {
    word: /^(mem|memmap)=/,
    does: "takes RAM from the kernel that the guest has",
    fits: (stop) => stop.panic === "out-of-memory" || (booting(stop) && saying(MEMORY)(stop)),
  },
  {
    word: /^(hugepages|crashkernel|cma|movablecore|kernelcore|swiotlb|hugetlb_cma)=/,
    does: "sets RAM aside",
    fits: (stop) => stop.panic === "out-of-memory" || (booting(stop) && saying(/memory|alloc/i)(stop)),
  },
  {
    word: /^(kgdbwait|kgdboc=.*)$/,
    does: "waits for a debugger",
    fits: ({ panic, init }) => !panic && !init,
  },
  {
    word: /^panic_on_warn(=1)?$/,
    does: "makes a panic of every warning",
    fits: saying(/panic_on_warn set/),
  },
  { word: /^(ip|nfsroot)=/, does: "waits for a network", fits: ({ panic, init }) => !panic && !init },
  {
    word: /^rootdelay=\d+$/,
    does: "waits so many seconds for a disk",
    fits: ({ panic, init }) => !panic && !init,
  },
]

/** An edit that touches nothing of what others take away. */
function clear(taken: readonly Edit[], edit: Edit): boolean {
  return taken.every(
    (one) =>
      one.kind === "replace" &&
      edit.kind === "replace" &&
      (one.file !== edit.file ||
        edit.line > one.endLine ||
        edit.endLine < one.line ||
        edit.column >= one.endColumn ||
        edit.endColumn <= one.column),
  )
}

const wordsOf = (line: string | undefined): readonly string[] => (line ?? "").split(/\s+/)

const SEGFAULT = /exitcode=0x0*b\b/
/** What a kernel dies of that lacks a part of itself: programs that it cannot start or serve, too. */
const lacking = (stop: WordsFor): boolean =>
  unexplained(stop) || stop.panic === "no-init" || (stop.panic === "init-died" && saying(SEGFAULT)(stop))

/** Parts of the kernel on the blacklist. */
function withoutParts({ commandLine, drivers, example }: BootArgs, stop: WordsFor): BootTrouble | undefined {
  const names = coreNames(commandLine, drivers)
  const word = wordsOf(commandLine).find((one) => blacklisted(one).some((name) => names.includes(name)))
  if (word === undefined || !lacking(stop)) return undefined
  const place = wordPlace(example, word)
  return {
    code: "command-line",
    reason: `${word} on the command line keeps parts of the kernel from starting: ${names.join(", ")}`,
    ...(place === undefined ? {} : { place }),
    fixes: [{ id: "command-line", ...withoutNames(example, commandLine, names), notes: [] }],
  }
}

/** The word that a guest's panic or standstill comes of. */
export function fatalWord(args: BootArgs, stop: WordsFor): BootTrouble | undefined {
  const parts = withoutParts(args, stop)
  if (parts !== undefined) return parts
  const { commandLine, example } = args
  for (const word of wordsOf(commandLine)) {
    const rule = RULES.find((one) => one.word.test(word) && one.fits(stop, word))
    if (rule === undefined) continue
    const place = wordPlace(example, word)
    // Others that do the same may each be one too many.
    const alike = wordsOf(commandLine).filter((one) => one !== word && rule.word.test(one))
    const all = [word, ...alike.filter((one) => wordPlace(example, one) !== undefined && place !== undefined)]
    const edits = all.reduce<readonly Edit[]>((taken, one) => {
      const more = changeWord(example, one, "", commandLine)
      return more.every((edit) => clear(taken, edit)) ? [...taken, ...more] : taken
    }, [])
    return {
      code: "command-line",
      reason: `${word} on the command line ${rule.does}`,
      ...(place === undefined ? {} : { place }),
      fixes: [
        { id: "command-line", title: `take ${all.join(" and ")} out of the command line`, edits, notes: [] },
      ],
    }
  }
  return undefined
}
