// SPDX-License-Identifier: BSD-2-Clause
//
// Where the access of an oops went, by the tables of the guest's kernel as they are at the end: the guest-physical
// address behind the virtual one; of a page that is not there the nearest one before, which is the last of what a
// driver has mapped (Linux leaves a page free behind each).

import type { OopsReach } from "@vmm/report"

import type { CompiledSystem } from "../../compile/compiled.ts"
import type { Booted } from "../boot.ts"
import type { LoadedBuild } from "../load.ts"
import { cpuOf } from "./guest-view.ts"

const PAGE = 0x1000n
/** Pages before an address that are looked at. */
const BEFORE = 1024
/** Addresses of the kernel's own have these bits; others are the null pointer and what lies a little behind it. */
const KERNEL = 0xffff_0000_0000_0000n

/** Guest-physical address of a physical one, by the maps of the machine. */
function guestPhysical(system: CompiledSystem, vmName: string, physical: number): number | undefined {
  const vm = system.domains.find((domain) => domain.vm?.name === vmName)?.vm
  const hit = vm?.maps.flatMap(({ region, vaddr }) => {
    const found = system.regions.find(({ name }) => name === region)
    const offset = physical - (found?.physAddr ?? physical + 1)
    return found !== undefined && offset >= 0 && offset < found.size ? [vaddr + offset] : []
  })
  return hit?.[0]
}

/** Where an address of the guest's kernel leads; undefined for a wrong pointer. */
export function reachOf(
  { system }: LoadedBuild,
  booted: Booted,
  vm: string,
  address: bigint | undefined,
): OopsReach | undefined {
  const cpu = cpuOf(booted, vm, 0)
  if (cpu === undefined || address === undefined || (address & KERNEL) !== KERNEL) return undefined
  const first = cpu.translate(address, 1)
  if (first !== undefined) {
    const ipa = guestPhysical(system, vm, first)
    return ipa === undefined ? undefined : { ipa, beyond: 0 }
  }
  const page = address & ~(PAGE - 1n)
  for (let back = 1n; back <= BEFORE; back++) {
    const at = cpu.translate(page - back * PAGE, 1)
    const ipa = at === undefined ? undefined : guestPhysical(system, vm, at)
    if (ipa !== undefined) return { ipa, beyond: Number(address - (page - back * PAGE)) }
    if (at !== undefined) return undefined
  }
  return undefined
}
