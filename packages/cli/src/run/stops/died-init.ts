// SPDX-License-Identifier: BSD-2-Clause
//
// A guest whose first process ended: the line of its script, the word of the command line that named another program
// than /init, and what mends either: the script in its place, or a layer over a ramdisk of elsewhere.

import { existsSync, readFileSync } from "node:fs"
import { join, normalize } from "node:path"

import type { Fix, Place } from "@vmm/diagnostic"
import {
  addToStrings,
  type Complaint,
  type ConsoleWatch,
  type ExampleFiles,
  initEnd,
  initFixes,
  lastComplaint,
  type PanicCause,
  type ScriptEnd,
  scriptEnd,
  withoutWord,
  wordPlace,
} from "@vmm/report"

import type { StopContext } from "./stop-context.ts"

/** The folder of a layer that has a program mended; the check's remedies call it so too. */
const LAYER = "ramdisk-mended"

/** A script of the guest in a folder of its ramdisk. */
interface Script {
  /** Below the example's folder; outside when it begins with `..`. */
  readonly file: string
  /** In the guest, without the first slash. */
  readonly path: string
  readonly text: string
}

/** Layers of the guest file's ramdisk; none where it cannot be read. */
function ramdiskOf(text: string): readonly string[] {
  try {
    const { ramdisk, initrd } = JSON.parse(text) as { readonly ramdisk?: unknown; readonly initrd?: unknown }
    const layers = ramdisk ?? initrd
    return (Array.isArray(layers) ? layers : [layers]).filter((one) => typeof one === "string")
  } catch {
    return []
  }
}

function scriptOf({ example, folder }: StopContext, path: string | undefined): Script | undefined {
  if (path === undefined) return undefined
  const files = ramdiskOf(example.guest?.text ?? "").map((layer) => join(layer, path))
  const file = files.findLast((one) => existsSync(join(folder, one)))
  if (file === undefined) return undefined
  return {
    file: normalize(file),
    path: path.replace(/^\/+/, ""),
    text: readFileSync(join(folder, file), "utf8"),
  }
}

const placeIn = ({ folder }: StopContext, { file }: Script, line: number): Place => ({
  file: join(folder, file),
  line,
  column: 1,
  endColumn: 2,
})

/** The script as it should be. */
function mend({ guest }: ExampleFiles, { file, path, text }: Script, { title, mended }: ScriptEnd): Fix {
  if (!file.startsWith("..")) {
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

/** The word that has the kernel start another program than /init. */
function startWord({ commandLine = "" }: StopContext, path: string | undefined): string | undefined {
  const words = commandLine.split(/\s+/)
  return path === undefined || path === "/init"
    ? undefined
    : words.findLast((word) => word === `rdinit=${path}` || word === `init=${path}`)
}

/** The end of the first process, explained as far as its script is at hand. */
export function diedInit(
  context: StopContext,
  watch: ConsoleWatch,
  cause: PanicCause,
): PanicCause & { readonly place?: Place } {
  const { example } = context
  const end = initEnd(watch.panic?.reason ?? "")
  if (end === undefined) return cause
  const complaint = lastComplaint(end, watch.complaints)
  const script = scriptOf(context, complaint?.script ?? watch.init)
  const found = script === undefined ? undefined : scriptEnd(script.text, end, watch.before, complaint)
  const word = startWord(context, watch.init)
  const whys = [
    end.text,
    ...(word === undefined ? [] : [`${word} on the command line starts it`]),
    ...(found === undefined ? (complaint === undefined ? [] : [complaint.text]) : [found.why]),
  ]
  const fixes = [
    ...(script === undefined || found === undefined ? [] : [mend(example, script, found)]),
    ...(word === undefined ? [] : [withoutStart(context, word)]),
    ...initFixes(end, example),
    ...cause.fixes,
  ]
  const place = diedPlace(context, script, found, complaint, word)
  const meaning = `${cause.meaning}: ${whys.join(": ")}`
  return { ...cause, meaning, fixes, ...(place === undefined ? {} : { place }) }
}

const withoutStart = ({ example, commandLine }: StopContext, word: string): Fix => ({
  id: "command-line",
  title: `take ${word} away: the guest begins with /init`,
  edits: withoutWord(example, word, commandLine),
  notes: [],
})

function diedPlace(
  context: StopContext,
  script: Script | undefined,
  found: ScriptEnd | undefined,
  complaint: Complaint | undefined,
  word: string | undefined,
): Place | undefined {
  const line = found?.line ?? complaint?.line
  if (script !== undefined && line !== undefined) return placeIn(context, script, line)
  const place = word === undefined ? undefined : wordPlace(context.example, word)
  return place === undefined ? undefined : { ...place, file: join(context.folder, place.file) }
}
