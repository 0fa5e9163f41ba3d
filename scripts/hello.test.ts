// SPDX-License-Identifier: BSD-2-Clause
//
// The committed guest of examples/hello is what the project's own assembler makes.

import { readFileSync } from "node:fs"
import { resolve } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { helloProgram } from "./hello-program.ts"

const test = suite("examples: hello")

test("hello.bin is what scripts/make-hello.ts makes", () => {
  const committed = readFileSync(resolve(import.meta.dirname, "../examples/hello/hello.bin"))
  assert.equal(Buffer.from(helloProgram().buffer).toString("hex"), committed.toString("hex"))
})

test.run()
