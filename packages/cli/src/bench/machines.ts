// SPDX-License-Identifier: BSD-2-Clause
//
// How the two machines are started: ours as a user starts it, and QEMU's `virt` with the same guest.

import { existsSync } from "node:fs"
import { dirname, join } from "node:path"

import type { ConsoleCommand } from "./console.ts"

export const QEMU = "qemu-system-aarch64"

/** The guest, as the build has it. */
export interface GuestParts {
  /** Paths of files. */
  readonly kernel: string
  readonly initrd: string | undefined
  readonly bootargs: string
  readonly ramBytes: number
  readonly cpus: number
}

/** scripts/vmm.mjs of the tree that this file, or the bundle it is in, belongs to; else the script that runs now. */
function launcher(): string {
  let folder = import.meta.dirname
  while (dirname(folder) !== folder) {
    const script = join(folder, "scripts", "vmm.mjs")
    if (existsSync(script)) return script
    folder = dirname(folder)
  }
  return process.argv[1] ?? ""
}

/** `vmm run NAME` in the working directory. */
export function oursCommand(name: string): ConsoleCommand {
  return { name: "ours", file: process.execPath, args: [launcher(), "run", name, "--clock", "real"] }
}

const MIB = 0x10_0000

function memorySize(bytes: number): string {
  return bytes % MIB === 0 ? `${bytes / MIB}M` : `${bytes / 1024}K`
}

/** The same command line on the serial port that `virt` has. */
export function qemuBootargs(bootargs: string): string {
  return bootargs
    .split(/\s+/)
    .map((word) => {
      if (word.startsWith("earlycon=")) return "earlycon=pl011,0x9000000"
      return word.replace(/^console=tty(?!AMA0)[A-Za-z]*[0-9]+/, "console=ttyAMA0")
    })
    .join(" ")
}

/** QEMU's translator without a KASLR seed (dtb-randomness), which would turn on page-table isolation. */
export function qemuCommand({ kernel, initrd, bootargs, ramBytes, cpus }: GuestParts): ConsoleCommand {
  const machine = "-M virt,gic-version=2,dtb-randomness=off -cpu cortex-a53 -accel tcg -nographic -nic none"
  const size = `-smp ${cpus} -m ${memorySize(ramBytes)}`
  const ramdisk = initrd === undefined ? [] : ["-initrd", initrd]
  const guest = ["-kernel", kernel, ...ramdisk, "-append", qemuBootargs(bootargs)]
  return { name: "QEMU", file: QEMU, args: [...`${machine} ${size}`.split(" "), ...guest] }
}
