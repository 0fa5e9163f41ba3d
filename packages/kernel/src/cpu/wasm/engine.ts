// SPDX-License-Identifier: BSD-2-Clause
//
// The host's WebAssembly engine, with the few types of its JavaScript interface that the project uses. V8 reads
// branch hints only when told to; it then lays what hardly ever runs out of the way.

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

interface Host {
  readonly versions?: { readonly v8?: string }
  getBuiltinModule?(name: "v8"): { setFlagsFromString(flags: string): void } | undefined
}

/** V8's versions that have these features without a flag, as major * 100 + minor; Node 20 has 11.3. */
const SHIPPED = { "relaxed-simd": 1104, "branch-hinting": 1307 } as const

/** Asks for a feature that Node's V8 has behind a flag; any other host is left as it is. */
export function askFor(feature: keyof typeof SHIPPED): void {
  const host = (globalThis as unknown as { readonly process?: Host }).process
  const [major, minor] = (host?.versions?.v8 ?? "99.0").split(".").map(Number)
  if (major * 100 + minor >= SHIPPED[feature]) return
  host?.getBuiltinModule?.("v8")?.setFlagsFromString(`--experimental-wasm-${feature}`)
}

askFor("branch-hinting")

/** Compiles and instantiates; gives the exports. */
export function instantiate(bytes: Uint8Array, imports: WasmImports): WasmExports {
  return new engine.Instance(new engine.Module(bytes), imports).exports
}
