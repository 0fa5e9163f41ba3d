// SPDX-License-Identifier: BSD-2-Clause
//
// Boots that were tried, by a hash of all that they were made from: what is known needs no second boot, also when
// learning was cut short and begins again. The virtual clock makes a boot's end a function of its sources. A file that
// cannot be read or written costs time and nothing else.

import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, resolve } from "node:path"

import { Schema } from "@vmm/report"

import { BUILD_ROOT } from "../compile/build.ts"
import type { Manifest } from "../compile/manifest.ts"
import { type LastStop, stopSchema } from "./last-stop.ts"

/** What a boot came to, if it came to anything that would be the same again. */
export type KnownTrial =
  | { readonly kind: "reached" }
  | { readonly kind: "stopped"; readonly stop: LastStop }
  | { readonly kind: "silent"; readonly why: string }

const { Struct, String: Text, Literal, Union, Record } = Schema

const fileSchema: Schema.Schema<{ readonly [key: string]: KnownTrial }> = Record({
  key: Text,
  value: Union(
    Struct({ kind: Literal("reached") }),
    Struct({ kind: Literal("stopped"), stop: stopSchema }),
    Struct({ kind: Literal("silent"), why: Text }),
  ),
})
const decode = Schema.decodeUnknownEither(Schema.parseJson(fileSchema))

/** The name of a trial: the tool, the goal, and the content of every source, wherever it lies. */
export function trialKey({ tool, sources }: Manifest, goal: string, seconds: number): string {
  const contents = sources.map(({ path, sha256 }) => `${basename(path)} ${sha256}`).sort()
  return createHash("sha256")
    .update(JSON.stringify([tool.sha256, goal, seconds, contents]))
    .digest("hex")
}

/** Where the boots of a folder are kept: beside the builds of this working directory. */
export const knownFile = (folder: string): string =>
  resolve(BUILD_ROOT, `${basename(resolve(folder))}.learn.json`)

export class KnownTrials {
  private readonly path: string
  private readonly trials: Map<string, KnownTrial>

  /** `path`: where they are kept. */
  constructor(path: string) {
    this.path = path
    this.trials = new Map(Object.entries(this.read()))
  }

  private read(): { readonly [key: string]: KnownTrial } {
    try {
      const answer = decode(readFileSync(this.path, "utf8"))
      return answer._tag === "Right" ? answer.right : {}
    } catch {
      return {}
    }
  }

  get(key: string): KnownTrial | undefined {
    return this.trials.get(key)
  }

  /** Keeps a result at once, as the next boot may be cut short. */
  put(key: string, trial: KnownTrial): void {
    this.trials.set(key, trial)
    const fresh = `${this.path}.new-${process.pid}`
    try {
      mkdirSync(dirname(this.path), { recursive: true })
      writeFileSync(fresh, JSON.stringify(Object.fromEntries(this.trials)))
      renameSync(fresh, this.path)
    } catch {
      rmSync(fresh, { force: true })
    }
  }

  /** Forgets all: what was learned is in the folder. */
  forget(): void {
    this.trials.clear()
    rmSync(this.path, { force: true })
  }
}
