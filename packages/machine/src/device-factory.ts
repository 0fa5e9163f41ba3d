// SPDX-License-Identifier: BSD-2-Clause
//
// What a device model gets when the board is built, and what special kinds of device offer beside their
// registers: interrupt controllers have inputs, serial ports have a host side. A table `compatible ->
// factory` is all that a family of models has to export.

import type { Clock, EventQueue } from "./clock.ts"
import type { EventSink, Line, MmioDevice } from "./device.ts"
import type { PhysicalMemory } from "./memory.ts"

/** One entry of a node's `reg`, as a CPU address. */
export interface DeviceRegion {
  readonly base: number
  readonly size: number
  /** From `reg-names`. */
  readonly name?: string
}

/** The CPU whose access is on the bus now; registers that are banked per CPU ask here. */
export interface Initiator {
  /** 0 .. number of CPUs - 1. */
  cpu: number
}

/**
 * Offset of `reg` entry n in a device's own map is n * REGION_STRIDE: a device with several entries is one
 * `read`/`write` that tells them apart by `offset >>> REGION_SHIFT`.
 */
export const REGION_SHIFT = 28
/** Distance of `reg` entries in the one map of offsets that a device with several of them sees. */
export const REGION_STRIDE = 2 ** REGION_SHIFT

/** The host's side of a serial port: takes what the guest sends. */
export interface SerialBackend {
  /** One character, 0..255. */
  transmit(byte: number): void
}

/** A UART: what the host can type into. */
export interface SerialPort extends MmioDevice {
  /** Puts a byte into the receive FIFO; false when it is full or the receiver is disabled. */
  receive(byte: number): boolean
  /** Bytes that `receive` would take now; 0 while the guest has the receiver disabled. */
  receiveSpace(): number
  /** Set by the host: called when `receiveSpace` has grown. It may call `receive`. */
  onReceiveSpace: () => void
}

/** A device whose inputs are other devices' interrupts. */
export interface InterruptController extends MmioDevice {
  /**
   * The input that an interrupt specifier names (the cells after the phandle, `#interrupt-cells` of them).
   * Called once per consumer when the board is built. Throws RangeError for a specifier that it has not.
   */
  input(specifier: readonly number[]): Line
}

/** What the board hands to a factory: everything that the model may know and drive. */
export interface DeviceContext {
  /** Path of the node: the device's `name`, such as `/soc@0/serial@30860000`. */
  readonly path: string
  /** The node's whole `compatible` list, most specific first. */
  readonly compatible: readonly string[]
  /** The entry of the list under which the factory was found. */
  readonly matched: string
  /** The node's `reg` entries. The first is at offset 0 of the device, entry n at n * REGION_STRIDE. */
  readonly regs: readonly DeviceRegion[]
  readonly clock: Clock
  readonly events: EventQueue
  readonly sink: EventSink
  readonly initiator: Initiator
  readonly memory: PhysicalMemory
  readonly cpuCount: number
  /** Affinity of each CPU as MPIDR_EL1 has it (Aff3 in bits 39:32); the CPU's number when absent. */
  readonly affinities?: readonly number[]
  /** Frequency of the system counter (CNTFRQ) in Hz. */
  readonly counterHz: number
  /** Rate of the node's first clock in Hz, when the tree alone tells it (a fixed clock). */
  readonly clockHz?: number
  /** The host's side, for UARTs; a UART without one drops what it sends. */
  readonly serial?: SerialBackend
  /** Number of the node's interrupts. */
  readonly lineCount: number
  /** The node's nth interrupt, through its parent controllers; a line to nowhere when it has none. */
  line(index: number): Line
  /** For interrupt controllers: an input of this node's own interrupt parent, by specifier. */
  parentLine(specifier: readonly number[]): Line
  /** Raw bytes of a property of the node, big-endian cells. */
  property(name: string): Uint8Array | undefined
  /** Cell `index` (default 0) of a property; undefined when there is none. */
  u32(name: string, index?: number): number | undefined
}

/** Makes the model of a device for its node. */
export type DeviceFactory = (context: DeviceContext) => MmioDevice

/** Is this device an interrupt controller that others can be wired to? */
export function isInterruptController(device: MmioDevice): device is InterruptController {
  return "input" in device && typeof device.input === "function"
}

/** Is this device a serial port that the host can type into? */
export function isSerialPort(device: MmioDevice): device is SerialPort {
  return "receive" in device && typeof device.receive === "function"
}
