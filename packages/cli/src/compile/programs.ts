// SPDX-License-Identifier: BSD-2-Clause
//
// What runs in each protection domain: simple-vmm, or a TypeScript module of the user's. Files that were written
// for a board name machine code; a domain that owns a virtual machine gets simple-vmm in its place.

import { basename, dirname, join } from "node:path"

import type { GuestConfig } from "@vmm/guest-boot"
import type { ProtectionDomain, System } from "@vmm/system"

import { type Diagnostic, errorAt, type Fix, nearest, type Place, replaceAt } from "@vmm/diagnostic"
import { at, type FileReader } from "./files.ts"
import type { SourceText } from "./folder.ts"
import { placeOfString } from "./guest-hints.ts"
import { programsBeside } from "./program-slips.ts"

/** The program of one domain. */
export type Program =
  | { readonly kind: "simple-vmm" }
  /** `path`: a module whose default export makes the program. */
  | { readonly kind: "module"; readonly path: string }

export interface Programs {
  /** In the order of the protection domains; shorter when there are errors. */
  readonly programs: readonly Program[]
  readonly wrong: readonly Diagnostic[]
  /** What the build did on its own, a sentence each. */
  readonly notes: readonly string[]
}

/** What the choice is made from, beside system and guest. */
interface Given {
  readonly files: FileReader
  /** Text of the guest file. */
  readonly source: SourceText | undefined
}

type Choice = { readonly program: Program; readonly note?: string } | { readonly wrong: Diagnostic }

const MODULE = /\.(m?ts|m?js)$/
const SIMPLE_VMM: Program = { kind: "simple-vmm" }
const NAME_A_MODULE = 'write a program in TypeScript and name it: path="NAME.ts"'

/** The fix that writes the name of a program which is there over one that is not. */
function nearestFile(place: Place, path: string, at: string, quoted: boolean) {
  const near = nearest(basename(at), programsBeside(at))
  const meant = near === undefined ? undefined : join(dirname(path), near)
  if (meant === undefined) return { remedy: "correct the path, or put the file there", fixes: [] }
  const text = quoted ? JSON.stringify(meant) : meant
  const fix = { id: "write-name", title: `write "${meant}"`, edits: [replaceAt(place, text)], notes: [] }
  return { remedy: `did you mean ${meant}? Else put the file there`, fixes: [fix] }
}

function named(domain: ProtectionDomain, name: string, guest: GuestConfig, given: Given): Choice {
  const { files, source } = given
  const found = source && placeOfString(source.file, source.text, name)
  const place = found ?? guest.places.get("programs") ?? domain.place
  const wrong = (message: string, remedy: string, fixes: readonly Fix[] = []): Choice => ({
    wrong: errorAt(place, message, remedy, { code: "program-unusable", fixes }),
  })
  if (name === "simple-vmm") {
    if (domain.virtualMachine !== undefined) return { program: SIMPLE_VMM }
    return wrong(`'${domain.name}' has no virtual machine for simple-vmm to run`, "name another program")
  }
  const path = at(dirname(guest.file), name)
  if (!MODULE.test(path)) {
    const message = `the program '${name}' of '${domain.name}' is no TypeScript module`
    const meant = nearest(name, ["simple-vmm"])
    const text = JSON.stringify(meant)
    const fixes =
      meant === undefined || found === undefined
        ? []
        : [{ id: "write-name", title: `write ${text}`, edits: [replaceAt(found, text)], notes: [] }]
    return wrong(message, 'name "simple-vmm" or a .ts file', fixes)
  }
  if (files.size(at(process.cwd(), path)) !== undefined) return { program: { kind: "module", path } }
  const near = nearestFile(place, name, path, true)
  const ready = {
    id: "write-name",
    title: 'write "simple-vmm"',
    edits: [replaceAt(place, '"simple-vmm"')],
    notes: [],
  }
  const fixes = [...near.fixes, ...(domain.virtualMachine === undefined ? [] : [ready])]
  const { remedy } = near
  const message = `there is no file ${path}, the program of '${domain.name}'`
  return wrong(message, remedy, found === undefined ? [] : fixes)
}

function fromSystem(domain: ProtectionDomain, files: FileReader): Choice {
  const { path, pathPlace } = domain.programImage
  const there = files.size(path) !== undefined
  const wrong = (message: string, remedy: string, fixes: readonly Fix[] = []): Choice => ({
    wrong: errorAt(pathPlace, message, remedy, { code: "program-unusable", fixes }),
  })
  if (MODULE.test(path)) {
    if (there) return { program: { kind: "module", path: files.path(path) } }
    const { remedy, fixes } = nearestFile(pathPlace, path, files.path(path), false)
    return wrong(`there is no file ${files.path(path)}`, remedy, fixes)
  }
  if (domain.virtualMachine !== undefined) {
    return {
      program: SIMPLE_VMM,
      note: `${path}, the program of '${domain.name}', is machine code of the board: simple-vmm takes its place`,
    }
  }
  if (there) return wrong(`${path} is machine code, which a protection domain cannot run yet`, NAME_A_MODULE)
  const { fixes } = nearestFile(pathPlace, path, files.path(path), false)
  return wrong(`there is no file ${files.path(path)}`, `put it there, or ${NAME_A_MODULE}`, fixes)
}

/** Keys of "programs" that are no protection domain: one is meant, or the program's own name was written. */
function strangers(
  system: System,
  guest: GuestConfig,
  source: SourceText | undefined,
): readonly Diagnostic[] {
  const known = system.protectionDomains.map(({ name }) => name)
  const free = known.filter((name) => !guest.programs.has(name))
  return [...guest.programs].flatMap(([name, program]) => {
    if (known.includes(name)) return []
    const named = system.protectionDomains.find(({ programImage }) => programImage.path === name)?.name
    const meant =
      [named, nearest(name, free)].find((one) => one !== undefined && free.includes(one)) ??
      (free.length === 1 ? free[0] : undefined)
    const place = (source && placeOfString(source.file, source.text, name)) ?? guest.places.get("programs")
    if (place === undefined) return []
    const message = `"programs" gives '${name}' the program ${program}, and there is no protection domain of that name`
    const remedy =
      meant === undefined ? `its protection domains are ${known.join(", ")}` : `did you mean '${meant}'?`
    const text = JSON.stringify(meant)
    const fixes =
      meant === undefined || place === guest.places.get("programs")
        ? []
        : [{ id: "write-name", title: `write ${text}`, edits: [replaceAt(place, text)], notes: [] }]
    return [errorAt(place, message, remedy, { code: "program-domain-unknown", fixes })]
  })
}

/** Chooses every domain's program. */
export function choosePrograms(system: System, guest: GuestConfig | undefined, given: Given): Programs {
  const choices = system.protectionDomains.map((domain) => {
    const name = guest?.programs.get(domain.name)
    return name === undefined || guest === undefined
      ? fromSystem(domain, given.files)
      : named(domain, name, guest, given)
  })
  const findings = [
    ...choices.flatMap((choice) => ("wrong" in choice ? [choice.wrong] : [])),
    ...(guest === undefined ? [] : strangers(system, guest, given.source)),
  ]
  return {
    programs: choices.flatMap((choice) => ("program" in choice ? [choice.program] : [])),
    wrong: findings,
    notes: choices.flatMap((choice) => ("note" in choice && choice.note !== undefined ? [choice.note] : [])),
  }
}
