// SPDX-License-Identifier: BSD-2-Clause
//
// Who owns an address in the guest's device tree: the node, its place in the source, its `compatible`.

import {
  type AddressRange,
  compatibleOf,
  type DeviceTree,
  disabledBy,
  type DtNode,
  ownerOfAddress,
  propString,
  regRanges,
  walk,
} from "@vmm/devicetree"
import { type Place, renderPlace } from "@vmm/diagnostic"
import { hex } from "../hex.ts"

/** A node of the guest's tree as data that can be written as JSON. */
export interface DeviceFacts {
  readonly path: string
  readonly labels: readonly string[]
  readonly compatible: readonly string[]
  /** `file:line:column` of its definition, and of the blocks that added to it. */
  readonly place: string
  /** `place` as data. */
  readonly at: Place
  readonly laterPlaces: readonly string[]
  /** The entry of `reg`, or the window of a bus, that contains the address. */
  readonly range: { readonly address: string; readonly size: string }
  /** The address from the begin of the range. */
  readonly offset: string
  /** RAM by `device_type`; a window of the bus `path` that no device claims there; a device's registers. */
  readonly kind: "memory" | "window" | "device"
  /** Path of the nearest node, it or an ancestor, that `status` disables. */
  readonly disabledBy?: string
}

/** What the remedies need beside the facts. */
export interface Owner {
  readonly node: DtNode
  readonly facts: DeviceFacts
}

/** The owner of a physical address, which is a guest's IPA; undefined when no node claims it. */
export function ownerOf(tree: DeviceTree, address: number): Owner | undefined {
  const found = ownerOfAddress(tree, address)
  if (found === undefined) return undefined
  const { node, range, index } = found
  const memory = propString(node, "device_type") === "memory"
  const off = disabledBy(node)
  const facts: DeviceFacts = {
    path: node.path,
    labels: node.labels,
    compatible: compatibleOf(node),
    place: renderPlace(node.place),
    at: node.place,
    laterPlaces: node.laterPlaces.map(renderPlace),
    range: { address: hex(range.address), size: hex(range.size) },
    offset: hex(address - range.address),
    kind: index < 0 ? "window" : memory ? "memory" : "device",
    ...(off === undefined ? {} : { disabledBy: off.path }),
  }
  return { node, facts }
}

/** Devices, other than `node`, with registers in [address, address + size), in document order. */
export function neighboursIn(
  tree: DeviceTree,
  node: DtNode,
  { address, size }: AddressRange,
): readonly DtNode[] {
  const inside = (range: AddressRange) =>
    range.address < address + size && address < range.address + range.size
  return [...walk(tree.root)].filter((other) => other !== node && regRanges(other).some(inside))
}
