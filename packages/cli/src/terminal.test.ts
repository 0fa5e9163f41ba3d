// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm run` on a terminal, which script(1) of util-linux provides: keys, Ctrl-C, the terminal as it was afterwards; and
// the ends that come from outside.

import { spawn, spawnSync } from "node:child_process"
import { resolve } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { ECHO, LOOP } from "./testing/guests.ts"
import { example, inWorkplace, vmm } from "./testing/workplace.ts"

const test = suite("cli: terminal and signals")
const VMM = resolve(import.meta.dirname, "../../../scripts/vmm.mjs")
const has = (tool: string): boolean => spawnSync(tool, ["--version"]).error === undefined
const onTerminal = has("script") && has("stty") ? test : test.skip
if (onTerminal === test.skip) process.stdout.write("skipped: script(1) and stty(1) are needed\n")

const [CTRL_A, CTRL_C] = ["\u0001", "\u0003"]

/** Runs a shell command on a terminal, types each of `keys` once the screen shows its sign; the whole screen. */
function terminal(
  command: string,
  keys: ReadonlyArray<readonly [sign: string, keys: string]>,
): Promise<string> {
  const child = spawn("script", ["-qec", command, "/dev/null"])
  const waiting = [...keys]
  let screen = ""
  return new Promise((done) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      screen += text
      const [next] = waiting
      if (next === undefined || !screen.includes(next[0])) return
      waiting.shift()
      child.stdin.write(next[1])
    })
    child.on("close", () => done(screen))
  })
}

async function built(guest: readonly number[], body: () => Promise<void>): Promise<void> {
  await inWorkplace(example(guest), async () => {
    assert.is((await vmm("build", "ex")).code, 0)
    await body()
  })
}

onTerminal("all keys go to the guest but those after Ctrl-A; the terminal is afterwards as it was", () =>
  built(ECHO, async () => {
    const screen = await terminal(`node ${VMM} run --timeout 100; echo code=$?; stty -a`, [
      ["starting guest", `one${CTRL_C}`],
      [`one${CTRL_C}`, `${CTRL_A}atwo`],
      [`${CTRL_A}two`, `${CTRL_A}h`],
      ["Ctrl-A X       leave", `${CTRL_A}x`],
    ])
    assert.match(screen, "left the guest")
    assert.match(screen, "code=0")
    assert.match(screen, /[^-]icanon/)
    assert.match(screen, /[^-]echo /)
  }),
)

test("a signal ends the run in good order, with the shell's code for it", () =>
  built(LOOP, async () => {
    const child = spawn(process.execPath, [VMM, "run"])
    let said = ""
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text
      if (said.includes("starting guest") && !said.includes("stopped by")) child.kill("SIGTERM")
    })
    const code = await new Promise((done) => child.on("close", done))
    assert.is(code, 143)
    assert.match(said, "stopped by SIGTERM")
  }))

test("a reader of the console that goes away ends the run", () =>
  built(ECHO, async () => {
    const child = spawn(process.execPath, [VMM, "run", "--timeout", "60"])
    child.stdin.on("error", () => undefined)
    child.stdout.once("data", () => {
      child.stdout.destroy()
      child.stdin.write("b")
    })
    child.stdin.write("a")
    assert.is(await new Promise((done) => child.on("close", done)), 141)
  }))

test.run()
