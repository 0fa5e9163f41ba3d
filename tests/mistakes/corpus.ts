// SPDX-License-Identifier: BSD-2-Clause
//
// All mistakes of the corpus.

import { CONSOLE } from "./cases/console.ts"
import { DEVICES } from "./cases/devices.ts"
import { FIRST_PROCESS } from "./cases/first-process.ts"
import { GUEST_FILE } from "./cases/guest-file.ts"
import { COPIES } from "./cases/copies.ts"
import { INTERRUPTS } from "./cases/interrupts.ts"
import { LANGUAGE } from "./cases/language.ts"
import { MEMORY } from "./cases/memory.ts"
import { OOPSES } from "./cases/oopses.ts"
import { ORDER } from "./cases/order.ts"
import { PROGRAMS } from "./cases/programs.ts"
import { SILENT } from "./cases/silent.ts"
import { NUMBERS } from "./cases/numbers.ts"
import { SLIPS } from "./cases/slips.ts"
import { STOPS } from "./cases/stops.ts"
import { TAKEN_AWAY } from "./cases/taken-away.ts"
import { TREE } from "./cases/tree.ts"
import { WORDS } from "./cases/words.ts"
import type { Mistake } from "./mistake.ts"
import { CODES } from "./tables/codes-table.ts"

const ALL: readonly Mistake[] = [
  ...LANGUAGE,
  ...TREE,
  ...GUEST_FILE,
  ...MEMORY,
  ...INTERRUPTS,
  ...CONSOLE,
  ...DEVICES,
  ...SILENT,
  ...NUMBERS,
  ...SLIPS,
  ...COPIES,
  ...WORDS,
  ...ORDER,
  ...STOPS,
  ...OOPSES,
  ...FIRST_PROCESS,
  ...PROGRAMS,
  ...TAKEN_AWAY,
]

/** A mistake that the check names asserts the code of its finding. */
export const CORPUS: readonly Mistake[] = ALL.map((mistake) => {
  const code = mistake.code ?? CODES[mistake.name]
  return code === undefined ? mistake : { ...mistake, code }
})
