// SPDX-License-Identifier: BSD-2-Clause
//
// The decoder against instruction words that GNU as makes of their names.

import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { decodeLoadStore, whyNotEmulated } from "./load-store.ts"

/**
 * name: expected `load|store size signExtend wide registers base+offset!writeBack`, with `v` for vectors and their
 * elements as register.byte; "" for none.
 */
const CASES: ReadonlyArray<readonly [string, string]> = [
  ["ldr w3, [x4]", "load 4 u32 3 x4+0!0"],
  ["ldr x3, [sp, #32760]", "load 8 u64 3 x31+32760!0"],
  ["str w3, [x4, #8]!", "store 4 u32 3 x4+8!8"],
  ["str x3, [x4], #-16", "store 8 u64 3 x4+0!-16"],
  ["ldr w3, [x4, #-256]!", "load 4 u32 3 x4+-256!-256"],
  ["ldrb w3, [x4], #1", "load 1 u32 3 x4+0!1"],
  ["ldrsb w3, [x4], #1", "load 1 s32 3 x4+0!1"],
  ["ldrsb x3, [x4, #1]!", "load 1 s64 3 x4+1!1"],
  ["ldrh w3, [x4], #2", "load 2 u32 3 x4+0!2"],
  ["ldrsh w3, [x4], #2", "load 2 s32 3 x4+0!2"],
  ["ldrsh x3, [x4], #2", "load 2 s64 3 x4+0!2"],
  ["ldrsw x3, [x4], #4", "load 4 s64 3 x4+0!4"],
  ["strb wzr, [x4], #1", "store 1 u32 31 x4+0!1"],
  ["strh w5, [x4, #2]!", "store 2 u32 5 x4+2!2"],
  ["ldur w3, [x4, #3]", "load 4 u32 3 x4+3!0"],
  ["stur x3, [x4, #-3]", "store 8 u64 3 x4+-3!0"],
  ["ldtr w3, [x4, #4]", "load 4 u32 3 x4+4!0"],
  ["ldr x3, [x4, x5, lsl #3]", "load 8 u64 3 -"],
  ["strb w3, [x4, w5, uxtw]", "store 1 u32 3 -"],
  ["ldr w3, .", "load 4 u32 3 -"],
  ["ldr x3, .", "load 8 u64 3 -"],
  ["ldrsw x3, .", "load 4 s64 3 -"],
  ["ldp w3, w5, [x4]", "load 4 u32 3,5 x4+0!0"],
  ["ldp x3, x5, [x4, #-16]!", "load 8 u64 3,5 x4+-16!-16"],
  ["stp x3, xzr, [sp], #16", "store 8 u64 3,31 x31+0!16"],
  ["stp w3, w5, [x4, #252]", "store 4 u32 3,5 x4+252!0"],
  ["ldpsw x3, x5, [x4, #8]", "load 4 s64 3,5 x4+8!0"],
  ["ldnp x3, x5, [x4, #8]", "load 8 u64 3,5 x4+8!0"],
  ["stnp w3, w5, [x4]", "store 4 u32 3,5 x4+0!0"],
  ["ldar w3, [x4]", "load 4 u32 3 x4+0!0"],
  ["ldarb w3, [x4]", "load 1 u32 3 x4+0!0"],
  ["stlr x3, [x4]", "store 8 u64 3 x4+0!0"],
  ["stlrh w3, [x4]", "store 2 u32 3 x4+0!0"],
  ["ldxr w3, [x4]", "exclusive load 4 3 x4+0!0"],
  ["ldaxrh w3, [x4]", "exclusive load 2 3 x4+0!0"],
  ["stxr w3, w5, [x4]", "exclusive store 4 5 status 3 x4+0!0"],
  ["stlxrb w3, w5, [sp]", "exclusive store 1 5 status 3 x31+0!0"],
  ["ldxp x3, x5, [x4]", "exclusive load 8 3,5 x4+0!0"],
  ["stlxp w6, w3, w5, [x4]", "exclusive store 4 3,5 status 6 x4+0!0"],
  ["casal w3, w5, [x4]", "compare 4 3 by 5 x4+0!0"],
  ["casb w3, w5, [x4]", "compare 1 3 by 5 x4+0!0"],
  ["caspl x2, x3, x6, x7, [x4]", "compare 8 2,3 by 6,7 x4+0!0"],
  ["casp w2, w3, w6, w7, [x4]", "compare 4 2,3 by 6,7 x4+0!0"],
  ["ldadd w3, w5, [x4]", "add 4 5 by 3 x4+0!0"],
  ["ldclralh w3, w5, [x4]", "clear 2 5 by 3 x4+0!0"],
  ["ldeor x3, x5, [x4]", "xor 8 5 by 3 x4+0!0"],
  ["stset w3, [x4]", "set 4 31 by 3 x4+0!0"],
  ["ldsmax w3, w5, [x4]", "signed max 4 5 by 3 x4+0!0"],
  ["ldsmin w3, w5, [x4]", "signed min 4 5 by 3 x4+0!0"],
  ["ldumax w3, w5, [x4]", "unsigned max 4 5 by 3 x4+0!0"],
  ["ldumin w3, w5, [x4]", "unsigned min 4 5 by 3 x4+0!0"],
  ["swpa x3, x5, [x4]", "swap 8 5 by 3 x4+0!0"],
  ["ldapr w3, [x4]", "load 4 u32 3 x4+0!0"],
  ["ldapursw x3, [x4, #-4]", "load 4 s64 3 x4+-4!0"],
  ["stlurh w3, [x4, #2]", "store 2 u32 3 x4+2!0"],
  ["prfm pldl1keep, [x4]", ""],
  ["prfum pldl1keep, [x4, #3]", ""],
  ["ldr q3, [x4, #32]", "load 16 v 3 x4+32!0"],
  ["str d3, [x4], #8", "store 8 v 3 x4+0!8"],
  ["str b3, [x4, #-1]!", "store 1 v 3 x4+-1!-1"],
  ["ldur h3, [x4, #3]", "load 2 v 3 x4+3!0"],
  ["ldr s3, [x4, x5, lsl #2]", "load 4 v 3 -"],
  ["str q3, [x4, x5]", "store 16 v 3 -"],
  ["ldp d3, d5, [x4]", "load 8 v 3,5 x4+0!0"],
  ["stp q3, q5, [sp, #-32]!", "store 16 v 3,5 x31+-32!-32"],
  ["ldnp s3, s5, [x4, #4]", "load 4 v 3,5 x4+4!0"],
  ["ldr s3, .", "load 4 v 3 -"],
  ["ldr q3, .", "load 16 v 3 -"],
  ["ld1 {v3.2s}, [x4]", "load 4 v3.0 v3.4 x1 zero x4+0!0"],
  ["st1 {v3.2d, v4.2d}, [x4], #32", "store 8 v3.0 v3.8 v4.0 v4.8 x1 zero x4+0!32"],
  ["ld2 {v31.2s, v0.2s}, [x4], x6", "load 4 v31.0 v0.0 v31.4 v0.4 x1 zero x4+0!x6"],
  ["ld4 {v3.2d-v6.2d}, [x4]", "load 8 v3.0 v4.0 v5.0 v6.0 v3.8 v4.8 v5.8 v6.8 x1 zero x4+0!0"],
  ["st1 {v3.s}[3], [x4], #4", "store 4 v3.12 x1 kept x4+0!4"],
  ["ld3 {v3.h, v4.h, v5.h}[5], [x4]", "load 2 v3.10 v4.10 v5.10 x1 kept x4+0!0"],
  ["ld1 {v3.b}[9], [x4]", "load 1 v3.9 x1 kept x4+0!0"],
  ["ld1 {v3.d}[1], [x4]", "load 8 v3.8 x1 kept x4+0!0"],
  ["ld1r {v3.4h}, [x4]", "load 2 v3.0 x4 zero x4+0!0"],
  ["ld2r {v3.2d, v4.2d}, [x4], #16", "load 8 v3.0 v4.0 x2 zero x4+0!16"],
  ["ldraa x3, [x4]", ""],
  ["add x3, x4, x5", ""],
  ["dc zva, x4", ""],
  ["nop", ""],
]

function decoded(word: number): string {
  const it = decodeLoadStore(word)
  if (it === undefined) return ""
  const { base, size } = it
  const back = base?.by === undefined ? base?.writeBack : `x${base.by}`
  const place = base === undefined ? "-" : `x${base.register}+${base.offset}!${back}`
  const way = it.load ? "load" : "store"
  switch (it.kind) {
    case "plain": {
      const extend = it.vector ? "v" : `${it.signExtend ? "s" : "u"}${it.wide ? 64 : 32}`
      return `${way} ${size} ${extend} ${it.registers.join()} ${place}`
    }
    case "structures": {
      const elements = it.elements.map(({ register, at }) => `v${register}.${at}`)
      return `${way} ${size} ${elements.join(" ")} x${it.repeat} ${it.rest} ${place}`
    }
    case "exclusive":
      return `exclusive ${way} ${size} ${it.registers.join()}${it.load ? "" : ` status ${it.status}`} ${place}`
    case "atomic":
      return `${it.name} ${size} ${it.registers.join()} by ${it.operands.join()} ${place}`
  }
}

/** The words of `source` as GNU as and objcopy give them; undefined without these tools. */
function assemble(source: string): number[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), "vmm-as-"))
  const at = (name: string) => join(folder, name)
  writeFileSync(at("a.s"), source)
  const run = (tool: string, ...args: string[]) =>
    spawnSync(`aarch64-linux-gnu-${tool}`, args, { encoding: "utf8" })
  const as = run("as", "-march=armv8.4-a", "-o", at("a.o"), at("a.s"))
  if (as.stderr) assert.unreachable(as.stderr)
  const copied = run("objcopy", "-O", "binary", at("a.o"), at("a.bin"))
  const bytes = copied.status === 0 ? readFileSync(at("a.bin")) : undefined
  rmSync(folder, { recursive: true })
  return bytes && Array.from({ length: bytes.length / 4 }, (_, n) => bytes.readUInt32LE(n * 4))
}

const loadStore = suite("vmrt: load and store decoding")

const words = assemble(`${CASES.map(([name]) => name).join("\n")}\n`)
if (words === undefined) {
  process.stdout.write(
    "skipped: aarch64-linux-gnu-as (Debian: binutils-aarch64-linux-gnu) is not installed\n",
  )
}
const withTools = words === undefined ? loadStore.skip : loadStore

withTools("every form decodes as its name says", () => {
  assert.is(words?.length, CASES.length)
  CASES.forEach(([name, expected], n) => assert.is(decoded(words?.[n] ?? 0), expected, name))
})

loadStore("a pair with pre-index decodes without tools too", () => {
  assert.is(decoded(0xa9bf1483), "store 8 u64 3,5 x4+-16!-16")
  assert.is(decoded(0xb8404483), "load 4 u32 3 x4+0!4")
})

loadStore("what is not emulated says why", () => {
  assert.match(whyNotEmulated(0), /cannot be read/)
  assert.match(whyNotEmulated(0xd503201f), /0xd503201f is no load or store that emulated registers take/)
})

loadStore.run()
