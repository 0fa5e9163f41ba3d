// SPDX-License-Identifier: BSD-2-Clause
//
// Which of a folder's device tree sources is the board: the one that begins with /dts-v1/ without /plugin/. When
// none does, or more than one, the likeliest is the one with the processors, or the longest.

import { type Diagnostic, errorAt, errorInFile, insertAt, type Place, replaceAt } from "@vmm/diagnostic"
import { isOverlaySource } from "@vmm/devicetree"

import type { SourceText } from "./folder.ts"

const PLUGIN = /\/plugin\/\s*;/
const HEAD = /\/dts-v1\/\s*;[ \t]*\n?/
/** A tree that describes a board has processors; an overlay changes them at most. */
const CPUS = /\bcpus\s*\{/

function likeliest(trees: readonly SourceText[]): SourceText | undefined {
  const rank = ({ text }: SourceText) => (CPUS.test(text) ? 1 : 0)
  return trees.toSorted((a, b) => rank(b) - rank(a) || b.text.length - a.text.length)[0]
}

/** Where text that stands at an offset is; it ends on its line. */
function placeOf({ file, text }: SourceText, at: number, length: number): Place {
  const before = text.slice(0, at)
  const column = at - before.lastIndexOf("\n")
  return { file, line: before.split("\n").length, column, endColumn: column + length }
}

/** Offset of the first character that is neither blank nor in a comment. */
function firstToken(text: string): number {
  return /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0
}

function none(path: string, trees: readonly SourceText[]): Diagnostic {
  const board = likeliest(trees)
  const message = "the folder has no board tree"
  const remedy = "add the board's .dts, which begins with /dts-v1/;"
  if (board === undefined) return errorInFile(path, message, remedy, { code: "board-tree-missing" })
  const plugin = PLUGIN.exec(board.text)
  if (plugin !== null && isOverlaySource(board.text) && CPUS.test(board.text)) {
    const at = placeOf(board, plugin.index, plugin[0].length)
    const fix = { id: "delete-plugin", title: "delete /plugin/;", edits: [replaceAt(at, "")], notes: [] }
    const more = { code: "board-tree-missing", fixes: [fix] }
    return errorAt(
      at,
      `${message}: /plugin/ makes an overlay of this`,
      "take /plugin/; out of the board's tree",
      more,
    )
  }
  if (plugin !== null) return errorInFile(path, message, remedy, { code: "board-tree-missing" })
  const place = placeOf(board, firstToken(board.text), 1)
  const fix = {
    id: "write-dts-v1",
    title: "write /dts-v1/;",
    edits: [insertAt(place.file, place.line, place.column, "/dts-v1/;\n\n")],
    notes: [],
  }
  return errorAt(place, message, "begin the board's tree with /dts-v1/;", {
    code: "board-tree-missing",
    fixes: [fix],
  })
}

/** One finding for each tree but the likeliest board. */
function tooMany(bases: readonly SourceText[]): readonly Diagnostic[] {
  const board = likeliest(bases)
  const others = bases.filter((base) => base !== board)
  return others.map((other) => {
    const at = other.text.search(HEAD)
    const head = HEAD.exec(other.text)?.[0] ?? ""
    const place = placeOf(other, Math.max(at, 0), head.trimEnd().length)
    const fix = { id: "delete-dts-v1", title: "delete /dts-v1/;", edits: [replaceAt(place, "")], notes: [] }
    const message = `the folder has more than one board tree: this, and ${board?.file ?? "another one"}`
    const remedy = "take /dts-v1/; out of what is an overlay, or keep one of the files"
    return errorAt(place, message, remedy, { code: "board-tree-twice", fixes: [fix] })
  })
}

/** The board's tree among those of the folder `path`, or what is wrong. */
export function chooseBoard(
  path: string,
  trees: readonly SourceText[],
): { readonly board: SourceText } | { readonly wrong: readonly Diagnostic[] } {
  const bases = trees.filter(({ text }) => !isOverlaySource(text))
  const [board, second] = bases
  if (board === undefined) return { wrong: [none(path, trees)] }
  return second === undefined ? { board } : { wrong: tooMany(bases) }
}
