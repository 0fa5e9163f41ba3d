// SPDX-License-Identifier: BSD-2-Clause
//
// The ELF files that a .system file names and that are at hand, against what Microkit makes of them: a program of the
// board's machine, its segments against the domain's maps, the size of its variables. Nothing of it matters while
// simple-vmm takes a VMM's place; on the board it does.

import { readFileSync, statSync } from "node:fs"
import { basename, dirname, join } from "node:path"

import {
  type Diagnostic,
  errorAt,
  type Fix,
  insertAt,
  nearest,
  type Place,
  replaceAt,
  warningAt,
} from "@vmm/diagnostic"
import type { Architecture, ProtectionDomain, RegionMap, System } from "@vmm/system"

import { type ElfFile, type ElfTrouble, readElf, type Segment } from "./elf-file.ts"
import { elfSymbols } from "./elf-symbols.ts"
import type { FileReader } from "./files.ts"
import type { SourceText } from "./folder.ts"
import { programsBeside } from "./program-slips.ts"

/** A program that is larger than this is not looked at. */
const MAX_BYTES = 64 * 2 ** 20
const MODULE = /\.m?[tj]s$/
/** Of the address that is patched into a variable. */
const WORD = 8

const hex = (value: number): string => `0x${value.toString(16)}`
const range = (base: number, size: number): string => `[${hex(base)}..${hex(base + size)})`

interface Given {
  readonly files: Pick<FileReader, "path">
  readonly guest: SourceText | undefined
}

function readProgram(path: string, architecture: Architecture): ElfFile | ElfTrouble | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() === true && stats.size <= MAX_BYTES
    ? readElf(readFileSync(path), architecture)
    : undefined
}

const isProgram = (one: ElfFile | ElfTrouble | undefined): one is ElfFile =>
  one !== undefined && "segments" in one

/** The one program in the file's folder that can be loaded. */
function otherProgram(path: string, at: string, place: Place, architecture: Architecture): readonly Fix[] {
  const loads = (name: string) => isProgram(readProgram(join(dirname(at), name), architecture))
  const others = programsBeside(at).filter(
    (name) => name.endsWith(".elf") && name !== basename(at) && loads(name),
  )
  const [other] = others
  if (other === undefined || others.length > 1) return []
  const text = join(dirname(path), other)
  return [{ id: "write-value", title: `write path="${text}"`, edits: [replaceAt(place, text)], notes: [] }]
}

/** The project's own VMM by name, where the guest file chooses no programs yet. */
function ownVmm(domain: ProtectionDomain, guest: SourceText | undefined): readonly Fix[] {
  const lines = guest?.text.split("\n") ?? []
  const line = lines.findIndex((text) => text.includes("{"))
  if (guest === undefined || line < 0 || domain.virtualMachine === undefined) return []
  if (/"programs"/.test(guest.text)) return []
  const field = `"programs": { ${JSON.stringify(domain.name)}: "simple-vmm" }`
  const column = (lines[line]?.indexOf("{") ?? 0) + 2
  const edits = [insertAt(guest.file, line + 1, column, `\n  ${field},`)]
  const notes = ["On the board the program is still none: build it before it goes there."]
  return [{ id: "simple-vmm", title: `write ${field} into the guest file`, edits, notes }]
}

/** Where libmicrokit's linker script (microkit.ld) has programs begin, by a page at least. */
const LINKED: readonly Segment[] = [{ vaddr: 0x20_0000, size: 0x1000, executable: true }]

/** A map that lies where the program does, or where it most likely will when it is not at hand. */
function overlapping(
  system: System,
  domain: ProtectionDomain,
  segments: readonly Segment[],
): readonly Diagnostic[] {
  return domain.maps.flatMap((map) => {
    const hit = segments.find(({ vaddr, size }) => vaddr < map.vaddr + map.size && map.vaddr < vaddr + size)
    if (hit === undefined) return []
    const region = system.memoryRegions[map.region]
    const message =
      `mapping MR '${region?.name}' to PD '${domain.name}' with vaddr ${range(map.vaddr, map.size)} will overlap ` +
      (segments === LINKED
        ? `with an ELF segment: programs of Microkit are linked to begin at ${hex(hit.vaddr)}`
        : `with an ELF segment at ${range(hit.vaddr, hit.size)}`)
    const free = hex(freeAddress(domain, segments, map, region?.pageSize ?? 0x1000))
    const place = map.at["vaddr"] ?? map.place
    const told = domain.setvars.some(({ kind, region: one }) => kind === "vaddr" && one === map.region)
    const notes = told ? [] : ["The program must know the new address, as by setvar_vaddr."]
    const fixes = [{ id: "move-map", title: `write vaddr="${free}"`, edits: [replaceAt(place, free)], notes }]
    const say = segments === LINKED ? warningAt : errorAt
    return [
      say(place, message, `map it elsewhere: write vaddr="${free}"`, { code: "map-over-program", fixes }),
    ]
  })
}

/** An address behind the program and all maps. */
function freeAddress(
  { maps }: ProtectionDomain,
  segments: readonly Segment[],
  map: RegionMap,
  pageSize: number,
): number {
  const ends = [
    ...segments.map(({ vaddr, size }) => vaddr + size),
    ...maps.filter((one) => one !== map).map(({ vaddr, size }) => vaddr + size),
  ]
  return Math.ceil(Math.max(...ends) / pageSize) * pageSize
}

/** Variables that are not as large as what is written into them. */
function wrongSizes(domain: ProtectionDomain, file: Buffer): readonly Diagnostic[] {
  const sizes = elfSymbols(file)
  return domain.setvars.flatMap(({ symbol, place }) => {
    const size = sizes?.get(symbol)
    if (size === undefined || size === WORD) return []
    const message =
      `setvar to non-word size symbol '${symbol}' of ${domain.programImage.path}: it has ${size} bytes, and 8 are ` +
      "written"
    const remedy = "declare it as uintptr_t or uint64_t, not static, and use it so that the linker keeps it"
    const words = [...(sizes ?? [])].flatMap(([name, bytes]) => (bytes === WORD ? name : []))
    const meant = nearest(symbol, words)
    const title = `write "${meant}", which has 8 bytes`
    const fixes =
      meant === undefined ? [] : [{ id: "write-value", title, edits: [replaceAt(place, meant)], notes: [] }]
    const does = meant === undefined ? remedy : `did you mean '${meant}'? Else ${remedy}`
    return [errorAt(place, message, does, { code: "symbol-size", fixes })]
  })
}

function imageFindings(
  system: System,
  domain: ProtectionDomain,
  { files, guest }: Given,
): readonly Diagnostic[] {
  const { path, pathPlace, pathForSymbols } = domain.programImage
  const at = files.path(path)
  const { architecture } = system
  const found = MODULE.test(path) ? undefined : readProgram(at, architecture)
  if (found === undefined) return path.endsWith(".elf") ? overlapping(system, domain, LINKED) : []
  if (!isProgram(found)) {
    const message = `${path}, the program of '${domain.name}', ${found.message}`
    const fixes = [...otherProgram(path, at, pathPlace, architecture), ...ownVmm(domain, guest)]
    return [
      errorAt(pathPlace, message, found.remedy, {
        code: "program-no-elf",
        fixes,
      }),
    ]
  }
  const symbols = files.path(pathForSymbols ?? path)
  const stats = statSync(symbols, { throwIfNoEntry: false })
  const sizes =
    stats?.isFile() === true && stats.size <= MAX_BYTES ? wrongSizes(domain, readFileSync(symbols)) : []
  return [...overlapping(system, domain, found.segments), ...sizes]
}

/** Findings of all domains whose program `guest.json` does not choose (`chosen` names those that it does). */
export function programImages(
  system: System,
  chosen: ReadonlySet<string>,
  given: Given,
): readonly Diagnostic[] {
  return system.protectionDomains.flatMap((domain) =>
    chosen.has(domain.name) ? [] : imageFindings(system, domain, given),
  )
}
