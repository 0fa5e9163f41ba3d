// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm bench`: builds the guests, runs the contest and prints it.

import { execFile } from "node:child_process"
import { join, relative } from "node:path"

import * as Effect from "effect/Effect"
import { findByPath, propString } from "@vmm/devicetree"

import { type BadInput, fileError } from "../bad-input.ts"
import type { Action, Arguments } from "../command/verb.ts"
import { type Built, build } from "../compile/build.ts"
import { EXIT_BAD_INPUT, EXIT_OK, EXIT_TIMEOUT } from "../exit-code.ts"
import type { Stdio } from "../stdio.ts"
import { type Caches, openCaches } from "./caches.ts"
import { compare, type Pairing } from "./compare.ts"
import type { ConsoleError } from "./console.ts"
import { type GrowthResult, measureGrowth } from "./growth.ts"
import { type Host, thisHost } from "./host.ts"
import { type GuestParts, inTree, oursCommand, QEMU, qemuCommand } from "./machines.ts"
import { type BenchOptions, readBenchOptions } from "./options.ts"
import { failures, type Report, reportJson, reportMarkdown, reportText } from "./output.ts"
import { guestPrograms, guestWithPrograms } from "./programs.ts"
import { scaledSizes, type Start } from "./rows.ts"

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
function guestParts({ path, compiled }: Built, folder: string): Effect.Effect<GuestParts, BadInput> {
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

/** A guest that both machines can start. */
interface Contestant {
  /** The build's name. */
  readonly name: string
  readonly parts: GuestParts
}

type Log = (line: string) => void

/** The guest of the boot rows. */
function bootGuest(
  { folder, guest }: Pick<BenchOptions, "folder" | "guest">,
  log: Log,
): Effect.Effect<Contestant, BadInput> {
  return build({ folder, guest, log }).pipe(
    Effect.flatMap((built) =>
      Effect.map(guestParts(built, folder), (parts) => ({ name: built.name, parts })),
    ),
  )
}

/** The guest of all other rows, with our programs. */
function workGuest({ folder, guest }: BenchOptions, log: Log): Effect.Effect<Contestant, BadInput> {
  return Effect.gen(function* () {
    const own = inTree("packages", "cli", "bench", "bench-virt")
    if (own === undefined)
      return yield* fileError("packages/cli/bench/bench-virt", "the guest is not here", "run in a clone")
    const root = yield* guestPrograms()
    const lockOf = guest ?? join(folder, "guest.json")
    const file = yield* guestWithPrograms(join(own, "guest.json"), root, lockOf)
    return yield* bootGuest({ folder: relative(process.cwd(), own), guest: file }, log)
  })
}

/** A seed for each round, so that every round has another layout and every run the same ones. */
const seedOf = (round: number): bigint => ((BigInt(round) + 1n) * 0x9e37_79b9_7f4a_7c15n) % 2n ** 64n

/** How each kind of start begins, of the guest that it boots. */
function starts(
  caches: Caches,
): Readonly<Record<Start, (guest: Contestant) => Pick<Pairing, "ours" | "qemu">>> {
  const cold = ({ name, parts }: Contestant) => ({
    ours: () => Effect.map(caches.cold(name), (cache) => oursCommand(name, { cache })),
    qemu: qemuCommand(parts),
  })
  return {
    boot: cold,
    work: cold,
    kaslr: ({ name, parts }) => ({
      ours: (round) =>
        Effect.map(caches.cold(name), (cache) => oursCommand(name, { cache, kaslrSeed: seedOf(round) })),
      qemu: qemuCommand(parts, true),
    }),
    warm: ({ name, parts }) => ({
      ours: () => Effect.map(caches.warm(name), (cache) => oursCommand(name, { cache })),
      qemu: qemuCommand(parts),
    }),
  }
}

const STARTS: readonly Start[] = ["boot", "kaslr", "warm", "work"]

interface Guests {
  readonly boot: Contestant | undefined
  readonly work: Contestant | undefined
}

/** Builds the guests that the rows need. */
function buildGuests(options: BenchOptions, log: Log): Effect.Effect<Guests, BadInput> {
  const { rows, growth } = options
  const work = growth.length > 0 || rows.some(({ start }) => start === "work")
  const boot = rows.some(({ start }) => start !== "work")
  return Effect.all({
    boot: boot ? bootGuest(options, log) : Effect.succeed(undefined),
    work: work ? workGuest(options, log) : Effect.succeed(undefined),
  })
}

function pairings(options: BenchOptions, guests: Guests, caches: Caches): readonly Pairing[] {
  const { rows, scale, timeoutMs } = options
  return STARTS.flatMap((start) => {
    const own = rows.filter((row) => row.start === start)
    const guest = start === "work" ? guests.work : guests.boot
    if (own.length === 0 || guest === undefined) return []
    const work = { rows: own, sizes: scaledSizes(scale), timeoutMs }
    return [{ name: start, work, ...starts(caches)[start](guest) }]
  })
}

function growthRows(
  options: BenchOptions,
  guests: Guests,
  caches: Caches,
  log: Log,
): Effect.Effect<readonly GrowthResult[], ConsoleError> {
  const { work: guest } = guests
  if (guest === undefined) return Effect.succeed([])
  return Effect.forEach(options.growth, (name) => {
    log(`${name}: ours, then QEMU`)
    const { ours, qemu } = starts(caches).work(guest)
    return measureGrowth(name, options, ours(0), qemu)
  })
}

/** Whether this process runs TypeScript as it is; then so does the one that is measured. */
const fromSources = (): boolean => import.meta.filename.endsWith(".ts")

function contest(
  options: BenchOptions,
  host: (qemu: string) => Host,
  log: Log,
): Effect.Effect<Report, BadInput | ConsoleError> {
  return Effect.scoped(
    Effect.gen(function* () {
      const version = yield* findQemu()
      const guests = yield* buildGuests(options, log)
      const caches = yield* openCaches(options.timeoutMs)
      const all = pairings(options, guests, caches)
      log(version)
      for (const { name, qemu } of all) log(`${name}: ${[qemu.file, ...qemu.args].join(" ")}`)
      if (fromSources())
        log("note: vmm runs from its sources, which starts slowly and takes memory; pnpm build first")
      const { rounds, scale } = options
      const result = yield* compare({ pairings: all, rounds, log })
      const growth = yield* growthRows(options, guests, caches, log)
      return { host: host(version), scale, result, growth }
    }),
  )
}

const FORMS = { text: reportText, json: reportJson, markdown: reportMarkdown } as const

/** 4 when a machine did not get through a row, 1 when answers differ, else 0. */
function codeOf({ result, growth }: Report): number {
  const failed = result.rows.flatMap(({ outcome }) => (outcome.kind === "failed" ? [outcome] : []))
  if (failed.some(({ answers }) => !answers)) return EXIT_TIMEOUT
  return failed.length > 0 || growth.some(({ wrong }) => wrong !== undefined) ? EXIT_BAD_INPUT : EXIT_OK
}

/** Runs the benchmark with these options and prints it; gives the exit code. `argv` is told in the report. */
function runBench(
  options: BenchOptions,
  argv: readonly string[],
  stdio: Pick<Stdio, "out" | "err">,
): Effect.Effect<number, BadInput> {
  const err = (line: string) => stdio.err(`${line}\n`)
  return contest(options, (qemu) => thisHost(qemu, argv), err).pipe(
    Effect.map((report) => {
      stdio.out(FORMS[options.form](report))
      for (const line of failures(report)) err(`vmm bench: ${line}`)
      return codeOf(report)
    }),
    Effect.catchTag("ConsoleError", (error) => {
      err(`vmm bench: ${error.message}`)
      return Effect.succeed(error.reason === "start" ? EXIT_BAD_INPUT : EXIT_TIMEOUT)
    }),
  )
}

/** The command line again, as it can be given. */
function argvOf({ positionals, options }: Arguments): readonly string[] {
  const words = [...options].map(([name, value]) => (value === "" ? `--${name}` : `--${name} ${value}`))
  return [...positionals, ...words]
}

/** The verb's work. */
export const bench: Action = (args, stdio) => runBench(readBenchOptions(args), argvOf(args), stdio)
