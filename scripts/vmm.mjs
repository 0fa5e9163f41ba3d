// SPDX-License-Identifier: BSD-2-Clause
//
// Runs `vmm` out of the workspace: the built bundle when it is newer than every source (it starts at once), else
// the sources themselves through tsx. VMM_SOURCE=1 always takes the sources.

import { spawn } from "node:child_process"
import { readdirSync, statSync } from "node:fs"
import { constants } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const ROOT = resolve(import.meta.dirname, "..")
const CLI = join(ROOT, "packages", "cli")
const BUNDLE = join(CLI, "dist", "bin.js")

const SCRIPT = join(CLI, "dist", "vmm.cjs")

const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** The time of the newest source file under `dir`. */
function newest(dir) {
  return readdirSync(dir, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return Math.max(latest, newest(path))
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts")
      ? Math.max(latest, timeOf(path))
      : latest
  }, timeOf(dir))
}

function bundleIsFresh() {
  const built = Math.min(timeOf(BUNDLE), timeOf(SCRIPT))
  if (built === 0 || process.env.VMM_SOURCE !== undefined) return false
  const packages = readdirSync(join(ROOT, "packages"))
  return packages.every((name) => newest(join(ROOT, "packages", name, "src")) < built)
}

/** Another process, since the conditions of package exports are set when Node starts. */
function runSources() {
  const tsx = import.meta.resolve("tsx")
  const args = [
    "--conditions",
    "@vmm/source",
    "--import",
    tsx,
    join(CLI, "src", "bin.ts"),
    ...process.argv.slice(2),
  ]
  const child = spawn(process.execPath, args, { stdio: "inherit" })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  child.on("error", (error) => {
    process.stderr.write(`cannot start Node: ${error.message}\n`)
    process.exitCode = 70
  })
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === null ? 70 : 128 + constants.signals[signal])
  })
}

if (bundleIsFresh()) {
  process.argv[1] = BUNDLE
  await import(pathToFileURL(BUNDLE).href)
} else {
  runSources()
}
