// SPDX-License-Identifier: BSD-2-Clause
//
// Tags that do not go together, and files that end too early: where the mistake was made is often far before the place
// where the parser noticed it.

import { LANGUAGE } from "../language/language-table.ts"
import type { OpenTag, Where, XmlFix, XmlProblem } from "./explain.ts"
import { openDoctype } from "./syntax.ts"

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

export function unexpectedClose({ text, at, open }: Where): XmlProblem | undefined {
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

export function unmatchedClose(where: Where): XmlProblem {
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
export function cutOff({ text, at, last }: Where): XmlProblem | undefined {
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

export function unclosed(where: Where): XmlProblem | undefined {
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
