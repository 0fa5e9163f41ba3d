// SPDX-License-Identifier: BSD-2-Clause
//
// Where the elements of an XML text stand, so that lines can be put beside them. The text has been read by the
// parser of the `.system` language before: this reader checks nothing, and takes what it does not know as text.

/** A stretch of the text, offsets from its begin, half open. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface XmlElement extends Stretch {
  readonly name: string
  readonly attributes: ReadonlyMap<string, Stretch & { readonly value: string }>
  readonly children: readonly XmlElement[]
  /** Where `</name>` begins; undefined for `<name />`. */
  readonly close: number | undefined
}

interface Building extends Stretch {
  name: string
  attributes: Map<string, Stretch & { value: string }>
  children: Building[]
  close: number | undefined
  to: number
}

const SKIPPED = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>/y
const TAG = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/y
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributesOf(text: string, at: number): Building["attributes"] {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map((match) => {
      const value = match[2] ?? match[3] ?? ""
      const to = at + match.index + match[0].length - 1
      return [match[1] ?? "", { value, from: to - value.length, to }]
    }),
  )
}

/** The root element; undefined when there is none. */
export function readXml(text: string): XmlElement | undefined {
  const root: Building = { name: "", attributes: new Map(), children: [], close: undefined, from: 0, to: 0 }
  const stack = [root]
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    SKIPPED.lastIndex = TAG.lastIndex = at
    const skipped = SKIPPED.exec(text)
    const tag = skipped === null ? TAG.exec(text) : null
    if (tag === null) {
      at += skipped?.[0].length ?? 1
      continue
    }
    const [whole, closing, name = "", rest = "", empty] = tag
    const end = at + whole.length
    if (closing === "/") {
      const open = stack.length > 1 ? stack.pop() : undefined
      if (open !== undefined) [open.close, open.to] = [at, end]
    } else {
      const attributes = attributesOf(rest, at + 1 + name.length)
      const element: Building = { name, attributes, children: [], close: undefined, from: at, to: end }
      stack.at(-1)?.children.push(element)
      if (empty !== "/") stack.push(element)
    }
    at = end
  }
  return root.children[0]
}

/** The element and all below it. */
export function* elements(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) yield* elements(child)
}

/** The first element of this name, and with this `name` attribute when one is given. */
export function findElement(root: XmlElement, element: string, name?: string): XmlElement | undefined {
  for (const at of elements(root)) {
    if (at.name === element && (name === undefined || at.attributes.get("name")?.value === name)) return at
  }
  return undefined
}
