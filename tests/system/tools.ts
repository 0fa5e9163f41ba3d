// SPDX-License-Identifier: BSD-2-Clause
//
// The bare-metal guests of these tests: how they are assembled, what qemu prints for them and what our machine
// prints. Checked in beside each NAME.S are the machine code (NAME.bin) and qemu's lines (NAME.txt), so that the
// comparison needs neither; `update.ts` makes both anew.

import { spawnSync } from "node:child_process"
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { example, vmm } from "../boot/guest.ts"

export const GUESTS = ["exceptions", "mmu", "tlb", "code", "gicv2"] as const
export type GuestName = (typeof GUESTS)[number]

const HERE = import.meta.dirname
const SOURCES = join(HERE, "guests")
const AS = "aarch64-linux-gnu-gcc"
const LD = "aarch64-linux-gnu-ld"
const OBJCOPY = "aarch64-linux-gnu-objcopy"
const QEMU = "qemu-system-aarch64"
/** Where guests are linked to, from the start of RAM: qemu puts what is no Image there. */
const OFFSET = 0x8_0000
const BRANCH = 0x1400_0000
const PATIENCE_MS = 120_000

const has = (tool: string): boolean => spawnSync(tool, ["--version"]).status === 0
export const hasAssembler = (): boolean => [AS, LD, OBJCOPY].every(has)
export const hasQemu = (): boolean => has(QEMU)

export const codeFile = (name: GuestName): string => join(SOURCES, `${name}.bin`)
export const linesFile = (name: GuestName): string => join(SOURCES, `${name}.txt`)
export const expectedLines = (name: GuestName): string => readFileSync(linesFile(name), "utf8")

function inFolder<A>(work: (folder: string) => A): A {
  const folder = mkdtempSync(join(tmpdir(), "vmm-system-"))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(tool: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(tool, args, { cwd, encoding: "utf8" })
  if (status !== 0) throw new Error(`${tool} ${args.join(" ")}: ${stderr}`)
}

/** Machine code of a guest, from its source. */
export function assemble(name: GuestName): Buffer {
  return inFolder((folder) => {
    const object = join(folder, "guest.o")
    const program = join(folder, "guest.elf")
    const code = join(folder, "guest.bin")
    run(AS, ["-c", "-x", "assembler", "-march=armv8-a+crc", "-o", object, `${name}.S`], SOURCES)
    run(LD, ["-T", "link.ld", "-o", program, object], SOURCES)
    run(OBJCOPY, ["-O", "binary", program, code], SOURCES)
    return readFileSync(code)
  })
}

const plain = (console: string): string => console.replaceAll("\r", "")

/** The lines that a guest prints under qemu, whose clock counts instructions: a busy host is no slow guest. */
export function underQemu(name: GuestName): string {
  const machine = [
    "-M",
    "virt,gic-version=2",
    "-cpu",
    "cortex-a53",
    "-m",
    "64",
    "-icount",
    "shift=0,sleep=off",
  ]
  // A network card would want its boot ROM, which Debian has in a package of its own.
  const console = ["-nic", "none", "-display", "none", "-monitor", "none", "-serial", "stdio"]
  const result = spawnSync(QEMU, [...machine, ...console, "-kernel", codeFile(name)], {
    encoding: "utf8",
    timeout: PATIENCE_MS,
  })
  if (result.status !== 0) throw new Error(`${name} under ${QEMU}: ${result.error ?? result.stderr}`)
  return plain(result.stdout)
}

/** The lines that a guest prints in our machine, as a guest of simple-vmm. */
export function underOurs(name: GuestName, translation: "off" | "default" | "eager"): string {
  return inFolder((folder) => {
    const board = join(folder, "board")
    mkdirSync(board)
    cpSync(join(HERE, "board"), board, { recursive: true })
    copyFileSync(join(example("qemu-virt"), "qemu-virt.dts"), join(board, "qemu-virt.dts"))
    const code = readFileSync(codeFile(name))
    const image = Buffer.alloc(OFFSET + code.length)
    image.writeUInt32LE(BRANCH | (OFFSET / 4))
    code.copy(image, OFFSET)
    writeFileSync(join(board, "guest.bin"), image)
    writeFileSync(join(board, "guest.json"), JSON.stringify({ kernel: "flat:guest.bin" }))
    const built = vmm(folder, "build", "board")
    if (built.code !== 0) throw new Error(built.err)
    const done = vmm(folder, "run", "--clock", "virtual", "--timeout", "300", "--translation", translation)
    if (done.code !== 0) throw new Error(`${name} ended with ${done.code}:\n${plain(done.out)}\n${done.err}`)
    return plain(done.out)
  })
}
