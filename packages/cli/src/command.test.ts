// SPDX-License-Identifier: BSD-2-Clause
//
// The command line: help, versions, mistakes, and that no mistake of the tool's own shows its trace.

import { readFileSync } from "node:fs"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import type { Verb } from "./command/verb.ts"
import { VERBS } from "./command/verbs.ts"
import { main } from "./main.ts"
import { captured } from "./fix/capture.ts"
import { vmm } from "./testing/workplace.ts"
import { VERSION } from "./version.ts"

const test = suite("cli: command line")

test("the version is that of package.json", async () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8"))
  assert.is(VERSION, manifest.version)
  assert.is((await vmm("--version")).out, `vmm ${VERSION}\n`)
})

test("help lists every verb, and every verb's help every option", async () => {
  for (const argv of [[], ["--help"], ["-h"], ["help"]]) {
    const { code, out, err } = await vmm(...argv)
    assert.is(code, 0)
    assert.is(err, "")
    for (const { name, summary } of VERBS) assert.ok(out.includes(name) && out.includes(summary))
  }
  for (const verb of VERBS) {
    const { code, out } = await vmm(verb.name, "--help")
    assert.is(code, 0)
    for (const { name } of verb.options) assert.match(out, `--${name}`)
    assert.equal(await vmm("help", verb.name), await vmm(verb.name, "--help"))
  }
})

const MISTAKES: ReadonlyArray<readonly [readonly string[], string]> = [
  [["biuld", "x"], "vmm has no verb 'biuld'; did you mean 'build'? (see vmm --help)\n"],
  [["--frob"], "vmm has no option --frob (see vmm --help)\n"],
  [["check"], "vmm check needs DIR|FILE (see vmm check --help)\n"],
  [["check", "a", "b"], "vmm check does not take 'b' (see vmm check --help)\n"],
  [["check", "--jsn", "a"], "vmm check has no option --jsn; did you mean --json? (see vmm check --help)\n"],
  [["check", "--json=1", "a"], "--json takes no value (see vmm check --help)\n"],
  [["build", "a", "--guest"], "--guest takes a value: --guest FILE (see vmm build --help)\n"],
]

for (const [argv, expected] of MISTAKES) {
  test(`vmm ${argv.join(" ")} is one line and exit code 2`, async () => {
    assert.equal(await vmm(...argv), { code: 2, out: "", err: expected })
  })
}

const broken = (name: string): Verb => ({
  name,
  summary: "fails",
  arguments: [],
  options: [],
  load: () => Promise.reject(new TypeError("a bug\nin two lines")),
})

test("a mistake of the tool's own is one line; VMM_DEBUG shows the trace", async () => {
  const { stdio, said } = captured()
  assert.is(await main(["boom"], stdio, [broken("boom")]), 70)
  assert.is(said.err, "internal error: a bug, run with VMM_DEBUG=1 for the trace\n")
  process.env["VMM_DEBUG"] = "1"
  said.err = ""
  await main(["boom"], stdio, [broken("boom")])
  delete process.env["VMM_DEBUG"]
  assert.match(said.err, /internal error: a bug\nTypeError: a bug/)
})

test.run()
