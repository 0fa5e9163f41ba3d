// SPDX-License-Identifier: BSD-2-Clause
//
// The memory map as a picture (SVG 1.1): physical memory on the left, a column for each guest, and a band from what a
// guest sees to the memory behind it. Heights are not to scale: RAM grows with the logarithm of its size.

import { endOf, groupedHex, listText, MIB, sizeText } from "../words.ts"
import type { Kind, MemoryMap, Stretch } from "./model.ts"

const COLUMN = 380
const BOX = 330
const GUTTER = 170
const MARGIN = 28
const HEAD = 92
const ROW = 34
const GAP = 24

const FILLS: Readonly<Record<Kind, string>> = {
  ram: "#3b6ea5",
  free: "#dfe8f1",
  kept: "#a9b4c0",
  device: "#2f8f6b",
  emulated: "#b9822b",
  lost: "#fbe4e1",
  gap: "none",
}

const INK: Readonly<Record<Kind, string>> = {
  ram: "#ffffff",
  free: "#33475b",
  kept: "#1c2733",
  device: "#ffffff",
  emulated: "#ffffff",
  lost: "#a02d20",
  gap: "#7a8794",
}

interface Box {
  readonly stretch: Stretch
  readonly y: number
  readonly height: number
}

function heightOf({ kind, size, notes }: Stretch): number {
  if (kind === "gap" || kind === "lost") return notes.length > 0 ? ROW : GAP
  if (kind === "device" || kind === "emulated") return ROW
  return ROW + Math.min(70, Math.max(0, 8 * Math.log2(Math.max(1, size / MIB))))
}

/** Lowest address at the bottom, as maps are drawn. */
function stack(stretches: readonly Stretch[], height: number): readonly Box[] {
  let y = HEAD + height
  return stretches.map((stretch) => {
    const own = heightOf(stretch)
    y -= own
    return { stretch, y, height: own }
  })
}

const total = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, stretch) => sum + heightOf(stretch), 0)

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

const clipped = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text

function text(x: number, y: number, words: string, style: string): string {
  return `<text x="${x}" y="${y}" ${style}>${escaped(words)}</text>`
}

function boxSvg({ stretch, y, height }: Box, x: number): string {
  const { kind, name, size, notes, base } = stretch
  const ink = `fill="${INK[kind]}"`
  if (kind === "gap" || kind === "lost") {
    const words = `${sizeText(size)}${notes.length === 0 ? "" : `: ${listText(notes, 3)}`}`
    const back =
      kind === "lost"
        ? `<rect x="${x}" y="${y + 2}" width="${BOX}" height="${height - 4}" rx="3" fill="${FILLS.lost}"/>`
        : ""
    const middle = y + height / 2 + 4
    return `${back}${text(x + 10, middle, clipped(`⋮ ${words}`, 50), `${ink} font-size="11"`)}`
  }
  const lines = [
    `<rect x="${x}" y="${y}" width="${BOX}" height="${height}" rx="3" fill="${FILLS[kind]}" stroke="#ffffff"/>`,
    text(x + 10, y + 15, clipped(name, 34), `${ink} font-weight="600"`),
    text(x + BOX - 10, y + 15, sizeText(size), `${ink} text-anchor="end"`),
    text(x + 10, y + 29, clipped(notes.join(", "), 49), `${ink} font-size="11" opacity="0.9"`),
    text(x - 8, y + height - 3, groupedHex(base), 'fill="#33475b" text-anchor="end" font-size="11"'),
  ]
  return lines.join("\n")
}

/** A band from a guest's stretch to the physical memory behind it. */
function band(from: Box, boxes: readonly Box[], left: number, right: number): string {
  const { phys, size, kind } = from.stretch
  if (phys === undefined) return ""
  const to = boxes.find(
    ({ stretch }) => stretch.base <= phys && phys + size <= endOf(stretch) && stretch.kind === kind,
  )
  if (to === undefined) return ""
  const [a, b] = [left + BOX, right]
  const middle = (a + b) / 2
  const points =
    `M${a} ${to.y} C${middle} ${to.y} ${middle} ${from.y} ${b} ${from.y} L${b} ${from.y + from.height} ` +
    `C${middle} ${from.y + from.height} ${middle} ${to.y + to.height} ${a} ${to.y + to.height} Z`
  return `<path d="${points}" fill="${FILLS[kind]}" opacity="0.16"/>`
}

function legend(y: number): string {
  const entries: ReadonlyArray<readonly [Kind, string]> = [
    ["ram", "RAM given out"],
    ["device", "registers of a device"],
    ["emulated", "the VMM answers"],
    ["free", "free RAM"],
    ["kept", "kept by the system"],
    ["lost", "enabled in the guest's tree, not given"],
  ]
  let x = MARGIN
  const parts = entries.map(([kind, words]) => {
    const part =
      `<rect x="${x}" y="${y}" width="14" height="14" rx="2" fill="${FILLS[kind]}"/>` +
      text(x + 20, y + 11, words, 'fill="#33475b" font-size="12"')
    x += 40 + words.length * 6.6
    return part
  })
  return parts.join("\n")
}

/** The picture; `title` is the name of the example. */
export function mapSvg(map: MemoryMap, title: string): string {
  const columns = [map.physical, ...map.guests.map(({ stretches }) => stretches)]
  const tallest = Math.max(...columns.map(total))
  const width = Math.max(
    MARGIN * 2 + GUTTER * 0.6 + columns.length * COLUMN + (columns.length - 1) * GUTTER,
    1060,
  )
  const height = HEAD + tallest + 70
  const xOf = (column: number) => MARGIN + GUTTER * 0.6 + column * (COLUMN + GUTTER)
  const stacks = columns.map((stretches) => stack(stretches, tallest))
  const physical = stacks[0] ?? []
  const heads = ["Physical memory", ...map.guests.map(({ name, vmm }) => `${name} (run by ${vmm})`)]
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    '  font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12">',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(MARGIN, 36, `${title}: memory map`, 'fill="#1c2733" font-size="20" font-weight="700"'),
    text(MARGIN, 56, "addresses grow upwards; heights and gaps are not to scale", 'fill="#5a6875"'),
    ...heads.map((words, column) =>
      text(xOf(column), HEAD - 10, words, 'fill="#1c2733" font-size="14" font-weight="600"'),
    ),
    ...stacks
      .slice(1)
      .flatMap((boxes, index) => boxes.map((box) => band(box, physical, xOf(0), xOf(index + 1)))),
    ...stacks.flatMap((boxes, column) => boxes.map((box) => boxSvg(box, xOf(column)))),
    legend(HEAD + tallest + 30),
    "</svg>",
  ]
  return `${parts.filter((part) => part !== "").join("\n")}\n`
}
