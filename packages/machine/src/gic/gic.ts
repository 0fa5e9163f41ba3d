// SPDX-License-Identifier: BSD-2-Clause
//
// What GICv2 and GICv3 are to their users alike: a device with inputs, the physical side that a kernel
// drives without poking registers, and the virtual interface whose list registers it fills. The registers
// stay the truth: every call here does what the register access of the same name does.

import type { DeviceState, Line } from "../device.ts"
import type { InterruptController } from "../device-factory.ts"
import { stateField } from "../saved-arrays.ts"
import { readGicc, writeGicc } from "./gicc-registers.ts"
import { readGich, writeGich } from "./gich-registers.ts"
import { PhysicalCpuInterface } from "./cpu-interface.ts"
import { type InterruptState, PRIORITY_MASK, PRIVATE_INTIDS } from "./interrupt-state.ts"
import { SYSREG_UNDEFINED } from "./icv-registers.ts"
import { ENABLE_GROUP0, ENABLE_GROUP1 } from "./priority.ts"
import { coreVirtualInterface, type VirtualInterface } from "./virtual-control.ts"
import type { VirtualCpuInterface } from "./virtual-interface.ts"

/** How an interrupt is sensed. */
export type Trigger = "edge" | "level"

/** The physical side. INTIDs: SGIs 0..15, PPIs 16..31 (per CPU), SPIs from 32. */
export interface GicControl {
  readonly cpuCount: number
  /** Number of INTIDs that exist. */
  readonly intidCount: number
  /** Switches the distributor and a CPU's interface on, nothing masked by priority, as a kernel does at boot. */
  enableCore(cpu: number): void
  /** INTID of the interrupt taken (its bits 12:10 are an SGI's source CPU on GICv2), 1023: none. */
  acknowledge(cpu: number): number
  /** Ends what `acknowledge` gave: the running priority drops, and the interrupt is deactivated. */
  endOfInterrupt(cpu: number, value: number): void
  deactivate(cpu: number, intid: number): void
  setEnabled(cpu: number, intid: number, enabled: boolean): void
  isEnabled(cpu: number, intid: number): boolean
  isPending(cpu: number, intid: number): boolean
  setTrigger(cpu: number, intid: number, trigger: Trigger): void
  /** 0 (highest) .. 255; the low three bits are not implemented. */
  setPriority(cpu: number, intid: number, priority: number): void
  /** Routes an SPI to one CPU. */
  setTarget(intid: number, cpu: number): void
  sendSgi(target: number, sgi: number, source: number): void
  /** A CPU's own input for a PPI (16 .. 31); SPIs are driven by devices. */
  privateLine(cpu: number, intid: number): Line
  /** The level of the CPU's interrupt line. */
  irqLine(cpu: number): boolean
  /** Connects a CPU's inputs; the levels of now are driven at once. */
  connect(cpu: number, inputs: CpuInputs): void
  /** The virtualisation half, as that CPU has it. */
  virtualInterface(cpu: number): VirtualInterface
}

/** The inputs of a CPU that the GIC drives. */
export interface CpuInputs {
  /** Physical IRQ or FIQ: asserted while an enabled interrupt waits to be acknowledged. */
  readonly irq: Line
  readonly virq: Line
  readonly vfiq: Line
}

/** INTID of the maintenance interrupt: PPI 9 by the Server Base System Architecture, and on every board here. */
export const MAINTENANCE_INTID = 25

/** The state and the two interfaces of one GIC; GICv2 and GICv3 add their register maps. */
export abstract class Gic implements InterruptController, GicControl {
  readonly name: string
  abstract readonly version: 2 | 3
  readonly interrupts: InterruptState
  readonly physical: PhysicalCpuInterface
  readonly virtualCpu: VirtualCpuInterface
  private readonly cores: readonly VirtualInterface[]
  /** Lines that are high, by INTID of the input they drive. */
  private readonly drivers: Uint16Array

  constructor(name: string, interrupts: InterruptState, virtualCpu: VirtualCpuInterface) {
    this.name = name
    this.interrupts = interrupts
    this.physical = new PhysicalCpuInterface(interrupts)
    this.virtualCpu = virtualCpu
    this.cores = Array.from({ length: interrupts.cpus }, (_, cpu) => coreVirtualInterface(virtualCpu, cpu))
    this.drivers = new Uint16Array(interrupts.intids)
    interrupts.onChange = (cpu) => this.update(cpu)
    virtualCpu.onDeactivate = (cpu, intid) => interrupts.deactivate(cpu, intid)
    virtualCpu.onMaintenance = (cpu, level) => interrupts.setLine(cpu, MAINTENANCE_INTID, level)
  }

  abstract read(offset: number, size: 1 | 2 | 4): number
  abstract write(offset: number, size: 1 | 2 | 4, value: number): void
  abstract setTarget(intid: number, cpu: number): void

  /** Registers in memory of the interfaces: 1 GICC, 2 GICH, 3 GICV, in the order of `reg`; others read as 0. */
  protected readInterface(frame: number, cpu: number, offset: number): number {
    switch (frame) {
      case 1:
        return readGicc(this.physical, cpu, offset)
      case 2:
        return readGich(this.virtualCpu, cpu, offset)
      case 3:
        return readGicc(this.virtualCpu, cpu, offset)
      default:
        return 0
    }
  }

  protected writeInterface(frame: number, cpu: number, offset: number, value: number): void {
    switch (frame) {
      case 1:
        return writeGicc(this.physical, cpu, offset, value)
      case 2:
        return writeGich(this.virtualCpu, cpu, offset, value)
      case 3:
        return writeGicc(this.virtualCpu, cpu, offset, value)
      default:
    }
  }

  get cpuCount(): number {
    return this.interrupts.cpus
  }

  get intidCount(): number {
    return this.interrupts.intids
  }

  /** Drives the line of one CPU, or of all (-1). */
  protected update(cpu: number): void {
    if (cpu >= 0) {
      this.physical.update(cpu)
      return
    }
    for (let each = 0; each < this.interrupts.cpus; each += 1) this.physical.update(each)
  }

  /**
   * A specifier of three or four cells: kind (0 SPI, 1 PPI), number, flags. Devices that share an interrupt
   * each get a line; the input is high while any of them is.
   */
  input(specifier: readonly number[]): Line {
    const [kind, number] = specifier
    const intid = number + (kind === 0 ? PRIVATE_INTIDS : 16)
    const spi = kind === 0 && intid < this.interrupts.intids
    const ppi = kind === 1 && number < 16
    if (!spi && !ppi) throw new RangeError(`${this.name} has no input <${specifier.join(" ")}>`)
    let mine = false
    return {
      set: (level) => {
        if (level === mine) return
        mine = level
        this.drivers[intid] += level ? 1 : -1
        this.driveInput(intid, this.drivers[intid] !== 0)
      },
    }
  }

  private driveInput(intid: number, level: boolean): void {
    const cpus = intid < PRIVATE_INTIDS ? this.interrupts.cpus : 1
    for (let cpu = 0; cpu < cpus; cpu += 1) this.interrupts.setLine(cpu, intid, level)
  }

  /**
   * A guest's access to an ICC register, by key: the value, or SYSREG_UNDEFINED (a GICv2 has none) or
   * SYSREG_TRAPPED (EL2 has to deal with it).
   */
  readVirtualRegister(_cpu: number, _key: number): number {
    return SYSREG_UNDEFINED
  }

  /** SYSREG_DONE, SYSREG_UNDEFINED or SYSREG_TRAPPED. */
  writeVirtualRegister(_cpu: number, _key: number, _value: number): number {
    return SYSREG_UNDEFINED
  }

  /** An ICH register of EL2, bits 31:0; SYSREG_UNDEFINED when there is none of that key. */
  readHypervisorRegister(_cpu: number, _key: number): number {
    return SYSREG_UNDEFINED
  }

  /** Bits 63:32. */
  readHypervisorRegisterHigh(_cpu: number, _key: number): number {
    return 0
  }

  writeHypervisorRegister(_cpu: number, _key: number, _low: number, _high: number): number {
    return SYSREG_UNDEFINED
  }

  enableCore(cpu: number): void {
    this.interrupts.control[0] |= 3
    this.physical.setControl(cpu, ENABLE_GROUP0 | ENABLE_GROUP1)
    this.physical.setPriorityMask(cpu, 0xff)
    this.update(-1)
  }

  acknowledge(cpu: number): number {
    return this.physical.acknowledgeAny(cpu)
  }

  endOfInterrupt(cpu: number, value: number): void {
    this.physical.endOfInterrupt(cpu, value, false)
  }

  deactivate(cpu: number, intid: number): void {
    this.interrupts.deactivate(cpu, intid)
  }

  setEnabled(cpu: number, intid: number, enabled: boolean): void {
    this.setBit(this.interrupts.enabled, cpu, intid, enabled)
  }

  isEnabled(cpu: number, intid: number): boolean {
    return ((this.interrupts.enabled[this.interrupts.wordOf(cpu, intid >>> 5)] >>> (intid & 31)) & 1) === 1
  }

  isPending(cpu: number, intid: number): boolean {
    return this.interrupts.isPending(cpu, intid)
  }

  setTrigger(cpu: number, intid: number, trigger: Trigger): void {
    if (intid >= 16) this.setBit(this.interrupts.edge, cpu, intid, trigger === "edge")
  }

  setPriority(cpu: number, intid: number, priority: number): void {
    this.interrupts.priority[this.interrupts.slotOf(cpu, intid)] = priority & PRIORITY_MASK
    this.update(-1)
  }

  private setBit(bits: Uint32Array, cpu: number, intid: number, value: boolean): void {
    const word = this.interrupts.wordOf(cpu, intid >>> 5)
    if (value) bits[word] |= 1 << (intid & 31)
    else bits[word] &= ~(1 << (intid & 31))
    this.update(intid < PRIVATE_INTIDS ? cpu : -1)
  }

  sendSgi(target: number, sgi: number, source: number): void {
    this.interrupts.sendSgi(target, sgi, source)
  }

  privateLine(cpu: number, intid: number): Line {
    return { set: (level) => this.interrupts.setLine(cpu, intid, level) }
  }

  irqLine(cpu: number): boolean {
    return this.physical.irqLine(cpu)
  }

  connect(cpu: number, inputs: CpuInputs): void {
    this.physical.onLine(cpu, (level) => inputs.irq.set(level))
    this.virtualCpu.onLines(cpu, (irq, fiq) => {
      inputs.virq.set(irq)
      inputs.vfiq.set(fiq)
    })
  }

  virtualInterface(cpu: number): VirtualInterface {
    return this.cores[cpu]
  }

  reset(): void {
    this.interrupts.reset()
    this.physical.reset()
    this.virtualCpu.reset()
    this.update(-1)
  }

  state(): DeviceState {
    const { interrupts, physical, virtualCpu } = this
    return { interrupts: interrupts.state(), physical: physical.state(), virtual: virtualCpu.state() }
  }

  fromState(state: DeviceState): void {
    this.interrupts.fromState(this.name, stateField(this.name, state, "interrupts"))
    this.physical.fromState(this.name, stateField(this.name, state, "physical"))
    this.virtualCpu.fromState(this.name, stateField(this.name, state, "virtual"))
    this.update(-1)
  }
}
