// SPDX-License-Identifier: BSD-2-Clause
//
// An example's folder: one `.system` file, one board tree (the `.dts` that begins with `/dts-v1/`), overlays
// for the guest (every other `.dts` and `.dtso`, in the order of their names) and a guest.json, which may name
// more overlays.

import { readdirSync, readFileSync, statSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"

import { type Diagnostic, errorAt, errorInFile, type Fix, replaceAt, warningAt } from "@vmm/diagnostic"
import { isOverlaySource } from "@vmm/devicetree"
import { type GuestConfig, parseGuestConfig } from "@vmm/guest-boot"

import { type Either, right } from "fp-ts/lib/Either.js"

import { type WrongInput, wrongFile, wrongInput } from "../wrong-input.ts"
import { noFile, noFolder } from "../wrong-path.ts"
import { chooseBoard } from "./board-tree.ts"
import { at } from "./files.ts"
import { foreignText } from "./foreign-text.ts"
import { missingFileHint, placeOfString, rewriteGuest, writeGuest } from "./guest-hints.ts"

export interface SourceText {
  /** Path as a user would write it. */
  readonly file: string
  readonly text: string
}

export interface Folder {
  /** The folder's base name: what the build is called. */
  readonly name: string
  readonly path: string
  readonly system: SourceText
  readonly base: SourceText
  readonly overlays: readonly SourceText[]
  /** guest.json, when there is one; its mistakes are among `wrong`. */
  readonly guest: { readonly source: SourceText; readonly config: GuestConfig | undefined } | undefined
  readonly wrong: readonly Diagnostic[]
}

function listFiles(path: string): Either<WrongInput, readonly string[]> {
  try {
    return right(readdirSync(path).sort())
  } catch {
    return wrongInput([noFolder(path, "name a folder with a .system file and device trees")])
  }
}

/** Texts that stand for those of files. */
export type Instead = ReadonlyMap<string, string>

function readText(file: string, remedy: string, instead: Instead): Either<WrongInput, SourceText> {
  const given = instead.get(file)
  if (given !== undefined) return right({ file, text: given })
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    return wrongInput([noFile(file, remedy, /^guest\.json$/)])
  }
  const text = bytes.toString("utf8")
  const foreign = foreignText(file, bytes)
  return foreign === undefined ? right({ file, text }) : wrongInput([foreign], new Map([[file, text]]))
}

/** All of the files, or what is wrong with the first that cannot be read. */
function readTexts(
  files: readonly string[],
  remedy: string,
  instead: Instead,
): Either<WrongInput, readonly SourceText[]> {
  const texts: SourceText[] = []
  for (const file of files) {
    const text = readText(file, remedy, instead)
    if (text._tag === "Left") return text
    texts.push(text.right)
  }
  return right(texts)
}

/** The one `.system` file, or that there is none or more than one; the one called as the folder is the likeliest. */
function onlySystem(path: string, found: readonly SourceText[]): Either<WrongInput, SourceText> {
  const [first, second] = found
  if (first === undefined)
    return wrongFile(path, "the folder has no `.system` file", "write one; system-files/ has templates")
  if (second === undefined) return right(first)
  const own = `${basename(resolve(path))}.system`
  const kept = found.find(({ file }) => basename(file) === own) ?? first
  const message = `the folder has more than one \`.system\` file: ${found.map(({ file }) => basename(file)).join(", ")}`
  const others = found.filter((one) => one !== kept)
  return wrongInput(
    others.map(({ file }) => {
      const place = { file, line: 1, column: 1, endColumn: 2 }
      const name = basename(file)
      const remedy = `keep one: move ${name} to another folder, or give it another ending, ${name}.old`
      return errorAt(place, message, remedy, { code: "system-file-twice" })
    }),
    new Map(found.map(({ file, text }) => [file, text])),
  )
}

/** Sources that nobody reads: an overlay ends in .dts or .dtso here. */
function unread(path: string, names: readonly string[], read: readonly SourceText[]): readonly Diagnostic[] {
  return names.flatMap((name) => {
    const [, stem, ending] = /^(.*)\.(dtsi|dtbo)$/.exec(name) ?? []
    const used = stem === undefined || read.some(({ text }) => text.includes(name))
    if (
      used ||
      (ending === "dtbo" && names.some((other) => /\.dtso?$/.test(other) && other.startsWith(`${stem}.`)))
    )
      return []
    const message = `nothing reads ${name}: the overlays of a folder end in .dts or .dtso, and no other file names it`
    const remedy =
      ending === "dtsi"
        ? `call it ${stem}.dts, or write /include/ "${name}" where it belongs`
        : `write its source to ${stem}.dtso: dtc -I dtb -O dts -o ${stem}.dtso ${name}`
    const place = { file: join(path, name), line: 1, column: 1, endColumn: 2 }
    return [warningAt(place, message, remedy, { code: "tree-not-read" })]
  })
}

function onlyBoard(path: string, trees: readonly SourceText[]): Either<WrongInput, SourceText> {
  const chosen = chooseBoard(path, trees)
  if ("board" in chosen) return right(chosen.board)
  return wrongInput(chosen.wrong, new Map(trees.map(({ file, text }) => [file, text])))
}

/** Characters of a guest file that may be written over. */
const SHORT = 40

interface ReadGuest extends Pick<Folder, "guest" | "wrong"> {
  /** The overlays that it names. */
  readonly more: readonly SourceText[]
}

const NO_GUEST: ReadGuest = { guest: undefined, wrong: [], more: [] }

/** The fix that takes a string out of a list of them, or leaves an empty list in its place. */
function withoutString(file: string, text: string, value: string): readonly Fix[] {
  const place = placeOfString(file, text, value)
  const line = place === undefined ? undefined : text.split("\n")[place.line - 1]
  if (place === undefined || line === undefined) return []
  const [before, after] = [line.slice(0, place.column - 1), line.slice(place.endColumn - 1)]
  const alone = /:\s*$/.test(before)
  const next = alone ? 0 : (/^\s*,\s*/.exec(after)?.[0].length ?? 0)
  const last = alone || next > 0 ? 0 : (/\s*,\s*$/.exec(before)?.[0].length ?? 0)
  const stretch = { ...place, column: place.column - last, endColumn: place.endColumn + next }
  const edits = [replaceAt(stretch, alone ? "[]" : "")]
  return [{ id: "drop-name", title: `take ${JSON.stringify(value)} out`, edits, notes: [] }]
}

/** Overlays of the guest file that are no files. */
function missingOverlays({ file, text }: SourceText, config: GuestConfig): readonly Diagnostic[] {
  return config.dtbOverlay.flatMap((path) => {
    const where = at(dirname(file), path)
    const stats = statSync(where, { throwIfNoEntry: false })
    if (stats?.isFile() === true) return []
    const hint = missingFileHint({ file, text, path, prefix: "", at: where })
    const message = stats === undefined ? `there is no file ${where}` : `${where} is no file`
    const meant =
      hint.meant === undefined ? 'correct "dtb-overlay"' : `did you mean ${hint.meant}? Else correct it`
    const found = errorInFile(file, message, `${meant}, or put the overlay's source there`, {
      code: "guest-file-missing",
      fixes: [...hint.fixes, ...withoutString(file, text, path)],
    })
    return [{ ...found, ...(hint.place ?? config.places.get("dtb-overlay")) }]
  })
}

function emptyGuest(file: string): readonly Diagnostic[] {
  const remedy = 'write a JSON object, such as { "kernel": "debian:linux-image-arm64" }'
  const place = { file, line: 1, column: 1, endColumn: 2 }
  return [
    errorAt(place, "the guest file is empty", remedy, { code: "guest-empty", fixes: [writeGuest(file)] }),
  ]
}

/** A short text that is no object: there is nothing in it to keep. */
function anew(wrong: Diagnostic, file: string, text: string): Diagnostic {
  if (wrong.code !== "guest-no-object" || text.trim().length > SHORT) return wrong
  return { ...wrong, fixes: [rewriteGuest(file, text)] }
}

function readGuest(file: string, instead: Instead): Either<WrongInput, ReadGuest> {
  const source = readText(file, 'write one: { "kernel": "debian:linux-image-arm64" }', instead)
  if (source._tag === "Left") return source
  const parsed = parseGuestConfig(file, source.right.text)
  if (parsed._tag === "Left") {
    const { text } = source.right
    const wrong = text.trim() === "" ? emptyGuest(file) : parsed.left.map((one) => anew(one, file, text))
    return right({ guest: { source: source.right, config: undefined }, wrong, more: [] })
  }
  const config = parsed.right
  const missing = missingOverlays(source.right, config)
  if (missing.length > 0) return wrongInput(missing, new Map([[file, source.right.text]]))
  const paths = config.dtbOverlay.map((path) => at(dirname(file), path))
  const more = readTexts(paths, `correct "dtb-overlay" in ${file}, or put the file there`, instead)
  if (more._tag === "Left") return more
  return right({ guest: { source: source.right, config }, wrong: [], more: more.right })
}

/** Both of two readings, with the mistakes of both when both fail. */
function both<A, B>(a: Either<WrongInput, A>, b: Either<WrongInput, B>): Either<WrongInput, [A, B]> {
  if (a._tag === "Right" && b._tag === "Right") return right([a.right, b.right])
  const failed = [a, b].flatMap((one) => (one._tag === "Left" ? [one.left] : []))
  const sources = new Map(failed.flatMap((one) => [...one.sources]))
  return wrongInput(
    failed.flatMap((one) => one.diagnostics),
    sources,
  )
}

/** Reads an example's folder; `guest` names a guest.json elsewhere. */
export function readFolder(
  path: string,
  guest?: string,
  instead: Instead = new Map(),
): Either<WrongInput, Folder> {
  const listed = listFiles(path)
  if (listed._tag === "Left") return listed
  const names = listed.right
  const texts = (suffix: RegExp) =>
    readTexts(
      names.filter((name) => suffix.test(name)).map((name) => join(path, name)),
      "check that the file may be read",
      instead,
    )
  const systems = texts(/\.system$/)
  if (systems._tag === "Left") return systems
  const trees = texts(/\.dtso?$/)
  if (trees._tag === "Left") return trees
  const chosen = both(onlySystem(path, systems.right), onlyBoard(path, trees.right))
  if (chosen._tag === "Left") return chosen
  const [system, base] = chosen.right
  const file = guest ?? (names.includes("guest.json") ? join(path, "guest.json") : undefined)
  const read = file === undefined ? right(NO_GUEST) : readGuest(file, instead)
  if (read._tag === "Left") return read
  const { guest: found, wrong, more } = read.right
  const sources = [...trees.right, ...more, ...(found === undefined ? [] : [found.source])]
  return right({
    name: basename(resolve(path)),
    path,
    system,
    base,
    overlays: [...trees.right.filter(({ text }) => isOverlaySource(text)), ...more],
    guest: found,
    wrong: [...unread(path, names, sources), ...wrong],
  })
}
