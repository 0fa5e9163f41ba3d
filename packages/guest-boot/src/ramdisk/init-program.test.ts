// SPDX-License-Identifier: BSD-2-Clause
//
// Programs of an initramfs that Linux can start, and those that it cannot.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { gzipSync } from "node:zlib"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { guestAtHand } from "../at-hand.ts"
import { writeCpio } from "./cpio.ts"
import { parseGuestConfig } from "../config/guest-config.ts"
import type { NoInit } from "./init-at-hand.ts"
import { type Contents, type Held, initTrouble, resolved } from "./init-program.ts"

const test = suite("programs of an initramfs")

const file = (text: string | Uint8Array, mode = 0o755): Held => ({
  kind: "file",
  mode,
  head: () => (typeof text === "string" ? Buffer.from(text) : text),
})
const link = (target: string): Held => ({ kind: "symlink", target })
const FOLDER: Held = { kind: "directory" }

/** The header of a 64-bit ELF file for a machine, with a loader. */
function elf(machine: number, loader?: string): Uint8Array {
  const bytes = Buffer.alloc(512)
  bytes.writeUInt32BE(0x7f454c46, 0)
  bytes[4] = 2
  bytes.writeUInt16LE(machine, 18)
  bytes.writeBigUInt64LE(64n, 32)
  bytes.writeUInt16LE(56, 54)
  bytes.writeUInt16LE(loader === undefined ? 0 : 1, 56)
  if (loader !== undefined) {
    bytes.writeUInt32LE(3, 64)
    bytes.writeBigUInt64LE(200n, 72)
    bytes.write(loader, 200)
  }
  return bytes
}

const ARM64 = elf(183)
const messageOf = (held: Record<string, Held>, path = "/init"): string | undefined =>
  initTrouble(new Map(Object.entries(held)), path)?.message

test("a program for arm64 starts, and so does a script whose interpreter does", () => {
  assert.is(messageOf({ init: file(ARM64) }), undefined)
  assert.is(messageOf({ init: file("#! /bin/sh -e\n"), bin: FOLDER, "bin/sh": file(ARM64) }), undefined)
})

test("links are followed: to a folder, to the root, out of a folder, and not for ever", () => {
  const held: Contents = new Map<string, Held>([
    ["bin", link("usr/bin")],
    ["usr", FOLDER],
    ["usr/bin", FOLDER],
    ["usr/bin/sh", link("../sbin/busybox")],
    ["usr/sbin", FOLDER],
    ["usr/sbin/busybox", file(ARM64)],
    ["init", link("/bin/sh")],
    ["a", link("b")],
    ["b", link("a")],
  ])
  assert.is(resolved(held, "/init"), "usr/sbin/busybox")
  assert.is(initTrouble(held, "/init"), undefined)
  assert.is(resolved(held, "/a"), undefined)
})

const LOADER = elf(183, "/lib/ld.so.1")
const CASES: readonly (readonly [what: string, held: Record<string, Held>, says: RegExp])[] = [
  ["nothing", {}, /is not in the initramfs/],
  ["a link to nothing", { init: link("/sbin/init") }, /is not in the initramfs/],
  ["a folder", { init: FOLDER }, /is a directory, and no program/],
  ["a file without its x", { init: file(ARM64, 0o644) }, /may not be executed/],
  ["a program for a PC", { init: file(elf(62)) }, /is a program for x86-64, not for arm64/],
  ["a program without its loader", { init: file(LOADER) }, /needs the loader \/lib\/ld\.so\.1, which is not/],
  ["a script without its shell", { init: file("#!/bin/sh\n") }, /is a script for \/bin\/sh, which is not/],
  ["a script of DOS", { init: file("#!/bin/sh\r\nls\r\n"), "bin/sh": file(ARM64) }, /carriage return/],
  ["text", { init: file("echo hello\n") }, /neither an ELF file nor a script/],
  ["an empty file", { init: file("") }, /is empty/],
  ["a script of itself", { init: file("#!/init\n") }, /Linux gives up/],
]

for (const [what, held, says] of CASES) {
  test(`${what} is no init`, () => assert.match(messageOf(held) ?? "", says))
}

test("what helps in the ramdisk is told: line ends, permissions, a shell that it has", () => {
  const remedy = (held: Record<string, Held>) =>
    initTrouble(new Map(Object.entries(held)), "/init")?.remedy ?? ""
  assert.match(remedy({ init: file("#!/bin/sh\r\nls\r\n"), "bin/sh": file(ARM64) }), "line ends of Unix")
  assert.match(remedy({ init: file(ARM64, 0o644) }), "chmod +x")
  const bash = { init: file("#!/bin/bash\n"), bin: FOLDER, "bin/busybox": file(ARM64) }
  assert.match(remedy(bash), "#!/bin/busybox sh")
  assert.is(remedy({ init: file("#!/bin/bash\n") }), "")
})

test("what mends a program is told: its permission, its line ends, its first line", () => {
  const mend = (init: Held, shell: Record<string, Held> = { bin: FOLDER, "bin/sh": file(ARM64) }) =>
    initTrouble(new Map(Object.entries({ init, ...shell })), "/init")?.mend?.how
  assert.equal(mend(file(ARM64, 0o644)), { kind: "executable" })
  assert.equal(mend(file("#!/bin/sh\r\nls\r\n")), { kind: "line-ends" })
  assert.equal(mend(file("#!/bin/bash\n")), { kind: "first-line", line: "#!/bin/sh" })
  assert.equal(mend(file("ls\n")), { kind: "first-line", line: "#!/bin/sh" })
  assert.equal(mend(file("\ufeff#!/bin/sh -e\r\nls\n")), { kind: "first-line", line: "#!/bin/sh -e" })
  assert.is(mend(file("ls\n"), {}), undefined)
  assert.is(mend(file(Uint8Array.of(1, 2, 3, 4))), undefined)
  const circle = { bin: FOLDER, "bin/sh": file("#!/bin/bash\n"), "bin/dash": file("#!/bin/bash\n") }
  assert.is(mend(file("#!/bin/bash\n"), circle), undefined)
})

/** What a check knows of the ramdisk of a folder. */
function atHand(
  files: (root: string) => void,
  ramdisk: string,
  path = "/init",
): NoInit | "starts" | "unknown" {
  const root = mkdtempSync(join(tmpdir(), "vmm-init-"))
  try {
    mkdirSync(join(root, "guest"))
    files(root)
    const json = `{ "kernel": "Image", "ramdisk": ${ramdisk} }`
    const parsed = parseGuestConfig(join(root, "guest", "guest.json"), json)
    if (parsed._tag === "Left") throw new Error(parsed.left.map(({ message }) => message).join())
    const { noInit } = guestAtHand(parsed.right, join(root, "cache"))
    return noInit === undefined ? "unknown" : (noInit(path) ?? "starts")
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function told(answer: NoInit | "starts" | "unknown"): NoInit {
  if (typeof answer === "string") throw new Error(answer)
  return answer
}

function write(path: string, content: string | Uint8Array, mode = 0o755): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  chmodSync(path, mode)
}

test("a folder and a package's program are seen together", () => {
  const script = (root: string) => write(join(root, "rootfs", "init"), "#!/bin/busybox sh\n")
  assert.is(atHand(script, '["debian:busybox-static", "../rootfs"]'), "starts")
  const { layer } = told(atHand(script, '["../rootfs"]'))
  assert.equal(layer, { source: "debian:busybox-static", below: true })
})

test("a folder that has an init is found beside the guest file's folder", () => {
  const script = (root: string) => write(join(root, "rootfs", "init"), "#!/bin/busybox sh\n")
  const { layer } = told(atHand(script, '"debian:busybox-static"'))
  assert.equal(layer, { source: "../rootfs", below: false })
  const crowded = (root: string) => {
    script(root)
    write(join(root, "notes.txt"), "a file that is no folder\n", 0o644)
  }
  assert.equal(told(atHand(crowded, '"debian:busybox-static"')).layer, layer)
})

test("an init for another machine: the layer that has it, or another folder's over it", () => {
  const own = (root: string) => {
    write(join(root, "rootfs", "init"), "#!/bin/busybox sh\n")
    write(join(root, "own", "init"), elf(62))
  }
  const over = told(atHand(own, '["debian:busybox-static", "../rootfs", "../own"]'))
  assert.equal([over.hiding, over.layer], [2, undefined])
  const alone = told(atHand(own, '["debian:busybox-static", "../own"]'))
  assert.equal([alone.hiding, alone.layer], [undefined, { source: "../rootfs", below: false }])
})

test("an init under another path is named", () => {
  const usual = (root: string) => {
    write(join(root, "rootfs", "sbin", "busybox"), ARM64)
    symlinkSync("busybox", join(root, "rootfs", "sbin", "init"))
  }
  assert.is(told(atHand(usual, '"../rootfs"')).meant, "/sbin/init")
  assert.is(told(atHand(usual, '"../rootfs"', "/sbin/initt")).meant, "/sbin/init")
  assert.is(atHand(usual, '"../rootfs"', "/sbin/init"), "starts")
})

const ENTRIES = [{ kind: "file", path: "./init", mode: 0o755, data: ARM64 }] as const

test("archives are read, packed by gzip too; of other packing nothing is known", () => {
  const archive = (bytes: Uint8Array) => (root: string) => write(join(root, "guest", "r"), bytes, 0o644)
  assert.is(atHand(archive(writeCpio(ENTRIES)), '"r"'), "starts")
  assert.is(atHand(archive(gzipSync(writeCpio(ENTRIES))), '"r"'), "starts")
  const empty = told(atHand(archive(gzipSync(writeCpio([]))), '"r"'))
  assert.match(empty.message, /\/init is not in the initramfs/)
  assert.is(atHand(archive(Buffer.from("BZh91AY&SY")), '"r"'), "starts")
  const microcode = writeCpio([{ kind: "directory", path: "kernel", mode: 0o755 }])
  const both = Buffer.concat([microcode, gzipSync(writeCpio(ENTRIES))])
  assert.is(atHand(archive(both), '"r"'), "starts")
  const other = Buffer.concat([microcode, gzipSync(writeCpio([{ ...ENTRIES[0], data: elf(62) }]))])
  assert.match(told(atHand(archive(other), '"r"')).message, /program for x86-64/)
})

test("a script is mended in its folder, and out of an archive its text is known", () => {
  const text = "#!/bin/busybox sh\r\nls\r\n"
  const unix = { before: text, after: "#!/bin/busybox sh\nls\n" }
  const folder = (root: string) => write(join(root, "guest", "rd", "init"), text)
  const inFolder = told(atHand(folder, '["debian:busybox-static", "rd"]')).mended
  assert.is(inFolder?.source, "rd/init")
  assert.equal(inFolder?.text, unix)
  const data = Buffer.from(text)
  const cpio = writeCpio([{ kind: "file", path: "init", mode: 0o755, data }])
  const archive = (root: string) => write(join(root, "guest", "r"), gzipSync(cpio), 0o644)
  const inArchive = told(atHand(archive, '["debian:busybox-static", "r"]')).mended
  assert.is(inArchive?.source, undefined)
  assert.equal(inArchive?.text, unix)
})

test("a first line is written over another one, or before the text, without a mark", () => {
  const first = (text: string) => {
    const script = (root: string) => write(join(root, "rootfs", "init"), text)
    return told(atHand(script, '["debian:busybox-static", "../rootfs"]')).mended?.text?.after
  }
  assert.is(first("#!/bin/bash\nls\n"), "#!/bin/busybox sh\nls\n")
  assert.is(first("ls\n"), "#!/bin/busybox sh\nls\n")
  assert.is(first("\ufeff#!/bin/sh\nls\n"), "#!/bin/sh\nls\n")
})

test("a script whose shell is nowhere gets busybox and a first line that names it", () => {
  const script = (root: string) => write(join(root, "rootfs", "init"), "#!/bin/bash -e\nls\n")
  const { layer, mended, together } = told(atHand(script, '"../rootfs"'))
  assert.equal([layer?.source, layer?.below, together], ["debian:busybox-static", true, true])
  assert.is(mended?.text?.after, "#!/bin/busybox sh\nls\n")
  const python = (root: string) => write(join(root, "rootfs", "init"), "#!/usr/bin/python3\n")
  assert.is(told(atHand(python, '"../rootfs"')).mended, undefined, "busybox runs no Python")
})

test.run()
