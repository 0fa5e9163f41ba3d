// SPDX-License-Identifier: BSD-2-Clause
//
// What every device of a board is: registers behind the bus, a reset, and a state that can be saved and
// taken back. A device takes its clock, its interrupt lines and its event sink as constructor arguments and
// never calls the CPU: it raises lines and schedules events.

/** Plain data (JSON): numbers, strings, booleans, arrays and records of them. */
export type DeviceState =
  | number
  | string
  | boolean
  | null
  | readonly DeviceState[]
  | { readonly [key: string]: DeviceState }

/** Width of one access in bytes. The bus splits 8-byte accesses into two of 4, low word first. */
export type AccessSize = 1 | 2 | 4

/** Anything on a board that has state. */
export interface Device {
  /** The device-tree path of the node that it models, such as `/soc@0/serial@30860000`. */
  readonly name: string
  /** Back to the state after power-on. Lines go low. */
  reset(): void
  state(): DeviceState
  /** Takes back what `state()` gave, and drives the lines as that state has them. */
  fromState(state: DeviceState): void
}

/** A device with registers. Offsets are bytes from the start of the region, values unsigned 32-bit. */
export interface MmioDevice extends Device {
  read(offset: number, size: AccessSize): number
  write(offset: number, size: AccessSize, value: number): void
}

/** A wire: drives an input of an interrupt controller. Setting the level that it has is allowed and free. */
export interface Line {
  set(level: boolean): void
}

/** Receives what a device wants people to know; policy on a guest's misbehaviour is the receiver's. */
export interface EventSink {
  /** `what` is a short kebab-case kind such as `stub-first-touch`; `data` is plain and small. */
  event(device: string, what: string, data: Readonly<Record<string, number | string | boolean>>): void
}

/** A sink for events that nobody reads. */
export const IGNORE_EVENTS: EventSink = { event: () => undefined }
/** A line that leads nowhere. */
export const NO_LINE: Line = { set: () => undefined }
