// SPDX-License-Identifier: BSD-2-Clause
//
// A fault report as one block of plain text, narrow enough for a terminal: what happened, where, what the device tree
// says, and the ways out as patches. Bold headings only when asked for.

import { type Fix, renderPlace } from "@vmm/diagnostic"
import type { EsrField } from "../processor/esr.ts"
import type { ExampleFiles } from "../example.ts"
import type { CodePlace, FaultReport } from "./report-value.ts"
import { hex } from "../hex.ts"
import type { DeviceFacts } from "./owner.ts"
import { patchText } from "../patch/patch-text.ts"

/** How a report is written. */
export interface RenderOptions {
  /** ANSI escapes for headings. */
  readonly colour?: boolean
  /** The fields of the syndrome and all registers below the block. */
  readonly registers?: boolean
  /** Where the VMM's program is to be mended. */
  readonly program?: string
  /** Where the guest's image is named. */
  readonly image?: string
  /** Where another domain is given the memory that it may have written over. */
  readonly writer?: string
  /** What the check has found, one line each. */
  readonly warned?: readonly string[]
  /** The files that fixes are patches of; without them their notes alone are shown. */
  readonly example?: ExampleFiles
}

const LABEL_WIDTH = 13
const MAX_FRAMES = 16
const MAX_REFERENCES = 8

/** `label` and its lines: the first beside it, the others below the first. */
export function rows(label: string, ...lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `  ${(index === 0 ? label : "").padEnd(LABEL_WIDTH)}${line}`)
}

/** The first of a list, and how many more there are. */
function first(lines: readonly string[], count: number, what: string): readonly string[] {
  const more = lines.length - count
  return more > 0 ? [...lines.slice(0, count), `and ${more} more ${what}`] : lines
}

function fieldText(fields: readonly EsrField[]): readonly string[] {
  const plain = (name: string, value: number) => value < 10 && !name.endsWith("FSC")
  const heads = fields.map(({ name, value }) => `${name} ${plain(name, value) ? value : hex(value, 2)}`)
  const width = Math.max(0, ...heads.map((head) => head.length))
  return fields.map(({ meaning }, index) => `${(heads[index] ?? "").padEnd(width)}  ${meaning}`)
}

export function codeText({ address, symbol }: CodePlace): string {
  return symbol === undefined ? address : `${address}  ${symbol}`
}

/** The callers, named where they have a name. */
export function backtraceLines(backtrace: readonly CodePlace[]): readonly string[] {
  const names = backtrace.map(({ address, symbol }) => symbol ?? address)
  return rows("called by", ...first(names, MAX_FRAMES, "callers"))
}

function syndromeText({ esr }: FaultReport): string {
  const status = esr.fields.find(({ name }) => name === "DFSC" || name === "IFSC")
  return `${esr.class}${status === undefined ? "" : `: ${status.meaning}`}  (ESR_EL2 ${esr.value})`
}

function addressText({ access }: FaultReport): readonly string[] {
  if (access === undefined) return []
  const va = access.va === undefined ? "" : `, guest VA ${access.va}`
  const walk = access.tableWalk ? ", while the guest's own translation tables were walked" : ""
  return rows("address", `IPA ${access.ipa}${va}${walk}`)
}

function mapLines({ map }: FaultReport): readonly string[] {
  if (map === undefined) return []
  const at = map.place === undefined ? "" : `, ${renderPlace(map.place)}`
  return rows("map", `"${map.region}" at ${map.vaddr} with perms="${map.perms}"${at}`)
}

function instructionLines({ instruction }: FaultReport): readonly string[] {
  if (instruction === undefined) return []
  const { word, text, base } = instruction
  const value = base === undefined ? "" : `  with ${base.register} = ${base.value}`
  return rows("instruction", `${text}  (${word})${value}`)
}

function exceptionLines({ exception }: FaultReport): readonly string[] {
  if (exception === undefined) return []
  const { what, from, vector } = exception
  return [...rows("came from", `${codeText(from)}: ${what}`), ...rows("vector", vector)]
}

function callLines({ call, pd, vm }: FaultReport): readonly string[] {
  if (call === undefined) return []
  const last = call.args.findLastIndex((value) => value !== "0x0")
  const args = call.args.slice(0, last + 1).map((value, n) => `x${n + 1} = ${value}`)
  const odd = call.immediate === 0 ? [] : [`immediate ${hex(call.immediate)}: no call by the convention`]
  const where = call.domain === undefined ? "" : ` (${renderPlace(call.domain)})`
  const right = call.mayForward ? 'has smc="true"' : 'has no smc="true"'
  return [
    ...rows("call", [`${call.conduit.toUpperCase()} ${call.id}`, ...args, ...odd].join(", ")),
    ...rows("answer", `NOT_SUPPORTED; ${vm} goes on. ${pd}${where} ${right} and no handler for it.`),
  ]
}

function driverLines({ driver, device, level: at, registers }: FaultReport): readonly string[] {
  if (at === 0 && device !== undefined && registers["spsr"] !== undefined) {
    return rows("by", "a program of the guest (EL0), by /dev/mem, UIO or the like: no driver of its kernel")
  }
  if (driver === undefined) return []
  const { probe, source, config, entry, initcall, level } = driver
  const parts = [probe, source, config].filter((part) => part !== undefined)
  const name = initcall ?? entry
  const how = level === undefined ? "" : ` (${level})`
  const ran =
    initcall === undefined || entry === undefined || entry === initcall ? "" : `; ${entry} was running`
  return [
    ...(parts.length === 0 ? [] : rows("driver", parts.join(", "))),
    ...(name === undefined
      ? []
      : rows(initcall === undefined ? "started by" : "initcall", `${name}${how}${ran}`)),
  ]
}

const KIND_WORDS = {
  device: "reg",
  memory: "RAM",
  window: "no node below it owns this address; its window",
} as const

function deviceText(device: DeviceFacts): readonly string[] {
  const { path, labels, compatible, place, laterPlaces, range, offset, kind, disabledBy } = device
  const last = hex(BigInt(range.address) + BigInt(range.size) - 1n)
  return [
    ...rows("node", labels.length === 0 ? path : `${path} (${labels.join(", ")})`),
    ...rows("at", [place, ...laterPlaces.map((later) => `changed at ${later}`)].join(", ")),
    ...(compatible.length === 0 ? [] : rows("compatible", compatible.map((name) => `"${name}"`).join(", "))),
    ...rows(KIND_WORDS[kind] === "reg" || kind === "memory" ? KIND_WORDS[kind] : "window", rangeText()),
    ...(disabledBy === undefined
      ? []
      : rows("status", disabledBy === path ? "disabled" : `disabled by ${disabledBy}`)),
  ]

  function rangeText(): string {
    const head = kind === "window" ? `${KIND_WORDS.window} ` : ""
    return `${head}${range.address} to ${last}, offset ${offset}`
  }
}

function treeLines(report: FaultReport, bold: (text: string) => string): readonly string[] {
  const { device, unowned, referredBy, leftOut } = report
  const head = bold(`What the ${leftOut === true ? "board's " : ""}device tree says`)
  if (unowned && leftOut !== true)
    return ["", head, "  No node of the guest's device tree owns this address."]
  if (device === undefined) return []
  const names = referredBy.map(({ path, property, place }) => `${path} in ${property}, ${place}`)
  return [
    "",
    head,
    ...deviceText(device),
    ...(names.length === 0 ? [] : rows("referred by", ...first(names, MAX_REFERENCES, "nodes"))),
  ]
}

/** Words that fit a line of 100 columns behind five blanks. */
function wrapped(text: string): readonly string[] {
  const lines = [""]
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? ""
    if (last.length + word.length > 92 && last !== "") lines.push(word)
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`
  }
  return lines.map((line) => `     ${line}`)
}

function fixLines(fix: Fix, index: number, example: ExampleFiles | undefined): readonly string[] {
  const patch = example === undefined ? "" : patchText(fix, example)
  const title = `${fix.title.slice(0, 1).toUpperCase()}${fix.title.slice(1)}`
  return [
    `  ${index + 1}. ${title} [${fix.id}]`,
    ...fix.notes.flatMap(wrapped),
    ...(patch === ""
      ? []
      : patch
          .trimEnd()
          .split("\n")
          .map((line) => `     ${line}`)),
  ]
}

const COUNTS = ["", "The way out", "Two ways out", "Three ways out"]

/** The ways out as text, with the heading. */
export function fixesText(
  fixes: readonly Fix[],
  example: ExampleFiles | undefined,
  bold: (text: string) => string,
): readonly string[] {
  if (fixes.length === 0) return []
  const patches = example !== undefined && fixes.some(({ edits }) => edits.length > 0)
  const hint = patches ? ", as patches for the example's folder" : ""
  return [
    "",
    bold(`${COUNTS[fixes.length] ?? "Ways out"}${hint}`),
    ...fixes.flatMap((fix, index) => fixLines(fix, index, example)),
  ]
}

function registerLines(registers: Readonly<Record<string, string>>): readonly string[] {
  const cells = Object.entries(registers).map(([name, value]) => `${name.padEnd(11)}${value}`)
  const lines = Array.from({ length: Math.ceil(cells.length / 3) }, (_, row) =>
    `  ${cells.slice(3 * row, 3 * row + 3).join("  ")}`.trimEnd(),
  )
  return lines
}

export const boldText = (colour: boolean | undefined) => (text: string) =>
  colour === true ? `\u001b[1m${text}\u001b[0m` : text

/** The report as text, lines separated by \n, the last one without. */
export function renderFaultReport(report: FaultReport, options: RenderOptions = {}): string {
  const bold = boldText(options.colour)
  const { esr, pc, backtrace, fixes } = report
  const fields = [{ name: "EC", value: esr.ec, meaning: esr.class }, ...esr.fields]
  const where = pc.ipa === undefined ? `EL${report.level}` : `EL${report.level}, IPA ${pc.ipa}`
  return [
    `${bold(report.summary)}.`,
    "",
    bold(`Where: VM ${report.vm}, vCPU ${report.vcpu}`),
    ...rows("guest PC", `${codeText(pc)}  (${where})`),
    ...exceptionLines(report),
    ...(options.program === undefined ? [] : rows("program", options.program)),
    ...(options.image === undefined ? [] : rows("image", options.image)),
    ...(options.writer === undefined ? [] : rows("writable", options.writer)),
    ...instructionLines(report),
    ...addressText(report),
    ...mapLines(report),
    ...callLines(report),
    ...(report.call === undefined ? rows("syndrome", syndromeText(report)) : []),
    ...driverLines(report),
    ...backtraceLines(backtrace),
    ...treeLines(report, bold),
    ...(options.warned === undefined || options.warned.length === 0
      ? []
      : ["", bold("What vmm check warns of"), ...options.warned.map((line) => `  ${line}`)]),
    ...fixesText(fixes, options.example, bold),
    ...(options.registers === true
      ? [
          "",
          bold("Syndrome"),
          ...rows("ESR_EL2", ...fieldText(fields)),
          bold("Registers"),
          ...registerLines(report.registers),
        ]
      : []),
  ].join("\n")
}
