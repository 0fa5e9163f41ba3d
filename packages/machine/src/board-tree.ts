// SPDX-License-Identifier: BSD-2-Clause
//
// From a device tree to a board: memory nodes are RAM, /cpus the processors, and every other node with a
// `reg` that the CPU can address is a device, disabled ones included, since they exist on the board.
// Reserved memory is RAM; nodes whose registers lie inside RAM are none of the board's devices.

import {
  clocksOf,
  compatibleOf,
  cpuNodes,
  type DeviceTree,
  type DtNode,
  findByCompatible,
  findByPath,
  findNode,
  hardwareNodes,
  hasProp,
  interruptParent,
  interruptsOf,
  isEnabled,
  memoryRanges,
  propNumber,
  propString,
  propStrings,
  propU32,
  regEntries,
  unitNumber,
} from "@vmm/devicetree"

import type { BoardCpu, BoardDescription, BoardDevice } from "./board-description.ts"
import type { DeviceRegion } from "./device-factory.ts"
import { counterFrequency } from "./firmware.ts"
import { PAGE_SIZE, type RamRange } from "./memory.ts"

/** The board that a tree describes. Nodes it cannot use are left out; the tree's own checks name them. */
export function fromDeviceTree(tree: DeviceTree): BoardDescription {
  const ram = ramOf(tree)
  const compatible = compatibleOf(tree.root)
  const timer = findByCompatible(tree, "arm,armv8-timer", "arm,armv7-timer")[0]
  const timerHz = timer === undefined ? undefined : propU32(timer, "clock-frequency")
  const stdout = stdoutPath(tree)
  return {
    model: propString(tree.root, "model") ?? compatible[0] ?? "",
    compatible,
    ram,
    cpus: cpusOf(tree),
    devices: [...hardwareNodes(tree)].flatMap((node) => deviceOf(tree, node, ram) ?? []),
    ...(stdout === undefined ? {} : { console: stdout }),
    counterHz: counterFrequency(compatible, timerHz),
  }
}

/** Memory nodes as whole pages, in address order, ranges that touch or overlap made one. */
function ramOf(tree: DeviceTree): readonly RamRange[] {
  const pages = memoryRanges(tree)
    .map(({ address, size }) => {
      const base = Math.ceil(address / PAGE_SIZE) * PAGE_SIZE
      return { base, size: Math.floor((address + size) / PAGE_SIZE) * PAGE_SIZE - base }
    })
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.base - b.base)
  const merged: RamRange[] = []
  for (const range of pages) {
    const last = merged.at(-1)
    if (last !== undefined && range.base <= last.base + last.size) {
      const end = Math.max(last.base + last.size, range.base + range.size)
      merged[merged.length - 1] = { base: last.base, size: end - last.base }
    } else {
      merged.push(range)
    }
  }
  return merged
}

function cpusOf(tree: DeviceTree): readonly BoardCpu[] {
  return cpuNodes(tree).map((node) => ({
    path: node.path,
    compatible: compatibleOf(node),
    affinity: unitNumber(node) ?? 0,
  }))
}

function stdoutPath(tree: DeviceTree): string | undefined {
  const chosen = findByPath(tree, "/chosen")
  const where = chosen === undefined ? undefined : propString(chosen, "stdout-path")
  return where === undefined ? undefined : findNode(tree, where)?.path
}

function regionsOf(node: DtNode): readonly DeviceRegion[] {
  const names = propStrings(node, "reg-names") ?? []
  return regEntries(node).flatMap((entry, index) => {
    if (entry === undefined || entry.size === 0) return []
    const name = names[index]
    return [{ base: entry.address, size: entry.size, ...(name === undefined ? {} : { name }) }]
  })
}

function deviceOf(tree: DeviceTree, node: DtNode, ram: readonly RamRange[]): BoardDevice | undefined {
  const regs = regionsOf(node)
  const inRam = regs.some((reg) =>
    ram.some(({ base, size }) => reg.base < base + size && base < reg.base + reg.size),
  )
  if (regs.length === 0 || inRam) return undefined
  const parent = hasProp(node, "interrupt-controller") ? interruptParent(tree, node)?.path : undefined
  const clockHz = fixedClock(tree, node)
  return {
    path: node.path,
    compatible: compatibleOf(node),
    enabled: isEnabled(node),
    regs,
    interrupts: interruptsOf(tree, node).map(({ controller, cells }) => ({
      controller: controller.path,
      specifier: cells,
    })),
    ...(parent === undefined || parent === node.path ? {} : { interruptParent: parent }),
    ...(clockHz === undefined ? {} : { clockHz }),
    properties: new Map([...node.properties].map(([name, { value }]) => [name, value])),
  }
}

function fixedClock(tree: DeviceTree, node: DtNode): number | undefined {
  const clock = clocksOf(tree, node)[0]?.node
  if (clock === undefined || !compatibleOf(clock).includes("fixed-clock")) return undefined
  return propNumber(clock, "clock-frequency")
}
