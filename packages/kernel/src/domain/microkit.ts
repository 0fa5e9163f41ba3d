// SPDX-License-Identifier: BSD-2-Clause
//
// libmicrokit for TypeScript domains: every call is an invocation of a cap in the domain's CNode, at the
// slots Microkit uses. Channels are checked against the masks that Microkit patches into a program, with
// libmicrokit's words for a channel that does not exist.

import { yieldSlice } from "../budget.ts"
import { type Sel4Error, seL4_NoError, sel4ErrorName } from "../api/error.ts"
import { EMPTY_MESSAGE, type Message } from "../api/message.ts"
import type { VmView } from "../api/inspect.ts"
import type { DomainMemory } from "../api/memory.ts"
import type { Microkit, VcpuFaultInfo } from "../api/microkit.ts"
import { TCB_X } from "../api/registers.ts"
import type { VmEvent } from "../events/vm-event.ts"
import { ackIrq, call, callSmc, signal } from "../invoke/ipc.ts"
import { InvocationError, lookup } from "../invoke/lookup.ts"
import { readTcb, restartAt, resumeTcb, suspendTcb, writeTcb } from "../invoke/tcb.ts"
import {
  ackVppi,
  injectIrq,
  wrongInjection,
  readFaultInfo,
  readVcpuReg,
  readVector,
  retractIrq,
  translateVa,
  watchExclusive,
  writeVcpuReg,
  writeVector,
} from "../invoke/vcpu.ts"
import {
  BASE_ENDPOINT,
  BASE_IRQ,
  BASE_NOTIFICATION,
  BASE_PD_TCB,
  BASE_VCPU,
  BASE_VM_TCB,
  type CNode,
  SLOT_SMC,
} from "../object/cap.ts"
import { Tcb } from "../object/tcb.ts"
import type { KernelState } from "../state.ts"
import { resetVcpu } from "../vcpu-reset.ts"
import { Unwind, internalCrash } from "./domain.ts"
import { recordVmEvent } from "./vm-events.ts"

/** What the first slot of a kind of capability is for, in words. */
const KINDS: Readonly<Record<number, string>> = {
  [BASE_IRQ]: "interrupts",
  [BASE_ENDPOINT]: "channels for calls",
}
const MAX_REFUSALS = 8

export interface MicrokitParts {
  readonly state: KernelState
  readonly tcb: Tcb
  readonly cspace: CNode
  readonly memory: DomainMemory
  readonly setvars: ReadonlyMap<string, number>
  readonly vm: { readonly name: string; readonly vcpus: readonly number[] } | undefined
  readonly listRegisters: number
}

export class DomainMicrokit implements Microkit {
  readonly name: string
  readonly memory: DomainMemory
  readonly setvars: ReadonlyMap<string, number>
  readonly vm: { readonly name: string; readonly vcpus: readonly number[] } | undefined
  readonly listRegisters: number
  readonly #state: KernelState
  readonly #tcb: Tcb
  readonly #cspace: CNode

  constructor(parts: MicrokitParts) {
    this.name = parts.tcb.name
    this.memory = parts.memory
    this.setvars = parts.setvars
    this.vm = parts.vm
    this.listRegisters = parts.listRegisters
    this.#state = parts.state
    this.#tcb = parts.tcb
    this.#cspace = parts.cspace
  }

  notify(channel: number): void {
    if (!this.#has(BASE_NOTIFICATION, channel, "microkit_notify")) return
    try {
      const to = signal(this.#state, this.#cspace, BASE_NOTIFICATION + channel)
      if (this.#state.recorder.on) {
        this.#state.recorder.emit({ type: "notification", from: this.name, to, channel })
      }
    } catch (error) {
      this.#refused(error, "microkit_notify: error signalling")
    }
  }

  irqAck(channel: number): void {
    if (!this.#has(BASE_IRQ, channel, "microkit_irq_ack")) return
    try {
      ackIrq(this.#state, this.#cspace, BASE_IRQ + channel, this.name)
    } catch (error) {
      this.#refused(error, "microkit_irq_ack: error acking IRQ")
    }
  }

  ppcall(channel: number, message: Message): Message {
    if (!this.#has(BASE_ENDPOINT, channel, "microkit_ppcall")) return EMPTY_MESSAGE
    const { life } = this.#tcb
    try {
      const { to, reply } = call(this.#cspace, BASE_ENDPOINT + channel, message)
      if (this.#tcb.state !== "ready" || this.#tcb.life !== life) throw new Unwind()
      if (reply === undefined) {
        this.#state.ready.remove(this.#tcb)
        this.#tcb.state = "calling"
        throw new Unwind()
      }
      if (this.#state.recorder.on) {
        const [type, from] = ["ppc", this.name] as const
        const labels = { label: message.label, replyLabel: reply.label }
        this.#state.recorder.emit({ type, from, to, channel, ...labels })
      }
      return reply
    } catch (error) {
      return this.#refused(error, "microkit_ppcall: error calling")
    }
  }

  log(text: string): void {
    this.#state.log(this.name, text)
  }

  timeNs(): number {
    const { clock } = this.#state.platform
    clock.hold()
    return clock.nowNs()
  }

  yield(): void {
    yieldSlice(this.#state, this.#tcb)
  }

  pdStop(child: number): void {
    this.#invoke("microkit_pd_stop: error suspending TCB", () =>
      suspendTcb(this.#state, this.#cspace, BASE_PD_TCB + child),
    )
  }

  pdRestart(child: number): void {
    this.#invoke("microkit_pd_restart: error writing TCB registers", () =>
      lookup(this.#cspace, BASE_PD_TCB + child, Tcb).object.body?.restart(),
    )
  }

  vcpuRestart(vcpu: number, pc: bigint): void {
    this.#invoke("microkit_vcpu_restart: error writing registers", () =>
      restartAt(this.#state, this.#cspace, BASE_VM_TCB + vcpu, pc),
    )
  }

  vcpuResume(vcpu: number): void {
    this.#invoke("microkit_vcpu_resume: error resuming TCB", () =>
      resumeTcb(this.#state, this.#cspace, BASE_VM_TCB + vcpu),
    )
  }

  vcpuStop(vcpu: number): void {
    this.#invoke("microkit_vcpu_stop: error suspending TCB", () =>
      suspendTcb(this.#state, this.#cspace, BASE_VM_TCB + vcpu),
    )
  }

  vcpuReset(vcpu: number): void {
    this.#invoke("vcpu_reset: error resetting the vCPU", () =>
      resetVcpu(this.#state, this.#cspace, BASE_VCPU + vcpu),
    )
  }

  vcpuState(vcpu: number): "running" | "blocked" | "stopped" {
    const state = this.#invoke(
      "microkit_vcpu_state: error reading TCB",
      () => lookup(this.#cspace, BASE_VM_TCB + vcpu, Tcb).object.state,
    )
    if (state === "ready") return "running"
    return state === "inactive" ? "stopped" : "blocked"
  }

  vcpuInjectIrq(vcpu: number, irq: number, priority: number, group: number, index: number): Sel4Error {
    try {
      injectIrq(this.#state, this.#cspace, BASE_VCPU + vcpu, irq, priority, group, index)
      return seL4_NoError
    } catch (error) {
      if (!(error instanceof InvocationError)) throw error
      // libmicrokit faults then; here the program gets the answer, and may not look at it.
      const wrong = wrongInjection(irq, priority, group, index, this.listRegisters)
      const who = "microkit_vcpu_arm_inject_irq"
      if (wrong !== undefined)
        this.#note(`${this.name} called ${who} for interrupt ${irq} with ${wrong}`, who, irq)
      return error.code
    }
  }

  vcpuRetractIrq(vcpu: number, index: number): boolean {
    return this.#invoke("vcpu_retract_irq: error emptying a list register", () =>
      retractIrq(this.#state, this.#cspace, BASE_VCPU + vcpu, index),
    )
  }

  vcpuAckVppi(vcpu: number, irq: number): void {
    try {
      ackVppi(this.#state, this.#cspace, BASE_VCPU + vcpu, irq)
    } catch (error) {
      this.#refused(error, "microkit_vcpu_arm_ack_vppi: error acking VPPI")
    }
  }

  vcpuReadReg(vcpu: number, field: number): bigint {
    try {
      return readVcpuReg(this.#cspace, BASE_VCPU + vcpu, field)
    } catch (error) {
      return this.#refused(error, "microkit_vcpu_arm_read_reg: error reading vCPU register")
    }
  }

  vcpuWriteReg(vcpu: number, field: number, value: bigint): void {
    try {
      writeVcpuReg(this.#cspace, BASE_VCPU + vcpu, field, value)
    } catch (error) {
      this.#refused(error, "microkit_vcpu_arm_write_reg: error writing vCPU register")
    }
  }

  vcpuReadTcb(vcpu: number, field: number): bigint {
    try {
      return readTcb(this.#cspace, BASE_VM_TCB + vcpu, field)
    } catch (error) {
      return this.#refused(error, "seL4_TCB_ReadRegisters: error reading registers")
    }
  }

  vcpuWriteTcb(vcpu: number, field: number, value: bigint): void {
    try {
      writeTcb(this.#cspace, BASE_VM_TCB + vcpu, field, value)
    } catch (error) {
      this.#refused(error, "seL4_TCB_WriteRegisters: error writing registers")
    }
  }

  vcpuReadX(vcpu: number, n: number): bigint {
    return n === 31 ? 0n : this.vcpuReadTcb(vcpu, TCB_X[n])
  }

  vcpuWriteX(vcpu: number, n: number, value: bigint): void {
    if (n !== 31) this.vcpuWriteTcb(vcpu, TCB_X[n], value)
  }

  vcpuReadV(vcpu: number, n: number): bigint {
    return this.#invoke("vcpu_read_v: error reading the vCPU", () =>
      readVector(this.#cspace, BASE_VCPU + vcpu, n),
    )
  }

  vcpuWriteV(vcpu: number, n: number, value: bigint): void {
    this.#invoke("vcpu_write_v: error writing the vCPU", () =>
      writeVector(this.#cspace, BASE_VCPU + vcpu, n, value),
    )
  }

  vcpuWatchExclusive(vcpu: number, va: bigint, size: number): void {
    this.#invoke("vcpu_watch_exclusive: error writing the vCPU", () =>
      watchExclusive(this.#state, this.#cspace, BASE_VCPU + vcpu, va, size),
    )
  }

  vcpuFaultInfo(vcpu: number): VcpuFaultInfo {
    return this.#invoke("vcpu_fault_info: error reading the vCPU", () =>
      readFaultInfo(this.#cspace, BASE_VCPU + vcpu),
    )
  }

  vcpuTranslate(vcpu: number, va: bigint): number | undefined {
    return this.#invoke("vcpu_translate: error reading the vCPU", () =>
      translateVa(this.#cspace, BASE_VCPU + vcpu, va),
    )
  }

  smcCall(args: readonly bigint[]): readonly bigint[] | undefined {
    if (this.#cspace.get(SLOT_SMC) === undefined) return undefined
    return this.#invoke("microkit_arm_smc_call: error making SMC call", () =>
      callSmc(this.#state, this.#cspace, SLOT_SMC, args, this.name),
    )
  }

  vmEvent(event: VmEvent): void {
    recordVmEvent(this.#state, this.name, event)
  }

  onInspect(look: () => VmView): void {
    this.#state.views.set(this.name, look)
  }

  /** Keeps what a run that comes to nothing is explained by. */
  #note(text: string, who: string, channel: number): void {
    const { refusals } = this.#state
    if (refusals.length >= MAX_REFUSALS || refusals.some((one) => one.text === text)) return
    refusals.push({ pd: this.name, text, error: new Error(text), who, channel })
  }

  /** libmicrokit's test of a channel id, and its line when it fails. */
  #has(base: number, channel: number, who: string): boolean {
    if (channel >= 0 && channel < BASE_ENDPOINT - BASE_NOTIFICATION) {
      if (this.#cspace.get(base + channel) !== undefined) return true
    }
    this.log(`${this.name} ${who}: invalid channel given '${channel}'`)
    this.#note(
      `${this.name} called ${who} with ${channel}, which is none of its ${KINDS[base] ?? "channels"}`,
      who,
      channel,
    )
    return false
  }

  #invoke<T>(failure: string, body: () => T): T {
    try {
      return body()
    } catch (error) {
      return this.#refused(error, failure)
    }
  }

  /** What libmicrokit does when an invocation fails: its line, then microkit_internal_crash. */
  #refused(error: unknown, failure: string): never {
    if (!(error instanceof InvocationError)) throw error
    this.log(failure)
    throw internalCrash(error.code, `${failure} (${sel4ErrorName(error.code)})`)
  }
}
