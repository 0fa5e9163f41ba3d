// SPDX-License-Identifier: BSD-2-Clause
//
// Integer expressions in parentheses: C's operators and precedence over unsigned 64-bit integers, after the
// Devicetree Specification v0.4, section 6.3, and dtc: comparison, division and right shift are unsigned,
// and a shift by 64 or more gives 0.

import { unescape } from "./escape.ts"
import type { Token } from "./lexer.ts"
import { writeOver } from "./mend.ts"
import { bindingValue } from "./slips.ts"
import type { TokenStream } from "./token-stream.ts"

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value)
const truth = (value: boolean): bigint => (value ? 1n : 0n)

type Binary = (a: bigint, b: bigint) => bigint

/** Binary operators, loosest level first. Division and modulo are guarded by the caller. */
const LEVELS: ReadonlyArray<Readonly<Record<string, Binary>>> = [
  { "||": (a, b) => truth(a !== 0n || b !== 0n) },
  { "&&": (a, b) => truth(a !== 0n && b !== 0n) },
  { "|": (a, b) => a | b },
  { "^": (a, b) => a ^ b },
  { "&": (a, b) => a & b },
  { "==": (a, b) => truth(a === b), "!=": (a, b) => truth(a !== b) },
  {
    "<": (a, b) => truth(a < b),
    ">": (a, b) => truth(a > b),
    "<=": (a, b) => truth(a <= b),
    ">=": (a, b) => truth(a >= b),
  },
  { "<<": (a, b) => (b < 64n ? wrap(a << b) : 0n), ">>": (a, b) => (b < 64n ? a >> b : 0n) },
  { "+": (a, b) => wrap(a + b), "-": (a, b) => wrap(a - b) },
  { "*": (a, b) => wrap(a * b), "/": (a, b) => a / b, "%": (a, b) => a % b },
]

const UNARY: Readonly<Record<string, (value: bigint) => bigint>> = {
  "-": (value) => wrap(-value),
  "~": (value) => wrap(~value),
  "!": (value) => truth(value === 0n),
}

function numberValue(stream: TokenStream, token: Token): bigint {
  const digits = token.text.replace(/[UL]+$/, "")
  const octal = /^0[0-9]+$/.test(digits)
  if (octal && /[89]/.test(digits)) {
    stream.problem(token.place, `${token.text} is no octal number`, "a leading 0 means octal: drop it")
    return 0n
  }
  const value = octal ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits)
  if (value >= 1n << 64n) stream.problem(token.place, `${token.text} does not fit in 64 bits`)
  return wrap(value)
}

function charValue(stream: TokenStream, token: Token): bigint {
  const { bytes, badAt } = unescape(token.text)
  if (badAt.length > 0) stream.problem(token.place, "\\x is followed by no hex digit", "write \\x41, say")
  else if (bytes.length !== 1) {
    const what = bytes.length === 0 ? "is empty" : `holds ${bytes.length} bytes instead of 1`
    stream.problem(token.place, `this character literal ${what}`, 'text goes in double quotes: "text"')
  }
  return BigInt(bytes[0] ?? 0)
}

function primary(stream: TokenStream): bigint | undefined {
  const token = stream.peek()
  const unary = token.kind === "punct" ? UNARY[token.text] : undefined
  if (unary !== undefined) {
    stream.next()
    const operand = nested(stream, () => primary(stream))
    return operand === undefined ? undefined : unary(operand)
  }
  return integer(stream)
}

function binary(stream: TokenStream, level: number): bigint | undefined {
  const operators = LEVELS[level]
  if (operators === undefined) return primary(stream)
  let left = binary(stream, level + 1)
  while (left !== undefined) {
    const token = stream.peek()
    const operator = token.kind === "punct" ? operators[token.text] : undefined
    if (operator === undefined) break
    stream.next()
    const right = binary(stream, level + 1)
    if (right === undefined) return undefined
    if (right === 0n && (token.text === "/" || token.text === "%")) {
      stream.problem(token.place, "division by zero")
      left = 0n
    } else left = operator(left, right)
  }
  return left
}

/** Parentheses, unary operators and conditionals may be nested this deep. */
const MAX_NESTING = 200

/** Runs one nested part of an expression; undefined, reported, when it lies too deep. */
function nested(stream: TokenStream, part: () => bigint | undefined): bigint | undefined {
  if (stream.nesting >= MAX_NESTING) {
    stream.problem(stream.peek().place, `an expression nested more than ${MAX_NESTING} deep`, "simplify it")
    return undefined
  }
  stream.nesting += 1
  const value = part()
  stream.nesting -= 1
  return value
}

function ternary(stream: TokenStream): bigint | undefined {
  const condition = binary(stream, 0)
  if (condition === undefined || !stream.take("?")) return condition
  const yes = nested(stream, () => ternary(stream))
  if (yes === undefined || !stream.expect(":", 'a conditional is written "a ? b : c"')) return undefined
  const no = nested(stream, () => ternary(stream))
  if (no === undefined) return undefined
  return condition === 0n ? no : yes
}

/** True when an integer can begin with this token. */
export function startsInteger(token: Token): boolean {
  return token.kind === "number" || token.kind === "char" || (token.kind === "punct" && token.text === "(")
}

/** A number, a character literal or an expression in parentheses; undefined after a reported mistake. */
export function integer(stream: TokenStream): bigint | undefined {
  const token = stream.peek()
  if (token.kind === "number") return numberValue(stream, stream.next())
  if (token.kind === "char") return charValue(stream, stream.next())
  if (stream.take("(")) {
    const value = nested(stream, () => ternary(stream))
    return value !== undefined && stream.expect(")", "close the expression") ? value : undefined
  }
  const value = bindingValue(token)
  const fixes = value === undefined ? [] : writeOver(token, String(value))
  const remedy = stream.wordRemedy(token) ?? "write a number or an expression in parentheses"
  stream.unexpected("a number", remedy, fixes)
  return undefined
}
