// SPDX-License-Identifier: BSD-2-Clause
//
// What a check wants to know of a kernel's file: its header, and which strings of `compatible` it looks for. They are
// kept in the cache, so that the next check need not read the file: one small file for each kernel, which holds as long
// as path, device, inode, size and both times of the kernel are the same. What cannot be kept is found out again.

import {
  type BigIntStats,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { join, resolve } from "node:path"

import { builtInDrivers, isVendorString, vendorStrings } from "./built-in-drivers.ts"
import { type KernelConfig, kernelConfig } from "./kernel-config.ts"
import type { KernelImage } from "./kernel-file.ts"

/** Goes up when other facts are kept, or the same in another form. */
const FORMAT = 2
/** Files that stay when another one is written. */
const KEPT = 32
/** Answers about strings without a comma that are kept for a kernel. */
const MAX_ASKED = 1000
/** A file that changed this recently may change again within one tick of its file system's clock. */
const SETTLED_MS = 2000n

/** A file, and the state that it is in. */
interface Identity {
  readonly path: string
  readonly state: string
}

interface Found {
  readonly kind: KernelImage["kind"]
  readonly textOffset: number
  readonly imageSize: number
  /** What it was built with, where that is known. */
  readonly config?: KernelConfig
  /** All strings of the form "vendor,device". */
  readonly vendor: readonly string[]
  /** Other strings that were asked for, and whether the kernel has them. */
  readonly asked: readonly (readonly [name: string, has: boolean])[]
}

interface Kept extends Identity, Found {
  readonly format: number
}

/** What is known of a kernel. */
export interface KernelFacts extends Pick<Found, "kind" | "textOffset" | "imageSize" | "config"> {
  /** Those of the strings that the kernel has, so that something built into it looks for them. */
  readonly drivers: (compatible: readonly string[]) => ReadonlySet<string>
}

/** Does it, or gives undefined: the cache is a convenience. */
function attempt<A>(work: () => A): A | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

function stateOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(":")
}

/** A sum over all bytes in order (FNV-1a over 32-bit words): tells a damaged file, not a hostile one. */
function checksum(text: string): string {
  const bytes = Buffer.alloc(Math.ceil(text.length / 4) * 4)
  bytes.write(text, "latin1")
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  let sum = 0x811c9dc5 ^ text.length
  for (let i = 0; i < words.length; i++) sum = Math.imul(sum ^ (words[i] ?? 0), 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, "0")
}

const isText = (value: unknown): value is string => typeof value === "string"

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false
  const { format, vendor, asked } = value as Partial<Record<keyof Kept, unknown>>
  return format === FORMAT && Array.isArray(vendor) && vendor.every(isText) && Array.isArray(asked)
}

/** Files and folder of what is kept. */
class Store {
  private readonly folder: string

  constructor(root: string) {
    this.folder = join(root, "kernels")
  }

  private file(path: string): string {
    return join(this.folder, `${checksum(path)}${checksum(`${path}/`)}.json`)
  }

  read({ path, state }: Identity): Kept | undefined {
    return attempt(() => {
      const text = readFileSync(this.file(path), "latin1")
      const body = text.slice(9)
      if (text.slice(0, 9) !== `${checksum(body)}\n`) return undefined
      const kept: unknown = JSON.parse(Buffer.from(body, "latin1").toString("utf8"))
      return isKept(kept) && kept.path === path && kept.state === state ? kept : undefined
    })
  }

  write(kept: Kept): void {
    attempt(() => {
      mkdirSync(this.folder, { recursive: true })
      const body = Buffer.from(JSON.stringify(kept), "utf8").toString("latin1")
      const file = this.file(kept.path)
      writeFileSync(`${file}.${process.pid}`, `${checksum(body)}\n${body}`, "latin1")
      renameSync(`${file}.${process.pid}`, file)
      this.prune()
    })
  }

  private prune(): void {
    const names = readdirSync(this.folder)
    if (names.length <= KEPT) return
    const ages = names.map((name) => ({ name, at: statSync(join(this.folder, name)).mtimeMs }))
    for (const { name } of ages.sort((a, b) => b.at - a.at).slice(KEPT)) rmSync(join(this.folder, name))
  }
}

export interface Asking {
  /** The cache's folder. */
  readonly root: string
  /** Takes the image out of a file's bytes; undefined when there is none. Called where the cache has no facts. */
  readonly readImage: (bytes: Uint8Array) => KernelImage | undefined
  /** Milliseconds since 1970. */
  readonly now?: number
}

/** One kernel's file, read at most once. */
class KernelFile {
  private readonly path: string
  private readonly store: Store
  private readonly readImage: (bytes: Uint8Array) => KernelImage | undefined
  private readonly stats: BigIntStats
  private readonly id: Identity
  private readonly now: number
  private image: KernelImage | undefined

  constructor(path: string, form: string, { root, readImage, now = Date.now() }: Asking) {
    this.now = now
    this.path = resolve(path)
    this.store = new Store(root)
    this.readImage = readImage
    this.stats = statSync(path, { bigint: true })
    this.id = { path: `${form}:${this.path}`, state: stateOf(this.stats) }
  }

  private read(): KernelImage | undefined {
    this.image ??= this.readImage(readFileSync(this.path))
    return this.image
  }

  /** Keeps what was found, unless the file has changed, or may have, since it was looked at first. */
  private keep(found: Found): Kept {
    const kept: Kept = { format: FORMAT, ...this.id, ...found }
    const { mtimeMs, ctimeMs } = this.stats
    const settled = BigInt(this.now) - (ctimeMs > mtimeMs ? ctimeMs : mtimeMs) >= SETTLED_MS
    const now = settled ? attempt(() => statSync(this.path, { bigint: true })) : undefined
    if (now !== undefined && stateOf(now) === this.id.state) this.store.write(kept)
    return kept
  }

  private found(): Kept | undefined {
    const image = this.read()
    if (image === undefined) return undefined
    const { kind, textOffset, imageSize, bytes } = image
    const config = attempt(() => kernelConfig(this.path, bytes))
    const known = config === undefined ? {} : { config }
    return this.keep({ kind, textOffset, imageSize, ...known, vendor: vendorStrings(bytes), asked: [] })
  }

  facts(): KernelFacts | undefined {
    const kept = this.store.read(this.id) ?? this.found()
    if (kept === undefined) return undefined
    const { kind, textOffset, imageSize, config } = kept
    const vendor = new Set(kept.vendor)
    let asked = new Map(kept.asked)
    const drivers = (compatible: readonly string[]): ReadonlySet<string> => {
      const others = compatible.filter((name) => !isVendorString(name) && !asked.has(name))
      if (others.length > 0) {
        asked = new Map([...this.answers(others), ...asked])
        this.keep({ ...kept, asked: [...asked].slice(0, MAX_ASKED) })
      }
      return new Set(compatible.filter((name) => vendor.has(name) || asked.get(name) === true))
    }
    return { kind, textOffset, imageSize, ...(config === undefined ? {} : { config }), drivers }
  }

  /** Whether the kernel has the strings, by a search of its file. */
  private answers(names: readonly string[]): ReadonlyMap<string, boolean> {
    const image = this.read()
    const found = image === undefined ? new Set<string>() : builtInDrivers(image.bytes, names)
    return new Map(names.map((name) => [name, found.has(name)]))
  }
}

/**
 * The facts of the kernel in a file, or undefined where it holds none; `form` names what the file is taken for. Throws
 * as node:fs does.
 */
export function kernelFacts(path: string, form: string, asking: Asking): KernelFacts | undefined {
  return new KernelFile(path, form, asking).facts()
}
