// SPDX-License-Identifier: BSD-2-Clause
//
// A program image as Microkit takes it: an ELF file of 64 bits, little-endian, linked for the board's processor, with
// segments to load and an entry point in one of them (System V ABI, "ELF Header" and "Program Header"). Read are the
// headers; of a damaged file nothing is believed that lies beyond its end.

import type { Architecture } from "@vmm/system"

/** Where a segment of the program lies. */
export interface Segment {
  readonly vaddr: number
  /** In memory. */
  readonly size: number
  readonly executable: boolean
}

export interface ElfFile {
  readonly entry: number
  /** Those that are loaded, by address. */
  readonly segments: readonly Segment[]
}

/** What keeps a file from being a program, and what helps. */
export interface ElfTrouble {
  /** "is no ELF file": said of the file's name. */
  readonly message: string
  readonly remedy: string
}

const [MAGIC, CLASS_32, CLASS_64, LITTLE, BIG] = [0x7f454c46, 1, 2, 1, 2]
const [ET_REL, ET_EXEC, ET_DYN, ET_CORE] = [1, 2, 3, 4]
const [PT_LOAD, PT_INTERP] = [1, 3]
const [HEADER_BYTES, PROGRAM_BYTES] = [64, 56]
const EXECUTABLE = 1
const [EM_X86_64, EM_AARCH64, EM_RISCV] = [62, 183, 243]
/** What a board's programs are linked for. */
const OF_BOARDS: Readonly<Record<Architecture, number>> = {
  aarch64: EM_AARCH64,
  x86_64: EM_X86_64,
  riscv64: EM_RISCV,
}
/** e_machine of the ELF specification. */
const MACHINES: Readonly<Record<number, string>> = {
  3: "32-bit x86",
  8: "MIPS",
  20: "PowerPC",
  21: "64-bit PowerPC",
  40: "32-bit Arm",
  [EM_X86_64]: "x86-64",
  [EM_AARCH64]: "AArch64",
  [EM_RISCV]: "RISC-V",
}
const BUILD = "build it for the board: aarch64-none-elf or aarch64-linux-gnu, freestanding and static"
const KINDS: Readonly<Record<number, ElfTrouble>> = {
  [ET_REL]: {
    message: "is an object file that was not linked",
    remedy: "link it with libmicrokit and microkit.ld",
  },
  [ET_CORE]: { message: "is a core dump, and no program", remedy: BUILD },
}

const hex = (value: number): string => `0x${value.toString(16)}`
const range = ({ vaddr, size }: Segment): string => `[${hex(vaddr)}..${hex(vaddr + size)})`

/** Why the first bytes are not those of an ELF file of the right form. */
function identTrouble(file: Buffer, wanted: number): ElfTrouble | undefined {
  if (file.length < 20 || file.readUInt32BE(0) !== MAGIC) {
    const message = file.length === 0 ? "is empty" : "is no ELF file: it does not begin with 7f 45 4c 46"
    return { message, remedy: "name the program that the linker made" }
  }
  if (file[5] === BIG) {
    return { message: "is big-endian, and only little-endian programs are loaded", remedy: BUILD }
  }
  const machine = file.readUInt16LE(18)
  const name = MACHINES[machine] ?? `another machine (${machine})`
  if (file[4] === CLASS_32) return { message: `is an ELF file of 32 bits, for ${name}`, remedy: BUILD }
  if (file[4] !== CLASS_64 || file[5] !== LITTLE) {
    return {
      message: `is a damaged ELF file: its class is ${file[4]}, its byte order ${file[5]}`,
      remedy: BUILD,
    }
  }
  if (machine !== wanted)
    return { message: `is a program for ${name}, not for ${MACHINES[wanted]}`, remedy: BUILD }
  return undefined
}

interface Header extends Segment {
  readonly type: number
  /** Of what the file has of it. */
  readonly end: bigint
}

function headersOf(file: Buffer): readonly Header[] | undefined {
  const [table, each, many] = [file.readBigUInt64LE(32), file.readUInt16LE(54), file.readUInt16LE(56)]
  if (many > 0 && (each < PROGRAM_BYTES || table + BigInt(each * many) > BigInt(file.length)))
    return undefined
  return Array.from({ length: many }, (_, index) => {
    const at = Number(table) + index * each
    return {
      type: file.readUInt32LE(at),
      executable: (file.readUInt32LE(at + 4) & EXECUTABLE) !== 0,
      end: file.readBigUInt64LE(at + 8) + file.readBigUInt64LE(at + 32),
      vaddr: Number(file.readBigUInt64LE(at + 16)),
      size: Number(file.readBigUInt64LE(at + 40)),
    }
  })
}

/** Why the segments cannot be loaded or entered. */
function segmentTrouble(entry: number, segments: readonly Header[]): ElfTrouble | undefined {
  if (segments.length === 0) {
    return {
      message: "has no loadable segment (PT_LOAD)",
      remedy: "link it with microkit.ld, and do not strip its headers",
    }
  }
  const clash = segments.findIndex((one, index) => {
    const before = segments[index - 1]
    return before !== undefined && one.vaddr < before.vaddr + before.size
  })
  const [before, one] = [segments[clash - 1], segments[clash]]
  if (before !== undefined && one !== undefined) {
    const message = `has two segments in one place: ${range(before)} and ${range(one)}`
    return { message, remedy: "correct the linker script: segments may not overlap" }
  }
  const inside = segments.find(({ vaddr, size }) => entry >= vaddr && entry < vaddr + size)
  if (inside?.executable === true) return undefined
  const where =
    inside === undefined ? "outside of all its segments" : `in ${range(inside)}, which is not executable`
  return { message: `begins at ${hex(entry)}, ${where}`, remedy: "let the linker script say ENTRY(_start)" }
}

/** The program in a file, or why there is none. */
export function readElf(file: Buffer, architecture: Architecture = "aarch64"): ElfFile | ElfTrouble {
  const wrong = identTrouble(file, OF_BOARDS[architecture])
  if (wrong !== undefined) return wrong
  const cut = { message: "is cut short", remedy: "build or copy it again" }
  if (file.length < HEADER_BYTES) return cut
  const type = file.readUInt16LE(16)
  const kind = KINDS[type]
  if (kind !== undefined) return kind
  if (type !== ET_EXEC && type !== ET_DYN)
    return { message: `is an ELF file of type ${type}, and no program`, remedy: BUILD }
  const headers = headersOf(file)
  if (
    headers === undefined ||
    headers.some(({ type: one, end }) => one === PT_LOAD && end > BigInt(file.length))
  )
    return cut
  if (headers.some((one) => one.type === PT_INTERP)) {
    return {
      message: "is linked dynamically, and nobody loads its libraries",
      remedy: "link it with -static",
    }
  }
  const loaded = headers
    .filter((one) => one.type === PT_LOAD && one.size > 0)
    .sort((a, b) => a.vaddr - b.vaddr)
  const entry = Number(file.readBigUInt64LE(24))
  const segments = loaded.map(({ vaddr, size, executable }) => ({ vaddr, size, executable }))
  return segmentTrouble(entry, loaded) ?? { entry, segments }
}
