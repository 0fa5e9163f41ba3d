// SPDX-License-Identifier: BSD-2-Clause
//
// Our programs for the guest: compiled once, told when the compiler is missing or refuses one, and, where
// qemu-aarch64 is at hand, the same answers as its CPU gives.

import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"

import * as Effect from "effect/Effect"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { inWorkplace } from "../testing/workplace.ts"
import { guestPrograms, guestWithPrograms } from "./programs.ts"

const test = suite("cli: bench's programs")

function has(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" })
    return true
  } catch {
    process.stdout.write(`skipped: ${program} is not installed\n`)
    return false
  }
}

const compiled = () => Effect.runPromise(guestPrograms())

test("programs are compiled once, and again when a source has changed", () =>
  inWorkplace({ "src/a.c": "void _start(void) {}\n", "src/b.sh": "#!/bin/sh\n" }, async () => {
    if (!has("aarch64-linux-gnu-gcc")) return
    const first = await Effect.runPromise(guestPrograms("src"))
    assert.equal(readdirSync(join(first, "bench")).sort(), ["a", "b.sh"])
    const { mtimeMs } = statSync(join(first, "bench", "a"))
    assert.is(await Effect.runPromise(guestPrograms("src")), first)
    assert.is(statSync(join(first, "bench", "a")).mtimeMs, mtimeMs)
    writeFileSync("src/a.c", "void _start(void) { for (;;) {} }\n")
    assert.is.not(await Effect.runPromise(guestPrograms("src")), first)
  }))

test("a program that the compiler refuses is told with the compiler's words", () =>
  inWorkplace({ "src/a.c": "int main(void) { return x; }\n" }, async () => {
    if (!has("aarch64-linux-gnu-gcc")) return
    const error = await Effect.runPromise(Effect.flip(guestPrograms("src")))
    assert.match(error.message, "the compiler refuses it: src/a.c:")
    assert.equal(readdirSync("build/bench-programs"), [])
  }))

test("a compiler that is missing is told with its package", () =>
  inWorkplace({ "src/a.c": "" }, async (root) => {
    const before = process.env["PATH"]
    process.env["PATH"] = root
    const error = await Effect.runPromise(Effect.flip(guestPrograms("src"))).finally(() => {
      process.env["PATH"] = before
    })
    assert.match(error.message, "this program is not here")
    assert.match(error.diagnostics[0]?.remedy ?? "", "apt-get install gcc-aarch64-linux-gnu")
  }))

test("the guest with our programs has the other's kernel, layers, command line and lock", () =>
  inWorkplace(
    {
      "g/guest.json":
        '{ "kernel": "flat:k.bin", "ramdisk": ["debian:busybox-static", "more"], "cmdline": "a b" }',
      "other/guest.lock": "pins\n",
    },
    async (root) => {
      const file = await Effect.runPromise(
        guestWithPrograms("g/guest.json", join(root, "p"), "other/guest.json"),
      )
      assert.equal(JSON.parse(readFileSync(file, "utf8")), {
        kernel: `flat:${join(root, "g", "k.bin")}`,
        ramdisk: ["debian:busybox-static", join(root, "g", "more"), join(root, "p")],
        cmdline: "a b",
      })
      assert.is(readFileSync(join(root, "p.lock"), "utf8"), "pins\n")
      const error = await Effect.runPromise(
        Effect.flip(guestWithPrograms("none.json", "p", "other/guest.json")),
      )
      assert.match(error.diagnostics[0]?.file ?? "", "none.json")
    },
  ))

/** What a program prints under qemu-aarch64. */
const output = (root: string, name: string, ...args: readonly string[]) =>
  execFileSync("qemu-aarch64", [join(root, "bench", name), ...args], { maxBuffer: 1 << 26 }).toString(
    "latin1",
  )

test("the programs do what they say", () =>
  inWorkplace({}, async () => {
    if (!has("aarch64-linux-gnu-gcc") || !has("qemu-aarch64")) return
    const root = await compiled()
    assert.is(output(root, "syscall", "1000"), "syscall 00000000000003e8\n")
    assert.match(output(root, "pagefault", "2"), /^pagefault [0-9a-f]{16}\n$/)
    if (existsSync("/bin/true")) assert.is(output(root, "fork", "3"), "fork 0000000000000003\n")
    const text = output(root, "text", "1")
    assert.is(text.length, 2 ** 20)
    assert.match(text.slice(0, text.indexOf("\n") + 1), /^\d{7}( [a-z]+){4,14}\n$/)
    assert.is(output(root, "text", "1"), text)
    const code = output(root, "code", "64", "3", "made", "once")
    assert.match(code, /^made\nonce\ncode [0-9a-f]{16}\n$/)
    assert.is.not(output(root, "code", "65", "3", "made", "once"), code)
  }))

test("a token goes round as often as was asked, among any number of processes", () =>
  inWorkplace({}, async () => {
    if (!has("aarch64-linux-gnu-gcc") || !has("qemu-aarch64")) return
    const root = await compiled()
    for (const count of ["2", "7"])
      assert.match(output(root, "processes", count, "70", "round"), /^round\nprocesses [0-9a-f]{16}\n$/)
    assert.throws(() => output(root, "processes", "1", "70", "round"))
  }))

test.run()
