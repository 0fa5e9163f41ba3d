// SPDX-License-Identifier: BSD-2-Clause
//
// Compiles a script of the command (packages/cli/dist/vmm.cjs, light.cjs) and keeps the code beside it, for vm.Script's
// `cachedData`: `NAME.all.cache` has every function, for verbs that run a guest; `NAME.used.cache` those that `vmm check`
// has called, for the others. V8 takes code where its version and flags are the same, so the flags are as at its start.

import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { setFlagsFromString } from "node:v8"
import { Script } from "node:vm"

const ROOT = resolve(import.meta.dirname, "..")
const FILE = resolve(process.argv[2])

function compiled() {
  return new Script(readFileSync(FILE, "latin1"), { filename: FILE })
}

function keepAll() {
  setFlagsFromString("--no-lazy")
  const script = compiled()
  setFlagsFromString("--lazy")
  writeFileSync(`${FILE}.all.cache`, script.createCachedData())
}

/** Runs `vmm check` on an example, silently, and keeps what it has called. */
function keepUsed() {
  const script = compiled()
  const silent = (_text, _encoding, done) => {
    if (typeof _encoding === "function") _encoding()
    else done?.()
    return true
  }
  process.stdout.write = silent
  process.stderr.write = silent
  process.argv = [process.execPath, FILE, "check", resolve(ROOT, "examples", "maaxboard")]
  process.on("exit", () => {
    writeFileSync(`${FILE}.used.cache`, script.createCachedData())
    process.exitCode = 0
  })
  const module = { exports: {} }
  const url = pathToFileURL(FILE).href
  script.runInThisContext()(module.exports, module, createRequire(url), url, FILE, dirname(FILE))
}

// In a process each: V8 would find the one script's code for the other.
if (process.argv[3] === "all") keepAll()
else keepUsed()
