// SPDX-License-Identifier: BSD-2-Clause
//
// Device tree source, after the Devicetree Specification v0.4, chapter 6, and dtc's grammar: the header,
// reservations, and blocks, each merged into the tree as soon as it is read, so that a reference of a block
// sees what stands before it. Overlays are plain source that follows the base, or begin with /plugin/ (plugin.ts).

import { type Diagnostic, nearest, type Place } from "@vmm/diagnostic"
import { integer } from "./expression.ts"
import { deleteStatement, deleteStretch, referTo, writeAfter, writeBefore, writeOver } from "./mend.ts"
import { lex, type LexOptions, type Source, type Token } from "./lexer.ts"
import { fragmentsOf, isPluginSource } from "./plugin.ts"
import {
  addLabel,
  copyRaw,
  deleteNode,
  findRef,
  mergeInto,
  type RawLabel,
  type RawNode,
  rawNode,
  type RawProperty,
  walkRaw,
} from "./raw-tree.ts"
import { TokenStream } from "./token-stream.ts"
import { MAX_DEPTH, type MemoryReservation } from "./tree.ts"
import { type BinaryReader, parseValue } from "./value.ts"

export interface ParseOptions extends LexOptions {
  readonly incbin?: BinaryReader | undefined
}

export interface Parsed {
  readonly root: RawNode | undefined
  readonly memreserve: readonly MemoryReservation[]
  readonly problems: readonly Diagnostic[]
  /** Every label that some source writes, also in parts that could not be read. */
  readonly labels: ReadonlySet<string>
}

const PLUGIN_REMEDY =
  "an overlay begins /dts-v1/; /plugin/; and follows a board; take /plugin/; out of a board's tree"

/** All labels of a tree, for suggestions. */
export function labelNames(root: RawNode): string[] {
  return [...walkRaw(root)].flatMap(({ node }) => node.labels.map((label) => label.name))
}

/** The paths of all nodes below the root. */
export function nodePaths(root: RawNode): string[] {
  return [...walkRaw(root)].map(({ path }) => path).filter((path) => path !== "/")
}

/** Whether a token begins a property's value. */
const begins = ({ kind, text }: Token): boolean =>
  kind === "string" || kind === "labelRef" || (kind === "punct" && (text === "<" || text === "["))

class Parser {
  root: RawNode | undefined
  readonly memreserve: MemoryReservation[] = []
  readonly problems: Diagnostic[] = []
  readonly labels = new Set<string>()
  private readonly options: ParseOptions
  private depth = 0
  /** The source at hand is a run-time overlay. */
  private isPlugin = false
  private stream = new TokenStream({ tokens: [], problems: [], needsCpp: false })

  constructor(options: ParseOptions) {
    this.options = options
  }

  source(source: Source, appended: boolean): void {
    const lexed = lex(source, appended, this.options)
    for (const token of lexed.tokens) if (token.kind === "label") this.labels.add(token.text)
    this.stream = new TokenStream(lexed)
    this.isPlugin = appended && isPluginSource(source.text)
    if (!appended) this.header()
    if (this.isPlugin) for (let count = 0; count < 4; count++) this.stream.next()
    while (this.stream.peek().kind !== "end") {
      const good = this.statement(appended)
      if (good) continue
      this.stream.recover()
      this.stream.take("}")
      this.stream.take(";")
    }
    if (!appended && this.root === undefined) {
      const remedy = "a device tree source has a root block: / { ... };"
      if (this.stream.problems.length === 0) this.stream.unexpected('the root node, "/ {"', remedy)
    }
    this.problems.push(...this.stream.problems)
  }

  private header(): void {
    const { stream } = this
    if (!stream.is("/dts-v1/")) {
      const remedy = "the board's device tree begins with /dts-v1/; (an overlay, without it, follows a board)"
      stream.unexpected('"/dts-v1/;"', remedy)
    }
    while (stream.take("/dts-v1/")) {
      stream.endStatement("/dts-v1/")
      this.plugin()
    }
    for (;;) {
      const keyword = stream.peek(stream.peek().kind === "label" ? 1 : 0)
      if (keyword.text !== "/memreserve/" || keyword.kind !== "keyword") return
      if (!this.reservation()) stream.recover()
    }
  }

  private plugin(): boolean {
    const { stream } = this
    const token = stream.peek()
    if (!stream.take("/plugin/")) return false
    stream.problem(token.place, "/plugin/ makes a run-time overlay, and this is none", PLUGIN_REMEDY)
    stream.take(";")
    return true
  }

  private reservation(): boolean {
    const { stream } = this
    const labels: string[] = []
    if (stream.peek().kind === "label") labels.push(stream.next().text)
    const { place } = stream.next()
    const address = integer(stream)
    const size = address === undefined ? undefined : integer(stream)
    if (address === undefined || size === undefined) return false
    this.memreserve.push({ address, size, labels, place })
    return stream.endStatement("/memreserve/")
  }

  /** One statement outside of all blocks; false after a mistake that needs recovery. */
  private statement(appended: boolean): boolean {
    const { stream } = this
    const token = stream.peek()
    if (stream.take("/")) return this.rootBlock(token)
    if (token.kind === "label" || token.kind === "labelRef" || token.kind === "pathRef")
      return this.refBlock()
    if (stream.take("/delete-node/")) return this.withRef((target, ref) => this.deleteByRef(target, ref))
    if (stream.take("/omit-if-no-ref/")) {
      return this.withRef((target) => {
        target.omitIfUnused = target !== this.root
      })
    }
    if (this.plugin()) return true
    if (stream.is("/dts-v1/") || stream.is("/memreserve/")) {
      const remedy = appended ? "only the board's tree, the first source, has it" : "move it to the top"
      const gone = appended && token.text === "/memreserve/" ? deleteStatement(token, stream.upTo(";")) : []
      stream.problem(token.place, `${token.text} must come before the first block`, remedy, gone)
      return false
    }
    stream.unexpected('"/ {" or "&label {"', "nodes and properties stand inside a block: / { ... };")
    return false
  }

  private rootBlock(at: Token): boolean {
    const name = this.stream.peek()
    if (name.kind === "name" && this.stream.peek(1).text === "{") {
      const gone = deleteStretch(name.place, name.text)
      this.stream.problem(name.place, 'the root node is "/" alone: it has no name', "write / {", gone)
      this.stream.next()
    }
    const block = this.block(rawNode("", at.place))
    if (block === undefined) return false
    if (this.isPlugin) this.fragments(block)
    else if (this.root === undefined) this.root = block
    else mergeInto(this.root, block)
    return true
  }

  /** Merges each fragment of a run-time overlay's root block into its target. */
  private fragments(block: RawNode): void {
    const { fragments, problems } = fragmentsOf(block)
    for (const { place, message, remedy, fixes } of problems) {
      this.stream.problem(place, message, remedy, fixes)
    }
    for (const { target: text, place, overlay, quoted } of fragments) {
      const kind = quoted ? "string" : text.startsWith("/") ? "pathRef" : "labelRef"
      const target = this.target({ kind, text, place, endLine: place.line })
      if (target !== undefined) mergeInto(target, overlay)
    }
  }

  private refBlock(): boolean {
    const { stream } = this
    const label = stream.peek().kind === "label" ? stream.next() : undefined
    const ref = this.ref()
    if (ref === undefined) return false
    const target = this.target(ref)
    const block = this.block(rawNode(target?.name ?? "", ref.place))
    if (block === undefined) return false
    if (target === undefined) return true
    if (label !== undefined) addLabel(block.labels, { name: label.text, place: label.place })
    mergeInto(target, block)
    return true
  }

  private ref(): Token | undefined {
    const token = this.stream.peek()
    if (token.kind === "labelRef" || token.kind === "pathRef") return this.stream.next()
    this.stream.unexpected("&label or &{/path}", "outside of blocks a node is named by its label or path")
    return undefined
  }

  private withRef(act: (target: RawNode, ref: Token) => void): boolean {
    const ref = this.ref()
    if (ref === undefined) return false
    const target = this.target(ref)
    if (target !== undefined) act(target, ref)
    this.stream.endStatement("the reference")
    return true
  }

  private deleteByRef(target: RawNode, ref: Token): void {
    if (target !== this.root) deleteNode(target, this.statementFrom(ref))
    else this.stream.problem(ref.place, "the root node cannot be deleted", "name one of its children")
  }

  private target(ref: Token): RawNode | undefined {
    const { root, stream } = this
    const found = root === undefined ? undefined : findRef(root, ref.text)
    if (found !== undefined) return found
    if (ref.kind === "string") {
      const path = root === undefined ? undefined : nearest(ref.text, nodePaths(root))
      const remedy = path === undefined ? "check every name of the path" : `is "${path}" meant?`
      const fixes = path === undefined ? [] : writeOver(ref, JSON.stringify(path))
      stream.problem(ref.place, `no node ${ref.text} stands before this line`, remedy, fixes)
      return undefined
    }
    if (ref.kind === "pathRef") {
      const path = root === undefined ? undefined : nearest(ref.text, nodePaths(root))
      const remedy = path === undefined ? "check every name of the path" : `is &{${path}} meant?`
      const fixes = path === undefined ? [] : referTo(ref.place, path)
      stream.problem(ref.place, `no node ${ref.text} stands before this line`, remedy, fixes)
      return undefined
    }
    const near = nearest(ref.text, root === undefined ? [] : labelNames(root))
    const remedy =
      near !== undefined
        ? `is &${near} meant?`
        : `label the node in the board's tree: ${ref.text}: name@unit {`
    const fixes = near === undefined ? [] : referTo(ref.place, near)
    stream.problem(ref.place, `no node before this line has the label "${ref.text}"`, remedy, fixes)
    return undefined
  }

  /** `{ properties nodes };` into `node`; undefined when no block began. */
  private block(node: RawNode): RawNode | undefined {
    if (this.depth > MAX_DEPTH) {
      const remedy = `trees are at most ${MAX_DEPTH} deep`
      this.stream.problem(this.stream.peek().place, "nodes are nested too deep", remedy)
      return undefined
    }
    this.depth += 1
    const block = this.members(node)
    this.depth -= 1
    return block
  }

  private members(node: RawNode): RawNode | undefined {
    const { stream } = this
    const open = stream.peek()
    if (!stream.expect("{", "a node's properties and children stand in { }")) return undefined
    for (;;) {
      const token = stream.peek()
      if (token.kind === "end") {
        const remedy = `the block that opens at ${open.place.file}:${open.place.line} is never closed`
        stream.unclosed(remedy)
        return node
      }
      if (stream.take("}")) break
      if (!this.member(node)) stream.recover()
    }
    stream.endStatement('the "}" of the node')
    return node
  }

  /** One property, node or deletion inside a block. */
  private member(node: RawNode): boolean {
    const { stream } = this
    const labels: RawLabel[] = []
    let omit = false
    for (;;) {
      const token = stream.peek()
      if (token.kind === "label") {
        stream.next()
        addLabel(labels, { name: token.text, place: token.place })
      } else if (stream.take("/omit-if-no-ref/")) omit = true
      else break
    }
    if (stream.take("/delete-property/")) return this.deletedProperty(node)
    if (stream.take("/delete-node/")) return this.deletedNode(node)
    const name = stream.peek()
    if (name.kind !== "name") {
      const label = begins(name) ? stream.previous() : undefined
      const colon = label?.kind === "label" ? label : undefined
      const remedy =
        colon === undefined ? this.memberRemedy(name) : `a value stands behind "=": ${colon.text} = ...`
      const fixes = colon === undefined ? [] : writeOver(colon, `${colon.text} =`)
      stream.unexpected('a property, a node or "}"', remedy, fixes)
      return false
    }
    stream.next()
    if (!stream.is("{")) return this.property(node, name, labels)
    const child = rawNode(name.text, name.place)
    child.labels = labels
    child.omitIfUnused = omit
    if (this.block(child) === undefined) return false
    node.children.push(child)
    return true
  }

  private memberRemedy(token: Token): string {
    if (token.kind === "labelRef" || token.kind === "pathRef") {
      return "a block that names a node by & stands outside of all other blocks"
    }
    if (token.kind === "punct" && token.text === ":") return "a label has letters, digits and _ only"
    return 'names have letters, digits and ,._+*#?@-; is a "}" or ";" missing before?'
  }

  private property(node: RawNode, name: Token, labels: RawLabel[]): boolean {
    const { stream } = this
    const hasValue = stream.take("=")
    const pieces = hasValue ? parseValue(stream, this.options.incbin) : []
    if (pieces === undefined) return false
    if (node.children.length > 0) {
      const remedy = "move it up, before the node's first child"
      stream.problem(name.place, `the property "${name.text}" follows a child node`, remedy)
    }
    if (!hasValue && !stream.is(";")) {
      this.noValue(name)
      return false
    }
    const property: RawProperty = { name: name.text, labels, pieces, place: name.place, deleted: false }
    node.properties.push(property)
    return stream.endStatement(`the value of "${name.text}"`)
  }

  /** A property's name, and behind it neither a value nor an end. */
  private noValue(name: Token): void {
    const { stream } = this
    const wanted = `"=", ";" or "{" after "${name.text}"`
    if (!stream.is(":")) {
      const fixes = begins(stream.peek()) ? writeBefore(stream.peek(), "= ") : writeAfter(name, ";")
      stream.unexpected(wanted, "write name = value; or name;", fixes)
    } else if (begins(stream.peek(1))) {
      stream.unexpected(wanted, 'a value stands behind "="', writeOver(stream.peek(), " ="))
    } else stream.unexpected(wanted, "a label has letters, digits and _ only", [])
  }

  private deletedProperty(node: RawNode): boolean {
    const name = this.deletedName("property")
    if (name === undefined) return false
    if (node.children.length > 0) {
      const remedy = "move it up, before the node's first child"
      this.stream.problem(name.place, "/delete-property/ follows a child node", remedy)
    }
    node.properties.push({ name: name.text, labels: [], pieces: [], place: name.place, deleted: true })
    return this.stream.endStatement("/delete-property/")
  }

  private deletedNode(node: RawNode): boolean {
    const name = this.deletedName("node")
    if (name === undefined) return false
    const deletion = this.statementFrom(name)
    node.children.push({ ...rawNode(name.text, name.place), deleted: true, deletion })
    return this.stream.endStatement("/delete-node/")
  }

  /** A deletion as a whole, `;` included: the target is its last token that was taken. */
  private statementFrom({ place }: Token): Place {
    const { stream } = this
    const keyword = stream.previous(1)
    const column = keyword?.place.line === place.line ? keyword.place.column : place.column
    const close = stream.peek()
    const ends = close.text === ";" && close.place.line === place.line
    return { ...place, column, endColumn: ends ? close.place.endColumn : place.endColumn }
  }

  private deletedName(what: string): Token | undefined {
    const token = this.stream.peek()
    if (token.kind === "name") return this.stream.next()
    const byRef = token.kind === "labelRef" || token.kind === "pathRef"
    const remedy = byRef
      ? `/delete-node/ &${token.text}; stands outside of blocks`
      : `give the ${what}'s name`
    this.stream.unexpected(`the name of a ${what}`, remedy)
    return undefined
  }
}

function parsed({ root, memreserve, problems, labels }: Parser): Parsed {
  return { root, memreserve, problems, labels }
}

/** Reads all sources in order: the board's tree first, each later one as if its text followed. */
export function parseSources(sources: readonly Source[], options: ParseOptions): Parsed {
  const parser = new Parser(options)
  sources.forEach((source, index) => parser.source(source, index > 0))
  return parsed(parser)
}

/** The board's tree alone, and with what follows it: as `parseSources` of both, but the board is read once. */
export function parseBoth(
  base: Source,
  later: readonly Source[],
  options: ParseOptions,
): { readonly alone: Parsed; readonly all: Parsed } {
  const parser = new Parser(options)
  parser.source(base, false)
  const { root, memreserve, problems, labels } = parser
  const alone: Parsed = {
    root: root === undefined ? undefined : copyRaw(root),
    memreserve: [...memreserve],
    problems: [...problems],
    labels: new Set(labels),
  }
  for (const source of later) parser.source(source, true)
  return { alone, all: parsed(parser) }
}
