// SPDX-License-Identifier: BSD-2-Clause
//
// The host's WebAssembly engine, with the few types of its JavaScript interface that the project uses. V8 reads
// branch hints only when told to; it then lays what hardly ever runs out of the way.

import { setFlagsFromString } from "node:v8"

setFlagsFromString("--experimental-wasm-branch-hinting")

export interface WasmMemory {
  readonly buffer: ArrayBuffer
}

export interface WasmTable {
  readonly length: number
  get(index: number): unknown
  set(index: number, value: unknown): void
}

export type WasmExports = Readonly<Record<string, unknown>>
export type WasmImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>

interface Engine {
  readonly Memory: new (descriptor: { initial: number; maximum: number }) => WasmMemory
  readonly Table: new (descriptor: { initial: number; element: "anyfunc" }) => WasmTable
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: WasmImports) => { readonly exports: WasmExports }
}

const engine = (globalThis as unknown as { readonly WebAssembly: Engine }).WebAssembly

export function newMemory(pages: number): WasmMemory {
  return new engine.Memory({ initial: pages, maximum: pages })
}

export function newTable(size: number): WasmTable {
  return new engine.Table({ initial: size, element: "anyfunc" })
}

/** Compiles and instantiates; gives the exports. */
export function instantiate(bytes: Uint8Array, imports: WasmImports): WasmExports {
  return new engine.Instance(new engine.Module(bytes), imports).exports
}
