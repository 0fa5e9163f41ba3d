// SPDX-License-Identifier: BSD-2-Clause
//
// Random device tree sources for comparison with dtc: blocks that merge, delete, label, omit and refer to
// one another, values of every kind. Most compile; some break a rule that both compilers must see.

export type Random = (below: number) => number

/** A generator of integers from 0 to below - 1; the same seed gives the same run (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const NODES = ["soc", "bus@1000", "cpus", "cpu@0", "cpu@1", "uart@2000", "a", "b,c", "clock-x"]
const PROPS = [
  "reg",
  "compatible",
  "status",
  "x",
  "y",
  "#address-cells",
  "ddress-cells",
  "dma-names",
  "names",
  "s",
]
const OPERATORS = ["+", "-", "*", "<<", ">>", "<", ">", "<=", ">=", "==", "!=", "&", "|", "^", "&&", "||"]
const CHARS = ["'a'", "'\\n'", "'\\0'", "'\\x4f'", "'\\''", "'\"'", "'\\177'"]
const STRINGS = [
  '""',
  '"okay"',
  '"a\\0b"',
  '"\\x41\\t\\"q\\\\"',
  '"é\\377"',
  '"/* no */"',
  '"// no"',
  '"two\nlines"',
]

class Writer {
  private readonly random: Random
  private readonly labels: string[] = []
  private others = 0

  constructor(random: Random) {
    this.random = random
  }

  private pick<A>(list: readonly A[]): A {
    return list[this.random(list.length)] as A
  }

  private chance(percent: number): boolean {
    return this.random(100) < percent
  }

  private times(most: number, make: () => string): string {
    return Array.from({ length: this.random(most + 1) }, make).join("")
  }

  private blank(): string {
    return this.pick([" ", " ", " ", "\n", "\t", " /* c */ ", " // c\n"])
  }

  private nodeLabel(): string {
    if (!this.chance(40)) return ""
    const label = `n${this.labels.length}`
    this.labels.push(label)
    return `${label}:${this.blank()}`
  }

  /** A label of a property or inside a value; nobody can refer to it. */
  private otherLabel(): string {
    this.others += 1
    return this.chance(15) ? ` o${this.others}:${this.blank()}` : ""
  }

  private ref(): string {
    if (this.labels.length > 0 && this.chance(80)) return `&${this.pick(this.labels)}`
    const roll = this.random(300)
    return roll === 0 ? "&nowhere" : roll < 5 ? `&{/${this.pick(NODES)}}` : "&{/}"
  }

  private number(): string {
    const digits = this.pick([
      String(this.random(300)),
      `0x${this.random(0x7fffffff).toString(16)}`,
      "017",
      "0",
    ])
    return digits + this.pick(["", "", "", "U", "L", "UL", "LL", "ULL"])
  }

  private expression(depth: number): string {
    if (depth === 0 || this.chance(30)) return this.chance(20) ? this.pick(CHARS) : this.number()
    const inner = () => this.expression(depth - 1)
    if (this.chance(15)) return `${inner()} ? ${inner()} : ${inner()}`
    if (this.chance(20)) return `${this.pick(["-", "~", "!"])}${inner()}`
    if (this.chance(15)) return `${inner()} ${this.pick(["/", "%"])} ${1 + this.random(9)}`
    const both = `${inner()}${this.blank()}${this.pick(OPERATORS)} ${inner()}`
    return this.chance(40) ? `(${both})` : both
  }

  private cell(): string {
    if (this.chance(60)) return this.number()
    if (this.chance(50)) return this.ref()
    return this.chance(30) ? this.pick(CHARS) : `((${this.expression(3)}) & 0xffffffff)`
  }

  private item(): string {
    switch (this.random(8)) {
      case 0:
        return this.pick(STRINGS)
      case 1:
        return `[${this.times(4, () => `${this.random(256).toString(16).padStart(2, "0")}${this.pick(["", " "])}`)}]`
      case 2:
        return this.ref()
      case 3:
        return `/bits/ 8 <${this.times(5, () => `${this.random(256)} `)}>`
      case 4:
        return `/bits/ 16 <${this.times(5, () => `(-${this.random(300)}) `)}>`
      case 5:
        return `/bits/ 64 <${this.times(3, () => `(${this.expression(3)}) `)}>`
      default:
        return `<${this.times(4, () => this.cell() + this.blank())}${this.otherLabel()}>`
    }
  }

  private property(used: Set<string>): string {
    if (this.chance(8)) return `/delete-property/ ${this.pick(PROPS)};\n`
    const name = this.chance(1)
      ? this.pick(["phandle", "phandle", "phandle", "name", "linux,phandle"])
      : this.pick(PROPS)
    if (used.has(name) && !this.chance(2)) return ""
    used.add(name)
    if (name.endsWith("phandle")) return `${name} = <${this.random(40)}>;\n`
    const items = Array.from({ length: 1 + this.random(3) }, () => this.otherLabel() + this.item())
    const value = this.chance(15)
      ? ""
      : ` =${this.blank()}${items.join(`,${this.blank()}`)}${this.otherLabel()}`
    return `${this.otherLabel()}${name}${value};${this.blank()}`
  }

  private child(depth: number, used: Set<string>): string {
    const name = this.pick(NODES)
    if (used.has(name) && !this.chance(1)) return ""
    used.add(name)
    if (this.chance(8)) return `/delete-node/ ${name};\n`
    const omit = this.chance(15) ? "/omit-if-no-ref/ " : ""
    return `${omit}${this.nodeLabel()}${name}${this.blank()}${this.block(depth - 1)};\n`
  }

  private block(depth: number): string {
    const properties = new Set<string>()
    const nodes = new Set<string>()
    const body = this.times(4, () => this.property(properties))
    return `{\n${body}${depth > 0 ? this.times(4, () => this.child(depth, nodes)) : ""}}`
  }

  private statement(): string {
    const roll = this.random(20)
    const label = this.labels.length > 0 ? `&${this.pick(this.labels)}` : "&{/}"
    if (roll < 10) return `/ ${this.block(3)};\n`
    if (roll < 17) return `${label === "&{/}" ? "" : this.nodeLabel()}${label} ${this.block(2)};\n`
    if (label === "&{/}") return ""
    return roll < 18 ? `/delete-node/ ${label};\n` : `/omit-if-no-ref/ ${label};\n`
  }

  source(): string {
    const reserved = this.times(2, () => `/memreserve/ ${1 + this.random(9999)} (${this.expression(2)});\n`)
    return `/dts-v1/;\n${reserved}/ ${this.block(3)};\n${this.times(4, () => this.statement())}`
  }
}

export function randomSource(random: Random): string {
  return new Writer(random).source()
}
