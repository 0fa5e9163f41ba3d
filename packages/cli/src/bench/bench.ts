// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm bench`: builds the example, finds its guest, runs the contest and prints it.

import { execFile } from "node:child_process"
import { join } from "node:path"

import * as Effect from "effect/Effect"
import { findByPath, propString } from "@vmm/devicetree"

import { type BadInput, fileError } from "../bad-input.ts"
import type { Action } from "../command/verb.ts"
import { type Built, build } from "../compile/build.ts"
import { EXIT_BAD_INPUT, EXIT_OK, EXIT_TIMEOUT } from "../exit-code.ts"
import type { Stdio } from "../stdio.ts"
import { type BenchError, compare, type Result } from "./compare.ts"
import type { ConsoleError } from "./console.ts"
import { type GuestParts, oursCommand, QEMU, qemuCommand } from "./machines.ts"
import { type BenchOptions, readBenchOptions } from "./options.ts"
import { resultJson, resultText } from "./output.ts"

/** QEMU's version, its first line. */
function findQemu(): Effect.Effect<string, BadInput> {
  return Effect.async<string, BadInput>((resume) => {
    execFile(QEMU, ["--version"], (cause, stdout) => {
      const missing = fileError(
        QEMU,
        "this program is not here, or does not run",
        "apt-get install qemu-system-arm",
      )
      resume(cause === null ? Effect.succeed(stdout.split("\n")[0] ?? "") : Effect.fail(missing))
    })
  })
}

/** The guest of the build's only virtual machine. */
export function guestParts({ path, compiled }: Built, folder: string): Effect.Effect<GuestParts, BadInput> {
  const [vm, another] = compiled.vms
  if (vm === undefined || another !== undefined) {
    const remedy = "name a folder with one virtual machine"
    return Effect.fail(fileError(folder, `it has ${compiled.vms.length} virtual machines`, remedy))
  }
  const images = compiled.system.domains.flatMap((domain) => domain.vm?.images ?? [])
  const fileOf = (name: string) => {
    const image = images.find((one) => one.name === name)
    return image === undefined ? undefined : join(path, image.file)
  }
  const kernel = fileOf("kernel")
  const chosen = findByPath(vm.boot.tree, "/chosen")
  if (kernel === undefined)
    return Effect.fail(fileError(folder, "its guest has no kernel", "name one in its guest.json"))
  return Effect.succeed({
    kernel,
    initrd: fileOf("initrd"),
    bootargs: (chosen === undefined ? undefined : propString(chosen, "bootargs")) ?? "",
    ramBytes: vm.plan.ramRegions.reduce((sum, { size }) => sum + size, 0),
    cpus: vm.plan.vcpus.length,
  })
}

/** Whether this process runs TypeScript as it is; then so does the one that is measured. */
const fromSources = (): boolean => import.meta.filename.endsWith(".ts")

function contest(
  options: BenchOptions,
  log: (line: string) => void,
): Effect.Effect<Result, BadInput | ConsoleError | BenchError> {
  return Effect.gen(function* () {
    const version = yield* findQemu()
    const built = yield* build({ folder: options.folder, guest: options.guest, log })
    const qemu = qemuCommand(yield* guestParts(built, options.folder))
    log(version)
    log([qemu.file, ...qemu.args].join(" "))
    if (fromSources())
      log("note: vmm runs from its sources, which starts slowly and takes memory; pnpm build first")
    const { rows, sizes, timeoutMs, rounds } = options
    return yield* compare({
      ours: oursCommand(built.name),
      qemu,
      work: { rows, sizes, timeoutMs },
      rounds,
      log,
    })
  })
}

/** Runs the benchmark with these options and prints it; gives the exit code. */
export function runBench(
  options: BenchOptions,
  stdio: Pick<Stdio, "out" | "err">,
): Effect.Effect<number, BadInput> {
  const told = (error: { readonly message: string }, code: number) => {
    stdio.err(`vmm bench: ${error.message}\n`)
    return Effect.succeed(code)
  }
  return contest(options, (line) => stdio.err(`${line}\n`)).pipe(
    Effect.map((result) => {
      stdio.out(options.json ? resultJson(result) : resultText(result))
      return EXIT_OK
    }),
    Effect.catchTag("BenchError", (error) => told(error, EXIT_BAD_INPUT)),
    Effect.catchTag("ConsoleError", (error) =>
      told(error, error.reason === "start" ? EXIT_BAD_INPUT : EXIT_TIMEOUT),
    ),
  )
}

/** The verb's work. */
export const bench: Action = (args, stdio) => runBench(readBenchOptions(args), stdio)
