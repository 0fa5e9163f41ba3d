// SPDX-License-Identifier: BSD-2-Clause
//
// With the virtual clock a run of four vCPUs is a function of its inputs, too: the record of a whole boot with work
// in parallel and the RAM at its end are the same in every run and at every translation setting.

import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cannotBuild, example, workplace } from "./guest.ts"

const test = suite("boot: equal runs of four vCPUs")
const cwd = workplace()
const reason = cannotBuild(cwd, example("qemu-virt-smp"))
if (reason !== undefined) process.stdout.write(`skipped: ${reason}\n`)
const linux = reason === undefined ? test : test.skip

const VMM = resolve(import.meta.dirname, "../../scripts/vmm.mjs")
const TYPED = "cd /tmp; for i in 1 2 3; do (ls -lR /proc/sys | sha256sum) & done; wait; poweroff -f\n"

/** Record and RAM of a run on four vCPUs with the virtual clock. */
function record(translation: string): readonly [string, string] {
  const options = ["--clock", "virtual", "--translation", translation, "--trace", "trace.jsonl", "--ram-hash"]
  const argv = [VMM, "run", "qemu-virt-smp", ...options]
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd, input: TYPED, encoding: "utf8" })
  assert.is(status, 0, stderr)
  const [ram = ""] = /^RAM [0-9a-f]{64}$/m.exec(stderr) ?? []
  return [ram, readFileSync(join(cwd, "trace.jsonl"), "utf8")]
}

linux("four vCPUs: translation default, default again and off give one record and one RAM", () => {
  const [ram, trace] = record("default")
  assert.match(ram, /^RAM/)
  for (const translation of ["default", "off"]) {
    const [otherRam, otherTrace] = record(translation)
    assert.is(otherRam, ram, `${translation}: RAM`)
    assert.ok(otherTrace === trace, `${translation}: the record`)
  }
})

test.run()
