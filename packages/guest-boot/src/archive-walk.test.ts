// SPDX-License-Identifier: BSD-2-Clause
//
// Ramdisks as people pack them: what cpio(1), gzip and others make is walked to its end, or it is said why not.

import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, linkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { inMemory, packingOf, type Walk, walkArchive } from "./archive-walk.ts"
import { writeCpio } from "./cpio.ts"

const test = suite("a ramdisk walked")

const file = (path: string, content = "x") => ({
  kind: "file" as const,
  path,
  mode: 0o755,
  data: Buffer.from(content),
})
const MICROCODE = writeCpio([file("kernel/x86/microcode/a.bin", "microcode")])
const MAIN = writeCpio([file("init", "#!/bin/sh\n"), { kind: "symlink", path: "bin", target: "usr/bin" }])
const LIMITS = { entries: 100, packed: 1 << 20, plain: 1 << 24 }
const walk = (...parts: readonly Uint8Array[]): Walk => walkArchive(inMemory(Buffer.concat(parts)), LIMITS)
const namesOf = ({ held }: Walk): string[] => [...held.keys()]
const BOTH = ["kernel/x86/microcode/a.bin", "init", "bin"]

test("archives after each other are all seen: plain, packed, with zeros between them", () => {
  const zeros = new Uint8Array(512)
  for (const parts of [
    [MICROCODE, MAIN],
    [MICROCODE, gzipSync(MAIN)],
    [MICROCODE, zeros, gzipSync(MAIN), zeros],
    [gzipSync(MICROCODE), MAIN],
    [gzipSync(MICROCODE), gzipSync(MAIN)],
    [gzipSync(MICROCODE), zeros, gzipSync(MAIN)],
  ]) {
    const found = walk(...parts)
    assert.equal([namesOf(found), found.broken, found.unseen], [BOTH, undefined, undefined])
  }
})

test("what ends too early is broken, wherever it ends", () => {
  assert.match(walk(MAIN.subarray(0, 150)).broken ?? "", /breaks off at byte 128/)
  assert.match(walk(MAIN.subarray(0, 128)).broken ?? "", /no end/)
  assert.match(walk(gzipSync(MAIN).subarray(0, 60)).broken ?? "", /gzip file is cut short/)
  assert.match(walk(MICROCODE, gzipSync(MAIN).subarray(0, 60)).broken ?? "", /gzip file is cut short/)
  assert.match(walk(gzipSync(MAIN.subarray(0, 150))).broken ?? "", /breaks off/)
  assert.match(walk(MAIN, Buffer.from("something else")).broken ?? "", /byte 512 is no archive/)
})

test("behind another packing nothing is known, and it is said", () => {
  const found = walk(MICROCODE, Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]))
  assert.equal([namesOf(found), found.unseen], [BOTH.slice(0, 1), "is compressed with zstd"])
})

test("of a large packed part the beginning is seen, and a bomb is not unpacked", () => {
  const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * at * 7919) >> 5))
  const large = gzipSync(writeCpio([file("init"), { ...file("data"), data: noise }]), { level: 0 })
  const found = walkArchive(inMemory(large), { ...LIMITS, packed: 1024 })
  assert.equal([namesOf(found), found.broken], [["init"], undefined])
  assert.match(found.unseen ?? "", /in gzip/)
  const bomb = walkArchive(inMemory(gzipSync(new Uint8Array(1 << 20))), { ...LIMITS, plain: 4096 })
  assert.match(bomb.unseen ?? "", /much more/)
})

test("more entries than the limit are not walked", () => {
  const many = writeCpio(Array.from({ length: 20 }, (_, at) => file(`f${at}`)))
  const found = walkArchive(inMemory(many), { ...LIMITS, entries: 10 })
  assert.is(found.held.size, 10)
  assert.match(found.unseen ?? "", /too many/)
})

/** The output of a tool; undefined, said on stderr, where the tool is not there. */
function made(tool: string, args: readonly string[], input: string | Uint8Array, cwd: string) {
  const { status, stdout, error } = spawnSync(tool, args, { input, cwd })
  if (error !== undefined) process.stderr.write(`skipped: there is no ${tool}\n`)
  return error === undefined && status === 0 ? stdout : undefined
}

test("what cpio(1) makes: a file of two names has its content under both", () => {
  const root = mkdtempSync(join(tmpdir(), "vmm-walk-"))
  try {
    mkdirSync(join(root, "bin"))
    writeFileSync(join(root, "bin/busybox"), "#!program\n")
    linkSync(join(root, "bin/busybox"), join(root, "init"))
    const packed = made("cpio", ["-o", "-H", "newc", "--quiet"], "bin\nbin/busybox\ninit\n", root)
    if (packed === undefined) return
    const { held, broken } = walk(packed)
    assert.is(broken, undefined)
    const heads = ["bin/busybox", "init"].map((name) => {
      const one = held.get(name)
      return one?.kind === "file" ? Buffer.from(one.head() ?? []).toString() : one?.kind
    })
    assert.equal(heads, ["#!program\n", "#!program\n"])
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})

for (const [tool, args, name] of [
  ["xz", ["-c", "--check=crc32"], "xz"],
  ["zstd", ["-c"], "zstd"],
  ["lz4", ["-l", "-c"], "lz4"],
  ["bzip2", ["-c"], "bzip2"],
  ["xz", ["-c", "--format=lzma"], "lzma"],
] as const) {
  test(`what ${tool} ${args.join(" ")} makes is known as ${name}`, () => {
    const packed = made(tool, args, MAIN, tmpdir())
    if (packed === undefined) return
    assert.is(packingOf(packed), name)
    assert.is(walk(packed).unseen, `is compressed with ${name}`)
  })
}

test.run()
