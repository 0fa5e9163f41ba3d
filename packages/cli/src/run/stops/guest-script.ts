// SPDX-License-Identifier: BSD-2-Clause
//
// A script of the guest, such as its /init, where a folder of its ramdisk has it, and what mends it: the file itself,
// or a layer over a ramdisk of elsewhere; a layer that hides another one's program can be left out.

import { existsSync } from "node:fs"
import { join, relative, resolve } from "node:path"

import type { Fix, Place } from "@vmm/diagnostic"
import { ramdiskContents, ramdiskText } from "@vmm/guest-boot"
import { addToStrings, type ExampleFiles, removeFromStrings, type ScriptEnd } from "@vmm/report"

import type { StopContext } from "./stop-context.ts"

/** The folder of a layer that has a program mended; the check's remedies call it so too. */
const LAYER = "ramdisk-mended"

/** A script of the guest in a folder of its ramdisk. */
export interface Script {
  /** Below the example's folder; outside when it begins with `..`; undefined in an archive. */
  readonly file: string | undefined
  /** In the guest, without the first slash. */
  readonly path: string
  readonly text: string
}

/** Layers of the guest file's ramdisk, folders and others; none where it cannot be read. */
function ramdiskOf(text: string): readonly string[] {
  try {
    const { ramdisk, initrd } = JSON.parse(text) as { readonly ramdisk?: unknown; readonly initrd?: unknown }
    const layers = ramdisk ?? initrd
    return (Array.isArray(layers) ? layers : [layers]).filter((one) => typeof one === "string")
  } catch {
    return []
  }
}

/** What the layers that are files or folders hold; undefined where one cannot be read. */
function textIn(layers: readonly string[], path: string) {
  try {
    return ramdiskText(ramdiskContents(layers.map((layer) => ({ kind: "path", path: layer }))).held, path)
  } catch {
    return undefined
  }
}

export function scriptOf({ example, folder }: StopContext, path: string | undefined): Script | undefined {
  const all = ramdiskOf(example.guest?.text ?? "").map((layer) => join(folder, layer))
  const found = path === undefined ? undefined : textIn(all.filter(existsSync), path)
  if (path === undefined || found === undefined) return undefined
  const { source, text } = found
  const file = source === undefined ? undefined : relative(resolve(folder), resolve(source))
  return { file, path: path.replace(/^\/+/, ""), text }
}

/** A line of the script; undefined in an archive. */
export const scriptPlace = ({ folder }: StopContext, { file }: Script, line: number): Place | undefined =>
  file === undefined ? undefined : { file: join(folder, file), line, column: 1, endColumn: 2 }

/** The script as it should be. */
export function mendScript(
  { guest }: ExampleFiles,
  { file, path, text }: Script,
  { title, mended }: ScriptEnd,
): Fix {
  if (file !== undefined && !file.startsWith("..")) {
    const lines = text.split("\n")
    const edit = {
      kind: "replace",
      file,
      line: 1,
      column: 1,
      endLine: lines.length,
      endColumn: (lines.at(-1)?.length ?? 0) + 1,
      text: mended,
    } as const
    return { id: "mend-init", title, edits: [edit], notes: [] }
  }
  const listed = guest === undefined ? [] : addToStrings(guest, "ramdisk", LAYER)
  const own = `${LAYER}/${path}`
  const edits = listed.length === 0 ? [] : [{ kind: "append", file: own, text: mended } as const, ...listed]
  const what = `${title}, in a layer over the ramdisk: "${LAYER}"`
  return { id: "mended-layer", title: what, edits, notes: [], executable: [own] }
}

/** Leaves out the layer whose program hides that of another one. */
export function withoutLayer({ example, folder }: StopContext, path: string | undefined): readonly Fix[] {
  const { guest } = example
  if (guest === undefined || path === undefined) return []
  const having = ramdiskOf(guest.text).filter((layer) => existsSync(join(folder, layer, path)))
  const [hidden, layer] = having.slice(-2)
  if (hidden === undefined || layer === undefined) return []
  const edits = removeFromStrings(guest, "ramdisk", layer)
  const title = `begin with ${path} of "${hidden}": leave out the layer "${layer}", whose own hides it`
  return edits.length === 0 ? [] : [{ id: "drop-layer", title, edits, notes: [] }]
}
