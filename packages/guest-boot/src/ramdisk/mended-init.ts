// SPDX-License-Identifier: BSD-2-Clause
//
// A program of the ramdisk as it should be: the text of a script with other line ends or another first line, and that
// it may be executed. Where it is a file of this machine it can be changed there; out of an archive, its text can.

import { relative, resolve } from "node:path"

import type { Contents, Mend } from "./init-program.ts"

/** A file of a ramdisk as it would have to be for the guest to start. */
export interface Mended {
  /** Its path in the initramfs, without a leading slash. */
  readonly path: string
  /** What is done, as an order: "give it the line ends of Unix". */
  readonly title: string
  /** The file of this machine, from the guest file's folder on; undefined in an archive. */
  readonly source?: string
  /** Its text as it is, and as it should be; undefined for a program that is no text, or long. */
  readonly text?: { readonly before: string; readonly after: string }
}

/** Bytes of a script that is taken into an edit. */
const LONGEST = 0x1_0000

function textOf(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined || bytes.length > LONGEST) return undefined
  const text = Buffer.from(bytes).toString("utf8")
  return text.includes("\0") || !Buffer.from(text).equals(bytes) ? undefined : text
}

/** A text of a ramdisk, and the file of this machine that it is; the latter is undefined in an archive. */
export interface RamdiskText {
  readonly text: string
  readonly source: string | undefined
}

/** The text of a file of a ramdisk; undefined where it is none, or long, or not at hand. */
export function ramdiskText(contents: Contents, path: string): RamdiskText | undefined {
  const held = contents.get(path.replace(/^\/+/, ""))
  const text = held?.kind === "file" ? textOf(held.head(LONGEST + 1)) : undefined
  return held?.kind !== "file" || text === undefined ? undefined : { text, source: held.source }
}

const BYTE_ORDER_MARK = /^\ufeff/

function after(text: string, how: Mend["how"]): string {
  if (how.kind === "executable") return text
  if (how.kind === "line-ends") return text.replaceAll(/\r\n?/g, "\n")
  const plain = text.replace(BYTE_ORDER_MARK, "")
  return plain.startsWith("#!") ? plain.replace(/^[^\r\n]*/, how.line) : `${how.line}\n${plain}`
}

function titleOf(path: string, how: Mend["how"]): string {
  if (how.kind === "executable") return `let /${path} of the ramdisk be executed`
  if (how.kind === "line-ends") return `give /${path} of the ramdisk the line ends of Unix`
  return `begin /${path} of the ramdisk with ${how.line}`
}

/** The file that a mend is about; `folder` is the guest file's. */
export function mendedFile(folder: string, contents: Contents, { path, how }: Mend): Mended | undefined {
  const held = contents.get(path)
  if (held?.kind !== "file") return undefined
  const before = textOf(held.head(LONGEST + 1))
  return {
    path,
    title: titleOf(path, how),
    ...(held.source === undefined ? {} : { source: relative(resolve(folder), resolve(held.source)) }),
    ...(before === undefined ? {} : { text: { before, after: after(before, how) } }),
  }
}
