// SPDX-License-Identifier: BSD-2-Clause
//
// Tokens of device tree source, after the Devicetree Specification v0.4, chapter 6, with dtc's three lexical
// contexts: names of nodes and properties, bytestrings, and everything else. Which context holds depends on
// the tokens alone, so a source is cut into tokens before it is parsed; `/include/` splices another file in.
// Linemarkers of a C preprocessor (`# 12 "file"`) are skipped: places are those of the file at hand.

import { type Diagnostic, errorAt, type Fix, type Place, replaceAt } from "@vmm/diagnostic"
import { deleteStretch, writeAt } from "./mend.ts"
import { isPluginSource } from "./plugin.ts"
import { bindingValue, numbersFor } from "./slips.ts"

/** A file's name, as diagnostics show it, and its text. */
export interface Source {
  readonly file: string
  readonly text: string
}

export type TokenKind =
  | "keyword" // "/dts-v1/" and its like, text as written
  | "name" // a node's or property's name, a leading backslash removed
  | "label" // text without the colon
  | "labelRef" // &label, text without the ampersand
  | "pathRef" // &{/path}, text is the path
  | "string" // text is what stands between the quotes
  | "char"
  | "number"
  | "byte"
  | "word" // an identifier where none may stand; kept whole for the message
  | "punct"
  | "end"

/** What follows the beginning of such a comment is not read. */
export const UNCLOSED_COMMENT = "this comment is never closed"

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly place: Place
  readonly endLine: number
}

export interface LexOptions {
  /** Reads the file that `/include/ "path"` in `from` names; undefined when there is none. */
  readonly include?: ((path: string, from: string) => Source | undefined) | undefined
}

export interface Lexed {
  readonly tokens: readonly Token[]
  readonly problems: readonly Diagnostic[]
  /** A `#include`, `#define` or other directive of the C preprocessor was found. */
  readonly needsCpp: boolean
}

type Context = "start" | "value" | "name" | "bytes"

const KEYWORD =
  /\/(?:dts-v1|plugin|memreserve|bits|delete-property|delete-node|omit-if-no-ref|incbin|include)\//y
const BLANK = /(?:\s+|\/\*[\s\S]*?\*\/|\/\/[^\n]*)+/y
const LABEL = /[a-zA-Z_][a-zA-Z0-9_]*:/y
const NAME = /\\?[a-zA-Z0-9,._+*#?@-]+/y
const BYTE = /[0-9a-fA-F]{2}/y
const NUMBER = /(?:0[xX][0-9a-fA-F]+|[0-9]+)(?:ULL|LL|UL|L|U)?/y
const LABEL_REF = /&[a-zA-Z_][a-zA-Z0-9_]*/y
const PATH_REF = /&\{[a-zA-Z0-9,._+*#?@/-]*\}/y
const STRING = /"(?:[^\\"]|\\[\s\S])*"/y
const CHAR = /'(?:[^\\'\n]|\\[^\n])*'/y
const IDENTIFIER = /^[a-zA-Z_][a-zA-Z0-9_]*$/
const WORD = /[a-zA-Z_][a-zA-Z0-9_]*/y
const OPERATOR = /<<|>>|<=|>=|==|!=|&&|\|\||[\s\S]/uy
const ALONE = "{};()[]"
/** Operators of two characters begin with these and go on with one of them. */
const MAY_GO_ON = "<>="
const LINEMARKER = /#(?:line)?[ \t]+[0-9]+[ \t]+"(?:[^\\"\n]|\\.)*"[^\n]*/y
const DIRECTIVE =
  /#[ \t]*(?:include|define|undef|ifdef|ifndef|if|elif|else|endif|error|warning|pragma)(?![\w,.+*#?@-])(?:\\\n|[^\n])*/y

const CPP_REMEDY =
  "run the C preprocessor over the file first (cpp -nostdinc -undef -x assembler-with-cpp -I INCLUDES IN OUT)" +
  ', or use /include/ "file" for a file without macros'

const MAX_INCLUDE_DEPTH = 100

/** True for a character that neither is blank nor begins a comment or a linemarker. */
function isDark(code: number): boolean {
  return code > 0x20 && code < 0x7f && code !== 0x23 && code !== 0x2f
}

class Lexer {
  readonly tokens: Token[] = []
  readonly problems: Diagnostic[] = []
  needsCpp = false
  /** An #include of a file with nodes, which no fix can do without. */
  lacksTree = false
  private context: Context
  private readonly files: string[] = []
  private readonly include: LexOptions["include"]
  private source: Source = { file: "", text: "" }
  private at = 0
  private line = 1
  private lineStart = 0
  /** Offset of the first line break from `at` on, or the text's length. */
  private lineEnd = 0

  constructor(context: Context, options: LexOptions) {
    this.context = context
    this.include = options.include
  }

  run(source: Source): void {
    const { line, lineStart, lineEnd } = this
    const outer = { source: this.source, at: this.at, line, lineStart, lineEnd }
    Object.assign(this, { source, at: 0, line: 1, lineStart: 0 })
    this.findLineEnd()
    this.files.push(source.file)
    while (this.skipBlank()) this.step()
    this.files.pop()
    if (this.files.length === 0) this.push("end", "", 0)
    Object.assign(this, outer)
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    return pattern.exec(this.source.text)?.[0]
  }

  private findLineEnd(): void {
    const found = this.source.text.indexOf("\n", this.at)
    this.lineEnd = found < 0 ? this.source.text.length : found
  }

  /** The place of the next `length` characters: up to the end of their first line. */
  private span(length: number): Place {
    const column = this.at - this.lineStart + 1
    const endColumn = Math.min(this.at + length, this.lineEnd) - this.lineStart + 1
    return { file: this.source.file, line: this.line, column, endColumn }
  }

  /** From a place of this line on to the end of the next `length` characters. */
  private upTo(start: Place, length: number): Place {
    return { ...start, endColumn: this.span(length).endColumn }
  }

  private advance(length: number): void {
    this.at += length
    while (this.lineEnd < this.at) {
      this.line += 1
      this.lineStart = this.lineEnd + 1
      const found = this.source.text.indexOf("\n", this.lineStart)
      this.lineEnd = found < 0 ? this.source.text.length : found
    }
  }

  private push(kind: TokenKind, text: string, length: number): void {
    const place = this.span(length)
    this.advance(length)
    this.tokens.push({ kind, text, place, endLine: this.line })
  }

  private problem(length: number, message: string, remedy: string, fixes: readonly Fix[] = []): void {
    const more = { code: "dts-source", ...(fixes.length === 0 ? {} : { fixes }) }
    this.problems.push(errorAt(this.span(length), message, remedy, more))
  }

  /** True when there is more to read after blanks, comments and linemarkers. */
  private skipBlank(): boolean {
    for (;;) {
      if (isDark(this.source.text.charCodeAt(this.at))) return true
      const blank = this.match(BLANK)
      if (blank !== undefined) this.advance(blank.length)
      const marker = this.at === this.lineStart ? this.match(LINEMARKER) : undefined
      if (marker !== undefined) this.advance(marker.length)
      if (blank === undefined && marker === undefined) return this.at < this.source.text.length
    }
  }

  private step(): void {
    const { text } = this.source
    const first = text[this.at] ?? ""
    if (this.alone(first, text[this.at + 1] ?? "")) return this.operator(first)
    if ((first === "#" && this.directive()) || this.unclosed()) return
    if (first === "/" && this.keyword()) return
    if (this.context === "name" ? this.name() : this.simple("label", LABEL, 0, 1)) return
    if (this.context === "bytes" && this.simple("byte", BYTE, 0, 0)) return
    if (this.context === "value" && this.simple("number", NUMBER, 0, 0)) return
    if (first === '"' && this.simple("string", STRING, 1, 1)) return
    if (first === "'" && this.simple("char", CHAR, 1, 1)) return
    if (first === "&" && this.simple("pathRef", PATH_REF, 2, 1)) return
    if (first === "&" && this.simple("labelRef", LABEL_REF, 1, 0)) return
    if (this.simple("word", WORD, 0, 0)) return
    this.operator(this.match(OPERATOR) ?? "")
  }

  /** True when the character is punctuation on its own, whatever comes next. */
  private alone(first: string, next: string): boolean {
    if (first === ",") return this.context !== "name"
    return ALONE.includes(first) || (MAY_GO_ON.includes(first) && !MAY_GO_ON.includes(next))
  }

  private keyword(): boolean {
    const keyword = this.match(KEYWORD)
    if (keyword === undefined) return false
    if (keyword === "/include/") this.includeFile(keyword)
    else {
      this.push("keyword", keyword, keyword.length)
      this.context = /^\/(delete-|omit-)/.test(keyword) ? "name" : "value"
    }
    return true
  }

  /** Takes a token whose text is the match without `front` and `back` characters. */
  private simple(kind: TokenKind, pattern: RegExp, front: number, back: number): boolean {
    const found = this.match(pattern)
    if (found === undefined) return false
    this.push(kind, found.slice(front, found.length - back), found.length)
    return true
  }

  /** A name, or a label, which may stand before one. */
  private name(): boolean {
    const found = this.match(NAME)
    if (found === undefined) return false
    if (this.source.text[this.at + found.length] === ":" && IDENTIFIER.test(found)) {
      this.push("label", found, found.length + 1)
      return true
    }
    this.push("name", found.startsWith("\\") ? found.slice(1) : found, found.length)
    this.context = "value"
    return true
  }

  private operator(text: string): void {
    this.push("punct", text, text.length)
    if (text === "[") this.context = "bytes"
    else if (text === "{" || text === ";") this.context = "name"
    else if (text === "]" && this.context === "bytes") this.context = "value"
  }

  private directive(): boolean {
    const before = this.source.text.slice(this.lineStart, this.at)
    const found = /^[ \t]*$/.test(before) ? this.match(DIRECTIVE) : undefined
    if (found === undefined) return false
    const word = /[a-z]+/.exec(found)?.[0] ?? ""
    this.problem(found.length, `#${word} is for the C preprocessor, which is not run here`, CPP_REMEDY)
    this.needsCpp = true
    if (/\binclude\b.*\.dtso?i?[">]/.test(found)) this.lacksTree = true
    this.advance(found.length)
    return true
  }

  /** A comment, string or character literal that nothing closes. */
  private unclosed(): boolean {
    const text = this.source.text
    if (text.startsWith("/*", this.at)) {
      const line = /[^\r\n]*/y
      line.lastIndex = this.at
      const rest = (line.exec(text)?.[0] ?? "").trimEnd().length
      this.problem(2, UNCLOSED_COMMENT, "end it with */", [writeAt(this.span(rest), " */")])
      this.advance(text.length - this.at)
      return true
    }
    const open = text[this.at]
    const isString = open === '"' && this.stringRunsOn()
    const isChar = open === "'" && this.match(CHAR) === undefined
    if (!isString && !isChar) return false
    const line = /[^\n]*/y
    line.lastIndex = this.at
    const rest = Math.max(1, (line.exec(text)?.[0] ?? "").replace(/[\s>\])};]*$/, "").length)
    this.problem(
      rest,
      `this ${isString ? "string" : "character literal"} is never closed`,
      `add the missing ${isString ? '"' : "'"}`,
      isString ? [writeAt({ ...this.span(rest) }, '"')] : [],
    )
    this.push(isString ? "string" : "char", isString ? "" : "0", rest)
    return true
  }

  /**
   * True when no quote ends the string, and when the one that does begins another: the string's first line ends a
   * statement, and what follows the quote could follow no string.
   */
  private stringRunsOn(): boolean {
    const found = this.match(STRING)
    if (found === undefined) return true
    const next = this.source.text[this.at + found.length] ?? ""
    return /^[^\n]*;[ \t\r]*\n/.test(found) && /["\w,/&-]/.test(next) && next !== ","
  }

  private includeFile(keyword: string): void {
    const start = this.span(keyword.length)
    this.advance(keyword.length)
    this.skipBlank()
    const found = this.match(STRING)
    if (found === undefined) {
      this.problem(1, "/include/ needs a file name", 'write /include/ "file.dtsi"')
      return
    }
    const path = found.slice(1, -1)
    const inner = this.include?.(path, this.source.file)
    if (inner === undefined) {
      this.problem(
        found.length,
        `the file "${path}" to include was not found`,
        "check the name and the folder",
        this.line === start.line ? deleteStretch(this.upTo(start, found.length), `/include/ ${found}`) : [],
      )
    } else if (this.files.includes(inner.file) || this.files.length >= MAX_INCLUDE_DEPTH) {
      this.problem(found.length, `"${path}" includes itself`, "remove one /include/ of the circle")
    }
    const circular = inner !== undefined && this.files.includes(inner.file)
    this.advance(found.length)
    if (inner !== undefined && !circular && this.files.length < MAX_INCLUDE_DEPTH) this.run(inner)
  }
}

/** The first #include of headers gets a fix when nothing else of the C preprocessor is used but names with a number. */
function mendIncludes({ tokens, problems, lacksTree }: Lexer): void {
  if (lacksTree) return
  const all = problems.filter(({ message }) => /^#\w+ is for the C preprocessor/.test(message))
  const words = tokens.filter(({ kind }) => kind === "word")
  const [first] = all
  const known = words.every((word) => bindingValue(word) !== undefined)
  if (first === undefined || !known || all.some(({ message }) => !message.startsWith("#include "))) return
  const gone = all.map(({ file, line, column, endColumn }) =>
    replaceAt({ file, line, column, endColumn }, ""),
  )
  const title = "delete the #include lines and write numbers for the names of the headers"
  const fix = { id: "mend-source", title, edits: [...gone, ...numbersFor(words)], notes: [] }
  problems[problems.indexOf(first)] = { ...first, fixes: [fix] }
}

/**
 * The tokens of one source.
 * @param appended the source follows another one's text, so it begins where a name may stand
 */
export function lex(source: Source, appended: boolean, options: LexOptions): Lexed {
  const lexer = new Lexer(appended ? "name" : "start", options)
  lexer.run(source)
  if (lexer.needsCpp) mendIncludes(lexer)
  return { tokens: lexer.tokens, problems: lexer.problems, needsCpp: lexer.needsCpp }
}

/**
 * True for source without `/dts-v1/` outside of comments and strings, or with `/plugin/` after it: an overlay, which is
 * appended to a board's tree.
 */
export function isOverlaySource(text: string): boolean {
  if (isPluginSource(text)) return true
  // Almost always the first word or none says it, and the whole need not be read.
  if (/^(?:\s+|\/\*[^]*?\*\/|\/\/[^\n]*\n)*\/dts-v1\//.test(text)) return false
  if (!text.includes("/dts-v1/")) return true
  const { tokens } = lex({ file: "", text }, false, {})
  return !tokens.some((token) => token.kind === "keyword" && token.text === "/dts-v1/")
}
