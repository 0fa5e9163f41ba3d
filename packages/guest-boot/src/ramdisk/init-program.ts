// SPDX-License-Identifier: BSD-2-Clause
//
// Whether Linux can start a program of its initramfs as init: it is there, may be executed, and so are the interpreter
// of a script and the loader of a dynamic program (kernel_init of init/main.c, fs/binfmt_script.c, fs/binfmt_elf.c).

/** What an initramfs has at a path. */
export type Held =
  | {
      readonly kind: "file"
      readonly mode: number
      /** Its first bytes, `HEAD` at most or so many; undefined where they are not at hand. */
      readonly head: (most?: number) => Uint8Array | undefined
      /** The file of this machine, where it is one of its own. */
      readonly source?: string
    }
  | { readonly kind: "symlink"; readonly target: string }
  | { readonly kind: "directory" | "device" }

/** By path, without a leading slash. */
export type Contents = ReadonlyMap<string, Held>

/** So much of a program is looked at: a script's first line, an ELF file's headers. */
export const HEAD = 0x1000
const MAX_LINKS = 40
const MAX_INTERPRETERS = 5
/** What runs a script where its own interpreter is not there. */
const SHELLS = ["/bin/sh", "/bin/busybox", "/bin/bash", "/bin/dash"]
const ELF_MAGIC = 0x7f454c46
const PT_INTERP = 3
const [EM_ARM, EM_AARCH64] = [40, 183]
const MACHINES: Readonly<Record<number, string>> = {
  3: "32-bit x86",
  8: "MIPS",
  20: "PowerPC",
  62: "x86-64",
  243: "RISC-V",
}

const partsOf = (path: string): string[] => path.split("/").filter((part) => part !== "" && part !== ".")

/** The path behind all symbolic links; undefined when something on it is not there. */
export function resolved(contents: Contents, path: string): string | undefined {
  let todo = partsOf(path)
  const done: string[] = []
  let links = 0
  for (let part = todo.shift(); part !== undefined; part = todo.shift()) {
    if (part === "..") {
      done.pop()
      continue
    }
    const here = [...done, part].join("/")
    const held = contents.get(here)
    if (held === undefined) return undefined
    if (held.kind !== "symlink") {
      done.push(part)
      continue
    }
    if (++links > MAX_LINKS) return undefined
    if (held.target.startsWith("/")) done.length = 0
    todo = [...partsOf(held.target), ...todo]
  }
  return done.join("/")
}

/** What keeps a program from being started. */
export interface InitTrouble {
  /** About the path that was asked for: "is not there". */
  readonly message: string
  /** A file that is missing, with its leading slash. */
  readonly missing?: string
  /** What to do in the ramdisk. */
  readonly remedy?: string
  readonly mend?: Mend
}

/** A change of one file after which it is another matter. */
export interface Mend {
  /** Without a leading slash, behind all links. */
  readonly path: string
  readonly how:
    | { readonly kind: "executable" }
    | { readonly kind: "line-ends" }
    /** The first line of a script that has another one, or none. */
    | { readonly kind: "first-line"; readonly line: string }
}

/** The loader that a 64-bit ELF file names. */
function loaderOf(head: Buffer): string | undefined {
  const [table, size, many] = [Number(head.readBigUInt64LE(32)), head.readUInt16LE(54), head.readUInt16LE(56)]
  for (let index = 0; index < many; index++) {
    const at = table + index * size
    if (at + 56 > head.length) return undefined
    if (head.readUInt32LE(at) !== PT_INTERP) continue
    const from = Number(head.readBigUInt64LE(at + 8))
    const to = head.indexOf(0, from)
    return from >= head.length || to < 0 ? undefined : head.toString("latin1", from, to)
  }
  return undefined
}

function elfTrouble(contents: Contents, head: Buffer, depth: number): InitTrouble | undefined {
  const machine = head.readUInt16LE(18)
  if (machine === EM_ARM) return undefined
  if (machine !== EM_AARCH64) {
    return {
      message: `is a program for ${MACHINES[machine] ?? `another machine (${machine})`}, not for arm64`,
    }
  }
  const loader = head.length >= 64 && head[4] === 2 ? loaderOf(head) : undefined
  const trouble = loader === undefined ? undefined : programTrouble(contents, loader, depth + 1)
  if (trouble === undefined) return undefined
  const message = `needs the loader ${loader}, which ${trouble.message}`
  if (trouble.missing !== loader) return { ...trouble, message }
  return {
    ...trouble,
    message,
    remedy: `link it statically (-static), or put ${loader} and its libraries there`,
  }
}

function programTrouble(contents: Contents, path: string, depth: number): InitTrouble | undefined {
  const real = resolved(contents, path)
  const held = real === undefined ? undefined : contents.get(real)
  if (held === undefined) return { message: "is not in the initramfs", missing: path }
  if (held.kind !== "file") return { message: `is a ${held.kind}, and no program` }
  if ((held.mode & 0o111) === 0) {
    const mend = { path: real ?? path, how: { kind: "executable" } } as const
    return { message: "may not be executed: it has no x permission", remedy: `chmod +x it: ${path}`, mend }
  }
  const bytes = held.head()
  if (bytes === undefined) return undefined
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (head.length === 0) return { message: "is empty" }
  if (head.length >= 20 && head.readUInt32BE(0) === ELF_MAGIC) return elfTrouble(contents, head, depth)
  const text = head.toString("latin1")
  const line = /^#![ \t]*([^\s]+)[^\n]*\n?/.exec(text)
  const interpreter = line?.[1]
  if (interpreter === undefined) return noScript(contents, real ?? path, text, depth)
  if (/\r\n?$/.test(line?.[0] ?? "")) {
    return {
      message: `ends its first line with a carriage return: Linux looks for "${interpreter}\\r"`,
      remedy: `give ${path} the line ends of Unix: sed -i 's/\\r$//', or dos2unix`,
      mend: { path: real ?? path, how: { kind: "line-ends" } },
    }
  }
  if (depth >= MAX_INTERPRETERS) return { message: "is a script of a script of a script: Linux gives up" }
  const trouble = programTrouble(contents, interpreter, depth + 1)
  if (trouble === undefined) return undefined
  const shell = shellIn(contents, depth, interpreter)
  return {
    ...trouble,
    message: `is a script for ${interpreter}, which ${trouble.message}`,
    ...(shell === undefined || trouble.missing === undefined || !interpreter.endsWith("sh")
      ? {}
      : {
          remedy: `begin ${path} with #!${shell}, which the ramdisk has, or put ${interpreter} into it`,
          mend: { path: real ?? path, how: { kind: "first-line", line: `#!${shell}` } },
        }),
  }
}

/** What a script for a shell can begin with; undefined when the initramfs has no other shell that starts. */
function shellIn(contents: Contents, depth: number, without = ""): string | undefined {
  if (depth >= MAX_INTERPRETERS) return undefined
  const starts = (one: string) => one !== without && programTrouble(contents, one, depth + 1) === undefined
  const shell = SHELLS.find(starts)
  return shell === "/bin/busybox" ? `${shell} sh` : shell
}

/** A mark that editors of Windows put before a text (U+FEFF in UTF-8). */
const MARK = "\u00ef\u00bb\u00bf"
const PRINTABLE = /^[\t\n\r\x20-\x7e\x80-\xff]+$/

function noScript(contents: Contents, path: string, text: string, depth: number): InitTrouble {
  const message = "is neither an ELF file nor a script that begins with #!, such as #!/bin/sh"
  if (text.startsWith(`${MARK}#!`)) {
    const line = text.slice(MARK.length).split(/\r?\n/)[0] ?? ""
    const remedy = `take the mark of three bytes away: sed -i '1s/^\\xef\\xbb\\xbf//'`
    return {
      message: "has a byte order mark (UTF-8) before its #!, so that Linux knows it for no script",
      remedy,
      mend: { path, how: { kind: "first-line", line } },
    }
  }
  const shell = shellIn(contents, depth)
  if (shell === undefined || !PRINTABLE.test(text)) return { message }
  const mend = { path, how: { kind: "first-line", line: `#!${shell}` } } as const
  return { message, remedy: `begin it with #!${shell}`, mend }
}

/**
 * Why Linux cannot start `path` out of its initramfs; undefined when it can, as far as is known. `whole` is false where
 * there may be more than `contents`: then nothing is missing.
 */
export function initTrouble(contents: Contents, path: string, whole = true): InitTrouble | undefined {
  const trouble = programTrouble(contents, path, 0)
  return whole || trouble?.missing === undefined ? trouble : undefined
}

/** Paths of programs, with their leading slashes, links to programs among them. */
export function programsIn(contents: Contents): readonly string[] {
  return [...contents].flatMap(([path, held]) =>
    (held.kind === "file" && (held.mode & 0o111) !== 0) || held.kind === "symlink" ? [`/${path}`] : [],
  )
}
