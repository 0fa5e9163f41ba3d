// SPDX-License-Identifier: BSD-2-Clause
//
// A protection domain's event loop (libmicrokit, main.c): what is signalled comes first, then messages; a
// badge's bit 62 marks a fault, bit 63 a protected procedure call. An entry point runs to completion at a
// fixed cost of virtual time. A domain that throws has faulted: its parent or the monitor hears of it.

import { PdFault, seL4_NoError } from "../api/error.ts"
import { encodeFault } from "../api/fault.ts"
import type { Message } from "../api/message.ts"
import type { Microkit } from "../api/microkit.ts"
import type { EmulatedRegisters, Program, ProgramFactory } from "../api/program.ts"
import { faultName } from "../api/fault.ts"
import { hex } from "../events/event.ts"
import { applyReply, sendFault } from "../fault-delivery.ts"
import {
  DFSC_ALIGNMENT,
  DFSC_EXTERNAL,
  DFSC_PERMISSION_L3,
  DFSC_TRANSLATION_L3,
  domainSyndrome,
  monitorLines,
} from "../monitor.ts"
import { makeReady, pay } from "../budget.ts"
import { BADGE_FAULT, ID_MASK, MAX_ID } from "../object/cap.ts"
import type { Endpoint, Notification, Reply, Sender } from "../object/ipc.ts"
import type { SchedContext } from "../object/sched-context.ts"
import type { Body, Tcb } from "../object/tcb.ts"
import { type KernelState, park, resume, suspend } from "../state.ts"

/** Unwinds a program whose thread cannot go on; no fault of its own. */
export class Unwind extends Error {
  override readonly name = "Unwind"
}

/** The global is a getter in Node, and slow. */
const { performance } = globalThis

/** Protected procedure calls inside one another: more than priorities allow is a fault. */
const MAX_DEPTH = 256

const DFSC = {
  translation: DFSC_TRANSLATION_L3,
  permission: DFSC_PERMISSION_L3,
  external: DFSC_EXTERNAL,
  alignment: DFSC_ALIGNMENT,
}

export interface DomainParts {
  readonly state: KernelState
  readonly tcb: Tcb
  /** Number of the domain, as the monitor counts. */
  readonly index: number
  readonly endpoint: Endpoint
  readonly notification: Notification
  readonly reply: Reply
  readonly factory: ProgramFactory
  /** Undefined for a domain whose faults go to the monitor. */
  readonly parent: string | undefined
  /** Calls, and faults of its children, run on the caller's budget. */
  readonly passive: boolean
}

/** microkit_internal_crash: libmicrokit writes to the address that equals the error code. */
export function internalCrash(code: number, text: string): PdFault {
  return new PdFault({ kind: "vm", address: code, write: true, reason: "translation" }, text)
}

/** Programs come from modules that nobody may have checked. */
const isProgram = (made: Partial<Program> | undefined): made is Program => typeof made?.init === "function"
const isPromise = (given: unknown): given is PromiseLike<unknown> =>
  typeof given === "object" && given !== null && typeof (given as { then?: unknown }).then === "function"
const NO_PROGRAM =
  "what the program's function gives is no program: give an object with an init function, { init() {}, ... }"

export class Domain implements Body {
  readonly name: string
  private readonly parts: DomainParts
  private readonly state: KernelState
  private readonly tcb: Tcb
  private microkit: Microkit | undefined
  private program: Program | undefined

  constructor(parts: DomainParts) {
    this.parts = parts
    this.state = parts.state
    this.tcb = parts.tcb
    this.name = parts.tcb.name
  }

  /** Gives the domain what its program calls, and makes it ready to run its `init`. */
  start(microkit: Microkit): void {
    this.microkit = microkit
    this.restart()
  }

  restart(): void {
    suspend(this.state, this.tcb)
    this.program = undefined
    this.tcb.state = "ready"
    makeReady(this.state, this.tcb)
  }

  step(): void {
    if (this.program === undefined) this.init()
    else {
      const word = this.parts.notification.take()
      if (word !== 0n) this.notified(word)
      else {
        const sender = this.parts.endpoint.receive()
        if (sender !== undefined) this.fault(sender)
      }
    }
    this.settle()
  }

  receive(sender: Sender): void {
    this.tcb.state = "ready"
    this.fault(sender)
    this.settle()
  }

  registers(child: number, ipa: number): EmulatedRegisters | undefined {
    const { program, tcb } = this
    if (program?.registers === undefined) return undefined
    tcb.state = "ready"
    try {
      return program.registers(child, ipa)
    } catch (error) {
      this.thrown(error)
      return undefined
    } finally {
      this.settle()
    }
  }

  readRegister(of: EmulatedRegisters, offset: number, size: 1 | 2 | 4): number | undefined {
    this.tcb.state = "ready"
    try {
      return of.read(offset, size)
    } catch (error) {
      this.thrown(error)
      return undefined
    } finally {
      this.settle()
    }
  }

  writeRegister(of: EmulatedRegisters, offset: number, size: 1 | 2 | 4, value: number): boolean {
    this.tcb.state = "ready"
    try {
      of.write(offset, size, value)
      return true
    } catch (error) {
      this.thrown(error)
      return false
    } finally {
      this.settle()
    }
  }

  /** After `init` a passive domain pays for notifications alone. */
  payer(): SchedContext | undefined {
    const { passive, notification, endpoint } = this.parts
    const own = !passive || this.program === undefined || notification.active
    return own ? this.tcb.context : (endpoint.first()?.thread.context ?? this.tcb.context)
  }

  call(badge: bigint, message: Message): Message | undefined {
    if (this.parts.passive) return this.answer(badge, message)
    const caller = pay(this.state, this.tcb.context)
    try {
      return this.answer(badge, message)
    } finally {
      pay(this.state, caller)
    }
  }

  private answer(badge: bigint, message: Message): Message | undefined {
    for (let pending = 0; this.tcb.state === "ready" && pending <= MAX_ID; pending += 1) this.step()
    if (this.tcb.state !== "receiving") return undefined
    this.tcb.state = "ready"
    this.state.depth += 1
    const answer = this.enter("protected", (program) => {
      if (this.state.depth > MAX_DEPTH) throw this.missing("calls itself without end in", "protected")
      if (program.protected === undefined) throw this.missing("is missing the", "protected")
      return program.protected(Number(badge & ID_MASK), message)
    })
    this.state.depth -= 1
    this.settle()
    return answer
  }

  /** Back to waiting when nothing is left to do. */
  private settle(): void {
    if (this.tcb.state !== "ready" || this.program === undefined) return
    if (this.parts.notification.active || !this.parts.endpoint.empty) {
      makeReady(this.state, this.tcb)
      return
    }
    if (this.tcb.queued) this.state.ready.remove(this.tcb)
    this.tcb.state = "receiving"
  }

  private init(): void {
    const microkit = this.microkit
    if (microkit === undefined) return
    const nothing: Program = { init: () => undefined }
    this.program = nothing
    this.enter("init", () => {
      const program: Partial<Program> | undefined = this.parts.factory(microkit)
      if (!isProgram(program)) throw new TypeError(NO_PROGRAM)
      this.program = program
      return program.init()
    })
  }

  private notified(word: bigint): void {
    for (let id = 0; id <= MAX_ID && this.tcb.state === "ready"; id += 1) {
      if ((word & (1n << BigInt(id))) !== 0n) this.enter("notified", (program) => program.notified?.(id))
    }
  }

  private fault(sender: Sender): void {
    const { thread, message } = sender
    const child = Number(sender.badge & ID_MASK)
    this.parts.reply.caller = thread
    if (this.state.recorder.on) {
      const [type, pd, words] = ["fault", this.name, message.words.map(hex)] as const
      const from = thread.vcpu?.name ?? thread.name
      this.state.recorder.emit({ type, pd, child, from, fault: faultName(message.label), words })
    }
    const reply = this.enter("fault", (program) => {
      if ((sender.badge & BADGE_FAULT) === 0n || program.fault === undefined) {
        throw this.missing("is missing the", "fault")
      }
      return program.fault(child, message)
    })
    if (thread.state !== "faulted") return
    if (reply === undefined) {
      park(this.state, thread)
      return
    }
    this.parts.reply.caller = undefined
    if (applyReply(thread.vcpu?.cpu, message, reply)) resume(this.state, thread)
    else suspend(this.state, thread)
  }

  private missing(what: string, entry: string): PdFault {
    const line = `${this.name} ${what} '${entry}' entry point`
    this.state.log(this.name, line)
    return internalCrash(seL4_NoError, line)
  }

  /** An entry point that is async: what it does later would happen behind the machine's back. */
  private promised(entry: string, given: PromiseLike<unknown>): TypeError {
    void given.then(undefined, () => undefined)
    return new TypeError(
      `the '${entry}' entry point gives a promise: an entry point runs to its end, without await`,
    )
  }

  /** Runs one entry point. Undefined when it faulted or was unwound: then the thread is not ready any more. */
  private enter<T>(entry: string, body: (program: Program) => T): T | undefined {
    const program = this.program
    if (program === undefined) return undefined
    this.state.domainEntries += 1
    this.state.platform.clock.charge(this.state.costs.domainEntryNs)
    const began = performance.now()
    this.state.options.watch?.enter(this.name, entry)
    try {
      const given = body(program)
      if (isPromise(given)) throw this.promised(entry, given)
      return given
    } catch (error) {
      this.thrown(error)
      return undefined
    } finally {
      this.state.options.watch?.leave()
      const ms = performance.now() - began
      if (ms > (this.state.options.slowEntryMs ?? 1000)) {
        this.state.options.warn?.(`${this.name} was ${Math.round(ms)} ms in its '${entry}' entry point`)
      }
    }
  }

  private thrown(error: unknown): void {
    if (!(error instanceof Unwind)) this.faulted(error)
  }

  private faulted(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error)
    const message = domainFault(error)
    const handler = this.parts.parent ?? "monitor"
    if (this.state.recorder.on) {
      this.state.recorder.emit({ type: "pd-fault", pd: this.name, text, handler })
    }
    if (this.parts.parent !== undefined) {
      const times = (this.state.childFaults.get(this.name)?.times ?? 0) + 1
      this.state.childFaults.set(this.name, { times, text, error })
      sendFault(this.state, this.tcb, message)
      return
    }
    this.state.ready.remove(this.tcb)
    this.tcb.state = "inactive"
    for (const line of monitorLines(this.name, this.parts.index, message, text)) {
      this.state.log("monitor", line)
    }
    this.state.events.push({ kind: "pd-fault", pd: this.name, text, error })
  }
}

/** The fault message of what a program threw: a VM fault for an access, a user exception for all else. */
function domainFault(error: unknown): Message {
  if (error instanceof PdFault && error.fault.kind === "vm") {
    const { address, write, reason } = error.fault
    const fsr = domainSyndrome(DFSC[reason], write)
    return encodeFault({ kind: "VMFault", ip: 0n, address, prefetch: false, fsr })
  }
  return encodeFault({ kind: "UserException", faultIp: 0n, sp: 0n, spsr: 0, number: 0, code: 0 })
}
