// SPDX-License-Identifier: BSD-2-Clause
//
// The command line of `vmm bench`: its options in words, and their values read and checked.

import { nearest } from "@vmm/diagnostic"

import type { Arguments, Option } from "../command/verb.ts"
import { GROWTH_ABOUT, GROWTH_NAMES } from "./growth-rows.ts"
import { type Row, ROWS } from "./rows.ts"

export interface BenchOptions {
  readonly folder: string
  readonly guest: string | undefined
  /** In the order of ROWS. */
  readonly rows: readonly Row[]
  /** Names, in the order of GROWTH_NAMES. */
  readonly growth: readonly string[]
  readonly rounds: number
  readonly scale: number
  /** Of the long run of each machine. */
  readonly minutes: number
  /** How long each marker may take. */
  readonly timeoutMs: number
  readonly form: "text" | "json" | "markdown"
}

interface NumberOption extends Option {
  readonly normal: number
}

function whole(name: string, value: string, normal: number, max: number, what: string): NumberOption {
  const mistake = (text: string) => {
    const good = /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= max
    return good ? undefined : `takes a whole number from 1 to ${max}, not '${text}'`
  }
  return { name, value, normal, check: mistake, help: `${what} (1 to ${max}; default: ${normal})` }
}

function decimal(name: string, value: string, max: number, what: string): NumberOption {
  const mistake = (text: string) => {
    const good = /^\d*\.?\d+$/.test(text) && Number(text) > 0 && Number(text) <= max
    return good ? undefined : `takes a number above 0 up to ${max}, not '${text}'`
  }
  return { name, value, normal: 1, check: mistake, help: `${what} (default: 1)` }
}

const ROUNDS = whole("rounds", "N", 3, 1000, "how often each machine runs")
const SCALE = decimal("scale", "F", 10, "how much of the work; 0.1 for a quick look")
const MINUTES = whole("minutes", "N", 10, 1440, "how long growth-hour keeps each machine working")
const TIMEOUT = whole("timeout", "S", 900, 86_400, "seconds that the boot, and each step, may take")

const NAMES = [...ROWS.map(({ name }) => name), ...GROWTH_NAMES]
const namesIn = (list: string): readonly string[] => list.split(",").map((name) => name.trim())

function rowsMistake(list: string): string | undefined {
  const unknown = namesIn(list).find((name) => !NAMES.includes(name))
  if (unknown === undefined) return undefined
  const known = nearest(unknown, NAMES)
  const hint = known === undefined ? "" : `; did you mean ${known}?`
  return `takes names out of ${NAMES.join(",")}, not '${unknown}'${hint}`
}

const ROWS_OPTION: Option = {
  name: "rows",
  value: "LIST",
  check: rowsMistake,
  help: "rows to run, their names with commas (default: all but growth-*)",
}

const DEFAULT_FOLDER = "examples/qemu-virt"

export const BENCH_OPTIONS: readonly Option[] = [
  ROWS_OPTION,
  { name: "growth", help: "run growth-code, growth-procs and growth-hour instead, each once" },
  ROUNDS,
  SCALE,
  MINUTES,
  TIMEOUT,
  {
    name: "guest",
    value: "FILE",
    help: "take the guest of the boot rows from FILE, not from the guest.json in DIR",
  },
  { name: "json", help: "print the result as JSON on stdout" },
  { name: "markdown", help: "print the result as tables for docs/performance.md" },
]

const about = [...ROWS, ...GROWTH_ABOUT].map((row) => `  ${row.name.padEnd(12)}  ${row.about}\n`).join("")

export const BENCH_NOTES = `Our machine and qemu-system-aarch64 in turn: the same kernel, initramfs, command line and
RAM. The boot rows boot the guest of DIR (default: ${DEFAULT_FOLDER}), the others a guest with 1 GiB of RAM and our
programs, for which aarch64-linux-gnu-gcc must be here. Rows:
${about}A ratio is our time / QEMU's. A row fails when the two guests answer differently.

Exit codes: 0 all rows were measured, 1 bad input or different answers, 4 a machine did not get through a row.
`

/** The options, each checked already. */
export function readBenchOptions({ positionals, options }: Arguments): BenchOptions {
  const read = ({ name, normal }: NumberOption): number => Number(options.get(name) ?? normal)
  const normal = options.has("growth") ? GROWTH_NAMES : ROWS.map(({ name }) => name)
  const list = options.get(ROWS_OPTION.name)
  const wanted = list === undefined ? normal : namesIn(list)
  return {
    folder: positionals[0] ?? DEFAULT_FOLDER,
    guest: options.get("guest"),
    rows: ROWS.filter(({ name }) => wanted.includes(name)),
    growth: GROWTH_NAMES.filter((name) => wanted.includes(name)),
    rounds: read(ROUNDS),
    scale: read(SCALE),
    minutes: read(MINUTES),
    timeoutMs: read(TIMEOUT) * 1000,
    form: options.has("json") ? "json" : options.has("markdown") ? "markdown" : "text",
  }
}
