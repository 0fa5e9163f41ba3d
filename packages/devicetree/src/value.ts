// SPDX-License-Identifier: BSD-2-Clause
//
// Property values: cell lists, strings, bytestrings, references and /incbin/, joined by commas, after the
// Devicetree Specification v0.4, section 6.3.

import type { Fix } from "@vmm/diagnostic"

import { unescape } from "./escape.ts"
import { integer, startsInteger } from "./expression.ts"
import type { Token } from "./lexer.ts"
import { deleteTokens, splitNumber, writeAfter, writeOver } from "./mend.ts"
import type { Piece } from "./raw-tree.ts"
import { bindingValue, digitSlip, nameSlip } from "./slips.ts"
import type { TokenStream } from "./token-stream.ts"

/** Reads the file that `/incbin/("path")` in `from` names; undefined when there is none. */
export type BinaryReader = (path: string, from: string) => Uint8Array | undefined

const bytesPiece = (bytes: Uint8Array): Piece => ({ kind: "bytes", bytes })

/** Cells of 32 bits, big-endian. */
/** A text in single quotes, or a word in none, where a string was meant; macros are in capitals. */
function bareText(token: Token): string | undefined {
  if (token.kind === "char") return token.text.replace(/^'|'$/g, "")
  if (token.kind !== "word" || bindingValue(token) !== undefined) return undefined
  return /^[a-z][a-z0-9-]*$/.test(token.text) ? token.text : undefined
}

function bytesOf(cells: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * cells.length)
  let at = 0
  for (const cell of cells) {
    bytes[at] = cell >>> 24
    bytes[at + 1] = cell >>> 16
    bytes[at + 2] = cell >>> 8
    bytes[at + 3] = cell
    at += 4
  }
  return bytes
}

/** The value in `width` bits, big-endian. */
export function bigEndian(value: bigint, width: number): Uint8Array {
  if (width === 32) return bytesOf([Number(value)])
  const bytes = new Uint8Array(width / 8)
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number((value >> BigInt(width - 8 * (i + 1))) & 0xffn)
  }
  return bytes
}

/** Almost all cells: numbers of 32 bits that are not octal. */
const PLAIN_CELL = /^(?:0[xX][0-9a-fA-F]{1,8}|[1-9][0-9]{0,8}|0)$/

class ValueParser {
  readonly pieces: Piece[] = []
  /** Cells of 32 bits that are not among the pieces yet. */
  private pending: number[] = []
  /** Up to which token names of headers are told. */
  private told: number | undefined
  private readonly stream: TokenStream
  private readonly incbin: BinaryReader | undefined

  constructor(stream: TokenStream, incbin: BinaryReader | undefined) {
    this.stream = stream
    this.incbin = incbin
  }

  run(): boolean {
    do {
      this.labels()
      if (!this.item()) return false
      this.labels()
    } while (this.stream.take(","))
    return true
  }

  private labels(): void {
    while (this.label());
  }

  private label(): boolean {
    const token = this.stream.peek()
    if (token.kind !== "label") return false
    this.stream.next()
    this.pieces.push({ kind: "label", label: { name: token.text, place: token.place } })
    return true
  }

  private item(): boolean {
    const token = this.stream.peek()
    if (token.kind === "string") return this.string(this.stream.next())
    if (token.kind === "labelRef" || token.kind === "pathRef") {
      this.stream.next()
      this.pieces.push({ kind: "path", ref: token.text, place: token.place })
      return true
    }
    if (this.stream.take("<")) return this.cells(32)
    if (this.stream.take("[")) return this.bytestring()
    if (this.stream.take("/bits/")) return this.sized()
    if (this.stream.take("/incbin/")) return this.binaryFile(token)
    const text = bareText(token)
    const bare =
      token.kind === "number" ? `<${token.text}>` : text === undefined ? undefined : JSON.stringify(text)
    const remedy = this.itemRemedy(token, text)
    this.stream.unexpected("a value", remedy, bare === undefined ? [] : writeOver(token, bare))
    return false
  }

  private itemRemedy(token: Token, text: string | undefined): string {
    if (token.kind === "number") return `numbers stand in angle brackets: <${token.text}>`
    if (text !== undefined) {
      const other = token.kind === "word" ? `; a node is referred to as &${token.text}` : ""
      return `text stands in double quotes: write ${JSON.stringify(text)}${other}`
    }
    return (
      this.stream.wordRemedy(token) ??
      'write <cells>, "text", [bytes] or &label, or leave out the "=" for no value'
    )
  }

  private string(token: Token): boolean {
    const { bytes, badAt } = unescape(token.text)
    if (badAt.length > 0) {
      this.stream.problem(
        token.place,
        "\\x is followed by no hex digit",
        "write \\x41, say, or \\\\x for \\x",
      )
    }
    const ended = new Uint8Array(bytes.length + 1)
    ended.set(bytes)
    this.pieces.push({ kind: "bytes", bytes: ended, place: token.place })
    return true
  }

  private sized(): boolean {
    const token = this.stream.peek()
    if (token.kind !== "number") {
      this.stream.unexpected("a size in bits", "write /bits/ 8, 16, 32 or 64 and then <...>")
      return false
    }
    this.stream.next()
    let width = Number(token.text.replace(/[UL]+$/, ""))
    if (![8, 16, 32, 64].includes(width)) {
      this.stream.problem(token.place, `elements of ${token.text} bits`, "8, 16, 32 and 64 bits are possible")
      width = 32
    }
    return this.stream.expect("<", "/bits/ is followed by a list: /bits/ 8 <1 2 3>") && this.cells(width)
  }

  private cells(width: number): boolean {
    const good = this.listed(width)
    this.flush()
    return good
  }

  private flush(): void {
    if (this.pending.length === 0) return
    this.pieces.push(bytesPiece(bytesOf(this.pending)))
    this.pending = []
  }

  private listed(width: number): boolean {
    for (;;) {
      const token = this.stream.peek()
      if (token.kind === "number" && width === 32 && PLAIN_CELL.test(token.text)) {
        this.stream.next()
        this.pending.push(Number(token.text))
        continue
      }
      this.flush()
      if (this.stream.take(">")) return true
      if (this.label()) continue
      if (token.kind === "labelRef" || token.kind === "pathRef") {
        this.stream.next()
        this.phandle(token, width)
      } else if (bindingValue(token) !== undefined) {
        this.name(token, width)
      } else if (startsInteger(token)) {
        const before = this.stream.previous()
        const value = integer(this.stream)
        if (value === undefined) return false
        this.number(value, width, token, before)
      } else if (!this.digits(token)) {
        this.stream.unexpected('a cell or ">"', this.cellRemedy(token), this.cellFixes(token))
        return false
      }
    }
  }

  /** A name of a header stands for its number; the first of a list is told. */
  private name(token: Token, width: number): void {
    const { stream } = this
    if (this.told === undefined || this.told < stream.position) {
      const rest = stream.upTo(">")
      const slip = nameSlip(rest)
      this.told = stream.position + rest.length
      if (slip !== undefined && !stream.needsCpp) {
        stream.problem(slip.place, slip.message, slip.remedy, slip.fixes)
      }
    }
    stream.next()
    this.number(BigInt(bindingValue(token) ?? 0), width, token)
  }

  /** Takes the end of a number that has a wrong digit. */
  private digits(token: Token): boolean {
    const slip = digitSlip(this.stream.previous(), token)
    if (slip === undefined) return false
    this.stream.problem(slip.place, slip.message, slip.remedy, slip.fixes)
    this.stream.next()
    return true
  }

  private cellRemedy(token: Token): string {
    if (token.kind === "punct" && /^[-~!+]$/.test(token.text)) return "expressions need parentheses: <(-1)>"
    if (token.kind === "punct" && token.text === ",") return "cells are separated by blanks: <1 2 3>"
    if (token.kind === "string") return 'text stands outside of the brackets: <1>, "text"'
    return this.stream.wordRemedy(token) ?? 'close the list with ">"'
  }

  private cellFixes(token: Token): readonly Fix[] {
    if (token.kind === "punct" && token.text === ",") {
      return deleteTokens(this.stream.upTo(">").filter(({ text, kind }) => kind === "punct" && text === ","))
    }
    if (token.kind === "word") return writeOver(token, `&${token.text}`)
    return token.kind === "punct" && !/^[;}]$/.test(token.text) ? [] : writeAfter(this.stream.previous(), ">")
  }

  private phandle(token: Token, width: number): void {
    if (width === 32) {
      this.pieces.push({ kind: "phandle", ref: token.text, place: token.place })
      return
    }
    const remedy = "end the list and begin a new one: /bits/ 64 <1>, <&label>"
    this.stream.problem(token.place, `a reference takes 32 bits and the list has ${width}`, remedy)
  }

  /** Bits above the width must be all clear or, for a negative number, all set. */
  private number(value: bigint, width: number, token: Token, before?: Token): void {
    const mask = (1n << BigInt(width)) - 1n
    if (value > mask && (value | mask) !== (1n << 64n) - 1n) {
      const remedy = width < 64 ? "split it in two cells, or use /bits/ 64" : undefined
      const fixes = width === 32 ? splitNumber(before, token, value) : []
      this.stream.problem(token.place, `0x${value.toString(16)} does not fit in ${width} bits`, remedy, fixes)
    }
    this.pieces.push(bytesPiece(bigEndian(value & mask, width)))
  }

  private bytestring(): boolean {
    for (;;) {
      if (this.stream.take("]")) return true
      if (this.label()) continue
      const token = this.stream.peek()
      if (token.kind !== "byte") {
        this.stream.unexpected('two hex digits or "]"', "a byte is two hex digits without 0x: [0a ff]")
        return false
      }
      this.stream.next()
      this.pieces.push(bytesPiece(Uint8Array.of(parseInt(token.text, 16))))
    }
  }

  private binaryFile(keyword: Token): boolean {
    const form = 'write /incbin/("file") or /incbin/("file", offset, length)'
    if (!this.stream.expect("(", form)) return false
    const file = this.stream.peek()
    if (file.kind !== "string") {
      this.stream.unexpected("a file name", form)
      return false
    }
    this.stream.next()
    const range: number[] = []
    while (range.length < 2 && this.stream.take(",")) {
      const value = integer(this.stream)
      if (value === undefined) return false
      range.push(Number(value))
    }
    if (range.length === 1) {
      this.stream.unexpected('"," and a length', form)
      return false
    }
    if (!this.stream.expect(")", form)) return false
    const bytes = this.incbin?.(file.text, keyword.place.file)
    if (bytes === undefined) {
      this.stream.problem(
        file.place,
        `the file "${file.text}" was not found`,
        "check the name and the folder",
      )
    } else {
      const [offset = 0, length = bytes.length] = range
      this.pieces.push(bytesPiece(bytes.slice(offset, offset + length)))
    }
    return true
  }
}

/** The pieces of a value, up to but without its `;`; undefined after a reported mistake. */
export function parseValue(stream: TokenStream, incbin: BinaryReader | undefined): Piece[] | undefined {
  const parser = new ValueParser(stream, incbin)
  return parser.run() ? parser.pieces : undefined
}
