// SPDX-License-Identifier: BSD-2-Clause
//
// XML to a tree in which every element name, attribute name and attribute value knows its place.
// Well-formedness (XML 1.0, fifth edition) is saxes' work; a broken file gives one error, the first.
//
// saxes reports offsets at the end of what it has read, so the place of a name is found by looking back
// from there. Comments and processing instructions are read over; a document type is an error, as to Microkit's parser.

import * as E from "fp-ts/lib/Either.js"
import { type SaxesAttributePlain, SaxesParser } from "saxes"
import { type Diagnostic, type Edit, errorAt, type Fix, type Place } from "@vmm/diagnostic"
import { also } from "../fixes.ts"
import { xmlProblem } from "./problem.ts"
import type { XmlFix, XmlProblem } from "./explain.ts"
import { doctype } from "./syntax.ts"

export interface Attribute {
  readonly name: string
  readonly value: string
  readonly namePlace: Place
  /** Between the quotes. */
  readonly valuePlace: Place
  /** The end of what stands before it in the tag. */
  readonly before: Position
}

/** Text that is not white space. */
export interface StrayText {
  readonly place: Place
  /** Name of the sibling element before it, if any. */
  readonly after: string | undefined
}

export interface Element {
  readonly name: string
  /** Of the name in the start tag. */
  readonly place: Place
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly children: ReadonlyArray<Element>
  readonly texts: ReadonlyArray<StrayText>
  /** White space before the start tag on its line. */
  readonly indent: string
  /** After the start tag's '>'. */
  readonly tagEnd: Position
  /** The start tag ends with '/>'. */
  readonly selfClosing: boolean
  /** After the whole element. */
  readonly end: Position
}

/** Counted as in a Place. */
export interface Position {
  readonly line: number
  readonly column: number
}

interface OpenElement extends Element {
  readonly attributes: Map<string, Attribute>
  readonly children: OpenElement[]
  readonly texts: StrayText[]
  /** Offset of the name, and after the start tag's '>'. */
  readonly from: number
  tagTo: number
  tagEnd: Position
  selfClosing: boolean
  end: Position
}

/** The text of a file. */
export interface Source {
  /** As the user names it in messages. */
  readonly file: string
  readonly text: string
}

/** Elements inside elements, the root included. */
const MAX_DEPTH = 100
/** Elements of a file: 63 domains with all that they can hold come to far fewer. */
const MAX_ELEMENTS = 50_000
/** Thrown past the parser when there is a problem: nothing after it is read. */
const STOP = new Error("stop")

/** Turns offsets in the text into places. Lines end at LF, CR LF or CR. */
export function placesOf(source: Source): (from: number, to: number) => Place {
  const starts = [0]
  for (const end of source.text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length)
  return (from, to) => {
    let line = 0
    for (let beyond = starts.length; beyond - line > 1;) {
      const middle = (line + beyond) >> 1
      if ((starts[middle] ?? 0) <= from) line = middle
      else beyond = middle
    }
    const start = starts[line] ?? 0
    const next = starts[line + 1] ?? Infinity
    return {
      file: source.file,
      line: line + 1,
      column: from - start + 1,
      endColumn: Math.min(to, next - 1) - start + 1,
    }
  }
}

class TreeBuilder {
  readonly open: OpenElement[] = []
  root: OpenElement | undefined
  problem: Diagnostic | undefined
  /** Offset where the last event ended. */
  private last = 0
  private elements = 0
  private attributes = new Map<string, Attribute>()
  private readonly source: Source
  /** How the words about broken XML begin. */
  private readonly broken: string
  private readonly parser: SaxesParser
  private readonly places: (from: number, to: number) => Place

  constructor(source: Source) {
    this.source = source
    this.broken = `Could not parse '${source.file}': `
    this.places = placesOf(source)
    this.parser = new SaxesParser({ position: true })
    this.parser.on("error", (error) => this.fail(error.message))
    this.parser.on("opentagstart", (tag) => this.start(tag.name))
    this.parser.on("attribute", (attribute) => this.attribute(attribute))
    this.parser.on("opentag", (tag) => this.opened(tag.isSelfClosing))
    this.parser.on("closetag", () => this.close())
    this.parser.on("text", (text) => this.text(text))
    this.parser.on("cdata", (text) => this.text(text))
    this.parser.on("comment", () => this.passed())
    this.parser.on("processinginstruction", () => this.passed())
    this.parser.on("doctype", () => this.documentType())
  }

  run(): void {
    try {
      this.parser.write(this.source.text)
      this.parser.close()
    } catch (error) {
      if (error !== STOP) throw error
    }
  }

  private stop(problem: Diagnostic): never {
    this.problem = problem
    throw STOP
  }

  private passed(): void {
    this.last = this.parser.position
  }

  /** Read over, it would say nothing, and what it declares (entities, defaults) would be missing without a word. */
  private documentType(): never {
    const { text } = this.source
    return this.tell(doctype({ text, at: this.parser.position, last: this.last, open: this.open }))
  }

  private start(name: string): void {
    const end = this.parser.position
    const from = this.source.text.lastIndexOf(`<${name}`, end) + 1
    this.attributes = new Map()
    const element: OpenElement = {
      name,
      place: this.places(from, from + name.length),
      attributes: this.attributes,
      children: [],
      texts: [],
      indent: this.spaceBefore(from - 1),
      from,
      tagTo: end,
      tagEnd: this.places(end, end),
      selfClosing: false,
      end: this.places(end, end),
    }
    if (this.open.length === MAX_DEPTH) this.tooDeep(element.place)
    if (++this.elements > MAX_ELEMENTS) this.tooMany(element.place)
    this.open.at(-1)?.children.push(element)
    this.root ??= element
    this.open.push(element)
    this.last = from + name.length
  }

  private spaceBefore(at: number): string {
    let from = at
    while (from > 0 && /[ \t]/.test(this.source.text.charAt(from - 1))) from--
    return this.source.text.slice(from, at)
  }

  private opened(selfClosing: boolean): void {
    this.passed()
    const element = this.open.at(-1)
    if (element === undefined) return
    element.tagTo = this.last
    element.tagEnd = this.places(this.last, this.last)
    element.selfClosing = selfClosing
  }

  private tooDeep(place: Place): never {
    const message = `elements are nested more than ${MAX_DEPTH} deep`
    return this.stop(errorAt(place, message, "no system needs that: look for tags that do not end"))
  }

  private tooMany(place: Place): never {
    const message = `the file has more than ${MAX_ELEMENTS} elements`
    return this.stop(errorAt(place, message, "no system needs that: look at what wrote the file"))
  }

  private attribute({ name, value }: SaxesAttributePlain): void {
    const end = this.parser.position
    const from = this.source.text.indexOf(name, this.last)
    const namePlace = this.places(from, from + name.length)
    const first = this.attributes.get(name)
    if (first !== undefined) {
      const remedy = `keep one of the two; the first is on line ${first.namePlace.line}`
      const { line, column } = this.places(this.last, this.last)
      const stop = this.places(end, end)
      const edit: Edit = {
        kind: "replace",
        file: namePlace.file,
        line,
        column,
        endLine: stop.line,
        endColumn: stop.column,
        text: "",
      }
      this.stop(
        errorAt(namePlace, `${this.broken}attribute '${name}' is given twice`, remedy, {
          code: "attribute-twice",
          related: [also(first.namePlace, "the first one")],
          fixes: [{ id: "delete-attribute", title: "delete the second one", edits: [edit], notes: [] }],
        }),
      )
    }
    const quote = this.source.text.slice(from, end).search(/["']/) + from
    this.attributes.set(name, {
      name,
      value,
      namePlace,
      valuePlace: this.places(quote + 1, end - 1),
      before: this.places(this.last, this.last),
    })
    this.last = end
  }

  private close(): void {
    const end = this.parser.position
    const tag = this.source.text.slice(this.source.text.lastIndexOf("<", end - 1), end)
    const closes = /^<\/([^\s>]*)/.exec(tag)?.[1] ?? this.open.at(-1)?.name
    // A closing tag of another name stays unpopped: the parser's error about it comes next.
    if (closes === this.open.at(-1)?.name) {
      const element = this.open.pop()
      if (element !== undefined) element.end = this.places(end, end)
    }
    this.last = end
  }

  private text(text: string): void {
    const from = this.last
    const end = this.parser.position
    const parent = this.open.at(-1)
    if (parent === undefined) return
    // The event comes after the '<' of what follows the text.
    this.last = this.source.text[end - 1] === "<" ? end - 1 : end
    if (text.trim() === "") return
    const raw = this.source.text.slice(from).replace(/^[\s>]*/, "")
    const begin = this.source.text.length - raw.length
    const shown = /^(<!\[CDATA\[[^\r\n]*?(\]\]>|$)|[^<\r\n]*)/m.exec(raw)?.[0] ?? ""
    parent.texts.push({
      place: this.places(begin, begin + Math.max(1, shown.trimEnd().length)),
      after: parent.children.at(-1)?.name,
    })
  }

  private xmlFix({ title, edits }: XmlFix): Fix {
    const places = edits.map(({ from, to, text }): Edit => {
      const [start, end] = [this.places(from, from), this.places(to, to)]
      return {
        kind: "replace",
        file: start.file,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        text,
      }
    })
    return { id: "mend-xml", title, edits: places, notes: [] }
  }

  private fail(raw: string): never {
    const said = raw.replace(/^.*?:?\d+:\d+: /, "")
    const problem = xmlProblem(said, {
      text: this.source.text,
      at: Math.min(this.parser.position, this.source.text.length),
      last: this.last,
      open: this.open,
    })
    return this.tell(problem)
  }

  private tell(problem: XmlProblem): never {
    const place = problem.place ?? this.places(problem.from, problem.to)
    const fixes = problem.fix === undefined ? {} : { fixes: [this.xmlFix(problem.fix)] }
    return this.stop(
      errorAt(place, this.broken + problem.message, problem.remedy, { code: "xml-broken", ...fixes }),
    )
  }
}

/** The root element, or the one error that says where the XML breaks. */
export function readXml(source: Source): E.Either<Diagnostic, Element> {
  const builder = new TreeBuilder(source)
  builder.run()
  if (builder.problem !== undefined) return E.left(builder.problem)
  if (builder.root === undefined) {
    return E.left(
      errorAt(placesOf(source)(0, 0), `Could not parse '${source.file}': the file has no element`),
    )
  }
  return E.right(builder.root)
}
