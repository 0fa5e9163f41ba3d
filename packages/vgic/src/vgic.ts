// SPDX-License-Identifier: BSD-2-Clause
//
// The virtual interrupt controller of one VM: distributor and redistributors as trapped registers, list
// registers filled through the kernel's InjectIRQ. The CPU interface is hardware: GICV on GICv2, the ICV
// system registers on GICv3. After IHI 0048B, IHI 0069H and seL4's VCPU object.

import { distributorSize, readDistributor, writeDistributor } from "./distributor.ts"
import { Interrupts, MAX_INTIDS } from "./interrupts.ts"
import { type InjectIrq, ListRegisters, type RetractIrq } from "./list-registers.ts"
import { type InterruptState, interruptStates } from "./interrupt-states.ts"
import { REDISTRIBUTOR_STRIDE, readRedistributor, writeRedistributor } from "./redistributor.ts"
import { GICD_ICPENDR, GICD_ISACTIVER, GICR_FRAME_SIZE } from "./register-table.ts"
import { writeSgi1r } from "./sgi.ts"
import { type VgicState, restoreInterrupts, saveInterrupts } from "./state.ts"

/** What a vgic is made with. */
export interface VgicOptions {
  readonly version: 2 | 3
  /** 1..8 on GICv2, 1..512 on GICv3. */
  readonly vcpus: number
  /** The kernel's InjectIRQ. */
  readonly inject: InjectIrq
  /** Takes a pending interrupt back; without it ICPENDR does not reach what is in a list register. */
  readonly retract?: RetractIrq
  /** INTIDs 0..intids-1 exist: a multiple of 32 (64..992) or 1020, the default. */
  readonly intids?: number
  /** List registers of a vCPU, 1..16; 4 by default, as the GIC-400 and GIC-500 have. */
  readonly listRegisters?: number
  /** Aff3.Aff2.Aff1.Aff0 of each vCPU (MPIDR_EL1 packed); by default Aff1 = n / 16 and Aff0 = n % 16. */
  readonly affinities?: readonly number[]
  readonly log?: (message: string) => void
}

/** Width of an access in bytes. An 8-byte access is two of 4, low half first. */
export type AccessSize = 1 | 2 | 4

/** Registers behind one guest-physical range. Offsets are bytes from its start, values unsigned 32-bit. */
export interface RegisterFrame {
  readonly size: number
  read(vcpu: number, offset: number, size: AccessSize): number
  write(vcpu: number, offset: number, size: AccessSize, value: number): void
}

/** Called once for each deactivation (end of interrupt) by the guest. */
export type Deactivated = (vcpu: number, intid: number) => void

const BYTES_MASK: Readonly<Record<AccessSize, number>> = { 1: 0xff, 2: 0xffff, 4: 0xffffffff }

function checkOptions(options: VgicOptions, intids: number, listRegisters: number): void {
  const maxVcpus = options.version === 2 ? 8 : 512
  const say = (what: string) => {
    throw new RangeError(`vGICv${options.version}: ${what}`)
  }
  if (options.vcpus < 1 || options.vcpus > maxVcpus)
    say(`${options.vcpus} vCPUs; 1..${maxVcpus} are possible`)
  if ((intids % 32 !== 0 && intids !== MAX_INTIDS) || intids < 64 || intids > MAX_INTIDS) {
    say(`${intids} INTIDs; a multiple of 32 from 64 to 992, or ${MAX_INTIDS}, is possible`)
  }
  if (listRegisters < 1 || listRegisters > 16) say(`${listRegisters} list registers; 1..16 are possible`)
  if (options.affinities !== undefined && options.affinities.length !== options.vcpus) {
    say(`${options.affinities.length} affinities for ${options.vcpus} vCPUs`)
  }
}

interface Clearing {
  readonly vcpu: number
  /** Word of 32 INTIDs, and bits in it. */
  readonly n: number
  readonly bits: number
}

/** Distributor, redistributors and list registers of one guest. */
export class Vgic {
  readonly version: 2 | 3
  readonly vcpus: number
  readonly distributor: RegisterFrame
  /** GICv3 only. */
  readonly redistributor: RegisterFrame | undefined
  private readonly interrupts: Interrupts
  private readonly lists: ListRegisters
  private readonly deactivated = new Map<number, Deactivated>()
  private readonly log: (message: string) => void

  /** Throws RangeError when a number of the options is out of its range. */
  constructor(options: VgicOptions) {
    const intids = options.intids ?? MAX_INTIDS
    const listRegisters = options.listRegisters ?? 4
    checkOptions(options, intids, listRegisters)
    const flat = Array.from({ length: options.vcpus }, (_, n) => ((n >> 4) << 8) | (n & 15))
    this.version = options.version
    this.vcpus = options.vcpus
    this.log = options.log ?? (() => undefined)
    this.interrupts = new Interrupts(options.version, options.vcpus, intids, options.affinities ?? flat)
    this.lists = new ListRegisters(this.interrupts, listRegisters, options, this.log)
    this.distributor = this.frame(
      distributorSize(options.version),
      (vcpu, offset) => readDistributor(this.interrupts, vcpu, offset),
      (vcpu, offset, value, mask) => {
        const was = this.clearing(vcpu, offset, value & mask)
        writeDistributor(this.interrupts, vcpu, offset, value, mask)
        this.cleared(was)
      },
    )
    this.redistributor =
      options.version === 2
        ? undefined
        : this.frame(
            options.vcpus * REDISTRIBUTOR_STRIDE,
            (_, offset) => readRedistributor(this.interrupts, offset),
            (_, offset, value, mask) => {
              const owner = Math.floor(offset / REDISTRIBUTOR_STRIDE)
              const within = offset - owner * REDISTRIBUTOR_STRIDE - GICR_FRAME_SIZE
              const was = within === GICD_ICPENDR ? this.clearing(owner, within, value & mask) : undefined
              writeRedistributor(this.interrupts, offset, value, mask)
              this.cleared(was)
            },
          )
  }

  /** Drives the input line of a PPI of `vcpu` or of an SPI (which has one line for all). */
  setLevel(intid: number, high: boolean, vcpu = 0): void {
    if (!this.isWired(intid)) return
    this.interrupts.drive(vcpu, intid, high)
    if (high) this.deliver()
  }

  /** A pulse on the input line: latched whatever the trigger is, so never lost. */
  pulse(intid: number, vcpu = 0): void {
    if (!this.isWired(intid)) return
    this.interrupts.raise(vcpu, intid)
    this.deliver()
  }

  /** Sets what is called when a guest deactivates `intid`; one callback an INTID. */
  onDeactivate(intid: number, callback: Deactivated): void {
    this.deactivated.set(intid, callback)
  }

  /** VGICMaintenance: list register `index` (-1 unknown) of `vcpu` has been deactivated; refills. */
  maintenance(vcpu: number, index: number): void {
    const intid = this.lists.retire(vcpu, index)
    if (intid >= 0) this.deactivated.get(intid)?.(vcpu, intid)
    else if (index >= 0)
      this.log(`maintenance of list register ${index} of vCPU ${vcpu}, which holds nothing`)
    this.deliver()
  }

  /** A guest's write to ICC_SGI1R_EL1, as the two halves of the 64-bit value. GICv3. */
  sgi1r(vcpu: number, lo: number, hi: number): void {
    writeSgi1r(this.interrupts, vcpu, lo, hi)
    this.deliver()
  }

  /** List registers of `vcpu` that hold an interrupt the guest has not deactivated yet. */
  listed(vcpu: number): number {
    return this.lists.used(vcpu)
  }

  /**
   * Everything as after power-on, all vCPUs online, once the kernel has reset every vCPU and with it their
   * list registers. Callbacks stay, and lines keep their level.
   */
  reset(): void {
    for (let vcpu = 0; vcpu < this.vcpus; vcpu++) this.lists.emptied(vcpu)
    this.interrupts.reset()
  }

  /**
   * Whether `vcpu` takes part. Going offline goes with a reset of the kernel's vCPU: what its list registers
   * held pends again, for itself or for another target.
   */
  setOnline(vcpu: number, online: boolean): void {
    this.interrupts.online[vcpu] = online ? 1 : 0
    if (!online) this.lists.emptied(vcpu)
    this.deliver()
  }

  /** What stands behind the registers, for people. */
  view(): { readonly on: boolean; readonly interrupts: readonly InterruptState[] } {
    return { on: this.interrupts.groupEnable !== 0, interrupts: interruptStates(this.interrupts) }
  }

  state(): VgicState {
    return { ...saveInterrupts(this.interrupts), lists: this.lists.state() }
  }

  /** Takes back what `state()` gave; nothing is injected, as the kernel's list registers are state too. */
  fromState(state: VgicState): void {
    restoreInterrupts(this.interrupts, state)
    this.lists.fromState(state.lists)
  }

  /** Interrupts whose pending state a write to ICPENDR is about to clear; undefined for other registers. */
  private clearing(vcpu: number, offset: number, bits: number): Clearing | undefined {
    const n = (offset - GICD_ICPENDR) >> 2
    if (n < 0 || n >= this.interrupts.words || offset >= GICD_ISACTIVER || vcpu >= this.vcpus)
      return undefined
    const bank = this.interrupts.bank(vcpu, n)
    const was = this.interrupts.pending(bank) | this.interrupts.listed[bank]
    // SGIs are cleared by the registers of their own.
    return { vcpu, n, bits: was & bits & (n === 0 ? ~0xffff : ~0) }
  }

  /** What is not pending any more leaves its list register, and whoever waits for its end hears of it. */
  private cleared(was: Clearing | undefined): void {
    if (was === undefined || was.bits === 0) return
    const { vcpu, n } = was
    const bank = this.interrupts.bank(vcpu, n)
    for (let left = was.bits & ~this.interrupts.pending(bank); left !== 0; left &= left - 1) {
      const intid = n * 32 + 31 - Math.clz32(left & -left)
      const listed = (this.interrupts.listed[bank] & left & -left) !== 0
      if (listed && !this.lists.retract(intid, n === 0 ? vcpu : -1)) continue
      this.deactivated.get(intid)?.(vcpu, intid)
    }
  }

  private isWired(intid: number): boolean {
    if (intid >= 16 && intid < this.interrupts.intids) return true
    this.log(`vIRQ ${intid} has no line: PPIs and SPIs are 16..${this.interrupts.intids - 1}`)
    return false
  }

  private deliver(): void {
    for (let vcpu = 0; vcpu < this.vcpus; vcpu++) this.lists.refill(vcpu)
  }

  private frame(
    size: number,
    readWord: (vcpu: number, offset: number) => number,
    writeWord: (vcpu: number, offset: number, value: number, mask: number) => void,
  ): RegisterFrame {
    return {
      size,
      read: (vcpu, offset, width) => {
        if (offset >= size) return 0
        return ((readWord(vcpu, offset & ~3) >>> ((offset & 3) * 8)) & BYTES_MASK[width]) >>> 0
      },
      write: (vcpu, offset, width, value) => {
        if (offset >= size) return
        const shift = (offset & 3) * 8
        writeWord(vcpu, offset & ~3, value << shift, BYTES_MASK[width] << shift)
        this.deliver()
      },
    }
  }
}
