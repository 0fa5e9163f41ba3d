// SPDX-License-Identifier: BSD-2-Clause
//
// Atomics and exclusives of a guest on the registers of a device. Our machine performs them, hardware need not: for
// Device memory both are up to the implementation, and most abort with the status 0b110101, "unsupported Exclusive or
// Atomic access" (Arm ARM DDI 0487, B2.9.2, B2.2.6 and the DFSC of ESR_ELx), or a store exclusive fails for ever.

import type { DeviceTree } from "@vmm/devicetree"
import { type Fix, type Place, renderPlace } from "@vmm/diagnostic"

import { bits, hex } from "../hex.ts"
import { instructionText } from "../processor/instruction.ts"
import { ownerOf } from "./owner.ts"
import { codeText, fixesText, rows } from "./render-fault.ts"
import type { CodePlace } from "./report-value.ts"

/** LDXR, STXLR, LDXP and their kin; CAS; LDADD, SWP and theirs (Arm ARM C4.1.94.3, .16, .30). */
export function atomicKind(word: number): "exclusive" | "atomic" | undefined {
  if (bits(word, 29, 24) === 0b001000) {
    const [o2, pair] = [bits(word, 23, 23) === 1, bits(word, 21, 21) === 1]
    if (o2) return pair ? "atomic" : undefined
    return pair && bits(word, 31, 31) === 0 ? "atomic" : "exclusive"
  }
  // LDAPR has the encoding of an atomic, and is a load.
  const isLoad = (word & 0x3ffffc00) >>> 0 === 0x38bfc000
  return (word & 0x3b200c00) >>> 0 === 0x38200000 && !isLoad ? "atomic" : undefined
}

/** An atomic or exclusive access of the guest to a device. */
export interface DeviceAtomicFacts {
  readonly vm: string
  readonly vcpu: number
  readonly pc: CodePlace
  readonly word: number
  readonly ipa: number | undefined
}

/** The access in words, with the ways to do without it. */
export interface DeviceAtomic {
  /** One sentence without its full stop. */
  readonly summary: string
  readonly place: Place | undefined
  readonly fixes: readonly Fix[]
  /** Lines separated by \n, the last one without. */
  readonly text: string
}

const WHAT = {
  exclusive: {
    name: "a load or store exclusive",
    hardware: "the access may abort, or the store exclusive fail for ever: a lock that is never taken",
  },
  atomic: { name: "an atomic", hardware: "most processors abort it (DFSC 0x35)" },
} as const

/** What hardware would do with the access, and how to do without it. `tree` is what the guest sees. */
export function deviceAtomic(facts: DeviceAtomicFacts, tree: DeviceTree | undefined): DeviceAtomic {
  const { vm, vcpu, pc, word, ipa } = facts
  const { name, hardware } = WHAT[atomicKind(word) ?? "atomic"]
  const owner = tree === undefined || ipa === undefined ? undefined : ownerOf(tree, ipa)
  const [compatible] = owner?.facts.compatible ?? []
  const device =
    owner === undefined
      ? `a device at ${ipa === undefined ? "?" : hex(ipa)}`
      : `\`${owner.node.name}\`${compatible === undefined ? "" : ` (${compatible})`}`
  const summary = `${vm} used ${name} on ${device}, which works here and need not on hardware: ${hardware}`
  const place =
    owner === undefined ? undefined : (owner.node.properties.get("reg")?.place ?? owner.node.place)
  const fixes: readonly Fix[] = [
    {
      id: "guest",
      title: "let the guest read, change and write the register by plain loads and stores",
      edits: [],
      notes: ["A lock around them, where several need it, belongs in RAM, with the MMU and caches on."],
    },
  ]
  const lines = [
    `${summary}.`,
    ...rows("guest PC", `${codeText(pc)}  (vCPU ${vcpu})`),
    ...rows("instruction", `${instructionText(word)}  (${hex(word, 8)})`),
    ...(ipa === undefined ? [] : rows("address", `IPA ${hex(ipa)}`)),
    ...(place === undefined ? [] : rows("device", renderPlace(place))),
    ...fixesText(fixes, undefined, (text) => text),
  ]
  return { summary, place, fixes, text: lines.join("\n") }
}
