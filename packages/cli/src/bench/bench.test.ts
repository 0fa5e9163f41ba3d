// SPDX-License-Identifier: BSD-2-Clause
//
// The benchmark: its statistics and options; contests of guests on paper; and the real QEMU where it and the guest's
// files are at hand.

import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"

import { loadGuestFiles, readGuestFile } from "@vmm/guest-boot"
import * as Effect from "effect/Effect"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { parseCommand } from "../command/parse.ts"
import { main } from "../main.ts"
import { LOOP, says } from "../testing/guests.ts"
import { captured } from "../fix/capture.ts"
import { example, inWorkplace, type Said, SYSTEM } from "../testing/workplace.ts"
import { compare, type Pairing, type Result } from "./compare.ts"
import type { ConsoleCommand } from "./console.ts"
import { launcher, oursCommand, QEMU, qemuBootargs, qemuCommand } from "./machines.ts"
import { measure, type Work } from "./measure.ts"
import { type BenchOptions, readBenchOptions } from "./options.ts"
import { guestPrograms, guestWithPrograms } from "./programs.ts"
import { type Row, ROWS, scaledSizes } from "./rows.ts"
import { geometricMean, median, summarize } from "./statistics.ts"
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

test("the geometric mean takes twice as long for as much as half", () => {
  assert.ok(Math.abs((geometricMean([0.5, 2, 1]) ?? 0) - 1) < 1e-12)
  assert.is(geometricMean([]), undefined)
})

function options(...argv: readonly string[]): BenchOptions | string {
  const command = parseCommand([BENCH], ["bench", ...argv])
  if (command._tag === "Left") return command.left
  return command.right.kind === "verb" ? readBenchOptions(command.right.args) : command.right.kind
}

const names = (rows: readonly Row[]) => rows.map(({ name }) => name)

test("options have defaults, and the rows keep their order", () => {
  const normal = options()
  if (typeof normal === "string") throw new Error(normal)
  const { rows, ...rest } = normal
  assert.equal(rows, ROWS)
  assert.equal(rest, {
    folder: "examples/qemu-virt",
    guest: undefined,
    growth: [],
    rounds: 3,
    scale: 1,
    minutes: 10,
    timeoutMs: 900_000,
    form: "text",
  })
  const argv = ["dir", "--rows", "gzip, growth-code,boot", "--rounds", "5", "--scale=.5", "--json"]
  const other = options(...argv)
  if (typeof other === "string") throw new Error(other)
  assert.equal([other.folder, other.rounds, other.scale, other.form], ["dir", 5, 0.5, "json"])
  assert.equal(names(other.rows), ["boot", "gzip"])
  assert.equal(other.growth, ["growth-code"])
})

test("--growth is the rows of growth alone", () => {
  const growth = options("--growth", "--minutes", "60", "--markdown")
  if (typeof growth === "string") throw new Error(growth)
  assert.equal(growth.rows, [])
  assert.equal(growth.growth, ["growth-code", "growth-procs", "growth-hour"])
  assert.equal([growth.minutes, growth.form], [60, "markdown"])
})

for (const [argv, expected] of [
  [["--rounds", "0"], "--rounds takes a whole number from 1 to 1000, not '0'"],
  [["--timeout", "1e3"], "--timeout takes a whole number from 1 to 86400, not '1e3'"],
  [["--scale", "0"], "--scale takes a number above 0 up to 10, not '0'"],
  [["--scale", "x"], "--scale takes a number above 0 up to 10, not 'x'"],
] as const) {
  test(`vmm bench ${argv.join(" ")} is a mistake`, () => {
    assert.is(options(...argv), `${expected} (see vmm bench --help)`)
  })
}

test("a row that is none is told with the one that was meant", () => {
  assert.match(
    String(options("--rows", "boot,shel")),
    /^--rows takes names out of boot,.*, not 'shel'; did you mean/,
  )
})

test("sizes follow the scale and are never nothing", () => {
  assert.equal(scaledSizes(1).textMib, 64)
  const small = scaledSizes(0.001)
  assert.equal([small.steps, small.textMib, small.times], [1000, 1, 1])
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
  assert.match(qemuCommand(parts, true).args.join(" "), "dtb-randomness=on")
})

test("what runs from the bundle measures the bundle, whatever becomes of the sources", () => {
  assert.is(launcher("/x/packages/cli/dist/bin.js"), "/x/packages/cli/dist/bin.js")
  assert.match(launcher("/x/packages/cli/src/bin.ts"), /scripts[/\\]vmm\.mjs$/)
})

test("our machine is started as a user starts it", () => {
  const { file, args } = oursCommand("qemu-virt")
  assert.is(file, process.execPath)
  assert.match(args[0] ?? "", /scripts\/vmm\.mjs$/)
  assert.equal(args.slice(1), ["run", "qemu-virt", "--clock", "real"])
  const seeded = oursCommand("qemu-virt", { cache: "/c", kaslrSeed: 2n ** 64n - 1n })
  assert.equal(seeded.args.slice(-2), ["--kaslr-seed", "18446744073709551615"])
  assert.equal(seeded.env, { VMM_CACHE: "/c" })
})

const rowsOf = (...wanted: readonly string[]) => ROWS.filter(({ name }) => wanted.includes(name))
const WORK: Work = { rows: rowsOf("boot", "sha256", "sort"), sizes: scaledSizes(0.001), timeoutMs: 60_000 }

test("a sample has the time and the answer of every row", async () => {
  const { seconds, answers, statuses, failure } = await measure(paperGuest("paper"), WORK)
  assert.equal([...seconds.keys()], ["boot", "sha256", "sort"])
  assert.ok([...seconds.values()].every((value) => value > 0))
  assert.equal(Object.fromEntries(answers), { sha256: ANSWER, sort: ANSWER })
  assert.equal([statuses.size, failure], [0, undefined])
})

/** A contest of guests on paper. */
function contest(ours: ConsoleCommand, qemu: ConsoleCommand, work: Work = WORK, rounds = 1) {
  const lines: string[] = []
  const pairing: Pairing = { name: "paper", work, ours: () => Effect.succeed(ours), qemu }
  const log = (line: string) => void lines.push(line)
  const result = Effect.runPromise(compare({ pairings: [pairing], rounds, log }))
  return result.then((value) => ({ ...value, lines }))
}

/** Why each row failed; undefined for one that was measured. */
const reasons = ({ rows }: Result) =>
  Object.fromEntries(
    rows.map(({ row, outcome }) => [row.name, outcome.kind === "failed" ? outcome.why : undefined]),
  )

test("machines run in turn, and every round counts", async () => {
  const result = await contest(paperGuest("ours"), paperGuest("QEMU"), WORK, 2)
  assert.equal(reasons(result), { boot: undefined, sha256: undefined, sort: undefined })
  const ratios = result.rows.flatMap(({ row, outcome }) => {
    if (outcome.kind === "failed") return []
    const { ours, qemu, ratio, spread } = outcome.summary
    assert.is(ratio, ours / qemu)
    assert.ok(spread[0] <= spread[1])
    return row.compute ? [ratio] : []
  })
  assert.is(ratios.length, 2)
  assert.is(result.mean, geometricMean(ratios))
  assert.equal(
    result.lines.map((line) => line.replace(/ [\d.]+ s/g, "")),
    [1, 2].flatMap((round) =>
      ["ours", "QEMU"].map((name) => `round ${round} of 2, paper, ${name}: boot, sha256, sort`),
    ),
  )
})

test("a row whose guests answer differently has failed, with both answers", async () => {
  const result = await contest(paperGuest("ours", "41"), paperGuest("QEMU"))
  const why = "our guest answers '41', QEMU's answers '42'"
  assert.equal(reasons(result), { boot: undefined, sha256: why, sort: why })
})

test("a row whose work fails in both machines has failed", async () => {
  const result = await contest(paperGuest("ours", "42", "127"), paperGuest("QEMU", "42", "127"))
  assert.match(reasons(result)["sha256"] ?? "", "its work fails with status 127: '42'")
})

test("a guest that does not get to its shell is told with its console, and not started again", async () => {
  const stuck = scripted("ours", "console.log('Kernel panic'); setInterval(() => 0, 1000)")
  const result = await contest(stuck, paperGuest("QEMU"), { ...WORK, timeoutMs: 1500 }, 3)
  assert.match(reasons(result)["boot"] ?? "", "ours did not reach the first line of /init within 1.5 s")
  assert.match(reasons(result)["sort"] ?? "", "| Kernel panic")
  assert.is(result.lines.length, 2)
})

test("a machine that does not start ends the contest", async () => {
  const missing = { name: "ours", file: "/nowhere/vmm", args: [] }
  const pairing = { name: "paper", work: WORK, ours: () => Effect.succeed(missing), qemu: missing }
  const run = compare({ pairings: [pairing], rounds: 1, log: () => undefined })
  assert.match((await Effect.runPromise(Effect.flip(run))).message, "ours does not start")
})

/** `vmm bench` with the programs of `path` alone. */
async function bench(path: string, ...argv: readonly string[]): Promise<Said> {
  const { stdio, said } = captured()
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
    assert.match(out, /boot +<= 1.5 +failed/)
    assert.match(err, /-m 2M -kernel build\/ex\/kernel -append/)
    assert.match(err, /vmm bench: row boot: ours (did not reach|ended .* before) the first line of \/init/)
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
const BENCH_GUEST = join(ROOT, "packages", "cli", "bench", "bench-virt", "guest.json")

/** The benchmark's kernel and initramfs with our programs; what is missing, in words. */
async function guestFiles() {
  try {
    execFileSync(QEMU, ["--version"], { stdio: "ignore" })
  } catch {
    return `${QEMU} is not installed`
  }
  const loaded = Effect.gen(function* () {
    const root = yield* guestPrograms()
    const file = yield* guestWithPrograms(
      BENCH_GUEST,
      root,
      join(ROOT, "examples", "qemu-virt", "guest.json"),
    )
    const config = yield* readGuestFile(file)
    const files = yield* loadGuestFiles(config, { online: false })
    return { ...files, cmdline: config.cmdline }
  })
  const told = Effect.catchAll(loaded, ({ message }) =>
    Effect.succeed(`no guest here: ${message.slice(0, 200)}`),
  )
  return await Effect.runPromise(told)
}

test("the stock kernel in QEMU gives every row its time and its answer", () =>
  inWorkplace({}, async (folder) => {
    const files = await guestFiles()
    if (typeof files === "string") {
      process.stdout.write(`skipped: ${files}\n`)
      return
    }
    const [kernel, initrd] = [join(folder, "kernel"), join(folder, "initrd")]
    writeFileSync(kernel, files.kernel.bytes)
    writeFileSync(initrd, files.ramdisk ?? "")
    const parts = { kernel, initrd, bootargs: files.cmdline ?? "", ramBytes: 0x2000_0000, cpus: 1 }
    const sizes = scaledSizes(0.001)
    const { seconds, answers, statuses, rssMib, failure } = await measure(qemuCommand(parts), {
      rows: ROWS,
      sizes,
      timeoutMs: 300_000,
    })
    assert.is(failure, undefined)
    assert.equal([...statuses], [])
    assert.equal([...seconds.keys()], names(ROWS))
    const count = (row: string, value: number) =>
      assert.is(answers.get(row), `${row} ${value.toString(16).padStart(16, "0")}`)
    assert.is(answers.get("shell"), "1000")
    count("fork", sizes.forks)
    count("syscall", sizes.calls)
    count("mmio", sizes.exits)
    assert.match(answers.get("sha256") ?? "", /^([0-9a-f]{64} {2}\/tmp\/text\n?){4}$/)
    assert.match(answers.get("crc") ?? "", /^[0-9a-f]{8} /)
    assert.match(answers.get("grep") ?? "", /^[1-9]\d*$/)
    assert.match(answers.get("awk") ?? "", /^[1-9]\d+ [1-9]\d+ /)
    assert.match(answers.get("gunzip") ?? "", /^[0-9a-f]{32}/)
    assert.is(answers.get("gunzip"), answers.get("bzip2"))
    assert.is.not(answers.get("sort"), answers.get("gunzip"))
    assert.ok(rssMib === undefined || rssMib > 64)
  }))

test.run()
