// SPDX-License-Identifier: BSD-2-Clause
//
// The result of a benchmark in its two forms: a table for people and JSON for programs.

import type { Result } from "./compare.ts"

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

/** `{"rows":[{"row","ours_s","qemu_s","ratio","spread":[min,max]}],"rss_mib":{"ours","qemu"},"rounds"}`; an unknown
 *  size of memory is null. */
export function resultJson({ rows, rssMib, rounds }: Result): string {
  const mib = (value: number | undefined) => (value === undefined ? null : round(value, 1))
  const value = {
    rows: rows.map(({ row, ours, qemu, ratio, spread }) => ({
      row,
      ours_s: round(ours, 3),
      qemu_s: round(qemu, 3),
      ratio: round(ratio, 3),
      spread: spread.map((bound) => round(bound, 3)),
    })),
    rss_mib: { ours: mib(rssMib.ours), qemu: mib(rssMib.qemu) },
    rounds,
  }
  return `${JSON.stringify(value)}\n`
}

function memoryText({ ours, qemu }: Result["rssMib"]): string {
  if (ours === undefined || qemu === undefined) return "peak RSS: not known on this system\n"
  const more = Math.round(ours) - Math.round(qemu)
  const difference = `${more < 0 ? "-" : "+"}${Math.abs(more)}`
  return `peak RSS: ours ${Math.round(ours)} MiB, QEMU ${Math.round(qemu)} MiB, difference ${difference} MiB\n`
}

/** The table, with medians in seconds. */
export function resultText({ rows, rssMib, rounds }: Result): string {
  const cells = rows.map(({ row, ours, qemu, ratio, spread: [least, greatest] }) => [
    row,
    ours.toFixed(3),
    qemu.toFixed(3),
    ratio.toFixed(2),
    `${least.toFixed(2)} .. ${greatest.toFixed(2)}`,
  ])
  const table = [["row", "ours s", "QEMU s", "ratio", "spread"], ...cells]
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...table.map((line) => (line[column] ?? "").length)),
  )
  const lines = table.map((line) =>
    line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    ),
  )
  const count = `medians of ${rounds} round${rounds === 1 ? "" : "s"}; ratio: our time / QEMU's`
  return `${lines.map((line) => `${line.join("  ")}\n`).join("")}${memoryText(rssMib)}${count}\n`
}
