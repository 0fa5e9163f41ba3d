// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/vgic: the virtual interrupt controller that a VMM gives its guest.
//
//   new Vgic(options)   `distributor` and `redistributor` answer accesses; setLevel and pulse raise interrupts;
//                       maintenance(vcpu, index) tells it that the guest ended one

export type { InjectIrq } from "./list-registers.ts"
export type { VgicState } from "./state.ts"
export { type AccessSize, type Deactivated, type RegisterFrame, Vgic, type VgicOptions } from "./vgic.ts"
