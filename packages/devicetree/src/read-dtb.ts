// SPDX-License-Identifier: BSD-2-Clause
//
// Reads a flattened device tree blob, Devicetree Specification v0.4, chapter 5, versions 16 and 17, into the
// same tree as source gives. A blob has no lines: places are the file as a whole, and messages name offsets.

import * as E from "fp-ts/lib/Either.js"
import { type Diagnostic, errorAt, type Place } from "@vmm/diagnostic"
import {
  type DeviceTree,
  type DtProperty,
  makeTree,
  MAX_DEPTH,
  type MemoryReservation,
  type NodeDraft,
} from "./tree.ts"
import { FDT_BEGIN_NODE, FDT_END, FDT_END_NODE, FDT_MAGIC, FDT_NOP, FDT_PROP } from "./write-dtb.ts"

const REMEDY = "make the blob anew; was it cut short or changed on its way?"
/** The first mistake that makes the rest of a blob unreadable. */
class Malformed {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

const hex = (value: number): string => `0x${value.toString(16)}`

interface Header {
  readonly total: number
  readonly struct: number
  readonly structEnd: number
  readonly strings: number
  readonly stringsEnd: number
  readonly reserve: number
  readonly bootCpu: number
}

class BlobReader {
  readonly duplicates: string[] = []
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private readonly place: Place
  private readonly header: Header
  private at: number

  constructor(bytes: Uint8Array, place: Place) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.place = place
    this.header = this.readHeader()
    this.at = this.header.struct
  }

  tree(): DeviceTree {
    const memreserve = this.reservations()
    const first = this.token()
    if (first !== FDT_BEGIN_NODE) throw this.malformed("the structure block does not begin with a node")
    const root = this.node(0)
    if (root.name !== "") throw new Malformed(`the root node has the name "${root.name}"`)
    if (this.token() !== FDT_END) throw this.malformed("something follows the root node")
    return makeTree(root, memreserve, this.header.bootCpu)
  }

  private malformed(what: string): Malformed {
    return new Malformed(`${what} (at byte ${hex(this.at - 4)})`)
  }

  private readHeader(): Header {
    const size = this.bytes.length
    if (size < 4 || this.view.getUint32(0) !== FDT_MAGIC) {
      throw new Malformed(`this is no device tree blob: it does not begin with the bytes d0 0d fe ed`)
    }
    if (size < 40) throw new Malformed(`the blob ends after ${size} bytes, inside its header`)
    const cell = (index: number) => this.view.getUint32(4 * index)
    const [total, version, lastCompatible] = [cell(1), cell(5), cell(6)]
    if (total > size) throw new Malformed(`the header promises ${total} bytes and the blob has ${size}`)
    if (version < 16 || lastCompatible > 17) {
      throw new Malformed(`the blob has version ${version}; versions 16 and 17 are read`)
    }
    const [struct, strings, reserve] = [cell(2), cell(3), cell(4)]
    const structEnd = version >= 17 ? struct + cell(9) : total
    const header = {
      total,
      struct,
      structEnd,
      strings,
      stringsEnd: strings + cell(8),
      reserve,
      bootCpu: cell(7),
    }
    if (structEnd > total || header.stringsEnd > total || reserve > total) {
      throw new Malformed(`a block lies outside of the blob's ${total} bytes`)
    }
    if (struct % 4 !== 0 || reserve % 8 !== 0) throw new Malformed("a block is not aligned")
    return header
  }

  private reservations(): MemoryReservation[] {
    const found: MemoryReservation[] = []
    for (let at = this.header.reserve; ; at += 16) {
      if (at + 16 > this.header.total) throw new Malformed("the reservation block has no end")
      const address = this.view.getBigUint64(at)
      const size = this.view.getBigUint64(at + 8)
      if (address === 0n && size === 0n) return found
      found.push({ address, size, labels: [], place: this.place })
    }
  }

  private cell(): number {
    if (this.at + 4 > this.header.structEnd) throw new Malformed("the structure block ends in the middle")
    this.at += 4
    return this.view.getUint32(this.at - 4)
  }

  private token(): number {
    for (;;) {
      const token = this.cell()
      if (token !== FDT_NOP) return token
    }
  }

  private text(from: number, limit: number): string {
    const end = this.bytes.indexOf(0, from)
    if (from >= limit || end < 0 || end >= limit) throw this.malformed("a name has no end")
    return new TextDecoder().decode(this.bytes.subarray(from, end))
  }

  private node(depth: number): NodeDraft {
    if (depth > MAX_DEPTH) throw this.malformed(`nodes are nested more than ${MAX_DEPTH} deep`)
    const name = this.text(this.at, this.header.structEnd)
    this.at += (new TextEncoder().encode(name).length + 4) & ~3
    const node: NodeDraft = {
      name,
      labels: [],
      properties: [],
      children: [],
      place: this.place,
      laterPlaces: [],
    }
    if (depth > 0 && (name === "" || name.includes("/"))) throw this.malformed(`"${name}" is no node name`)
    const seen = { property: new Set<string>(), node: new Set<string>() }
    const once = (what: "property" | "node", child: string) => {
      if (seen[what].has(child)) this.duplicates.push(`the node "${name}" has the ${what} "${child}" twice`)
      seen[what].add(child)
    }
    for (;;) {
      const token = this.token()
      if (token === FDT_END_NODE) return node
      if (token === FDT_PROP) {
        const property = this.property()
        once("property", property.name)
        node.properties.push(property)
      } else if (token === FDT_BEGIN_NODE) {
        const child = this.node(depth + 1)
        once("node", child.name)
        node.children.push(child)
      } else throw this.malformed(`${hex(token)} is no token of the structure block`)
    }
  }

  private property(): DtProperty {
    const length = this.cell()
    const name = this.text(this.header.strings + this.cell(), this.header.stringsEnd)
    const end = this.at + length
    if (end > this.header.structEnd) throw this.malformed(`the value of "${name}" lies outside of the blob`)
    const value = this.bytes.slice(this.at, end)
    this.at += (length + 3) & ~3
    return { name, value, place: this.place, labels: [], refs: [] }
  }
}

/**
 * Reads a blob.
 * @param file the name for places and diagnostics
 */
export function readDtb(bytes: Uint8Array, file = "(blob)"): E.Either<readonly Diagnostic[], DeviceTree> {
  const place: Place = { file, line: 0, column: 0, endColumn: 0 }
  try {
    const reader = new BlobReader(bytes, place)
    const tree = reader.tree()
    if (reader.duplicates.length === 0) return E.right(tree)
    return E.left(reader.duplicates.map((message) => errorAt(place, message, REMEDY)))
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return E.left([errorAt(place, error.message, REMEDY)])
  }
}
