// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes in guest.json and with the images that it names.

import { readFileSync } from "node:fs"
import { resolve } from "node:path"

import type { Change, Mistake } from "../mistake.ts"

/** root= in the place of the ramdisk. */
const withRoot = (words: string): readonly Change[] => [
  ["guest", '"ramdisk": ["debian:busybox-static", "../initramfs"],\n', ""],
  ["guest", '"cmdline": "', `"cmdline": "${words} `],
]

/** The ramdisk's /init as other people save it. */
const init = (change: (text: string) => string): Change => ({
  file: "../initramfs/init",
  text: change(readFileSync(resolve(import.meta.dirname, "../../../examples/initramfs/init"), "utf8")),
})

export const GUEST_FILE: readonly Mistake[] = [
  {
    name: "init-of-dos",
    base: "qemu-virt",
    changes: [init((text) => text.replaceAll("\n", "\r\n"))],
    by: "check",
    code: "init-missing",
    words: /carriage return/,
    at: [["guest", '"ramdisk"']],
  },
  {
    name: "init-for-bash",
    base: "qemu-virt",
    changes: [init((text) => text.replace("#!/bin/busybox sh", "#!/bin/bash"))],
    by: "check",
    code: "init-missing",
    words: /a script for \/bin\/bash, which is not in the initramfs/,
    at: [["guest", '"ramdisk"']],
  },
  {
    name: "init-without-first-line",
    base: "maaxboard",
    changes: [init((text) => text.replace("#!/bin/busybox sh\n", ""))],
    by: "check",
    code: "init-missing",
    words: /neither an ELF file nor a script/,
    at: [["guest", '"ramdisk"']],
  },
  {
    name: "kernel-file-missing",
    base: "hello",
    changes: [["guest", "flat:hello.bin", "flat:helo.bin"]],
    by: "check",
    words: /no file .*helo\.bin/,
    at: [["guest", '"kernel"']],
  },
  {
    name: "ramdisk-layer-that-is-text",
    base: "qemu-virt",
    changes: [
      ["guest", '"../initramfs"]', '"../initramfs", "notes.txt"]'],
      { file: "notes.txt", text: "What is to go into the ramdisk.\n" },
    ],
    by: "check",
    code: "ramdisk-unusable",
    words: /notes\.txt/,
    at: [["guest", '"ramdisk"']],
  },
  {
    name: "ramdisk-missing",
    base: "qemu-virt",
    changes: [["guest", "../initramfs", "../initramf"]],
    by: "check",
    words: /initramf/,
    at: [["guest", '"ramdisk"']],
  },
  {
    name: "guest-json-trailing-comma",
    base: "hello",
    changes: [["guest", '"flat:hello.bin"', '"flat:hello.bin",']],
    by: "check",
    words: /comma|JSON|expected/,
    at: [["guest"]],
  },
  {
    name: "guest-json-missing-comma",
    base: "bare",
    changes: [["guest", '"flat:hello.bin",', '"flat:hello.bin"']],
    by: "check",
    words: /comma|","/,
    at: [
      ["guest", '"kernel"'],
      ["guest", '"cmdline"'],
    ],
  },
  {
    name: "guest-json-unknown-field",
    base: "hello",
    changes: [["guest", '"kernel"', '"kernal"']],
    by: "check",
    words: /did you mean "kernel"|"kernal" is no field/,
    at: [["guest", '"kernal"']],
  },
  {
    name: "guest-json-field-twice",
    base: "hello",
    changes: [
      ["guest", '"kernel": "flat:hello.bin"', '"kernel": "flat:hello.bin",\n  "kernel": "flat:hello.bin"'],
    ],
    by: "check",
    words: /given twice/,
    at: [["guest"]],
  },
  {
    name: "guest-json-unknown-cpu",
    base: "hello",
    changes: [["guest", '"kernel"', '"cpu": "cortex-a35",\n  "kernel"']],
    by: "check",
    words: /cortex-a35/,
    at: [["guest", '"cpu"']],
  },
  {
    name: "guest-json-cpus-disagree",
    base: "bare",
    changes: [["guest", '"kernel"', '"cpus": 2,\n  "kernel"']],
    by: "check",
    words: /"cpus" is 2/,
    at: [["guest", '"cpus"']],
  },
  {
    name: "guest-json-kernel-number",
    base: "hello",
    changes: [["guest", '"kernel": "flat:hello.bin"', '"kernel": "flat:hello.bin",\n  "kaslr": "no"']],
    by: "check",
    words: /true or false/,
    at: [["guest", '"kaslr"']],
  },
  {
    name: "flat-kernel-without-flat",
    base: "hello",
    changes: [["guest", "flat:hello.bin", "hello.bin"]],
    by: "run",
    words: /hello\.bin|Image/,
    at: [["guest", '"kernel"']],
  },
  {
    name: "guest-json-missing",
    base: "hello",
    changes: [{ gone: "guest" }],
    by: "check",
    words: /no guest\.json/,
    at: [["system", '<virtual_machine name="hello"']],
  },
  {
    name: "root-on-virtio-that-is-not-there",
    base: "qemu-virt",
    changes: withRoot("root=/dev/vda1 rw rootwait"),
    by: "check",
    code: "root-unreachable",
    words: /no node that brings a virtio block device/,
    at: [["guest", "root=/dev/vda1"]],
  },
  {
    name: "root-on-the-card-of-another-board",
    base: "maaxboard",
    changes: withRoot("root=/dev/mmcblk0p2 rw"),
    by: "check",
    code: "root-unreachable",
    words: /an SD card/,
    at: [["guest", "root=/dev/mmcblk0p2"]],
  },
  {
    name: "ramdisk-forgotten",
    base: "qemu-virt",
    changes: [["guest", '"ramdisk": ["debian:busybox-static", "../initramfs"],\n', ""]],
    by: "check",
    code: "root-missing",
    words: /the guest has no ramdisk/,
    at: [["guest", '"kernel"']],
  },
  {
    name: "ramdisk-of-an-old-cpio",
    base: "qemu-virt",
    changes: [
      ["guest", '["debian:busybox-static", "../initramfs"]', '"old.cpio"'],
      { file: "old.cpio", text: `070707${"0".repeat(70)}TRAILER!!!` },
    ],
    by: "check",
    code: "ramdisk-unusable",
    words: /another format than newc/,
    at: [["guest", '"old.cpio"']],
  },
  {
    name: "program-that-is-a-script",
    base: "bare",
    changes: [{ file: "vmm.elf", text: "#!/bin/sh\nexec make vmm.elf\n" }],
    by: "check",
    code: "program-no-elf",
    words: /no ELF file/,
    at: [["system", 'path="vmm.elf"']],
  },
]
