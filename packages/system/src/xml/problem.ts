// SPDX-License-Identifier: BSD-2-Clause
//
// What the XML parser says about a broken file, put in words a person can act on: where the mistake was
// made (which is often before the place where the parser noticed it), and what to write there.

import type { Explain, Where, XmlFix, XmlProblem } from "./explain.ts"
import { characterReference, openDoctype, SYNTAX } from "./syntax.ts"
import { cutOff, unclosed, unexpectedClose, unmatchedClose } from "./tags.ts"

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
