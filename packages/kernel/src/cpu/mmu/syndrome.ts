// SPDX-License-Identifier: BSD-2-Clause
//
// What ESR_EL2 tells a hypervisor of the instruction behind a stage 2 data abort: ISV, SAS, SSE, SRT, SF, AR
// (Arm ARM DDI 0487, D17.2.38, ISS bits 24..14). Valid for loads and stores of one general register without
// writeback, acquire and release included; not for exclusives, pairs, vectors.

const ISV = 1 << 24
const AR = 1 << 14

function describe(size: number, isSigned: boolean, isWide: boolean, rt: number): number {
  return ISV | (size << 22) | ((isSigned ? 1 : 0) << 21) | (rt << 16) | ((isWide ? 1 : 0) << 15)
}

/** Load or store by the opc field: 0 store, 1 load, 2 load signed to 64 bits, 3 load signed to 32 bits. */
function byOpc(size: number, opc: number, rt: number): number {
  if (opc >= 2 && (size === 3 || (size === 2 && opc === 3))) return 0
  return describe(size, opc >= 2, opc === 2 || (opc < 2 && size === 3), rt)
}

/** ISS bits 24..14 of an instruction word; 0 (ISV clear) when it is none that has them. */
export function accessSyndrome(word: number): number {
  const size = word >>> 30
  const rt = word & 31
  const opc = (word >>> 22) & 3
  // LDR/STR (unsigned immediate): size 111 0 01 opc.
  if ((word & 0x3f00_0000) === 0x3900_0000) return byOpc(size, opc, rt)
  if ((word & 0x3f00_0000) === 0x3800_0000) {
    const form = (word >>> 10) & 3
    // Register offset: bit 21 and 10; unscaled 00 and unprivileged 10; 01 and 11 write back.
    if ((word & (1 << 21)) !== 0) return form === 2 ? byOpc(size, opc, rt) : 0
    return form === 0 || form === 2 ? byOpc(size, opc, rt) : 0
  }
  // LDR (literal): opc 011 0 00; opc 0 word, 1 doubleword, 2 signed word.
  if ((word & 0x3f00_0000) === 0x1800_0000) {
    if (size === 3) return 0
    return describe(size === 1 ? 3 : 2, size === 2, size !== 0, rt)
  }
  // LDAR/STLR and their byte and halfword forms: size 001000 1 L 0 Rs 1.
  if ((word & 0x3fa0_8000) === 0x0880_8000) return describe(size, false, size === 3, rt) | AR
  return 0
}
