// SPDX-License-Identifier: BSD-2-Clause
//
// Files out of a Debian package (deb(5)): an ar archive whose member data.tar holds them. A plain or gzip'ed data.tar
// is read here; xz and zstd, which Node has not, go through `dpkg-deb --fsys-tarfile`, which every system with apt
// has. Reading stops once a wanted folder has gone by.

import { readFile } from "node:fs/promises"

import * as Effect from "effect/Effect"

import { readAr } from "./ar.ts"
import { runCommand } from "./command.ts"
import { settle } from "../either.ts"
import { fromPure, guestError, onFile, type GuestError } from "../config/guest-error.ts"
import { gunzip } from "../kernel/kernel-file.ts"
import { TarReader, type TarEntry } from "./tar.ts"

const AGAIN = "delete the file and let it be fetched again"

/** Gathers wanted entries from pieces of a tar. */
function collector(wanted: RegExp) {
  const reader = new TarReader((path) => wanted.test(path))
  const found: TarEntry[] = []
  let trouble: string | undefined
  let passed = false
  return {
    found,
    /** False when no more input is needed. */
    push: (chunk: Uint8Array): boolean =>
      settle(
        reader.push(chunk),
        (wrong) => {
          trouble = wrong
          return false
        },
        (entries) => {
          for (const entry of entries) {
            if (wanted.test(entry.path)) found.push(entry)
            else if (found.length > 0) passed = true
          }
          return !passed
        },
      ),
    trouble: (): string | undefined => trouble ?? (passed ? undefined : reader.finish()),
  }
}

/**
 * The entries of the package at `deb` whose path matches `wanted` (`boot/vmlinuz-6.1`, without leading slash); they
 * must lie next to each other in the archive. Errors: a package that is none, is cut short, or has no such file.
 */
export function debFiles(deb: string, wanted: RegExp): Effect.Effect<readonly TarEntry[], GuestError> {
  return Effect.gen(function* () {
    const bytes = yield* onFile(deb, "check that the file exists and may be read", () => readFile(deb))
    const members = yield* fromPure(readAr(deb, bytes))
    const data = members.find(({ name }) => name.startsWith("data.tar"))
    if (data === undefined) return yield* guestError(deb, "this package has no data.tar", AGAIN)
    const into = collector(wanted)
    if (data.name === "data.tar") into.push(data.data)
    else if (data.name === "data.tar.gz") into.push(yield* fromPure(gunzip(deb, data.data)))
    else yield* throughDpkg(deb, data.name, into)
    const trouble = into.trouble()
    if (trouble !== undefined) {
      return yield* guestError(deb, `the package's files cannot be read: ${trouble}`, AGAIN)
    }
    if (into.found.length > 0) return into.found
    return yield* guestError(
      deb,
      `the package has no file that matches ${wanted.source.replaceAll("\\", "")}`,
      "name one of its files as debian:PACKAGE/PATH; `dpkg-deb -c FILE` lists them",
    )
  })
}

function throughDpkg(deb: string, member: string, into: ReturnType<typeof collector>) {
  let stopped = false
  const onOutput = (chunk: Buffer): boolean => {
    if (!stopped) stopped = !into.push(chunk)
    return !stopped
  }
  return runCommand("dpkg-deb", ["--fsys-tarfile", deb], { onOutput }).pipe(
    Effect.mapError(() =>
      guestError(
        deb,
        `${member} needs dpkg-deb to be unpacked, and it is not installed`,
        "install dpkg, or unpack the package elsewhere and name the file by its path in guest.json",
      ),
    ),
    Effect.filterOrFail(
      ({ code }) => code === 0 || stopped,
      ({ stderr }) => guestError(deb, `the package is damaged: ${stderr.trim().split("\n")[0]}`, AGAIN),
    ),
  )
}
