// SPDX-License-Identifier: BSD-2-Clause
//
// tar and ar, read in pieces, with tar(1) and ar-shaped packages made here.

import { spawnSync } from "node:child_process"
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { readAr } from "./ar.ts"
import { TarReader, type TarEntry } from "./tar.ts"
import { complaints, value } from "../kernel/test-images.ts"
import { arArchive, tarArchive } from "./test-packages.ts"

const tar = suite("tar")

function readAll(archive: Uint8Array, piece: number, wanted: RegExp = /./): TarEntry[] {
  const reader = new TarReader((path) => wanted.test(path))
  const entries: TarEntry[] = []
  for (let at = 0; at < archive.length; at += piece) {
    entries.push(...value(reader.push(archive.subarray(at, at + piece))))
  }
  assert.is(reader.finish(), undefined)
  return entries
}

const words = (entry: TarEntry | undefined): string => Buffer.from(entry?.data ?? []).toString()

tar("files come out the same in pieces of any size", () => {
  const archive = tarArchive([
    ["./boot/a", "alpha"],
    ["./boot/b", "b".repeat(1500)],
  ])
  for (const piece of [1, 100, 512, 700, 1 << 20]) {
    const entries = readAll(archive, piece)
    assert.equal(
      entries.map(({ path, kind }) => [path, kind]),
      [
        ["boot/a", "file"],
        ["boot/b", "file"],
      ],
    )
    assert.is(words(entries[0]), "alpha")
    assert.is(words(entries[1]).length, 1500)
  }
})

tar("what is not wanted is passed over without its contents", () => {
  const archive = tarArchive([
    ["a", "x".repeat(5000)],
    ["b", "kept"],
  ])
  const entries = readAll(archive, 333, /^b$/)
  assert.equal(entries.map(words), ["", "kept"])
})

tar("an archive cut short, a damaged header and an empty one are told", () => {
  const archive = tarArchive([["a", "x".repeat(5000)]])
  const reader = new TarReader(() => true)
  value(reader.push(archive.subarray(0, 3000)))
  assert.is(reader.finish(), "the archive is cut short")
  assert.is(new TarReader(() => true).finish(), "the archive is empty")
  const damaged = Uint8Array.from(archive)
  damaged[3] = 99
  assert.match(JSON.stringify(new TarReader(() => true).push(damaged)), /a header of the archive is damaged/)
})

const tarIsHere = spawnSync("tar", ["--version"]).status === 0
if (!tarIsHere) process.stdout.write("skipped: tar is not installed\n")
const withTar = tarIsHere ? tar : tar.skip

for (const format of ["gnu", "pax", "ustar"]) {
  withTar(`tar(1)'s ${format} archives with long names and links are read`, () => {
    const folder = mkdtempSync(join(tmpdir(), "vmm-tar-"))
    const long = `${"d".repeat(90)}/${"n".repeat(60)}`
    mkdirSync(join(folder, "d".repeat(90)))
    writeFileSync(join(folder, long), "long")
    symlinkSync(format === "ustar" ? "short" : "t".repeat(120), join(folder, "link"))
    const made = spawnSync("tar", [`--format=${format}`, "-cf", "-", "-C", folder, "link", long])
    rmSync(folder, { recursive: true })
    const entries = readAll(made.stdout, 4096)
    assert.equal(
      entries.map(({ path, kind }) => [path, kind]),
      [
        ["link", "symlink"],
        [long, "file"],
      ],
    )
    assert.match(entries[0]?.target ?? "", /^(short|t{120})$/)
    assert.is(words(entries[1]), "long")
  })
}

tar.run()

const ar = suite("ar")

ar("members come with their names, padding left out", () => {
  const members = value(
    readAr(
      "x.deb",
      arArchive([
        ["debian-binary", Buffer.from("2.0")],
        ["data.tar/", Buffer.from("dd")],
      ]),
    ),
  )
  assert.equal(
    members.map(({ name, data }) => [name, Buffer.from(data).toString()]),
    [
      ["debian-binary", "2.0"],
      ["data.tar", "dd"],
    ],
  )
})

ar("no archive and one cut short are errors with a remedy", () => {
  assert.match(
    complaints(readAr("x.deb", Buffer.from("<html>")))[0] ?? "",
    /no Debian package.*fetched again/,
  )
  const whole = arArchive([["data.tar", Buffer.alloc(100)]])
  assert.match(complaints(readAr("x.deb", whole.subarray(0, 90)))[0] ?? "", /cut short or damaged at byte 8/)
})

ar.run()
