// SPDX-License-Identifier: BSD-2-Clause
//
// The console driver over small programs.

import { existsSync, readFileSync } from "node:fs"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { type ConsoleCommand, ConsoleDriver, ConsoleError } from "./console.ts"
import { processTree } from "./process-tree.ts"
import { paperGuest, scripted } from "./testing.ts"

const test = suite("cli: console driver")

const LONG_MS = 60_000

async function using(command: ConsoleCommand, body: (driver: ConsoleDriver) => Promise<void>): Promise<void> {
  const driver = new ConsoleDriver(command)
  try {
    await body(driver)
  } finally {
    await driver.stop()
  }
}

async function failure(promise: Promise<unknown>): Promise<ConsoleError> {
  try {
    await promise
  } catch (cause) {
    if (cause instanceof ConsoleError) return cause
    throw cause
  }
  throw new Error("it did not fail")
}

test("each wait begins where the one before it ended", () =>
  using(scripted("three", "console.log('a1 a2\\na3')"), async (driver) => {
    for (const digit of ["1", "2", "3"]) {
      const { match } = await driver.waitFor(/a(\d)/, LONG_MS)
      assert.is(match[1], digit)
    }
    assert.is(driver.output, "a1 a2\na3\n")
  }))

test("a typed line comes to the program with a carriage return, and what lies before a match is kept", () =>
  using(paperGuest("paper"), async (driver) => {
    await driver.waitFor(/\/ # /, LONG_MS)
    driver.line("echo vmm-''x")
    const { before } = await driver.waitFor(/vmm-x\r\n/, LONG_MS)
    assert.is(before, "echo vmm-''x\r\n")
  }))

const SLOW =
  "setTimeout(() => process.stdout.write('he'), 10); setTimeout(() => process.stdout.write('llo'), 200)"

test("a match may come in pieces, and its time is that of the last piece", () =>
  using(scripted("slow", `process.stdout.write('x'); ${SLOW}`), async (driver) => {
    const first = await driver.waitFor(/he/, LONG_MS)
    assert.ok(first.atMs > driver.startedMs)
    const rest = await driver.waitFor(/llo/, LONG_MS)
    assert.ok(rest.atMs > first.atMs)
  }))

test("the time of what came earlier is its arrival, not that of the question", () =>
  using(scripted("slow", `process.stdout.write('x'); ${SLOW}`), async (driver) => {
    await driver.waitFor(/x/, LONG_MS)
    await driver.exit(LONG_MS)
    const [first, rest] = [await driver.waitFor(/he/, LONG_MS), await driver.waitFor(/llo/, LONG_MS)]
    assert.ok(first.atMs < rest.atMs)
  }))

test("a time-out shows the last lines of console and stderr without control sequences", () =>
  using(
    scripted(
      "mute",
      "console.log('first\\n\\x1b[1mlast\\x1b[0m\\r'); console.error('a warning'); setInterval(() => 0, 1000)",
    ),
    async (driver) => {
      await driver.waitFor(/last/, LONG_MS)
      const error = await failure(driver.waitFor(/prompt/, 300, "the prompt"))
      assert.is(error.reason, "timeout")
      assert.is(error.text, "mute did not reach the prompt within 0.3 s")
      assert.equal(error.console, ["first", "last"])
      assert.match(error.message, "\n  last lines of the console:\n  | first\n  | last")
      assert.match(error.message, "a warning")
      assert.is((await failure(driver.exit(10))).text, "mute did not end within 0.01 s")
    },
  ))

test("a program that ends early is told with its exit code", () =>
  using(scripted("brief", "process.exit(7)"), async (driver) => {
    const error = await failure(driver.waitFor(/prompt/, LONG_MS, "the prompt"))
    assert.is(error.reason, "exit")
    assert.is(error.text, "brief ended with exit code 7 before the prompt")
    assert.match(error.message, "the console was silent")
    assert.is(await driver.exit(LONG_MS), 7)
    driver.line("nobody listens")
    assert.is(driver.peakRssMib(), undefined)
  }))

test("a program that is not there does not start", () =>
  using({ name: "none", file: "/nonexistent/program", args: [] }, async (driver) => {
    for (const wait of [driver.waitFor(/x/, LONG_MS), driver.exit(LONG_MS)]) {
      const error = await failure(wait)
      assert.is(error.reason, "start")
      assert.match(error.text, "none does not start: ")
    }
  }))

test("the end of the input reaches the program", () =>
  using(scripted("reader", "process.stdin.resume().on('end', () => process.exit(3))"), async (driver) => {
    driver.endInput()
    assert.is(await driver.exit(LONG_MS), 3)
  }))

/** Whether the process runs; one that ended and that nobody asked about yet (a zombie) does not. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))
  } catch {
    return false
  }
}

/** Resolves when the process has ended. */
async function ended(pid: number): Promise<void> {
  while (runs(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

const PARENT = `const { spawn } = require("node:child_process")
spawn(process.execPath, ["-e", "console.log('pid', process.pid); setInterval(() => 0, 1000)"], { stdio: "inherit" })`

test("what a program started counts to its memory and is stopped with it", async () => {
  const driver = new ConsoleDriver(scripted("parent", PARENT))
  const { match } = await driver.waitFor(/pid (\d+)/, LONG_MS)
  const child = Number(match[1])
  if (existsSync("/proc/self/task")) {
    assert.ok(processTree(process.pid).includes(child))
    assert.ok((driver.peakRssMib() ?? 0) > 20)
  }
  await driver.stop()
  await driver.stop()
  await ended(child)
})

test("a signal that ends the parent ends the guest too", async () => {
  const console = JSON.stringify(new URL("console.ts", import.meta.url).href)
  const program = `import(${console}).then(({ ConsoleDriver }) => {
    const guest = new ConsoleDriver({ name: "g", file: process.execPath, args: ["-e", ${JSON.stringify(
      "console.log('pid', process.pid); setInterval(() => 0, 1000)",
    )}] })
    guest.waitFor(/pid (\\d+)/, 60000).then(({ match }) => {
      console.log("guest " + match[1])
      process.kill(process.pid, "SIGTERM")
    })
  })`
  const command = scripted("parent", program)
  const loaders = ["--conditions", "@vmm/source", "--import", import.meta.resolve("tsx")]
  await using({ ...command, args: [...loaders, ...command.args] }, async (driver) => {
    const { match } = await driver.waitFor(/guest (\d+)\n/, LONG_MS)
    const error = await failure(driver.waitFor(/more/, LONG_MS, "more"))
    assert.is(error.text, "parent ended by SIGTERM before more")
    await ended(Number(match[1]))
  })
})

test.run()
