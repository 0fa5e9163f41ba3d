// SPDX-License-Identifier: BSD-2-Clause
//
// A user's program as a function of this process. The module, TypeScript or JavaScript, is bundled with what it
// imports by path; the runtime's packages, wherever the file lies, are the very modules that are loaded here.

import { createRequire } from "node:module"
import { dirname, resolve } from "node:path"

import * as guestBoot from "@vmm/guest-boot"
import * as kernelApi from "@vmm/kernel/api"
import * as simpleVmm from "@vmm/simple-vmm"
import * as vgic from "@vmm/vgic"
import * as vmrt from "@vmm/vmrt"

import { type Diagnostic, errorAt, errorInFile } from "@vmm/diagnostic"

import { knowLines } from "./stops/program-lines.ts"

const PACKAGES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "@vmm/guest-boot": guestBoot,
  "@vmm/kernel/api": kernelApi,
  "@vmm/simple-vmm": simpleVmm,
  "@vmm/vgic": vgic,
  "@vmm/vmrt": vmrt,
}
/** Where bundles find the packages. */
const SHELF = "vmm.packages"

/** What is used of esbuild (its JavaScript API, `build`). */
interface Bundler {
  build(options: object): Promise<{
    readonly outputFiles: ReadonlyArray<{ readonly path: string; readonly text: string }>
  }>
}

interface PluginBuild {
  onResolve(options: { filter: RegExp }, callback: (args: { path: string }) => object | undefined): void
  onLoad(options: { filter: RegExp; namespace: string }, callback: (args: { path: string }) => object): void
}

interface Message {
  readonly text: string
  readonly location: { file: string; line: number; column: number; length: number } | null
}

/** tsx's own esbuild. */
function bundler(): Bundler {
  const require = createRequire(import.meta.url)
  return createRequire(require.resolve("tsx"))("esbuild") as Bundler
}

/** A module that hands on what is loaded already. */
function handOn(name: string): string {
  const lines = Object.keys(PACKAGES[name] ?? {}).map((key) => `export const ${key} = shelf.${key}`)
  return [`const shelf = globalThis[Symbol.for("${SHELF}")]["${name}"]`, ...lines].join("\n")
}

const SHELF_PLUGIN = {
  name: "vmm-packages",
  setup: (build: PluginBuild) => {
    build.onResolve({ filter: /^@vmm\// }, ({ path }) =>
      Object.hasOwn(PACKAGES, path) ? { path, namespace: "vmm" } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: "vmm" }, ({ path }) => ({ contents: handOn(path), loader: "js" }))
  },
}

type Watched = <T>(body: () => Promise<T>) => Promise<T>

/** Bundles and loads the module at `path`; gives its default export. `watched` goes around the loading. */
export async function importProgram(path: string, watched: Watched = (body) => body()): Promise<unknown> {
  Object.assign(globalThis, { [Symbol.for(SHELF)]: PACKAGES })
  const { outputFiles } = await bundler().build({
    entryPoints: [resolve(path)],
    absWorkingDir: process.cwd(),
    bundle: true,
    write: false,
    outfile: resolve(`${path}.bundle.js`),
    sourcemap: "external",
    sourcesContent: false,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "silent",
    plugins: [SHELF_PLUGIN],
  })
  const of = (end: string) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? ""
  const url = `data:text/javascript;base64,${Buffer.from(of(".js")).toString("base64")}`
  const map = of(".map")
  if (map !== "") knowLines(url, map, dirname(resolve(path)))
  const loaded = await watched(() => importer()(url))
  return loaded.default
}

type Importer = (url: string) => Promise<{ default?: unknown }>

/** A script out of the code cache cannot import; the module that started it does it then (start.ts). */
function importer(): Importer {
  const lent = (globalThis as { readonly [name: symbol]: unknown })[Symbol.for("vmm.import")]
  return (lent as Importer | undefined) ?? ((url) => import(url))
}

const hasMessages = (cause: unknown): cause is { readonly errors: readonly Message[] } =>
  cause instanceof Error && "errors" in cause && Array.isArray(cause.errors)

/** Why a program does not load, with its places where there are any. */
export function programProblems(path: string, cause: unknown): readonly Diagnostic[] {
  const remedy = "mend the program, or name another one"
  if (!hasMessages(cause)) {
    return [errorInFile(path, `the program cannot be loaded: ${String(cause)}`, remedy)]
  }
  return cause.errors.map(({ text, location }) => {
    const { file, line, column, length } = location ?? { file: path, line: 0, column: -1, length: 1 }
    return errorAt({ file, line, column: column + 1, endColumn: column + 1 + length }, text, remedy)
  })
}
