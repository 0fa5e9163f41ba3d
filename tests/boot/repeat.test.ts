// SPDX-License-Identifier: BSD-2-Clause
//
// A run with the virtual clock is a function of its inputs: the record of a whole boot and the RAM at its end are the
// same however often it is run and whatever was translated when.

import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cannotBuild, example, workplace } from "./guest.ts"

const test = suite("boot: equal runs")
const cwd = workplace()
const reason = cannotBuild(cwd, example("qemu-virt"))
if (reason !== undefined) process.stdout.write(`skipped: ${reason}\n`)
const linux = reason === undefined ? test : test.skip

const VMM = resolve(import.meta.dirname, "../../scripts/vmm.mjs")
const TYPED = "uname -a\nls /proc | wc -l\npoweroff -f\n"

interface Run {
  readonly console: string
  readonly record: string
  readonly ram: string
}

function run(translation: string): Run {
  const options = ["--clock", "virtual", "--translation", translation, "--trace", "trace.jsonl", "--ram-hash"]
  const { status, stdout, stderr } = spawnSync(process.execPath, [VMM, "run", ...options], {
    cwd,
    input: TYPED,
    encoding: "utf8",
  })
  assert.is(status, 0, stderr)
  const [ram = ""] = /^RAM [0-9a-f]{64}$/m.exec(stderr) ?? []
  return { console: stdout, record: readFileSync(join(cwd, "trace.jsonl"), "utf8"), ram }
}

linux("translation off, default, default again and eager: one console, one record, one RAM", () => {
  const first = run("default")
  assert.match(first.ram, /^RAM/)
  assert.match(first.console, "aarch64 GNU/Linux")
  assert.match(first.record, /^\{"icount":\d+,"timeNs":\d+,"type":"irq-injected"/m)
  for (const translation of ["default", "off", "eager"]) {
    const other = run(translation)
    assert.is(other.console, first.console, `${translation}: the console`)
    assert.ok(other.record === first.record, `${translation}: the record`)
    assert.is(other.ram, first.ram, `${translation}: RAM`)
  }
})

test.run()
