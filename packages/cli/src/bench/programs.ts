// SPDX-License-Identifier: BSD-2-Clause
//
// Our programs for the guest: every .c file of packages/cli/bench/guests, compiled for arm64 without a C library,
// and every .sh file as it is; kept under a name made of all that went in. And the guest.json that lays them over
// the benchmark's guest.

import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"

import { type GuestSource, lockPath, readGuestFile, sourceText } from "@vmm/guest-boot"
import * as Effect from "effect/Effect"

import { badInput, type BadInput, fileError } from "../bad-input.ts"
import { BUILD_ROOT } from "../compile/build.ts"
import { inTree } from "./machines.ts"
import { PROGRAMS } from "./rows.ts"

const COMPILER = "aarch64-linux-gnu-gcc"
const FLAGS = [
  ..."-O2 -static -nostdlib -ffreestanding".split(" "),
  ..."-Wall -Wextra -Werror -s -Wl,-z,max-page-size=4096,--build-id=none".split(" "),
]

/** Where builds of the programs are kept, as seen from the working directory. */
const KEPT = join(BUILD_ROOT, "bench-programs")

/** Runs a program; what it printed, or what is wrong with it. */
function run(file: string, args: readonly string[]): Effect.Effect<string, string> {
  return Effect.async<string, string>((resume) => {
    execFile(file, args, (cause, stdout, stderr) => {
      const missing = cause !== null && "code" in cause && cause.code === "ENOENT"
      const why = missing ? "this program is not here" : stderr.trim().split("\n").slice(0, 5).join("\n")
      resume(cause === null ? Effect.succeed(stdout) : Effect.fail(why))
    })
  })
}

/** Names and contents of all sources, and the compiler's version, as one name. */
function stamp(folder: string, names: readonly string[], version: string): Effect.Effect<string> {
  return Effect.promise(async () => {
    const hash = createHash("sha256").update([version, ...FLAGS].join("\n"))
    for (const name of names) hash.update(`\n${name}\n`).update(await readFile(join(folder, name)))
    return hash.digest("hex").slice(0, 16)
  })
}

function compileAll(folder: string, names: readonly string[], out: string): Effect.Effect<void, BadInput> {
  return Effect.forEach(names, (name) => {
    const source = join(folder, name)
    const target = join(out, name.replace(/\.c$/, ""))
    return run(COMPILER, [...FLAGS, "-o", target, source]).pipe(
      Effect.mapError((why) => fileError(source, `the compiler refuses it: ${why}`, "correct the program")),
    )
  }).pipe(Effect.asVoid)
}

/** The folder, absolute, that goes over the guest's initramfs; compiled when it is not there yet. */
export function guestPrograms(sources?: string): Effect.Effect<string, BadInput> {
  return Effect.gen(function* () {
    const folder = sources ?? inTree("packages", "cli", "bench", "guests")
    if (folder === undefined)
      return yield* fileError("packages/cli/bench/guests", "the programs are not here", "run in a clone")
    const version = yield* run(COMPILER, ["--version"]).pipe(
      Effect.mapError((why) =>
        fileError(COMPILER, why, "apt-get install gcc-aarch64-linux-gnu, or take only boot rows with --rows"),
      ),
    )
    const names = (yield* Effect.promise(() => readdir(folder)))
      .filter((name) => /\.(c|h|sh)$/.test(name))
      .sort()
    const root = resolve(KEPT, yield* stamp(folder, names, version.split("\n")[0] ?? ""))
    if (existsSync(root)) return root
    const draft = `${root}.${process.pid}`
    const out = join(draft, PROGRAMS)
    yield* Effect.promise(() => mkdir(out, { recursive: true }))
    const programs = names.filter((name) => name.endsWith(".c"))
    yield* compileAll(folder, programs, out).pipe(
      Effect.tapError(() => Effect.promise(() => rm(draft, { recursive: true, force: true }))),
    )
    const scripts = names.filter((name) => name.endsWith(".sh"))
    yield* Effect.promise(() => Promise.all(scripts.map((name) => cp(join(folder, name), join(out, name)))))
    yield* Effect.promise(() => rename(draft, root).catch(() => rm(draft, { recursive: true, force: true })))
    return root
  })
}

/** As a guest.json elsewhere has to name it: a path absolute, a package by its name. */
const movedSource = (file: string, source: GuestSource): string =>
  source.kind === "debian" ? sourceText(source) : resolve(dirname(file), source.path)

/**
 * Writes a guest.json with the kernel, layers and command line of `file` and the programs of `root` as the last
 * layer, and beside it the lock of `lockOf`, so that it is the same kernel; gives its path.
 */
export function guestWithPrograms(
  file: string,
  root: string,
  lockOf: string,
): Effect.Effect<string, BadInput> {
  return Effect.gen(function* () {
    const { kernel, ramdisk, cmdline } = yield* readGuestFile(file).pipe(
      Effect.mapError(({ diagnostics }) => badInput(diagnostics, new Map())),
    )
    const path = `${root}.json`
    const guest = {
      kernel: `${kernel.flat ? "flat:" : ""}${movedSource(file, kernel.source)}`,
      ramdisk: [...ramdisk.map((source) => movedSource(file, source)), root],
      cmdline: cmdline ?? "",
    }
    yield* Effect.promise(async () => {
      await writeFile(path, `${JSON.stringify(guest, null, 2)}\n`)
      if (existsSync(lockPath(lockOf))) await cp(lockPath(lockOf), lockPath(path))
    })
    return path
  })
}
