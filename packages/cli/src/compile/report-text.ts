// SPDX-License-Identifier: BSD-2-Clause
//
// A build's report.txt: what was built from what, the board, where the guest's parts lie, and the system: memory
// map, who may touch what, interrupts, objects.

import { commandLine, type GuestFiles } from "@vmm/guest-boot"
import { describeSystem, renderRange, renderSize } from "@vmm/system"

import type { Analysis } from "./analyse.ts"
import type { Compiled } from "./compile.ts"
import type { Folder } from "./folder.ts"

interface Row {
  readonly name: string
  readonly text: string
}

function section(title: string, rows: readonly Row[]): string {
  const width = Math.max(0, ...rows.map(({ name }) => name.length))
  const lines = rows.map(({ name, text }) => `  ${name.padEnd(width)}  ${text}`.trimEnd())
  return [title, ...(lines.length === 0 ? ["  none"] : lines), "", ""].join("\n")
}

function boardRows({ board, kernelMemory }: Analysis): Row[] {
  const gone = board.devices.filter(({ enabled }) => !enabled).length
  return [
    { name: "model", text: board.model },
    { name: "compatible", text: board.compatible.join(", ") },
    { name: "cores", text: String(board.cpus.length) },
    ...board.ram.map((range) => ({ name: "RAM", text: `${renderRange(range)} (${renderSize(range.size)})` })),
    { name: "kernel's RAM", text: `${renderRange(kernelMemory)} (${renderSize(kernelMemory.size)})` },
    { name: "devices", text: `${board.devices.length} with registers, ${gone} of them disabled` },
    { name: "counter", text: `${board.counterHz} Hz` },
  ]
}

function guestRows(analysis: Analysis, compiled: Compiled, guest: GuestFiles | undefined): Row[] {
  const { guest: config } = analysis
  if (guest === undefined || config === undefined) return []
  const files = [
    { name: "kernel", text: guest.kernelOrigin },
    ...guest.ramdiskOrigin.map((text) => ({ name: "ramdisk", text })),
  ]
  return compiled.vms.flatMap(({ plan, boot }) => [
    { name: "machine", text: plan.name },
    ...files,
    ...boot.segments.map(({ name, base, bytes }) => ({
      name: `${name} at`,
      text: `${renderRange({ base, size: bytes.length })} (${renderSize(bytes.length)})`,
    })),
    { name: "entry", text: `0x${boot.placement.entry.toString(16)}` },
    { name: "bootargs", text: commandLine(analysis.guestTree, config) },
    ...boot.placement.notes.map((text) => ({ name: "note", text })),
  ])
}

function programRows({ system, programs }: Analysis): Row[] {
  return system.protectionDomains.map(({ name }, index) => {
    const program = programs[index]
    return { name, text: program?.kind === "module" ? program.path : "simple-vmm" }
  })
}

/** The report of a build, each line ended. */
export function reportText(
  folder: Folder,
  analysis: Analysis,
  compiled: Compiled,
  guest?: GuestFiles,
): string {
  const sources = [
    folder.system,
    folder.base,
    ...folder.overlays,
    ...(folder.guest ? [folder.guest.source] : []),
  ]
  return [
    `${folder.name}\n${"=".repeat(folder.name.length)}\n\n`,
    section(
      "Sources",
      sources.map(({ file }, index) => ({
        name: ["system", "board"][index] ?? (file.endsWith(".json") ? "guest" : "overlay"),
        text: file,
      })),
    ),
    section("Board", boardRows(analysis)),
    section("Guest", guestRows(analysis, compiled, guest)),
    section("Programs", programRows(analysis)),
    describeSystem(analysis.system, analysis.placements),
  ].join("")
}
