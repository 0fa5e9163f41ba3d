// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes with which a guest may well come up here and that matter on the board: names of programs and variables, ids
// of vCPUs, numbers of CPUs; and what a guest file promises of images that do not hold it.

import type { Mistake } from "../mistake.ts"
import { slip } from "../slip.ts"

const RAM = '<map mr="guest_ram" vaddr="0x4000_0000" perms="rwx" />'
const VMM_RAM = '<map mr="guest_ram" vaddr="0x4000_0000" perms="rw" />'
const LAYERS = '["debian:busybox-static", "../initramfs"]'
const SETVAR = ' setvar_vaddr="guest_ram_vaddr"'

export const SILENT: readonly Mistake[] = [
  slip("program-misspelt", "program-unknown", /vmm\.elf/, ["system", 'path="vmm.elf"', 'path="vm.elf"']),
  slip("variable-misspelt", "symbol-unknown", /guest_ram_vaddr/, [
    "system",
    SETVAR,
    ' setvar_vaddr="guest_ram_vadr"',
  ]),
  slip(
    "variable-of-guest-ram-not-set",
    "guest-ram-address-untold",
    /guest_ram_vaddr/,
    ["system", SETVAR, ""],
    [["system", VMM_RAM]],
  ),
  slip("vcpu-without-boot", "vcpu-boot-missing", /vCPU 0/, ["system", '<vcpu id="0" />', '<vcpu id="1" />']),
  slip(
    "vcpu-ids-with-gap",
    "vcpu-ids-gap",
    /gap/,
    ["system", '<vcpu id="3" />', '<vcpu id="4" />'],
    undefined,
    "smp",
  ),
  slip(
    "cpu-of-another-number",
    "cpu-reg",
    /cpu@0/,
    ["board", "\t\t\treg = <0>;\n", "\t\t\treg = <1>;\n"],
    undefined,
    "qemu-virt",
  ),
  slip("perms-letter-twice", "perms-letter-twice", /rwx/, ["system", RAM, RAM.replace("rwx", "rwrx")]),
  slip(
    "program-of-no-domain",
    "program-domain-unknown",
    /vmm\.elf/,
    [
      "guest",
      '"kernel": "flat:hello.bin"',
      '"kernel": "flat:hello.bin",\n  "programs": { "vmm.elf": "simple-vmm" }',
    ],
    [["guest", '"vmm.elf"']],
  ),
  slip(
    "kernel-package-misspelt",
    "package-unknown",
    /linux-imag-arm64/,
    ["guest", "linux-image-arm64", "linux-imag-arm64"],
    undefined,
    "qemu-virt",
  ),
  slip(
    "kernel-package-of-another-machine",
    "package-unknown",
    /amd64/,
    ["guest", "linux-image-arm64", "linux-image-amd64"],
    undefined,
    "qemu-virt",
  ),
  slip(
    "ramdisk-without-init",
    "init-missing",
    /\/init/,
    ["guest", LAYERS, '["debian:busybox-static"]'],
    undefined,
    "qemu-virt",
  ),
  slip(
    "ramdisk-without-interpreter",
    "init-missing",
    /busybox/,
    ["guest", LAYERS, '["../initramfs"]'],
    undefined,
    "qemu-virt",
  ),
  slip(
    "rdinit-misspelt",
    "init-missing",
    /\/innit/,
    ["guest", "console=ttyAMA0 ", "console=ttyAMA0 rdinit=/innit "],
    [["guest", "rdinit"]],
    "qemu-virt",
  ),
  slip(
    "mem-below-the-images",
    "mem-too-small",
    /8 MiB/,
    ["guest", "console=ttyAMA0 ", "console=ttyAMA0 mem=8M "],
    [["guest", "mem=8M"]],
    "qemu-virt",
  ),
  {
    name: "script-of-a-shell-that-is-nowhere",
    base: "qemu-virt",
    changes: [
      ["guest", LAYERS, '"own"'],
      { file: "own/init", text: `#!/bin/sh\necho Welcome to Linux\nexec /bin/busybox sleep 9999\n` },
    ],
    by: "check",
    code: "init-missing",
    words: /\/bin\/sh.*busybox/s,
    at: [["guest", '"own"']],
  },
]
