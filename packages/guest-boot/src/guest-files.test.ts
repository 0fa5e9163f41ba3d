// SPDX-License-Identifier: BSD-2-Clause
//
// Guest files from disk and from packages: the cache, guest.lock, packages a person provides, damaged ones, and one
// real fetch where there is a network.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"

import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { cacheRoot } from "./cache-root.ts"
import { sha256 } from "./cache.ts"
import {
  loadGuestFiles,
  lockPath,
  readGuestFile,
  type GuestFiles,
  type GuestFileOptions,
} from "./guest-files.ts"
import { writeCpio } from "./ramdisk/cpio.ts"
import { ramdiskEntries } from "./ramdisk/ramdisk.ts"
import { arm64Image, value } from "./kernel/test-images.ts"
import { debPackage, tarArchive } from "./debian/test-packages.ts"

interface Context {
  folder: string
}

const files = suite<Context>("guest files", { folder: "" })
files.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), "vmm-guest-"))
})
files.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }))

type Outcome = Either.Either<GuestFiles, string>

async function load(folder: string, guest: object, options: GuestFileOptions = {}): Promise<Outcome> {
  const path = join(folder, "guest.json")
  writeFileSync(path, JSON.stringify(guest))
  const settings = { root: join(folder, "cache"), online: false, ...options }
  const program = readGuestFile(path).pipe(Effect.flatMap((config) => loadGuestFiles(config, settings)))
  const outcome = await Effect.runPromise(Effect.either(program))
  return Either.mapLeft(outcome, ({ diagnostics }) =>
    diagnostics.map((one) => `${one.file}: ${one.message} | ${one.remedy}`).join("\n"),
  )
}

const good = (outcome: Outcome): GuestFiles => Either.getOrThrowWith(outcome, (text) => new Error(text))
const bad = (outcome: Outcome): string =>
  Either.isLeft(outcome) ? outcome.left : (assert.unreachable() ?? "")

/** Puts a package where a person would put it. */
function provide(folder: string, name: string, bytes: Uint8Array): string {
  const debs = join(folder, "cache/debian/arm64/debs")
  mkdirSync(debs, { recursive: true })
  writeFileSync(join(debs, name), bytes)
  return join(debs, name)
}

const busyboxDeb = (text: string): Uint8Array =>
  debPackage(
    gzipSync(
      tarArchive([
        ["./bin/busybox", text],
        ["./usr/share/doc/x", "y"],
      ]),
    ),
    "data.tar.gz",
  )
const kernelDeb = debPackage(
  tarArchive([
    ["./boot/System.map-6.1", "map"],
    ["./boot/config-6.1", "config"],
    ["./boot/vmlinuz-6.1", arm64Image({ length: 20_000 })],
    ["./lib/modules/x", "module"],
  ]),
)
const GUEST = { kernel: "Image", ramdisk: "debian:busybox-static" }

files(
  "a kernel and a folder are read; /dev/console is there, modes do not depend on the umask",
  async ({ folder }) => {
    writeFileSync(join(folder, "Image"), arm64Image())
    mkdirSync(join(folder, "root/etc"), { recursive: true })
    writeFileSync(join(folder, "root/init"), "#!/bin/sh", { mode: 0o700 })
    writeFileSync(join(folder, "root/etc/motd"), "hi", { mode: 0o600 })
    symlinkSync("etc/motd", join(folder, "root/motd"))
    const got = good(await load(folder, { kernel: "Image", ramdisk: "root" }))
    assert.is(got.kernel.kind, "arm64-image")
    const entries = value(ramdiskEntries("it", got.ramdisk ?? new Uint8Array(0)))
    const listing = entries.map(
      (entry) => `${entry.path} ${"mode" in entry ? entry.mode.toString(8) : entry.target}`,
    )
    assert.equal(listing, [
      "dev 755",
      "dev/console 600",
      "dev/null 666",
      "etc 755",
      "etc/motd 644",
      "init 755",
      "motd etc/motd",
    ])
    assert.ok(got.inputs.includes(join(folder, "root/etc/motd")))
    assert.not.ok(existsSync(lockPath(join(folder, "guest.json"))))
    symlinkSync(join(folder, "root"), join(folder, "named"))
    const again = good(await load(folder, { kernel: "Image", ramdisk: "named" }))
    assert.equal(again.ramdisk, got.ramdisk)
  },
)

files("an archive goes through unchanged, and a flat kernel needs no header", async ({ folder }) => {
  writeFileSync(join(folder, "hello.bin"), new Uint32Array(16).fill(0xd503201f)) // NOP
  const archive = gzipSync(writeCpio([]))
  writeFileSync(join(folder, "rootfs.cpio.gz"), archive)
  const got = good(await load(folder, { kernel: "flat:hello.bin", ramdisk: "rootfs.cpio.gz" }))
  assert.is(got.kernel.kind, "flat")
  assert.equal(Buffer.from(got.ramdisk ?? []), archive)
})

files("files that are missing, empty folders and odd files are named with a remedy", async ({ folder }) => {
  assert.match(
    bad(await load(folder, { kernel: "Image" })),
    /Image: no such file or directory \| correct "kernel"/,
  )
  writeFileSync(join(folder, "Image"), arm64Image())
  assert.match(
    bad(await load(folder, { kernel: "Image", ramdisk: "nowhere" })),
    /nowhere: no such.*"ramdisk"/,
  )
  mkdirSync(join(folder, "empty"))
  assert.match(
    bad(await load(folder, { kernel: "Image", ramdisk: "empty" })),
    /folder of the ramdisk is empty/,
  )
  assert.match(bad(await load(folder, { kernel: "empty" })), /illegal operation on a directory/)
  const none = await Effect.runPromise(Effect.either(readGuestFile(join(folder, "no.json"))))
  assert.match(Either.isLeft(none) ? none.left.message : "", /no.json: no such file/)
})

files("without network and cache the error says what to put where", async ({ folder }) => {
  writeFileSync(join(folder, "Image"), arm64Image())
  const kernel = bad(await load(folder, { kernel: "debian:linux-image-arm64" }))
  assert.match(
    kernel,
    /not in the cache.* \| put the package linux-image-VERSION-arm64_VERSION_arm64\.deb into .*debs/,
  )
  const busybox = bad(await load(folder, GUEST))
  assert.match(busybox, /busybox-static_VERSION_arm64\.deb into .*name a file of your own/)
  assert.match(bad(await load(folder, { kernel: "debian:dash" })), /which file of the package dash\?/)
})

files(
  "a package somebody put into the cache is used, pinned, and then comes from the cache",
  async ({ folder }) => {
    const deb = provide(folder, "linux-image-6.1.0-9-arm64_6.1.5-1_arm64.deb", kernelDeb)
    provide(folder, "linux-image-6.1.0-9-cloud-arm64_6.1.5-1_arm64.deb", debPackage(tarArchive([])))
    provide(folder, "busybox-static_1%3a1.35-1_arm64.deb", busyboxDeb("applets"))
    const guest = { kernel: "debian:linux-image-arm64", ramdisk: "debian:busybox-static" }
    const first = good(await load(folder, guest))
    assert.is(first.kernelOrigin, "debian:linux-image-arm64 (linux-image-6.1.0-9-arm64 6.1.5-1)")
    const lock = JSON.parse(readFileSync(join(folder, "guest.lock"), "utf8")) as {
      packages: Record<string, { version: string; files: Record<string, string> }>
    }
    assert.is(lock.packages["busybox-static"]?.version, "1:1.35-1")
    assert.equal(Object.keys(lock.packages["linux-image-arm64"]?.files ?? {}), [
      "boot/System.map-6.1",
      "boot/config-6.1",
      "boot/vmlinuz-6.1",
    ])
    rmSync(deb)
    const second = good(await load(folder, guest))
    assert.equal(second.ramdisk, first.ramdisk)
    const entries = value(ramdiskEntries("it", second.ramdisk ?? new Uint8Array(0)))
    assert.ok(entries.some((entry) => entry.path === "bin/busybox"))
    rmSync(join(folder, "guest.lock"))
    good(await load(folder, guest))
  },
)

files("a lock holds against another package and a damaged one", async ({ folder }) => {
  writeFileSync(join(folder, "Image"), arm64Image())
  const path = provide(folder, "busybox-static_1-1_arm64.deb", busyboxDeb("one"))
  good(await load(folder, GUEST))
  rmSync(join(folder, "cache/debian/arm64/files"), { recursive: true })
  writeFileSync(path, busyboxDeb("another"))
  assert.match(
    bad(await load(folder, GUEST)),
    /has SHA-256 .*: it is cut short or another one \| delete the file/,
  )
  rmSync(path)
  assert.match(bad(await load(folder, GUEST)), /put the package busybox-static_1-1_arm64\.deb into/)
})

files("a lock that was edited is found out", async ({ folder }) => {
  writeFileSync(join(folder, "Image"), arm64Image())
  const deb = busyboxDeb("one")
  provide(folder, "busybox-static_1-1_arm64.deb", deb)
  const pin = {
    package: "busybox-static",
    version: "1-1",
    sha256: sha256(deb),
    files: { "bin/busybox": "0".repeat(64) },
  }
  writeFileSync(join(folder, "guest.lock"), JSON.stringify({ packages: { "busybox-static": pin } }))
  assert.match(
    bad(await load(folder, GUEST)),
    /bin\/busybox of busybox-static has not the SHA-256 the lock names/,
  )
  writeFileSync(join(folder, "guest.lock"), "{}")
  assert.match(bad(await load(folder, GUEST)), /no guest.lock.* \| delete the file/)
  writeFileSync(join(folder, "guest.lock"), '{"packages": {"x": {"version": "1"}}}')
  assert.match(bad(await load(folder, GUEST)), /lock of "x" lacks package, version or a SHA-256/)
  writeFileSync(join(folder, "guest.lock"), "{")
  assert.match(bad(await load(folder, GUEST)), /guest.lock: expected/)
})

files(
  "a package that is truncated, empty or without the file is an error, never used",
  async ({ folder }) => {
    writeFileSync(join(folder, "Image"), arm64Image())
    const give = async (bytes: Uint8Array): Promise<string> => {
      provide(folder, "busybox-static_1-1_arm64.deb", bytes)
      return bad(await load(folder, GUEST))
    }
    const whole = busyboxDeb("x".repeat(9000))
    assert.match(await give(whole.subarray(0, whole.length - 40)), /cut short or damaged/)
    assert.match(
      await give(debPackage(gzipSync(tarArchive([])).subarray(0, 15), "data.tar.gz")),
      /gzip file is cut short/,
    )
    assert.match(await give(debPackage(tarArchive([["bin/sh", "x"]]))), /has no file that matches .*busybox/)
    assert.match(
      await give(debPackage(tarArchive([["bin/busybox", "x".repeat(4000)]]).subarray(0, 1536))),
      /cut short/,
    )
    assert.match(await give(debPackage(Buffer.from("garbage"), "data.tar.xz")), /damaged|dpkg-deb/)
    assert.match(await give(debPackage(Buffer.from(""), "other")), /has no data\.tar/)
    assert.match(await give(Buffer.from("<html>")), /no Debian package/)
  },
)

files("the cache is where the environment says", () => {
  assert.is(cacheRoot({ VMM_CACHE: "/c" }), "/c")
  assert.is(cacheRoot({ XDG_CACHE_HOME: "/x" }), "/x/vmm")
  assert.match(cacheRoot({ XDG_CACHE_HOME: "relative" }), /\.cache\/vmm$/)
})

files("a lock left by a process that is gone does not hold the cache", async ({ folder }) => {
  writeFileSync(join(folder, "Image"), arm64Image())
  provide(folder, "busybox-static_1-1_arm64.deb", busyboxDeb("one"))
  writeFileSync(join(folder, "cache/lock"), "999999999")
  good(await load(folder, GUEST))
  assert.not.ok(existsSync(join(folder, "cache/lock")))
})

files(
  "a version that left the archive and a name nobody knows are told apart from a network that is down",
  async ({ folder }) => {
    writeFileSync(join(folder, "Image"), arm64Image())
    const pin = { package: "busybox-static", version: "0-none", sha256: "0".repeat(64), files: {} }
    writeFileSync(join(folder, "guest.lock"), JSON.stringify({ packages: { "busybox-static": pin } }))
    const options = { online: true, root: join(cacheRoot(), "test") }
    const gone = bad(await load(folder, GUEST, options))
    if (/cannot be fetched|not installed/.test(gone)) {
      process.stdout.write(`skipped, no packages here: ${gone.slice(0, 200)}\n`)
      return
    }
    assert.match(gone, /busybox-static 0-none is no longer in the archive \| delete .*guest\.lock/)
    const unknown = bad(await load(folder, { kernel: "debian:no-such-thing-vmm/x" }, options))
    assert.match(unknown, /apt knows no package no-such-thing-vmm for arm64/)
    rmSync(join(folder, "guest.lock"))
    const real = good(await load(folder, GUEST, options))
    const busybox = value(ramdiskEntries("it", real.ramdisk ?? new Uint8Array(0))).find(
      ({ path }) => path === "bin/busybox",
    )
    assert.equal(
      busybox?.kind === "file" ? [...busybox.data.subarray(0, 4), busybox.data[18]] : [],
      [127, 69, 76, 70, 183],
    )
  },
)

files.run()
