// SPDX-License-Identifier: BSD-2-Clause
//
// Programs of protection domains that a user wrote: modules whose default export makes the program. For a domain
// that owns a virtual machine it is called as simple-vmm is, with the machine's configuration and the fault report.

import * as Effect from "effect/Effect"
import type { EntryWatch } from "@vmm/kernel"
import type { ProgramFactory } from "@vmm/kernel/api"
import type { FaultReport } from "@vmm/simple-vmm"
import type { VmConfig } from "@vmm/vmrt"

import { badInput, type BadInput, fileError } from "../bad-input.ts"
import type { CompiledSystem } from "../compile/compiled.ts"
import { MODULE } from "./hang-watch.ts"

type Maker = (...args: readonly unknown[]) => unknown

const isMaker = (value: unknown): value is Maker => typeof value === "function"

/** A program of a domain with a virtual machine that is written as one without; the domain faults with the reason. */
function noFactory(): never {
  throw new TypeError(
    "this domain has a virtual machine: its default export is given the machine's configuration and gives the " +
      "function that makes the program, export default (config) => (microkit) => ({ init() {}, ... })",
  )
}

export class Modules {
  private readonly makers: ReadonlyMap<string, Maker>

  constructor(makers: ReadonlyMap<string, Maker>) {
    this.makers = makers
  }

  /** The program of the module at `path`; `config` is that of the domain's virtual machine. */
  program(path: string, config: VmConfig | undefined, report: FaultReport): ProgramFactory {
    const maker = this.makers.get(path)
    if (maker === undefined) throw new RangeError(`the program ${path} was not loaded`)
    const made = config === undefined ? maker : maker(config, report)
    if (!isMaker(made)) return noFactory
    return made as ProgramFactory
  }
}

/** The bundler is loaded when there is something to bundle. */
function load(
  path: string,
  pd: string,
  watch: EntryWatch | undefined,
): Effect.Effect<readonly [string, Maker], BadInput> {
  return Effect.gen(function* () {
    const { importProgram, programProblems } = yield* Effect.promise(() => import("./program-imports.ts"))
    const watched = async <T>(body: () => Promise<T>): Promise<T> => {
      watch?.enter(pd, MODULE)
      return await body().finally(() => watch?.leave())
    }
    const made = yield* Effect.tryPromise({
      try: () => importProgram(path, watched),
      catch: (cause) => badInput(programProblems(path, cause), new Map()),
    })
    if (isMaker(made)) return [path, made] as const
    return yield* fileError(
      path,
      "the program has no default export that is a function",
      "export default one",
    )
  })
}

/** Loads every module that the system names; `watch` is told while each runs its top level. */
export function loadModules(
  system: CompiledSystem,
  watch: EntryWatch | undefined,
): Effect.Effect<Modules, BadInput> {
  const paths = new Map(
    system.domains.flatMap(({ name, program }) =>
      program.kind === "module" ? [[program.path, name] as const] : [],
    ),
  )
  return Effect.forEach([...paths], ([path, pd]) => load(path, pd, watch)).pipe(
    Effect.map((entries) => new Modules(new Map(entries))),
  )
}
