// SPDX-License-Identifier: BSD-2-Clause
//
// The result of a benchmark in its forms: tables for people, JSON for programs, Markdown for docs/performance.md.

import type { Memory, Result, RowResult } from "./compare.ts"
import type { GrowthResult } from "./growth.ts"
import type { Host } from "./host.ts"
import { MEAN_REACH, RSS_REACH_MIB } from "./rows.ts"

/** All that one run of the benchmark found out. */
export interface Report {
  readonly host: Host
  readonly scale: number
  readonly result: Result
  readonly growth: readonly GrowthResult[]
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits))
const mib = (value: number | undefined): number | null => (value === undefined ? null : round(value, 1))
const why = (text: string): string => text.split("\n")[0] ?? ""

function rowJson({ row, outcome }: RowResult) {
  if (outcome.kind === "failed") return { row: row.name, reach: row.reach, failed: outcome.why }
  const { ours, qemu, ratio, spread } = outcome.summary
  return {
    row: row.name,
    reach: row.reach,
    ours_s: round(ours, 3),
    qemu_s: round(qemu, 3),
    ratio: round(ratio, 3),
    spread: spread.map((bound) => round(bound, 3)),
  }
}

function growthJson({ name, unit, figures, growth, rssMib, wrong }: GrowthResult) {
  return {
    row: name,
    unit,
    figures: figures.map(({ label, ours, qemu }) => ({ label, ours: round(ours, 4), qemu: round(qemu, 4) })),
    growth: { ours: round(growth.ours, 3), qemu: round(growth.qemu, 3) },
    rss_mib: { ours: mib(rssMib.ours), qemu: mib(rssMib.qemu) },
    ...(wrong === undefined ? {} : { failed: wrong }),
  }
}

/** `{"rows":[{"row","reach","ours_s","qemu_s","ratio","spread":[min,max]}],"geometric_mean","rss_mib":{START:{"ours",
 *  "qemu"}},"growth":[...],"rounds","scale","machine","date","versions","command"}`; a row that failed has `failed`
 *  in place of times, an unknown size of memory is null. */
export function reportJson({ host, scale, result, growth }: Report): string {
  const { rows, mean, memory, rounds } = result
  const value = {
    rows: rows.map(rowJson),
    geometric_mean: mean === undefined ? null : round(mean, 3),
    rss_mib: Object.fromEntries(
      memory.map(({ start, ours, qemu }) => [start, { ours: mib(ours), qemu: mib(qemu) }]),
    ),
    growth: growth.map(growthJson),
    rounds,
    scale,
    ...host,
  }
  return `${JSON.stringify(value)}\n`
}

/** Columns of equal width, the first to the left. */
function columns(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((line) => (line[column] ?? "").length)),
  )
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return table.map((line) => `${line.map(pad).join("  ").trimEnd()}\n`).join("")
}

/** `| a | b |` lines with the ruler under the first. */
function pipes([head = [], ...body]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`
  return [head, head.map(() => "---"), ...body].map(line).join("")
}

const verdict = (good: boolean): string => (good ? "" : "missed")
const seconds = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(1))
const spreadText = ([least, greatest]: readonly [number, number]): string =>
  `${least.toFixed(2)} .. ${greatest.toFixed(2)}`

function rowCells({ row, outcome }: RowResult): readonly string[] {
  const reach = `<= ${row.reach.toFixed(1)}`
  if (outcome.kind === "failed") return [reach, "", "", "failed", "", ""]
  const { ours, qemu, ratio, spread } = outcome.summary
  const times = [seconds(ours), seconds(qemu), ratio.toFixed(2), spreadText(spread)]
  return [reach, ...times, verdict(ratio <= row.reach)]
}

function meanCells(mean: number): readonly string[] {
  return [`<= ${MEAN_REACH.toFixed(1)}`, "", "", mean.toFixed(2), "", verdict(mean <= MEAN_REACH)]
}

const HEAD = ["reach", "ours s", "QEMU s", "ratio", "spread", ""]

function rowTable({ rows, mean }: Result): readonly (readonly string[])[] {
  const last = mean === undefined ? [] : [["mean", ...meanCells(mean)]]
  return [["row", ...HEAD], ...rows.map((one) => [one.row.name, ...rowCells(one)]), ...last]
}

function memoryText({ start, ours, qemu }: Memory): string {
  if (ours === undefined || qemu === undefined) return `peak RSS, ${start}: not known on this system`
  const more = Math.round(ours) - Math.round(qemu)
  const sizes = `ours ${Math.round(ours)} MiB, QEMU ${Math.round(qemu)} MiB`
  const missed = more > RSS_REACH_MIB ? " (missed)" : ""
  return `peak RSS, ${start}: ${sizes}, difference ${more < 0 ? "-" : "+"}${Math.abs(more)} MiB${missed}`
}

const countText = ({ rounds }: Result): string =>
  `medians of ${rounds} round${rounds === 1 ? "" : "s"}; ratio: our time / QEMU's`

const number = (value: number): string => value.toPrecision(3)
const grownText = (value: number): string => (Number.isNaN(value) ? "failed" : value.toFixed(2))

function growthTable(growth: readonly GrowthResult[]): readonly (readonly string[])[] {
  const head = ["row", "", "unit", "ours", "QEMU", "ratio"]
  const lines = growth.flatMap(({ name, unit, figures, growth: grown }) => [
    ...figures.map(({ label, ours, qemu }) => [
      name,
      label,
      unit,
      number(ours),
      number(qemu),
      (ours / qemu).toFixed(2),
    ]),
    [name, "last / first", "", grownText(grown.ours), grownText(grown.qemu), ""],
  ])
  return [head, ...lines]
}

const growthMemory = (growth: readonly GrowthResult[]): readonly string[] =>
  growth.map(({ name, rssMib }) => memoryText({ start: name, ...rssMib }))

/** What failed, a line each. */
export function failures({ result, growth }: Report): readonly string[] {
  return [
    ...result.rows.flatMap(({ row, outcome }) =>
      outcome.kind === "failed" ? [`row ${row.name}: ${outcome.why}`] : [],
    ),
    ...growth.flatMap(({ name, wrong }) => (wrong === undefined ? [] : [`row ${name}: ${wrong}`])),
  ]
}

/** The tables, with medians in seconds. */
export function reportText({ result, growth }: Report): string {
  const rows =
    result.rows.length === 0
      ? ""
      : `${columns(rowTable(result))}${result.memory.map(memoryText).join("\n")}\n${countText(result)}\n`
  const grown =
    growth.length === 0 ? "" : `${columns(growthTable(growth))}${growthMemory(growth).join("\n")}\n`
  return `${rows}${grown}`
}

function markdownRows(result: Result): string {
  const head = ["row", "work", ...HEAD]
  const rows = result.rows.map((one) => [one.row.name, one.row.about, ...rowCells(one)])
  const last =
    result.mean === undefined
      ? []
      : [["mean", "geometric mean of the compute rows", ...meanCells(result.mean)]]
  return pipes([head, ...rows, ...last])
}

/** The tables in Markdown, with the machine, the day, the versions and the command. */
export function reportMarkdown(report: Report): string {
  const { host, scale, result, growth } = report
  const facts = [
    `Measured on ${host.date} with \`${host.command}\`.`,
    `Machine: ${host.machine}.`,
    `${host.versions}.`,
  ]
  const size = scale === 1 ? "" : ` At ${scale} of the work.`
  const wrong = failures(report).map((line) => `- ${why(line)}`)
  const parts = [
    facts.join("\n"),
    ...(result.rows.length === 0
      ? []
      : [
          markdownRows(result).trimEnd(),
          `${countText(result)}.${size}`,
          result.memory.map((one) => `- ${memoryText(one)}`).join("\n"),
        ]),
    ...(growth.length === 0
      ? []
      : [
          pipes(growthTable(growth)).trimEnd(),
          growthMemory(growth)
            .map((line) => `- ${line}`)
            .join("\n"),
        ]),
    ...(wrong.length === 0 ? [] : [`Failed:\n\n${wrong.join("\n")}`]),
  ]
  return `${parts.join("\n\n")}\n`
}
