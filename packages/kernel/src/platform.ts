// SPDX-License-Identifier: BSD-2-Clause
//
// What the kernel needs of the machine under it: RAM, bus, time, processors, the physical interrupt
// controller's CPU interface and its virtualisation half, and the firmware. Whoever assembles a machine
// implements this over the board's models. A core is a physical processor of the board (0 .. coreCount - 1).

import type { Bus, EventQueue, Initiator, Line, PhysicalMemory } from "@vmm/machine"
import type { MachineClock } from "./clock.ts"
import type { Cpu } from "./cpu/types.ts"

/** INTIDs from here on mean "nothing pending" when acknowledged (GIC architecture, special INTIDs). */
export const INTID_NONE = 1020
/** PPI of the GIC's maintenance interrupt and of the EL1 virtual timer (Arm BSA, recommended PPIs). */
export const PPI_MAINTENANCE = 25
/** INTID of the virtual timer. */
export const PPI_VIRTUAL_TIMER = 27

/** The physical interrupt controller as the kernel drives it. INTIDs below 32 are banked per core. */
export interface PhysicalInterrupts {
  /** Turns on the distributor and this core's CPU interface, every priority let through. */
  enableCore(core: number): void
  /** Reads the acknowledge register: the INTID, now active, or INTID_NONE and above. */
  acknowledge(core: number): number
  /** Priority drop and deactivation. */
  endOfInterrupt(core: number, intid: number): void
  setEnabled(core: number, intid: number, enabled: boolean): void
  setTrigger(core: number, intid: number, trigger: "level" | "edge"): void
  /** Routes an SPI to this core. */
  setTarget(intid: number, core: number): void
}

export const LR_INVALID = 0
export const LR_PENDING = 1
export const LR_ACTIVE = 2
export const LR_PENDING_ACTIVE = 3

/** A list register, whatever the GIC's version. The kernel uses no hardware-linked ones. */
export interface ListRegister {
  /** LR_INVALID .. LR_PENDING_ACTIVE. */
  readonly state: number
  /** Virtual INTID, 0 .. 1023. */
  readonly intid: number
  /** As InjectIRQ has it, 0 .. 31: GICH_LR bits 27..23, ICH_LR bits 55..48. */
  readonly priority: number
  readonly group: number
  /** Raise the maintenance interrupt when the guest ends it. */
  readonly eoi: boolean
}

/** A list register that holds nothing. */
export const LR_EMPTY: ListRegister = { state: LR_INVALID, intid: 0, priority: 0, group: 0, eoi: false }

/** What is saved and loaded when a core goes from one vCPU to another. */
export interface VirtualInterfaceState {
  /** GICH_HCR or ICH_HCR_EL2. */
  readonly hcr: number
  readonly vmcr: number
  readonly apr: readonly number[]
  readonly lists: ListRegister[]
}

/** The virtualisation half of the interrupt controller, of one core. */
export interface VirtualInterface {
  /** Number of list registers, 1 .. 16. */
  readonly listRegisters: number
  readList(index: number): ListRegister
  writeList(index: number, value: ListRegister): void
  /** EISR: bit n is set when list register n is empty by an end of interrupt that asked for maintenance. */
  endOfInterruptStatus(): number
  save(): VirtualInterfaceState
  load(state: VirtualInterfaceState): void
}

/** The inputs of a core that the interrupt controller drives. */
export interface CoreInputs {
  /** The physical IRQ line, asserted while an enabled interrupt waits to be acknowledged. */
  readonly irq: Line
  /** The virtual IRQ line of the core's virtual CPU interface. */
  readonly virq: Line
  readonly vfiq: Line
}

/** The board as the kernel wants it. */
export interface Platform {
  readonly coreCount: number
  readonly memory: PhysicalMemory
  readonly bus: Bus
  readonly clock: MachineClock
  readonly events: EventQueue
  readonly initiator: Initiator
  readonly interrupts: PhysicalInterrupts
  virtualInterface(core: number): VirtualInterface
  /** Connects a core's inputs; the levels of now are driven at once. */
  connect(core: number, inputs: CoreInputs): void
  /** The interrupt controller's input for a PPI (16 .. 31) of a core. */
  privateLine(core: number, intid: number): Line
  /** Makes the processor of vCPU number `index`; `timer` is where its virtual timer's output goes. */
  createCpu(index: number, timer: Line): Cpu
  /** SMC to the board's firmware: x0 .. x7 in and out. */
  firmware(args: readonly bigint[]): readonly bigint[]
  /** RAM was written by a domain, so that code decoded from there is stale. */
  memoryWritten(pa: number, size: number): void
}
