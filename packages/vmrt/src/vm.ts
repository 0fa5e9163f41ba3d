// SPDX-License-Identifier: BSD-2-Clause
//
// One virtual machine and all that its VMM keeps of it. The functions of the other files work on it, as
// libvmm's work on its globals; here a domain could hold several.

import type { Microkit } from "@vmm/kernel/api"
import type { PassthroughIrq, VmConfig } from "./config.ts"
import { GuestRam } from "./guest-ram.ts"
import type { InterruptController } from "./interrupt-controller.ts"
import { Log } from "./log.ts"
import { refuse } from "./refuse.ts"
import type { UnhandledFault } from "./unhandled-fault.ts"
import { Vcpu } from "./vcpu.ts"
import { VmExceptions } from "./vm-exceptions.ts"

/** Answers x0..x7 (missing ones keep their value), or undefined for "not mine". */
export type SmcHandler = (vcpu: number, args: readonly bigint[]) => readonly bigint[] | undefined

/** A passthrough interrupt, and whether its channel waits for an acknowledgement. */
export interface Passthrough extends PassthroughIrq {
  ackOwed: boolean
}

/** A guest with all that its VMM keeps of it. */
export class Vm {
  readonly microkit: Microkit
  readonly config: VmConfig
  readonly log: Log
  readonly vcpus: readonly Vcpu[]
  readonly exceptions = new VmExceptions()
  /** By owning entity, bits 29:24 of the function id. */
  readonly smcHandlers = new Map<number, SmcHandler>()
  readonly passthroughs = new Map<number, Passthrough>()
  /** Calls to firmware that nobody answered and that were told. */
  readonly unanswered = new Set<string>()
  /** PSCI calls that were refused, one line each. */
  readonly refusedCalls = new Set<string>()
  /** The guest has set the physical timer, which it has not. */
  physicalTimer = false
  /** INTIDs that somebody drives. */
  readonly virqs = new Set<number>()
  /** Gets every fault that nobody handled, before the guest is stopped, and calls that nobody answers, once each. */
  onUnhandledFault: (fault: UnhandledFault) => void = () => undefined
  /** Called while the guest restarts, all vCPUs stopped: resets what the VMM itself emulates. */
  onRestart: () => void = () => undefined
  private guestRam: GuestRam | undefined
  private controller: InterruptController | undefined

  constructor(microkit: Microkit, config: VmConfig) {
    this.microkit = microkit
    this.config = config
    this.log = new Log(microkit)
    this.vcpus = config.vcpus.map(
      (id, index) =>
        new Vcpu(microkit, index, id, config.affinities?.[index] ?? ((index >> 4) << 8) | (index & 15)),
    )
  }

  /** The vCPU with this child id. */
  vcpuOf(child: number): Vcpu | undefined {
    for (const vcpu of this.vcpus) if (vcpu.id === child) return vcpu
    return undefined
  }

  /** Guest RAM; the first use faults the domain when it is not mapped there. */
  get ram(): GuestRam {
    this.guestRam ??= new GuestRam(this.microkit, this.config.ramRegions)
    return this.guestRam
  }

  get gic(): InterruptController {
    return (
      this.controller ?? refuse(`VM ${this.config.name} has no interrupt controller: call virqControllerInit`)
    )
  }

  set gic(controller: InterruptController) {
    this.controller = controller
  }
}
