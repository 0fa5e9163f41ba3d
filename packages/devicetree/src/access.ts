// SPDX-License-Identifier: BSD-2-Clause
//
// Property values by type, Devicetree Specification v0.4, section 2.2.4, and the other way round. A reader
// answers undefined when the property is absent or its length does not fit the type.

import type { DtNode } from "./tree.ts"

/** The bytes of a property, undefined when the node does not have it. */
export function propBytes(node: DtNode, name: string): Uint8Array | undefined {
  return node.properties.get(name)?.value
}

/** Whether the node has the property, with or without a value. */
export function hasProp(node: DtNode, name: string): boolean {
  return node.properties.has(name)
}

/** All 32-bit cells of a property; undefined when its length is no multiple of 4. */
export function propCells(node: DtNode, name: string): readonly number[] | undefined {
  const bytes = propBytes(node, name)
  if (bytes === undefined || bytes.length % 4 !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const cells: number[] = []
  for (let at = 0; at < bytes.length; at += 4) cells.push(view.getUint32(at))
  return cells
}

/** A property of exactly one cell. */
export function propU32(node: DtNode, name: string): number | undefined {
  const bytes = propBytes(node, name)
  if (bytes?.length !== 4) return undefined
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
}

/** A property of one or two cells as a number below 2^53; undefined beyond. */
export function propNumber(node: DtNode, name: string): number | undefined {
  const cells = propCells(node, name)
  return cells !== undefined && (cells.length === 1 || cells.length === 2) ? cellsToNumber(cells) : undefined
}

/** A property of exactly two cells, 64 bits. */
export function propU64(node: DtNode, name: string): bigint | undefined {
  const bytes = propBytes(node, name)
  if (bytes?.length !== 8) return undefined
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0)
}

const UTF8 = new TextDecoder()

/** The strings of a string list; undefined when the last one has no NUL. */
export function propStrings(node: DtNode, name: string): readonly string[] | undefined {
  const bytes = propBytes(node, name)
  if (bytes === undefined || bytes.length === 0 || bytes[bytes.length - 1] !== 0) return undefined
  const known = STRINGS.get(bytes)
  if (known !== undefined) return known
  const strings = UTF8.decode(bytes.subarray(0, bytes.length - 1)).split("\0")
  STRINGS.set(bytes, strings)
  return strings
}

/** Values never change, and the same ones are asked for again and again. */
const STRINGS = new WeakMap<Uint8Array, readonly string[]>()

/** The first string of a string list. */
export function propString(node: DtNode, name: string): string | undefined {
  return propStrings(node, name)?.[0]
}

/** A big-endian number of cells as a number; undefined from 2^53 on. */
export function cellsToNumber(cells: readonly number[]): number | undefined {
  let value = 0
  for (const cell of cells) value = value * 2 ** 32 + cell
  return Number.isSafeInteger(value) ? value : undefined
}

/** The value of `<a b c>`; each number is taken modulo 2^32. */
export function cellsValue(...cells: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * cells.length)
  const view = new DataView(bytes.buffer)
  cells.forEach((cell, index) => view.setUint32(4 * index, cell))
  return bytes
}

/** The value of a 64-bit number in two cells. */
export function u64Value(value: bigint | number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}

/** A number below 2^53 in `count` cells (0 to 2). */
export function numberValue(value: number, count: number): Uint8Array {
  return u64Value(value).slice(8 - 4 * count)
}

/** The value of a string list, each string with its NUL. */
export function stringsValue(...strings: readonly string[]): Uint8Array {
  return new TextEncoder().encode(strings.map((text) => `${text}\0`).join(""))
}
