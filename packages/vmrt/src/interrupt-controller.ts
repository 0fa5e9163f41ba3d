// SPDX-License-Identifier: BSD-2-Clause
//
// The virtual interrupt controller as vmrt uses it. @vmm/vgic is one; a VMM passes its own in.

import type { InterruptView } from "@vmm/kernel/api"

/** Width of an emulated access in bytes; 8-byte accesses come as two of 4, low half first. */
export type MmioSize = 1 | 2 | 4

/** Emulated registers. `vcpu` counts from 0, `offset` is in bytes, values are unsigned 32-bit. */
export interface MmioHandler {
  read(vcpu: number, offset: number, size: MmioSize): number
  write(vcpu: number, offset: number, size: MmioSize, value: number): void
}

/** The virtual interrupt controller that vmrt drives; vgic's fits. */
export interface InterruptController {
  readonly distributor: MmioHandler & { readonly size: number }
  readonly redistributor?: (MmioHandler & { readonly size: number }) | undefined
  /** Level of the line of an SPI, or of a PPI of `vcpu`. */
  setLevel(intid: number, high: boolean, vcpu?: number): void
  /** One pulse, latched. */
  pulse(intid: number, vcpu?: number): void
  /** Called whenever the guest deactivates `intid`. */
  onDeactivate(intid: number, callback: (vcpu: number, intid: number) => void): void
  /** List register `index` (-1 unknown) of `vcpu` was deactivated. */
  maintenance(vcpu: number, index: number): void
  /** A write to ICC_SGI1R_EL1, low and high half. */
  sgi1r(vcpu: number, lo: number, hi: number): void
  /** List registers of `vcpu` in use. */
  listed(vcpu: number): number
  /** A vCPU that goes offline was reset by the kernel, its list registers with it. */
  setOnline(vcpu: number, online: boolean): void
  /** What stands behind the registers, for people. */
  view?(): { readonly on: boolean; readonly interrupts: readonly InterruptView[] }
  /** As after power-on; lines keep their level. */
  reset(): void
}
