// SPDX-License-Identifier: BSD-2-Clause
//
// What a load or store does to registers and memory, from the syndrome of a data abort (ISV = 1) or from the
// instruction word (ISV = 0: pairs, and forms that write the base back). After Arm ARM C4.1.94 "Loads and
// Stores". Left out: SIMD&FP, exclusives, atomics, and the forms of Armv8.1 and later.

import * as esr from "./esr.ts"

export interface LoadStore {
  readonly load: boolean
  /** Bytes of one register's access: 1, 2, 4 or 8. */
  readonly size: number
  readonly signExtend: boolean
  /** Loads widen to 64 bits, not 32. */
  readonly wide: boolean
  /** Rt, and Rt2 of a pair, in the order of their addresses; 31 is the zero register. */
  readonly registers: readonly number[]
  /** Base register (31 is SP) and what is written back to it; undefined for the forms without either. */
  readonly base:
    | { readonly register: number; readonly offset: bigint; readonly writeBack: bigint }
    | undefined
}

/** The access that a data abort with ISV = 1 describes. */
export function loadStoreOfSyndrome(syndrome: number): LoadStore {
  return {
    load: !esr.abortIsWrite(syndrome),
    size: esr.abortSize(syndrome),
    signExtend: esr.abortSignExtends(syndrome),
    wide: esr.abortIs64Bit(syndrome),
    registers: [esr.abortRegister(syndrome)],
    base: undefined,
  }
}

const field = (word: number, low: number, bits: number): number => (word >>> low) & ((1 << bits) - 1)
const signed = (value: number, bits: number): bigint => BigInt.asIntN(bits, BigInt(value))

/** Indexing by bits: 1 post-index, 3 pre-index, others plain; `offset` is what the address adds to the base. */
function indexed(register: number, mode: number, immediate: bigint): LoadStore["base"] {
  const offset = mode === 1 ? 0n : immediate
  return { register, offset, writeBack: mode === 1 || mode === 3 ? immediate : 0n }
}

/** LDP, STP, LDNP, STNP, LDPSW (C4.1.94.21 to 24). */
function pair(word: number): LoadStore | undefined {
  const opc = field(word, 30, 2)
  const load = field(word, 22, 1) === 1
  if (opc === 3 || (opc === 1 && !load)) return undefined
  const size = opc === 2 ? 8 : 4
  return {
    load,
    size,
    signExtend: opc === 1,
    wide: opc !== 0,
    registers: [field(word, 0, 5), field(word, 10, 5)],
    base: indexed(field(word, 5, 5), field(word, 23, 2), signed(field(word, 15, 7), 7) * BigInt(size)),
  }
}

/** size and opc of a single register access: opc 0 stores, 1 loads, 2 and 3 load with sign. */
function single(word: number, base: LoadStore["base"]): LoadStore | undefined {
  const size = field(word, 30, 2)
  const opc = field(word, 22, 2)
  if (opc >= 2 && size + (opc & 1) >= 3) return undefined // PRFM, unallocated
  return {
    load: opc !== 0,
    size: 1 << size,
    signExtend: opc >= 2,
    wide: size === 3 || opc === 2,
    registers: [field(word, 0, 5)],
    base,
  }
}

/** LDR, STR and so on with immediate or register offset (C4.1.94.25 to 32). */
function register(word: number): LoadStore | undefined {
  const rn = field(word, 5, 5)
  if (field(word, 24, 1) === 1) {
    return single(word, {
      register: rn,
      offset: BigInt(field(word, 10, 12) << field(word, 30, 2)),
      writeBack: 0n,
    })
  }
  const mode = field(word, 10, 2)
  if (field(word, 21, 1) === 1) return mode === 2 ? single(word, undefined) : undefined
  return single(word, indexed(rn, mode, signed(field(word, 12, 9), 9)))
}

/** LDAR, LDLAR and their bytes and halfwords, STLR, STLLR (C4.1.94.17); exclusives are not taken. */
function ordered(word: number): LoadStore | undefined {
  if (field(word, 23, 1) === 0 || field(word, 21, 1) === 1) return undefined
  const size = field(word, 30, 2)
  return {
    load: field(word, 22, 1) === 1,
    size: 1 << size,
    signExtend: false,
    wide: size === 3,
    registers: [field(word, 0, 5)],
    base: { register: field(word, 5, 5), offset: 0n, writeBack: 0n },
  }
}

/** LDR, LDRSW (literal) (C4.1.94.19). */
function literal(word: number): LoadStore | undefined {
  const opc = field(word, 30, 2)
  if (opc === 3 || field(word, 24, 1) === 1) return undefined
  return {
    load: true,
    size: opc === 1 ? 8 : 4,
    signExtend: opc === 2,
    wide: opc !== 0,
    registers: [field(word, 0, 5)],
    base: undefined,
  }
}

/** Bits 27 and 25 of every load and store: 1 and 0; bit 26 is set for SIMD&FP. */
const isLoadStore = (word: number): boolean => field(word, 27, 1) === 1 && field(word, 25, 1) === 0
const isVector = (word: number): boolean => field(word, 26, 1) === 1

/** Decodes a load or store of general registers; undefined for everything else. */
export function decodeLoadStore(word: number): LoadStore | undefined {
  if (!isLoadStore(word) || isVector(word)) return undefined
  switch (field(word, 28, 2)) {
    case 0:
      return field(word, 24, 1) === 0 ? ordered(word) : undefined
    case 1:
      return literal(word)
    case 2:
      return pair(word)
    default:
      return register(word)
  }
}

/** LDXR, STXR and their kin: bits 29:24 are 001000, bit 23 is 0. */
const isExclusive = (word: number): boolean => field(word, 23, 7) === 0b0010000
/** LDADD, SWP and their kin; CAS. */
const isAtomic = (word: number): boolean =>
  (field(word, 24, 6) === 0b111000 && field(word, 21, 1) === 1 && field(word, 10, 2) === 0) ||
  (field(word, 23, 7) === 0b0010001 && field(word, 21, 1) === 1)

/** Why an instruction word cannot be emulated, in words. */
export function whyNotEmulated(word: number): string {
  if (word === 0) return "the instruction at the PC cannot be read"
  const hex = `0x${word.toString(16).padStart(8, "0")}`
  if (isLoadStore(word) && isVector(word)) {
    return `instruction ${hex} moves SIMD&FP registers, which emulated registers do not take`
  }
  if (isExclusive(word)) {
    return `instruction ${hex} is an exclusive access, and emulated registers have no monitor`
  }
  if (isAtomic(word)) return `instruction ${hex} is atomic, which emulated registers do not take`
  return `instruction ${hex} is no plain load or store of general registers`
}
