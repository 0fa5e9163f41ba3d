// SPDX-License-Identifier: BSD-2-Clause
//
// Mistakes with which a guest may well come up here and that matter on the board: names of programs and variables, ids
// of vCPUs, numbers of CPUs; and what a guest file promises of images that do not hold it.

import type { Base, Change, Mark, Mistake, Part } from "../mistake.ts"

const RAM = '<map mr="guest_ram" vaddr="0x4000_0000" perms="rwx" />'
const VMM_RAM = '<map mr="guest_ram" vaddr="0x4000_0000" perms="rw" />'
const LAYERS = '["debian:busybox-static", "../initramfs"]'
const SETVAR = ' setvar_vaddr="guest_ram_vaddr"'

function silent(
  name: string,
  code: string,
  words: RegExp,
  [part, find, put]: readonly [part: Part, find: string, put: string],
  at: readonly Mark[] = [[part, put.trim()]],
  base: Base = "bare",
): Mistake {
  const changes: readonly Change[] = [[part, find, put]]
  return { name, base, changes, by: "check", code, words, at }
}

export const SILENT: readonly Mistake[] = [
  silent("program-misspelt", "program-unknown", /vmm\.elf/, ["system", 'path="vmm.elf"', 'path="vm.elf"']),
  silent("variable-misspelt", "symbol-unknown", /guest_ram_vaddr/, [
    "system",
    SETVAR,
    ' setvar_vaddr="guest_ram_vadr"',
  ]),
  silent(
    "variable-of-guest-ram-not-set",
    "guest-ram-address-untold",
    /guest_ram_vaddr/,
    ["system", SETVAR, ""],
    [["system", VMM_RAM]],
  ),
  silent("vcpu-without-boot", "vcpu-boot-missing", /vCPU 0/, [
    "system",
    '<vcpu id="0" />',
    '<vcpu id="1" />',
  ]),
  silent(
    "vcpu-ids-with-gap",
    "vcpu-ids-gap",
    /gap/,
    ["system", '<vcpu id="3" />', '<vcpu id="4" />'],
    undefined,
    "smp",
  ),
  silent(
    "cpu-of-another-number",
    "cpu-reg",
    /cpu@0/,
    ["board", "\t\t\treg = <0>;\n", "\t\t\treg = <1>;\n"],
    undefined,
    "qemu-virt",
  ),
  silent("perms-letter-twice", "perms-letter-twice", /rwx/, ["system", RAM, RAM.replace("rwx", "rwrx")]),
  silent(
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
  silent(
    "kernel-package-misspelt",
    "package-unknown",
    /linux-imag-arm64/,
    ["guest", "linux-image-arm64", "linux-imag-arm64"],
    undefined,
    "qemu-virt",
  ),
  silent(
    "kernel-package-of-another-machine",
    "package-unknown",
    /amd64/,
    ["guest", "linux-image-arm64", "linux-image-amd64"],
    undefined,
    "qemu-virt",
  ),
  silent(
    "ramdisk-without-init",
    "init-missing",
    /\/init/,
    ["guest", LAYERS, '["debian:busybox-static"]'],
    undefined,
    "qemu-virt",
  ),
  silent(
    "ramdisk-without-interpreter",
    "init-missing",
    /busybox/,
    ["guest", LAYERS, '["../initramfs"]'],
    undefined,
    "qemu-virt",
  ),
  silent(
    "rdinit-misspelt",
    "init-missing",
    /\/innit/,
    ["guest", "console=ttyAMA0 ", "console=ttyAMA0 rdinit=/innit "],
    [["guest", "rdinit"]],
    "qemu-virt",
  ),
  silent(
    "mem-below-the-images",
    "mem-too-small",
    /8 MiB/,
    ["guest", "console=ttyAMA0 ", "console=ttyAMA0 mem=8M "],
    [["guest", "mem=8M"]],
    "qemu-virt",
  ),
]
