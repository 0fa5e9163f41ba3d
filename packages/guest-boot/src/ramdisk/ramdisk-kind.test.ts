// SPDX-License-Identifier: BSD-2-Clause
//
// Files that Linux unpacks as a ramdisk, and those that it does not, by their first bytes.

import { spawnSync } from "node:child_process"
import { tmpdir } from "node:os"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { writeCpio } from "./cpio.ts"
import { ramdiskTrouble } from "./ramdisk-kind.ts"

const test = suite("kinds of ramdisks")

const ARCHIVE = writeCpio([])
const CASES: readonly (readonly [tool: string, args: readonly string[], says: RegExp | undefined])[] = [
  ["gzip", ["-c"], undefined],
  ["xz", ["-c", "--check=crc32"], undefined],
  ["xz", ["-c", "--check=none"], undefined],
  ["xz", ["-c"], /CRC64.*xz --check=crc32/],
  ["xz", ["-c", "--check=sha256"], /SHA-256/],
  ["lz4", ["-l", "-c"], undefined],
  ["lz4", ["-c"], /frame format.*lz4 -l/],
  ["zstd", ["-c"], undefined],
  ["bzip2", ["-c"], undefined],
  ["cpio", ["-o", "-H", "odc", "--quiet"], /another format than newc.*-H newc/],
  ["cpio", ["-o", "-H", "bin", "--quiet"], /another format than newc/],
  ["tar", ["-c", "-C", import.meta.dirname, "ramdisk-kind.ts"], /a tar archive.*unpack it/],
]

for (const [tool, args, says] of CASES) {
  const command = [tool, ...args.slice(0, 4)].join(" ").replace(import.meta.dirname, ".")
  test(`what "${command}" makes is ${says === undefined ? "taken" : "none"}`, () => {
    const input = tool === "cpio" ? "." : ARCHIVE
    const { error, stdout } = spawnSync(tool, args, { input, cwd: tmpdir() })
    if (error !== undefined) return void process.stderr.write(`skipped: there is no ${tool}\n`)
    const trouble = ramdiskTrouble(stdout)
    if (says === undefined) assert.is(trouble, undefined)
    else assert.match(`${trouble?.message}; ${trouble?.remedy}`, says)
  })
}

test.run()
