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

const host = (globalThis as unknown as { readonly process?: Host }).process

/** V8's version as major * 100 + minor; 9900 where another engine runs. */
export function engineVersion(): number {
  const [major, minor] = (host?.versions?.v8 ?? "99.0").split(".").map(Number)
  return major * 100 + minor
}

/** Sets a flag of Node's V8; any other host is left as it is. */
export function setFlag(flag: string): void {
  if (host?.versions?.v8 !== undefined) host.getBuiltinModule?.("v8")?.setFlagsFromString(flag)
}

/** Asks for a feature that Node's V8 has behind a flag. */
export function askFor(feature: keyof typeof SHIPPED): void {
  if (engineVersion() >= SHIPPED[feature]) return
  setFlag(`--experimental-wasm-${feature}`)
}

askFor("branch-hinting")

/** Generated code calls nothing that calls itself, and comes back within a piece of a run: nothing to look for. */
setFlag("--no-wasm-stack-checks")

/**
 * Bytes of a function that its quickly made code may run through before V8 compiles it anew, well. V8's own
 * 1,800,000 has it compile most of what a booting kernel runs, on the core that is to run it.
 */
const TIERING_BUDGET = 16_000_000
const V8_TIERING_BUDGET = 1_800_000

/** How V8's young generation grows when it has to, as it is at the start. */
const V8_GROWTH = 2

let budget = V8_TIERING_BUDGET
let growth = V8_GROWTH

/** From now on functions have to be hotter than V8 thinks before it compiles them well. */
export function raiseTieringBudget(): void {
  budget = TIERING_BUDGET
  setFlag(`--wasm-tiering-budget=${budget}`)
}

/**
 * V8's young generation stays as large as it is. A machine at work makes little garbage, for which V8 would let it grow
 * to three times 16 MB.
 */
export function holdYoungGeneration(): void {
  growth = 1
  setFlag(`--semi-space-growth-factor=${growth}`)
}

/** Does it with V8's flags as they are at the start of any process but for `flag`, so that two processes agree. */
export function underFlag<A>(flag: string, work: () => A): A {
  setFlag(`--wasm-tiering-budget=${V8_TIERING_BUDGET}`)
  setFlag(`--semi-space-growth-factor=${V8_GROWTH}`)
  setFlag(`--${flag}`)
  try {
    return work()
  } finally {
    setFlag(`--no-${flag}`)
    setFlag(`--semi-space-growth-factor=${growth}`)
    setFlag(`--wasm-tiering-budget=${budget}`)
  }
}

/** A module and the exports of its only instance. */
export interface Built {
  readonly module: object
  readonly exports: WasmExports
}

/** Compiles and instantiates. */
export function build(bytes: Uint8Array, imports: WasmImports): Built {
  return instanceOf(new engine.Module(bytes), imports)
}

/** As `build`, for bytes of our own making: each function is looked at when it first runs. */
export function buildBelieved(bytes: Uint8Array, imports: WasmImports): Built {
  setFlag("--wasm-lazy-validation")
  try {
    return build(bytes, imports)
  } finally {
    setFlag("--no-wasm-lazy-validation")
  }
}

export function instanceOf(module: object, imports: WasmImports): Built {
  return { module, exports: new engine.Instance(module, imports).exports }
}

/** Compiles and instantiates; gives the exports. */
export function instantiate(bytes: Uint8Array, imports: WasmImports): WasmExports {
  return build(bytes, imports).exports
}
