// SPDX-License-Identifier: BSD-2-Clause
//
// An atomic of a guest on a device as a stop. The guest went on, and may have ended well: it is told all the same,
// since hardware would not have let it.

import { deviceAtomic, type LastStop, symbolText } from "@vmm/report"

import type { Booted } from "../boot.ts"
import type { LoadedBuild } from "../load.ts"
import { guestSymbols } from "./guest-view.ts"
import type { StopContext } from "./stop-context.ts"

/** As it was seen, with its place in the guest while that is there. */
export interface CaughtAtomic {
  readonly vm: string
  readonly facts: Parameters<typeof deviceAtomic>[0]
}

const hex = (value: bigint): string => `0x${value.toString(16)}`

/** What was seen in a run. */
export function catchAtomics(build: LoadedBuild, booted: Booted): readonly CaughtAtomic[] {
  const { memory } = booted.machine.board
  return booted.atomics.seen.map(({ vcpu, pc, word, pa }) => {
    const [vm = ""] = vcpu.name.split("/")
    const { cpu, id, stage2 } = vcpu
    const mmuOff = (cpu.sysreg("SCTLR_EL1") & 1n) === 0n
    const symbols = guestSymbols(build, memory, vm)
    const found = symbols?.symbolAt(pc, mmuOff ? Number(pc) : undefined, cpu.sysreg("VBAR_EL1"))
    const place = { address: hex(pc), ...(found === undefined ? {} : { symbol: symbolText(found) }) }
    return { vm, facts: { vm, vcpu: id, pc: place, word, ipa: stage2.ipaOf(pa) } }
  })
}

export function atomicStop({ vm, facts }: CaughtAtomic, { tree, folder }: StopContext): LastStop {
  const { summary, place, fixes, text } = deviceAtomic(facts, tree)
  const at = place === undefined ? {} : { place }
  return { format: 1, kind: "fault", code: "atomic-on-device", summary, folder, vm, ...at, fixes, text }
}
