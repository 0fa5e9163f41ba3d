// SPDX-License-Identifier: BSD-2-Clause
//
// `pnpm test:mistakes [NAME]...`: tries every mistake of the corpus (or those whose names match), prints a table and
// totals, and fails under 95 % named at the right line or 90 % of remedies that boot.

import { type ChildProcess, fork, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"

import type { Verdict } from "./attempt.ts"
import { CORPUS } from "./corpus.ts"
import type { Mistake } from "./mistake.ts"

const USAGE = `usage: pnpm test:mistakes [--jobs N] [--minutes N] [--verbose] [--json FILE] [--list] [REGEX]...

  REGEX        only mistakes whose name matches one of these
  --jobs N     side by side (default 2)
  --minutes N  begin none after that time; what was not tried does not count (and is not the same every hour)
  --verbose    what was said and changed of every mistake, and what each verb took
  --json FILE  write the verdicts to FILE
  --list       print the names and end
`
/** The longest for one mistake, ms: runs are bounded by the guest's time, this is for a process that hangs. */
const PATIENCE_MS = 2_400_000
/** Shares that the whole corpus must reach. */
const NAMED = 0.95
const BOOTS = 0.9
/** Mistakes that one process tries before a fresh one takes over: memory of past guests goes with it. */
const EACH = 30
/** V8 compiles on one thread beside each worker's own: four take cores away from the others. */
const V8 = "--v8-pool-size=1"
/** Places by which the order of Linux guests moves from one hour to the next. */
const STRIDE = 17
const HOUR_MS = 3_600_000

interface Options {
  readonly names: readonly string[]
  readonly jobs: number
  readonly minutes: number
  readonly verbose: boolean
  readonly json: string | undefined
  readonly list: boolean
}

function options(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      jobs: { type: "string", default: "2" },
      minutes: { type: "string", default: "Infinity" },
      verbose: { type: "boolean", default: false },
      json: { type: "string" },
      list: { type: "boolean", default: false },
    },
  })
  const patterns = positionals.map((pattern) => new RegExp(pattern))
  const names = CORPUS.map(({ name }) => name).filter(
    (name) => patterns.length === 0 || patterns.some((pattern) => pattern.test(name)),
  )
  const jobs = Number(values.jobs)
  if (!Number.isInteger(jobs) || jobs < 1) throw new Error(`--jobs takes a number from 1, not ${values.jobs}`)
  const minutes = Number(values.minutes)
  if (!(minutes > 0)) throw new Error(`--minutes takes a number, not ${values.minutes}`)
  if (names.length === 0) throw new Error("no mistake has such a name (--list prints them)")
  return { names, jobs, minutes, verbose: values.verbose, json: values.json, list: values.list }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const startWorker = (root: string): ChildProcess =>
  fork(join(import.meta.dirname, "worker.ts"), [root], {
    execArgv: [V8, "--conditions", "@vmm/source", "--import", "tsx"],
  })

const lost = (name: string, trouble: string): Verdict => ({
  name,
  named: undefined,
  code: undefined,
  place: undefined,
  patch: "",
  boots: false,
  trouble,
  seconds: PATIENCE_MS / 1000,
  steps: [],
})

/** One mistake in a worker; a worker that hangs or dies is a verdict too. */
function ask(worker: ChildProcess, name: string): Promise<Verdict> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => worker.kill("SIGKILL"), PATIENCE_MS)
    const gone = () => done(lost(name, "the process hung or died"))
    const done = (verdict: Verdict) => {
      clearTimeout(timer)
      worker.off("message", done).off("exit", gone)
      resolve(verdict)
    }
    worker.on("message", done).on("exit", gone)
    worker.send(name)
  })
}

function line({ name, named, code, place, boots, seconds }: Verdict): string {
  return [
    name.padEnd(36),
    (named ?? "-").padEnd(8),
    (code ?? "-").padEnd(28),
    (place ?? "-").padEnd(24),
    (boots ? "boots" : "-").padEnd(6),
    `${seconds.toFixed(1)} s`,
  ].join(" ")
}

const indented = (text: string): string => text.trimEnd().replace(/^/gm, "    | ")

function told(verdict: Verdict, verbose: boolean): string {
  const { trouble, patch, steps } = verdict
  const more = [...(verbose ? [steps.join(", "), patch] : []), trouble].filter((text) => text !== "")
  return [line(verdict), ...more.map(indented)].join("\n")
}

const isSmall = ({ base }: Mistake): boolean => base === "hello" || base === "bare"

/** Leaves out Linux where its packages cannot be had, and says so. */
function withoutLinux(options: Options, root: string): Options {
  const small = new Set(CORPUS.filter(isSmall).map(({ name }) => name))
  const left = options.names.filter((name) => small.has(name))
  if (left.length === options.names.length) return options
  const top = resolve(import.meta.dirname, "../..")
  const build = [join(top, "scripts/vmm.mjs"), "build", join(top, "examples/qemu-virt")]
  const { status, stderr } = spawnSync(process.execPath, build, { cwd: root, encoding: "utf8" })
  if (status === 0 || !/debian:/.test(stderr)) return options
  const many = options.names.length - left.length
  say(`skipped: ${many} mistakes of Linux guests, whose packages cannot be had: ${stderr.split("\n")[0]}`)
  return { ...options, names: left }
}

/**
 * Mistakes of small guests first; the others one board after the other in turn, beginning elsewhere from hour to hour,
 * so that those which time does not suffice for are not always the same.
 */
function inTurn(names: readonly string[], hour: number): string[] {
  const wanted = CORPUS.filter(({ name }) => names.includes(name))
  const large = wanted.filter((mistake) => !isSmall(mistake))
  const bases = [...new Set(large.map(({ base }) => base))]
  const byBase = bases.map((base) => large.filter((mistake) => mistake.base === base))
  const longest = Math.max(0, ...byBase.map(({ length }) => length))
  const mixed = Array.from({ length: longest }, (_, n) =>
    byBase.flatMap((list) => list.slice(n, n + 1)),
  ).flat()
  const first = mixed.length === 0 ? 0 : (hour * STRIDE) % mixed.length
  const turned = [...mixed.slice(first), ...mixed.slice(0, first)]
  return [...wanted.filter(isSmall), ...turned].map(({ name }) => name)
}

async function tryAll(options: Options, root: string): Promise<readonly Verdict[]> {
  const { names, jobs, minutes, verbose } = options
  const last = performance.now() + minutes * 60_000
  const queue = inTurn(names, Math.floor(Date.now() / HOUR_MS))
  const verdicts: Verdict[] = []
  const drain = async () => {
    let worker: ChildProcess | undefined
    let tried = 0
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      if (performance.now() > last) break
      if (worker === undefined || worker.exitCode !== null || worker.signalCode !== null || tried === EACH) {
        worker?.kill()
        worker = startWorker(root)
        tried = 0
      }
      tried++
      const verdict = await ask(worker, name)
      verdicts.push(verdict)
      say(told(verdict, verbose))
    }
    worker?.kill()
  }
  await Promise.all(Array.from({ length: jobs }, drain))
  return verdicts
}

function totals({ names }: Options, verdicts: readonly Verdict[]): boolean {
  const all = verdicts.length
  if (all < names.length) say(`\n${names.length - all} were not tried for want of time`)
  const named = verdicts.filter((one) => one.named !== undefined).length
  const boots = verdicts.filter((one) => one.boots).length
  const seconds = verdicts.reduce((sum, one) => sum + one.seconds, 0)
  say(
    `\nnamed at the right line ${named}/${all}, remedy boots ${boots}/${all}, ${seconds.toFixed(0)} s of work`,
  )
  const missed = (what: string, share: number, wanted: number) => {
    if (share < wanted) say(`failed: ${what} ${(share * 100).toFixed(1)} %, wanted ${wanted * 100} %`)
    return share < wanted
  }
  return ![missed("named", named / all, NAMED), missed("remedies", boots / all, BOOTS)].includes(true)
}

async function run(): Promise<number> {
  let asked: Options
  try {
    asked = options()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
    return 2
  }
  if (asked.list) {
    say(asked.names.join("\n"))
    return 0
  }
  const root = mkdtempSync(join(tmpdir(), "vmm-mistakes-"))
  process.on("exit", () => rmSync(root, { recursive: true, force: true }))
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => process.exit(1))
  const able = withoutLinux(asked, root)
  const verdicts = await tryAll(able, root)
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(verdicts, null, 2)}\n`)
  return totals(able, verdicts) ? 0 : 1
}

process.exit(await run())
