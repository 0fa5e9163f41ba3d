// SPDX-License-Identifier: BSD-2-Clause
//
// One vCPU as its VMM controls it: on and off, asleep in WFI, its registers, and the state in which an arm64
// boot protocol (Linux Documentation/arch/arm64/booting.rst section 4) or PSCI CPU_ON starts it.

import { type Microkit, TCB_PC, TCB_SP, TCB_SPSR, VCPU_REG } from "@vmm/kernel/api"

/** EL1h with D, A, I and F masked (Arm ARM C5.2.19, SPSR_EL1). */
const SPSR_EL1H_MASKED = 0x3c5n
/** SCTLR_EL1 with the MMU and caches off: the bits that are RES1 in Armv8.0 (Arm ARM D19.2.118). */
const SCTLR_RES1 = 0x30d00800n
/** VMPIDR_EL2 bit 31, RES1. */
const MPIDR_RES1 = 0x80000000n
/** SPSR.M[3:0] EL1h: the stack pointer is SP_EL1. */
const MODE_EL1H = 5n

const NO_REGISTER = 31

/** Aff3 stands in bits 39..32 (Arm ARM D19.2.101, MPIDR_EL1). */
function mpidrOf(affinity: number): bigint {
  return MPIDR_RES1 | BigInt(affinity & 0xffffff) | (BigInt(affinity >>> 24) << 32n)
}

/** A vCPU as its VMM handles it: its registers, and whether it is on. */
export class Vcpu {
  /** Counted from 0; the boot vCPU is 0. */
  readonly index: number
  /** Child id of the protection domain. */
  readonly id: number
  /** Aff3.Aff2.Aff1.Aff0. */
  readonly affinity: number
  /** Powered on, in PSCI's sense. */
  on = false
  /** Waits in WFI or CPU_SUSPEND for an interrupt. */
  asleep = false
  /** A fault of this vCPU is being handled: the answer to it decides whether it goes on. */
  faulted = false
  /** PC where an instruction is being emulated, and whether it was set since. */
  private from = 0n
  private moved = false
  private readonly microkit: Microkit

  constructor(microkit: Microkit, index: number, id: number, affinity: number) {
    this.microkit = microkit
    this.index = index
    this.id = id
    this.affinity = affinity
  }

  /** A line of the VMM's own about an access of this vCPU. */
  tell(text: string): void {
    this.microkit.log(`${this.microkit.name}|ERROR: vCPU ${this.id}: ${text}`)
  }

  /** General register, 64 bits; 31 reads as zero. */
  x(n: number): bigint {
    return this.microkit.vcpuReadX(this.id, n)
  }

  setX(n: number, value: bigint): void {
    this.microkit.vcpuWriteX(this.id, n, BigInt.asUintN(64, value))
  }

  /** Vector register, 128 bits. */
  v(n: number): bigint {
    return this.microkit.vcpuReadV(this.id, n)
  }

  setV(n: number, value: bigint): void {
    this.microkit.vcpuWriteV(this.id, n, value)
  }

  /** Opens the exclusive monitor on `size` bytes at a virtual address. */
  watchExclusive(va: bigint, size: number): void {
    this.microkit.vcpuWatchExclusive(this.id, va, size)
  }

  /** Register `n` as a load or store takes its base: 31 is the stack pointer of the current level. */
  base(n: number): bigint {
    if (n !== NO_REGISTER) return this.x(n)
    return this.usesSpEl1()
      ? this.microkit.vcpuReadReg(this.id, VCPU_REG.SP_EL1)
      : this.microkit.vcpuReadTcb(this.id, TCB_SP)
  }

  setBase(n: number, value: bigint): void {
    const wrapped = BigInt.asUintN(64, value)
    if (n !== NO_REGISTER) this.setX(n, wrapped)
    else if (this.usesSpEl1()) this.microkit.vcpuWriteReg(this.id, VCPU_REG.SP_EL1, wrapped)
    else this.microkit.vcpuWriteTcb(this.id, TCB_SP, wrapped)
  }

  get pc(): bigint {
    return this.microkit.vcpuReadTcb(this.id, TCB_PC)
  }

  set pc(value: bigint) {
    this.moved = true
    this.microkit.vcpuWriteTcb(this.id, TCB_PC, BigInt.asUintN(64, value))
  }

  /** The instruction at PC is going to be emulated by handlers, which may set PC. */
  begin(): void {
    this.from = this.pc
    this.moved = false
  }

  /** A handler has set PC since `begin`: what becomes of the instruction was its to decide. */
  get redirected(): boolean {
    return this.moved || this.pc !== this.from
  }

  /** Past the instruction that was emulated. */
  advance(): void {
    this.microkit.vcpuWriteTcb(this.id, TCB_PC, BigInt.asUintN(64, this.pc + 4n))
  }

  /** Off, with everything at its reset value; list registers are empty. */
  reset(): void {
    this.on = false
    this.asleep = false
    this.moved = true
    this.microkit.vcpuReset(this.id)
    this.microkit.vcpuWriteReg(this.id, VCPU_REG.SCTLR, SCTLR_RES1)
    this.microkit.vcpuWriteReg(this.id, VCPU_REG.VMPIDR_EL2, mpidrOf(this.affinity))
  }

  /** Turns a vCPU that was reset on: EL1h, everything masked, MMU off, `argument` in x0. */
  start(entry: bigint, argument: bigint): void {
    this.microkit.vcpuWriteTcb(this.id, TCB_SPSR, SPSR_EL1H_MASKED)
    this.setX(0, argument)
    this.on = true
    this.microkit.vcpuRestart(this.id, entry)
  }

  /** Not to run again until it is reset and started. */
  stop(): void {
    this.on = false
    this.asleep = false
    this.microkit.vcpuStop(this.id)
  }

  /** Ends WFI: an interrupt has reached a list register. */
  wake(): void {
    if (!this.asleep) return
    this.asleep = false
    if (!this.faulted) this.microkit.vcpuResume(this.id)
  }

  private usesSpEl1(): boolean {
    return (this.microkit.vcpuReadTcb(this.id, TCB_SPSR) & 0xfn) === MODE_EL1H
  }
}
