// SPDX-License-Identifier: BSD-2-Clause
//
// One mistake from end to end, as a person would go about it: `vmm check`, `vmm build` and `vmm run` (which must
// name the cause and the line between them), `vmm fix`, and a boot of what came out of it.

import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"

import { main, type Stdio } from "@vmm/cli"

import { linesOf, writeBroken } from "./folder.ts"
import { GOALS, type Mistake } from "./mistake.ts"

/** What came of a mistake. */
export interface Verdict {
  readonly name: string
  /** Who named it at the right line: a check's error or warning, the report of the run, or nobody. */
  readonly named: "error" | "warning" | "run" | undefined
  readonly code: string | undefined
  /** `file:line` that was pointed at. */
  readonly place: string | undefined
  /** The changes that `vmm fix` made, as a patch. */
  readonly patch: string
  readonly boots: boolean
  /** What was said in the step that went wrong. */
  readonly trouble: string
  readonly seconds: number
  /** What the verbs took, in their order: `check 0.1 s`. */
  readonly steps: readonly string[]
}

/** The verbs of the mistake at hand. */
let steps: string[] = []

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Seconds of the guest's time for a run that is to show its mistake, and for one that is to come up. */
const RUN_SECONDS = "30"
const BOOT_SECONDS = "60"
/** Host seconds of a run, however slow the host. */
const HOST_SECONDS = "900"
/** How much of an unexpected answer a verdict keeps. */
const KEPT = 1500

async function vmm(...argv: readonly string[]): Promise<Said> {
  let [out, err] = ["", ""]
  const stdio: Stdio = {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    write: (bytes) => {
      out += Buffer.from(bytes).toString("latin1")
      return undefined
    },
    stdin: Readable.from([]),
    onClosed: () => undefined,
  }
  const started = performance.now()
  const code = await main(argv, stdio)
  steps.push(`${argv[0]} ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return { code, out, err }
}

interface Finding {
  readonly severity: "error" | "warning"
  readonly file: string
  readonly line: number
  readonly code?: string
  readonly message: string
  readonly remedy?: string
}

type Named = Pick<Verdict, "named" | "code" | "place">

const NOBODY: Named = { named: undefined, code: undefined, place: undefined }
const baseName = (file: string): string => file.slice(file.lastIndexOf("/") + 1)

/** The finding that names the mistake at one of its lines. */
function inFindings(mistake: Mistake, findings: readonly Finding[]): Named {
  const lines = linesOf(mistake)
  const places = ({ file, line }: Finding) => [`${baseName(file)}:${line}`, `${baseName(file)}:`]
  const right = findings.filter(
    (finding) =>
      places(finding).some((place) => lines.includes(place)) &&
      mistake.words.test(`${finding.message}\n${finding.remedy ?? ""}`) &&
      (mistake.code === undefined || mistake.code === finding.code),
  )
  const found = right.find(({ severity }) => severity === "error") ?? right[0]
  if (found === undefined) return NOBODY
  return { named: found.severity, code: found.code, place: `${baseName(found.file)}:${found.line}` }
}

/** The same for the words of a run; places are `file:line` or `file:line:column` in the text. */
function inText(mistake: Mistake, text: string): Named {
  if (!mistake.words.test(text)) return NOBODY
  const said = [...text.matchAll(/([\w.-]+):(\d+)/g)].map(([, file, line]) => `${file}:${line}`)
  const lines = linesOf(mistake)
  const place = said.find((one) => lines.includes(one) || lines.includes(`${one.split(":")[0]}:`))
  return place === undefined ? NOBODY : { named: "run", code: undefined, place }
}

function parseFindings({ out, err }: Said): readonly Finding[] {
  try {
    return (JSON.parse(out) as { diagnostics: readonly Finding[] }).diagnostics
  } catch {
    throw new Error(`check --json did not print JSON:\n${out}\n${err}`)
  }
}

/** The code of the last stop, by the file that a run leaves beside its build. */
function stopCode(folder: string): string | undefined {
  try {
    const text = readFileSync(join("build", folder, "last-stop.json"), "utf8")
    return (JSON.parse(text) as { code?: string }).code
  } catch {
    return undefined
  }
}

const tail = (text: string): string => text.slice(-KEPT)

/** Check, then (when the check let it pass) the run. */
async function nameIt(mistake: Mistake, folder: string): Promise<Named & { readonly said: string }> {
  const findings = parseFindings(await vmm("check", folder, "--json"))
  const checked = inFindings(mistake, findings)
  const told = findings.map(
    ({ file, line, severity, code, message, remedy }) =>
      `${baseName(file)}:${line}: ${severity}: ${code ?? "-"}: ${message}; ${remedy ?? "-"}`,
  )
  const built = await vmm("build", folder)
  const errors = findings.filter(({ severity }) => severity === "error")
  if (errors.length > 0) {
    const tells = errors.every(({ message }) => built.err.includes(message))
    if (built.code === 1 || tells) return { ...checked, said: told.join("\n") }
    return { ...NOBODY, said: `vmm build took in silence what vmm check refuses (exit code ${built.code})` }
  }
  if (checked.named !== undefined && mistake.by === "check") return { ...checked, said: told.join("\n") }
  if (built.code !== 0) return { ...inText(mistake, built.err), said: tail(built.err) }
  const ran = await vmm(...bootArguments(mistake, folder, RUN_SECONDS))
  const seen = inText(mistake, built.err + ran.err)
  const named = checked.named === undefined ? { ...seen, code: stopCode(folder) } : checked
  return { ...named, said: `${told.join("\n")}\n${tail(built.err)}\n${tail(ran.out)}\n${tail(ran.err)}` }
}

const goalOf = ({ base, goal }: Mistake): string => (goal ?? GOALS[base]).source
const bootArguments = (mistake: Mistake, folder: string, seconds: string): readonly string[] => [
  "run",
  folder,
  "--clock",
  "virtual",
  "--guest-timeout",
  seconds,
  "--timeout",
  HOST_SECONDS,
  "--expect",
  goalOf(mistake),
]

/** Applies the first remedy and boots; what went wrong, or nothing. */
async function remedyBoots(mistake: Mistake, folder: string, named: Named) {
  const warnings = named.named === "warning" ? ["--warnings"] : []
  const fixed = await vmm("fix", folder, ...warnings)
  const failed = (trouble: string) => ({ patch: fixed.out, boots: false, trouble })
  if (fixed.code !== 0) return failed(`vmm fix: exit code ${fixed.code}\n${tail(fixed.err)}`)
  if (!/^[-+]{3} /m.test(fixed.out)) return failed(`vmm fix changed nothing\n${tail(fixed.err)}`)
  const left = inFindings(mistake, parseFindings(await vmm("check", folder, "--json")))
  if (left.named === "error") return failed("the mistake is still there after vmm fix")
  const built = await vmm("build", folder)
  if (built.code !== 0) return failed(`after vmm fix, vmm build:\n${tail(built.err)}`)
  const ran = await vmm(...bootArguments(mistake, folder, BOOT_SECONDS))
  if (ran.code !== 0) return failed(`after vmm fix, vmm run:\n${tail(ran.out)}\n${tail(ran.err)}`)
  return { patch: fixed.out, boots: true, trouble: "" }
}

/** Tries a mistake in `root`, a folder for it alone. */
export async function attempt(root: string, mistake: Mistake): Promise<Verdict> {
  const started = performance.now()
  steps = []
  const folder = writeBroken(root, mistake)
  const before = process.cwd()
  process.chdir(root)
  try {
    const { said, ...named } = await nameIt(mistake, folder)
    const remedy = await remedyBoots(mistake, folder, named)
    const unnamed = named.named === undefined ? `not named; what was said:\n${said}\n` : ""
    const seconds = (performance.now() - started) / 1000
    return { name: mistake.name, ...named, ...remedy, trouble: unnamed + remedy.trouble, seconds, steps }
  } finally {
    process.chdir(before)
  }
}
