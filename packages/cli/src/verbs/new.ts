// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm new`: a folder for a board that has none. The skeleton is written, then mended as `vmm fix` would: first what is
// wrong with it, which gives the guest its console, then what it is warned of.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"

import {
  compileDts,
  type DeviceTree,
  memoryRanges,
  printDts,
  readDtb,
  regRanges,
  walk,
} from "@vmm/devicetree"
import { type Diagnostic, isError } from "@vmm/diagnostic"
import * as Effect from "effect/Effect"

import { badInput, type BadInput, fileError } from "../bad-input.ts"
import type { Action } from "../command/verb.ts"
import { FileReader } from "../compile/files.ts"
import { countText } from "../diagnostic.ts"
import { EXIT_BAD_INPUT, EXIT_OK } from "../exit-code.ts"
import { Draft } from "../fix/draft.ts"
import { repair, type Repaired } from "../fix/repair.ts"
import { type Memory, memoryOf, memorySource } from "../new/memory-option.ts"
import { guestRam, INIT_FILE, skeleton } from "../new/skeleton.ts"
import type { Stdio } from "../stdio.ts"
import { noFile } from "../wrong-path.ts"

interface Board {
  readonly text: string
  readonly tree: DeviceTree
}

/** The header of a compiled tree (Devicetree Specification v0.4, section 5.2). */
const isBlob = (bytes: Uint8Array): boolean =>
  [0xd0, 0x0d, 0xfe, 0xed].every((byte, index) => bytes[index] === byte)

const refused = (findings: readonly Diagnostic[], file: string, text: string) =>
  Effect.fail(badInput(findings, new Map([[file, text]])))

/** A source that is a whole by itself stays as it is; of others, and of compiled trees, one is printed. */
function readBoard(file: string): Effect.Effect<Board, BadInput> {
  return Effect.gen(function* () {
    const bytes = yield* Effect.try({
      try: () => readFileSync(file),
      catch: () => badInput([noFile(file, "name the board's .dts or .dtb", /\.dtb$/)]),
    })
    if (isBlob(bytes)) {
      const read = readDtb(bytes, file)
      return read._tag === "Left"
        ? yield* refused(read.left, file, "")
        : { text: printDts(read.right), tree: read.right }
    }
    const text = bytes.toString("utf8")
    const files = new FileReader(dirname(file))
    const options = {
      include: (path: string, from: string) => files.include(path, from),
      incbin: (path: string, from: string) => files.incbin(path, from),
    }
    const compiled = compileDts([{ file, text }], options)
    if (compiled._tag === "Left") return yield* refused(compiled.left, file, text)
    const whole = !/^\s*\/include\/|\/incbin\//m.test(text)
    return { text: whole ? text : printDts(compiled.right), tree: compiled.right }
  })
}

/** The board with the RAM of the option. */
function withMemory(file: string, board: Board, memory: Memory | undefined): Effect.Effect<Board, BadInput> {
  if (memory === undefined) return Effect.succeed(board)
  const text = `${board.text}${memorySource(board.tree, memory)}`
  const compiled = compileDts([{ file, text }])
  return compiled._tag === "Left"
    ? refused(compiled.left, file, text)
    : Effect.succeed({ text, tree: compiled.right })
}

/** The folder must be a new one, so that nothing of anybody's is written over. */
function isTaken(dir: string): boolean {
  try {
    return existsSync(dir) && readdirSync(dir).length > 0
  } catch {
    return true
  }
}

function write(dir: string, files: ReadonlyMap<string, string>): Effect.Effect<void, BadInput> {
  return Effect.try({
    try: () => {
      for (const [name, text] of files) {
        const path = join(dir, name)
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, text)
      }
      chmodSync(join(dir, INIT_FILE), 0o755)
    },
    catch: () => fileError(dir, "the folder cannot be written", "see that you may write there"),
  })
}

/** Errors first: so the console has what it needs before devices that nobody needs are disabled. */
function mended(dir: string): Effect.Effect<Repaired> {
  return Effect.scoped(
    Effect.gen(function* () {
      const draft = yield* Effect.acquireRelease(
        Effect.sync(() => new Draft(dir)),
        (one) => Effect.sync(() => one.close()),
      )
      const options = { guest: undefined, way: undefined }
      const first = yield* repair(draft, { ...options, warnings: false })
      // What no guest needs is taken away, not given.
      const second = yield* repair(draft, { ...options, way: "disable", warnings: true })
      draft.commit()
      return { ...second, mended: [...first.mended, ...second.mended] }
    }),
  )
}

function tell(dir: string, board: string, files: readonly string[], repaired: Repaired, stdio: Stdio): void {
  stdio.err(`made ${[board, ...files].map((name) => join(dir, name)).join(", ")}\n`)
  for (const { fix } of repaired.mended) stdio.err(`  ${fix.title}\n`)
  const errors = repaired.left.filter(isError)
  if (repaired.left.length > 0) stdio.err(`left is what vmm check ${dir} says: ${countText(repaired.left)}\n`)
  const next =
    errors.length > 0 ? `vmm check ${dir}` : `vmm build ${dir} && vmm run ${basename(resolve(dir))}`
  stdio.err(`next: ${next}; vmm map ${dir} draws it\n`)
}

/** RAM where an interrupt controller has its registers: a wrong --memory, of which much else would follow. */
function overRegisters(file: string, { tree }: Board): Effect.Effect<void, BadInput> {
  const ram = memoryRanges(tree)
  const hit = [...walk(tree.root)].find(
    (node) =>
      node.properties.has("interrupt-controller") &&
      regRanges(node).some((own) =>
        ram.some(
          (range) => own.address < range.address + range.size && range.address < own.address + own.size,
        ),
      ),
  )
  if (hit === undefined) return Effect.void
  const at = `0x${(regRanges(hit)[0]?.address ?? 0).toString(16)}`
  const remedy = "correct --memory, or the tree's memory node: RAM ends below the devices"
  return Effect.fail(fileError(file, `the RAM covers the registers of ${hit.path} at ${at}`, remedy))
}

const NO_RAM =
  "give --memory ADDRESS:SIZE, such as --memory 0x40000000:2G: the board's firmware writes it down at its start, and " +
  "the board's manual has it"

export const newVerb: Action = ({ positionals, options }, stdio) =>
  Effect.gen(function* () {
    const [dir = "", file = ""] = positionals
    const memory = memoryOf(options.get("memory") ?? "")
    const board = yield* withMemory(file, yield* readBoard(file), memory)
    if (memoryRanges(board.tree).length === 0) {
      return yield* Effect.fail(fileError(file, "the tree names no RAM", NO_RAM))
    }
    yield* overRegisters(file, board)
    const ram = guestRam(board.tree)
    if (ram === undefined) {
      return yield* Effect.fail(fileError(file, "the board has no 64 MiB of RAM in one piece", NO_RAM))
    }
    if (isTaken(dir)) {
      return yield* Effect.fail(
        fileError(dir, "there is something already", "name a folder that is not there yet"),
      )
    }
    const name = basename(resolve(dir))
    const files = skeleton(name, board.tree, ram)
    const tree = `${name}.dts`
    yield* write(dir, new Map([[tree, board.text], ...files]))
    const repaired = yield* mended(dir)
    tell(dir, tree, [...files.keys()], repaired, stdio)
    return repaired.left.some(isError) ? EXIT_BAD_INPUT : EXIT_OK
  })
