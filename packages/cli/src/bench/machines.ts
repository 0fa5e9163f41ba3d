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

/** A path in the tree that this file, or the bundle it is in, belongs to; undefined when it is not there. */
export function inTree(...path: readonly string[]): string | undefined {
  let folder = import.meta.dirname
  while (dirname(folder) !== folder) {
    const found = join(folder, ...path)
    if (existsSync(found)) return found
    folder = dirname(folder)
  }
  return undefined
}

const BUNDLE = /[/\\]dist[/\\]bin\.js$/

/**
 * The bundle, where this process runs from it, so that all rows measure the same thing whatever happens to the sources
 * meanwhile; else scripts/vmm.mjs of our tree, or the script that runs now.
 */
export function launcher(own = process.argv[1] ?? ""): string {
  return BUNDLE.test(own) ? own : (inTree("scripts", "vmm.mjs") ?? own)
}

export interface OursOptions {
  /** The tool's cache folder. */
  readonly cache?: string
  readonly kaslrSeed?: bigint
  /** More of the command line. */
  readonly args?: readonly string[]
}

/** How many threads V8 has in this process: a machine under test is started as the benchmark was. */
const THREADS = process.execArgv.filter((flag) => flag.startsWith("--v8-pool-size="))

/** `vmm run NAME` in the working directory. */
export function oursCommand(name: string, { cache, kaslrSeed, args = [] }: OursOptions = {}): ConsoleCommand {
  const seed = kaslrSeed === undefined ? [] : ["--kaslr-seed", String(kaslrSeed)]
  return {
    name: "ours",
    file: process.execPath,
    args: [...THREADS, launcher(), "run", name, "--clock", "real", ...seed, ...args],
    ...(cache === undefined ? {} : { env: { VMM_CACHE: cache } }),
  }
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

/** QEMU's translator. Only with `randomness` (dtb-randomness) does the guest get a KASLR seed, which turns on
 *  page-table isolation. */
export function qemuCommand(parts: GuestParts, randomness = false): ConsoleCommand {
  const { kernel, initrd, bootargs, ramBytes, cpus } = parts
  const seed = `dtb-randomness=${randomness ? "on" : "off"}`
  const machine = `-M virt,gic-version=2,${seed} -cpu cortex-a53 -accel tcg -nographic -nic none`
  const size = `-smp ${cpus} -m ${memorySize(ramBytes)}`
  const ramdisk = initrd === undefined ? [] : ["-initrd", initrd]
  const guest = ["-kernel", kernel, ...ramdisk, "-append", qemuBootargs(bootargs)]
  return { name: "QEMU", file: QEMU, args: [...`${machine} ${size}`.split(" "), ...guest] }
}
