// SPDX-License-Identifier: BSD-2-Clause
//
// The names, and sizes in bytes, that a 64-bit little-endian ELF file has in its symbol table (System V ABI, "Symbol
// Table"), which is where Microkit finds the variables that a .system file sets. Nothing of the code is looked at.

const MAGIC = 0x7f454c46
const CLASS_64_LITTLE = 0x0201
const SHT_SYMTAB = 2
const SYMBOL_BYTES = 24

interface Section {
  readonly type: number
  readonly link: number
  readonly offset: number
  readonly size: number
}

/** A section header; undefined when it, or what it tells of, is not in the file. */
function sectionAt(file: Buffer, at: number): Section | undefined {
  if (at + 64 > file.length) return undefined
  const [offset, size] = [file.readBigUInt64LE(at + 24), file.readBigUInt64LE(at + 32)]
  if (offset + size > BigInt(file.length)) return undefined
  const [type, link] = [file.readUInt32LE(at + 4), file.readUInt32LE(at + 40)]
  return { type, link, offset: Number(offset), size: Number(size) }
}

/** Symbols of the file with their sizes; undefined for a file that is no such ELF, is damaged, or has been stripped. */
export function elfSymbols(file: Buffer): ReadonlyMap<string, number> | undefined {
  if (file.length < 64 || file.readUInt32BE(0) !== MAGIC || file.readUInt16BE(4) !== CLASS_64_LITTLE)
    return undefined
  const [table, each, many] = [file.readBigUInt64LE(40), file.readUInt16LE(58), file.readUInt16LE(60)]
  if (table > BigInt(file.length)) return undefined
  const headers = Array.from({ length: many }, (_, index) => sectionAt(file, Number(table) + index * each))
  const symbols = headers.find((one) => one?.type === SHT_SYMTAB)
  const names = symbols === undefined ? undefined : headers[symbols.link]
  if (symbols === undefined || names === undefined) return undefined
  const found = new Map<string, number>()
  for (let at = symbols.offset; at + SYMBOL_BYTES <= symbols.offset + symbols.size; at += SYMBOL_BYTES) {
    const from = names.offset + file.readUInt32LE(at)
    const to = file.indexOf(0, from)
    if (to > from && to < names.offset + names.size)
      found.set(file.toString("latin1", from, to), Number(file.readBigUInt64LE(at + 16)))
  }
  return found
}
