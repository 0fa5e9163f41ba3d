// SPDX-License-Identifier: BSD-2-Clause
//
// The flattened device tree blob, Devicetree Specification v0.4, chapter 5: version 17, with dtc's layout
// (header, reservations, structure, strings) and its string table: first use first, a name that is the tail
// of what is there shares it.

import { type DeviceTree, type DtNode, walk } from "./tree.ts"

/** Section 5.2. */
export const FDT_MAGIC = 0xd00dfeed
const FDT_HEADER_BYTES = 40
/** Section 5.4.1. */
export const FDT_BEGIN_NODE = 1
export const FDT_END_NODE = 2
export const FDT_PROP = 3
export const FDT_NOP = 4
export const FDT_END = 9

class Bytes {
  private buffer = new Uint8Array(4096)
  length = 0

  append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.buffer.length) {
      const grown = new Uint8Array(2 * (this.length + bytes.length))
      grown.set(this.buffer)
      this.buffer = grown
    }
    this.buffer.set(bytes, this.length)
    this.length += bytes.length
  }

  cell(value: number): void {
    const bytes = new Uint8Array(4)
    new DataView(bytes.buffer).setUint32(0, value)
    this.append(bytes)
  }

  align4(): void {
    this.append(new Uint8Array(-this.length & 3))
  }

  done(): Uint8Array {
    return this.buffer.slice(0, this.length)
  }
}

/** The string table's bytes and the offset of each name. */
function stringTable(root: DtNode): { bytes: Uint8Array; offsets: ReadonlyMap<string, number> } {
  const offsets = new Map<string, number>()
  let table = ""
  for (const node of walk(root)) {
    for (const name of node.properties.keys()) {
      if (offsets.has(name)) continue
      const found = table.indexOf(`${name}\0`)
      offsets.set(name, found < 0 ? table.length : found)
      if (found < 0) table += `${name}\0`
    }
  }
  return { bytes: new TextEncoder().encode(table), offsets }
}

function structure(out: Bytes, node: DtNode, offsets: ReadonlyMap<string, number>): void {
  out.cell(FDT_BEGIN_NODE)
  out.append(new TextEncoder().encode(`${node.name}\0`))
  out.align4()
  for (const property of node.properties.values()) {
    out.cell(FDT_PROP)
    out.cell(property.value.length)
    out.cell(offsets.get(property.name) ?? 0)
    out.append(property.value)
    out.align4()
  }
  for (const child of node.children) structure(out, child, offsets)
  out.cell(FDT_END_NODE)
}

/** The blob of a tree, byte for byte dtc's. */
export function writeDtb(tree: DeviceTree): Uint8Array {
  const strings = stringTable(tree.root)
  const body = new Bytes()
  structure(body, tree.root, strings.offsets)
  body.cell(FDT_END)
  const struct = FDT_HEADER_BYTES + 16 * (tree.memreserve.length + 1)
  const total = struct + body.length + strings.bytes.length
  const blob = new Uint8Array(total)
  const view = new DataView(blob.buffer)
  const header = [
    FDT_MAGIC,
    total,
    struct,
    struct + body.length,
    FDT_HEADER_BYTES,
    17,
    16,
    tree.bootCpu,
    strings.bytes.length,
    body.length,
  ]
  header.forEach((cell, index) => view.setUint32(4 * index, cell))
  tree.memreserve.forEach(({ address, size }, index) => {
    view.setBigUint64(FDT_HEADER_BYTES + 16 * index, address)
    view.setBigUint64(FDT_HEADER_BYTES + 16 * index + 8, size)
  })
  blob.set(body.done(), struct)
  blob.set(strings.bytes, struct + body.length)
  return blob
}
