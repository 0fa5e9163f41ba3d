// SPDX-License-Identifier: BSD-2-Clause
//
// What the XML parser says about a broken file, put in words a person can act on: where the mistake was
// made (which is often before the place where the parser noticed it), and what to write there.

import type { Place } from "@vmm/diagnostic"

import { LANGUAGE } from "../language/language-table.ts"
import { characterReference, openDoctype, SYNTAX } from "./syntax.ts"

interface OpenTag {
  readonly name: string
  readonly place: Place
  /** Offset of the name, and after the start tag's '>'. */
  readonly from: number
  readonly tagTo: number
}

/** Edits by offsets in the text. */
export interface XmlFix {
  readonly title: string
  readonly edits: ReadonlyArray<{ readonly from: number; readonly to: number; readonly text: string }>
}

export interface Where {
  readonly text: string
  /** Offset after the character at which the parser stopped. */
  readonly at: number
  /** Offset where the last well-formed piece ended. */
  readonly last: number
  /** Elements open at that point, outermost first. */
  readonly open: ReadonlyArray<OpenTag>
}

export interface XmlProblem {
  readonly message: string
  readonly remedy: string
  readonly from: number
  readonly to: number
  readonly fix?: XmlFix
  /** When the mistake is at a place already known. */
  readonly place?: Place
}

type Explain = (where: Where, said: string) => XmlProblem | undefined

/**
 * The element that a closing tag is for has ended before: in its own tag by "/>", or by another closing tag. `parent`
 * is the innermost open element.
 */
function endedEarly(text: string, from: number, parent: OpenTag, name: string): XmlProblem | undefined {
  const between = text.slice(parent.tagTo, from - 2).replace(/<!--[^]*?-->/g, (all) => " ".repeat(all.length))
  const found = [...between.matchAll(/<(\/?)([\w:.-]+)(?:[^"'<>]|"[^"]*"|'[^']*')*?(\/?)>/g)]
  const last = found.findLast(([, close, word, empty]) => word === name && (close === "/" || empty === "/"))
  if (last === undefined) return undefined
  const [whole, close] = last
  const begin = parent.tagTo + last.index
  const lineOf = (at: number) => text.slice(0, at).split(/\r\n|\r|\n/).length
  if (close === "/") {
    const message = `closing tag '${name}' has no opening tag: line ${lineOf(begin)} closes the element already`
    const fix = {
      title: `delete this </${name}>`,
      edits: [{ from: from - 2, to: text.indexOf(">", from) + 1, text: "" }],
    }
    return { message, remedy: `delete this </${name}>, or the one before`, from, to: from + name.length, fix }
  }
  const end = begin + whole.length
  const slash = text.slice(begin, end).search(/\s*\/>$/) + begin
  const again = `line ${lineOf(from)} closes it by a tag `
  const message = `element '${name}' ends in its own tag, by "/>", and ${again}'${name}'`
  const fix = { title: 'write ">" for "/>"', edits: [{ from: slash, to: end, text: ">" }] }
  return { message, remedy: 'write ">" for "/>"', from: begin + 1, to: begin + 1 + name.length, fix }
}

function unexpectedClose({ text, at, open }: Where): XmlProblem | undefined {
  const tag = open.at(-1)
  const from = text.lastIndexOf("</", at) + 2
  const name = /^[^\s>]*/.exec(text.slice(from))?.[0] ?? ""
  if (tag === undefined) return undefined
  const message = `closing tag '${name}' does not match element '${tag.name}' opened on line ${tag.place.line}`
  const inside = open.some((other) => other.name === name)
  const early = inside ? undefined : endedEarly(text, from, tag, name)
  if (early !== undefined) return early
  const remedy = inside
    ? `write </${tag.name}> before </${name}>, or end the element's tag with "/>"`
    : `write </${tag.name}>`
  const known = (word: string): boolean => Object.values(LANGUAGE).some((rule) => rule.tag === word)
  const rename = (at: number, old: string, text: string): XmlFix => ({
    title: `write '${text}'`,
    edits: [{ from: at, to: at + old.length, text }],
  })
  const fix: XmlFix = inside
    ? {
        title: `end the tag of '${tag.name}' with "/>"`,
        edits: [{ from: tag.tagTo - 1, to: tag.tagTo, text: " />" }],
      }
    : known(name) && !known(tag.name)
      ? rename(tag.from, tag.name, name)
      : rename(from, name, tag.name)
  // An element that holds nothing was to end where it begins.
  const empty = Object.values(LANGUAGE).some((rule) => rule.tag === tag.name && rule.children.length === 0)
  const place = inside && empty ? { place: tag.place } : {}
  return { message, remedy, from, to: from + name.length, fix, ...place }
}

function unmatchedClose(where: Where): XmlProblem {
  const doctype = openDoctype(where)
  if (doctype !== undefined) return doctype
  const { text, at } = where
  const from = text.lastIndexOf("</", at) + 2
  const name = /^[^\s>]*/.exec(text.slice(from))?.[0] ?? ""
  const message = `closing tag '${name}' has no opening tag`
  const to = from + name.length
  const fix = { title: `delete </${name}>`, edits: [{ from: from - 2, to: to + 1, text: "" }] }
  return { message, remedy: "delete it, or open the element before it", from, to, fix }
}

/** A value whose closing quote is missing swallows text up to the next tag. */
function disallowed({ text, at, last }: Where): XmlProblem | undefined {
  const before = text.slice(last, at)
  const value = /([\w:.-]+)\s*=\s*(["'])(?:(?!\2)[^<])*<$/.exec(before)
  if (value === null) return undefined
  const from = last + value.index
  const name = value[1] ?? ""
  const quote = value[2] ?? '"'
  const begin = from + value[0].indexOf(quote) + 1
  // What is left of the line up to another quote, to white space or to the tag's end is the value.
  const inside = /^[^\s"'<>/]*/.exec(text.slice(begin))?.[0].length ?? 0
  const other = /^["']/.test(text.slice(begin + inside)) ? 1 : 0
  const rest = /^(\s+[\w:.-]+\s*=\s*("[^"<]*"|'[^'<]*'))*\s*\/?>/.test(text.slice(begin + inside + other))
  const fix: XmlFix = {
    title: `write ${name}=${quote}${text.slice(begin, begin + inside)}${quote}`,
    edits: [{ from: begin + inside, to: begin + inside + other, text: quote }],
  }
  return {
    message: `the value of attribute '${name}' has no closing quote, or holds a '<'`,
    remedy: `close the value with ${value[2]}, or write &lt; for '<'`,
    from,
    to: from + name.length,
    ...(inside > 0 && rest ? { fix } : {}),
  }
}

/** Quotes that programs for letters write. */
const TYPOGRAPHIC = /[\u201c-\u201f\u2018-\u201b\u00ab\u00bb]/g

function nearAttribute({ text, at, last }: Where, said: string): XmlProblem | undefined {
  const name = /([\w:.-]+)\s*=?\s*\S?$/.exec(text.slice(last, at))
  if (name === null || name[1] === undefined) return undefined
  const from = last + name.index
  const message = said.startsWith("unquoted")
    ? `the value of attribute '${name[1]}' is not in quotes`
    : `attribute '${name[1]}' has no value`
  const to = from + name[1].length
  const bare = /^(\s*=\s*)([^\s"'<>=/]+)/.exec(text.slice(to))
  if (bare === null) return { message, remedy: `write ${name[1]}="..."`, from, to }
  const begin = to + (bare[1]?.length ?? 0)
  const value = `"${bare[2]?.replace(TYPOGRAPHIC, "") ?? ""}"`
  const fix = {
    title: `write ${name[1]}=${value}`,
    edits: [{ from: begin, to: begin + (bare[2]?.length ?? 0), text: value }],
  }
  return { message, remedy: `write ${name[1]}=${value}`, from, to, fix }
}

/** `<!-- <map ... />` that is not closed before the next comment begins: it ends with its line. */
function openComment(text: string, open: number): XmlProblem {
  const line = text.slice(open).search(/\r|\n|$/)
  const end = open + text.slice(open, open + line).trimEnd().length
  const title = 'end the comment with "-->"'
  return {
    message: "this comment is not closed before the next one begins",
    remedy: title,
    from: open,
    to: open + 4,
    fix: { title, edits: [{ from: end, to: end, text: " -->" }] },
  }
}

function malformedComment({ text, at }: Where): XmlProblem {
  const from = Math.max(0, text.lastIndexOf("--", at - 1))
  const open = text.lastIndexOf("<!--", from - 3)
  if (text.slice(from - 2, from) === "<!" && open >= 0) return openComment(text, open)
  return {
    message: `'--' inside a comment`,
    remedy: `write a single '-', or end the comment with "-->"`,
    from,
    to: from + 2,
    fix: { title: "write '-'", edits: [{ from, to: from + 2, text: "-" }] },
  }
}

function unknownEntity({ text, at }: Where): XmlProblem {
  const message = "an entity that XML does not know"
  const remedy = "write &amp; for '&', and &lt; for '<'"
  const start = text.lastIndexOf("&", at)
  const name = start < 0 ? undefined : /^&([\w.:-]+);/.exec(text.slice(start))?.[1]
  const from = start < 0 ? Math.max(0, at - 1) : start
  if (name === undefined) return { message, remedy, from, to: at }
  const fix = { title: "write &amp;", edits: [{ from: start, to: start + 1, text: "&amp;" }] }
  return { message: `${message}: ${name}`, remedy, from, to: start + name.length + 2, fix }
}

/** Something stands before the declaration: it goes, with the white space before it. */
function lateDeclaration({ text, at }: Where): XmlProblem {
  const message = "an XML declaration must be at the start of the document"
  const found = Math.max(0, text.lastIndexOf("<?xml", at))
  const end = text.indexOf("?>", found)
  const to = end < 0 ? at : end + 2
  const blank = text.slice(0, found).trim() === ""
  const edits = [blank ? { from: 0, to: found, text: "" } : { from: found, to, text: "" }]
  const title = blank ? "delete the lines before it" : "delete it"
  return { message, remedy: title, from: found, to: Math.max(found + 1, to), fix: { title, edits } }
}

function endInTag(text: string): XmlProblem | undefined {
  const from = text.lastIndexOf("<")
  if (from < 0 || text.includes(">", from)) return undefined
  const length = /^<[^\s/]*/.exec(text.slice(from))?.[0].length ?? 1
  return {
    message: "the file ends in the middle of a tag",
    remedy: 'end the tag with ">" or "/>"',
    from,
    to: from + length,
  }
}

/** What the file's end has cut off, or what swallowed everything up to it. */
function cutOff({ text, at, last }: Where): XmlProblem | undefined {
  const rest = text.slice(last)
  const find = (pattern: RegExp, message: string, remedy: string): XmlProblem | undefined => {
    const found = pattern.exec(rest)
    if (found === null) return undefined
    const from = last + found.index
    return { message, remedy, from, to: Math.min(at, from + (found[1] ?? found[0]).length) }
  }
  return (
    find(/(<!--)(?![^]*-->)/, "a comment is never closed", 'end the comment with "-->"') ??
    find(/(<!\[CDATA\[)(?![^]*\]\]>)/, "a CDATA section is never closed", 'end it with "]]>"') ??
    find(/(<\?)(?![^]*\?>)/, "a processing instruction is never closed", 'end it with "?>"') ??
    find(/&(?!#?\w+;)/, "'&' begins no entity", "write &amp; for '&'") ??
    endInTag(text)
  )
}

function unclosed(where: Where): XmlProblem | undefined {
  const cut = cutOff(where)
  const tag = where.open.at(-1)
  if (cut !== undefined || tag === undefined) return cut
  const message = `element '${tag.name}' is never closed`
  const remedy = `write </${tag.name}> where it ends`
  const { length } = where.text
  const tags = where.open.map(({ name }) => `</${name}>`).reverse()
  const fix = {
    title: `write ${tags.join("")} at the end`,
    edits: [{ from: length, to: length, text: `${tags.join("\n")}\n` }],
  }
  return { message, remedy, from: where.at, to: where.at, place: tag.place, fix }
}

const HOW_FILES = "a .system file is one <system> ... </system>"

function noElement(where: Where): XmlProblem {
  const doctype = openDoctype(where)
  if (doctype !== undefined) return doctype
  const from = Math.max(0, where.at - 1)
  return { message: "the file has no element", remedy: "write <system> ... </system>", from, to: where.at }
}

function textOutside({ text, at, last }: Where): XmlProblem {
  const from = last + Math.max(0, text.slice(last).search(/[^\s>]/))
  const length = /^[^<\r\n]*/.exec(text.slice(from))?.[0].trimEnd().length ?? 0
  const to = from + length
  const none = !/<[a-z]/i.test(text)
  return {
    message: none ? "the file is no XML, but other text" : "text outside of the root element",
    remedy: none ? HOW_FILES : "delete it, or make it a comment",
    from,
    to: Math.max(to, Math.min(at, from + 1)),
  }
}

function secondRoot({ text, at }: Where): XmlProblem {
  const from = text.lastIndexOf("<", at - 1) + 1
  const to = from + (/^[^\s/>]*/.exec(text.slice(from))?.[0].length ?? 0)
  return { message: "a second root element", remedy: "one file holds one <system>", from, to }
}

const here =
  (message: string, remedy: string): Explain =>
  ({ at }) => ({ message, remedy, from: Math.max(0, at - 1), to: at })

const EXPLAIN: ReadonlyArray<readonly [RegExp, Explain]> = [
  [/^unclosed tag/, unclosed],
  [/^unexpected close tag/, unexpectedClose],
  [/^unmatched closing tag/, unmatchedClose],
  [/^unexpected end/, cutOff],
  [/^(unquoted|attribute without)/, nearAttribute],
  [/^malformed comment/, malformedComment],
  [/^disallowed character\.$/, disallowed],
  [/^document must contain/, noElement],
  [/^text data outside/, textOutside],
  [/^documents may contain only one root/, secondRoot],
  [/entity/, characterReference],
  [/entity/, unknownEntity],
  [/^an XML declaration must be/, lateDeclaration],
  [/^forward-slash/, here("'/' without '>' after it", 'write "/>", with no space in it')],
  [/^no whitespace between/, here("no white space between two attributes", "write a space before this one")],
]

export function xmlProblem(said: string, where: Where): XmlProblem {
  for (const [pattern, explain] of [...EXPLAIN, ...SYNTAX]) {
    const explained = pattern.test(said) ? explain(where, said) : undefined
    if (explained !== undefined) return explained
  }
  const from = Math.max(0, where.at - 1)
  return {
    message: said.replace(/\.$/, ""),
    remedy: "mend the XML here; nothing after it was read",
    from,
    to: where.at,
  }
}
