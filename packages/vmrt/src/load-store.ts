// SPDX-License-Identifier: BSD-2-Clause
//
// What a load or store does to registers and memory, from the syndrome of a data abort (ISV = 1) or from the
// instruction word (ISV = 0: pairs, forms that write the base back, vectors, exclusives, atomics). After Arm ARM
// C4.1.94 "Loads and Stores". Left out: memory tags, pointer authentication, 64-byte and 128-bit atomic accesses.

import * as esr from "./esr.ts"
import { atomicOf, exclusiveOf } from "./load-store-atomic.ts"
import { structuresOf } from "./load-store-structure.ts"

/** Base register (31 is SP), what the address adds to it, and what is written back to it. */
export interface Base {
  readonly register: number
  readonly offset: bigint
  readonly writeBack: bigint
  /** General register that is added on writing back. */
  readonly by?: number
}

/** Registers one after the other in memory. */
export interface Plain {
  readonly kind: "plain"
  readonly load: boolean
  /** Bytes of one register's access: 1, 2, 4 or 8; 16 for vectors. */
  readonly size: number
  readonly signExtend: boolean
  /** Loads widen to 64 bits, not 32. Vector registers are always filled, with zeros above. */
  readonly wide: boolean
  readonly vector: boolean
  /** Rt, and Rt2 of a pair, in the order of their addresses; general register 31 is the zero register. */
  readonly registers: readonly number[]
  /** Undefined for the forms of one register that write nothing back. */
  readonly base: Base | undefined
}

/** A piece of a vector register. */
export interface Element {
  readonly register: number
  /** Byte of the register that it begins at. */
  readonly at: number
}

/** LD1 to LD4 and ST1 to ST4. */
export interface Structures {
  readonly kind: "structures"
  readonly load: boolean
  /** Bytes of an element: 1, 2, 4 or 8. */
  readonly size: number
  /** In the order of their addresses. */
  readonly elements: readonly Element[]
  /** How often a load lays each element down, one after the other. */
  readonly repeat: number
  /** What a load leaves in the rest of a register: as it was (one lane), or zero. */
  readonly rest: "kept" | "zero"
  readonly base: Base
}

/** LDXR, LDXP, STXR, STXP and their ordered forms. */
export interface Exclusive {
  readonly kind: "exclusive"
  readonly load: boolean
  readonly size: number
  readonly registers: readonly number[]
  /** Register of a store's status. */
  readonly status: number
  readonly base: Base
}

export type AtomicName =
  | "add"
  | "clear"
  | "xor"
  | "set"
  | "signed max"
  | "signed min"
  | "unsigned max"
  | "unsigned min"
  | "swap"
  | "compare"

/** LDADD, SWP, CAS and their kin: read, then written. */
export interface Atomic {
  readonly kind: "atomic"
  readonly load: false
  readonly name: AtomicName
  readonly size: number
  /** Get what was read: Rt; Rs of CAS, and the next one of CASP, which are also compared with. */
  readonly registers: readonly number[]
  /** Rs; Rt of CAS, and the next one of CASP. */
  readonly operands: readonly number[]
  readonly base: Base
}

export type LoadStore = Plain | Structures | Exclusive | Atomic

/** The access that a data abort with ISV = 1 describes. */
export function loadStoreOfSyndrome(syndrome: number): LoadStore {
  return {
    kind: "plain",
    load: !esr.abortIsWrite(syndrome),
    size: esr.abortSize(syndrome),
    signExtend: esr.abortSignExtends(syndrome),
    wide: esr.abortIs64Bit(syndrome),
    vector: false,
    registers: [esr.abortRegister(syndrome)],
    base: undefined,
  }
}

/** Bytes of all that an access touches. */
export const bytesOf = (access: LoadStore): number =>
  access.size * (access.kind === "structures" ? access.elements.length : access.registers.length)

const field = (word: number, low: number, bits: number): number => (word >>> low) & ((1 << bits) - 1)
const signed = (value: number, bits: number): bigint => BigInt.asIntN(bits, BigInt(value))
/** Bit 26: the registers are vectors. */
const isVector = (word: number): boolean => field(word, 26, 1) === 1

/** Indexing by bits: 1 post-index, 3 pre-index, others plain; `offset` is what the address adds to the base. */
function indexed(register: number, mode: number, immediate: bigint): Base {
  const offset = mode === 1 ? 0n : immediate
  return { register, offset, writeBack: mode === 1 || mode === 3 ? immediate : 0n }
}

const at = (word: number): Base => ({ register: field(word, 5, 5), offset: 0n, writeBack: 0n })

/** LDP, STP, LDNP, STNP, LDPSW, and those of S, D and Q registers (C4.1.94.21 to 24). */
function pair(word: number): LoadStore | undefined {
  const opc = field(word, 30, 2)
  const load = field(word, 22, 1) === 1
  const vector = isVector(word)
  if (opc === 3 || (!vector && opc === 1 && !load)) return undefined
  const size = vector ? 4 << opc : opc === 2 ? 8 : 4
  return {
    kind: "plain",
    load,
    size,
    signExtend: !vector && opc === 1,
    wide: opc !== 0,
    vector,
    registers: [field(word, 0, 5), field(word, 10, 5)],
    base: indexed(field(word, 5, 5), field(word, 23, 2), signed(field(word, 15, 7), 7) * BigInt(size)),
  }
}

/** log2 of the bytes of a single register access: size, and bit 23 above it for a Q register. */
const logSize = (word: number): number => field(word, 30, 2) + (isVector(word) ? 4 * field(word, 23, 1) : 0)

/** size and opc of a single register access: opc 0 stores, 1 loads, 2 and 3 load with sign. */
function single(word: number, base: Base | undefined): LoadStore | undefined {
  const log = logSize(word)
  const vector = isVector(word)
  const opc = vector ? field(word, 22, 1) : field(word, 22, 2)
  if (vector ? log > 4 : opc >= 2 && log + (opc & 1) >= 3) return undefined // PRFM, unallocated
  return {
    kind: "plain",
    load: opc !== 0,
    size: 1 << log,
    signExtend: opc >= 2,
    wide: log === 3 || opc === 2,
    vector,
    registers: [field(word, 0, 5)],
    base,
  }
}

/** LDR, STR and so on with immediate or register offset (C4.1.94.25 to 32), and atomics among them. */
function register(word: number): LoadStore | undefined {
  const rn = field(word, 5, 5)
  if (field(word, 24, 1) === 1) {
    const offset = BigInt(field(word, 10, 12)) << BigInt(logSize(word))
    return single(word, { register: rn, offset, writeBack: 0n })
  }
  const mode = field(word, 10, 2)
  if (field(word, 21, 1) === 1) {
    if (mode === 2) return single(word, undefined)
    return isVector(word) ? undefined : atomicOf(word)
  }
  if (isVector(word) && mode === 2) return undefined
  return single(word, indexed(rn, mode, signed(field(word, 12, 9), 9)))
}

/** LDAR, LDLAR and their bytes and halfwords, STLR, STLLR (C4.1.94.17). */
function ordered(word: number): LoadStore | undefined {
  if (field(word, 23, 1) === 0 || field(word, 21, 1) === 1) return exclusiveOf(word)
  const size = field(word, 30, 2)
  return {
    kind: "plain",
    load: field(word, 22, 1) === 1,
    size: 1 << size,
    signExtend: false,
    wide: size === 3,
    vector: false,
    registers: [field(word, 0, 5)],
    base: at(word),
  }
}

/** LDR, LDRSW (literal), and LDR of S, D and Q registers (C4.1.94.19); LDAPUR, STLUR (C4.1.94.18). */
function literal(word: number): LoadStore | undefined {
  const opc = field(word, 30, 2)
  const vector = isVector(word)
  if (field(word, 24, 1) === 1) {
    if (vector || field(word, 21, 1) === 1 || field(word, 10, 2) !== 0) return undefined
    return single(word, indexed(field(word, 5, 5), 0, signed(field(word, 12, 9), 9)))
  }
  if (opc === 3) return undefined
  return {
    kind: "plain",
    load: true,
    size: vector ? 4 << opc : opc === 1 ? 8 : 4,
    signExtend: !vector && opc === 2,
    wide: opc !== 0,
    vector,
    registers: [field(word, 0, 5)],
    base: undefined,
  }
}

/** Bits 27 and 25 of every load and store: 1 and 0. */
const isLoadStore = (word: number): boolean => field(word, 27, 1) === 1 && field(word, 25, 1) === 0

/** Decodes a load or store; undefined for everything else. */
export function decodeLoadStore(word: number): LoadStore | undefined {
  if (!isLoadStore(word)) return undefined
  switch (field(word, 28, 2)) {
    case 0:
      if (isVector(word)) return structuresOf(word)
      return field(word, 24, 1) === 0 ? ordered(word) : undefined
    case 1:
      return literal(word)
    case 2:
      return pair(word)
    default:
      return register(word)
  }
}

/** Why an instruction word cannot be emulated, in words. */
export function whyNotEmulated(word: number): string {
  if (word === 0) return "the instruction at the PC cannot be read"
  const hex = `0x${word.toString(16).padStart(8, "0")}`
  return `instruction ${hex} is no load or store that emulated registers take`
}
