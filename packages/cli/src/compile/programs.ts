// SPDX-License-Identifier: BSD-2-Clause
//
// What runs in each protection domain: simple-vmm, or a TypeScript module of the user's. Files that were written
// for a board name machine code; a domain that owns a virtual machine gets simple-vmm in its place.

import { dirname } from "node:path"

import type { GuestConfig } from "@vmm/guest-boot"
import type { ProtectionDomain, System } from "@vmm/system"

import { type Diagnostic, errorAt } from "@vmm/diagnostic"
import { at, type FileReader } from "./files.ts"

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

type Choice = { readonly program: Program; readonly note?: string } | { readonly wrong: Diagnostic }

const MODULE = /\.(m?ts|m?js)$/
const SIMPLE_VMM: Program = { kind: "simple-vmm" }
const NAME_A_MODULE = 'write a program in TypeScript and name it: path="NAME.ts"'

function named(domain: ProtectionDomain, name: string, guest: GuestConfig, files: FileReader): Choice {
  const place = guest.places.get("programs") ?? { file: guest.file, line: 0, column: 0, endColumn: 0 }
  const wrong = (message: string, remedy: string): Choice => ({ wrong: errorAt(place, message, remedy) })
  if (name === "simple-vmm") {
    if (domain.virtualMachine !== undefined) return { program: SIMPLE_VMM }
    return wrong(`'${domain.name}' has no virtual machine for simple-vmm to run`, "name another program")
  }
  const path = at(dirname(guest.file), name)
  if (!MODULE.test(path)) {
    return wrong(
      `the program '${name}' of '${domain.name}' is no TypeScript module`,
      'name "simple-vmm" or a .ts file',
    )
  }
  if (files.size(at(process.cwd(), path)) !== undefined) return { program: { kind: "module", path } }
  return wrong(
    `there is no file ${path}, the program of '${domain.name}'`,
    "correct the path, or put the file there",
  )
}

function fromSystem(domain: ProtectionDomain, files: FileReader): Choice {
  const { path, place } = domain.programImage
  const there = files.size(path) !== undefined
  const wrong = (message: string, remedy: string): Choice => ({ wrong: errorAt(place, message, remedy) })
  if (MODULE.test(path)) {
    if (there) return { program: { kind: "module", path: files.path(path) } }
    return wrong(`there is no file ${files.path(path)}`, "correct the path, or put the file there")
  }
  if (domain.virtualMachine !== undefined) {
    return {
      program: SIMPLE_VMM,
      note: `${path}, the program of '${domain.name}', is machine code of the board: simple-vmm takes its place`,
    }
  }
  if (there) return wrong(`${path} is machine code, which a protection domain cannot run yet`, NAME_A_MODULE)
  return wrong(`there is no file ${files.path(path)}`, `put it there, or ${NAME_A_MODULE}`)
}

/** Chooses every domain's program. */
export function choosePrograms(system: System, guest: GuestConfig | undefined, files: FileReader): Programs {
  const choices = system.protectionDomains.map((domain) => {
    const name = guest?.programs.get(domain.name)
    return name === undefined || guest === undefined
      ? fromSystem(domain, files)
      : named(domain, name, guest, files)
  })
  const known = new Set(system.protectionDomains.map(({ name }) => name))
  const strangers = [...(guest?.programs.keys() ?? [])].filter((name) => !known.has(name))
  const place = guest?.places.get("programs") ?? { file: guest?.file ?? "", line: 0, column: 0, endColumn: 0 }
  const findings: Diagnostic[] = [
    ...choices.flatMap((choice) => ("wrong" in choice ? [choice.wrong] : [])),
    ...strangers.map((name) =>
      errorAt(
        place,
        `"programs" names '${name}', and the system has no protection domain of that name`,
        `its protection domains are ${[...known].join(", ")}`,
      ),
    ),
  ]
  return {
    programs: choices.flatMap((choice) => ("program" in choice ? [choice.program] : [])),
    wrong: findings,
    notes: choices.flatMap((choice) => ("note" in choice && choice.note !== undefined ? [choice.note] : [])),
  }
}
