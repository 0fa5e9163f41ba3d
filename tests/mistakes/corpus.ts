// SPDX-License-Identifier: BSD-2-Clause
//
// All mistakes of the corpus.

import { CONSOLE } from "./cases/console.ts"
import { DEVICES } from "./cases/devices.ts"
import { GUEST_FILE } from "./cases/guest-file.ts"
import { INTERRUPTS } from "./cases/interrupts.ts"
import { LANGUAGE } from "./cases/language.ts"
import { MEMORY } from "./cases/memory.ts"
import { TREE } from "./cases/tree.ts"
import type { Mistake } from "./mistake.ts"

export const CORPUS: readonly Mistake[] = [
  ...LANGUAGE,
  ...TREE,
  ...GUEST_FILE,
  ...MEMORY,
  ...INTERRUPTS,
  ...CONSOLE,
  ...DEVICES,
]
