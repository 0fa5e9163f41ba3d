// SPDX-License-Identifier: BSD-2-Clause
//
// What a VMM tells the runner about its guest. The first three end the guest's run (or this life of it) and
// make the kernel's `run` return, so that the runner decides; the rest are only recorded.

/** The guest powered itself off (PSCI SYSTEM_OFF). */
export interface VmOff {
  readonly kind: "vm-off"
}

/** The guest asked for a reset (PSCI SYSTEM_RESET, SYSTEM_RESET2). `handled`: the VMM restarted it itself. */
export interface VmReset {
  readonly kind: "vm-reset"
  readonly handled: boolean
}

/** Nobody could handle a fault of this vCPU, and the VMM left it stopped. */
export interface VmFault {
  readonly kind: "vm-fault"
  /** The vCPU's id. */
  readonly vcpu: number
  /** The fault message as it arrived. */
  readonly label: number
  readonly words: readonly bigint[]
  /** One sentence: what it was and why nobody handled it. */
  readonly text: string
}

/** A PSCI call was answered. */
export interface VmPsci {
  readonly kind: "psci"
  readonly vcpu: number
  /** Name of the function, such as `CPU_ON`. */
  readonly function: string
  /** x1 .. x3. */
  readonly args: readonly bigint[]
  /** x0 afterwards as a signed number; undefined when the call does not return. */
  readonly result: number | undefined
}

/** Anything else worth a line in the record: kebab-case `what` and small plain data. */
export interface VmNote {
  readonly kind: "vm-note"
  readonly what: string
  readonly data: Readonly<Record<string, number | string | boolean>>
}

/** What a VMM tells the runner with `vmEvent`. */
export type VmEvent = VmOff | VmReset | VmFault | VmPsci | VmNote
