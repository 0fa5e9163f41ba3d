// SPDX-License-Identifier: BSD-2-Clause
//
// Makes packages/report/src/tables/linux-driver-table.ts from a tree of Linux's source: for every driver with
// `compatible` strings its file, CONFIG symbol and initcall. The tree is that of Debian's package
// linux-source-6.1:
//
//   apt-get install linux-source-6.1 && tar -C DIR -xf /usr/src/linux-source-6.1.tar.xz
//   node --conditions @vmm/source --import tsx scripts/driver-table.ts DIR/linux-source-6.1
//
// Left out: the trees of other architectures than arm64.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { Makefiles } from "./drivers/makefile.ts"
import { PRIMECELLS } from "./drivers/primecell.ts"
import { type Entry, readSource } from "./drivers/source.ts"

const FOLDERS = ["drivers", "sound", "arch/arm64", "kernel", "net"]
const OUTPUT = new URL("../packages/report/src/tables/linux-driver-table.ts", import.meta.url)

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return entry.name.endsWith(".c") ? [path] : []
  })
}

const INTERESTING = /of_device_id|_DECLARE\s*\(|_DECLARE_DRIVER\s*\(/

interface Row {
  readonly file: string
  readonly symbol: string
  readonly entries: readonly Entry[]
  readonly compatible: readonly string[]
}

/** The initcalls of a file, else of the files that are linked into the same object. */
function initcallsOf(root: string, makefiles: Makefiles, file: string): readonly Entry[] {
  for (const path of makefiles.together(file)) {
    const full = join(root, path)
    if (!existsSync(full)) continue
    const { initcalls } = readSource(readFileSync(full, "utf8"))
    if (initcalls.length > 0) return initcalls
  }
  return []
}

function rowsOf(root: string, makefiles: Makefiles, path: string): readonly Row[] {
  const text = readFileSync(path, "utf8")
  const file = relative(root, path)
  const primecells = PRIMECELLS[file] ?? []
  if (!INTERESTING.test(text) && primecells.length === 0) return []
  const { compatible: tabled, declared } = readSource(text)
  const compatible = [...tabled, ...primecells]
  const symbol = makefiles.symbolOf(file) ?? ""
  const registered =
    compatible.length === 0 ? [] : [{ file, symbol, entries: initcallsOf(root, makefiles, file), compatible }]
  const kinds = new Map<string, { entry: Entry; names: string[] }>()
  for (const { compatible: name, entry } of declared) {
    const key = `${entry.level}:${entry.function}`
    const kind = kinds.get(key) ?? { entry, names: [] }
    kinds.set(key, { entry, names: [...kind.names, name] })
  }
  const early = [...kinds.values()].map(({ entry, names }) => ({
    file,
    symbol,
    entries: [entry],
    compatible: names,
  }))
  return [...registered, ...early]
}

const rowText = ({ file, symbol, entries, compatible }: Row): string =>
  [
    file,
    symbol,
    entries.map((entry) => `${entry.level}:${entry.function}`).join(" "),
    [...new Set(compatible)].sort().join(" "),
  ].join("|")

const HEAD = (version: string): string => `// SPDX-License-Identifier: BSD-2-Clause
//
// Made by scripts/driver-table.ts from the source of Linux ${version}; do not edit. One driver a line, sorted:
// source file|CONFIG symbol without its prefix, empty for what is always built|how the kernel comes to it, as
// level:function, level being that of an initcall or the kind of a declaration|its \`compatible\` strings.

export const LINUX_VERSION = "${version}"

export const LINUX_DRIVERS = \`
`

function versionOf(root: string): string {
  const text = readFileSync(join(root, "Makefile"), "utf8")
  const part = (name: string) => new RegExp(`^${name} = (\\S*)`, "m").exec(text)?.[1] ?? ""
  return [part("VERSION"), part("PATCHLEVEL"), part("SUBLEVEL")].join(".")
}

function main(root: string | undefined): number {
  if (root === undefined || !existsSync(join(root, "Makefile"))) {
    console.error("usage: driver-table.ts DIR, DIR being a tree of Linux's source")
    return 2
  }
  const makefiles = new Makefiles(root)
  const rows = FOLDERS.flatMap((folder) => sourceFiles(join(root, folder)))
    .flatMap((path) => rowsOf(root, makefiles, path))
    .map(rowText)
    .sort()
  writeFileSync(OUTPUT, `${HEAD(versionOf(root))}${rows.join("\n")}\n\`\n`)
  console.log(`${rows.length} drivers`)
  return 0
}

process.exitCode = main(process.argv[2])
