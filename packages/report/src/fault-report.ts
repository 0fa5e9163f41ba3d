// SPDX-License-Identifier: BSD-2-Clause
//
// A fault that nobody handled, as one value: who, where, what, the decoded syndrome, the device that owns the
// address, and the ways out. The value can be written as JSON; render-fault.ts makes text of it.

import type { DeviceTree } from "@vmm/devicetree"
import { decodeEsr, type EsrField, type EsrWords } from "./esr.ts"
import { bits, hex } from "./hex.ts"
import { instructionText } from "./instruction.ts"
import { loadStoreText } from "./load-store-text.ts"
import { type DeviceFacts, ownerOf } from "./owner.ts"
import { remediesFor, type Remedy } from "./remedies.ts"
import { type GuestSymbol, symbolText } from "./symbols.ts"

/** What the VM runtime knows of the fault; its UnhandledFault has all of this. */
export interface FaultFacts {
  readonly vm: string
  /** The protection domain that runs the VM. */
  readonly pd: string
  readonly vcpu: number
  /** seL4's name of the fault, such as `VMFault`. */
  readonly fault: string
  /** One sentence: why nobody could handle it. */
  readonly reason: string
  /** The guest's virtual PC, and the IPA behind it where there is one. */
  readonly ip: bigint
  readonly ipIpa: number | undefined
  /** ESR_EL2, 32-bit unsigned. */
  readonly esr: number
  /** FAR_EL2 and the IPA of the access; meaningful for aborts. */
  readonly far: bigint
  readonly ipa: number
  /** Of an abort; `size` in bytes where the instruction tells. */
  readonly access:
    | { readonly kind: "read" | "write" | "execute"; readonly size: number | undefined }
    | undefined
  /** The instruction word at the PC, 0 when it cannot be read. */
  readonly instruction: number
  /** `pc`, `sp`, `spsr`, `x0` .. and `SCTLR`, `VBAR` .. by seL4's names. */
  readonly registers: Readonly<Record<string, bigint>>
}

/** What gives names to addresses, such as GuestSymbols. */
export interface SymbolSource {
  symbolAt(address: bigint, ipa?: number, vbar?: bigint): GuestSymbol | undefined
}

/** What is known beside the fault; each part may be missing. */
export interface FaultContext {
  /** The guest's tree: the board's with the overlays. */
  readonly tree?: DeviceTree
  readonly symbols?: SymbolSource
  /** Ids that the domain's channels and interrupts have already. */
  readonly usedIds?: readonly number[]
}

/** An address of code. Addresses are lower-case hex after 0x. */
export interface CodePlace {
  readonly address: string
  /** `name+0x10/0x50`. */
  readonly symbol?: string
}

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

export interface FaultInstruction {
  readonly word: string
  readonly text: string
  /** The base register of a load or store, with its value at the fault. */
  readonly base?: { readonly register: string; readonly value: string; readonly offset: number }
}

export interface FaultReport {
  readonly vm: string
  readonly pd: string
  readonly vcpu: number
  readonly fault: string
  readonly reason: string
  /** Exception level of the guest at the fault: 0 or 1. */
  readonly level: number
  readonly pc: CodePlace & { readonly ipa?: string }
  /** X30 where it points into the kernel: most often the caller. */
  readonly link?: CodePlace
  readonly access?: FaultAccess
  readonly instruction?: FaultInstruction
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
  /** True when there was a tree to ask, and none of its nodes owns the address. */
  readonly unowned: boolean
  readonly remedies: readonly Remedy[]
  readonly registers: Readonly<Record<string, string>>
}

/** SPSR_EL2.M[3:0]: EL1 with its own stack pointer. */
const EL1H = 0b0101
/** DFSC, IFSC bits 5:2 of permission faults. */
const PERMISSION = 0b0011

const levelOf = (fault: FaultFacts): number =>
  bits(Number((fault.registers["spsr"] ?? 0n) & 0xffffffffn), 3, 2)

function codePlace(fault: FaultFacts, context: FaultContext, address: bigint): CodePlace {
  // The kernel's image is mapped in one piece: what the PC's page is off, the other addresses are.
  const ipa = fault.ipIpa === undefined ? undefined : fault.ipIpa + Number(address - fault.ip)
  const symbol = context.symbols?.symbolAt(address, ipa, fault.registers["VBAR"])
  return { address: hex(address), ...(symbol === undefined ? {} : { symbol: symbolText(symbol) }) }
}

function linkOf(fault: FaultFacts, context: FaultContext): CodePlace | undefined {
  const x30 = fault.registers["x30"]
  if (x30 === undefined || levelOf(fault) === 0) return undefined
  const place = codePlace(fault, context, x30)
  return place.symbol === undefined ? undefined : place
}

function accessOf(fault: FaultFacts, esr: EsrWords): FaultAccess | undefined {
  if (fault.access === undefined) return undefined
  const { kind, size } = fault.access
  const unknown = bits(esr.iss, 10, 10) === 1
  return {
    kind,
    ...(size === undefined || kind === "execute" ? {} : { size }),
    ipa: hex(fault.ipa),
    ...(unknown ? {} : { va: hex(fault.far) }),
    tableWalk: bits(esr.iss, 7, 7) === 1,
  }
}

function instructionOf(fault: FaultFacts): FaultInstruction | undefined {
  if (fault.instruction === 0 || fault.access?.kind === "execute") return undefined
  const word = fault.instruction
  const base = loadStoreText(word)?.base
  const spsr = Number((fault.registers["spsr"] ?? 0n) & 0xfn)
  const stack = spsr === EL1H ? fault.registers["SP_EL1"] : fault.registers["sp"]
  const value =
    base === undefined ? undefined : base.register === 31 ? stack : fault.registers[`x${base.register}`]
  const text = { word: hex(word >>> 0, 8), text: instructionText(word) }
  if (base === undefined || value === undefined) return text
  const register = base.register === 31 ? "sp" : `x${base.register}`
  return { ...text, base: { register, value: hex(value), offset: base.offset } }
}

function deviceOf(fault: FaultFacts, context: FaultContext, esr: EsrWords) {
  const { tree } = context
  if (tree === undefined || fault.access === undefined) return { unowned: false, remedies: [] }
  const owner = ownerOf(tree, fault.ipa)
  if (owner === undefined) return { unowned: true, remedies: [] }
  const remedies =
    fault.access.kind === "execute"
      ? []
      : remediesFor({
          tree,
          owner,
          address: fault.ipa,
          vm: fault.vm,
          pd: fault.pd,
          usedIds: context.usedIds ?? [],
          permission: bits(esr.iss, 5, 2) === PERMISSION,
        })
  return { unowned: false, device: owner.facts, remedies }
}

/** Gathers what can be told of a fault. Never fails: what is not known is absent. */
export function faultReport(fault: FaultFacts, context: FaultContext = {}): FaultReport {
  const esr = decodeEsr(fault.esr)
  const link = linkOf(fault, context)
  const access = accessOf(fault, esr)
  const instruction = instructionOf(fault)
  return {
    vm: fault.vm,
    pd: fault.pd,
    vcpu: fault.vcpu,
    fault: fault.fault,
    reason: fault.reason,
    level: levelOf(fault),
    pc: {
      ...codePlace(fault, context, fault.ip),
      ...(fault.ipIpa === undefined ? {} : { ipa: hex(fault.ipIpa) }),
    },
    ...(link === undefined ? {} : { link }),
    ...(access === undefined ? {} : { access }),
    ...(instruction === undefined ? {} : { instruction }),
    esr: {
      value: hex(esr.value, 8),
      ec: esr.ec,
      class: esr.ecName,
      il: esr.il ? 1 : 0,
      iss: hex(esr.iss, 7),
      fields: esr.fields,
    },
    ...deviceOf(fault, context, esr),
    registers: Object.fromEntries(
      Object.entries(fault.registers).map(([name, value]) => [name, hex(value, 16)]),
    ),
  }
}
