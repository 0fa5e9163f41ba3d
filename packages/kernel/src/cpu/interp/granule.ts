// SPDX-License-Identifier: BSD-2-Clause
//
// Decodes a granule: each of its words that is not decoded yet is looked for among the words decoded lately, and only
// one that is not there is asked of the decoder. Code is made of the same words again and again: a booting Linux has
// 450,000 decoded, of which 107,000 differ.

import { HANDLER_UNDECODED } from "../a64/decoder.ts"
import { type I32, type I64, TYPES } from "../dsl/code.ts"
import * as L from "../layout.ts"
import type { ModuleWriter } from "../wasm/module.ts"
import { OP } from "../wasm/opcodes.ts"
import type { InterpOps } from "./ops.ts"

const { I32: I, I64: W } = TYPES
/** Locals: where the decoded instruction at hand and its word lie, and how many are left, in bytes of code. */
const AT = 0
const FROM = 1
const END = 2
/** 2 to the 32 over the golden ratio. */
const SPREAD = 0x9e37_79b1 | 0
const LATELY_SHIFT = Math.log2(L.LATELY_SIZE)

const wide = (o: InterpOps, address: I32, offset: number) => o.load<I64>(OP.i64_load, W, address, offset)

function copy(o: InterpOps, to: I32, toOffset: number, from: I32, fromOffset: number): void {
  for (let n = 0; n < L.INSN_SIZE; n += 8) {
    o.store(OP.i64_store, to, wide(o, from, fromOffset + n), toOffset + n)
  }
}

/** Decodes `word`, which no decoded instruction is there for yet. */
function writeOne(o: InterpOps, at: I32, word: I32, decodeWord: number): void {
  const hash = o.shrU(o.mul(word, o.i32(SPREAD)), o.i32(32 - L.LATELY_BITS))
  const entry = o.let(o.shl(hash, o.i32(LATELY_SHIFT)))
  // What was never written holds the word 0, which is asked for each time.
  const isKnown = o.and(
    o.eq(o.load<I32>(OP.i32_load, I, entry, L.LATELY + L.LATELY_WORD_I32), word),
    o.ne(word, o.i32(0)),
  )
  o.if(
    isKnown,
    () => copy(o, at, 0, entry, L.LATELY),
    () => {
      o.callRaw(decodeWord, [word, at])
      copy(o, entry, L.LATELY, at, 0)
      o.store(OP.i32_store, entry, word, L.LATELY + L.LATELY_WORD_I32)
    },
  )
}

/**
 * (first decoded instruction, first word, byte behind the last word): decodes what is not decoded. `decodeWord` is the
 * import (word, decoded instruction) that does one.
 */
export function writeGranule(module: ModuleWriter, o: InterpOps, decodeWord: number): number {
  const loop = o.open(OP.loop)
  const at = o.local<I32>(AT, I)
  const from = o.local<I32>(FROM, I)
  const handler = o.load<I32>(OP.i32_load16_u, I, at, L.INSN_HANDLER_U16)
  o.if(o.eq(handler, o.i32(HANDLER_UNDECODED)), () => {
    writeOne(o, at, o.let(o.load<I32>(OP.i32_load, I, from, 0)), decodeWord)
  })
  o.setLocal(AT, o.add(at, o.i32(L.INSN_SIZE)))
  o.setLocal(FROM, o.add(from, o.i32(4)))
  o.brIf(o.ltU(o.local<I32>(FROM, I), o.local<I32>(END, I)), loop, true)
  o.end()
  return module.function(module.type([I, I, I], []), o.localTypes, o.out)
}
