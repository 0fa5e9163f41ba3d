// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/vmrt: the user-level VM runtime: guest memory, fault dispatch, virtual IRQs, PSCI and SMC.
//
//   new Vm(microkit, config)                     one guest; the functions take it first, as libvmm's take none
//   guestSetupImages, guestStart                 images into RAM, and off it goes
//   virqControllerInit, virqRegister, ...        the guest's interrupts
//   faultHandle(vm, child, message)              answers a fault; faultRegisterVmExceptionHandler adds a device
//   smcRegisterHandler, smcRegisterSipHandler    answers calls to firmware

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
