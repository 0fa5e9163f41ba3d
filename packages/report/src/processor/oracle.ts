// SPDX-License-Identifier: BSD-2-Clause
//
// GNU binutils for AArch64 as the oracle of tests: assemble text, disassemble words.

import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const TOOLS = ["as", "objcopy", "objdump"].map((tool) => `aarch64-linux-gnu-${tool}`)

/** Whether the tools are installed; tests that need them skip without. */
export const HAVE_BINUTILS = TOOLS.every((tool) => spawnSync(tool, ["--version"]).status === 0)

function run(tool: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: "utf8", maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

function inFolder<A>(use: (file: (name: string) => string) => A): A {
  const folder = mkdtempSync(join(tmpdir(), "report-"))
  try {
    return use((name) => join(folder, name))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The words of assembled lines. Throws what the assembler said. */
export function assembled(lines: readonly string[]): readonly number[] {
  return inFolder((file) => {
    writeFileSync(file("a.s"), `${lines.join("\n")}\n`)
    const march = "-march=armv8.7-a+sve+sme+memtag+rng+profile"
    run("aarch64-linux-gnu-as", [march, "-o", file("a.o"), file("a.s")])
    run("aarch64-linux-gnu-objcopy", ["-O", "binary", file("a.o"), file("a.bin")])
    const code = readFileSync(file("a.bin"))
    return Array.from({ length: code.length / 4 }, (_, i) => code.readUInt32LE(4 * i))
  })
}

/** objdump's text of each word, blanks as single spaces and without comments. */
export function disassembled(words: readonly number[]): readonly string[] {
  return inFolder((file) => {
    writeFileSync(file("a.bin"), new Uint8Array(Uint32Array.from(words).buffer))
    const args = ["-D", "-z", "-b", "binary", "-m", "aarch64", file("a.bin")]
    const lines = run("aarch64-linux-gnu-objdump", args).split("\n")
    return lines.flatMap((line) => {
      const text = /^\s*[0-9a-f]+:\s+[0-9a-f]{8}\s+(.*)$/.exec(line)?.[1]
      return text === undefined
        ? []
        : [
            text
              .replace(/\s*\/\/.*$/, "")
              .replace(/\s+/g, " ")
              .trim(),
          ]
    })
  })
}
