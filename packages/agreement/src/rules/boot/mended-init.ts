// SPDX-License-Identifier: BSD-2-Clause
//
// What mends a program of the ramdisk that Linux cannot start: its file, where that lies in the example's folder; else
// a layer over the ramdisk that has it mended, which leaves archives and what other examples share as they are.

import type { Fix, Place, Related } from "@vmm/diagnostic"
import type { Mended } from "@vmm/guest-boot"

import { addAround, addToList } from "../../edit/json-edit.ts"
import { replaceRange, type TextFile } from "../../edit/text.ts"
import type { Agreement } from "../../input.ts"
import { related } from "../rule.ts"

/** The layer's folder, beside the guest file. */
const LAYER = "ramdisk-mended"
/** The fix's name. */
export const MENDED_LAYER = "mended-layer"

/** A name beside the guest file, as findings or as edits have it. */
const beside = (guest: string, name: string): string => guest.replace(/[^/]*$/, "") + name

interface Where {
  readonly guest: TextFile
  /** "ramdisk" of the guest file. */
  readonly key: Place
  /** A layer that it needs too, below the others. */
  readonly below: string | undefined
}

const alsoBelow = ({ below }: Where): string =>
  below === undefined ? "" : `, and add "${below}" to "ramdisk"`

function inPlace(where: Where, { title, source, text }: Mended, executable: boolean): readonly Fix[] {
  const { guest, key, below } = where
  const file = beside(guest.editName, source ?? "")
  if (source === undefined || file.startsWith("..")) return []
  if (executable) return [{ id: "executable", title, edits: [], notes: [], executable: [file] }]
  if (text === undefined) return []
  const script = { file: beside(guest.file, source), editName: file, text: text.before }
  const edit = replaceRange(script, 0, text.before.length, text.after)
  const more = below === undefined ? [] : addToList(guest, key, below, true)
  return [{ id: "mend-init", title: title + alsoBelow(where), edits: [edit, ...more], notes: [] }]
}

function layered(where: Where, { path, title, text }: Mended): readonly Fix[] {
  const { guest, key, below } = where
  if (text === undefined) return []
  const file = beside(guest.editName, `${LAYER}/${path}`)
  const listed =
    below === undefined ? addToList(guest, key, LAYER, false) : addAround(guest, key, below, LAYER)
  const edits = [{ kind: "append", file, text: text.after } as const, ...listed]
  const what = `${title}, in a layer over it: "${LAYER}"${alsoBelow(where)}`
  return edits.length < 2 ? [] : [{ id: MENDED_LAYER, title: what, edits, notes: [], executable: [file] }]
}

/**
 * The fixes, and where the file is one of this machine. `key` is "ramdisk" of the guest file; `below` a layer that the
 * mended program needs.
 */
export function mendedInit(
  { sources: { guest }, guest: config }: Agreement,
  key: Place,
  mended: Mended | undefined,
  below?: string,
): { readonly fixes: readonly Fix[]; readonly places: readonly Related[] } {
  if (mended === undefined || guest === undefined) return { fixes: [], places: [] }
  const executable = mended.text === undefined || mended.text.before === mended.text.after
  const where = { guest, key, below }
  const own = inPlace(where, mended, executable)
  const taken = config?.ramdisk.some((one) => one.kind === "file" && one.path === LAYER) === true
  const fixes = own.length > 0 || taken ? own : layered(where, mended)
  const { source } = mended
  const first = { line: 1, column: 1, endColumn: 1 }
  const places =
    source === undefined ? [] : [related({ file: beside(guest.file, source), ...first }, "this file")]
  return { fixes, places }
}

/** What to do by hand where the program lies in an archive. */
export function byHand({ source }: Mended, remedy: string): string {
  if (source !== undefined) return remedy
  const [unpack, pack] = ["cpio -idm < FILE", "find . | cpio -o -H newc"]
  return `${remedy}, in a folder where \`${unpack}\` unpacked the archive, and pack it again: \`${pack}\``
}
