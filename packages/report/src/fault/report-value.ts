// SPDX-License-Identifier: BSD-2-Clause
//
// The report of a fault as a value that can be written as JSON: addresses are text in hexadecimal, fields are left out
// where nothing is known. And what one is made from beside the fault itself.

import type { DeviceTree } from "@vmm/devicetree"
import type { Fix, Place } from "@vmm/diagnostic"

import type { ExampleFiles, SystemFacts } from "../example.ts"
import type { EsrField } from "../processor/esr.ts"
import type { SmcCall } from "../processor/smc-call.ts"
import type { GuestSymbol } from "../symbols/symbols.ts"
import type { DriverTable } from "./drivers.ts"
import type { DeviceFacts } from "./owner.ts"

/** What gives names to addresses, such as GuestSymbols. */
export interface SymbolSource {
  symbolAt(address: bigint, ipa?: number, vbar?: bigint): GuestSymbol | undefined
}

/** What is known beside the fault; each part may be missing. */
export interface FaultContext {
  /** The guest's tree: the board's with the overlays. */
  readonly tree?: DeviceTree
  /** The board's own, for what an overlay takes out. */
  readonly board?: DeviceTree
  readonly symbols?: SymbolSource
  /** Return addresses on the guest's stack, the innermost first (frames.ts). */
  readonly frames?: readonly bigint[]
  readonly drivers?: DriverTable
  /** False for a guest that is not Linux: no driver of Linux is meant. */
  readonly linux?: boolean
  readonly system?: SystemFacts
  readonly example?: ExampleFiles
  /** The guest's command line. */
  readonly commandLine?: string
  /** The instruction at the guest's ELR_EL1. */
  readonly exceptionWord?: number
  /** What the guest's image has at ELR_EL1, as a clause, where memory does not hold it. */
  readonly exceptionNote?: string
  /** INTIDs that are pending for the vCPU. */
  readonly exceptionInterrupts?: readonly number[]
  /** The IPA behind FAR_EL1. */
  readonly exceptionIpa?: number
}

/** An address of code. Addresses are lower-case hex after 0x. */
export interface CodePlace {
  readonly address: string
  /** `name+0x10/0x50`. */
  readonly symbol?: string
}

/** The access that faulted; addresses in hexadecimal. */
export interface FaultAccess {
  readonly kind: "read" | "write" | "execute"
  /** Bytes. */
  readonly size?: number
  readonly ipa: string
  /** The guest's virtual address; absent when the processor does not tell (FnV). */
  readonly va?: string
  /** The IPA is that of a stage 1 table that the translation of `va` needed. */
  readonly tableWalk: boolean
}

/** The instruction that faulted, as a word and in assembly. */
export interface FaultInstruction {
  readonly word: string
  readonly text: string
  /** The base register of a load or store, with its value at the fault. */
  readonly base?: { readonly register: string; readonly value: string; readonly offset: number }
}

/** What of the guest's kernel was at work. */
export interface FaultDriver {
  /** The driver's probe function that ran. */
  readonly probe?: string
  /** The initcall that ran, or else the function that a declaration had called. */
  readonly entry?: string
  /** The initcall by which the driver comes, from the backtrace or from the table. */
  readonly initcall?: string
  readonly level?: string
  /** From the root of Linux's source. */
  readonly source?: string
  readonly config?: string
}

/** A node that names the device. */
export interface FaultReference {
  readonly path: string
  readonly property: string
  readonly place: string
}

/** A call that nobody answers. */
export interface FaultCall extends SmcCall {
  readonly conduit: "smc" | "hvc"
  /** W0. */
  readonly id: string
  readonly immediate: number
  /** X1 .. X7. */
  readonly args: readonly string[]
  /** The domain that runs the machine, in the `.system` file. */
  readonly domain?: Place
  readonly mayForward: boolean
}

/** All that can be told of a fault, as plain data; addresses and words are hexadecimal text. */
export interface FaultReport {
  /** Stable kebab-case name of the cause. */
  readonly code: string
  /** What happened, one sentence without its full stop. */
  readonly summary: string
  readonly vm: string
  readonly pd: string
  readonly vcpu: number
  readonly fault: string
  readonly reason: string
  /** Exception level of the guest at the fault: 0 or 1. */
  readonly level: number
  readonly pc: CodePlace & { readonly ipa?: string }
  /** Callers, the innermost first, each the address after its call. */
  readonly backtrace: readonly CodePlace[]
  readonly driver?: FaultDriver
  readonly call?: FaultCall
  readonly access?: FaultAccess
  readonly instruction?: FaultInstruction
  /** An exception of the guest's own, whose vector it could not run. */
  readonly exception?: { readonly what: string; readonly from: CodePlace; readonly vector: string }
  readonly esr: {
    readonly value: string
    readonly ec: number
    readonly class: string
    readonly il: number
    readonly iss: string
    readonly fields: readonly EsrField[]
  }
  /** Absent when no node owns the address or the fault has none. */
  readonly device?: DeviceFacts
  /** The map in the `.system` file that lacks a right, or shows the device at another address. */
  readonly map?: {
    readonly region: string
    readonly vaddr: string
    readonly perms: string
    readonly place?: Place
  }
  readonly referredBy: readonly FaultReference[]
  /** True when there was a tree to ask, and none of its nodes owns the address. */
  readonly unowned: boolean
  /** `device` is of the board's tree, and the guest's has no such node. */
  readonly leftOut?: true
  /** The one to try first in front. */
  readonly fixes: readonly Fix[]
  readonly registers: Readonly<Record<string, string>>
}
