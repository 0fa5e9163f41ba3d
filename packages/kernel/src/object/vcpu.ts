// SPDX-License-Identifier: BSD-2-Clause
//
// The VCPU object (seL4, arch/arm/object/vcpu.c): a processor at EL1 and EL0, the state of its virtual
// interrupt interface while it is not loaded, and whether its virtual timer's PPI is masked.

import type { Cpu, Exit } from "../cpu/types.ts"
import type { VirtualInterfaceState } from "../platform.ts"
import type { KernelObject } from "./cap.ts"
import type { Stage2 } from "./stage2.ts"
import type { Tcb } from "./tcb.ts"

const NO_EXIT: Exit = { reason: "stop", esr: 0, far: 0n, ipa: 0, instruction: 0 }

export class Vcpu implements KernelObject {
  readonly type = "vcpu"
  /** `<vm>/<id>`, as events have it. */
  readonly name: string
  readonly id: number
  readonly cpu: Cpu
  readonly stage2: Stage2
  /** Set by SetTCB. */
  tcb: Tcb | undefined
  /** The virtual interface's registers while another vCPU is loaded on the core. */
  vgic: VirtualInterfaceState
  /** Level of the virtual timer's output. */
  timer = false
  /** A VPPIEvent was sent and not acknowledged yet. */
  vppiMasked = false
  /** By INTID: 1 for those that were injected at any time. */
  readonly injected = new Uint8Array(1024)
  lastExit: Exit = NO_EXIT

  constructor(name: string, id: number, cpu: Cpu, stage2: Stage2, vgic: VirtualInterfaceState) {
    this.name = name
    this.id = id
    this.cpu = cpu
    this.stage2 = stage2
    this.vgic = vgic
  }
}
