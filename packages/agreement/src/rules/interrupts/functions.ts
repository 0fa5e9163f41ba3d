// SPDX-License-Identifier: BSD-2-Clause
//
// The functions of a device that is several (simple-mfd, mfd.txt of Linux's bindings): nodes below it without registers
// of their own, such as the clock and the power key of one block, which raise interrupts all the same.

import { compatibleOf, type DtNode, isEnabled, upwards, walk } from "@vmm/devicetree"

const raises = ({ properties }: DtNode): boolean =>
  properties.has("interrupts") || properties.has("interrupts-extended")

/** The functions of a device that raise interrupts, enabled or not. */
export function functionsOf(node: DtNode): readonly DtNode[] {
  if (!compatibleOf(node).includes("simple-mfd")) return []
  return [...walk(node)].filter((one) => one !== node && !one.properties.has("reg") && raises(one))
}

/** The same of what the guest sees. */
export const enabledFunctions = (node: DtNode): readonly DtNode[] => functionsOf(node).filter(isEnabled)

/** The device whose registers a function has; any other node is its own. */
export const ownerOf = (node: DtNode): DtNode =>
  node.properties.has("reg")
    ? node
    : ([...upwards(node)].find((one) => functionsOf(one).includes(node)) ?? node)
