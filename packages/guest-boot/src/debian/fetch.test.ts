// SPDX-License-Identifier: BSD-2-Clause
//
// Fetching with an apt that is a script: meta packages, one update for all, hashes that are wrong, a network that is
// down, and no apt at all. No network is used.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"

import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import type { Diagnostic } from "@vmm/diagnostic"

import { complaint, parseRecord } from "./apt.ts"
import { sha256 } from "../cache.ts"
import { loadGuestFiles, readGuestFile } from "../guest-files.ts"
import { arm64Image } from "../kernel/test-images.ts"
import { debPackage, tarArchive } from "./test-packages.ts"

interface Context {
  folder: string
  path: string | undefined
}

const fetching = suite<Context>("fetching", { folder: "", path: undefined })
fetching.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), "vmm-fetch-"))
  context.path = process.env["PATH"]
  mkdirSync(join(context.folder, "mirror"))
  mkdirSync(join(context.folder, "bin"))
})
fetching.after.each(({ folder, path }) => {
  process.env["PATH"] = path
  rmSync(folder, { recursive: true, force: true })
})

/** A package of the made-up mirror; `hash` may lie about it. */
function publish(
  folder: string,
  name: string,
  depends: string,
  files: Parameters<typeof tarArchive>[0],
  hash = "",
) {
  const deb = debPackage(gzipSync(tarArchive(files)), "data.tar.gz")
  writeFileSync(join(folder, "mirror", `${name}.deb`), deb)
  const stanza = `Package: ${name}\nVersion: 1:2-3\nDepends: ${depends}\nSHA256: ${hash === "" ? sha256(deb) : hash}\n`
  writeFileSync(join(folder, "mirror", `${name}=1:2-3`), stanza)
  writeFileSync(join(folder, "mirror", name), stanza)
}

/** apt-get and apt-cache over the mirror; `update` prints `trouble` and is counted. */
function installApt(folder: string, trouble = ""): void {
  const mirror = join(folder, "mirror")
  const scripts = {
    "apt-get": `for last; do :; done
case "$4" in
  update) echo x >> ${mirror}/updates; test -z "${trouble}" || echo "${trouble}" >&2 ;;
  download) cp "${mirror}/\${last%%=*}.deb" "\${last%%=*}_x.deb" || { echo "E: gone" >&2; exit 100; } ;;
esac`,
    "apt-cache": `for last; do :; done
case "$4" in
  pkgnames) cd "${mirror}" && ls | grep "^$last" | grep -v '[=.]deb$' ;;
  *) cat "${mirror}/$last" 2>/dev/null || exit 100 ;;
esac`,
  }
  for (const [name, body] of Object.entries(scripts)) {
    const path = join(folder, "bin", name)
    writeFileSync(path, `#!/bin/sh\n${body}\n`)
    chmodSync(path, 0o755)
  }
  process.env["PATH"] = `${join(folder, "bin")}:${process.env["PATH"]}`
}

/** Where, and what is written instead. */
function marked({ line, column, fixes = [] }: Diagnostic): string {
  const texts = fixes.flatMap(({ edits }) => edits.map(({ text }) => text))
  return line === 0 ? "" : ` @${line}:${column} ${texts.join(" or ")}`
}

async function load(folder: string, guest: object) {
  const path = join(folder, "guest.json")
  writeFileSync(path, JSON.stringify(guest))
  const program = Effect.flatMap(readGuestFile(path), (config) =>
    loadGuestFiles(config, { root: join(folder, "cache") }),
  )
  const outcome = await Effect.runPromise(Effect.either(program))
  return Either.mapLeft(outcome, ({ diagnostics }) =>
    diagnostics.map((one) => `${one.file}: ${one.message} | ${one.remedy}${marked(one)}`).join("\n"),
  )
}

const bad = (outcome: Either.Either<unknown, string>): string =>
  Either.isLeft(outcome) ? outcome.left : "it worked"
const GUEST = { kernel: "debian:linux-image-arm64", ramdisk: "debian:busybox-static" }

function publishGuest(folder: string): void {
  publish(folder, "linux-image-arm64", "linux-image-6.1-arm64 (= 1:2-3)", [])
  publish(folder, "linux-image-6.1-arm64", "kmod, linux-base", [["./boot/vmlinuz-6.1", arm64Image()]])
  publish(folder, "busybox-static", "", [["./usr/bin/busybox", "applets"]])
}

fetching(
  "a meta package leads to the real one; lists are updated once; the next run asks nobody",
  async ({ folder }) => {
    publishGuest(folder)
    installApt(folder)
    const first = Either.getOrThrowWith(await load(folder, GUEST), (text) => new Error(text))
    assert.is(first.kernelOrigin, "debian:linux-image-arm64 (linux-image-6.1-arm64 1:2-3)")
    assert.is(readFileSync(join(folder, "mirror/updates"), "utf8"), "x\n")
    rmSync(join(folder, "mirror"), { recursive: true })
    assert.ok(Either.isRight(await load(folder, GUEST)))
    assert.ok(existsSync(join(folder, "cache/debian/arm64/debs/busybox-static_1%3a2-3_arm64.deb")))
  },
)

fetching("a download whose hash is wrong is refused", async ({ folder }) => {
  publish(folder, "busybox-static", "", [["bin/busybox", "applets"]], "a".repeat(64))
  installApt(folder)
  writeFileSync(join(folder, "Image"), arm64Image())
  const guest = { kernel: "Image", ramdisk: "debian:busybox-static" }
  assert.match(bad(await load(folder, guest)), /busybox-static 1:2-3 has SHA-256 .*, not a{64} \| run again/)
  const pin = { package: "busybox-static", version: "1:2-3", sha256: "b".repeat(64), files: {} }
  writeFileSync(join(folder, "guest.lock"), JSON.stringify({ packages: { "busybox-static": pin } }))
  assert.match(
    bad(await load(folder, guest)),
    /guest\.lock: the download .*not b{64} \| run again; if it stays, delete/,
  )
})

fetching("a damaged package in the cache is fetched again", async ({ folder }) => {
  publishGuest(folder)
  installApt(folder)
  assert.ok(Either.isRight(await load(folder, GUEST)))
  rmSync(join(folder, "cache/debian/arm64/files"), { recursive: true })
  writeFileSync(join(folder, "cache/debian/arm64/debs/busybox-static_1%3a2-3_arm64.deb"), "half")
  assert.ok(Either.isRight(await load(folder, GUEST)))
})

fetching("no network and nothing cached: apt's words and what to put where", async ({ folder }) => {
  installApt(folder, "E: Failed to fetch lists  Temporary failure resolving")
  const text = bad(await load(folder, GUEST))
  assert.match(text, /linux-image-arm64 is not in the cache and cannot be fetched: Failed to fetch lists/)
  assert.match(text, /connect to the network; or put the package .* into .*debs, or name a file of your own/)
})

fetching("a package that is listed and cannot be downloaded says so", async ({ folder }) => {
  publishGuest(folder)
  rmSync(join(folder, "mirror/linux-image-6.1-arm64.deb"))
  installApt(folder)
  assert.match(
    bad(await load(folder, GUEST)),
    /cannot be downloaded: gone \| check the network and run again/,
  )
})

fetching("without apt the error says what to put where", async ({ folder }) => {
  process.env["PATH"] = join(folder, "bin")
  assert.match(bad(await load(folder, GUEST)), /apt-get is not installed.* \| put the package .* into/)
})

fetching("a kernel that apt does not know is told at its word, with what apt has", async ({ folder }) => {
  publishGuest(folder)
  publish(folder, "linux-image-6.9.0-44-arm64", "kmod", [])
  installApt(folder)
  const text = bad(await load(folder, { ...GUEST, kernel: "debian:linux-image-5.10.0-8-arm64" }))
  assert.match(text, /apt knows no package linux-image-5\.10\.0-8-arm64 for arm64/)
  assert.match(text, /@1:11 "debian:linux-image-arm64" or "debian:linux-image-6\.9\.0-44-arm64"$/)
})

fetching("a package that is mistyped is told with the nearest, its path kept", async ({ folder }) => {
  publishGuest(folder)
  installApt(folder)
  const text = bad(await load(folder, { ...GUEST, ramdisk: "debian:busybox-statik/usr/bin/busybox" }))
  assert.match(text, /did you mean "debian:busybox-static"\?.* "debian:busybox-static\/usr\/bin\/busybox"$/)
})

fetching("a cache that cannot be made is an error, not a hang", async ({ folder }) => {
  writeFileSync(join(folder, "cache"), "a file")
  assert.match(bad(await load(folder, GUEST)), /cache.*\| set VMM_CACHE to a folder you may write to/)
})

fetching("that apt works as root where its own user cannot read is no complaint", () => {
  const stderr =
    "W: Download is performed unsandboxed as root as file 'x' couldn't be accessed by user '_apt'.\n"
  assert.is(complaint({ code: 0, stdout: "", stderr }), "")
})

fetching("records without version or hash are none, complaints are apt's first two", () => {
  assert.is(parseRecord("Package: x\nVersion: 1\n"), undefined)
  const stderr = "W: a\nE: b\nN: note\nE: c\n"
  assert.is(complaint({ code: 100, stdout: "", stderr }), "a; b")
})

fetching.run()
