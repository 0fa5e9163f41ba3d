// SPDX-License-Identifier: BSD-2-Clause
//
// Symbol tables as scripts/kallsyms.c of Linux writes them, for tests: the three orders that kernels have had.

/** "5.10": the old order. "6.2": with sequence numbers behind the markers. "6.6": offsets behind the tokens. */
export type KallsymsOrder = "5.10" | "6.2" | "6.6"

export interface FixtureSymbol {
  readonly name: string
  readonly offset: number
}

/** Pairs of letters that get codes of their own, as the kernel's best tokens do. */
const PAIRS = ["pr", "ob", "e_", "in", "it", "_s", "ta", "rt", "re", "ad", "wr", "te", "de", "vi", "ce", "_d"]

interface Tokens {
  readonly text: readonly string[]
  compress(text: string): readonly number[]
}

function tokens(used: string): Tokens {
  const own = new Set([..."0123456789", ...used])
  let pair = 0
  const text = Array.from({ length: 256 }, (_, code) => {
    const letter = String.fromCharCode(code)
    if (own.has(letter)) return letter
    pair += 1
    return PAIRS[pair - 1] ?? `unused${code}`
  })
  const compress = (name: string): readonly number[] => {
    const out: number[] = []
    for (let at = 0; at < name.length;) {
      const code = PAIRS.includes(name.slice(at, at + 2)) ? text.indexOf(name.slice(at, at + 2)) : -1
      out.push(code < 0 ? name.charCodeAt(at) : code)
      at += code < 0 ? 1 : 2
    }
    return out
  }
  return { text, compress }
}

class Output {
  readonly bytes: number[] = []

  align(to: number): void {
    while (this.bytes.length % to !== 0) this.bytes.push(0)
  }

  word(value: number, size: number): void {
    for (let i = 0; i < size; i++) this.bytes.push(Math.floor(value / 2 ** (8 * i)) & 0xff)
  }

  words(values: readonly number[], size: number, align = 8): void {
    this.align(align)
    for (const value of values) this.word(value, size)
  }
}

function packedNames(names: readonly string[], { compress }: Tokens) {
  const out = new Output()
  const markers: number[] = []
  names.forEach((name, index) => {
    if (index % 256 === 0) markers.push(out.bytes.length)
    const code = compress(`T${name}`)
    if (code.length < 0x80) out.word(code.length, 1)
    else out.words([(code.length & 0x7f) | 0x80, code.length >> 7], 1, 1)
    out.words(code, 1, 1)
  })
  return { bytes: out.bytes, markers }
}

/** The tables, `before` bytes of other things around them. Symbols must be sorted by offset. */
export function kallsymsFixture(
  order: KallsymsOrder,
  symbols: readonly FixtureSymbol[],
  relativeBase: bigint,
  before = 4096,
): Uint8Array {
  const known = tokens([...new Set(symbols.flatMap(({ name }) => [...name, "T"]))].join(""))
  const names = packedNames(
    symbols.map(({ name }) => name),
    known,
  )
  const out = new Output()
  for (let i = 0; i < before; i++) out.word(i * 37, 1)
  const offsets = () => {
    const values = symbols.map(({ offset }) => offset)
    out.words(values, 4)
    out.words([Number(relativeBase & 0xffffffffn), Number(relativeBase >> 32n)], 4)
  }
  const sequence = () => {
    out.align(8)
    for (let i = 0; i < symbols.length; i++) out.word((i * 7919) % symbols.length, 3)
  }
  if (order !== "6.6") offsets()
  out.words([symbols.length], 4)
  out.words(names.bytes, 1)
  out.words(names.markers, 4)
  if (order === "6.2") sequence()
  out.align(8)
  const starts: number[] = []
  const start = out.bytes.length
  for (const text of known.text) {
    starts.push(out.bytes.length - start)
    out.words(
      [...text, "\0"].map((letter) => letter.charCodeAt(0)),
      1,
      1,
    )
  }
  out.words(starts, 2)
  if (order === "6.6") {
    offsets()
    sequence()
  }
  for (let i = 0; i < before; i++) out.word(i * 11, 1)
  return Uint8Array.from(out.bytes)
}
