// SPDX-License-Identifier: BSD-2-Clause
//
// What a vCPU that is still at work does: the short loop that its PC is in, what that loop reads, and the exception
// whose vector goes round in itself. Only loops without calls and of a few instructions: those that wait for something.

import { type DeviceTree } from "@vmm/devicetree"
import { type Place } from "@vmm/diagnostic"
import { bits, hex } from "../hex.ts"
import { loadStoreText } from "../processor/load-store-text.ts"
import { ownerOf } from "../fault/owner.ts"
import { inMax } from "../processor/undefined.ts"
import { ownException, type Registers } from "../processor/vectors.ts"

/** A vCPU's code as it stands. */
export interface CodeView {
  readonly pc: bigint
  /** PSTATE.I: no interrupt is taken. */
  readonly masked?: boolean
  /** It sleeps in WFI, for which nothing is pending. */
  readonly asleep?: boolean
  /** The instruction at a virtual address; undefined where there is no RAM. */
  readonly wordAt: (va: bigint) => number | undefined
  /** General register; 31 is SP. */
  readonly register: (n: number) => bigint
  readonly registers: Registers
  /** Physical address behind a virtual one. */
  readonly ipaOf: (va: bigint) => number | undefined
}

/** What a vCPU that does not sleep is doing. */
export interface Busy {
  /** A sentence without its full stop. */
  readonly text: string
  readonly place?: Place
  /** It stands at the vector of an instruction that a processor with more would have executed. */
  readonly newer?: true
}

/** Instructions of the longest loop that counts as waiting. */
const LONGEST = 12
/** In the place of a base register: the stack pointer. */
const SP = 31
const WFI = 0xd503207f
const WFE = 0xd503205f

const signed = (value: number, width: number): number => (value << (32 - width)) >> (32 - width)

/** Bytes that a direct branch jumps; undefined for any other instruction. Arm ARM, C4.1.66. */
function branch(word: number): number | undefined {
  if (word >>> 26 === 0b000101) return signed(bits(word, 25, 0), 26) * 4
  if (word >>> 24 === 0x54) return signed(bits(word, 23, 5), 19) * 4
  if (((word >>> 25) & 0x3f) === 0b011010) return signed(bits(word, 23, 5), 19) * 4
  if (((word >>> 25) & 0x3f) === 0b011011) return signed(bits(word, 18, 5), 14) * 4
  return undefined
}

/** Calls, returns and exceptions: a loop with one of these is no waiting loop. */
const leaves = (word: number): boolean =>
  word >>> 26 === 0b100101 || word >>> 25 === 0b1101011 || word >>> 24 === 0xd4

interface Loop {
  readonly first: bigint
  readonly words: readonly number[]
}

function loopAround(view: CodeView): Loop | undefined {
  for (let n = 0; n < LONGEST; n++) {
    const at = view.pc + BigInt(4 * n)
    const word = view.wordAt(at)
    if (word === undefined || leaves(word)) return undefined
    const jump = branch(word)
    if (jump === undefined || jump > 0) continue
    const first = at + BigInt(jump)
    if (first > view.pc || -jump / 4 >= LONGEST) continue
    const words = Array.from({ length: 1 - jump / 4 }, (_, i) => view.wordAt(first + BigInt(4 * i)))
    const known = words.filter((one) => one !== undefined)
    return known.length === words.length && !known.some(leaves) ? { first, words: known } : undefined
  }
  return undefined
}

/** The device that a loop reads, or where it waits. */
function readBy({ words }: Loop, view: CodeView, tree: DeviceTree | undefined): Busy | undefined {
  for (const word of words) {
    const base = loadStoreText(word)?.base
    if (base === undefined) continue
    const ipa = view.ipaOf(view.register(base.register) + BigInt(base.offset))
    const owner = tree === undefined || ipa === undefined ? undefined : ownerOf(tree, ipa)
    if (owner?.facts.kind !== "device") continue
    const [what] = owner.facts.compatible
    const name = `${owner.node.name}${what === undefined ? "" : ` (${what})`}`
    return {
      text: `, reading ${name} at ${hex(ipa ?? 0)}: it waits for a bit there that does not come`,
      place: owner.node.properties.get("reg")?.place ?? owner.node.place,
    }
  }
  return undefined
}

/** Bytes of RAM that a loop looks at, and what they hold. */
function memoryBy({ words }: Loop, view: CodeView): string | undefined {
  for (const word of words) {
    const base = loadStoreText(word)?.base
    if (base === undefined || base.register === SP) continue
    const va = view.register(base.register) + BigInt(base.offset)
    const value = va % 4n === 0n ? view.wordAt(va) : undefined
    if (value !== undefined) return `RAM at ${hex(va)}, which holds ${hex(value >>> 0)}`
  }
  return undefined
}

const CONDITIONS = ["eq", "ne", "cs", "cc", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le"]

/** The condition by which a loop of nothing else goes on. */
function byCondition(word: number, view: CodeView): string {
  const register = bits(word, 4, 0)
  const name = `${bits(word, 31, 31) === 1 ? "x" : "w"}${register === SP ? "zr" : register}`
  const is = `and ${name} is ${hex(register === SP ? 0n : view.register(register))}`
  const not = bits(word, 24, 24) === 1 ? "n" : ""
  if (word >>> 24 === 0x54) return ` (b.${CONDITIONS[bits(word, 3, 0)] ?? "al"})`
  if (bits(word, 30, 25) === 0b011010) return ` (cb${not}z ${name}, ${is})`
  if (bits(word, 30, 25) !== 0b011011) return ""
  return ` (tb${not}z bit ${bits(word, 31, 31) * 32 + bits(word, 23, 19)} of ${name}, ${is})`
}

const many = (count: number): string => (count === 1 ? "one instruction" : `${count} instructions`)

/** What the vCPU is about, when it is in such a loop. */
export function busyText(view: CodeView, tree: DeviceTree | undefined): Busy | undefined {
  const loop = loopAround(view)
  if (loop === undefined) return undefined
  const last = loop.first + BigInt(4 * (loop.words.length - 1))
  const raised = view.wordAt(view.registers["ELR_EL1"] ?? 0n)
  const own = ownException(loop.first, view.registers, raised)
  if (own !== undefined) {
    const text =
      `it took an exception at ${hex(own.from)}, ${own.what}, and its vector at ${hex(loop.first)} ` +
      `goes round in itself${own.misaligned}`
    const newer = own.synchronous && raised !== undefined && inMax(raised)
    return newer ? { text, newer } : { text }
  }
  const where =
    loop.words.length === 1
      ? `it branches to itself at ${hex(last)}`
      : `it goes round ${many(loop.words.length)} at ${hex(loop.first)} to ${hex(last)}`
  const has = (instruction: number) => loop.words.some((word) => word >>> 0 === instruction)
  // What it does when it has woken is not what it waits for.
  const device = view.asleep === true && has(WFI) ? undefined : readBy(loop, view, tree)
  if (device !== undefined) return { ...device, text: `${where}${device.text}` }
  const memory = memoryBy(loop, view)
  const until = memory === undefined ? "" : `, until another processor or a handler changes ${memory}`
  if (has(WFI)) {
    const kept = view.masked === true && view.asleep === false
    const what = kept
      ? "an interrupt that came and that PSTATE.I masks: WFI ends at once, and no handler runs"
      : "an interrupt that does not come"
    return { text: `${where}, waiting for ${what}` }
  }
  if (has(WFE)) {
    const parked = until === "" ? ", with nothing that could end it but an interrupt" : until
    return { text: `${where}, a wait for events (WFE)${parked}` }
  }
  const condition = until === "" ? byCondition(loop.words.at(-1) ?? 0, view) : ""
  return { text: `${where}${condition}${until}` }
}
