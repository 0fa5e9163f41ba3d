// SPDX-License-Identifier: BSD-2-Clause
//
// What is known of a guest without fetching: files beside guest.json, and the strings that a kernel looks for.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { guestAtHand } from "./at-hand.ts"
import { parseGuestConfig } from "./config/guest-config.ts"

const test = suite("guest at hand")

function inFolder(json: string, body: (folder: string, root: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "vmm-at-hand-"))
  try {
    writeFileSync(join(folder, "guest.json"), json)
    mkdirSync(join(folder, "init"))
    writeFileSync(join(folder, "init", "init"), "12345")
    writeFileSync(join(folder, "guest.bin"), Uint8Array.of(0x1f, 0x20, 0x03, 0xd5))
    body(folder, join(folder, "cache"))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function atHand(folder: string, root: string, json: string) {
  const config = parseGuestConfig(join(folder, "guest.json"), json)
  if (config._tag === "Left") throw new Error(JSON.stringify(config.left))
  return guestAtHand(config.right, root)
}

test("files of the folder are read, folders of a ramdisk are counted", () => {
  const json = '{ "kernel": "flat:guest.bin", "ramdisk": "init" }'
  inFolder(json, (folder, root) => {
    const found = atHand(folder, root, json)
    assert.is(found.kernel?.imageSize, 4)
    assert.is(found.initrdSize, 5)
  })
})

test("a folder with an init beside the guest's other files is a ramdisk that it could have", () => {
  const json = '{ "kernel": "flat:guest.bin" }'
  inFolder(json, (folder, root) => {
    mkdirSync(join(folder, "rootfs"))
    writeFileSync(join(folder, "rootfs", "init"), "#!/bin/busybox sh\n", { mode: 0o755 })
    assert.equal(atHand(folder, root, json).layersBeside, ["debian:busybox-static", "rootfs"])
  })
})

test("what is not there is left out, and nothing is fetched or made", () => {
  const json = '{ "kernel": "debian:linux-image-arm64", "ramdisk": "nowhere" }'
  inFolder(json, (folder, root) => assert.equal(atHand(folder, root, json), {}))
})

test("a file that is no kernel says why", () => {
  const json = '{ "kernel": "guest.bin" }'
  inFolder(json, (folder, root) => {
    const { wrong, kernel } = atHand(folder, root, json)
    assert.match(wrong?.message ?? "", "not an arm64 Linux Image")
    assert.is(kernel, undefined)
  })
})

test("a kernel for RISC-V says so", () => {
  const json = '{ "kernel": "rv" }'
  inFolder(json, (folder, root) => {
    const bytes = Buffer.alloc(0x1000)
    bytes.write("RISCV", 0x30, "latin1")
    writeFileSync(join(folder, "rv"), bytes)
    assert.match(atHand(folder, root, json).wrong?.message ?? "", "RISC-V")
  })
})

test("an image of a file system is a ramdisk for root=/dev/ram0 alone", () => {
  const json = (line: string) => `{ "kernel": "flat:guest.bin", "ramdisk": "root.ext4"${line} }`
  inFolder(json(""), (folder, root) => {
    const bytes = Buffer.alloc(0x1000)
    bytes.writeUInt16LE(0xef53, 0x438)
    writeFileSync(join(folder, "root.ext4"), bytes)
    const trouble = (line: string) => atHand(folder, root, json(line)).noRamdisks?.[0]?.message
    assert.match(trouble(', "cmdline": "console=ttyAMA0"') ?? "", "file system")
    assert.is(trouble(', "cmdline": "root=/dev/ram0"'), undefined)
    assert.is(trouble(""), undefined)
  })
})

test("a kernel's package as the ramdisk is told", () => {
  const json = '{ "kernel": "flat:guest.bin", "ramdisk": "debian:linux-image-arm64" }'
  inFolder(json, (folder, root) => {
    const [found] = atHand(folder, root, json).noPackages ?? []
    assert.match(found?.message ?? "", "is a kernel")
    assert.is(found?.ramdisk, true)
  })
})

test("a kernel of a version that apt's lists have not is told, one that was put into the cache is not", () => {
  const json = '{ "kernel": "debian:linux-image-5.10.0-8-arm64" }'
  inFolder(json, (folder, root) => {
    assert.is(atHand(folder, root, json).noPackages, undefined)
    mkdirSync(join(root, "apt", "arm64", "lists"), { recursive: true })
    writeFileSync(
      join(root, "apt", "arm64", "kernels.txt"),
      "linux-image-6.1.0-44-arm64\nlinux-image-arm64\n",
    )
    const [gone] = atHand(folder, root, json).noPackages ?? []
    assert.is(gone?.source, "debian:linux-image-5.10.0-8-arm64")
    assert.is(gone?.other, "debian:linux-image-6.1.0-44-arm64")
    mkdirSync(join(root, "debian", "arm64", "debs"), { recursive: true })
    writeFileSync(join(root, "debian", "arm64", "debs", "linux-image-5.10.0-8-arm64_5.10.46-4_arm64.deb"), "")
    assert.is(atHand(folder, root, json).noPackages, undefined)
  })
})

test.run()
