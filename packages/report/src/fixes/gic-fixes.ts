// SPDX-License-Identifier: BSD-2-Clause
//
// An access to a part of the interrupt controller that no VMM answers. Its node is never to be disabled, nor passed
// through. On a GICv2 (IHI 0048B, chapter 5; binding arm,gic.yaml) the entries of reg are GICD, GICC, GICH and GICV:
// the guest finds GICV where its tree has GICC, GICD is the VMM's to answer, and GICH is the hypervisor's own. A GICv3
// (IHI 0069) has GICD and GICR, which the VMM answers as far as there are vCPUs.

import type { Fix } from "@vmm/diagnostic"
import { type DtNode, gicVersion, regRanges } from "@vmm/devicetree"
import type { ExampleFiles, SystemFacts } from "../example.ts"
import { groupedHex, hex } from "../hex.ts"
import type { Owner } from "../fault/owner.ts"
import { addSystemLines } from "../patch/system-patch.ts"

const PAGE = 0x1000
const [GICD, GICC, GICH, GICV] = [0, 1, 2, 3]

/** The part of the interrupt controller at an address, by the entries of reg. */
export interface GicPart {
  readonly node: DtNode
  readonly version: 2 | 3
  readonly index: number
  readonly name: string
  /** Physical address of GICV and the guest's of GICC; undefined where the node has not both. */
  readonly interface?: { readonly gicc: number; readonly gicv: number }
}

export function gicPart(owner: Owner | undefined, address: number): GicPart | undefined {
  if (owner === undefined || owner.facts.kind !== "device") return undefined
  const { node } = owner
  const version = gicVersion(node)
  if (version === undefined) return undefined
  const ranges = regRanges(node)
  const index = ranges.findIndex((range) => address >= range.address && address < range.address + range.size)
  const words =
    version === 2
      ? ["distributor", "CPU interface", "hypervisor's interface (GICH)", "virtual CPU interface (GICV)"]
      : ["distributor", "redistributors"]
  const [gicc, gicv] = [ranges[GICC]?.address, ranges[GICV]?.address]
  return {
    node,
    version,
    index,
    name: words[index] ?? "registers",
    ...(version === 2 && gicc !== undefined && gicv !== undefined ? { interface: { gicc, gicv } } : {}),
  }
}

/** What the guest lacks or does wrong there, the rest of a sentence behind `which`. */
export function gicReason({ version, index, interface: own }: GicPart): string {
  if (version === 2 && index === GICC) {
    const at = own === undefined ? "" : `, physical ${hex(own.gicv)},`
    return `has nothing mapped: the virtual CPU interface (GICV)${at} belongs there`
  }
  if (version === 2 && index >= GICH)
    return "is no guest's: a guest has the CPU interface (GICC) and the distributor"
  return version === 3 && index > GICD
    ? "its VMM answers for as many vCPUs as the machine has"
    : "its VMM answers in its first pages alone"
}

/** GICV mapped where the guest's tree has GICC. */
export function gicFixes(
  { index, interface: own }: GicPart,
  parts: {
    readonly vm: string
    readonly pd: string
    readonly system: SystemFacts
    readonly example: ExampleFiles
  },
): readonly Fix[] {
  if (index !== GICC || own === undefined) return []
  const { vm, pd, system, example } = parts
  const known = system.regions.find(({ physAddr }) => physAddr === own.gicv)
  const name = known?.name ?? "gic_vcpu"
  const region = `<memory_region name="${name}" size="${groupedHex(PAGE)}" phys_addr="${groupedHex(own.gicv)}" />`
  const lines = {
    regions: known === undefined ? [region] : [],
    maps: [`<map mr="${name}" vaddr="${groupedHex(own.gicc)}" perms="rw" cached="false" />`],
    irqs: [],
  }
  const edits = example.system === undefined ? [] : (addSystemLines(example.system, vm, pd, lines) ?? [])
  const title = `map GICV, at physical ${hex(own.gicv)}, where ${vm} has its CPU interface: ${hex(own.gicc)}`
  const notes = [
    "The guest acknowledges its interrupts there; the hardware answers out of the list registers.",
  ]
  return [{ id: "gicv", title, edits, notes }]
}
