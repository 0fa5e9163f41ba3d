// SPDX-License-Identifier: BSD-2-Clause
//
// Loads and stores as assembly text, Arm ARM DDI 0487 C4.1.94 "Loads and Stores" (table of Armv8.0), in the
// notation of C3.2. Left out: Advanced SIMD structures, CASP, and of the forms since Armv8.1 all but
// the atomics.

import { bits } from "../hex.ts"

/** What a report needs of a load or store beside its text. */
export interface LoadStoreText {
  readonly text: string
  /** Base register and what the access adds to it, where both are plain; 31 is SP. */
  readonly base: { readonly register: number; readonly offset: number } | undefined
}

const signed = (value: number, width: number): number => (value << (32 - width)) >> (32 - width)

/** General register in lower case: `x3`, `wzr`. */
const general = (n: number, wide: boolean): string => `${wide ? "x" : "w"}${n === 31 ? "zr" : n}`
const stack = (n: number): string => (n === 31 ? "sp" : `x${n}`)

const VECTOR_NAMES = ["b", "h", "s", "d", "q"]

/** Index modes by bits 11:10 of a single access or 24:23 of a pair. */
type Mode = "offset" | "pre" | "post"

function address(rn: number, offset: number, mode: Mode): Pick<LoadStoreText, "base"> & { operand: string } {
  const immediate = `#${offset}`
  const operand =
    mode === "post"
      ? `[${stack(rn)}], ${immediate}`
      : mode === "pre"
        ? `[${stack(rn)}, ${immediate}]!`
        : offset === 0
          ? `[${stack(rn)}]`
          : `[${stack(rn)}, ${immediate}]`
  return { operand, base: { register: rn, offset: mode === "post" ? 0 : offset } }
}

interface Single {
  readonly mnemonic: string
  readonly register: string
  /** log2 of the bytes accessed. */
  readonly scale: number
}

/** Mnemonic and register by size, V and opc; `stem` is "" for LDR, "u" for LDUR, "t" for LDTR. */
function single(word: number, stem: "" | "u" | "t"): Single | undefined {
  const [size, opc, rt] = [bits(word, 31, 30), bits(word, 23, 22), bits(word, 4, 0)]
  const name = (load: boolean, suffix: string) => `${load ? "ld" : "st"}${stem}r${suffix}`
  if (bits(word, 26, 26) === 1) {
    const scale = opc >= 2 ? 4 : size
    if ((opc >= 2 && size !== 0) || stem === "t") return undefined
    return { mnemonic: name((opc & 1) === 1, ""), register: `${VECTOR_NAMES[scale]}${rt}`, scale }
  }
  const suffix = ["b", "h", "", ""][size] ?? ""
  if (opc < 2) return { mnemonic: name(opc === 1, suffix), register: general(rt, size === 3), scale: size }
  if (size === 3 || (size === 2 && opc === 3)) return undefined
  return { mnemonic: name(true, `s${["b", "h", "w"][size]}`), register: general(rt, opc === 2), scale: size }
}

const EXTENDS: Readonly<Record<number, string>> = { 2: "uxtw", 3: "lsl", 6: "sxtw", 7: "sxtx" }

function registerOffset(word: number): LoadStoreText | undefined {
  const access = single(word, "")
  const [option, shifted, rm] = [bits(word, 15, 13), bits(word, 12, 12) === 1, bits(word, 20, 16)]
  const extend = EXTENDS[option]
  if (access === undefined || extend === undefined) return undefined
  const index = general(rm, (option & 1) === 1)
  const amount = shifted ? ` #${access.scale}` : ""
  const tail = extend === "lsl" && !shifted ? "" : `, ${extend}${amount}`
  const text = `${access.mnemonic} ${access.register}, [${stack(bits(word, 9, 5))}, ${index}${tail}]`
  return { text, base: undefined }
}

/** LDR and STR with immediate or register offset, LDUR, LDTR. */
function oneRegister(word: number): LoadStoreText | undefined {
  const rn = bits(word, 9, 5)
  if (bits(word, 24, 24) === 1) {
    const access = single(word, "")
    if (access === undefined) return undefined
    const { operand, base } = address(rn, bits(word, 21, 10) * 2 ** access.scale, "offset")
    return { text: `${access.mnemonic} ${access.register}, ${operand}`, base }
  }
  if (bits(word, 21, 21) === 1) {
    const kind = bits(word, 11, 10)
    return kind === 2 ? registerOffset(word) : kind === 0 ? atomic(word) : undefined
  }
  const form = bits(word, 11, 10)
  const access = single(word, form === 0 ? "u" : form === 2 ? "t" : "")
  if (access === undefined) return undefined
  const mode: Mode = form === 1 ? "post" : form === 3 ? "pre" : "offset"
  const { operand, base } = address(rn, signed(bits(word, 20, 12), 9), mode)
  return { text: `${access.mnemonic} ${access.register}, ${operand}`, base }
}

/** LDP, STP, LDNP, STNP, LDPSW, of general and SIMD&FP registers. */
function pair(word: number): LoadStoreText | undefined {
  const [opc, load, form] = [bits(word, 31, 30), bits(word, 22, 22) === 1, bits(word, 24, 23)]
  const vector = bits(word, 26, 26) === 1
  if (opc === 3 || (!vector && opc === 1 && (!load || form === 0))) return undefined
  const scale = vector ? 2 + opc : opc === 2 ? 3 : 2
  const name = (n: number) => (vector ? `${VECTOR_NAMES[scale]}${n}` : general(n, opc !== 0))
  const mnemonic = `${load ? "ld" : "st"}${form === 0 ? "np" : "p"}${!vector && opc === 1 ? "sw" : ""}`
  const mode: Mode = form === 1 ? "post" : form === 3 ? "pre" : "offset"
  const { operand, base } = address(bits(word, 9, 5), signed(bits(word, 21, 15), 7) * 2 ** scale, mode)
  return { text: `${mnemonic} ${name(bits(word, 4, 0))}, ${name(bits(word, 14, 10))}, ${operand}`, base }
}

/** Letters of acquire and release, and of the size, behind an atomic's name. */
function atomicSuffix(acquire: boolean, release: boolean, size: number): string {
  return `${acquire ? "a" : ""}${release ? "l" : ""}${["b", "h", "", ""][size] ?? ""}`
}

/** CAS and its kin (Armv8.1). */
function compareAndSwap(word: number): LoadStoreText | undefined {
  const [size, rs, rn, rt] = [bits(word, 31, 30), bits(word, 20, 16), bits(word, 9, 5), bits(word, 4, 0)]
  if (bits(word, 14, 10) !== 31) return undefined
  const suffix = atomicSuffix(bits(word, 22, 22) === 1, bits(word, 15, 15) === 1, size)
  const text = `cas${suffix} ${general(rs, size === 3)}, ${general(rt, size === 3)}, [${stack(rn)}]`
  return { text, base: { register: rn, offset: 0 } }
}

const ATOMICS = ["add", "clr", "eor", "set", "smax", "smin", "umax", "umin"]

/** LDADD and its kin, SWP (Armv8.1), LDAPR (Armv8.3). */
function atomic(word: number): LoadStoreText | undefined {
  const [size, rs, rn, rt] = [bits(word, 31, 30), bits(word, 20, 16), bits(word, 9, 5), bits(word, 4, 0)]
  const [acquire, release] = [bits(word, 23, 23) === 1, bits(word, 22, 22) === 1]
  const [other, opc, wide] = [bits(word, 15, 15) === 1, bits(word, 14, 12), size === 3]
  if (bits(word, 26, 26) === 1) return undefined
  const suffix = atomicSuffix(acquire, release, size)
  const base = { register: rn, offset: 0 }
  const target = `[${stack(rn)}]`
  if (other && opc === 4 && acquire && !release && rs === 31) {
    return { text: `ldapr${["b", "h", "", ""][size]} ${general(rt, wide)}, ${target}`, base }
  }
  if (other && opc !== 0) return undefined
  // Without a register for the old value the assembler calls it a store.
  if (!other && rt === 31 && !acquire) {
    return { text: `st${ATOMICS[opc]}${suffix} ${general(rs, wide)}, ${target}`, base }
  }
  const name = other ? "swp" : `ld${ATOMICS[opc]}`
  return { text: `${name}${suffix} ${general(rs, wide)}, ${general(rt, wide)}, ${target}`, base }
}

/** Exclusives, and loads and stores with acquire or release. */
function exclusive(word: number): LoadStoreText | undefined {
  const [size, ordered, load] = [bits(word, 31, 30), bits(word, 23, 23) === 1, bits(word, 22, 22) === 1]
  const [pairs, strong, rs] = [bits(word, 21, 21) === 1, bits(word, 15, 15) === 1, bits(word, 20, 16)]
  if (ordered && pairs) return compareAndSwap(word)
  if (ordered && !strong) return undefined
  if (pairs && size < 2) return undefined
  const suffix = pairs ? "p" : (["b", "h", "", ""][size] ?? "")
  const acquire = strong ? (load ? "a" : "l") : ""
  const mnemonic = `${load ? "ld" : "st"}${acquire}${ordered ? "" : "x"}r${suffix}`.replace(/xrp$/, "xp")
  const status = !ordered && !load ? `${general(rs, false)}, ` : ""
  const second = pairs ? `, ${general(bits(word, 14, 10), size === 3)}` : ""
  const rn = bits(word, 9, 5)
  const text = `${mnemonic} ${status}${general(bits(word, 4, 0), size === 3)}${second}, [${stack(rn)}]`
  return { text, base: { register: rn, offset: 0 } }
}

/** LDR (literal): the address is the PC's own neighbourhood. */
function literal(word: number): LoadStoreText | undefined {
  const [opc, rt, vector] = [bits(word, 31, 30), bits(word, 4, 0), bits(word, 26, 26) === 1]
  if (opc === 3 || bits(word, 24, 24) === 1) return undefined
  const offset = signed(bits(word, 23, 5), 19) * 4
  const register = vector ? `${VECTOR_NAMES[2 + opc]}${rt}` : general(rt, opc !== 0)
  const mnemonic = !vector && opc === 2 ? "ldrsw" : "ldr"
  return { text: `${mnemonic} ${register}, .${offset < 0 ? "" : "+"}${offset}`, base: undefined }
}

/** The text of a load or store; undefined for everything else. */
export function loadStoreText(word: number): LoadStoreText | undefined {
  if (bits(word, 27, 27) === 0 || bits(word, 25, 25) === 1) return undefined
  switch (bits(word, 29, 28)) {
    case 0:
      return bits(word, 26, 26) === 0 && bits(word, 24, 24) === 0 ? exclusive(word) : undefined
    case 1:
      return literal(word)
    case 2:
      return pair(word)
    default:
      return oneRegister(word)
  }
}
