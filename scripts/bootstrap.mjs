// SPDX-License-Identifier: BSD-2-Clause
//
// The two commands of the README, for a machine with nothing but Node, git and apt: fetches the pinned
// pnpm, installs the workspace, builds it, and goes on with what was asked. `check` installs only where the
// packages are not those of the lockfile, as after a pull that brought a new one.
//
//   node scripts/bootstrap.mjs quickstart | test | check

import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"

const ROOT = resolve(import.meta.dirname, "..")
const TOOLS = join(ROOT, ".tools")

/** Runs a command with our stdio; gives its exit code. */
function statusOf(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", ...options })
  if (result.error) fail(`cannot run ${command}: ${result.error.message}`)
  return result.status ?? 1
}

/** Runs a command; ends this process with its exit code when it fails. */
function run(command, args, options = {}) {
  const status = statusOf(command, args, options)
  if (status !== 0) process.exit(status)
}

function fail(message) {
  process.stderr.write(`error: ${message}\n`)
  process.exit(1)
}

/** The pinned pnpm of package.json's `packageManager`, kept in .tools/. */
function pnpm() {
  const wanted = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).packageManager.split("@")[1]
  const home = join(TOOLS, `pnpm-${wanted}`)
  const entry = join(home, "node_modules", "pnpm", "bin", "pnpm.cjs")
  if (!existsSync(entry)) {
    mkdirSync(home, { recursive: true })
    run("npm", ["install", "--silent", "--no-fund", "--no-audit", "--prefix", home, `pnpm@${wanted}`])
  }
  return (...args) => run(process.execPath, [entry, ...args])
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Node ${process.versions.node} is too old; install Node 20.19 or newer`)
  }
}

/** Whether what is installed is what the lockfile says: pnpm leaves a copy of it with the packages. */
function isInstalled() {
  const copy = join(ROOT, "node_modules", ".pnpm", "lock.yaml")
  return existsSync(copy) && readFileSync(copy).equals(readFileSync(join(ROOT, "pnpm-lock.yaml")))
}

function install() {
  pnpm()("install", "--frozen-lockfile", "--prefer-offline", "--silent")
}

function main() {
  checkNode()
  const verb = process.argv[2]
  const source = ["--conditions", "@vmm/source", "--import", "tsx"]
  if (verb !== "check" || !isInstalled()) install()
  if (verb === "check") {
    run(process.execPath, [...source, "scripts/check.ts"])
  } else if (verb === "test") {
    run("bash", ["scripts/install-test-tools.sh"])
    run(process.execPath, [...source, "scripts/check.ts"])
    // The tests come last: their closing line counts what passed and what failed.
    const mistakes = statusOf(process.execPath, [...source, "tests/mistakes/run.ts", "--minutes", "12"])
    run(process.execPath, [...source, "scripts/test.ts"])
    if (mistakes !== 0) fail("the corpus of mistakes has failed: its table is above the tests")
  } else if (verb === "quickstart") {
    run(process.execPath, ["scripts/quickstart.mjs"])
  } else {
    fail(`usage: node scripts/bootstrap.mjs quickstart|test|check`)
  }
}

main()
