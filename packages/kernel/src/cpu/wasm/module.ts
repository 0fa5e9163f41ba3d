// SPDX-License-Identifier: BSD-2-Clause
//
// Writes a module in the WebAssembly binary format (core specification, section 5.5): types, imports,
// functions, exports, active element segments and code. Function bodies come ready encoded.

import { ByteWriter } from "./bytes.ts"
import { EMPTY_BLOCK, FUNCREF, OP } from "./opcodes.ts"

const SECTION = { type: 1, import: 2, function: 3, export: 7, element: 9 } as const
const SECTION_CUSTOM = 0
export const SECTION_CODE = 10

const head = new ByteWriter(64)

/** Name of the section of branch hints (the branch hinting proposal, "Custom sections"). */
const BRANCH_HINTS = "metadata.code.branch_hint"

/** How an `if` or `br_if` is likely to go: its offset in the code, and whether its condition mostly holds. */
export interface BranchHint {
  readonly at: number
  readonly likely: boolean
}

/**
 * Appends a function body: its size, its locals run by run, its code, and `end`. Gives the bytes between the size and
 * the code.
 */
export function writeBody(to: ByteWriter, locals: readonly number[], code: ByteWriter): number {
  head.reset()
  let runs = 0
  for (let at = 0; at < locals.length; at++) if (at === 0 || locals[at] !== locals[at - 1]) runs += 1
  head.u32(runs)
  for (let at = 0; at < locals.length;) {
    let end = at
    while (end < locals.length && locals[end] === locals[at]) end += 1
    head.u32(end - at)
    head.u8(locals[at])
    at = end
  }
  to.u32(head.length + code.length + 1)
  to.raw(head.bytes, 0, head.length)
  to.raw(code.bytes, 0, code.length)
  to.u8(OP.end)
  return head.length
}

export class ModuleWriter {
  private readonly types: string[] = []
  private readonly typeBytes: Uint8Array[] = []
  private readonly imports = new ByteWriter()
  private importCount = 0
  private importedFunctions = 0
  private readonly functionTypes: number[] = []
  private readonly bodies = new ByteWriter(1 << 16)
  private bodyCount = 0
  private readonly exports = new ByteWriter()
  private exportCount = 0
  private readonly hints = new ByteWriter()
  private hintedFunctions = 0
  private readonly elements: Array<{ offset: number; functions: readonly number[] }> = []

  /** Number of the function type (value types of opcodes.ts). */
  type(params: readonly number[], results: readonly number[]): number {
    const key = `${params.join()}>${results.join()}`
    const known = this.types.indexOf(key)
    if (known >= 0) return known
    this.types.push(key)
    this.typeBytes.push(new Uint8Array([0x60, params.length, ...params, results.length, ...results]))
    return this.types.length - 1
  }

  /** Imports a memory of exactly `pages` pages of 64 KiB. */
  importMemory(module: string, name: string, pages: number): void {
    this.importHead(module, name, 0x02)
    this.imports.u8(0x01)
    this.imports.u32(pages)
    this.imports.u32(pages)
  }

  importTable(module: string, name: string, minimum: number): void {
    this.importHead(module, name, 0x01)
    this.imports.u8(FUNCREF)
    this.imports.u8(0x00)
    this.imports.u32(minimum)
  }

  /** Imports a function; all imports come before the first `function`. Gives its index. */
  importFunction(module: string, name: string, type: number): number {
    this.importHead(module, name, 0x00)
    this.imports.u32(type)
    return this.importedFunctions++
  }

  private importHead(module: string, name: string, kind: number): void {
    this.imports.name(module)
    this.imports.name(name)
    this.imports.u8(kind)
    this.importCount += 1
  }

  /** Index that the next function will have. */
  get nextFunction(): number {
    return this.importedFunctions + this.functionTypes.length
  }

  /**
   * Adds a function; `locals` are the types of its locals after the parameters, `code` ends without `end`. The hints
   * are in the order of their places.
   */
  function(
    type: number,
    locals: readonly number[],
    code: ByteWriter,
    hints: readonly BranchHint[] = [],
  ): number {
    const start = writeBody(this.bodies, locals, code)
    this.bodyCount += 1
    const index = this.declare(type)
    if (hints.length > 0) this.writeHints(index, start, hints)
    return index
  }

  /**
   * Adds a function whose body is ready: locals, code and `end`, without the size. Hints are twice their offset into
   * it, and 1 where the branch is likely.
   */
  readyFunction(type: number, body: Uint8Array, hints: Int32Array): number {
    this.bodies.u32(body.length)
    this.bodies.raw(body)
    this.bodyCount += 1
    const index = this.declare(type)
    const unpacked = Array.from(hints, (hint) => ({ at: hint >>> 1, likely: (hint & 1) !== 0 }))
    if (hints.length > 0) this.writeHints(index, 0, unpacked)
    return index
  }

  private writeHints(index: number, start: number, hints: readonly BranchHint[]): void {
    this.hints.u32(index)
    this.hints.u32(hints.length)
    for (const { at, likely } of hints) {
      this.hints.u32(start + at)
      this.hints.u8(1)
      this.hints.u8(likely ? 1 : 0)
    }
    this.hintedFunctions += 1
  }

  /** Declares a function whose body is appended later: the module is a prefix then. */
  declare(type: number): number {
    this.functionTypes.push(type)
    return this.nextFunction - 1
  }

  exportFunction(name: string, index: number): void {
    this.exports.name(name)
    this.exports.u8(0x00)
    this.exports.u32(index)
    this.exportCount += 1
  }

  /** Fills table 0 from `offset` with these functions at instantiation. */
  element(offset: number, functions: readonly number[]): void {
    this.elements.push({ offset, functions })
  }

  finish(): Uint8Array {
    const out = new ByteWriter(this.bodies.length + 4096)
    out.raw(new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]))
    const section = (id: number, count: number, fill: (to: ByteWriter) => void) => {
      if (count === 0) return
      const body = new ByteWriter(1024)
      body.u32(count)
      fill(body)
      out.u8(id)
      out.u32(body.length)
      out.raw(body.bytes, 0, body.length)
    }
    section(SECTION.type, this.types.length, (to) => this.typeBytes.forEach((bytes) => to.raw(bytes)))
    section(SECTION.import, this.importCount, (to) => to.raw(this.imports.bytes, 0, this.imports.length))
    section(SECTION.function, this.functionTypes.length, (to) => this.functionTypes.forEach((t) => to.u32(t)))
    section(SECTION.export, this.exportCount, (to) => to.raw(this.exports.bytes, 0, this.exports.length))
    section(SECTION.element, this.elements.length, (to) => this.writeElements(to))
    if (this.hintedFunctions > 0) {
      const named = new ByteWriter(64)
      named.name(BRANCH_HINTS)
      named.u32(this.hintedFunctions)
      out.u8(SECTION_CUSTOM)
      out.u32(named.length + this.hints.length)
      out.raw(named.bytes, 0, named.length)
      out.raw(this.hints.bytes, 0, this.hints.length)
    }
    section(SECTION_CODE, this.bodyCount, (to) => to.raw(this.bodies.bytes, 0, this.bodies.length))
    return out.take()
  }

  private writeElements(to: ByteWriter): void {
    for (const { offset, functions } of this.elements) {
      to.u8(0x00)
      to.u8(OP.i32_const)
      to.s32(offset)
      to.u8(OP.end)
      to.u32(functions.length)
      for (const index of functions) to.u32(index)
    }
  }
}

/** Type byte of a block: none or one value. */
export function blockType(result?: number): number {
  return result ?? EMPTY_BLOCK
}
