// SPDX-License-Identifier: BSD-2-Clause
//
// What a VMM shows of its guest to whoever explains why it stands still: vCPUs and virtual interrupts as data. It is
// asked for between pieces of a run and changes nothing.

/** One virtual interrupt that is enabled, pending, active, or has its line high. */
export interface InterruptView {
  readonly intid: number
  /** The vCPU whose it is, counted from 0; -1 for an SPI. */
  readonly vcpu: number
  readonly enabled: boolean
  readonly pending: boolean
  /** The guest has it, or it is on its way: in a list register, or active by a write. */
  readonly active: boolean
  /** Level of its line. */
  readonly line: boolean
  readonly trigger: "level" | "edge"
}

/** A virtual machine as its VMM sees it, for those who explain a standstill. */
export interface VmView {
  readonly vm: string
  readonly vcpus: ReadonlyArray<{ readonly id: number; readonly on: boolean; readonly asleep: boolean }>
  /** The guest has turned the distributor on; undefined when the controller does not tell. */
  readonly distributorOn: boolean | undefined
  /** In the order of INTIDs; undefined when the controller does not tell. */
  readonly interrupts: readonly InterruptView[] | undefined
  /** INTIDs that something drives: passed through, or a device that the VMM emulates. */
  readonly driven: readonly number[]
  /** Interrupts that came from the board and that the guest has not ended yet, by INTID. */
  readonly owed: readonly number[]
  /** The guest has set the physical timer, which it has not. */
  readonly physicalTimer?: boolean
  /** Calls of the guest to its firmware that were refused, one line each. */
  readonly refusedCalls?: readonly string[]
}
