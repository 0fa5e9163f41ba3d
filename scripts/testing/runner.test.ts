// SPDX-License-Identifier: BSD-2-Clause
//
// The test runner over small trees of test files: what it counts, and what it does not let pass.

import { type SpawnSyncReturns, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { testFiles } from "./select.ts"

const REPOSITORY = resolve(import.meta.dirname, "../..")

const HEAD = `import { suite } from "uvu"\nimport * as assert from "uvu/assert"\nconst test = suite("fixture")\n`
const good = (name: string) => `${HEAD}test("${name}", () => assert.ok(true))\ntest.run()\n`
const GOOD = good("holds")
const BAD = `${HEAD}test("does not hold", () => assert.is(1, 2))\ntest("holds", () => assert.ok(true))\ntest.run()\n`
const SKIPS = `${HEAD}console.log("skipped: no tool")\ntest.skip("a", () => {})\ntest("b", () => {})\ntest.run()\n`

const HOOK = `${HEAD}test.before(() => { throw new Error("x") })\ntest("a", () => assert.ok(true))\ntest.run()\n`

type Files = Readonly<Record<string, string>>

function withTree<A>(files: Files, use: (root: string) => A): A {
  const root = mkdtempSync(join(tmpdir(), "vmm-runner-"))
  try {
    symlinkSync(join(REPOSITORY, "node_modules"), join(root, "node_modules"))
    writeFileSync(join(root, "package.json"), `{ "type": "module" }`)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return use(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

interface Run extends SpawnSyncReturns<string> {
  /** The last line of its standard output. */
  readonly closing: string
}

function runTests(files: Files, args: readonly string[] = [], timeoutMs = 60_000): Run {
  return withTree(files, (root) => {
    const run = spawnSync(
      process.execPath,
      ["--import", "tsx", join(REPOSITORY, "scripts/test.ts"), "--root", root, ...args],
      { cwd: REPOSITORY, encoding: "utf8", env: { ...process.env, VMM_TEST_TIMEOUT_MS: String(timeoutMs) } },
    )
    return { ...run, closing: run.stdout.trimEnd().split("\n").at(-1) ?? "" }
  })
}

const runner = suite("scripts: test runner")

for (const mode of ["--serial", "--jobs=2"]) {
  runner(`passes, failures and skips are counted over all files (${mode})`, () => {
    const files = { "packages/a/a.test.ts": GOOD, "packages/b/b.test.ts": BAD, "tests/c.test.ts": SKIPS }
    const run = runTests(files, [mode])
    assert.is(run.closing, "3 passed, 1 failed, 1 skipped")
    assert.is(run.status, 1)
    assert.match(run.stdout, "does not hold")
    assert.match(run.stdout, "skipped: no tool")
    assert.match(run.stdout, "1 failed: packages/b/b.test.ts")
    assert.match(run.stdout, "1 skipped: tests/c.test.ts")
  })

  runner(
    `a file that registers no test, one that does not load and a failing hook are failures (${mode})`,
    () => {
      const run = runTests(
        {
          "packages/a/empty.test.ts": "export {}\n",
          "packages/a/no-test.test.ts": `${HEAD}assert.ok(true)\ntest.run()\n`,
          "packages/a/broken.test.ts": `throw new Error("out of order")\n`,
          "packages/a/hook.test.ts": HOOK,
          "packages/a/good.test.ts": GOOD,
        },
        [mode],
      )
      assert.is(run.closing, "1 passed, 4 failed")
      assert.is(run.status, 1)
      assert.match(run.stdout, "packages/a/empty.test.ts: no test registered")
      assert.match(run.stdout, "packages/a/no-test.test.ts: no test registered")
      assert.match(run.stdout, /broken\.test\.ts: did not load\n.*out of order/)
      assert.match(run.stdout, "a hook failed")
    },
  )
}

const WAITS = `${HEAD}setInterval(() => {}, 1000)\ntest("waits", () => new Promise(() => {}))\ntest.run()\n`
const LOOPS = `${HEAD}test("loops", () => { for (;;); })\ntest.run()\n`

runner("a test that never settles fails by name and the others still run (--serial)", () => {
  const run = runTests({ "packages/a/waits.test.ts": WAITS, "packages/b/b.test.ts": GOOD }, ["--serial"], 500)
  assert.is(run.closing, "1 passed, 1 failed")
  assert.match(run.stdout, /packages\/a\/waits\.test\.ts: .*did not come back within 0\.5 s/)
})

runner("tests that never settle or loop for ever are stopped by name and the others still run", () => {
  const files = {
    "packages/a/waits.test.ts": WAITS,
    "packages/a/loops.test.ts": LOOPS,
    "packages/b/b.test.ts": GOOD,
  }
  const run = runTests(files, ["--jobs=2"], 5000)
  assert.is(run.closing, "1 passed, 2 failed")
  assert.match(run.stdout, "packages/a/waits.test.ts: did not come back within 5 s")
  assert.match(run.stdout, "packages/a/loops.test.ts: did not come back within 5 s")
})

runner("a test that ends its process is a failure, with exit code 0 too", () => {
  const exits = `${HEAD}test("ends", () => process.exit(0))\ntest.run()\n`
  const files = { "packages/a/exits.test.ts": exits, "packages/b/b.test.ts": GOOD }
  const run = runTests(files, ["--jobs=1"])
  assert.is(run.closing, "1 passed, 1 failed")
  assert.match(run.stdout, "packages/a/exits.test.ts: its process ended before its tests did (exit code 0)")
})

runner("what a file prints stands together under its name", () => {
  const talks = (word: string) =>
    `${HEAD}for (const i of [1, 2]) test(word(i), async () => {\n  console.log(word(i))\n` +
    `  console.error(word(i) + "!")\n  await new Promise((go) => setTimeout(go, 50))\n})\n` +
    `function word(i: number) { return "${word}" + i }\ntest.run()\n`
  const files = { "packages/a/a.test.ts": talks("left"), "packages/b/b.test.ts": talks("right") }
  const { stdout } = runTests(files, ["--jobs=2"])
  const said = stdout.match(/(?:left|right)\d!?/g) ?? []
  const left = ["left1", "left1!", "left2", "left2!"]
  const right = ["right1", "right1!", "right2", "right2!"]
  assert.equal(said, said[0] === "left1" ? [...left, ...right] : [...right, ...left])
})

runner("patterns choose files, --without leaves some out, and an empty selection is a failure", () => {
  const files = { "packages/a/a.test.ts": GOOD, "packages/b/b.test.ts": BAD, "tests/boot/c.test.ts": BAD }
  assert.is(runTests(files, ["packages/a/"]).closing, "1 passed, 0 failed")
  assert.is(
    runTests(files, ["--without", "^tests/boot/", "--without", "b\\.test"]).closing,
    "1 passed, 0 failed",
  )
  const none = runTests(files, ["packages/z/"])
  assert.is(none.closing, "0 passed, 1 failed")
  assert.is(none.status, 1)
})

runner("suites that boot whole guests come first, the rest by path", () => {
  const names = [
    "packages/b/b.test.ts",
    "packages/a/a.test.ts",
    "tests/boot/x.test.ts",
    "tests/plain.test.ts",
  ]
  const files = Object.fromEntries(names.map((name) => [name, GOOD]))
  withTree({ ...files, "packages/a/node_modules/n.test.ts": GOOD, "other/o.test.ts": GOOD }, (root) => {
    assert.equal(testFiles(root, { patterns: [], without: [] }), [
      "tests/boot/x.test.ts",
      "packages/a/a.test.ts",
      "packages/b/b.test.ts",
      "tests/plain.test.ts",
    ])
  })
})

runner("an unknown option ends with the usage and exit code 2", () => {
  const run = runTests({}, ["--nonsense"])
  assert.is(run.status, 2)
  assert.match(run.stderr, "usage: pnpm test:unit")
  assert.is(runTests({}, ["--jobs=0"]).status, 2)
})

runner.run()
