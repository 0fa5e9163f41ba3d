// SPDX-License-Identifier: BSD-2-Clause
//
// An oops as Linux's console tells it (arch/arm64/kernel: process.c __show_regs, stacktrace.c, traps.c die): its first
// line, the process, the functions on the stack, and the address that the instruction wanted, which is printed for
// addresses without memory alone and else follows from the instruction and its registers.

import { loadStoreText } from "../processor/load-store-text.ts"

export interface Oops {
  /** Its first line. */
  readonly text: string
  /** What the processor said: a page that is not there, memory that answered with an error, a misaligned address. */
  readonly kind: "page" | "external" | "alignment" | "other"
  /** The process that it happened in; 1 is the kernel itself until it starts its first program. */
  readonly pid: number | undefined
  readonly comm: string | undefined
  /** Functions, the innermost first. */
  readonly frames: readonly string[]
  /** The virtual address of the access. */
  readonly address: bigint | undefined
}

const PROCESS = /^CPU: \d+ (?:UID: \d+ )?PID: (\d+) Comm: (\S+)/
const PC = /^pc : ([\w.]+)\+0x/
const LR = /^lr : ([\w.]+)\+0x/
const FRAME = /^ (?:\? )?([\w.]+)\+0x[0-9a-f]+\/0x[0-9a-f]+/
const WANTED = /at virtual address ([0-9a-f]{16})/
const CODE = /^Code: .*\(([0-9a-f]{8})\)/
const REGISTER = /\b(sp|x\d{1,2})\s*: ([0-9a-f]{16})/g
const STACK = 31
/** DFSC of a syndrome, as `Internal error: Oops: 0000000096000021` and others print it. */
const SYNDROME = /(?:Internal error: .*?|ESR = 0x)([0-9a-f]{8,16})\b/
const ALIGNMENT = 0x21

function kindOf(lines: readonly string[]): Oops["kind"] {
  const said = lines.join("\n")
  if (/external abort|SError/i.test(said)) return "external"
  const syndrome = Number.parseInt(SYNDROME.exec(said)?.[1]?.slice(-8) ?? "", 16)
  if (/alignment fault/i.test(said) || (syndrome & 0x3f) === ALIGNMENT) return "alignment"
  return WANTED.test(said) ? "page" : "other"
}

/** What the instruction wanted, by the registers that are printed with it. */
function addressOf(lines: readonly string[]): bigint | undefined {
  const printed = lines.map((line) => WANTED.exec(line)?.[1]).find((one) => one !== undefined)
  if (printed !== undefined) return BigInt(`0x${printed}`)
  const code = lines.map((line) => CODE.exec(line)?.[1]).find((one) => one !== undefined)
  const base = code === undefined ? undefined : loadStoreText(Number.parseInt(code, 16))?.base
  if (base === undefined) return undefined
  const registers = new Map(lines.flatMap((line) => [...line.matchAll(REGISTER)].map(([, n, v]) => [n, v])))
  const value = registers.get(base.register === STACK ? "sp" : `x${base.register}`)
  return value === undefined ? undefined : BigInt.asUintN(64, BigInt(`0x${value}`) + BigInt(base.offset))
}

function framesOf(lines: readonly string[]): readonly string[] {
  const name = (pattern: RegExp) => lines.flatMap((line) => pattern.exec(line)?.[1] ?? []).slice(0, 1)
  const begin = lines.findIndex((line) => /^Call trace:/i.test(line))
  const trace: string[] = []
  for (const line of begin < 0 ? [] : lines.slice(begin + 1)) {
    const found = FRAME.exec(line)?.[1]
    if (found === undefined) break
    trace.push(found)
  }
  const [pc] = name(PC)
  const rest = trace[0] === pc ? trace.slice(1) : trace
  // A function without a record of its own is left out of the trace's beginning, and is the PC.
  return pc === undefined ? (trace.length > 0 ? trace : name(LR)) : [pc, ...rest]
}

/** Reads an oops from its first line on, time stamps stripped. */
export function readOops(lines: readonly string[]): Oops | undefined {
  const [text] = lines
  if (text === undefined) return undefined
  const found = lines.flatMap((line) => {
    const match = PROCESS.exec(line)
    return match === null ? [] : [match]
  })[0]
  return {
    text,
    kind: kindOf(lines),
    pid: found === undefined ? undefined : Number(found[1]),
    comm: found?.[2],
    frames: framesOf(lines),
    address: addressOf(lines),
  }
}
