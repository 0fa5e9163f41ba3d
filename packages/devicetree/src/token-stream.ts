// SPDX-License-Identifier: BSD-2-Clause
//
// The tokens of one source under the parser's eye, the diagnostics it gathers, and how it finds its feet
// again after a mistake.

import { type Diagnostic, errorAt, type Fix, type Place } from "@vmm/diagnostic"
import { type Lexed, type Token, UNCLOSED_COMMENT } from "./lexer.ts"
import { writeAfter, writeAtEnd } from "./mend.ts"
import { bindingValue } from "./slips.ts"

/** What the user wrote, for "found ..." in a message. */
function describe(token: Token): string {
  switch (token.kind) {
    case "end":
      return "the end of the file"
    case "string":
      return "a string"
    case "char":
      return "a character literal"
    case "label":
      return `the label "${token.text}:"`
    case "labelRef":
      return `"&${token.text}"`
    case "pathRef":
      return `"&{${token.text}}"`
    default:
      return `"${token.text}"`
  }
}

export class TokenStream {
  readonly problems: Diagnostic[]
  private readonly tokens: readonly Token[]
  readonly needsCpp: boolean
  /** The file ends in a comment that nothing closes: what is missing at its end may be in there. */
  private readonly cut: boolean
  private at = 0
  /** How deep the expression at hand is nested. */
  nesting = 0

  constructor(lexed: Lexed) {
    this.tokens = lexed.tokens
    this.problems = [...lexed.problems]
    this.needsCpp = lexed.needsCpp
    this.cut = lexed.problems.some(({ message }) => message === UNCLOSED_COMMENT)
  }

  peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]
    if (token === undefined) throw new RangeError("a token list ends with an end token")
    return token
  }

  next(): Token {
    const token = this.peek()
    if (this.at < this.tokens.length - 1) this.at += 1
    return token
  }

  /** Number of tokens taken. */
  get position(): number {
    return this.at
  }

  /** The tokens from the next one on, before that punctuation or the end of the statement. */
  upTo(text: string): readonly Token[] {
    const end = this.tokens.findIndex(
      (token, index) =>
        index >= this.at && token.kind === "punct" && (token.text === text || token.text === ";"),
    )
    return this.tokens.slice(this.at, end < 0 ? this.tokens.length : end)
  }

  is(text: string): boolean {
    const token = this.peek()
    return (token.kind === "punct" || token.kind === "keyword") && token.text === text
  }

  /** Takes the punctuation or keyword if it comes next. */
  take(text: string): boolean {
    if (!this.is(text)) return false
    this.next()
    return true
  }

  /** The token that was taken last, or so many before it. */
  previous(before = 0): Token | undefined {
    return this.tokens[this.at - 1 - before]
  }

  expect(text: string, remedy: string): boolean {
    if (this.take(text)) return true
    this.unexpected(`"${text}"`, remedy, writeAfter(this.previous(), text))
    return false
  }

  problem(place: Place, message: string, remedy?: string, fixes?: readonly Fix[]): void {
    const ready = fixes === undefined || fixes.length === 0 ? {} : { fixes }
    this.problems.push(errorAt(place, message, remedy, { code: "dts-source", ...ready }))
  }

  /** Reports that something else stood where `wanted` should. */
  unexpected(wanted: string, remedy: string, fixes?: readonly Fix[]): void {
    const token = this.peek()
    if ((token.kind === "word" && this.needsCpp) || (token.kind === "end" && this.cut)) return
    const before = this.previous()
    const runaway = before?.kind === "string" && before.endLine > before.place.line
    this.problem(
      token.place,
      `expected ${wanted}, found ${describe(token)}`,
      runaway ? `the string of line ${before.place.line} runs over several lines: close it there` : remedy,
      runaway ? [] : fixes,
    )
  }

  /** Reports a missing `;` at the end of what should have had it; true when it was there. */
  endStatement(what: string): boolean {
    if (this.take(";")) return true
    const before = this.previous()
    const token = this.peek()
    const fixes = writeAfter(before, ";")
    const found = describe(token)
    if ((token.kind === "word" && this.needsCpp) || (token.kind === "end" && this.cut)) return false
    const sameLine = before === undefined || (before.endLine === token.place.line && token.kind !== "end")
    if (sameLine || before.place.endColumn === undefined) {
      this.unexpected(`";" after ${what}`, 'put a ";" before it', fixes)
    } else {
      const column = before.place.endColumn
      const place = { file: before.place.file, line: before.place.line, column, endColumn: column + 1 }
      this.problem(place, `expected ";" after ${what}, found ${found}`, 'put a ";" here', fixes)
    }
    return false
  }

  /** Reports that a block is not closed at the end of the file. */
  unclosed(remedy: string): void {
    this.unexpected('"};"', remedy, writeAtEnd(this.peek(), "};\n"))
  }

  /** For an identifier in a value: what the user may have meant. */
  wordRemedy(token: Token): string | undefined {
    if (token.kind !== "word") return undefined
    const value = bindingValue(token)
    if (value !== undefined) return `write the number: ${token.text} is ${value}`
    return `a node is referred to as &${token.text}; a macro needs the C preprocessor, which is not run here`
  }

  /** After a mistake: skips the rest of the statement, with any `{ }` in it, but not the block's `}`. */
  recover(): void {
    let depth = 0
    for (;;) {
      const token = this.peek()
      if (token.kind === "end") return
      const text = token.kind === "punct" ? token.text : ""
      if (text === "}" && depth === 0) return
      this.next()
      if (text === "{") depth += 1
      if (text === "}") {
        depth -= 1
        if (depth === 0) {
          this.take(";")
          return
        }
      }
      if (text === ";" && depth === 0) return
    }
  }
}
