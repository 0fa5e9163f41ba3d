// SPDX-License-Identifier: BSD-2-Clause
//
// Broken XML below the level of elements, in words a person can act on: characters, tags that do not end, declarations
// (XML 1.0, fifth edition, sections 2.2 to 2.8). What has to do with elements inside each other is `tags.ts`.

import type { Explain, Where, XmlFix, XmlProblem } from "./explain.ts"

const NAME = /^[^\s"'<>/=&]+/

const nameAt = (text: string, from: number): string => NAME.exec(text.slice(from, from + 200))?.[0] ?? ""

function replacement(from: number, to: number, text: string): { readonly fix: XmlFix } {
  const title = text === "" ? "delete it" : `write ${text}`
  return { fix: { title, edits: [{ from, to, text }] } }
}

/** Characters that XML does not have (section 2.2), half of a pair of surrogates among them. */
function noCharacter({ text, at }: Where): XmlProblem | undefined {
  const from = Math.max(0, at - 1)
  const code = text.charCodeAt(from)
  const surrogate = code >= 0xd800 && code <= 0xdfff
  if (!(code < 0x20 || surrogate || code >= 0xfffe)) return undefined
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`
  return {
    message: `character ${name} may not stand in XML`,
    remedy: "delete it",
    from,
    to: at,
    ...replacement(from, at, ""),
  }
}

/** `< map`, `<>`, `<1map`, `a < b`. */
function tagName({ text, at }: Where): XmlProblem | undefined {
  const open = text.lastIndexOf("<", at - 1)
  const start = text[at - 1] === "<" && at > 1 ? text.lastIndexOf("<", at - 2) : open
  if (start < 0) return undefined
  const rest = text.slice(start + 1, start + 200)
  const [space = ""] = /^\s*/.exec(rest) ?? []
  const next = nameAt(text, start + 1 + space.length)
  if (space !== "" && /^[a-z]/i.test(next)) {
    return {
      message: "white space between '<' and the element's name",
      remedy: `write <${next}`,
      from: start,
      to: start + 1,
      ...replacement(start + 1, start + 1 + space.length, ""),
    }
  }
  if (/^\s*\/?>/.test(rest)) {
    return {
      message: "a tag without a name",
      remedy: "write an element's name, or delete it",
      from: start,
      to: at,
    }
  }
  const character = rest.charAt(Math.max(0, at - start - 2))
  const inside = /^[a-z_:]/i.test(rest)
  return {
    message: inside ? `an element's name holds '${character}'` : `'<' begins no tag`,
    remedy: inside ? "write a space after the name" : "write &lt; for '<', or an element's name after it",
    from: inside ? at - 1 : start,
    to: inside ? at : start + 1,
  }
}

/** A tag that runs into the next one, and what is no attribute. */
function inTag({ text, at }: Where): XmlProblem | undefined {
  const from = Math.max(0, at - 1)
  const character = text.charAt(from)
  if (character !== "<") {
    const what = character === "," || character === ";" ? "attributes have white space between them" : ""
    return {
      message: `'${character}' in a tag begins no attribute`,
      remedy: what === "" ? 'delete it; attributes are written name="value"' : `delete it; ${what}`,
      from,
      to: at,
      ...replacement(from, at, ""),
    }
  }
  const open = text.lastIndexOf("<", from - 1)
  const name = nameAt(text, open + 1)
  if (open < 0 || name === "") return undefined
  const end = open + text.slice(open, from).trimEnd().length
  return {
    message: `the tag of '${name}' does not end before the next one begins`,
    remedy: 'end it with ">", or with "/>" where the element holds nothing',
    from: open + 1,
    to: open + 1 + name.length,
    fix: { title: 'end the tag with ">"', edits: [{ from: end, to: end, text: ">" }] },
  }
}

/** `</ map>`, `</"map>`, and `</` before another tag. */
function closingName({ text, open: elements }: Where, open: number): XmlProblem {
  const [space = ""] = /^\s*/.exec(text.slice(open + 2)) ?? []
  const name = elements.at(-1)?.name
  if (space !== "" && nameAt(text, open + 2 + space.length) === name) {
    return {
      message: "white space between '</' and the element's name",
      remedy: `write </${name}>`,
      from: open,
      to: open + 2,
      ...replacement(open + 2, open + 2 + space.length, ""),
    }
  }
  const remedy = name === undefined ? "delete it" : `write </${name}>`
  return { message: "'</' begins no closing tag", remedy, from: open, to: open + 2 }
}

function inClosingTag(where: Where): XmlProblem | undefined {
  const { text, at } = where
  // What breaks it off may be the next tag.
  const open = text.lastIndexOf("</", at - 2)
  const name = nameAt(text, open + 2)
  if (open < 0) return undefined
  if (name === "") return closingName(where, open)
  const rest = /^[^<>]*/.exec(text.slice(open + 2 + name.length))?.[0] ?? ""
  const stop = open + 2 + name.length + rest.length
  const from = open + 2
  const closed = text[stop] === ">"
  const end = closed ? stop : from + name.length
  return {
    message: closed
      ? `the closing tag '${name}' holds more than the name`
      : `the closing tag '${name}' does not end with ">"`,
    remedy: `write </${name}>`,
    from,
    to: from + name.length,
    fix: {
      title: `write </${name}>`,
      edits: [{ from: from + name.length, to: end, text: closed ? "" : ">" }],
    },
  }
}

function namelessClose({ text, at, open }: Where): XmlProblem {
  const from = Math.max(0, text.lastIndexOf("</", at))
  const name = open.at(-1)?.name
  const [remedy, more] =
    name === undefined ? ["delete it", {}] : [`write </${name}>`, replacement(from, at, `</${name}>`)]
  return { message: "a closing tag without a name", remedy, from, to: at, ...more }
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

function declaration({ text, at }: Where, said: string): XmlProblem {
  const from = Math.max(0, text.lastIndexOf("<?xml", at))
  const line = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? ""
  const end = line.indexOf("?>")
  const tag = line.indexOf("<", 1)
  const length = end >= 0 ? end + 2 : tag > 0 ? tag : line.length
  return {
    message: `the XML declaration is wrong: ${said.replace(/ must match .*|\.$/, "")}`,
    remedy: `write ${DECLARATION}`,
    from,
    to: from + length,
    ...replacement(from, from + length, DECLARATION),
  }
}

/** `<!x`, which begins neither a comment nor a section. */
function declarationInside({ text, at }: Where): XmlProblem {
  const from = Math.max(0, text.lastIndexOf("<!", at))
  const message = "'<!' begins neither a comment nor a CDATA section"
  return { message, remedy: "write <!-- ... --> for a comment", from, to: from + 2 }
}

const DTD = "XML with DTD detected"

/** A document type that swallowed what follows it. */
export function openDoctype({ text }: Where): XmlProblem | undefined {
  const from = text.search(/<!DOCTYPE(?![^<>[]*(\[[^\]]*\]\s*)?>)/)
  if (from < 0) return undefined
  const remedy = "delete it: a .system file has no document type"
  const line = /^[^\r\n]*(\r\n|\r|\n)?/.exec(text.slice(from))?.[0] ?? ""
  const fix = { title: "delete the document type", edits: [{ from, to: from + line.length, text: "" }] }
  const found = { message: `${DTD}, which is never closed`, remedy, from, to: from + 9 }
  return line.includes("[") ? found : { ...found, fix }
}

/** A document type that ends at `at`, in the words of Microkit's parser; what it declares goes where it is used. */
export function doctype(where: Where): XmlProblem {
  const { text, at } = where
  const open = openDoctype(where)
  if (open !== undefined) return open
  const from = Math.max(0, text.lastIndexOf("<!DOCTYPE", at))
  const alone = /(^|[\r\n])[ \t]*$/.test(text.slice(0, from))
  const rest = /^[ \t]*(\r\n|\r|\n)?/.exec(text.slice(at))?.[0] ?? ""
  const to = at + (alone ? rest.length : 0)
  const declared = new Map(
    [...text.slice(from, at).matchAll(/<!ENTITY\s+([\w:.-]+)\s+(?:"([^"<&]*)"|'([^'<&]*)')/g)].map(
      ([, name = "", one, other]) => [name, one ?? other ?? ""],
    ),
  )
  const uses = [...text.slice(to).matchAll(/&([\w:.-]+);/g)].flatMap(({ index, 0: whole, 1: name = "" }) => {
    const value = declared.get(name)
    return value === undefined ? [] : [{ from: to + index, to: to + index + whole.length, text: value }]
  })
  const values = uses.length === 0 ? "" : ", and write what it declares where it is used"
  return {
    message: DTD,
    remedy: `delete the document type${values}: a .system file has none`,
    from,
    to: from + 9,
    fix: { title: `delete the document type${values}`, edits: [{ from, to, text: "" }, ...uses] },
  }
}

const lateDoctype: Explain = ({ text, at }) => {
  const from = Math.max(0, text.lastIndexOf("<!DOCTYPE", at))
  const remedy = "delete it: a .system file has no document type"
  return { message: "a document type after the first element", remedy, from, to: from + 9 }
}

/** `&#0;`, `&#xzz;`. */
export function characterReference({ text, at }: Where): XmlProblem | undefined {
  const start = text.lastIndexOf("&", at)
  const written = start < 0 ? undefined : /^&#[^;<>"'\s]*;?/.exec(text.slice(start, start + 40))?.[0]
  if (written === undefined) return undefined
  return {
    message: `'${written}' stands for no character of XML`,
    remedy: "write the number of one: &#65; or &#x41; for 'A'",
    from: start,
    to: start + written.length,
  }
}

const openSection: Explain = ({ at }) => ({
  message: "']]>' outside of a CDATA section",
  remedy: "write ]]&gt;, or delete it",
  from: Math.max(0, at - 3),
  to: at,
  ...replacement(Math.max(0, at - 1), at, "&gt;"),
})

const instruction: Explain = ({ text, at }) => {
  const from = Math.max(0, text.lastIndexOf("<?", at))
  const remedy = "write <?name ... ?>, or delete it"
  return { message: "a processing instruction without a right name", remedy, from, to: from + 2 }
}

/** By what the parser says, which begins so. */
export const SYNTAX: ReadonlyArray<readonly [RegExp, Explain]> = [
  [/^disallowed character\.$/, noCharacter],
  [/^disallowed character in tag name/, tagName],
  [/^disallowed character in attribute name/, inTag],
  [/^disallowed character in closing tag/, inClosingTag],
  [/^weird empty close tag/, namelessClose],
  [/^the string "\]\]>"/, openSection],
  [/^inappropriately located doctype/, lateDoctype],
  [/^incorrect syntax/, declarationInside],
  [/^(processing instruction without|disallowed character in processing)/, instruction],
  [
    /^(the )?(XML declaration|character \?) |^(value|version|encoding|standalone|expected|did not expect|whitespace) /i,
    declaration,
  ],
]
