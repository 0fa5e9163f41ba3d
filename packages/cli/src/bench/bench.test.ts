// SPDX-License-Identifier: BSD-2-Clause
//
// The benchmark: its statistics, options and forms of output; contests of guests on paper; and the real QEMU where
// it and the guest's files are at hand.

import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { loadGuestFiles, readGuestFile } from "@vmm/guest-boot"
import * as Effect from "effect/Effect"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { parseCommand } from "../command/parse.ts"
import { main } from "../main.ts"
import { LOOP, says } from "../testing/guests.ts"
import { example, fakeStdio, inWorkplace, type Said, SYSTEM } from "../testing/workplace.ts"
import { compare } from "./compare.ts"
import { oursCommand, QEMU, qemuBootargs, qemuCommand } from "./machines.ts"
import { measure, type Work } from "./measure.ts"
import { type BenchOptions, readBenchOptions } from "./options.ts"
import { resultJson, resultText } from "./output.ts"
import { ROWS } from "./rows.ts"
import { median, summarize } from "./statistics.ts"
import { ANSWER, paperGuest, scripted } from "./testing.ts"
import { BENCH } from "./verb.ts"

const test = suite("cli: bench")

test("the median is the middle, or the mean of the two in the middle", () => {
  assert.is(median([9, 1, 5]), 5)
  assert.is(median([10, 1, 2, 3]), 2.5)
  assert.is(median([7]), 7)
  assert.ok(Number.isNaN(median([])))
})

test("a summary has the ratio of medians and the extremes of the rounds' ratios", () => {
  const rounds = [
    { ours: 8, qemu: 2 },
    { ours: 6, qemu: 1 },
    { ours: 7, qemu: 4 },
  ]
  assert.equal(summarize(rounds), { ours: 7, qemu: 2, ratio: 3.5, spread: [1.75, 6] })
})

function options(...argv: readonly string[]): BenchOptions | string {
  const command = parseCommand([BENCH], ["bench", ...argv])
  if (command._tag === "Left") return command.left
  return command.right.kind === "verb" ? readBenchOptions(command.right.args) : command.right.kind
}

test("options have defaults, and the rows keep their order", () => {
  const normal = options()
  if (typeof normal === "string") throw new Error(normal)
  assert.is(normal.folder, "examples/qemu-virt")
  assert.is(normal.rounds, 3)
  assert.is(normal.timeoutMs, 120_000)
  assert.equal(normal.rows, ROWS)
  const argv = ["dir", "--rows", "gzip, boot", "--rounds", "5", "--steps=7", "--gzip-mib", "2", "--json"]
  const other = options(...argv)
  if (typeof other === "string") throw new Error(other)
  assert.is(other.folder, "dir")
  assert.is(other.rounds, 5)
  assert.equal(other.sizes, { steps: 7, sha256Mib: 64, gzipMib: 2 })
  assert.equal(
    other.rows.map(({ name }) => name),
    ["boot", "gzip"],
  )
  assert.is(other.json, true)
})

for (const [argv, expected] of [
  [["--rounds", "0"], "--rounds takes a whole number from 1 to 1000, not '0'"],
  [["--timeout", "1e3"], "--timeout takes a whole number from 1 to 86400, not '1e3'"],
  [
    ["--rows", "boot,shel"],
    "--rows takes names out of boot,shell,sha256,gzip, not 'shel'; did you mean shell?",
  ],
] as const) {
  test(`vmm bench ${argv.join(" ")} is a mistake`, () => {
    assert.is(options(...argv), `${expected} (see vmm bench --help)`)
  })
}

const RESULT = {
  rounds: 3,
  rows: [{ row: "boot", ours: 12.34567, qemu: 2, ratio: 6.172835, spread: [6, 6.5] as const }],
  rssMib: { ours: 512.26, qemu: 181.33 },
}

test("the JSON form names rows, ratios and memory", () => {
  assert.equal(JSON.parse(resultJson(RESULT)), {
    rows: [{ row: "boot", ours_s: 12.346, qemu_s: 2, ratio: 6.173, spread: [6, 6.5] }],
    rss_mib: { ours: 512.3, qemu: 181.3 },
    rounds: 3,
  })
  const unknown = { ...RESULT, rssMib: { ours: undefined, qemu: 1 } }
  assert.equal(JSON.parse(resultJson(unknown)).rss_mib, { ours: null, qemu: 1 })
})

test("the table has a line for each row and one for memory", () => {
  const lines = resultText(RESULT).split("\n")
  assert.equal(lines[0]?.trim().split(/ {2,}/), ["row", "ours s", "QEMU s", "ratio", "spread"])
  assert.equal(lines[1]?.trim().split(/ {2,}/), ["boot", "12.346", "2.000", "6.17", "6.00 .. 6.50"])
  assert.is(lines[2], "peak RSS: ours 512 MiB, QEMU 181 MiB, difference +331 MiB")
  assert.is(lines[3], "medians of 3 rounds; ratio: our time / QEMU's")
  assert.match(resultText({ ...RESULT, rssMib: { ours: undefined, qemu: 1 } }), "not known")
})

test("QEMU gets the guest's command line with its own serial port", () => {
  const same = "console=ttyAMA0 earlycon=pl011,0x9000000"
  assert.is(qemuBootargs(same), same)
  assert.is(
    qemuBootargs("console=ttymxc0,115200 earlycon=ec_imx6q,0x30860000 quiet"),
    "console=ttyAMA0,115200 earlycon=pl011,0x9000000 quiet",
  )
  assert.is(qemuBootargs("console=tty0 x=1"), "console=ttyAMA0 x=1")
})

test("QEMU's machine has the guest's RAM and CPUs and no KASLR seed", () => {
  const parts = { kernel: "k", initrd: undefined, bootargs: "a b", ramBytes: 0x1000_0000, cpus: 2 }
  const line = qemuCommand(parts).args.join(" ")
  assert.match(line, "-M virt,gic-version=2,dtb-randomness=off -cpu cortex-a53 -accel tcg -nographic")
  assert.match(line, "-smp 2 -m 256M -kernel k -append a b")
  assert.match(qemuCommand({ ...parts, ramBytes: 0x1000_1000 }).args.join(" "), "-m 262148K")
  assert.match(qemuCommand({ ...parts, initrd: "i" }).args.join(" "), "-initrd i")
})

test("our machine is started as a user starts it", () => {
  const { file, args } = oursCommand("qemu-virt")
  assert.is(file, process.execPath)
  assert.match(args[0] ?? "", /scripts\/vmm\.mjs$/)
  assert.equal(args.slice(1), ["run", "qemu-virt", "--clock", "real"])
})

const rowsOf = (...names: readonly string[]) => ROWS.filter(({ name }) => names.includes(name))
const WORK: Work = {
  rows: rowsOf("boot", "sha256", "gzip"),
  sizes: { steps: 1, sha256Mib: 1, gzipMib: 1 },
  timeoutMs: 60_000,
}

test("a sample has the time and the answer of every row", async () => {
  const { seconds, answers } = await measure(paperGuest("paper"), WORK)
  assert.equal([...seconds.keys()], ["boot", "sha256", "gzip"])
  assert.ok([...seconds.values()].every((value) => value > 0))
  assert.equal(
    [...answers.entries()],
    [
      ["sha256", ANSWER],
      ["gzip", ANSWER],
    ],
  )
})

test("machines run in turn, and every round counts", async () => {
  const lines: string[] = []
  const contest = { work: WORK, rounds: 2, log: (line: string) => lines.push(line) }
  const machines = { ours: paperGuest("ours"), qemu: paperGuest("QEMU") }
  const result = await Effect.runPromise(compare({ ...machines, ...contest }))
  assert.equal(
    result.rows.map(({ row }) => row),
    ["boot", "sha256", "gzip"],
  )
  for (const { ours, qemu, ratio, spread } of result.rows) {
    assert.is(ratio, ours / qemu)
    assert.ok(spread[0] <= spread[1])
  }
  assert.equal(
    lines.map((line) => line.replace(/ [\d.]+ s/g, "")),
    [1, 2].flatMap((round) =>
      ["ours", "QEMU"].map((name) => `round ${round} of 2, ${name}: boot, sha256, gzip`),
    ),
  )
})

test("guests that answer differently make the measurement worthless", async () => {
  const machines = { ours: paperGuest("ours", "41"), qemu: paperGuest("QEMU") }
  const error = await Effect.runPromise(
    Effect.flip(compare({ ...machines, work: WORK, rounds: 1, log: () => undefined })),
  )
  assert.is(error.message, "row sha256: our guest answers '41', QEMU's answers '42'")
})

test("a guest that does not get to its shell is told with its console", async () => {
  const stuck = scripted("ours", "console.log('Kernel panic'); setInterval(() => 0, 1000)")
  const work = { ...WORK, timeoutMs: 1500 }
  const error = await Effect.runPromise(
    Effect.flip(compare({ ours: stuck, qemu: stuck, work, rounds: 1, log: () => undefined })),
  )
  assert.match(error.message, "ours did not reach the first line of /init within 1.5 s")
  assert.match(error.message, "| Kernel panic")
})

/** `vmm bench` with the programs of `path` alone. */
async function bench(path: string, ...argv: readonly string[]): Promise<Said> {
  const { stdio, said } = fakeStdio()
  const before = process.env["PATH"]
  process.env["PATH"] = path
  const code = await main(["bench", ...argv], stdio, [BENCH]).finally(() => {
    process.env["PATH"] = before
  })
  return { code, ...said }
}

test("without QEMU the error names the package", () =>
  inWorkplace(example(LOOP), async (root) => {
    const { code, out, err } = await bench(root, "ex")
    assert.is(code, 1)
    assert.is(out, "")
    assert.match(err, "qemu-system-aarch64: error: this program is not here, or does not run")
    assert.match(err, "apt-get install qemu-system-arm")
  }))

/** A QEMU on paper: says its version, and else what \`body\`, a line of shell, does. */
const fakeQemu = (body: string) =>
  `#!/bin/sh\nif [ "$1" = --version ]; then echo "QEMU emulator version 0"; exit 0; fi\n${body}\n`

test("a guest's file that is missing is told before anything runs", () => {
  const files = example(LOOP, { "ex/guest.json": '{ "kernel": "flat:gone" }', [QEMU]: fakeQemu("exit 9") })
  return inWorkplace(files, async (root) => {
    execFileSync("chmod", ["+x", QEMU])
    const { code, err } = await bench(root, "ex")
    assert.is(code, 1)
    assert.match(err, /ex\/guest\.json:1:\d+: error:|ex\/gone: error:/)
  })
})

test("a folder without a virtual machine has no guest to measure", () => {
  const system = SYSTEM.replace(/<virtual_machine[\s\S]*<\/virtual_machine>/, "").replace("vmm.elf", "vmm.ts")
  const files = example(LOOP, { "ex/ex.system": system, "ex/vmm.ts": "", [QEMU]: fakeQemu("exit 9") })
  return inWorkplace(files, async (root) => {
    execFileSync("chmod", ["+x", QEMU])
    const { code, err } = await bench(root, "ex")
    assert.is(code, 1)
    assert.match(err, "it has 0 virtual machines")
  })
})

test("our machine ending without a word of /init is exit code 4", () =>
  inWorkplace(example(LOOP, { [QEMU]: fakeQemu("exit 9") }), async (root) => {
    execFileSync("chmod", ["+x", QEMU])
    const { code, out, err } = await bench(root, "ex", "--rows", "boot", "--timeout", "1")
    assert.is(code, 4)
    assert.is(out, "")
    assert.match(err, /-m 2M -kernel build\/ex\/kernel -append/)
    assert.match(err, /vmm bench: ours (did not reach|ended .* before) the first line of \/init/)
    assert.not.match(err, /^\s+at /m)
  }))

test("a contest of our real machine and a QEMU on paper ends with a result on stdout", () => {
  const files = { [QEMU]: fakeQemu("echo 'Welcome to paper'; exec /bin/sleep 60") }
  return inWorkplace(example(says("Welcome to the machine\n"), files), async (root) => {
    execFileSync("chmod", ["+x", QEMU])
    const { code, out, err } = await bench(root, "ex", "--rows", "boot", "--rounds", "1", "--json")
    assert.is(code, 0, err)
    const { rows, rounds } = JSON.parse(out)
    assert.is(rounds, 1)
    assert.is(rows[0].row, "boot")
    assert.ok(rows[0].ours_s > 0 && rows[0].qemu_s > 0)
  })
})

const ROOT = join(import.meta.dirname, "..", "..", "..", "..")

/** The example's kernel and initramfs; what is missing, in words. */
async function guestFiles() {
  try {
    execFileSync(QEMU, ["--version"], { stdio: "ignore" })
  } catch {
    return `${QEMU} is not installed`
  }
  const loaded = readGuestFile(join(ROOT, "examples", "qemu-virt", "guest.json")).pipe(
    Effect.flatMap((config) =>
      Effect.map(loadGuestFiles(config, { online: false }), (files) => ({
        ...files,
        cmdline: config.cmdline,
      })),
    ),
    Effect.catchAll((error) => Effect.succeed(`no guest files here: ${error.message.slice(0, 200)}`)),
  )
  return await Effect.runPromise(loaded)
}

test("the stock kernel in QEMU gives every row its time and its answer", async () => {
  const files = await guestFiles()
  if (typeof files === "string") {
    process.stdout.write(`skipped: ${files}\n`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), "vmm-bench-"))
  try {
    const [kernel, initrd] = [join(folder, "kernel"), join(folder, "initrd")]
    writeFileSync(kernel, files.kernel.bytes)
    writeFileSync(initrd, files.ramdisk ?? "")
    const parts = { kernel, initrd, bootargs: files.cmdline ?? "", ramBytes: 0x1000_0000, cpus: 1 }
    const work = { rows: ROWS, sizes: { steps: 1000, sha256Mib: 1, gzipMib: 1 }, timeoutMs: 300_000 }
    const { seconds, answers, rssMib } = await measure(qemuCommand(parts), work)
    assert.equal(
      [...seconds.keys()],
      ROWS.map(({ name }) => name),
    )
    assert.is(answers.get("shell"), "1000")
    // SHA-256 of 1 MiB of zeros.
    const digest = "30e14955ebf1352266dc2ff8067e68104607e750abb9d3b36582b8af909fcb58"
    assert.is(answers.get("sha256"), `${digest}  -`)
    assert.match(answers.get("gzip") ?? "", /^\d+$/)
    assert.ok(rssMib === undefined || rssMib > 64)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test.run()
