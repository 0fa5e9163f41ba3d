// SPDX-License-Identifier: BSD-2-Clause
//
// What a protection domain holds and calls: libmicrokit's functions (Microkit manual, "libmicrokit"), the
// seL4 invocations under them, and the few things that this machine adds. A channel that the domain does not
// have is answered as libmicrokit does: a line of debug output, and nothing happens. A failing invocation
// prints libmicrokit's line and faults the domain, but for those that return a Sel4Error.

import type { VmEvent } from "../events/vm-event.ts"
import type { Sel4Error } from "./error.ts"
import type { VmView } from "./inspect.ts"
import type { DomainMemory } from "./memory.ts"
import type { Message } from "./message.ts"

/** What the added invocation reads of the vCPU's last exit: what seL4's fault messages lose. */
export interface VcpuFaultInfo {
  /** ESR_EL2, 32-bit unsigned. */
  readonly esr: number
  /** FAR_EL2: the guest's virtual address. */
  readonly far: bigint
  /** HPFAR_EL2: bits 39..4 are IPA bits 47..12. */
  readonly hpfar: bigint
  /** Byte-exact IPA, below 2^48. */
  readonly ipa: number
  /** The instruction word at the PC, 0 when it cannot be read. */
  readonly instruction: number
}

/** What a protection domain can do: libmicrokit's functions, each on a capability of the domain's own. */
export interface Microkit {
  /** The domain's name in the system description. */
  readonly name: string
  /** Name of the domain's virtual machine and the ids of its vCPUs; undefined without a VM. */
  readonly vm: { readonly name: string; readonly vcpus: readonly number[] } | undefined
  readonly memory: DomainMemory
  /** Values of setvar, setvar_vaddr, setvar_size, setvar_id: symbol name -> value below 2^53. */
  readonly setvars: ReadonlyMap<string, number>

  notify(channel: number): void
  irqAck(channel: number): void
  ppcall(channel: number, message: Message): Message
  /** Debug output, one line without its line end. */
  log(text: string): void
  /** Nanoseconds of the machine's clock. */
  timeNs(): number
  /**
   * seL4_Yield: gives up what is left of the current refill, the caller's where a passive domain answers. The entry
   * point runs to its end; the others of the priority, or the next refill, come before the domain's next one.
   */
  yield(): void

  pdStop(child: number): void
  /** Makes the child's program anew and runs its `init`. */
  pdRestart(child: number): void

  /** Sets the PC and lets the vCPU run, whatever it was blocked on. */
  vcpuRestart(vcpu: number, pc: bigint): void
  /** Lets a blocked or stopped vCPU go on where it stands (seL4_TCB_Resume). */
  vcpuResume(vcpu: number): void
  /** Stops the vCPU; its timer no longer reaches the domain. A guest that has died is left so. */
  vcpuStop(vcpu: number): void
  /**
   * Added invocation: stops the vCPU and takes it back to its state after creation: TCB, VCPU and FP registers,
   * list registers and the virtual CPU interface (VMCR, active priorities) empty, virtual timer off and its
   * PPI unmasked. seL4 gets there only by deleting the VCPU object; a guest's reboot needs it.
   */
  vcpuReset(vcpu: number): void
  /** Whether its thread runs, waits for the answer to a fault, or is stopped (as before its first restart). */
  vcpuState(vcpu: number): "running" | "blocked" | "stopped"

  /**
   * seL4_ARM_VCPU_InjectIRQ into list register `index`. irq 0..1023, priority 0..31, group 0..1.
   * seL4_RangeError for a value outside, seL4_DeleteFirst while that list register is active.
   */
  vcpuInjectIrq(vcpu: number, irq: number, priority: number, group: number, index: number): Sel4Error
  /**
   * Added invocation: takes an interrupt that is pending, and not active, out of list register `index`. False when
   * there is none such. A guest's write to ICPENDR needs it.
   */
  vcpuRetractIrq(vcpu: number, index: number): boolean
  /** seL4_ARM_VCPU_AckVPPI: unmasks the virtual timer's PPI (27). */
  vcpuAckVppi(vcpu: number, irq: number): void
  /** `field` is one of VCPU_REG. */
  vcpuReadReg(vcpu: number, field: number): bigint
  vcpuWriteReg(vcpu: number, field: number, value: bigint): void
  /** seL4_TCB_ReadRegisters, one register: `field` is TCB_PC, TCB_SP, TCB_SPSR, TCB_X[n], ... */
  vcpuReadTcb(vcpu: number, field: number): bigint
  vcpuWriteTcb(vcpu: number, field: number, value: bigint): void
  /** General register by number: 31 reads as zero, a write of it is discarded. */
  vcpuReadX(vcpu: number, n: number): bigint
  vcpuWriteX(vcpu: number, n: number, value: bigint): void
  /** Added invocation: a vector register, 128 bits; seL4 keeps them and shows them to nobody. */
  vcpuReadV(vcpu: number, n: number): bigint
  vcpuWriteV(vcpu: number, n: number, value: bigint): void
  /**
   * Added invocation: opens the vCPU's exclusive monitor on `size` bytes at `va`, as the load exclusive that the
   * domain has just emulated would have. It stays open until the vCPU leaves the guest again. On hardware the return
   * to the guest closes it, and a guest's loop would never end.
   */
  vcpuWatchExclusive(vcpu: number, va: bigint, size: number): void
  /** Added invocation: the last exit of this vCPU. */
  vcpuFaultInfo(vcpu: number): VcpuFaultInfo
  /** Added invocation: the IPA of a guest VA by the guest's own tables as EL1; undefined when unmapped. */
  vcpuTranslate(vcpu: number, va: bigint): number | undefined
  /** List registers that InjectIRQ can name. */
  readonly listRegisters: number

  /**
   * seL4_ARM_SMC_Call: x0..x7 in (missing ones are 0), x0..x7 out. Undefined when the domain holds no SMC
   * cap (smc="true"), where libmicrokit would fault.
   */
  smcCall(args: readonly bigint[]): readonly bigint[] | undefined

  /** Tells the runner what befell the guest: it is off, it asks for a reset, it died, and milestones. */
  vmEvent(event: VmEvent): void
  /** Offers a look at the guest to whoever explains why it stands still; the last one counts. */
  onInspect(look: () => VmView): void
}
