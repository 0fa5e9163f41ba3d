// SPDX-License-Identifier: BSD-2-Clause
//
// `npm run quickstart`, after the workspace is installed: bundles the command, builds examples/maaxboard, which
// fetches the guest, and boots it. On a terminal the guest's console is yours; under CI=true or without a
// terminal the guest is asked for `uname -a`, powered off, and the exit code is 0.

import { spawn, spawnSync } from "node:child_process"
import { join, resolve } from "node:path"

const ROOT = resolve(import.meta.dirname, "..")
const CLI = join(ROOT, "packages", "cli")
const TSUP = join(ROOT, "node_modules", "tsup", "dist", "cli-default.js")
const VMM = join(ROOT, "scripts", "vmm.mjs")
const BOARD = "examples/maaxboard"
const COMMANDS = "uname -a\npoweroff -f\n"
/** Seconds after which a guest that nobody watches is given up. */
const TIMEOUT = "600"

const say = (text) => process.stderr.write(`${text}\n`)

function step(what, args, cwd) {
  say(`-- ${what}`)
  const result = spawnSync(process.execPath, args, { cwd, stdio: "inherit" })
  if (result.error) say(`cannot run Node: ${result.error.message}`)
  if (result.status !== 0) process.exit(result.status ?? 1)
}

function boot() {
  const ci = process.env.CI !== undefined && process.env.CI !== "" && process.env.CI !== "false"
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true && !ci
  say(`-- boot ${BOARD}${interactive ? " (Ctrl-A X leaves, poweroff -f ends it)" : ""}`)
  const args = [VMM, "run", "maaxboard", ...(interactive ? [] : ["--timeout", TIMEOUT])]
  const stdio = [interactive ? "inherit" : "pipe", "inherit", "inherit"]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio })
  child.stdin?.on("error", () => undefined)
  child.stdin?.end(COMMANDS)
  child.on("exit", (code) => {
    process.exitCode = code ?? 1
  })
}

step("bundle the command", [TSUP, "--silent"], CLI)
step(`build ${BOARD}`, [VMM, "build", BOARD], ROOT)
boot()
