// SPDX-License-Identifier: BSD-2-Clause
//
// What a mistake is to this suite: an example of the repository, the few changes that break it, the cause that it
// must be given, and the place that must be pointed at. A place is a piece of the changed source, never a number.

/** "bare" is qemu-virt with the guest of hello in place of Linux: it comes up at once. */
export type Base =
  | "hello"
  | "bare"
  | "qemu-virt"
  | "smp"
  | "maaxboard"
  /** Boards of others with the guests of ours, where they are at hand. */
  | "others-bare"
  | "others-virt"
  | "others-maaxboard"
/** A file of the example: its `.system` file, its board's tree, its overlay, its guest.json. */
export type Part = "system" | "board" | "overlay" | "guest"

export type Change =
  /** `find`, which occurs once, becomes `put`. */
  | readonly [part: Part, find: string, put: string]
  /** A further file of the folder; one that begins with #!, and an ELF file, may be executed. */
  | { readonly file: string; readonly text: string }
  /** The memory region goes, with every map of it. */
  | { readonly without: string }
  /** A file goes. */
  | { readonly gone: Part }

/**
 * A line, by a part, or a further file of the changes, and text that occurs in it alone; a part without text is the
 * file as a whole (any line).
 */
export type Mark = readonly [part: Part | { readonly file: string }, text?: string]

export interface Mistake {
  readonly name: string
  readonly base: Base
  readonly changes: readonly Change[]
  /** "check": the check must name it. "run": the report of the run may do so instead. */
  readonly by: "check" | "run"
  /** The diagnostic's stable name. */
  readonly code?: string
  /** What the message must say. */
  readonly words: RegExp
  /** The line; where two parties disagree and either may be the wrong one, both. */
  readonly at: readonly Mark[]
  /** What the console must show once the first remedy is in. Default: the example's own. */
  readonly goal?: RegExp
}

const VIRT = {
  system: "qemu-virt.system",
  board: "qemu-virt.dts",
  overlay: "guest-overlay.dts",
  guest: "guest.json",
} as const

const OTHER_FILES = {
  system: "simple.system",
  board: "linux.dts",
  overlay: "overlay.dts",
  guest: "guest.json",
} as const
const OTHERS = "../../shared/corpus/boards"

/** The example that a base is made of. */
export const EXAMPLE: Readonly<Record<Base, string>> = {
  hello: "hello",
  bare: "qemu-virt",
  "qemu-virt": "qemu-virt",
  smp: "qemu-virt-smp",
  maaxboard: "maaxboard",
  "others-bare": `${OTHERS}/qemu_virt_aarch64`,
  "others-virt": `${OTHERS}/qemu_virt_aarch64`,
  "others-maaxboard": `${OTHERS}/maaxboard`,
}

/** The parts of an example that mistakes are made in. */
export const FILES: Readonly<Record<Base, Readonly<Record<Part, string>>>> = {
  hello: {
    system: "hello.system",
    board: "hello.dts",
    overlay: "guest-overlay.dts",
    guest: "guest.json",
  },
  bare: VIRT,
  "qemu-virt": VIRT,
  smp: { ...VIRT, system: "qemu-virt-smp.system", board: "qemu-virt-smp.dts" },
  "others-bare": OTHER_FILES,
  "others-virt": OTHER_FILES,
  "others-maaxboard": OTHER_FILES,
  maaxboard: {
    system: "maaxboard.system",
    board: "maaxboard.dts",
    overlay: "guest-overlay.dts",
    guest: "guest.json",
  },
}

/** What a guest that came up says: a Linux guest in the first line of its /init. */
export const GOALS: Readonly<Record<Base, RegExp>> = {
  hello: /Hello from a guest at EL1\./,
  bare: /Hello from a guest at EL1\./,
  "qemu-virt": /Welcome to Linux/,
  smp: /Welcome to Linux/,
  "others-bare": /Hello from a guest at EL1\./,
  "others-virt": /Welcome to Linux/,
  "others-maaxboard": /Welcome to Linux/,
  maaxboard: /Welcome to Linux/,
}
