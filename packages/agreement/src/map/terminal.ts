// SPDX-License-Identifier: BSD-2-Clause
//
// The memory map for a terminal: one stretch a line, columns under each other, gaps not to scale, no line of more than
// 110 characters.

import { endOf, groupedHex, listText, sizeText } from "../words.ts"
import type { Kind, MemoryMap, Stretch } from "./model.ts"

const WIDTH = 110

const SIGNS: Readonly<Record<Kind, string>> = {
  ram: "█",
  free: "░",
  kept: "▒",
  device: "■",
  emulated: "◇",
  lost: "✗",
  gap: "·",
}

const LEGEND =
  "█ RAM   ■ registers   ◇ the VMM answers   ░ free RAM   ▒ kept   ✗ enabled in the tree, not given   · nothing"

type Row = readonly string[]

function aligned(rows: readonly Row[]): readonly string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => (row.length > 2 ? [...(row[column] ?? "")].length : 0))),
  )
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    )
    const line = `  ${cells.join("  ")}`.trimEnd()
    const letters = [...line]
    return letters.length > WIDTH ? `${letters.slice(0, WIDTH - 1).join("")}…` : line
  })
}

function stretchRow(stretch: Stretch, rest: readonly string[]): Row {
  const { base, size, kind, name } = stretch
  return [SIGNS[kind], groupedHex(base), groupedHex(endOf(stretch)), sizeText(size), name, ...rest]
}

/** A gap: how much, and what is in it. */
function gapRow({ size, kind, notes }: Stretch): Row {
  const what = notes.length === 0 ? "" : `: ${listText(notes, 4)}`
  return [SIGNS[kind], `${sizeText(size)}${kind === "lost" ? what : notes.length > 0 ? `, ${notes[0]}` : ""}`]
}

const isGap = ({ kind }: Stretch): boolean => kind === "gap" || kind === "lost"

function physicalRows(map: MemoryMap): readonly Row[] {
  return map.physical.map((stretch) =>
    isGap(stretch) ? gapRow(stretch) : stretchRow(stretch, [stretch.notes.join(", ")]),
  )
}

function guestRows(stretches: readonly Stretch[]): readonly Row[] {
  return stretches.map((stretch) => {
    if (isGap(stretch)) return gapRow(stretch)
    const [rights = "", ...what] = stretch.kind === "emulated" ? ["", ...stretch.notes] : stretch.notes
    const { phys } = stretch
    const behind = phys === undefined ? "" : phys === stretch.base ? "same" : `at ${groupedHex(phys)}`
    return stretchRow(stretch, [rights, behind, listText(what, 3).replace(/^none$/, "")])
  })
}

/** The map as text, each line ended. */
export function mapText(map: MemoryMap): string {
  const lines = [
    "Physical memory, and who may touch it (gaps not to scale)",
    ...aligned(physicalRows(map)),
    "",
    ...map.guests.flatMap(({ name, vmm, stretches }) => [
      `What '${name}' sees, run by '${vmm}': guest-physical addresses, rights, physical address, the guest's device`,
      ...aligned(guestRows(stretches)),
      "",
    ]),
    LEGEND,
  ]
  return `${lines.join("\n")}\n`
}
