// SPDX-License-Identifier: BSD-2-Clause
//
// Edits of a guest file after which its guest begins from a ramdisk, and not from a device that root= names. A
// ramdisk with an /init goes before root= (init/main.c), so the words may stay where they are in a device tree.

import type { Edit, Fix } from "@vmm/diagnostic"
import type { GuestConfig } from "@vmm/guest-boot"

import { addField, setField } from "./json-edit.ts"
import type { TextFile } from "./text.ts"

/** Words that have a meaning beside root= alone. */
const OF_ROOT = /^(?:root|rootwait|rootdelay|rootfstype|rootflags|ro|rw|nfsroot)(?:=|$)/

/** A command line without root= and what belongs to it, with a word more where there is one. */
export function withoutRoot(file: TextFile, guest: GuestConfig, more = ""): readonly Edit[] {
  const key = guest.places.get("cmdline")
  if (key === undefined || guest.cmdline === undefined) return []
  const words: readonly string[] = guest.cmdline.match(/(?:[^\s"]|"[^"]*")+/g) ?? []
  const kept = words.filter((word) => !OF_ROOT.test(word))
  if (kept.length === words.length && more === "") return []
  const text = [...kept, ...(more === "" ? [] : [more])].join(" ")
  return setField(file, key, JSON.stringify(text))
}

/** The ramdisk of these layers, in the place of root= and of a ramdisk that does not do. */
export function beginFromRamdisk(file: TextFile, guest: GuestConfig, layers: readonly string[]): Fix {
  const written = `[${layers.map((one) => JSON.stringify(one)).join(", ")}]`
  const key = guest.places.get("ramdisk")
  const ramdisk = key === undefined ? addField(file, "ramdisk", written) : setField(file, key, written)
  const title = `begin from a ramdisk, "ramdisk": ${written}, in place of root=`
  return { id: "ramdisk-for-root", title, edits: [...ramdisk, ...withoutRoot(file, guest)], notes: [] }
}
