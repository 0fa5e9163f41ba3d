// SPDX-License-Identifier: BSD-2-Clause
//
// The system's own apt client, asked about another architecture (apt-get(8), apt.conf(5)): its own lists, cache and
// an empty package status, the system's sources, proxies and keys. apt verifies the archive's signatures and the
// hash of what it downloads. Nothing is installed, and no root rights are needed.

import { readdir, rename, rm } from "node:fs/promises"
import { join } from "node:path"

import * as Effect from "effect/Effect"

import { makeFolder, writeWhole } from "../cache.ts"
import { runCommand, type Finished } from "./command.ts"
import { guestError, onFile, type GuestError } from "../config/guest-error.ts"

/** apt for one architecture, with its folder in the cache. */
export interface Apt {
  readonly folder: string
  readonly architecture: string
  readonly conf: string
}

/** Fields of a package's record that matter here. */
export interface PackageRecord {
  readonly package: string
  readonly version: string
  readonly sha256: string
  /** Names of the packages it depends on, the first of each alternative. */
  readonly depends: readonly string[]
}

/** `-c` is read after the system's files, which is what lets it clear their hooks and lists. */
function confText(folder: string, architecture: string): string {
  return `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear APT::Architectures;
APT::Architecture "${architecture}";
APT::Architectures { "${architecture}"; };
Dir::State "${folder}";
Dir::State::lists "${folder}/lists";
Dir::State::status "${folder}/status";
Dir::Cache "${folder}/cache";
Acquire::Languages "none";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
Acquire::Retries "1";
`
}

/** Prepares apt's folder under `root`. */
export function openApt(root: string, architecture: string): Effect.Effect<Apt, GuestError> {
  return Effect.gen(function* () {
    const folder = join(root, "apt", architecture)
    const conf = join(folder, "apt.conf")
    yield* makeFolder(join(folder, "lists", "partial"))
    yield* makeFolder(join(folder, "cache", "archives", "partial"))
    yield* writeWhole(join(folder, "status"), "")
    yield* writeWhole(conf, confText(folder, architecture))
    return { folder, architecture, conf }
  })
}

const run = (
  apt: Apt,
  command: "apt-get" | "apt-cache",
  args: readonly string[],
  cwd: string,
): Effect.Effect<Finished, GuestError> =>
  runCommand(command, ["-c", apt.conf, "-q", ...args], { cwd }).pipe(
    Effect.mapError(() =>
      guestError(
        command,
        `${command} is not installed, so packages cannot be fetched`,
        "name files instead of packages in guest.json, or run on a Debian system",
      ),
    ),
  )

/** As root, apt warns that it works as root where its own user cannot read, as below /root: nothing is wrong. */
const AS_ROOT = /^W: Download is performed unsandboxed as root/

/** What apt complained about, in one line. */
export function complaint({ stderr }: Finished): string {
  const lines = stderr.split("\n").filter((line) => /^(E|W|Err):/.test(line) && !AS_ROOT.test(line))
  return [...new Set(lines.map((line) => line.replace(/^\w+: */, "").trim()))].slice(0, 2).join("; ")
}

/** Brings the lists up to date; the answer is apt's complaint, empty when all went well. */
export function updateLists(apt: Apt): Effect.Effect<string, GuestError> {
  return run(apt, "apt-get", ["update"], apt.folder).pipe(Effect.map(complaint))
}

function field(stanza: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, "m").exec(stanza)?.[1]?.trim() ?? ""
}

/** The record of a package of `apt-cache show`; undefined when it has no version and hash. */
export function parseRecord(stanza: string): PackageRecord | undefined {
  const [name, version, hash] = [field(stanza, "Package"), field(stanza, "Version"), field(stanza, "SHA256")]
  if (name === "" || version === "" || !/^[0-9a-f]{64}$/.test(hash)) return undefined
  const depends = field(stanza, "Depends")
    .split(",")
    .map((one) => /^\s*([a-z0-9+.-]+)/.exec(one)?.[1] ?? "")
    .filter((one) => one !== "")
  return { package: name, version, sha256: hash, depends }
}

/** The record of `name`, or of exactly `version`, in the lists; undefined when they do not have it. */
export function showPackage(
  apt: Apt,
  name: string,
  version?: string,
): Effect.Effect<PackageRecord | undefined, GuestError> {
  const wanted = version === undefined ? name : `${name}=${version}`
  const args = ["show", "--no-all-versions", wanted]
  return run(apt, "apt-cache", args, apt.folder).pipe(Effect.map(({ stdout }) => parseRecord(stdout)))
}

/** Names in the lists that begin with `prefix` (apt-cache(8), pkgnames). */
export function packageNames(apt: Apt, prefix: string): Effect.Effect<readonly string[], GuestError> {
  return run(apt, "apt-cache", ["pkgnames", prefix], apt.folder).pipe(
    Effect.map(({ code, stdout }) => (code === 0 ? stdout.split("\n").filter((name) => name !== "") : [])),
  )
}

/** Downloads a package to `path`. Errors: apt's own. */
export function downloadPackage(
  apt: Apt,
  record: Pick<PackageRecord, "package" | "version">,
  path: string,
  remedy: string,
): Effect.Effect<void, GuestError> {
  return Effect.gen(function* () {
    const folder = join(apt.folder, "download")
    yield* onFile(folder, remedy, () => rm(folder, { recursive: true, force: true }))
    yield* makeFolder(folder)
    const wanted = `${record.package}=${record.version}`
    const finished = yield* run(apt, "apt-get", ["download", wanted], folder)
    const [deb] = yield* onFile(folder, remedy, async () =>
      (await readdir(folder)).filter((one) => one.endsWith(".deb")),
    )
    if (finished.code !== 0 || deb === undefined) {
      return yield* guestError(wanted, `the package cannot be downloaded: ${complaint(finished)}`, remedy)
    }
    yield* onFile(path, remedy, () => rename(join(folder, deb), path))
  })
}
