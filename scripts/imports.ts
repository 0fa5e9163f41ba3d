// SPDX-License-Identifier: BSD-2-Clause
//
// The import direction of ARCHITECTURE.md: imports run downhill between packages, a file imports effect
// or fp-ts but not both (but for the bridge), hot code imports neither, and @effect/schema is named once.

import { type SourceFile, sourceFiles } from "./source-files.ts"

/** Package -> the packages (or package entry points) that it may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  diagnostic: [],
  devicetree: ["diagnostic"],
  system: ["diagnostic", "devicetree"],
  machine: ["devicetree"],
  "guest-boot": ["diagnostic", "devicetree"],
  agreement: ["diagnostic", "devicetree", "system", "guest-boot"],
  kernel: ["machine"],
  vgic: [],
  vmrt: ["kernel/api", "guest-boot"],
  "simple-vmm": ["vmrt", "vgic", "kernel/api"],
  report: ["diagnostic", "devicetree", "kernel/events"],
  cli: [
    "diagnostic",
    "devicetree",
    "system",
    "machine",
    "guest-boot",
    "agreement",
    "kernel",
    "kernel/api",
    "kernel/cpu",
    "kernel/events",
    "kernel/models",
    "vgic",
    "vmrt",
    "simple-vmm",
    "report",
  ],
}

/** Folders of the hot dialect: flat numeric code, neither effect nor fp-ts. */
const HOT = [/^packages\/kernel\//, /^packages\/machine\//, /^packages\/vgic\//]
/** The one file that turns Either into Effect. */
const BRIDGE = "packages/cli/src/bridge.ts"
/** The one file that names @effect/schema in each package that decodes text. */
const SCHEMA = "packages/report/src/schema.ts"

function imported(file: SourceFile): Array<{ line: number; from: string }> {
  return file.lines.flatMap((text, index) => {
    const match = /(?:^|\s)(?:from|import)\s*\(?"([^"]+)"/.exec(text)
    return match?.[1] === undefined ? [] : [{ line: index + 1, from: match[1] }]
  })
}

function fileFindings(file: SourceFile): string[] {
  const owner = /^packages\/([^/]+)\//.exec(file.path)?.[1]
  if (owner === undefined) return []
  const test = file.path.endsWith(".test.ts")
  const imports = imported(file)
  const findings: string[] = []
  const say = (line: number, text: string) => findings.push(`${file.path}:${line}: ${text}`)
  let effect = false
  let fpTs = false
  for (const { line, from } of imports) {
    const target = /^@vmm\/(.+)$/.exec(from)?.[1]
    if (target !== undefined && !(MAY_IMPORT[owner] ?? []).includes(target)) {
      say(line, `${owner} may not import @vmm/${target} (imports run downhill, see ARCHITECTURE.md)`)
    }
    if (target !== undefined && target.split("/")[0] === owner)
      say(line, "a package imports its own files by path")
    if (/^effect(\/|$)/.test(from)) effect = true
    if (/^fp-ts(\/|$)/.test(from)) fpTs = true
    if (from.startsWith("@effect/schema") && file.path !== SCHEMA) {
      say(line, `@effect/schema is imported by ${SCHEMA} alone; import from there`)
    }
    if (from.startsWith("fp-ts/") && !/^fp-ts\/lib\/\w+\.js$/.test(from)) {
      say(line, `write "fp-ts/lib/Name.js": the short form does not load as an ES module`)
    }
  }
  if (effect && fpTs && file.path !== BRIDGE) say(1, "imports both effect and fp-ts; only the bridge may")
  if (!test && (effect || fpTs) && HOT.some((folder) => folder.test(file.path))) {
    say(1, "hot code imports neither effect nor fp-ts")
  }
  return findings
}

/** Every violation as `file:line: what`. */
export function importFindings(root: string): string[] {
  return sourceFiles(root).flatMap(fileFindings)
}
