// SPDX-License-Identifier: BSD-2-Clause
//
// A fault report as one block of plain text, narrow enough for a terminal; bold headings only when asked for.

import type { EsrField } from "./esr.ts"
import type { FaultReport } from "./fault-report.ts"
import { hex } from "./hex.ts"
import type { DeviceFacts } from "./owner.ts"
import type { Remedy } from "./remedies.ts"

export interface RenderOptions {
  /** ANSI escapes for headings. */
  readonly colour?: boolean
  /** All registers below the block. */
  readonly registers?: boolean
}

const LABEL_WIDTH = 13

/** `label` and its lines: the first beside it, the others below the first. */
function rows(label: string, ...lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `  ${(index === 0 ? label : "").padEnd(LABEL_WIDTH)}${line}`)
}

function fieldText(fields: readonly EsrField[]): readonly string[] {
  const plain = (name: string, value: number) => value < 10 && !name.endsWith("FSC")
  const heads = fields.map(({ name, value }) => `${name} ${plain(name, value) ? value : hex(value, 2)}`)
  const width = Math.max(0, ...heads.map((head) => head.length))
  return fields.map(({ meaning }, index) => `${(heads[index] ?? "").padEnd(width)}  ${meaning}`)
}

const ACCESS_WORDS = { read: "read", write: "write", execute: "instruction fetch" } as const

function accessLines(report: FaultReport): readonly string[] {
  const { access } = report
  if (access === undefined) return []
  const size = access.size === undefined ? "" : ` of ${access.size} byte${access.size === 1 ? "" : "s"}`
  const walk = access.tableWalk ? ", while the guest's own translation tables were walked" : ""
  return [
    ...rows("access", `${ACCESS_WORDS[access.kind]}${size}${walk}`),
    ...rows("address", `IPA ${access.ipa}${access.va === undefined ? "" : `, guest VA ${access.va}`}`),
  ]
}

function codeText({ address, symbol }: { readonly address: string; readonly symbol?: string }): string {
  return symbol === undefined ? address : `${address}  ${symbol}`
}

function instructionLines({ instruction }: FaultReport): readonly string[] {
  if (instruction === undefined) return []
  const { word, text, base } = instruction
  const value = base === undefined ? "" : `  with ${base.register} = ${base.value}`
  return rows("instruction", `${word}  ${text}${value}`)
}

function deviceLines({ device, unowned }: FaultReport): readonly string[] {
  if (unowned) return rows("device", "none: no node of the guest's device tree owns this address")
  if (device === undefined) return []
  return rows("device", ...deviceText(device))
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
    labels.length === 0 ? path : `${path} (${labels.join(", ")})`,
    `at ${[place, ...laterPlaces.map((later) => `changed at ${later}`)].join(", ")}`,
    ...(compatible.length === 0 ? [] : [`compatible ${compatible.map((name) => `"${name}"`).join(", ")}`]),
    `${KIND_WORDS[kind]} ${range.address} to ${last}, offset ${offset}`,
    ...(disabledBy === undefined ? [] : [disabledBy === path ? "disabled" : `disabled by ${disabledBy}`]),
  ]
}

function remedyLines(remedy: Remedy, index: number): readonly string[] {
  const pieces = remedy.pieces.flatMap(({ where, text }) => [
    `     in ${where}:`,
    ...text.split("\n").map((line) => `         ${line.replace(/\t/g, "    ")}`),
  ])
  return [`  ${index + 1}. ${remedy.title}`, ...pieces, ...remedy.notes.map((note) => `     ${note}`)]
}

function registerLines(registers: Readonly<Record<string, string>>): readonly string[] {
  const cells = Object.entries(registers).map(([name, value]) => `${name.padEnd(11)}${value}`)
  const lines = Array.from({ length: Math.ceil(cells.length / 3) }, (_, row) =>
    `  ${cells.slice(3 * row, 3 * row + 3).join("  ")}`.trimEnd(),
  )
  return lines
}

/** The report as text, lines separated by \n, the last one without. */
export function renderFaultReport(report: FaultReport, options: RenderOptions = {}): string {
  const bold = (text: string) => (options.colour === true ? `\u001b[1m${text}\u001b[0m` : text)
  const { esr, pc, link, remedies } = report
  const head = `VM ${report.vm}, vCPU ${report.vcpu} is stopped by a fault (${report.fault}): ${report.reason}.`
  const fields = [{ name: "EC", value: esr.ec, meaning: esr.class }, ...esr.fields]
  return [
    bold(head),
    ...rows("guest PC", codeText(pc), ...(pc.ipa === undefined ? [] : [`IPA ${pc.ipa}, EL${report.level}`])),
    ...(link === undefined ? [] : rows("link (X30)", codeText(link))),
    ...instructionLines(report),
    ...accessLines(report),
    ...rows("ESR_EL2", `${esr.value}`, ...fieldText(fields)),
    ...deviceLines(report),
    ...(remedies.length === 0 ? [] : [bold(remedies.length === 1 ? "The way out:" : "Ways out:")]),
    ...remedies.flatMap(remedyLines),
    ...(options.registers === true ? [bold("Registers:"), ...registerLines(report.registers)] : []),
  ].join("\n")
}
