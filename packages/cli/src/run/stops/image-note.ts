// SPDX-License-Identifier: BSD-2-Clause
//
// Code that is not what the guest's image has at its place: never copied, written over, or none of the image. Looked at
// before the guest's MMU is on, while its image is where it was put.

import type { Cpu } from "@vmm/kernel/cpu"
import type { PhysicalMemory } from "@vmm/machine"

import type { LoadedBuild } from "../load.ts"
import { kernelOf, physical } from "./guest-view.ts"

/** Bytes that are looked at for whether an image was copied. */
const LOOKED_AT = 0x1000

const hex = (value: number): string => `0x${value.toString(16)}`

/** A clause about the code at the guest's ELR_EL1; undefined when memory holds what the image has. */
export function imageNote(
  build: LoadedBuild,
  memory: PhysicalMemory,
  vmName: string,
  cpu: Cpu,
): string | undefined {
  const { vm, kernel, bytes } = kernelOf(build, vmName)
  if ((cpu.sysreg("SCTLR_EL1") & 1n) !== 0n || vm === undefined || kernel === undefined) return undefined
  const image = bytes?.whole()
  if (image === undefined || image.length < 4) return undefined
  const [pc, { gpa }] = [Number(cpu.sysreg("ELR_EL1")), kernel]
  const end = gpa + image.length
  const [at, pa] = [physical(build.system, vm, gpa), physical(build.system, vm, pc)]
  if (pa === undefined || at === undefined || pc % 4 !== 0 || !memory.isRam(pa)) return undefined
  const now = memory.readU32(pa)
  if (pc < gpa || pc + 4 > end) {
    return now === 0
      ? `the guest's image is at [${hex(gpa)}..${hex(end)}), and nothing of it here`
      : undefined
  }
  const was = new DataView(image.buffer, image.byteOffset).getUint32(pc - gpa, true)
  if (was === now) return undefined
  const start = memory.read(at, Math.min(image.length, LOOKED_AT))
  const why = start.every((byte) => byte === 0)
    ? "all of its memory is 0: it was never copied there (guestSetupImages), or cleared"
    : `memory ${hex(now)}: somebody wrote over it`
  const [writer] = writersOf(build, vmName)
  const who = writer === undefined ? "" : `; ${writer.pd} may write to "${writer.region}"`
  return `the image has ${hex(was)} there, and ${why}${who}`
}

/** A domain that may write to what a guest runs from. */
export interface Writer {
  readonly pd: string
  readonly region: string
  readonly perms: string
}

/** Domains other than its VMM that may write to the region with the guest's image. */
export function writersOf({ system }: LoadedBuild, vmName: string): readonly Writer[] {
  const owner = system.domains.find(({ vm }) => vm?.name === vmName)
  const gpa = owner?.vm?.images.find(({ name }) => name === "kernel")?.gpa
  const sizeOf = (region: string) => system.regions.find(({ name }) => name === region)?.size ?? 0
  const held = owner?.vm?.maps.find(
    ({ vaddr, region }) => gpa !== undefined && gpa >= vaddr && gpa < vaddr + sizeOf(region),
  )
  return system.domains.flatMap(({ name: pd, maps }) =>
    maps.flatMap(({ region, perms }) =>
      pd !== owner?.name && region === held?.region && perms.includes("w") ? [{ pd, region, perms }] : [],
    ),
  )
}
