// SPDX-License-Identifier: BSD-2-Clause
//
// A board as a plain value: RAM, CPUs, devices with their registers, interrupts and properties. A device
// tree is one source of it (board-tree.ts); whatever else can name these facts may be another.

import type { DeviceRegion } from "./device-factory.ts"
import type { RamRange } from "./memory.ts"

/** One interrupt of a device: the controller that takes it and the cells in that controller's terms. */
export interface BoardInterrupt {
  readonly controller: string
  readonly specifier: readonly number[]
}

/** A device of the board, modelled or not. */
export interface BoardDevice {
  /** Unique name: the path of the node. */
  readonly path: string
  /** Most specific first; empty for a node without one, which becomes a stub. */
  readonly compatible: readonly string[]
  /** False for a node whose status is not okay: it exists on the board all the same. */
  readonly enabled: boolean
  readonly regs: readonly DeviceRegion[]
  readonly interrupts: readonly BoardInterrupt[]
  /** For an interrupt controller: the controller that its own outputs go to. */
  readonly interruptParent?: string
  /** Rate of the first clock in Hz, when it is a fixed one. */
  readonly clockHz?: number
  /** Raw property values, big-endian cells. */
  readonly properties: ReadonlyMap<string, Uint8Array>
}

/** A core of the board. */
export interface BoardCpu {
  readonly path: string
  readonly compatible: readonly string[]
  /** The CPU's `reg`: its MPIDR affinity. */
  readonly affinity: number
}

/** A board in plain data, whatever it was read from. */
export interface BoardDescription {
  /** For people: the tree's `model`. */
  readonly model: string
  /** The root's compatible list. */
  readonly compatible: readonly string[]
  readonly ram: readonly RamRange[]
  readonly cpus: readonly BoardCpu[]
  readonly devices: readonly BoardDevice[]
  /** Path of the device that is the console. */
  readonly console?: string
  /** CNTFRQ in Hz. */
  readonly counterHz: number
}
