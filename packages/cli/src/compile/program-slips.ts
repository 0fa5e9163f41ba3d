// SPDX-License-Identifier: BSD-2-Clause
//
// What a .system file says of its programs and nothing in the build depends on, as simple-vmm takes the place of a
// VMM's machine code; on the board it does: the name of the program, and the variables that are set in it. Known are
// the names in the program where it is at hand, else those of libvmm's VMMs.

import { readdirSync, readFileSync, statSync } from "node:fs"
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
import type { ProtectionDomain, Setvar, System } from "@vmm/system"

import { elfSymbols } from "./elf-symbols.ts"
import type { FileReader } from "./files.ts"

/** What VMMs are called, by libvmm and in the templates of this project. */
const VMM_PROGRAMS = ["vmm.elf"]
/** The variable that libvmm's VMMs take the address of guest RAM from. */
const GUEST_RAM_VADDR = "guest_ram_vaddr"
const PROGRAM = /\.(?:elf|m?[tj]s)$/
const MODULE = /\.m?[tj]s$/
/** A program that is larger than this is not searched. */
const MAX_BYTES = 64 * 2 ** 20

const written = (place: Place, name: string, text: string): Fix => ({
  id: "write-value",
  title: `write ${name}="${text}"`,
  edits: [replaceAt(place, text)],
  notes: [],
})

/** Names of programs in the folder of a path. */
export function programsBeside(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path)).filter((name) => PROGRAM.test(name))
  } catch {
    return []
  }
}

/** The name that the path of a program which is not there was meant to have. */
function meantProgram(path: string, at: string): string | undefined {
  const name = basename(path)
  // vmm0.elf, client_vmm.elf: names of their own.
  if (/vmm.*\.elf$/i.test(name) && nearest(name, programsBeside(at)) === undefined) return undefined
  const meant = nearest(name, [...programsBeside(at), ...VMM_PROGRAMS])
  return meant === undefined ? undefined : join(dirname(path), meant)
}

function misspelt({ name, programImage }: ProtectionDomain, at: string): readonly Diagnostic[] {
  const { path, pathPlace } = programImage
  const meant = meantProgram(path, at)
  if (meant === undefined) return []
  const message = `there is no file ${at}, the program of '${name}'`
  const remedy = `did you mean path="${meant}"?`
  const fixes = [written(pathPlace, "path", meant)]
  return [warningAt(pathPlace, message, remedy, { code: "program-unknown", fixes })]
}

type Paths = Pick<FileReader, "path">

interface Symbols {
  readonly names: ReadonlySet<string>
  /** True when a name that is not among them is in no other place either. */
  readonly all: boolean
}

/** The variables of a program that can be told; undefined when none can. */
function symbolsOf(domain: ProtectionDomain, files: Paths): Symbols | undefined {
  const path = domain.programImage.pathForSymbols ?? domain.programImage.path
  const at = files.path(path)
  const stats = statSync(at, { throwIfNoEntry: false })
  if (stats?.isFile() !== true) {
    const stands = !MODULE.test(path) && domain.virtualMachine !== undefined
    return stands ? { names: new Set([GUEST_RAM_VADDR]), all: false } : undefined
  }
  if (stats.size > MAX_BYTES) return undefined
  if (MODULE.test(path)) {
    const asked = readFileSync(at, "utf8").matchAll(/setvars\s*\.\s*get\(\s*["'`](\w+)["'`]/g)
    return { names: new Set([...asked].map(([, name = ""]) => name)), all: false }
  }
  const symbols = elfSymbols(readFileSync(at))
  return symbols === undefined ? undefined : { names: new Set(symbols.keys()), all: true }
}

function wrongSymbol(
  domain: ProtectionDomain,
  { symbol, place }: Setvar,
  known: Symbols,
): readonly Diagnostic[] {
  const meant = known.names.has(symbol) ? undefined : nearest(symbol, known.names)
  if (known.names.has(symbol) || (meant === undefined && !known.all)) return []
  const { path } = domain.programImage
  const where = known.all ? `${path} has no variable of that name` : `its program takes '${meant}'`
  const message = `could not patch symbol '${symbol}' in program image for PD '${domain.name}': ${where}`
  const remedy =
    meant === undefined ? `write a variable of 8 bytes in ${path}, or its name` : `did you mean '${meant}'?`
  const fixes =
    meant === undefined
      ? []
      : [{ id: "write-value", title: `write "${meant}"`, edits: [replaceAt(place, meant)], notes: [] }]
  const say = known.all ? errorAt : warningAt
  return [say(place, message, remedy, { code: "symbol-unknown", fixes })]
}

/** Variables that the programs at hand do not have. */
export function unknownSymbols(system: System, files: Paths): readonly Diagnostic[] {
  return system.protectionDomains.flatMap((domain) => {
    const known = symbolsOf(domain, files)
    return known?.all === true ? domain.setvars.flatMap((one) => wrongSymbol(domain, one, known)) : []
  })
}

/** libvmm's VMM finds guest RAM by a variable; without it, it copies the images to address 0. */
function withoutRamAddress(system: System, domain: ProtectionDomain): readonly Diagnostic[] {
  const machine =
    domain.virtualMachine === undefined ? undefined : system.virtualMachines[domain.virtualMachine]
  const known = VMM_PROGRAMS.includes(basename(domain.programImage.path))
  if (machine === undefined || !known || domain.setvars.length > 0) return []
  const ram = domain.maps.find(({ region }) =>
    machine.maps.some((map) => map.region === region && map.perms.execute),
  )
  if (ram === undefined) return []
  const name = system.memoryRegions[ram.region]?.name ?? ""
  const message =
    `'${domain.name}' is not told where it has '${name}', the RAM of '${machine.name}': ` +
    `libvmm's VMMs take the address from the variable ${GUEST_RAM_VADDR}`
  const attribute = `setvar_vaddr="${GUEST_RAM_VADDR}"`
  const { file, line, endColumn } = ram.place
  const edits = [insertAt(file, line, endColumn, ` ${attribute}`)]
  const fixes = [{ id: "write-attribute", title: `write ${attribute}`, edits, notes: [] }]
  const remedy = `write ${attribute} at this map, unless the program knows the address`
  return [warningAt(ram.place, message, remedy, { code: "guest-ram-address-untold", fixes })]
}

/** Findings of all domains whose program `guest.json` does not choose (`chosen` names those that it does). */
export function programSlips(
  system: System,
  chosen: ReadonlySet<string>,
  files: FileReader,
): readonly Diagnostic[] {
  return system.protectionDomains.flatMap((domain) => {
    if (chosen.has(domain.name)) return []
    const at = files.path(domain.programImage.path)
    const there = statSync(at, { throwIfNoEntry: false })?.isFile() === true
    const stands = domain.virtualMachine !== undefined && !MODULE.test(at)
    const known = symbolsOf(domain, files)
    const symbols =
      known === undefined ? [] : domain.setvars.flatMap((one) => wrongSymbol(domain, one, known))
    if (there || !stands) return symbols
    return [...misspelt(domain, at), ...symbols, ...withoutRamAddress(system, domain)]
  })
}
