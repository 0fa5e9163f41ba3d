// SPDX-License-Identifier: BSD-2-Clause
//
// Boards of other people, as they wrote them for Microkit and libvmm: nothing is added but the guest.

import { writeFileSync } from "node:fs"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cannotBuild, example, Guest, otherBoard, workplace } from "./guest.ts"

const test = suite("boot: other people's boards")
const BOARDS = ["qemu_virt_aarch64", "maaxboard", "maaxboard-seed"]

for (const board of BOARDS) {
  const cwd = workplace()
  const guestFile = join(cwd, "guest.json")
  const ramdisk = ["debian:busybox-static", example("initramfs")]
  writeFileSync(guestFile, JSON.stringify({ kernel: "debian:linux-image-arm64", ramdisk }))
  const reason = cannotBuild(cwd, otherBoard(board), "--guest", guestFile)
  if (reason !== undefined) process.stdout.write(`skipped: ${reason}\n`)
  const linux = reason === undefined ? test : test.skip

  linux(`${board} boots Debian's kernel to its shell`, async () => {
    const guest = Guest.launch(cwd)
    await guest.prompt()
    assert.match(await guest.run("uname -sm"), /Linux aarch64$/)
    assert.is(await guest.powerOff(), 0)
  })
}

test.run()
