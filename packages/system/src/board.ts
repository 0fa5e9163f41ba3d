// SPDX-License-Identifier: BSD-2-Clause
//
// A system against the board it is to run on: fixed regions lie in RAM or in a device, interrupts are ones
// that the board's devices raise, device memory is mapped uncached, and what is left of RAM holds the rest.
// The board is plain data; who has a device tree fills it in.

import * as E from "fp-ts/lib/Either.js"
import { type Diagnostic, sortByPlace, warningAt } from "@vmm/diagnostic"
import { roundUp, SMALL_PAGE } from "./options.ts"
import { placeRegions } from "./placement.ts"
import { covers, joinRanges, overlaps, type Range, renderRange, subtractRanges } from "./ranges.ts"
import type { Irq, MemoryRegion, RegionMap, System, Trigger } from "./system.ts"

export interface BoardInterrupt {
  /** INTID. */
  readonly irq: number
  readonly trigger: Trigger | undefined
}

export interface BoardDevice {
  /** Path of its node, or another name that a person knows it by. */
  readonly name: string
  /** Physical ranges of its registers. */
  readonly reg: ReadonlyArray<Range>
  readonly interrupts?: ReadonlyArray<BoardInterrupt>
}

export interface Board {
  readonly ram: ReadonlyArray<Range>
  readonly devices: ReadonlyArray<BoardDevice>
  /** RAM that regions without phys_addr must not use. */
  readonly reserved?: ReadonlyArray<Range>
}

/** Whole pages around a range, as only whole pages can be mapped. */
function pagesOf({ base, size }: Range): Range {
  const from = base - (base % SMALL_PAGE)
  return { base: from, size: roundUp(base + size, SMALL_PAGE) - from }
}

function nearestDevice(range: Range, board: Board): string {
  const distances = board.devices.flatMap((device) =>
    device.reg.map((reg) => ({ device, reg, distance: Math.abs(reg.base - range.base) })),
  )
  const nearest = distances.sort((a, b) => a.distance - b.distance)[0]
  return nearest === undefined
    ? "the board has no devices"
    : `the nearest device is ${nearest.device.name} at ${renderRange(nearest.reg)}`
}

function fixedFindings(region: MemoryRegion, board: Board, registers: ReadonlyArray<Range>): Diagnostic[] {
  if (region.physAddr === undefined) return []
  const range = { base: region.physAddr, size: region.size }
  if (covers(board.ram, range) || covers(registers, range)) return []
  const what = `memory region '${region.name}' ${renderRange(range)}`
  const outside = subtractRanges([range], [...board.ram, ...registers])
  if (outside.length === 0) {
    return [
      warningAt(region.place, `${what} is partly RAM and partly registers of devices`, "make it two regions"),
    ]
  }
  if (outside.length === 1 && outside[0]?.size === range.size) {
    const message = `${what} is neither RAM nor the registers of a device of the board`
    return [warningAt(region.place, message, `mend phys_addr; ${nearestDevice(range, board)}`)]
  }
  const message = `${what} reaches beyond the board's devices: nothing is at ${outside.map(renderRange).join(", ")}`
  return [warningAt(region.place, message, "make the region as long as the device's reg")]
}

function irqFindings(irq: Irq, board: Board): Diagnostic[] {
  const sources = board.devices.flatMap((device) =>
    (device.interrupts ?? []).map((source) => ({ device, ...source })),
  )
  if (sources.length === 0) return []
  const own = sources.find((source) => source.irq === irq.irq)
  if (own === undefined) {
    const spi = sources.find((source) => source.irq === irq.irq + 32)
    const message = `no device of the board raises interrupt ${irq.irq}`
    const remedy =
      spi === undefined
        ? "mend irq: SPI n of the device tree is n + 32"
        : `SPI ${irq.irq} is INTID ${irq.irq + 32} (${spi.device.name}): write irq="${irq.irq + 32}"`
    return [warningAt(irq.place, message, remedy)]
  }
  if (own.trigger === undefined || own.trigger === irq.trigger) return []
  const what = `interrupt ${irq.irq} of ${own.device.name}`
  const message = `${what} is ${own.trigger}-triggered on the board, not ${irq.trigger}`
  return [warningAt(irq.place, message, `write trigger="${own.trigger}"`)]
}

function cacheFindings(
  map: RegionMap,
  system: System,
  board: Board,
  registers: ReadonlyArray<Range>,
): Diagnostic[] {
  const region = system.memoryRegions[map.region]
  if (!map.cached || region?.physAddr === undefined) return []
  const range = { base: region.physAddr, size: region.size }
  if (board.ram.some((ram) => overlaps(ram, range)) || !covers(registers, range)) return []
  const message = `registers of a device ('${region.name}') are mapped cached`
  return [warningAt(map.place, message, 'write cached="false"')]
}

function contentFindings(region: MemoryRegion, board: Board): Diagnostic[] {
  if (region.prefill === undefined || region.physAddr === undefined) return []
  if (covers(board.ram, { base: region.physAddr, size: region.size })) return []
  const message = `memory region '${region.name}' has a prefill file, but its phys_addr is not RAM`
  return [warningAt(region.prefill.place, message, "delete phys_addr, or move it into RAM")]
}

/** Every finding, sorted by place: warnings about what looks wrong, errors for what cannot be placed. */
export function checkAgainstBoard(system: System, board: Board): ReadonlyArray<Diagnostic> {
  const registers = joinRanges(board.devices.flatMap((device) => device.reg.map(pagesOf)))
  const maps = [
    ...system.protectionDomains.flatMap((domain) => domain.maps),
    ...system.virtualMachines.flatMap((machine) => machine.maps),
  ]
  const placed = placeRegions(system, board.ram, board.reserved)
  return sortByPlace([
    ...system.memoryRegions.flatMap((region) => [
      ...fixedFindings(region, board, registers),
      ...contentFindings(region, board),
    ]),
    ...maps.flatMap((map) => cacheFindings(map, system, board, registers)),
    ...system.protectionDomains.flatMap((domain) => domain.irqs.flatMap((irq) => irqFindings(irq, board))),
    ...(E.isLeft(placed) ? placed.left : []),
  ])
}
