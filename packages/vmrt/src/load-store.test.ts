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

/** name: expected `load|store size signExtend wide registers base+offset!writeBack`; "" for none. */
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
  ["ldxr w3, [x4]", ""],
  ["stxr w3, w5, [x4]", ""],
  ["ldxp x3, x5, [x4]", ""],
  ["casal w3, w5, [x4]", ""],
  ["ldadd w3, w5, [x4]", ""],
  ["prfm pldl1keep, [x4]", ""],
  ["prfum pldl1keep, [x4, #3]", ""],
  ["ldr q3, [x4]", ""],
  ["ldp d3, d5, [x4]", ""],
  ["ldr s3, .", ""],
  ["ld1 {v0.4s}, [x4]", ""],
  ["ldraa x3, [x4]", ""],
  ["add x3, x4, x5", ""],
  ["dc zva, x4", ""],
  ["nop", ""],
]

function decoded(word: number): string {
  const it = decodeLoadStore(word)
  if (it === undefined) return ""
  const extend = `${it.signExtend ? "s" : "u"}${it.wide ? 64 : 32}`
  const base = it.base === undefined ? "-" : `x${it.base.register}+${it.base.offset}!${it.base.writeBack}`
  return `${it.load ? "load" : "store"} ${it.size} ${extend} ${it.registers.join()} ${base}`
}

/** The words of `source` as GNU as and objcopy give them; undefined without these tools. */
function assemble(source: string): number[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), "vmm-as-"))
  const at = (name: string) => join(folder, name)
  writeFileSync(at("a.s"), source)
  const run = (tool: string, ...args: string[]) =>
    spawnSync(`aarch64-linux-gnu-${tool}`, args, { encoding: "utf8" })
  const as = run("as", "-march=armv8.3-a+lse", "-o", at("a.o"), at("a.s"))
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
  assert.match(whyNotEmulated(0x3dc00083), /0x3dc00083 moves SIMD&FP registers/)
  assert.match(whyNotEmulated(0x885f7c83), /is an exclusive access/)
  assert.match(whyNotEmulated(0xb8210062), /is atomic/)
  assert.match(whyNotEmulated(0x88a17c62), /is atomic/)
  assert.match(whyNotEmulated(0xd503201f), /0xd503201f is no plain load or store/)
})

loadStore.run()
