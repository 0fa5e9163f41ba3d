// SPDX-License-Identifier: BSD-2-Clause
//
// Programs of users' modules: made as the domain needs them, or a domain's fault that tells how.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { Modules } from "./modules.ts"

const test = suite("cli: programs of modules")
type Call = Parameters<Modules["program"]>
const [CONFIG, REPORT] = [{} as unknown as Call[1], (() => undefined) as unknown as Call[2]]

test("a domain with a virtual machine gives its configuration to the module", () => {
  const factory = () => ({ init: () => undefined })
  const given: unknown[] = []
  const maker = (config: unknown) => (given.push(config), factory)
  const modules = new Modules(new Map([["vmm.ts", maker]]))
  assert.is(modules.program("vmm.ts", CONFIG, REPORT), factory)
  assert.equal(given, [CONFIG])
})

test("a module of another shape is told the right one when its domain starts", () => {
  const modules = new Modules(new Map([["vmm.ts", () => ({ init: () => undefined })]]))
  const factory = modules.program("vmm.ts", CONFIG, REPORT) as () => unknown
  assert.throws(factory, /export default \(config\) => \(microkit\) =>/)
})

test.run()
