// SPDX-License-Identifier: BSD-2-Clause
//
// Arm's interrupt controllers in a device tree: which strings of `compatible` mean one, of which version, and what
// the cells of its specifiers say (Linux's bindings arm,gic.yaml and arm,gic-v3.yaml). Registers have no place here.

import { type DtNode } from "./tree.ts"
import { compatibleOf } from "./query.ts"

/**
 * The interrupt controllers that have a model, and whose registers they have: those of a GICv2 (IHI 0048B; reg is
 * GICD, GICC, GICH, GICV) or of a GICv3 (IHI 0069). Qualcomm's QGIC2 has all four parts of a GICv2.
 */
export const GICS: ReadonlyMap<string, 2 | 3> = new Map<string, 2 | 3>([
  ["arm,gic-400", 2],
  ["arm,cortex-a15-gic", 2],
  ["arm,cortex-a9-gic", 2],
  ["arm,cortex-a7-gic", 2],
  ["qcom,msm-qgic2", 2],
  ["arm,gic-v3", 3],
])

/** A GICv2's forerunner, without GICH and GICV: no board of a guest, but a controller to be told of. */
const WITHOUT_VIRTUALISATION = "arm,pl390"

/** The version of the interrupt controller that a node is; undefined for one without a model, and for other devices. */
export function gicVersion(node: DtNode): 2 | 3 | undefined {
  const versions = compatibleOf(node).map((name) => GICS.get(name))
  return versions.includes(2) ? 2 : versions.includes(3) ? 3 : undefined
}

/** The same, with 2 for the GIC before virtualisation, whose distributor and GICC are alike. */
export function knownGicVersion(node: DtNode): 2 | 3 | undefined {
  return gicVersion(node) ?? (compatibleOf(node).includes(WITHOUT_VIRTUALISATION) ? 2 : undefined)
}

/** A GIC interrupt in the architecture's terms. */
export interface GicInterrupt {
  /** 16 to 31 for a PPI, 32 to 1019 for an SPI. */
  readonly intid: number
  readonly kind: "ppi" | "spi"
  readonly trigger: "edge" | "level"
}

/** arm,gic.yaml: cell 0 is 0 for an SPI and 1 for a PPI; cell 2, bits 3:0, are the trigger. */
const GIC_SPI = 0
const GIC_PPI = 1
/** dt-bindings/interrupt-controller/irq.h: rising 1, falling 2, both 3; high 4, low 8. */
const EDGE_BOTH = 3

/** Decodes a GIC specifier of three (GICv3: four) cells; undefined when it names no SPI or PPI. */
export function decodeGicInterrupt(cells: readonly number[]): GicInterrupt | undefined {
  const [type, number, flags] = cells
  if (type === undefined || number === undefined || flags === undefined) return undefined
  const trigger = (flags & EDGE_BOTH) !== 0 ? "edge" : "level"
  if (type === GIC_SPI && number <= 987) return { intid: 32 + number, kind: "spi", trigger }
  if (type === GIC_PPI && number <= 15) return { intid: 16 + number, kind: "ppi", trigger }
  return undefined
}
