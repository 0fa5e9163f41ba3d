// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/vmrt: the user-level VM runtime: guest memory, fault dispatch, virtual IRQs, PSCI and SMC.

export type * from "./config.ts"
export { emulatedRegisters } from "./device-access.ts"
export { tcbPrintRegs, vcpuPrintRegs } from "./dump.ts"
export { FakeMicrokit, type FakeMicrokitOptions } from "./fake-microkit.ts"
export { faultHandle, faultRegisterVmExceptionHandler } from "./fault.ts"
export {
  guestOff,
  guestRestart,
  guestSetupImages,
  guestStart,
  guestStop,
  vcpuPowerOff,
  vcpuPowerOn,
} from "./guest.ts"
export { GUEST_RAM_VADDR, GuestRam } from "./guest-ram.ts"
export type { InterruptController, MmioHandler, MmioSize } from "./interrupt-controller.ts"
export * from "./smc.ts"
export type { Access, UnansweredCall, UnhandledFault } from "./unhandled-fault.ts"
export { Vcpu } from "./vcpu.ts"
export * from "./virq.ts"
export { type SmcHandler, Vm } from "./vm.ts"
