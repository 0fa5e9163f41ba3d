// SPDX-License-Identifier: BSD-2-Clause
//
// The verbs of `vmm`, one after another, with every option.

import type { Option, Verb } from "./verb.ts"

const JSON_OPTION: Option = { name: "json", help: "print the result as JSON on stdout" }
const GUEST: Option = {
  name: "guest",
  value: "FILE",
  help: "take the guest from FILE, not from the guest.json in DIR",
}
const DIR = { name: "DIR", required: true }

const CHECK: Verb = {
  name: "check",
  summary: "find every mistake in DIR, write nothing",
  arguments: [DIR],
  options: [GUEST, JSON_OPTION],
  load: async () => (await import("../verbs/check.ts")).check,
}

const BUILD: Verb = {
  name: "build",
  summary: "check DIR, fetch the guest, write build/NAME/ and its report",
  arguments: [DIR],
  options: [GUEST, JSON_OPTION],
  notes: `DIR holds one .system file, one .dts that begins with /dts-v1/ (the board), further .dts and .dtso files
(overlays for the guest) and a guest.json. NAME is the base name of DIR; build/ is in the working directory.
`,
  load: async () => (await import("../verbs/build.ts")).buildVerb,
}

export const VERBS: readonly Verb[] = [BUILD, CHECK]
