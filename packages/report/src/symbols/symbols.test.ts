// SPDX-License-Identifier: BSD-2-Clause
//
// Symbols out of tables made for the purpose, and out of Debian's kernel where the cache of guest files has one.
// There the oracle is the kernel's other list of names: __ksymtab, the symbols that it exports to modules.

import { existsSync, readFileSync, readdirSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { type FixtureSymbol, kallsymsFixture, type KallsymsOrder } from "./kallsyms-fixture.ts"
import { findKallsyms, Kallsyms } from "./kallsyms.ts"
import { readGuestSymbols, symbolText } from "./symbols.ts"

const test = suite("report: guest symbols")

const LONG = `very_${"long_".repeat(60)}name`
const SYMBOLS: readonly FixtureSymbol[] = [
  { name: "first_alias", offset: 0 },
  { name: "_stext", offset: 0 },
  { name: "vectors", offset: 0x800 },
  ...Array.from({ length: 1500 }, (_, i) => ({ name: `device_probe${i}`, offset: 0x1000 + 64 * i })),
  { name: LONG, offset: 0x20000 },
  { name: "primary_entry", offset: 0x30000 },
  { name: "_einittext", offset: 0x30100 },
]
const BASE = 0xffff8000_08010000n
const ORDERS: readonly KallsymsOrder[] = ["5.10", "6.2", "6.6"]

/** An arm64 Image's header whose branch goes to `entry`, then the tables. */
function image(entry: number, tables: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4096 + tables.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(4, 0x14000000 | ((entry - 4) / 4), true)
  view.setUint32(56, 0x644d5241, true)
  bytes.set(tables, 4096)
  return bytes
}

for (const order of ORDERS) {
  test(`the tables of Linux ${order} are found and every name is read`, () => {
    const bytes = kallsymsFixture(order, SYMBOLS, BASE)
    const layout = findKallsyms(bytes)
    assert.ok(layout)
    const table = new Kallsyms(bytes, layout)
    assert.is(table.count, SYMBOLS.length)
    assert.is(table.relativeBase, BASE)
    assert.equal(
      [...table.allNames()].map((name, i) => ({ name, offset: table.offset(i) })),
      SYMBOLS,
    )
    assert.is(table.name(700), SYMBOLS[700]?.name)
  })

  test(`the tables of Linux ${order} are found at the very begin and end of memory`, () => {
    assert.is(findKallsyms(kallsymsFixture(order, SYMBOLS, BASE, 0))?.count, SYMBOLS.length)
  })
}

test("memory without tables, empty or made of digits has no symbols", () => {
  assert.is(findKallsyms(new Uint8Array(0)), undefined)
  assert.is(findKallsyms(new Uint8Array(100_000)), undefined)
  const digits = new Uint8Array(65536).map((_, i) => (i % 2 === 0 ? 0x30 + ((i / 2) % 10) : 0))
  assert.is(findKallsyms(digits), undefined)
  assert.is(readGuestSymbols(digits, 0), undefined)
})

test("tables with a broken part are no tables, wherever it is", () => {
  const bytes = kallsymsFixture("5.10", SYMBOLS, BASE)
  const layout = findKallsyms(bytes)
  assert.ok(layout)
  const { names, markers, tokenIndex, offsets } = layout
  for (const at of [names, names - 8, markers + 4, tokenIndex + 100, offsets + 400]) {
    const broken = bytes.slice()
    broken.fill(0xff, at, at + 4)
    assert.is(findKallsyms(broken), undefined, `at ${at}`)
  }
})

function symbols(base: bigint) {
  const read = readGuestSymbols(image(0x40000, kallsymsFixture("6.2", SYMBOLS, base)), 0x40200000)
  assert.ok(read)
  return read
}

test("a running kernel's table says where it runs", () => {
  const read = symbols(BASE + 0x1200000n)
  assert.equal(read.symbolAt(BASE + 0x1200000n + 0x1044n), { name: "device_probe1", offset: 4, size: 64 })
  assert.is(read.symbolAt(BASE), undefined)
  assert.is(read.count, SYMBOLS.length)
})

test("of several names of one address the first is taken, as the kernel does", () => {
  assert.equal(symbols(BASE).symbolAt(BASE + 8n), { name: "first_alias", offset: 8, size: 0x800 })
})

test("behind the last symbol there is none", () => {
  assert.is(symbols(BASE).symbolAt(BASE + 0x300ffn)?.name, "primary_entry")
  assert.is(symbols(BASE).symbolAt(BASE + 0x30100n), undefined)
  assert.is(symbols(BASE).symbolAt(0n), undefined)
})

test("before the kernel has relocated itself its physical place decides, or its vectors", () => {
  const read = symbols(0n)
  // The header's branch to 0x40000 is primary_entry at offset 0x30000: symbols begin 0x10000 into the image.
  assert.equal(read.symbolAt(0x40210804n, 0x40210804), { name: "vectors", offset: 4, size: 0x800 })
  assert.is(read.symbolAt(BASE + 0x804n), undefined)
  assert.is(read.symbolAt(BASE + 0x804n, undefined, BASE + 0x800n)?.name, "vectors")
  assert.is(read.symbolAt(BASE + 0x804n, undefined, BASE + 0x900n), undefined)
})

test("without the image's header only virtual addresses have names", () => {
  const read = readGuestSymbols(kallsymsFixture("6.2", SYMBOLS, BASE), 0x40200000)
  assert.is(read?.symbolAt(1n, 0x40210804), undefined)
  assert.is(read?.symbolAt(BASE + 0x804n)?.name, "vectors")
})

test("a symbol is written as the kernel writes it", () => {
  assert.is(symbolText({ name: "probe", offset: 0x10, size: 0x50 }), "probe+0x10/0x50")
})

function cachedKernel(): string | undefined {
  const xdg = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache")
  const files = join(process.env["VMM_CACHE"] ?? join(xdg, "vmm"), "debian/arm64/files")
  if (!existsSync(files)) return undefined
  const boots = readdirSync(files).map((name) => join(files, name, "boot"))
  const kernels = boots
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  return kernels.find((path) => /vmlinuz/.test(path))
}

const kernel = cachedKernel()
if (kernel === undefined) process.stdout.write("skipped: no Debian kernel was fetched here yet\n")
const withKernel = kernel === undefined ? test.skip : test

/**
 * Exported symbols: __ksymtab has triples of 32-bit distances, to value, name and namespace. A hundred in a row
 * around that of _printk are taken for it.
 */
function exported(bytes: Buffer): ReadonlyMap<string, number> {
  const words = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)))
  const target = (word: number) => 4 * word + (words[word] ?? 0)
  const text = (at: number) => bytes.toString("latin1", at, bytes.indexOf(0, at))
  const isEntry = (word: number) => {
    const name = target(word + 1)
    return name > 0 && name < bytes.length && /^[A-Za-z_]\w+$/.test(text(name))
  }
  const printk = new Set<number>()
  for (let at = bytes.indexOf("_printk\0"); at >= 0; at = bytes.indexOf("_printk\0", at + 1)) printk.add(at)
  const found = new Map<string, number>()
  for (let word = 150; word < words.length - 150; word++) {
    if (!printk.has(4 * word + 4 + (words[word + 1] ?? 0))) continue
    if (!Array.from({ length: 99 }, (_, i) => word + 3 * (i - 49)).every(isEntry)) continue
    let first = word
    while (isEntry(first - 3)) first -= 3
    for (let at = first; isEntry(at); at += 3) found.set(text(target(at + 1)), target(at))
  }
  return found
}

withKernel("Debian's kernel: every function that it exports is at the address that it exports", () => {
  const bytes = readFileSync(kernel ?? "")
  const layout = findKallsyms(bytes)
  const read = readGuestSymbols(bytes, 0)
  assert.ok(read && layout)
  const table = new Kallsyms(bytes, layout)
  // Several static functions may share a name.
  const offsets = new Map<string, number[]>()
  let index = 0
  for (const name of table.allNames()) {
    offsets.set(name, [...(offsets.get(name) ?? []), table.offset(index)])
    index += 1
  }
  const exports = [...exported(bytes)].filter(([name]) => offsets.has(name))
  assert.ok(exports.length > 5000, `${exports.length} exported functions`)
  const begin = (exports.find(([name]) => name === "_printk")?.[1] ?? 0) - (offsets.get("_printk")?.[0] ?? 0)
  for (const [name, address] of exports) {
    assert.ok(offsets.get(name)?.includes(address - begin), name)
    const symbol = read.symbolAt(0n, address + 3)
    assert.is(symbol?.offset, 3, name)
    assert.ok(offsets.get(symbol?.name ?? "")?.includes(address - begin), name)
  }
})

test.run()
