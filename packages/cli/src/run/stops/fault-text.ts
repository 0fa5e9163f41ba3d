// SPDX-License-Identifier: BSD-2-Clause
//
// A fault that nobody handled, caught while the machine is there and told afterwards: what the guest's memory tells
// (symbols, stack) is read at once, device tree and files are read again from their sources, so that they have lines.

import { join } from "node:path"

import { type Fix, type Place, renderPlace } from "@vmm/diagnostic"
import {
  domainPermission,
  faultReport,
  forewarned,
  type GuestSymbols,
  type LastStop,
  renderFaultReport,
} from "@vmm/report"
import type { Cpu } from "@vmm/kernel/cpu"
import type { UnhandledFault } from "@vmm/vmrt"

import type { Booted } from "../boot.ts"
import { cpuOf, framesOf, guestSymbols, instructionReader, isLinux } from "./guest-view.ts"
import { imageNote, type Writer, writersOf } from "./image-note.ts"
import { interfaceOf } from "./interface-facts.ts"
import { keyPlace } from "./key-place.ts"
import type { LoadedBuild } from "../load.ts"
import { entryPlace } from "./program-lines.ts"
import type { StopContext } from "./stop-context.ts"

/** A fault as it happened. */
export interface CaughtFault {
  readonly fault: UnhandledFault
  readonly symbols: GuestSymbols | undefined
  /** Whether the kernel is Linux, so that drivers of Linux can be meant. */
  readonly linux: boolean
  /** Return addresses on the guest's stack. */
  readonly frames: readonly bigint[]
  /** The instruction at the guest's ELR_EL1. */
  readonly exceptionWord: number | undefined
  /** What the image has there, where memory has not. */
  readonly exceptionNote: string | undefined
  /** Who else may have written there. */
  readonly writers: readonly Writer[]
  /** Where a program of the user's own sets its guest up, when that is amiss. */
  readonly program: Place | undefined
  /** Interrupts that are pending for the vCPU. */
  readonly exceptionInterrupts: readonly number[]
  /** The IPA behind its FAR_EL1. */
  readonly exceptionIpa: number | undefined
}

/** The address of a guest's own data abort as the bus would have seen it. */
function farIpa(cpu: Cpu): number | undefined {
  const far = cpu.sysreg("FAR_EL1")
  return (cpu.sysreg("SCTLR_EL1") & 1n) === 0n ? Number(far) : cpu.translate(far, 1)
}

/** What waits in the list registers of a vCPU. */
function pendingAt(booted: Booted | undefined, vcpu: string): readonly number[] {
  const lists = booted === undefined ? [] : (interfaceOf(booted.kernel.state, vcpu)?.lists ?? [])
  return lists.flatMap(({ intid, pending }) => (pending ? [intid] : []))
}

/** Reads what only the running machine knows. */
function catchFault(build: LoadedBuild, booted: Booted | undefined, fault: UnhandledFault): CaughtFault {
  const memory = booted?.machine.board.memory
  const cpu = booted === undefined ? undefined : cpuOf(booted, fault.vm, fault.vcpu)
  const note = cpu === undefined || memory === undefined ? undefined : imageNote(build, memory, fault.vm, cpu)
  const owner = build.system.domains.find(({ name }) => name === fault.pd)
  const own = owner?.program.kind === "module" ? owner.program.path : undefined
  return {
    fault,
    linux: isLinux(build, fault.vm),
    symbols: memory === undefined ? undefined : guestSymbols(build, memory, fault.vm),
    frames: cpu === undefined || memory === undefined ? [] : framesOf(cpu, memory),
    exceptionWord:
      cpu === undefined || memory === undefined
        ? undefined
        : instructionReader(cpu, memory)(cpu.sysreg("ELR_EL1")),
    exceptionNote: note,
    writers: note === undefined ? [] : writersOf(build, fault.vm),
    program: note === undefined || own === undefined ? undefined : entryPlace(own, "init"),
    exceptionInterrupts: pendingAt(booted, `${fault.vm}/${fault.vcpu}`),
    exceptionIpa: cpu === undefined ? undefined : farIpa(cpu),
  }
}

/** Keeps a fault to be told; what every Linux asks for is told of other guests alone. */
export function noteFault(
  faults: CaughtFault[],
  build: LoadedBuild,
  booted: Booted | undefined,
  fault: UnhandledFault,
): void {
  if (fault.call?.probe === true && isLinux(build, fault.vm)) return
  faults.push(catchFault(build, booted, fault))
}

export interface TextOptions {
  /** All registers below the block. */
  readonly registers: boolean
}

/** The stop that a fault is, with its block of text. */
export function faultStop(caught: CaughtFault, context: StopContext, options: TextOptions): LastStop {
  const { fault, linux, symbols, frames, exceptionWord, exceptionNote, exceptionIpa } = caught
  const { tree, example, drivers, commandLine, folder } = context
  const told = faultReport(fault, {
    ...(tree === undefined ? {} : { tree }),
    ...(context.board === undefined ? {} : { board: context.board }),
    ...(symbols === undefined ? {} : { symbols }),
    ...(commandLine === undefined ? {} : { commandLine }),
    ...(exceptionWord === undefined ? {} : { exceptionWord }),
    ...(exceptionNote === undefined ? {} : { exceptionNote }),
    exceptionInterrupts: caught.exceptionInterrupts,
    ...(exceptionIpa === undefined ? {} : { exceptionIpa }),
    frames,
    ...(linux ? { drivers } : {}),
    linux,
    system: context.systemOf(fault.vm),
    example,
  })
  // An error that the check found and the guest ran into is mended first, where the fault itself has no patch.
  const errors = context.findings.filter(({ severity }) => severity === "error")
  const { lines, fixes } = forewarned(told.code, errors, renderPlace)
  const kept = caught.writers.flatMap(({ pd, region, perms }) =>
    domainPermission(example, pd, region, "r", perms.replace("w", "")),
  )
  const isPatched = told.fixes.some(({ edits }) => edits.length > 0)
  const report = isPatched ? told : { ...told, fixes: [...fixes, ...kept, ...told.fixes] }
  const { device, driver, pc } = report
  const writer = editPlace(kept)
  const own = report.map?.place ?? report.call?.domain ?? writer
  const inProgram = report.exception === undefined ? undefined : caught.program
  // Code of a guest without symbols is known by its image alone.
  const image = linux ? undefined : keyPlace(context, ["kernel", "linux"])
  const place =
    own === undefined ? (inProgram ?? device?.at ?? image) : { ...own, file: join(folder, own.file) }
  const shown = {
    ...(inProgram === undefined ? {} : { program: renderPlace(inProgram) }),
    ...(image === undefined ? {} : { image: renderPlace(image) }),
    ...(writer === undefined ? {} : { writer: renderPlace({ ...writer, file: join(folder, writer.file) }) }),
  }
  const text = renderFaultReport(report, { ...options, ...shown, example, warned: lines })
  return {
    format: 1,
    kind: fault.call === undefined ? "fault" : "call",
    code: report.code,
    summary: report.summary,
    folder,
    vm: fault.vm,
    pd: fault.pd,
    ...(place === undefined ? {} : { place }),
    ...(device === undefined ? {} : { device: stopDevice(device) }),
    ...(driver?.entry === undefined ? {} : { initcall: driver.entry }),
    ...(pc.symbol === undefined ? {} : { symbol: pc.symbol }),
    fixes: report.fixes,
    text,
  }
}

/** The line that a fix changes. */
function editPlace(fixes: readonly Fix[]): Place | undefined {
  const [edit] = fixes.flatMap(({ edits }) => edits)
  if (edit?.kind !== "replace") return undefined
  const { file, line, column, endColumn } = edit
  return { file, line, column, endColumn }
}

function stopDevice({ path, labels, compatible }: NonNullable<LastStop["device"]>) {
  return { path, labels, compatible }
}
