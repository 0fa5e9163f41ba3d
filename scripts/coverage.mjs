// SPDX-License-Identifier: BSD-2-Clause
//
// `pnpm coverage`: line coverage of the hand-written code of packages/ by the unit tests, in one process under c8.
// Guest boots and hostile guests (tests/, scripts/fuzz.test.ts) do not count, nor do tests and what only tests use (.c8rc.json). A file of nothing but types
// and re-exports has no line that could run, so it is left out. Under 85 % of lines is a failure.
//
//   pnpm coverage [PATTERN]...    tests to run, as for `pnpm test:unit`; all of packages/ by default

import { spawnSync } from "node:child_process"
import { readFileSync, readdirSync } from "node:fs"
import { createRequire } from "node:module"
import { join, relative, resolve } from "node:path"

// tsx's own esbuild, the one that the tests run through.
const { transformSync } = createRequire(createRequire(import.meta.url).resolve("tsx"))("esbuild")

const ROOT = resolve(import.meta.dirname, "..")
/** Files below this share of lines are named at the end, per cent. */
const LOW = 70

function sources(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === "dist") return []
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /(?<!\.test)\.ts$/.test(entry.name) ? [path] : []
  })
}

/** Whether nothing of a file runs: what is left without types is imports and re-exports. */
function isDeclarations(path) {
  const { code } = transformSync(readFileSync(path, "utf8"), { loader: "ts", minifyWhitespace: true })
  return /^(?:(?:import\b|export[{*])[^;]*;|\s)*$/.test(code)
}

function runTests(patterns) {
  const { exclude } = JSON.parse(readFileSync(join(ROOT, ".c8rc.json"), "utf8"))
  const declarations = readdirSync(join(ROOT, "packages"))
    .flatMap((name) => sources(join(ROOT, "packages", name, "src")))
    .filter(isDeclarations)
    .map((path) => relative(ROOT, path))
  const left = [...exclude, ...declarations].flatMap((glob) => ["--exclude", glob])
  const tests = ["--conditions", "@vmm/source", "--import", "tsx", "scripts/test.ts", "--serial"]
  const c8 = join(ROOT, "node_modules", "c8", "bin", "c8.js")
  const args = [
    c8,
    ...left,
    process.execPath,
    ...tests,
    "--without",
    "^tests/",
    "--without",
    "^scripts/fuzz",
    ...patterns,
  ]
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" }).status ?? 1
}

/** Per cent of lines of each package, then the files that need tests most. */
function report() {
  const { total, ...files } = JSON.parse(
    readFileSync(join(ROOT, "coverage", "coverage-summary.json"), "utf8"),
  )
  const packages = new Map()
  for (const [path, { lines }] of Object.entries(files)) {
    const name = relative(join(ROOT, "packages"), path).split("/")[0]
    const sum = packages.get(name) ?? { total: 0, covered: 0 }
    packages.set(name, { total: sum.total + lines.total, covered: sum.covered + lines.covered })
  }
  const percent = (value) => `${value.toFixed(1)} %`.padStart(8)
  console.log("\nlines covered")
  for (const [name, { total: all, covered }] of [...packages].sort()) {
    console.log(`${percent((100 * covered) / all)}  ${name}`)
  }
  const low = Object.entries(files)
    .filter(([, { lines }]) => lines.pct < LOW)
    .sort(([, a], [, b]) => a.lines.pct - b.lines.pct)
  if (low.length > 0) console.log(`\nfiles below ${LOW} %`)
  for (const [path, { lines }] of low) console.log(`${percent(lines.pct)}  ${relative(ROOT, path)}`)
  console.log(`\n${total.lines.pct} % of ${total.lines.total} lines`)
}

const patterns = process.argv.slice(2)
const status = runTests(patterns.length > 0 ? patterns : ["^packages/"])
report()
process.exitCode = status
