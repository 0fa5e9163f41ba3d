// SPDX-License-Identifier: BSD-2-Clause
//
// What Linux starts out of the ramdisk that a guest file describes, as far as its layers are at hand, and what is to
// be written where it finds nothing: another program of the initramfs, or a layer that has what is missing.

import { readdirSync, statSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"

import { nearest } from "@vmm/diagnostic"

import { type Contents, initTrouble, programsIn } from "./init-program.ts"
import { type Mended, mendedFile } from "./mended-init.ts"
import { type Layer, ramdiskContents, type Seen } from "./ramdisk-contents.ts"

/** Why the guest does not come up with an init, and what helps. */
export interface NoInit {
  /** "/init of the ramdisk is ...": a sentence. */
  readonly message: string
  /** What to do in the ramdisk itself. */
  readonly remedy?: string
  /** A program of the initramfs that can be started. */
  readonly meant?: string
  /** A layer after which it can be started, as "ramdisk" takes it, below the others or over them. */
  readonly layer?: { readonly source: string; readonly below: boolean }
  /** A file of the ramdisk that can be mended. */
  readonly mended?: Mended
  /** It starts with the layer and the mended file, not with one of them. */
  readonly together?: true
  /** The layer, counted from the bottom, whose program hides another layer's that can be started. */
  readonly hiding?: number
}

/** Where programs that begin a system are (kernel_init of init/main.c, and others' habit). */
const USUAL = ["/init", "/sbin/init", "/linuxrc", "/bin/init", "/etc/init", "/bin/sh"]
const BUSYBOX = "debian:busybox-static"
/** A ramdisk's layers where nothing better is known. */
export const USUAL_LAYERS: readonly string[] = [BUSYBOX]
const BUSYBOX_PLACE = "bin/busybox"

function quietly<A>(work: () => A): A | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** Folders beside the guest file, and beside its folder. */
function neighbours(folder: string): readonly string[] {
  return [folder, dirname(resolve(folder))].flatMap(
    (where) =>
      quietly(() =>
        readdirSync(where)
          .filter((name) => !name.startsWith("."))
          .map((name) => join(where, name))
          // Below a file there is no entry either, which is an error of its own.
          .filter((path) => quietly(() => statSync(join(path, "init")))?.isFile() === true),
      ) ?? [],
  )
}

/** A layer with which `path` can be started. */
function missingLayer(
  folder: string,
  layers: readonly Layer[],
  path: string,
  missing: string,
): NoInit["layer"] {
  const helps = (all: readonly Layer[]) => {
    const contents = quietly(() => ramdiskContents(all))
    return contents !== undefined && initTrouble(contents.held, path) === undefined
  }
  if (missing === `/${BUSYBOX_PLACE}`) {
    const busybox: Layer = { kind: "program", place: BUSYBOX_PLACE, path: undefined }
    return helps([busybox, ...layers]) ? { source: BUSYBOX, below: true } : undefined
  }
  if (missing !== "/init") return undefined
  const found = neighbours(folder).find((one) => helps([...layers, { kind: "path", path: one }]))
  return found === undefined ? undefined : { source: relative(resolve(folder), found), below: false }
}

/** The layer without which `path` is that of another one, and can be started. */
function hidingLayer(layers: readonly Layer[], path: string): number | undefined {
  const index = layers.findLastIndex((_, at) => {
    const others = layers.filter((_other, other) => other !== at)
    const contents = quietly(() => ramdiskContents(others))
    return contents?.whole === true && initTrouble(contents.held, path) === undefined
  })
  return index < 0 ? undefined : index
}

/** A shell's program: what it runs, busybox runs too. */
const SHELL = /\/(ba|da|a|k|z)?sh$/

/** For a script whose shell is in none of the layers: busybox below them, and a first line that names it. */
function otherShell(
  folder: string,
  layers: readonly Layer[],
  path: string,
  missing: string,
): Pick<NoInit, "layer" | "mended" | "together"> | undefined {
  if (!SHELL.test(missing)) return undefined
  const busybox: Layer = { kind: "program", place: BUSYBOX_PLACE, path: undefined }
  const contents = quietly(() => ramdiskContents([busybox, ...layers]))
  const trouble = contents === undefined ? undefined : initTrouble(contents.held, path)
  if (contents === undefined || trouble?.mend === undefined) return undefined
  const mended = mendedFile(folder, contents.held, trouble.mend)
  if (mended?.text === undefined) return undefined
  return { layer: { source: BUSYBOX, below: true }, mended, together: true }
}

/** Layers in the place of a file that is none: a folder beside the guest file that has an init. */
export function layersBeside(folder: string, others: readonly Layer[]): readonly string[] | undefined {
  const busybox: Layer = { kind: "program", place: BUSYBOX_PLACE, path: undefined }
  for (const path of neighbours(folder)) {
    const own: Layer = { kind: "path", path }
    const source = relative(resolve(folder), path)
    const starts = (all: readonly Layer[]) => {
      const contents = quietly(() => ramdiskContents([...others, ...all]))
      return contents !== undefined && initTrouble(contents.held, "/init") === undefined
    }
    if (starts([own])) return [source]
    if (starts([busybox, own])) return [BUSYBOX, source]
  }
  return undefined
}

function better(contents: Contents, path: string): string | undefined {
  const starts = (one: string) => one !== path && initTrouble(contents, one) === undefined
  const near = nearest(path, programsIn(contents).filter(starts))
  return near ?? USUAL.find(starts)
}

/** What keeps `path` from being started out of `layers`; `folder` is the guest file's. */
export function noInit(
  folder: string,
  layers: readonly Layer[],
  { held: contents, whole }: Seen,
  path: string,
): NoInit | undefined {
  const trouble = initTrouble(contents, path, whole)
  if (trouble === undefined) return undefined
  const { message, missing, remedy } = trouble
  const hiding = layers.length < 2 ? undefined : hidingLayer(layers, path)
  // A program that nothing mends is as good as none, where another layer has one.
  const wanted = missing ?? (trouble.mend === undefined && hiding === undefined ? path : undefined)
  const layer = wanted === undefined ? undefined : missingLayer(folder, layers, path, wanted)
  const meant = better(contents, path)
  const mended = trouble.mend === undefined ? undefined : mendedFile(folder, contents, trouble.mend)
  const shell = missing === undefined ? undefined : otherShell(folder, layers, path, missing)
  return {
    message: `${path} ${message}`,
    ...(remedy === undefined ? {} : { remedy }),
    ...(meant === undefined ? {} : { meant }),
    ...(layer === undefined ? {} : { layer }),
    ...(mended === undefined ? shell : { mended }),
    ...(hiding === undefined ? {} : { hiding }),
  }
}
