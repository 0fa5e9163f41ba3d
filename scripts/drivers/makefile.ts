// SPDX-License-Identifier: BSD-2-Clause
//
// Which CONFIG symbol builds a source file, read from Linux's Makefiles (Documentation/kbuild/makefiles.rst,
// section 3): `obj-$(CONFIG_X) += a.o dir/`, composite objects `a-y`, `a-objs` and `a-$(CONFIG_Y)`, and the
// Makefiles of the folders above for what is built with `obj-y`. Left out: conditionals, which are taken as true.

import { existsSync, readFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"

interface Assignment {
  /** `obj`, or the name of a composite object. */
  readonly target: string
  /** Symbol without CONFIG_, undefined for what is always built. */
  readonly symbol: string | undefined
  readonly words: readonly string[]
}

export class Makefiles {
  private readonly root: string
  private readonly read = new Map<string, readonly Assignment[]>()

  /** @param root the kernel's source tree */
  constructor(root: string) {
    this.root = root
  }

  /** The symbol (without CONFIG_) that builds `path`; undefined when it is always built or not found. */
  symbolOf(path: string): string | undefined {
    return this.ofObject(dirname(path), `${basename(path).replace(/\.[cS]$/, "")}.o`, new Set())
  }

  /** Source files that are linked into the same object as `path`, `path` first. */
  together(path: string): readonly string[] {
    const folder = dirname(path)
    const object = `${basename(path).replace(/\.c$/, "")}.o`
    const composites = this.assignments(folder).filter(
      ({ target, words }) => target !== "obj" && target !== "lib" && words.includes(object),
    )
    const names = new Set(composites.map(({ target }) => target))
    const objects = this.assignments(folder)
      .filter(({ target }) => names.has(target))
      .flatMap(({ words }) => words)
    const files = objects
      .filter((name) => name.endsWith(".o"))
      .map((name) => join(folder, `${name.slice(0, -2)}.c`))
    return [...new Set([path, ...files])]
  }

  private ofObject(folder: string, object: string, seen: Set<string>): string | undefined {
    const key = `${folder}:${object}`
    if (folder === "." || seen.has(key)) return undefined
    seen.add(key)
    const users = this.assignments(folder).filter(({ words }) => words.includes(object))
    const direct = users.find(({ target }) => target === "obj" || target === "lib")
    if (direct?.symbol !== undefined) return direct.symbol
    if (direct !== undefined) return this.ofFolder(folder, seen)
    for (const { target, symbol } of users) {
      const found = symbol ?? this.ofObject(folder, `${target}.o`, seen)
      if (found !== undefined) return found
    }
    // A Makefile further up may name the object with its folder.
    const parent = dirname(folder)
    return parent === "." ? undefined : this.ofObject(parent, `${basename(folder)}/${object}`, seen)
  }

  private ofFolder(folder: string, seen: Set<string>): string | undefined {
    const parent = dirname(folder)
    return parent === "." ? undefined : this.ofObject(parent, `${basename(folder)}/`, seen)
  }

  private assignments(folder: string): readonly Assignment[] {
    const known = this.read.get(folder)
    if (known !== undefined) return known
    const file = ["Kbuild", "Makefile"]
      .map((name) => join(this.root, folder, name))
      .find((name) => existsSync(name))
    const found = file === undefined ? [] : parse(readFileSync(file, "utf8"))
    this.read.set(folder, found)
    return found
  }
}

const ASSIGNMENT = /^\s*([\w.-]+?)-(?:(y|m|objs)|\$\((?:subst m,y,\$\()?CONFIG_(\w+)\)?\))\s*[:+]?=\s*(.*)$/
const VARIABLE = /^\s*([\w.-]+)\s*[:+]?=\s*(.*)$/

/** Words with `$(NAME)` replaced by those of the variable, one level deep. */
function expand(text: string, variables: ReadonlyMap<string, string>): readonly string[] {
  const whole = text.replace(/\$\(([\w.-]+)\)/g, (_, name: string) => variables.get(name) ?? "")
  return whole.split(/\s+/).filter((word) => word !== "")
}

function parse(text: string): readonly Assignment[] {
  const lines = text
    .replace(/\\\n/g, " ")
    .split("\n")
    .map((line) => line.replace(/#.*/, ""))
  const variables = new Map<string, string>()
  for (const line of lines) {
    const [, name, words = ""] = VARIABLE.exec(line) ?? []
    if (name !== undefined) variables.set(name, `${variables.get(name) ?? ""} ${words}`)
  }
  return lines.flatMap((line) => {
    const match = ASSIGNMENT.exec(line)
    if (match === null) return []
    const [, target = "", , symbol, words = ""] = match
    return [{ target, symbol, words: expand(words, variables) }]
  })
}
