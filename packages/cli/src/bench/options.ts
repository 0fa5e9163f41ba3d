// SPDX-License-Identifier: BSD-2-Clause
//
// The command line of `vmm bench`: its options in words, and their values read and checked.

import { nearest } from "@vmm/devicetree"

import type { Arguments, Option } from "../command/verb.ts"
import { type Row, ROWS, type Sizes } from "./rows.ts"

export interface BenchOptions {
  readonly folder: string
  readonly guest: string | undefined
  /** In the order of ROWS. */
  readonly rows: readonly Row[]
  readonly rounds: number
  readonly sizes: Sizes
  /** How long each marker may take. */
  readonly timeoutMs: number
  readonly json: boolean
}

interface NumberOption extends Option {
  readonly normal: number
}

function number(name: string, value: string, normal: number, max: number, what: string): NumberOption {
  const mistake = (text: string) => {
    const good = /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= max
    return good ? undefined : `takes a whole number from 1 to ${max}, not '${text}'`
  }
  return { name, value, normal, check: mistake, help: `${what} (1 to ${max}; default: ${normal})` }
}

const ROUNDS = number("rounds", "N", 3, 1000, "how often each machine runs")
const STEPS = number("steps", "N", 100_000, 1_000_000_000, "steps of row shell")
const SHA256 = number("sha256-mib", "N", 64, 1_000_000, "MiB of row sha256")
const GZIP = number("gzip-mib", "N", 16, 1_000_000, "MiB of row gzip")
const TIMEOUT = number("timeout", "S", 120, 86_400, "seconds that the boot, and each row, may take")

const ROW_NAMES = ROWS.map(({ name }) => name)
const namesIn = (list: string): readonly string[] => list.split(",").map((name) => name.trim())

function rowsMistake(list: string): string | undefined {
  const unknown = namesIn(list).find((name) => !ROW_NAMES.includes(name))
  if (unknown === undefined) return undefined
  const known = nearest(unknown, ROW_NAMES)
  const hint = known === undefined ? "" : `; did you mean ${known}?`
  return `takes names out of ${ROW_NAMES.join(",")}, not '${unknown}'${hint}`
}

const ROWS_OPTION: Option = {
  name: "rows",
  value: "LIST",
  check: rowsMistake,
  help: `rows to run, out of ${ROW_NAMES.join(",")} (default: all)`,
}

const DEFAULT_FOLDER = "examples/qemu-virt"

export const BENCH_OPTIONS: readonly Option[] = [
  ROWS_OPTION,
  ROUNDS,
  STEPS,
  SHA256,
  GZIP,
  TIMEOUT,
  { name: "guest", value: "FILE", help: "take the guest from FILE, not from the guest.json in DIR" },
  { name: "json", help: "print the result as JSON on stdout" },
]

export const BENCH_NOTES = `Boots the guest of DIR (default: ${DEFAULT_FOLDER}) in our machine and in
qemu-system-aarch64 in turn: the same kernel, initramfs, command line and RAM. Rows:
${ROWS.map(({ name, about }) => `  ${name.padEnd(6)}  ${about}\n`).join("")}A ratio is our time / QEMU's.
`

/** The options, each checked already. */
export function readBenchOptions({ positionals, options }: Arguments): BenchOptions {
  const read = ({ name, normal }: NumberOption): number => Number(options.get(name) ?? normal)
  const wanted = namesIn(options.get(ROWS_OPTION.name) ?? ROW_NAMES.join(","))
  return {
    folder: positionals[0] ?? DEFAULT_FOLDER,
    guest: options.get("guest"),
    rows: ROWS.filter(({ name }) => wanted.includes(name)),
    rounds: read(ROUNDS),
    sizes: { steps: read(STEPS), sha256Mib: read(SHA256), gzipMib: read(GZIP) },
    timeoutMs: read(TIMEOUT) * 1000,
    json: options.has("json"),
  }
}
