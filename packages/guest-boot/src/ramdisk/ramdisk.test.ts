// SPDX-License-Identifier: BSD-2-Clause
//
// initramfs archives: layers, determinism, what cpio(1) reads of them, and archives that are none.

import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { readCpio, writeCpio } from "./cpio.ts"
import { assembleRamdisk, ramdiskEntries, type RamdiskLayer } from "./ramdisk.ts"
import type { RamdiskEntry } from "./ramdisk-entry.ts"
import { arm64Image, complaints, value } from "../kernel/test-images.ts"

const file = (path: string, text: string, mode = 0o644): RamdiskEntry => ({
  kind: "file",
  path,
  mode,
  data: Uint8Array.from(Buffer.from(text)),
})
const layer = (name: string, ...entries: RamdiskEntry[]): RamdiskLayer => ({ kind: "entries", name, entries })
const archive = (bytes: Uint8Array): RamdiskLayer => ({ kind: "archive", name: "given.cpio", bytes })
const paths = (ramdisk: Uint8Array): string[] => value(ramdiskEntries("it", ramdisk)).map(({ path }) => path)

const ramdisk = suite("ramdisk")

ramdisk("the same entries in any order give the same bytes", () => {
  const a = value(assembleRamdisk([layer("a", file("init", "x", 0o755), file("bin/sh", "y"))]))
  const b = value(assembleRamdisk([layer("b", file("/bin/sh", "y"), file("./init", "x", 0o755))]))
  assert.equal(a, b)
  assert.is(a.length % 512, 0)
})

ramdisk("parents and /dev/console are there without being asked for", () => {
  const packed = value(assembleRamdisk([layer("a", file("usr/lib/x", "1"))]))
  assert.equal(paths(packed), ["dev", "dev/console", "dev/null", "usr", "usr/lib", "usr/lib/x"])
  const console = value(ramdiskEntries("it", packed)).find(({ path }) => path === "dev/console")
  assert.equal(console, { kind: "char-device", path: "dev/console", mode: 0o600, major: 5, minor: 1 })
})

ramdisk("a later layer goes over an earlier one", () => {
  const packed = value(assembleRamdisk([layer("a", file("init", "old")), layer("b", file("init", "new"))]))
  const init = value(ramdiskEntries("it", packed)).find(({ path }) => path === "init")
  assert.is(init?.kind === "file" ? Buffer.from(init.data).toString() : "", "new")
})

ramdisk("an archive alone passes through unchanged, compressed or not", () => {
  const plain = writeCpio([file("a", "1")])
  assert.equal(value(assembleRamdisk([archive(plain)])), plain)
  const packed = new Uint8Array(gzipSync(plain))
  assert.equal(value(assembleRamdisk([archive(packed)])), packed)
  const other = Uint8Array.from([0x89, 0x4c, 0x5a, 0x4f, 0, 0x0d, 0x0a])
  assert.equal(value(assembleRamdisk([archive(other)])), other)
})

ramdisk("an image of a file system is for Linux to judge", () => {
  const ext4 = new Uint8Array(0x1000)
  ext4.set([0x53, 0xef], 0x438)
  assert.equal(value(assembleRamdisk([archive(ext4)])), ext4)
})

ramdisk("archives and entries follow one another in order", () => {
  const both = value(assembleRamdisk([archive(writeCpio([file("a", "1")])), layer("b", file("b", "2"))]))
  assert.equal(paths(both), ["a", "b", "dev", "dev/console", "dev/null"])
})

ramdisk("gzip'ed it repeats and unpacks to the same", () => {
  const layers = [layer("a", file("init", "x"))]
  const packed = value(assembleRamdisk(layers, { gzip: true }))
  assert.equal(packed, value(assembleRamdisk(layers, { gzip: true })))
  assert.equal(new Uint8Array(gunzipSync(packed)), value(assembleRamdisk(layers)))
})

ramdisk("every kind of entry survives writing and reading", () => {
  const entries: RamdiskEntry[] = [
    { kind: "directory", path: "dev", mode: 0o700 },
    { kind: "block-device", path: "dev/vda", mode: 0o660, major: 254, minor: 3 },
    { kind: "char-device", path: "dev/zero", mode: 0o666, major: 1, minor: 5 },
    file("empty", ""),
    file("odd-é", "123", 0o4755),
    { kind: "symlink", path: "sh", target: "/bin/busybox" },
  ]
  assert.equal(value(readCpio("it", writeCpio(entries))), entries)
})

ramdisk("entries without a place are all reported", () => {
  const wrong = complaints(
    assembleRamdisk([layer("l", file("../x", ""), file("a", ""), file("a/b", ""), file("a/c", ""))]),
  )
  assert.is(wrong.length, 2)
  assert.match(wrong[0] ?? "", /"\.\.\/x" has no place under the root/)
  assert.match(wrong[1] ?? "", /\/a in the initramfs is a file and has entries under it/)
})

ramdisk("what is no ramdisk is named", () => {
  const refused = (bytes: Uint8Array): string => complaints(assembleRamdisk([archive(bytes)]))[0] ?? ""
  assert.match(refused(arm64Image()), /ramdisk is an arm64 Image.*"kernel"/)
  assert.match(refused(new Uint8Array(0)), /ramdisk is empty/)
  assert.match(refused(Buffer.from("<html>")), /web page/)
  assert.match(refused(Buffer.from("/dts-v1/;\n/ { };\n")), /ramdisk is a device tree source/)
  assert.match(refused(gzipSync(arm64Image())), /gzip is an arm64 Image.*"kernel"/)
  assert.match(refused(gzipSync(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]))), /gzip is no cpio archive/)
  assert.match(refused(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8])), /no cpio archive/)
  assert.match(refused(gzipSync(writeCpio([file("a", "1")])).subarray(0, 20)), /gzip file is cut short/)
  assert.match(refused(writeCpio([file("a", "1")]).subarray(0, 130)), /no end|breaks off/)
})

ramdisk("a cpio archive that is none or breaks off says so", () => {
  assert.match(
    complaints(readCpio("x", Buffer.from("hello")))[0] ?? "",
    /not a cpio archive of the newc format/,
  )
  const whole = writeCpio([file("a", "1234567")])
  assert.match(complaints(readCpio("x", whole.subarray(0, 150)))[0] ?? "", /breaks off at byte 1\d\d/)
  assert.match(complaints(readCpio("x", whole.subarray(0, 120)))[0] ?? "", /no end|breaks off|not a cpio/)
})

const cpioIsHere = spawnSync("cpio", ["--version"]).status === 0

if (!cpioIsHere) process.stdout.write("skipped: cpio is not installed\n")
const withCpio = cpioIsHere ? ramdisk : ramdisk.skip

withCpio("cpio(1) lists and unpacks what is written", () => {
  const packed = value(
    assembleRamdisk([
      layer("a", file("bin/busybox", "#!", 0o755), { kind: "symlink", path: "bin/sh", target: "busybox" }),
    ]),
  )
  const listing = spawnSync("cpio", ["-itvn", "--quiet"], { input: packed }).stdout.toString()
  assert.match(listing, /crw-------\s+1 0\s+0\s+5,\s+1 .*1970 dev\/console/)
  assert.match(listing, /-rwxr-xr-x\s+1 0\s+0\s+2 .*bin\/busybox/)
  assert.match(listing, /bin\/sh -> busybox/)
  const folder = mkdtempSync(join(tmpdir(), "vmm-cpio-"))
  spawnSync("cpio", ["-id", "--quiet", "bin/*"], { input: packed, cwd: folder })
  assert.is(readFileSync(join(folder, "bin/sh"), "utf8"), "#!")
  rmSync(folder, { recursive: true })
})

ramdisk.run()
