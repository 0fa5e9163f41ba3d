// SPDX-License-Identifier: BSD-2-Clause
//
// Writes the guest of examples/hello. The file is committed; a test compares it with what this makes.

import { writeFileSync } from "node:fs"
import { resolve } from "node:path"

import { helloProgram } from "./hello-program.ts"

const FILE = resolve(import.meta.dirname, "../examples/hello/hello.bin")

writeFileSync(FILE, new Uint8Array(helloProgram().buffer))
