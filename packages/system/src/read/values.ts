// SPDX-License-Identifier: BSD-2-Clause
//
// How values are written in a .system file: numbers, ids, booleans, permissions, names. Numbers are
// decimal or 0x, `_` anywhere between digits, as Microkit's sdf_parse_number reads them (u64); ids take
// the same forms here, where Microkit takes decimal only. The words of refusals are Microkit's.

import { nearest, type Place } from "@vmm/diagnostic"
import * as E from "fp-ts/lib/Either.js"

import type { Architecture } from "../options.ts"

export interface Problem {
  readonly message: string
  readonly remedy: string
  /** What to write instead, where that is clear. */
  readonly write?: string
  /** Stable name of the mistake. */
  readonly code?: string
}

/** What an attribute's text means. `attribute` and `tag` are for the words of a refusal. */
export type Parser<A> = (text: string, attribute: string, tag: string) => E.Either<Problem, A>

const U64_MAX = 0xffff_ffff_ffff_ffffn
export const MAX_ID = 61
/** Highest interrupt number of a GIC without LPIs and extended ranges (GIC Architecture Specification, 2.2). */
const MAX_INTID = 1019
/** Highest source of a PLIC (RISC-V Platform-Level Interrupt Controller Specification 1.0, chapter 1). */
const MAX_PLIC_SOURCE = 1023

export const hex = (value: number): string => `0x${value.toString(16)}`

export const refuse = (message: string, remedy: string, write?: string): E.Either<Problem, never> =>
  E.left({ message, remedy, ...(write === undefined ? {} : { write }) })

const NEGATIVE = /^-[0-9]+$/
/** Digits, with the plus sign in front of them that Rust's `from_str_radix` takes. */
const NUMBER = /^(0x\+?[0-9a-fA-F]+|\+?[0-9]+)$/
const HOW_NUMBERS = "write a number in decimal or with 0x; '_' may separate digits"
const UNITS: Readonly<Record<string, number>> = { "": 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 }

/** `SPI 1` and `GIC_PPI 11` as a device tree counts them, as INTIDs (IHI 0048B, 2.2.1). */
function interruptOf(text: string): string | undefined {
  const [, kind, digits] = /^\s*(?:GIC_)?(SPI|PPI)[\s:_-]*(\d{1,4})\s*$/i.exec(text) ?? []
  if (kind === undefined || digits === undefined) return undefined
  return String(Number(digits) + (kind.toUpperCase() === "SPI" ? 32 : 16))
}

/** Letters that are read, and typed, as digits: `0x1oo0`, `0x90000l0`. */
const ALIKE: Readonly<Record<string, string>> = { o: "0", l: "1", i: "1", s: "5", z: "2" }

function alikeDigits(text: string): string | undefined {
  const [, lead = "", rest = ""] = /^(0x|ox)?(.*)$/.exec(text) ?? []
  if (!/[0-9]/.test(rest)) return undefined
  const digits = rest.replace(/[liosz]/g, (letter) => ALIKE[letter] ?? letter)
  const meant = lead === "" ? digits : `0x${digits}`
  return NUMBER.test(meant.replaceAll("_", "")) ? meant : undefined
}

/** What somebody meant who wrote `256M`, `0X1000`, `f000` or ` 12 `: how it is written here. */
function meantNumber(text: string): string | undefined {
  const bare = text.trim().replaceAll("_", "").toLowerCase()
  if (NUMBER.test(bare)) return bare
  const sized = /^([0-9]+) ?([kmg])(i?b)?$/.exec(bare)
  if (sized !== null) {
    const bytes = Number(sized[1]) * (UNITS[sized[2] ?? ""] ?? 1)
    return Number.isSafeInteger(bytes) ? hex(bytes) : undefined
  }
  const suffixed = /^(0x[0-9a-f]+|[0-9]+)u?l{0,2}$/.exec(bare)
  if (suffixed !== null) return suffixed[1]
  const digits = alikeDigits(text.trim().toLowerCase())
  if (digits !== undefined) return digits
  // A slip of the hand behind a number in hexadecimal.
  const slip = /^(0x[0-9a-f_]*[0-9a-f])[^0-9a-f_]+[0-9a-z]?$/i.exec(text.trim())
  if (slip !== null) return slip[1]
  if (/^[0-9a-f]*[a-f][0-9a-f]*$/.test(bare) && bare.length >= 3) return `0x${bare}`
  return /^([0-9a-f]+)h$/.test(bare) ? `0x${bare.slice(0, -1)}` : undefined
}

/**
 * A decimal number whose digits were meant to be hexadecimal, `40000000` for `0x40000000`: as such it is a multiple of
 * `unit`, which it is not as it stands. Undefined for what is written otherwise.
 */
export function asHex(
  { value, place }: { readonly value: number | undefined; readonly place: Place },
  unit: number,
): string | undefined {
  const digits = String(value ?? "")
  const decimal = place.endColumn - place.column === digits.length
  const meant = Number(`0x${digits}`)
  return decimal && digits.length > 1 && meant % unit === 0 ? hex(meant) : undefined
}

const numberTo =
  (most: bigint): Parser<number> =>
  (text, attribute, tag) => {
    const fail = (why: string, remedy = HOW_NUMBERS, write?: string) =>
      refuse(`failed to parse integer '${text}' on element '${tag}': ${why}`, remedy, write)
    const digits = text.replaceAll("_", "")
    if (digits === "" || digits === "0x") return fail("cannot parse integer from empty string")
    if (!NUMBER.test(digits)) {
      const spaced = digits !== digits.trim() && NUMBER.test(digits.trim())
      const meant = (attribute === "irq" ? interruptOf(text) : undefined) ?? meantNumber(text)
      const remedy =
        meant === undefined ? HOW_NUMBERS : `write ${meant}; numbers are decimal or begin with 0x`
      return fail(
        "invalid digit found in string",
        spaced ? "delete the white space in the value" : remedy,
        meant,
      )
    }
    const value = BigInt(digits.replace("+", ""))
    if (value > U64_MAX)
      return fail("number too large to fit in target type", "the largest number is 2^64 - 1")
    if (value > most) {
      return fail("number over 2^53 - 1", "no address or size of a board is that large: check the digits")
    }
    return E.right(Number(value))
  }

/** A number from 0 to 2^53 - 1. */
export const parseNumber: Parser<number> = numberTo(BigInt(Number.MAX_SAFE_INTEGER))

/** A virtual address, which has its own words when it is too high; above 2^53 to the nearest number there is. */
export const parseVaddr: Parser<number> = numberTo(U64_MAX)

/** A number that must pass a test, with Microkit's words for a refusal. */
export const numberWhere =
  (test: (value: number) => boolean, message: string, remedy: string, write?: string): Parser<number> =>
  (text, attribute, tag) => {
    const number = parseNumber(text, attribute, tag)
    if (E.isRight(number)) {
      return test(number.right) ? number : refuse(`${message} on element '${tag}'`, remedy, write)
    }
    // To Microkit a minus sign is no digit; what is to be written is the same as for a number out of range.
    return NEGATIVE.test(text) ? refuse(number.left.message, remedy, write) : number
  }

/** A number from 0 to `max`. */
export const upTo =
  (max: number, remedy: string): Parser<number> =>
  (text, attribute, tag) =>
    numberWhere((value) => value <= max, `${attribute} must be < ${max + 1}`, remedy)(text, attribute, tag)

/** The same where Microkit reads a number with a sign, and has words for a negative one. */
export const bounded =
  (max: number, remedy: string): Parser<number> =>
  (text, attribute, tag) =>
    NEGATIVE.test(text)
      ? refuse(`${attribute} must be >= 0 on element '${tag}'`, remedy)
      : upTo(max, remedy)(text, attribute, tag)

const HOW_IDS = `ids run from 0 to ${MAX_ID}`
/** A channel, interrupt, I/O port or vCPU number, 0 to 61. */
export const parseId = bounded(MAX_ID, HOW_IDS)
/** The number of a child, 0 to 61. */
export const parseChildId = upTo(MAX_ID, HOW_IDS)

/** A hardware interrupt number of the GIC or the PLIC. */
export const parseIntid =
  (architecture: Architecture): Parser<number> =>
  (text, attribute, tag) => {
    const [most, more] =
      architecture === "riscv64"
        ? [MAX_PLIC_SOURCE, "as the device tree has them"]
        : [MAX_INTID, "SPI n of a device tree is n + 32"]
    const remedy = `${text} is none: interrupt numbers run from 0 to ${most}; ${more}`
    return bounded(most, remedy)(text, attribute, tag)
  }

/** One of a few words; a slip in case or spelling gets the right one. */
function oneOf<A extends string>(
  words: readonly A[],
  refused: (attribute: string) => string,
  remedy: (attribute: string) => string,
): Parser<A> {
  return (text, attribute, tag) => {
    const word = words.find((one) => one === text)
    if (word !== undefined) return E.right(word)
    const meant = nearest(text.trim(), words) ?? words.find((one) => one === text.trim())
    return refuse(`${refused(attribute)} on element '${tag}'`, remedy(attribute), meant)
  }
}

const parseTruth = oneOf(
  ["true", "false"],
  (attribute) => `${attribute} must be 'true' or 'false'`,
  (attribute) => `write ${attribute}="true" or "false"`,
)
const TRUTHS: Readonly<Record<string, string>> = {
  "1": "true",
  yes: "true",
  y: "true",
  on: "true",
  enabled: "true",
  "0": "false",
  no: "false",
  n: "false",
  off: "false",
  disabled: "false",
}

export const parseBoolean: Parser<boolean> = (text, attribute, tag) => {
  const parsed = parseTruth(text, attribute, tag)
  if (E.isRight(parsed)) return E.right(parsed.right === "true")
  const write = parsed.left.write ?? TRUTHS[text.trim().toLowerCase()]
  return E.left({ ...parsed.left, ...(write === undefined ? {} : { write }) })
}

export type Trigger = "level" | "edge"

const parseTriggerWord = oneOf<Trigger>(
  ["level", "edge"],
  (attribute) => `${attribute} must be either 'level' or 'edge'`,
  () => "a device tree's interrupt flags 4 and 8 are 'level', 1 and 2 are 'edge'",
)

/** What device trees and drivers call the two (dt-bindings/interrupt-controller/irq.h). */
const TRIGGERS: readonly (readonly [RegExp, Trigger])[] = [
  [/edge|rising|falling|both|^(?:0x)?[12]$/i, "edge"],
  [/level|high|low|^(?:0x)?[48]$/i, "level"],
]

export const parseTrigger: Parser<Trigger> = (text, attribute, tag) => {
  const parsed = parseTriggerWord(text, attribute, tag)
  if (E.isRight(parsed)) return parsed
  const write = parsed.left.write ?? TRIGGERS.find(([words]) => words.test(text.trim()))?.[1]
  return E.left({ ...parsed.left, ...(write === undefined ? {} : { write }) })
}

export type Polarity = "low" | "high"

export const parsePolarity: Parser<Polarity> = oneOf(
  ["low", "high"],
  (attribute) => `${attribute} must be either 'low' or 'high'`,
  () => "an interrupt of PCI is active 'low', one of ISA 'high'",
)

export interface Permissions {
  readonly read: boolean
  readonly write: boolean
  readonly execute: boolean
}

/** `RW`, `r-x`, `r,w`: how it is written here. */
function meantPermissions(text: string): string | undefined {
  const letters = [..."rwx"].filter((letter) => text.toLowerCase().includes(letter)).join("")
  return letters === "" || letters === "w" ? undefined : letters
}

export const parsePermissions: Parser<Permissions> = (text, attribute, tag) => {
  if (!/^[rwx]+$/.test(text)) {
    return refuse(
      `${attribute} must only be a combination of 'r', 'w', and 'x' on element '${tag}'`,
      `write ${attribute}="rw" for data and devices, "rwx" for a guest's RAM`,
      meantPermissions(text),
    )
  }
  if (/^w+$/.test(text)) {
    return refuse(
      `${attribute} must not be 'w', write-only mappings are not allowed on element '${tag}'`,
      `write ${attribute}="rw"`,
      "rw",
    )
  }
  return E.right({ read: text.includes("r"), write: text.includes("w"), execute: text.includes("x") })
}

/** Any text but none. */
export const parseText: Parser<string> = (text, attribute, tag) =>
  text.trim() === ""
    ? refuse(`${attribute} must not be empty on element '${tag}'`, `give '${attribute}' a value`)
    : E.right(text)

export const MAX_NAME = 64

/** The name of a protection domain. */
export const parseDomainName: Parser<string> = (text, attribute, tag) => {
  if (text === "monitor") {
    return refuse(`name 'monitor' is reserved on element '${tag}'`, "choose another name")
  }
  if (text.length > MAX_NAME) {
    return refuse(`name is longer than ${MAX_NAME} characters on element '${tag}'`, "choose a shorter name")
  }
  return parseText(text, attribute, tag)
}

/** The number that a text is, undefined when it is none. */
export function numberOf(text: string): number | undefined {
  const parsed = parseNumber(text, "", "")
  return E.isRight(parsed) ? parsed.right : undefined
}
