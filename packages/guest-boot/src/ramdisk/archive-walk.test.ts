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

import { inMemory, type Walk, walkArchive } from "./archive-walk.ts"
import { writeCpio } from "./cpio.ts"
import { unpackLz4 } from "./lz4.ts"
import { packingOf } from "./unpack.ts"

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

test("what cannot be unpacked here is said, and what lies before it is known", () => {
  const found = walk(MICROCODE, Buffer.from("\x89LZO\0\r\n\x1a\n", "latin1"))
  assert.equal([namesOf(found), found.unseen], [BOTH.slice(0, 1), "is compressed with lzo"])
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
    for (const parts of [
      [MICROCODE, packed],
      [MICROCODE, packed, new Uint8Array(512)],
    ]) {
      const found = walk(...parts)
      assert.equal([namesOf(found), found.broken, found.unseen], [BOTH, undefined, undefined])
      assert.ok(found.packings.has(name))
    }
  })

  test(`what ${tool} ${args.join(" ")} made and was cut short or is something else is broken`, () => {
    const noise = Buffer.from(Array.from({ length: 8192 }, (_, at) => ((at * at * 7919) >> 5) & 0xff))
    const packed = made(tool, args, writeCpio([{ ...file("data"), data: noise }, file("init")]), tmpdir())
    const text = made(tool, args, "no archive, but a text file\n", tmpdir())
    if (packed === undefined || text === undefined) return
    assert.match(walk(packed.subarray(0, packed.length - 600)).broken ?? "", `this ${name} file is cut short`)
    assert.match(walk(text).broken ?? "", `what is inside of this ramdisk's ${name} is a text file`)
  })

  test(`of a large part that ${tool} ${args.join(" ")} packed a bomb is not unpacked`, () => {
    const packed = made(
      tool,
      args,
      writeCpio([file("init"), { ...file("big"), data: new Uint8Array(1 << 22) }]),
      "/",
    )
    if (packed === undefined) return
    const found = walkArchive(inMemory(packed), { ...LIMITS, plain: 1 << 20 })
    assert.is(found.broken, undefined)
    assert.match(found.unseen ?? "", `in ${name}`)
  })
}

test("LZ4 blocks whose matches overlap what they write are those that went in", () => {
  const plain = Buffer.from(
    "ab".repeat(5000) + "c".repeat(700) + Array.from({ length: 3000 }, (_, at) => at).join(),
  )
  const packed = made("lz4", ["-l", "-c"], plain, tmpdir())
  if (packed === undefined) return
  const found = unpackLz4(packed, 1 << 20)
  assert.equal([found.state, found.used], ["whole", packed.length])
  assert.ok(plain.equals(found.plain))
})

test.run()
