// SPDX-License-Identifier: BSD-2-Clause
//
// First processes that end, of which Linux panics: the line of the script, or the word that names another program.

import { readFileSync } from "node:fs"
import { resolve } from "node:path"

import type { Mistake } from "../mistake.ts"

const INIT = "../initramfs/init"
const OWN = readFileSync(resolve(import.meta.dirname, "../../../examples/initramfs/init"), "utf8")

/** The example's script with something changed, which ends it in the line that `at` marks. */
function script(name: string, find: string, put: string, words: RegExp, at: string): Mistake {
  if (!OWN.includes(find)) throw new Error(`${INIT} has no ${find}`)
  const changes = [{ file: INIT, text: OWN.replace(find, () => put) }]
  return { name, base: "qemu-virt", changes, by: "run", words, at: [[{ file: INIT }, at]] }
}

/** An archive with one file (cpio's newc: Documentation/driver-api/early-userspace/buffer-format.rst). */
function archive(name: string, body: string): string {
  const entry = (path: string, text: string, mode: number) => {
    const numbers = [1, mode, 0, 0, 1, 0, text.length, 0, 0, 0, 0, path.length + 1, 0]
    const head = `070701${numbers.map((one) => one.toString(16).padStart(8, "0")).join("")}${path}\0`
    const padded = (part: string) => part.padEnd(Math.ceil(part.length / 4) * 4, "\0")
    return padded(head) + padded(text)
  }
  return entry(name, body, 0o100755) + entry("TRAILER!!!", "", 0)
}

const HOST = "hostname guest\n"

/** An ELF file for x86-64 without segments; every byte is a character of ASCII. */
const X86 = `\u007fELF\u0002\u0001\u0001${"\0".repeat(9)}\u0002\0\u003e\0\u0001${"\0".repeat(43)}`

export const FIRST_PROCESS: readonly Mistake[] = [
  script("init-exits", HOST, `${HOST}[ -e /etc/board ] || exit 3\n`, /status 3: it says `exit 3`/, "exit 3"),
  script(
    "init-stops-at-a-failure",
    HOST,
    `set -e\nmount -t 9p -o trans=virtio host /mnt\n${HOST}`,
    /`set -e` of line \d+ ends it at the first command that fails, `mount -t 9p/,
    "mount -t 9p",
  ),
  script(
    "init-crashes-the-kernel",
    HOST,
    `${HOST}[ -e /etc/board ] || echo c > /proc/sysrq-trigger\n`,
    /sysrq triggered crash: a program of the guest asked for it .*: \/init: it says/,
    "sysrq-trigger",
  ),
  script(
    "init-waits-for-a-disk",
    HOST,
    `${HOST}until [ -b /dev/vda ]; do\n  sleep 1\ndone\n`,
    /\/init: line \d+ waits until `\[ -b \/dev\/vda \]`/,
    "until [ -b",
  ),
  script(
    "init-speaks-to-another-port",
    HOST,
    `exec > /dev/ttyAMA1 2>&1\n${HOST}`,
    /\/init: line \d+ sends all that it says to \/dev\/ttyAMA1/,
    "exec > /dev/ttyAMA1",
  ),
  script(
    "init-waits-for-input",
    HOST,
    `${HOST}read answer < /dev/console\n`,
    /\/init: line \d+ waits for input: `read answer/,
    "read answer",
  ),
  script(
    "init-becomes-what-ends",
    HOST,
    `${HOST}mount -t ext4 /dev/vda1 /mnt\nexec switch_root /mnt /sbin/init\n`,
    /`exec switch_root .*` is what it became, and that ended/,
    "exec switch_root",
  ),
  {
    name: "init-of-another-machine",
    base: "qemu-virt",
    changes: [["guest", '"../initramfs"]', '"../initramfs", "own"]'], { file: "own/init", text: X86 }],
    by: "check",
    code: "init-missing",
    words: /\/init is a program for x86-64.*leave out the layer "own"/s,
    at: [["guest", '"own"']],
  },
  {
    name: "init-exits-in-an-archive",
    base: "qemu-virt",
    changes: [
      ["guest", '"../initramfs"]', '"../initramfs", "over.cpio"]'],
      { file: "over.cpio", text: archive("init", OWN.replace(HOST, `${HOST}exit 3\n`)) },
    ],
    by: "run",
    words: /status 3: it says `exit 3`/,
    at: [["guest", '"ramdisk"']],
  },
  {
    name: "rdinit-is-no-init",
    base: "qemu-virt",
    changes: [["guest", "console=ttyAMA0 ", "console=ttyAMA0 rdinit=/bin/busybox "]],
    by: "run",
    words: /rdinit=\/bin\/busybox on the command line starts it/,
    at: [["guest", "rdinit="]],
  },
  {
    name: "shell-on-another-boards-port",
    base: "qemu-virt",
    changes: [
      ["guest", '["debian:busybox-static", "../initramfs"]', '["debian:busybox-static", "own"]'],
      {
        file: "own/init",
        text:
          "#!/bin/busybox sh\n/bin/busybox mkdir -p /proc /dev /sbin\n/bin/busybox --install -s\n" +
          "/bin/busybox mount -t devtmpfs devtmpfs /dev\nexec /sbin/init\n",
      },
      { file: "own/etc/inittab", text: "::sysinit:/bin/echo up\nttyS0::respawn:-/bin/sh\n" },
    ],
    by: "run",
    words: /starts its shell on ttyS0/,
    at: [[{ file: "own/etc/inittab" }, "ttyS0"]],
    goal: /built-in shell/,
  },
]
