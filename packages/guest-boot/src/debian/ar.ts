// SPDX-License-Identifier: BSD-2-Clause
//
// ar archives as Debian packages use them: deb(5) and the common format of ar(5): a magic, then members with a
// header of 60 bytes, each on an even offset. Long names of GNU ar do not occur in packages and are not read.

import { left, right, type Either } from "fp-ts/lib/Either.js"

import { fileDiagnostic, type Diagnostic } from "../diagnostic.ts"

export interface ArMember {
  readonly name: string
  readonly data: Uint8Array
}

const MAGIC = "!<arch>\n"
const HEADER_BYTES = 60

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString("latin1")

/** The members of an archive. `name` is for messages. Errors: no archive, or one that is cut short. */
export function readAr(name: string, archive: Uint8Array): Either<Diagnostic, readonly ArMember[]> {
  const remedy = "delete the file and let it be fetched again, or copy it again"
  if (latin1(archive, 0, MAGIC.length) !== MAGIC) {
    return left(fileDiagnostic(name, "this is no Debian package: the ar magic is missing", remedy))
  }
  const members: ArMember[] = []
  let at = MAGIC.length
  while (at < archive.length) {
    const header = latin1(archive, at, at + HEADER_BYTES)
    const size = Number.parseInt(header.slice(48, 58), 10)
    const from = at + HEADER_BYTES
    if (!header.endsWith("`\n") || !(size >= 0) || from + size > archive.length) {
      return left(fileDiagnostic(name, `this package is cut short or damaged at byte ${at}`, remedy))
    }
    members.push({
      name: header.slice(0, 16).trimEnd().replace(/\/$/, ""),
      data: archive.subarray(from, from + size),
    })
    at = from + size + (size % 2)
  }
  return right(members)
}
