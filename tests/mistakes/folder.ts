// SPDX-License-Identifier: BSD-2-Clause
//
// A broken system on disk: the example copied into a folder of its own, with the changes of a mistake in it. A change
// that does not apply to the example as it is today is an error of the corpus, and thrown.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"

import { type Base, type Change, EXAMPLE, FILES, type Mark, type Mistake } from "./mistake.ts"

const EXAMPLES = resolve(import.meta.dirname, "../../examples")
/** What examples share beside their folders. */
const SHARED = "initramfs"
const LINUX_GUEST = (cmdline: string): string => `{
  "kernel": "debian:linux-image-arm64",
  "ramdisk": ["debian:busybox-static", "../initramfs"],
  "cmdline": "${cmdline}"
}
`
/** The guest of "bare". */
const BARE_GUEST = `{
  "kernel": "flat:hello.bin",
  "cmdline": "console=ttyAMA0 earlycon=pl011,0x9000000"
}
`

/** Guest files that are not the example's own. */
const GUESTS: Partial<Record<Base, string>> = {
  bare: BARE_GUEST,
  "others-bare": BARE_GUEST,
  "others-virt": LINUX_GUEST("console=ttyAMA0 earlycon=pl011,0x9000000"),
  "others-maaxboard": LINUX_GUEST("console=ttymxc0,115200 earlycon=ec_imx6q,0x30860000,115200 nosmp"),
}
/** How a script and an ELF file begin. */
const PROGRAM = /^(#!|\u007fELF)/
type Texts = Map<string, string>

function textsOf(base: Mistake["base"]): Texts {
  const guest = GUESTS[base]
  const textOf = (part: string, name: string) =>
    part === "guest" && guest !== undefined
      ? guest
      : readFileSync(join(EXAMPLES, EXAMPLE[base], name), "utf8")
  return new Map(Object.entries(FILES[base]).map(([part, name]) => [name, textOf(part, name)]))
}

/** The place of `text`, which must be there once. */
function onlyPlace(whole: string, text: string, what: string): number {
  const at = whole.indexOf(text)
  if (at < 0 || whole.indexOf(text, at + 1) >= 0) {
    throw new Error(
      `${what}: ${at < 0 ? "is not there" : "is there more than once"}: ${JSON.stringify(text)}`,
    )
  }
  return at
}

function withoutRegion(text: string, region: string): string {
  const line = new RegExp(`^ *<(?:memory_region name|map mr)="${region}".*\\n`, "gm")
  if (!line.test(text)) throw new Error(`there is no region ${region}`)
  return text.replace(line, "")
}

function change(texts: Texts, files: (typeof FILES)[Mistake["base"]], made: Change): void {
  if ("file" in made) texts.set(made.file, made.text)
  else if ("gone" in made) texts.delete(files[made.gone])
  else if ("without" in made)
    texts.set(files.system, withoutRegion(texts.get(files.system) ?? "", made.without))
  else {
    const [part, find, put] = made
    const text = texts.get(files[part]) ?? ""
    const at = onlyPlace(text, find, files[part])
    texts.set(files[part], text.slice(0, at) + put + text.slice(at + find.length))
  }
}

/** The broken system's text files by name. */
export function brokenTexts({ base, changes }: Mistake): ReadonlyMap<string, string> {
  const texts = textsOf(base)
  for (const made of changes) change(texts, FILES[base], made)
  return texts
}

/** Lines that a finding may point at, each as `file:line`; a whole file is `file:`. */
export function linesOf(mistake: Mistake, marks: readonly Mark[] = mistake.at): readonly string[] {
  const texts = brokenTexts(mistake)
  return marks.flatMap(([part, marked]) => {
    const path = typeof part === "string" ? FILES[mistake.base][part] : part.file
    const file = basename(path)
    if (marked === undefined) return [`${file}:`]
    const text = texts.get(path) ?? ""
    const at = onlyPlace(text, marked, file)
    const first = text.slice(0, at).split("\n").length
    const many = marked.replace(/\n$/, "").split("\n").length
    return Array.from({ length: many }, (_, index) => `${file}:${first + index}`)
  })
}

/** Writes the broken system into `root`; gives the name of its folder there. */
export function writeBroken(root: string, mistake: Mistake): string {
  const { base } = mistake
  rmSync(root, { recursive: true, force: true })
  const folder = join(root, base)
  mkdirSync(folder, { recursive: true })
  cpSync(join(EXAMPLES, SHARED), join(root, SHARED), { recursive: true })
  if (base === "smp")
    cpSync(join(EXAMPLES, EXAMPLE["qemu-virt"]), join(root, "qemu-virt"), { recursive: true })
  const known = Object.values(FILES[base])
  const example = join(EXAMPLES, EXAMPLE[base])
  for (const name of readdirSync(example)) {
    if (!known.includes(name)) cpSync(join(example, name), join(folder, name), { recursive: true })
  }
  if (base.endsWith("bare")) cpSync(join(EXAMPLES, "hello", "hello.bin"), join(folder, "hello.bin"))
  for (const [name, text] of brokenTexts(mistake)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { mode: PROGRAM.test(text) ? 0o755 : 0o644 })
  }
  return base
}
