// SPDX-License-Identifier: BSD-2-Clause
//
// A look into a guest that stands still: its stack by the guest's own tables, and the symbols of its kernel.

import type { Cpu } from "@vmm/kernel/cpu"
import type { PhysicalMemory } from "@vmm/machine"
import { type GuestSymbols, type ReadWord, readGuestSymbols, walkFrames } from "@vmm/report"

import type { CompiledSystem, CompiledVm } from "../../compile/compiled.ts"
import type { Booted } from "../boot.ts"
import type { LoadedBuild } from "../load.ts"

const FP = 29
const LR = 30

/** Reads the guest's memory through its tables as EL1; nothing where there is no RAM behind. */
function wordReader(cpu: Cpu, memory: PhysicalMemory): ReadWord {
  return (va) => {
    const pa = cpu.translate(va, 1)
    if (pa === undefined || !memory.isRam(pa) || !memory.isRam(pa + 7)) return undefined
    const bytes = memory.read(pa, 8)
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true)
  }
}

/** Reads instructions likewise. */
export function instructionReader(cpu: Cpu, memory: PhysicalMemory): (va: bigint) => number | undefined {
  return (va) => {
    const pa = va % 4n === 0n ? cpu.translate(va, 1) : undefined
    if (pa === undefined || !memory.isRam(pa) || !memory.isRam(pa + 3)) return undefined
    const bytes = memory.read(pa, 4)
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true)
  }
}

/** Return addresses on the guest's stack, the innermost first. */
export function framesOf(cpu: Cpu, memory: PhysicalMemory): readonly bigint[] {
  const start = { pc: cpu.pc, fp: cpu.reg(FP), lr: cpu.reg(LR), tcr: cpu.sysreg("TCR_EL1") }
  return walkFrames(start, wordReader(cpu, memory))
}

/** The processor of a vCPU, by the names of events. */
export function cpuOf(booted: Booted, vm: string, id: number): Cpu | undefined {
  return booted.kernel.state.vcpus.find(({ name }) => name === `${vm}/${id}`)?.cpu
}

/** Physical address behind a guest-physical one, by the maps of the machine. */
export function physical(system: CompiledSystem, vm: CompiledVm, gpa: number): number | undefined {
  const hit = vm.maps.flatMap(({ region, vaddr }) => {
    const found = system.regions.find(({ name }) => name === region)
    return found !== undefined && gpa >= vaddr && gpa < vaddr + found.size
      ? [found.physAddr + gpa - vaddr]
      : []
  })
  return hit[0]
}

/** The virtual machine, its kernel as an image, and the bytes of that. */
export const kernelOf = (build: LoadedBuild, vmName: string) => {
  const vm = build.system.domains.flatMap((domain) => domain.vm ?? []).find(({ name }) => name === vmName)
  const kernel = vm?.images.find(({ name }) => name === "kernel")
  return { vm, kernel, bytes: build.files.get(kernel?.file ?? "") }
}

/** Whether the guest's kernel is Linux, by its banner (linux_banner in init/version.c). */
export function isLinux(build: LoadedBuild, vmName: string): boolean {
  const { bytes } = kernelOf(build, vmName)
  for (const piece of bytes?.pieces() ?? []) {
    if (Buffer.from(piece.buffer, piece.byteOffset, piece.length).includes("Linux version ")) return true
  }
  return false
}

/** The symbols of the guest's kernel, read where it runs. */
export function guestSymbols(
  build: LoadedBuild,
  memory: PhysicalMemory,
  vmName: string,
): GuestSymbols | undefined {
  const { vm, kernel, bytes } = kernelOf(build, vmName)
  const size = bytes?.length ?? 0
  if (vm === undefined || kernel === undefined || size === 0) return undefined
  const at = physical(build.system, vm, kernel.gpa)
  return at === undefined ? undefined : readGuestSymbols(memory.read(at, size), kernel.gpa)
}
