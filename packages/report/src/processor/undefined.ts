// SPDX-License-Identifier: BSD-2-Clause
//
// Why an instruction is undefined for a guest at EL1, by its encoding: registers and returns of the levels above it,
// the system registers of a GICv3, and extensions that a processor may lack (Arm ARM DDI 0487, C4.1 and A2.2 on).

import { systemRegister } from "./esr.ts"
import { bits } from "../hex.ts"

const ERET = 0xd69f03e0
const ICC = /^IC[CV]_/
const ABOVE = /_EL([23])$/

/** MSR, MRS of a register by name. */
function registerReason(word: number): string | undefined {
  const op0 = bits(word, 20, 19)
  if (bits(word, 31, 22) !== 0b1101010100 || op0 < 2) return undefined
  const name = systemRegister(
    op0,
    bits(word, 18, 16),
    bits(word, 15, 12),
    bits(word, 11, 8),
    bits(word, 7, 5),
  )
  const level = ABOVE.exec(name)?.[1] ?? { 4: "2", 6: "3" }[bits(word, 18, 16)]
  if (level !== undefined) return `${name} is EL${level}'s, and a guest runs at EL1`
  if (ICC.test(name)) return `${name} is a GICv3's, and this machine has no GICv3`
  return `this processor has no ${name} for EL1`
}

/** Words and masks of extensions, by the manual's names. */
const EXTENSIONS: ReadonlyArray<readonly [mask: number, value: number, feature: string]> = [
  // LDADD .. SWP, CAS, CASP
  [0x3b200c00, 0x38200000, "FEAT_LSE: atomics"],
  [0x3fa07c00, 0x08a07c00, "FEAT_LSE: compare and swap"],
  [0xbfa07c00, 0x08207c00, "FEAT_LSE: compare and swap of pairs"],
  // LDAPR is an atomic's encoding with o3, and comes first in `extensionOf`.
  [0x7fe0e000, 0x1ac04000, "FEAT_CRC32"],
  [0xff3e0c00, 0x4e280800, "FEAT_AES or FEAT_SHA1: cryptography"],
  [0xff3e0c00, 0x5e280800, "FEAT_SHA1 or FEAT_SHA256: cryptography"],
  [0xff208c00, 0x5e000000, "FEAT_SHA1 or FEAT_SHA256: cryptography"],
  [0x1e000000, 0x04000000, "FEAT_SVE: scalable vectors"],
  // PACIA .. AUTDZB with registers; RETAA, BRAA; LDRAA
  [0xffff0000, 0xdac10000, "FEAT_PAuth: pointer authentication"],
  [0xfe1ff800, 0xd61f0800, "FEAT_PAuth: pointer authentication"],
]
const LDAPR = [0x3ffffc00, 0x38bfc000] as const

function extensionOf(word: number): string | undefined {
  if ((word & LDAPR[0]) >>> 0 === LDAPR[1]) return "FEAT_LRCPC: load-acquire of RCpc"
  return EXTENSIONS.find(([mask, value]) => (word & mask) >>> 0 === value >>> 0)?.[2]
}

/** Extensions that the processor model `max` has, of those above. */
const OF_MAX = /^FEAT_(LSE|LRCPC|CRC32|AES|SHA1|SHA256)\b/

/** The instruction is one that `"cpu": "max"` executes. */
export function inMax(word: number): boolean {
  return word >>> 16 !== 0 && OF_MAX.test(extensionOf(word) ?? "")
}

/** A reason as the rest of a sentence; undefined when the word does not tell. */
export function whyUndefined(word: number): string | undefined {
  if (word >>> 0 === ERET) return undefined
  if (word >>> 16 === 0) return "this is no code: data, or memory that nobody has written"
  const extension = extensionOf(word)
  if (extension !== undefined) return `this processor lacks ${extension}`
  return registerReason(word)
}
