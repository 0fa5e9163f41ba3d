// SPDX-License-Identifier: BSD-2-Clause
//
// The verbs of `vmm`, one after another, with every option.

import { BENCH } from "../bench/verb.ts"
import { FIX } from "../fix/verb.ts"
import { NEW } from "../new/verb.ts"
import { CHECK, GUEST, JSON_OPTION } from "./check-verb.ts"
import { effectful } from "./effectful.ts"
import { regexMistake } from "./regex.ts"
import type { Verb } from "./verb.ts"

const DIR = { name: "DIR", required: true }

const MIGRATE: Verb = {
  name: "migrate",
  summary: "rewrite a .system file of Microkit 1.x in the language of today",
  arguments: [{ name: "FILE", required: true }],
  options: [{ name: "write", help: "change FILE, rather than print the change as a patch" }],
  load: effectful(async () => (await import("../verbs/migrate.ts")).migrate),
}

const BUILD: Verb = {
  name: "build",
  summary: "check DIR, fetch the guest, write build/NAME/ and its report",
  arguments: [DIR],
  options: [GUEST, JSON_OPTION],
  notes: `DIR holds one .system file, one .dts that begins with /dts-v1/ (the board), further .dts and .dtso files
(overlays for the guest) and a guest.json. NAME is the base name of DIR; build/ is in the working directory.
`,
  load: effectful(async () => (await import("../verbs/build.ts")).buildVerb),
}

function secondsMistake(value: string): string | undefined {
  return Number(value) > 0 ? undefined : `takes a number of seconds, not '${value}'`
}

/** Zero is no seed to Linux. */
function seedMistake(value: string): string | undefined {
  const number = /^(?:\d+|0x[0-9a-f]+)$/i.test(value) ? BigInt(value) : 0n
  return number > 0n && number < 2n ** 64n ? undefined : `takes a number from 1 to 2^64 - 1, not '${value}'`
}

const RUN: Verb = {
  name: "run",
  summary: "boot what was built last, or build/NAME; a build older than its sources is made anew",
  arguments: [{ name: "NAME", required: false }],
  options: [
    {
      name: "timeout",
      value: "SECONDS",
      check: secondsMistake,
      help: "stop after SECONDS of the host's time (exit code 4)",
    },
    {
      name: "guest-timeout",
      value: "SECONDS",
      check: secondsMistake,
      help:
        "stop after SECONDS of the guest's time (exit code 4): with the virtual clock at the same instruction\n" +
        "on every host",
    },
    {
      name: "expect",
      value: "REGEX",
      check: regexMistake,
      help: "stop when the guest's console matches (exit code 0)",
    },
    {
      name: "clock",
      value: "real|virtual",
      choices: ["real", "virtual"],
      help:
        "the guest's time: the host's, or a function of the instructions, which repeats\n" +
        "(default: real on a terminal, virtual otherwise)",
    },
    {
      name: "cpu",
      value: "NAME",
      choices: ["cortex-a53", "cortex-a72", "max"],
      help: "the CPU model: cortex-a53, cortex-a72 or max (default: of guest.json, else of the board)",
    },
    {
      name: "trace",
      value: "FILE",
      help: "write every exit, fault and interrupt to FILE, one JSON object a line",
    },
    {
      name: "translation",
      value: "off|default|eager",
      choices: ["off", "default", "eager"],
      help: "when guest code is translated: never, when it is hot, at once",
    },
    {
      name: "verify",
      help:
        "run the guest twice in lockstep, interpreted and translated, and stop at the first instruction\n" +
        "after which registers or RAM differ (exit code 1); the clock is virtual, stdin is read beforehand",
    },
    {
      name: "kaslr-seed",
      value: "N",
      check: seedMistake,
      help:
        "give the guest N as /chosen/kaslr-seed, as firmware does; Linux then keeps kernel and user\n" +
        "page tables apart (default: none)",
    },
    { name: "registers", help: "with the report of a fault, show the syndrome's fields and all registers" },
    { name: "ram-hash", help: "print the SHA-256 of the guest board's RAM at the end, on stderr" },
  ],
  notes: `The guest's console is stdout, everything else is stderr. From a pipe, stdin is typed to the guest as fast as
its serial port takes it; its end ends the input, not the run. On a terminal:
  Ctrl-A X  leave     Ctrl-A H  list the keys     Ctrl-A A  send Ctrl-A     Ctrl-C goes to the guest

Exit codes: 0 the guest powered itself off, 1 bad input, 2 bad usage, 3 the guest died of a fault, 4 time-out.
`,
  load: effectful(async () => (await import("../verbs/run.ts")).run),
}

const MAP: Verb = {
  name: "map",
  summary: "draw the memory of DIR: physical memory, who may touch it, what each guest sees",
  arguments: [DIR],
  options: [
    GUEST,
    { name: "svg", value: "FILE", help: "write the map to FILE as a picture too" },
    { ...JSON_OPTION, help: "print the map as JSON on stdout" },
  ],
  load: effectful(async () => (await import("../verbs/map.ts")).map),
}

export const VERBS: readonly Verb[] = [BUILD, RUN, CHECK, MAP, FIX, NEW, MIGRATE, BENCH]
