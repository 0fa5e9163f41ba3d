// SPDX-License-Identifier: BSD-2-Clause
//
// Makes machine code and expected lines of the guests anew, with binutils and qemu:
// `node --conditions @vmm/source --import tsx tests/system/update.ts`.

import { writeFileSync } from "node:fs"
import { assemble, codeFile, GUESTS, linesFile, underQemu } from "./tools.ts"

for (const name of GUESTS) {
  writeFileSync(codeFile(name), assemble(name))
  writeFileSync(linesFile(name), underQemu(name))
  process.stdout.write(`${name}\n`)
}
