// SPDX-License-Identifier: BSD-2-Clause
//
// Style that a tool can see: the SPDX line and the few words that open a file, its length, the length of
// functions, marks left behind, and boards named in code.

import { type SourceFile, sourceFiles } from "./source-files.ts"

const MAX_FILE_LINES = 800
const MAX_FUNCTION_LINES = 70
const MAX_LINE_COLUMNS = 120

/** Files that are tables or generated, free of the length limits. */
const TABLES = /(\.table\.ts|-table\.ts|\/tables\/)/

interface Banned {
  readonly pattern: RegExp
  readonly instead: string
  readonly where?: RegExp
}

const BANNED: readonly Banned[] = [
  { pattern: /\b(FIXME|XXX|HACK)\b/, instead: "do it, or write it down outside the code" },
  { pattern: /@ts-(ignore|nocheck|expect-error)\b/, instead: "give it a type" },
  { pattern: /\b(?:as|:) any\b/, instead: "use unknown or a real type" },
  { pattern: /\.only\(/, instead: "a focused test hides the others" },
  {
    pattern: /maaxboard|odroid|zcu102|rpi4b/i,
    instead: "a board is data: read it from the device tree",
    where: /^packages\/(kernel|vmrt|vgic|simple-vmm|machine)\/src\/(?!.*\.test\.ts)/,
  },
]

function bannedFindings(file: SourceFile): string[] {
  if (file.path === "scripts/tidy.ts" || file.path === "scripts/imports.ts") return []
  return file.lines.flatMap((text, index) =>
    BANNED.filter((rule) => rule.pattern.test(text) && (rule.where?.test(file.path) ?? true)).map(
      (rule) => `${file.path}:${index + 1}: ${rule.pattern.exec(text)?.[0]}: ${rule.instead}`,
    ),
  )
}

const FUNCTION_HEADS = [
  /^(\s*)(?:export )?(?:default )?(?:async )?function\b/,
  /^(\s*)(?:(?:static|private|public|override|get|set|async) )*(?!if|for|while|switch|catch|return\b)\w+\(.*\).*\{$/,
  /^(\s*)(?:export )?(?:const|let) \w+ = (?:async )?\(.*=> \{$/,
]

/** Functions by indentation: a head that ends in "{" until the brace that closes it at the same column. */
function functionFindings(file: SourceFile): string[] {
  const findings: string[] = []
  file.lines.forEach((text, index) => {
    const indent = FUNCTION_HEADS.map((head) => head.exec(text)?.[1]).find((found) => found !== undefined)
    if (indent === undefined) return
    let bodyFrom = index
    while (bodyFrom < file.lines.length && !/\{\s*$/.test(file.lines[bodyFrom] ?? "")) bodyFrom += 1
    const end = file.lines.findIndex((line, at) => at > bodyFrom && line.startsWith(`${indent}}`))
    const length = end - index + 1
    if (end > 0 && length > MAX_FUNCTION_LINES) {
      findings.push(
        `${file.path}:${index + 1}: a function of ${length} lines; ${MAX_FUNCTION_LINES} is the limit`,
      )
    }
  })
  return findings
}

function fileFindings(file: SourceFile): string[] {
  const findings = bannedFindings(file)
  if (file.lines[0] !== "// SPDX-License-Identifier: BSD-2-Clause") {
    findings.push(`${file.path}:1: the first line is "// SPDX-License-Identifier: BSD-2-Clause"`)
  } else if (!/^\/\/ ?\S?/.test(file.lines[2] ?? "") && !file.path.endsWith(".config.ts")) {
    findings.push(`${file.path}:2: say in a few lines what this file is for`)
  }
  if (TABLES.test(file.path)) return findings
  if (file.lines.length > MAX_FILE_LINES) {
    findings.push(`${file.path}: ${file.lines.length} lines; ${MAX_FILE_LINES} is the limit`)
  }
  file.lines.forEach((text, index) => {
    if (text.length > MAX_LINE_COLUMNS) {
      findings.push(`${file.path}:${index + 1}: ${text.length} columns; ${MAX_LINE_COLUMNS} is the limit`)
    }
  })
  return [...findings, ...functionFindings(file)]
}

/** Every finding as `file:line: what`. */
export function tidyFindings(root: string): string[] {
  return sourceFiles(root)
    .filter((file) => !file.path.endsWith("tsup.config.ts"))
    .flatMap(fileFindings)
}
