// SPDX-License-Identifier: BSD-2-Clause
//
// A folder as it would be after changes. The draft is a folder of links in the system's place for temporary files,
// with links to everything around it, so that relative paths lead where they did; what changes becomes a file of its
// own. A check or a boot of the draft is one of the changed folder. The folder itself changes in one go at the end,
// or not at all.

import { applyEdits, type Edit, unifiedDiff } from "@vmm/diagnostic"
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { basename, dirname, isAbsolute, join, normalize, relative, resolve, sep } from "node:path"

import { link, mirror, namesIn, surroundings } from "./links.ts"

/** Texts by name below the folder; undefined for a file that is not there. */
export type Texts = ReadonlyMap<string, string | undefined>

/** What the draft has changed: texts, and files that may be executed. */
export interface State {
  readonly texts: Texts
  readonly executable: ReadonlySet<string>
}

const EXECUTABLE = 0o111

/** Bytes of a file that the draft has as a copy. */
const LARGEST_COPY = 0x10_0000

export class Draft {
  /** Where the draft is. */
  readonly folder: string
  private readonly root: string
  private readonly real: string
  private readonly before = new Map<string, string | undefined>()
  private readonly now = new Map<string, string | undefined>()
  private executable: ReadonlySet<string> = new Set()

  /** Throws when `folder` cannot be read. Of a folder of which one file alone counts, the others are links. */
  constructor(folder: string, only?: string) {
    this.real = realpathSync(resolve(folder))
    this.root = mkdtempSync(join(tmpdir(), "vmm-fix-"))
    const path = resolve(folder)
    this.folder = join(surroundings(path, this.root), basename(path))
    mkdirSync(this.folder)
    for (const name of namesIn(this.real)) this.take(name, only === undefined || name === only)
  }

  /** A file of its own, so that nothing that is done to the draft reaches the folder; a link to what is large. */
  private take(name: string, own: boolean): void {
    const [from, to] = [join(this.real, name), join(this.folder, name)]
    const stats = statSync(from, { throwIfNoEntry: false })
    if (own && stats?.isFile() === true && stats.size <= LARGEST_COPY) copyFileSync(from, to)
    else link(from, to)
  }

  /** Removes the draft. */
  close(): void {
    rmSync(this.root, { recursive: true, force: true })
  }

  /** The name below the folder of a file that an edit or a finding names; undefined for one outside. */
  nameOf(file: string): string | undefined {
    const inDraft = relative(this.folder, resolve(file))
    if (!inDraft.startsWith("..") && !isAbsolute(inDraft)) return inDraft
    const inReal = relative(this.real, resolve(file))
    if (!inReal.startsWith("..") && !isAbsolute(inReal)) return inReal
    const name = normalize(file)
    return isAbsolute(name) || name === ".." || name.startsWith(`..${sep}`) ? undefined : name
  }

  /** A text that names files of the draft, with their names below the folder, and where they are outside of it. */
  outside(text: string): string {
    return text.replaceAll(`${this.folder}/`, "").replaceAll(`${this.root}/`, "/")
  }

  /** The file as it is in the draft. Throws for one that is no text. */
  text(name: string): string | undefined {
    if (this.now.has(name)) return this.now.get(name)
    const path = join(this.folder, name)
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined
    const bytes = readFileSync(path)
    const text = bytes.toString("utf8")
    if (!Buffer.from(text).equals(bytes)) throw new Error(`${name} is no UTF-8 text`)
    return text
  }

  /** Texts after `edits`, which are not made yet; or why they cannot be. */
  after(edits: readonly Edit[]): { readonly texts: Texts } | { readonly problem: string } {
    const named: Edit[] = []
    for (const edit of edits) {
      const file = this.nameOf(edit.file)
      if (file === undefined) return { problem: `${edit.file} is outside the folder; change it by hand` }
      named.push({ ...edit, file })
    }
    const files = new Map<string, string>()
    for (const { file } of named) {
      const text = this.text(file)
      if (text !== undefined) files.set(file, text)
    }
    const applied = applyEdits(files, named)
    return applied.ok === undefined ? { problem: applied.problem } : { texts: applied.ok }
  }

  /** The state of every file that was ever changed. */
  state(): State {
    return { texts: new Map(this.now), executable: this.executable }
  }

  /** Permissions of a file as the draft has them. */
  private modeOf(name: string): number {
    const mode = statSync(join(this.real, name), { throwIfNoEntry: false })?.mode ?? 0o644
    return (mode & 0o777) | (this.executable.has(name) ? EXECUTABLE : 0)
  }

  /** True when the file exists and may not be executed. */
  private isPlain(name: string): boolean {
    const mode = statSync(join(this.real, name), { throwIfNoEntry: false })?.mode
    return mode === undefined || (mode & EXECUTABLE) === 0
  }

  /** Lets files be executed that could not; more than those which are there are left out. */
  allow(names: readonly string[] = []): void {
    const wanted = names.flatMap((one) => this.nameOf(one) ?? []).filter((name) => this.isPlain(name))
    this.setExecutable(new Set([...this.executable, ...wanted]))
  }

  private setExecutable(names: ReadonlySet<string>): void {
    const touched = new Set([...this.executable, ...names])
    this.executable = names
    for (const name of touched) {
      const path = join(this.folder, name)
      this.own(dirname(name))
      if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue
      // The draft's file may be the folder's own under another name.
      const bytes = readFileSync(path)
      rmSync(path)
      writeFileSync(path, bytes)
      chmodSync(path, this.modeOf(name))
    }
  }

  /** Writes texts into the draft. */
  write(texts: Texts): void {
    for (const [name, text] of texts) {
      if (!this.before.has(name)) this.before.set(name, this.text(name))
      this.now.set(name, text)
      this.own(dirname(name))
      const path = join(this.folder, name)
      rmSync(path, { force: true })
      if (text === undefined) continue
      writeFileSync(path, text)
      chmodSync(path, this.modeOf(name))
    }
  }

  /** Makes a folder below the draft one of its own, which is a link until something in it changes. */
  private own(name: string): void {
    if (name === ".") return
    this.own(dirname(name))
    const path = join(this.folder, name)
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats?.isDirectory() === true) return
    rmSync(path, { force: true })
    mkdirSync(path)
    if (stats !== undefined) mirror(join(this.real, name), path)
  }

  /** Goes back to a state. */
  restore({ texts, executable }: State): void {
    this.write(
      new Map(
        [...this.now.keys()].map((name) => [name, texts.has(name) ? texts.get(name) : this.before.get(name)]),
      ),
    )
    this.setExecutable(executable)
  }

  /** Files whose text is not what it was. */
  private rewritten(): readonly string[] {
    return [...this.now.keys()].filter((name) => this.now.get(name) !== this.before.get(name))
  }

  /** Files that are not what they were. */
  changed(): readonly string[] {
    return [...new Set([...this.rewritten(), ...this.executable])].sort()
  }

  /** The whole change as a patch for `patch -p1` in the folder, new permissions as git writes them. */
  patch(): string {
    return this.changed()
      .map((name) => {
        const before = this.before.get(name)
        const text = this.now.has(name) ? unifiedDiff(name, before, this.now.get(name) ?? "") : ""
        if (!this.executable.has(name)) return text
        const there = statSync(join(this.real, name), { throwIfNoEntry: false }) !== undefined
        const modes = there ? "old mode 100644\nnew mode 100755\n" : "new file mode 100755\n"
        return `diff --git a/${name} b/${name}\n${modes}${text}`
      })
      .join("")
  }

  /** Makes the folder what the draft is. Throws when a file cannot be written, and then nothing has changed. */
  commit(): void {
    const files = this.rewritten().map((name) => {
      const path = join(this.real, name)
      const there = statSync(path, { throwIfNoEntry: false }) !== undefined
      return { name, path: there ? realpathSync(path) : path, there }
    })
    for (const { name, path, there } of files) {
      const now = there ? readFileSync(path, "utf8") : undefined
      if (now !== this.before.get(name)) throw new Error(`${path} has changed meanwhile`)
    }
    const done: typeof files = []
    try {
      for (const file of files) this.prepare(file)
      for (const file of files) {
        renameSync(`${file.path}.new-${process.pid}`, file.path)
        done.push(file)
      }
      for (const name of this.executable) chmodSync(join(this.real, name), this.modeOf(name))
    } catch (cause) {
      for (const { name, path } of done) {
        const text = this.before.get(name)
        if (text === undefined) rmSync(path, { force: true })
        else writeFileSync(path, text)
      }
      for (const { path } of files) rmSync(`${path}.new-${process.pid}`, { force: true })
      throw cause
    }
  }

  /** The new text beside the old one. */
  private prepare({ name, path, there }: { name: string; path: string; there: boolean }): void {
    const fresh = `${path}.new-${process.pid}`
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(fresh, this.now.get(name) ?? "")
    if (there) chmodSync(fresh, statSync(path).mode)
  }
}
