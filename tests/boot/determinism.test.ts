// SPDX-License-Identifier: BSD-2-Clause
//
// A run is a function of its inputs: with the virtual clock the same input gives the same record byte for byte,
// and how the guest's code is executed (interpreted, translated when hot, translated at once) shows nowhere.

import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cannotBuild, example, workplace } from "./guest.ts"

const VMM = resolve(import.meta.dirname, "../../scripts/vmm.mjs")
const INPUT = "uname -a\nls -l /bin | sha256sum\ncat /proc/interrupts\npoweroff -f\n"

interface Run {
  readonly console: string
  /** SHA-256 of the trace file, and of RAM at the end. */
  readonly trace: string
  readonly ram: string
  readonly events: number
}

const test = suite("boot: determinism")
const cwd = workplace()
const reason = cannotBuild(cwd, example("qemu-virt"))
if (reason !== undefined) process.stdout.write(`skipped: ${reason}\n`)
const linux = reason === undefined ? test : test.skip

function run(translation: string): Run {
  const trace = join(cwd, "trace.jsonl")
  const args = [
    "run",
    "qemu-virt",
    "--clock",
    "virtual",
    "--trace",
    trace,
    "--ram-hash",
    "--translation",
    translation,
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, [VMM, ...args, "--timeout", "300"], {
    cwd,
    input: INPUT,
    encoding: "utf8",
  })
  assert.is(status, 0, stderr)
  const text = readFileSync(trace)
  return {
    console: stdout,
    trace: createHash("sha256").update(text).digest("hex"),
    ram: /RAM ([0-9a-f]{64})/.exec(stderr)?.[1] ?? "none",
    events: text.toString().split("\n").length,
  }
}

linux("two runs with the same input are the same, and so are all ways of executing the guest", () => {
  const first = run("off")
  assert.match(first.console, /Linux guest/)
  assert.ok(first.events > 1000, "the record has every exit and interrupt")
  assert.match(first.ram, /^[0-9a-f]{64}$/)
  assert.equal(run("off"), first)
  assert.equal(run("default"), first)
  assert.equal(run("eager"), first)
})

test.run()
